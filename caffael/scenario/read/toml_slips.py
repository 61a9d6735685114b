"""What is wrong with a text that is no TOML, line by line in the words of whoever knows spreadsheets, and the text mended as it was meant.

A line of which nobody can tell what was meant is taken out with what hangs on it, so that the rest can be looked at all the same.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from caffael.scenario.faults import cut, shown
from caffael.scenario.read.letters import DASHES
from caffael.words.language import words
from caffael.words.sentence import Sentence

MOST_SLIPS = 20
"""Slips of a file that are told."""
LARGE = 20_000
FEW_SLIPS = 3
"""So many in a text above so many characters, of which reading takes long."""
LONGEST_LINE = 1_000
MOST_IN_LINE = 3
AT = re.compile(r"\(at line (\d+), column \d+\)$")
TEXTS = re.compile(r"""("(?:\\.|[^"\\])*"|'[^']*')""")
NOTE = re.compile(r"""((?:"(?:\\.|[^"\\])*"|'[^']*'|[^"'#]|["'](?=[^"']*$))*?)(\s*#.*)?$""")
HEADING = re.compile(r"\s*\[+[^\[\]=,\"']*\]*\s*$")
BARE = r"[A-Za-z0-9_-]+"
BEGINS = re.compile(rf"""\s*(?:\[|#|$|(?:{BARE}|"[^"]*"|'[^']*')[\w .\"'-]*\s*[=:])""")
"""How a line begins that does not go on with the one before: a heading, a note, nothing, a key."""
WITH_SIGN = re.compile(r"\s*([^=]*?)\s*=\s*(.*?)\s*$")
WITHOUT_SIGN = re.compile(rf"\s*({BARE})\s*(?:(?::=|[:→＝,;|]|->|=>)\s*(\S.*?)|(?<=\s)([\"'\[{{0-9+-].*?|true|false))\s*$")
BARE_HEADING = re.compile(rf"\s*[\[({{<]?\s*({BARE}(?:\.{BARE})*)\s*[\])}}>]?\s*[:.]?\s*$")
WHOLE = re.compile(r'\s*"(.*=.*)"\s*$')
NOTE_BEHIND = re.compile(r"(.*?\S)\s*(?:;|//|--)\s+(.*)$")
BULLET = re.compile(r"^[-*•>]\s+")
OTHER_NOTE = re.compile(r"\s*(?://|;|--|/\*|<!--|REM\b|%)", re.IGNORECASE)
NO_SPACE = re.compile("[\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\u00ad\x0b\x0c]")
WITHOUT_WIDTH = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
CURLY = re.compile("[“”„‟«»″]")
CURLY_ONE = re.compile(r"""[‘‚‛`´′’]([^"`]+?)[’‘`´′](?=\s*(?:$|[],};=]))""")
TRUTHS = {"true": "true", "yes": "true", "on": "true", "ie": "true", "false": "false", "no": "false", "off": "false", "nage": "false"}
MINUS = re.compile(rf"[{DASHES}](?=\s*\d)")
COLOUR = re.compile(r"\s*(#[0-9A-Fa-f]{6})\s*$")
NUMBER = re.compile(rf"[£$€]?\s*([+{DASHES}-]?)\s*(\d[\d,.' _]*|\.\d+)\s*(?:%|kg|days?|years?|minutes?|[£€])?", re.IGNORECASE)
THOUSANDS = re.compile(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
CLOSING = {"[": "]", "{": "}"}
TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate", "Can't")

UNREADABLE = words("This line cannot be read; write a key, an equals sign and a value, like level = 2, or a heading like [rules].")
NO_VALUE = words("Nothing stands behind the equals sign; write a value there, or take the line out.")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a line, by its number; what stands there, and a sentence."""

    line: int
    value: str
    message: Sentence


@dataclass(slots=True)
class Mending:
    """A text being mended: its lines as they are by now, what was wrong with them, and those that were taken out, as they were."""

    lines: list[str]
    slips: list[Slip] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The text as it is by now."""
        return "\n".join(self.lines)

    def parsed(self) -> dict[str, Any] | None:
        """The tables of the mended text; None where more is wrong with it than is told."""
        large = sum(map(len, self.lines)) > LARGE
        for _ in range(FEW_SLIPS if large else MOST_SLIPS):
            try:
                return tomllib.loads(self.text())
            except tomllib.TOMLDecodeError as error:
                self.mend(str(error))
            except (RecursionError, ValueError):
                return None
        return None

    def mend(self, error: str) -> None:
        """Tell what is wrong with the line that the parser stumbles over, or with the one that leads it there, and mend it."""
        found = AT.search(error)
        at = int(found[1]) - 1 if found else max((place for place, line in enumerate(self.lines) if line.strip()), default=0)
        opened = self.open_before(at, error)
        if opened is not None and (opened < at or not found) and (BEGINS.match(self.lines[at]) or not found):
            self.close(opened, at if found else at + 1)
            return
        line = self.lines[at]
        often = sum(slip.line == at + 1 for slip in self.slips)
        message, new = self.look(line, at, error, opened is not None) if len(line) <= LONGEST_LINE else (Sentence(UNREADABLE), "")
        if often < MOST_IN_LINE:
            self.slips.append(Slip(at + 1, line.strip(), message))
        if new and new != line and often < MOST_IN_LINE:
            self.lines[at] = new
        else:
            self.take_out(at, kept=message.pattern in (KEY_TWICE, OTHER_SIGN))

    def look(self, line: str, at: int, error: str, in_list: bool) -> tuple[Sentence, str]:
        """What is wrong with a line, and the line as it was meant; empty where nobody can tell."""
        noted = NOTE.match(line)
        body, note = (noted[1], noted[2] or "") if noted else (line, "")
        if error.startswith(TWICE) and (twice := self.twice(at)):
            return twice, ""
        if (colour := COLOUR.fullmatch(note)) and body.rstrip().endswith("="):
            new = f'{body.rstrip()} "{colour[1]}"'
            return Sentence(IN_MARKS, line=cut(new.strip())), new
        for look in (look_at_spaces, look_at_quotes, look_at_list_line if in_list else look_at_line):
            if found := look(body):
                pattern, new = found
                return Sentence(pattern, line=cut(new.strip())) if new else Sentence(pattern), new and new + note
        return Sentence(UNREADABLE), ""

    def twice(self, at: int) -> Sentence | None:
        """The sentence about a key or heading that stands in an earlier line already."""
        name, heading = self.lines[at].partition("=")[0].partition("#")[0].strip(), -1
        is_heading = name.startswith("[")
        for number, line in enumerate(self.lines[:at]):
            heading = number if line.lstrip().startswith("[") else heading
        for number, line in enumerate(self.lines[:at], 1):
            if line.partition("=")[0].partition("#")[0].strip() == name and (is_heading or number - 1 > heading):
                return Sentence(HEADING_TWICE if is_heading else KEY_TWICE, name=shown(name), n=str(number))
        return None

    def open_before(self, at: int, error: str) -> int | None:
        """The line of a bracket or of a text of several lines that is still open before a line."""
        if "nterminated" in error:
            return max((place for place, line in enumerate(self.lines) if line.count('"""') % 2 or line.count("'''") % 2), default=None)
        stack: list[int] = []
        for place, line in enumerate(self.lines[:at]):
            for sign in TEXTS.sub("", line).partition("#")[0]:
                if sign in "[{":
                    stack.append(place)
                elif sign in "]}" and stack:
                    stack.pop()
        return stack[0] if stack else None

    def close(self, opened: int, end: int) -> None:
        """Tell that what begins in a line has no end, and close it before another line, or take it out."""
        if '"""' in self.lines[opened] or "'''" in self.lines[opened]:
            self.slips.append(Slip(opened + 1, self.lines[opened].strip(), Sentence(TEXT_OPEN)))
            self.take_out(opened)
            return
        last = max(place for place in range(opened, end) if self.lines[place].partition("#")[0].strip())
        self.slips.append(Slip(opened + 1, self.lines[opened].strip(), Sentence(LIST_OPEN)))
        body, sign, note = self.lines[last].partition("#")
        bracket = CLOSING["{" if "{" in self.lines[opened] else "["]
        closed = f"{body.rstrip()}{bracket} {sign}{note}".rstrip()
        if self.lines[last] == closed or sum(slip.line == opened + 1 for slip in self.slips) > 1:
            self.take_out(opened)
        else:
            self.lines[last] = closed

    def take_out(self, at: int, kept: bool = False) -> None:
        """Take a line out, along with those that go on with it; a heading with all that stands under it. `kept`: nothing is lost by it."""
        heading = self.lines[at].lstrip().startswith("[")
        end = at + 1
        while end < len(self.lines) and not (self.lines[end].lstrip().startswith("[") if heading else BEGINS.match(self.lines[end])):
            end += 1
        self.taken_out += [] if kept else [line for line in self.lines[at:end] if line.strip()]
        self.lines[at:end] = [""] * (end - at)


Found = tuple[str, str] | None
"""The pattern of a sentence, and the line as it was meant, empty where nobody can tell; None where nothing is found."""

KEY_TWICE = words("{name} stands in line {n} already; keep one of the two.")
HEADING_TWICE = words("The heading {name} stands in line {n} already; put its keys under that one.")
LIST_OPEN = words("The bracket that opens in this line is never closed; write the closing one behind the last value.")
TEXT_OPEN = words("The text that begins in this line has no end; write three quotation marks behind it.")
IN_MARKS = words("A text stands in quotation marks; write {line}.")
OTHER_SIGN = words("A note begins with the sign #; write {line}.")


def outside(body: str) -> Iterator[tuple[str, bool]]:
    """The parts of a line, each with whether it stands outside of quotation marks."""
    for place, part in enumerate(TEXTS.split(body)):
        yield part, place % 2 == 0


def look_at_spaces(body: str) -> Found:
    """Signs that look like a space, or like nothing at all."""
    new = "".join(NO_SPACE.sub(" ", WITHOUT_WIDTH.sub("", part)) if plain else part for part, plain in outside(body))
    if new == body:
        return None
    return words("This line has a sign that looks like a space and is none; delete it and type {line} anew."), new


def look_at_quotes(body: str) -> Found:
    """Quotation marks of a word processor."""
    new = "".join(CURLY_ONE.sub(r'"\1"', CURLY.sub('"', part)) if plain else part for part, plain in outside(body))
    if new == body:
        return None
    return words("The quotation marks in this line are curly, as word processors make them; write straight ones: {line}."), new


def look_at_line(body: str) -> Found:
    """A heading, or a key with its value."""
    if body.lstrip().startswith("[") and HEADING.match(body):
        return look_at_heading(body.strip())
    if OTHER_NOTE.match(body):
        return OTHER_SIGN, f"# {body.strip()}"
    if (whole := WHOLE.match(body)) and not parses(f"{{ {body} }}"):
        pattern = words("This line stands in quotation marks as a whole, as a spreadsheet writes it; write {line}.")
        return pattern, whole[1].replace('""', '"')
    if bare := BARE_HEADING.match(body):
        return words("A heading stands in square brackets and has its line to itself; write {line}."), f"[{bare[1]}]"
    found = WITH_SIGN.match(body)
    if found is None or ":" in found[1]:
        found = WITHOUT_SIGN.match(body)
        value = (found[2] or found[3]) if found else ""
        return (words("Between a key and its value stands an equals sign; write {line}."), f"{found[1]} = {value}") if found else None
    key, value = found[1], found[2]
    if value.startswith("="):
        return words("Between a key and its value stands one equals sign; write {line}."), f"{key} = {value.lstrip('= ')}"
    if not value:
        return NO_VALUE, ""
    if not parses(value) and (mended := mended_value(value)):
        return mended[0], f"{key} = {mended[1]}"
    name = re.sub(r"\s+", "_", BULLET.sub("", key).strip("\"'"))
    if key != name and re.fullmatch(BARE, name):
        return words("A key is one word, without blanks and quotation marks; write {line}."), f"{name} = {value}"
    return None


def look_at_heading(body: str) -> Found:
    """A heading whose brackets are not closed."""
    name = body.strip("[] \t")
    new = f"[[{name}]]" if body.startswith("[[") or body.endswith("]]") else f"[{name}]"
    if new == body or not re.fullmatch(rf"{BARE}(\.{BARE})*", name):
        return words("A heading is a name in square brackets, without blanks in it, like [rules]."), ""
    return words("The brackets of this heading do not match; write {line}."), new


def look_at_list_line(body: str) -> Found:
    """A line within a list of several lines."""
    end = re.search(r"\s*\]?\s*$", body)
    place = end.start() if end else len(body)
    new = mended_list(body[:place])
    return (LIST, f"{new}{',' if ']' not in body[place:] else ''}{body[place:]}") if new != body[:place].rstrip(",") else None


LIST = words("The values of a list stand apart by commas, and texts among them in quotation marks; write {line}.")


def parses(value: str) -> bool:
    """Whether a value reads as TOML."""
    try:
        tomllib.loads(f"value = {value}")
    except ValueError:
        return False
    return True


def mended_value(value: str) -> tuple[str, str] | None:
    """What is wrong with a value, and the value as it was meant."""
    if value[-1] in ",;" and len(value) > 1:
        return words("A line does not end with a comma or semicolon; write {line}."), value.rstrip(",; ")
    if truth := TRUTHS.get(value.lower()):
        return words("A switch is true or false, in small letters and without quotation marks; write {line}."), truth
    if number := mended_number(value):
        return words("A number is written in figures alone, with a point before decimals and nothing else; write {line}."), number
    if (behind := NOTE_BEHIND.match(value)) and parses(behind[1]):
        return OTHER_SIGN, f"{behind[1]} # {behind[2]}"
    if value[0] in "\"'":
        return mended_text(value)
    parts = re.split(r"[,;]", value.strip("()"))
    if len(parts) > 1 and all(map(parses, parts)):
        return LIST, f"[{', '.join(part.strip() for part in parts)}]"
    if value[0] in "[{" and value[-1] not in "]}" and parses(value + CLOSING[value[0]]):
        return LIST_OPEN, value + CLOSING[value[0]]
    if value[0] == "[":
        return LIST, f"[{mended_list(value.strip('[] '))}]"
    if value[0] == "{":
        inner = re.sub(r"\s*:\s*", " = ", value.strip("{} ").replace(";", ","))
        inner = "".join(MINUS.sub("-", part) if plain else part for part, plain in outside(inner))
        return words("A table in one line has an equals sign in each pair, and commas between them; write {line}."), f"{{ {inner} }}"
    first, _, rest = value.partition(" ")
    if re.match(rf"\s*{BARE}\s*=", rest) and parses(first):
        return words("Each key stands in a line of its own; let this one be {line}, and write the next below it."), first
    return IN_MARKS, json.dumps(value, ensure_ascii=False)


def mended_number(value: str) -> str:
    """The number that a value means, as TOML writes it; empty where it is none."""
    found = NUMBER.fullmatch(value)
    if not found:
        return ""
    sign, figures = found[1], found[2].strip().strip(",'_")
    if THOUSANDS.fullmatch(figures):
        whole = re.sub(r"[,' ]", "", figures)
        figures = whole.replace(".", "") if whole.count(".") > 1 else whole
    figures = figures.replace(",", ".") if re.fullmatch(r"\d+,\d+", figures) else figures
    whole, point, decimals = figures.partition(".")
    if (not whole.isdecimal() and whole) or (decimals and not decimals.isdecimal()):
        return ""
    return f"{'-' if sign and sign != '+' else ''}{int(whole or 0)}{'.' + (decimals or '0') if point else ''}"


MARKS = words("The quotation marks round this text do not match; write {line}.")


def mended_text(value: str) -> tuple[str, str]:
    """What is wrong with a text in quotation marks, and the text as it was meant."""
    mark, inner = value[0], value[1:]
    if value[:2] == value[-2:] == mark * 2 and value.strip(mark):
        return MARKS, json.dumps(value.strip(mark), ensure_ascii=False)
    if inner and inner[-1] in "\"'":
        mark_matches, inner = inner[-1] == mark, inner[:-1]
        if mark == "'" or not mark_matches:
            return MARKS, json.dumps(inner, ensure_ascii=False)
        if "\\" in inner:
            text = json.dumps(inner.replace('\\"', '"'), ensure_ascii=False)
            return words("A backslash within quotation marks has a meaning of its own; write it twice, or write a slash: {line}."), text
        if '"' in inner:
            text = json.dumps(inner, ensure_ascii=False)
            return words("Before a quotation mark within a text stands a backslash; write {line}."), text
        plain = "".join(sign for sign in inner if sign.isprintable())
        return words("This text has a sign that cannot be shown; type it anew, as {line}."), json.dumps(plain, ensure_ascii=False)
    if mark in inner:
        return words("Nothing but a note may stand behind the closing quotation mark; write {line}."), value[: value.rindex(mark) + 1]
    return words("The closing quotation mark is missing; write {line}."), json.dumps(inner.rstrip("\"' "), ensure_ascii=False)


def mended_list(inner: str) -> str:
    """The values of a list with commas between them, and texts in quotation marks."""
    parts = [part for place, text in enumerate(TEXTS.split(inner)) for part in ([text] if place % 2 else re.split(r"[,;]", text))]
    values = [part.strip() for part in parts if part.strip()]
    if len(values) == 1 and not re.search(r"[,;\"']", inner) and all(parses(part) for part in values[0].split()):
        values = values[0].split()
    return ", ".join(value if parses(value) else (mended_value(value) or ("", value))[1] for value in values)
