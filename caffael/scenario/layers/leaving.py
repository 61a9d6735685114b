"""What an extending pack leaves out of the extended one: the cards that [leave_out] names, and whole decks that `only_own` names."""

from typing import Any

from pydantic import ValidationError

from caffael.scenario.explain import explain
from caffael.scenario.faults import SCENARIO_FILE, Fault, shown, unknown_word
from caffael.scenario.models import DeckRow, deck_of
from caffael.scenario.read.sheets import Sheet
from caffael.scenario.read.toml_text import Spots, dotted, spot_at
from caffael.scenario.scenario_file import LeavingOut
from caffael.words.sentence import Sentence

LEAVE_OUT = "leave_out"
ONLY_OWN = "only_own"


def left_out(data: dict[str, Any], model: type[DeckRow]) -> list[str]:
    """The ids that [leave_out] names for a deck, as far as they can be read and as many as a deck has cards."""
    table = data.get(LEAVE_OUT)
    found = table.get(deck_of(model)) if isinstance(table, dict) else None
    return [name for name in found[: model.most] if isinstance(name, str)] if isinstance(found, list) else []


def only_own(data: dict[str, Any]) -> frozenset[str]:
    """The decks of which a pack keeps its own cards alone, as far as they can be read."""
    found = data.get(ONLY_OWN)
    return frozenset(name for name in found if isinstance(name, str)) if isinstance(found, list) else frozenset()


def refuse_lowest(data: dict[str, Any], spots: Spots, faults: list[Fault]) -> None:
    """A pack that extends none has nothing to leave out."""
    for key in (LEAVE_OUT, ONLY_OWN):
        if "extends" not in data and key in data:
            message = Sentence(
                "Only a pack that extends another can leave out cards; take this out, or write extends at the top of the file."
            )
            faults.append(spot_at(spots, (key,)).fault(key, None, message))


def check_lower(data: dict[str, Any], spots: Spots, faults: list[Fault]) -> None:
    """Check what a pack in the middle of a chain leaves out, which is not laid over any other."""
    try:
        LeavingOut.model_validate({key: data[key] for key in (LEAVE_OUT, ONLY_OWN) if key in data})
    except ValidationError as error:

        def note(path: tuple[str | int, ...], value: str | None, message: Sentence) -> None:
            faults.append(spot_at(spots, path).fault(dotted(path), value, message))

        explain(error, LeavingOut, note)


def leave_out(under: Sheet, over: Sheet, names: list[str], spots: Spots, model: type[DeckRow], faults: list[Fault]) -> None:
    """Take the cards that a pack leaves out from the deck below. Each must be there, and not be changed by the pack all the same."""
    ids, place = under.ids(), (LEAVE_OUT, deck_of(model))
    for name in names:
        if name not in ids and under.complete:
            faults.append(spot_at(spots, place).fault(".".join(place), name, unknown_word(name, ids, model.card, under.file)))
    for row in over.rows:
        if row.id in names:
            pattern = "{id} is left out by {file}; take out this row, or the id there."
            message = Sentence(pattern, id=shown(row.id), file=SCENARIO_FILE)
            faults.append(row.fault("id", row.id, message))
            row.torn = True
    under.rows = [row for row in under.rows if row.id not in names]


def keep_own(under: Sheet, own: list[str] | None, spots: Spots, model: type[DeckRow], faults: list[Fault]) -> None:
    """Keep of the deck below only the cards that are the pack's own: those that it writes, or else those of the nearest pack that does."""
    if own is not None:
        under.rows = [row for row in under.rows if row.id in own]
    elif under.complete:
        pattern = "No card of {file} is this pack's own; write some, or take {deck} out of only_own."
        message = Sentence(pattern, file=model.file, deck=shown(deck_of(model)))
        faults.append(spot_at(spots, (ONLY_OWN,)).fault(ONLY_OWN, deck_of(model), message))


def leave_homes(councils: Sheet, gone: list[str], left: list[str] | None) -> None:
    """Take suppliers that a pack leaves out from the homes that councils have from the pack below; `left` are those that it keeps alone."""
    for row in councils.rows:
        if row.cells.get("home") and not row.torn:
            names = [name for name in row.cells["home"].split() if name not in gone]
            row.cells["home"] = " ".join(name for name in names if left is None or name in left)
