"""What a device may say: one JSON object a frame, read strictly. What is not named here is refused by name, and nothing is done."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final, Never

from caffael.words.language import CODES, Code

MOST_BYTES = 8 * 1024
"""The longest frame from a device; the longest that the page sends is under 1 KB."""
MOST_NUMBER = 2**31 - 1
MOST_AT = 2**53
MOST_WORDS = 12
"""The most decisions in one frame: Manage has a tick for each contract and `done`."""
LONGEST_WORD = 80
MOST_PARTS = 16
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
ROOM = re.compile(r"[A-Z0-9]{6}")
PART = re.compile(r"[a-z]{1,16}")
HASH = re.compile(r"[0-9a-f]{1,16}")
CARD = re.compile(r"[0-9]{4}")


class Refused(ValueError):  # noqa: N818 - it is named for what became of the frame
    """A frame that is not read; `args[0]` names why: size, json, frame, keys or the key whose value is none."""


@dataclass(frozen=True, slots=True)
class Hello:
    """Who opens a line: its room, its token if it has one, which parts it has, and how it wants to be shown."""

    room: str
    token: str = ""
    have: dict[str, str] = field(default_factory=dict)
    language: Code = "en"
    large: bool = False


@dataclass(frozen=True, slots=True)
class Beat:
    """A sign that the device is there."""

    number: int


@dataclass(frozen=True, slots=True)
class Join:
    """Wants into a team, to watch (`team` None and no card), or back in by a seat card."""

    id: int
    team: int | None = None
    card: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What lies on the desk now, in the record's words; `ready`: it is what the team wants."""

    id: int
    words: tuple[str, ...]
    at: int
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One table action, all of its decisions."""

    id: int
    words: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Voice:
    """What one pupil would weigh, and who will win; an empty text where nothing is said of it."""

    id: int
    weights: str
    winner: str
    at: int


@dataclass(frozen=True, slots=True)
class Office:
    """Takes the captain's office, or gives it to the member with a number."""

    id: int
    to: int | None = None  # None: take


Ask = Join | Draft | Act | Voice | Office
Frame = Hello | Beat | Ask


def read_frame(text: str) -> Frame:
    """A frame as what it says. Raises Refused."""
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise Refused("size")
    try:
        said = json.loads(text, object_pairs_hook=_once, parse_float=_no_number, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused("json") from None
    if not isinstance(said, dict):
        raise Refused("json")
    if "hello" in said:
        return _hello(said)
    if "beat" in said:
        _keys(said, {"beat"})
        return Beat(_number(said, "beat"))
    return _ask(said)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(text: str) -> Never:
    raise ValueError(text)


def _hello(said: dict[str, Any]) -> Hello:
    _keys(said, {"hello"})
    inner = _inner(said, "hello", {"room"}, {"token", "have", "language", "large"})
    have = inner.get("have", {})
    if not isinstance(have, dict) or len(have) > MOST_PARTS:
        raise Refused("have")
    for part in have:
        _matching(have, part, HASH, "have")
        if PART.fullmatch(part) is None:
            raise Refused("have")
    language = inner.get("language", "en")
    if language not in CODES:
        raise Refused("language")
    token = _matching(inner, "token", TOKEN) if "token" in inner else ""
    return Hello(_matching(inner, "room", ROOM), token, have, language, _flag(inner, "large"))


def _ask(said: dict[str, Any]) -> Ask:
    kind = next((kind for kind in ("join", "draft", "do", "voice", "captain") if kind in said), "")
    if not kind or "id" not in said:
        raise Refused("frame")
    number = _number(said, "id")
    if kind == "join":
        _keys(said, {"id", "join"})
        return _join(number, said)
    if kind == "captain":
        return _office(number, said)
    at = _number(said, "at", MOST_AT)
    if kind == "draft":
        _keys(said, {"id", "draft", "at"}, {"ready"})
        return Draft(number, _words(said, "draft"), at, _flag(said, "ready"))
    if kind == "do":
        _keys(said, {"id", "do", "at"})
        words = _words(said, "do")
        if not words:
            raise Refused("do")
        return Act(number, words, at)
    _keys(said, {"id", "voice", "at"})
    inner = _inner(said, "voice", set(), {"weights", "winner"})
    if not inner:
        raise Refused("voice")
    return Voice(number, _text(inner, "weights", ""), _text(inner, "winner", ""), at)


def _join(number: int, said: dict[str, Any]) -> Join:
    inner = said["join"]
    if not isinstance(inner, dict) or len(inner) != 1:
        raise Refused("join")
    if "team" in inner:
        return Join(number, _number(inner, "team", 99))
    if "card" in inner:
        return Join(number, None, _matching(inner, "card", CARD))
    if inner.get("watch") != 1 or isinstance(inner["watch"], bool):
        raise Refused("join")
    return Join(number)


def _office(number: int, said: dict[str, Any]) -> Office:
    if said["captain"] == "take":
        _keys(said, {"id", "captain"})
        return Office(number)
    if said["captain"] != "give":
        raise Refused("captain")
    _keys(said, {"id", "captain", "to"})
    return Office(number, _number(said, "to"))


NOTHING: Final[frozenset[str]] = frozenset()


def _keys(said: dict[str, Any], needed: set[str], more: set[str] | frozenset[str] = NOTHING) -> None:
    if not needed <= said.keys() or not said.keys() <= needed | more:
        raise Refused("keys")


def _inner(said: dict[str, Any], key: str, needed: set[str], more: set[str]) -> dict[str, Any]:
    inner = said[key]
    if not isinstance(inner, dict):
        raise Refused(key)
    _keys(inner, needed, more)
    return inner


def _number(said: dict[str, Any], key: str, most: int = MOST_NUMBER) -> int:
    number = said.get(key)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= most:
        raise Refused(key)
    return number


def _flag(said: dict[str, Any], key: str) -> bool:
    return _number(said, key, 1) == 1 if key in said else False


def _text(said: dict[str, Any], key: str, otherwise: str) -> str:
    text = said.get(key, otherwise)
    if not isinstance(text, str) or len(text) > LONGEST_WORD or not text.isprintable():
        raise Refused(key)
    return text


def _matching(said: dict[str, Any], key: str, pattern: re.Pattern[str], name: str = "") -> str:
    text = said.get(key)
    if not isinstance(text, str) or pattern.fullmatch(text) is None:
        raise Refused(name or key)
    return text


def _words(said: dict[str, Any], key: str) -> tuple[str, ...]:
    words = said[key]
    if not isinstance(words, list) or len(words) > MOST_WORDS:
        raise Refused(key)
    for word in words:
        if not isinstance(word, str) or not 0 < len(word) <= LONGEST_WORD or not word.isprintable():
            raise Refused(key)
    return tuple(words)
