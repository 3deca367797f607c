"""Plans as Mermaid flowcharts: one box a step, one group a stage, arrows from prerequisite to dependent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from roadmap.domain.plan import Step
from roadmap.domain.text import one_line
from roadmap.planning.plan import Plan


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """A `flowchart LR`. Links have no place here."""
    del links
    return "".join(f"{line}\n" for line in _lines(plan)).encode()


def _lines(plan: Plan) -> Iterator[str]:
    yield "flowchart LR"
    by_stage = sorted(plan.steps, key=lambda step: step.stage)
    for stage, steps in groupby(by_stage, key=lambda step: step.stage):
        yield f'  subgraph stage{stage}["Stage {stage}"]'
        for step in steps:
            yield f'    {_node(step)}["{_label(step.name)} {step.level}<br/>{step.hours} h"]'
        yield "  end"
    nodes = {step.unit: _node(step) for step in plan.steps}
    for step in plan.steps:
        for prerequisite in step.requires:
            if prerequisite.unit in nodes:
                yield f"  {nodes[prerequisite.unit]} --> {nodes[step.unit]}"


def _node(step: Step) -> str:
    return f"s{step.position}"


def _label(text: str) -> str:
    """Text as Mermaid shows it and never reads it: all but letters, digits and spaces as entity codes.

    Mermaid takes a backslash before an n for a line end even so: a word joiner, which is not seen, keeps them apart.
    """
    shown = one_line(text).replace("\\n", "\\\u2060n")
    return "".join(char if char.isalnum() or char == " " else f"#{ord(char)};" for char in shown)
