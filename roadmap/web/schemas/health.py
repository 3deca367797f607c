"""What probes are told."""

from __future__ import annotations

from roadmap.web.schemas.catalogue import texts
from roadmap.web.schemas.fields import Answer, Word
from roadmap.web.schemas.vocabulary import STATE


class Alive(Answer):
    """The process answers."""

    state = Word(STATE, required=True)


class Ready(Answer):
    """The service can plan."""

    state = Word(STATE, required=True)
    graphs = texts("The ids of the graphs that are loaded.")
    outdated = texts(
        "The ids of those whose files have changed to what cannot be served: the version before is, and the log says "
        "what is wrong."
    )
