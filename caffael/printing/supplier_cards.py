"""The supplier cards, and the framework's own."""

from functools import partial

from caffael.printing.box import Box
from caffael.printing.card_parts import back_of, entry, figure, frame, head, rows_height
from caffael.printing.paper import Paper
from caffael.printing.sheets import Card
from caffael.printing.tongues import BETWEEN, Tongues
from caffael.rules.terms import FRAMEWORK, Criterion, Route
from caffael.scenario import Pack
from caffael.words.looks import CRITERION_IDS, CRITERION_PICTURES, GOAL_IDS, KIND_IDS
from caffael.words.sentences import criterion_name, goal_name, kind_name

ROW = 4.5
BEST = 5
MOST_RELIABLE = 6
FEW = 3
"""So many categories stand below one another; more of them in two columns."""


def supplier_cards(pack: Pack, say: Tongues) -> list[Card]:
    """Every supplier of the pack, once, and the framework where it is a route."""
    back = back_of(say.text("Suppliers"), "market", "slate")
    indices = list(range(pack.cards.supplier_count))
    if pack.cards.routes[Route.FRAMEWORK].on == 1:
        indices.append(FRAMEWORK)
    return [Card(partial(draw_supplier, pack=pack, say=say, index=index), back) for index in indices]


def draw_supplier(paper: Paper, place: Box, pack: Pack, say: Tongues, index: int) -> None:
    """The front of a supplier card."""
    card, words = pack.cards.suppliers[index], pack.supplier(index)
    framework = index == FRAMEWORK
    code = say.text("Framework") if framework else say.text("Supplier {n} of {all}", n=index + 1, all=pack.cards.supplier_count)
    inside = frame(paper, place, "slate", code)
    kind = say.text("Framework") if framework else say.say(lambda language: kind_name(language, card.kind))
    rest = inside.below(head(paper, inside, KIND_IDS[card.kind], kind, "slate"))
    name = paper.write(say.say(lambda language: words.title(language.code)), rest.head(10), 10.5, bold=True, least=6)
    rest = rest.below(name + 0.6)
    served = [] if framework else [i for i in range(pack.cards.categories) if card.categories[i] == 1]
    rows = rows_of(pack, say, index)
    across = 2 if len(served) > FEW else 1
    story = say.story(words.line)
    over = -(-len(served) // across) * ROW
    high = rows_height(paper, rest.below(over), len(rows), story)
    foot = rest.foot(high)
    room = Box(rest.left, rest.top, rest.width, foot.top - rest.top - 0.6)
    for first in range(0, len(served), across):
        for cell, category in zip(room.head(ROW).columns([1] * across, gap=1), served[first : first + across], strict=False):
            picture = pack.category(category).look
            title = say.words(pack.category(category).title)
            entry(paper, cell, picture, title.replace(BETWEEN, "\n") if across > 1 else title, f"category.{picture}", 7.5, bold=True)
        room = room.below(ROW)
    paper.write(story, room.below(0.4), 7, "ink_soft", least=4.5)
    for row, (picture, title, value, ink) in zip(foot.rows([1] * len(rows)), rows, strict=True):
        if value:
            figure(paper, row, picture, title, value, ink)
        else:
            entry(paper, row, picture, title, ink)


def rows_of(pack: Pack, say: Tongues, index: int) -> list[tuple[str, str, str, str]]:
    """The lines of a supplier card: picture, name, value, colour."""
    cards, number = pack.cards, say.first
    card, settings = cards.suppliers[index], cards.settings
    people = settings.people == 1

    def named(criterion: Criterion) -> str:
        # Where quality and social value are scored together, each keeps its own name on the card.
        return say.say(lambda language: criterion_name(language, criterion, people and criterion == Criterion.CARBON))

    def line(criterion: Criterion, value: str, more: str = "") -> tuple[str, str, str, str]:
        return CRITERION_PICTURES[criterion], named(criterion) + more, value, f"criterion.{CRITERION_IDS[criterion]}"

    rows = [line(Criterion.PRICE, number.percent(card.price)), line(Criterion.QUALITY, f"{card.quality}/{BEST}")]
    rows.append(line(Criterion.SOCIAL_VALUE, f"{card.social}/{BEST}"))
    if card.social > 0:
        goal = GOAL_IDS[card.social_goal]
        rows.append((goal, say.say(lambda language: goal_name(language, card.social_goal)), "", f"goal.{goal}"))
    if settings.carbon == 1:
        rows.append(line(Criterion.CARBON, number.percent(card.carbon)))
    name = say.text("Reputation") if settings.track_records == 1 and index != FRAMEWORK else say.text("Reliability")
    rows.append(("seal", name, f"{card.reputation}/{MOST_RELIABLE}", "ink"))
    rows.append(("home", say.text("Local share"), number.percent(card.local), "criterion.local"))
    if index != FRAMEWORK:
        rows.append(("contract", say.text("Contracts at once"), str(card.capacity), "ink"))
        size = say.text("any size") if card.largest == 0 else number.money_exact(card.largest)
        rows.append(("chart", say.text("Largest contract"), size, "ink"))
    if card.welsh == 1 and settings.welsh_duty == 1:
        rows.append(("welsh", say.text("Gives its service in Welsh"), "", "bad"))
    if card.supported == 1 and cards.routes[Route.RESERVED].on == 1:
        rows.append(("supported", say.text("Supported employment provider"), "", "category.communities"))
    return rows
