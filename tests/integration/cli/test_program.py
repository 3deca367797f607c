"""How the command behaves as a program: help, versions, errors, pipes and terminals."""

import os
import pty
import select
import signal
import subprocess
import sys

import pytest

from roadmap import __version__
from tests.building.processes import heed_ctrl_c
from tests.integration.cli.conftest import one_line

COMMANDS = [
    (),
    *(("plan",), ("compare",), ("rank",), ("job-ad",), ("roles",), ("skills",), ("skill",), ("graph",), ("openapi",)),
    ("serve",),
    *(("graph", "check"), ("graph", "stats"), ("graph", "export")),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(roadmap, command):
    result = roadmap(*command, "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 90


def test_the_help_shows_examples(roadmap):
    assert "roadmap plan ml-engineer --known python,git@1" in roadmap("--help").stdout
    assert "roadmap plan --target" in roadmap("plan", "--help").stdout


@pytest.mark.parametrize("command", [(), ("graph",)], ids=" ".join)
def test_a_group_alone_shows_its_help(roadmap, command):
    result = roadmap(*command)
    assert result.exit_code == 2
    assert "Commands:" in result.output


def test_the_version(roadmap):
    assert roadmap("--version").stdout == f"roadmap {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("pln",), "There is no command 'pln'. Did you mean plan?"),
        (("graph", "chek"), "There is no command 'chek'. Did you mean check?"),
        (("something-else-entirely",), "There is no command 'something-else-entirely'."),
        (("--bogus",), "--bogus"),
        (("--graph",), "requires an argument"),
        (("--graph", "/nowhere/at/all", "roles"), "/nowhere/at/all: No such file or directory"),
        (("roles", "ml-enginer"), "There is no role 'ml-enginer'. Did you mean ml-engineer or ai-engineer?"),
        (("skill", "pyhton"), "There is no skill 'pyhton'. Did you mean python?"),
        (("skill",), "Missing argument"),
    ],
)
def test_what_is_mistyped_is_said_in_one_line(roadmap, arguments, words):
    assert words in one_line(roadmap(*arguments))


def test_a_defective_graph_is_said_in_one_line(roadmap, tmp_path):
    file = tmp_path / "graph.yaml"
    file.write_text("id: [\n")
    error = one_line(roadmap("roles", "--graph", file))
    assert f"{file} has a defect: graph.yaml:2: " in error
    assert f"roadmap graph check {file}" in error


def test_a_graph_of_many_defects_says_how_many(roadmap, tmp_path):
    file = tmp_path / "graph.yaml"
    file.write_text("id: a\n")
    assert f"{file} has 4 defects; the first: " in one_line(roadmap("roles", "--graph", file))


@pytest.mark.parametrize("order", [("--graph", None, "roles"), ("roles", "--graph", None)])
def test_the_graph_is_named_before_or_after_the_command(roadmap, tmp_path, order):
    exported = tmp_path / "one.json"
    roadmap("graph", "export", "-o", exported)
    arguments = [exported if part is None else part for part in order]
    assert roadmap(*arguments, ROADMAP_GRAPHS="/nowhere").stdout == roadmap("roles").stdout


def test_the_first_graph_of_the_setting_is_used(roadmap, careers):
    paths = os.pathsep.join([str(careers), "/nowhere"])
    assert roadmap("roles", ROADMAP_GRAPHS=paths).stdout == roadmap("roles").stdout


def test_a_graph_is_kept_compiled_in_the_folder_of_the_setting(roadmap, tmp_path):
    folder = tmp_path / "cache"
    first, second = (roadmap("plan", "ml-engineer", ROADMAP_CACHE_DIR=str(folder)) for _ in range(2))
    assert first.stdout == second.stdout == roadmap("plan", "ml-engineer").stdout
    assert len(list(folder.iterdir())) == 1


def test_a_setting_that_cannot_be_used_is_said_in_one_line(roadmap):
    assert "ROADMAP_MAX_BODY must be" in one_line(roadmap("roles", ROADMAP_MAX_BODY="much"))


@pytest.mark.parametrize(
    "arguments",
    [
        *(("plan", "ml-engineer"), ("roles",), ("roles", "ml-engineer"), ("skills",), ("skill", "linear-algebra")),
        *(("graph", "check"), ("graph", "stats"), ("rank", "--hours-per-week", "10")),
    ],
    ids=" ".join,
)
def test_in_a_pipe_there_is_neither_colour_nor_padding(process, arguments):
    result = process(*arguments, TERM="xterm-256color", COLUMNS="40")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout
    lines = result.stdout.decode().splitlines()
    assert lines
    assert lines == [line.rstrip() for line in lines]
    assert max(map(len, lines)) > 40


def test_errors_of_a_process_are_one_line_too(process):
    result = process("plan", "ml-enginer")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr == b"roadmap: There is no role 'ml-enginer'. Did you mean ml-engineer or ai-engineer?\n"


def test_a_terminal_without_our_signs_still_gets_its_answer(process):
    result = process("plan", "ml-engineer", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [("skills",), ("plan", "ml-engineer", "--format", "json"), ("--help",)])
def test_a_reader_that_goes_away_is_no_error(careers, arguments):
    command = [sys.executable, "-m", "roadmap", *arguments]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            command,
            env={**os.environ, "ROADMAP_GRAPHS": str(careers)},
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert result.stderr == b""


def on_terminal(careers, *arguments, columns=100, **environment):
    """What a command writes to a terminal."""
    terminal, program = pty.openpty()
    variables = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    variables |= {"ROADMAP_GRAPHS": str(careers), "TERM": "xterm-256color", "COLUMNS": str(columns), **environment}
    with subprocess.Popen([sys.executable, "-m", "roadmap", *arguments], env=variables, stdout=program) as running:
        os.close(program)
        written = b""
        while select.select([terminal], [], [], 30)[0]:
            try:
                part = os.read(terminal, 65_536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            written += part
    os.close(terminal)
    assert running.returncode == 0
    return written.decode()


def test_on_a_terminal_there_is_colour_and_it_fits(careers):
    written = on_terminal(careers, "plan", "ml-engineer", "--hours-per-week", "10", columns=80)
    assert "\x1b[1;36m" in written
    assert "─" in written


def test_no_color_is_respected(careers):
    written = on_terminal(careers, "plan", "ml-engineer", NO_COLOR="1")
    assert "─" in written
    assert "\x1b[1;36m" not in written
    assert "\x1b[3" not in written


def test_a_wide_terminal_shows_more(careers):
    narrow, wide = (on_terminal(careers, "plan", "ml-engineer", columns=columns) for columns in (80, 160))
    assert "Track" not in narrow
    assert "Track" in wide


def test_texts_of_a_graph_do_not_steer_a_terminal(roadmap):
    """Known units come from the command line, and are shown in an error."""
    assert "\x1b" not in one_line(roadmap("plan", "ml-engineer", "--known", "\x1b[31mred"))


def test_ctrl_c_is_quiet(tmp_path):
    endless = tmp_path / "graph.yaml"
    os.mkfifo(endless)
    command = [sys.executable, "-m", "roadmap", "graph", "check", str(endless)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with (
        subprocess.Popen(command, **pipes, preexec_fn=heed_ctrl_c) as running,  # noqa: PLW1509 - no threads here
        endless.open("wb"),  # waits until the command reads
    ):
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=30)
    assert running.returncode == 130
    assert (output, errors.strip()) == (b"", b"")
