"""Warnings about needs and suppliers: too few needs, categories without competition, suppliers that nobody would choose."""

from collections.abc import Iterable, Iterator

from caffael.rules.terms import GOALS, Kind
from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault, listed, shown
from caffael.scenario.keywords import GOAL_WORDS
from caffael.scenario.models import NeedRow, SupplierRow
from caffael.scenario.read.sheets import titled
from caffael.scenario.read.toml_text import spot_at
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence

COMPETITION = 3
"""So many suppliers of a category make a competition."""
HIGHER = ("quality", "social", "reputation", "capacity", "local_percent", "welsh", "supported")
LOWER = ("price_percent", "carbon_percent")
"""Columns of a supplier of which more, or less, is better."""


def market_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Everything odd about the suppliers."""
    yield from category_warnings(draft, scenario)
    yield from idle_warnings(draft, scenario)
    yield from home_warnings(draft, scenario)
    yield from beaten_warnings(draft)


def category_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Categories that no supplier serves, or too few to compete; needs that none can carry."""
    suppliers = draft.suppliers.rows
    for index, category in enumerate(scenario.category):
        count = sum(index in supplier.categories for supplier in suppliers)
        spot = spot_at(draft.tables.spots, ("category", index))
        if count == 0:
            message = Sentence(
                "No supplier serves the category {category}, so its needs can only be bought through the framework; "
                "add suppliers of it to suppliers.csv.",
                category=titled(category.title_en, category.title_cy, category.id),
            )
            yield spot.fault("category.id", category.id, message)
        elif count < COMPETITION:
            message = Sentence.plural(
                "Only {n} supplier serves the category {category}, so there is hardly any competition; "
                "add suppliers of it to suppliers.csv until there are {enough}.",
                "Only {n} suppliers serve the category {category}, so there is hardly any competition; "
                "add suppliers of it to suppliers.csv until there are {enough}.",
                count,
                category=titled(category.title_en, category.title_cy, category.id),
                enough=COMPETITION,
            )
            yield spot.fault("category.id", category.id, message)
    for row, need in draft.needs.placed:
        sizes = [supplier.largest_gbp for supplier in suppliers if need.category in supplier.categories]
        if sizes and 0 not in sizes and max(sizes) < need.estimate_gbp:
            value = str(need.estimate_gbp)
            pattern = "No supplier of its category can carry {value}; the largest_gbp of one must be at least that."
            message = Sentence(pattern, value=shown(value))
            yield row.fault("estimate_gbp", value, message)


def idle_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Suppliers that can carry no need of their categories."""
    for row, supplier in draft.suppliers.placed:
        needs = needs_of(supplier, draft)
        names = listed(shown(scenario.category[index].id) for index in supplier.categories)
        if not needs:
            pattern = "There is no need of the category {names}, so this supplier never bids; add one, or give it another category."
            message = Sentence(pattern, names=names)
            yield row.fault("categories", row.cells.get("categories"), message)
        elif not carries(supplier, needs, scenario):
            smallest = min(need.estimate_gbp for need in needs)
            value = str(supplier.largest_gbp)
            pattern = "It can carry {value} at most, but the smallest need of its categories is {smallest}, so it never bids."
            message = Sentence(pattern, value=shown(value), smallest=shown(smallest))
            yield row.fault("largest_gbp", value, message)


def needs_of(supplier: SupplierRow, draft: Draft) -> list[NeedRow]:
    """The needs of a supplier's categories."""
    return [need for need in draft.needs.rows if need.category in supplier.categories]


def carries(supplier: SupplierRow, needs: Iterable[NeedRow], scenario: ScenarioFile) -> bool:
    """Whether a supplier can carry any of these needs; in lots a need counts half."""
    half = 2 if scenario.routes.lots.on is not False else 1
    return supplier.largest_gbp == 0 or any((need.estimate_gbp + half - 1) // half <= supplier.largest_gbp for need in needs)


def home_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Home suppliers that can carry no need, so that it is no use to know them."""
    for row, council in draft.councils.placed if scenario.rules.asymmetric else []:
        for index in council.home:
            name = draft.suppliers.sheet.ids()[index]
            found, supplier = next((pair for pair in draft.suppliers.placed if pair[1].id == name), (row, None))
            if supplier is None:
                continue
            needs = needs_of(supplier, draft)
            if not needs or not carries(supplier, needs, scenario):
                pattern = "Its home supplier {supplier} can carry no need; choose another one."
                yield row.fault("home", name, Sentence(pattern, supplier=found.card))


def beaten_warnings(draft: Draft) -> Iterator[Fault]:
    """Suppliers that another of all their categories beats in everything; told of the one that stands in the pack itself."""
    for row, supplier in draft.suppliers.placed:
        better = next((place for place, other in draft.suppliers.placed if beats(other, supplier)), None)
        if better is None:
            continue
        spot = row.card_spot()
        if spot.file != draft.suppliers.sheet.file == better.card_spot().file:
            pattern = (
                "This supplier is cheaper than {other} of {file} and nowhere worse, so that one is chosen for nothing; "
                "make this one worse in something, or leave that one out under [leave_out] in scenario.toml."
            )
            yield better.card_spot().fault("id", better.id, Sentence(pattern, other=row.card, file=row.file))
        else:
            pattern = "{other} is cheaper and nowhere worse, so this one is chosen for nothing; make it better in something."
            yield spot.fault("id", supplier.id, Sentence(pattern, other=better.card))


def beats(one: SupplierRow, other: SupplierRow) -> bool:
    """Whether a supplier is cheaper than another, serves all its categories, and is nowhere worse."""
    return (
        one.price_percent < other.price_percent
        and set(one.categories) >= set(other.categories)
        and all(getattr(one, column) >= getattr(other, column) for column in HIGHER)
        and all(getattr(one, column) <= getattr(other, column) for column in LOWER)
        and (one.largest_gbp == 0 or 0 < other.largest_gbp <= one.largest_gbp)
        and (is_small(one) or not is_small(other))
    )


def is_small(supplier: SupplierRow) -> bool:
    """Whether a supplier is one of the small ones, that quotes can be kept to."""
    return supplier.kind <= Kind.SOCIAL_ENTERPRISE


BOUGHT = 80
"""Where needs that nobody bought go back under their deck, councils buy so many of those they draw, in per cent, and no more
(the bar *buying* of the standard game)."""
OUT_OF_LINE = 2.5
"""A goal with so many times the mean of all goals is fed far more than others."""


def bought(scenario: ScenarioFile, years: int) -> int:
    """How many needs the usual teams may draw in so many years; how many they may buy where what nobody bought goes back under its deck."""
    drawn = scenario.teams * (scenario.rules.first_draw + scenario.rules.draw * (years - 1))
    return drawn * BOUGHT // 100 if scenario.rules.needs_leave else drawn


def need_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Everything odd about the needs."""
    for row, need in draft.needs.placed:
        if need.goals[need.main_goal] == 0:
            goal = GOAL_WORDS[need.main_goal]
            message = Sentence("Its main goal gets no points; write 1 or 2 under {goal} or choose another main goal.", goal=shown(goal))
            yield row.fault("main_goal", goal, message)
    yield from goal_warnings(draft)
    drawn = bought(scenario, years)
    pattern = "There are {n} needs, but {teams} councils may draw {drawn} in {years} years; some will be lacking."
    if scenario.rules.needs_leave:
        pattern = "There are {n} needs, but {teams} councils may buy {drawn} in {years} years; some will be lacking."
    count = len(draft.needs.rows)
    if count < drawn:
        message = Sentence(pattern, n=count, teams=scenario.teams, drawn=drawn, years=years)
        yield Fault(draft.needs.sheet.file, None, None, str(count), message)


def goal_warnings(draft: Draft) -> Iterator[Fault]:
    """Goals that no need feeds, or all together feed far more than the others."""
    fed = [sum(need.goals[goal] for need in draft.needs.rows) for goal in range(GOALS)]
    mean = sum(fed) / GOALS
    for goal, points in zip(GOAL_WORDS, fed, strict=True):
        if points == 0:
            pattern = "No need feeds the goal {goal}, so it can hardly rise; write 1 or 2 in this column for some needs."
            message = Sentence(pattern, goal=shown(goal))
            yield Fault(draft.needs.sheet.file, None, goal, None, message)
        elif points > OUT_OF_LINE * mean:
            pattern = "All needs together feed {goal} {points} points, but a goal has {mean} on the mean; spread them more evenly."
            message = Sentence(pattern, goal=shown(goal), points=points, mean=f"{mean:.0f}")
            yield Fault(draft.needs.sheet.file, None, goal, str(points), message)
