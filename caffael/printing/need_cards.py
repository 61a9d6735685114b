"""The need cards: what has to be bought, what it brings, what waiting costs, and its carbon worked out."""

from functools import partial

from caffael.printing.box import Box
from caffael.printing.card_parts import back_of, entry, figure, frame, head, rows_height
from caffael.printing.paper import Paper
from caffael.printing.reckoning import carbon_classes, carbon_of, kilograms, one_per_cent
from caffael.printing.sheets import Card
from caffael.printing.tongues import Tongues
from caffael.rules.cards import Cards, Need
from caffael.rules.terms import GOALS
from caffael.scenario import Pack
from caffael.words.language import Language
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import goal_name


def need_cards(pack: Pack, say: Tongues) -> list[Card]:
    """Every need of the pack, once."""
    back = back_of(say.text("Needs"), "contract", "accent")
    return [Card(partial(draw_need, pack=pack, say=say, index=need), back) for need in range(pack.cards.need_count)]


def draw_need(paper: Paper, place: Box, pack: Pack, say: Tongues, index: int) -> None:
    """The front of a need card."""
    cards = pack.cards
    need, words = cards.needs[index], pack.need(index)
    category = pack.category(need.category).look
    ink = f"category.{category}"
    code = say.text("Need {n} of {all}", n=index + 1, all=cards.need_count)
    inside = frame(paper, place, ink, code)
    rest = inside.below(head(paper, inside, category, say.words(words.category_title), ink))
    title = paper.write(say.tell(lambda language: words.title(language.code)), rest.head(10.5), 10, bold=True, least=6)
    rest = rest.below(title + 0.8)
    lines = lines_of(need, cards, say)
    table = 10.8 if cards.settings.carbon == 1 else 0.0
    story = say.story(words.story)
    high = rows_height(paper, Box(rest.left, rest.top, rest.width, rest.height - table), len(lines), story)
    foot = Box(rest.left, rest.bottom - table - high, rest.width, high)
    paper.write(story, Box(rest.left, rest.top, rest.width, foot.top - rest.top - 0.5), 8, "ink_soft")
    for row, (picture, name, value, tint) in zip(foot.rows([1] * len(lines)), lines, strict=True):
        if value:
            figure(paper, row, picture, name, value, tint)
        else:
            entry(paper, row, picture, name, tint)
    if cards.settings.carbon == 1:
        carbon_table(paper, rest.foot(table), cards, need, say)


def lines_of(need: Need, cards: Cards, say: Tongues) -> list[tuple[str, str, str, str]]:
    """The lines of a need card: picture, name, value, colour."""
    number = say.first
    lines = [
        ("year", say.text("Years"), str(need.term), "ink"),
        ("pound", say.text("Estimate"), number.money_exact(need.estimate), "criterion.price"),
        ("", say.text("1 % of it"), one_per_cent(need), "ink"),
    ]
    for goal in range(GOALS):
        if need.goals[goal] > 0:
            named = partial(main_goal if goal == need.main_goal else goal_name, goal=goal)
            lines.append((GOAL_IDS[goal], say.say(named), number.signed(need.goals[goal]), f"goal.{GOAL_IDS[goal]}"))
    if need.urgency > 0:
        lines.append(("timer", say.say(partial(unmet_goal, goal=need.urgency_goal)), number.signed(-need.urgency), "bad"))
    if need.public == 1 and cards.settings.welsh_duty == 1:
        lines.append(("welsh", say.text("The public meets this service"), "", "bad"))
    if need.saving > 0:
        lines.append(("leaf", say.text("saves for good, a year"), number.money_exact(need.saving), "good"))
    if need.cut > 0:
        lines.append(("leaf", say.text("cuts for good, a year"), kilograms(need.cut), "good"))
    return lines


def main_goal(language: Language, goal: int) -> str:
    """The name of a need's main goal."""
    return language.text("{goal} (main goal)", goal=goal_name(language, goal))


def unmet_goal(language: Language, goal: int) -> str:
    """What a need takes away while it is unmet."""
    return language.text("unmet: {goal}", goal=goal_name(language, goal))


def carbon_table(paper: Paper, box: Box, cards: Cards, need: Need, say: Tongues) -> None:
    """Kilograms a year by the percentage on a supplier's card, so that nobody has to reckon them."""
    title, body = box.rows([3.2, 7.2])
    paper.write(say.text("Carbon a year, kg"), title, 6.5, "criterion.carbon", centred=True, least=4.5)
    classes = carbon_classes(cards)
    for column, percent in zip(body.columns([1] * len(classes)), classes, strict=True):
        paper.frame(column, "criterion.carbon")
        upper, lower = column.inset(0.3).rows([1, 1.1])
        paper.write(say.first.percent(percent), upper, 6.5, "ink_soft", align="middle", centred=True, least=4)
        paper.write(say.first.number(carbon_of(need, percent)), lower, 6.5, bold=True, align="middle", centred=True, least=4)
