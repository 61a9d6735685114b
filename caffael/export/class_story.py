"""The class's part of a game: the region's fate first, then who came where and why, what was asked, and three questions."""

from caffael.debrief import (
    PromiseRow,
    broken_promises,
    broken_text,
    campaign_heading,
    campaign_verdict,
    fate_words,
    part_name,
    question_text,
    saver_text,
    savers_conclusion,
    verdict,
)
from caffael.export.document import Block, Listing, Paragraph, Section, Table
from caffael.export.figures_told import carbon_section, money_section, year_blocks
from caffael.export.played import PlayedGame
from caffael.rules.terms import BADGES, CRITERIA, EARLIER, NONE
from caffael.words.handbook import numbered
from caffael.words.language import Language, words
from caffael.words.sentences import badge_name, criterion_name, weights_text

GRAVEST = 6
CLOSE_HEADS = (words("Need"), words("Team"), words("Asked for"), words("The winner"), words("With other weights"))
CLOSE = 20
"""Percentage points: a tender that so small a change of weights would have given to somebody else was close."""


def class_sections(game: PlayedGame, key: str) -> list[Section]:
    """The sections in the order in which a class talks about them."""
    sections = [fate(game, key), ranking(game, key), asked(game, key)]
    if game.debrief.region.counted:
        sections.append(carbon_section(game, key))
    sections += [money_section(game, key), promises(game, key)]
    if game.settings.badges == 1:
        sections.append(ways(game, key))
    return [*sections, talk(game, key)]


def fate(game: PlayedGame, key: str) -> Section:
    """How the region came through; nobody is named as a winner yet."""
    language, debrief = game.language, game.debrief
    region = debrief.region
    head, line = fate_words(language, debrief, game.settings.climate_events == 1)
    blocks: list[Block] = [Paragraph(head, "lead"), Paragraph(line)]
    if region.counted:
        blocks += year_blocks(game)
    if region.failed and debrief.finished:
        if region.savers:
            blocks.append(Paragraph(language.text("Cleaner bids were on the table in these tenders:")))
            blocks.append(Listing(tuple(saver_text(language, game.pack, game.teams, debrief, saver) for saver in region.savers)))
        blocks.append(Paragraph(savers_conclusion(language, region)))
    return Section(f"{key}-region", language.text("How did the region come through?"), blocks)


def ranking(game: PlayedGame, key: str) -> Section:
    """Who came where, with every part of the score."""
    language, debrief = game.language, game.debrief
    kinds = [place for place, part in enumerate(debrief.teams[0].parts) if any(team.parts[place].points for team in debrief.teams)]
    names = [part_name(language, debrief.teams[0].parts[place]) for place in kinds]
    rows = tuple(
        (
            team.team,
            game.council(team.seat),
            language.number(team.rank + 1),
            *(language.number(team.parts[place].points) for place in kinds),
            language.number(team.total),
        )
        for team in debrief.teams
    )
    heads = (language.text("Team"), language.text("Council"), language.text("Place"), *names, language.text("Points"))
    caption = language.text("Every score in its parts")
    table = Table(caption, heads, rows, frozenset(range(2, len(heads))), (24, 22, 8, *(11 for _ in kinds), 9))
    told = (verdict(language, debrief), campaign_verdict(language, game.teams, debrief.campaign))
    blocks: list[Block] = [Paragraph(" ".join(sentence for sentence in told if sentence), "lead"), table]
    blocks += campaign_blocks(game)
    blocks.append(Paragraph(language.text("Where each point came from stands on the team's own page."), "note"))
    return Section(f"{key}-ranking", language.text("Who came where, and why?"), blocks)


def campaign_blocks(game: PlayedGame) -> list[Block]:
    """How the campaign stands; nothing in a game that no other came before."""
    language, story = game.language, game.debrief.campaign
    if story is None:
        return []
    games = [language.text("Game {game}", game=story.first + place) for place in range(len(story.places[0].games))]
    heads = (language.text("Team"), language.text("Place"), *games, language.text("Points"))
    rows = tuple(
        (game.teams[place.seat], language.number(place.rank + 1), *map(language.number, place.games), language.number(place.total))
        for place in story.places
    )
    return [Table(campaign_heading(language, story), heads, rows, frozenset(range(1, len(heads))))]


def asked(game: PlayedGame, key: str) -> Section:
    """What was asked for in all, what came of it, and which tenders a little less of one thing would have decided otherwise."""
    language, debrief = game.language, game.debrief
    counts = (
        language.text("Contracts signed: {n}", n=len(debrief.contracts)),
        language.text("Tenders without a bid: {n}", n=len(debrief.failures)),
        language.text("Joint tenders: {n}", n=debrief.joint),
        language.text("Times a team engaged the market: {n}", n=debrief.engagements),
        language.text("Years in which a need stayed unmet: {n}", n=debrief.unmet),
    )
    blocks: list[Block] = [Listing(counts)]
    if any(story.weights != NONE for story in debrief.contracts):
        blocks.append(mean_weights(game))
    blocks += close_calls(game)
    blocks.append(Paragraph(language.text("Every decision stands on the page of its team, with the runner-up by the same rules."), "note"))
    return Section(f"{key}-asked", language.text("What did we ask for, and what came?"), blocks)


def mean_weights(game: PlayedGame) -> Table:
    """What counted on average in the tenders of all teams."""
    language, weights = game.language, game.debrief.weights_mean
    people = game.settings.people == 1
    used = [place for place in range(CRITERIA) if weights[place]]
    heads = (language.text("What was asked for"), *(criterion_name(language, place, people) for place in used))
    row = (language.text("Mean weight"), *(language.percent(weights[place]) for place in used))
    return Table(language.text("What counted on average in all tenders"), heads, (row,), frozenset(range(1, len(heads))))


def close_calls(game: PlayedGame) -> list[Block]:
    """The tenders that a small change of weights would have given to somebody else."""
    language = game.language
    found = [story for story in game.debrief.contracts if story.other is not None and story.other.moved <= CLOSE]
    rows = tuple(
        (
            game.need(story.need),
            game.teams[story.seat],
            weights_text(language, game.cards, story.weights),
            game.supplier(story.supplier),
            other_words(game, story.other.weights, story.other.supplier),
        )
        for story in sorted(found, key=lambda story: story.other.moved if story.other else 0)[:GRAVEST]
        if story.other is not None
    )
    if not rows:
        return []
    heads = tuple(map(language.text, CLOSE_HEADS))
    return [Table(language.text("Tenders that were close"), heads, rows, widths=(22, 16, 22, 18, 22))]


def other_words(game: PlayedGame, weights: int, supplier: int) -> str:
    """Who would have won by other weights."""
    said = weights_text(game.language, game.cards, weights)
    return game.language.text("With {weights}, {supplier} would have won.", weights=said, supplier=game.supplier(supplier))


def promises(game: PlayedGame, key: str) -> Section:
    """Promises kept and broken, by team, then the gravest cases."""
    language, debrief = game.language, game.debrief
    managed = game.settings.management == 1
    heads = [language.text("Team"), language.text("Years delivered"), language.text("Social value that came")]
    if managed:
        heads.append(language.text("Years managed"))
    rows = tuple((team, *promise_cells(language, row, managed)) for team, row in zip(game.teams, debrief.promises, strict=True))
    table = Table(language.text("Promises made to each team"), tuple(heads), rows, frozenset(range(1, len(heads))))
    broken = broken_promises(debrief)
    if not broken:
        said: list[Block] = [Paragraph(language.text("Every promise was kept."))] if debrief.contracts else []
    else:
        listed = tuple(broken_text(language, game.pack, game.teams, story) for story in broken[:GRAVEST])
        said = [Paragraph(language.text("Promises that were broken")), Listing(listed)]
    return Section(f"{key}-promises", language.text("Which promises were kept?"), [table, *said])


def promise_cells(language: Language, row: PromiseRow, managed: bool) -> tuple[str, ...]:
    """How many of all, for each kind of promise."""
    pairs = [(row.reached, row.checks), (row.came, row.promised)] + ([(row.managed, row.checks)] if managed else [])
    return tuple(language.text("{n} of {all}", n=came, all=every) for came, every in pairs)


def ways(game: PlayedGame, key: str) -> Section:
    """The five ways of working: what each asks, and which team showed it when."""
    language = game.language
    badges = {team.seat: team.badges for team in game.debrief.teams}
    heads = (language.text("Way of working"), language.text("How its badge is won"), *game.teams)
    rows = tuple(
        (
            badge_name(language, badge),
            numbered(language, "badge", badge).line,
            *(when_won(game, badges[seat][badge]) for seat in game.seats),
        )
        for badge in range(BADGES)
    )
    table = Table(language.text("Badges of the five ways of working"), heads, rows, widths=(18, 40, *(12 for _ in game.seats)))
    act = language.text("The Well-being of Future Generations Act names five ways of working. Each can be won once.")
    return Section(f"{key}-ways", language.text("Five ways of working"), [Paragraph(act), table])


def when_won(game: PlayedGame, year: int) -> str:
    """When a badge was won, in a word or two."""
    if year == 0:
        return game.language.text("not won")
    if year == EARLIER:
        return game.language.text("in an earlier game")
    return game.language.text("Year {year}", year=year)


def talk(game: PlayedGame, key: str) -> Section:
    """Three questions, chosen by what happened in this game."""
    language = game.language
    said = tuple(question_text(language, game.pack, game.teams, question) for question in game.debrief.questions)
    return Section(f"{key}-talk", language.text("Three questions to talk about"), [Listing(said, numbered=True)])
