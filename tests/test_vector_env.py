"""Many tables at once are what Gymnasium asks for, and play the games of the interpreted environment, on however many threads."""

import runpy
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.error import ResetNeeded
from gymnasium.utils.env_checker import data_equivalence
from gymnasium.vector import AutoresetMode, SyncVectorEnv, VectorEnv
from gymnasium.vector.utils import batch_space
from gymnasium.wrappers.vector import RecordEpisodeStatistics
from hypothesis import given, settings
from hypothesis import strategies as some
from numpy.typing import NDArray

from caffael.rules.actions import ACTIONS
from caffael.rules.copying import words_of
from caffael.rules.records import State
from caffael.rules.terms import CHOICES, SEATS
from caffael.scenario import PackError
from caffael.simulation.play import layout, learners
from caffael.simulation.research import vector_env
from caffael.simulation.research.environment import COUNCIL_ID, CouncilEnv, raw_env
from caffael.simulation.research.observations import WORDS, Observer, eyes_of, word_names
from caffael.simulation.research.vector_env import CouncilVectorEnv

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "reinforce.py"
TWO_BOTS: dict[str, Any] = {"bots": ("random", "balanced"), "years": 3}
MODES = tuple(AutoresetMode)
LINE_UPS = (
    (),
    ("random",),
    ("balanced", "cheapest", "heedful"),
    ("random", "planner:iterations=2:ahead=1", "balanced:without=framework", "greenest", "naive"),
)


def any_of(masks: NDArray[np.int8], chance: np.random.Generator) -> NDArray[np.int64]:
    """For each table any legal action; 0 where there is none."""
    chosen: NDArray[np.int64] = (chance.random(masks.shape) * masks).argmax(axis=1)
    return chosen


def one_by_one(tables: int, mode: AutoresetMode, options: dict[str, Any]) -> SyncVectorEnv[Any, Any]:
    """The interpreted environment so many times over, in Gymnasium's own loop."""
    return SyncVectorEnv([lambda: CouncilEnv(**options) for _ in range(tables)], autoreset_mode=mode)


def hold_infos(fast: dict[str, Any], plain: dict[str, Any]) -> None:
    """Hold that all that the interpreted environment tells is told: a legal action is one of the mask."""
    for key in ("score", "rank", "illegal"):
        told = plain.get(f"_{key}", np.zeros(len(fast["_score"]), np.bool_))
        assert np.array_equal(fast.get(f"_{key}", np.zeros_like(told)), told), key
        if told.any():
            assert fast[key][told].tolist() == plain[key][told].tolist()
    for table in np.flatnonzero(plain["_legal"]):
        assert np.flatnonzero(fast["action_mask"][table]).tolist() == sorted(plain["legal"][table])


def hold_side_by_side(tables: int, mode: AutoresetMode, options: dict[str, Any], seed: int, steps: int, illegal: int = 0) -> int:
    """Play the same actions on both and hold everything equal; returns how many games ended.

    In every `illegal`-th step half of the actions are not legal.
    """
    fast, plain = CouncilVectorEnv(tables, **options, autoreset_mode=mode, threads=2), one_by_one(tables, mode, options)
    chance, ends = np.random.default_rng(seed), 0
    seen, infos = fast.reset(seed=seed)
    expected, plain_infos = plain.reset(seed=seed)
    for step in range(steps):
        assert np.array_equal(seen, expected["observation"])
        assert np.array_equal(fast.action_masks(), expected["action_mask"])
        assert np.array_equal(infos["action_mask"], expected["action_mask"])
        hold_infos(infos, plain_infos)
        actions = any_of(expected["action_mask"], chance)
        if illegal and step % illegal == illegal - 1:
            actions[: tables // 2] = ACTIONS - 1
        seen, *came, infos = fast.step(actions)
        expected, *plain_came, plain_infos = plain.step(actions)
        assert data_equivalence(came, plain_came, exact=True)
        over = came[1]
        ends += int(over.sum())
        if mode == AutoresetMode.SAME_STEP and over.any():
            for table in np.flatnonzero(over):
                assert np.array_equal(infos["final_obs"][table], plain_infos["final_obs"][table]["observation"])
            hold_infos(infos["final_info"], plain_infos["final_info"])
        if mode == AutoresetMode.DISABLED and over.any():
            seen, infos = fast.reset(options={"reset_mask": over})
            expected, plain_infos = plain.reset(options={"reset_mask": over})
    return ends


# ------------------------------------------------------------------------------------------------------- the games of the single seat


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_many_tables_play_what_as_many_single_ones_play(mode: AutoresetMode) -> None:
    assert hold_side_by_side(5, mode, TWO_BOTS, seed=11, steps=60) >= 10


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_an_illegal_action_ends_a_game_as_in_the_single_one_and_says_why(mode: AutoresetMode) -> None:
    assert hold_side_by_side(4, mode, {**TWO_BOTS, "illegal_reward": -5.0}, seed=3, steps=24, illegal=5) >= 8


@given(
    bots=some.sampled_from(LINE_UPS),
    seat=some.none() | some.integers(0, 5),
    seed=some.integers(0, 2**53 - 9),
    reward=some.sampled_from(("score", "win")),
    scenario=some.sampled_from(("smarter-spending", "first-steps", "our-town")),
    mode=some.sampled_from(MODES),
)
@settings(max_examples=12, deadline=None)
def test_any_line_up_seat_seed_and_scenario_give_the_same_games_both_ways(
    bots: tuple[str, ...], seat: int | None, seed: int, reward: str, scenario: str, mode: AutoresetMode
) -> None:
    options = {"bots": bots, "seat": None if seat is None else seat % (len(bots) + 1), "reward": reward, "scenario": scenario}
    hold_side_by_side(2, mode, options, seed, steps=25)


def test_all_seats_in_turn_play_what_the_game_in_turn_plays() -> None:
    fast = CouncilVectorEnv(1, bots=None, seats=3, years=3)
    plain = raw_env(seats=3, years=3)
    chance = np.random.default_rng(5)
    seen, infos = fast.reset(seed=21)
    plain.reset(seed=21)
    over = False
    while not over:
        agent = plain.agent_selection
        assert plain.seat_of[agent] == infos["seat"][0]
        shown = plain.observe(agent)
        assert np.array_equal(seen[0], shown["observation"])
        assert np.array_equal(infos["action_mask"][0], shown["action_mask"])
        action = any_of(infos["action_mask"], chance)
        seen, rewards, ended, _, infos = fast.step(action)
        plain.step(int(action[0]))
        assert infos["rewards"][0].tolist() == list(plain.rewards.values())
        assert rewards[0] == plain.rewards[agent]
        over = bool(ended[0])
        assert over == plain.terminations[agent]
    assert infos["rank"][0] == plain.infos[plain.possible_agents[infos["seat"][0]]]["rank"]


def test_the_functions_behind_it_play_the_same_interpreted() -> None:
    game = CouncilVectorEnv(1, bots=("balanced",), years=3)
    seen, _ = game.reset(seed=9)
    room, play, table, answer = learners.LearnersRoom(), learners.Play(2), learners.LearnerTable(), learners.Answer()
    row, mask, eyes = [0] * WORDS, [0] * ACTIONS, eyes_of(range(WORDS), 2)
    learners.lay_tables(game.cards, room, play, [table], [0], 0, 1, [9], [0], eyes, [row], [mask], [answer])
    while answer.over == 0:
        assert row == seen[0].tolist()
        assert mask == game.action_masks()[0].tolist()
        action = mask.index(1)
        learners.step_tables(game.cards, room, play, [table], [0], 0, 1, [action], eyes, [row], [mask], [answer])
        seen, rewards, *_ = game.step(np.array([action]))
        assert rewards[0] == answer.earned[0]
    assert row == seen[0].tolist()


# --------------------------------------------------------------------------------------------------------------- what Gymnasium expects


@pytest.fixture(scope="module")
def game() -> CouncilVectorEnv:
    return CouncilVectorEnv(20, **TWO_BOTS)


def test_it_is_made_by_the_name_under_which_the_single_seat_is_registered() -> None:
    made = gymnasium.make_vec(COUNCIL_ID, num_envs=3, **TWO_BOTS)
    assert isinstance(made.unwrapped, CouncilVectorEnv)
    assert made.num_envs == 3


def test_its_spaces_are_those_of_one_table_as_many_times_over(game: CouncilVectorEnv) -> None:
    single = CouncilEnv(**TWO_BOTS)
    assert single.observation_space["observation"] == game.single_observation_space  # type: ignore[index]
    assert single.action_space == game.single_action_space
    assert game.observation_space == batch_space(game.single_observation_space, 20)
    assert game.action_space == batch_space(game.single_action_space, 20)


def test_what_it_returns_has_the_shapes_and_kinds_that_gymnasium_expects(game: CouncilVectorEnv) -> None:
    seen, infos = game.reset(seed=1)
    chance = np.random.default_rng(1)
    for _ in range(40):
        assert game.observation_space.contains(seen)
        actions = any_of(infos["action_mask"], chance)
        assert game.action_space.contains(actions)
        seen, rewards, terminations, truncations, infos = game.step(actions)
        assert {array.shape for array in (rewards, terminations, truncations)} == {(20,)}
        assert [str(array.dtype) for array in (rewards, terminations, truncations)] == ["float64", "bool", "bool"]
        assert not truncations.any()
        assert {key for key in infos if not key.startswith("_")} == {key[1:] for key in infos if key.startswith("_")}
        assert infos["action_mask"].shape == (20, ACTIONS)
        assert infos["action_mask"].dtype == np.int8


def test_it_says_how_it_begins_the_next_game(game: CouncilVectorEnv) -> None:
    assert game.metadata["autoreset_mode"] is AutoresetMode.NEXT_STEP
    assert CouncilVectorEnv(1, **TWO_BOTS, autoreset_mode="SameStep").metadata["autoreset_mode"] is AutoresetMode.SAME_STEP
    assert CouncilVectorEnv.metadata == VectorEnv.metadata


def test_gymnasiums_wrappers_find_what_they_need() -> None:
    game = RecordEpisodeStatistics(CouncilVectorEnv(6, **TWO_BOTS))
    _, infos = game.reset(seed=4)
    start, chance, told = infos["score"].copy(), np.random.default_rng(2), 0
    first = np.ones(6, np.bool_)
    while first.any():
        _, _, over, _, infos = game.step(any_of(infos["action_mask"], chance))
        for table in np.flatnonzero(over & first):
            assert infos["episode"]["l"][table] > 3
            assert abs(infos["episode"]["r"][table] - (infos["score"][table] - start[table])) <= 40  # bots moved before it was first asked
            told += 1
        first &= ~over
    assert told == 6


def test_what_was_returned_is_not_written_over(game: CouncilVectorEnv) -> None:
    seen, infos = game.reset(seed=1)
    kept, kept_mask = seen.copy(), infos["action_mask"].copy()
    game.step(any_of(infos["action_mask"], np.random.default_rng(1)))
    assert np.array_equal(seen, kept)
    assert np.array_equal(infos["action_mask"], kept_mask)


def test_without_copies_arrays_are_written_over() -> None:
    game = CouncilVectorEnv(2, **TWO_BOTS, copy=False)
    seen, infos = game.reset(seed=1)
    kept = seen.copy()
    assert game.step(any_of(infos["action_mask"], np.random.default_rng(1)))[0] is seen
    assert not np.array_equal(seen, kept)


# --------------------------------------------------------------------------------------------------------------- seeds, threads, words


def course(game: CouncilVectorEnv, seed: int | list[int | None] | None, steps: int = 45) -> list[Any]:
    """All that some steps of random legal actions bring."""
    chance, came = np.random.default_rng(3), [game.reset(seed=seed)]
    for _ in range(steps):
        came.append(game.step(any_of(game.action_masks(), chance)))  # type: ignore[arg-type]
    return came


def test_a_seed_decides_all_games_that_follow(game: CouncilVectorEnv) -> None:
    first = course(game, 8)
    assert data_equivalence(first, course(game, 8), exact=True)
    assert not data_equivalence(first, course(game, 9), exact=True)


def test_a_reset_without_a_seed_deals_anew_and_can_be_repeated(game: CouncilVectorEnv) -> None:
    def openings() -> list[NDArray[np.int64]]:
        return [game.reset(seed=3)[0], game.reset()[0], game.reset()[0]]

    first = openings()
    assert not np.array_equal(first[1], first[0])
    assert not np.array_equal(first[1], first[2])
    assert data_equivalence(first, openings(), exact=True)


def test_each_table_may_have_a_seed_of_its_own(game: CouncilVectorEnv) -> None:
    seen, _ = game.reset(seed=[5] * 10 + [6] * 10)
    assert len(np.unique(seen, axis=0)) == 2
    assert np.array_equal(seen[[0, 10]], game.reset(seed=5)[0][:2])


def test_what_happens_does_not_depend_on_the_number_of_threads() -> None:
    games = [CouncilVectorEnv(100, **TWO_BOTS, threads=threads) for threads in (1, 2, 5)]
    assert [game._threads for game in games] == [1, 2, 5]
    first, *others = [course(game, 17, steps=30) for game in games]
    assert all(data_equivalence(first, other, exact=True) for other in others)
    for each in games:
        each.close()
        each.close()


def test_chosen_words_are_shown_in_the_order_in_which_they_are_asked_for(game: CouncilVectorEnv) -> None:
    names = list(word_names(State()))
    words = [names.index(name) for name in ("need_seat[3]", "year", "councils[0].goals[6]", "councils[1].budget", "decider", "first")]
    words += [word for word, name in enumerate(names) if name.startswith("need_seat") and word not in words]
    chosen = CouncilVectorEnv(20, **TWO_BOTS, words=words)
    assert chosen.single_observation_space.shape == (len(words),)
    for all_words, some_words in zip(course(game, 2), course(chosen, 2), strict=True):
        assert np.array_equal(all_words[0][:, words], some_words[0])


# ------------------------------------------------------------------------------------------------------------------------ what it sees


def test_it_shows_what_a_view_of_its_seat_shows_and_nothing_else() -> None:
    game, observer, state = CouncilVectorEnv(3, **TWO_BOTS, seat=1), Observer(), State()
    chance = np.random.default_rng(6)
    seen, infos = game.reset(seed=2)
    hidden = 0
    for _ in range(30):
        for table in range(3):
            held = game._tables["state"][table]
            layout.from_array(held, state)
            assert seen[table].tolist() == observer.observe(state, 1).tolist()
            before = list(words_of(state))
            for name in ("supplier_next", "need_next", "event_next", "bid_next", "delivery_next"):
                setattr(state, name, 3)
            for other in (0, 2):
                state.private[other].records[:] = [2] * len(state.private[other].records)
                state.drafts[other].need = state.drafts[other].need if state.decider != 1 or state.phase == 5 else 7
            hidden += before != list(words_of(state))
            assert seen[table].tolist() == observer.observe(state, 1).tolist()
        seen, _, _, _, infos = game.step(any_of(infos["action_mask"], chance))
    assert hidden == 90


def test_runs_and_seats_of_an_observation_have_room() -> None:
    scattered = eyes_of(range(WORDS - 1, -1, -1), SEATS)
    assert max(eyes.count for eyes in scattered) == WORDS <= learners.RUNS
    assert {eyes.chairs for eyes in scattered} == {learners.CHAIRS}
    assert len(learners.LearnersRoom().legal) == CHOICES
    assert {field.name for field in fields(learners.Eyes)} == {"count", "at", "place", "length", "chairs", "chair"}


# --------------------------------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"num_envs": 0}, "There is at least one table, not 0."),
        ({"seat": 3}, "The learner sits on a seat from 0 to 2, not 3."),
        ({"words": [WORDS]}, f"An observation shows some of the words 0 to {WORDS - 1}, each at most once."),
        ({"words": []}, f"An observation shows some of the words 0 to {WORDS - 1}, each at most once."),
        ({"threads": -1}, "There are so many threads as are asked for, or 0 for one on each core, not -1."),
        ({"reward": "fame"}, "The reward is 'score' or 'win', not 'fame'."),
        ({"bots": ("balancd",)}, "No bot is called 'balancd'"),
        ({"bots": None, "seats": 7}, "This scenario has 1 to 6 seats, not 7."),
    ],
)
def test_an_option_that_is_none_is_refused_with_a_sentence(options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError) as refusal:
        CouncilVectorEnv(**{**TWO_BOTS, **options})
    assert str(refusal.value).startswith(sentence)


def test_a_scenario_that_is_not_there_is_refused_as_everywhere() -> None:
    with pytest.raises(PackError, match="There is no pack"):
        CouncilVectorEnv(scenario="smarter-spendin")


def test_a_call_that_does_not_fit_is_refused_with_a_sentence(game: CouncilVectorEnv) -> None:
    with pytest.raises(ValueError, match="There is one action for each of the 20 tables, not an array of shape"):
        game.reset(seed=1)
        game.step(np.zeros(3, np.int64))
    for seed in (-1, 2**53):
        with pytest.raises(ValueError, match=r"A seed of the vectorised environment is a whole number from 0 to 2\^53, not"):
            game.reset(seed=seed)
    with pytest.raises(ValueError, match="There is one seed for each of the 20 tables, not 2"):
        game.reset(seed=[1, 2])
    for mask in (np.zeros(20, np.bool_), np.ones(3, np.bool_), [True] * 20):
        with pytest.raises(ValueError, match="'reset_mask' is an array of 20 truth values"):
            game.reset(options={"reset_mask": mask})
    with pytest.raises(ResetNeeded, match="call reset before step"):
        CouncilVectorEnv(1, **TWO_BOTS).step(np.zeros(1, np.int64))


def test_a_table_that_is_over_is_not_stepped_where_it_does_not_begin_by_itself() -> None:
    game = CouncilVectorEnv(2, **TWO_BOTS, autoreset_mode=AutoresetMode.DISABLED)
    game.reset(seed=1)
    game.step(np.array([ACTIONS - 1, 0]))
    with pytest.raises(ValueError, match=r"The game of table 0 is over: begin the next by reset"):
        game.step(np.zeros(2, np.int64))


def test_without_numba_one_sentence_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "caffael.simulation.play.compiled", None)
    monkeypatch.delattr("caffael.simulation.play.compiled")
    with pytest.raises(ModuleNotFoundError) as missing:
        CouncilVectorEnv(1, **TWO_BOTS)
    assert str(missing.value) == vector_env.NUMBA_MISSING


# ------------------------------------------------------------------------------------------------------------------------- the example


def test_the_small_network_of_the_example_learns() -> None:
    example = runpy.run_path(str(EXAMPLE))
    before = example["win_share"](example["train"](0), games=1_000)
    after = example["win_share"](example["train"](15, tables=128), games=1_000)
    assert before.low < 0.25 < before.high
    assert after.low > before.high
