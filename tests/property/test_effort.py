"""What a goal takes is the same whether its plan is laid out or only measured."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.days_off import DaysOff, parse_days_off
from tests.building.case import Case
from tests.building.large_graphs import large_cases
from tests.building.plans import planner
from tests.building.small_graphs import SOME, cases

everywhere = cases(prefer=SOME) | cases(from_roles=("other",)) | large_cases()

some_days_off = st.sampled_from((DaysOff(), parse_days_off(["sunday", "2027-01-10/2027-01-20"])))


@given(
    everywhere,
    st.sampled_from((None, 0.5, 2.3, 10, 168)),
    st.none() | st.dates(date(2026, 12, 28), date(2027, 6, 30)),
    some_days_off,
)
def test_measuring_a_goal_gives_the_figures_of_its_plan(
    case: Case, pace: float | None, deadline: date | None, days_off: DaysOff
) -> None:
    for start in (None, date(2027, 1, 4)):
        dated = {} if start is None else {"deadline": deadline, "days_off": days_off}
        asked = case.but(hours_per_week=pace, start_date=start, **dated)
        measured, summary = planner(asked.document).measure(asked.request), asdict(asked.plan().summary)
        assert asdict(measured) == {name: summary[name] for name in asdict(measured)}
