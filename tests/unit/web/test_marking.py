from __future__ import annotations

from roadmap.services.job_ad_answers import Evidence, JobAdReading, SkillFound, TermFound
from roadmap.web.ui.marking import Stretch, marked


def _skill(name: str, importance: str, *places: tuple[int, int]) -> SkillFound:
    evidence = tuple(Evidence(start, end, "") for start, end in places)
    return SkillFound(name.lower(), name, f"{name.lower()}@1", 1, False, importance, evidence)


def _reading(*skills: SkillFound, terms: tuple[TermFound, ...] = ()) -> JobAdReading:
    return JobAdReading(None, None, skills, (), (), terms)


def test_an_advert_is_cut_into_what_is_said_and_what_is_not() -> None:
    reading = _reading(
        _skill("SQL", "essential", (5, 8)), terms=(TermFound("QuillDB", (Evidence(13, 20, "QuillDB"),)),)
    )
    assert marked("Need SQL and QuillDB.", reading) == [
        Stretch("Need "),
        Stretch("SQL", "essential", "SQL"),
        Stretch(" and "),
        Stretch("QuillDB", "unknown", "QuillDB"),
        Stretch("."),
    ]


def test_of_what_overlaps_the_first_and_longest_counts_and_nothing_is_lost() -> None:
    text = "Python web backends"
    reading = _reading(_skill("Python", "optional", (0, 6)), _skill("Backends", "essential", (0, 19), (11, 19)))
    assert marked(text, reading) == [Stretch(text, "essential", "Backends")]


def test_places_count_code_points() -> None:
    assert marked("😀 Go", _reading(_skill("Go", "essential", (2, 4))))[1].text == "Go"
