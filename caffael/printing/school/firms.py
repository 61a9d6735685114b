"""The firm cards: what a firm is like, what it brings, and its stars, a row for each weight card and a column for each price."""

from functools import partial

from caffael.printing.box import Box
from caffael.printing.card_parts import AIR, CODE, EDGE, back_of, frame
from caffael.printing.paper import Paper
from caffael.printing.reckoning import weight_rows
from caffael.printing.school.form import LEAST
from caffael.printing.school.parts import about, head, line, signs
from caffael.printing.school.stars import boxes, done_from, price_with, stars
from caffael.printing.sheets import Card
from caffael.printing.tongues import Tongues
from caffael.rules.cards import Settings, Supplier
from caffael.rules.terms import Criterion, Goal
from caffael.scenario import Pack
from caffael.words.looks import CRITERION_PICTURES, GOAL_IDS, KIND_IDS
from caffael.words.sentences import criterion_name, goal_name, kind_name

BEST = 5
FOOT = 20.0
STAR_ROW = 6.4
STAR_ROWS = 44.8
"""The most that all rows of stars together take."""
JOBS = 17.0
"""The boxes for the job counters, with the price under each; an offer card may ask for the price on either side of them."""
SIGN = 17.0
FACT = 6.1
DONE = 1.4
"""The first line of the foot is so many times as high as the others: it may need two lines of words."""


def school_firms(pack: Pack, say: Tongues) -> list[Card]:
    """Every firm of the pack, once."""
    back = back_of(say.text("The market"), "market", "slate")
    rows = [stars(pack.cards, weights) for weights in weight_rows(pack.cards)]
    return [
        Card(partial(draw_firm, pack=pack, say=say, index=index, lines=[row[index] for row in rows]), back)
        for index in range(pack.cards.supplier_count)
    ]


def star_row(pack: Pack) -> float:
    """How high a row of stars is."""
    return min(STAR_ROW, STAR_ROWS / len(pack.texts.weight_cards))


def weight_height(pack: Pack, card: int) -> float:
    """How high a weight card is: its row of stars is the first above it when it stands on the foot of a firm's card."""
    rows_below = len(pack.texts.weight_cards) - 1 - card
    return EDGE + AIR + CODE + FOOT + rows_below * star_row(pack)


def draw_firm(paper: Paper, place: Box, pack: Pack, say: Tongues, index: int, lines: list[list[int]]) -> None:
    """The front of a firm's card; `lines` are its stars, for each weight card by the number of jobs."""
    cards, words = pack.cards, pack.supplier(index)
    firm = cards.suppliers[index]
    inside = frame(paper, place, "slate", say.text("Firm {n} of {all}", n=index + 1, all=cards.supplier_count), LEAST)
    rest = inside.below(head(paper, inside, KIND_IDS[firm.kind], say.say(partial(kind_name, kind=firm.kind)), "slate"))
    name = say.say(lambda language: words.title(language.code))
    rest = rest.below(paper.write(name, rest.head(9), 16, bold=True, least=9) + 1)
    served = [i for i in range(cards.categories) if firm.categories[i] == 1]
    for first in range(0, len(served), 2):
        for cell, category in zip(rest.head(FACT).columns([1, 1], gap=2), served[first : first + 2], strict=False):
            look = pack.category(category).look
            line(paper, cell, look, say.words(pack.category(category).title), "", f"category.{look}", 10)
        rest = rest.below(FACT)
    foot = inside.foot(FOOT)
    rows = star_row(pack) * len(pack.texts.weight_cards)
    grid = Box(inside.left, foot.top - rows - JOBS, inside.width, rows + JOBS)
    facts = facts_of(pack, say, firm)
    room = Box(rest.left, rest.top + 0.5, rest.width, grid.top - rest.top - 1)
    pairs = [facts[first : first + 2] for first in range(0, len(facts), 2)]
    for row, pair in zip(room.head(min(len(pairs) * FACT, room.height)).rows([1] * len(pairs)), pairs, strict=True):
        for cell, (picture, title, value, ink) in zip(row.columns([1, 1], gap=2), pair, strict=False):
            line(paper, cell, picture, title, value, ink, 9.5)
    draw_stars(paper, grid, pack, say, firm, lines)
    draw_foot(paper, foot, pack, say, firm)


def facts_of(pack: Pack, say: Tongues, firm: Supplier) -> list[tuple[str, str, str, str]]:
    """The facts of a firm: picture, name, value, colour."""
    number = say.first
    planet = say.say(lambda language: criterion_name(language, Criterion.CARBON, people=True))
    good = say.say(lambda language: criterion_name(language, Criterion.QUALITY))
    help_given = say.say(lambda language: criterion_name(language, Criterion.SOCIAL_VALUE))
    facts = [
        (CRITERION_PICTURES[Criterion.QUALITY], good, f"{firm.quality}/{BEST}", "criterion.quality"),
        (CRITERION_PICTURES[Criterion.SOCIAL_VALUE], help_given, f"{firm.social}/{BEST}", "criterion.social"),
        (CRITERION_PICTURES[Criterion.CARBON], planet, number.percent(firm.carbon), "criterion.carbon"),
    ]
    if firm.largest > 0:
        facts.append(("chart", say.text("Largest contract"), number.money_exact(firm.largest), "ink"))
    return facts


def draw_stars(paper: Paper, box: Box, pack: Pack, say: Tongues, firm: Supplier, lines: list[list[int]]) -> None:
    """The boxes for job counters, the price in each, and the stars."""
    cards = pack.cards
    written = boxes(cards, firm)
    columns = [Box(box.left + SIGN + 1 + 14 * at, box.top, 14, box.height) for at in range(len(written))]
    title = Box(box.left, box.top, SIGN, JOBS)
    paper.write(say.text("Jobs"), title.head(JOBS - 4.5), 9, bold=True, centred=True, least=LEAST)
    price = say.say(lambda language: criterion_name(language, Criterion.PRICE))
    paper.write(price, title.foot(4.5), 9, "criterion.price", bold=True, centred=True, least=LEAST)
    for job, column in zip(written, columns, strict=True):
        counter = Box(column.left, column.top, 14, JOBS - 4.5).inset(0.6)
        if 0 <= job < firm.capacity:
            paper.frame(counter, "slate", radius=1.5)
            paper.write(str(job + 1), counter, 9, "line_strong", align="middle", centred=True, least=LEAST)
        percent = str(price_with(cards.settings, firm, job))
        paper.write(percent, Box(column.left, column.top + JOBS - 4.5, 14, 4.5), 10, "criterion.price", True, "middle", True, LEAST)
    people = cards.settings.people == 1
    rows = Box(box.left, box.top + JOBS, box.width, box.height - JOBS).rows([1] * len(pack.texts.weight_cards))
    for row, weights, found in zip(rows, weight_rows(cards), lines, strict=True):
        tinted = Box(row.left, row.top, SIGN + 1 + 14 * len(written), row.height)
        paper.frame(tinted, "line_strong")
        signs(paper, Box(row.left, row.top, SIGN, row.height).inset(0.2), about(weights), people)
        for column, count in zip(columns, found, strict=True):
            cell = Box(column.left, row.top, column.width, row.height)
            paper.picture("star", Box(cell.left + 0.4, cell.top, 5, cell.height).inset(0.2, 0.6), "gold")
            words = Box(cell.left + 5, cell.top, cell.width - 6, cell.height)
            paper.write(str(count), words, 12, bold=True, align="middle", centred=True, least=9)


def draw_foot(paper: Paper, box: Box, pack: Pack, say: Tongues, firm: Supplier) -> None:
    """What the firm's work brings, and how sure it is."""
    cards, number = pack.cards, say.first
    needed = done_from(cards.settings, firm)
    sure = needed <= min(cards.delivery_cards[: cards.delivery_card_count])
    done = say.text("The work is always done") if sure else say.text("Done if the delivery card is {n} or more", n=needed)
    lines = [("box", done, "", "ink")]
    for goal, points in brought(cards.settings, firm).items():
        lines.append((GOAL_IDS[goal], say.say(partial(goal_name, goal=goal)), number.signed(points), f"goal.{GOAL_IDS[goal]}"))
    change = cards.settings.quality_feeds[firm.quality - 1]
    if change:
        lines.append(("star", say.text("main goal of the need"), number.signed(change), "good" if change > 0 else "bad"))
    shares = [DONE, *[1.0] * (len(lines) - 1)]
    for row, (picture, name, value, ink) in zip(box.head(min(sum(shares) * 5, box.height)).rows(shares), lines, strict=True):
        line(paper, row, picture, name, value, ink, 9.5)


def brought(settings: Settings, firm: Supplier) -> dict[int, int]:
    """The points that a firm's work brings to goals beside those of the need."""
    found: dict[int, int] = {}
    points = settings.social_kept[firm.social]
    if points:
        found[firm.social_goal] = points
    if firm.local >= settings.local_share:
        found[int(Goal.PROSPEROUS)] = found.get(int(Goal.PROSPEROUS), 0) + 1
    return found
