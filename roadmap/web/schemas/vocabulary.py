"""The closed lists of words in the contract, each a named component of it."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.domain.axis import AXES
from roadmap.domain.questions import AVOIDED, IMPLIED, IN_PLAN, KNOWN, NOT_NEEDED, OTHER_OPTION
from roadmap.domain.role import FACT_KINDS
from roadmap.exporters import EXPORTERS
from roadmap.insights.ranking import TERMS
from roadmap.planning.ordering import STRATEGIES


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of words: its name as a component, what it says, and the words."""

    name: str
    description: str
    words: tuple[str, ...]


def _explained(beginning: str, meanings: dict[str, str]) -> str:
    return " ".join((beginning, *(f"`{word}`: {meaning}" for word, meaning in meanings.items())))


STRATEGY = Vocabulary(
    "Strategy",
    _explained("How steps are ordered.", {strategy.name: strategy.summary for strategy in STRATEGIES}),
    tuple(strategy.name for strategy in STRATEGIES),
)
FORMAT = Vocabulary(
    "Format",
    _explained("What a plan is written in.", {form.name: f"{form.media_type}." for form in EXPORTERS}),
    tuple(form.name for form in EXPORTERS),
)
IMPORTANCE = Vocabulary(
    "Importance",
    "`essential`, or `optional` for a step that only an optional requirement of the role needs.",
    ("essential", "optional"),
)
CHOICE_REASON = Vocabulary(
    "ChoiceReason",
    "Why an option was chosen: it was known already, it was preferred, everything else was ruled out, or it makes "
    "the shortest plan in hours.",
    ("already-known", "preferred", "only-option", "fewest-hours"),
)
VERDICT = Vocabulary(
    "Verdict",
    _explained(
        "Whether a unit is in a plan, or why it is not: the first that holds.",
        {
            KNOWN: "it was declared, or a role the learner comes from has it.",
            IMPLIED: "something declared builds on it.",
            IN_PLAN: "it is one of the steps.",
            OTHER_OPTION: "a choice could have led to it, and went another way.",
            AVOIDED: "a choice could have led to it, but for what is avoided.",
            NOT_NEEDED: "nothing that is asked for could need it.",
        },
    ),
    (KNOWN, IMPLIED, IN_PLAN, OTHER_OPTION, AVOIDED, NOT_NEEDED),
)
RESOURCE_KIND = Vocabulary(
    "ResourceKind", "What a resource is.", ("book", "course", "docs", "video", "exercise", "paper")
)
FACT_KIND = Vocabulary("FactKind", "What a fact is about.", FACT_KINDS)
AXIS = Vocabulary(
    "Axis",
    _explained("What the hours of a skill can count for.", {axis.name: f"{axis.called}." for axis in AXES}),
    tuple(axis.name for axis in AXES),
)
TERM = Vocabulary(
    "Term",
    _explained("A term of the score of a role.", {term.name: term.summary for term in TERMS}),
    tuple(term.name for term in TERMS),
)
STATE = Vocabulary("State", "What a probe found.", ("alive", "ready"))
OEMBED_FORMAT = Vocabulary("OEmbedFormat", "What an answer of oEmbed is written in.", ("json", "xml"))

VOCABULARIES = (
    *(STRATEGY, FORMAT, IMPORTANCE, CHOICE_REASON, VERDICT, RESOURCE_KIND, FACT_KIND, AXIS, TERM, STATE),
    OEMBED_FORMAT,
)
