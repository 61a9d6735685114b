"""A pack may be a zip; one that could harm whoever opens it is refused in one sentence, before anything is unpacked."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from caffael.scenario import Fault, Pack, PackError, find_packs, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.finding import pack_info
from caffael.scenario.read.zip_source import LIMITS, ZipSource
from tests.scenario.books import zip_of, zipped
from tests.scenario.workbench import SHIPPED, Extending, Workbench

ANEW = "make it anew with nothing but the pack's own files."


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED)


def write(bench: Workbench, data: bytes, name: str = "packed.zip") -> Path:
    path = bench.folder.parent / name
    path.write_bytes(data)
    return path


def refused(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "pack.zip"
    path.write_bytes(data)
    before = sorted(tmp_path.parent.rglob("*"))
    with pytest.raises(PackError) as caught:
        load_pack(path)
    assert sorted(tmp_path.parent.rglob("*")) == before, "something was unpacked"
    assert pack_info(path).faults == tuple(caught.value.faults)
    (fault,) = caught.value.faults
    assert fault.file == "pack.zip"
    return fault.message


def with_entry(name: str = "needs.csv", content: bytes = b"id\n", change: Callable[[zipfile.ZipInfo], None] = lambda _: None) -> bytes:
    """A zip with one entry more, which is written as changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("scenario.toml", "id = 'mine'")
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        change(info)
        archive.writestr(info, content)
    return made.getvalue()


def patched(data: bytes, signature: bytes, offset: int, form: str, *values: int) -> bytes:
    """A zip with other numbers in the last record of a kind."""
    at = data.rindex(signature) + offset
    changed = bytearray(data)
    struct.pack_into(form, changed, at, *values)
    return bytes(changed)


@pytest.mark.parametrize("within", ["", "my-pack/"])
def test_a_zip_reads_as_its_folder(bench: Workbench, shipped: Pack, within: str) -> None:
    path = write(bench, zip_of(bench.folder, within))
    for pack in (load_pack(path), load_pack(str(path))):
        assert (pack.digest, pack.texts, pack.warnings, pack.place) == (shipped.digest, shipped.texts, [], path)
    assert load_bars(path) == load_bars(SHIPPED)


def test_what_systems_leave_in_a_zip_and_other_files_do_no_harm(bench: Workbench, shipped: Pack) -> None:
    files: dict[str, bytes | str] = {f"my-pack/{path.name}": path.read_bytes() for path in bench.folder.iterdir()}
    files |= {"__MACOSX/my-pack/._needs.csv": "x", ".DS_Store": "x", "my-pack/.DS_Store": "x", "my-pack/Thumbs.db": "x", "desktop.ini": "x"}
    files |= {"my-pack/README.txt": "Read me", "my-pack/pictures/map.png": b"\x89PNG", "my-pack/inner.zip": zipped({"needs.csv": "x"})}
    assert load_pack(write(bench, zipped(files))).digest == shipped.digest


def test_zips_are_listed_with_the_folders(bench: Workbench, tmp_path: Path) -> None:
    place = tmp_path / "scenarios"
    place.mkdir()
    bench.toml('id = "smarter-spending"', 'id = "zipped"')
    (place / "good.zip").write_bytes(zip_of(bench.folder))
    (place / "bad.zip").write_bytes(b"PK")
    (place / ".good.zip").write_bytes(zip_of(bench.folder))
    found = {info.id: info for info in find_packs([place]) if info.place.parent == place}
    assert sorted(found) == ["bad", "zipped"]
    assert (found["zipped"].title("en"), found["zipped"].faults) == ("Smarter Spending", ())
    assert found["bad"].faults == (Fault("bad.zip", None, None, None, f"The zip is damaged, or no zip at all; {ANEW}"),)


def test_a_fault_in_a_zip_is_told_by_its_file_and_row(bench: Workbench) -> None:
    bench.cell("needs.csv", 3, "urgency", "9")
    with pytest.raises(PackError, match=r'^needs.csv, row 3, urgency: "9" is too large'):
        load_pack(write(bench, zip_of(bench.folder)))


def test_a_zip_is_extended_and_extends_by_its_name(bench: Workbench, tmp_path: Path) -> None:
    bench.toml("load_percent = 5", "load_percent = 8")
    write(bench, zip_of(bench.folder), "base.zip")
    mine = Extending(tmp_path / "mine", "base")
    assert mine.load().cards.settings.load == 8
    upper = Extending(tmp_path / "upper", "mine")
    assert load_pack(write(bench, zip_of(upper.folder, "upper/"), "other.zip")).cards.settings.load == 8
    bench.folder.rename(tmp_path / "base")
    assert mine.only_fault().message == 'Both "base" and "base.zip" lie beside this pack; keep one.'


def test_a_broken_zip_that_is_extended_is_named(tmp_path: Path) -> None:
    (tmp_path / "base.zip").write_bytes(b"PK")
    fault = Extending(tmp_path / "mine", "base").only_fault()
    assert (fault.file, fault.message) == ("base.zip", f"The zip is damaged, or no zip at all; {ANEW}")


@pytest.mark.parametrize("data", [b"", b"PK", b"id,name\n", b"PK\x05\x06" + bytes(18), b"x" * 100_000])
def test_what_is_no_zip_is_told(tmp_path: Path, data: bytes) -> None:
    assert "The zip is" in refused(tmp_path, data)


def test_a_damaged_file_in_a_zip_is_told(bench: Workbench) -> None:
    data = bytearray(zipped({path.name: path.read_bytes() for path in bench.folder.iterdir()}, zipfile.ZIP_STORED))
    at = data.index(b"school-milk")
    data[at : at + 6] = b"SCHOOL"
    with pytest.raises(PackError) as caught:
        load_pack(write(bench, bytes(data)))
    message = f'The zip is damaged at "needs.csv", which does not unpack to what it should; {ANEW}'
    assert caught.value.faults == [Fault("needs.csv", None, None, None, message)]


@pytest.mark.parametrize(
    "name",
    [
        "../needs.csv",
        "a/../../needs.csv",
        "/etc/passwd",
        "C:/needs.csv",
        "c:needs.csv",
        "..\\needs.csv",
        "a//b",
        "./a",
        "\\\\s\\x",
    ],
)
def test_names_that_lead_out_of_the_zip_are_refused(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, with_entry(name)).endswith(f", a name that leads out of it; {ANEW}")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_links_and_devices_in_a_zip_are_refused(tmp_path: Path, kind: int) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr = (kind | 0o777) << 16

    assert refused(tmp_path, with_entry(content=b"/etc/passwd", change=change)) == f'The zip holds a link or a device, "needs.csv"; {ANEW}'


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, patched(with_entry(), b"PK\x01\x02", 8, "<H", 1)) == f"The zip is encrypted; {ANEW}"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_uncommon_ways_of_packing_are_refused(tmp_path: Path, method: int) -> None:
    data = zipped({"needs.csv": "id\n"}, method)
    assert refused(tmp_path, data) == f'The zip holds "needs.csv", which is packed in an uncommon way; {ANEW}'


def test_a_name_may_not_stand_there_twice(tmp_path: Path) -> None:
    assert refused(tmp_path, with_entry("SCENARIO.toml")) == f'The zip holds "SCENARIO.toml" twice; {ANEW}'


def test_entries_may_not_overlap(tmp_path: Path) -> None:
    data = with_entry()
    assert refused(tmp_path, patched(data, b"PK\x01\x02", 42, "<L", 0)) == f"The zip has entries that overlap; {ANEW}"
    size = len(data)
    assert "overlap" in refused(tmp_path, patched(data, b"PK\x01\x02", 20, "<L", size))


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    data = zipped({f"{number}.txt": "" for number in range(LIMITS.entries + 1)})
    assert refused(tmp_path, data) == f"The zip holds more than 200 entries; {ANEW}"
    few = patched(patched(data, b"PK\x05\x06", 8, "<HH", 2, 2), b"PK\x05\x06", 10, "<H", 2)
    assert refused(tmp_path, few) == f"The zip holds more than 200 entries; {ANEW}"


def test_what_unpacks_to_too_much_is_refused_by_what_it_says(tmp_path: Path) -> None:
    data = zipped({"big.txt": b"x" * (LIMITS.entry + 1)})
    assert refused(tmp_path, data) == f'The zip holds "big.txt", which unpacks to more than 4 MB; {ANEW}'
    data = zipped({f"{number}.txt": b"x" * LIMITS.entry for number in range(6)})
    assert refused(tmp_path, data) == f"The zip unpacks to more than 20 MB; {ANEW}"


def test_what_unpacks_to_more_than_it_says_is_refused(bench: Workbench) -> None:
    data = patched(zipped({"scenario.toml": b"x" * 3_000_000}), b"PK\x01\x02", 24, "<L", 10)
    with pytest.raises(PackError) as caught:
        load_pack(write(bench, data))
    message = next(fault.message for fault in caught.value.faults if fault.file == "scenario.toml")
    assert message.startswith('The zip is damaged at "scenario.toml"')


def test_what_the_form_for_huge_files_says_is_not_believed(tmp_path: Path) -> None:
    sparse = io.BytesIO()
    with zipfile.ZipFile(sparse, "w") as archive:
        archive.writestr("needs.csv", "id\n")
    data = sparse.getvalue()
    end = data.rindex(b"PK\x05\x06")
    ten_gigabytes = struct.pack("<HHQQ", 1, 16, 10 << 30, 10 << 30)
    at = data.index(b"PK\x01\x02")
    entry = bytearray(data[at:end])
    struct.pack_into("<LL", entry, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", entry, 30, len(ten_gigabytes))
    huge = data[:at] + bytes(entry) + ten_gigabytes + patched(data[end:], b"PK\x05\x06", 12, "<L", len(entry) + len(ten_gigabytes))
    assert refused(tmp_path, huge) == f'The zip holds "needs.csv", which unpacks to more than 4 MB; {ANEW}'
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    assert refused(tmp_path, data[:end] + locator + data[end:]) == f"The zip is damaged, or no zip at all; {ANEW}"
    assert "is damaged" in refused(tmp_path, patched(data, b"PK\x05\x06", 8, "<HH", 0xFFFF, 0xFFFF))
    for place, value, why in ((24, 201, "more than 200 entries"), (16, 1, "parts in other files"), (40, 10 << 30, "more than 200 entries")):
        wide = wide_end(with_entry())
        counts = (value, value) if place == 24 else (value,)
        assert why in refused(tmp_path, patched(wide, b"PK\x06\x06", place, f"<{len(counts)}{'L' if place == 16 else 'Q'}", *counts))


def wide_end(data: bytes) -> bytes:
    """A zip with its end as a server writes it that does not know beforehand how large it becomes (zip64)."""
    at = data.rindex(b"PK\x05\x06")
    count, size, offset = struct.unpack("<10xHLL", data[at : at + 20])
    wide = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:at] + wide + locator + end


def test_a_small_zip_in_the_form_for_huge_files_reads_as_any_other(bench: Workbench, shipped: Pack) -> None:
    assert load_pack(write(bench, wide_end(zip_of(bench.folder, "my-game/")))).digest == shipped.digest


def test_a_zip_of_windows_powershell_reads_as_any_other(bench: Workbench, shipped: Pack) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(raw("my-game\\pictures\\"), b"")
        for path in bench.folder.iterdir():
            archive.writestr(raw(f"my-game\\{path.name}"), path.read_bytes())
    assert load_pack(write(bench, made.getvalue())).digest == shipped.digest


def raw(name: str) -> zipfile.ZipInfo:
    """An entry whose name is written as it stands, whatever the system's own sign between folders."""
    info = zipfile.ZipInfo("placeholder")
    info.filename = name
    return info


@pytest.mark.parametrize("within", ["my-game/my-game/", "a/b/c/d/"])
@pytest.mark.parametrize("beside", [{}, {"README.md": "x", "handout.pdf": "x", "my-game/notes.txt": "x", "pictures/a/map.png": "x"}])
def test_a_pack_lies_however_deep_and_whatever_lies_beside_it(bench: Workbench, shipped: Pack, within: str, beside: dict[str, str]) -> None:
    files = {f"{within}{path.name}": path.read_bytes() for path in bench.folder.iterdir()}
    assert load_pack(write(bench, zipped({**beside, **files}))).digest == shipped.digest


def test_what_a_mac_leaves_beside_a_nested_pack_is_passed_over(bench: Workbench, shipped: Pack) -> None:
    files: dict[str, bytes | str] = {}
    for path in bench.folder.iterdir():
        files[f"my-game/my-game/{path.name}"] = path.read_bytes()
        files[f"__MACOSX/my-game/my-game/._{path.name}"] = "x"
        files[f"__MACOSX/{path.name}"] = "x"
    pack = load_pack(write(bench, zipped({**files, "my-game/.DS_Store": "x"})))
    assert (pack.digest, pack.warnings) == (shipped.digest, [])


def test_names_in_utf_8_that_do_not_say_so_are_told_as_they_were_written(bench: Workbench) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in bench.folder.iterdir():
            archive.writestr(f"Gem Siân/{path.name}", path.read_bytes())
        archive.writestr("Gem Siân/Tŷ Ŵyl.csv", "id\n")
    data = bytearray(made.getvalue())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset + 1] &= ~0x08
    assert [warning.file for warning in load_pack(write(bench, bytes(data))).warnings] == ["Tŷ Ŵyl.csv"]


def test_capitals_in_the_names_of_files_do_not_matter(bench: Workbench, shipped: Pack) -> None:
    other = {"scenario.toml": "Scenario.TOML", "needs.csv": "NEEDS.CSV", "events.csv": "Events.csv", "balance.toml": "Balance.toml"}
    files = {f"x/{other.get(path.name, path.name)}": path.read_bytes() for path in bench.folder.iterdir()}
    path = write(bench, zipped(files))
    assert (load_pack(path).digest, load_pack(path).warnings) == (shipped.digest, [])
    assert load_bars(path) == load_bars(SHIPPED)


def test_a_zip_of_several_parts_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, patched(with_entry(), b"PK\x05\x06", 4, "<H", 3)) == f"The zip has parts in other files; {ANEW}"


def test_a_huge_file_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    with path.open("wb") as file:
        file.truncate(10 << 30)
    with pytest.raises(PackError, match=r"The file is larger than 8 MB; no pack needs that much\."):
        load_pack(path)


def test_a_zip_without_a_pack_says_where_it_must_lie(tmp_path: Path) -> None:
    assert refused(tmp_path, zipped({})) == f"The zip is empty; {ANEW}"
    message = 'The zip holds several packs, in "a" and "b"; make a zip of each.'
    assert refused(tmp_path, zipped({"a/scenario.toml": "", "b/scenario.toml": "", "c/x/scenario.toml": ""})) == message
    message = "The zip holds several folders; put the pack's files at its top, or all in one folder."
    assert refused(tmp_path, zipped({"a/needs.csv": "", "b/events.csv": ""})) == message


def test_the_files_of_a_zip_are_those_of_its_one_folder(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped({"pack/": "", "pack/needs.csv": "a", "pack/more/events.csv": "b", "__MACOSX/pack/x": "c"}))
    source = ZipSource(path)
    assert source.names == {"needs.csv"}
    assert source.read("needs.csv") == b"a"
    path.unlink()
    assert source.read("needs.csv") == b"a"


@pytest.mark.parametrize("seed", range(30))
def test_spoiled_zips_raise_nothing_but_pack_errors(bench: Workbench, seed: int) -> None:
    import random

    chance = random.Random(seed)
    data = bytearray(zip_of(bench.folder))
    directory = data.rindex(b"PK\x01\x02") if seed % 2 else 0
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(directory, len(data))
        data[at : at + chance.randint(0, 4)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 4)))
    try:
        load_pack(write(bench, bytes(data)))
    except PackError as error:
        assert all(fault.message.endswith((".", "?")) for fault in error.faults)
