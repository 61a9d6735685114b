"""What can be set: language, size of letters, look, movement, the pace of computer teams, predictions, hints, full screen."""

from collections.abc import Callable, Sequence

from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import WIDTH, Box
from caffael.board.screens.title_bar import Page, panel
from caffael.board.settings import BOT_PACES, MOVEMENTS, TEXT_SCALES
from caffael.board.sounds import VOLUMES
from caffael.board.theme import LOOKS
from caffael.board.widgets import Choice, Option, ScrollArea, Toggle, Words
from caffael.presentation.screens import ScreenId
from caffael.words.language import CODES, NAMES, Code, words

AIR = 48.0
GAP = 20.0
PACES = {"calm": words("Calmly"), "quick": words("Quickly"), "at once": words("At once")}
"""How the paces of computer teams are called."""


class SettingsScreen(Page):
    """Each setting counts at once and is kept for the next time."""

    id = ScreenId.SETTINGS
    help_page = "keys"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.area: ScrollArea | None = None
        self._scrolled = 0.0

    def title(self) -> str:
        """What is set here."""
        return self.session.text("Change the settings")

    def fill(self) -> None:
        """Place a row for each setting; where they are too many for the page, they scroll."""
        look = self.look
        choices = self._choices()
        self._high = max(look.measure("target"), look.line_height("lead") + 26)
        self._named = max(look.words_width(words, "lead", True) for words, *_ in choices) + 40
        switches = self._switches()
        rows = len(choices) + len(switches)
        whole = rows * (self._high + GAP) - GAP
        wide = min(1300.0 + 300 * (look.text_scale - 1), self.body.width)
        self._sheet = Box((WIDTH - wide) / 2, self.body.top + 10, wide, min(whole + 2 * AIR, self.body.height - 10))
        if self.area is not None:
            self._scrolled = self.area.scrolled
        area = ScrollArea(self._sheet.inflate(-2 * AIR, -2 * AIR), whole, label="", name="settings")
        area.bleed = 20
        self.area = self.into.add(area)
        self._row = Box(area.box.left, area.box.top, area.box.width - 16, self._high)
        for row in choices:
            self._choice(area, *row)
        for switch in switches:
            self._toggle(area, *switch)
        area.scroll_to(self._scrolled)

    def _choices(self) -> list[tuple[str, str, Sequence[Option], str, Callable[[str], None]]]:
        session, settings = self.session, self.session.settings
        looks = {"light": session.text("Light"), "dark": session.text("Dark"), "bright": session.text("Strong contrast")}
        steps = {"full": session.text("All of it"), "reduced": session.text("Only a little"), "off": session.text("None")}
        volumes = {"off": session.text("None"), "quiet": session.text("Quiet"), "full": session.text("Louder")}
        percent = session.language.percent
        paces = [Option(pace, session.text(PACES[pace])) for pace in BOT_PACES]
        return [
            (session.text("Language"), "language", [Option(code, NAMES[code]) for code in CODES], session.language.code, self._language),
            (
                session.text("Size of the letters"),
                "letters",
                [Option(str(scale), percent(round(scale * 100))) for scale in TEXT_SCALES],
                str(settings.text_scale),
                self._text_scale,
            ),
            (session.text("Look"), "look", [Option(name, looks[name]) for name in LOOKS], settings.look, self._look),
            (session.text("Sounds"), "sounds", [Option(name, volumes[name]) for name in VOLUMES], settings.sounds, self._sounds),
            (session.text("Movement"), "motion", [Option(name, steps[name]) for name in MOVEMENTS], settings.movement, self._movement),
            (session.text("Computer teams play"), "pace", paces, settings.bot_pace, self._pace),
        ]

    def _switches(self) -> list[tuple[str, bool, Callable[[bool], None], str]]:
        session, settings = self.session, self.session.settings
        return [
            (session.text("Predict before publishing"), settings.predict, self._predict, "predict"),
            (session.text("Hints on the table"), settings.hints, self._hints, "hints"),
            (session.text("Fill the whole screen"), self.app.full_screen, self.app.set_full_screen, "full"),
        ]

    def _choice(
        self, area: ScrollArea, words: str, name: str, options: Sequence[Option], chosen: str, change: Callable[[str], None]
    ) -> None:
        box = self._row
        area.add(Words(Box(box.left, box.top, self._named, box.height), words, size="lead", bold=True, middle=True))
        room = Box(box.left + self._named, box.top, box.width - self._named, box.height)
        area.add(Choice(room, words, options, chosen, change, size="lead", name=name))
        box.top += self._high + GAP

    def _toggle(self, area: ScrollArea, words: str, on: bool, change: Callable[[bool], None], name: str) -> None:
        said = (self.session.text("off"), self.session.text("on"))
        area.add(Toggle(Box(self._row), words, on, change, said=said, size="lead", name=name))
        self._row.top += self._high + GAP

    def draw(self, painter: Painter) -> None:
        """Draw the sheet they stand on."""
        panel(painter, self._sheet)

    def _language(self, key: str) -> None:
        code: Code = "cy" if key == "cy" else "en"
        self.session.set_language(code)

    def _text_scale(self, key: str) -> None:
        self.session.settings.text_scale = float(key)
        self.session.keep()
        self.app.set_text_scale(float(key))

    def _look(self, key: str) -> None:
        self.session.settings.look = key
        self.session.keep()
        self.app.set_theme(key)

    def _pace(self, key: str) -> None:
        self.session.settings.bot_pace = key
        self.session.keep()

    def _sounds(self, key: str) -> None:
        self.session.settings.sounds = self.session.sounds.volume = key
        self.session.keep()
        self.session.hear("delivered")

    def _movement(self, key: str) -> None:
        self.session.settings.movement = key
        self.session.keep()
        self.app.set_movement(key)

    def _predict(self, on: bool) -> None:
        self.session.settings.predict = on
        self.session.keep()

    def _hints(self, on: bool) -> None:
        self.session.settings.hints = on
        self.session.keep()
