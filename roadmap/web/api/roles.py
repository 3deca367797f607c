"""`/v1/roles`: the jobs that plans lead to."""

from __future__ import annotations

from flask import Response

from roadmap.services import catalogue
from roadmap.web.answers import answer
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.catalogue import GraphQuery, Role, RoleList
from roadmap.web.service import library_with

roles = resource("roles", "The jobs that plans lead to.")


@operation(roles, "/v1/roles", "listRoles", RoleList, query=GraphQuery, problems=[400, 406, 422])
def list_roles(graph: str | None) -> Response:
    """List the roles

    All roles of a graph by name, each with the steps and hours of its plan from nothing.
    """
    return answer({"roles": catalogue.list_roles(library_with(graph), graph)})


@operation(
    roles,
    "/v1/roles/<role_id>",
    "getRole",
    Role,
    query=GraphQuery,
    problems=[400, 404, 406, 422],
    path={"role_id": ("The role's id.", "ml-engineer")},
)
def get_role(graph: str | None, role_id: str) -> Response:
    """Get a role

    A role with its essential and optional requirements, and sourced facts about it.
    """
    return answer(catalogue.show_role(library_with(graph), graph, role_id))
