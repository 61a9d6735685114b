"""A page of a device as lines of plain text, in the order in which they are read: what golden texts hold."""

from html.parser import HTMLParser

BLOCKS = frozenset({"section", "header", "div", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "details", "summary", "button", "label"})
INLINE = frozenset({"line", "head", "soft", "chips", "why", "outlook", "need", "supplier", "standing", "step"})
"""Classes of spans that stand on a line of their own."""
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
EMPTY = ("use", "rect", "input")


class _Reader(HTMLParser):
    """Gathers words by the elements in which they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.words: list[str] = []
        self.inside: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in EMPTY:
            if "aria-valuetext" in told:
                self.lines.append(f"= 0 to {told['max']}: {told['aria-valuetext']}")
            return
        breaks = tag in BLOCKS or bool(INLINE & set(told.get("class", "").split()))
        if breaks:
            self.flush()
        self.inside.append((tag, breaks))
        if tag == "button":
            does = " ".join(f"{name[5:]} {value}" for name, value in told.items() if name.startswith("data-"))
            pressed = " (x)" if told.get("aria-pressed") == "true" else ""
            self.lines.append(f"[{does}]{pressed}{' (off)' if told.get('aria-disabled') == 'true' else ''}")

    def handle_endtag(self, tag: str) -> None:
        while self.inside:
            name, breaks = self.inside.pop()
            if breaks:
                self.flush(HEADINGS.get(name, ""))
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(" ".join(data.split()))

    def flush(self, mark: str = "") -> None:
        """End a line."""
        if self.words:
            self.lines.append(mark + " ".join(self.words))
            self.words = []


def page_text(parts: dict[str, str]) -> str:
    """All that the parts of a page say, with what each button does."""
    lines = []
    for name, html in parts.items():
        reader = _Reader()
        reader.feed(html)
        reader.flush()
        if reader.lines:
            lines += [f"[{name}]", *reader.lines, ""]
    return "\n".join(lines)
