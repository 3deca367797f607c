"""A small graph for adverts, and adverts read against it in a line."""

from __future__ import annotations

from functools import cache

from roadmap.insights.adverts.reading import AdvertReader, AdvertReading
from tests.building.documents import Document, any_of, document, level, levelled, role
from tests.building.plans import planner


def ambiguous(text: str) -> Document:
    """An alias that is an everyday word too."""
    return {"text": text, "ambiguous": True}


def _named(name: str, *aliases: object, called: str | None = None) -> Document:
    skill = levelled(name, level(), level(), level(), aliases=list(aliases))
    return {**skill, "name": called or skill["name"]}


SKILLS = (
    _named("python", "Python 3"),
    _named("sql", called="SQL"),
    _named("java"),
    _named("go", ambiguous("Go"), "golang"),
    _named("rust", ambiguous("Rust")),
    _named("r", called="R"),
    _named("c", called="C"),
    _named("cpp", "C++", called="C++"),
    _named("spark", ambiguous("Spark"), "PySpark", called="Apache Spark"),
    _named("excel", ambiguous("Excel"), called="Spreadsheets"),
    _named("node", "Node.js", called="Node.js"),
    _named("ci-cd", "CI/CD", called="CI/CD"),
    _named("docker"),
    _named("kubernetes", "K8s"),
    _named("aws", "AWS", called="Amazon Web Services"),
    _named("azure"),
    _named("gcp", "GCP", called="Google Cloud"),
    _named("scikit-learn", "sklearn", called="scikit-learn"),
    _named("machine-learning", "ML", called="Machine learning"),
    _named("statistics"),
    _named("dashboards", ambiguous("dashboards"), called="Business intelligence"),
)


def _role(name: str, *essential: str | Document, aliases: tuple[str, ...] = ()) -> Document:
    named = [skill if isinstance(skill, dict) else f"{skill}@2" for skill in essential]
    return {**role(name, *named), "name": name.replace("-", " ").capitalize(), "aliases": list(aliases)}


ROLES = (
    _role("data-engineer", "python", "sql", "spark", any_of("aws@1", "azure@1", "gcp@1")),
    _role("learning-engineer", "python", "machine-learning", "statistics", "scikit-learn", aliases=("ML engineer",)),
    _role("data-analyst", "sql", "excel", "dashboards", "statistics", aliases=("BI analyst",)),
    _role("software-engineer", any_of("java@2", "go@2"), "ci-cd", "docker", "kubernetes", "node"),
    _role("systems-programmer", "c", "cpp", "rust", "r"),
)


@cache
def reader() -> AdvertReader:
    """The reader of the small graph."""
    return AdvertReader(planner(document(SKILLS, ROLES)))


def read(text: str, title: str = "") -> AdvertReading:
    """An advert, read."""
    return reader().read(text, title)


def asked(text: str) -> dict[str, tuple[str, int | None]]:
    """What an advert asks for: by skill, whether it is essential or optional, and its level if it is said."""
    return {
        demand.skill.id: ("optional" if demand.wished else "essential", demand.level) for demand in read(text).demands
    }


def skills(text: str) -> set[str]:
    """The skills an advert asks for."""
    return set(asked(text))
