"""Games read to be told, and written to a file, whole or not at all; the ending of its name says in which form."""

import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from caffael.debrief import make_debrief
from caffael.export.drawing import WIDTH, drawn
from caffael.export.spreadsheet import rows_of
from caffael.match import Match
from caffael.presentation.blocks import Cell, Table
from caffael.presentation.debrief.document import Document, PlayedGame, document_of
from caffael.presentation.viewer import look
from caffael.resources import folder, write_whole
from caffael.rules.seeds import seed_text
from caffael.saves import read
from caffael.saves.folder import began_at
from caffael.saves.guesses import read_guesses
from caffael.words.language import Code, Language


def read_game(path: Path, code: Code, opened: Sequence[Path] = ()) -> PlayedGame:
    """A recorded game; its file stays as it is. Raises RecordError when it can't be read or played again."""
    return game_of(Match.look_back(path, opened=opened), code, path)


def game_of(match: Match, code: Code, path: Path | None = None) -> PlayedGame:
    """A game at the table, to be told in a language; `path`: where its record is, if the match does not know."""
    path = path or match.path
    began = began_at(read(path).header) if path is not None and path.is_file() else None
    viewer = look(match, Language(code, match.pack.wording), 0)
    deal = seed_text(match.seed) if match.finished else ""  # before the end it would say what lies face down
    return PlayedGame(viewer, make_debrief(match, read_guesses(path)), "" if path is None else path.name, began, deal)


def page(games: list[PlayedGame]) -> bytes:
    """One HTML page."""
    return page_of(document_of(games))


def paper(games: list[PlayedGame]) -> bytes:
    """A PDF; what it needs beyond the game is loaded here."""
    from caffael.export.pdf import pdf_of  # noqa: PLC0415 - the extra `print`, which the other forms do without

    return pdf_of(document_of(games))


PAPER_NEEDS = {"fpdf": "fpdf2", "uharfbuzz": "uharfbuzz"}
"""What a PDF needs beyond the game: the modules, and the packages that bring them."""
FORMS: dict[str, Callable[[list[PlayedGame]], bytes]] = {".html": page, ".pdf": paper, ".csv": rows_of}
"""What a debrief can be kept as, by the ending of the file's name."""


def written(games: list[PlayedGame], path: Path) -> None:
    """Write the debrief of games to a file, in the language of the first. Raises OSError where that can't be done, with nothing changed."""
    write_whole(path, FORMS[path.suffix.lower()](games))


def can_make_paper() -> bool:
    """Whether all is here that a PDF needs; a program to carry leaves a part of it out."""
    return all(find_spec(name) is not None for name in PAPER_NEEDS)


def paper_command() -> str:
    """The command that brings what a PDF needs into the Python that runs this; empty in a program to carry, which takes nothing in."""
    if getattr(sys, "frozen", False):
        return ""
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f"{python} -m pip install {' '.join(PAPER_NEEDS.values())}"


def kept_as(game: PlayedGame, form: str = ".html") -> tuple[str, bytes]:
    """The debrief of a game as a file: its name, after that of its saved game, and what is in it."""
    return f"{Path(game.file).stem or game.viewer.pack.id}-{game.viewer.code}{form}", FORMS[form]([game])


TEMPLATE = "debrief.html.j2"
TALL = 12
"""A table of more rows may be cut."""


def page_of(document: Document) -> bytes:
    """The page as the content of a file."""
    return filled("debrief", TEMPLATE, document=document, drawn=drawn, is_tall=is_tall, lines_of=lines_of, width=WIDTH)


def filled(place: str, template: str, **values: Any) -> bytes:
    """A template of a folder of the assets with its values filled in; whatever they say stands there as text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - loaded when a page is written, which few games are

    environment = Environment(
        loader=FileSystemLoader(folder("assets") / place),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values).encode()


def lines_of(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell."""
    return (cell,) if isinstance(cell, str) else cell


def is_tall(table: Table) -> bool:
    """Whether a table may be cut between two sheets of paper: one whose rows have many lines."""
    return len(table.rows) > TALL or any(len(lines_of(cell)) > 3 for row in table.rows for cell in row)
