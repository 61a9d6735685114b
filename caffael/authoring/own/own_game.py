"""A pack of the user's own that is being written or changed: settings, what is wrong with them, undo, and saving."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caffael.authoring.own.editable import CARBON, SETTINGS, STEP, WHOLE, YEARS_KEY, Setting
from caffael.authoring.own.on_disk import free_name, name_of, put_in_place
from caffael.scenario import Fault, PackError, Words
from caffael.scenario.draft import Draft
from caffael.scenario.extension import write_extension
from caffael.scenario.layers.deck_files import deck_file
from caffael.scenario.layers.leaving import ONLY_OWN
from caffael.scenario.layers.named_numbers import table_value
from caffael.scenario.layers.own_changes import OwnChanges, read_own_changes
from caffael.scenario.models import DECKS, deck_of
from caffael.scenario.pack import read_checked
from caffael.scenario.read.places import open_pack, shipped_packs
from caffael.words.sentence import Sentence

COUNCIL_COLUMNS = ("budget_gbp", "grant_gbp")
OFFERED = "years_offered"
WORKPLACE = ".changing"
"""The name of the folder in which a changed pack is written before it takes the place of the older one."""


@dataclass(slots=True)
class Below:
    """The pack that the own one extends: its name for `load_pack`, its settings, the years it offers, its councils' money."""

    extends: str
    values: dict[str, Any]
    offered: list[int]
    money: dict[str, int]
    weight_cards: bool
    own_decks: frozenset[str]  # of which some cards are its own, and some come from the pack below it


@dataclass(slots=True)
class OwnGame:
    """`place` is the folder of the pack that is changed again; None for a new one. `kept` are changes that no setting shows."""

    below: Below
    title: Words
    typed: str = ""
    place: Path | None = None
    id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    blamed: dict[str, list[Sentence]] = field(default_factory=dict)  # what is wrong, by the setting that caused it
    _past: list[tuple[str, Any]] = field(default_factory=list)

    # What stands where

    def settings(self) -> list[str]:
        """The keys of what can be changed: no steps of weights that are cards, and no own cards where there are none."""
        shown = [key for key, setting in SETTINGS.items() if not setting.deck or setting.deck in self.below.own_decks]
        return [key for key in shown if key != STEP or not self.below.weight_cards]

    def value(self, key: str) -> Any:
        """What a setting is now."""
        return self.values.get(key, self.below.values[key])

    def changed(self, key: str) -> bool:
        """Whether a setting differs from the pack that is extended."""
        return bool(self.value(key) != self.below.values[key])

    def set(self, key: str, value: Any) -> None:
        """Change a setting, and look whether the pack is sound with it."""
        if value == self.value(key):
            return
        self._past.append((key, self.value(key)))
        self.values[key] = value
        self.check()

    def reset(self, key: str) -> None:
        """Set a setting back to the value of the pack that is extended."""
        self.set(key, self.below.values[key])

    def reset_all(self) -> None:
        """Set everything back."""
        for key in self.settings():
            self.reset(key)

    @property
    def can_undo(self) -> bool:
        """Whether anything has been changed."""
        return bool(self._past)

    def undo(self) -> str:
        """Take the last change back and say which setting it was."""
        key, before = self._past.pop()
        self.values[key] = before
        self.check()
        return key

    # What is written

    def changes(self, without: str = "") -> dict[str, object]:
        """The changes as `load_pack` takes them, on request without those of one setting."""
        found = dict(self.kept)
        decks: list[str] = []
        for key in self.settings():
            value, setting = self.value(key), SETTINGS[key]
            if not self.changed(key) or key == without:
                continue
            if setting.deck:
                decks.append(setting.deck)
            else:
                found |= {name: f"x{value / WHOLE}" if setting.kind == "percent" else plain(setting, value) for name in setting.values}
        found |= {ONLY_OWN: decks} if decks else {}
        years = self.value(YEARS_KEY)
        if years not in self.below.offered and without != YEARS_KEY:
            found[OFFERED] = sorted({*self.below.offered, years})
        return found

    def check(self) -> None:
        """See what is wrong with the changes, and which setting caused it: of those without which it is gone, the one changed last."""
        self.faults = self._faults()
        self.blamed = {}
        left = [fault.message for fault in self.faults]
        latest = list(dict.fromkeys(key for key, _ in reversed(self._past)))
        for key in [*latest, *(key for key in self.settings() if key not in latest)]:
            if left and self.changed(key):
                others = {fault.message for fault in self._faults(without=key)}
                cured = [message for message in left if message not in others]
                if cured:
                    self.blamed[key] = cured
                    left = [message for message in left if message in others]

    def _faults(self, without: str = "") -> list[Fault]:
        try:
            read_checked(open_pack(self.below.extends), None, self.changes(without))
        except PackError as error:
            return error.faults
        return []

    def titles(self) -> Words:
        """The titles that are written: what was typed in both languages, else those that were proposed."""
        typed = self.typed.strip()
        return Words(typed, typed) if typed else self.title

    def save(self, folder: Path) -> Path:
        """Write the pack into the folder, or anew in its place, and give its place. Raises PackError, and OSError from moving it there."""
        titles = self.titles()
        folder.mkdir(parents=True, exist_ok=True)
        if self.place is None:
            self.id = free_name(folder, name_of(titles.en))
            return write_extension(folder / self.id, self.below.extends, self.id, titles.en, self.changes(), titles.cy)
        beside = self.place.parent / free_name(self.place.parent, WORKPLACE)
        write_extension(beside, self.below.extends, self.id, titles.en, self.changes(), titles.cy)
        put_in_place(beside, self.place)
        return self.place


def same_column(name: str, value: str) -> bool:
    """Whether a name is a cell of the column that a value with * stands for."""
    one, other = name.split("."), value.split(".")
    return "*" in other and len(one) == len(other) and (one[0], one[-1]) == (other[0], other[-1])


def plain(setting: Setting, value: Any) -> Any:
    """A value as the pack's files have it."""
    return int(value) if setting.key == STEP else value


def begin(path: Path, own: bool, title: Words) -> OwnGame:
    """Begin to change a pack: one of the user's own in its place, any other as a new pack. Raises PackError for one that has faults."""
    _, scenario = read_checked(open_pack(path))
    changes = read_own_changes(path) if own and path.is_dir() else None
    if changes is None:
        ships = shipped_packs().get(scenario.id)
        game = OwnGame(read_below(scenario.id if ships == path else str(path)), title)
    else:
        titles = Words(scenario.title_en, scenario.title_cy)
        same = scenario.title_en == scenario.title_cy
        game = OwnGame(read_below(changes.extends), titles, scenario.title_en if same else "", path, scenario.id)
        take_up(game, changes)
    game.check()
    return game


def read_below(extends: str) -> Below:
    """What is known of the pack that is extended."""
    draft, scenario = read_checked(open_pack(extends))
    data = draft.tables.data or {}
    values: dict[str, Any] = {}
    for key, setting in SETTINGS.items():
        if setting.deck:
            values[key] = False
            continue
        value = WHOLE if setting.kind == "percent" else table_value(data, tuple(key.split(".")))
        values[key] = str(value) if setting.kind == "choice" else value
    money = {f"councils.{row.id}.{column}": getattr(row, column) for row in draft.councils.rows for column in COUNCIL_COLUMNS}
    money[CARBON] = scenario.rules.carbon_budget
    return Below(extends, values, list(scenario.offered), money, bool(scenario.weights.card), own_decks(draft, extends))


def own_decks(draft: Draft, extends: str) -> frozenset[str]:
    """The decks of which some cards were written for a pack that does not ship, and others come from below it."""
    found: set[str] = set()
    for model, sheet in zip(DECKS, draft.sheets(), strict=True):
        written = next((layer for layer in reversed(draft.tables.layers) if deck_file(layer.source, model)), None)
        ships = written is None or (written.name or extends) in shipped_packs()
        if not ships and sheet.own is not None and {*sheet.ids()} - {*sheet.own}:
            found.add(deck_of(model))
    return frozenset(found)


def take_up(game: OwnGame, found: OwnChanges) -> None:
    """Put changes that were read back where settings show them; the others are kept as they are."""
    kept = dict(found.changes)
    kept.pop(OFFERED, None)
    own = kept.pop(ONLY_OWN, [])
    for key in game.settings():
        setting = SETTINGS[key]
        if setting.deck:
            game.values[key] = isinstance(own, list) and setting.deck in own
        elif setting.kind == "percent":
            percent, names = percent_of(setting, kept, game.below.money)
            if percent != WHOLE:
                game.values[key] = percent
                for name in names:
                    kept.pop(name, None)
        elif key in kept:
            value = kept.pop(key)
            game.values[key] = str(value) if setting.kind == "choice" else value
    game.kept = kept


def percent_of(setting: Setting, changes: Mapping[str, object], below: Mapping[str, int]) -> tuple[int, list[str]]:
    """By which percentage changes multiply the numbers of a setting, and the names of these; 100 where they do something else."""
    names = [name for name in below if any(name == value or same_column(name, value) for value in setting.values)]
    for percent in range(setting.low, setting.high + 1, setting.step):
        if all(int(str(changes.get(name, below[name]))) == (2 * below[name] * percent + WHOLE) // (2 * WHOLE) for name in names):
            return percent, names
    return WHOLE, names
