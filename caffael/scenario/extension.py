"""Write a pack that extends another by changed values alone: a small scenario.toml, and decks with nothing but ids and changed columns."""

import csv
import io
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from caffael.disk import safe_names
from caffael.scenario.cells import ID
from caffael.scenario.draft import Draft
from caffael.scenario.faults import SCENARIO_FILE, Fault, PackError, shown, text_of
from caffael.scenario.layers.extending import read_tables
from caffael.scenario.layers.named_numbers import table_value, table_values
from caffael.scenario.models import DECKS, DeckRow, columns_of
from caffael.scenario.pack import read_checked
from caffael.scenario.read.places import name_of, open_pack, shipped_packs
from caffael.scenario.read.sheets import Sheet
from caffael.scenario.read.sources import MemorySource, Source
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason


def write_extension(
    folder: Path,
    extends: str,
    id: str,  # noqa: A002 - the key of the file
    title_en: str,
    changes: Mapping[str, object],
    title_cy: str = "",
) -> Path:
    """Write a pack into a new or empty folder that extends another with these changes, and return the folder.

    `extends` is the id of a pack that ships or the path of any other, as `load_pack` takes it; one that does not ship must lie beside the
    new folder. Without a `title_cy` the English title is shown in Welsh too. `changes` are those of `load_pack`; what is written
    are the values that they make. Loading the folder gives the cards of `load_pack(extends, changes=changes)`. The folder is written whole
    or not at all.

    Raises PackError when the changes do not make a sound pack, or when the folder cannot be written.
    """
    write_checked(folder, *planned_extension(folder, extends, id, title_en, changes, title_cy))
    return folder


def planned_extension(
    folder: Path,
    extends: str,
    id: str,  # noqa: A002 - the key of the file
    title_en: str,
    changes: Mapping[str, object],
    title_cy: str = "",
) -> tuple[Path, dict[str, bytes]]:
    """Where `write_extension` would write a pack, and its files by their names, seen to be sound. Raises PackError as it does."""
    source = open_pack(extends)
    draft, _ = read_checked(source, None, changes)
    titles = {"title_en": title_en} | ({"title_cy": title_cy} if title_cy else {})
    for name, text in (("id", id), *titles.items()):
        if not text or not text.isprintable():
            raise refused(Sentence("{text} cannot be the {key} of a pack; write a text of one line.", text=shown(text), key=name), name)
    place = new_place(folder)
    head = {"extends": name_beside(source.place, place), "id": id, **titles}
    files = {name: text.encode("utf-8-sig" if name.endswith(".csv") else "utf-8") for name, text in files_of(draft, source, head).items()}
    see_sound(folder, place, files)
    return place, files


def new_place(folder: Path) -> Path:
    """The whole path of a folder that is to be written. Raises PackError where something lies there already, or nothing can."""
    try:
        place = folder.parent.resolve() / folder.name
        if place.exists() and not (place.is_dir() and not any(place.iterdir())):
            pattern = 'There is something at "{folder}" already; choose a new folder or an empty one.'
            raise refused(Sentence(pattern, folder=text_of(folder)))
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from None
    return place


def see_sound(folder: Path, place: Path, files: Mapping[str, bytes]) -> None:
    """See that files make a sound pack at a place. Raises PackError, whose faults name no file, as there is none yet."""
    try:
        read_checked(MemorySource(place, dict(files)))
    except PackError as error:
        raise PackError(Fault("", None, fault.column, fault.value, fault.message) for fault in error.faults) from None
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from None


def write_checked(folder: Path, place: Path, files: Mapping[str, bytes]) -> None:
    """Write files that make a sound pack into a folder beside the place, and move it there. Raises PackError when it cannot be written."""
    try:
        write_folder(place, files)
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from None


def name_beside(base: Path, place: Path) -> str:
    """What a pack at a place writes to extend another: the id of one that ships, or the name of one that lies beside it."""
    real = base.resolve()
    for name, ships in shipped_packs().items():
        if ships.resolve() == real:
            return name
    lies = Path(os.path.abspath(base))  # noqa: PTH100 - a pack that is linked here is extended from here
    if lies.parent.resolve() != place.parent:
        beside = text_of(lies.parent / place.name)
        pattern = 'A pack that extends "{base}" must lie beside it; write it beside that one, as "{beside}".'
        raise refused(Sentence(pattern, base=text_of(base), beside=beside))
    name = name_of(lies)
    if not ID.fullmatch(name) or name in shipped_packs():
        message = Sentence(
            '"{base}" has a name by which it cannot be extended; rename it with small letters, figures and hyphens alone, '
            "and not as a pack that ships.",
            base=text_of(base),
        )
        raise refused(message)
    return name


def unwritable(folder: Path, error: Exception) -> PackError:
    """What is wrong with a folder that cannot be written."""
    pattern = 'The folder "{folder}" cannot be written ({why}); choose another one.'
    return refused(Sentence(pattern, folder=text_of(folder), why=system_reason(error)))


def refused(message: Sentence, name: str | None = None) -> PackError:
    """What is wrong with what was asked for."""
    return PackError([Fault("", None, name, None, message)])


def write_folder(place: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder beside the place, and move it there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}-{secrets.token_hex(4)}")
    try:
        beside.mkdir()
        for name, data in files.items():
            (beside / name).write_bytes(data)
        if place.exists():
            place.rmdir()
        beside.replace(place)
        safe_names(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def files_of(draft: Draft, source: Source, head: dict[str, str]) -> dict[str, str]:
    """The texts of the files, by their names."""
    files = {SCENARIO_FILE: toml_of(draft, source, head)}
    for model, sheet in zip(DECKS, draft.sheets(), strict=True):
        cells = {(name, column): cell for (file, name, column), cell in draft.changed.cells.items() if file == model.file}
        if cells:
            files[model.file] = deck_of_changes(model, sheet, cells)
    return files


def deck_of_changes(model: type[DeckRow], sheet: Sheet, cells: dict[tuple[str, str], str]) -> str:
    """A deck with the changed cells alone, its cards and columns in their usual order."""
    changed = [column for column in columns_of(model) if any(column == found for _, found in cells)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", *changed])
    for name in [name for name in sheet.ids() if any(name == found for found, _ in cells)]:
        writer.writerow([name, *(cells.get((name, column), "") for column in changed)])
    return text.getvalue()


def toml_of(draft: Draft, source: Source, head: dict[str, str]) -> str:
    """A scenario.toml with the changed values alone."""
    count = len(draft.changed.values) + len(draft.changed.cells)
    numbers = "1 value" if count == 1 else f"{count} values"
    lines = [f"# {head['extends']} with {numbers} changed; everything else is taken from there.", ""]
    lines += [f"{name} = {toml_value(text)}" for name, text in head.items()]
    lines += [f"{path[0]} = {toml_value(value)}" for path, value in draft.changed.values.items() if len(path) == 1]
    before = read_tables(source, []).data or {}
    tables: dict[str, list[str]] = {}
    for path in [path for path in table_values() if path in draft.changed.values and len(path) > 1]:
        value = draft.changed.values[path]
        if isinstance(value, dict):
            value = dict.fromkeys(table_value(before, path), 0) | value  # a card that is gone has no copies
        tables.setdefault(".".join(path[:-1]), []).append(f"{path[-1]} = {toml_value(value)}")
    for name, values in tables.items():
        lines += ["", f"[{name}]", *values]
    return "\n".join(lines) + "\n"


def toml_value(value: Any) -> str:
    """A value as TOML writes it. Texts have no control characters, so JSON writes them and lists the same way."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {copies}' for key, copies in sorted(value.items(), key=lambda one: int(one[0])))} }}"
    return json.dumps(value, ensure_ascii=False)
