"""To another computer: everything as one file, taken in beside what is there; a file that is not sound is refused with nothing taken in."""

import io
import stat
import zipfile
from pathlib import Path

import pytest

from caffael.authoring.own.moving import (
    CONTENT,
    LIMITS,
    SHEET,
    Moved,
    MovingRefusedError,
    is_whole_file,
    pack_as_file,
    take_in,
    whole_file,
    zipped,
)
from caffael.authoring.own.on_disk import keep_pack
from caffael.resources import folder
from caffael.scenario import load_pack
from caffael.words.language import Language


def computer(place: Path) -> dict[str, Path]:
    """The folders of a computer."""
    return {name: place / name for name in ("games", "packs", "settings")}


def filled(place: Path) -> dict[str, Path]:
    """A computer with two games, a picture, two packs and settings; and with what is not carried."""
    places = computer(place)
    for path in places.values():
        path.mkdir(parents=True)
    (places["games"] / "one.caffael").write_bytes(b"one")
    (places["games"] / "one.png").write_bytes(b"picture")
    (places["games"] / "two.caffael").write_bytes(b"two")
    (places["games"] / ".deleted").mkdir()
    (places["games"] / "notes.txt").write_bytes(b"mine")
    keep_pack(folder("scenarios") / "first-steps", places["packs"])
    name, content = pack_as_file(places["packs"] / "first-steps")
    (places["packs"] / f"zipped-{name}").write_bytes(content)
    (places["settings"] / "settings.json").write_bytes(b"{}")
    return places


def lying(place: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def written(place: Path, content: bytes) -> Path:
    """A zip on the disk."""
    path = place / "caffael.zip"
    path.write_bytes(content)
    return path


def test_everything_comes_to_another_computer(tmp_path: Path) -> None:
    there, here = filled(tmp_path / "there"), computer(tmp_path / "here")
    path = written(tmp_path, whole_file(there))
    assert is_whole_file(path)
    assert take_in(path, here) == Moved(games=2, packs=2, settings=True)
    came = lying(tmp_path / "there")
    del came["games/notes.txt"]
    assert lying(tmp_path / "here") == came
    assert load_pack(here["packs"] / "first-steps")
    assert take_in(path, here) == Moved(), "it is all there already"
    assert lying(tmp_path / "here") == came


def test_what_has_the_same_name_gets_a_number_and_nothing_is_overwritten(tmp_path: Path) -> None:
    there, here = filled(tmp_path / "there"), filled(tmp_path / "here")
    (here["games"] / "one.caffael").write_bytes(b"another")
    (here["packs"] / "first-steps" / "notes.csv").write_bytes(b"another")
    (here["settings"] / "settings.json").write_bytes(b'{"language": "cy"}')
    before = lying(tmp_path / "here")
    path = written(tmp_path, whole_file(there))
    assert take_in(path, here) == Moved(games=1, packs=1)
    after = lying(tmp_path / "here")
    assert {name: after[name] for name in before} == before
    new = {name: content for name, content in after.items() if name not in before}
    assert new.pop("games/one-2.caffael") == b"one"
    assert new.pop("games/one-2.png") == b"picture"
    assert {name.split("/")[1] for name in new} == {"first-steps-2"}
    assert take_in(path, here) == Moved()


def test_a_pack_as_a_file_is_the_same_game(tmp_path: Path) -> None:
    pack = folder("scenarios") / "first-steps"
    name, content = pack_as_file(pack)
    assert name == "first-steps.zip"
    (tmp_path / name).write_bytes(content)
    assert load_pack(tmp_path / name).digest == load_pack(pack).digest
    assert pack_as_file(tmp_path / name) == (name, content)
    assert not is_whole_file(tmp_path / name)


@pytest.mark.parametrize(
    "name",
    [
        "../games/x.caffael",
        "games/../../x.caffael",
        "/games/x.caffael",
        "C:/games/x.caffael",
        "games/.hidden.caffael",
        "games/deep/x.caffael",
        "games/x.exe",
        "packs/mine/../../scenario.toml",
        "packs/mine/run.py",
        "packs/.deleted/scenario.toml",
        "packs/mine/deep/scenario.toml",
        "settings/other.json",
        "games/a\0b.caffael",
        "games\\..\\..\\x.caffael",
        "autoexec.bat",
    ],
)
def test_a_file_with_an_odd_path_is_refused_whole(tmp_path: Path, name: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(SHEET, CONTENT)
        archive.writestr("games/good.caffael", b"good")
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        archive.writestr(info, b"bad")
    refused(tmp_path, made.getvalue())


def refused(tmp_path: Path, content: bytes) -> str:
    """Why a file is refused; nothing of it is taken in."""
    here = computer(tmp_path / "here")
    with pytest.raises(MovingRefusedError) as caught:
        take_in(written(tmp_path, content), here)
    assert not (tmp_path / "here").exists()
    said = caught.value.sentence.said(Language("en"))
    assert said.endswith(".") and "\n" not in said
    assert caught.value.sentence.said(Language("cy")) != said
    return said


def test_links_bombs_and_torn_zips_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("games/link.caffael")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SHEET, CONTENT)
        archive.writestr(link, b"/etc/passwd")
    assert "link" in refused(tmp_path, made.getvalue())
    bomb = zipped({SHEET: CONTENT, "games/bomb.caffael": bytes(LIMITS.entry + 1)})
    assert "unpacks to more than" in refused(tmp_path, bomb)
    whole = zipped({SHEET: CONTENT, "games/a.caffael": b"a" * 1000})
    assert "damaged" in refused(tmp_path, whole[:-30])
    many = zipped({SHEET: CONTENT, **{f"games/{number}.caffael": b"" for number in range(LIMITS.entries)}})
    assert "more than" in refused(tmp_path, many)
