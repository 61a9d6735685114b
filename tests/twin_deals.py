"""Two games on deals that differ in two cards which lie face down: what shall look the same, until one of these cards is turned up.

**Turned up** is a card once all can see it: drawn into a tray or the row, its track record seen, the event of the year, a bid card or a
delivery card. A card that a search goes past is not turned up. What a data lab or a home supplier tells one council is turned up for that
council alone: the others are held to see nothing of it.
"""

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from caffael_tools.walk import presses

from caffael.bots import BOTS, Desk, choose
from caffael.debrief import make_debrief
from caffael.match import Match
from caffael.presentation.blocks import Choice, Page, Sheet
from caffael.presentation.debrief.pages import class_story
from caffael.presentation.decisions.manage import manage_page
from caffael.presentation.sheets.registry import SHEETS
from caffael.presentation.story import Story
from caffael.presentation.table.page import table_page
from caffael.presentation.telling import tellings_of, told_page
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.pages import need_page, route_page, tender_page
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions, view
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import Deal, Happened, Private, State, Stream
from caffael.rules.step import step_for
from caffael.rules.terms import UNKNOWN, WRITING, Lab, Phase, Place
from caffael.saves import History, Seat, Turn
from caffael.saves.history import happenings_of, table_of
from caffael.saves.replaying import deal_of
from caffael.scenario import Pack, load_pack
from caffael.simulation.research.observations import Observer
from caffael.words.language import CODES, Language

TEAMS = ("Derwen", "Bedwen", "Celyn", "Onnen")
LOOKS_A_GAME = 6
"""Moments of a game at which everything is looked at that is shown and answered; views and what is told are held at every moment."""
TURNED = {
    "needs": (Happening.NEED_DRAWN,),
    "suppliers": (Happening.SUPPLIER_CAME,),
    "events": (Happening.EVENT,),
    "records": (Happening.RECORD_SEEN,),
    "bids": (Happening.BID,),
    "deliveries": (Happening.CHECK, Happening.TURNED_AGAIN),
}
"""By deck: what tells that a card of it was turned up. Every deck of a deal stands here."""
KNOWN_BOTS = tuple("planner:iterations=2" if name == "planner" else name for name in BOTS)


class Course(History):
    """A game that only goes forward, played on the table itself."""

    def play(self, action: int, seat: int | None = None) -> Turn:
        """Play a legal action of a seat, or of the one that decides."""
        seat, year = self.state.decider if seat is None else seat, self.state.year
        assert step_for(self.cards, self.deal, self.state, seat, action, self.told) == actions.LEGAL
        self.moves += 1
        self.turns.append(Turn(seat, action, happenings_of(self.told), year, table_of(self.told)))
        return self.turns[-1]


def new_match(pack: Pack, deal: Deal, seats: int, seed: int) -> Match:
    """A game of people on a deal."""
    row = [Seat(team, council) for team, council in zip(TEAMS, pack.ids.councils[:seats], strict=False)]
    match = Match(pack, Course(pack.cards, deal, list(range(seats))), row, seed, pack.ids, None)
    match.policy = choose
    return match


def turned_up(deck: str, happenings: list[Happened]) -> list[tuple[int, ...]]:
    """The cards of a deck that these happenings turn up, in order: which card, and of track records what it says."""
    rows = [row for row in happenings if row.kind in TURNED[deck]]
    if deck == "records":
        return [(row.a, row.b) for row in rows]
    if deck == "bids":
        return [(row.b,) for row in rows]
    return [(row.b if deck == "deliveries" else row.a,) for row in rows]


def all_turned_up(happenings: list[Happened]) -> list[list[tuple[int, ...]]]:
    """The same of every deck."""
    return [turned_up(deck, happenings) for deck in TURNED]


# ------------------------------------------------------------------------------------------------------------- what is shown and answered

Said = Page | Sheet | Choice
Key = tuple[str, tuple[int, ...]]
"""A sheet and what it is about; TABLE, PHASE and TOLD stand for the pages that nothing opens."""
TABLE, PHASE, TOLD = "its table", "its phase", "its last action"


@dataclass
class Shown:
    """All that one moment of a game shows and answers: what is for all, and what is for a seat."""

    open: dict[str, object] = field(default_factory=dict)
    by_seat: dict[int, dict[str, object]] = field(default_factory=dict)
    pages: dict[int, dict[Key, tuple[Said, ...]]] = field(default_factory=dict)


DESK, OBSERVER = Desk(), Observer()
ONE, OTHER = State(), State()


def shown_now(match: Match, story: Story | None, code: str, like: Shown | None = None) -> Shown:
    """What a game shows and answers now: legal actions, reasons, bots' choices, observations, pages and sheets.

    `like` is what another game showed: then those sheets are made that were opened there.
    """
    shown, state, decider = Shown(), match.state, match.state.decider
    language, deciding = Language(code, match.pack.wording), None if match.finished else decider  # type: ignore[arg-type]
    shown.open["legal"] = match.legal()
    shown.open["reasons"] = [actions.why_not(match.cards, state, decider, action) for action in range(-1, actions.ACTIONS + 1)]
    for seat in range(state.seats):
        shown.by_seat[seat] = {"observation": OBSERVER.observe(state, seat).tolist()}
    if not match.finished:
        shown.by_seat[decider]["bots"] = {name: answer_of(match, name) for name in KNOWN_BOTS}
    for seat in (decider, (decider + 1) % state.seats)[: state.seats]:
        viewer = look(match, language, seat, deciding=deciding)
        shown.pages[seat] = pages_of(viewer, story, sheets_of(viewer) if like is None else list(like.pages[seat]))
    if match.finished:
        shown.open["debrief"] = list(class_story(look(match, language, 0), make_debrief(match)))
    return shown


def answer_of(match: Match, name: str) -> tuple[int, Stream]:
    """What a bot decides now, and the stream that it was given."""
    question = match.question(name)
    given = Stream()
    copy_into(given, question.stream)
    return question.answer(DESK), given


def sheets_of(viewer: Viewer) -> list[Key]:
    """The pages of a viewer, and every sheet that opens from the table, from another sheet, or from the page of its phase."""
    keys: list[Key] = [(TABLE, ()), (PHASE, ()), (TOLD, ())]
    for key in keys:
        for page in made(viewer, None, key):
            for what in presses(page):
                if what.sheet in SHEETS and (what.sheet, what.about) not in keys:
                    keys.append((what.sheet, what.about))
    return keys


def pages_of(viewer: Viewer, story: Story | None, keys: list[Key]) -> dict[Key, tuple[Said, ...]]:
    """These pages and sheets of a viewer, all that they say, show and do."""
    return {key: made(viewer, story, key) for key in keys}


def made(viewer: Viewer, story: Story | None, key: Key) -> tuple[Said, ...]:
    """The pages that a key stands for."""
    name, about = key
    if name == TABLE:
        return (table_page(viewer),)
    if name == PHASE:
        return tuple(deciding_pages(viewer)) if viewer.deciding == viewer.seat else ()
    if name == TOLD:
        told = tellings_of(story) if story is not None and story.seat == viewer.seat else []
        return tuple(told_page(viewer, telling) for telling in told)
    return (SHEETS[name](viewer, *about),)


def deciding_pages(viewer: Viewer) -> Iterator[Said]:
    """The pages on which people decide."""
    phase = viewer.state.phase
    if phase == Phase.MANAGE:
        yield manage_page(viewer, ())
    elif phase == Phase.BUY:
        yield need_page(viewer, Draft(viewer))
    elif phase in WRITING and phase != Phase.PARTNER:
        yield route_page(viewer, Draft(viewer)) if phase == Phase.ROUTE else tender_page(viewer, Draft(viewer), 2)


# ------------------------------------------------------------------------------------------------------------------------- the first game


@dataclass
class Game:
    """A whole game on a deal as it was dealt, and what it showed."""

    pack: Pack
    seats: int
    seed: int
    deal: Deal = field(default_factory=Deal)
    taken: list[int] = field(default_factory=list)  # the actions
    told: list[list[Happened]] = field(default_factory=list)  # by action; the opening first
    states: list[State] = field(default_factory=list)  # by how many actions were played
    looks: dict[int, Shown] = field(default_factory=dict)  # what was shown after so many actions

    def code(self, moment: int) -> str:
        """The language in which a moment is told."""
        return CODES[moment % len(CODES)]


def light_game(pack: Pack, seats: int, seed: int, chance: random.Random) -> Game:
    """A game by chance, to its end, without its looks."""
    game = Game(pack, seats, seed, deal_of(pack.cards, seed))
    match = new_match(pack, game.deal, seats, seed)
    game.told.append(match.opening)
    game.states.append(copy_of(match.state))
    while not match.finished:
        action = some_action(match.legal(), chance)
        game.taken.append(action)
        game.told.append(match._history.play(action).happenings)
        game.states.append(copy_of(match.state))
    return game


def whole_game(pack: Pack, seats: int, seed: int) -> Game:
    """A game by chance in which much is searched for and looked at: the market is engaged and data labs are trained more than by chance."""
    chance = random.Random(seed)
    game = light_game(pack, seats, seed, chance)
    moments = {0, len(game.taken), *chance.sample(range(len(game.taken)), LOOKS_A_GAME - 2)}
    for moment, after, story in played(game, game.deal, moments):
        if moment in moments:
            game.looks[moment] = shown_now(after, story, game.code(moment))
    return game


def some_action(legal: list[int], chance: random.Random) -> int:
    """One of the legal actions."""
    searches = [action for action in legal if actions.ENGAGE <= action < actions.JOINT_TENDER]
    data = actions.TRAIN + Lab.DATA
    if searches and chance.random() < 0.4:
        return chance.choice(searches)
    if data in legal and chance.random() < 0.3:
        return data
    return chance.choice([action for action in legal if action not in (actions.PASS, actions.DONE)] * 4 + legal)


def played(game: Game, deal: Deal, moments: Collection[int]) -> Iterator[tuple[int, Match, Story | None]]:
    """The actions of a game played on a deal: the table after none of them, after one, and so on; at moments with the story of the last."""
    match = new_match(game.pack, deal, game.seats, game.seed)
    yield 0, match, None
    for number, action in enumerate(game.taken, 1):
        before = seen_by(match.state, match.state.decider) if number in moments else None
        turn = match._history.play(action)
        yield number, match, None if before is None else Story(turn.seat, action, tuple(turn.happenings), turn.table, before)


def seen_by(state: State, seat: int) -> State:
    """The table as a seat may know it."""
    seen = State()
    view.view(state, seat, seen)
    return seen


def copy_of(state: State) -> State:
    """A copy of the whole table."""
    copy = State()
    copy_into(copy, state)
    return copy


# --------------------------------------------------------------------------------------------------------------------- the twin's deal


@dataclass(frozen=True)
class Swap:
    """Two places of a deck whose cards change places, and what lies there in the first game."""

    deck: str
    places: tuple[int, int]
    cards: tuple[int, int]

    def deal(self, deal: Deal) -> Deal:
        """The deal with these cards the other way about."""
        other = Deal()
        copy_into(other, deal)
        row = getattr(other, self.deck)
        row[self.places[0]], row[self.places[1]] = self.cards[1], self.cards[0]
        return other


def some_swap(game: Game, deck: str, moment: int, chance: random.Random) -> Swap | None:
    """Two different cards of a deck that lie face down at a moment of the game, or one that a search finds and one that it leaves."""
    row = getattr(game.deal, deck)
    found = searched(game, deck)
    if found and chance.random() < 0.5:
        moment, card = chance.choice(found)
        firsts = [row.index(card)]
    else:
        firsts = down_at(game, deck, moment)
    others = down_at(game, deck, moment)
    pairs = [(chance.choice(firsts), chance.choice(others)) for _ in range(8) if firsts and others]
    for one, other in pairs:
        if row[one] != row[other]:
            return Swap(deck, (one, other), (row[one], row[other]))
    return None


def searched(game: Game, deck: str) -> list[tuple[int, int]]:
    """The cards of a deck that were searched for by their category: by how many actions they had come, and which."""
    if deck == "suppliers":
        steps = [(at, rows) for at, rows in enumerate(game.told) if any(row.kind == Happening.ENGAGED for row in rows)]
        return [(at, card) for at, rows in steps for (card,) in turned_up(deck, rows)]
    firsts = {game.pack.cards.councils[council.card].first_category for council in game.states[0].councils[: game.seats]}
    return [(0, card) for (card,) in turned_up("needs", game.told[0]) if deck == "needs" and game.pack.cards.needs[card].category in firsts]


def down_at(game: Game, deck: str, moment: int) -> list[int]:
    """The places of a deck whose cards nobody has seen by a moment. Where a small deck has been gone through once, none."""
    cards, deal, state = game.pack.cards, game.deal, game.states[moment]
    turned = sum(len(turned_up(deck, happenings)) for happenings in game.told[: moment + 1])
    unseen = [place for place in range(cards.supplier_count) if state.records[place] == UNKNOWN]
    down = {
        "needs": [place for place in range(cards.need_count) if state.need_place[deal.needs[place]] == Place.DECK],
        "suppliers": [place for place in range(cards.supplier_count) if state.supplier_place[deal.suppliers[place]] == Place.DECK],
        "events": list(range(turned, cards.event_count)) if cards.settings.events else [],
        "records": unseen if cards.settings.track_records else [],
        "bids": list(range(turned, cards.bid_card_count)) if cards.settings.bid_cards else [],
        "deliveries": list(range(turned, cards.delivery_card_count)),
    }
    return down[deck]


# ------------------------------------------------------------------------------------------------------------------ held side by side


@dataclass
class Figures:
    """What was held against each other."""

    pairs: int = 0
    positions: int = 0  # moments of both games: views of all seats, and what was told
    looks: int = 0  # moments at which all that is shown was held too
    pages: int = 0  # with sheets and choices: all that they say, show and do
    reasons: int = 0
    choices: int = 0  # of bots
    observations: int = 0
    differing: int = 0  # moments at which the tables differ in what lies face down, or what one council alone knows
    turned: int = 0  # pairs that ended because one of the two cards was turned up
    by_deck: dict[str, int] = field(default_factory=dict)


def hold_pair(game: Game, swap: Swap, moments: set[int], figures: Figures) -> None:
    """Play a game's actions on the deal with two cards swapped, and hold what both show until one of these cards is turned up.

    `moments` are those at which everything is looked at; it is also where the tables first differ face down.
    """
    figures.pairs += 1
    figures.by_deck[swap.deck] = figures.by_deck.get(swap.deck, 0) + 1
    knowers: set[int] = set()
    looks = set(moments)
    for moment, twin, story in played(game, swap.deal(game.deal), game.looks):
        first, told = game.states[moment], twin.history[-1].happenings if moment else twin.opening
        if told != game.told[moment] and all_turned_up(told) != all_turned_up(game.told[moment]):
            assert turns_a_swapped_card(swap, told, game.told[moment]), f"{swap}: something else was turned up"
            figures.turned += 1
            return
        where = f"{swap}, after {moment} actions of seed {game.seed}"
        assert told == game.told[moment], where
        figures.positions += 1
        if first != twin.state:
            figures.differing += 1
            find_knowers(first, twin.state, swap, knowers)
            hold_views(first, twin.state, knowers, where)
            if looks == moments and moment in game.looks:
                looks = {*moments, moment}
        if moment in looks:
            like = game.looks[moment]
            hold_looks(like, shown_now(twin, story, game.code(moment), like), knowers, where, figures)


def turns_a_swapped_card(swap: Swap, told: list[Happened], other: list[Happened]) -> bool:
    """Whether a step turned up one of the two cards in either game."""
    up = [row[0] for happenings in (told, other) for row in turned_up(swap.deck, happenings)]
    return not set(swap.places if swap.deck == "records" else swap.cards).isdisjoint(up)


def find_knowers(first: State, second: State, swap: Swap, knowers: set[int]) -> None:
    """Add the seats that have found out one of the two cards for themselves."""
    for seat in range(first.seats):
        if first.private[seat] != second.private[seat]:
            assert knows(first.private[seat], swap) or knows(second.private[seat], swap), f"{swap}: seat {seat} found out something else"
            knowers.add(seat)


def knows(private: Private, swap: Swap) -> bool:
    """Whether a council knows by itself of one of the two cards."""
    if swap.deck == "records":
        return any(private.records[place] != UNKNOWN for place in swap.places)
    return swap.deck in ("suppliers", "events") and not set(swap.cards).isdisjoint({private.event, *private.suppliers})


def hold_views(first: State, second: State, knowers: set[int], where: str) -> None:
    """What each seat may know of both tables is the same."""
    for seat in set(range(first.seats)) - knowers:
        view.view(first, seat, ONE)
        view.view(second, seat, OTHER)
        assert ONE == OTHER, f"{where}: seat {seat} sees {differing(ONE, OTHER)}"


def differing(one: State, other: State) -> list[str]:
    """The fields in which two tables differ."""
    return [name for name in State.__slots__ if getattr(one, name) != getattr(other, name)]


def hold_looks(first: Shown, second: Shown, knowers: set[int], where: str, figures: Figures) -> None:
    """All that both games show and answer is the same, but to those who have found out."""
    for name, said in first.open.items():
        assert second.open[name] == said, f"{where}: {name}"
    for seat in set(first.by_seat) - knowers:
        for name, said in first.by_seat[seat].items():
            assert second.by_seat[seat][name] == said, f"{where}: {name} of seat {seat}"
        for key, pages in first.pages.get(seat, {}).items():
            assert second.pages[seat][key] == pages, f"{where}: {key} of seat {seat}"
        figures.observations += 1
        figures.choices += counted(first.by_seat[seat].get("bots"))
        figures.pages += sum(map(len, first.pages.get(seat, {}).values()))
    figures.looks += 1
    figures.pages += counted(first.open.get("debrief"))
    figures.reasons += counted(first.open["reasons"])


def counted(said: object) -> int:
    """How many things were said."""
    return len(said) if isinstance(said, list | dict) else 0


# ------------------------------------------------------------------------------------------------------------------------- many pairs

PAIRS_A_GAME = 40
load_once: Callable[[str, int | None], Pack] = cache(load_pack)


def hold_pairs(scenario: str, years: int, seats: int, count: int, first_seed: int = 1, decks: Sequence[str] = tuple(TURNED)) -> Figures:
    """Hold so many pairs of games of a scenario against each other, the decks in turn."""
    pack, figures, chance = load_once(scenario, years), Figures(), random.Random(first_seed)
    seed = first_seed
    while figures.pairs < count:
        game = whole_game(pack, seats, seed)
        for number in range(PAIRS_A_GAME):
            if figures.pairs == count:
                break
            moment = max(chance.randrange(len(game.taken) + 1) for _ in range(2))
            swap = some_swap(game, decks[number % len(decks)], moment, chance)
            if swap is not None:
                hold_pair(game, swap, {chance.choice([look for look in game.looks if look <= moment])}, figures)
        seed += 1
    return figures
