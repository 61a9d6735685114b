"""What is told of played games in one document: one game as its class and its teams read it, or several side by side first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from caffael.debrief import Debrief
from caffael.presentation.blocks import Block, Group, Line, Listing, Text
from caffael.presentation.debrief.pages import class_story
from caffael.presentation.debrief.played import PlayedGame, facts, so_far
from caffael.presentation.debrief.side_by_side import game_name, side_by_side
from caffael.presentation.debrief.team_sheet import team_sheet
from caffael.words.language import Language

DRAWN_ONLY = {"emitted", "contracts", "none", "legend", "uncounted", "by-category", "by-team"}
"""What a page shows and a document does not: there a table or another section says it."""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole story in one language: facts beside its title, a list of contents under that name, and sections."""

    code: str
    title: str
    line: str
    facts: tuple[tuple[str, str], ...]
    contents: str
    sections: tuple[Group, ...]


def document_of(games: list[PlayedGame]) -> Document:
    """The story of a game, or of several side by side and then one after another."""
    first = games[0].viewer
    code, contents = first.code, first.text("Contents")
    if len(games) == 1:
        title = first.text("{scenario}: looking back", scenario=games[0].title)
        return Document(code, title, first.pack.line(code), facts(games[0]), contents, sections(games[0], "g1"))
    language = Language(code)
    told = [side_by_side(language, games)]
    for number, game in enumerate(games, 1):
        lead = Text(". ".join(value for _, value in facts(game)), "soft")
        told.append(Group(f"g{number}", game_name(language, number, game), (lead, *sections(game, f"g{number}")), sheet=True))
    title = language.text("Looking back at several games")
    return Document(code, title, language.plural("{n} game", "{n} games", len(games)), (), language.text("Contents"), tuple(told))


def sections(game: PlayedGame, key: str) -> tuple[Group, ...]:
    """A word first where the game is not over; the class's part; then the sheet of each team in the order of the seats.

    `key` stands before each section's id, so that several games can lie in one document.
    """
    viewer, debrief = game.viewer, game.debrief
    left_out = drawn_only(debrief)
    told = [so_far(viewer)] if not debrief.finished else []
    for page in class_story(viewer, debrief):
        told.append(Group(page.id, page.title, tuple(block for block in page.blocks if getattr(block, "id", "") not in left_out)))
    told += [team_sheet(viewer, debrief, team) for team in sorted(debrief.teams, key=lambda team: team.seat)]
    return tuple(laid(section, key) for section in told)


def drawn_only(debrief: Debrief) -> set[str]:
    """The ids of what stands on a page of this game and in no document: drawings of nothing, too, and what is not settled yet."""
    found = set(DRAWN_ONLY)
    if not any(debrief.region.years):
        found |= {"total", "years", "years-note", "years-table"}
    if not any(row.spent for row in debrief.money):
        found |= {"local"}
    if not debrief.contracts:
        found |= {"kept"}
    return found if debrief.finished else found | {"savers", "conclusion"}


def laid(section: Group, key: str) -> Group:
    """A section as a document has it: its key before its id, and lines under a heading of their own as a list."""
    return replace(section, id=f"{key}-{section.id}", blocks=tuple(plainer(section.blocks, key)))


def plainer(blocks: tuple[Block, ...], key: str) -> Iterator[Block]:
    """Blocks of which each is a text, a list, a table, bars, or a section within a section."""
    for block in blocks:
        if isinstance(block, Group) and isinstance(block.blocks[0], Line):
            yield Text(block.title)
            yield Listing(tuple(line.title for line in block.blocks if isinstance(line, Line)))
        else:
            yield laid(block, key) if isinstance(block, Group) else block
