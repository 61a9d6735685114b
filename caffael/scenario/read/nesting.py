"""See, before a .toml file is parsed, that it is not nested or filled beyond measure: the parser takes minutes over such files."""

import re
from collections.abc import Iterator

MOST_DEPTH = 8
"""How deep tables, lists and dotted names go. The deepest of the format is four."""
MOST_VALUES = 4_000
"""Values and tables of a file. The standard scenario has 400."""
QUOTED = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|#[^\n]*""")
CLOSING = {'"""': re.compile(r'(?:\\.|[^\\])*?"""', re.DOTALL), "'''": re.compile(r".*?'''", re.DOTALL)}
BRACKET = re.compile(r"[\[\]{}]")
LONG_NAME = re.compile(rf"[\w-](?:[ \t]*\.[ \t]*[\w-]+){{{MOST_DEPTH},}}")
VALUE = re.compile(r"=|\[\[|,")


def too_nested(text: str) -> tuple[int | None, str] | None:
    """The line and the sentence about what no pack needs; None where a file can be parsed."""
    plain = "".join(without_texts(text))
    depth = 0
    for found in BRACKET.finditer(plain):
        depth += 1 if found[0] in "[{" else -1
        if depth > MOST_DEPTH:
            return line_at(plain, found.start()), f"Brackets stand within each other more than {MOST_DEPTH} deep; no pack needs that."
        depth = max(depth, 0)
    if name := LONG_NAME.search(plain):
        return line_at(plain, name.start()), f"The name has more than {MOST_DEPTH} parts; no pack needs that."
    if len(VALUE.findall(plain)) > MOST_VALUES:
        return None, f"The file holds more than {MOST_VALUES:,} values; no pack needs that many."
    return None


def line_at(text: str, place: int) -> int:
    """The number of the line at a place of a text."""
    return text.count("\n", 0, place) + 1


def without_texts(text: str) -> Iterator[str]:
    """The text with `s` for every text in quotation marks and without comments; its lines are counted as before."""
    at = 0
    while found := QUOTED.search(text, at):
        yield text[at : found.start()]
        at = found.end()
        if closing := CLOSING.get(found[0]):
            end = closing.match(text, at)
            if end is None:
                return  # a text without an end, which the parser will tell
            yield "\n" * end[0].count("\n")
            at = end.end()
        if text[found.start()] != "#":
            yield "s"
    yield text[at:]
