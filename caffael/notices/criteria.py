"""The weights that a notice's award criteria state: numbers, or numbers written as text, on a scale of 100, of 1,000 or of 1.

The rule: numbers that make 100 (1,000 or 1) are the weights. Fewer than 100 with a price among them are a part, and the rest is nobody's.
Points whose whole is not told count as shares of their sum where the notice calls them points. Anything else is no weight: none is made up.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from caffael.notices.notice import CRITERIA, Weights
from caffael.notices.terms import criterion_of
from caffael.notices.tidy import one_line

NUMBER = r"\d{1,4}(?:[.,]\d{1,4})?"
ALONE = re.compile(
    rf"(?:[^\w%]|weight\w*|maximum|max|score|marks?|points?|pwys\w*|uchafswm|marciau|pwynt\w*)*({NUMBER})\s*"
    r"(%|per ?cent|y cant|/\s*100|out of 100|allan o 100)?(?:[^\w%]|weight\w*|marks?|points?|marciau|pwynt\w*|of the total|available)*",
    re.IGNORECASE,
)
"""A text that says a number and nothing else but what it is."""
IN_NAME = re.compile(rf"[\s(\[–:-]({NUMBER})\s*(%|per ?cent|y cant)", re.IGNORECASE)
LONGEST = 100
"""Letters of a text that says a weight alone."""
PRICE, QUALITY = 0, 1
BY_TYPE = {"price": PRICE, "cost": PRICE, "quality": QUALITY}
PERCENT, POINTS, DECIMAL, PLAIN = "percent", "points", "decimal", ""
KINDS = {"percentageExact": PERCENT, "percentageRangeMiddle": PERCENT, "pointsExact": POINTS, "pointsRangeMiddle": POINTS}
KINDS |= {"decimalExact": DECIMAL, "decimalRangeMiddle": DECIMAL}
"""How the extension for award criteria names numbers; an order of importance is no weight."""
PRICE_ALONE = ("priceonly", "costonly", "lowestcost", "lowestprice")
"""Codes of OCDS 1.0 and 1.1 for awards by price alone."""
WHOLE = 100.0
NEAR = 1.0
"""Three thirds make 99.9."""


class Part(NamedTuple):
    """One criterion with its number, and how that is meant."""

    criterion: int
    number: float
    kind: str = PLAIN


def weights_of_criteria(criteria: object) -> Weights | None:
    """The weights that a list of award criteria states; None where it states none, or what it states makes no sense."""
    if not isinstance(criteria, list):
        return None
    rows = [row for row in criteria[:60] if isinstance(row, dict)]
    parts = [part_of(row) for row in rows]
    stated = [part for part in parts if part is not None]
    text = "; ".join(said for said in map(text_of, rows) if said)[:500]
    return weighed(stated, text, len(stated) == len(rows)) if stated else None


def text_of(row: dict[str, Any]) -> str:
    """A criterion in the notice's own words."""
    numbers = [f"{found['number']}" for found in numbers_of(row) if isinstance(found.get("number"), (int, float))]
    said = [one_line(row.get("name")), one_line(row.get("description")), *numbers]
    return ": ".join([one_line(row.get("type")), " ".join(filter(None, said))]).strip(": ")


def numbers_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The numbers of a criterion, by the extension for award criteria."""
    found = row.get("numbers")
    return [number for number in found if isinstance(number, dict)] if isinstance(found, list) else []


def part_of(row: dict[str, Any]) -> Part | None:
    """What a criterion is and weighs; None where its weight is not stated, or it is none of the game's criteria."""
    name, description = one_line(row.get("name")), one_line(row.get("description"))
    criterion = BY_TYPE.get(str(row.get("type", "")).casefold())
    if criterion in (None, QUALITY):
        named = criterion_of(name)
        if named is None:
            named = criterion_of(description)
        if named is not None and not (criterion == QUALITY and named == PRICE):
            criterion = named
    if criterion is None:
        return None
    for number in numbers_of(row):
        value, kind = number.get("number"), KINDS.get(str(number.get("weight")))
        if kind is not None and isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
            return Part(criterion, float(value), kind)
    weight = row.get("weight")
    if isinstance(weight, (int, float)) and not isinstance(weight, bool) and weight >= 0:
        return Part(criterion, float(weight))
    for text, pattern in ((description, ALONE.fullmatch), (name, ALONE.fullmatch), (name, IN_NAME.search)):
        if len(text) <= LONGEST and (found := pattern(text)):
            return Part(criterion, number_in(found[1]), PERCENT if found[2] else PLAIN)
    found = IN_NAME.search(f" {description}")
    if found and len(IN_NAME.findall(f" {description}")) == 1 and len(description) < 40:
        return Part(criterion, number_in(found[1]), PERCENT)
    return None


def number_in(text: str) -> float:
    """A number with a point or comma."""
    return float(text.replace(",", "."))


def weighed(parts: Sequence[Part], text: str, all_stated: bool) -> Weights | None:
    """The weights that numbers mean together, by the rule above."""
    parts = heads_left_out(parts)
    total = sum(part.number for part in parts)
    kinds = {part.kind for part in parts}
    plain = PERCENT not in kinds
    of_hundred = abs(total - WHOLE) <= NEAR
    of_thousand = plain and abs(total - 10 * WHOLE) <= 10 * NEAR
    of_one = plain and (DECIMAL in kinds or all(0 < part.number < 1 for part in parts)) and abs(total - 1) <= NEAR / WHOLE
    of_points = kinds == {POINTS} and all_stated and total > 0 and len(parts) > 1
    if of_hundred or of_thousand or of_one or of_points:
        return Weights(shares_of(parts, total), "stated", text)
    if 1 < total < WHOLE and kinds <= {PERCENT, PLAIN} and any(part.criterion == PRICE for part in parts):
        return Weights(shares_of(parts, WHOLE), "part", text)
    return None


def heads_left_out(parts: Sequence[Part]) -> list[Part]:
    """The numbers without headings whose parts follow them: quality 60, of which method 40 and social value 20."""
    kept: list[Part] = []
    at = 0
    while at < len(parts):
        below, end = 0.0, at + 1
        while end < len(parts) and below + parts[end].number <= parts[at].number + 1e-9:
            below += parts[end].number
            end += 1
            if end - at > 2 and abs(below - parts[at].number) < 1e-9:
                break
        is_head = end - at > 2 and abs(below - parts[at].number) < 1e-9 and sum(part.number for part in parts) > WHOLE + NEAR
        kept += parts[at + 1 : end] if is_head else [parts[at]]
        at = end if is_head else at + 1
    return kept


def shares_of(parts: Sequence[Part], scale: float) -> tuple[float, float, float, float]:
    """The share of each criterion in per cent."""
    shares = [0.0] * len(CRITERIA)
    for part in parts:
        shares[part.criterion] += part.number * WHOLE / scale
    first, second, third, fourth = (round(share, 2) for share in shares)
    return first, second, third, fourth


def weights_by_code(code: object) -> Weights | None:
    """Price alone, where the code of OCDS 1.0 or 1.1 says so."""
    if isinstance(code, str) and code.casefold() in PRICE_ALONE:
        return Weights((WHOLE, 0.0, 0.0, 0.0), "stated", code)
    return None
