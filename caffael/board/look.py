"""Everything needed to draw at one window size: theme, scale, letters, pictures and the store of drawn surfaces.

Measures here are units of the board (see scale.py); a screen that lays itself out asks them how wide words will be.
"""

from dataclasses import dataclass, field, replace

from caffael.board.pictures import Pictures, pictures
from caffael.board.scale import Box, Scale
from caffael.board.store import Store
from caffael.board.text import Fitted, Letters, nfc, plain
from caffael.board.theme import Theme, load_theme

SHEET_EDGE = 30.0
"""So much of the board is seen around the largest sheet."""
WINDOWS_KEPT = 6
"""So many windows full of drawn surfaces are kept: a full table with its tender takes three."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How the board looks in this window, for these readers."""

    theme: Theme = field(default_factory=load_theme)
    scale: Scale = field(default_factory=Scale)
    letters: Letters = field(default_factory=Letters)
    pictures: Pictures = field(default_factory=pictures)
    store: Store = field(default_factory=Store)

    def __post_init__(self) -> None:
        self.store.hold(WINDOWS_KEPT * self.scale.width * self.scale.height)

    def scaled(self, scale: Scale) -> "Look":
        """Give the same look for another window; surfaces drawn for the old one are forgotten."""
        self.store.clear()
        return Look(self.theme, scale, self.letters, self.pictures, self.store)

    def themed(self, theme: Theme) -> "Look":
        """Give the same window in another theme."""
        self.store.clear()
        return Look(theme, self.scale, self.letters, self.pictures, self.store)

    def dense(self, most: float) -> "Look":
        """Give the same look with letters no larger than a text scale, for where much stands: whoever presses a card reads it large."""
        return self if self.text_scale <= most else self.lettered(most)

    def lettered(self, text: float) -> "Look":
        """Give the same look with letters of another size."""
        return Look(self.theme, replace(self.scale, text=text), self.letters, self.pictures, self.store)

    @property
    def board(self) -> Box:
        """How large the board is in this window, in units; it begins at nothing."""
        return self.scale.board

    @property
    def tall(self) -> bool:
        """Whether the board is higher than wide: what stands side by side on others stands one below the other here."""
        return self.board.height > self.board.width

    def columns(self, width: float, least: float, most: int, gap: float = 0.0) -> int:
        """Say how many columns fit into a width that each want to be so wide at 100 %, and more with larger letters; one always does."""
        return max(1, min(most, int((width + gap) // (least * self.text_scale + gap))))

    def room_for(self, width: float) -> float:
        """Say how wide a sheet may be that wants a width: a little less than the board."""
        return min(width, self.board.width - 2 * SHEET_EDGE)

    @property
    def highest(self) -> float:
        """Say how high a sheet may be."""
        return self.board.height - 2 * SHEET_EDGE

    @property
    def text_scale(self) -> float:
        """The factor the reader has asked for, 1 to 1.75."""
        return self.scale.text

    def font(self, size: float | str) -> int:
        """Say how many pixels high a text size is."""
        return self.scale.font(self.theme.size(size))

    def measure(self, measure: float | str) -> float:
        """Say how many units a measure of the theme has. What is touched is larger in a small window, as far as there is room for that."""
        units = self.theme.measure(measure)
        return max(units, self.finger) if measure == "target" else units

    @property
    def finger(self) -> float:
        """How many units a finger needs each way; in a very small window less, so that the screens keep their room."""
        return min(self.scale.finger, self.theme.measure("target_most"))

    def row(self, gap: float) -> float:
        """Say how high a row of a list has to be at least: with the gap that it shares with its neighbours there is room for a finger."""
        return self.finger - gap

    def words_width(self, words: str, size: float | str = "body", bold: bool = False) -> float:
        """Say how wide a line of words is, in units."""
        return self.letters.width(nfc(words), self.font(size), bold) / self.scale.factor

    def line_height(self, size: float | str = "body") -> float:
        """Say how high a line is, in units."""
        return self.letters.height(self.font(size)) / self.scale.factor

    def words_height(self, words: str, width: float, size: float | str = "body", bold: bool = False) -> float:
        """Say how high words are when they are wrapped to a width, both in units. Marks for bold are understood."""
        pixels = int(width * self.scale.factor)
        if plain(words) != words:
            return len(self.letters.wrap_runs(words, pixels, self.font(size))) * self.line_height(size)
        return len(self.letters.wrap(words, pixels, self.font(size), bold)) * self.line_height(size)

    def fit(
        self, words: str, width: float, height: float, size: float | str, least: float | str, bold: bool = False, most_lines: int = 99
    ) -> Fitted:
        """Find the size and lines at which words stand in a box of units. The size in the answer is pixels."""
        factor = self.scale.factor
        low = min(self.font(size), self.scale.px(self.theme.size(least)))
        return self.letters.fit(words, int(width * factor), int(height * factor) + 1, self.font(size), low, bold, most_lines)
