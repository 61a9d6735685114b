"""What each council is writing of a tender: one desk per council, so that several could be written at the same time."""

from caffael.rules.records import Draft, State
from caffael.rules.terms import NONE, Phase

ANSWERING = int(Phase.ANSWER)


def begin_draft(draft: Draft, need: int) -> None:
    """Lay a need on a desk, with nothing written yet of the tender for it; NONE clears the desk."""
    draft.need = need
    draft.route = NONE
    draft.scope = 0
    draft.partner = NONE
    draft.weights = NONE


def is_put_to_partner(state: State, seat: int) -> bool:
    """Whether what lies on a council's desk has been put to a partner, who has not answered yet: then it lies face up."""
    return state.phase == ANSWERING and seat == state.buyer
