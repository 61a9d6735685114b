"""The words of a pack: titles, stories and names by language, and what else a card shows that no rule needs."""

from dataclasses import dataclass, field

from caffael.scenario.names import WELSH


@dataclass(frozen=True, slots=True)
class Words:
    """A text in English and Welsh; where there is no Welsh, English is shown."""

    en: str = ""
    cy: str = ""

    def __call__(self, language: str) -> str:
        """The text in a language, by its code."""
        return self.cy if language == WELSH and self.cy else self.en


@dataclass(frozen=True, slots=True)
class CardText:
    """The words of a card: where it stands in the records, and its name for the files."""

    index: int
    id: str


@dataclass(frozen=True, slots=True)
class CategoryText(CardText):
    """A category: a kind of need."""

    title: Words


@dataclass(frozen=True, slots=True)
class SubjectText(CardText):
    """A subject: what is bought, with its carbon factor (kg CO2e for each pound)."""

    title: Words
    factor: float
    sic: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class NeedText(CardText):
    """The words of a need."""

    title: Words
    story: Words
    subject: str
    subject_title: Words
    category_title: Words
    source: str = ""


@dataclass(frozen=True, slots=True)
class SupplierText(CardText):
    """The words of a supplier. A supplier's name is the same in both languages, but the framework's is translated."""

    names: Words
    line: Words
    source: str = ""

    @property
    def name(self) -> str:
        """The name as it stands on the card."""
        return self.names.en

    def title(self, language: str) -> str:
        """The name in a language."""
        return self.names(language)


@dataclass(frozen=True, slots=True)
class EventText(CardText):
    """The words of an event; `mark` 1 to 4 for the climate event of that carbon mark, 0 for the yearly deck."""

    title: Words
    story: Words
    mark: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class ProjectText(CardText):
    """The words of an innovation project; `power` says what it does for good."""

    title: Words
    story: Words
    power: Words
    source: str = ""


@dataclass(frozen=True, slots=True)
class CouncilText(CardText):
    """The words of a council, and its place on the map in half-steps of hexagons."""

    name: Words
    line: Words
    column: int
    row: int
    population: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class WeightCardText(CardText):
    """The words of a weight card; its index is that of its row of weights."""

    title: Words
    weights: tuple[int, ...]  # in percent, in the order of the criteria


@dataclass(frozen=True, slots=True)
class CampaignText:
    """The campaign that a pack is a game of."""

    id: str
    title: Words
    game: int
    games: int
    next: str = ""  # the id of the next pack; empty in the last game


@dataclass(frozen=True, slots=True)
class PackTexts:
    """All words of a pack, in the order of the card records."""

    categories: tuple[CategoryText, ...] = ()
    subjects: tuple[SubjectText, ...] = ()
    needs: tuple[NeedText, ...] = ()
    suppliers: tuple[SupplierText, ...] = ()
    framework: SupplierText = field(default_factory=lambda: SupplierText(0, "", Words(), Words()))
    events: tuple[EventText, ...] = ()
    climate: tuple[EventText, ...] = ()
    projects: tuple[ProjectText, ...] = ()
    councils: tuple[CouncilText, ...] = ()
    weight_cards: tuple[WeightCardText, ...] = ()  # empty: the weights are shared out freely
