"""Cards turned over: what a thing of the table is, its numbers, and where they come from."""

from caffael.board.screens.table.sheets.back import step_back_sheet
from caffael.board.screens.table.sheets.base import Answer, Line, info_sheet
from caffael.board.screens.table.sheets.contract import contract_sheet, contracts_sheet
from caffael.board.screens.table.sheets.council import council_sheet, neighbour_sheet
from caffael.board.screens.table.sheets.events import climate_sheet, event_sheet
from caffael.board.screens.table.sheets.learning import badges_sheet, labs_sheet, projects_sheet
from caffael.board.screens.table.sheets.need import need_sheet
from caffael.board.screens.table.sheets.origins import carbon_sheet, days_sheet, goal_sheet, goals_sheet, log_sheet, money_sheet
from caffael.board.screens.table.sheets.supplier import supplier_sheet

__all__ = [
    "Answer",
    "Line",
    "badges_sheet",
    "carbon_sheet",
    "climate_sheet",
    "contract_sheet",
    "contracts_sheet",
    "council_sheet",
    "days_sheet",
    "event_sheet",
    "goal_sheet",
    "goals_sheet",
    "info_sheet",
    "labs_sheet",
    "log_sheet",
    "money_sheet",
    "need_sheet",
    "neighbour_sheet",
    "projects_sheet",
    "step_back_sheet",
    "supplier_sheet",
]
