"""A team's own sheet: its score traced to every point, its decisions one by one, and what was promised to it and did not come."""

from caffael.debrief import (
    CAUSE_NAMES,
    ContractStory,
    TeamStory,
    broken_promises,
    broken_text,
    came_texts,
    part_detail,
    part_name,
    part_sources,
)
from caffael.export.class_story import other_words
from caffael.export.document import Block, Cell, Listing, Paragraph, Section, Table
from caffael.export.played import PlayedGame
from caffael.rules.happened import Cause
from caffael.rules.terms import FRAMEWORK, NONE
from caffael.words.language import tenths, words
from caffael.words.sentences import goal_name, route_name, weights_text

DECISION_HEADS = (
    words("Need"),
    words("Year"),
    words("Asked for"),
    words("The winner"),
    words("The runner-up, by the same rules"),
    words("What came"),
)
TOLD_BY_GOALS = ("goals", "lowest")
"""Parts whose sources stand in the table of goals."""


def team_sheet(game: PlayedGame, team: TeamStory, key: str) -> Section:
    """The sheet of one team."""
    language = game.language
    place = language.text("Place {place}: {n} points", place=team.rank + 1, n=team.total)
    key = f"{key}-team-{team.seat}"
    parts = [points(game, team, key), decisions(game, team.seat, key)]
    return Section(key, team.team, [Paragraph(f"{game.council(team.seat)}. {place}.", "lead")], parts, sheet=True)


def points(game: PlayedGame, team: TeamStory, key: str) -> Section:
    """Every part of the score, where it comes from, and what moved each goal."""
    language, settings = game.language, game.settings
    rows: list[tuple[Cell, ...]] = []
    for part in team.parts:
        if part.points or part.kind in TOLD_BY_GOALS:
            sources = [] if part.kind in TOLD_BY_GOALS else part_sources(language, game.pack, game.debrief, team, part)
            detail = part_detail(language, part, settings)
            rows.append((part_name(language, part), language.number(part.points), (detail, *sources)))
    rows.append((language.text("In all"), language.number(team.total), ""))
    heads = (language.text("Part of the score"), language.text("Points"), language.text("Where they come from"))
    caption = language.text("{team}: where each point came from", team=team.team)
    table = Table(caption, heads, tuple(rows), frozenset({1}), (24, 10, 66))
    return Section(f"{key}-points", language.text("Where each point came from"), [table, goals(game, team)])


def goals(game: PlayedGame, team: TeamStory) -> Table:
    """Each goal from where it began to where it stands, by what moved it."""
    language = game.language
    causes = [cause for cause in Cause if any(moves[cause] for moves in team.moves)]
    heads = (
        language.text("Goal"),
        language.text("At the start"),
        *(language.text(CAUSE_NAMES[cause]) for cause in causes),
        language.text("At the end") if game.debrief.finished else language.text("Now"),
    )
    rows = tuple(
        (
            goal_name(language, goal),
            language.number(level - sum(moves)),
            *(language.signed(moves[cause]) if moves[cause] else "·" for cause in causes),
            language.number(level),
        )
        for goal, (level, moves) in enumerate(zip(team.goals, team.moves, strict=True))
    )
    caption = language.text("{team}: what moved each goal", team=team.team)
    return Table(caption, heads, rows, frozenset(range(1, len(heads))), (20, 10, *(10 for _ in causes), 10))


def decisions(game: PlayedGame, seat: int, key: str) -> Section:
    """A row for every contract; then the tenders nobody could bid for, and the promises that were broken."""
    language, debrief = game.language, game.debrief
    contracts = [story for story in debrief.contracts if story.seat == seat]
    blocks: list[Block] = []
    if contracts:
        caption = language.text("{team}: what was asked for, who won, and what came", team=game.teams[seat])
        heads = tuple(map(language.text, DECISION_HEADS))
        rows = tuple(decision(game, story) for story in contracts)
        blocks.append(Table(caption, heads, rows, widths=(17, 8, 20, 19, 19, 17)))
    else:
        blocks.append(Paragraph(language.text("There is no contract here.")))
    failures = tuple(
        language.text(
            "Year {year}: nobody could bid for “{need}” ({route}).",
            year=failed.year,
            need=game.need(failed.need),
            route=route_name(language, failed.route),
        )
        for failed in debrief.failures
        if failed.seat == seat
    )
    if failures:
        blocks.append(Listing(failures))
    broken = [broken_text(language, game.pack, game.teams, story) for story in broken_promises(debrief) if story.seat == seat]
    if broken:
        blocks += [Paragraph(language.text("Promises that were broken")), Listing(tuple(broken))]
    return Section(f"{key}-decisions", language.text("The decisions"), blocks)


def decision(game: PlayedGame, story: ContractStory) -> tuple[Cell, ...]:
    """A contract from what was asked for to what came."""
    language = game.language
    asked = [route_name(language, story.route, story.scope)]
    if story.partner != NONE:
        asked.append(language.text("With {team}", team=game.teams[story.partner]))
    if story.weights != NONE:
        asked.append(sentence(weights_text(language, game.cards, story.weights)))
    if story.other is not None:
        asked.append(other_words(game, story.other.weights, story.other.supplier))
    share = 0 if story.supplier == FRAMEWORK else game.cards.suppliers[story.supplier].local
    local = story.price * share // 100
    won = offer(game, story.supplier, story.bids[0].total, (story.price, story.quality, story.social, story.carbon_a_year, local))
    second: tuple[str, ...] = (language.text("No other bid"),)
    if story.runner_up is not None:
        other = story.runner_up
        figures = (other.price, other.quality, other.social, other.carbon, other.local)
        second = offer(game, other.supplier, story.bids[1].total, figures)
    came = came_texts(language, story, game.settings.carbon == 1)
    return game.need(story.need), language.number(story.year), tuple(asked), won, second, tuple(came)


def offer(game: PlayedGame, supplier: int, total: int, figures: tuple[int, int, int, int, int]) -> tuple[str, ...]:
    """A bid, a line for each thing: its points, price, quality, social value, carbon a year, money that stays."""
    language = game.language
    price, quality, social, carbon, local = figures
    lines = [game.supplier(supplier)]
    if total:
        lines.append(language.text("{label}: {value}", label=language.text("Points"), value=tenths((total + 5_000) // 10_000, keep=True)))
    named = [
        (language.text("Price"), language.money(price)),
        (language.text("Quality"), language.text("{n} of 5", n=quality)),
        (language.text("Social value offered"), language.text("{n} of 5", n=social)),
    ]
    if game.settings.carbon == 1:
        named.append((language.text("Carbon a year"), language.carbon(carbon)))
    named.append((language.text("Money that stays local"), language.money(local)))
    return (*lines, *(language.text("{label}: {value}", label=label, value=value) for label, value in named))


def sentence(said: str) -> str:
    """Words that begin with a capital letter."""
    return said[:1].upper() + said[1:]
