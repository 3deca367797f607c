"""What a roadmap in a frame is asked for: what a plan is, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import ValidationError, fields, post_load

from roadmap.domain.plan import PlanRequest
from roadmap.origins import is_origin
from roadmap.services.plans import permalink_query
from roadmap.web.schemas.fields import Text, Word
from roadmap.web.schemas.plan_requests import LearnerRules, build_request, name_of, plan_members
from roadmap.web.schemas.queries import CommaList, WrittenAmount, WrittenFlag
from roadmap.web.schemas.vocabulary import Vocabulary

THEME = Vocabulary("Theme", "Light, dark, or as the reader's system is.", ("auto", "light", "dark"))
LANGUAGE = Vocabulary("Language", "The language of the widget's own words.", ("en", "de"))
VIEW = Vocabulary("View", "How a roadmap is shown.", ("map", "list"))

MARKS = ("in_progress", "skipped")
SHOWN = ("theme", "lang", "view", "show_known", "parent_origin")
MOST_MARKED = 1000


@dataclass(frozen=True, slots=True)
class EmbedCall:
    """A request for a roadmap in a frame: the graph (None: the default one), the plan without its role, what is marked
    in progress and skipped, how it is shown (what is known too, with `show_known`), and the origin of the page to tell
    of it."""

    graph: str | None
    request: PlanRequest
    in_progress: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    theme: str | None = None
    lang: str | None = None
    view: str | None = None
    show_known: bool = False
    parent_origin: str | None = None

    def plan(self, role: str) -> PlanRequest:
        """The request for the plan of a role."""
        return replace(self.request, role=role)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """What is asked for, as parameters and as the element's attributes: defaults are left out."""
        return [*permalink_query(self.graph, self.request), *self._shown()]

    @property
    def marks(self) -> dict[str, tuple[str, ...]]:
        """The units marked, by the name of the parameter."""
        return {"in_progress": self.in_progress, "skipped": self.skipped}

    def _shown(self) -> Iterator[tuple[str, str]]:
        for name, words in self.marks.items():
            if words:
                yield name, ",".join(sorted(set(words)))
        for name, word in (("theme", self.theme), ("lang", self.lang), ("view", self.view)):
            if word is not None:
                yield name, word
        if self.show_known:
            yield "show_known", "true"


class EmbedRules(LearnerRules):
    """What is made of the members of a request for a roadmap in a frame."""

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> EmbedCall:
        """The request that the members make."""
        del kwargs
        graph = members.pop("graph", None)
        marks = {name: tuple(members.pop(name, ())) for name in MARKS}
        shown = {name: members.pop(name) for name in SHOWN if name in members}
        return EmbedCall(graph=graph, request=build_request(members), **{**marks, **shown})


def _members() -> dict[str, fields.Field[Any]]:
    """Those of a plan, the role apart, which is in the path; and those of the frame."""
    members = plan_members(WrittenFlag, WrittenAmount, CommaList)
    del members["role"]
    marked = {name: CommaList(name_of("A skill or a unit."), most=MOST_MARKED) for name in MARKS}
    shown: dict[str, fields.Field[Any]] = {
        "theme": Word(THEME),
        "lang": Word(LANGUAGE),
        "view": Word(VIEW),
        "show_known": WrittenFlag(),
    }
    return {**members, **marked, **shown, "parent_origin": Text(validate=_origin)}


def _origin(text: str) -> None:
    if not is_origin(text):
        raise ValidationError("Must be an origin as browsers write it, such as https://lms.example.")


EmbedQuery = EmbedRules.from_dict(_members(), name="EmbedQuery")
EMBED_PARAMETERS = tuple(EmbedQuery().fields)
"""Everything that the address of a frame may say."""
