"""A slip in a .toml file is told by its line in plain words, with how to write it; all else of the pack is told in the same run."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caffael.scenario import Fault, PackError, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.read.toml_slips import Mending
from caffael.words.language import Language
from caffael.words.sentence import Sentence
from tests.scenario.workbench import Extending, Workbench

CURLY = "The quotation marks in this line are curly, as word processors make them; write straight ones: {}."
SWITCH = "A switch is true or false, in small letters and without quotation marks; write {}."
NUMBER = "A number is written in figures alone, with a point before decimals and nothing else; write {}."
TEXT = "A text stands in quotation marks; write {}."
SIGN = "Between a key and its value stands an equals sign; write {}."
LIST = "The values of a list stand apart by commas, and texts among them in quotation marks; write {}."
NO_END = "The closing quotation mark is missing; write {}."
MATCH = "The quotation marks round this text do not match; write {}."
SPACE = "This line has a sign that looks like a space and is none; delete it and type {} anew."
ENDS = "A line does not end with a comma or semicolon; write {}."
KEY = "A key is one word, without blanks and quotation marks; write {}."
HEAD = "The brackets of this heading do not match; write {}."
OPEN = "The bracket that opens in this line is never closed; write the closing one behind the last value."
TWICE = '"{}" stands in line {} already; keep one of the two.'
AGAIN = 'The heading "[a]" stands in line 1 already; put its keys under that one.'
EMPTY = "Nothing stands behind the equals sign; write a value there, or take the line out."
TEXT_OPEN = "The text that begins in this line has no end; write three quotation marks behind it."
NOTHING = "This line cannot be read; write a key, an equals sign and a value, like level = 2, or a heading like [rules]."
NO_NAME = "A heading is a name in square brackets, without blanks in it, like [rules]."
TABLE = "A table in one line has an equals sign in each pair, and commas between them; write {}."
SHOWN = 'This text has a sign that cannot be shown; type it anew, as title = "ab".'
BARE = "A heading stands in square brackets and has its line to itself; write {}."
WHOLE = "This line stands in quotation marks as a whole, as a spreadsheet writes it; write {}."
NOTE = "A note begins with the sign #; write {}."
BACKSLASH = "A backslash within quotation marks has a meaning of its own; write it twice, or write a slash: {}."

SLIPS = [
    ("level = \u22121", NUMBER, "level = -1"),
    ("level = \u20131", NUMBER, "level = -1"),
    ("cards = { \u20138 = 12, 0 = 12 }", TABLE, "cards = { -8 = 12, 0 = 12 }"),
    ("colour = #1f6f8b", TEXT, 'colour = "#1f6f8b"'),
    ("level,3", SIGN, "level = 3"),
    ("level → 3", SIGN, "level = 3"),
    ("title = ‘Tŷ’r ysgol’", CURLY, 'title = "Tŷ’r ysgol"'),
    ("title = ''My game''", MATCH, 'title = "My game"'),
    ('title = ""My game""', MATCH, 'title = "My game"'),
    ("years = 3, 5", LIST, "years = [3, 5]"),
    ("years = (3; 5)", LIST, "years = [3, 5]"),
    ("level = 3 // note", NOTE, "level = 3 # note"),
    ('title = "a" ; note', NOTE, 'title = "a" # note'),
    ("- level = 3", KEY, "level = 3"),
    ("(rules)", BARE, "[rules]"),
    ("rules", BARE, "[rules]"),
    ("[routes.joint]:", BARE, "[routes.joint]"),
    ('"title = ""My game"""', WHOLE, 'title = "My game"'),
    ('"level = 3"', WHOLE, "level = 3"),
    ("title = “My game”", CURLY, 'title = "My game"'),
    ("title = „My game“ # note", CURLY, 'title = "My game"'),
    ("title = «My game»", CURLY, 'title = "My game"'),
    ("title = ‘My game’", CURLY, 'title = "My game"'),
    ("title = “Wales’ game”", CURLY, 'title = "Wales’ game"'),
    ("names = [“one”, ‘two’]", CURLY, 'names = ["one", "two"]'),
    ("labs = True", SWITCH, "labs = true"),
    ("labs = FALSE # off", SWITCH, "labs = false"),
    ("labs = Yes", SWITCH, "labs = true"),
    ("labs = no", SWITCH, "labs = false"),
    ("labs = Ie", SWITCH, "labs = true"),
    ("labs = nage", SWITCH, "labs = false"),
    ("money = 90,000", NUMBER, "money = 90000"),
    ("money = 1,250,000", NUMBER, "money = 1250000"),
    ("money = 1.250.000", NUMBER, "money = 1250000"),
    ("money = 90 000", NUMBER, "money = 90000"),
    ("money = £90,000", NUMBER, "money = 90000"),
    ("share = 0,25", NUMBER, "share = 0.25"),
    ("share = 25%", NUMBER, "share = 25"),
    ("share = 25 %   # of all", NUMBER, "share = 25"),
    ("share = .5", NUMBER, "share = 0.5"),
    ("level = 03", NUMBER, "level = 3"),
    ("money = -1,5", NUMBER, "money = -1.5"),
    ("title = My game", TEXT, 'title = "My game"'),
    ("ages = 14-16", TEXT, 'ages = "14-16"'),
    ("id = my-game # note", TEXT, 'id = "my-game"'),
    ("title: My game", SIGN, "title = My game"),
    ("level: 3", SIGN, "level = 3"),
    ("level 3", SIGN, "level = 3"),
    ("level\t3", SIGN, "level = 3"),
    ('title "My game"', SIGN, 'title = "My game"'),
    ("level == 3", "Between a key and its value stands one equals sign; write {}.", "level = 3"),
    ("years = [3; 5]", LIST, "years = [3, 5]"),
    ("years = [3 5]", LIST, "years = [3, 5]"),
    ("names = [one, two words]", LIST, 'names = ["one", "two words"]'),
    ('names = ["one" "two"]', LIST, 'names = ["one", "two"]'),
    ('title = "My game', NO_END, 'title = "My game"'),
    ("title = \"My game'", MATCH, 'title = "My game"'),
    ("title = 'It's mine'", MATCH, 'title = "It\'s mine"'),
    ('title = "My "big" game"', "Before a quotation mark within a text stands a backslash; write {}.", 'title = "My \\"big\\" game"'),
    ("level =\u00a03", SPACE, "level = 3"),
    ("\u200blevel = 3", SPACE, "level = 3"),
    ("level\u2003= 3", SPACE, "level = 3"),
    ("level = 3,", ENDS, "level = 3"),
    ('title = "My game";', ENDS, 'title = "My game"'),
    ('title en = "My game"', KEY, 'title_en = "My game"'),
    ("[rules", HEAD, "[rules]"),
    ("[[category]", HEAD, "[[category]]"),
    ("[category]]", HEAD, "[[category]]"),
    ("// a note", NOTE, "# // a note"),
    ("; a note", NOTE, "# ; a note"),
    (r'picture = "C:\Users\Siân"', BACKSLASH, r'picture = "C:\\Users\\Siân"'),
    (r'picture = "\\school\pictures"', BACKSLASH, r'picture = "\\\\school\\pictures"'),
    (
        "deck = { a: 2; b: 3 }",
        TABLE,
        "deck = { a = 2, b = 3 }",
    ),
    ("level = 3 years = 5", "Each key stands in a line of its own; let this one be {}, and write the next below it.", "level = 3"),
]


@pytest.mark.parametrize(("line", "sentence", "meant"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_told_by_its_line_with_how_to_write_it_and_is_mended_as_it_was_meant(line: str, sentence: str, meant: str) -> None:
    before, after = 'first = "a”b" # “note”\n\n', "\nlast = 'x'\n"
    mending = Mending(f"{before}{line}{after}".split("\n"))
    data = mending.parsed()
    assert (mending.slips[0].line, mending.slips[0].message) == (3, sentence.format(meant))
    assert mending.slips[0].value == line.strip()
    if sentence == SIGN and "My game" in meant and '"' not in meant:
        meant = 'title = "My game"'
    else:
        assert len(mending.slips) == 1
    assert data == tomllib.loads(f"{before}{meant}{after}")
    assert mending.taken_out == []


@pytest.mark.parametrize(
    ("text", "line", "sentence", "left"),
    [
        ("years = [3, 5\nlevel = 2", 1, OPEN, {"years": [3, 5], "level": 2}),
        ("years = [\n  3,\n  5,\n\n[rules]\nlabs = true", 1, OPEN, {"years": [3, 5], "rules": {"labs": True}}),
        ("level = 2\nyears = [3, 5", 2, OPEN, {"level": 2, "years": [3, 5]}),
        ("names = [\n  one,\n  'two',\n]\nlevel = 2", 2, LIST.format('"one",'), {"names": ["one", "two"], "level": 2}),
        ("level = 2\nyears = 3\nlevel = 5", 3, TWICE.format("level", 1), {"level": 2, "years": 3}),
        ("[a]\nx = 1\n[b]\nx = 2\nx = 3", 5, TWICE.format("x", 4), {"a": {"x": 1}, "b": {"x": 2}}),
        ("[a]\nx = 1\n[b]\ny = 2\n[a]\nz = 3\n[c]", 5, AGAIN, {"a": {"x": 1}, "b": {"y": 2}, "c": {}}),
        ("level =\nyears = 3", 1, EMPTY, {"years": 3}),
        ('title = """My game\nyears = 3', 1, TEXT_OPEN, {"years": 3}),
        ("hello everybody\nyears = 3", 1, NOTHING, {"years": 3}),
        ("[my rules]\nlevel = 2\n[b]\nx = 1", 1, NO_NAME, {"b": {"x": 1}}),
        ('title = "a\x07b"\ny = 3', 1, SHOWN, {"title": "ab", "y": 3}),
    ],
)  # fmt: skip
def test_what_cannot_be_mended_in_its_line_leaves_the_rest(text: str, line: int, sentence: str, left: dict[str, object]) -> None:
    mending = Mending(text.split("\n"))
    assert mending.parsed() == left
    assert [(slip.line, slip.message) for slip in mending.slips] == [(line, sentence)]


def test_every_slip_of_a_file_is_told_at_once() -> None:
    lines = [line for line, _, meant in SLIPS if meant.startswith(("title = ", "labs = ", "level = ", "money = "))][:18]
    text = "\n".join(f"[table{number}]\n{line}" for number, line in enumerate(lines))
    mending = Mending(text.split("\n"))
    assert mending.parsed() is not None
    assert sorted({slip.line for slip in mending.slips}) == [2 * number + 2 for number in range(len(lines))]


ODD_LINES = ["[rules]", "x = [", "]", '"""', "a = '''", "}", "{", "=", "a.b = 1", "\0"]


@given(st.lists(st.sampled_from([slip[0] for slip in SLIPS] + ODD_LINES), max_size=8))
def test_whatever_is_written_each_slip_has_a_line_and_a_sentence_in_both_languages(lines: list[str]) -> None:
    mending = Mending("\n".join(lines).split("\n"))
    data = mending.parsed()
    try:
        tomllib.loads("\n".join(lines))
        assert mending.slips == []
    except tomllib.TOMLDecodeError:
        assert mending.slips
    for slip in mending.slips:
        assert 1 <= slip.line <= max(len(mending.lines), 1)
        assert isinstance(slip.message, Sentence)
        for language in ("en", "cy"):
            assert slip.message.said(Language(language)).endswith(".")
        assert slip.message.said(Language("cy")) != slip.message
    assert data is None or tomllib.loads(mending.text()) == data


@pytest.mark.parametrize(
    ("before", "after"),
    [("labs = true", "labs = Yes"), ('ages = "14-16"', "ages = 14-16"), ("level = 3 ", "level: 3 "), ("[weights]", "[weights")],
)
def test_a_slip_in_the_scenario_file_brings_no_false_faults_and_hides_none(bench: Workbench, before: str, after: str) -> None:
    line = bench.toml(before, after)
    assert [(fault.file, fault.row) for fault in bench.faults()] == [("scenario.toml", line)]
    bench.cell("needs.csv", 3, "urgency", "9")
    bench.cell("suppliers.csv", 4, "categories", "nothing-like-it")
    bench.toml("load_percent = 5", "load_percent = 500")
    assert [fault.file for fault in bench.faults()] == ["needs.csv", "scenario.toml", "scenario.toml", "suppliers.csv"]


@pytest.mark.parametrize(
    "line", ["id", "title_en", "[rules]", "[[category]]", "years_offered", "bid_cards", "[weights]", "[decks]", "[[subject]]", "teams"]
)
def test_a_line_that_nobody_can_read_brings_no_false_faults(bench: Workbench, line: str) -> None:
    text = (bench.folder / "scenario.toml").read_text(encoding="utf-8")
    found = next((each for each in text.split("\n") if each.startswith(line)), "teams = 4")
    if found not in text:
        found = "level = 3"
    at = bench.toml(found, "hello everybody" if not found.startswith("[") else f"[ {found} ?")
    assert [(fault.file, fault.row) for fault in bench.faults()] == [("scenario.toml", at)]
    bench.cell("needs.csv", 3, "urgency", "9")
    assert [fault.file for fault in bench.faults()] == ["needs.csv", "scenario.toml"]


@pytest.mark.parametrize("line", ["extends = smarter-spending", "extends: 'smarter-spending'", "extends = “smarter-spending”"])
def test_an_extending_pack_whose_first_line_has_a_slip_is_looked_at_as_it_was_meant(mine: Extending, line: str) -> None:
    (mine.folder / "scenario.toml").write_text(f'{line}\nid = "mine"\ntitle_en = "Mine"\ntitle_cy = "F"\n', encoding="utf-8")
    mine.deck("needs.csv", "id,urgency", "school-milk,9")
    assert {(fault.file, fault.row) for fault in mine.faults()} == {("scenario.toml", 1), ("needs.csv", 2)}


@pytest.mark.parametrize("text", ["extends smarter spending\nid = 'mine'\n", "id = 'mine'\nextends = 'nowhere'\n", "extends = ['a\n"])
def test_where_nobody_can_tell_what_is_extended_the_packs_own_cells_are_told(mine: Extending, text: str) -> None:
    (mine.folder / "scenario.toml").write_text(text, encoding="utf-8")
    mine.deck("needs.csv", "id,urgency,story_cy", "school-milk,,-", "school-bikes,9,")
    faults = [fault for fault in mine.faults() if fault.file != "scenario.toml"]
    assert [(fault.file, fault.row, fault.column) for fault in faults] == [("needs.csv", 3, "urgency")]


def test_a_slip_in_a_pack_below_is_told_with_that_pack_before_it(bench: Workbench, tmp_path: Path) -> None:
    line = bench.toml("labs = true", "labs = True")
    bench.folder.rename(tmp_path / "base")
    fault = Extending(tmp_path / "mine", "base").only_fault()
    assert (fault.file, fault.row, fault.message) == ("base/scenario.toml", line, SWITCH.format("labs = true"))


def test_slips_in_the_bars_are_told_as_those_of_the_scenario_file(bench: Workbench) -> None:
    path = bench.folder / "balance.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("least = 0.", "least = 0,", 1), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_bars(bench.folder)
    (fault,) = caught.value.faults
    assert (fault.file, fault.row) == ("balance.toml", text[: text.index("least = 0.")].count("\n") + 1)
    assert fault.message.startswith("A number is written in figures alone")


def test_a_scenario_file_that_notepad_saved_as_unicode_is_told_and_the_rest_too(bench: Workbench) -> None:
    path = bench.folder / "scenario.toml"
    text = path.read_text(encoding="utf-8")
    fault = Fault("scenario.toml", None, None, None, 'The file is saved as UTF-16, which Notepad calls "Unicode"; save it again as UTF-8.')
    for encoding in ("utf-16", "utf-16-le"):
        path.write_text(text, encoding=encoding)
        assert bench.only_fault() == fault
    bench.cell("needs.csv", 3, "urgency", "9")
    assert [found.file for found in bench.faults()] == ["needs.csv", "scenario.toml"]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_a_byte_order_mark_and_other_line_ends_do_no_harm(bench: Workbench, ends: str) -> None:
    path, before = bench.folder / "scenario.toml", load_pack(bench.folder).digest
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text(encoding="utf-8").replace("\n", ends).encode())
    assert load_pack(bench.folder).digest == before


def test_letters_of_windows_in_the_scenario_file_are_told_by_their_line_and_the_rest_too(bench: Workbench) -> None:
    line = bench.toml('title_en = "Smarter Spending"', 'title_en = "Gêm"')
    path = bench.folder / "scenario.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252", "replace"))
    (fault,) = [fault for fault in bench.faults() if fault.message.startswith("The file is not saved as UTF-8")]
    assert fault.row is not None
    assert fault.row <= line


def test_a_scenario_file_with_one_ending_too_many_is_named_and_the_decks_are_told_too(bench: Workbench) -> None:
    (bench.folder / "scenario.toml").rename(bench.folder / "scenario.toml.txt")
    assert bench.only_fault() == Fault("scenario.toml.txt", None, None, None, "The name of this file should be scenario.toml; rename it.")
    bench.cell("needs.csv", 3, "category", "nothing-like-it")
    assert [fault.file for fault in bench.faults()] == ["needs.csv", "scenario.toml.txt"]


def test_capitals_in_keys_and_headings_do_not_matter(bench: Workbench) -> None:
    before = bench.load().digest
    bench.toml("[rules]", "[Rules]")
    bench.toml("[weights]", "[WEIGHTS]")
    line = bench.toml("load_percent = 5", "Load_Percent = 5")
    assert bench.load().digest == before
    bench.toml("Load_Percent = 5", "Load_Percent = 500")
    assert (bench.only_fault().row, bench.only_fault().column) == (line, "rules.load_percent")


@pytest.mark.parametrize(
    ("right", "twice", "one", "other"),
    [
        ("load_percent = 5", "Load_percent = 5\nLOAD_PERCENT = 7", "Load_percent", "LOAD_PERCENT"),
        ("load_percent = 5", "load_percent = 5\nLoad_Percent = 7", "load_percent", "Load_Percent"),
        ("[rules]", "[Rules]\nload_percent = 5\n[RULES]", "Rules", "RULES"),
    ],
)
def test_of_two_keys_that_differ_by_capitals_alone_none_is_lost_unsaid(
    bench: Workbench, right: str, twice: str, one: str, other: str
) -> None:
    line = bench.toml(right, twice)
    told = f'"{one}" and "{other}" are the same here, for capitals do not matter; keep one of the two.'
    assert [(fault.row, fault.message) for fault in bench.faults() if fault.row == line] == [(line, told)]


def test_capitals_in_keys_do_not_matter_either_where_another_line_is_wrong(bench: Workbench) -> None:
    bench.toml("[rules]", "[Rules]")
    line = bench.toml("load_percent = 5", "Load_Percent = 5%")
    assert (bench.only_fault().row, bench.only_fault().message) == (line, NUMBER.format("Load_Percent = 5"))
