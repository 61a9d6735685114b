"""Warnings: what makes a pack poor, but not unplayable."""

from collections.abc import Iterator

from caffael.rules.terms import MARKS, NONE
from caffael.scenario.checks import carbon_by_factor
from caffael.scenario.draft import Draft
from caffael.scenario.explain import Place
from caffael.scenario.faults import SCENARIO_FILE, Fault, in_order, shown
from caffael.scenario.models import CouncilRow, EventRow, NeedRow
from caffael.scenario.names import GOAL_WORDS
from caffael.scenario.rule_tables import Table
from caffael.scenario.scenario_file import ScenarioFile
from caffael.scenario.toml_text import dotted, line_at

CARBON_OFF_PERCENT = 2
USUAL_SEATS = 4


def warnings_of(draft: Draft, scenario: ScenarioFile, years: int) -> list[Fault]:
    """Everything worth a second look, sorted by file and row."""
    found = [*carbon_warnings(draft, scenario), *serving_warnings(draft, scenario), *need_warnings(draft, scenario, years)]
    return in_order([*found, *event_warnings(draft, scenario), *money_warnings(draft, scenario), *welsh_warnings(draft, scenario)])


def carbon_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Carbon that is given and far from what the factor of the subject makes of the spend."""
    for number, need in draft.needs.numbered:
        right = carbon_by_factor(need, scenario.subject[need.subject].factor)
        if need.carbon_kg != NONE and abs(need.carbon_kg - right) * 100 > right * CARBON_OFF_PERCENT:
            value = str(need.carbon_kg)
            message = f"{shown(value)} is more than {CARBON_OFF_PERCENT} % off what spend, term and factor make; write {right} or nothing."
            yield Fault(NeedRow.file, number, "carbon_kg", value, message)


def serving_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Categories that no supplier serves, and needs that none can carry."""
    suppliers = draft.suppliers.rows
    served = {category for supplier in suppliers for category in supplier.categories}
    for index, category in enumerate(scenario.category):
        if index not in served:
            message = f"No supplier serves the category {shown(category.id)}; its needs can only be bought through the framework."
            yield Fault(SCENARIO_FILE, line_at(draft.lines, ("category", index)), "category.id", category.id, message)
    for number, need in draft.needs.numbered:
        sizes = [supplier.largest_gbp for supplier in suppliers if need.category in supplier.categories]
        if sizes and 0 not in sizes and max(sizes) < need.estimate_gbp:
            value = str(need.estimate_gbp)
            message = f"No supplier of its category can carry {shown(value)}; the largest_gbp of one must be at least that."
            yield Fault(NeedRow.file, number, "estimate_gbp", value, message)


def need_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Needs that do not feed their main goal, and a deck that will run out."""
    for number, need in draft.needs.numbered:
        if need.goals[need.main_goal] == 0:
            goal = GOAL_WORDS[need.main_goal]
            message = f"Its main goal gets no points; write 1 or 2 under {shown(goal)} or choose another main goal."
            yield Fault(NeedRow.file, number, "main_goal", goal, message)
    drawn = USUAL_SEATS * scenario.rules.draw * years
    count = len(draft.needs.rows)
    if count < drawn:
        message = f"There are {count} needs, but {USUAL_SEATS} councils may draw {drawn} in {years} years; some will be lacking."
        yield Fault(NeedRow.file, None, None, str(count), message)


def event_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Events that are switched on but not there."""
    marks = {event.mark for event in draft.events.rows}
    if scenario.rules.events and 0 not in marks:
        yield Fault(EventRow.file, None, "mark", None, "Events are on, but no row has mark 0; nothing will happen in a year.")
    missing = [mark for mark in range(1, MARKS + 1) if mark not in marks]
    if scenario.rules.climate_events and scenario.rules.carbon and missing:
        message = f"Climate events are on, but carbon mark {missing[0]} has none; nothing will follow when it is reached."
        yield Fault(EventRow.file, None, "mark", None, message)


def money_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Councils that may not be able to pay for their first need, or have none of their own category."""
    asymmetric = scenario.rules.asymmetric
    for number, council in draft.councils.numbered if asymmetric else draft.councils.numbered[:1]:
        category = council.first_category if asymmetric else NONE
        yearly = [-(-need.estimate_gbp // need.term_years) for need in draft.needs.rows if category in (NONE, need.category)]
        if not yearly:
            name = scenario.category[category].id
            message = f"There is no need of its first category, {shown(name)}; it will draw any other."
            yield Fault(CouncilRow.file, number, "first_category", name, message)
            continue
        money = council.budget_gbp + council.grant_gbp
        if money < max(yearly):
            message = f"Budget and grant are {money} pounds, but its first need may cost {max(yearly)} in the first year; give it more."
            yield Fault(CouncilRow.file, number, "budget_gbp", str(council.budget_gbp), message)


def welsh_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """How many Welsh texts are missing in each file."""
    for sheet in draft.sheets():
        pairs = [(row.number, name) for row in sheet.rows for name in row.cells if name.endswith("_en") and row.cells[name]]
        cells = {row.number: row.cells for row in sheet.rows}
        empty = [(number, name[:-3] + "_cy") for number, name in pairs if not cells[number].get(name[:-3] + "_cy")]
        if empty:
            yield welsh_warning(sheet.file, empty[0][0], empty[0][1], len(empty))
    tables: list[tuple[Place, Table]] = [((), scenario), (("framework",), scenario.framework)]
    tables += [(("category", index), table) for index, table in enumerate(scenario.category)]
    tables += [(("subject", index), table) for index, table in enumerate(scenario.subject)]
    missing = [
        (*path, name[:-3] + "_cy")
        for path, table in tables
        for name in type(table).model_fields
        if name.endswith("_en") and getattr(table, name) and not getattr(table, name[:-3] + "_cy")
    ]
    if missing:
        yield welsh_warning(SCENARIO_FILE, line_at(draft.lines, missing[0]), dotted(missing[0]), len(missing))


def welsh_warning(file: str, row: int | None, column: str, count: int) -> Fault:
    """The warning about Welsh texts that are missing in one file."""
    texts = "1 Welsh text is" if count == 1 else f"{count} Welsh texts are"
    return Fault(file, row, column, str(count), f"{texts} missing in this file, the first one here; English is shown in its place.")
