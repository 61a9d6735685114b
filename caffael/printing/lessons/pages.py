"""The page of a plan, its rubric, and the PDF of one lesson or of all."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from caffael.printing.box import Box, sheet_box
from caffael.printing.lessons.materials import draw_material, numbered
from caffael.printing.lessons.plans import Aim, Plan
from caffael.printing.paper import Paper, heading
from caffael.scenario import load_pack
from caffael.words.language import Code, Language

LEAST = 7.5
TEXT = 9.5


@dataclass(frozen=True, slots=True)
class PrintedLessons:
    """The PDF, and every text that had to be printed smaller than it should be."""

    pdf: bytes
    pages: int
    misfits: tuple[str, ...]


def print_lessons(plans: Sequence[Plan], codes: Sequence[Code] = ("en",), thrifty: bool = False) -> PrintedLessons:
    """Plans with their materials, one after the other, in each language by itself."""
    sheets = printing_lessons(plans, codes, thrifty)
    while True:
        try:
            next(sheets)
        except StopIteration as end:
            printed: PrintedLessons = end.value
            return printed


def printing_lessons(
    plans: Sequence[Plan], codes: Sequence[Code] = ("en",), thrifty: bool = False
) -> Generator[tuple[int, int], None, PrintedLessons]:
    """As `print_lessons`, a lesson at a time: how many pages are drawn, and how many there will be."""
    most = len(codes) * sum(plan.rubric_page for plan in plans)
    paper = Paper(Language(codes[0]).text("Lessons and their materials"), codes[0], thrifty)
    try:
        for code in codes:
            language = Language(code)
            for plan in plans:
                draw_plan(paper, plan, language)
                paper.bookmark(title_of(plan, language))
                for material in plan.materials:
                    draw_material(paper, material, language)
                    numbered(paper, plan.page_of(material), language)
                draw_rubric(paper, plan, language)
                yield paper.pages, most
        return PrintedLessons(paper.as_bytes(), paper.pages, tuple(paper.misfits))
    finally:
        paper.close()


def title_of(plan: Plan, language: Language) -> str:
    """What a plan is called: its game and its minutes."""
    pack = load_pack(plan.game)
    name = pack.title(language.code) if pack.campaign is None else language.text("The Cohort")
    return language.text("{game}: a lesson of {n} minutes", game=name, n=plan.minutes)


def draw_plan(paper: Paper, plan: Plan, language: Language) -> None:
    """The page for the teacher: aims with the statutory statement of each, materials, differentiation, assessment."""
    paper.page()
    rest = sheet_box()
    used = paper.write(title_of(plan, language), rest.head(22), 20, "accent", bold=True, least=12)
    rest = rest.below(used + 3)
    pack = load_pack(plan.game)
    rest = rest.below(paper.write(language.text("Ages: {ages}", ages=pack.ages), rest.head(6), TEXT, "ink_soft") + 4)
    for title, picture, lines in parts(plan, language):
        heading(paper, rest.head(7), title, picture)
        rest = rest.below(8.5)
        for words in lines:
            used = paper.write(f"•  {words}", Box(rest.left + 2, rest.top, rest.width - 2, rest.height), TEXT, least=LEAST)
            rest = rest.below(used + 1.2)
        rest = rest.below(2.5)


def parts(plan: Plan, language: Language) -> list[tuple[str, str, list[str]]]:
    """The parts of the page: title, picture, lines."""
    code = language.code
    aims = []
    for aim in plan.aims:
        aims.append(aim.words(code) + "\n" + cited(aim, language))
    materials = [
        language.text("page {n}: {title} (copies: {copies})", n=plan.page_of(material), title=material.title(code), copies=material.copies)
        for material in plan.materials
    ]
    materials.append(language.text("page {n}: {title}", n=plan.rubric_page, title=language.text("Rubric")))
    helped = [
        language.text("Support: {words}", words=plan.support(code)),
        language.text("Stretch: {words}", words=plan.stretch(code)),
        language.text("Reading: {words}", words=plan.reading(code)),
        language.text("Pupils who learn the language of the lesson: {words}", words=plan.eal(code)),
    ]
    return [
        (language.text("Learning aims and the statutory statements that they serve"), "star", aims),
        (language.text("Materials in this file, with the copies for 30 pupils in six teams"), "box", materials),
        (language.text("Differentiation"), "people", helped),
        (language.text("Assessment: what to look for"), "eye", [aim.look(code) for aim in plan.aims]),
        (language.text("Minute by minute"), "timer", [f"{step.first}–{step.last}: {step.plain(code)}" for step in plan.steps]),
    ]


def cited(aim: Aim, language: Language) -> str:
    """The statutory statement of an aim, with its area and where it was read."""
    statement, code = aim.statement, language.code
    source = statement.read_from(code)
    words = language.text("{area}: “{words}” Read from: {source}", area=statement.area(code), words=statement.cited(code), source=source)
    if code not in statement.official:
        words += " " + language.text("(We have not read the official Welsh words.)")
    return words


def draw_rubric(paper: Paper, plan: Plan, language: Language) -> None:
    """The levels of each aim, and rows for names."""
    paper.page(landscape=True)
    sheet = sheet_box(landscape=True)
    code = language.code
    heading(paper, sheet.head(9), language.text("Rubric") + " · " + title_of(plan, language), "check")
    levels = len(plan.aims[0].levels)
    shares = [1.3, *[1.0] * levels]
    names = 6
    heights = [9.0, *[38.0] * len(plan.aims), 9.0, *[10.0] * names]
    lines = sheet.below(12).rows(heights)
    heads = [language.text("Learning aim"), *[str(level) for level in range(1, levels + 1)]]
    rows = [heads, *[[aim.words(code), *[level(code) for level in aim.levels]] for aim in plan.aims]]
    rows.append([language.text("Name or team:"), *[str(level) for level in range(1, levels + 1)]])
    rows += [[""] * len(heads)] * names
    for place, (line, row) in enumerate(zip(lines, rows, strict=True)):
        head = place in (0, len(plan.aims) + 1)
        for column, (cell, words) in enumerate(zip(line.columns(shares), row, strict=True)):
            if head:
                paper.fill(cell, "paper_sunk", "line_strong")
            else:
                paper.frame(cell)
            paper.write(words, cell.inset(1.5, 1), 11, bold=head or column == 0, centred=True, least=LEAST)
