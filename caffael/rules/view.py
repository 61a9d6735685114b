"""What one seat may know beyond what lies face up."""

from caffael.rules.copying import copy_into
from caffael.rules.records import State
from caffael.rules.terms import NONE, SUPPLIERS, UNKNOWN


def view(state: State, seat: int, target: State) -> None:
    """Copy the table as one seat may know it: what other councils' data labs and home suppliers told them is blank.

    `state` is left as it is.
    """
    copy_into(target, state)
    for other in range(state.seats):
        if other != seat:
            private = target.private[other]
            private.event = NONE
            private.suppliers[0] = NONE
            private.suppliers[1] = NONE
            for supplier in range(SUPPLIERS):
                private.records[supplier] = UNKNOWN
