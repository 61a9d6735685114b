"""The research environments keep to the conventions of PettingZoo and Gymnasium, and show and pay what the rules say."""

import importlib
import pickle
import runpy
import warnings
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env, data_equivalence
from pettingzoo.utils.env import AECEnv

from caffael.rules.actions import ACTIONS, DONE, legal_actions, why_not
from caffael.rules.cards import Cards
from caffael.rules.chance import draw_below, seed_stream
from caffael.rules.copying import words_of
from caffael.rules.deal import shuffle_decks
from caffael.rules.reasons import LEGAL
from caffael.rules.records import Deal, Score, State, Stream
from caffael.rules.scoring import fill_score
from caffael.rules.terms import CHOICES, HOME_SUPPLIERS, NONE, SUPPLIERS, UNKNOWN, Ending, Phase, Place
from caffael.rules.view import FACE_DOWN
from caffael.scenario import PackError, load_pack
from caffael.simulation.research import council_env, environment
from caffael.simulation.research.environment import (
    COUNCIL_ID,
    WAIT,
    CouncilEnv,
    CouncilsInParallel,
    CouncilsInTurn,
    env,
    parallel_env,
    raw_env,
)
from caffael.simulation.research.observations import WORDS, vector_of, word_names
from caffael.simulation.research.research_table import ResearchTable

with warnings.catch_warnings():
    # PettingZoo's own tests import its own games in a way that it calls outdated.
    warnings.simplefilter("ignore", DeprecationWarning)
    from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test, seed_test

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "random_masked.py"
SHORT: dict[str, Any] = {"seats": 2, "years": 3}
TWO_BOTS: dict[str, Any] = {"bots": ("random", "random"), "years": 3}


def any_of(legal: list[int], stream: Stream) -> int:
    return legal[draw_below(stream, len(legal))]


def new_stream(seed: int = 1) -> Stream:
    stream = Stream()
    seed_stream(stream, seed, 9)
    return stream


def play_in_turn(game: AECEnv, seed: int = 7) -> Iterator[str]:
    """Play a game by random legal actions; stops before each decision to be looked at."""
    stream = new_stream(seed)
    game.reset(seed=seed)
    for agent in game.agent_iter():
        yield agent
        game.step(None if game.terminations[agent] else any_of(game.infos[agent]["legal"], stream))


def score_of(cards: Cards, state: State, seat: int) -> int:
    score = Score()
    fill_score(cards, state, seat, score)
    return score.total


# ------------------------------------------------------------------------------------------------------------------ the conventions


# The first two are right for boxes; a game with masked actions has a dict, as PettingZoo's own games of cards and boards have, which the
# checker knows by name. The third is the truth once the game is over.
@pytest.mark.filterwarnings("ignore:Observation is not a NumPy array:UserWarning")
@pytest.mark.filterwarnings("ignore:Observation space for each agent probably should be:UserWarning")
@pytest.mark.filterwarnings(r"ignore:Action mask numpy array is all zeros \(no legal actions\):UserWarning")
def test_the_game_in_turn_is_what_pettingzoo_asks_for() -> None:
    api_test(env(**SHORT), num_cycles=100)


def test_the_game_in_turn_is_the_same_for_the_same_seed() -> None:
    seed_test(lambda: env(**SHORT), num_cycles=30)


def test_the_parallel_game_is_what_pettingzoo_asks_for() -> None:
    parallel_api_test(parallel_env(**SHORT), num_cycles=200)


def test_the_parallel_game_is_the_same_for_the_same_seed() -> None:
    parallel_seed_test(lambda: parallel_env(**SHORT), num_cycles=30)


def test_the_single_seat_is_what_gymnasium_asks_for() -> None:
    check_env(gymnasium.make(COUNCIL_ID, **TWO_BOTS).unwrapped)


def test_the_single_seat_is_registered_once_however_often_the_module_is_read() -> None:
    importlib.reload(environment)
    assert isinstance(gymnasium.make(COUNCIL_ID, **TWO_BOTS).unwrapped, CouncilEnv)


# --------------------------------------------------------------------------------------------------------------------------- the deal


def test_a_seed_gives_the_deal_that_it_gives_everywhere() -> None:
    game = raw_env(**SHORT)
    game.reset(seed=2015)
    deal = Deal()
    shuffle_decks(game.cards, 2015, Stream(), deal)
    assert list(words_of(game.table.deal)) == list(words_of(deal))


def test_a_reset_without_a_seed_deals_anew_and_can_be_repeated() -> None:
    def deals(game: CouncilsInTurn) -> list[list[int]]:
        game.reset(seed=3)
        rows = [list(words_of(game.table.deal))]
        for _ in range(2):
            game.reset()
            rows.append(list(words_of(game.table.deal)))
        return rows

    first = deals(raw_env(**SHORT))
    assert first[0] != first[1] != first[2]
    assert deals(raw_env(**SHORT)) == first


def test_the_three_forms_play_the_same_game() -> None:
    alone = CouncilEnv(bots=(), years=3)
    in_turn, parallel = raw_env(seats=1, years=3), parallel_env(seats=1, years=3)
    seen, _ = alone.reset(seed=11)
    in_turn.reset(seed=11)
    parallel.reset(seed=11)
    stream, over = new_stream(), False
    while not over:
        assert data_equivalence(in_turn.observe("council_0"), seen, exact=True)
        action = any_of(in_turn.infos["council_0"]["legal"], stream)
        seen, reward, over, _, _ = alone.step(np.int64(action))
        in_turn.step(action)
        _, rewards, terminations, _, _ = parallel.step({"council_0": action})
        assert reward == rewards["council_0"] == in_turn.rewards["council_0"]
        assert over == terminations["council_0"] == in_turn.terminations["council_0"]


# --------------------------------------------------------------------------------------------------------------------- what is legal


def test_masks_show_exactly_what_has_no_reason_against_it() -> None:
    game = raw_env(**SHORT)
    for number, agent in enumerate(play_in_turn(game)):
        masks = {each: game.observe(each)["action_mask"] for each in game.agents}
        state = game.table.state
        for other in set(masks) - {agent}:
            assert not masks[other].any()
        if number % 4 == 0:
            allowed = [int(why_not(game.cards, state, state.decider, action) == LEGAL) for action in range(ACTIONS)]
            assert masks[agent].tolist() == allowed


def test_in_the_parallel_game_the_others_can_only_wait() -> None:
    game = parallel_env(seats=3, years=3)
    seen, infos = game.reset(seed=5)
    stream, row = new_stream(), [0] * CHOICES
    while game.agents:
        count = legal_actions(game.cards, game.table.state, game.table.state.decider, row)
        for seat, agent in enumerate(game.agents):
            legal = row[:count] if seat == game.table.state.decider else [WAIT]
            assert np.flatnonzero(seen[agent]["action_mask"]).tolist() == sorted(legal)
        actions = {agent: any_of(infos[agent]["legal"] or [WAIT], stream) for agent in game.agents}
        seen, _, _, _, infos = game.step(actions)


def test_what_the_others_submit_is_not_looked_at() -> None:
    one, other = parallel_env(**SHORT), parallel_env(**SHORT)
    infos, stream = one.reset(seed=4)[1], new_stream()
    other.reset(seed=4)
    while one.agents:
        action = any_of(infos[one.decider]["legal"], stream)
        came = one.step({one.decider: action})
        infos = came[-1]
        assert data_equivalence(came, other.step({**dict.fromkeys(other.agents, 0), other.decider: action}), exact=True)
    assert not other.agents


def test_an_illegal_action_ends_the_game_in_turn_and_costs_its_agent() -> None:
    game = env(illegal_reward=-5, **SHORT)
    game.reset(seed=1)
    agent = game.agent_selection
    game.step(illegal_of(game.table))
    assert game.rewards == {each: -5.0 if each == agent else 0.0 for each in game.agents}
    assert all(game.terminations.values())


def test_an_illegal_action_ends_the_parallel_game_and_costs_its_agent() -> None:
    game = parallel_env(illegal_reward=-5, **SHORT)
    game.reset(seed=1)
    agent = game.decider
    _, rewards, terminations, _, infos = game.step(dict.fromkeys(game.agents, illegal_of(game.table)))
    assert rewards == {each: -5.0 if each == agent else 0.0 for each in game.possible_agents}
    assert all(terminations.values())
    assert infos[agent]["illegal"] == "This is not the moment for it."
    assert not game.agents
    assert game.step({}) == ({}, {}, {}, {}, {})


def test_an_illegal_action_ends_the_game_of_a_single_seat() -> None:
    game = CouncilEnv(**TWO_BOTS, illegal_reward=-5)
    game.reset(seed=1)
    _, reward, terminated, _, info = game.step(illegal_of(game.table))
    assert (reward, terminated, info["illegal"]) == (-5, True, "This is not the moment for it.")


def illegal_of(table: ResearchTable) -> int:
    """An action that is not legal now; it belongs to another phase."""
    assert table.state.phase == Phase.BUY
    return DONE


def test_the_raw_game_refuses_an_illegal_action_and_nothing_changes() -> None:
    game = raw_env(**SHORT)
    game.reset(seed=1)
    before = list(words_of(game.table.state))
    with pytest.raises(ValueError, match=r"is not legal for seat 0 now\. This is not the moment for it\."):
        game.step(illegal_of(game.table))
    with pytest.raises(ValueError, match="council_0 has to decide"):
        game.step(None)
    assert list(words_of(game.table.state)) == before


# ------------------------------------------------------------------------------------------------------------------------- the reward


def test_rewards_in_turn_add_up_to_the_score() -> None:
    game = raw_env(seats=3, years=3)
    earned = dict.fromkeys(game.possible_agents, 0.0)
    start: list[int] = []
    for agent in play_in_turn(game):
        start = start or [score_of(game.cards, game.table.state, seat) for seat in range(3)]
        earned[agent] += game.last(observe=False)[1]
    end = [score_of(game.cards, game.table.state, seat) for seat in range(3)]
    assert list(earned.values()) == [after - before for before, after in zip(start, end, strict=True)]
    assert any(earned.values())


def test_rewards_of_a_single_seat_add_up_to_its_score() -> None:
    game = CouncilEnv(**TWO_BOTS, seat=2)
    for seed in (1, 2):
        _, info = game.reset(seed=seed)
        earned, start, over = 0.0, info["score"], False
        while not over:
            _, reward, over, truncated, info = game.step(info["legal"][0])
            earned += reward
            assert not truncated
        assert earned == score_of(game.cards, game.table.state, 2) - start == info["score"] - start


def test_a_win_is_one_in_all_and_comes_at_the_end() -> None:
    game = raw_env(**SHORT, reward="win")
    paid = []
    for agent in play_in_turn(game):
        if not game.terminations[agent]:
            assert not any(game.rewards.values())
        elif len(game.agents) == 2:
            won = {each: game.infos[each]["rank"] == 0 for each in game.agents}
            assert game.rewards == {each: float(won[each]) / sum(won.values()) for each in game.agents}
            paid.append(sum(game.rewards.values()))
    assert paid == [1.0]


def finished_table(seats: int = 3) -> ResearchTable:
    """A table at its end where all stand alike, and the region kept within its budget."""
    table = ResearchTable("smarter-spending", seats, 3, "win", None)
    table.lay(1)
    table.state.phase = Phase.END
    for seat in range(seats):
        council = table.state.councils[seat]
        council.budget, council.tray_count = 0, 0
    return table


def test_a_first_place_that_is_shared_is_shared_out() -> None:
    table = finished_table()
    table.state.councils[1].budget = -1
    assert [table.value(seat) for seat in range(3)] == [0.5, 0.0, 0.5]


def test_nobody_wins_a_hard_end_whose_region_failed() -> None:
    table = finished_table()
    table.cards.settings.ending = Ending.HARD
    assert sum(table.value(seat) for seat in range(3)) == pytest.approx(1)
    table.state.carbon = 10**9
    assert [table.value(seat) for seat in range(3)] == [0.0] * 3


def test_all_win_a_shared_end_together() -> None:
    table = finished_table()
    table.cards.settings.ending = Ending.SHARED
    assert [table.value(seat) for seat in range(3)] == [0.0] * 3
    for seat in range(3):
        table.state.councils[seat].goals[:] = [20 - seat] * 7
    assert [table.value(seat) for seat in range(3)] == [1.0] * 3


# ------------------------------------------------------------------------------------------------------------------- what a seat sees


def test_two_deals_that_differ_only_face_down_look_the_same() -> None:
    table = ResearchTable("smarter-spending", 3, 3, "score", None)
    table.lay(6)
    councils = [table.state.councils[seat].card for seat in range(3)]
    before, dealt = [table.observe(seat) for seat in range(3)], list(words_of(table.deal))
    deal, state, cards = table.deal, table.state, table.cards
    for category in range(cards.categories):  # a first need is the first of its category, so this order stays
        lie_down = [need for need in deal.needs[: cards.need_count] if state.need_place[need] == Place.DECK]
        turn_over(deal.needs, [need for need in lie_down if cards.needs[need].category == category])
    turn_over(deal.suppliers, [card for card in deal.suppliers[: cards.supplier_count] if state.supplier_place[card] == Place.DECK])
    turn_over(deal.events, deal.events[state.event_next : cards.event_count])
    deal.bids[: cards.bid_card_count] = deal.bids[: cards.bid_card_count][::-1]
    deal.deliveries[: cards.delivery_card_count] = deal.deliveries[: cards.delivery_card_count][::-1]
    known = {card for seat in range(3) for card in cards.councils[councils[seat]].home}
    for supplier in set(range(SUPPLIERS)) - known:
        deal.records[supplier] = -deal.records[supplier]
    table.open(councils)
    assert sum(now != then for now, then in zip(words_of(deal), dealt, strict=True)) > 100
    assert [table.observe(seat).tolist() for seat in range(3)] == [row.tolist() for row in before]


def turn_over(deck: list[int], hidden: list[int]) -> None:
    """Put these cards of a deck, which lie face down, in the opposite order."""
    places = [deck.index(card) for card in hidden]
    for place, card in zip(places, reversed(hidden), strict=True):
        deck[place] = card


def test_what_one_council_alone_knows_is_shown_to_no_other() -> None:
    table = ResearchTable("smarter-spending", 3, 3, "score", None)
    table.lay(6)
    before = [table.observe(seat).tolist() for seat in range(3)]
    private = table.state.private[1]
    assert sum(record != UNKNOWN for record in private.records) in range(1, HOME_SUPPLIERS + 1)
    private.event, private.suppliers[0] = 3, 5
    private.records[:] = [2] * SUPPLIERS
    after = [table.observe(seat).tolist() for seat in range(3)]
    assert [before[seat] == after[seat] for seat in range(3)] == [True, False, True]


def test_every_seat_sees_the_table_from_its_own_chair() -> None:
    game = raw_env(seats=3, years=3)
    names = list(word_names(State()))
    first, buyer, decider = (names.index(name) for name in ("first", "buyer", "decider"))
    own_council, own_private = names.index("councils[0].card"), names.index("private[0].records[0]")
    width, private_width = names.index("councils[1].card") - own_council, names.index("private[1].records[0]") - own_private
    own_draft = names.index("drafts[0].need")
    draft_width, written = names.index("drafts[1].need") - own_draft, 0
    in_trays = [names.index(f"need_seat[{need}]") for need in range(game.cards.need_count)]
    for number, decides in enumerate(play_in_turn(game)):
        if number % 8 or game.terminations[decides]:
            continue
        state = game.table.state
        for agent in game.agents:
            seat = game.seat_of[agent]
            row = game.observe(agent)["observation"]
            for place in range(3):
                words = row[own_council + place * width : own_council + (place + 1) * width]
                assert words.tolist() == list(words_of(state.councils[(seat + place) % 3]))
            assert row[own_private : own_private + private_width].tolist() == list(words_of(state.private[seat]))
            drafted = state.drafts[seat]
            assert row[own_draft : own_draft + draft_width].tolist() == list(words_of(drafted))
            written += drafted.need != NONE
            assert (row[decider] == 0) == (agent == decides)
            assert [(row[word] + seat) % 3 for word in (first, buyer)] == [state.first, state.buyer]
            assert {need for need, word in enumerate(in_trays) if row[word] == 0} == own_needs(state, seat)
    assert written > 0


def own_needs(state: State, seat: int) -> set[int]:
    council = state.councils[seat]
    return set(council.tray[: council.tray_count])


def test_looking_leaves_the_table_as_it_is() -> None:
    game = raw_env(seats=3, years=3)
    game.reset(seed=1)
    before = list(words_of(game.table.state))
    seen = game.observe("council_2")
    assert list(words_of(game.table.state)) == before
    assert game.state().tolist() == shown_words(game.table.state)
    assert game.state_space.contains(game.state())
    assert game.observation_space("council_2").contains(seen)


def test_a_row_holds_the_words_of_a_record_in_their_order() -> None:
    game = raw_env(**SHORT)
    game.reset(seed=1)
    for record in (game.cards, game.table.told):
        assert vector_of(record).tolist() == list(words_of(record))
    assert vector_of(game.table.state).tolist() == shown_words(game.table.state)


def shown_words(state: State) -> list[int]:
    """Every number of a table but those that lie face down, in the order of its fields."""
    named = zip(every_name(state), words_of(state), strict=True)
    return [word for name, word in named if name not in FACE_DOWN]


def every_name(state: State) -> Iterator[str]:
    """The field in which each word of a table stands."""
    for field in fields(state):
        value = getattr(state, field.name)
        parts = value if isinstance(value, list) else [value]
        for part in parts:
            yield from [field.name] * (len(list(words_of(part))) if is_dataclass(part) else 1)


def test_no_observation_tells_where_a_deck_stands() -> None:
    names = list(word_names(State()))
    assert not [name for name in names if name.partition("[")[0] in FACE_DOWN]
    table = ResearchTable("smarter-spending", 3, 3, "score", None)
    table.lay(6)
    before = [table.observe(seat).tolist() for seat in range(3)], table.everything().tolist()
    for name in FACE_DOWN:
        setattr(table.state, name, 7)
    assert ([table.observe(seat).tolist() for seat in range(3)], table.everything().tolist()) == before


def test_every_number_of_an_observation_has_a_name() -> None:
    names = list(word_names(State()))
    assert len(names) == len(set(names)) == WORDS == len(vector_of(State()))
    state = State()
    state.councils[4].contracts[2].price = 777
    state.market[3] = 55
    row = vector_of(state)
    assert row[names.index("councils[4].contracts[2].price")] == 777
    assert row[names.index("market[3]")] == 55


def test_the_cards_are_there_apart_from_the_table() -> None:
    game = env(**SHORT)
    row, names = vector_of(game.cards), list(word_names(game.cards))
    assert row[names.index("settings.years")] == 3
    assert row[names.index("needs[0].estimate")] == game.cards.needs[0].estimate > 0


# ---------------------------------------------------------------------------------------------------------- the bots of a single seat


def test_bots_see_only_what_their_own_chair_may_know(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    def look(cards: Cards, state: State, legal: list[int], count: int, *rest: object) -> int:
        nonlocal looks
        for other in range(state.seats):
            if other != state.decider:
                assert state.private[other].event == NONE
                assert set(state.private[other].records) == {UNKNOWN}
        assert set(state.private[state.decider].records) != {UNKNOWN}
        looks += 1
        return count - 1

    monkeypatch.setattr(council_env, "choose", look)
    game = CouncilEnv(**TWO_BOTS)
    _, info = game.reset(seed=8)
    while "rank" not in info:
        info = game.step(info["legal"][-1])[4]
    assert looks > 0


def test_bots_follow_the_learner_round_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    sat: set[tuple[int, str]] = set()

    def note(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: object, bot: str) -> int:
        sat.add((state.decider, bot))
        return count - 1

    monkeypatch.setattr(council_env, "make_bot", lambda name, ids: name)
    monkeypatch.setattr(council_env, "choose", note)
    game = CouncilEnv(bots=("random", "balanced"), years=3, seat=1)
    _, info = game.reset(seed=8)
    while "rank" not in info:
        info = game.step(info["legal"][-1])[4]
    assert sat == {(2, "random"), (0, "balanced")}


def test_the_same_seed_and_actions_bring_the_same_answers_of_any_bots() -> None:
    def course(bots: tuple[str, ...]) -> list[float]:
        game = CouncilEnv(bots=bots, years=3, seat=1)
        _, info = game.reset(seed=21)
        rewards: list[float] = []
        while "rank" not in info:
            _, reward, _, _, info = game.step(info["legal"][len(rewards) % len(info["legal"])])
            rewards.append(reward)
        return [*rewards, *game.table.state.councils[0].goals]

    bots = ("random", "planner:iterations=3:ahead=1:without=framework")
    assert course(bots) == course(bots)
    assert course(("balanced", "cheapest")) != course(("cheapest", "balanced"))


def test_a_bot_that_is_none_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="did you mean balanced"):
        CouncilEnv(bots=("balancd",))


def test_a_learner_without_a_seat_of_its_own_sits_on_any() -> None:
    game = CouncilEnv(**TWO_BOTS, seat=None)
    seats = set()
    for seed in range(12):
        game.reset(seed=seed)
        assert game.table.state.decider == game.seat
        seats.add(game.seat)
    assert seats == {0, 1, 2}


def test_a_step_after_the_end_brings_nothing_more() -> None:
    game = CouncilEnv(**TWO_BOTS)
    _, info = game.reset(seed=8)
    while "rank" not in info:
        info = game.step(info["legal"][-1])[4]
    seen, reward, terminated, truncated, _ = game.step(0)
    assert (reward, terminated, truncated) == (0.0, True, False)
    assert not seen["action_mask"].any()


# --------------------------------------------------------------------------------------------------------------- options and the eye


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"reward": "fame"}, "The reward is 'score' or 'win', not 'fame'."),
        ({"render_mode": "human"}, "The render mode is 'ansi' or None, not 'human'."),
        ({"seats": 0}, "This scenario has 1 to 6 seats, not 0."),
        ({"seats": 7}, "This scenario has 1 to 6 seats, not 7."),
    ],
)
def test_an_option_that_is_none_is_refused_with_a_sentence(options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError) as refusal:
        env(**options)
    assert str(refusal.value) == sentence


def test_a_seat_that_is_none_and_a_seed_that_is_none_are_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="The learner sits on a seat from 0 to 2, not 3"):
        CouncilEnv(**TWO_BOTS, seat=3)
    with pytest.raises(ValueError, match="A seed is a whole number of at most 128 bits"):
        raw_env(**SHORT).reset(seed=2**128)


def test_a_scenario_that_is_not_there_is_refused_as_everywhere() -> None:
    with pytest.raises(PackError, match="There is no pack"):
        parallel_env(scenario="smarter-spendin")


def test_a_scenario_in_which_nobody_can_decide_anything_is_refused() -> None:
    game = raw_env(**SHORT)
    game.cards.settings.days = 0
    with pytest.raises(ValueError, match="nobody has anything to decide"):
        game.reset(seed=1)


def test_the_table_can_be_read() -> None:
    game = env(**SHORT, render_mode="ansi")
    for _ in play_in_turn(game):
        text = game.render()
        council = game.pack.council(game.table.state.councils[0].card).name("en")
        assert f"Seat 0, {council}: score {score_of(game.cards, game.table.state, 0)}, " in text
        if game.agents and not any(game.terminations.values()):
            assert f"Seat {game.table.state.decider} (" in text.splitlines()[0]
    assert "The game is over." in text


def test_without_a_render_mode_there_is_nothing_to_read() -> None:
    game: CouncilsInParallel = parallel_env(**SHORT)
    game.reset(seed=1)
    assert game.render() is None
    game.close()


def test_the_example_plays_a_game(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(EXAMPLE), run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 10
    assert {line.split(" ends with a score of ")[0] for line in lines[-2:]} == {"council_0", "council_1"}


@pytest.mark.parametrize("make", [env, raw_env, parallel_env, CouncilEnv])
def test_an_environment_can_be_sent_to_another_process_and_goes_on_there(make: Callable[[], Any]) -> None:
    """Before its first game and in the middle of one: the copy sees the same and answers the same."""
    fresh = pickle.loads(pickle.dumps(make()))
    fresh.reset(seed=5)
    copies = [fresh, pickle.loads(pickle.dumps(fresh))]
    tables = [copy.table if hasattr(copy, "table") else copy.unwrapped.table for copy in copies]
    for _ in range(12):
        legal = tables[0].legal
        assert tables[1].legal == legal
        for table in tables:
            table.play(legal[-1])
    assert (tables[0].everything() == tables[1].everything()).all()


def test_a_pack_can_be_sent_to_another_process() -> None:
    pack = load_pack("our-town")
    copy = pickle.loads(pickle.dumps(pack))
    assert (copy.digest, copy.title, copy.ids) == (pack.digest, pack.title, pack.ids)
    assert [str(fault) for fault in copy.warnings] == [str(fault) for fault in pack.warnings]
