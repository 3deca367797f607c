"""What a learner marks in a plan besides what is known: it changes how the plan is shown, and nothing in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.errors import UnknownReference, UnknownReferenceError
from roadmap.planning import Planner
from roadmap.planning.references import MOST_REPORTED
from roadmap.planning.suggestions import suggest_units


def find_marked(planner: Planner, marks: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """The ids of the units that skills and units stand for, by the member of the request that has them.

    UnknownReferenceError with all that the graph does not have, up to 50.
    """
    compiled = planner.compiled
    unknown = list(islice(_unknown(compiled, marks), MOST_REPORTED))
    if unknown:
        raise UnknownReferenceError(unknown)
    return {
        member: frozenset(compiled.units[number].id for word in words for number in compiled.find(word))
        for member, words in marks.items()
    }


def _unknown(compiled: CompiledGraph, marks: Mapping[str, Sequence[str]]) -> Iterator[UnknownReference]:
    for member, words in marks.items():
        for position, word in enumerate(words):
            if not compiled.find(word):
                kind = "unit" if "@" in word else "skill"
                yield UnknownReference(kind, word, member, position, suggest_units(compiled, word))
