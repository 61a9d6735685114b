"""Many tables side by side, played compiled: a Gymnasium `VectorEnv`, which `environment` registers for `gymnasium.make_vec`.

On each table one seat learns and bots hold the others, or all seats learn in turn. The games are those of `council_env.CouncilEnv`: the
same seeds and actions bring the same observations, rewards and ends. Needs numba, which comes with the extra `research`.
"""

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from gymnasium import spaces
from gymnasium.error import ResetNeeded
from gymnasium.utils import seeding
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space
from numpy.typing import NDArray

from caffael.bots import Bot, make_bot
from caffael.rules.actions import ACTIONS
from caffael.rules.reasons import LEGAL
from caffael.rules.seeds import SMALL
from caffael.rules.terms import NONE, SEATS
from caffael.saves.packed_rows import LARGEST
from caffael.simulation.play import layout
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.learners import Answer, LearnersRoom, LearnerTable, Play
from caffael.simulation.research.observations import WORDS, eyes_of
from caffael.simulation.research.research_table import SCENARIO, ResearchTable, Reward
from caffael.words.sentences import reason_text

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]
AHEAD = 64
"""Deals that are drawn at once for a table."""
A_THREAD = 16
"""Tables that are worth a thread of their own."""
RESET_MASK = "reset_mask"
NUMBA_MISSING = 'The vectorised environment plays compiled rules and needs numba: .venv/bin/pip install -e ".[research]" brings it.'
COMPILING = "Compiling the rules and bots for research. This takes some minutes, the first time and after a change of them."
ENTRIES = ("learners.lay_tables", "learners.step_tables")


def compiled_rules() -> ModuleType:
    """The compiled rules. Raises ModuleNotFoundError with a sentence where numba is missing."""
    try:
        from caffael.simulation.play import compiled  # noqa: PLC0415 - what else is here can be read without numba
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(NUMBA_MISSING, name=missing.name) from missing
    return compiled


class Deals:
    """For each table the seat and the deal of its next games, drawn as `CouncilEnv` draws them."""

    def __init__(self, tables: int, seat: int | None, seats: int) -> None:
        self.seat, self.seats = seat, seats
        self._chances: list[np.random.Generator | None] = [None] * tables
        self._seeds, self._chairs = np.zeros((tables, AHEAD), np.int64), np.full((tables, AHEAD), seat or 0, np.int64)
        self._used = np.full(tables, AHEAD)

    def begin(self, table: int, seed: int) -> int:
        """Let a seed decide all that a table draws from now on; returns the chair for the game with the deal of that seed."""
        chance = self._chances[table] = seeding.np_random(seed)[0]
        self._used[table] = AHEAD
        return int(chance.integers(self.seats)) if self.seat is None else self.seat

    def draw(self, which: Whole) -> tuple[Whole, Whole]:
        """The seeds and chairs of the next game of these tables."""
        for table in which[self._used[which] == AHEAD]:
            self._draw_ahead(int(table))
        place = self._used[which]
        self._used[which] += 1
        return self._seeds[which, place], self._chairs[which, place]

    def _draw_ahead(self, table: int) -> None:
        chance = self._chances[table]
        if chance is None:
            chance = self._chances[table] = seeding.np_random()[0]
        self._used[table] = 0
        if self.seat is not None:
            self._seeds[table] = chance.integers(LARGEST, size=AHEAD)
            return
        for place in range(AHEAD):  # one by one, because chair and seed are drawn in turns
            self._chairs[table, place] = chance.integers(self.seats)
            self._seeds[table, place] = chance.integers(LARGEST)


class CouncilVectorEnv(VectorEnv[Whole, Whole, NDArray[Any]]):
    """So many tables (`num_envs`), stepped at once. `scenario`, `years`, `reward` and `illegal_reward` are those of `CouncilEnv`.

    **Who plays.** `bots` names one bot for each other seat, in the order in which they follow the learner's round the table, as a line-up
    does everywhere; `seat` is the learner's, None draws one for each game. With `bots` None the caller plays all `seats` in turn: an
    observation is that of the seat that decides (`infos["seat"]`), a reward that of the seat that has just decided, and
    `infos["rewards"]` has what every seat earned by this step.

    **Observations**: an int64 array of (num_envs, words), each row as `CouncilEnv` shows it (see `observations.py`). `words` chooses some
    of its numbers, by their places in `word_names(State())`; fewer are quicker. **Actions**: an array of (num_envs,).
    **Masks**: `infos["action_mask"]`, an int8 array of (num_envs, ACTIONS), and the same by `action_masks()`.
    **Rewards** are float64, terminations and truncations (never any) bool, each (num_envs,). **Infos**: also `score`, and for tables whose
    game has ended `rank` (0 is first) and, if an action was not legal, `illegal` with the reason; by Gymnasium's custom a key with `_`
    before it says for which tables a value is one.

    **The next game** begins by itself. `autoreset_mode` is Gymnasium's: NEXT_STEP (the first step after an end begins the next game,
    whatever the action, and earns nothing), SAME_STEP (the step that ends a game shows the next one; what was seen last is in
    `infos["final_obs"]` and `infos["final_info"]`), or DISABLED (by `reset(options={"reset_mask": ...})`).

    **Seeds**: `reset(seed=7)` lays the deals of the seeds 7, 8, 9, ... on the tables, a list gives each its own; a seed is at most 2^53.
    A table's later games follow from its seed. `threads` (0: one for each core) share out the tables; what happens does not depend on it.
    With `copy` False arrays of observations and masks are written over by the next step.
    """

    def __init__(
        self,
        num_envs: int = 1,
        scenario: str | Path = SCENARIO,
        bots: Sequence[str] | None = ("balanced", "balanced", "balanced"),
        seat: int | None = 0,
        seats: int = 4,
        years: int | None = None,
        reward: Reward = "score",
        illegal_reward: float = -1.0,
        words: Sequence[int] | None = None,
        autoreset_mode: AutoresetMode | str = AutoresetMode.NEXT_STEP,
        threads: int = 0,
        copy: bool = True,
    ) -> None:
        seats = seats if bots is None else len(bots) + 1
        table = ResearchTable(scenario, seats, years, reward, None)
        table.lay(0)  # refuses a scenario in which nobody has anything to decide
        shown = list(range(WORDS) if words is None else words)
        check_options(num_envs, seats, seat, shown, threads)
        self._rules = compiled_rules()
        self.pack, self.cards, self._language = table.pack, table.cards, table.language
        self.num_envs, self.seats, self.reward, self.illegal_reward = num_envs, seats, reward, illegal_reward
        self.autoreset_mode = AutoresetMode(autoreset_mode)
        self.metadata = {"render_modes": [], "autoreset_mode": self.autoreset_mode}
        self.single_observation_space = spaces.Box(-LARGEST, LARGEST, (len(shown),), np.int64)
        self.single_action_space = spaces.Discrete(ACTIONS)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self.copy = copy
        self._in_turn = bots is None
        self._all = np.arange(num_envs)
        self._deals = Deals(num_envs, 0 if self._in_turn else seat, seats)
        self._threads = min(threads or os.cpu_count() or 1, max(num_envs // A_THREAD, 1))
        self._pool = ThreadPoolExecutor(self._threads - 1) if self._threads > 1 else None
        line_up = [make_bot(name, self.pack.ids) for name in bots or ()]
        rooms = [layout.to_array(LearnersRoom()) for _ in range(self._threads)]
        for room in rooms:
            room["bots"][0] = layout.to_rows(line_up + [Bot() for _ in range(SEATS - len(line_up))])
        self._rooms = [room[0] for room in rooms]
        self._card_array = layout.to_array(self.cards)
        self._play = layout.to_array(Play(seats, int(self._in_turn), int(reward == "win")))
        self._eyes = layout.to_rows(eyes_of(shown, seats))
        self._tables = np.zeros(num_envs, layout.dtype_of(LearnerTable()))
        self._answers = np.zeros(num_envs, layout.dtype_of(Answer()))
        self._seen = np.zeros((num_envs, len(shown)), np.int64)
        self._masks = np.zeros((num_envs, ACTIONS), np.int8)
        self._over = np.zeros(num_envs, np.bool_)
        self._begun = False
        self._get_ready()

    def _get_ready(self) -> None:
        """Compile what steps the tables, or load it as it was compiled before: by a step of no table."""
        if not self._rules.is_compiled(ENTRIES):
            print(COMPILING, file=sys.stderr, flush=True)
        none = self._all[:0]
        self._lay(none, none, none)
        self._step(none, none)

    # ------------------------------------------------------------------------------------------------------------------ Gymnasium's own

    def reset(
        self, *, seed: int | Sequence[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Whole, dict[str, Any]]:
        """Begin a game on every table, or where `options["reset_mask"]` is True, with the deals of seeds or with deals drawn by chance."""
        chosen = (options or {}).get(RESET_MASK)
        given = seeds_of(seed, self.num_envs)
        super().reset(seed=given[0])
        which = self._all if chosen is None else np.flatnonzero(checked_mask(chosen, self.num_envs))
        seeded = [int(table) for table in which if given[table] is not None]
        seeds, chairs = np.zeros(self.num_envs, np.int64), np.zeros(self.num_envs, np.int64)
        for table in seeded:
            seeds[table] = given[table] or 0
            chairs[table] = self._deals.begin(table, int(seeds[table]))
        drawn = np.setdiff1d(which, seeded).astype(np.int64)
        seeds[drawn], chairs[drawn] = self._deals.draw(drawn)
        if self.copy:
            self._seen = self._seen.copy()
        self._lay(which, seeds, chairs)
        self._over[which] = False
        self._begun = self._begun or chosen is None
        return self._seen, self._infos(which)

    def step(self, actions: Whole) -> tuple[Whole, NDArray[np.float64], Truth, Truth, dict[str, Any]]:
        """Decide on every table, and let the bots play until each learner has to decide again or its game is over."""
        if not self._begun:
            raise ResetNeeded("The tables are not laid yet: call reset before step.")
        chosen = np.ascontiguousarray(actions, np.int64)
        if chosen.shape != (self.num_envs,):
            raise ValueError(f"There is one action for each of the {self.num_envs} tables, not an array of shape {chosen.shape}.")
        decided = self._answers["seat"].copy()
        ended = np.flatnonzero(self._over)
        if len(ended) and self.autoreset_mode == AutoresetMode.DISABLED:
            raise ValueError(f"The game of table {ended[0]} is over: begin the next by reset(options={{'{RESET_MASK}': ...}}).")
        if self.copy:
            self._seen = np.empty_like(self._seen)  # each table is shown anew: what was returned before stays as it is
        self._step(np.flatnonzero(~self._over), chosen)
        self._lay_next(ended)
        over = self._answers["over"] == 1
        rewards = self._rewards(decided)
        infos: dict[str, Any] = {}
        if self.autoreset_mode == AutoresetMode.SAME_STEP:
            earned = self._all_rewards()
            self._tell_ends(infos, over)
            self._lay_next(np.flatnonzero(over))
            infos |= self._infos(self._all, earned)
        else:
            self._over = over.copy()
            infos = self._infos(self._all)
        return self._seen, rewards, over, np.zeros(self.num_envs, np.bool_), infos

    def action_masks(self) -> NDArray[np.int8]:
        """1 for each action that is legal now, a row for each table; all 0 where the game is over."""
        return self._masks.copy()

    def close_extras(self, **_: Any) -> None:
        """Let the threads go."""
        if self._pool is not None:
            self._pool.shutdown()

    # -------------------------------------------------------------------------------------------------------------------- compiled play

    def _lay_next(self, which: Whole) -> None:
        """Begin the next game on these tables."""
        if len(which):
            seeds, chairs = np.zeros(self.num_envs, np.int64), np.zeros(self.num_envs, np.int64)
            seeds[which], chairs[which] = self._deals.draw(which)
            self._lay(which, seeds, chairs)

    def _lay(self, which: Whole, seeds: Whole, chairs: Whole) -> None:
        self._share_out(self._rules.lay_tables, which, seeds, chairs)

    def _step(self, which: Whole, actions: Whole) -> None:
        self._share_out(self._rules.step_tables, which, actions)

    def _share_out(self, entry: Callable[..., None], which: Whole, *asked: Whole) -> None:
        """Call a compiled function for these tables, on as many threads as they are worth."""
        parts = max(min(self._threads, len(which) // A_THREAD), 1)
        cuts = [len(which) * part // parts for part in range(parts + 1)]

        def call(part: int) -> None:
            known = (self._card_array[0], self._rooms[part], self._play[0], self._tables, which, cuts[part], cuts[part + 1])
            entry(*known, *asked, self._eyes, self._seen, self._masks, self._answers)

        waiting = [self._pool.submit(call, part) for part in range(1, parts)] if self._pool is not None else []
        call(0)
        for part in waiting:
            part.result()

    # ------------------------------------------------------------------------------------------------------------------ what is answered

    def _all_rewards(self) -> NDArray[np.float64]:
        """What each seat of each table has earned by the last step."""
        return self._answers["earned"][:, : self.seats] / (WIN if self.reward == "win" else 1)

    def _rewards(self, decided: Whole) -> NDArray[np.float64]:
        """What the seats that decided have earned."""
        illegal = self._answers["reason"] != LEGAL
        return np.where(illegal, self.illegal_reward, self._all_rewards()[self._all, decided])

    def _infos(self, which: Whole, earned: NDArray[np.float64] | None = None) -> dict[str, Any]:
        """What is told beside the observations, of these tables; others have a False before it."""
        told = np.zeros(self.num_envs, np.bool_)
        told[which] = True
        infos: dict[str, Any] = {}
        add(infos, "action_mask", self._masks.copy() if self.copy else self._masks, told)
        add(infos, "score", self._answers["score"].copy(), told)
        ranked = told & (self._answers["rank"] != NONE)
        add(infos, "rank", np.where(ranked, self._answers["rank"], 0), ranked)
        illegal = told & (self._answers["reason"] != LEGAL)
        if illegal.any():
            add(infos, "illegal", self._reasons(illegal), illegal)
        if self._in_turn:
            add(infos, "seat", self._answers["seat"].copy(), told)
            add(infos, "rewards", self._all_rewards() if earned is None else earned, told)
        return infos

    def _reasons(self, illegal: Truth) -> NDArray[Any]:
        """Why actions were refused, as sentences."""
        sentences = np.full(self.num_envs, None, object)
        for table in np.flatnonzero(illegal):
            sentences[table] = reason_text(self._language, int(self._answers["reason"][table]))
        return sentences

    def _tell_ends(self, infos: dict[str, Any], over: Truth) -> None:
        """Where the next games begin within the step: what was seen last of those that are over."""
        if over.any():
            last = np.full(self.num_envs, None, object)
            for table in np.flatnonzero(over):
                last[table] = self._seen[table].copy()
            add(infos, "final_obs", last, over)
            add(infos, "final_info", self._infos(np.flatnonzero(over)), over)


def add(infos: dict[str, Any], key: str, values: Any, told: Truth) -> None:
    """Add a value for each table, and by Gymnasium's custom for which tables it is one."""
    infos[key], infos[f"_{key}"] = values, told.copy()


def check_options(tables: int, seats: int, seat: int | None, words: list[int], threads: int) -> None:
    """Raise ValueError with a sentence for an option that is none."""
    if tables < 1:
        raise ValueError(f"There is at least one table, not {tables}.")
    if seat is not None and not 0 <= seat < seats:
        raise ValueError(f"The learner sits on a seat from 0 to {seats - 1}, not {seat}.")
    if not words or min(words) < 0 or max(words) >= WORDS or len(words) > WORDS:
        raise ValueError(f"An observation shows some of the words 0 to {WORDS - 1}, each at most once.")
    if threads < 0:
        raise ValueError(f"There are so many threads as are asked for, or 0 for one on each core, not {threads}.")


def seeds_of(seed: int | Sequence[int | None] | None, tables: int) -> list[int | None]:
    """The seed of each table. Raises ValueError for one that is none."""
    if seed is None:
        return [None] * tables
    given: list[int | None] = [seed + table for table in range(tables)] if isinstance(seed, int) else list(seed)
    if len(given) != tables:
        raise ValueError(f"There is one seed for each of the {tables} tables, not {len(given)}.")
    for each in given:
        if each is not None and not 0 <= each <= SMALL:
            raise ValueError(f"A seed of the vectorised environment is a whole number from 0 to 2^53, not {each}.")
    return given


def checked_mask(mask: Any, tables: int) -> Truth:
    """A mask of tables to be reset. Raises ValueError for one that is none."""
    if not isinstance(mask, np.ndarray) or mask.shape != (tables,) or mask.dtype != np.bool_ or not mask.any():
        raise ValueError(f"'{RESET_MASK}' is an array of {tables} truth values, at least one of them True.")
    return mask
