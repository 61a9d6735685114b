"""Spoils packs by the thousand and sees that each is either sound or refused in plain sentences: `python -m tests.fuzz_packs`.

    python -m tests.fuzz_packs --count 1000000 --workers 2

A small sound pack is changed in one to three ways: a cell, a row, a column, a key of scenario.toml, bytes of a file, the kind of its
spreadsheets, the zip round it. Anything but a pack or a PackError ends the run with the seed that found it; `--seed` plays that one again.
At the end it prints how many got past each stage; a fifth or more should reach the cards.
"""

import argparse
import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from caffael.rules.deal import shuffle_decks
from caffael.rules.records import Deal, Stream
from caffael.scenario import PackError
from caffael.scenario.cards import compile_cards
from caffael.scenario.checks import check_all
from caffael.scenario.draft import read_draft
from caffael.scenario.read.places import open_pack
from caffael.scenario.read.sources import MemorySource, Source
from caffael.words.sentence import Sentence
from tests.fuzz_words import CELLS, TOML_LINES, TOML_VALUES
from tests.in_welsh import see_welsh
from tests.tiny_pack import tiny_pack, workbook_of

STAGES = ("tried", "opened", "scenario.toml", "decks", "cards")
CHUNK = 500
Files = dict[str, bytes]


def cell(files: Files, chance: random.Random) -> None:
    """Put another word into a cell; often one that stands elsewhere in its column, which mostly is right."""
    name, rows = some_deck(files, chance)
    if len(rows) < 2:
        return
    row, place = chance.randrange(1, len(rows)), chance.randrange(len(rows[0]))
    if place < len(rows[row]):
        others = [other[place] for other in rows[1:] if place < len(other)]
        rows[row][place] = chance.choice(others) if chance.random() < 0.5 else chance.choice(CELLS)
    write_deck(files, name, rows)


def row(files: Files, chance: random.Random) -> None:
    """Take a row out, write one twice, change two, or tear one."""
    name, rows = some_deck(files, chance)
    if len(rows) < 3:
        return
    at, other = chance.randrange(1, len(rows)), chance.randrange(1, len(rows))
    how = chance.randrange(5)
    if how == 0:
        del rows[at]
    elif how == 1:
        rows.insert(other, list(rows[at]))
    elif how == 2:
        rows[at], rows[other] = rows[other], rows[at]
    elif how == 3:
        del rows[at][chance.randrange(len(rows[at])) :]
    else:
        rows.insert(at, [""] * len(rows[0]))
    write_deck(files, name, rows)


def column(files: Files, chance: random.Random) -> None:
    """Change the order of columns, or misspell, double or lose one."""
    name, rows = some_deck(files, chance)
    places = list(range(len(rows[0])))
    how = chance.randrange(4)
    if how == 0:
        chance.shuffle(places)
    elif how == 1:
        places.remove(chance.choice(places))
    elif how == 2:
        places.insert(0, chance.choice(places))
    else:
        rows[0][chance.choice(places)] = chance.choice(CELLS)
    write_deck(files, name, [[line[place] if place < len(line) else "" for place in places] for line in rows])


def key(files: Files, chance: random.Random) -> None:
    """Give a key of scenario.toml another value, write a line more, or take one out."""
    lines = files["scenario.toml"].decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(lines))
    how = chance.randrange(4)
    if how == 0 and "=" in lines[at]:
        lines[at] = f"{lines[at].split('=')[0]}= {chance.choice(TOML_VALUES)}"
    elif how == 1:
        lines.insert(at, chance.choice(TOML_LINES))
    elif how == 2:
        numbers = [word for word in lines[at].split() if word.isdigit()]
        if numbers:
            lines[at] = lines[at].replace(chance.choice(numbers), str(max(0, int(numbers[0]) + chance.choice((-1, 1, 10)))), 1)
    else:
        del lines[at]
    files["scenario.toml"] = "\n".join(lines).encode("utf-8", "replace")


def some_bytes(files: Files, chance: random.Random) -> None:
    """Spoil a file as a bad copy would."""
    name = chance.choice(sorted(files))
    data = bytearray(files[name])
    at = chance.randrange(len(data) + 1)
    how = chance.randrange(5)
    if how == 0:
        del data[at:]
    elif how == 1:
        data[at : at + 1] = bytes([chance.randrange(256)])
    elif how == 2:
        data[at:at] = chance.choice([b'"', b",", b";", b"\n", b"\0", b"\r", b"[[", b"=", b"\xff\xfe", b"\xc5\xb5", b"\xe2\x80\xae"])
    elif how == 3:
        del data[at : at + chance.randint(1, 40)]
    else:
        data[at : at + 30] = data[at : at + 30][::-1]
    files[name] = bytes(data)


def dress(files: Files, chance: random.Random) -> None:
    """Save a deck as another program would: semicolons, tabs, a byte-order mark, other line ends, Windows letters, a workbook."""
    name, rows = some_deck(files, chance)
    how = chance.randrange(7)
    if how < 2:
        write_deck(files, name, rows, ";" if how == 0 else "\t")
    elif how == 2:
        files[name] = b"\xef\xbb\xbf" + files[name]
    elif how == 3:
        files[name] = files[name].replace(b"\n", b"\r\n")
    elif how == 4:
        files[name] = files[name].decode("utf-8", "replace").encode("cp1252", "replace")
    elif how == 5:
        files[name] = b"sep=;\n" + files[name]
    elif chance.random() < 0.2:  # making one takes longer than reading it
        files[name.replace(".csv", ".xlsx")] = workbook_of(rows)
        del files[name]


def file(files: Files, chance: random.Random) -> None:
    """Lose a file, call it otherwise, or add one that is not the pack's."""
    name = chance.choice(sorted(files))
    how = chance.randrange(3)
    if how == 0 and name != "scenario.toml":
        del files[name]
    elif how == 1 and name != "scenario.toml":
        files[chance.choice([name.title(), f"{name}.txt", name.replace("s.csv", ".csv"), "notes.csv"])] = files.pop(name)
    else:
        files[chance.choice(["README.txt", "needs.ods", "~$needs.xlsx", "needs - Copy.csv", "balance.toml", "projects.csv"])] = (
            b"some words\n"
        )


WAYS: list[tuple[Callable[[Files, random.Random], None], int]] = [
    (cell, 30),
    (row, 12),
    (column, 8),
    (key, 22),
    (some_bytes, 12),
    (dress, 12),
    (file, 4),
]


def some_deck(files: Files, chance: random.Random) -> tuple[str, list[list[str]]]:
    """A deck that is still CSV, and its cells."""
    names = [name for name in sorted(files) if name.endswith(".csv")]
    if not names:
        return "needs.csv", [["id"]]
    name = chance.choice(names)
    return name, [line.split(",") for line in files[name].decode("utf-8", "replace").split("\n")]


def write_deck(files: Files, name: str, rows: list[list[str]], comma: str = ",") -> None:
    """Write a deck's cells. Cells of the tiny pack hold no commas, so that this is quick."""
    files[name] = "\n".join(comma.join(line) for line in rows).encode("utf-8", "replace")


def spoiled(files: Files, chance: random.Random) -> Files:
    """A copy that is changed in one to three ways."""
    found = dict(files)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
        chance.choices([way for way, _ in WAYS], [weight for _, weight in WAYS])[0](found, chance)
    return found


def zipped(files: Files, chance: random.Random, folder: Path) -> Path:
    """The files in a zip, whose bytes may be spoiled too."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        inside = chance.choice(("", "", "my-game/", "a/b/", "../"))
        for name, text in files.items():
            archive.writestr(inside + name, text)
    packed = bytearray(data.getvalue())
    for _ in range(chance.choice((0, 0, 1, 3))):
        packed[chance.randrange(len(packed))] = chance.randrange(256)
    path = folder / "pack.zip"
    path.write_bytes(packed)
    return path


def reached(make: Callable[[], Source]) -> str:
    """The last stage that a pack gets past. Raises whatever reading it raises but PackError."""
    stage = "tried"
    try:
        source = make()
        stage = "opened"
        draft = read_draft(source, {})
        scenario = draft.scenario
        if scenario is None:
            return stage
        stage = "scenario.toml"
        if not all(sheet.complete for sheet in draft.sheets()):
            return stage
        stage = "decks"
        check_all(draft, None)
        for fault in draft.faults:
            told(fault.message)
        if draft.faults:
            return stage
        cards = compile_cards(draft, scenario, scenario.years)
        shuffle_decks(cards, 1, Stream(), Deal())
    except PackError as error:
        for fault in error.faults:
            told(fault.message)
        return stage
    return "cards"


def told(message: Sentence) -> None:
    """A fault is a sentence that can be shown, in Welsh too."""
    see_welsh(message)
    if not (message and message.isprintable() and message.endswith((".", "?", "!")) and len(message) < 2_000):
        raise AssertionError(f"not a plain sentence: {message!r}")


def play_chunk(seed: int, count: int) -> Counter[str]:
    """So many spoiled packs. Raises RuntimeError naming the seed of one that breaks something."""
    files, found = tiny_pack(), Counter[str]()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number in range(count):
            chance = random.Random(seed + number)
            try:
                pack = spoiled(files, chance)
                in_zip = chance.random() < 0.05
                path = zipped(pack, chance, folder) if in_zip else folder
                found[reached(partial(open_pack, path) if in_zip else partial(MemorySource, folder, pack))] += 1
            except Exception as error:
                raise RuntimeError(f"--seed {seed + number} --count 1: {type(error).__name__}: {error}") from error
    return found


def past_each(found: Counter[str]) -> dict[str, int]:
    """How many got past each stage."""
    return {stage: sum(found[later] for later in STAGES[place:]) for place, stage in enumerate(STAGES)}


def main() -> int:
    """Run it; 1 when something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    started, found = time.monotonic(), Counter[str]()
    chunks = [(first, min(CHUNK, asked.seed + asked.count - first)) for first in range(asked.seed, asked.seed + asked.count, CHUNK)]
    with ProcessPoolExecutor(asked.workers) as pool:
        try:
            for done, part in enumerate(pool.map(play_chunk, *zip(*chunks, strict=True)), 1):
                found += part
                if sys.stderr.isatty():
                    sys.stderr.write(f"\r{done * CHUNK:,} of {asked.count:,}")
        except RuntimeError as error:
            pool.shutdown(cancel_futures=True)
            print(error)
            return 1
    seconds = time.monotonic() - started
    print(f"{asked.count:,} packs in {seconds:,.0f} s, {asked.count / seconds:,.0f} a second; none broke anything.")
    for stage, many in past_each(found).items():
        print(f"{stage:>14}  {many:>10,}  {100 * many / asked.count:5.1f} %")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
