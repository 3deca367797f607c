"""What the picture looks like: sizes in pixels, colours by light and by dark, and a pattern for each track.

Everything has its light colour as an attribute, which holds wherever style sheets do not; the style sheet only adds the
dark ones.
"""

from __future__ import annotations

FONT = "system-ui, sans-serif"

MARGIN = 28
CARD_WIDTH = 216
COLUMN_GAP = 72
BAND = 12
RADIUS = 7
NAME_SIZE = 13
SMALL_SIZE = 11.5
TITLE_SIZE = 26
TEXT_SIZE = 14
LINE = 17
BOLD = 1.1
"""How much wider bold letters are."""

LEAST_WIDTH = 560

LIGHT = {
    "paper": {"fill": "#fdfdfb", "stroke": "#dfe1dc"},
    "band": {"fill": "#f3f4ef"},
    "card": {"fill": "#ffffff"},
    "ink": {"fill": "#1d2329"},
    "soft": {"fill": "#59636e"},
    "chain": {"stroke": "#1d2329"},
    "tip": {"fill": "#59636e"},
    "mark": {"stroke": "#fdfdfb"},
}
DARK = {
    "paper": {"fill": "#14181c", "stroke": "#2f373f"},
    "band": {"fill": "#1b2127"},
    "card": {"fill": "#232a31"},
    "ink": {"fill": "#e9ecee"},
    "soft": {"fill": "#a9b3bd"},
    "chain": {"stroke": "#e9ecee"},
    "tip": {"fill": "#a9b3bd"},
    "mark": {"stroke": "#14181c"},
}


def _rule(name: str, properties: dict[str, str]) -> str:
    return f".{name}{{{';'.join(f'{key}:{value}' for key, value in properties.items())}}}"


STYLE = f"@media (prefers-color-scheme:dark){{{''.join(_rule(*rule) for rule in DARK.items())}}}"
"""The style sheet in every picture."""

COLOURS = (
    *("#3a6fd8", "#66737f", "#0e8f84", "#c47a08", "#2f8f46", "#7b55d3", "#b4559f"),
    *("#c6453f", "#d6438a", "#8b6b3e", "#2490cc", "#73801d", "#a3592b"),
)
"""Of tracks, in the order of the graph: readable on paper of either kind."""

MARKS = ("", "M-2 10 10 -2 M-2 2 2 -2 M6 10 10 6", "M2 2h0M6 6h0", "M0 4h8", "M-2 -2 10 10 M-2 6 2 10 M6 -2 10 2",
         "M4 0v8", "M0 4h8M4 0v8")  # fmt: skip
"""Of tracks too, on a tile of 8 by 8: their number shares no divisor with that of the colours, so that 91 differ."""
