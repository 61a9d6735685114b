"""Warnings: what makes a pack poor, but not unplayable."""

from collections.abc import Iterator
from dataclasses import replace

from caffael.rules.terms import MARKS, NONE
from caffael.scenario.checks import carbon_by_factor
from caffael.scenario.deck_files import OTHER_KINDS, misses
from caffael.scenario.draft import Draft
from caffael.scenario.explain import Place
from caffael.scenario.faults import SCENARIO_FILE, Fault, in_order, shown
from caffael.scenario.names import GOAL_WORDS
from caffael.scenario.rule_tables import Table
from caffael.scenario.scenario_file import ScenarioFile
from caffael.scenario.toml_text import dotted, spot_at

CARBON_OFF_PERCENT = 2
ENGLISH_END = "_en"
WELSH_END = "_cy"


def warnings_of(draft: Draft, scenario: ScenarioFile, years: int) -> list[Fault]:
    """Everything worth a second look, sorted by file and row."""
    found = [*carbon_warnings(draft, scenario), *serving_warnings(draft, scenario), *need_warnings(draft, scenario, years)]
    found += [*event_warnings(draft, scenario), *money_warnings(draft, scenario)]
    return in_order([*found, *welsh_warnings(draft, scenario), *title_warnings(draft), *name_warnings(draft)])


def carbon_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Carbon that is given and far from what the factor of the subject makes of the spend."""
    for row, need in draft.needs.placed:
        right = carbon_by_factor(need, scenario.subject[need.subject].factor)
        if need.carbon_kg != NONE and abs(need.carbon_kg - right) * 100 > right * CARBON_OFF_PERCENT:
            value = str(need.carbon_kg)
            message = f"{shown(value)} is more than {CARBON_OFF_PERCENT} % off what spend, term and factor make; write {right} or nothing."
            yield row.fault("carbon_kg", value, message)


def serving_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Categories that no supplier serves, and needs that none can carry."""
    suppliers = draft.suppliers.rows
    served = {category for supplier in suppliers for category in supplier.categories}
    for index, category in enumerate(scenario.category):
        if index not in served:
            message = f"No supplier serves the category {shown(category.id)}; its needs can only be bought through the framework."
            yield spot_at(draft.tables.spots, ("category", index)).fault("category.id", category.id, message)
    for row, need in draft.needs.placed:
        sizes = [supplier.largest_gbp for supplier in suppliers if need.category in supplier.categories]
        if sizes and 0 not in sizes and max(sizes) < need.estimate_gbp:
            value = str(need.estimate_gbp)
            message = f"No supplier of its category can carry {shown(value)}; the largest_gbp of one must be at least that."
            yield row.fault("estimate_gbp", value, message)


def need_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Needs that do not feed their main goal, and a deck that will run out."""
    for row, need in draft.needs.placed:
        if need.goals[need.main_goal] == 0:
            goal = GOAL_WORDS[need.main_goal]
            message = f"Its main goal gets no points; write 1 or 2 under {shown(goal)} or choose another main goal."
            yield row.fault("main_goal", goal, message)
    drawn = scenario.teams * scenario.rules.draw * years
    count = len(draft.needs.rows)
    if count < drawn:
        message = f"There are {count} needs, but {scenario.teams} councils may draw {drawn} in {years} years; some will be lacking."
        yield Fault(draft.needs.sheet.file, None, None, str(count), message)


def event_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Events that are switched on but not there."""
    marks = {event.mark for event in draft.events.rows}
    if scenario.rules.events and 0 not in marks:
        yield Fault(draft.events.sheet.file, None, "mark", None, "Events are on, but no row has mark 0; nothing will happen in a year.")
    missing = [mark for mark in range(1, MARKS + 1) if mark not in marks]
    if scenario.rules.climate_events and scenario.rules.carbon and missing:
        message = f"Climate events are on, but carbon mark {missing[0]} has none; nothing will follow when it is reached."
        yield Fault(draft.events.sheet.file, None, "mark", None, message)


def money_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Councils that may not be able to pay for their first need, or have none of their own category."""
    asymmetric = scenario.rules.asymmetric
    for row, council in draft.councils.placed if asymmetric else draft.councils.placed[:1]:
        category = council.first_category if asymmetric else NONE
        yearly = [-(-need.estimate_gbp // need.term_years) for need in draft.needs.rows if category in (NONE, need.category)]
        if not yearly:
            name = scenario.category[category].id
            message = f"There is no need of its first category, {shown(name)}; it will draw any other."
            yield row.fault("first_category", name, message)
            continue
        money = council.budget_gbp + council.grant_gbp
        if money < max(yearly):
            message = f"Budget and grant are {money} pounds, but its first need may cost {max(yearly)} in the first year; give it more."
            yield row.fault("budget_gbp", str(council.budget_gbp), message)


def welsh_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """How many Welsh texts are missing in each file."""
    missing: dict[str, list[Fault]] = {}
    for sheet in draft.sheets():
        for row in sheet.rows:
            for name in [name for name in row.cells if name.endswith(ENGLISH_END) and row.cells[name]]:
                column = welsh_name(name)
                if not row.cells.get(column):
                    missing.setdefault(row.spot(name).file, []).append(row.spot(name).fault(column, None, ""))
    tables: list[tuple[Place, Table]] = [((), scenario), (("framework",), scenario.framework)]
    tables += [(("category", index), table) for index, table in enumerate(scenario.category)]
    tables += [(("subject", index), table) for index, table in enumerate(scenario.subject)]
    tables += [(("weights", "card", index), table) for index, table in enumerate(scenario.weights.card)]
    tables += [(("campaign",), scenario.campaign)] if scenario.campaign is not None else []
    for path, table in tables:
        for name in type(table).model_fields:
            if name.endswith(ENGLISH_END) and getattr(table, name) and not getattr(table, welsh_name(name)):
                place = (*path, welsh_name(name))
                spot = spot_at(draft.tables.spots, place)
                missing.setdefault(spot.file, []).append(spot.fault(dotted(place), None, ""))
    for found in missing.values():
        texts = "1 Welsh text is" if len(found) == 1 else f"{len(found)} Welsh texts are"
        message = f"{texts} missing in this file, the first one here; English is shown in its place."
        yield replace(found[0], value=str(len(found)), message=message)


def welsh_name(name: str) -> str:
    """The column or key of the Welsh text beside an English one."""
    return name.removesuffix(ENGLISH_END) + WELSH_END


def title_warnings(draft: Draft) -> Iterator[Fault]:
    """A pack with a title of its own in English, but in Welsh that of a pack below it."""
    spots = draft.tables.spots
    welsh = spot_at(spots, ("title_cy",))
    for layer in draft.tables.layers[:-1]:
        if ("title_cy",) in spots and welsh.file == layer.file(SCENARIO_FILE):
            message = f"The Welsh title is still that of {shown(layer.name)}; write title_cy."
            yield spot_at(spots, ("title_en",)).fault("title_cy", None, message)


def name_warnings(draft: Draft) -> Iterator[Fault]:
    """Files of the pack itself that are not read for their names."""
    for miss in misses(draft.tables.layers[-1].source):
        if not miss.found.lower().endswith(OTHER_KINDS):
            yield miss.fault("")
