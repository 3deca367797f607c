"""Plans as one page of HTML, to print and to tick off: no script, nothing to load, and one style sheet."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from roadmap.domain.plan import Option, Step
from roadmap.domain.skill import LEVEL_NAMES
from roadmap.domain.text import one_line
from roadmap.planning.plan import Plan

HERE = Path(__file__).parent
STYLE = (HERE / "page.css").read_text(encoding="utf-8")
"""The style sheet of every page."""

POLICY = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
"""What a page may do where it lies as a file, without the headers of an answer (Content Security Policy 3)."""

WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that stand together under a heading."""

    heading: str
    steps: tuple[Step, ...]


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """Figures, choices, and the steps in order: by week in a plan with a pace, by stage in one that goes stage by
    stage, and otherwise by runs of a track."""
    return _PAGE.render(plan=plan, links=links, groups=_groups(plan)).encode()


def _groups(plan: Plan) -> list[Group]:
    if plan.schedule:
        return list(_grouped(plan, {step.position: f"Week {_week(step)}" for step in plan.steps}))
    if plan.request.strategy == "foundations-first":
        return list(_grouped(plan, {step.position: f"Stage {step.stage}" for step in plan.steps}))
    tracks = {track.id: track.name for track in plan.compiled.graph.tracks}
    return list(_grouped(plan, {step.position: tracks[step.track] for step in plan.steps}))


def _grouped(plan: Plan, headings: Mapping[int, str]) -> Iterator[Group]:
    for heading, steps in groupby(plan.steps, key=lambda step: headings[step.position]):
        yield Group(heading, tuple(steps))


def _week(step: Step) -> int:
    return step.schedule.week if step.schedule else 0


def _extra(option: Option) -> str:
    return "avoided" if option.extra_hours is None else f"{option.extra_hours:+,} h"


def _is_web(address: str) -> bool:
    """Whether an address may be a link; no other kind is followed from here."""
    return address.startswith(WEB)


_ENVIRONMENT = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
_ENVIRONMENT.filters.update(words=one_line, extra=_extra, number="{:,}".format)
_ENVIRONMENT.tests.update(web=_is_web)
_ENVIRONMENT.globals.update(levels=LEVEL_NAMES, policy=POLICY, style=Markup(STYLE))  # noqa: S704 - our own
_PAGE = _ENVIRONMENT.from_string((HERE / "page.html").read_text(encoding="utf-8"))
