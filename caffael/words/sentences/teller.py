"""Who tells what happened: a language, a pack's titles (all that the sentences ask of a pack), and the names of the teams together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from caffael.rules.cards import Cards
from caffael.rules.terms import CRITERIA, NONE
from caffael.words.language import Code, Language


def weights_text(language: Language, cards: Cards, weights: int) -> str:
    """A row of the scenario's weights, by the criteria that the scenario uses: price 40 %, quality 20 %, ..."""
    first = weights * CRITERIA
    price, quality, social, carbon = (language.percent(weight) for weight in cards.weights[first : first + CRITERIA])
    if cards.settings.people == 1 and cards.settings.carbon == 0:
        return language.text("price {price}, people {people}", price=price, people=quality)
    if cards.settings.people == 1:
        return language.text("price {price}, people {people}, planet {planet}", price=price, people=quality, planet=carbon)
    if cards.settings.carbon == 0:
        return language.text("price {price}, quality {quality}, social value {social}", price=price, quality=quality, social=social)
    return language.text(
        "price {price}, quality {quality}, social value {social}, carbon {carbon}",
        price=price,
        quality=quality,
        social=social,
        carbon=carbon,
    )


class Titled(Protocol):
    """A card with a title in both languages; for a supplier it is its name."""

    def title(self, language: Code, /) -> str:
        """The card's title."""
        ...


class CardTitles(Protocol):
    """The part of a pack that the sentences read; `caffael.scenario.Pack` is one."""

    @property
    def cards(self) -> Cards:
        """The scenario as numbers."""
        ...

    def need(self, index: int, /) -> Titled:
        """A need."""
        ...

    def supplier(self, index: int, /) -> Titled:
        """A supplier; `FRAMEWORK` is the framework's own."""
        ...

    def event(self, index: int, /) -> Titled:
        """An event of the year."""
        ...

    def climate(self, mark: int, /) -> Titled:
        """The climate event of a carbon mark."""
        ...

    def project(self, index: int, /) -> Titled:
        """An innovation project."""
        ...

    def category(self, index: int, /) -> Titled:
        """A category of needs."""
        ...


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
