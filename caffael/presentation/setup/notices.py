"""Tender notices in a file: what is in it, what of it is taken, and the game that is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.presentation.blocks import Block, Button, Page, Text
from caffael.presentation.press import Do
from caffael.presentation.rows import OneOf, Option, toggle
from caffael.words.language import Language

SIZES = (12, 24, 40)
ALL = ""
"""Whose notices: everybody's."""
LONGEST_BUYER = 34
"""Letters of a buyer's name on its choice."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What is taken: the notices of one buyer or of all, those alone whose weights are known or any, and how many needs."""

    buyer: str = ALL
    weighed: bool = False
    size: int = SIZES[-1]


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a file: its name, how many notices and of how many all weights are known, its largest buyers, and how many fit now.

    `read` is how much of it has been read, in per cent, until all has. `trouble` says why nothing can be made of it.
    """

    file: str
    notices: int = 0
    weighed: int = 0
    buyers: Sequence[str] = ()
    fitting: int = 0
    read: int = 100
    trouble: str = ""


def notices_page(language: Language, inside: Inside, taking: Taking) -> Page:
    """What can be chosen, or how far the file has been read."""
    title = language.text("Real tenders")
    if inside.trouble and not inside.notices:
        return Page("notices", title, blocks=(Text(inside.trouble, "bad", "trouble"), Text(where_from(language), "soft")))
    if inside.read < 100:
        said = language.text("{file} is read: {percent}", file=inside.file, percent=language.percent(inside.read))
        return Page("notices", title, blocks=(Text(said, "lead", "reading"),))
    found = language.text(
        "Tender notices in {file}: {n}. With all their weights: {weighed}.", file=inside.file, n=inside.notices, weighed=inside.weighed
    )
    blocks: list[Block] = [
        Text(found, "lead", "found"),
        Text(language.text("Each becomes a need. What is not told is guessed, and named."), "soft"),
    ]
    if inside.trouble:
        blocks.append(Text(inside.trouble, "bad", "trouble"))
    if len(inside.buyers) > 1:
        blocks.append(buyer_row(language, inside, taking))
    blocks.append(size_row(language, taking))
    blocks.append(toggle(language, "weighed", language.text("Only those whose real weights are known"), taking.weighed))
    why = "" if inside.fitting else language.text("No notice is left; take more of them.")
    line = language.text("Notices that fit: {n}. The game stands on the shelf then, among your own.", n=inside.fitting)
    blocks.append(Button("make", language.text("Make a game of them"), Do("make"), "box", line=line, why=why))
    return Page("notices", title, blocks=tuple(blocks))


def where_from(language: Language) -> str:
    """What would help."""
    return language.text(
        "Download tender notices of Sell2Wales, Find a Tender or Contracts Finder as JSON (OCDS), then drag the file here."
    )


def buyer_row(language: Language, inside: Inside, taking: Taking) -> OneOf:
    """Whose notices are taken."""
    options = (Option(ALL, language.text("Everybody's")), *(Option(name, short(name)) for name in inside.buyers))
    return OneOf("buyer", language.text("Whose tenders"), options, taking.buyer)


def size_row(language: Language, taking: Taking) -> OneOf:
    """How many needs at most."""
    options = tuple(Option(str(size), language.number(size)) for size in SIZES)
    return OneOf("size", language.text("How many needs at most"), options, str(taking.size))


def short(name: str) -> str:
    """A buyer's name as there is room for it."""
    return name if len(name) <= LONGEST_BUYER else f"{name[: LONGEST_BUYER - 1].rstrip()}…"
