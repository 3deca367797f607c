"""HTML as a test looks at it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = ("meta", "link", "img", "br", "input")


class Html(HTMLParser):
    """A page's ids, links, texts, tags that stand open, and things it would load. Nothing in it is written inline."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.scripts: list[str] = []
        self.tags: list[str] = []
        self.fields: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not {"style", "onclick", "onload", "onerror"} & set(given)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        elif tag == "script":
            self.scripts.append(str(given["src"]))
        elif given.get("href") or given.get("src"):
            self.loaded.append(str(given.get("href") or given.get("src")))
        if given.get("name") and tag == "input":
            self.fields.append((str(given["name"]), str(given.get("value"))))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
