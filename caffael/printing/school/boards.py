"""The sheet of each school to write on, and the sheet on which its score is added up."""

from collections.abc import Iterator
from functools import partial

from caffael.printing.box import Box, sheet_box
from caffael.printing.paper import Paper, cells, heading, table
from caffael.printing.reckoning import kilograms
from caffael.printing.school.form import LEAST
from caffael.printing.school.parts import line
from caffael.printing.tongues import Tongues
from caffael.rules.events import yearly_share
from caffael.rules.terms import GOALS, NONE, Ending, Goal
from caffael.rules.year import own_carbon_points
from caffael.scenario import Pack
from caffael.words.language import Language
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import goal_name

GOAL_ROW = 7.6
FULL = 100


def draw_school_sheets(paper: Paper, pack: Pack, say: Tongues) -> Iterator[None]:
    """A sheet for each school of the pack, one after the other."""
    for index in range(pack.cards.council_count):
        paper.page()
        draw_school(paper, sheet_box(), pack, say, index)
        yield


def draw_school(paper: Paper, sheet: Box, pack: Pack, say: Tongues, index: int) -> None:
    """One school's sheet: who it is, its goals, days, contracts, money and carbon."""
    settings = pack.cards.settings
    jobs = 6 + 11 + settings.register * 7.6
    heights = [38.0, 6 + GOALS * (GOAL_ROW + 0.6), 10.0, jobs, 6 + 10 + settings.years * 8.6, 6 + 10 + settings.years * 8.6]
    top, goals, days, register, money, carbon = sheet.rows(heights, gap=3)
    draw_head(paper, top, pack, say, index)
    draw_goals(paper, goals, pack, say)
    draw_days(paper, days, pack, say)
    draw_contracts(paper, register, pack, say)
    draw_money(paper, money, pack, say)
    draw_carbon(paper, carbon, pack, say)


def draw_head(paper: Paper, box: Box, pack: Pack, say: Tongues, index: int) -> None:
    """The school's name, and what it begins with."""
    card, words, number = pack.cards.councils[index], pack.council(index), say.first
    paper.fill(box, "paper_warm", "accent", 0.5, radius=3)
    left, right = box.inset(3, 2).columns([0.44, 0.56], gap=4)
    name = paper.write(say.tell(lambda language: words.name(language.code)), left.head(17), 19, "accent", bold=True, least=11)
    paper.write(say.story(words.line), left.below(name + 0.5).head(max(left.height - name - 8, 4)), 9, "ink_soft", least=LEAST)
    team = left.foot(6)
    paper.write(say.text("Team:"), team, 10, centred=True, least=LEAST)
    paper.line((team.left + 26, team.bottom), (team.right, team.bottom), "ink")
    facts = [
        ("pound", say.text("Money at the start"), number.money_exact(card.budget), "criterion.price"),
        ("pound", say.text("Money each year"), number.money_exact(card.grant), "criterion.price"),
        ("carbon", say.text("The school's own carbon, a year"), kilograms(card.estate), "criterion.carbon"),
        ("carbon", say.text("A fair share of carbon, a year"), kilograms(yearly_share(pack.cards)), "criterion.carbon"),
    ]
    if card.first_category != NONE:
        facts.append(("contract", say.text("First need"), say.words(pack.category(card.first_category).title), "ink"))
    for row, (picture, title, value, ink) in zip(right.rows([1] * len(facts)), facts, strict=True):
        line(paper, row, picture, title, value, ink, 10)


def draw_goals(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """A track for each goal; the number that it begins at stands out."""
    settings = pack.cards.settings
    heading(paper, box.head(5.5), say.text("The seven well-being goals"), "star")
    for goal, row in enumerate(box.below(6).rows([1] * GOALS, gap=0.6)):
        ink = f"goal.{GOAL_IDS[goal]}"
        name, track = row.columns([44, 146])
        paper.picture(GOAL_IDS[goal], Box(name.left, name.top, row.height, row.height).inset(0.5), ink)
        words = Box(name.left + row.height + 1, name.top, name.width - row.height - 2, name.height)
        paper.write(say.tell(partial(goal_name, goal=goal)), words, 10, ink, bold=True, centred=True, least=LEAST)
        numbers = [str(n) for n in range(settings.goal_most + 1)]
        cells(paper, track, numbers, 9.5, ink, settings.goal_start, f"{ink}.pale")


def draw_days(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """A ring to cross out for each day of each year."""
    settings = pack.cards.settings
    title, *years = box.columns([1.5, *[1.0] * settings.years], gap=2)
    paper.write(say.text("Cross out a day for each tender"), title, 10, "accent", bold=True, centred=True, least=LEAST)
    for year, place in enumerate(years, 1):
        label, rings = place.columns([0.42, 0.58])
        paper.write(say.first.text("Year {year}", year=year), label, 9.5, centred=True, align="right", least=LEAST)
        for n in range(settings.days):
            step = rings.width / settings.days
            paper.circle((rings.left + step * (n + 0.6), rings.middle[1]), min(3.6, step * 0.42), "accent")


def draw_contracts(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """The contracts, with a box to tick for each year that the work is done."""
    heading(paper, box.head(5.5), say.text("Our contracts, oldest first. Tick the years that are done."), "contract")
    terms = max(pack.cards.needs[i].term for i in range(pack.cards.need_count))
    heads = [say.text("Need"), say.text("Firm"), say.text("Price"), say.text("To pay each year"), say.text("Carbon a year, kg")]
    heads += [str(year) for year in range(1, terms + 1)]
    shares = [42.0, 42.0, 22.0, 29.0, 28.0, *[27.0 / terms] * terms]
    table(paper, box.below(6), shares, heads, [[""] * len(heads)] * pack.cards.settings.register, high=11, size=9, least=LEAST)


def draw_money(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """The money of each year."""
    heading(paper, box.head(5.5), say.text("Our money"), "pound")
    heads = [
        say.text("Year"),
        say.text("Left from before"),
        say.text("+ money that comes"),
        say.text("− what we pay"),
        say.text("= what is left"),
    ]
    rows = [[str(year), *[""] * 4] for year in range(1, pack.cards.settings.years + 1)]
    table(paper, box.below(6), [22, 42, 42, 42, 42], heads, rows, high=10, size=9, least=LEAST)


def draw_carbon(paper: Paper, box: Box, pack: Pack, say: Tongues) -> None:
    """The carbon of each year, and what it does to two goals."""
    heading(paper, box.head(5.5), say.text("Our carbon, kg"), "carbon")
    left, right = box.below(6).columns([0.68, 0.32], gap=4) if pack.cards.settings.own_carbon == 1 else (box.below(6), None)
    heads = [say.text("Year"), say.text("Contracts"), say.text("Needs that wait"), say.text("The school itself"), say.text("Together")]
    rows = [[str(year), *[""] * 4] for year in range(1, pack.cards.settings.years + 1)]
    table(paper, left, [22, 25, 25, 25, 25], heads, rows, high=10, size=9, least=LEAST)
    if right is not None:
        ladder = carbon_ladder(pack, say)
        names = say.say(both_goals)
        paper.write(names, right.head(10), 9, "good", bold=True, centred=True, least=LEAST)
        for row, (words, points) in zip(right.below(10.5).rows([1] * len(ladder)), ladder, strict=True):
            paper.write(words, Box(row.left, row.top, row.width - 9, row.height), 9, centred=True, least=LEAST)
            paper.write(points, Box(row.right - 8, row.top, 8, row.height), 10, bold=True, align="right", centred=True, least=LEAST)


def both_goals(language: Language) -> str:
    """The two goals that a school's own carbon moves."""
    first, second = goal_name(language, Goal.RESILIENT), goal_name(language, Goal.GLOBAL)
    return language.text("“{resilient}” and “{responsible}”:", resilient=first, responsible=second)


def carbon_ladder(pack: Pack, say: Tongues) -> list[tuple[str, str]]:
    """What a year's carbon does to the two goals, from little to much; the sums are those at which the rules change their mind."""
    share, number = yearly_share(pack.cards), say.first
    changes = [kilogram for kilogram in range(1, share * 2) if own_carbon_points(kilogram, share) != own_carbon_points(kilogram - 1, share)]
    found = [(say.text("less than {carbon}", carbon=kilograms(changes[0])), number.signed(own_carbon_points(0, share)))]
    for begin in changes:
        found.append((say.text("{carbon} or more", carbon=kilograms(begin)), number.signed(own_carbon_points(begin, share))))
    return found


def draw_score_sheets(paper: Paper, pack: Pack, say: Tongues) -> None:
    """The score of two schools, line by line, to be cut apart."""
    paper.page()
    halves = sheet_box().rows([1, 1], gap=8)
    for half in halves:
        heading(paper, half.head(8), say.text("Our score at the end"), "trophy")
        team = Box(half.left + 95, half.top, half.width - 95, 8)
        paper.write(say.text("Team:"), team, 11, centred=True, least=LEAST)
        paper.line((team.left + 28, team.bottom - 1), (team.right, team.bottom - 1), "ink")
        lines = score_lines(pack, say)
        for row, words in zip(half.below(11).rows([1] * len(lines), gap=1), lines, strict=True):
            blank = Box(row.right - 30, row.top, 30, row.height)
            paper.frame(Box(row.left, row.top, row.width, row.height), "line")
            paper.write(words, Box(row.left + 2, row.top, row.width - 36, row.height), 12, centred=True, least=LEAST)
            paper.frame(blank, "accent", 0.5)
    middle = (halves[0].bottom + halves[1].top) / 2
    paper.dashes((0, middle), (210, middle))


def score_lines(pack: Pack, say: Tongues) -> list[str]:
    """The lines of the score, and the sum."""
    settings, number = pack.cards.settings, say.first
    lines = [
        say.text("All seven goals together"),
        say.text("The lowest goal: write it {times} times, then add it up", times=settings.lowest_times),
        say.text("+ 1 for each {money} that is left", money=number.money_exact(settings.money_step)),
        say.text("− 1 for each {money} that we owe, and for a part of it", money=number.money_exact(settings.debt_step)),
        say.text("− {n} for each need that still waits", n=settings.unmet_points),
    ]
    if settings.ending == Ending.GENTLE:
        step = settings.carbon_budget * settings.over_step // FULL
        share = kilograms(settings.carbon_budget)
        if settings.over_points > 0:
            told = say.text(
                "Add up the carbon of all teams. Is it more than {share} for each team? "
                "Then − {points} if you have more than {share}, and − 1 for each {step} over it",
                share=share,
                points=settings.over_points,
                step=kilograms(step),
            )
        else:
            told = say.text(
                "Add up the carbon of all teams. Is it more than {share} for each team? "
                "Then − 1 for each {step} that you have over {share}",
                share=share,
                step=kilograms(step),
            )
        lines.append(told)
    return [*lines, say.text("Our score")]
