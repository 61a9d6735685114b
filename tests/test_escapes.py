"""No sign of a stranger's pack or game moves a terminal, turns a line round or comes into a text that is kept."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from caffael.cli import app
from caffael.match import Match, Seat
from caffael.scenario import Fault, PackError, find_packs, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.checks import check_all
from caffael.scenario.draft import read_draft
from caffael.scenario.finding import pack_info
from caffael.scenario.read.sources import MemorySource
from caffael.words.language import Language
from caffael.words.sentence import InBoth, Sentence, said
from tests.tiny_pack import tiny_pack, workbook_of

EVIL = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202egnp\u200b\x7f"
IN_TOML = "".join(f"\\u{ord(sign):04x}" for sign in EVIL)
SOME_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def told(faults: list[Fault]) -> Iterator[str]:
    """Every text that is made of faults."""
    for fault in faults:
        yield from (
            str(fault),
            fault.place,
            fault.file,
            fault.column or "",
            fault.value or "",
            fault.message,
            said(fault.message, Language("cy")),
        )
    yield str(PackError(faults)).replace("\n", "")


def faults_of(files: dict[str, bytes]) -> list[Fault]:
    try:
        draft = read_draft(MemorySource(Path("pack"), files), {})
        check_all(draft, None)
    except PackError as error:
        return error.faults
    return draft.faults


def command(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """What the command answers."""
    monkeypatch.setattr("sys.argv", ["caffael", *words])
    return app.guarded(app.run_command)


def harmless(faults: list[Fault]) -> bool:
    return all(text.isprintable() for text in told(faults))


def test_every_cell_and_every_column_of_every_deck() -> None:
    files = tiny_pack()
    for name in [name for name in files if name.endswith(".csv")]:
        rows = [line.split(",") for line in files[name].decode().split("\n") if line]
        for at in range(len(rows[0])):
            for number in (0, 1):
                changed = [list(row) for row in rows]
                changed[number][at] = EVIL
                text = "\n".join(map(",".join, changed)).encode()
                for book in ({name: text}, {name.replace("csv", "xlsx"): workbook_of(changed)} if at < 2 else {name: text}):
                    faults = faults_of({**{other: files[other] for other in files if other != name}, **book})
                    assert faults, (name, at, number)
                    assert harmless(faults), (name, at, number)


def test_every_key_value_and_heading_of_the_scenario_file() -> None:
    files = tiny_pack()
    lines = files["scenario.toml"].decode().split("\n")
    for at, line in enumerate(lines):
        key, sign, _ = line.partition("=")
        ways = [f"{EVIL}{line}", f"{line}{EVIL}", f'"{IN_TOML}" = 1', f'["{IN_TOML}"]', f"[[{EVIL}]]"]
        ways += (
            [f'{key}= "{IN_TOML}"', f'{key}= "{EVIL}"', f"{key}= {EVIL}", f'{key}= ["{IN_TOML}"]', f'{key}= {{ "{IN_TOML}" = 1 }}']
            if sign
            else []
        )
        for way in ways:
            assert harmless(faults_of({**files, "scenario.toml": "\n".join([*lines[:at], way, *lines[at + 1 :]]).encode()})), (at, way)


def test_names_of_files_folders_and_entries_of_a_zip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tiny_pack()
    folder = tmp_path / f"pack{EVIL}"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text)
    (folder / f"needs{EVIL}.csv").write_text("id\n")
    (folder / f"{EVIL}.ods").write_text("id\n")
    (folder / EVIL).mkdir()
    (folder / EVIL / "a.csv").write_text("id\n")
    assert len(load_pack(folder).warnings) >= 3
    assert harmless(load_pack(folder).warnings)
    (folder / "needs.csv").unlink()
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert harmless(caught.value.faults)
    (folder / "scenario.toml").write_text(f"{EVIL}")
    info = pack_info(folder)
    assert harmless(list(info.faults))
    assert (info.id + info.title("en") + info.title("cy")).isprintable()
    for words in (
        ["check", str(folder), "--no-play"],
        ["check", str(folder / "nothing")],
        ["play", str(folder)],
        ["simulate", str(folder)],
    ):
        assert command(monkeypatch, *words) != 0
        told_there = capsys.readouterr()
        assert told_there.out + told_there.err
        assert not SOME_CONTROL.search((told_there.out + told_there.err).replace("\t", "")), words
    for entry in (f"{EVIL}/needs.csv", f"needs{EVIL}.csv", f"../{EVIL}", f"{EVIL}.csv"):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
            for name in {entry, entry.replace("csv", "CSV")}:
                archive.writestr(name, "id\n")
        path = tmp_path / f"{EVIL}.zip"
        path.write_bytes(made.getvalue())
        with pytest.raises(PackError) as caught:
            load_pack(path)
        assert harmless(caught.value.faults)


def test_bars_of_balance(tmp_path: Path) -> None:
    for name, text in {**tiny_pack(), "balance.toml": f'[[bar]]\nid = "{IN_TOML}"\n"{IN_TOML}" = "{IN_TOML}"\n'.encode()}.items():
        (tmp_path / name).write_bytes(text)
    with pytest.raises(PackError) as caught:
        load_bars(tmp_path)
    assert harmless(caught.value.faults)


def test_a_list_of_packs(tmp_path: Path) -> None:
    (tmp_path / f"a{EVIL}.zip").write_bytes(b"PK")
    with tempfile.TemporaryDirectory(dir=tmp_path, prefix=EVIL.replace("/", "")) as inner:
        (Path(inner) / "scenario.toml").write_text(f'id = "{IN_TOML}"\ntitle_en = "{IN_TOML}"\n')
        found = [info for info in find_packs([tmp_path]) if info.faults]
    assert len(found) == 2
    for info in found:
        assert harmless(list(info.faults))
        assert (info.id + info.title("en") + info.title("cy") + info.line("en")).isprintable()


def test_a_saved_game_of_a_stranger_told_in_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    councils = load_pack("smarter-spending").ids.councils
    path = tmp_path / f"game{EVIL}.caffael"
    seats = [replace(Seat("Wye", councils[0]), team=f"Wye{EVIL}"), Seat("Taff", councils[1])]
    match = Match.start(load_pack("smarter-spending"), seats, 7, path)
    for _ in range(8):
        match.play(match.legal()[0])
    match.close()
    for words in (["replay", str(path), "--text"], ["replay", str(path)], ["replay", str(path), "--verify"], ["replay", f"{path}x"]):
        command(monkeypatch, *words)
        told_there = capsys.readouterr()
        assert told_there.out + told_there.err
        assert not SOME_CONTROL.search((told_there.out + told_there.err).replace("\t", "")), words


def test_whatever_a_sentence_is_made_of() -> None:
    inner = Sentence("a {word}", word=EVIL)
    message = Sentence("{title} {inner} {n}", title=InBoth(f"A{EVIL}", f"B{EVIL}"), inner=inner, n=3)
    assert harmless([Fault(EVIL, 3, EVIL, EVIL, message), Fault("", None, None, None, InBoth(EVIL))])
