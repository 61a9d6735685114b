"""Warnings about texts and names: missing or untranslated Welsh, texts that stand there twice, ids that look alike, a lost next game."""

from collections.abc import Callable, Iterator
from pathlib import Path

from caffael.scenario.draft import Draft
from caffael.scenario.explain import Place
from caffael.scenario.faults import Fault, Spot, shown
from caffael.scenario.finding import find_next
from caffael.scenario.layers.both_languages import ENGLISH_END, welsh_name
from caffael.scenario.layers.deck_files import misses
from caffael.scenario.read.sheets import SheetRow
from caffael.scenario.read.toml_text import dotted, spot_at
from caffael.scenario.rule_tables import TomlTable
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence

NAME = "name_cy"
TITLES = ("title_en", "title_cy", "name_en", "name_cy", "name")
"""Columns in which no text should stand twice."""

Pair = tuple[Spot, str, str, str]
"""An English text and its Welsh: where the Welsh stands, what it is called there, and both texts."""


def word_warnings(draft: Draft, scenario: ScenarioFile, place: Path) -> Iterator[Fault]:
    """Everything odd about texts and names."""
    pairs = [*pairs_of_decks(draft), *pairs_of_tables(draft, scenario)]
    yield from told_by_file([pair for pair in pairs if not pair[3]], missing)
    yield from told_by_file([pair for pair in pairs if pair[2] == pair[3] and not is_name(pair[1], pair[2])], untranslated)
    yield from parted_warnings(draft)
    yield from name_warnings(draft)
    yield from double_warnings(draft)
    yield from id_warnings(draft)
    yield from next_warnings(draft, scenario, place)


def pairs_of_decks(draft: Draft) -> Iterator[Pair]:
    """The texts of all cards in both languages, as far as there is English and nothing else is told of them."""
    for sheet in draft.sheets():
        for row in sheet.rows:
            for name in [name for name in row.cells if name.endswith(ENGLISH_END) and row.cells[name]]:
                column = welsh_name(name)
                welsh = row.cells.get(column, "")
                if column not in row.odd:
                    yield row.spot(column if welsh else name), column, row.cells[name], welsh


def pairs_of_tables(draft: Draft, scenario: ScenarioFile) -> Iterator[Pair]:
    """The texts of scenario.toml in both languages, as far as there is English and nothing else is told of them."""
    tables: list[tuple[Place, TomlTable]] = [((), scenario), (("framework",), scenario.framework)]
    tables += [(("category", index), table) for index, table in enumerate(scenario.category)]
    tables += [(("subject", index), table) for index, table in enumerate(scenario.subject)]
    tables += [(("weights", "card", index), table) for index, table in enumerate(scenario.weights.card)]
    tables += [(("campaign",), scenario.campaign)] if scenario.campaign is not None else []
    for path, table in tables:
        for name in type(table).model_fields:
            if name.endswith(ENGLISH_END) and getattr(table, name):
                place = (*path, welsh_name(name))
                if place not in draft.tables.odd:
                    yield spot_at(draft.tables.spots, place), dotted(place), getattr(table, name), getattr(table, welsh_name(name))


def told_by_file(pairs: list[Pair], message: Callable[[int], Sentence]) -> Iterator[Fault]:
    """One warning for all these texts of a file, at the first of them."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair[0].file, []).append(pair)
    for lacking in found.values():
        spot, column, _, _ = lacking[0]
        yield spot.fault(column, str(len(lacking)), message(len(lacking)))


def missing(count: int) -> Sentence:
    """The sentence about Welsh texts that are not there."""
    return Sentence.plural(
        "{n} Welsh text is missing in this file, the first one here; English is shown in its place.",
        "{n} Welsh texts are missing in this file, the first one here; English is shown in its place.",
        count,
    )


def untranslated(count: int) -> Sentence:
    """The sentence about Welsh texts that are the English ones."""
    return Sentence.plural(
        "{n} Welsh text is the same as in English in this file, the first one here; translate what is not a name.",
        "{n} Welsh texts are the same as in English in this file, the first one here; translate what is not a name.",
        count,
    )


def is_name(column: str, text: str) -> bool:
    """Whether a text may be a name, the same in both languages: a council's, or one whose words all begin with a capital."""
    return column == NAME or all(not word[:1].islower() for word in text.split())


def parted_warnings(draft: Draft) -> Iterator[Fault]:
    """Texts in two languages that no longer belong together, since this pack or one below it wrote one of the two anew."""
    yield from draft.tables.odd.values()
    for sheet in draft.sheets():
        for row in sheet.rows:
            yield from row.odd.values()


def name_warnings(draft: Draft) -> Iterator[Fault]:
    """Spreadsheets and other files of the pack itself that nobody reads."""
    for miss in misses(draft.tables.layers[-1].source):
        yield miss.fault("")


def double_warnings(draft: Draft) -> Iterator[Fault]:
    """Cards of a deck that are called the same."""
    for sheet in draft.sheets():
        for column in TITLES:
            seen: dict[str, SheetRow] = {}
            for row in sheet.rows:
                text = row.cells.get(column, "")
                if text and text.lower() in seen:
                    pattern = "{text} stands in {row} already; nobody could tell the cards apart."
                    yield row.fault(column, text, Sentence(pattern, text=shown(text), row=seen[text.lower()].seen_from(row)))
                seen.setdefault(text.lower(), row)


def id_warnings(draft: Draft) -> Iterator[Fault]:
    """Ids of a deck that differ by nothing but hyphens."""
    for sheet in draft.sheets():
        seen: dict[str, SheetRow] = {}
        for row in sheet.rows:
            plain = row.id.replace("-", "")
            if plain in seen and seen[plain].id != row.id:
                other = seen[plain]
                pattern = "{id} and {other} of {row} differ only by a hyphen; give one another name."
                message = Sentence(pattern, id=shown(row.id), other=shown(other.id), row=other.seen_from(row))
                yield row.fault("id", row.id, message)
            seen.setdefault(plain, row)


def next_warnings(draft: Draft, scenario: ScenarioFile, place: Path) -> Iterator[Fault]:
    """A next game of the campaign that neither ships nor lies beside this pack, or that is not its next game."""
    campaign = scenario.campaign
    if campaign is None or not campaign.next:
        return
    name, game = campaign.next, campaign.game + 1
    found = find_next(place, name)
    message = None
    if name == scenario.id:
        message = Sentence("A game is not its own next one; write the id of the pack of game {game}.", game=game)
    elif found is None:
        pattern = "There is no pack {name} beside this one or among those that ship; game {game} can't begin until there is."
        message = Sentence(pattern, name=shown(name), game=game)
    elif not found.faults and (found.campaign is None or (found.campaign.id, found.campaign.game) != (campaign.id, game)):
        pattern = "{name} is not game {game} of the campaign {campaign}; write that in its [campaign]."
        message = Sentence(pattern, name=shown(name), game=game, campaign=shown(campaign.id))
    if message is not None:
        yield spot_at(draft.tables.spots, ("campaign", "next")).fault("campaign.next", name, message)
