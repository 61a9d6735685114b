"""One council that learns, and bots on the other chairs: a Gymnasium environment, registered by `environment`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces

from caffael.bots import choose, make_bot
from caffael.bots.desk import Desk
from caffael.rules.actions import ACTIONS
from caffael.rules.notation import Ids
from caffael.rules.records import State, Stream
from caffael.rules.seeds import begin_stream
from caffael.rules.view import view
from caffael.saves.packed_rows import LARGEST
from caffael.simulation.research.observations import ACTION_MASK, OBSERVATION, Observation, mask_of, observation_space
from caffael.simulation.research.research_table import RENDER_MODES, SCENARIO, Info, RenderMode, ResearchTable, Reward


class Opponents:
    """One bot for each other chair, in the order in which they follow the learner's round the table.

    A bot goes by its name, with parameters as everywhere (`balanced:carbon=2`). Raises NoSuchBotError (a ValueError) for one that is none.
    """

    def __init__(self, names: Sequence[str], ids: Ids) -> None:
        self._bots = [make_bot(name, ids) for name in names]
        self._streams = [Stream() for _ in names]
        self._desk, self._sight = Desk(), State()

    def begin(self, seed: int) -> None:
        """Begin a game: the same seed and the same actions of the learner give the same answers."""
        for place, stream in enumerate(self._streams):
            begin_stream(stream, seed, 1 + place)

    def choose(self, table: ResearchTable, seat: int) -> int:
        """The action of the bot that is to decide, by what its own chair may know; the learner sits on `seat`."""
        decider = table.state.decider
        place = (decider - seat) % table.seats - 1
        view(table.state, decider, self._sight)
        legal = table.legal
        return legal[choose(table.cards, self._sight, legal, len(legal), self._streams[place], self._desk, self._bots[place])]


class CouncilEnv(gymnasium.Env[dict[str, Any], np.int64]):
    """One seat of a game; bots hold all others.

    `bots` names one bot for each other seat, in the order in which they follow the learner's round the table. `seat` is the learner's (0
    is the first to buy in the first year); None draws one anew for each game. All other options, spaces, rewards and infos are those of
    `caffael.simulation.research.environment`. An action that is not legal changes nothing and ends the game with `illegal_reward`, and the
    info says why in `illegal`. A game that ends before the seat has anything to decide ends at its first step, whatever the action.
    """

    metadata = {"render_modes": RENDER_MODES, "render_fps": 1}

    def __init__(
        self,
        scenario: str | Path = SCENARIO,
        bots: Sequence[str] = ("balanced", "balanced", "balanced"),
        seat: int | None = 0,
        years: int | None = None,
        reward: Reward = "score",
        illegal_reward: float = -1.0,
        render_mode: RenderMode = None,
    ) -> None:
        self.table = ResearchTable(scenario, len(bots) + 1, years, reward, render_mode)
        if seat is not None and not 0 <= seat <= len(bots):
            raise ValueError(f"The learner sits on a seat from 0 to {len(bots)}, not {seat}.")
        self.cards = self.table.cards
        self.render_mode = render_mode
        self.illegal_reward = illegal_reward
        self.seat = seat or 0
        self._drawn = seat is None
        self._opponents = Opponents(bots, self.table.pack.ids)
        self.observation_space = observation_space(ACTIONS)
        self.action_space = spaces.Discrete(ACTIONS)

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> tuple[Observation, Info]:
        """Begin a game with the deal of a seed, without one with a deal drawn by chance. There are no `options`."""
        super().reset(seed=seed)
        if self._drawn:
            self.seat = int(self.np_random.integers(self.table.seats))
        deal_seed = int(self.np_random.integers(LARGEST)) if seed is None else int(seed)
        self.table.lay(deal_seed)
        self._opponents.begin(deal_seed)
        self._go_on()
        return self._observation(), self.table.info(self.seat)

    def step(self, action: np.int64 | int) -> tuple[Observation, float, bool, bool, Info]:
        """Decide for the seat, and let the bots play until it has to decide again or the game is over."""
        refused = "" if self.table.over else self.table.why_illegal(int(action))
        if refused:
            return self._observation(), self.illegal_reward, True, False, {**self.table.info(self.seat), "illegal": refused}
        self.table.forget_news()
        if not self.table.over:
            self.table.play(int(action))
            self._go_on()
        return self._observation(), self.table.earn(self.seat), self.table.over, False, self.table.info(self.seat)

    def _go_on(self) -> None:
        """Let the bots play until the seat decides."""
        while not self.table.over and self.table.state.decider != self.seat:
            self.table.play(self._opponents.choose(self.table, self.seat))

    def _observation(self) -> Observation:
        legal = self.table.legal_for(self.seat)
        return {OBSERVATION: self.table.observe(self.seat), ACTION_MASK: mask_of(legal, ACTIONS)}

    def render(self) -> str | None:
        """The table and what happened since the seat's last decision, as text; None without the render mode "ansi"."""
        return self.table.text()
