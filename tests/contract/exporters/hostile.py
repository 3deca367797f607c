"""Texts that mean something to some format, and must not."""

from __future__ import annotations

from tests.building.documents import Document, any_of, document, level, role, skill, unit

TEXTS = (
    "=HYPERLINK('https://evil.example','x')",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1",
    "\uff1d1+1",  # a full-width equals sign
    'He said "stop", and; left',
    "a,b;c|d",
    "line\nbreak\r\nand\u2028more",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#60;",
    "[click](javascript:alert(1))",
    "![image](https://evil.example/x.png)",
    "<https://evil.example>",
    "https://evil.example/auto",
    "www.evil.example",
    "`code` ``more`` ~~~",
    "*bold* _it_ __b__ ~~gone~~",
    "# heading",
    "C #",
    "# #",
    "1. item",
    "2) item",
    "- item",
    "+ item",
    "> quote",
    "---",
    "===",
    "| a | b |",
    "$x^2$",
    "back\\slash \\*",
    ":::note",
    "[ref]: https://evil.example",
    "    indented code",
    '"] --> x["',
    "end",
    "%%{init: {'theme': 'dark'}}%%",
    "click s1 href 'javascript:alert(1)'",
    "subgraph x; end; s1 --> s2",
    "#quot; #35; #lt;b#gt;",
    "\u202eevil\u202c \u2066x\u2069",
    "\x00\x07\x1b[31mred\x7f\x9b",
    "é😀 العربية עברית",
    "' OR 1=1",
    "^[x]: footnote[^1]",
    "</title></text></svg><script>alert(1)</script>",
    "]]> <!-- --> <?xml version='1.0'?> &nbsp; &#0;",
    "</style></bdi><iframe src='https://evil.example'>",
    '\\N \\G \\l \\" \\',
    '"]; b [label=<<img src="https://evil.example/x.png"/>>]',
    "\\n\\, literal; END:VEVENT",
    "x\r\nEND:VCALENDAR\r\nBEGIN:VALARM\r\nACTION:EMAIL",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} %s {0}",
    "url(https://evil.example/x.css) @import",
    "\u2067\u202eunclosed",
    "\ufffe\uffff\ufeff z\u0300\u0301\u0302 \u200b\u200d",
    "x" * 119,
)


ADDRESS = r"https://example.org/a_(b)*c*)?x=1&amp;y=\)[z]"
"""An address with everything in it that the schema allows."""


def hostile_document() -> Document:
    """A graph in which every free text is one of them: skills in a row, each with a reason, and a choice."""
    skills = [skill("start-a", track="data"), skill("start-b", track="data")]
    for n, text in enumerate(TEXTS):
        before = skills[-1]["id"]
        choice = any_of("start-a", "start-b", why=text)
        book = {"title": text[:120], "url": ADDRESS, "kind": "book", "free": False}
        made = level(1.25, outcome=text, requires=[unit(before, text), choice], resources=[book])
        skills.append({**skill(f"skill-{n}"), **made, "name": text[:120], "summary": text})
    made = document(skills, [role("hostile", unit(skills[-1]["id"], TEXTS[0])), *_roles()])
    return {
        **made,
        "tracks": [{**track, "name": f"<i>{track['name']}</i>, \\n;"} for track in made["tracks"]],
        "name": "<b>`*graph*`</b>",
        "licence": "*|`<",
    }


def _roles() -> list[Document]:
    """A role called by each of the texts."""
    return [{**role(f"role-{n}", unit("skill-0", text)), "name": text[:120]} for n, text in enumerate(TEXTS)]
