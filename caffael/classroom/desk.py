"""What a seat prepares: a draft, checked on a scratch copy of the table as if it were its turn. It is never played by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caffael.classroom.changes import Change, Printed, changes_between, printed_of
from caffael.presentation.tender.draft import is_weighed, route_of, scope_of
from caffael.rules import actions
from caffael.rules.actions import LEGAL, ROUTE_OF, SCOPE_OF, Reason, why_not
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.drafts import begin_draft
from caffael.rules.reasons import can_manage
from caffael.rules.records import State
from caffael.rules.sealing import hand_over
from caffael.rules.terms import NONE, SEATS, Phase, Route


@dataclass(frozen=True, slots=True)
class Tender:
    """A tender as far as it is written; NONE for what is not chosen yet."""

    need: int = NONE
    partner: int = NONE
    choice: int = NONE  # the route's place among the choices
    weights: int = NONE
    supplier: int = NONE

    @property
    def route(self) -> int:
        """The route; NONE as long as none is chosen."""
        return route_of(self.partner, self.choice)

    @property
    def scope(self) -> int:
        """Whom quotes are kept to."""
        return scope_of(self.choice)

    @property
    def weighs(self) -> bool:
        """Whether weights decide it."""
        return is_weighed(self.route)

    @property
    def complete(self) -> bool:
        """Whether nothing is left to choose."""
        if self.route == Route.DIRECT:
            return self.supplier != NONE
        return self.route == Route.FRAMEWORK or (self.weighs and self.weights != NONE)


def tender_of(decisions: Sequence[int]) -> Tender:
    """The tender that decisions write; none of them is asked whether it is legal."""
    need = partner = choice = weights = supplier = NONE
    for action in decisions:
        if actions.ROUTE <= action < actions.TENDER:
            choice = action - actions.ROUTE
        elif actions.TENDER <= action < actions.ENGAGE:
            need = action - actions.TENDER
        elif actions.JOINT_TENDER <= action < actions.PARTNER:
            need = action - actions.JOINT_TENDER
        elif actions.PARTNER <= action < actions.MANAGE:
            partner = action - actions.PARTNER
        elif actions.SUPPLIER <= action < actions.PUBLISH:
            supplier = action - actions.SUPPLIER
        elif actions.PUBLISH <= action < actions.WAIT:
            weights = action - actions.PUBLISH
    return Tender(need, partner, choice, weights, supplier)


def is_complete(decisions: Sequence[int]) -> bool:
    """Whether decisions of Buy are a whole table action."""
    if not decisions:
        return False
    first = decisions[0]
    if actions.TENDER <= first < actions.ENGAGE or actions.JOINT_TENDER <= first < actions.PARTNER:
        return tender_of(decisions).complete
    return len(decisions) == 1


class Scratch:
    """A copy of the table on which a seat decides, for asking the rules what would be allowed if it were its turn."""

    def __init__(self) -> None:
        self._state = State()

    def lay(self, state: State, seat: int, phase: Phase) -> State:
        """The table as if it were this seat's turn, with nothing written on its desk and no envelope of its own laid down."""
        scratch = self._state
        copy_into(scratch, state)
        hand_over(scratch, seat)
        scratch.phase = int(phase)
        scratch.sealed[seat] = 0
        begin_draft(scratch.drafts[seat], NONE)
        return scratch

    def why_not_buy(self, cards: Cards, state: State, seat: int, decisions: Sequence[int]) -> int:
        """Why decisions of Buy, one after the other, would not be allowed if it were the seat's turn; LEGAL when they would."""
        if state.phase == Phase.END:
            return int(Reason.GAME_OVER)
        scratch = self.lay(state, seat, Phase.BUY)
        draft = scratch.drafts[seat]
        for place, action in enumerate(decisions):
            reason = why_not(cards, scratch, seat, action)
            if reason != LEGAL:
                return reason
            if actions.ROUTE <= action < actions.TENDER:
                draft.route, draft.scope = ROUTE_OF[action - actions.ROUTE], SCOPE_OF[action - actions.ROUTE]
                scratch.phase = int(Phase.SUPPLIER if draft.route == Route.DIRECT else Phase.WEIGHTS)
                whole = draft.route == Route.FRAMEWORK
            elif actions.TENDER <= action < actions.ENGAGE:
                begin_draft(draft, action - actions.TENDER)
                scratch.phase, whole = int(Phase.ROUTE), False
            elif actions.JOINT_TENDER <= action < actions.PARTNER:
                begin_draft(draft, action - actions.JOINT_TENDER)
                draft.route = int(Route.JOINT)
                scratch.phase, whole = int(Phase.PARTNER), False
            elif actions.PARTNER <= action < actions.MANAGE:
                draft.partner = action - actions.PARTNER
                scratch.phase, whole = int(Phase.WEIGHTS), False
            else:
                whole = True
            if whole and place + 1 < len(decisions):
                return int(Reason.NOT_NOW)
        return LEGAL

    def why_not_ticks(self, cards: Cards, state: State, seat: int, ticks: Sequence[int]) -> int:
        """Why a seat could not tick these contracts in Manage, one after the other; a day for each (8.1)."""
        scratch = self.lay(state, seat, Phase.MANAGE)
        council = scratch.councils[seat]
        for tick in ticks:
            if not actions.MANAGE <= tick < actions.SUPPLIER:
                return int(Reason.NOT_NOW)
            reason = why_not(cards, scratch, seat, tick)
            if reason != LEGAL:
                return reason
            council.days -= 1
            for place in council.order[: council.running]:
                if council.contracts[place].need == tick - actions.MANAGE:
                    council.contracts[place].managed = 1
        return LEGAL

    def may_tick_more(self, cards: Cards, state: State, seat: int, ticks: Sequence[int]) -> bool:
        """Whether a seat could still tick a contract after these, so that it has to say that it is done."""
        self.why_not_ticks(cards, state, seat, ticks)
        return can_manage(cards, self._state, seat)


@dataclass(slots=True)
class Draft:
    """What lies on a desk. `printed`: what the tender stood on when it was written; None for anything else."""

    words: tuple[str, ...] = ()
    decisions: tuple[int, ...] = ()
    ready: bool = False
    printed: Printed | None = None


@dataclass(slots=True)
class Desk:
    """A seat's desk: what it prepares to buy, its ticks while contracts are managed, and what it has put into its envelope as it was
    written, so that it lies here again when the envelope is taken back or comes back.
    """

    buy: Draft = field(default_factory=Draft)
    ticks: Draft = field(default_factory=Draft)
    sealed: Draft = field(default_factory=Draft)


def new_desks() -> list[Desk]:
    """A bare desk for each seat."""
    return [Desk() for _ in range(SEATS)]


def printed_now(cards: Cards, state: State, seat: int, decisions: Sequence[int]) -> Printed | None:
    """What a tender that is written so far stands on now; None as long as it has no route, and for anything else."""
    tender = tender_of(decisions)
    if NONE in (tender.need, tender.route):
        return None
    weights = tender.weights if tender.weighs else NONE
    return printed_of(cards, state, seat, tender.need, tender.partner, tender.route, tender.scope, weights)


def changes_since(cards: Cards, state: State, seat: int, draft: Draft) -> tuple[Change, ...]:
    """What has changed since a draft was written; nothing where it stands on no table of bids."""
    if draft.printed is None:
        return ()
    tender = tender_of(draft.decisions)
    gone = state.need_seat[tender.need] != seat or (tender.partner != NONE and state.need_seat[tender.partner] == NONE)
    now = printed_now(cards, state, seat, draft.decisions)
    return changes_between(draft.printed, now, gone) if now is not None else ()
