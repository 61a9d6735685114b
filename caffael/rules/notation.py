"""The text form of each action, both ways: what saves, logs and tests read.

`pass`, `done`, `agree`, `refuse`, `train data`, `project carbon-literacy`, `tender school-milk`, `engage school-milk`, `joint school-milk`,
`partner school-milk`, `manage school-milk`, `route quotes-local`, `supplier cwm-solar`, `weights 40/20/20/20`; in a sealed game also
`wait`, `take-back`, `open`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.terms import CRITERIA, Lab

ROUTE_WORDS = ("open", "quotes", "quotes-local", "quotes-small", "framework", "lots", "reserved", "flexible", "direct")
LAB_WORDS = tuple(lab.name.lower() for lab in Lab)
PLAIN_WORDS = {
    "pass": actions.PASS,
    "done": actions.DONE,
    "agree": actions.AGREE,
    "refuse": actions.REFUSE,
    "wait": actions.WAIT,
    "take-back": actions.TAKE_BACK,
    "open": actions.OPEN,
}
FIRST_OF = {
    "train": actions.TRAIN,
    "project": actions.PROJECT,
    "route": actions.ROUTE,
    "tender": actions.TENDER,
    "engage": actions.ENGAGE,
    "joint": actions.JOINT_TENDER,
    "partner": actions.PARTNER,
    "manage": actions.MANAGE,
    "supplier": actions.SUPPLIER,
}


@dataclass(frozen=True)
class Ids:
    """The names by which a pack calls its cards, in the order of the card records."""

    needs: Sequence[str] = field(default=())
    suppliers: Sequence[str] = field(default=())
    projects: Sequence[str] = field(default=())
    weights: Sequence[str] = field(default=())  # each row as four numbers, such as 40/20/20/20
    weight_cards: Sequence[str] = field(default=())  # in the order of the rows; none where weights are shared out freely

    def words(self, kind: str) -> Sequence[str]:
        """What may follow the first word of an action of this kind."""
        if kind == "train":
            return LAB_WORDS
        if kind == "route":
            return ROUTE_WORDS
        if kind == "project":
            return self.projects
        if kind == "supplier":
            return self.suppliers
        return self.needs


def weights_text(cards: Cards, row: int) -> str:
    """A row of weights as four numbers: 40/20/20/20."""
    return "/".join(str(weight) for weight in cards.weights[row * CRITERIA : (row + 1) * CRITERIA])


def to_text(action: int, cards: Cards, ids: Ids) -> str:
    """The text form of an action. Raises ValueError for a number that names no card of this pack."""
    for word, number in PLAIN_WORDS.items():
        if number == action:
            return word
    if actions.PUBLISH <= action < actions.PUBLISH + cards.weights_count:
        return "weights " + weights_text(cards, action - actions.PUBLISH)
    kind = max((k for k, first in FIRST_OF.items() if first <= action), key=FIRST_OF.__getitem__, default="")
    if not kind or action - FIRST_OF[kind] >= len(ids.words(kind)):
        raise ValueError(f"The number {action} is no action of this scenario.")
    return f"{kind} {ids.words(kind)[action - FIRST_OF[kind]]}"


def from_text(text: str, cards: Cards, ids: Ids) -> int:
    """The action that a text names; whether it is legal now is not checked. Raises ValueError with a plain sentence."""
    kind, _, rest = text.strip().partition(" ")
    if not rest and kind in PLAIN_WORDS:
        return PLAIN_WORDS[kind]
    if kind == "weights":
        for i in range(cards.weights_count):
            if rest == weights_text(cards, i):
                return actions.PUBLISH + i
        raise ValueError(f"The weights {rest!r} can't be published in this scenario; write four numbers such as 40/20/20/20.")
    if kind not in FIRST_OF:
        raise ValueError(f"{text!r} is no action; an action begins with one of: {', '.join([*PLAIN_WORDS, *FIRST_OF, 'weights'])}.")
    if rest not in ids.words(kind):
        raise ValueError(f"{rest!r} can't follow {kind!r}: this scenario has no such card or choice.")
    return FIRST_OF[kind] + list(ids.words(kind)).index(rest)
