"""Golden texts: what every page and sheet says, in both languages, word for word.

Write them anew after a wanted change: CAFFAEL_GOLDEN=write pytest tests/presentation tests/test_sentences.py; then read the difference
before you commit it.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from caffael_tools.plain import as_text

from caffael.match import Match
from caffael.presentation.blocks import Choice, Page, Sheet
from caffael.presentation.viewer import Viewer, look
from caffael.words.language import CODES, Language

FOLDER = Path(__file__).parent / "golden"
WRITING = os.environ.get("CAFFAEL_GOLDEN") == "write"

Shown = Page | Sheet | Choice


MARKS = [
    "id",
    "picture",
    "art",
    "ink",
    "value_ink",
    "fill",
    "style",
    "tone",
    "button_picture",
    "press",
    "action",
    "then",
    "turns",
    "must_answer",
]
"""What is not said, but shown or done: it is held beside the words of sheets and choices."""
USUAL = (("value_ink", "ink"), ("tone", "plain"))


def check(
    name: str,
    match: Match,
    make: Callable[[Viewer], Shown | Sequence[Shown]],
    seat: int | None = None,
    *,
    marked: bool = False,
    **looking: object,
) -> None:
    """Hold what `make` says to a viewer of a game, in English and Welsh, against the golden texts of a name.

    `seat` is who looks (None: the seat that decides); `looking` is handed to `look`, such as `scores_hidden=True`. `marked`: what is shown
    and done by each part is held too.
    """
    for code in CODES:
        language = Language(code, match.pack.wording)
        at = match.state.decider if seat is None else seat
        settled: dict[str, object] = {"deciding": None if match.finished else match.state.decider, **looking}
        made = make(look(match, language, at, **settled))  # type: ignore[arg-type]
        shown = [made] if isinstance(made, Shown) else made
        hold(name, code, "\n".join(as_text(one) + "".join(marks(one) if marked and code == "en" else ()) for one in shown))


def marks(part: object) -> Iterator[str]:
    """The pictures and colours of a part and of all its parts, and what pressing each does."""
    if isinstance(part, tuple):
        for one in part:
            yield from marks(one)
    elif is_dataclass(part):
        told = {field.name: getattr(part, field.name) for field in fields(part)}
        shown = [f"{name} {told[name]}" for name in MARKS if told.get(name) and (name, told[name]) not in USUAL]
        if shown:
            yield f"\u00b7 {told.get('title') or told.get('words')}: {', '.join(shown)}\n"
        yield from marks(tuple(value for name, value in told.items() if name not in (*MARKS, "back")))


def hold(name: str, code: str, said: str) -> None:
    """Hold a text against its golden file, or write it anew when that was asked for."""
    place = FOLDER / code / f"{name}.txt"
    if WRITING:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(said, encoding="utf-8")
    assert place.is_file(), f"There is no golden text {place}; write it with CAFFAEL_GOLDEN=write."
    assert said == place.read_text(encoding="utf-8"), f"{place} says something else"
