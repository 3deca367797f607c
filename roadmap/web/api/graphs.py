"""`/v1/graphs`: the skill graphs that can be planned on."""

from __future__ import annotations

from flask import Response

from roadmap.services import catalogue
from roadmap.web.answers import answer
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.catalogue import Graph, GraphList
from roadmap.web.service import library

graphs = resource("graphs", "The skill graphs that can be planned on.")


@operation(graphs, "/v1/graphs", "listGraphs", GraphList, problems=[400, 406])
def list_graphs(query: object) -> Response:
    """List the graphs

    All graphs of the service with their versions, digests and figures, the default one first.
    """
    del query
    return answer({"graphs": catalogue.list_graphs(library())})


@operation(
    graphs,
    "/v1/graphs/<graph_id>",
    "getGraph",
    Graph,
    problems=[400, 404, 406],
    path={"graph_id": ("The graph's id.", "tech-careers")},
)
def get_graph(query: object, graph_id: str) -> Response:
    """Get a graph

    One graph in figures. Its digest changes with its content, and with it every ETag of what is made from it.
    """
    del query
    return answer(catalogue.show_graph(library(), graph_id))
