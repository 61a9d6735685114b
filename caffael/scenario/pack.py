"""A pack, ready to be played: its numbers for the rules and its words for the eye. Loading one is the way in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from caffael.rules.cards import Cards, CouncilCard
from caffael.rules.copying import copy_into
from caffael.rules.notation import Ids, weights_text
from caffael.rules.terms import FRAMEWORK
from caffael.scenario.advice import warnings_of
from caffael.scenario.cards import compile_cards
from caffael.scenario.checks import check_all
from caffael.scenario.digest import digest_of
from caffael.scenario.draft import Draft, read_draft
from caffael.scenario.faults import Fault, PackError
from caffael.scenario.layers.named_numbers import BEGINNING, cell_value, columns, table_value, table_values
from caffael.scenario.models import DECKS, DeckRow, deck_of
from caffael.scenario.read.places import open_pack
from caffael.scenario.read.sheets import Sheet
from caffael.scenario.read.sources import Source
from caffael.scenario.read.toml_text import Spots
from caffael.scenario.rule_tables import criteria_needed
from caffael.scenario.scenario_file import ScenarioFile
from caffael.scenario.wording import (
    CampaignText,
    CategoryText,
    CouncilText,
    EventText,
    NeedText,
    PackTexts,
    ProjectText,
    SubjectText,
    SupplierText,
    Words,
    campaign_text,
    texts_of,
    titled,
    told,
)
from caffael.words.language import Edition


@dataclass(frozen=True)
class PackIds(Ids):
    """The ids of all cards of a pack, in the order of the card records."""

    events: list[str] = field(default_factory=list)
    councils: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Pack:
    """A scenario for a game of so many years."""

    id: str
    place: Path  # its folder or zip
    title: Words
    line: Words
    level: int
    ages: str
    minutes: int
    years: int
    years_offered: tuple[int, ...]
    teams: int
    teams_least: int
    teams_most: int
    picture: str
    ground: str  # where the sea lies on the map: "south", "west", "north", "east" or "none"
    wording: Edition  # what a team runs, as the board calls it: "council", "school", or a noun of the pack's own
    team_names: tuple[tuple[str, str], ...]  # its own names for teams, in English and Welsh
    timer_minutes: int  # 0: no timer
    language: str  # empty: as the board is set
    campaign: CampaignText | None
    cards: Cards
    ids: PackIds
    texts: PackTexts
    advise: Callable[[], list[Fault]]  # looks for warnings
    spots: Spots  # where each key of scenario.toml stands, and each card by its deck and id

    @cached_property
    def digest(self) -> str:
        """The fingerprint of its numbers alone."""
        return digest_of(self.cards)

    @cached_property
    def warnings(self) -> list[Fault]:
        """What is worth a second look. It is looked for when it is asked for, because a game needs none of it."""
        return self.advise()

    def with_cards(self, cards: Cards) -> "Pack":
        """The same pack with other numbers; its digest is theirs."""
        return replace(self, cards=cards)

    def need(self, index: int) -> NeedText:
        """The words of a need."""
        return self.texts.needs[index]

    def supplier(self, index: int) -> SupplierText:
        """The words of a supplier, or of the framework."""
        return self.texts.framework if index == FRAMEWORK else self.texts.suppliers[index]

    def event(self, index: int) -> EventText:
        """The words of an event of the yearly deck."""
        return self.texts.events[index]

    def climate(self, mark: int) -> EventText:
        """The words of the climate event of a carbon mark, 0 to 3 as the rules count them; without words where the pack has none."""
        return self.texts.climate[mark]

    def project(self, index: int) -> ProjectText:
        """The words of an innovation project."""
        return self.texts.projects[index]

    def council(self, card: int) -> CouncilText:
        """The words of a council."""
        return self.texts.councils[card]

    def category(self, index: int) -> CategoryText:
        """The words of a category."""
        return self.texts.categories[index]

    def subject(self, index: int) -> SubjectText:
        """The words of a subject."""
        return self.texts.subjects[index]


def read_checked(source: Source, years: int | None = None, changes: Mapping[str, object] | None = None) -> tuple[Draft, ScenarioFile]:
    """Read a pack, make the changes and check all of it. Raises PackError with everything that is wrong."""
    draft = read_draft(source, changes or {})
    check_all(draft, years)
    if draft.faults or draft.scenario is None:
        raise PackError(draft.mended_above(draft.faults, keys=False))
    return draft, draft.scenario


def spots_of(draft: Draft) -> Spots:
    """Where everything stands: each key of scenario.toml by its path, each card by its deck and id."""
    cards: Spots = {
        (deck_of(model), row.id): row.spot("id") for model, sheet in zip(DECKS, draft.sheets(), strict=True) for row in sheet.rows
    }
    return {**draft.tables.spots, **cards}


def load_pack(path_or_id: str | Path, years: int | None = None, changes: Mapping[str, object] | None = None) -> Pack:
    """Load a pack that ships by its id, or any by its folder or zip. Raises PackError with everything that is wrong, and nothing else.

    `changes` are values to put in before anything is checked, by their dotted names: {"rules.load_percent": 7,
    "needs.*.estimate_gbp": "x1.1"} (see `changes`). `parameters` says what there is.
    """
    source = open_pack(path_or_id)
    draft, scenario = read_checked(source, years, changes)
    length = scenario.years if years is None else years
    cards = compile_cards(draft, scenario, length)
    ids = PackIds(
        needs=[row.id for row in draft.needs.rows],
        suppliers=[row.id for row in draft.suppliers.rows],
        projects=[row.id for row in draft.projects.rows],
        weights=[weights_text(cards, row) for row in range(cards.weights_count)],
        weight_cards=[card.id for card in scenario.weights.card],
        events=[row.id for row in draft.events.rows if row.mark == 0],
        councils=[row.id for row in draft.councils.rows],
        categories=[table.id for table in scenario.category],
        subjects=[table.id for table in scenario.subject],
    )
    return Pack(
        id=scenario.id,
        place=source.place,
        title=titled(scenario),
        line=told(scenario.line_en, scenario.line_cy),
        level=scenario.level,
        ages=scenario.ages,
        minutes=scenario.minutes,
        years=length,
        years_offered=tuple(scenario.offered),
        teams=scenario.teams,
        teams_least=scenario.teams_least,
        teams_most=scenario.teams_most,
        picture=scenario.picture,
        ground=scenario.ground,
        wording=scenario.wording,
        team_names=scenario.team_names,
        timer_minutes=scenario.board.timer_minutes,
        language=scenario.board.language,
        campaign=campaign_text(scenario),
        cards=cards,
        ids=ids,
        texts=texts_of(draft, scenario),
        advise=partial(warnings_of, draft, scenario, length, source.place),
        spots=spots_of(draft),
    )


class Beginning(NamedTuple):
    """The level of each lab, and 1 for each badge, that a council begins with."""

    labs: tuple[int, ...]
    badges: tuple[int, ...]


def beginning_of(card: CouncilCard) -> Beginning:
    """What a council begins with by its card."""
    return Beginning(tuple(card.labs), tuple(card.badges))


def begin_with(pack: Pack, beginnings: Mapping[str, Beginning]) -> Pack:
    """The pack in which these councils, by their ids, begin with this; the pack itself stays as it is.

    Councils that it does not have are left out.
    """
    cards = Cards()
    copy_into(cards, pack.cards)
    for name, beginning in beginnings.items():
        if name in pack.ids.councils:
            card = cards.councils[pack.ids.councils.index(name)]
            card.labs[:] = beginning.labs
            card.badges[:] = beginning.badges
    return pack.with_cards(cards)


ASKED = ("asked_price", "asked_quality", "asked_social_value", "asked_environment")
"""What a real buyer asked, which no rule reads."""
LABELS = ("population", "map_column", "map_row", "mark", *ASKED)
"""Columns whose numbers say where a card lies or what it is; more or less of them is not a question."""


def parameters(path_or_id: str | Path, years: int | None = None) -> dict[str, int]:
    """The present value of every number of a pack by its dotted name (see `named_numbers`), the cards last.

    A switch is a bool, so that it can be told from a number. Cells that are empty and have no number then are not listed, nor is how a
    game begins.
    Raises PackError as `load_pack` does.
    """
    draft, scenario = read_checked(open_pack(path_or_id), years)
    data = draft.tables.data or {}
    found: dict[str, int] = {}
    for path, named in table_values().items():
        value = table_value(data, path)
        if path == ("weights", "criteria_at_least") and value is None:
            value = criteria_needed(scenario.weights, scenario.rules)
        if named.kind in (int, bool) and path[0] not in BEGINNING:
            found[".".join(path)] = value
    for model, sheet in zip(DECKS, draft.sheets(), strict=True):
        found |= numbers_in(sheet, model)
    return found


def numbers_in(sheet: Sheet, model: type[DeckRow]) -> dict[str, int]:
    """The numbers and switches of a deck."""
    found: dict[str, int] = {}
    for row in sheet.rows:
        for column, named in columns(model).items():
            value = cell_value(row.cells.get(column, ""), named)
            if named.kind in (int, bool) and value is not None and column not in LABELS:
                found[f"{deck_of(model)}.{row.id}.{column}"] = value
    return found
