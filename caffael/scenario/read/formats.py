"""What a number in a workbook shows: its format decides how many decimals are seen, and whether 1 is 100 %."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from math import isfinite

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}
BUILT_IN |= dict.fromkeys((5, 6, 42), "£#,##0") | dict.fromkeys((7, 8, 44), "£#,##0.00") | {41: "#,##0", 43: "#,##0.00"}
"""Formats that every workbook has without naming them, by their numbers, as far as they tell something of a plain number."""
UNTOLD = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Parts of a format that stand for themselves or for nothing: texts, blanks, colours, conditions."""
DIGITS = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")
SIGNIFICANT = 11
"""Figures that a spreadsheet shows where no format says how many."""
EXACT = 2**53


def shown_number(value: float, code: str) -> str:
    """A number as its cell shows it, without signs of money and thousands: 0.95 in the format 0% is 95%, 2.6 in the format 0 is 3.

    Noise far behind the point, as 0.1 + 0.2 has it, is not shown.
    """
    decimals, percent = told_by(code)
    if not isfinite(value) or abs(value) >= EXACT:
        return str(value)
    if float(value).is_integer() and not percent:
        return str(int(value))
    number = Decimal(repr(value)) * (100 if percent else 1)
    rounded = Decimal(f"{number:.{SIGNIFICANT - 1}g}") if decimals is None else number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text) + "%" * percent


@cache
def told_by(code: str) -> tuple[int | None, bool]:
    """How many decimals a format shows, None where it does not say, and whether it is one of percent."""
    plain = UNTOLD.sub("", code.partition(";")[0])
    digits = DIGITS.search(plain)
    percent = "%" in plain
    if digits is None or "/" in plain or "E" in plain.upper() or digits[0].endswith(","):
        return None, percent
    return min(len(digits[1] or ""), SIGNIFICANT), percent


def format_codes(named: Mapping[int, str], used: list[int]) -> list[str]:
    """The format of each style of cells: by the number that the style names. Empty where it tells nothing."""
    return [named.get(number, BUILT_IN.get(number, "")) for number in used]
