"""Every error the project raises on purpose. Each carries the objects concerned and knows no HTTP.

RoadmapError
├── SettingError                 a setting whose value cannot be used
├── DefectiveGraphError          a graph that cannot be used, with every defect in it
├── BatchFileError               a file that a batch cannot be written to
├── NotFoundError                something named on its own does not exist
│   ├── GraphNotFoundError
│   ├── RoleNotFoundError
│   └── SkillNotFoundError
└── ImpossibleRequestError       well formed, but no answer exists
    ├── UnknownReferenceError    a request that names ids the graph does not have
    ├── UnreachableTargetsError  what is avoided leaves no way to the targets
    └── EndlessScheduleError     the plan would finish after the last day of the calendar
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


class RoadmapError(Exception):
    """The root: catch this to catch everything the project raises on purpose."""


class SettingError(RoadmapError):
    """The setting `name` has a value that cannot be used; `expected` says what it takes."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        self.name = name
        self.value = value
        self.expected = expected
        super().__init__(f"{name} must be {expected}, but is {value!r}.")


Path = tuple[str | int, ...]
"""Where something stands in a graph's document: member names and list positions from the top."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One reason to refuse a graph. `subject` is the unit, skill or role concerned; `file` and `line` (from 1)
    are filled in by whoever read the document from files."""

    path: Path
    subject: str
    message: str
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place or '/'.join(map(str, self.path))}: {self.subject}: {self.message}"


class DefectiveGraphError(RoadmapError):
    """A graph was refused whole; `defects` holds every reason, in the order of the files."""

    def __init__(self, source: str, defects: Sequence[Defect]) -> None:
        self.source = source
        self.defects = tuple(defects)
        super().__init__(f"{source} has {len(self.defects)} defect(s)")


class BatchFileError(RoadmapError):
    """The file at `path` holds something that a batch must not be added to; `reason` says what."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path} {reason}; --restart writes it anew.")


class NotFoundError(RoadmapError):
    """Something named on its own does not exist; `suggestions` are ids that look like it."""

    kind: ClassVar[str]

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        self.name = name
        self.suggestions = tuple(suggestions)
        super().__init__(f"There is no {self.kind} {name!r}{did_you_mean(self.suggestions)}")


class GraphNotFoundError(NotFoundError):
    """No loaded graph has this id."""

    kind = "graph"


class RoleNotFoundError(NotFoundError):
    """The graph has no role with this id."""

    kind = "role"


class SkillNotFoundError(NotFoundError):
    """The graph has no skill with this id."""

    kind = "skill"


class ImpossibleRequestError(RoadmapError):
    """The request is well formed, and still cannot be answered with a plan."""


@dataclass(frozen=True, slots=True)
class UnknownReference:
    """One id in a request that the graph does not have.

    `member` and `position` say where in the request it stands (`known`, 3); `position` is None for a member
    that is not a list.
    """

    kind: str
    name: str
    member: str
    position: int | None
    suggestions: tuple[str, ...]

    def __str__(self) -> str:
        return f"There is no {self.kind} {self.name!r}{did_you_mean(self.suggestions)}"


class UnknownReferenceError(ImpossibleRequestError):
    """The request names ids that the graph does not have; `references` holds them, up to 50."""

    def __init__(self, references: Sequence[UnknownReference]) -> None:
        self.references = tuple(references)
        super().__init__("; ".join(map(str, self.references)))


class UnreachableTargetsError(ImpossibleRequestError):
    """What is avoided leaves no way to the targets.

    `targets` are the units that cannot be reached, `conflict` a smallest set of avoided units that together
    rule them out: leaving any one of these out of `avoid` clears this conflict.
    """

    def __init__(self, targets: Sequence[str], conflict: Sequence[str]) -> None:
        self.targets = tuple(targets)
        self.conflict = tuple(conflict)
        super().__init__(f"Nothing reaches {', '.join(self.targets)} while avoiding {' and '.join(self.conflict)}.")


class EndlessScheduleError(ImpossibleRequestError):
    """At the given pace the plan would finish after the last day of the calendar (9999-12-31)."""

    def __init__(self, hours_per_week: float) -> None:
        self.hours_per_week = hours_per_week
        super().__init__(f"At {hours_per_week:g} hours a week the plan would finish after the year 9999.")


def did_you_mean(suggestions: Sequence[str]) -> str:
    """The end of a sentence about something unknown: a full stop, or a question with the suggestions."""
    return f". Did you mean {' or '.join(suggestions)}?" if suggestions else "."
