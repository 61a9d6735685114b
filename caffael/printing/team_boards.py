"""The board of each council: its own numbers, goals, officer days, labs, badges, register of contracts, and a ledger to write in."""

from collections.abc import Iterator
from functools import partial

from caffael.printing.box import Box, sheet_box
from caffael.printing.paper import Paper, cells, heading, table
from caffael.printing.reckoning import kilograms
from caffael.printing.tongues import Tongues
from caffael.rules.cards import CouncilCard
from caffael.rules.terms import BADGES, GOALS, HOME_SUPPLIERS, LABS, NONE
from caffael.scenario import Pack
from caffael.words.looks import BADGE_IDS, GOAL_IDS, LAB_IDS
from caffael.words.sentences import badge_name, goal_name, lab_name

TOP_LEVEL = 3
LONGEST_TERM = 4


def draw_team_boards(paper: Paper, pack: Pack, say: Tongues) -> Iterator[None]:
    """A sheet for each council of the pack, one after the other."""
    for index in range(pack.cards.council_count):
        paper.page()
        draw_board(paper, sheet_box(), pack, say, index)
        yield


def draw_board(paper: Paper, sheet: Box, pack: Pack, say: Tongues, index: int) -> None:
    """One council's board."""
    settings = pack.cards.settings
    training = settings.labs == 1 or settings.badges == 1
    years = settings.years
    heights = [44.0, 7 * 7.2 + 6, 33.0 if training else 12.0, 6 + 8 + settings.register * 8.2, 6 + 8 + years * 6.4]
    top, goals, days, register, ledger = sheet.head(sum(heights) + 4 * 3).rows(heights, gap=3)
    draw_head(paper, top, pack, say, index)
    draw_goals(paper, goals, pack, say)
    draw_days(paper, days, pack, say, index)
    draw_register(paper, register, pack, say)
    draw_ledger(paper, ledger, pack, say)
    tray = sheet.foot(sheet.bottom - ledger.bottom - 3)
    if tray.height > 6:
        slots = tray.head(min(tray.height, 9)).columns([1] * settings.tray, gap=2)
        for number, slot in enumerate(slots, 1):
            paper.frame(slot, "accent", radius=1.5)
            paper.write(say.text("Open need {n}: lay its card below", n=number), slot.inset(1), 8, "accent", align="middle", centred=True)


def draw_head(paper: Paper, box: Box, pack: Pack, say: Tongues, index: int) -> None:
    """Who the council is, and the numbers that are its own."""
    card, words, number = pack.cards.councils[index], pack.council(index), say.first
    paper.fill(box, "paper_warm", "accent", 0.5, radius=3)
    left, right = box.inset(3, 2).columns([0.42, 0.58], gap=4)
    name = paper.write(say.tell(lambda language: words.name(language.code)), left.head(16), 18, "accent", bold=True, least=9)
    line = paper.write(say.story(words.line), Box(left.left, left.top + name + 1, left.width, 11), 8, "ink_soft", least=5)
    team = Box(left.left, left.top + name + line + 2, left.width, left.bottom - left.top - name - line - 2).foot(5)
    paper.write(say.text("Team:"), team, 8, centred=True)
    paper.line((team.left + 22, team.bottom), (team.right, team.bottom), "ink")
    facts = [(say.text("Budget at the start"), number.money_exact(card.budget)), (say.text("Grant a year"), number.money_exact(card.grant))]
    settings = pack.cards.settings
    if settings.carbon == 1:
        facts.append((say.text("Carbon of its own buildings and vehicles, a year"), kilograms(card.estate)))
        share = f"{kilograms(settings.carbon_budget)} · {kilograms(settings.carbon_budget // settings.years)}"
        facts.append((say.text("Its share of carbon: whole game · one year"), share))
    if card.first_category != NONE:
        facts.append((say.text("Category of its first need"), say.words(pack.category(card.first_category).title)))
    homes = home_suppliers(pack, card)
    if homes:
        facts.append((say.text("Home suppliers"), ", ".join(homes)))
    for row, (title, value) in zip(right.rows([1] * len(facts)), facts, strict=True):
        first, second = row.columns([0.5, 0.5], gap=2)
        paper.write(title, first, 7.5, "ink_soft", centred=True, least=4.5)
        paper.write(value, second, 8, bold=True, align="right", centred=True, least=4.5)


def home_suppliers(pack: Pack, card: CouncilCard) -> list[str]:
    """The names of the suppliers whose track records a council knows, where this game has track records."""
    if pack.cards.settings.track_records == 0:
        return []
    return [pack.supplier(card.home[i]).name for i in range(HOME_SUPPLIERS) if card.home[i] != NONE]


def draw_goals(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """A track for each goal; the cell it begins at stands out."""
    settings = pack.cards.settings
    heading(paper, box.head(5), say.text("The seven well-being goals"), "star")
    for goal, row in enumerate(box.below(6).rows([1] * GOALS, gap=0.8)):
        ink = f"goal.{GOAL_IDS[goal]}"
        name, track = row.columns([46, 144])
        paper.picture(GOAL_IDS[goal], Box(name.left, name.top, row.height, row.height).inset(0.5), ink)
        words = Box(name.left + row.height + 1, name.top, name.width - row.height - 2, name.height)
        paper.write(say.say(partial(goal_name, goal=goal)), words, 8.5, ink, bold=True, centred=True)
        numbers = [str(n) for n in range(settings.goal_most + 1)]
        cells(paper, track, numbers, 8, ink, settings.goal_start, f"{ink}.pale")


def draw_days(paper: Paper, box: Box, pack: Pack, say: Tongues, index: int) -> None:
    """Officer days, labs and badges, as far as this game has them; what the council begins with is ticked."""
    settings, card = pack.cards.settings, pack.cards.councils[index]
    days, *rest = box.rows(
        [11, 10, 12] if settings.labs == 1 and settings.badges == 1 else [1, 1][: 1 + settings.labs + settings.badges], gap=1
    )
    name, places = days.columns([46, 144])
    paper.picture("day", Box(name.left, name.top, 8, 8).inset(0.5), "accent")
    paper.write(
        say.text("Officer days: {n} a year", n=settings.days), Box(name.left + 9, name.top, 36, 8), 8.5, "accent", bold=True, centred=True
    )
    for n in range(settings.days + 2):
        middle = (places.left + 6 + n * 12.0, places.top + 4.5)
        if n < settings.days:
            paper.circle(middle, 4.2, "accent")
    if settings.labs == 1:
        for lab, part in enumerate(rest.pop(0).columns([1] * LABS, gap=2)):
            draw_lab(paper, part, say, lab, card.labs[lab])
    if settings.badges == 1:
        for badge, part in enumerate(rest.pop(0).columns([1] * BADGES, gap=2)):
            paper.frame(part, "gold", radius=1.5)
            side = part.height - 4
            paper.picture(BADGE_IDS[badge], Box(part.left + 1, part.top + 2, side, side), "warn")
            words = say.say(partial(badge_name, badge=badge))
            paper.write(words, Box(part.left + side + 2, part.top, part.width - side - 3, part.height), 8, bold=True, centred=True)


def draw_lab(paper: Paper, box: Box, say: Tongues, lab: int, begins: int) -> None:
    """A lab with its levels to tick."""
    paper.frame(box, "accent", radius=1.5)
    paper.picture(LAB_IDS[lab], Box(box.left + 1, box.top + 1.5, 7, 7), "accent")
    words = say.say(lambda language: lab_name(language, lab))
    paper.write(words, Box(box.left + 9, box.top, 27, box.height), 8, bold=True, centred=True)
    for level in range(1, TOP_LEVEL + 1):
        place = Box(box.right - 26 + level * 6.2, box.top + 2.2, 5.4, 5.4)
        paper.frame(place, "accent")
        paper.write(str(level), place, 8, "ink_soft", align="middle", centred=True)
        if level <= begins:
            paper.line((place.left, place.bottom), (place.right, place.top), "ink", 0.6)
            paper.line((place.left, place.top), (place.right, place.bottom), "ink", 0.6)


def draw_register(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """The register of contracts, with a place for the check of each year."""
    heading(paper, box.head(5), say.text("Register of contracts, oldest first; write down each year's check"), "contract")
    terms = max((pack.cards.needs[i].term for i in range(pack.cards.need_count)), default=LONGEST_TERM)
    heads = [say.text("Need"), say.text("Supplier"), say.text("Price"), say.text("To pay each year")]
    shares = [31.0, 31.0, 20.0, 20.0]
    if pack.cards.settings.carbon == 1:
        heads.append(say.text("Carbon a year, kg"))
        shares.append(17.0)
    heads += [say.text("Quality"), say.text("Social value")]
    shares += [14.0, 18.0]
    heads += [str(year) for year in range(1, terms + 1)]
    shares += [39.0 / terms] * terms
    table(paper, box.below(6), shares, heads, [[""] * len(heads)] * pack.cards.settings.register, high=8, size=6.5)


def draw_ledger(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """Money and carbon, a row for each year."""
    heading(paper, box.head(5), say.text("Money and carbon"), "pound")
    heads = [
        say.text("Year"),
        say.text("Left from before"),
        say.text("Grant and savings"),
        say.text("Events, prizes, projects"),
        say.text("Payments"),
    ]
    heads += [say.text("Budget now")]
    shares = [18.0, 22, 22, 32, 22, 22]
    if pack.cards.settings.carbon == 1:
        heads += [say.text("Carbon this year"), say.text("Carbon in all years")]
        shares += [24.0, 24.0]
    rows = [[str(year), *[""] * (len(heads) - 1)] for year in range(1, pack.cards.settings.years + 1)]
    table(paper, box.below(6), shares, heads, rows, high=8, size=6.5)
