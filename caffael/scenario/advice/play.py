"""Warnings about what can never happen in a game: events and conditions, projects, first needs, a choice of weights."""

from collections.abc import Iterator

from caffael.rules.cards import Effect
from caffael.rules.terms import MARKS, NONE, WAITING, Condition, Power
from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault, shown
from caffael.scenario.keywords import LAB_WORDS
from caffael.scenario.models import ProjectRow
from caffael.scenario.read.toml_text import spot_at
from caffael.scenario.rule_tables import all_weights
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence

LAB_TOP = 3
HARDLY_A_CHOICE = 5
"""So few ways to weigh, or fewer, leave hardly any choice. Weight cards are a choice of their own making, from two on."""


def play_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Everything that can never happen in a game of so many years."""
    yield from event_warnings(draft, scenario)
    yield from condition_warnings(draft, scenario, years)
    yield from project_warnings(draft, scenario, years)
    yield from money_warnings(draft, scenario)
    yield from weight_warnings(draft, scenario)


def event_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Events that are switched on but not there."""
    file = draft.events.sheet.file
    marks = {event.mark for event in draft.events.rows}
    if scenario.rules.events and 0 not in marks:
        message = Sentence("Events are on, but no row has mark 0; nothing will happen in a year.")
        yield Fault(file, None, "mark", None, message)
    missing = [mark for mark in range(1, MARKS + 1) if mark not in marks]
    if scenario.rules.climate_events and scenario.rules.carbon and missing:
        pattern = "Climate events are on, but carbon mark {mark} has none; nothing will follow when it is reached."
        yield Fault(file, None, "mark", None, Sentence(pattern, mark=missing[0]))


def condition_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Effects whose condition no council can ever meet."""
    for row, event in draft.events.placed:
        for column in ("effect_1", "effect_2", "effect_3", "effect_4"):
            effect = getattr(event, column)
            why = never_met(effect, draft, scenario, years) if effect is not None else None
            if why is not None:
                message = Sentence("{why}, so this never happens; change the condition.", why=why)
                yield row.fault(column, row.cells.get(column), message)


def never_met(effect: Effect, draft: Draft, scenario: ScenarioFile, years: int) -> Sentence | None:
    """Why no council can ever meet an effect's condition; None when one can."""
    rules, amount, name = scenario.rules, effect.condition_amount, Condition(effect.condition)
    lab_top = LAB_TOP if rules.labs else 0
    unmet, contracts = rules.tray + WAITING, rules.register_
    bounds = {
        Condition.GOAL_AT_LEAST: (rules.goal_most, Sentence("A goal goes to {most} at most", most=rules.goal_most)),
        Condition.LAB_AT_LEAST: (lab_top, Sentence("A lab has level {most} at most", most=lab_top)),
        Condition.UNMET_AT_LEAST: (unmet, Sentence("A council has at most {most} unmet needs", most=unmet)),
        Condition.CONTRACTS_AT_LEAST: (contracts, Sentence("A council runs {most} contracts at most", most=contracts)),
        Condition.BUDGET_AT_LEAST: (riches(draft, scenario, years), Sentence("No council ever has so much money")),
    }
    if name in bounds and amount > bounds[name][0]:
        return bounds[name][1]
    if name in (Condition.GOAL_BELOW, Condition.LAB_BELOW, Condition.CONTRACTS_BELOW) and amount <= 0:
        return Sentence("Nothing here can be below {amount}", amount=amount)
    if name == Condition.RUNS and not any(need.category == effect.condition_target for need in draft.needs.rows):
        return Sentence("There is no need of the category {category}", category=shown(scenario.category[effect.condition_target].id))
    return None


def riches(draft: Draft, scenario: ScenarioFile, years: int) -> int:
    """More money than any council can have in a game, in pounds: as if it spent nothing, saved and won all there is."""
    councils = draft.councils.rows if scenario.rules.asymmetric else draft.councils.rows[:1]
    own = max((council.budget_gbp + council.grant_gbp * years for council in councils), default=0)
    saved = sum(need.saving_gbp for need in draft.needs.rows) * years
    earned = sum(project.amount * years for project in draft.projects.rows if project.power == Power.INCOME) * scenario.rules.register_
    return own + saved + earned + scenario.rules.fund


def project_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Projects that no council can ever start: too dear, too long, or with lab levels beyond all its days."""
    if not scenario.rules.projects:
        return
    days = scenario.rules.days
    rich = riches(draft, scenario, years)
    for row, project in draft.projects.placed:
        trained = training_days(project) if scenario.rules.labs else 0
        if project.cost_gbp > rich:
            pattern = "No council ever has {cost} pounds, so this project can never be started; write less."
            yield row.fault("cost_gbp", str(project.cost_gbp), Sentence(pattern, cost=project.cost_gbp))
        elif project.days > days:
            pattern = "It takes {days} days, but a council has {most} in a year, so it can never be started; write {most} or less."
            yield row.fault("days", str(project.days), Sentence(pattern, days=project.days, most=days))
        elif trained + project.days > days * years:
            column = max((f"lab_{lab}" for lab in LAB_WORDS), key=lambda name: int(getattr(project, name)))
            pattern = "Its labs take {days} days of training, but a council has {most} in {years} years; ask for lower levels."
            yield row.fault(column, row.cells.get(column), Sentence(pattern, days=trained, most=days * years, years=years))


def training_days(project: ProjectRow) -> int:
    """The days that it takes to train all labs to the levels a project asks for: 1, 2 and 3 for the levels of each."""
    return sum(level * (level + 1) // 2 for level in (project.lab_procurement, project.lab_adaption, project.lab_data))


def money_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Councils that may not be able to pay for their first need, or have none of their own category."""
    asymmetric = scenario.rules.asymmetric
    for row, council in draft.councils.placed if asymmetric else draft.councils.placed[:1]:
        category = council.first_category if asymmetric else NONE
        yearly = [-(-need.estimate_gbp // need.term_years) for need in draft.needs.rows if category in (NONE, need.category)]
        if not yearly:
            name = scenario.category[category].id
            message = Sentence("There is no need of its first category, {category}; it will draw any other.", category=shown(name))
            yield row.fault("first_category", name, message)
            continue
        money = council.budget_gbp + council.grant_gbp
        if money < max(yearly):
            pattern = "Budget and grant are {money} pounds, but its first need may cost {cost} in the first year; give it more."
            yield row.fault("budget_gbp", str(council.budget_gbp), Sentence(pattern, money=money, cost=max(yearly)))


def weight_warnings(draft: Draft, scenario: ScenarioFile) -> Iterator[Fault]:
    """Weights that leave hardly any choice."""
    spot = spot_at(draft.tables.spots, ("weights",))
    count = len(all_weights(scenario.weights, scenario.rules))
    if scenario.weights.card and count == 1:
        message = Sentence("There is only one weight card, so councils have no choice; add another.")
        yield spot.fault("weights.card", None, message)
    elif not scenario.weights.card and count <= HARDLY_A_CHOICE:
        message = Sentence.plural(
            "There is only {n} way to share out the weights, which is hardly a choice; "
            "lower the smallest weights, or take a smaller step_percent.",
            "There are only {n} ways to share out the weights, which is hardly a choice; "
            "lower the smallest weights, or take a smaller step_percent.",
            count,
        )
        yield spot.fault("weights", str(count), message)
