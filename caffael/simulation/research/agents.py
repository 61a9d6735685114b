"""What both PettingZoo forms share: the agents of one table, their spaces, and the deals they play."""

from pathlib import Path
from typing import Any

import numpy as np
from gymnasium import spaces
from gymnasium.utils import seeding
from numpy.typing import NDArray

from caffael.saves.packed_rows import LARGEST
from caffael.simulation.research.observations import WORDS, observation_space
from caffael.simulation.research.research_table import RENDER_MODES, SCENARIO, Info, RenderMode, ResearchTable, Reward


class TableAgents:
    """A table whose every council is an agent. The options are those of `caffael.simulation.research.environment`."""

    metadata: dict[str, Any] = {"name": "caffael_v1", "render_modes": RENDER_MODES, "is_parallelizable": False}

    def __init__(
        self,
        actions: int,
        scenario: str | Path = SCENARIO,
        seats: int = 4,
        years: int | None = None,
        reward: Reward = "score",
        render_mode: RenderMode = None,
    ) -> None:
        self.table = ResearchTable(scenario, seats, years, reward, render_mode)
        self.pack = self.table.pack
        self.cards = self.table.cards
        self.render_mode = render_mode
        self.possible_agents = [f"council_{seat}" for seat in range(seats)]
        self.seat_of = {agent: seat for seat, agent in enumerate(self.possible_agents)}
        self.agents: list[str] = []
        self.state_space = spaces.Box(-LARGEST, LARGEST, (WORDS,), np.int64)
        self.observation_spaces = {agent: observation_space(actions) for agent in self.possible_agents}
        self.action_spaces = {agent: spaces.Discrete(actions) for agent in self.possible_agents}
        self._chance = seeding.np_random()[0]

    def lay(self, seed: int | None) -> None:
        """Begin a game with the deal of a seed, which also seeds the deals that follow; without one with the next of these."""
        if seed is not None:
            self._chance = seeding.np_random(seed)[0]
        self.table.lay(int(self._chance.integers(LARGEST)) if seed is None else int(seed))
        self.agents = list(self.possible_agents)

    @property
    def decider(self) -> str:
        """The agent that decides now."""
        return self.possible_agents[self.table.state.decider]

    def all_infos(self) -> dict[str, Info]:
        """The info of each agent."""
        return {agent: self.table.info(self.seat_of[agent]) for agent in self.agents}

    def all_rewards(self) -> dict[str, float]:
        """What each agent has earned since it was last rewarded."""
        return {agent: self.table.earn(self.seat_of[agent]) for agent in self.agents}

    def observation_space(self, agent: str) -> spaces.Dict:
        """The space of an agent's observations: always the same object."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> spaces.Discrete:
        """The space of an agent's actions: always the same object."""
        return self.action_spaces[agent]

    def state(self) -> NDArray[np.int64]:
        """The whole table with what each council alone knows (but nothing that lies face down), for training in one place."""
        return self.table.everything()

    def render(self) -> str | None:
        """The table and what happened since the last decision, as text; None without the render mode "ansi"."""
        return self.table.text()

    def close(self) -> None:
        """There is nothing to let go."""
