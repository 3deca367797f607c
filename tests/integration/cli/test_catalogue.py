"""`roadmap roles`, `roadmap skills` and `roadmap skill` show what is in the graph."""

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.services.catalogue import list_roles, list_skills
from tests.integration.cli.conftest import CAREERS

LIBRARY = load_graphs([CAREERS])


def first_words(text):
    return [line.split()[0] for line in text.splitlines()[1:]]


def test_all_roles_are_listed(roadmap):
    assert first_words(roadmap("roles").stdout) == [role.id for role in list_roles(LIBRARY)]


def test_a_role_is_shown_with_what_it_needs_and_the_facts(roadmap):
    text = roadmap("roles", "ml-engineer").stdout
    for part in (
        "Machine-learning engineer (ml-engineer)",
        "Also called: MLE, ML engineer",
        "People come from: software-engineer, data-scientist",
        "forecasting@1 or recommendation-systems@1",
        "A specialism.",
        "Many models are bought and not trained.",
        "background (World, 2026): Most people come from software or data science. "
        "[An example of a source https://example.org/survey]",
    ):
        assert part in text
    assert "A specialism of ml-engineer" in roadmap("roles", "data-scientist").stdout


def test_all_skills_are_listed(roadmap):
    assert first_words(roadmap("skills").stdout) == [skill.id for skill in list_skills(LIBRARY).skills]


def test_skills_are_found_by_alias_and_track(roadmap):
    assert first_words(roadmap("skills", "LLM").stdout)[0] == "large-language-models"
    assert set(first_words(roadmap("skills", "--track", "cloud").stdout)) >= {"aws", "azure", "gcp", "mlops"}
    assert "aws" not in roadmap("skills", "--track", "mathematics").stdout


def test_nothing_found_is_said(roadmap):
    result = roadmap("skills", "zzzzzzzzzz")
    assert result.exit_code == 0
    assert "No skill is called anything like it." in result.stdout


def test_a_skill_is_shown_with_its_levels(roadmap):
    text = roadmap("skill", "linear-algebra").stdout
    assert "linear-algebra@1, 20 hours" in text
    assert "linear-algebra@2" in text
    assert "Needed by: " in text
    assert "Linear Algebra Done Right (book) https://linear.axler.net/" in text


def test_a_skill_is_shown_with_its_choices(roadmap):
    assert "aws@1 or azure@1 or gcp@1" in roadmap("skill", "mlops").stdout
