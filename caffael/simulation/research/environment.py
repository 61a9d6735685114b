"""Caffael for research on learning: every council an agent (PettingZoo), or one council among bots (Gymnasium).

`env` and `raw_env` are turn by turn (PettingZoo's AEC), `parallel_env` is the same game in PettingZoo's parallel form, and importing this
module registers `CouncilEnv` with Gymnasium as `caffael/Council-v1`. Needs the packages pettingzoo and gymnasium. The same games, many at
once and compiled, are `vector_env.CouncilVectorEnv` (`gymnasium.make_vec("caffael/Council-v1", num_envs=256)`).

**Options.** `scenario`: the id of a pack that ships, or a pack's folder. `seats`: 1 to 6 councils. `years`: the length of a game, None for
the scenario's own. `reward`: "score" or "win". `illegal_reward`: what an action that is not legal costs. `render_mode`: None or "ansi".

**Agents** are `council_0` to `council_5`, by seat: council_0 is first to buy in the first year.

**Observation**: a dict. `observation` is a row of `observations.WORDS` whole numbers (int64, within 2^53 either way; money in pounds,
carbon in kilograms, not normalised): what lies face up and what this seat alone knows, told from its own chair (see `observations.py`;
`word_names(State())` says what each number is); where the decks stand is not in it. `action_mask` (int8) is 1 for each action that is
legal for this agent now; all 0 while another one decides. What the cards say does not change in a game, so it is no part of it: `cards`
is the record of all cards (only to be read), and `vector_of(env.cards)` the same as one row.

**Action**: a number of `rules.actions`, `Discrete(ACTIONS)`, the same for every scenario. One action is one small decision; publishing a
tender is three (need, route, weights), all by the same agent. `rules.notation.to_text(action, env.cards, env.pack.ids)` says it in words.

**Reward** "score": by how much the council's score (rulebook 12.2) has changed since the agent was last rewarded, so that the sum over a
game is its final score less that at the start. "win": 0 until the end; then 1 for the winner, 1/n for each of n that share the first
place, and 0 for all where nobody wins. At a shared end all win or all lose. Games end by themselves: nothing is ever truncated.

**Info**: `legal`, the legal actions as a list; `score`; at the end also `rank` (0 is first).

**Seed**: `reset(seed=7)` lays the deal of seed 7, the one that it gives on the board and in the laboratory too, and seeds the deals of the
resets without a seed that follow.

**An action that is not legal.** In `env` PettingZoo's own wrapper ends the game for all, with `illegal_reward` for who did it; `raw_env`
raises ValueError. The parallel form ends the game likewise.
"""

# mypy: disable-error-code="import-untyped", disallow-subclassing-any=False
# (pettingzoo's types are not marked for others to read)

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gymnasium
from pettingzoo import AECEnv, ParallelEnv
from pettingzoo.utils import wrappers

from caffael.rules.actions import ACTIONS
from caffael.simulation.research.agents import TableAgents
from caffael.simulation.research.council_env import CouncilEnv
from caffael.simulation.research.observations import ACTION_MASK, OBSERVATION, Observation, mask_of
from caffael.simulation.research.research_table import SCENARIO, Info, RenderMode, Reward

__all__ = ["COUNCIL_ID", "WAIT", "CouncilEnv", "CouncilsInParallel", "CouncilsInTurn", "env", "parallel_env", "raw_env"]

COUNCIL_ID = "caffael/Council-v1"
WAIT = ACTIONS
"""In the parallel form: what all agents but the one that decides are to submit."""


class CouncilsInTurn(TableAgents, AECEnv):
    """The game turn by turn: `agent_selection` is the council that decides now."""

    def __init__(self, **options: Any) -> None:
        super().__init__(ACTIONS, **options)

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Begin a game with the deal of a seed, without one with a deal drawn by chance. There are no `options`."""
        self.lay(seed)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos = self.all_infos()
        self.agent_selection = self.decider

    def observe(self, agent: str) -> Observation:
        """What an agent sees now."""
        seat = self.seat_of[agent]
        return {OBSERVATION: self.table.observe(seat), ACTION_MASK: mask_of(self.table.legal_for(seat), ACTIONS)}

    def step(self, action: int | None) -> None:
        """Decide for the agent whose turn it is. Raises ValueError for an action that is not legal; then nothing has changed.

        When the game is over, each agent is to step once more, with None.
        """
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        if action is None:
            raise ValueError(f"{agent} has to decide; None is only for an agent whose game is over.")
        self.table.forget_news()
        self.table.play(int(action))
        self._cumulative_rewards[agent] = 0.0
        self.rewards = self.all_rewards()
        self.terminations = dict.fromkeys(self.agents, self.table.over)
        self.infos = self.all_infos()
        self._accumulate_rewards()
        self.agent_selection = self.decider


class CouncilsInParallel(TableAgents, ParallelEnv):
    """The same game where all agents submit an action at once.

    Caffael is played in turns, and this form does not hide it: at each step one agent decides, and its mask shows its legal actions.
    The mask of all others allows `WAIT` alone (the number after the last action, so the space is `Discrete(ACTIONS + 1)`), and what they
    submit is not looked at.
    """

    def __init__(self, illegal_reward: float = -1.0, **options: Any) -> None:
        super().__init__(ACTIONS + 1, **options)
        self.illegal_reward = illegal_reward

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[dict[str, Observation], dict[str, Info]]:
        """Begin a game with the deal of a seed, without one with a deal drawn by chance. There are no `options`."""
        self.lay(seed)
        return self._observations(), self.all_infos()

    def step(
        self, actions: Mapping[str, int]
    ) -> tuple[dict[str, Observation], dict[str, float], dict[str, bool], dict[str, bool], dict[str, Info]]:
        """Take the action of the agent that decides. One that is not legal changes nothing and ends the game for all."""
        if not self.agents:
            return {}, {}, {}, {}, {}
        agent = self.decider
        action = int(actions[agent])
        refused = self.table.why_illegal(action)
        if not refused:
            self.table.forget_news()
            self.table.play(action)
        rewards = self.all_rewards()
        infos = self.all_infos()
        if refused:
            rewards[agent] = self.illegal_reward
            infos[agent]["illegal"] = refused
        over = self.table.over or bool(refused)
        observations = self._observations()
        terminations, truncations = dict.fromkeys(self.agents, over), dict.fromkeys(self.agents, False)
        if over:
            self.agents = []
        return observations, rewards, terminations, truncations, infos

    def _observations(self) -> dict[str, Observation]:
        seen: dict[str, Observation] = {}
        for agent in self.agents:
            seat = self.seat_of[agent]
            mask = mask_of(self.table.legal_for(seat) or [WAIT], ACTIONS + 1)
            seen[agent] = {OBSERVATION: self.table.observe(seat), ACTION_MASK: mask}
        return seen


def raw_env(
    scenario: str | Path = SCENARIO, seats: int = 4, years: int | None = None, reward: Reward = "score", render_mode: RenderMode = None
) -> CouncilsInTurn:
    """The game turn by turn, as it is. Raises PackError for a scenario that can't be played, ValueError for an option that is none."""
    return CouncilsInTurn(scenario=scenario, seats=seats, years=years, reward=reward, render_mode=render_mode)


def env(illegal_reward: float = -1.0, **options: Any) -> AECEnv:
    """The game turn by turn in PettingZoo's usual wrappers. All other options are those of `raw_env`."""
    wrapped = wrappers.TerminateIllegalWrapper(raw_env(**options), illegal_reward=illegal_reward)
    return wrappers.OrderEnforcingWrapper(wrappers.AssertOutOfBoundsWrapper(wrapped))


def parallel_env(illegal_reward: float = -1.0, **options: Any) -> CouncilsInParallel:
    """The game in PettingZoo's parallel form. All other options are those of `raw_env`."""
    return CouncilsInParallel(illegal_reward=illegal_reward, **options)


if COUNCIL_ID not in gymnasium.registry:
    gymnasium.register(
        id=COUNCIL_ID,
        entry_point="caffael.simulation.research.council_env:CouncilEnv",
        vector_entry_point="caffael.simulation.research.vector_env:CouncilVectorEnv",
    )
