"""Tables and rows of boxes, to be read or to be written into."""

from collections.abc import Sequence

from caffael.printing.box import Box
from caffael.printing.paper import Align, Paper


def cells(
    paper: Paper, box: Box, words: Sequence[str], size: float = 8.0, ink: str = "ink_soft", marked: int = -1, tint: str = "gold_pale"
) -> None:
    """A row of boxes with a word in each; the marked one stands out."""
    for index, (cell, word) in enumerate(zip(box.columns([1] * len(words)), words, strict=True)):
        if index == marked:
            paper.fill(cell, tint, "ink", 0.5)
            if paper.thrifty:
                paper.frame(cell.inset(0.5), "ink")
        else:
            paper.frame(cell)
        paper.write(word, cell.inset(0.3), size, ink, align="middle", centred=True, least=4)


def table(
    paper: Paper,
    box: Box,
    shares: Sequence[float],
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    high: float = 0.0,
    size: float = 7.5,
) -> None:
    """A table: a head that is tinted, then rows; words on the left in the first column, in the middle of the others."""
    heights = [high or 1.0] + [1.0 if not high else (box.height - high) / max(1, len(rows))] * len(rows)
    for index, (line, row) in enumerate(zip([head, *rows], box.rows(heights), strict=True)):
        for column, (cell, word) in enumerate(zip(row.columns(shares), line, strict=True)):
            if index == 0:
                paper.fill(cell, "paper_sunk", "line_strong")
            else:
                paper.frame(cell)
            align: Align = "left" if column == 0 else "middle"
            paper.write(word, cell.inset(0.8, 0.3), size, bold=index == 0, align=align, centred=True, least=4)


def heading(paper: Paper, box: Box, words: str, picture: str = "", ink: str = "accent") -> None:
    """The title of a part of a sheet."""
    left = box.left
    if picture:
        paper.picture(picture, Box(left, box.top, box.height, box.height).inset(0.3), ink)
        left += box.height + 1
    paper.write(words, Box(left, box.top, box.right - left, box.height), 10, ink, bold=True, centred=True, least=6)
