"""The shipped graph promises certain jobs certain skills, at certain depth."""

from __future__ import annotations

import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.graph.compiled import compile_graph, direct_prerequisites
from roadmap.domain.plan import PlanRequest
from roadmap.domain.requirement import Choice
from roadmap.planning import Planner
from roadmap.planning.plan import Plan

PROMISED = {
    "ai-engineer": (
        *(
            "python@2",
            "sql@2",
            "ci-cd@1",
            "git@2",
            "github@1",
            "software-design@2",
            "software-testing@2",
            "rest-apis@2",
        ),
        *("transformers@1", "llm-internals@1", "rag@2", "prompting@2", "foundation-models@2", "fine-tuning@1"),
        *("model-context-protocol@2", "mcp-client@1", "mcp-server@1"),
    ),
    "ml-engineer": (
        *("python@2", "sql@2", "git@2", "github@1", "bash@1", "zsh@1", "ci-cd@1", "docker@1", "mlops-fundamentals@1"),
        *("machine-learning-evaluation@3", "statistics@3", "linear-algebra@3", "calculus@3"),
        *("model-serving@1", "model-monitoring@1", "ml-pipelines@1", "experiment-tracking@1"),
    ),
    "ml-platform-engineer": ("kubernetes@2", "ml-platform@2", "model-serving@2", "training-infrastructure@2"),
    "ml-hardware-engineer": ("cuda@2", "ai-accelerators@2", "computer-architecture@2", "gpu-architecture@2"),
    "ml-solutions-architect": ("solution-architecture@2", "ml-system-design@2", "stakeholder-management@2"),
    "data-scientist": ("statistics@3", "ab-testing@2", "causal-inference@2", "pandas@2", "sql@2"),
    "software-engineer": ("algorithms@2", "software-design@2", "software-testing@2", "git@2", "sql@2"),
}
"""What every plan of a role must hold, whatever is chosen."""

CHOICES = {
    "ai-engineer": ({"java-backend@1", "go-backend@1"}, {"aws@1", "azure@1", "gcp@1"}),
    "ml-engineer": (
        {"aws@1", "azure@1", "gcp@1"},
        {"forecasting@2", "recommendation-systems@2", "object-detection@2"},
    ),
}


@pytest.fixture(scope="module")
def planner() -> Planner:
    return Planner(compile_graph(read_graph(shipped_graph())))


def plan_of(planner: Planner, role: str) -> Plan:
    return planner.build_plan(PlanRequest(role=role))


def mathematics(plan: Plan) -> float:
    return sum(step.hours for step in plan.steps if step.track == "mathematics")


@pytest.mark.parametrize("role", PROMISED)
def test_a_role_requires_what_is_promised_of_it(planner: Planner, role: str) -> None:
    assert set(PROMISED[role]) <= set(plan_of(planner, role).unit_ids)


@pytest.mark.parametrize("role", CHOICES)
def test_a_role_leaves_the_real_alternatives_open(planner: Planner, role: str) -> None:
    offered = [
        {option.unit for option in requirement.options if not isinstance(option, Choice)}
        for requirement in planner.compiled.roles[role].essential
        if isinstance(requirement, Choice)
    ]
    assert all(choice in offered for choice in CHOICES[role])


def test_another_language_such_as_rust_is_optional_for_the_ml_engineer(planner: Planner) -> None:
    assert "rust@1" not in plan_of(planner, "ml-engineer").unit_ids
    everything = planner.build_plan(PlanRequest(role="ml-engineer", include_optional=True))
    assert "rust@1" in everything.unit_ids


def test_an_ai_engineer_needs_little_of_the_mathematics_of_an_ml_engineer(planner: Planner) -> None:
    ai, ml = plan_of(planner, "ai-engineer"), plan_of(planner, "ml-engineer")
    assert mathematics(ai) < mathematics(ml) / 5
    assert not {"linear-algebra@1", "calculus@1", "statistics@2"} & set(ai.unit_ids)
    assert ai.summary.hours < ml.summary.hours


def test_a_software_engineer_is_nearer_to_the_ai_engineer_and_a_data_scientist_to_the_ml_engineer(
    planner: Planner,
) -> None:
    def left(role: str, background: str) -> float:
        return planner.build_plan(PlanRequest(role=role, from_roles=(background,))).summary.hours

    assert left("ai-engineer", "software-engineer") < left("ml-engineer", "software-engineer")
    assert left("ml-engineer", "data-scientist") < left("ai-engineer", "data-scientist")


@pytest.mark.parametrize("role", ["ml-platform-engineer", "ml-hardware-engineer", "ml-solutions-architect"])
def test_the_specialisms_say_what_they_are_special_cases_of(planner: Planner, role: str) -> None:
    assert planner.compiled.roles[role].specialism_of == "ml-engineer"


def test_every_edge_has_a_reason_and_every_unit_a_free_resource(planner: Planner) -> None:
    for unit in planner.compiled.units:
        assert all(why for _, why in direct_prerequisites(unit)), unit.id
        assert any(resource.free for resource in unit.level.resources), unit.id


def test_every_requirement_of_a_role_has_a_reason_and_every_fact_a_source(planner: Planner) -> None:
    for role in planner.compiled.roles.values():
        assert all(requirement.why for requirement in (*role.essential, *role.optional)), role.id
        assert all(fact.source.title for fact in role.facts), role.id


def test_both_chains_are_there_whole(planner: Planner) -> None:
    ml, ai = plan_of(planner, "ml-engineer").unit_ids, plan_of(planner, "ai-engineer").unit_ids
    for before, after in (("algebra@1", "logistic-regression@2"), ("logistic-regression@2", "neural-networks@2")):
        assert ml.index(before) < ml.index(after)
    for before, after in (
        ("programming-fundamentals@1", "llm-apis@1"),
        ("llm-apis@1", "rag@1"),
        ("rag@1", "rag@2"),
        ("function-calling@1", "model-context-protocol@1"),
    ):
        assert ai.index(before) < ai.index(after)
