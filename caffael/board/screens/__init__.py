"""The pages of the board. Each is found here by name and imported only when it is first shown, so that the title is there at once.

Round the game: title, scenarios (with chooser, faults and editor), seats, saves, help, settings, menu, debrief;
for the teacher: the teacher's page, the cover, the timeline.
The game itself: table, tender, and the screens that tell what an action made happen (`STORIES`): bids, delivery, review.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from caffael.board.game import GameScreen, Session
    from caffael.presentation.story import Story

PLACES = {
    "TitleScreen": "title",
    "ScenariosScreen": "scenarios",
    "ChooserScreen": "chooser",
    "FaultsScreen": "faults",
    "EditorScreen": "editor",
    "SeatsScreen": "seats",
    "SavesScreen": "saves",
    "HelpScreen": "help",
    "SettingsScreen": "settings",
    "MenuScreen": "menu",
    "TeacherScreen": "teacher",
    "CoverScreen": "cover",
    "TimelineScreen": "timeline",
    "DebriefScreen": "debrief",
    "TableScreen": "table.screen",
    "BidsScreen": "bids",
    "DeliveryScreen": "delivery",
    "ReviewScreen": "review",
}
STORIES = ("BidsScreen", "DeliveryScreen", "ReviewScreen")
"""In the order in which they tell of one action. Each has a static `tells(story) -> bool` and is made as `Kind(session, story)`."""


def screen_class(name: str) -> Any:
    """The class of a screen."""
    return getattr(import_module(f"caffael.board.screens.{PLACES[name]}"), name)


def make(name: str, session: "Session", *rest: Any) -> "GameScreen":
    """A screen, made for this session."""
    screen: GameScreen = screen_class(name)(session, *rest)
    return screen


def chapters(story: "Story") -> list[str]:
    """Which screens have something to tell of an action."""
    return [name for name in STORIES if screen_class(name).tells(story)]
