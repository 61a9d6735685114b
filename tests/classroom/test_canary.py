"""No device is sent a byte that turns on what it may not know: two games that differ only in what is hidden send every device the same
until it is turned up, and what one team prepares reaches no other.

`CAFFAEL_PAIRS=1000 pytest tests/classroom/test_canary.py` is a long look; the pages are those of the game.
"""

import os
import random
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from caffael.classroom.desk import is_complete
from caffael.classroom.pages import parts
from caffael.classroom.room import Room
from caffael.classroom.stand import Stand
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules.records import Deal
from caffael.rules.terms import Phase
from caffael.scenario import load_pack
from tests.classroom.class_of import Clock, Device, Lesson, Outbox, a_tender, new_game, pass_until, play_words
from tests.twin_deals import Game, all_turned_up, find_knowers, light_game, new_match, some_swap, turns_a_swapped_card

PAIRS = int(os.environ.get("CAFFAEL_PAIRS", "8"))
PAIRS_A_GAME = 20
TABLES = (("smarter-spending", 3, 3), ("supportive-communities", 3, 4))
AHEAD = 3
"""So many actions are played on from the moment at which the devices come in."""
Heard = dict[int, list[str]]
"""What was sent on each line, up to some moment."""


@pytest.fixture(autouse=True)
def _no_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and tokens are dealt by a stream that each lesson begins anew."""
    monkeypatch.setattr(secrets, "choice", DEALT.choice)
    monkeypatch.setattr(secrets, "randbelow", DEALT.randrange)
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _: f"{DEALT.randrange(10**43):043}")


DEALT = random.Random()


class Watched(Lesson):
    """A lesson over a game that is under way, with the pages of the game: a captain in each team, a member, one who watches, a guest."""

    def __init__(self, match: Match) -> None:
        DEALT.seed(1)
        self.clock = Clock()
        self.outbox = Outbox()
        self.table = PlainTable(match, match.pack.wording)
        self.lines = 0
        self.room = Room(self.table, self.outbox, code="AAAAAA", clock=self.clock, wall=self.clock, pages=parts)
        self.deciders = [self.device().join(seat, language="cy" if seat % 2 else "en") for seat in range(match.state.seats)]
        self.member = self.device().join(0)
        self.watcher = self.device().join(None)
        self.guest = self.device().hello()
        self.prepare(match)
        self.tick()

    def prepare(self, match: Match) -> None:
        """Each team prepares something, and says who will win."""
        for seat, captain in enumerate(self.deciders):
            if match.state.councils[seat].tray_count and match.state.phase != Phase.MANAGE:
                captain.ask(draft=a_tender(match, seat))
        self.member.ask(voice={"weights": "/".join(map(str, match.cards.weights[4:8]))})

    @property
    def seats(self) -> dict[int, int | None]:
        """By line: whose private knowledge it may show."""
        return {device.line: device.you["team"] for device in (*self.deciders, self.member, self.watcher, self.guest)}

    def heard(self) -> Heard:
        """All that was sent so far, by line."""
        found: Heard = {}
        for line, text, kind in self.outbox.raw:
            found.setdefault(line, []).append(f"{kind} {text}")
        return found

    def play(self, actions: list[int]) -> int:
        """Play the next table action from its captain's device, or what is half written at the big screen; returns how many actions."""
        match = self.match
        count = whole(actions) if match.state.phase == Phase.BUY else 1
        if not count:
            return 0
        words = [match.text_of(action) for action in actions[:count]]
        if match.state.phase in (Phase.BUY, Phase.ANSWER):
            self.deciders[match.state.decider].ask(do=words, at=self.room._hall.stand.at)
        else:
            for action in actions[:count]:
                match.play(action)
            self.room.changed()
        self.tick()
        return count


def whole(actions: list[int]) -> int:
    """How many of these actions are one table action; 0 when they are not all here."""
    return next((count for count in range(1, len(actions) + 1) if is_complete(actions[:count])), 0)


@dataclass
class Figures:
    """What was held against each other."""

    pairs: int = 0
    held: int = 0  # looks at all devices
    turned: int = 0
    sent: int = 0  # bytes held
    decks: Counter[str] = field(default_factory=Counter)


def lessons_from(game: Game, deal: Deal, moment: int) -> Iterator[tuple[int, Watched]]:
    """A lesson that begins after so many actions of a game on a deal, and after each table action from then on."""
    match = new_match(game.pack, deal, game.seats, game.seed)
    for action in game.taken[:moment]:
        match._history.play(action)
    lesson = Watched(match)
    yield moment, lesson
    while len(match.history) < min(moment + AHEAD, len(game.taken)):
        if not lesson.play(game.taken[len(match.history) : moment + AHEAD]):
            return
        yield len(match.history), lesson


def first_sent(game: Game, moment: int, known: dict[int, list[tuple[int, Heard]]]) -> list[tuple[int, Heard]]:
    """What the first game's devices were sent from a moment on: made once."""
    if moment not in known:
        known[moment] = [(played, lesson.heard()) for played, lesson in lessons_from(game, game.deal, moment)]
    return known[moment]


def hold(game: Game, deck: str, moment: int, chance: random.Random, known: dict[int, list[tuple[int, Heard]]], figures: Figures) -> bool:
    """Hold one pair of games; returns whether there were two cards to swap."""
    swap = some_swap(game, deck, moment, chance)
    if swap is None:
        return False
    figures.pairs += 1
    figures.decks[deck] += 1
    knowers: set[int] = set()
    match = new_match(game.pack, swap.deal(game.deal), game.seats, game.seed)
    seen = 0

    def same(played: int, twin: Match) -> bool:
        """Whether nothing that differs was turned up by now; and note who has found out."""
        nonlocal seen
        for number in range(seen, played + 1):
            told = twin.history[number - 1].happenings if number else twin.opening
            if told != game.told[number] and all_turned_up(told) != all_turned_up(game.told[number]):
                assert turns_a_swapped_card(swap, told, game.told[number])
                return False
        seen = played + 1
        find_knowers(game.states[played], twin.state, swap, knowers)
        return True

    for action in [None, *game.taken[:moment]]:
        if action is not None:
            match._history.play(action)
        if not same(len(match.history), match):
            figures.turned += 1
            return True
    twin = lessons_from(game, swap.deal(game.deal), moment)
    for (played, sent), (also, lesson) in zip(first_sent(game, moment, known), twin, strict=False):
        assert played == also, f"{swap}: another course after {played} actions of seed {game.seed}"
        if not same(played, lesson.match):
            figures.turned += 1
            return True
        for line, frames in lesson.heard().items():
            if lesson.seats[line] not in knowers:
                assert frames == sent[line], (
                    f"{swap}, after {played} actions of seed {game.seed}: line {line}, {differing(frames, sent[line])}"
                )
                figures.sent += sum(map(len, frames))
        figures.held += 1
    return True


def differing(frames: list[str], others: list[str]) -> str:
    """The first place in which two devices were sent something else."""
    for one, other in zip(frames, others, strict=False):
        if one != other:
            at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
            return f"{one[:40]} ... {one[max(at - 60, 0) : at + 60]!r} and {other[max(at - 60, 0) : at + 60]!r}"
    return f"{len(frames)} and {len(others)} frames"


def hold_many(scenario: str, years: int, seats: int, count: int) -> Figures:
    """Hold so many pairs of games of a scenario, the decks in turn."""
    pack, figures, chance = load_pack(scenario, years), Figures(), random.Random(3)
    decks, seed = ("needs", "suppliers", "events", "records", "bids", "deliveries"), 1
    while figures.pairs < count:
        game, known = light_game(pack, seats, seed, random.Random(seed)), dict[int, list[tuple[int, Heard]]]()
        moments = chance.sample(range(len(game.taken)), 3)
        for number in range(min(PAIRS_A_GAME, count - figures.pairs)):
            hold(game, decks[number % len(decks)], moments[number % 3], chance, known, figures)
        seed += 1
    return figures


@pytest.mark.parametrize(("scenario", "years", "seats"), TABLES)
def test_games_that_differ_in_what_is_hidden_send_every_device_the_same_bytes_until_it_is_turned_up(
    scenario: str, years: int, seats: int
) -> None:
    figures = hold_many(scenario, years, seats, PAIRS // len(TABLES))
    print(scenario, figures)
    assert figures.held >= figures.pairs // 2
    assert figures.sent > 0


def test_a_room_that_shows_more_than_lies_face_up_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    honest: Callable[..., Any] = parts

    def too_much(looker: Any, room: Any, only: Any = None) -> dict[str, str]:
        made = dict(honest(looker, room, only))
        if "top" in made:
            made["top"] += str(CARDS)
        return made

    kept = Stand._take

    def taken(stand: Stand, match: Match) -> None:
        CARDS[:] = match.deal.bids[:40]
        kept(stand, match)

    monkeypatch.setattr(Stand, "_take", taken)
    monkeypatch.setattr("tests.classroom.test_canary.parts", too_much)
    pack, chance, figures = load_pack("smarter-spending", 3), random.Random(5), Figures()
    game = light_game(pack, 3, 1, random.Random(1))
    with pytest.raises(AssertionError, match=r"bids.*after 0 actions of seed 1"):
        for _ in range(40):
            hold(game, "bids", 0, chance, {}, figures)


CARDS: list[int] = []


# ---------------------------------------------------------------------------------------------------------------- what a team prepares


def test_what_one_team_prepares_and_says_reaches_no_other_device() -> None:
    """The same lesson twice: once a team writes one tender, once another one, with other weights and voices."""
    for seed in range(4):
        sent = [prepared(new_game(seed=seed), which) for which in (0, 1)]
        for line in sent[0]:
            if line not in (1, 2):
                assert sent[0][line] == sent[1][line], differing(sent[0][line], sent[1][line])
        assert sent[0][1] != sent[1][1]


def prepared(match: Match, which: int) -> Heard:
    """What devices are sent while the first team prepares its first or its second need."""
    DEALT.seed(2)
    lesson = Lesson(match, pages=parts)
    captain, member = lesson.team(0, 2)
    others: list[Device] = [lesson.team(1)[0], lesson.team(2)[0], lesson.team(None)[0], lesson.device().hello()]
    need = match.ids.needs[match.state.councils[0].tray[which]]
    rows = match.cards.weights
    words = [f"tender {need}", "route open", "weights " + "/".join(map(str, rows[4 * which : 4 * which + 4]))]
    for count in (1, 2, 3):
        captain.ask(draft=words[:count])
        lesson.tick()
    captain.ask(draft=words, ready=1)
    member.ask(voice={"weights": "/".join(map(str, rows[4 * which + 8 : 4 * which + 12]))})
    lesson.tick()
    others[0].again()
    lesson.tick()
    found: Heard = {}
    for line, text, kind in lesson.outbox.raw:
        found.setdefault(line, []).append(f"{kind} {text}")
    return found


def test_a_tender_that_the_big_screen_is_writing_is_not_shown_before_it_is_published() -> None:
    """What the front has half written lies on that seat's desk: other devices are sent the same, whichever need it is."""
    sent = []
    for which in (0, 1):
        match = new_game(seed=3)
        DEALT.seed(2)
        lesson = Lesson(match, pages=parts)
        lesson.team(1)
        lesson.team(2)
        lesson.team(None)
        need = match.ids.needs[match.state.councils[0].tray[which]]
        play_words(match, [f"tender {need}", "route open"])
        lesson.room.changed()
        lesson.tick()
        sent.append([(line, text) for line, text, _ in lesson.outbox.raw])
    assert sent[0] == sent[1]


def test_captain_and_member_of_a_seat_are_shown_the_same_where_the_room_shares_it() -> None:
    match = new_game(seed=4)
    lesson = Lesson(match, pages=parts)
    captain, member = lesson.team(0, 2)
    pass_until(match, Phase.MANAGE)
    lesson.room.changed()
    lesson.tick()
    hall = lesson.room._hall
    for device in (captain, member):
        looker = hall.looker(hall.lines[device.line])
        own = parts(looker, lesson.room._showing.view(looker), ("council", "market", "others", "story"))
        assert {name: device.parts[name] for name in own} == own


# ------------------------------------------------------------------------------------------------------------------- what is in an envelope


def sealed_lesson(which: int, seed: int) -> tuple[Lesson, list[Device]]:
    """A sealed game in which the first team lays down one of two tenders, or an empty envelope; with the others' devices."""
    match = new_game(seed=seed, scenario="sealed")
    DEALT.seed(2)
    lesson = Lesson(match, pages=parts)
    deciders = [lesson.device().join(seat, language="cy" if seat == 2 else "en") for seat in range(4)]
    lesson.team(None)
    lesson.device().hello()
    lesson.tick()
    deciders[3].ask(draft=a_tender(match, 3))
    need = match.ids.needs[match.state.councils[0].tray[which % 2]]
    words = ["wait"] if which == 2 else [f"tender {need}", "route open", "weights " + "/".join(map(str, match.cards.weights[:4]))]
    deciders[0].ask(do=words)
    lesson.tick()
    deciders[1].ask(do=["wait"])
    lesson.tick()
    deciders[2].ask(do=["train data"])
    lesson.tick()
    return lesson, deciders


def test_nobody_is_sent_a_byte_that_turns_on_what_lies_in_anothers_envelope() -> None:
    """Three envelopes, one of them empty: all other devices are sent the same, also one that is opened anew, until it is opened."""
    for seed in (3, 5):
        sent = []
        for which in (0, 1, 2):
            lesson, deciders = sealed_lesson(which, seed)
            deciders[3].again()
            deciders[2].hello(deciders[2].token, language="en")
            lesson.tick()
            lesson.room.open_now()
            lesson.tick()
            assert lesson.match.state.phase == Phase.OPEN
            heard: Heard = {}
            for line, text, kind in lesson.outbox.raw:
                heard.setdefault(line, []).append(f"{kind} {text}")
            sent.append(heard)
        for other in sent[1:]:
            for line, frames in sent[0].items():
                if line != 1:
                    assert frames == other[line], differing(frames, other[line])
        assert sent[0][1] != sent[1][1]
