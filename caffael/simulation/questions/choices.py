"""What a bot chooses, over all its games: how it opens, and what its tenders weigh."""

import numpy as np

from caffael.rules.terms import CRITERIA, Criterion, Lab
from caffael.scenario import Pack
from caffael.simulation.play.counts import OPENING_WORDS
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.shares import Figure, share
from caffael.simulation.play.tally import Numbers
from caffael.simulation.questions.outcomes import places_of

TWELFTHS = 12
"""A tender is counted in so many parts, so that two, three or four criteria of equal weight share it evenly."""


def opening_names(pack: Pack) -> tuple[str, ...]:
    """The name of each kind of first action, at its number."""
    labs, projects = (lab.name.lower() for lab in Lab), pack.ids.projects
    return (*OPENING_WORDS, *labs, *projects)


def commonest_opening(outcome: Outcome, bot: str) -> tuple[str, Figure]:
    """The kind of first action that is commonest with a bot, and its share of the bot's games, over all its places."""
    counts = outcome.tally.openings[places_of(outcome, bot)].sum(axis=0)
    kind = int(counts.argmax())
    return opening_names(outcome.run.pack)[kind], share(int(counts[kind]), int(counts.sum()))


def weights_of(pack: Pack) -> Numbers:
    """The weights that may be published in a pack: a row for each, a column for each criterion."""
    cards = pack.cards
    return np.array(cards.weights[: cards.weights_count * CRITERIA], np.int64).reshape(-1, CRITERIA)


def published(outcome: Outcome, bot: str) -> Numbers:
    """How many tenders a bot published with each row of weights, over all its places."""
    return np.array(outcome.tally.weights[places_of(outcome, bot)].sum(axis=0), np.int64)


def first_criterion(outcome: Outcome, bot: str) -> list[tuple[str, Figure]]:
    """For each criterion that may weigh anything: the share of a bot's tenders in which it weighs most; who weigh the same share one."""
    weights = weights_of(outcome.run.pack)
    numbers = published(outcome, bot)[: len(weights)]
    most = weights == weights.max(axis=1, keepdims=True)
    parts = TWELFTHS // most.sum(axis=1)
    return [
        (criterion.name.lower(), share(int(numbers @ (parts * most[:, criterion])) / TWELFTHS, int(numbers.sum())))
        for criterion in Criterion
        if weights[:, criterion].any()
    ]


def least_criterion(outcome: Outcome, bot: str) -> list[tuple[str, Figure]]:
    """For each criterion whose weight may vary: the share of a bot's tenders in which it weighs as little as it may."""
    weights = weights_of(outcome.run.pack)
    numbers = published(outcome, bot)[: len(weights)]
    lowest, highest = weights.min(axis=0), weights.max(axis=0)
    return [
        (criterion.name.lower(), share(int(numbers @ (weights[:, criterion] == lowest[criterion])), int(numbers.sum())))
        for criterion in Criterion
        if lowest[criterion] < highest[criterion]
    ]
