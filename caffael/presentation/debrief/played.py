"""A game that is told: who looks at it, its story, and what was played, when, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from caffael.debrief import Debrief
from caffael.presentation.blocks import Group, Text
from caffael.presentation.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PlayedGame:
    """A game as far as it was played: who looks at it, its story, the name of its record if there is one, and when it began."""

    viewer: Viewer
    debrief: Debrief
    file: str = ""
    began: datetime | None = None

    @property
    def title(self) -> str:
        """What the scenario is called."""
        return self.viewer.pack.title(self.viewer.code)

    @property
    def date(self) -> str:
        """When the game began; empty when that is not known."""
        when = self.began
        if when is None:
            return ""
        parts = {"day": f"{when:%d}", "month": f"{when:%m}", "year": f"{when:%Y}", "hour": f"{when:%H}", "minute": f"{when:%M}"}
        return self.viewer.text("{day}/{month}/{year}, {hour}:{minute}", **parts)


def so_far(viewer: Viewer) -> Group:
    """A word on a game that is not over."""
    said = viewer.text(
        "This game is not over. Here is its story so far, up to year {year} of {years}.",
        year=viewer.state.year,
        years=viewer.cards.settings.years,
    )
    return Group("so-far", viewer.text("The story so far"), (Text(said, "lead"),))


def facts(game: PlayedGame) -> tuple[tuple[str, str], ...]:
    """What was played, when, and by whom."""
    viewer = game.viewer
    told = [
        (viewer.text("Began"), game.date),
        (viewer.text("Teams"), ", ".join(viewer.teams)),
        (viewer.text("Years"), viewer.language.number(viewer.cards.settings.years)),
        (viewer.text("Saved game"), game.file),
    ]
    return tuple((name, value) for name, value in told if value)
