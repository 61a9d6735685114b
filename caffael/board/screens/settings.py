"""What can be set: language, size of letters, full screen, movement."""

from caffael.board.painter import Painter
from caffael.board.scale import WIDTH, Box
from caffael.board.screens.title_bar import Page, panel
from caffael.board.settings import TEXT_SCALES
from caffael.board.widgets import Choice, Option, Toggle, Words
from caffael.language import CODES, NAMES, Code

AIR = 48.0


class SettingsScreen(Page):
    """Each setting counts at once and is kept for the next time."""

    def title(self) -> str:
        """What is set here."""
        return self.session.text("Change the settings")

    def fill(self) -> None:
        """Place a row for each setting."""
        look, session, settings = self.look, self.session, self.session.settings
        high = max(look.measure("target"), look.line_height("lead") + 26)
        gap = 26.0
        wide = min(1300.0 + 300 * (look.text_scale - 1), self.body.width)
        self._sheet = Box((WIDTH - wide) / 2, self.body.top + 10, wide, 4 * high + 3 * gap + 2 * AIR)
        left, top = self._sheet.left + AIR, self._sheet.top + AIR
        named = max(look.words_width(words, "lead", True) for words in (session.text("Language"), session.text("Size of the letters"))) + 40
        box = Box(left + named, top, self._sheet.right - AIR - left - named, high)
        languages = [Option(code, NAMES[code]) for code in CODES]
        self._named(Box(left, top, named, high), session.text("Language"))
        self.into.add(
            Choice(Box(box), session.text("Language"), languages, session.language.code, self._language, size="lead", name="language")
        )
        box.top += high + gap
        sizes = [Option(str(scale), self.session.language.percent(round(scale * 100))) for scale in TEXT_SCALES]
        self._named(Box(left, box.top, named, high), session.text("Size of the letters"))
        chosen = str(settings.text_scale)
        self.into.add(Choice(Box(box), session.text("Size of the letters"), sizes, chosen, self._text_scale, size="lead", name="letters"))
        said = (session.text("off"), session.text("on"))
        whole = Box(left, box.top + high + gap, self._sheet.width - 2 * AIR, high)
        self.into.add(
            Toggle(Box(whole), session.text("Fill the whole screen"), self.app.full_screen, self._full, said=said, size="lead", name="full")
        )
        whole.top += high + gap
        words = session.text("Move less: cards and bars are in their places at once")
        self.into.add(Toggle(Box(whole), words, settings.reduced_motion, self._motion, said=said, size="lead", name="motion"))

    def _named(self, box: Box, words: str) -> None:
        self.into.add(Words(box, words, size="lead", bold=True, middle=True))

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

    def _full(self, on: bool) -> None:
        self.app.set_full_screen(on)

    def _motion(self, on: bool) -> None:
        self.session.settings.reduced_motion = on
        self.app.animator.reduced = on
        self.session.keep()
