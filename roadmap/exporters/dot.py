"""Plans in the language of Graphviz: one box a step, one column a stage, arrows from prerequisite to dependent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from roadmap.domain.plan import Step
from roadmap.domain.text import one_line
from roadmap.planning.plan import Plan

COLOURS = 12
"""How many colours the scheme `set312` has (Brewer: light, so that black is read on each)."""


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """A `digraph` to be drawn by `dot`. Links have no place here."""
    del links
    return "".join(f"{line}\n" for line in _lines(plan)).encode()


def _lines(plan: Plan) -> Iterator[str]:
    yield "digraph plan {"
    yield f'  graph [label={_text(plan.title)}, labelloc=t, rankdir=LR, ranksep=1, fontname="sans-serif"]'
    yield '  node [shape=box, style="rounded,filled", colorscheme=set312, fontname="sans-serif"]'
    by_stage = sorted(plan.steps, key=lambda step: step.stage)
    tracks = {track.id: (n, track.name) for n, track in enumerate(plan.compiled.graph.tracks)}
    for stage, steps in groupby(by_stage, key=lambda step: step.stage):
        yield f"  subgraph stage{stage} {{"
        yield "    rank=same"
        yield from (f"    {_node(step, *tracks[step.track])}" for step in steps)
        yield "  }"
    there = {step.unit for step in plan.steps}
    for step in plan.steps:
        for before in step.requires:
            if before.unit in there:
                yield f"  {_text(before.unit)} -> {_text(step.unit)} [tooltip={_text(before.why)}]"
    yield "}"


def _node(step: Step, track: int, track_name: str) -> str:
    label = _text(f"{step.name} {step.level}", f"{step.hours:,} h, {track_name}")
    return f"{_text(step.unit)} [label={label}, tooltip={_text(step.outcome)}, fillcolor={track % COLOURS + 1}]"


def _text(*lines: str) -> str:
    """Lines as one quoted string in which Graphviz finds no escape and no entity."""
    return '"' + r"\n".join(map(_escape, lines)) + '"'


def _escape(text: str) -> str:
    return one_line(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
