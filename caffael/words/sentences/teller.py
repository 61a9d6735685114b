"""Who tells what happened: a language, a pack's titles and the names of the teams together."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.rules.terms import NONE
from caffael.words.language import Language
from caffael.words.sentences.texts import CardTitles
from caffael.words.sentences.weights import weights_text


@dataclass(frozen=True, slots=True)
class Teller:
    """Titles and names by the numbers of a happening."""

    language: Language
    pack: CardTitles
    teams: Sequence[str]

    def team(self, seat: int) -> str:
        """A team's name; empty for the region."""
        return "" if seat == NONE else self.teams[seat]

    def need(self, need: int) -> str:
        """A need's title."""
        return self.pack.need(need).title(self.language.code)

    def supplier(self, supplier: int) -> str:
        """A supplier's name; the framework's is translated."""
        return self.pack.supplier(supplier).title(self.language.code)

    def project(self, project: int) -> str:
        """A project's title."""
        return self.pack.project(project).title(self.language.code)

    def weights(self, weights: int) -> str:
        """Published weights in words; empty where none count."""
        return "" if weights == NONE else weights_text(self.language, self.pack.cards, weights)
