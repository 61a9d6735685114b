"""What one seat may know: what lies face up, named field by field, and what it alone has found out.

A field that is named nowhere here is blank in every view. Where a deck stands is not shown: after a search by category it tells
in what order the cards lie that the search went past. How many cards are left shows in where each card lies.
"""

from caffael.rules.copying import copier_of, copy_into
from caffael.rules.drafts import begin_draft, is_put_to_partner
from caffael.rules.records import Contract, Council, State
from caffael.rules.terms import DECISIONS, NONE, SEATS, SUPPLIERS, UNKNOWN

CONTRACT_FACE_UP = (
    *("need", "supplier", "route", "weights", "signed", "term", "age", "price", "carbon", "quality", "social"),
    *("reliability_change", "engaged", "managed", "misses", "partner"),
)
COUNCIL_FACE_UP = (
    *("card", "budget", "days", "goals", "tray", "tray_count", "waiting", "waiting_count", "contracts", "order", "running"),
    *("carbon", "carbon_year", "estate", "saving", "labs", "projects", "finished", "badges", "passed", "frameworks"),
    *("engagements", "engaged_year", "tenders_year", "bonus_days", "turned_again", "restricted", "notices", "unmet", "fed"),
    *("long_term", "joint", "price_change", "carbon_change"),
)
FACE_UP = (
    *("seats", "year", "phase", "first", "buyer", "decider", "councils"),
    *("market", "market_count", "supplier_place", "supplier_running", "records", "suppliers_under", "suppliers_under_count"),
    *("need_place", "need_seat", "need_engaged", "need_failed", "need_asked", "needs_under", "needs_under_count"),
    *("event", "emergency", "marks", "climate_come", "climate_now", "carbon", "fund", "project_first", "table_actions"),
    *("round", "opened", "tendered", "sealed"),
)
"""The fields of a State that everybody sees."""
KNOWN_TO_ITS_SEAT = ("drafts", "private", "envelopes")
"""The fields of a State that have a part for each seat, which that seat alone knows; a draft that is put to a partner lies face up."""
FACE_DOWN = ("supplier_next", "need_next", "event_next", "bid_next", "delivery_next")
"""The fields of a State that nobody sees: how far each deck has been gone through."""

copy_contract = copier_of(Contract(), CONTRACT_FACE_UP, {}, __name__)
copy_council = copier_of(Council(), COUNCIL_FACE_UP, {Contract: copy_contract}, __name__)
copy_face_up = copier_of(State(), FACE_UP, {Council: copy_council}, __name__)


def view(state: State, seat: int, target: State) -> None:
    """Fill a State with the table as one seat may know it: what lies face up, what it is writing, and what it alone found out.

    All else is blank: what the other councils alone know and write, and where the decks stand. `state` is left as it is.
    """
    copy_face_up(target, state)
    for other in range(SEATS):
        if other == seat or is_put_to_partner(state, other):
            copy_into(target.drafts[other], state.drafts[other])
        else:
            begin_draft(target.drafts[other], NONE)
        private = target.private[other]
        if other == seat:
            copy_into(private, state.private[seat])
            copy_into(target.envelopes[seat], state.envelopes[seat])
        else:
            for i in range(DECISIONS):
                target.envelopes[other].written[i] = NONE
            private.event = NONE
            private.suppliers[0] = NONE
            private.suppliers[1] = NONE
            for supplier in range(SUPPLIERS):
                private.records[supplier] = UNKNOWN
    target.supplier_next = 0
    target.need_next = 0
    target.event_next = 0
    target.bid_next = 0
    target.delivery_next = 0
