"""Interpreted and compiled, the rules play the same deals and choices to the same state.

These tests fail, and never skip, without numba: what designers balance must be what pupils play.
"""

import os
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pytest

from caffael.rules import delivery
from caffael.rules.actions import Reason
from caffael.rules.cards import Cards
from caffael.rules.copying import words_of
from caffael.rules.happened import HAPPENINGS, Happening
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.terms import BADGES, CHOICES, LABS, ROUTES, SEATS, EffectKind, Ending, Management, Phase, Route
from caffael.scenario import load_pack
from caffael.simulation.play import games, layout
from tests.both_ways import BothWays
from tests.small_table import sealed_cards, small_cards

GAMES = 200
SEALED_GAMES = int(os.environ.get("CAFFAEL_SEALED_GAMES", "20"))
"""Of these the long look takes 200."""
STRICT_GAMES = 100
EVERY = 3
"""On one decision in this many the reason of every action is asked, both ways."""


def without(module: str) -> Callable[[Cards], None]:
    """A change that switches one module off."""

    def change(cards: Cards) -> None:
        setattr(cards.settings, module, 0)

    return change


def poor_councils() -> Cards:
    """Every second council so poor that Section 114 notices come, in a game long enough to feel them; joint tenders need no lab."""
    cards = small_cards()
    cards.settings.years = 5
    cards.routes[Route.JOINT].labs[0] = 0
    for i in range(0, cards.council_count, 2):
        cards.councils[i].budget = 40_000
        cards.councils[i].grant = 30_000
    for i in range(cards.project_count):
        cards.projects[i].cost = 60_000
    return cards


def unreliable_suppliers() -> Cards:
    """Suppliers so unreliable that needs come back to a full tray and wait."""
    cards = small_cards()
    cards.settings.tray = 1
    cards.settings.years = 6
    for i in range(cards.supplier_count):
        cards.suppliers[i].reputation = 1
    for i in range(cards.need_count):
        cards.needs[i].term = 3
    return cards


def narrow_rules() -> Cards:
    """Quotes up to a size that some needs pass, emergencies, direct awards, joint tenders without a lab, one contract each."""
    cards = small_cards()
    cards.settings.register = 1
    cards.settings.market = 2
    for route in range(ROUTES):
        cards.routes[route].on = 1 if route in {Route.QUOTES, Route.DIRECT, Route.JOINT} else 0
    cards.routes[Route.QUOTES].largest = 112_000
    cards.routes[Route.JOINT].labs[0] = 0
    for i in range(cards.supplier_count):
        cards.suppliers[i].capacity = 1
        if i > 1:
            cards.suppliers[i].categories[1] = 0
    for i in range(cards.event_count):
        cards.events[i].effects[0].kind, cards.events[i].effects[0].target = EffectKind.EMERGENCY, 1
    return cards


def plain_game() -> Cards:
    """No flexible procedure, no joint tenders, management by itself, people as one criterion, ratio price score, a hard end."""
    cards = small_cards()
    cards.routes[Route.FLEXIBLE].on = 0
    cards.routes[Route.JOINT].on = 0
    cards.settings.management = Management.AUTOMATIC
    cards.settings.needs_leave = 1
    cards.settings.over_points = 8
    cards.settings.people = 1
    cards.settings.price_ratio = 1
    cards.settings.ending = Ending.HARD
    return cards


def sealed_and_poor() -> Cards:
    """Sealed tenders where suppliers have one place each, so that envelopes come back, and joint tenders need no lab."""
    cards = narrow_rules()
    cards.settings.sealed = 1
    cards.settings.register = 4
    cards.routes[Route.OPEN].on = 1
    return cards


def learned_councils() -> Cards:
    """Councils that begin with labs and badges of earlier games, each with others."""
    cards = small_cards()
    for i in range(cards.council_count):
        council = cards.councils[i]
        for lab in range(LABS):
            council.labs[lab] = (i + lab) % 4
        for badge in range(BADGES):
            council.badges[badge] = (i + badge) % 2
    return cards


MODULES = (
    "labs",
    "projects",
    "events",
    "track_records",
    "management",
    "bid_cards",
    "engagement",
    "own_carbon",
    "badges",
    "carbon",
    "refresh",
)


@pytest.fixture(scope="module")
def tables() -> list[BothWays]:
    """The scenarios that ship, at each of their lengths, the small table, and the small table with each module off."""
    every = [load_pack("smarter-spending", years=3).cards, load_pack("smarter-spending", years=5).cards, small_cards()]
    for module in MODULES:
        cards = small_cards()
        without(module)(cards)
        every.append(cards)
    special = [poor_councils(), unreliable_suppliers(), narrow_rules(), plain_game(), learned_councils()]
    return [BothWays(cards) for cards in [*every, *special, sealed_cards(), sealed_and_poor()]]


def test_200_games_agree_both_ways_with_every_kind_of_action_effect_reason_and_happening(tables: list[BothWays]) -> None:
    for game in range(GAMES):
        table = tables[game % len(tables)]
        plain, fast = table.play(seed=1000 + game, seats=1 + game % 6, every=EVERY)
        assert plain == fast, f"game {game} went another way compiled"
        assert table.states_agree(), f"game {game} ended in another state compiled"
    seen = np.sum([table.seen_compiled for table in tables], axis=0)
    assert list(seen) == list(np.sum([table.seen_plain for table in tables], axis=0))
    happenings = {kind.name: int(seen[kind]) for kind in Happening}
    reasons = {reason.name: int(seen[50 + reason]) for reason in Reason}
    phases = {phase.name: int(seen[100 + phase]) for phase in Phase if phase != Phase.END}
    effects = {kind.name: int(seen[120 + kind]) for kind in EffectKind if kind != EffectKind.NOTHING}
    print(GAMES, "games:", happenings, reasons, phases, effects, int(seen[190]), "decisions")
    assert len(happenings) == HAPPENINGS
    for counts in (happenings, reasons, phases, effects):
        assert [name for name, count in counts.items() if count == 0] == []


def test_sealed_games_agree_both_ways(tables: list[BothWays]) -> None:
    sealed = [table for table in tables if table.cards.settings.sealed == 1]
    for game in range(SEALED_GAMES):
        table = sealed[game % len(sealed)]
        plain, fast = table.play(seed=5000 + game, seats=1 + game % 6, every=EVERY)
        assert plain == fast, f"sealed game {game} went another way compiled"
        assert table.states_agree(), f"sealed game {game} ended in another state compiled"


def test_a_spoiled_rule_is_noticed(tables: list[BothWays], monkeypatch: pytest.MonkeyPatch) -> None:
    tables[0].play(0, 4, 0)  # compiled as the rule is
    honest = delivery.social_points
    monkeypatch.setattr(delivery, "social_points", lambda cards, offer, kept: honest(cards, offer, kept) + 1)
    checks = [tables[0].play(seed, 4, 0) for seed in range(3)]
    assert any(plain != fast for plain, fast in checks)


def test_conversion_to_an_array_and_back_loses_nothing() -> None:
    cards = small_cards()
    copy = Cards()
    layout.from_array(layout.to_array(cards)[0], copy)
    assert list(words_of(copy)) == list(words_of(cards))


class Strict(list[Any]):
    """A list that refuses the places before its first, which Python would count from its end and compiled play takes as they come."""

    def __getitem__(self, place: Any) -> Any:
        self.check(place)
        return super().__getitem__(place)

    def __setitem__(self, place: Any, value: Any) -> None:
        self.check(place)
        super().__setitem__(place, value)

    def check(self, place: Any) -> None:
        if isinstance(place, int) and not 0 <= place < len(self):
            raise IndexError(f"place {place} of a list of {len(self)}")


def strict(value: Any) -> Any:
    """A record with all its lists, and those in them, made strict."""
    if isinstance(value, list):
        return Strict(strict(item) for item in value)
    if is_dataclass(value):
        for name in (field.name for field in fields(value)):
            setattr(value, name, strict(getattr(value, name)))
    return value


def test_no_index_runs_past_its_list_at_either_end() -> None:
    cards = strict(small_cards())
    deal, state, copy, told, stream = map(strict, (Deal(), State(), State(), Told(), Stream()))
    with pytest.raises(IndexError):
        cards.needs[-1]
    seen = Strict([0] * 200)
    for seed in range(STRICT_GAMES):
        seats = 1 + seed % SEATS
        cards.settings.sealed = seed % 2
        games.play_randomly(cards, deal, state, copy, told, stream, Strict([0] * CHOICES), seats, Strict(range(seats)), seed, seen, 40)
    assert seen[190] > 50 * STRICT_GAMES
