"""Gather the words of a checked pack, in the order of the card records."""

from dataclasses import dataclass, field
from typing import Protocol

from caffael.rules.terms import FRAMEWORK, MARKS
from caffael.scenario.draft import Draft
from caffael.scenario.keywords import FRAMEWORK_ID, WELSH
from caffael.scenario.models import EventRow, NeedRow
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.looks import category_look
from caffael.words.typefaces import readable


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
    """A category: a kind of need. `look` is its picture and colour, as `words.looks` writes them."""

    title: Words
    look: str


@dataclass(frozen=True, slots=True)
class SubjectText(CardText):
    """A subject: what is bought, with its carbon factor (kg CO2e for each pound)."""

    title: Words
    factor: float
    sic: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class NeedText(CardText):
    """The words of a need. Of a real one who asked for bids, and the weights that were given, in percent in the order of the criteria."""

    title: Words
    story: Words
    subject: str
    subject_title: Words
    category_title: Words
    source: str = ""
    buyer: Words = Words()
    asked: tuple[int, ...] = ()  # empty: not known


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


def named(ident: str, en: str, cy: str) -> Words:
    """What a card is called: without letters that can't be shown, and by its id where none is left."""
    return Words(readable(en, ident), readable(cy, ident))


class Titled(Protocol):
    """What has an id and a title in both languages."""

    id: str
    title_en: str
    title_cy: str


def titled(card: Titled) -> Words:
    """The title of a card."""
    return named(card.id, card.title_en, card.title_cy)


def told(en: str, cy: str) -> Words:
    """What stands on a card, without letters that can't be shown."""
    return Words(readable(en, ""), readable(cy, ""))


def texts_of(draft: Draft, scenario: ScenarioFile) -> PackTexts:
    """All words of a pack."""
    framework = scenario.framework
    events = draft.events.rows
    yearly = [event for event in events if event.mark == 0]
    return PackTexts(
        categories=tuple(
            CategoryText(i, table.id, titled(table), category_look(table.id, table.picture, table.colour))
            for i, table in enumerate(scenario.category)
        ),
        subjects=tuple(
            SubjectText(i, table.id, titled(table), table.factor, table.sic, table.source) for i, table in enumerate(scenario.subject)
        ),
        needs=tuple(need_text(i, row, scenario) for i, row in enumerate(draft.needs.rows)),
        suppliers=tuple(
            SupplierText(i, row.id, named(row.id, row.name, row.name), told(row.line_en, row.line_cy), row.source)
            for i, row in enumerate(draft.suppliers.rows)
        ),
        framework=SupplierText(
            FRAMEWORK, FRAMEWORK_ID, named(FRAMEWORK_ID, framework.name_en, framework.name_cy), told(framework.line_en, framework.line_cy)
        ),
        events=tuple(event_text(i, row) for i, row in enumerate(yearly)),
        climate=tuple(climate_text(mark, events) for mark in range(1, MARKS + 1)),
        projects=tuple(
            ProjectText(
                i,
                row.id,
                titled(row),
                told(row.story_en, row.story_cy),
                told(row.power_en, row.power_cy),
                row.source,
            )
            for i, row in enumerate(draft.projects.rows)
        ),
        councils=tuple(
            CouncilText(
                i,
                row.id,
                named(row.id, row.name_en, row.name_cy),
                told(row.line_en, row.line_cy),
                row.map_column,
                row.map_row,
                row.population,
                row.source,
            )
            for i, row in enumerate(draft.councils.rows)
        ),
        weight_cards=tuple(WeightCardText(i, card.id, titled(card), card.weights()) for i, card in enumerate(scenario.weights.card)),
    )


def campaign_text(scenario: ScenarioFile) -> CampaignText | None:
    """The campaign that a pack is a game of, if it is."""
    table = scenario.campaign
    return None if table is None else CampaignText(table.id, titled(table), table.game, table.games, table.next)


def need_text(index: int, row: NeedRow, scenario: ScenarioFile) -> NeedText:
    """The words of a need, with those of its subject and category."""
    subject = scenario.subject[row.subject]
    category = scenario.category[row.category]
    return NeedText(
        index,
        row.id,
        titled(row),
        told(row.story_en, row.story_cy),
        subject.id,
        titled(subject),
        titled(category),
        row.source,
        told(row.buyer_en, row.buyer_cy),
        row.asked,
    )


def event_text(index: int, row: EventRow) -> EventText:
    """The words of an event."""
    return EventText(index, row.id, titled(row), told(row.story_en, row.story_cy), row.mark, row.source)


def climate_text(mark: int, events: list[EventRow]) -> EventText:
    """The words of a carbon mark's climate event; empty where the pack has none."""
    row = next((event for event in events if event.mark == mark), None)
    return EventText(mark - 1, "", Words(), Words(), mark) if row is None else event_text(mark - 1, row)
