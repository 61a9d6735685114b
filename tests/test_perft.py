"""Counts of reachable positions of a tiny scenario, worked out by hand before the rules were asked.

The tiny scenario: one council, one year, one need in the tray, 2 officer days, one supplier that can bid; open procedure (2 days) and
framework (1 day) alone; no labs, projects, engagement, events, management or bid cards; three sets of weights.

Paths of decisions, by length (a game that is over has no further path):

- 1 decision: tender the need, or pass = 2 paths. Passing ends the year and the game.
- 2 decisions: after "tender": route open or route framework = 2 paths. The framework is called off at once: the need is gone, nothing is
  left to buy, so the council passes by itself and the game is over.
- 3 decisions: after "tender, open": three sets of weights = 3 paths. Each awards to the one bidder, and the game is over.
- 4 decisions: none.

With two councils (a need each, one year; every turn goes to the other council that has not passed): a council's own decisions
are one of these words: P (pass), T F (tender, framework), T O W (tender, open, weights; three of W), so
1 word of 1 decision, 1 word of 2, 3 words of 3. After its word a council has nothing left and passes by itself. Both play one word
each, the second council after the first. Paths of length d
are the prefixes of such pairs:

- length 1: first decision of the first council: P or T = 2.
- length 2: after P (word over): second council P or T = 2. After T: F or O = 2. Together 4.
- length 3: after P P: over, 0. After P T: F, O = 2. After T F (word over): P, T = 2. After T O: three W = 3. Together 7.
- length 4: after P T F: over. P T O: 3. T F P: over. T F T: 2. T O W (3 of them, word over): P, T each = 6. Together 11.
- length 5: after T F T F: over. T F T O: 3. T O W P: over. T O W T (3): F, O each = 6. P T O W: over. Together 9.
- length 6: after T O W T O (3): three W each = 9. After T F T O W: over. Together 9.
- length 7: none.

Sealed, a council's words are P (pass), N (an empty envelope), T F and T O W; then each envelope that lies is opened, one decision each.
After the round a council that has bought passes by itself, and one that laid N while the other tendered has a round of its own.

One council: length 1: P, N or T = 3. Length 2: N opened, T F, T O = 3. Length 3: T F opened, three T O W = 4. Length 4: T O W opened = 3.

Two councils, by powers of x for the length. The positions within a word are U = 3x + 2x^2 + 3x^3, the whole words C = 2x + x^2 + 3x^3,
those that tender t = x^2 + 3x^3. Positions are: the beginning, 1; the first council's word, U; the second's, C U; after pairs of words
with one envelope (T P, P T, N P, P N) its opening, (2 t x + 2 x^2) x; after pairs with two (T T, T N, N T, N N) their openings,
(t^2 + 2 t x + x^2) (x + x^2); and after T N and N T a round of its own for who laid N, with its opening, 2 t x^3 (U + x^2 + t x).
Added up: 1 + 3x + 8x^2 + 13x^3 + 22x^4 + 24x^5 + 28x^6 + 39x^7 + 35x^8 + 30x^9 + 18x^10.
"""

from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.records import Deal, State, Told
from caffael.rules.step import step
from caffael.rules.terms import NEEDS, NONE, ROUTES, Route
from tests.small_table import Game, small_cards


def tiny_cards(sealed: int = 0) -> Cards:
    """The tiny scenario of this file's first lines."""
    cards = small_cards()
    settings = cards.settings
    settings.sealed = sealed
    settings.years, settings.days, settings.first_draw, settings.tray = 1, 2, 1, 1
    for module in ("labs", "projects", "engagement", "events", "management", "bid_cards", "carbon"):
        setattr(settings, module, 0)
    for route in range(ROUTES):
        cards.routes[route].on = 1 if route in {Route.OPEN, Route.FRAMEWORK} else 0
    for supplier in range(cards.supplier_count):
        for category in range(3):
            cards.suppliers[supplier].categories[category] = 1 if supplier == 0 else 0
        cards.suppliers[supplier].largest = 0
        cards.suppliers[supplier].capacity = 5
    settings.market = cards.supplier_count
    for need in range(NEEDS):
        cards.needs[need].category = 0
    for council in range(cards.council_count):
        cards.councils[council].first_category = NONE
    cards.weights_count = 3
    return cards


def perft(cards: Cards, deal: Deal, state: State, depth: int) -> int:
    """How many paths of exactly `depth` decisions there are from a position."""
    if depth == 0:
        return 1
    table = Game.__new__(Game)
    table.cards, table.deal, table.state = cards, deal, state
    paths = 0
    for action in table.legal():
        copy, told = State(), Told()
        copy_into(copy, state)
        step(cards, deal, copy, action, told)
        paths += perft(cards, deal, copy, depth - 1)
    return paths


def test_one_council_has_the_paths_counted_by_hand() -> None:
    game = Game(tiny_cards(), 1)
    assert [perft(game.cards, game.deal, game.state, depth) for depth in range(5)] == [1, 2, 2, 3, 0]


def test_two_councils_have_the_paths_counted_by_hand() -> None:
    game = Game(tiny_cards(), 2)
    assert [perft(game.cards, game.deal, game.state, depth) for depth in range(8)] == [1, 2, 4, 7, 11, 9, 9, 0]


def test_one_council_that_seals_has_the_paths_counted_by_hand() -> None:
    game = Game(tiny_cards(sealed=1), 1)
    assert [perft(game.cards, game.deal, game.state, depth) for depth in range(6)] == [1, 3, 3, 4, 3, 0]


def test_two_councils_that_seal_have_the_paths_counted_by_hand() -> None:
    game = Game(tiny_cards(sealed=1), 2)
    counted = [1, 3, 8, 13, 22, 24, 28, 39, 35, 30, 18, 0]
    assert [perft(game.cards, game.deal, game.state, depth) for depth in range(12)] == counted
