"""Which planner the board plays with: the compiled one where the laboratory is installed and was compiled before, else the plain one."""

from caffael.bots import Bot, Desk, Policy, ponder
from caffael.bots.bot import PLANNER
from caffael.rules.cards import Cards
from caffael.rules.records import State, Stream


class Thinker:
    """A policy for `Match.policy`. It looks for the compiled planner when one first decides, so that other games load nothing."""

    def __init__(self) -> None:
        self.planner: Policy | None = None

    def __call__(self, cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
        """Which of the legal actions the bot takes: its place in the row."""
        if bot.kind != PLANNER:
            return ponder(cards, state, legal, count, stream, desk, bot)
        if self.planner is None:
            self.planner = best_planner()
        return self.planner(cards, state, legal, count, stream, desk, bot)


def best_planner() -> Policy:
    """The compiled planner when it is ready at once, else the plain one: nobody waits for a compiler in class."""
    try:
        from caffael.simulation.play import compiled
        from caffael.simulation.play.quick_planner import QuickPlanner
    except ImportError:  # it isn't installed, or its parts don't fit one another
        return ponder
    return QuickPlanner() if compiled.is_compiled(compiled.PLANNING) else ponder
