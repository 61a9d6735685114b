"""Texts from elsewhere in a spreadsheet: one that it would take for a formula begins with an apostrophe."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes spreadsheets take text for a formula; some take the wide forms too."""


def safe(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula; numbers are numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell
