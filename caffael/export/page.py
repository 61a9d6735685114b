"""The story as one HTML page that needs nothing else: no script, no network; it reads well on paper and aloud."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from caffael.export.drawing import WIDTH, drawn
from caffael.presentation.blocks import Cell, Table
from caffael.presentation.debrief.document import Document
from caffael.resources import folder

TEMPLATE = "debrief.html.j2"
TALL = 12
"""A table of more rows may be cut."""


def page_of(document: Document) -> bytes:
    """The page as the content of a file."""
    environment = Environment(
        loader=FileSystemLoader(folder("assets") / "debrief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(drawn=drawn, is_tall=is_tall, lines_of=lines_of, width=WIDTH)
    return environment.get_template(TEMPLATE).render(document=document).encode()


def lines_of(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell."""
    return (cell,) if isinstance(cell, str) else cell


def is_tall(table: Table) -> bool:
    """Whether a table may be cut between two sheets of paper: one whose rows have many lines."""
    return len(table.rows) > TALL or any(len(lines_of(cell)) > 3 for row in table.rows for cell in row)
