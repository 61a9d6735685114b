"""The happenings of a delivery, gathered by contract: what was turned up, what was needed, what it cost and what it brought."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caffael.presentation.year.chapters import Tally
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Contract, Happened, State
from caffael.rules.tender import is_engaged
from caffael.rules.terms import NONE, Lab, Phase


@dataclass(slots=True)
class Check:
    """One contract's year: every happening that belongs to it, and the figures a card shows."""

    seat: int
    need: int
    supplier: int = NONE
    managed: bool = False
    engaged: bool = False
    lab: bool = False  # its council has an adaption lab
    first_year: bool = False
    card: int = 0
    bonus: int = 0
    needed: int = 0
    reached: bool = False
    turned_down: int = 0  # a card the adaption lab turned down; 0: none
    paid: int = 0
    cover: int = 0
    income: int = 0
    carbon: int = 0
    promised: int = 0
    came: int = 0
    goals: list[tuple[int, int, int]] = field(default_factory=list)  # goal, change, cause
    misses: int = 0  # years of its term that were not delivered, this one with them
    ended: bool = False
    met: bool = False
    happenings: list[Happened] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Card and bonuses together."""
        return self.card + self.bonus


@dataclass(slots=True)
class Delivery:
    """A year's delivery: the checks in their order, and what happened to each council besides.

    `begins` are the totals before its first check, `ends` those after all of it.
    """

    year: int
    begins: Tally
    ends: Tally
    checks: list[Check] = field(default_factory=list)
    besides: list[Happened] = field(default_factory=list)


def gather(happenings: Sequence[Happened], earlier: Sequence[Happened], before: State, automatic: bool = False, year: int = 0) -> Delivery:
    """Gather a delivery. `before` is the table before the action, `earlier` what the action made happen before the delivery.

    `automatic`: in this game every contract counts as managed.
    """
    delivery = Delivery(year, Tally(before, earlier), Tally(before, [*earlier, *happenings]))
    now: Check | None = None
    for happened in happenings:
        kind = happened.kind
        if kind == Happening.TURNED_AGAIN:
            now = begin(delivery, happened, before, earlier)
            now.turned_down = happened.b
        elif kind == Happening.CHECK:
            if now is None or now.need != happened.a or now.seat != happened.seat or now.needed:
                now = begin(delivery, happened, before, earlier)
            now.card, now.bonus, now.needed, now.reached = happened.b, happened.c, happened.d, happened.e == 1
            now.misses += not now.reached
        owner = owner_of(delivery, happened, now)
        if owner is None:
            delivery.besides.append(happened)
        else:
            owner.happenings.append(happened)
            note(owner, happened)
    for check in delivery.checks:
        check.managed |= automatic
    return delivery


def owner_of(delivery: Delivery, happened: Happened, now: Check | None) -> Check | None:
    """The contract that a happening belongs to; None when it is about the whole council."""
    kind = happened.kind
    if kind == Happening.GOAL and happened.c == Cause.WELSH:
        return None
    if kind in (Happening.DELIVERED, Happening.ENDED, Happening.INVESTED):
        return next((check for check in delivery.checks if check.seat == happened.seat and check.need == happened.a), None)
    return now


def note(check: Check, happened: Happened) -> None:
    """Write a happening's figures on the card of its contract."""
    kind = happened.kind
    if kind == Happening.PAID:
        check.paid, check.cover = happened.b, happened.c
    elif kind == Happening.INCOME:
        check.income = happened.b
    elif kind == Happening.CARBON:
        check.carbon = happened.b
    elif kind == Happening.GOAL:
        check.goals.append((happened.a, happened.b, happened.c))
    elif kind == Happening.SOCIAL:
        check.promised, check.came = happened.b, happened.c
    elif kind == Happening.ENDED:
        check.ended = True
    elif kind == Happening.DELIVERED:
        check.met = True


def begin(delivery: Delivery, happened: Happened, before: State, earlier: Sequence[Happened]) -> Check:
    """A new card, with what is known of the contract from the table before."""
    seat, need = happened.seat, happened.a
    check = Check(seat, need, lab=before.councils[seat].labs[Lab.ADAPTION] > 0)
    contract = contract_of(before, seat, need)
    if contract is not None:
        check.supplier = contract.supplier
        check.managed = contract.managed == 1 and before.phase == Phase.MANAGE  # before that, a tick is still last year's
        check.engaged = contract.engaged == 1
        check.first_year = contract.age == 0
        check.misses = contract.misses
    for one in earlier:
        if one.kind == Happening.AWARDED and one.seat == seat and one.a == need:
            check.supplier, check.first_year = one.b, True
            check.engaged = is_engaged(before, need, before.drafts[before.buyer].partner) == 1
        elif one.kind == Happening.MANAGED and one.seat == seat and one.a == need:
            check.managed = True
        elif one.kind == Happening.TRAINED and one.seat == seat and one.a == Lab.ADAPTION:
            check.lab = True
    delivery.checks.append(check)
    return check


def contract_of(state: State, seat: int, need: int) -> Contract | None:
    """A council's running contract for a need."""
    council = state.councils[seat]
    for place in range(council.running):
        contract = council.contracts[council.order[place]]
        if contract.need == need:
            return contract
    return None
