"""Compile a checked pack to card records: whole numbers that the rules, bots and simulation see."""

from collections.abc import Mapping
from dataclasses import fields

from caffael.rules.cards import Cards, Settings
from caffael.rules.copying import copy_into
from caffael.rules.terms import CRITERIA, FRAMEWORK, NONE, Ending, Kind, Management
from caffael.scenario.checks import carbon_by_factor
from caffael.scenario.draft import Draft
from caffael.scenario.keywords import GOAL_WORDS, words_for
from caffael.scenario.models import CouncilRow, EventRow, NeedRow, SupplierRow
from caffael.scenario.rule_tables import STANDARD_ROUTES, RouteTable, RulesTable, all_weights
from caffael.scenario.scenario_file import FrameworkTable, ScenarioFile

LARGE = 1000
"""The framework's capacity: never used up."""
FIELD_NAMES = {"register": "register_"}
"""Settings whose field in the model must be called otherwise."""


def compile_cards(draft: Draft, scenario: ScenarioFile, years: int) -> Cards:
    """The whole pack as numbers, for a game of so many years."""
    cards = Cards()
    cards.categories = len(scenario.category)
    compile_settings(cards.settings, scenario, years)
    compile_routes(cards, scenario)
    for index, need in enumerate(draft.needs.rows):
        compile_need(cards, index, need, scenario)
    for index, supplier in enumerate(draft.suppliers.rows):
        compile_supplier(cards, index, supplier)
    compile_framework(cards, scenario.framework)
    compile_events(cards, draft.events.rows)
    compile_projects(cards, draft)
    compile_councils(cards, draft.councils.rows, scenario.rules)
    cards.need_count = len(draft.needs.rows)
    cards.supplier_count = len(draft.suppliers.rows)
    decks = scenario.decks
    cards.bid_card_count = lay_deck(cards.bid_cards, decks.bid_cards)
    cards.delivery_card_count = lay_deck(cards.delivery_cards, decks.delivery_cards)
    cards.track_record_count = lay_deck(cards.track_records, decks.track_records)
    rows = all_weights(scenario.weights, scenario.rules)
    cards.weights_count = len(rows)
    for index, row in enumerate(rows):
        cards.weights[index * CRITERIA : (index + 1) * CRITERIA] = row
    return cards


ROWS = ("marks", "quality_feeds", "social_kept", "social_loose")
"""The settings that are rows of numbers."""


def compile_settings(settings: Settings, scenario: ScenarioFile, years: int) -> None:
    """Every number and switch of the rules. The carbon budget grows with the years."""
    rules = scenario.rules
    elsewhere = ("years", "people", "ending", "management", "carbon_budget")
    for field in fields(Settings):
        if field.name in ROWS:
            getattr(settings, field.name)[:] = getattr(rules, field.name)
        elif field.name not in elsewhere:
            setattr(settings, field.name, int(getattr(rules, FIELD_NAMES.get(field.name, field.name))))
    settings.years = years
    settings.people = int(scenario.weights.people)
    settings.carbon_budget = rules.carbon_budget * years
    settings.ending = words_for(Ending).index(rules.ending)
    settings.management = words_for(Management).index(rules.management)


def compile_routes(cards: Cards, scenario: ScenarioFile) -> None:
    """The ways to buy; what a pack leaves out has its usual number, which the standard game may change."""
    for route, (days, price, labs, largest) in STANDARD_ROUTES.items():
        table: RouteTable = getattr(scenario.routes, words_for([route])[0])
        card = cards.routes[route]
        card.on = int(table.on is not False)
        card.days = days if table.days is None else table.days
        card.price = price if table.price_points is None else table.price_points
        card.labs[:] = (table.labs or labs).levels()
        card.largest = largest if table.largest_gbp is None else table.largest_gbp


def compile_need(cards: Cards, index: int, row: NeedRow, scenario: ScenarioFile) -> None:
    """A need; where the carbon is left out it comes from the factor of its subject."""
    need = cards.needs[index]
    need.category = row.category
    need.subject = row.subject
    need.theme = row.theme
    need.estimate = row.estimate_gbp
    need.term = row.term_years
    need.carbon = row.carbon_kg if row.carbon_kg != NONE else carbon_by_factor(row, scenario.subject[row.subject].factor)
    need.goals[:] = row.goals
    need.main_goal = row.main_goal
    need.urgency = row.urgency
    need.urgency_goal = row.urgency_goal
    need.public = int(row.public)
    need.saving = row.saving_gbp
    need.cut = row.cut_kg


def compile_supplier(cards: Cards, index: int, row: SupplierRow) -> None:
    """A supplier."""
    supplier = cards.suppliers[index]
    supplier.kind = row.kind
    supplier.supported = int(row.supported)
    for category in row.categories:
        supplier.categories[category] = 1
    supplier.price = row.price_percent
    supplier.quality = row.quality
    supplier.social = row.social
    supplier.social_goal = row.social_goal
    supplier.carbon = row.carbon_percent
    supplier.reputation = row.reputation
    supplier.capacity = row.capacity
    supplier.largest = row.largest_gbp
    supplier.local = row.local_percent
    supplier.welsh = int(row.welsh)


def compile_framework(cards: Cards, table: FrameworkTable) -> None:
    """The framework's own supplier: of every category, always free."""
    supplier = cards.suppliers[FRAMEWORK]
    supplier.kind = Kind.NATIONAL.value
    for category in range(cards.categories):
        supplier.categories[category] = 1
    supplier.price = table.price_percent
    supplier.quality = table.quality
    supplier.social = table.social_value
    supplier.social_goal = GOAL_WORDS.index(table.social_goal)
    supplier.carbon = table.carbon_percent
    supplier.reputation = table.reputation
    supplier.capacity = LARGE
    supplier.local = table.local_percent
    supplier.welsh = int(table.welsh)


def compile_events(cards: Cards, rows: list[EventRow]) -> None:
    """The yearly deck in the order of the file, and the climate events by their marks."""
    for row in rows:
        event = cards.events[cards.event_count] if row.mark == 0 else cards.climate[row.mark - 1]
        cards.event_count += row.mark == 0
        effects = [effect for effect in (row.effect_1, row.effect_2, row.effect_3, row.effect_4) if effect is not None]
        for place, effect in enumerate(effects):
            copy_into(event.effects[place], effect)


def compile_projects(cards: Cards, draft: Draft) -> None:
    """The innovation projects."""
    cards.project_count = len(draft.projects.rows)
    for project, row in zip(cards.projects, draft.projects.rows, strict=False):
        project.days = row.days
        project.cost = row.cost_gbp
        project.prize = row.prize_gbp
        project.labs[:] = [row.lab_procurement, row.lab_adaption, row.lab_data]
        project.power = row.power
        project.target = row.target
        project.amount = row.amount


def compile_councils(cards: Cards, rows: list[CouncilRow], rules: RulesTable) -> None:
    """The councils; in a symmetric game each has the numbers and labs of the first, any first need and no home suppliers."""
    cards.council_count = len(rows)
    for council, own in zip(cards.councils, rows, strict=False):
        row = own if rules.asymmetric else rows[0]
        council.budget = row.budget_gbp
        council.grant = row.grant_gbp
        council.estate = row.estate_kg
        council.labs[:] = [row.lab_procurement, row.lab_adaption, row.lab_data]
        if rules.asymmetric:
            council.first_category = row.first_category
            council.home[: len(row.home)] = row.home


def lay_deck(places: list[int], deck: Mapping[str, int]) -> int:
    """Lay a plain deck in the order of its values; how many cards it has."""
    values = [value for value, copies in sorted((int(value), copies) for value, copies in deck.items()) for _ in range(copies)]
    places[: len(values)] = values
    return len(values)
