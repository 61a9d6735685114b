"""What a seat has written on its desk so far, and the table as it would lie if that seat decided now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caffael.presentation.tender.draft import Draft
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.copying import copy_into
from caffael.rules.notation import to_text
from caffael.rules.records import State
from caffael.rules.terms import NONE, Phase


@dataclass(frozen=True, slots=True)
class Written:
    """The decisions on a desk, one after the other; none of them is played."""

    actions: tuple[int, ...] = ()

    @property
    def way(self) -> str:
        """What they begin, by its word; empty for nothing, for an answer and for managing."""
        if not self.actions:
            return ""
        first = self.actions[0]
        if first in (actions.PASS, actions.WAIT):
            return "pass" if first == actions.PASS else "wait"
        kinds = (
            ("manage", actions.MANAGE, actions.SUPPLIER),
            ("joint", actions.JOINT_TENDER, actions.PARTNER),
            ("engage", actions.ENGAGE, actions.JOINT_TENDER),
            ("tender", actions.TENDER, actions.ENGAGE),
            ("project", actions.PROJECT, actions.ROUTE),
            ("train", actions.TRAIN, actions.PROJECT),
        )
        found = next((name for name, low, high in kinds if low <= first < high), "")
        return "" if found == "manage" else found

    @property
    def ticked(self) -> tuple[int, ...]:
        """The needs of the contracts that are to be managed."""
        return tuple(action - actions.MANAGE for action in self.actions if actions.MANAGE <= action < actions.SUPPLIER)

    @property
    def weights(self) -> int:
        """The row of weights; NONE as long as none is written."""
        return next((action - actions.PUBLISH for action in self.actions if actions.PUBLISH <= action < actions.WAIT), NONE)

    @property
    def partner(self) -> int:
        """The need of the partner in a joint tender; NONE as long as there is none."""
        return next((action - actions.PARTNER for action in self.actions if actions.PARTNER <= action < actions.MANAGE), NONE)

    @property
    def need(self) -> int:
        """The need of the tender that is written; NONE for none."""
        if self.way == "tender":
            return self.actions[0] - actions.TENDER
        return self.actions[0] - actions.JOINT_TENDER if self.way == "joint" else NONE


def as_if_deciding(viewer: Viewer) -> Viewer:
    """The same eyes at the table as it would lie if their seat bought now, with no envelope on it: by it all is offered and refused that is
    prepared.
    """
    if viewer.turn(viewer.seat) and viewer.state.phase == Phase.BUY:
        return replace(viewer, deciding=viewer.seat)
    state = State()
    copy_into(state, viewer.state)
    state.phase, state.decider, state.buyer = int(Phase.BUY), viewer.seat, viewer.seat
    state.sealed[viewer.seat] = 0
    return replace(viewer, state=state, deciding=viewer.seat)


def draft_of(viewer: Viewer, written: Written) -> Draft:
    """The tender that is written, without its weights: these are the device's until they are published."""
    need = None if written.need == NONE else written.need
    draft = Draft(viewer, need, None if written.partner == NONE else written.partner)
    for action in written.actions:
        if actions.ROUTE <= action < actions.TENDER or actions.SUPPLIER <= action < actions.PUBLISH:
            draft.choose(action)
    return draft


def in_envelope(viewer: Viewer) -> tuple[int, ...]:
    """What lies in the viewer's own envelope, decision after decision; nothing where none lies there, or an empty one."""
    if viewer.seat == NONE or viewer.state.sealed[viewer.seat] == 0:
        return ()
    return tuple(action for action in viewer.state.envelopes[viewer.seat].written if action != NONE)


def said_as(viewer: Viewer, decisions: Sequence[int]) -> tuple[str, ...]:
    """Decisions in the words of the record: what a device sends."""
    return tuple(to_text(action, viewer.cards, viewer.pack.ids) for action in decisions)
