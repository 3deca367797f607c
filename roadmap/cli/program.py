"""How the whole command behaves at its edges: errors in one line, suggestions, broken pipes and Ctrl-C."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from roadmap.cli.output import printable
from roadmap.errors import DefectiveGraphError, RoadmapError, did_you_mean
from roadmap.planning.suggestions import closest

FAILED = 2
INTERRUPTED = 130
"""What a shell reports of a command that Ctrl-C ended (128 + SIGINT)."""


class Group(click.Group):
    """A group of commands, shown in the order they were added, that suggests one for a mistyped name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, as added."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            suggestions = closest(name, {known: known for known in self.commands})
            raise click.UsageError(f"There is no command {name!r}{did_you_mean(suggestions)}", ctx)
        return super().resolve_command(ctx, args)


class Program(Group):
    """The outermost group: whatever goes wrong is said in one line on standard error, with exit code 2."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the command line and exit."""
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a sign the terminal has not is no reason to fail
        sys.exit(self._run(*args, **{**kwargs, "standalone_mode": False}))

    def _run(self, *args: Any, **kwargs: Any) -> int:
        """The exit code: of `ctx.exit`, or 0 for a command that returns."""
        try:
            return super().main(*args, **kwargs) or 0
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
        except click.exceptions.Abort:
            return INTERRUPTED
        except (click.ClickException, RoadmapError, OSError) as error:
            click.echo(f"roadmap: {printable(explain(error))}", err=True)
        return FAILED


def explain(error: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, DefectiveGraphError):
        first, count = error.defects[0], len(error.defects)
        defects = "a defect" if count == 1 else f"{count} defects; the first"
        return f"{error.source} has {defects}: {first} (all: roadmap graph check {error.source})"
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return str(error)
