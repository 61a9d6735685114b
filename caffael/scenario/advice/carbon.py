"""Warnings about carbon: needs that are off their factor, and a budget or marks that the needs can't come near.

What a council would emit is reckoned roughly: it draws needs as the rules say, each a mean one, which emit from then on for their terms,
and its own estate emits every year. `most` is all of it as in the old way, `least` with the cleanest supplier of the pack.
"""

from collections.abc import Iterator
from statistics import mean

from caffael.rules.terms import NONE
from caffael.scenario.checks import carbon_by_factor
from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault, shown
from caffael.scenario.models import NeedRow
from caffael.scenario.read.toml_text import spot_at
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence

CARBON_OFF_PERCENT = 2
TONNE = 1000


def carbon_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Carbon of needs that is far from what the factor of the subject makes of the spend; a budget that decides nothing."""
    for row, need in draft.needs.placed:
        right = carbon_by_factor(need, scenario.subject[need.subject].factor)
        if need.carbon_kg != NONE and abs(need.carbon_kg - right) * 100 > right * CARBON_OFF_PERCENT:
            value = str(need.carbon_kg)
            pattern = "{value} is more than {percent} % off what spend, term and factor make; write {right} or nothing."
            yield row.fault("carbon_kg", value, Sentence(pattern, value=shown(value), percent=CARBON_OFF_PERCENT, right=str(right)))
    if scenario.rules.carbon and draft.needs.rows and draft.councils.rows and draft.suppliers.rows:
        yield from budget_warnings(draft, scenario, years)


def budget_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """A carbon budget that nobody can keep to or nobody can pass, and marks that are never reached."""
    least, most = emitted(draft, scenario, years)
    budget = scenario.rules.carbon_budget * years
    spot = spot_at(draft.tables.spots, ("rules", "carbon_budget_kg_a_year"))
    value = str(scenario.rules.carbon_budget)
    if budget < least:
        message = Sentence(
            "A council may emit {budget} in {years} years, but even with the cleanest suppliers it emits about {least}; "
            "write {right} or more.",
            budget=tonnes(budget),
            years=years,
            least=tonnes(least),
            right=str(least // years),
        )
        yield spot.fault("rules.carbon_budget_kg_a_year", value, message)
    if budget > most:
        message = Sentence(
            "A council may emit {budget} in {years} years, but all it needs emits about {most} in the old way, so carbon "
            "decides nothing; write less than {right}, or carbon = false.",
            budget=tonnes(budget),
            years=years,
            most=tonnes(most),
            right=str(most // years),
        )
        yield spot.fault("rules.carbon_budget_kg_a_year", value, message)
    elif scenario.rules.climate_events:
        late = [mark for mark in scenario.rules.marks if mark * budget > most * 100]
        if late:
            message = Sentence(
                "The carbon mark at {percent} % is {mark} for each council, but all it needs emits about {most}; "
                "its climate event will not come.",
                percent=late[0],
                mark=tonnes(budget * late[0] // 100),
                most=tonnes(most),
            )
            yield spot_at(draft.tables.spots, ("rules", "marks_percent")).fault("rules.marks_percent", str(late[0]), message)


def emitted(draft: Draft, scenario: ScenarioFile, years: int) -> tuple[int, int]:
    """What a council emits about in a game, in kg: with the cleanest supplier there is, and in the old way."""
    needs = draft.needs.rows
    drawn = [scenario.rules.first_draw, *[scenario.rules.draw] * (years - 1)]
    bought = sum(
        count * mean(min(need.term_years, years - year) * yearly(need, scenario) for need in needs) for year, count in enumerate(drawn)
    )
    councils = draft.councils.rows if scenario.rules.asymmetric else draft.councils.rows[:1]
    estate = mean(council.estate_kg for council in councils) * years
    cleanest = min(supplier.carbon_percent for supplier in draft.suppliers.rows)
    return int(estate + bought * cleanest / 100), int(estate + bought)


def yearly(need: NeedRow, scenario: ScenarioFile) -> int:
    """What a need emits in a year in the old way, in kg."""
    return need.carbon_kg if need.carbon_kg != NONE else carbon_by_factor(need, scenario.subject[need.subject].factor)


def tonnes(kilograms: int) -> str:
    """Carbon in words."""
    return f"{kilograms // TONNE} t"
