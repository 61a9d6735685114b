"""A bot's guess of what lies face down fits all that its seat knows, and a game can be played to its end on it."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from caffael.bots import Desk
from caffael.bots.guess import guess_deal
from caffael.rules.actions import TRAIN, legal_actions
from caffael.rules.cards import Cards
from caffael.rules.chance import seed_stream
from caffael.rules.copying import copy_into, words_of
from caffael.rules.decks import next_supplier
from caffael.rules.delivery import known_record
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.step import step
from caffael.rules.terms import CHOICES, NONE, UNKNOWN, Lab, Phase, Place
from caffael.rules.view import view
from caffael.scenario import load_pack
from tests.small_table import Game, small_cards

SEATS = 3
TRAIN_DATA = TRAIN + Lab.DATA
EVERY = 7
"""One decision in so many is looked at."""


class Guessed:
    """A moment of a game: the true deal, what the deciding seat knows, and its guess."""

    def __init__(self, cards: Cards, true: Deal, state: State, seed: int) -> None:
        self.cards, self.true, self.seat = cards, true, state.decider
        self.known, self.deal, self.desk, self.stream = State(), Deal(), Desk(), Stream()
        view(state, self.seat, self.known)
        seed_stream(self.stream, seed, 1)
        self.before = list(words_of(self.known))
        guess_deal(cards, self.known, self.seat, self.stream, self.desk.bag, self.deal)


def moments(cards: Cards, seeds: range) -> Iterator[Guessed]:
    """Moments of games that are played at random, but every data lab is trained so that there is something to know."""
    for seed in seeds:
        game, chance = Game(cards, SEATS, seed), random.Random(seed)
        number = 0
        while game.state.phase != Phase.END:
            if number % EVERY == 0:
                yield Guessed(cards, game.deal, game.state, number)
            legal = game.legal()
            game.step(TRAIN_DATA if TRAIN_DATA in legal else chance.choice(legal))
            number += 1


@pytest.fixture(scope="module", params=["small", "shipped"])
def guesses(request: pytest.FixtureRequest) -> list[Guessed]:
    cards = small_cards() if request.param == "small" else load_pack("smarter-spending", 3).cards
    return list(moments(cards, range(4)))


def test_a_guess_leaves_the_table_as_it_is(guesses: list[Guessed]) -> None:
    assert len(guesses) > 20
    for guess in guesses:
        assert list(words_of(guess.known)) == guess.before


def test_every_card_is_in_its_deck_once(guesses: list[Guessed]) -> None:
    for guess in guesses:
        cards, deal = guess.cards, guess.deal
        assert sorted(deal.suppliers[: cards.supplier_count]) == list(range(cards.supplier_count))
        assert sorted(deal.needs[: cards.need_count]) == list(range(cards.need_count))
        assert sorted(deal.events[: cards.event_count]) == list(range(cards.event_count))
        assert sorted(deal.bids[: cards.bid_card_count]) == sorted(cards.bid_cards[: cards.bid_card_count])
        assert sorted(deal.deliveries[: cards.delivery_card_count]) == sorted(cards.delivery_cards[: cards.delivery_card_count])
        dealt, there = Counter(deal.records[: cards.supplier_count]), Counter(cards.track_records[: cards.track_record_count])
        assert dealt <= there


def test_what_still_lies_in_a_deck_is_what_comes(guesses: list[Guessed]) -> None:
    for guess in guesses:
        known, cards = guess.known, guess.cards
        suppliers = [card for card in range(cards.supplier_count) if known.supplier_place[card] == Place.DECK]
        needs = [card for card in range(cards.need_count) if known.need_place[card] == Place.DECK]
        assert sorted(guess.deal.suppliers[: len(suppliers)]) == suppliers
        assert sorted(guess.deal.needs[: len(needs)]) == needs


def test_known_track_records_are_kept(guesses: list[Guessed]) -> None:
    seen = 0
    for guess in guesses:
        for supplier in range(guess.cards.supplier_count):
            record = known_record(guess.known, guess.seat, supplier)
            if record != UNKNOWN:
                seen += 1
                assert guess.deal.records[supplier] == record == guess.true.records[supplier]
    assert seen > 0


def test_what_the_data_lab_shows_comes_next(guesses: list[Guessed]) -> None:
    events = suppliers = 0
    for guess in guesses:
        known, cards = guess.known, guess.cards
        private = known.private[guess.seat]
        if private.event != NONE:
            events += 1
            assert guess.deal.events[0] == private.event
            assert known.event == guess.deal.events[cards.event_count - 1]
        for card in private.suppliers:
            if card != NONE and known.supplier_place[card] == Place.DECK:
                suppliers += 1
                assert private.suppliers.index(card) == [next_supplier(cards, guess.deal, known, skip, NONE) for skip in (0, 1)].index(card)
    assert events > 0
    assert suppliers > 0


def test_what_nobody_knows_is_guessed_anew_each_time() -> None:
    game = Game(small_cards(), SEATS, 5)
    deals = []
    for seed in range(2):
        deals.append(list(words_of(Guessed(game.cards, game.deal, game.state, seed).deal)))
    assert deals[0] != deals[1]
    assert deals[1] == list(words_of(Guessed(game.cards, game.deal, game.state, 1).deal))


def test_a_guess_does_not_depend_on_the_true_deal() -> None:
    game = Game(small_cards(), SEATS, 5)
    guess = Guessed(game.cards, game.deal, game.state, 1)
    for others in game.state.private:
        if others is not game.state.private[game.state.decider]:
            others.records[:] = [2] * len(others.records)
            others.event = 3
            others.suppliers[:] = [1, 2]
    assert list(words_of(Guessed(game.cards, Deal(), game.state, 1).deal)) == list(words_of(guess.deal))


def test_a_game_is_played_to_its_end_on_a_guess(guesses: list[Guessed]) -> None:
    told, legal = Told(), [0] * CHOICES
    for number, guess in enumerate(guesses[::6]):
        chance, world = random.Random(number), State()
        copy_into(world, guess.known)
        while world.phase != Phase.END:
            count = legal_actions(guess.cards, world, world.decider, legal)
            assert count > 0
            assert step(guess.cards, guess.deal, world, chance.choice(legal[:count]), told) == 0
