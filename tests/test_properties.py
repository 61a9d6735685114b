"""A machine that plays any legal choices it likes, and what must hold after each of them."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from caffael.rules.actions import ACTIONS, why_not
from caffael.rules.cards import Cards
from caffael.rules.copying import words_of
from caffael.rules.reasons import LEGAL
from caffael.rules.terms import Phase
from caffael.scenario import load_pack
from tests import invariants
from tests.small_table import Game, sealed_cards, small_cards

TABLES: dict[str, Cards] = {
    "small": small_cards(),
    "standard": load_pack("smarter-spending", years=5).cards,
    "short": load_pack("smarter-spending", years=3).cards,
    "sealed": load_pack("sealed", years=3).cards,
    "small and sealed": sealed_cards(),
}


EXAMPLES = int(os.environ.get("CAFFAEL_EXAMPLES", "200"))
"""200 by default; a developer may ask for fewer or many more."""


class AnyGame(RuleBasedStateMachine):
    """A game from the deal on, by any choices."""

    @initialize(table=st.sampled_from(sorted(TABLES)), seats=st.integers(1, 6), seed=st.integers(0, 2**40))
    def deal(self, table: str, seats: int, seed: int) -> None:
        self.game = Game(TABLES[table], seats, seed)
        self.start = (TABLES[table], seats, seed)
        self.played: list[tuple[int, int]] = []

    @precondition(lambda self: self.game.state.phase != Phase.END)
    @rule(choice=st.integers(0, 2**16), whose=st.integers(0, 5))
    def choose(self, choice: int, whose: int) -> None:
        seats = self.game.deciding()
        seat = seats[whose % len(seats)]
        legal = self.game.legal(seat)
        action = legal[choice % len(legal)]
        before = [council.budget for council in self.game.state.councils[: self.game.state.seats]]
        assert self.game.step(action, seat) == LEGAL
        self.played.append((action, seat))
        invariants.money_is_accounted_for(before, self.game.state, self.game.told)
        invariants.cheap(self.game.cards, self.game.state)

    @rule(action=st.integers(-5, ACTIONS + 5))
    def try_anything(self, action: int) -> None:
        if why_not(self.game.cards, self.game.state, self.game.state.decider, action) != LEGAL:
            assert self.game.step(action) != LEGAL
            invariants.cheap(self.game.cards, self.game.state)

    @invariant()
    def one_position_in_fifty_stands_every_question(self) -> None:
        if hasattr(self, "game") and (len(self.played) * 31 + self.start[2]) % 50 == 0:
            invariants.dear(self.game.cards, self.game.deal, self.game.state)
            invariants.words_are_small(self.game.state)
            invariants.nothing_stands_twice(self.game.state)

    def teardown(self) -> None:
        if hasattr(self, "game") and self.played and self.start[2] % 4 == 0:
            again = Game(*self.start)
            for action, seat in self.played:
                assert again.step(action, seat) == LEGAL
            assert list(words_of(again.state)) == list(words_of(self.game.state)), "the same choices gave another game"


AnyGame.TestCase.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
TestAnyGame = AnyGame.TestCase
