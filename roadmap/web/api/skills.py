"""`/v1/skills`: what can be learnt."""

from __future__ import annotations

from flask import Response

from roadmap.services import catalogue
from roadmap.web.answers import answer
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.catalogue import GraphQuery, Skill, SkillList, SkillSearch, SkillsQuery
from roadmap.web.service import library_with

skills = resource("skills", "What can be learnt: skills in one to three levels.")


@operation(skills, "/v1/skills", "listSkills", SkillList, query=SkillsQuery, problems=[400, 406, 422])
def list_skills(search: SkillSearch) -> Response:
    """Search skills

    All skills by name, or those whose id, name or another name holds `q`: the same first, then what begins with it.
    Where nothing holds it, the skills that are called something like it.
    """
    graphs = library_with(search.graph)
    page = catalogue.list_skills(graphs, search.graph, search.q, search.track, search.limit, search.offset)
    return answer({"skills": page.skills, "total": page.total, "limit": search.limit, "offset": search.offset})


@operation(
    skills,
    "/v1/skills/<skill_id>",
    "getSkill",
    Skill,
    query=GraphQuery,
    problems=[400, 404, 406, 422],
    path={"skill_id": ("The skill's id.", "python")},
)
def get_skill(graph: str | None, skill_id: str) -> Response:
    """Get a skill

    A skill with its levels: what each requires and recommends, and what needs it.
    """
    return answer(catalogue.show_skill(library_with(graph), graph, skill_id))
