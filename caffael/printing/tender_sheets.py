"""Sheets for a tender: share out the weights, score the bids by hand, and the tables that spare a calculator."""

from caffael.printing.box import Box, sheet_box
from caffael.printing.paper import Paper, cells, heading, table
from caffael.printing.reckoning import (
    carbon_points,
    differences,
    least_criteria,
    lowest_bids,
    price_points,
    range_of,
    rating_points,
    step_of,
    used_criteria,
    weight_rows,
)
from caffael.printing.tongues import Tongues
from caffael.rules.terms import Criterion
from caffael.scenario import Pack
from caffael.words.looks import CRITERION_IDS, CRITERION_PICTURES
from caffael.words.sentences import criterion_name

BIDDERS_HERE = 9
RATINGS = 5
HALF = 51


def named(pack: Pack, say: Tongues, criterion: Criterion) -> str:
    """A criterion, as this game calls it."""
    people = pack.cards.settings.people == 1
    return say.say(lambda language: criterion_name(language, criterion, people))


def draw_tender_sheets(paper: Paper, pack: Pack, say: Tongues) -> None:
    """The sheet of one tender, once in each language: words to write between need their room."""
    for alone in say.alone():
        draw_tender_sheet(paper, pack, alone)


def draw_tender_sheet(paper: Paper, pack: Pack, say: Tongues) -> None:
    """The sheet of one tender: weights above, the table of bids below."""
    paper.page(landscape=True)
    sheet = sheet_box(landscape=True)
    heading(paper, sheet.head(8), say.text("A tender"), "tender")
    blank = Box(sheet.left + 70, sheet.top, sheet.width - 70, 8)
    for place, words in zip(
        blank.columns([1, 1, 1.4, 1]), (say.text("Team:"), say.text("Year:"), say.text("Need:"), say.text("Route:")), strict=True
    ):
        paper.write(words, place.inset(1, 0), 8, centred=True)
        paper.line((place.left + 18, place.bottom - 1.5), (place.right - 2, place.bottom - 1.5), "ink")
    left, right = sheet.below(10).head(66).columns([0.58, 0.42], gap=6)
    draw_weights(paper, left, pack, say)
    draw_steps(paper, right, pack, say)
    draw_bids(paper, sheet.below(79), pack, say)


def draw_weights(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """A row of steps for each criterion; where the pack has weight cards, these by their names."""
    cards = pack.cards
    heading(paper, box.head(6), say.text("1. The weights: mark one step of each row. Together they are 100 %."), "chart")
    rest = box.below(7)
    used = used_criteria(cards)
    if pack.texts.weight_cards:
        heads = [say.text("Weight card"), *[named(pack, say, criterion) for criterion in used]]
        rows = [
            [say.words(card.title), *[say.first.percent(weight_rows(cards)[card.index][criterion]) for criterion in used]]
            for card in pack.texts.weight_cards
        ]
        table(paper, rest, [50, *[25] * len(used)], heads, rows, size=8)
        return
    step = step_of(cards)
    for criterion, row in zip(used, rest.head(46).rows([1] * len(used), gap=1.5), strict=True):
        ink = f"criterion.{CRITERION_IDS[criterion]}"
        name, steps = row.columns([0.25, 0.75])
        paper.picture(CRITERION_PICTURES[criterion], Box(name.left, name.top, row.height, row.height).inset(1), ink)
        words = Box(name.left + row.height, name.top, name.width - row.height - 1, name.height)
        paper.write(named(pack, say, criterion), words, 9, ink, bold=True, centred=True)
        least, most = range_of(cards, criterion)
        cells(paper, steps, [say.first.percent(weight) for weight in range(least, most + 1, step)], 8.5, ink)
    rule = say.text("Steps of {step}; at least {n} of the rows above 0.", step=say.first.percent(step), n=least_criteria(cards))
    paper.write(rule, rest.below(48).head(9), 8, "ink_soft")


def draw_steps(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """How a bid is scored, step by step."""
    settings = pack.cards.settings
    heading(paper, box.head(6), say.text("2. The bids, step by step"), "book")
    steps = [say.text("Write down all who can bid, from left to right in the row, with what their cards print.")]
    if settings.bid_cards == 1:
        steps.append(say.text("Turn up a bid card for each and write it down. After engaging, a card above 0 counts 0."))
    steps += [
        say.text("Add up the percentages: printed price, bid card, {load} for each contract it runs, route, event.", load=settings.load),
        say.text("Find the lowest sum. Read the price points of the others off the table of price points."),
        say.text("Read the other points off the small tables. Read each of them at its weight off the weighing table."),
        say.text("Add up. The highest sum wins; ties go to the better quality, then the lower price, then the older card."),
        say.text("Are the two best less than 1 point apart? Then reckon their price points to two decimals, by the line under that table."),
    ]
    body = "\n".join(f"{n}. {words}" for n, words in enumerate(steps, 1))
    paper.write(body, box.below(7), 8, least=4.5)


def draw_bids(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """The table of bids to be filled in, and the points for ratings and carbon."""
    settings = pack.cards.settings
    used = used_criteria(pack.cards)
    heads = [say.text("Supplier"), say.text("Printed, %")]
    shares = [44.0, 15.0]
    if settings.bid_cards == 1:
        heads.append(say.text("Bid card"))
        shares.append(13.0)
    heads += [say.text("Contracts × {load}", load=settings.load), say.text("Route, event"), say.text("Bid, %")]
    shares += [16.0, 17.0, 14.0]
    for criterion in used:
        heads += [say.text("{criterion}: points", criterion=named(pack, say, criterion)), say.text("weighed")]
        shares += [19.0, 16.0]
    heads.append(say.text("Sum"))
    shares.append(17.0)
    high = 9 + BIDDERS_HERE * 7.2
    table(paper, box.head(high), shares, heads, [[""] * len(heads)] * BIDDERS_HERE, high=9, size=7)
    first, second = box.below(high + 3).columns([0.36, 0.64], gap=8)
    ratings = say.text("Quality, social value")
    if settings.people == 1:
        ratings = say.text("Mean of quality and social value, a half up")
    rows = [[say.text("Points"), *[str(rating_points(n)) for n in range(RATINGS + 1)]]]
    table(paper, first.head(13), [40, *[10] * (RATINGS + 1)], [ratings, *[str(n) for n in range(RATINGS + 1)]], rows, size=7)
    if settings.carbon == 1:
        above = list(range(0, 90, 10))
        rows = [[say.text("Points"), *[str(carbon_points(settings, n)) for n in above]]]
        heads = [say.text("Carbon: so many per cent above the cleanest"), *[str(n) for n in above]]
        table(paper, second.head(13), [62, *[11] * len(above)], heads, rows, size=7)


def draw_price_table(paper: Paper, pack: Pack, say: Tongues) -> None:
    """The points for every price, by the lowest bid and how far a bid is above it."""
    paper.page()
    sheet, cards = sheet_box(), pack.cards
    settings = cards.settings
    heading(paper, sheet.head(7), say.text("Price points"), "pound")
    how = say.text(
        "Down the side: the lowest bid, in per cent of the estimate. Across: how many per cent of the estimate this bid is above it."
    )
    paper.write(how, sheet.below(7.5).head(8), 7.5, least=5)
    columns = differences(cards)
    body = Box(sheet.left, sheet.top + 16.5, sheet.width, sheet.height - 31)
    lines = body.rows([1] * (len(lowest_bids(cards)) + 1))
    shares = [1.5, *[1.0] * len(columns)]
    grid(paper, lines[0], shares, ["", *[f"+{above}" for above in columns]], head=True)
    for line, lowest in zip(lines[1:], lowest_bids(cards), strict=True):
        points = [str(price_points(settings, lowest, lowest + above)) for above in columns]
        grid(paper, line, shares, [str(lowest), *points], shaded=lowest % 5 == 0)
    if settings.price_ratio == 1:
        exact = say.text("Exactly: 100 × lowest bid ÷ this bid.")
    else:
        slope = settings.price_slope
        exact = say.text("Exactly: 100 − {slope} × 100 × (this bid − lowest bid) ÷ lowest bid, and never below 0.", slope=slope)
    paper.write(
        exact + "\n" + say.text("What stands further right or further down is reckoned in this way too."), sheet.foot(13), 8, least=5
    )


def grid(paper: Paper, line: Box, shares: list[float], words: list[str], head: bool = False, shaded: bool = False) -> None:
    """A line of a table of numbers; every fifth is tinted, so that the eye keeps to it."""
    if head or shaded:
        paper.fill(line, "paper_sunk" if head else "paper_warm")
    for column, (cell, word) in enumerate(zip(line.columns(shares), words, strict=True)):
        paper.write(word, cell, 7, bold=head or column == 0, align="middle", centred=True, least=5)
    paper.line((line.left, line.bottom), (line.right, line.bottom), "line", 0.1)


def draw_weighing_table(paper: Paper, pack: Pack, say: Tongues) -> None:
    """What so many points count at each weight."""
    paper.page()
    sheet = sheet_box()
    heading(paper, sheet.head(7), say.text("Weighing table"), "chart")
    how = say.text("Down the side: points. Across: the weight. Read off what the points count.")
    paper.write(how, sheet.below(7.5).head(5), 7.5, least=5)
    weights = sorted({weight for row in weight_rows(pack.cards) for weight in row if weight > 0})
    for half, block in enumerate(sheet.below(14).columns([1, 1], gap=8)):
        lines = block.rows([1] * (HALF + 1))
        shares = [1.2, *[1.0] * len(weights)]
        grid(paper, lines[0], shares, ["", *[f"{weight} %" for weight in weights]], head=True)
        for line, points in zip(lines[1:], range(half * HALF, min((half + 1) * HALF, 101)), strict=False):
            grid(paper, line, shares, [str(points), *[weighed(points, weight) for weight in weights]], shaded=points % 5 == 0)


def weighed(points: int, weight: int) -> str:
    """Points times a weight in per cent, exactly."""
    whole, rest = divmod(points * weight, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
