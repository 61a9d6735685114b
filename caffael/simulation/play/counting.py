"""Counting what steps told into the rows of a game. Plain functions that compile."""

from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State, Table
from caffael.rules.scoring import fill_score
from caffael.rules.tender import winner_by
from caffael.rules.terms import BADGES, CRITERIA, GOALS, LABS, NONE, PROJECTS, WEIGHTS, Route
from caffael.simulation.play.counts import OPENING_WORDS, CardRow, GameRow, Room, SeatRow

TENDER = int(Happening.TENDER)
BID = int(Happening.BID)
AWARDED = int(Happening.AWARDED)
FAILED = int(Happening.FAILED)
CAME_BACK = int(Happening.CAME_BACK)
MANAGED = int(Happening.MANAGED)
CHECK = int(Happening.CHECK)
PAID = int(Happening.PAID)
GRANT = int(Happening.GRANT)
SOCIAL = int(Happening.SOCIAL)
DELIVERED = int(Happening.DELIVERED)
ENDED = int(Happening.ENDED)
OPEN = int(Route.OPEN)
RESERVED = int(Route.RESERVED)
PASSING = OPENING_WORDS.index("pass")
TENDERING = OPENING_WORDS.index("tender")
ENGAGING = OPENING_WORDS.index("engage")
JOINTLY = OPENING_WORDS.index("joint")
TRAINING = len(OPENING_WORDS)
COMPETITION = 3
"""Bidders from which a tender shows what its weights ask for."""


def find_asking(cards: Cards, weight: int, asking: list[int]) -> None:
    """Write beside each row of weights the criterion that weighs exactly so many per cent in it; NONE where none does."""
    for i in range(len(asking)):
        asking[i] = NONE
    for i in range(cards.weights_count):
        for criterion in range(CRITERIA):
            if cards.weights[i * CRITERIA + criterion] == weight:
                asking[i] = criterion


def count_step(cards: Cards, room: Room, seats: int, row: GameRow, seat_rows: list[SeatRow], at: int, card_row: CardRow) -> None:
    """Count what one step told."""
    told = room.told
    route = NONE
    for line in told.rows[: told.count]:
        if line.kind == TENDER:
            route = line.b
            seat_rows[at + line.seat].tenders[route] += 1
            if line.c != NONE:
                card_row.weights[seat_rows[at + line.seat].place * WEIGHTS + line.c] += 1
        elif line.kind == BID:
            if told.table.count > 1 and route != RESERVED:
                card_row.bids[line.a] += 1
                if line.e == 0:
                    card_row.wins[line.a] += 1
        elif line.kind == AWARDED:
            own = seat_rows[at + line.seat]
            own.awards[route] += 1
            own.suppliers[line.b] += 1
            own.needs[line.a] += 1
            room.holder[line.a] = line.b
        elif line.kind == FAILED:
            seat_rows[at + line.seat].no_bid += 1
        elif line.kind == CAME_BACK:
            row.came_back += 1
        else:
            count_line(cards, room.holder, line, seat_rows[at + line.seat] if line.seat >= 0 else seat_rows[at])
    if route == OPEN:
        row.open_bidders[told.table.count] += 1
        if told.table.count >= COMPETITION:
            count_asked(cards, told.table, room.asking, row)


def count_line(cards: Cards, holder: list[int], line: Happened, own: SeatRow) -> None:
    """Count one line about a running contract. `holder` is each need's supplier."""
    if line.kind == MANAGED:
        own.managed += 1
    elif line.kind == CHECK:
        own.reached += line.e
        own.missed += 1 - line.e
    elif line.kind == PAID:
        own.spent += line.b
        own.local += line.b * cards.suppliers[holder[line.a]].local // 100
    elif line.kind == GRANT:
        if line.c - line.a - line.b < 0:  # as the year before had left it
            own.debts += 1
    elif line.kind == SOCIAL:
        own.promised += line.b
        own.kept += line.c
    elif line.kind == DELIVERED:
        own.delivered += 1
    elif line.kind == ENDED:
        own.ended += 1


def note_opening(action: int, own: SeatRow) -> None:
    """Write down the kind of a council's table action in Buy where it is its first."""
    if own.opening != NONE:
        return
    if action >= actions.JOINT_TENDER:
        own.opening = JOINTLY
    elif action >= actions.ENGAGE:
        own.opening = ENGAGING
    elif action >= actions.TENDER:
        own.opening = TENDERING
    elif action >= actions.TRAIN:
        own.opening = TRAINING + action - actions.TRAIN  # projects follow labs there too
    else:
        own.opening = PASSING


def count_trays(state: State, seat_rows: list[SeatRow], at: int) -> None:
    """Count the needs that lie in each council's tray, now that a year's Buy begins."""
    for seat in range(state.seats):
        seat_rows[at + seat].lying += state.councils[seat].tray_count


def count_asked(cards: Cards, bids: Table, asking: list[int], row: GameRow) -> None:
    """Weigh the true bids of a tender by every row of weights that asks for one criterion, and count how often the best on it wins."""
    for weights in range(cards.weights_count):
        criterion = asking[weights]
        if criterion == NONE:
            continue
        winner = winner_by(cards, weights, bids)
        most = 0
        for i in range(bids.count):
            most = max(most, bids.bidders[i].scores[criterion])
        row.asked[criterion] += 1
        if bids.bidders[winner].scores[criterion] == most:
            row.got[criterion] += 1


def fill_seat(cards: Cards, state: State, seat: int, own: SeatRow) -> None:
    """Fill a council's row with how it stands at the end."""
    council = state.councils[seat]
    fill_score(cards, state, seat, own.score)
    own.budget = council.budget
    if council.budget < 0:
        own.debts += 1
    for goal in range(GOALS):
        own.goals[goal] = council.goals[goal]
    for lab in range(LABS):
        own.labs[lab] = council.labs[lab]
    for project in range(PROJECTS):
        own.projects[project] = 1 if council.projects[project] > 0 else 0
    for badge in range(BADGES):
        own.badges[badge] = 1 if council.badges[badge] > 0 else 0
    own.engagements = council.engagements
    own.unmet = council.unmet
    own.notices = council.notices
