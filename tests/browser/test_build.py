"""The folder for a web space: what is in it, what is refused, and that the same game gives the same folder."""

import json
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from caffael.browser.building import fetching, naming
from caffael.browser.building.archives import archived, packed, unarchived
from caffael.browser.building.contents import modules
from caffael.browser.building.laying import is_ours, lay_out
from caffael.browser.building.lock import Lock, Wheel, lock, written
from caffael.browser.building.refusal import BuildError
from caffael.browser.building.serving import server as own_server
from caffael.browser.building.site import POLICY
from caffael.browser.building.site import site as built
from caffael.cli import web

MOST_BYTES = 9_300_000
"""What comes over the network before the title is there, when the server packs scripts."""
ADDRESS = re.compile(rb"https?://[a-z0-9.-]+", re.IGNORECASE)
KNOWN = (b"http://www.w3.org",)
"""A name of XML, which nobody asks."""


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def map_of(files: Mapping[str, bytes]) -> dict[str, dict[str, object]]:
    (script,) = (content for name, content in files.items() if name.endswith("-map.js"))
    found = re.search(r"FILES = (\{.*?\n\});", script.decode(), re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def test_at_the_top_lie_four_files_and_all_others_are_called_by_what_is_in_them(site: Path) -> None:
    files = files_of(site)
    assert sorted(name for name in files if "/" not in name) == ["caffael.json", "index.html", "manifest.webmanifest", "sw.js"]
    for name, content in files.items():
        if "/" in name:
            folder, _, rest = name.partition("/")
            assert folder == "files"
            assert naming.called(rest.split("-", 1)[1], content) == rest


def test_every_file_that_is_named_is_there_and_named_from_where_the_page_lies(site: Path) -> None:
    files = files_of(site)
    page = files["index.html"].decode()
    named = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert named
    assert all(name in files for name in named)
    assert all(icon["src"] in files for icon in json.loads(files["manifest.webmanifest"])["icons"])
    for name, content in files.items():
        if name.endswith(".js") and "/" in name and not name.endswith("-engine.js"):
            for other in re.findall(r'"\./([a-z0-9_.-]+\.[a-z]+)"', content.decode()):
                assert f"files/{other}" in files, (name, other)
    kept = json.loads(re.search(r"FILES = (\[.*?\]);", files["sw.js"].decode(), re.DOTALL)[1])  # type: ignore[index]
    assert kept == sorted(name for name in files if name.startswith("files/"))


def test_the_policy_is_strict_and_the_page_keeps_it(site: Path) -> None:
    page = (site / "index.html").read_text("utf-8")
    assert f'content="{POLICY}"' in page
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert "style=" not in page
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=", page)


def test_no_file_names_a_third_party(site: Path) -> None:
    for name, content in files_of(site).items():
        if name.endswith((".js", ".html", ".css", ".webmanifest")):
            assert [found for found in ADDRESS.findall(content) if found not in KNOWN] == [], name


def test_what_comes_before_the_title_stays_within_its_bytes(site: Path) -> None:
    files = files_of(site)
    first = {f"files/{str(row['at'])[2:]}" for row in map_of(files).values() if not row.get("later")}
    later = {f"files/{str(row['at'])[2:]}" for row in map_of(files).values() if row.get("later")}
    licences = next(name for name in files if name.endswith("-licences.txt"))
    asked = set(files) - later - {licences, "caffael.json", *(name for name in files if "icon-512" in name or "maskable" in name)}
    assert first < asked
    total = sum(len(files[name]) if name.endswith((".gz", ".jpg", ".png")) else len(packed(files[name])) for name in asked)
    assert total < MOST_BYTES, total


def test_the_same_game_gives_the_same_folder_to_the_byte(site: Path) -> None:
    again = built(lambda sentence: None)
    assert {name: content for name, content in files_of(site).items() if again.get(name) != content} == {}


def test_archives_hold_bytecode_without_a_path_of_this_machine(site: Path) -> None:
    import gzip

    files = files_of(site)
    main = unarchived(gzip.decompress(files[f"files/{str(map_of(files)['main']['at'])[2:]}"]))
    assert "caffael/board/board.pyc" in main
    assert not any(name.startswith(("caffael/cli", "caffael/simulation", "caffael/browser/building")) for name in main)
    assert not any(name.endswith((".py", ".po")) for name in main)
    place = str(Path(fetching.__file__).parents[3]).encode()
    assert not any(place in content for content in main.values())


def test_an_archive_is_the_same_for_the_same_files_and_gives_them_back() -> None:
    files = {"b/ŵ.txt": b"two", "a.txt": b"", "c": bytes(range(256))}
    assert unarchived(archived(files)) == files
    assert archived(files) == archived(dict(reversed(files.items())))
    assert packed(b"x" * 100) == packed(b"x" * 100)


def test_scripts_are_told_the_names_of_others_and_a_ring_is_refused() -> None:
    named = naming.renamed({"a.js": b'import "./b.js";', "b.js": b"1"}, {})
    assert named["a.js"][1] == f'import "./{named["b.js"][0]}";'.encode()
    with pytest.raises(ValueError, match="ring"):
        naming.renamed({"a.js": b'"./b.js"', "b.js": b'"./a.js"'}, {})


def test_an_archive_is_brought_by_the_first_import_of_each_package_in_it() -> None:
    assert modules(["fpdf/fpdf.py", "caffael/printing/box.py", "uharfbuzz/_harfbuzz.abi3.so", "fonts/a.ttf"]) == [
        "caffael.printing",
        "fpdf",
        "uharfbuzz",
    ]


def test_the_lock_is_read_as_it_is_written() -> None:
    from caffael.browser.building.lock import LOCK

    assert written(lock()) == LOCK.read_text("utf-8")
    assert all(re.fullmatch(r"[0-9a-f]{64}", wheel.sha256) for wheel in lock().wheels)
    assert lock().integrity.startswith("sha512-")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place to keep what is fetched, with nothing in it."""
    place = tmp_path / "kept"
    place.mkdir()
    monkeypatch.setattr(fetching, "kept", lambda: place)
    return place


def test_what_is_not_as_it_was_locked_is_never_taken(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "from_npm", lambda spec, file: b"something else")
    with pytest.raises(BuildError, match="is not what was locked"):
        fetching.pyodide(lock())
    assert list(empty.iterdir()) == []
    wheel = Wheel("little", "1.0", "0" * 64, "main")
    (empty / "little-1.0-py3-none-any.whl").write_bytes(b"something else")
    assert fetching.wheel_kept(wheel) is None
    monkeypatch.setattr(fetching, "download", lambda asked, platform: None)
    with pytest.raises(BuildError, match="did not bring little"):
        fetching.wheels(replace(lock(), wheels=(wheel,)))


def test_pip_itself_checks_the_hashes(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def noted(words: list[str], folder: Path, failed: str) -> str:
        asked.append(words)
        return ""

    monkeypatch.setattr(fetching, "run", noted)
    with pytest.raises(BuildError):
        fetching.wheels(lock())
    assert all("--require-hashes" in words and "--only-binary" in words for words in asked)
    assert {words[words.index("--platform") + 1] for words in asked} == {"pyemscripten_2026_0_wasm32", "manylinux2014_x86_64"}


def test_without_npm_one_sentence_says_so(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert web.web_build(str(tmp_path / "out")) == 2
    assert capsys.readouterr().err == f"{fetching.NODE_NEEDED}\n"
    assert not (tmp_path / "out").exists()


def test_the_program_to_carry_says_who_can_make_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert web.web_build(str(tmp_path / "out")) == 2
    assert capsys.readouterr().err.startswith("The program to carry can't make the folder")


def test_what_a_program_says_in_other_letters_than_utf_8_is_told_all_the_same(empty: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^npm could not: error 404 .*\.$"):
        fetching.run(["sh", "-c", "printf 'error 404 \\201\\n' >&2; exit 1"], tmp_path, "npm could not")


def test_what_npm_says_is_told_in_one_line(empty: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"^npm could not: npm error 404 not there\.$"):
        fetching.run(["sh", "-c", "echo npm error 404 not there >&2; echo hint >&2; exit 1"], tmp_path, "npm could not")


def test_a_folder_that_holds_something_else_is_never_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "my-work.txt").write_text("mine", encoding="utf-8")
    assert web.web_build(str(tmp_path)) == 2
    assert "holds something that Caffael did not make" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["my-work.txt"]
    assert web.web_build(str(tmp_path / "my-work.txt")) == 2
    assert web.web_serve(str(tmp_path)) == 2
    assert web.web_serve(port=70_000) == 2


def test_a_folder_of_an_earlier_time_is_made_anew_and_what_lies_beside_stays(site: Path, tmp_path: Path) -> None:
    files = files_of(site)
    lay_out({**files, "files/0-old.js": b"old"}, tmp_path)
    (tmp_path / "CNAME").write_text("caffael.example", "utf-8")
    lay_out(files, tmp_path)
    assert is_ours(tmp_path)
    assert files_of(tmp_path) == {**files, "CNAME": b"caffael.example"}


def test_the_own_server_gives_scripts_as_scripts_under_the_policy(site: Path) -> None:
    import threading
    import urllib.request

    with own_server(site, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{running.server_address[1]}/sw.js") as answer:
            assert answer.headers["Content-Type"] == "text/javascript"
            assert answer.headers["Content-Security-Policy"] == POLICY
        running.shutdown()


def test_a_lock_without_wheels_is_a_lock() -> None:
    assert written(Lock("1", "sha512-x", ())).endswith('integrity = "sha512-x"\n')
