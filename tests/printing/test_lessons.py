"""The materials of the lesson plans: each plan names them, each prints in both languages, and the pages of the guide say the same."""

import io
import re
import sys
from pathlib import Path

import pypdf
import pytest
from caffael_tools import lesson_pages

from caffael.cli.app import run_command
from caffael.printing.lessons import PrintedLessons, print_lessons, read_lessons
from caffael.printing.lessons.plans import Plan
from caffael.scenario import find_packs
from caffael.words.language import CODES, Code
from tests.printing.conftest import area
from tests.test_teachers_guide import page, rows

PLANS = read_lessons().plans


def pages(printed: PrintedLessons) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(printed.pdf)).pages]


@pytest.fixture(scope="module", params=CODES)
def told(request: pytest.FixtureRequest) -> tuple[Code, PrintedLessons]:
    code: Code = request.param
    return code, print_lessons(PLANS, (code,))


def plan_pages(plan: Plan) -> int:
    return plan.rubric_page


def test_every_game_of_the_shelf_has_a_plan_for_50_and_for_100_minutes() -> None:
    planned = {(plan.game, plan.minutes) for plan in PLANS}
    later = {"cohort-one", "cohort-two", "sealed"}  # one plan serves all games of the Cohort, and one the standard game in turns and sealed
    assert planned == {(info.id, minutes) for info in find_packs() if info.id not in later for minutes in (50, 100)}
    assert len(PLANS) == 16


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_a_plan_has_aims_materials_and_help_in_both_languages(plan: Plan) -> None:
    assert len(plan.aims) >= 2
    assert len(plan.materials) >= 2
    for words in (plan.support, plan.stretch, plan.reading, plan.eal):
        assert words.en
        assert words.cy
        assert words.en != words.cy
    for aim in plan.aims:
        assert 3 <= len(aim.levels) <= 4
        assert aim.words.cy
        assert aim.look.cy
        assert aim.statement.words.en
        assert aim.statement.source.en.startswith("https://")
        assert bool(aim.statement.words.cy) == bool(aim.statement.source.cy)


def test_every_material_is_used_by_some_plan() -> None:
    lessons = read_lessons()
    assert {material.id for plan in PLANS for material in plan.materials} == set(lessons.materials)
    for material in lessons.materials.values():
        assert all(words.cy for words in (material.title, *material.prompts))
        assert bool(material.heads) == (material.kind in ("table", "ticks", "answers"))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_a_lesson_hands_out_what_its_page_promises(plan: Plan) -> None:
    has = {material.id for material in plan.materials}
    told = [step.plain("en") for step in plan.steps]
    promised = " ".join([plan.eal("en"), *[aim.look("en") for aim in plan.aims]])
    if any("predict" in words for words in told) or "prediction slip" in promised:
        assert "prediction" in has
    if "words of the lesson" in promised.lower() or "Tick the words" in promised:
        assert "words" in has
    assert ("carbon-guess" in has) == ("carbon-answers" in has)


def test_a_class_of_thirty_in_six_teams_gets_as_many_copies_as_it_needs() -> None:
    materials = read_lessons().materials
    copies = {name: materials[name].copies for name in ("prediction", "reflection", "rule", "compare", "carbon-answers")}
    assert copies == {"prediction": 10, "reflection": 30, "rule": 2, "compare": 6, "carbon-answers": 1}


def test_the_sheet_of_words_has_those_of_the_guide_in_both_languages() -> None:
    pairs = [(words.en, words.cy) for words in read_lessons().materials["words"].prompts]
    guide = [tuple(row[:2]) for row in rows(page("en", "talk")) if len(row) == 3]
    assert len(pairs) == 27
    assert set(pairs) <= set(guide)


def test_the_answers_about_carbon_are_the_factors_of_the_facts() -> None:
    materials = read_lessons().materials
    facts = (Path(__file__).parents[2] / "docs" / "facts.md").read_text(encoding="utf-8")
    names = {"school meals": "catering", "waste collection": "waste"}
    answers = dict(words.en.split(": ") for words in materials["carbon-answers"].prompts)
    assert set(answers) == {words.en for words in materials["carbon-guess"].prompts}
    assert list(answers.values()) == sorted(answers.values(), reverse=True)
    for name, kilograms in answers.items():
        assert f"{names.get(name, name)} {kilograms}" in facts
    assert [words.cy.split(": ")[1] for words in materials["carbon-answers"].prompts] == list(answers.values())


def test_each_material_stands_on_the_page_that_its_plan_names(told: tuple[Code, PrintedLessons]) -> None:
    code, printed = told
    texts = pages(printed)
    before = 0
    for plan in PLANS:
        for material in plan.materials:
            text = texts[before + plan.page_of(material) - 1]
            assert material.title(code) in text
            assert text.endswith({"en": "page", "cy": "tudalen"}[code] + f" {plan.page_of(material)}")
            assert f"{material.title(code)} ({ {'en': 'copies', 'cy': 'copïau'}[code] }: {material.copies})" in texts[before]
            for words in material.prompts[:4]:
                first = words(code).split(":")[0].split(" ")[0]
                assert first in text, (plan.id, material.id)
        for aim in plan.aims:
            assert aim.words(code) in texts[before]
            assert aim.statement.cited(code)[:30] in texts[before]
            assert aim.levels[-1](code).split(" ")[0] in texts[before + plan.rubric_page - 1]
        for step in plan.steps:
            assert step.plain(code)[:40] in texts[before]
        before += plan_pages(plan)
    assert before == len(texts) == printed.pages


def test_nothing_is_printed_small_and_welsh_letters_come_out_right(told: tuple[Code, PrintedLessons]) -> None:
    code, printed = told
    assert printed.misfits == ()
    sizes = set()

    def visit(text: str, matrix: list[float], place: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(area(matrix) * area(place)) ** 0.5, 2))

    for sheet in pypdf.PdfReader(io.BytesIO(printed.pdf)).pages:
        sheet.extract_text(visitor_text=visit)
    assert min(sizes) >= 7.5
    if code == "cy":
        text = " ".join(pages(printed))
        assert all(letter in text for letter in "âêîôŵ")


def test_what_is_written_about_a_statement_we_have_not_read_in_welsh_says_so() -> None:
    texts = pages(print_lessons([plan for plan in PLANS if plan.id == "our-town-100"], ("cy",)))
    assert texts[0].count("Nid ydyn ni wedi darllen y geiriad Cymraeg swyddogol.") == 2


@pytest.mark.parametrize("code", CODES)
def test_no_cell_of_the_list_is_empty_and_each_is_that_of_the_plans(code: Code) -> None:
    found = [row for row in rows(page(code, "plans")) if len(row) == 7][1:]
    assert len(found) == len(PLANS)
    for row, plan in zip(found, PLANS, strict=True):
        assert all(row)
        assert int(row[2]) == plan.minutes
        for material in plan.materials:
            assert f"{material.title(code)} (" in row[3]
        for aim in plan.aims:
            assert aim.statement.cited(code) in row[4]
            assert aim.statement.read_from(code) in row[4]
            assert aim.look(code) in row[6]
        assert plan.support(code) in row[5]
        assert plan.eal(code) in row[5]


def test_the_pages_of_the_guide_are_those_of_the_plans() -> None:
    for path, text in lesson_pages.pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path}: python -m caffael_tools.lesson_pages"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["caffael", "print", *arguments])
    return run_command()


def test_the_command_prints_one_lesson_in_welsh(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "--lesson", "supportive-communities-100", "--lang", "cy") == 0
    texts = [sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "supportive-communities-100.pdf").pages]
    assert "Hen ŵr" in texts[1]
    assert "7 pages." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lesson", "no-such-lesson"], "There is no lesson 'no-such-lesson': write all, or one of first-steps-50, "),
        ([], "Name what is to be printed"),
        (["first-steps", "--lesson", "first-steps-50"], "Name what is to be printed"),
        (["--lesson", "first-steps-50", "--out", "x.txt"], "is no PDF"),
    ],
)
def test_what_is_no_lesson_is_refused(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, *arguments) == 2
    assert said in capsys.readouterr().err
