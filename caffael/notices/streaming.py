"""The releases of a file, one at a time, so that a file of any size takes little memory.

A file holds a release package, a record package, a bare release, a list of any of these, an answer of a portal's search (`results`), or a
line for each (JSON Lines). Of a record the compiled release is taken, else the releases that lie in it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import ijson

from caffael.notices.faults import NoticesError
from caffael.words.language import words
from caffael.words.sentence import Sentence

PIECE = 1 << 16
MOST_EVENTS = 400_000
"""Parts of one release. The largest in a year of Sell2Wales has some 20,000."""
MOST_DEEP = 60
"""Lists and tables within one another; a release needs nine."""
MOST_QUIET = 8_000_000
"""Bytes of one text."""
LISTS = ("releases", "records", "results")
"""Keys of a package whose lists hold releases."""
ABOUT = ("license", "publishedDate", "uri")
"""What a package says of all its releases."""


class Reader(Protocol):
    """What gives UTF-8."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""


@dataclass(slots=True)
class Taken:
    """What came out of a file: releases that were passed over, since they are larger or deeper than any notice, and its package's words."""

    passed_over: int = 0
    about: dict[str, Any] = field(default_factory=dict)


class Watched:
    """A reader that refuses to read on for ever within one text."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader = reader
        self._name = name
        self.quiet = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises NoticesError in a text of more than 8 MB."""
        if self.quiet > MOST_QUIET:
            raise NoticesError(Sentence('"{file}" holds a text of more than 8 MB, as no notice does.', file=self._name))
        piece = self._reader.read(size)
        self.quiet += len(piece)
        return piece


def releases(reader: Reader, name: str, taken: Taken) -> Iterator[dict[str, Any]]:
    """The releases of a file. `name` is what to call it, `taken` is filled meanwhile. Raises NoticesError."""
    watched = Watched(reader, name)
    walk = Walk(taken)
    try:
        for event, value in ijson.basic_parse(watched, buf_size=PIECE, use_float=True, multiple_values=True):
            watched.quiet = 0
            yield from walk.take(event, value)
    except (ijson.JSONError, ValueError, OverflowError, RecursionError):
        raise NoticesError(Sentence(BROKEN if walk.begun else NO_JSON, file=name)) from None


NO_JSON = words('"{file}" is no JSON; download the notices as JSON (OCDS).')
BROKEN = words('The JSON of "{file}" is broken, or ends in the middle; download it again.')


class Walk:
    """The way through the parts of a file: `depth` lists and tables lie round it, and what is wanted is built."""

    def __init__(self, taken: Taken) -> None:
        self.taken = taken
        self.begun = False
        self._depth = 0
        self._key = ""  # of the outermost table
        self._in_list = False  # the outermost is a list, or a list of releases has begun
        self._outer: str = ""
        self._built: Built | None = None
        self._own: dict[str, Any] = {}  # a bare release
        self._own_parts = 0

    def take(self, event: str, value: Any) -> Iterator[dict[str, Any]]:
        """Take in one part, and give the releases that it completes."""
        if self._built is not None:
            if self._built.take(event, value):
                built, self._built = self._built, None
                yield from self._complete(built)
            return
        if event in ("start_map", "start_array"):
            yield from self._open(event)
        elif event in ("end_map", "end_array"):
            self._depth -= 1
            self._in_list = self._outer == "list" and self._depth > 0
            if self._depth == 0 and event == "end_map":
                yield from self._end_table()
        elif event == "map_key":
            self._key = str(value)
        elif self._depth == 1 and self._outer == "table":
            self._keep(value)

    def _open(self, event: str) -> Iterator[dict[str, Any]]:
        kind = "table" if event == "start_map" else "list"
        if self._depth == 0:
            self.begun = True
            self._outer, self._depth, self._in_list = kind, 1, kind == "list"
            self._own, self._own_parts = {}, 0
        elif self._depth == 1 and self._outer == "table" and kind == "list" and self._key in LISTS:
            self._depth, self._in_list = 2, True
        else:
            self._built = Built()
            self._built.take(event, None)
        return iter(())

    def _complete(self, built: "Built") -> Iterator[dict[str, Any]]:
        if not self._in_list:  # a key of the outermost table
            self._own_parts += built.parts
            if built.too_large or self._own_parts > MOST_EVENTS:
                self._own["too large"] = True
            else:
                self._own[self._key] = built.value
        elif built.too_large:
            self.taken.passed_over += 1
        else:
            yield from within(built.value, self.taken)

    def _keep(self, value: Any) -> None:
        if not self._in_list:
            self._own[self._key] = value

    def _end_table(self) -> Iterator[dict[str, Any]]:
        own = self._own
        self._own = {}
        for key in ABOUT:
            if isinstance(own.get(key), str):
                self.taken.about.setdefault(key, own[key])
        if own.get("too large"):
            self.taken.passed_over += 1
        elif "tender" in own or "compiledRelease" in own:
            yield from within(own, self.taken)


class Built:
    """A value as it is built. One that is larger or deeper than any release is gone through and not kept."""

    def __init__(self) -> None:
        self.parts = 0
        self.too_large = False
        self._depth = 0
        self._builder = ijson.ObjectBuilder()

    @property
    def value(self) -> Any:
        """What was built."""
        return self._builder.value

    def take(self, event: str, value: Any) -> bool:
        """Take in one part; whether the value is complete."""
        self.parts += 1
        if event in ("start_map", "start_array"):
            self._depth += 1
        elif event in ("end_map", "end_array"):
            self._depth -= 1
        if isinstance(value, float) and not math.isfinite(value):
            value = None
        if not self.too_large:
            if self.parts > MOST_EVENTS or self._depth > MOST_DEEP:
                self.too_large = True
                self._builder = ijson.ObjectBuilder()
            else:
                self._builder.event(event, value)
        return self._depth == 0


def within(value: Any, taken: Taken, below: int = 3) -> Iterator[dict[str, Any]]:
    """The releases that a part of a file means: itself, those of a record, or those of a package that lies in a list."""
    if not isinstance(value, dict) or below == 0:
        return
    if isinstance(value.get("compiledRelease"), dict):
        yield value["compiledRelease"]
        return
    inside = [entry for key in LISTS for entry in (value[key] if isinstance(value.get(key), list) else ())]
    if inside:
        for key in ABOUT:
            if isinstance(value.get(key), str):
                taken.about.setdefault(key, value[key])
        for entry in inside:
            yield from within(entry, taken, below - 1)
    elif isinstance(value.get("tender"), dict):
        yield value
