"""What has changed on the table since a draft was written, as 18xx's stop conditions say it: a bidder, the printed winner, a price, a
day, the need.
"""

from dataclasses import dataclass, field
from enum import Enum

from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Cards
from caffael.rules.records import State, Table
from caffael.rules.tender import expected_table, tender_days
from caffael.rules.terms import NONE


class Kind(Enum):
    """Kinds of changes."""

    NEED_GONE = "need"
    DAYS = "days"
    BIDDER_GONE = "gone"
    BIDDER_COME = "come"
    PRICE = "price"
    WINNER = "winner"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was. `card` is a need or a supplier; `before` and `now` are pounds, days left or suppliers."""

    kind: Kind
    card: int = NONE
    before: int = NONE
    now: int = NONE


@dataclass(frozen=True, slots=True)
class Printed:
    """What a tender stood on: its days, its bidders with the prices they print, and who would win. Other drafts have days alone."""

    days: int  # left after it
    need: int = NONE
    bids: tuple[tuple[int, int], ...] = field(default=())  # supplier and pounds, in the order of the row
    winner: int = NONE


def printed_of(cards: Cards, state: State, seat: int, need: int, partner: int, route: int, scope: int, weights: int) -> Printed:
    """What a tender of a seat would stand on now."""
    table = Table()
    expected_table(cards, state, seat, need, partner, route, scope, weights, table)
    rows = table.bidders[: table.count]
    winner = table.bidders[table.winner].supplier if NONE not in (weights, table.winner) else NONE
    days = state.councils[seat].days - tender_days(cards, state, seat, route)
    return Printed(days, need, tuple((row.supplier, row.bid) for row in rows), winner)


def changes_between(before: Printed, now: Printed, need_gone: bool = False) -> tuple[Change, ...]:
    """What is not as it was."""
    if need_gone:
        return (Change(Kind.NEED_GONE, before.need),)
    found = [Change(Kind.DAYS, NONE, before.days, now.days)] if now.days != before.days else []
    was, stands = dict(before.bids), dict(now.bids)
    found += [Change(Kind.BIDDER_GONE, supplier, bid) for supplier, bid in before.bids if supplier not in stands]
    found += [Change(Kind.BIDDER_COME, supplier, NONE, bid) for supplier, bid in now.bids if supplier not in was]
    moved = [supplier for supplier, _ in now.bids if supplier in was and was[supplier] != stands[supplier]]
    found += [Change(Kind.PRICE, supplier, was[supplier], stands[supplier]) for supplier in moved]
    if now.winner != before.winner:
        found.append(Change(Kind.WINNER, NONE, before.winner, now.winner))
    return tuple(found)


def change_text(viewer: Viewer, change: Change) -> str:
    """A change as a sentence."""
    if change.kind == Kind.NEED_GONE:
        return viewer.text("The need is no longer in the tray: {need}.", need=viewer.need(change.card))
    if change.kind == Kind.DAYS:
        return viewer.plural(
            "{n} officer day would be left after it, not {before}.",
            "{n} officer days would be left after it, not {before}.",
            change.now,
            before=change.before,
        )
    if change.kind == Kind.WINNER and change.now == NONE:
        return viewer.text("As printed, nobody would win any more.")
    if change.kind == Kind.WINNER:
        return viewer.text("{supplier} would win now, as printed.", supplier=viewer.supplier(change.now))
    supplier = viewer.supplier(change.card)
    if change.kind == Kind.BIDDER_GONE:
        return viewer.text("{supplier} can't bid any more.", supplier=supplier)
    if change.kind == Kind.BIDDER_COME:
        return viewer.text("{supplier} can bid now too.", supplier=supplier)
    before, now = viewer.language.money_exact(change.before), viewer.language.money_exact(change.now)
    return viewer.text("{supplier} would ask {now} now, not {before}.", supplier=supplier, now=now, before=before)
