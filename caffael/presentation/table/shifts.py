"""What others' moves changed for a team: for which of its open needs another supplier is now likely to win.

The table as it lies is compared with the same table without what the others did since the team's last turn: suppliers to whom they gave
work are free again, and those whom they brought to the market are not there. What a year changes by itself is in both. The likely winner is
that of the open procedure, as printed, by the weights that the team published last, or by balanced ones as long as it has published none.
"""

from dataclasses import dataclass
from enum import Enum, auto

from caffael.presentation.viewer import Viewer
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.records import State, Table
from caffael.rules.sway import has_part, is_move, likely_winner, take_back
from caffael.rules.terms import NONE, Phase
from caffael.saves import Turn


class Why(Enum):
    """What happened to the suppliers."""

    FULL = auto()
    BUSY = auto()
    CAME = auto()


@dataclass(frozen=True, slots=True)
class Shift:
    """For a need another supplier is likely to win: who was it, who is it now (NONE: nobody), and what happened to whom."""

    need: int
    before: int
    after: int
    why: Why
    supplier: int


@dataclass(frozen=True, slots=True)
class Judged:
    """By which row of weights a team's likely winners are found; `own`: it has published them, else they are balanced."""

    weights: int
    own: bool


def weights_of(viewer: Viewer, need: int) -> Judged:
    """The weights that the viewer's team published last, else those that are preselected for the need."""
    for turn in reversed(viewer.history):
        for row in turn.happenings:
            if row.kind == Happening.TENDER and row.seat == viewer.seat and row.c != NONE:
                return Judged(row.c, own=True)
    return Judged(preset_row(viewer.cards, BALANCED, need), own=False)


def others_turns(viewer: Viewer) -> list[Turn]:
    """What the others have played since the viewer's team last decided something, newest first; all of it as long as it has not.

    Where another team agreed to a joint tender of the viewer's team, it was the viewer's turn too.
    """
    found = []
    for turn in reversed(viewer.history):
        if turn.seat == viewer.seat or has_part(turn.happenings, len(turn.happenings), viewer.seat):
            break
        found.append(turn)
    return found


def has_decided(viewer: Viewer) -> bool:
    """Whether the viewer's team has had a turn."""
    return any(turn.seat == viewer.seat for turn in viewer.history)


def table_without(state: State, turns: list[Turn]) -> State:
    """The table as it would lie if these turns had not been played: their suppliers free, whom they brought not there."""
    before = State()
    copy_into(before, state)
    for turn in turns:
        take_back(before, turn.happenings, len(turn.happenings))
    return before


def shifts(viewer: Viewer) -> list[Shift]:
    """For which of the team's open needs the others' moves since its last turn changed the likely winner, in the order of the tray."""
    turns = others_turns(viewer)
    moved = any(is_move(turn.happenings, len(turn.happenings)) for turn in turns)
    tray = viewer.tray(viewer.seat)
    if not moved or not tray or viewer.state.phase == Phase.END:
        return []
    before, table = table_without(viewer.state, turns), Table()
    found = []
    for need in tray:
        weights = weights_of(viewer, need).weights
        if weights == NONE:
            continue
        was = likely_winner(viewer.cards, before, viewer.seat, need, weights, table)
        now = likely_winner(viewer.cards, viewer.state, viewer.seat, need, weights, table)
        if was != now:
            found.append(Shift(need, was, now, *_why(viewer.cards, viewer.state, before, was, now)))
    return found


def _why(cards: Cards, state: State, before: State, was: int, now: int) -> tuple[Why, int]:
    """What happened to whom: who was likely is full, who is likely has come, or who was likely has become dearer."""
    if was != NONE and state.supplier_running[was] >= cards.suppliers[was].capacity:
        return Why.FULL, was
    if now != NONE and now not in before.market[: before.market_count]:
        return Why.CAME, now
    return Why.BUSY, was


# ------------------------------------------------------------------------------------------------------------------------ in words


def shift_text(viewer: Viewer, shift: Shift) -> str:
    """What the others' moves changed, and who is likely now, by which weights."""
    return f"{_why_text(viewer, shift)} {_now_text(viewer, shift)}"


def _why_text(viewer: Viewer, shift: Shift) -> str:
    supplier = viewer.supplier(shift.supplier)
    if has_decided(viewer):
        if shift.why is Why.FULL:
            return viewer.text("Since your last turn, {supplier} has become full.", supplier=supplier)
        if shift.why is Why.CAME:
            return viewer.text("Since your last turn, {supplier} has come to the market.", supplier=supplier)
        return viewer.text("Since your last turn, {supplier} has taken more work and is dearer.", supplier=supplier)
    if shift.why is Why.FULL:
        return viewer.text("The others have moved: {supplier} has become full.", supplier=supplier)
    if shift.why is Why.CAME:
        return viewer.text("The others have moved: {supplier} has come to the market.", supplier=supplier)
    return viewer.text("The others have moved: {supplier} has taken more work and is dearer.", supplier=supplier)


def _now_text(viewer: Viewer, shift: Shift) -> str:
    need = viewer.need(shift.need)
    if shift.after == NONE:
        return viewer.text("Nobody can bid for “{need}” now.", need=need)
    supplier, judged = viewer.supplier(shift.after), weights_of(viewer, shift.need)
    if viewer.pack.texts.weight_cards:
        card = viewer.pack.texts.weight_cards[judged.weights].title(viewer.code)
        return viewer.text("With the card “{card}”, {supplier} is now likely to win “{need}”.", card=card, supplier=supplier, need=need)
    if judged.own:
        return viewer.text("With your last weights, {supplier} is now likely to win “{need}”.", supplier=supplier, need=need)
    return viewer.text("With balanced weights, {supplier} is now likely to win “{need}”.", supplier=supplier, need=need)


def card_words(viewer: Viewer, shift: Shift) -> str:
    """The same in a few words, for the card of the need."""
    if shift.after == NONE:
        return viewer.text("Nobody can bid now")
    return viewer.text("Now likely: {supplier}", supplier=viewer.supplier(shift.after))
