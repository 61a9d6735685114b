"""All that is told of one game or of several, in order."""

from caffael.export.class_story import class_sections
from caffael.export.document import Document, Paragraph, Section
from caffael.export.played import PlayedGame
from caffael.export.side_by_side import game_name, side_by_side
from caffael.export.team_sheet import team_sheet
from caffael.words.language import Language


def story_of(games: list[PlayedGame]) -> Document:
    """The story of a game, or of several side by side and then one after another."""
    first = games[0]
    code = first.language.code
    if len(games) == 1:
        title = first.language.text("{scenario}: looking back", scenario=first.title)
        return Document(
            code, title, first.pack.line(code), facts(first), first.language.text("Contents"), [*notes(first, "g1"), *sections(first, "g1")]
        )
    language = Language(code)
    told = [side_by_side(language, games)]
    for number, game in enumerate(games, 1):
        key = f"g{number}"
        lead = Paragraph(". ".join(value for _, value in facts(game)), "note")
        told.append(Section(key, game_name(language, number, game), [lead], [*notes(game, key), *sections(game, key)], sheet=True))
    games_told = language.plural("{n} game", "{n} games", len(games))
    title = language.text("Looking back at several games")
    return Document(code, title, games_told, (), language.text("Contents"), told)


def sections(game: PlayedGame, key: str) -> list[Section]:
    """The class's part, then the sheet of each team in the order of the seats."""
    teams = sorted(game.debrief.teams, key=lambda team: team.seat)
    return [*class_sections(game, key), *(team_sheet(game, team, key) for team in teams)]


def notes(game: PlayedGame, key: str) -> list[Section]:
    """A word first where the game is not over."""
    if game.debrief.finished:
        return []
    language = game.language
    said = language.text(
        "This game is not over. Here is its story so far, up to year {year} of {years}.",
        year=game.match.state.year,
        years=game.settings.years,
    )
    return [Section(f"{key}-so-far", language.text("The story so far"), [Paragraph(said, "lead")])]


def facts(game: PlayedGame) -> tuple[tuple[str, str], ...]:
    """What was played, when, and by whom."""
    language = game.language
    people = ", ".join(game.teams)
    told = [
        (language.text("Began"), game.date),
        (language.text("Teams"), people),
        (language.text("Years"), language.number(game.settings.years)),
        (language.text("Saved game"), game.file),
    ]
    return tuple((name, value) for name, value in told if value)
