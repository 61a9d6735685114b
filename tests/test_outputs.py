"""What commands write: every letter on every kind of stream, and no file that is not theirs."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caffael.cli.output import file_to_write, folder_to_fill, is_ours
from caffael.cli.packs import schema
from caffael.cli.shared import RefusedError
from caffael.cli.streams import nearest, prepare_streams
from caffael.resources import folder, write_whole
from caffael.simulation.play.results import LOCK, Results
from tests.refusing import refusal

PLAIN = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
CAFFAEL = (sys.executable, "-m", "caffael")


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CAFFAEL, *words], env={**PLAIN, **environment}, capture_output=True, check=False)


@pytest.fixture
def odd_pack(tmp_path: Path) -> Path:
    """A pack with faults whose cells no small encoding holds."""
    place = tmp_path / "pecyn ŵ [1]"
    shutil.copytree(folder("scenarios") / "smarter-spending", place)
    for file in place.glob("needs.*"):
        if file.suffix == ".csv":
            text = file.read_text(encoding="utf-8-sig").splitlines()
            file.write_text("\n".join([text[0], text[1].replace(text[1].split(",")[0], "ŷ ≥ 漢", 1), *text[2:]]), encoding="utf-8")
    return place


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-8"])
def test_no_letter_stops_a_command_whatever_the_stream_can_hold(encoding: str, odd_pack: Path) -> None:
    result = run("check", str(odd_pack), "--no-play", PYTHONIOENCODING=encoding)
    assert result.returncode == 1
    told = result.stdout.decode(encoding)
    assert ("ŵ" in told) == (encoding == "utf-8")
    assert "pecyn w [1]" in told or encoding == "utf-8"


def test_into_a_pipe_text_goes_out_as_utf_8_unless_it_is_asked_otherwise(odd_pack: Path) -> None:
    bare = {name: value for name, value in PLAIN.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8")}
    bare |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    result = subprocess.run([*CAFFAEL, "check", os.fsencode(odd_pack), "--no-play"], env=bare, capture_output=True, check=False)
    assert result.returncode == 1, result.stderr
    assert b"Traceback" not in result.stderr
    result.stdout.decode("utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_json_is_whole_whatever_the_stream_can_hold(encoding: str) -> None:
    told = json.loads(run("scenarios", "--json", PYTHONIOENCODING=encoding).stdout.decode(encoding))
    assert told == json.loads(run("scenarios", "--json").stdout.decode())


def test_letters_become_the_nearest_that_can_be_written() -> None:
    assert "".join(map(nearest, "ŵŷâ ≥ “’” – £5 漢")) == 'wya >= "\'" - GBP 5 ?'
    assert nearest("\udcff") == "?"


def test_a_reader_who_has_seen_enough_changes_nothing(odd_pack: Path) -> None:
    for words, code in ((("scenarios",), 0), (("check", str(odd_pack), "--no-play"), 1), (("schema",), 0)):
        with subprocess.Popen([*CAFFAEL, *words], env=PLAIN, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.close()
            assert (process.stderr.read(), process.wait()) == (b"", code)


@pytest.mark.skipif(os.name == "nt", reason="a shell's way to close a stream")
@pytest.mark.parametrize(("closing", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0), ("<&- >&- 2>&-", 0)])
def test_closed_streams_stop_nothing(closing: str, code: int, tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    line = f"{' '.join(CAFFAEL)} schema --out '{target}' {closing}"
    assert subprocess.run(line, shell=True, env=PLAIN, check=False).returncode == code
    assert json.loads(target.read_text(encoding="utf-8"))["$schema"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run([*CAFFAEL, "scenarios"], env=PLAIN, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1
    assert b"No space left" in result.stderr


def test_streams_of_another_kind_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    own = io.StringIO()
    monkeypatch.setattr(sys, "stdout", own)
    monkeypatch.setattr(sys, "stderr", None)
    prepare_streams()
    assert sys.stdout is own
    print("heard by nobody", file=sys.stderr)
    sys.stderr.close()
    assert own.getvalue() == ""


# ------------------------------------------------------------------------------------------------------------------- files of others

OURS = {
    "a.pdf": b"%PDF-1.7 ... /Creator (Caffael) ...",
    "a.html": b'<!doctype html><meta name="generator" content="Caffael">',
    "a.svg": b"<svg><!-- Caffael --></svg>",
    "a.png": b"\x89PNG....Caffael",
    "a.json": b'{"scenario": "our-town", "seed": 1}',
    "a.csv": b"Game,Saved game,Scenario,Team\n",
}
OTHERS = {
    "b.pdf": b"%PDF-1.7 my thesis",
    "b.html": b"<!doctype html>my page",
    "b.svg": b"<svg></svg>",
    "b.png": b"\x89PNG....",
    "b.json": b'{"mine": 1}',
    "b.csv": b"name,sum\n",
    "b.txt": b"words",
    "b": b"words",
}


@pytest.mark.parametrize("name", [*OURS, *OTHERS])
def test_a_file_of_ours_is_replaced_and_no_other_without_force(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((OURS | OTHERS)[name])
    assert is_ours(path) == (name in OURS)
    if name in OTHERS:
        with pytest.raises(RefusedError, match="--force"):
            file_to_write(str(path), False)
        assert path.read_bytes() == OTHERS[name]
    else:
        file_to_write(str(path), False)
    file_to_write(str(path), True)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("text", ["", ".", "sub", "no/such/folder/x.json", "a\0b.json", "x" * 300 + ".json", "/dev/null", "/dev/full"])
def test_what_is_no_plain_file_is_refused_even_by_force(text: str, force: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    with pytest.raises(RefusedError):
        file_to_write(text, force)
    assert [path.name for path in tmp_path.iterdir()] == ["sub"]


def test_a_folder_of_results_is_asked_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "sweep.csv").write_bytes(b"name,sum\n")
    with pytest.raises(RefusedError, match=r"sweep\.csv"):
        folder_to_fill(str(tmp_path), ["sweep.csv", "sweep.json"], False)
    (tmp_path / "sweep.json").write_bytes(OURS["a.json"])
    assert folder_to_fill(str(tmp_path), ["sweep.csv", "sweep.json"], False) == tmp_path
    with pytest.raises(RefusedError, match="folder"):
        folder_to_fill(str(tmp_path / "sweep.csv"), ["x"], True)


def test_a_schema_is_written_again_over_itself_and_over_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, other = tmp_path / "schema [1].json", tmp_path / "package.json"
    other.write_text('{"name": "mine"}', encoding="utf-8")
    assert schema(str(mine)) == schema(str(mine)) == 0
    assert schema(str(other)) == 2
    assert "--force" in capsys.readouterr().err
    assert json.loads(other.read_text(encoding="utf-8")) == {"name": "mine"}
    assert schema(str(other), force=True) == 0
    assert {path.name for path in tmp_path.iterdir()} == {mine.name, other.name}


def test_a_link_stays_and_leads_to_what_was_written(tmp_path: Path) -> None:
    target, link = tmp_path / "there.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


# ------------------------------------------------------------------------------------------------------------ what killed runs left


def test_what_a_killed_run_left_goes_at_the_next_and_what_is_in_use_stays(tmp_path: Path) -> None:
    left = tmp_path / ".running-left"
    left.mkdir()
    (left / LOCK).touch()
    (left / "games-0000000.parquet").write_bytes(b"half")
    other = tmp_path / ".running-without-a-lock"
    other.mkdir()
    with Results(tmp_path) as first, Results(tmp_path) as second:
        assert {path.name for path in tmp_path.iterdir()} == {first.parts.name, second.parts.name, other.name}
    assert [path.name for path in tmp_path.iterdir()] == [other.name]


@pytest.mark.parametrize("wrong", ["nan", "0", "-1", "inf", "1e9"])
def test_seconds_that_measure_nothing_are_refused(wrong: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(["bench", f"--seconds={wrong}"], monkeypatch, capsys)


@pytest.mark.parametrize("size", ["1280x²", "1280x", "x720", "12٣0x720", "1280x720x2", "-1280x720", "99999999999x720"])
def test_sizes_that_are_none_are_refused(size: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert "1920x1080" in refusal(["play", f"--size={size}"], monkeypatch, capsys)
