"""A small scenario made in code, for tests of single rules: 4 needs a category, 3 categories, 12 plain suppliers."""

from caffael.rules.actions import legal_actions, phase_for
from caffael.rules.cards import Cards
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.notation import Ids, weights_text
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.step import begin, step_for
from caffael.rules.terms import CHOICES, CRITERIA, FRAMEWORK, NONE, EffectKind, Power, Route

CATEGORIES_HERE = 3
NEEDS_HERE = 24
SUPPLIERS_HERE = 12


def small_cards() -> Cards:
    """Cards of a small game: every module on, every route on, plain numbers that are easy to reckon with."""
    cards = Cards()
    settings = cards.settings
    settings.years = 3
    settings.market = 6
    settings.carbon_budget = 300_000
    for i, mark in enumerate((25, 50, 75, 100)):
        settings.marks[i] = mark
    cards.categories = CATEGORIES_HERE
    cards.need_count = NEEDS_HERE
    for i in range(NEEDS_HERE):
        need = cards.needs[i]
        need.category = i % CATEGORIES_HERE
        need.estimate = 100_000 + 1_000 * i
        need.term = 1 + i % 4
        need.carbon = 20_000
        need.goals[i % 7] = 2
        need.goals[(i + 3) % 7] = 1
        need.main_goal = i % 7
        need.urgency = 1 + i % 3
        need.urgency_goal = i % 7
        need.public = i % 2
    cards.needs[5].saving = 4_000
    cards.needs[5].cut = 6_000
    cards.supplier_count = SUPPLIERS_HERE
    for i in range(SUPPLIERS_HERE):
        supplier = cards.suppliers[i]
        supplier.kind = i % 6
        supplier.supported = 1 if i % 4 == 0 else 0
        supplier.categories[i % CATEGORIES_HERE] = 1
        supplier.categories[(i + 1) % CATEGORIES_HERE] = 1
        supplier.price = 90 + i
        supplier.quality = 1 + i % 5
        supplier.social = i % 6
        supplier.social_goal = i % 7
        supplier.carbon = (40, 60, 80, 100, 120)[i % 5]
        supplier.reputation = 3 + i % 3
        supplier.capacity = 1 + i % 3
        supplier.largest = (250_000, 0)[i % 2]
        supplier.local = (85, 75, 40)[i % 3]
        supplier.welsh = i % 2
    framework = cards.suppliers[FRAMEWORK]
    framework.price, framework.quality, framework.social, framework.carbon = 100, 3, 0, 100
    framework.reputation, framework.capacity, framework.local, framework.welsh = 5, 1_000, 25, 1
    for category in range(CATEGORIES_HERE):
        framework.categories[category] = 1
    add_events(cards)
    add_projects(cards)
    cards.council_count = 6
    for i in range(6):
        council = cards.councils[i]
        council.budget, council.grant, council.estate, council.first_category = 300_000, 200_000, 10_000, i % CATEGORIES_HERE
        council.home[0] = i
    add_routes(cards)
    add_decks(cards)
    add_weights(cards)
    return cards


def sealed_cards() -> Cards:
    """The same with sealed tenders, and joint tenders that need no lab."""
    cards = small_cards()
    cards.settings.sealed = 1
    cards.routes[Route.JOINT].labs[0] = 0
    return cards


def add_events(cards: Cards) -> None:
    """One event for each kind of effect, and four climate events."""
    kinds = (
        (EffectKind.BUDGET, NONE, -20_000),
        (EffectKind.DAYS, NONE, 1),
        (EffectKind.PRICE, 0, 10),
        (EffectKind.CARBON, NONE, 20),
        (EffectKind.GOAL, 2, 1),
        (EffectKind.MARKET, NONE, 2),
        (EffectKind.MARKET, NONE, -2),
        (EffectKind.FUND, NONE, 30_000),
        (EffectKind.EMERGENCY, 1, 0),
    )
    cards.event_count = len(kinds)
    for i, (kind, target, amount) in enumerate(kinds):
        effect = cards.events[i].effects[0]
        effect.kind, effect.target, effect.amount = kind, target, amount
    for mark in range(4):
        effect = cards.climate[mark].effects[0]
        effect.kind, effect.amount = EffectKind.BUDGET, -5_000 * (mark + 1)


def add_projects(cards: Cards) -> None:
    """One project for each power."""
    powers = (
        (Power.CLEANER_CATEGORY, 0, 25),
        (Power.CLEANER_MANAGED, NONE, 10),
        (Power.WIDER_MARKET, NONE, 1),
        (Power.INCOME, 1, 8_000),
        (Power.FEEDS, 2, 1),
        (Power.INVOLVE, NONE, 1),
    )
    cards.project_count = len(powers)
    for i, (power, target, amount) in enumerate(powers):
        project = cards.projects[i]
        project.days, project.cost, project.prize = 1, 10_000, 15_000
        project.power, project.target, project.amount = power, target, amount
        project.labs[i % 3] = 1


def add_routes(cards: Cards) -> None:
    """Every route as in the standard game, the flexible procedure too."""
    for route, days, price, largest, procurement, adaption in (
        (Route.OPEN, 2, 0, 0, 0, 0),
        (Route.QUOTES, 1, 0, 170_000, 0, 0),
        (Route.FRAMEWORK, 1, 0, 0, 0, 0),
        (Route.LOTS, 3, 4, 0, 1, 0),
        (Route.RESERVED, 2, 0, 0, 1, 0),
        (Route.FLEXIBLE, 3, 3, 0, 2, 1),
        (Route.DIRECT, 1, 5, 0, 0, 0),
        (Route.JOINT, 2, -10, 0, 2, 0),
    ):
        card = cards.routes[route]
        card.on, card.days, card.price, card.largest = 1, days, price, largest
        card.labs[0], card.labs[1] = procurement, adaption


def add_decks(cards: Cards) -> None:
    """Bid cards, delivery cards and track records in even numbers."""
    bids = [-8, -4, 0, 4, 8] * 4
    cards.bid_card_count = len(bids)
    cards.bid_cards[: len(bids)] = bids
    checks = [1, 2, 3, 4, 5, 6] * 4
    cards.delivery_card_count = len(checks)
    cards.delivery_cards[: len(checks)] = checks
    records = [-2, -1, 0, 0, 1, 2] * 3
    cards.track_record_count = len(records)
    cards.track_records[: len(records)] = records


def add_weights(cards: Cards) -> None:
    """Weights in steps of 20, price 20 to 60."""
    rows = [
        (p, q, s, 100 - p - q - s)
        for p in range(20, 80, 20)
        for q in range(0, 80, 20)
        for s in range(0, 80, 20)
        if 0 <= 100 - p - q - s <= 60 and [p, q, s, 100 - p - q - s].count(0) <= 1
    ]
    cards.weights_count = len(rows)
    for i, weights in enumerate(rows):
        cards.weights[i * CRITERIA : (i + 1) * CRITERIA] = weights


def small_ids() -> Ids:
    """Names of the small game's cards."""
    cards = small_cards()
    return Ids(
        tuple(f"need-{i}" for i in range(NEEDS_HERE)),
        tuple(f"supplier-{i}" for i in range(SUPPLIERS_HERE)),
        tuple(f"project-{i}" for i in range(6)),
        tuple(weights_text(cards, row) for row in range(cards.weights_count)),
    )


class Game:
    """A game on the table: cards, deal, state and what happened last, for tests that play by the rules' own functions."""

    def __init__(self, cards: Cards | None = None, seats: int = 2, seed: int = 1) -> None:
        self.cards = cards or small_cards()
        self.deal = Deal()
        self.state = State()
        self.told = Told()
        shuffle_decks(self.cards, seed, Stream(), self.deal)
        lay_table(self.cards, self.deal, self.state, seats, list(range(seats)), self.told)
        begin(self.cards, self.deal, self.state, self.told)

    def legal(self, seat: int | None = None) -> list[int]:
        """The legal actions of a seat, or of whoever decides now."""
        row = [0] * CHOICES
        return row[: legal_actions(self.cards, self.state, self.state.decider if seat is None else seat, row)]

    def step(self, action: int, seat: int | None = None) -> int:
        """Apply an action of a seat, or of whoever decides now; the reason when it is refused."""
        return step_for(self.cards, self.deal, self.state, self.state.decider if seat is None else seat, action, self.told)

    def deciding(self) -> list[int]:
        """The seats that may decide now: more than one while envelopes of a sealed game are written."""
        return [seat for seat in range(self.state.seats) if phase_for(self.state, seat) != NONE]

    def happened(self, kind: int) -> list[tuple[int, ...]]:
        """What happened of a kind in the last step: seat, a, b, c, d, e."""
        rows = self.told.rows[: self.told.count]
        return [(r.seat, r.a, r.b, r.c, r.d, r.e) for r in rows if r.kind == kind]
