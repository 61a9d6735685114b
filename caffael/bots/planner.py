"""The planner: information-set tree search.

Before each decision it plays the game on, many times. Each time it makes a deal of its own for what is face down (`guess.py`), goes
down its tree of own decisions, tries one that is new there, and lets a quick balanced bot play all seats on; how its council then stands
goes back up the tree. It takes what it tried most often. The n-th trial of each choice uses the n-th guess, so that choices are held
against each other under equal luck.

Cowling, Powley and Whitehouse, "Information Set Monte Carlo Tree Search" (IEEE TCIAIG 2012); here with one tree, of the own decisions.
"""

from caffael.bots.barring import leave_out
from caffael.bots.bot import Bot
from caffael.bots.candidates import fill_candidates
from caffael.bots.desk import NODES, Desk, Node
from caffael.bots.guess import guess_deal, guess_envelopes
from caffael.bots.guided import choose_by_taste
from caffael.bots.prospect import standing
from caffael.rules.actions import legal_actions
from caffael.rules.cards import Cards
from caffael.rules.chance import draw_word, seed_stream
from caffael.rules.copying import copy_into
from caffael.rules.happened import forget
from caffael.rules.records import State, Stream
from caffael.rules.step import apply
from caffael.rules.terms import NONE, Phase
from caffael.rules.view import view

OVER = int(Phase.END)
GUESS_STREAM = 11
"""The purpose of the stream that a planner's guesses are made from."""
CURIOSITY = 500
"""How much doubt about a choice counts, in hundredths of a point."""
RIPE = 6
"""Visits after which a node is looked beyond."""
COARSE = 9
"""The quick bot that plays on looks at one in so many weights."""


def plan(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
    """Which of the legal actions a planner takes: its place in the row. It thinks as many trials as the bot has iterations."""
    begin_plan(cards, state, legal, count, stream, desk, bot)
    think(cards, bot.iterations, desk, bot)
    return conclude(legal, count, desk)


def begin_plan(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> None:
    """Lay the table as the seat that decides knows it, and begin a tree with a child for each candidate."""
    desk.seat = state.decider
    desk.last = state.year + bot.ahead - 1 if bot.ahead > 0 else cards.settings.years
    view(state, desk.seat, desk.root)
    guess_envelopes(desk.root, desk.seat)
    kept = fill_candidates(cards, desk.root, legal, count, desk, bot)
    set_up(desk, kept, bot)
    desk.guesses = draw_word(stream)


def think(cards: Cards, trials: int, desk: Desk, bot: Bot) -> None:
    """So many trials more; none where there is nothing to choose."""
    first = desk.nodes[0].child
    if desk.nodes[first].sibling == NONE:
        return
    for _ in range(trials):
        try_once(cards, desk.seat, desk.guesses, desk.last, desk, bot)


def conclude(legal: list[int], count: int, desk: Desk) -> int:
    """The place among the legal actions of what was tried most often."""
    action = desk.nodes[most_visited(desk.nodes)].action
    for i in range(count):
        if legal[i] == action:
            return i
    return 0


def set_up(desk: Desk, kept: int, bot: Bot) -> None:
    """Begin a tree: its root with a child for each candidate. Who plays on has the planner's own taste, and is quick."""
    copy_into(desk.quick, bot)
    desk.quick.coarse = COARSE
    desk.grown = 0
    grow(desk, NONE, NONE)
    for i in range(kept - 1, -1, -1):
        grow(desk, 0, desk.candidates[i])


def grow(desk: Desk, parent: int, action: int) -> int:
    """Add a node to the tree, in front of its siblings, and return it; NONE when the tree is full."""
    if desk.grown >= NODES:
        return NONE
    node = desk.nodes[desk.grown]
    node.action = action
    node.parent = parent
    node.child = NONE
    node.sibling = NONE
    node.visits = 0
    node.open = 0
    node.total = 0
    if parent != NONE:
        node.sibling = desk.nodes[parent].child
        desk.nodes[parent].child = desk.grown
    desk.grown += 1
    return desk.grown - 1


def try_once(cards: Cards, seat: int, guesses: int, last: int, desk: Desk, bot: Bot) -> None:
    """One trial: a guess, down the tree, on to the end of year `last`, and back up."""
    world = desk.world
    child = desk.nodes[0].child
    while child != NONE:
        desk.nodes[child].open += 1
        child = desk.nodes[child].sibling
    node = most_promising(desk.nodes, 0)
    copy_into(world, desk.root)
    seed_stream(desk.stream, guesses + desk.nodes[node].visits, GUESS_STREAM)
    guess_deal(cards, world, seat, desk.stream, desk.bag, desk.deal)
    forget(desk.told)
    apply(cards, desk.deal, world, desk.nodes[node].action, desk.told)
    leaf = node
    while world.phase != OVER and world.year <= last:
        count = legal_actions(cards, world, world.decider, desk.legal)
        action = NONE
        if world.decider == seat and node != NONE and count > 1:
            node = go_down(cards, world, count, node, desk, bot)
            if node != NONE:
                leaf = node
                action = desk.nodes[node].action
                if desk.nodes[node].visits == 0:
                    node = NONE
        if action == NONE:
            action = play_on(cards, world, seat, count, desk)
        forget(desk.told)
        apply(cards, desk.deal, world, action, desk.told)
    value = standing(cards, world, seat, desk.score)
    while leaf != NONE:
        desk.nodes[leaf].visits += 1
        desk.nodes[leaf].total += value
        leaf = desk.nodes[leaf].parent


def play_on(cards: Cards, world: State, seat: int, count: int, desk: Desk) -> int:
    """What the quick bot does where the tree has ended; for the planner's own seat without what the planner is barred from."""
    if desk.quick.barred == 0 or world.decider != seat:
        return desk.legal[choose_by_taste(cards, world, desk.legal, count, desk, desk.quick)]
    allowed = leave_out(cards, world, desk.legal, count, desk.thought, desk.thought_places, desk.quick)
    return desk.thought[choose_by_taste(cards, world, desk.thought, allowed, desk, desk.quick)]


def go_down(cards: Cards, world: State, count: int, parent: int, desk: Desk, bot: Bot) -> int:
    """The child to go on to: one that is new here if there is one, else the most promising of those that are legal now.

    NONE where the tree ends.
    """
    if desk.nodes[parent].visits < RIPE:
        return NONE
    if bot.barred == 1:
        allowed = leave_out(cards, world, desk.legal, count, desk.thought, desk.thought_places, bot)
        kept = fill_candidates(cards, world, desk.thought, allowed, desk, bot)
    else:
        kept = fill_candidates(cards, world, desk.legal, count, desk, bot)
    best = NONE
    most = 0
    for i in range(kept):
        child = desk.nodes[parent].child
        while child != NONE and desk.nodes[child].action != desk.candidates[i]:
            child = desk.nodes[child].sibling
        if child == NONE:
            return grow(desk, parent, desk.candidates[i])
        desk.nodes[child].open += 1
        promise = promise_of(desk.nodes[child])
        if best == NONE or promise > most:
            best = child
            most = promise
    return best


def most_promising(nodes: list[Node], parent: int) -> int:
    """The child of most promise: each once, then by what they brought and how little they were tried."""
    best = nodes[parent].child
    most = promise_of(nodes[best])
    child = nodes[best].sibling
    while child != NONE:
        promise = promise_of(nodes[child])
        if promise > most:
            best = child
            most = promise
        child = nodes[child].sibling
    return best


def promise_of(node: Node) -> int:
    """What a node brought in the mean, and more the less it was tried when it could be (an upper bound, UCB1 in whole numbers)."""
    if node.visits == 0:
        return 1 << 40
    return node.total // node.visits + CURIOSITY * root_of(10_000 * bits_of(node.open) // node.visits) // 100


def bits_of(number: int) -> int:
    """How many times a number can be halved: its logarithm in whole numbers."""
    bits = 0
    while number > 1:
        number >>= 1
        bits += 1
    return bits


def root_of(number: int) -> int:
    """The square root, rounded down."""
    if number < 2:
        return number
    guess = number
    better = (guess + 1) // 2
    while better < guess:
        guess = better
        better = (guess + number // guess) // 2
    return guess


def most_visited(nodes: list[Node]) -> int:
    """The child of the root that was tried most often; of equals, the one that brought more."""
    best = nodes[0].child
    child = nodes[best].sibling
    while child != NONE:
        one = nodes[child]
        other = nodes[best]
        if one.visits > other.visits or (one.visits == other.visits and one.total > other.total):
            best = child
        child = nodes[child].sibling
    return best
