"""What an advert asks for, how well, and how badly."""

from __future__ import annotations

import pytest

from tests.building.adverts import asked, read, skills

ESSENTIAL, OPTIONAL = "essential", "optional"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You know Python, SQL and Docker.", {"python", "sql", "docker"}),
        ("python/sql/k8s", {"python", "sql", "kubernetes"}),
        ("Experience with CI / CD, C++ and NodeJS", {"ci-cd", "cpp", "node"}),
        ("SKLEARN OR SCIKIT LEARN", {"scikit-learn"}),
        ("<ul><li>C&#43;&#43;</li><li>Py<b>thon</b></li></ul>", {"cpp", "python"}),
        ("JavaScript, Pythonic, MySQL", set()),
        ("", set()),
    ],
)
def test_skills_are_found_however_they_are_written(text: str, found: set[str]) -> None:
    assert skills(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We go the extra mile and excel at what we do.",
        "Go beyond what is asked. Excel in a team. Spark joy.",
        "Our founders met in the Rust Belt, where rust never sleeps.",
        "R&D, a C-level sponsor and a Series C round.",
        "Ideas that spark change; the rest will follow as we go live.",
    ],
)
def test_everyday_words_are_no_skills(text: str) -> None:
    assert skills(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Services written in Go", {"go"}),
        ("Python, Go and Rust", {"python", "go", "rust"}),
        ("- Go\n- R", {"go", "r"}),
        ("You are good at R and Excel.", {"r", "excel"}),
        ("Spark jobs on AWS", {"spark", "aws"}),
        ("hi, we do python, go, k8s and spark", {"python", "go", "kubernetes", "spark"}),
        ("C, C++", {"c", "cpp"}),
        ("experience with dashboards", {"dashboards"}),
    ],
)
def test_everyday_words_are_skills_where_the_context_says_so(text: str, found: set[str]) -> None:
    assert skills(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "No Java required.",
        "You don't need to know Java or Docker.",
        "This is not a Java role.",
        "Java is not required.",
        "What you don't need\n- Java\n- Docker",
        "We have moved away from Java, and use something else instead of Docker.",
        "Another team runs the Java services and Docker.",
        "About us\nOur shop runs on Java.",
        "Benefits:\nFree Java every morning",
    ],
)
def test_what_is_denied_or_told_of_the_employer_is_not_asked_for(text: str) -> None:
    assert skills(text) == set()


def test_a_denial_reaches_no_further_than_it_speaks() -> None:
    assert asked("No Java needed, but strong Python. Not only SQL but also Docker.") == {
        "python": (ESSENTIAL, 3),
        "sql": (ESSENTIAL, None),
        "docker": (ESSENTIAL, None),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Nice to have:\n- Docker",
        "Nice to have: Docker",
        "Python is a must. Docker is a plus.",
        "Python; Docker would be a bonus",
        "Python, ideally Docker",
        "It would be a bonus if you know Docker.",
        "<h3>Preferred</h3><ul><li>Docker</li></ul>",
        "Docker (nice to have)",
        "Docker experience is desirable but not essential",
        "Essential and desirable criteria:\nPython (E)\nBonus points for Docker",
    ],
)
def test_what_would_be_nice_is_optional(text: str) -> None:
    told = asked(text)
    assert told["docker"][0] == OPTIONAL
    assert told.get("python", (ESSENTIAL,))[0] == ESSENTIAL


def test_a_wish_ends_with_its_section() -> None:
    assert asked("Nice to have\n- Docker\nRequirements\n- Python") == {
        "docker": (OPTIONAL, None),
        "python": (ESSENTIAL, None),
    }


def test_what_is_demanded_once_is_demanded() -> None:
    assert asked("Python would be nice.\nRequirements\n- Python") == {"python": (ESSENTIAL, None)}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Expert Python", 3),
        ("Strong, hands-on experience of Python", 2),
        ("5+ years of Python", 3),
        ("at least three years' experience with Python", 2),
        ("3-5 years of Python", 2),
        ("Python: 7+ years", 3),
        ("Python (advanced)", 3),
        ("familiarity with Python", 1),
        ("Basic Python", 1),
        ("Python", None),
        ("For 75 years we have sold boats. Python", None),
    ],
)
def test_words_and_years_say_the_level(text: str, level: int | None) -> None:
    assert asked(text)["python"][1] == level


def test_each_skill_has_the_level_that_is_said_of_it() -> None:
    assert asked("Strong Python, good SQL and basic Docker (Java: expert)") == {
        "python": (ESSENTIAL, 3),
        "sql": (ESSENTIAL, 2),
        "docker": (ESSENTIAL, 1),
        "java": (ESSENTIAL, 3),
    }


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Java or Go", [("java", "go")]),
        ("AWS, Azure or GCP", [("aws", "azure", "gcp")]),
        ("Docker, AWS or Azure", [("aws", "azure")]),
        ("AWS/GCP/Azure", [("aws", "gcp", "azure")]),
        ("Python/SQL", []),
        ("Python and either Java or Go", [("java", "go")]),
        ("one of Python, Java and Rust", [("python", "java", "rust")]),
        ("Python, SQL and Docker", []),
        ("Java, Kotlin or Go", [("java", "go")]),
        ("AWS or Oracle Cloud, and Docker", []),
        ("Python or Python 3", []),
    ],
)
def test_alternatives_are_choices(text: str, choices: list[tuple[str, ...]]) -> None:
    assert list(read(text).choices) == choices


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Python, Snowplow and SQL", ["Snowplow"]),
        ("Experience with COBOL, Delphi Studio or Python", ["COBOL", "Delphi Studio"]),
        ("We use PostGIS daily.", ["PostGIS"]),
        ("A BSc from the UK. Ask for Anna in London.", []),
        ("Benefits\nBUPA and PerkBox", []),
    ],
)
def test_technologies_that_the_graph_lacks_are_told(text: str, terms: list[str]) -> None:
    assert [term.text for term in read(text).unknown_terms] == terms
