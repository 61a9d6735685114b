"""Train a small network by REINFORCE, in numpy alone, against three random bots on many tables at once, and print how often it wins."""

from typing import Any

import gymnasium
import numpy as np
from numpy.typing import NDArray

import caffael.simulation.research.environment  # noqa: F401 - registers the game
from caffael.rules.actions import ACTIONS
from caffael.rules.records import State
from caffael.simulation.play.shares import Figure, share
from caffael.simulation.research.observations import word_names

Floats = NDArray[np.float32]
SEEN = ("year", "phase", "carbon", "fund", "drafts[0].", "councils[0].", "market[", "private[0].event")
"""How the words begin that the network looks at: the region, its own council and its desk, the market."""
WORDS = [place for place, name in enumerate(word_names(State())) if name.startswith(SEEN)]
OPTIONS: dict[str, Any] = {"bots": ("random",) * 3, "years": 3, "seat": None, "words": WORDS}
HIDDEN = 64
STEP = 0.003
"""How far Adam moves a weight at most in one go."""
LEAST, TINY = np.float32(-1e9), np.float32(1e-20)


class Network:
    """One hidden layer; out comes a number for each action there is."""

    def __init__(self, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        first = self.chance.normal(0, len(WORDS) ** -0.5, (len(WORDS), HIDDEN)).astype(np.float32)
        self.weights = [first, np.zeros(HIDDEN, np.float32), np.zeros((HIDDEN, ACTIONS), np.float32), np.zeros(ACTIONS, np.float32)]
        self.moments = [(np.zeros_like(weight), np.zeros_like(weight)) for weight in self.weights]
        self.updates = 0

    def forward(self, seen: Floats, mask: NDArray[np.int8]) -> tuple[Floats, Floats]:
        """The hidden layer, and for each action how much the network is for it; nothing is for an action that is not legal."""
        hidden = np.tanh(seen @ self.weights[0] + self.weights[1])
        return hidden, np.where(mask == 1, hidden @ self.weights[2] + self.weights[3], LEAST)

    def choose(self, seen: Floats, mask: NDArray[np.int8]) -> NDArray[np.int64]:
        """An action for each table, drawn by its chance (the largest of the numbers with Gumbel's noise on them)."""
        _, wanted = self.forward(seen, mask)
        noise = -np.log(self.chance.standard_exponential(wanted.shape, np.float32) + TINY)
        drawn: NDArray[np.int64] = (wanted + noise).argmax(axis=1)
        return drawn

    def learn(self, seen: Floats, mask: NDArray[np.int8], actions: NDArray[np.int64], gains: Floats) -> None:
        """Make actions more likely that gained more than was usual, and others less: one step of Adam."""
        hidden, wanted = self.forward(seen, mask)
        slope = np.exp(wanted - wanted.max(axis=1, keepdims=True))
        slope /= slope.sum(axis=1, keepdims=True)
        slope[np.arange(len(actions)), actions] -= 1
        slope *= gains[:, None] / len(actions)
        below = slope @ self.weights[2].T * (1 - hidden**2)
        self.updates += 1
        for place, change in enumerate((seen.T @ below, below.sum(axis=0), hidden.T @ slope, slope.sum(axis=0))):
            mean, square = self.moments[place]
            mean += 0.1 * (change - mean)
            square += 0.01 * (change**2 - square)
            size = np.sqrt(square / (1 - 0.99**self.updates)) + 1e-8
            self.weights[place] -= STEP * mean / (1 - 0.9**self.updates) / size


def scaled(seen: NDArray[np.int64]) -> Floats:
    """Pounds, kilograms and small numbers alike as numbers of about -2 to 2."""
    return (np.sign(seen) * np.log1p(np.abs(seen)) / 8).astype(np.float32)


def play(game: Any, network: Network, seed: int) -> tuple[list[tuple[NDArray[Any], ...]], Floats, NDArray[np.bool_]]:
    """One whole game on every table: what was seen, allowed and done in each step where games were still on; the rewards; which were on."""
    seen, infos = game.reset(seed=seed)
    steps: list[tuple[NDArray[Any], ...]] = []
    rewards, ons = [], []
    on = np.ones(game.num_envs, np.bool_)
    while on.any():
        inputs, mask, actions = scaled(seen[on]), infos["action_mask"][on], np.zeros(game.num_envs, np.int64)
        actions[on] = network.choose(inputs, mask)
        seen, earned, ended, _, infos = game.step(actions)
        steps.append((inputs, mask, actions[on]))
        rewards.append(earned * on)  # what later games of a table earn does not count
        ons.append(on)
        on = on & ~ended
    return steps, np.array(rewards, np.float32), np.array(ons)


def train(batches: int, tables: int = 256, seed: int = 1) -> Network:
    """A network that has learned from so many batches of games."""
    game, network = gymnasium.make_vec("caffael/Council-v1", num_envs=tables, **OPTIONS), Network(seed)
    for batch in range(batches):
        steps, rewards, on = play(game, network, seed=(seed * batches + batch) * tables)
        to_come = np.cumsum(rewards[::-1], axis=0)[::-1]  # what each table still earned, from each step on
        usual = (to_come * on).sum(axis=1, keepdims=True) / on.sum(axis=1, keepdims=True)
        gains = (to_come - usual)[on]
        seen, mask, actions = (np.concatenate(parts) for parts in zip(*steps, strict=True))
        network.learn(seen, mask, actions, gains / gains.std())
    return network


def win_share(network: Network, games: int, seed: int = 10**9) -> Figure:
    """The share of games that a network wins, on deals that it has not trained on; a first place that is shared counts as its part."""
    game = gymnasium.make_vec("caffael/Council-v1", num_envs=games, reward="win", **OPTIONS)
    return share(float(play(game, network, seed)[1].sum()), games)


def main() -> None:
    """Train for a while and compare."""
    for batches in (0, 25, 100):
        figure = win_share(train(batches), games=2_000)
        print(f"After {batches} batches of 256 games it wins {figure.value:.1%} ({figure.low:.1%} to {figure.high:.1%}).")


if __name__ == "__main__":
    main()
