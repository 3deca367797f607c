"""Learning roadmaps: which skills a role needs, in which order, given what is already known."""

__version__ = "0.1.0"
