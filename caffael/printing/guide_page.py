"""The first page: what is in the file, how to print it, how to cut it."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.printing.box import sheet_box
from caffael.printing.paper import Paper, heading, table
from caffael.printing.school.form import has_school_form
from caffael.printing.tongues import Tongues
from caffael.scenario import Pack


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the file: its name by language, its first and last page, whether it is printed on both sides."""

    name: str
    first: int
    last: int
    both_sides: bool = False

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        pages = self.last - self.first + 1
        return -(-pages // 2) if self.both_sides else pages

    @property
    def pages(self) -> str:
        """Its pages as a printer wants them."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def draw_guide(paper: Paper, pack: Pack, say: Tongues, entries: Sequence[Entry]) -> None:
    """The first page, in one language."""
    paper.page()
    sheet = sheet_box()
    paper.write(say.words(pack.title), sheet.head(14), 26, "accent", bold=True, centred=True, least=12)
    line = paper.write(say.story(pack.line), sheet.below(15).head(12), 11, "ink_soft")
    rest = sheet.below(20 + line)
    total = sum(entry.sheets for entry in entries)
    heading(paper, rest.head(7), say.text("What is in this file: {n} sheets of A4", n=total), "box")
    rows = [[entry.name, entry.pages, str(entry.sheets), sides(say, entry)] for entry in entries]
    high = 9.0 + 8.5 * len(rows)
    heads = [say.text("What"), say.text("Pages"), say.text("Sheets"), say.text("How to print it")]
    table(paper, rest.below(9).head(high), [80, 25, 20, 65], heads, rows, high=9, size=9)
    rest = rest.below(high + 14)
    for title, picture, told in (
        (say.text("How to print it"), "tender", printing(pack, say, entries)),
        (say.text("How to cut it"), "pencil", cutting(pack, say)),
        (say.text("How to play with it"), "people", playing(pack, say)),
    ):
        heading(paper, rest.head(7), title, picture)
        body = "\n".join(f"•  {words}" for words in told)
        used = paper.write(body, rest.below(8), 9.5, least=7)
        rest = rest.below(used + 13)


def sides(say: Tongues, entry: Entry) -> str:
    """How a part is printed."""
    return say.text("on both sides, turned on the long edge") if entry.both_sides else say.text("on one side")


def printing(pack: Pack, say: Tongues, entries: Sequence[Entry]) -> list[str]:
    """How to print."""
    told = [say.text("Print on A4 in actual size (100 %), not “fit to page”. Thick paper (160 g or more) is best for cards and tokens.")]
    double = [entry.pages for entry in entries if entry.both_sides]
    if double:
        told.append(
            say.text(
                "Print pages {pages} on both sides, turned on the long edge. Try one sheet first: hold it to the light.",
                pages=", ".join(double),
            )
        )
        told.append(say.text("A back that lies up to 2 mm askew does no harm: the backs have white all round."))
    if has_school_form(pack):
        told.append(say.text("Print the weight cards once for each team, and the score sheet for each two teams."))
        return told
    told.append(say.text("Print the tender sheet as often as you need it: once for each tender, or laminate one for each team."))
    return told


def cutting(pack: Pack, say: Tongues) -> list[str]:
    """How to cut and glue."""
    if has_school_form(pack):
        return [
            say.text("Cards lie edge to edge, four on a sheet: two long cuts, from mark to mark. Children can do it with scissors."),
            say.text("The weight cards have different heights. Cut them exactly along their lines: the height finds the row of stars."),
        ]
    return [
        say.text("Cut with a ruler and a knife, or a guillotine, from mark to mark; the long cuts first. Cards lie edge to edge."),
        say.text("Large cards are 63 × 88 mm and fit into usual sleeves."),
        say.text(
            "Region board: cut sheets 2 and 4 along their left line, 3 and 4 along their upper line; glue them on the others' margins."
        ),
    ]


def playing(pack: Pack, say: Tongues) -> list[str]:
    """What is needed beside the paper."""
    if has_school_form(pack):
        return [
            say.text("Print a set for each table of one or two teams. A calculator helps with the money."),
            say.text("Read page 1 of the rules aloud, and do the first tender with the whole class."),
        ]
    return [
        say.text("The rules in short say how to shuffle, deal and play. A pencil for each team is all that is needed besides."),
        say.text("Each team needs one board; print only those that you use."),
    ]
