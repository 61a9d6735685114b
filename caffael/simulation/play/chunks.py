"""Whole games between bots, many in a row, and what is counted of them. One plain function: it runs interpreted and compiled."""

from caffael.bots.choosing import choose
from caffael.rules.actions import legal_actions
from caffael.rules.cards import Cards
from caffael.rules.chance import seed_stream
from caffael.rules.copying import copy_into
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.happened import forget
from caffael.rules.scoring import fill_ranking
from caffael.rules.step import apply, begin
from caffael.rules.terms import CRITERIA, KINDS, NONE, Phase
from caffael.rules.year import region_budget, region_failed
from caffael.simulation.play.close import look_closely, watch_trays
from caffael.simulation.play.counting import count_step, count_trays, fill_seat, find_asking, note_opening
from caffael.simulation.play.counts import WIN, CardRow, GameRow, Room, SeatRow

OVER = int(Phase.END)
BUYING = int(Phase.BUY)
OPENING = int(Phase.OPEN)
ANSWERING = int(Phase.ANSWER)
MANAGING = int(Phase.MANAGE)
CLOSE = 2
"""The detail of a close look."""
LONGEST = 20_000
"""Decisions after which a game counts as unfinished."""
GAMES_A_SEED = 1 << 24
SEED_SPACE = 1 << 52


def play_chunk(
    cards: Cards,
    room: Room,
    seats: int,
    seed: int,
    first: int,
    games: int,
    detail: int,
    weight: int,
    game_rows: list[GameRow],
    seat_rows: list[SeatRow],
    card_rows: list[CardRow],
) -> None:
    """Play games number `first` and on, and fill a row for each game and for each council in it.

    Every game has a seed of its own, made from the run's seed and its number. Seat i is held by the bot at place (i + game) % seats of
    `room.bots`; the councils move on after as many games as there are seats, so that no bot keeps a seat or a council. With `detail` 0
    only what a summary of wins asks is filled; with 2 contests and likely winners are looked at closely too. `weight` (per cent) is what a
    criterion must weigh to be counted as asked for.
    """
    if detail >= 1:
        find_asking(cards, weight, room.asking)
        clear_cards(card_rows[0])
    for i in range(games):
        play_game(cards, room, seats, seed, first + i, detail, game_rows[i], seat_rows, i * seats, card_rows[0])


def play_game(
    cards: Cards,
    room: Room,
    seats: int,
    seed: int,
    game: int,
    detail: int,
    row: GameRow,
    seat_rows: list[SeatRow],
    at: int,
    card_row: CardRow,
) -> None:
    """Play one game and fill its row and those of its councils, from `at` on."""
    state = room.state
    deal = room.deal
    told = room.told
    own_seed = (seed * GAMES_A_SEED + game) % SEED_SPACE
    clear(row, game, own_seed)
    copy_into(state, room.blank)
    told.count = 0
    shuffle_decks(cards, own_seed, room.stream, deal)
    for seat in range(seats):
        room.councils[seat] = (seat + game // seats) % cards.council_count
        seed_stream(room.streams[seat], own_seed, 1 + seat)
        begin_row(seat_rows[at + seat], game, seat, (seat + game) % seats, room.councils[seat], detail)
    lay_table(cards, deal, state, seats, room.councils, told)
    begin(cards, deal, state, told)
    leader = NONE
    buying = 0  # the year whose Buy has begun
    buyer = NONE
    turn = NONE  # what was chosen in Buy and is not done yet
    taken = 0
    while state.phase != OVER and row.decisions < LONGEST:
        seat = state.decider
        year = state.year
        if detail >= 1 and buying != year and state.phase == BUYING:
            count_trays(state, seat_rows, at)
            if detail == CLOSE:
                watch_trays(cards, state, room.watched, card_row)
            buying = year
        count = legal_actions(cards, state, seat, room.legal)
        bot = room.bots[seat_rows[at + seat].place]
        choice = choose(cards, state, room.legal, count, room.streams[seat], room.desk, bot)
        if state.phase == BUYING:
            buyer = seat
            turn = room.legal[choice]
            taken = state.table_actions
        elif state.phase == OPENING:
            buyer = seat
            turn = state.envelopes[seat].written[0]
            taken = state.table_actions
            row.envelopes += 1 if turn != NONE else 0
        elif state.phase == MANAGING:
            turn = NONE  # a partner refused, and nobody bought any more
        before = state.phase
        forget(told)
        apply(cards, deal, state, room.legal[choice], told)
        row.decisions += 1
        if state.phase == OPENING and before not in (OPENING, ANSWERING):
            row.rounds += 1
        if detail >= 1:
            count_step(cards, room, seats, row, seat_rows, at, card_row)
            if detail == CLOSE:
                look_closely(cards, room, card_row)
            if turn != NONE and state.table_actions != taken:
                note_opening(turn, seat_rows[at + buyer])
                turn = NONE
        if state.year != year:
            leader = follow_leader(cards, room, year, leader, row)
    finish_rows(cards, room, seats, row, seat_rows, at, detail)


def clear_cards(row: CardRow) -> None:
    """Begin a chunk's row of cards."""
    for supplier in range(len(row.bids)):
        row.bids[supplier] = 0
        row.wins[supplier] = 0
    for i in range(len(row.weights)):
        row.weights[i] = 0
    row.contests = 0
    row.erred = 0
    for criterion in range(CRITERIA):
        row.near_best[criterion] = 0
        row.poor[criterion] = 0
    for kind in range(KINDS):
        row.kind_bids[kind] = 0
        row.kind_wins[kind] = 0
    row.open_needs = 0
    row.swayed = 0


def clear(row: GameRow, game: int, seed: int) -> None:
    """Begin a game's row."""
    row.game = game
    row.seed = seed
    row.decisions = 0
    row.leader = NONE
    row.leader_won = 0
    row.leader_changes = 0
    for i in range(len(row.open_bidders)):
        row.open_bidders[i] = 0
    for criterion in range(CRITERIA):
        row.asked[criterion] = 0
        row.got[criterion] = 0
    row.rounds = 0
    row.envelopes = 0
    row.came_back = 0


def begin_row(row: SeatRow, game: int, seat: int, place: int, council: int, detail: int) -> None:
    """Begin a council's row."""
    row.game = game
    row.seat = seat
    row.place = place
    row.council = council
    if detail == 0:
        return
    for i in range(len(row.tenders)):
        row.tenders[i] = 0
        row.awards[i] = 0
    row.debts = 0
    row.opening = NONE
    row.lying = 0
    row.no_bid = 0
    row.managed = 0
    row.reached = 0
    row.missed = 0
    row.delivered = 0
    row.ended = 0
    row.promised = 0
    row.kept = 0
    row.spent = 0
    row.local = 0
    for i in range(len(row.suppliers)):
        row.suppliers[i] = 0
    for i in range(len(row.needs)):
        row.needs[i] = 0


def follow_leader(cards: Cards, room: Room, year: int, leader: int, row: GameRow) -> int:
    """The seat that leads now that a year is over; a change, and who leads half-way, are written down."""
    fill_ranking(cards, room.state, room.score, room.totals, room.ranks)
    now = leader
    for seat in range(room.state.seats - 1, -1, -1):
        if room.ranks[seat] == 0:
            now = seat
    if leader not in (NONE, now):
        row.leader_changes += 1
    if year == (cards.settings.years + 1) // 2:
        row.leader = now
    return now


def finish_rows(cards: Cards, room: Room, seats: int, row: GameRow, seat_rows: list[SeatRow], at: int, detail: int) -> None:
    """Write down how a game ended, for the game and each council."""
    state = room.state
    row.finished = 1 if state.phase == OVER else 0
    row.actions = state.table_actions
    row.carbon = state.carbon
    row.carbon_budget = region_budget(cards, state)
    row.failed = 1 if region_failed(cards, state) else 0
    row.marks = state.marks
    row.climate_come = state.climate_come
    fill_ranking(cards, state, room.score, room.totals, room.ranks)
    firsts = 0
    for seat in range(seats):
        if room.ranks[seat] == 0:
            firsts += 1
    for seat in range(seats):
        own = seat_rows[at + seat]
        own.rank = room.ranks[seat]
        own.won = WIN // firsts if room.ranks[seat] == 0 and row.finished == 1 else 0
        own.score.total = room.totals[seat]
        own.carbon = state.councils[seat].carbon
        if seat == row.leader:
            row.leader_won = own.won
        if detail >= 1:
            fill_seat(cards, state, seat, own)
