"""The pack of chosen notices: a small scenario.toml that extends a pack that ships, and needs.csv; written whole or not at all."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from caffael.notices.cards import Card, cards_of
from caffael.notices.choosing import Wish, once_each, spread
from caffael.notices.faults import NoticesError
from caffael.notices.notice import Notice
from caffael.notices.tables import Tables
from caffael.rules.terms import NEEDS
from caffael.scenario.advice.market import bought
from caffael.scenario.cells import ID, LONGEST_ID
from caffael.scenario.checks import carbon_by_factor
from caffael.scenario.draft import Draft
from caffael.scenario.extension import name_beside, new_place, see_sound, toml_value, write_checked
from caffael.scenario.faults import SCENARIO_FILE
from caffael.scenario.models import NeedRow, columns_of
from caffael.scenario.pack import read_checked
from caffael.scenario.read.places import open_pack
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence

NEEDS_FILE = NeedRow.file
FEW = 3
"""A category with fewer real needs than this is filled up from the game that is extended, so that its suppliers have work to bid for."""
TITLE = ("Real tenders", "Tendrau go iawn")
LINE = (
    "What public bodies really asked for, by their own notices.",
    "Yr hyn y gofynnodd cyrff cyhoeddus amdano go iawn, yn ôl eu hysbysiadau eu hunain.",
)
NEEDS_WEIGH = 0.55
"""How much the mean carbon of a need counts beside that of a council's estate when the carbon budget follows it: measured on packs of real
notices, so that four balanced councils keep their climate in about four of five games."""
HEAD = """\
# {title}: needs from real tender notices, made by `caffael import`.
#
# Each row of needs.csv names its notice in the column source: the ocid, the date, the address and the licence, and what is guessed.
# Contains public sector information licensed under the Open Government Licence v3.0 where the source names it:
# https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
#
# Everything else is taken from {extends}. Change what you like (docs/packs.md); `caffael check` says what does not fit.
"""


@dataclass(frozen=True, slots=True)
class Planned:
    """A pack that can be written: its files, the cards in it, and what was left out on the way."""

    files: dict[str, bytes]
    cards: list[Card]
    read: int  # notices that there were
    fitting: int  # of these what was wanted
    without: int  # of these without a category of the game
    staying: int = 0  # needs of the other game that stay beside them
    again: int = 0  # notices whose buyer and title another one has

    @property
    def weighed(self) -> int:
        """How many needs have the real weights."""
        return sum(bool(card.asked) for card in self.cards)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pack is to be: its place and titles, what it extends, what is wanted, and how many needs."""

    place: Path
    extends: str
    needs: int
    wish: Wish = field(default_factory=Wish)
    title_en: str = TITLE[0]
    title_cy: str = TITLE[1]
    line_en: str = LINE[0]
    line_cy: str = LINE[1]


def plan_pack(notices: Sequence[Notice], plan: Plan, tables: Tables) -> Planned:
    """Choose notices and lay out the files of a pack, seen to be sound. Raises NoticesError where nothing can be chosen, and PackError."""
    source = open_pack(plan.extends)
    draft, scenario = read_checked(source)
    place = new_place(plan.place)
    wanted = [notice for notice in notices if plan.wish.fits(notice)]
    if not wanted:
        if plan.wish.buyer and not any(Wish(buyer=plan.wish.buyer).fits(notice) for notice in notices):
            pattern = 'No buyer in these notices has "{name}" in its name; the likest are: {names}.'
            name = plan.wish.buyer[0]
            raise NoticesError(Sentence(pattern, name=name, names="; ".join(likest(name, notices))))
        pattern = "No notice is what was asked for, of {n} in all; ask for less, or take other notices."
        raise NoticesError(Sentence(pattern, n=len(notices)))
    cards, without = cards_of(wanted, tables, [table.id for table in scenario.category])
    cards = [card for card in cards if card.subject in tables.subjects or card.subject in draft.subjects]
    if not cards:
        raise NoticesError(Sentence("None of these notices says what it buys, so no need could be made of them."))
    apart = once_each(cards)
    chosen = spread(apart, min(plan.needs, NEEDS))
    head = {"extends": name_beside(source.place, place), "id": id_for(plan.place), "title_en": plan.title_en, "title_cy": plan.title_cy}
    head |= {"line_en": plan.line_en, "line_cy": plan.line_cy}
    staying = staying_of(chosen, draft, scenario)
    taken = {row.id for row in draft.needs.rows}
    chosen = [named_apart(card, taken) for card in chosen]
    files = {
        SCENARIO_FILE: scenario_text(head, chosen, staying, draft, scenario, tables).encode(),
        NEEDS_FILE: needs_text(chosen, staying).encode("utf-8-sig"),
    }
    see_sound(plan.place, place, files)
    return Planned(files, chosen, len(notices), len(wanted), without, len(staying), len(cards) - len(apart))


def likest(name: str, notices: Sequence[Notice]) -> list[str]:
    """The three buyers whose names are most like this one."""
    buyers = sorted({known for notice in notices for known in (notice.buyer, notice.buyer_cy) if known})
    return sorted(buyers, key=lambda known: SequenceMatcher(None, name.casefold(), known.casefold()).ratio(), reverse=True)[:3]


def write_pack(plan: Plan, planned: Planned) -> None:
    """Write a planned pack. Raises PackError where it can't be written."""
    write_checked(plan.place, new_place(plan.place), planned.files)


def id_for(folder: Path) -> str:
    """An id made of the folder's name."""
    name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in folder.name.lower())
    name = "-".join(part for part in name.split("-") if part)[:LONGEST_ID].strip("-")
    return name if ID.fullmatch(name) else "real-notices"


def named_apart(card: Card, taken: set[str]) -> Card:
    """A card whose id no need of the other game has."""
    if card.id not in taken:
        return card
    return Card(f"{card.id}-real", card.notice, card.category, card.subject, card.cells, card.asked, card.guessed)


def staying_of(cards: Sequence[Card], draft: Draft, scenario: ScenarioFile) -> list[str]:
    """The needs of the other game that stay: what a category with too few real ones lacks, then more of these and of all others in turn,
    until there are enough for its shortest game. So that most needs are real, no more stay.
    """
    count = Counter(card.category for card in cards)
    lines: dict[str, list[str]] = {table.id: [] for table in scenario.category}
    for row in draft.needs.rows:
        lines[scenario.category[row.category].id].append(row.id)
    lacking = {category: max(0, FEW - count[category]) for category in lines}
    staying = [name for category, names in lines.items() for name in names[: lacking[category]]]
    thin = [names[lacking[category] :] for category, names in lines.items() if lacking[category]]
    full = [names for category, names in lines.items() if not lacking[category]]
    others = [name for some in (thin, full) for turn in zip_longest(*some) for name in turn if name]
    few = bought(scenario, scenario.offered[0]) - len(cards) - len(staying)
    return [*staying, *others[: max(0, few)]][: NEEDS - len(cards)]


def needs_text(cards: Sequence[Card], staying: Sequence[str]) -> str:
    """The deck: the needs of notices, then the ids of those that stay of the other game."""
    columns = [column for column in columns_of(NeedRow) if column not in ("carbon_kg", "saving_gbp", "cut_kg")]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for card in cards:
        writer.writerow([card.id if column == "id" else card.cells.get(column, "") for column in columns])
    for name in staying:
        writer.writerow([name, *[""] * (len(columns) - 1)])
    return text.getvalue()


def scenario_text(
    head: dict[str, str], cards: Sequence[Card], staying: Sequence[str], draft: Draft, scenario: ScenarioFile, tables: Tables
) -> str:
    """scenario.toml: the name, the carbon budget, and the subjects that the other game lacks."""
    lines = [HEAD.format(title=head["title_en"], extends=head["extends"]), *(f"{key} = {toml_value(text)}" for key, text in head.items())]
    lines += [*years_lines(len(cards) + len(staying), scenario), 'only_own = ["needs"]']
    lines += ["", "[rules]", "# For each council; it follows the carbon of the needs."]
    lines += [f"carbon_budget_kg_a_year = {carbon_budget(cards, staying, draft, scenario, tables)}"]
    for name in dict.fromkeys(card.subject for card in cards):
        if name not in draft.subjects:
            entry = tables.subjects[name]
            lines += ["", "[[subject]]", f"id = {toml_value(name)}", f"title_en = {toml_value(entry.title_en)}"]
            lines += [f"title_cy = {toml_value(entry.title_cy)}", f"factor = {entry.factor}", f"sic = {toml_value(entry.sic)}"]
            lines += [f"source = {toml_value(entry.source)}"]
    return "\n".join(lines) + "\n"


def years_lines(needs: int, scenario: ScenarioFile) -> list[str]:
    """The lengths of a game for which there are needs enough, the shortest in any case; nothing where that is all of them."""
    enough = [years for years in scenario.offered if bought(scenario, years) <= needs] or scenario.offered[:1]
    if enough == scenario.offered:
        return []
    return [f"years = {max(enough)}", f"years_offered = {toml_value(enough)}"]


def carbon_budget(cards: Sequence[Card], staying: Sequence[str], draft: Draft, scenario: ScenarioFile, tables: Tables) -> int:
    """What a council may emit in a year: the other game's budget, changed as the mean carbon of a council's needs and estate is changed."""
    estates = [council.estate_kg for council in draft.councils.rows]
    estate = sum(estates) / max(1, len(estates))
    before = [carbon_of(need, scenario.subject[need.subject].factor) for need in draft.needs.rows]
    known = {need.id: carbon for need, carbon in zip(draft.needs.rows, before, strict=True)}
    now = [yearly_carbon(card, draft, scenario, tables) for card in cards] + [known[name] for name in staying]
    old, new = (estate + NEEDS_WEIGH * sum(some) / max(1, len(some)) for some in (before, now))
    return max(1_000, round(scenario.rules.carbon_budget * new / old / 1_000) * 1_000) if old else scenario.rules.carbon_budget


def carbon_of(need: NeedRow, factor: float) -> float:
    """What a need of the other game emits in a year, in kg."""
    return float(need.carbon_kg) if need.carbon_kg >= 0 else float(carbon_by_factor(need, factor))


def yearly_carbon(card: Card, draft: Draft, scenario: ScenarioFile, tables: Tables) -> float:
    """What a need of a notice emits in a year, in kg: its yearly spend times the factor of its subject."""
    if card.subject in draft.subjects:
        factor = scenario.subject[draft.subjects.index(card.subject)].factor
    else:
        factor = tables.subjects[card.subject].factor
    return int(card.cells["estimate_gbp"]) / int(card.cells["term_years"]) * factor
