"""The names by which sheets and choices are laid: what `Open` lays."""

from collections.abc import Callable

from caffael.presentation.blocks import Choice, Sheet
from caffael.presentation.decisions.confirm import answer_sheet, pass_sheet, step_back_sheet
from caffael.presentation.decisions.learning import project_choice, train_choice
from caffael.presentation.decisions.needs import engage_choice, engaged_sheet, joint_choice, partner_choice
from caffael.presentation.points import points_sheet
from caffael.presentation.sheets.backs import criterion_back_sheet, need_back_sheet, route_back_sheet, weights_back_sheet
from caffael.presentation.sheets.contract import contract_sheet, contracts_sheet
from caffael.presentation.sheets.council import council_sheet, neighbour_sheet
from caffael.presentation.sheets.events import climate_sheet, event_sheet
from caffael.presentation.sheets.learning import badges_sheet, labs_sheet, projects_sheet
from caffael.presentation.sheets.need import need_sheet
from caffael.presentation.sheets.origins import carbon_sheet, days_sheet, goal_sheet, goals_sheet, log_sheet, money_sheet
from caffael.presentation.sheets.supplier import supplier_sheet

SHEETS: dict[str, Callable[..., Sheet | Choice]] = {
    "answer": answer_sheet,
    "badges": badges_sheet,
    "carbon": carbon_sheet,
    "climate": climate_sheet,
    "contract": contract_sheet,
    "contracts": contracts_sheet,
    "council": council_sheet,
    "criterion back": criterion_back_sheet,
    "days": days_sheet,
    "engage": engage_choice,
    "engaged": engaged_sheet,
    "event": event_sheet,
    "goal": goal_sheet,
    "goals": goals_sheet,
    "joint": joint_choice,
    "labs": labs_sheet,
    "log": log_sheet,
    "money": money_sheet,
    "need": need_sheet,
    "need back": need_back_sheet,
    "neighbour": neighbour_sheet,
    "partner": partner_choice,
    "pass": pass_sheet,
    "points": points_sheet,
    "project": project_choice,
    "projects": projects_sheet,
    "route back": route_back_sheet,
    "step back": step_back_sheet,
    "supplier": supplier_sheet,
    "train": train_choice,
    "weights back": weights_back_sheet,
}
"""Each is made for a viewer, from the numbers that say what it is about. Pages have sheets of their own beside these."""
