"""Packs made to do harm, each a file or two in a folder; and a program that reads them all and says how long it took and how much memory.

Run as a program with a folder: it loads every pack in it and prints one line of JSON for each.
"""

import json
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.scenario.books import MAIN, workbook, worksheet, zipped

HEAD = 'id = "mine"\ntitle_en = "Mine"\n'
SHEET_HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
IDS = "id,title_en,category,subject,theme,estimate_gbp,term_years,main_goal,urgency,urgency_goal,public\n"


def shared(text: str, times: int) -> bytes:
    """A text that stands there once and is used many times."""
    cells = "".join(f'<row r="{row}">' + f'<c r="A{row}" t="s"><v>0</v></c>' + "</row>" for row in range(1, min(times, 2000) + 1))
    return workbook(worksheet(cells), f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>')


def bomb() -> bytes:
    """Many megabytes of one letter, which are packed into a few thousand bytes."""
    return zipped({"scenario.toml": HEAD, "needs.csv": b"x" * (24 << 20)})


def overlapping(times: int) -> bytes:
    """Many entries of a zip that share the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.csv", b"x" * 1_000_000)
        first = archive.filelist[0]
        for number in range(1, times):
            info = zipfile.ZipInfo(f"{number}.csv")
            info.compress_type, info.CRC, info.compress_size = first.compress_type, first.CRC, first.compress_size
            info.file_size, info.header_offset, info.external_attr = first.file_size, 0, first.external_attr
            archive.filelist.append(info)
        archive._didModify = True  # type: ignore[attr-defined]
    return made.getvalue()


def long_directory() -> bytes:
    """A directory of 150,000 entries that the end of the zip calls one."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    count = 150_000
    return entry * count + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry) * count, 0, 0)


TOML: dict[str, str] = {
    "deep-lists": HEAD + "a = " + "[" * 40_000 + "]" * 40_000,
    "deep-tables": HEAD + "a = " + "{a=" * 20_000 + "1" + "}" * 20_000,
    "long-name": HEAD + ".".join("a" * 40_000) + " = 1",
    "long-quoted-name": HEAD + ".".join(['"a"'] * 20_000) + " = 1",
    "long-table-name": HEAD + "[" + ".".join("a" * 40_000) + "]",
    "blank-table": HEAD + "[" + " " * 90_000 + "x",
    "many-tables": HEAD + "[[subject]]\n" * 8_000,
    "many-keys": HEAD + "".join(f"k{number} = 1\n" for number in range(9_000)),
    "many-keys-extending": 'extends = "smarter-spending"\n' + HEAD + "".join(f"k{number} = 1\n" for number in range(3_900)),
    "many-wrong-cards": HEAD + "[decks]\nbid_cards = {" + ", ".join(f"a{n} = 'x'" for n in range(1_900)) + "}",
    "many-years": HEAD + "years_offered = [" + "99," * 3_900 + "]",
    "many-left-out": 'extends = "smarter-spending"\n' + HEAD + "[leave_out]\nneeds = [" + ",".join(f'"n{n}"' for n in range(3_900)) + "]",
    "huge-number": HEAD + "level = " + "9" * 90_000,
    "huge-hex": HEAD + "level = 0x" + "f" * 90_000,
    "huge-float": HEAD + "level = 1e" + "9" * 300,
    "date": HEAD + "title_cy = 2024-05-01\nline_en = 10:00:00\n",
    "open-quotes": HEAD + 'a = """' + '\\"""x"' * 14_000,
    "escapes": HEAD + 'a = """' + "\\n" * 45_000 + '"""',
    "quotes": HEAD + '"' * 90_000,
    "many-slips": HEAD + "level 3\n" * 12_000,
    "many-open": HEAD + "a = [\n" * 2_000,
    "long-slip": HEAD + "a = [" + "b " * 45_000 + "]",
    "large": HEAD + "#" * 200_000,
}
"""Texts of scenario.toml."""

CSV: dict[str, bytes] = {
    "empty-rows": b"id\n" + b"\n" * 2_000_000,
    "commas": b"id" + b"," * 2_000_000,
    "rows-of-commas": b"id\n" + (b"," * 99_000 + b"\n") * 40,
    "open-quote": b'id\n"' + b"a\n" * 1_900_000,
    "quoted-rows": b"id\n" + b'"\n",' * 900_000,
    "long-line": b"id\n" + b"x" * 3_900_000,
    "many-rows": b"id\n" + b"a\n" * 1_900_000,
    "wrong-rows": IDS.encode() + b"a-b,x,foo,bakry,transprt,x,y,cultur,9,equl,maybe\n" * 1_990,
    "same-ids-extending": b"id,urgency\n" + b"school-milk,9\n" * 1_990,
    "near-ids-extending": b"id,urgency\n" + b"".join(b"school-mil%d,9\n" % n for n in range(1_990)),
    "marks": IDS.encode() + ("a," + "a" + "\u0323\u0301" * 2_400 + ",x\n").encode() * 300,
    "words": b"id,name,categories\n" + (b"a,b," + b" ".join(b"w%d" % n for n in range(800)) + b"\n") * 700,
    "unknown-columns": b"id," + b",".join(b"needs%d" % n for n in range(99)) + b"\n",
    "nul": b"id\0\n" * 1_000_000,
    "wide-signs": ("id\n" + "\U0001f331" * 900_000).encode(),
    "utf-16": ("id\n" + "\n" * 1_900_000).encode("utf-16"),
}
"""Contents of needs.csv, or of suppliers.csv where it has a name."""

XLSX: dict[str, Callable[[], bytes]] = {
    "far-cell": lambda: workbook(worksheet(SHEET_HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "far-cell-shared": lambda: workbook(worksheet(SHEET_HEAD + '<row r="9"><c r="XFD1048576"><f>1</f></c></row>')),
    "wide-row": lambda: workbook(
        worksheet('<row r="1">' + "<c><v>1</v></c>" * 90_000 + '</row><row r="2000"><c r="A2000"><v>1</v></c></row>')
    ),
    "long-sheet": lambda: workbook(worksheet("<row><c><v>1</v></c></row>" * 90_000)),
    "same-cell": lambda: workbook(worksheet('<row r="1">' + '<c r="A1"><v>1</v></c>' * 95_000 + "</row>")),
    "many-empty": lambda: workbook(worksheet('<row r="1">' + "<c/>" * 900_000 + "</row>")),
    "shared-text": lambda: shared("x" * 1_000_000, 10_000),
    "shared-text-below": lambda: shared("x" * 4_900, 2_000),
    "long-text": lambda: workbook(worksheet(f'<row r="1"><c r="A1" t="str"><v>{"x" * 7_000_000}</v></c></row>')),
    "laughs": lambda: workbook(
        worksheet(
            '<row r="1"><c r="A1" t="str"><v>&z;</v></c></row>',
            '<!DOCTYPE z [<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghiy", "bcdefghiyz", strict=True))
            + "]>",
        )
    ),
    "outside": lambda: workbook(
        worksheet('<row r="1"><c r="A1" t="str"><v>&z;</v></c></row>', '<!DOCTYPE z [<!ENTITY z SYSTEM "/etc/passwd">]>')
    ),
    "deep": lambda: workbook(worksheet("<a>" * 500_000)),
    "attribute": lambda: workbook(worksheet(f'<row r="{"1" * 3_000_000}"><c r="A1"><v>1</v></c></row>')),
    "wide-index": lambda: workbook(worksheet(f'<row r="1"><c r="A1" t="s"><v>{"9" * 3_000_000}</v></c></row>'), f'<sst xmlns="{MAIN}"/>'),
    "many-texts": lambda: workbook(worksheet(SHEET_HEAD), f'<sst xmlns="{MAIN}">' + "<si/>" * 1_500_000 + "</sst>"),
    "formulas": lambda: workbook(
        worksheet('<row r="1">' + "<c><f>1</f><v>1</v></c>" * 90 + "</row>" + "<row><c><f>1</f></c></row>" * 1_900)
    ),
    "swollen": lambda: zipped({"xl/workbook.xml": b" " * (24 << 20)}),
    "many-sheets": lambda: workbook(worksheet(SHEET_HEAD), **{f"n{number}": "" for number in range(250)}),
}
"""Contents of needs.xlsx."""

ZIP: dict[str, Callable[[], bytes]] = {
    "bomb": bomb,
    "overlapping": lambda: overlapping(190),
    "long-directory": long_directory,
    "nested": lambda: zipped({"scenario.toml": HEAD, **{f"{n}.zip": zipped({"a.txt": b"x" * 3_900_000}) for n in range(4)}}),
    "comment": lambda: zipped({"scenario.toml": HEAD}) + b"PK\x05\x06" * 1_900_000,
}
"""Whole zips."""


def make(place: Path) -> None:
    """Write all packs into a folder, each group into one of its own."""
    for group, packs in (("toml", TOML), ("csv", CSV), ("xlsx", XLSX)):
        for name in packs:
            folder = place / group / name
            folder.mkdir(parents=True)
            extends = 'extends = "smarter-spending"\n' if name.endswith("extending") else ""
            (folder / "scenario.toml").write_text(TOML[name] if group == "toml" else extends + HEAD, encoding="utf-8")
            if group == "csv":
                (folder / ("suppliers.csv" if name == "words" else "needs.csv")).write_bytes(CSV[name])
            if group == "xlsx":
                (folder / "needs.xlsx").write_bytes(XLSX[name]())
    (place / "zip").mkdir()
    for name, made in ZIP.items():
        (place / "zip" / f"{name}.zip").write_bytes(made())


def peak() -> int:
    """The most memory this program ever had, in bytes."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(place: Path) -> None:
    """Load every pack within the folders of a folder and print what came of it."""
    import python_calamine  # noqa: F401 - its own weight is no pack's

    from caffael.scenario import PackError, load_pack
    from tests.in_welsh import see_welsh

    load_pack("smarter-spending")
    base = peak()
    for path in sorted(place.glob("*/*")):
        start = time.process_time()
        faults: list[str] = []
        try:
            load_pack(path)
        except PackError as error:
            faults = [str(fault) for fault in error.faults]
            for fault in error.faults:
                see_welsh(fault.message)
        spent = time.process_time() - start
        found = {"pack": f"{path.parent.name}/{path.name}", "seconds": spent, "memory": peak() - base, "faults": faults}
        print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
