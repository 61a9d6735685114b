"""What happened, as small records: the log, the animations, the debrief and the statistics all read these.

Each kind says what its numbers a to e mean. Money in pounds, carbon in kg.
"""

from enum import IntEnum

from caffael.rules.records import Told
from caffael.rules.terms import NONE, TOLD, plain_members


@plain_members
class Happening(IntEnum):
    """The kinds of things that happen."""

    YEAR_OPENED = 0  # a: year, b: first seat
    GRANT = 1  # a: grant, b: savings of what was invested, c: budget after
    DAYS = 2  # a: officer days this year
    SUPPLIER_LEFT = 3  # a: supplier
    SUPPLIER_CAME = 4  # a: supplier
    NEED_DRAWN = 5  # a: need
    NEED_BACK = 6  # a: need that waited and found a free place in the tray
    EVENT = 7  # a: event
    CLIMATE_EVENT = 8  # a: which mark's (0 to 3)
    EFFECT = 9  # a: kind, b: target, c: amount; seat NONE: the region
    ENGAGED = 10  # a: need, b: days
    RECORD_SEEN = 11  # a: supplier, b: track record
    TENDER = 12  # a: need, b: route, c: weights (NONE where none count), d: days, e: scope
    BID = 13  # a: supplier, b: bid card, c: bid, d: total score (100,000 to the point), e: rank
    AWARDED = 14  # a: need, b: supplier, c: price of this council's contract, d: its carbon a year, e: margin to the runner-up
    FAILED = 15  # a: need, b: route: nobody could bid
    JOINT_ASKED = 16  # a: need, b: the partner's need, c: weights, d: partner's seat
    JOINT_AGREED = 17  # seat: the partner; a: its need, b: the other need, c: its days
    JOINT_REFUSED = 18  # seat: the partner; a: its need, b: the other need
    TRAINED = 19  # a: lab, b: new level, c: days
    PROJECT = 20  # a: project, b: cost, c: days
    PASSED = 21  # a: 1 when nothing else was left to do
    MANAGED = 22  # a: need
    CHECK = 23  # a: need, b: delivery card, c: bonuses, d: needed, e: 1 reached
    TURNED_AGAIN = 24  # a: need, b: the missed card
    PAID = 25  # a: need, b: pounds, c: of which emergency cover
    GOAL = 26  # a: goal, b: change, c: cause, d: need (NONE where there is none), e: what was lost at the end of the track
    CARBON = 27  # a: need (NONE: the council's estate), b: kg
    SOCIAL = 28  # a: need, b: points the supplier offered for, c: points that came
    DELIVERED = 29  # a: need, b: supplier: its term is run, the need is done
    ENDED = 30  # a: need, b: supplier: too many misses, the need comes back
    UNMET = 31  # a: need
    OWN_CARBON = 32  # a: kg this year, b: its share
    MARK = 33  # a: which mark (0 to 3), b: the region's kg
    PRIZE = 34  # a: project, b: pounds, c: councils that share it
    INCOME = 35  # a: need, b: pounds a project's power brought
    INVESTED = 36  # a: need, b: pounds saved a year from now, c: kg a year off the estate
    NOTICE = 37  # a: budget: a Section 114 notice
    BADGE = 38  # a: badge
    ENDED_GAME = 39  # a: the region's kg, b: its budget, c: 1 when the region failed

    NEED_LEFT = 40  # a: need that was left unbought and goes under its deck
    CAME_BACK = 41  # a: the decision in an envelope that was not allowed any more, b: the reason
    LAID_NOTHING = 42  # an envelope with nothing in it was opened


HAPPENINGS = 43


@plain_members
class Cause(IntEnum):
    """Why a goal moved."""

    NEED = 0
    MAIN_GOAL = 1
    SOCIAL_VALUE = 2
    LOCAL = 3
    WELSH = 4
    RESERVED = 5
    POWER = 6
    EVENT = 7
    UNMET = 8
    OWN_CARBON = 9
    NOTICE = 10


CAUSES = 11


def tell(told: Told, kind: int, seat: int, a: int = 0, b: int = 0, c: int = 0, d: int = 0, e: int = 0) -> None:
    """Write down one thing that happened. Raises when a step tells more than its row holds."""
    count = told.count
    if count >= TOLD:
        raise OverflowError("more happened in one step than its row holds")
    line = told.rows[count]
    line.kind = kind
    line.seat = seat
    line.a = a
    line.b = b
    line.c = c
    line.d = d
    line.e = e
    told.count = count + 1


def forget(told: Told) -> None:
    """Make the row empty for the next step."""
    told.count = 0
    told.table.count = 0
    told.table.winner = NONE
