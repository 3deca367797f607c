"""Options that several commands take, and the kinds of values they have."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

import click

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.adapters.shipped import shipped_graph
from roadmap.adapters.system_clock import SystemClock
from roadmap.config import read_settings
from roadmap.domain.days_off import DaysOff, iso_date, parse_days_off
from roadmap.domain.plan import JUST_IN_TIME
from roadmap.errors import did_you_mean
from roadmap.planning.ordering import STRATEGIES
from roadmap.planning.schedule import MAX_WEEKLY_HOURS
from roadmap.planning.suggestions import closest
from roadmap.services.library import GraphLibrary


class Words(click.ParamType[tuple[str, ...]]):
    """Words with commas between them; an option of this kind may be given several times."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """`a,b` as a and b, without blanks."""
        del param, ctx
        return tuple(word for part in str(value).split(",") if (word := part.strip()))


class Day(click.ParamType[date]):
    """A date, YYYY-MM-DD, or the word `today`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date written."""
        if value == "today":
            return SystemClock().today()
        try:
            return iso_date(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date written YYYY-MM-DD, nor today.", param, ctx)


class HoursPerWeek(click.ParamType[float]):
    """Hours a week: over 0, and no more than a week has."""

    name = "hours"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number written."""
        try:
            hours = float(value)
        except ValueError:
            self.fail(f"{value!r} is not a number.", param, ctx)
        if not (isfinite(hours) and 0 < hours <= MAX_WEEKLY_HOURS):
            self.fail(f"{value} is not over 0 and at most {MAX_WEEKLY_HOURS}.", param, ctx)
        return hours


class Figures(click.ParamType[tuple[tuple[str, float], ...]]):
    """Figures by name, with commas between them: `mathematics=-0.8,people=1`.

    `kind` is what the names are names of; each figure lies between two bounds.
    """

    name = "figures"

    def __init__(self, kind: str, names: Sequence[str], least: float, most: float) -> None:
        self.kind = kind
        self.names = names
        self.least = least
        self.most = most

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[tuple[str, float], ...]:
        """Each name with its figure, in the order written."""
        return tuple(self._figure(word, param, ctx) for word in Words().convert(value, param, ctx))

    def _figure(self, word: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        name, _, written = (part.strip() for part in word.partition("="))
        if name not in self.names:
            suggestions = closest(name, {known: known for known in self.names})
            self.fail(f"There is no {self.kind} {name!r}{did_you_mean(suggestions)}", param, ctx)
        try:
            figure = float(written)
        except ValueError:
            self.fail(f"{word!r} is not written {name}=NUMBER.", param, ctx)
        if not self.least <= figure <= self.most:
            self.fail(f"{name}={written} is not from {self.least:g} to {self.most:g}.", param, ctx)
        return name, figure


def words_option(*names: str, metavar: str, help_text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """An option with a list of words, comma-separated or repeated, flattened for the command."""
    return click.option(*names, type=Words(), multiple=True, metavar=metavar, help=help_text, callback=_flattened)


def learner_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say who learns, and how: `known`, `from_roles`, `prefer`, `avoid`, `include_optional`,
    `no_assume_prerequisites`, `strategy` and `hours_per_week`."""
    for option in reversed(LEARNER_OPTIONS):
        command = option(command)
    return command


def read_days_off(words: tuple[str, ...]) -> DaysOff:
    """Days off as written on the command line."""
    try:
        return parse_days_off(words)
    except ValueError as error:
        raise click.BadParameter(f"{error}.", param_hint="'--days-off'") from error


STRATEGY_HELP = " ".join(f"{strategy.name}: {strategy.summary}" for strategy in STRATEGIES)


def _flattened(ctx: click.Context, param: click.Parameter, value: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    del ctx, param
    return tuple(word for words in value for word in words)


def _remember_graph(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    """Keep the path for the commands inside, which get it by `click.pass_obj`."""
    del param
    if value is not None:
        ctx.obj = value


LEARNER_OPTIONS = (
    words_option("--known", metavar="UNIT", help_text="Units or skills you know already."),
    words_option("--from-role", "from_roles", metavar="ROLE", help_text="A role you have: you know what it needs."),
    words_option("--prefer", metavar="UNIT", help_text="Units or skills to take where there is a choice."),
    words_option("--avoid", metavar="UNIT", help_text="Units or skills never to take."),
    click.option("--include-optional", is_flag=True, help="Plan for optional requirements of roles too."),
    click.option("--no-assume-prerequisites", is_flag=True, help="Do not take what --known builds on for known."),
    click.option(
        "--strategy",
        type=click.Choice([strategy.name for strategy in STRATEGIES]),
        default=JUST_IN_TIME,
        show_default=True,
        help=STRATEGY_HELP,
    ),
    click.option(
        "--hours-per-week", type=HoursPerWeek(), help="How much you study: adds weeks, and dates from a start."
    ),
)

graph_option = click.option(
    "--graph",
    type=click.Path(path_type=Path),
    metavar="PATH",
    expose_value=False,
    callback=_remember_graph,
    help="The graph folder or file to use. Otherwise: the first in ROADMAP_GRAPHS, or the shipped graph.",
)
"""`--graph`, before the command's name or after it. The command receives it through `click.pass_obj`."""


def graph_path(given: Path | None) -> Path:
    """The graph to use: the one given, the first of the setting, or the shipped one."""
    return (*graph_paths(given), shipped_graph())[0]


def graph_paths(given: Path | None) -> tuple[Path, ...]:
    """The graphs to serve: the one given, or those of the setting; empty for the shipped one."""
    return (given,) if given is not None else read_settings(os.environ).graphs


def open_library(given: Path | None) -> GraphLibrary:
    """The graph to use, read and compiled."""
    return load_graphs([graph_path(given)], read_settings(os.environ).cache_dir)
