"""A game that is told: its match, its debrief, and the language in which it is told."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from caffael.debrief import Debrief, make_debrief
from caffael.match import Match
from caffael.rules.records import Cards, Settings
from caffael.saves import read
from caffael.saves.saves import began_at
from caffael.scenario import Pack
from caffael.words.language import Code, Language


@dataclass(frozen=True, slots=True)
class PlayedGame:
    """One game, as far as it was played."""

    match: Match
    debrief: Debrief
    language: Language
    file: str  # the name of its record; empty where there is none
    began: datetime | None = None

    @classmethod
    def read(cls, path: Path, code: Code) -> Self:
        """A recorded game; its file stays as it is. Raises RecordError when it can't be read or played again."""
        match = Match.look_back(path)
        return cls(match, make_debrief(match), Language(code, match.pack.wording), path.name, began_at(read(path).header))

    @classmethod
    def of(cls, match: Match, code: Code) -> Self:
        """A game at the table."""
        path = match.path
        began = began_at(read(path).header) if path is not None and path.is_file() else None
        return cls(match, make_debrief(match), Language(code, match.pack.wording), "" if path is None else path.name, began)

    @property
    def pack(self) -> Pack:
        """The scenario."""
        return self.match.pack

    @property
    def cards(self) -> Cards:
        """The scenario as numbers."""
        return self.match.cards

    @property
    def settings(self) -> Settings:
        """What the scenario plays with."""
        return self.match.cards.settings

    @property
    def seats(self) -> range:
        """The seats, in their order."""
        return range(self.match.state.seats)

    @property
    def teams(self) -> list[str]:
        """The teams' names by seat."""
        return [seat.team for seat in self.match.seats]

    @property
    def title(self) -> str:
        """What the scenario is called."""
        return self.pack.title(self.language.code)

    @property
    def date(self) -> str:
        """When the game began; empty when that is not known."""
        when = self.began
        if when is None:
            return ""
        parts = {"day": f"{when:%d}", "month": f"{when:%m}", "year": f"{when:%Y}", "hour": f"{when:%H}", "minute": f"{when:%M}"}
        return self.language.text("{day}/{month}/{year}, {hour}:{minute}", **parts)

    def need(self, need: int) -> str:
        """The title of a need."""
        return self.pack.need(need).title(self.language.code)

    def supplier(self, supplier: int) -> str:
        """The name of a supplier."""
        return self.pack.supplier(supplier).title(self.language.code)

    def category(self, category: int) -> str:
        """The name of a category."""
        return self.pack.category(category).title(self.language.code)

    def council(self, seat: int) -> str:
        """The council of a seat."""
        return self.pack.council(self.match.state.councils[seat].card).name(self.language.code)
