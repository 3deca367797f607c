"""Plans as iCalendar (RFC 5545): an all-day event a step, or a to-do a step where the plan has no dates.

A calendar knows an entry by its UID, which is the same for the same graph, goal and unit: importing a plan made anew
moves what is there instead of doubling it. Nothing here looks at a clock: an entry is stamped with the first day of the
plan, so that of two plans the one that starts later is the newer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Component, Event, Todo, vText

from roadmap.domain.plan import Step
from roadmap.domain.skill import LEVEL_NAMES, Resource
from roadmap.domain.text import one_line
from roadmap.planning.plan import Plan

PRODUCT = "-//roadmap//Study plans//EN"

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of entries that have no dates: older than any that have."""


ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class Text(vText):
    """TEXT (RFC 5545, 3.3.11) of which nothing is lost: icalendar 7 writes a backslash before an N as a line end."""

    def to_ical(self) -> bytes:
        """The text with what means something escaped."""
        return self.translate(ESCAPES).encode()


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """A calendar called by the role or the targets, each entry with the plan's address if there is one."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = Text(one_line(f"Study plan: {plan.title}"))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    tracks = {track.id: track.name for track in plan.compiled.graph.tracks}
    for step in plan.steps:
        entry = _entry(step)
        entry.add("description", Text("\n".join(_lines(step))))
        entry.add("categories", Text(one_line(tracks[step.track])))
        calendar.add_component(_marked(entry, plan, step.unit, links))
    if not plan.steps:
        calendar.add_component(_marked(_nothing_left(), plan, "", links))
    written: bytes = calendar.to_ical()
    return written


def _entry(step: Step) -> Component:
    """An event from the first to the last day of a step, which leaves the days free for others; or a to-do.

    A to-do has no status, so that importing it again does not say of what is done that it is not.
    """
    title = f"{one_line(step.name)} {step.level}"
    schedule = step.schedule
    if schedule is None or schedule.start is None or schedule.finish is None:
        todo = Todo()
        todo.add("summary", Text(f"{step.position}. {title}"))
        return todo
    event = Event()
    event.add("summary", Text(title))
    event.add("dtstart", schedule.start)
    event.add("dtend", schedule.finish + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _nothing_left() -> Component:
    """The entry of an empty plan: a calendar without one is none (RFC 5545, 3.6)."""
    todo = Todo()
    todo.add("summary", "Nothing is left to learn.")
    todo.add("status", "COMPLETED")
    return todo


def _marked(entry: Component, plan: Plan, unit: str, links: Mapping[str, str]) -> Component:
    start = plan.request.start_date
    entry.add("uid", _uid(plan, unit))
    entry.add("dtstamp", UNDATED if start is None else datetime.combine(start, time(), UTC))
    entry.add("sequence", 0)
    if "self" in links:
        entry.add("url", links["self"])
    return entry


def _uid(plan: Plan, unit: str) -> str:
    goal = f"{plan.role.id if plan.role else ''}/{','.join(plan.targets)}"
    return str(uuid5(NAMESPACE_URL, f"roadmap:{plan.compiled.graph.id}/{goal}/{unit}"))


def _lines(step: Step) -> Iterator[str]:
    when = f", week {step.schedule.week}" if step.schedule else ""
    yield f"{step.unit} ({LEVEL_NAMES[step.level]}), {step.hours:,} h{when}"
    yield one_line(step.outcome)
    link = step.reason.chain[0]
    yield one_line(f"For {link.needed_by}: {link.why}" if link.why else f"For {link.needed_by}")
    yield from map(_resource, step.resources)


def _resource(resource: Resource) -> str:
    paid = "" if resource.free else ", not free"
    return f"{one_line(resource.title)} ({resource.kind}{paid}): {resource.url}"
