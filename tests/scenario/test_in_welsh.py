import ast
import errno
from pathlib import Path

import pytest

from caffael.resources import PACKAGE
from caffael.scenario import Fault
from caffael.words.language import Language
from caffael.words.sentence import InBoth, Sentence
from caffael.words.system import REASONS, system_reason
from tests.in_welsh import see_welsh
from tests.scenario.workbench import Extending, Workbench

WELSH = Language("cy")


def made_of(call: ast.Call) -> ast.expr | None:
    """What a call of Sentence(...) or Sentence.plural(...) takes as its pattern; None for any other call."""
    called = call.func
    if isinstance(called, ast.Attribute) and called.attr == "plural":
        called = called.value
    return call.args[0] if isinstance(called, ast.Name) and called.id == "Sentence" and call.args else None


def test_no_sentence_of_the_code_is_put_together_from_values_before_it_can_be_told_in_welsh() -> None:
    patterns = [
        (path, pattern)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (pattern := made_of(node)) is not None
    ]
    assert len(patterns) > 200
    odd = [(path.name, pattern.lineno) for path, pattern in patterns if isinstance(pattern, ast.JoinedStr | ast.BinOp | ast.Call)]
    assert not odd


def test_a_fault_is_told_in_welsh_with_its_row_and_its_line(bench: Workbench) -> None:
    bench.cell("needs.csv", 2, "category", "fod")
    told = bench.only_fault().said(WELSH)
    assert told == 'needs.csv, rhes 2, category: Nid yw "fod" yn gategori hysbys; ai "food" oeddech chi\'n ei feddwl?'
    bench.cell("needs.csv", 2, "category", "food")
    line = bench.toml("load_percent = ", "load_percent = 900")
    assert bench.only_fault().place_in(WELSH) == f"scenario.toml, llinell {line}, rules.load_percent"


def test_a_text_that_was_written_in_both_languages_stands_in_a_sentence_in_each() -> None:
    card = InBoth("Milk {n}", "Llaeth {n}")
    sentence = Sentence("{other} is cheaper and nowhere worse, so this one is chosen for nothing; make it better in something.", other=card)
    assert sentence.startswith("Milk {n} is cheaper")
    assert sentence.said(WELSH).startswith("Mae Llaeth {n} yn rhatach")
    assert InBoth("Milk").said(WELSH) == "Milk"


def only(mine: Extending) -> Fault:
    (found,) = [warning for warning in mine.load().warnings if "cheaper" in warning.message]
    return found


def test_a_supplier_better_than_one_of_the_pack_below_is_warned_of_where_it_stands_and_names_the_other(
    bench: Workbench, mine_of_bench: Extending
) -> None:
    header, *rows = bench.table("suppliers.csv")
    cells = dict(zip(header, rows[0], strict=True)) | {"id": "better", "name": "Better Firm", "price_percent": "60"}
    mine_of_bench.deck("suppliers.csv", ",".join(header), ",".join(f'"{cells[name]}"' for name in header))
    warning = only(mine_of_bench)
    assert (warning.file, warning.row, warning.column) == ("suppliers.csv", 2, "id")
    below = dict(zip(header, rows[0], strict=True))
    assert f'"{below["name"]}" ({below["id"]}) of copy/suppliers.csv' in warning.message
    assert "[leave_out]" in warning.message
    assert f'"{below["name"]}" ({below["id"]})' in warning.message.said(WELSH)


def test_a_warning_of_a_card_below_names_the_card_in_the_readers_language_and_the_mend_above(
    bench: Workbench, mine_of_bench: Extending
) -> None:
    header, first, *_ = bench.table("needs.csv")
    need = dict(zip(header, first, strict=True))
    mine_of_bench.toml(f'[[subject]]\nid = "{need["subject"]}"\nfactor = 9.5\n')
    found = next(warning for warning in mine_of_bench.load().warnings if warning.row == 2 and warning.file == "copy/needs.csv")
    card = f'"{need["title_en"]}" ({need["id"]})'
    assert f"This is {card} of the pack copy: a row with its id in your own needs.csv changes it" in found.message
    assert f"Dyma'r cerdyn \"{need['title_cy']}\" ({need['id']}) o'r pecyn copy" in found.message.said(WELSH)


def test_a_warning_of_a_key_below_says_that_ones_own_counts(bench: Workbench, mine_of_bench: Extending) -> None:
    mine_of_bench.toml("[rules]\nload_percent = 4\n")
    bench.toml("carbon_budget_kg_a_year = ", "carbon_budget_kg_a_year = 1 # ")
    (found,) = [warning for warning in mine_of_bench.load().warnings if warning.column == "rules.carbon_budget_kg_a_year"]
    assert found.file == "copy/scenario.toml"
    assert found.message.endswith("This stands in the pack copy; what your own scenario.toml says under the same name counts instead.")


def test_a_fault_of_a_card_below_names_the_card_too(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.cell("needs.csv", 2, "term_years", "many")
    name = bench.cell("needs.csv", 2, "id")
    assert f"({name}) of the pack copy" in mine_of_bench.only_fault().message


# ------------------------------------------------------------------------------------------------------------- what the system says


@pytest.mark.parametrize("number", sorted(REASONS))
def test_what_the_system_usually_says_is_told_in_welsh(number: int) -> None:
    see_welsh(system_reason(OSError(number, "in the system's words")))


def test_a_file_that_another_program_holds_is_told_so_on_windows() -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.__dict__["winerror"] = 32
    assert system_reason(error) == "another program is using it"


def test_a_rare_reason_is_told_in_the_systems_own_words_and_none_at_all_too() -> None:
    assert system_reason(OSError(errno.EPROTO, "Protocol error")).said(WELSH) == "Protocol error"
    assert system_reason(OSError("odd")).said(WELSH) == "rheswm anhysbys"
    assert system_reason(ValueError("embedded null byte")) == "nothing can have such a name"


def test_a_folder_that_cannot_be_written_is_told_in_welsh(tmp_path: Path) -> None:
    from caffael.scenario.extension import unwritable

    told = unwritable(tmp_path, OSError(errno.ENOSPC, "No space left on device")).said(WELSH)
    assert told == f"Ni ellir ysgrifennu'r ffolder \"{tmp_path}\" (mae'r ddisg yn llawn); dewiswch un arall."
