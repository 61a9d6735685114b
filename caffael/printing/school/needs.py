"""The need cards of a school's game: what it is for, what it costs in pounds, and what waiting costs."""

from functools import partial

from caffael.printing.box import Box
from caffael.printing.card_parts import back_of, frame
from caffael.printing.need_cards import main_goal
from caffael.printing.paper import Paper
from caffael.printing.reckoning import carbon_classes, carbon_of, kilograms, one_per_cent
from caffael.printing.school.form import LEAST
from caffael.printing.school.parts import head, line, strip
from caffael.printing.school.stars import anchors, are_round
from caffael.printing.sheets import Card
from caffael.printing.tongues import Tongues
from caffael.rules.terms import GOALS
from caffael.scenario import Pack
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import goal_name

ROW = 7.0
STRIP = 11.5
ART = 18.0
"""A picture of what it is about stands where there is so much room."""


def school_needs(pack: Pack, say: Tongues) -> list[Card]:
    """Every need of the pack, once."""
    back = back_of(say.text("Needs"), "contract", "accent")
    return [Card(partial(draw_need, pack=pack, say=say, index=index), back) for index in range(pack.cards.need_count)]


def draw_need(paper: Paper, place: Box, pack: Pack, say: Tongues, index: int) -> None:
    """The front of a need card."""
    cards, words = pack.cards, pack.need(index)
    need = cards.needs[index]
    category = pack.category(need.category).look
    ink = f"category.{category}"
    inside = frame(paper, place, ink, say.text("Need {n} of {all}", n=index + 1, all=cards.need_count), LEAST)
    rest = inside.below(head(paper, inside, category, say.words(words.category_title), ink))
    used = paper.write(say.tell(lambda language: words.title(language.code)), rest.head(18), 17, bold=True, least=10)
    rest = rest.below(used + 1)
    used = paper.write(say.story(words.story), rest.head(22), 11, "ink_soft", least=LEAST)
    foot = inside.foot(2 * STRIP + 2)
    rows = lines_of(pack, say, index)
    room = Box(rest.left, rest.top + used + 2, rest.width, foot.top - rest.top - used - 3)
    high = min(ROW, room.height / len(rows))
    for row, (picture, name, value, tint) in zip(room.head(high * len(rows)).rows([1] * len(rows)), rows, strict=True):
        line(paper, row, picture, name, value, tint)
    art = Box(rest.left, room.top + high * len(rows) + 1, rest.width, foot.top - room.top - high * len(rows) - 3)
    if not paper.thrifty and art.height > ART and paper.pictures.has(f"art-{category}"):
        paper.picture(f"art-{category}", art.inset(6, 0))
    prices, carbon = foot.rows([1, 1], gap=2)
    title = say.text("In pounds") if are_round(cards) else say.text("In pounds. Each 1 is {pounds}.", pounds=one_per_cent(need))
    values = [(str(percent), say.first.money_exact(need.estimate * percent // 100)) for percent in anchors(cards)]
    strip(paper, prices, title, values, "criterion.price")
    classes = [(say.first.percent(percent), say.first.number(carbon_of(need, percent))) for percent in carbon_classes(cards)]
    strip(paper, carbon, say.text("Carbon a year, kg"), classes, "criterion.carbon")


def lines_of(pack: Pack, say: Tongues, index: int) -> list[tuple[str, str, str, str]]:
    """The lines of a need card: picture, name, value, colour."""
    need, number = pack.cards.needs[index], say.first
    lines = [
        ("pound", say.text("Estimate"), number.money_exact(need.estimate), "criterion.price"),
        ("year", say.text("Years"), str(need.term), "ink"),
    ]
    for goal in range(GOALS):
        if need.goals[goal] > 0:
            named = partial(main_goal if goal == need.main_goal else goal_name, goal=goal)
            lines.append((GOAL_IDS[goal], say.say(named), number.signed(need.goals[goal]), f"goal.{GOAL_IDS[goal]}"))
    if need.urgency > 0:
        name = say.say(lambda language: language.text("While it waits: {goal}", goal=goal_name(language, need.urgency_goal)))
        lines.append(("timer", name, number.signed(-need.urgency), "bad"))
    if need.saving > 0:
        lines.append(("pound", say.text("saves for good, a year"), number.money_exact(need.saving), "good"))
    if need.cut > 0:
        lines.append(("leaf", say.text("cuts for good, a year"), kilograms(need.cut), "good"))
    return lines
