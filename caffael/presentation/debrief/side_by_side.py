"""Several games of a class beside one another: every region's fate first, then what was asked and what came, and last who won."""

from caffael.presentation.blocks import Block, Group, Listing, Table, Text
from caffael.presentation.debrief.played import PlayedGame
from caffael.presentation.debrief.verdict import verdict
from caffael.rules.terms import CRITERIA, NONE
from caffael.words.language import Language, words
from caffael.words.sentences import criterion_name

REGION_HEADS = (
    words("Game"),
    words("Began"),
    words("Teams"),
    words("Years"),
    words("Of the carbon budget"),
    words("The region"),
)
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
        rows.append((name, game.date or "·", ", ".join(game.viewer.teams), language.number(game.viewer.state.year), percent, fate))
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
