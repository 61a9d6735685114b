"""`caffael check`: everything at once, by file; counts; JSON with the keys that docs/packs.md names; exit codes 0, 1 and 2."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from caffael.authoring.judging import Verdict, set_out, verdict_of
from caffael.cli import packs as packing
from caffael.cli.packs import check
from caffael.scenario import Fault
from caffael.words.sentence import ENGLISH, Sentence
from tests.scenario.workbench import SHIPPED, Workbench

PAGE = Path(__file__).parent.parent.parent / "docs" / "packs.md"


def spoil(bench: Workbench) -> None:
    """Two faults in the needs, one in scenario.toml."""
    bench.cell("needs.csv", 2, "category", "fod")
    bench.cell("needs.csv", 3, "estimate_gbp", "plenty")
    bench.toml("load_percent = 5", "load_percnt = 5")


def warn(bench: Workbench) -> None:
    bench.cell("needs.csv", 4, "story_cy", "")


def told(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def entries(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(capsys))
    return found


def test_a_sound_pack_is_said_to_be_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([SHIPPED], play=False) == 0
    assert told(capsys) == "smarter-spending: sound\n"


def test_every_fault_is_told_in_a_line_with_its_place_and_they_are_counted(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(bench)
    assert check([str(bench.folder)], play=False) == 1
    lines = told(capsys).splitlines()
    assert [line.removeprefix(f"{bench.folder}: ") for line in lines] == [
        'needs.csv, row 2, category: "fod" is not a known category; did you mean "food"?',
        'needs.csv, row 3, estimate_gbp: "plenty" is not a whole number; write a whole number of pounds from 1000 to 50000000.',
        'scenario.toml, line 54, rules.load_percnt: "load_percnt" is not known here; did you mean "load_percent"?',
        "3 faults",
    ]


def test_a_pack_with_warnings_is_sound_with_exit_code_0(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    warn(bench)
    assert check([str(bench.folder)], play=False) == 0
    first, last = told(capsys).splitlines()
    assert first.startswith(f"{bench.folder}: to think about: needs.csv, row 4, story_cy: 1 Welsh text is missing")
    assert last == f"{bench.folder}: sound, 1 thing to think about"


@pytest.mark.parametrize(
    ("faults", "warnings", "words"),
    [(0, 0, "sound"), (1, 0, "1 fault"), (3, 2, "3 faults, 2 things to think about"), (0, 2, "sound, 2 things to think about")],
)
def test_faults_and_things_to_think_about_are_counted(faults: int, warnings: int, words: str) -> None:
    fault = Fault("needs.csv", 2, "id", None, Sentence("odd"))
    assert Verdict("mine", None, [fault] * faults, [fault] * warnings).counts(ENGLISH) == words


def test_a_pack_that_is_not_there_is_exit_code_2_and_the_others_are_told(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(bench)
    assert check(["smarter-spendin", str(bench.folder)], play=False) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith('There is no pack "smarter-spendin"; did you mean "smarter-spending"?')
    assert captured.out.endswith(": 3 faults\n")


def test_json_has_an_entry_for_each_with_the_keys_that_the_page_names(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(bench)
    assert check([str(bench.folder)], json=True, play=False) == 1
    found = entries(capsys)
    assert found[0] == {
        "pack": str(bench.folder),
        "kind": "fault",
        "file": "needs.csv",
        "row": 2,
        "column": "category",
        "value": "fod",
        "message": '"fod" is not a known category; did you mean "food"?',
    }
    page = PAGE.read_text(encoding="utf-8")
    table = page[page.index("| key | what it holds |") : page.index("## The decks")]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(found[0])


def test_json_of_sound_packs_is_an_empty_list_and_warnings_are_named_so(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    assert check([SHIPPED], json=True, play=False) == 0
    assert entries(capsys) == []
    warn(bench)
    assert check([str(bench.folder)], json=True, play=False) == 0
    assert [entry["kind"] for entry in entries(capsys)] == ["warning"]


def test_on_a_terminal_each_file_has_a_heading_and_its_rows_stand_below(bench: Workbench) -> None:
    spoil(bench)
    screen = io.StringIO()
    Console(file=screen, force_terminal=True, width=110, no_color=True).print(set_out(verdict_of(str(bench.folder)), ENGLISH))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
    lines = [line.rstrip() for line in plain.splitlines()]
    assert lines.index("needs.csv") < lines.index("scenario.toml") < lines.index("3 faults")
    assert re.search(r'^  row 2 +category +"fod" is not a known category', plain, re.MULTILINE)
    assert re.search(r"^  line 54 +rules.load_percnt ", plain, re.MULTILINE)


def test_words_in_square_brackets_are_shown_as_they_are() -> None:
    screen = io.StringIO()
    fault = Fault("scenario.toml", 1, "[red]", None, Sentence("set it under [rules]."))
    Console(file=screen, force_terminal=True, width=80, no_color=True).print(set_out(Verdict("[bold]", None, [fault]), ENGLISH))
    for words in ("[red]", "[rules]", "[bold]"):
        assert words in screen.getvalue()


def test_in_welsh_a_pack_is_told_with_its_rows_lines_and_counts_in_welsh(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(bench)
    warn(bench)
    assert check([str(bench.folder)], play=False, lang="cy") == 1
    first, *_, last = told(capsys).splitlines()
    assert first == f'{bench.folder}: needs.csv, rhes 2, category: Nid yw "fod" yn gategori hysbys; ai "food" oeddech chi\'n ei feddwl?'
    assert last == f"{bench.folder}: 3 gwall"
    assert check([str(bench.folder)], json=True, play=False, lang="cy") == 1
    assert entries(capsys)[0]["message"] == 'Nid yw "fod" yn gategori hysbys; ai "food" oeddech chi\'n ei feddwl?'


def test_in_welsh_what_there_is_to_think_about_and_a_pack_that_is_not_there_are_told_too(
    bench: Workbench, capsys: pytest.CaptureFixture[str]
) -> None:
    warn(bench)
    assert check(["smarter-spendin", str(bench.folder)], play=False, lang="cy") == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("Nid oes pecyn")
    first, last = captured.out.splitlines()
    assert first.startswith(f"{bench.folder}: i feddwl amdano: needs.csv, rhes 4, story_cy: Mae 1 testun Cymraeg ar goll")
    assert last.startswith(f"{bench.folder}: yn iawn, 1 ")


def test_a_language_that_is_not_known_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([SHIPPED], play=False, lang="fr") == 2
    assert "en (English)" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------------------------ with or without play


def test_without_the_laboratory_one_note_is_said_and_the_pack_is_sound(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(verdicts: list[Verdict], asked: bool) -> Sentence | None:
        monkeypatch.setitem(__import__("sys").modules, "caffael.simulation.play.compiled", None)
        return rehearse_all(verdicts, asked)

    rehearse_all = packing.rehearse_all
    monkeypatch.setattr(packing, "rehearse_all", missing)
    with pytest.raises(ModuleNotFoundError):
        check([SHIPPED])  # a part of Caffael itself that is missing is no missing laboratory
    monkeypatch.setitem(__import__("sys").modules, "numba", None)
    monkeypatch.delitem(__import__("sys").modules, "caffael.simulation.play.compiled")
    monkeypatch.setattr(packing, "rehearse_all", rehearse_all)
    assert check([SHIPPED]) == 0
    captured = capsys.readouterr()
    assert captured.err.strip() == packing.not_installed()
    assert captured.out == "smarter-spending: sound\n"


def test_nothing_is_compiled_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from caffael.simulation.play import compiled

    monkeypatch.setattr(compiled, "is_compiled", lambda: False)
    assert check([SHIPPED]) == 0
    assert capsys.readouterr().err.strip() == packing.not_compiled([SHIPPED])


def test_a_pack_with_faults_is_not_played(bench: Workbench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from caffael.simulation.play import compiled

    spoil(bench)
    monkeypatch.setattr(compiled, "is_compiled", lambda: pytest.fail("nothing is to be played"))
    assert check([str(bench.folder)]) == 1
    assert capsys.readouterr().err == ""


def test_what_play_shows_of_a_card_is_not_told_when_it_was_known_before() -> None:
    known = Fault("suppliers.csv", 3, "largest_gbp", "1000", Sentence("It never bids."))
    verdict = Verdict("mine", warnings=[known])
    other = Fault("suppliers.csv", 2, "id", "a", Sentence("It never won."))
    verdict.add([Fault("suppliers.csv", 3, "largest_gbp", None, Sentence("It never won.")), other])
    assert verdict.warnings == [other, known]
