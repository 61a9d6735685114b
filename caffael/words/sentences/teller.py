"""Who tells what happened: a language, a pack's titles (all that the sentences ask of a pack), and the names of the teams together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from caffael.rules.cards import Cards
from caffael.rules.records import Happened
from caffael.rules.terms import CRITERIA, NONE
from caffael.words.language import Code, Language, Value
from caffael.words.sentences.names import badge_name, goal_name, lab_name
from caffael.words.sentences.reasons import reason_text


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

    def values(self, h: Happened, names: str = "", **more: Value) -> dict[str, Value]:
        """What stands in a sentence about a happening: its team, its numbers a, b, c ... by these names ("-": not said), and more."""
        numbers = zip(names.split(), (h.a, h.b, h.c, h.d, h.e), strict=False)
        return {"team": self.team(h.seat)} | {name: self.written(name, number) for name, number in numbers if name != "-"} | more

    def written(self, name: str, number: int) -> Value:
        """A number of a happening as what its name says it is; a name that is none of these leaves it a number."""
        language, pack = self.language, self.pack
        match name:
            case "need" | "other":
                return pack.need(number).title(language.code)
            case "supplier":  # the framework's name is translated
                return pack.supplier(number).title(language.code)
            case "project":
                return pack.project(number).title(language.code)
            case "weights":  # none count: empty
                return "" if number == NONE else weights_text(language, pack.cards, number)
            case "lab":
                return lab_name(language, number)
            case "goal":
                return goal_name(language, number)
            case "badge":
                return badge_name(language, number)
            case "team" | "partner":
                return self.team(number)
            case "money" | "price" | "grant" | "saving" | "budget":
                return language.money(number)
            case "carbon" | "share" | "used":
                return language.carbon(number)
            case "reason":
                return reason_text(language, number)
            case "change" | "record":
                return language.signed(number)
        return number
