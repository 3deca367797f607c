"""Which learners share the prepared steps of a plan."""

from __future__ import annotations

import pytest

from roadmap.domain.plan import PlanRequest
from tests.building.documents import any_of, document, role, skill
from tests.building.plans import canonical_dump, planner

STATISTICS = [
    skill("python", 10),
    skill("r", 8),
    skill("plots", 5, requires=[any_of("python", "r")]),
    skill("reports", 5, requires=["plots"]),
]
MADE = document(STATISTICS, [role("analyst", "python", "r", "reports")])
BOTH = ("python", "r")


@pytest.mark.parametrize(
    ("one", "other", "built"),
    [
        pytest.param((), ("python",), 1, id="the same choice, known or not"),
        pytest.param(("python",), ("python", "plots"), 1, id="a choice that does not arise"),
        pytest.param((), ("plots",), 2, id="a choice that does not arise and that nothing known would settle"),
        pytest.param(("python",), ("r",), 2, id="another choice"),
        pytest.param(BOTH, ("plots", *BOTH), 1, id="more known than is asked for"),
    ],
)
def test_learners_share_a_template_when_their_choices_differ_in_known_units_alone(
    one: tuple[str, ...], other: tuple[str, ...], built: int
) -> None:
    makes = planner(MADE)
    for known in (one, other):
        request = PlanRequest(role="analyst", known=known)
        assert canonical_dump(makes.build_plan(request)) == canonical_dump(planner(MADE).build_plan(request))
    assert makes.templates_built == built
