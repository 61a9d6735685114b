"""What is told of played games in one document: one game as its class and its teams read it, or several side by side first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from caffael.debrief import Debrief
from caffael.presentation.blocks import Block, Group, Line, Listing, Table, Text
from caffael.presentation.debrief.pages import class_story
from caffael.presentation.debrief.ranking import verdict
from caffael.presentation.debrief.team_sheet import team_sheet
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import CRITERIA, NONE
from caffael.words.language import Language, words
from caffael.words.sentences import criterion_name


@dataclass(frozen=True, slots=True)
class PlayedGame:
    """A game as far as it was played: who looks at it, its story, the name of its record if there is one, when it began, and the number
    of its deal, by which it can be dealt again.
    """

    viewer: Viewer
    debrief: Debrief
    file: str = ""
    began: datetime | None = None
    deal: str = ""

    @property
    def title(self) -> str:
        """What the scenario is called."""
        return self.viewer.pack.title(self.viewer.code)

    @property
    def date(self) -> str:
        """When the game began; empty when that is not known."""
        when = self.began
        if when is None:
            return ""
        parts = {"day": f"{when:%d}", "month": f"{when:%m}", "year": f"{when:%Y}", "hour": f"{when:%H}", "minute": f"{when:%M}"}
        return self.viewer.text("{day}/{month}/{year}, {hour}:{minute}", **parts)


def so_far(viewer: Viewer) -> Group:
    """A word on a game that is not over."""
    said = viewer.text(
        "This game is not over. Here is its story so far, up to year {year} of {years}.",
        year=viewer.state.year,
        years=viewer.cards.settings.years,
    )
    return Group("so-far", viewer.text("The story so far"), (Text(said, "lead"),))


def facts(game: PlayedGame) -> tuple[tuple[str, str], ...]:
    """What was played, when, and by whom."""
    viewer = game.viewer
    told = [
        (viewer.text("Began"), game.date),
        (viewer.text("Teams"), ", ".join(map(viewer.who, viewer.seats))),
        (viewer.text("Years"), viewer.language.number(viewer.cards.settings.years)),
        (viewer.text("Saved game"), game.file),
        (viewer.text("Number of the deal"), game.deal),
    ]
    return tuple((name, value) for name, value in told if value)


REGION_HEADS = (words("Game"), words("Began"), words("Teams"), words("Years"), words("Of the carbon budget"), words("The region"))
CAME_HEADS = (
    words("Game"),
    words("Contracts"),
    words("Years delivered"),
    words("Social value that came"),
    words("Years managed"),
    words("Local share"),
    words("Mean score"),
)


def side_by_side(language: Language, games: list[PlayedGame]) -> Group:
    """The games in the order in which they were given."""
    names = [game_name(language, number, game) for number, game in enumerate(games, 1)]
    told = tuple(f"{name}: {verdict(game.viewer, game.debrief)}" for name, game in zip(names, games, strict=True))
    blocks: list[Block] = [regions(language, names, games), came(language, names, games)]
    if any(story.weights != NONE for game in games for story in game.debrief.contracts):
        blocks.append(weights(language, names, games))
    blocks += [Text(language.text("Who came where, and why?"), "lead"), Listing(told)]
    return Group("games", language.text("The games side by side"), tuple(blocks))


def game_name(language: Language, number: int, game: PlayedGame) -> str:
    """A game's number and scenario."""
    return f"{language.text('Game {game}', game=number)}, {game.title}"


def regions(language: Language, names: list[str], games: list[PlayedGame]) -> Table:
    """How each region came through."""
    rows = []
    for name, game in zip(names, games, strict=True):
        region = game.debrief.region
        if not region.counted:
            fate, percent = game.viewer.text("This game did not count carbon."), "·"
        else:
            percent = language.percent(region.percent)
            fate = region_fate(game)
        councils = ", ".join(map(game.viewer.who, game.viewer.seats))
        rows.append((name, game.date or "·", councils, language.number(game.viewer.state.year), percent, fate))
    heads = tuple(map(language.text, REGION_HEADS))
    caption = language.text("How did the region come through?")
    return Table(caption, heads, tuple(rows), frozenset({3, 4}), (18, 12, 26, 8, 12, 24))


def region_fate(game: PlayedGame) -> str:
    """Whether a region that counts carbon stayed within its budget, in a sentence."""
    viewer, region = game.viewer, game.debrief.region
    if not game.debrief.finished:
        return viewer.text("The game is not over.")
    if region.failed:
        return viewer.text("The region is over its carbon budget by {carbon}.", carbon=viewer.language.carbon(region.over))
    return viewer.text("The region stayed within its carbon budget.")


def came(language: Language, names: list[str], games: list[PlayedGame]) -> Table:
    """What the suppliers brought, what stayed local, and the mean score."""
    rows = []
    for name, game in zip(names, games, strict=True):
        debrief = game.debrief
        pairs = [
            (sum(row.reached for row in debrief.promises), sum(row.checks for row in debrief.promises)),
            (sum(row.came for row in debrief.promises), sum(row.promised for row in debrief.promises)),
            (sum(row.managed for row in debrief.promises), sum(row.checks for row in debrief.promises)),
        ]
        spent, local = sum(row.spent for row in debrief.money), sum(row.local for row in debrief.money)
        rows.append(
            (
                name,
                language.number(len(debrief.contracts)),
                *(language.text("{n} of {all}", n=part, all=whole) for part, whole in pairs),
                language.percent(100 * local // spent if spent else 0),
                language.number(debrief.region.mean),
            )
        )
    heads = tuple(map(language.text, CAME_HEADS))
    return Table(language.text("What came"), heads, tuple(rows), frozenset(range(1, 7)))


def weights(language: Language, names: list[str], games: list[PlayedGame]) -> Table:
    """What counted on average in each game."""
    heads = (language.text("Game"), *(criterion_name(language, place) for place in range(CRITERIA)))
    rows = tuple(
        (name, *(language.percent(weight) for weight in game.debrief.weights_mean)) for name, game in zip(names, games, strict=True)
    )
    return Table(language.text("What counted on average in all tenders"), heads, rows, frozenset(range(1, len(heads))))


DRAWN_ONLY = {"emitted", "contracts", "none", "legend", "uncounted", "by-category", "by-team", "tenders"}
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
