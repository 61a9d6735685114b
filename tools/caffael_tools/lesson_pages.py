"""The lesson plans of the documentation, made of `assets/lessons`: `python -m caffael_tools.lesson_pages`; with `--check` it only looks.

In `docs/teach/*/lessons.md` everything under a plan's heading is made; what stands above the first plan of a game is written by hand.
`docs/teach/*/plans.md`, the list for a head of department, is made as a whole.
"""

import re
import sys
from pathlib import Path

from caffael.printing.lessons import read_lessons
from caffael.printing.lessons.pages import title_of
from caffael.printing.lessons.plans import Aim, Lessons, Plan
from caffael.scenario import load_pack
from caffael.words.language import CODES, Code, Language

TEACH = Path(__file__).parent.parent.parent / "docs" / "teach"
TO = {"en": "to", "cy": "i"}
HEADS = {"en": ("minutes", "what happens"), "cy": ("munudau", "beth sy'n digwydd")}
LABELS = {
    "en": ("Aim", "Materials", "Support", "Stretch", "Reading", "Pupils who learn the language", "Look for", "page", "read here"),
    "cy": (
        "Nod",
        "Deunyddiau",
        "Cymorth",
        "Ymestyn",
        "Darllen",
        "Dysgwyr yr iaith",
        "Chwilio am",
        "tudalen",
        "darllenwyd yma",
    ),
}
UNREAD = {"en": "", "cy": " (nid ydyn ni wedi darllen y geiriad Cymraeg swyddogol)"}
LIST = {
    "en": """# Plans at a glance

*Yn Gymraeg: [Cynlluniau ar un olwg](../cy/plans.md)*

For a head of department: all plans of [lesson plans](lessons.md) in one table. Pages are those of the PDF that prints a plan's materials:

```sh
.venv/bin/caffael print --lesson first-steps-50
```

`--lesson all` prints every plan, `--lang cy` in Welsh. Words and materials stand in `assets/lessons`, in both languages, and may be
changed there.

## Plans

| plan | ages | minutes | materials | statutory statement | differentiation | assessment |
""",
    "cy": """# Cynlluniau ar un olwg

*In English: [Plans at a glance](../en/plans.md)*

I bennaeth adran: pob un o'r [cynlluniau gwersi](lessons.md) mewn un tabl. Mae'r tudalennau'n rhai'r PDF sy'n argraffu deunyddiau cynllun:

```sh
.venv/bin/caffael print --lesson first-steps-50
```

Mae `--lesson all` yn argraffu pob cynllun, a `--lang cy` yn Gymraeg. Mae'r geiriau a'r deunyddiau yn `assets/lessons`, yn y ddwy
iaith, a gellir eu newid yno.

## Cynlluniau

| cynllun | oed | munudau | deunyddiau | datganiad statudol | gwahaniaethu | asesu |
""",
}
RUBRIC = {
    "en": "\n## Rubric\n\nThe levels of each aim; each lesson's PDF has those of its own.\n\n| aim | 1 | 2 | 3 | 4 |\n",
    "cy": "\n## Grid asesu\n\nLefelau pob nod; mae rhai pob gwers yn ei PDF ei hun.\n\n| nod | 1 | 2 | 3 | 4 |\n",
}


def statement(aim: Aim, code: str) -> str:
    """The statutory statement of an aim, with a link to where it was read."""
    cited = aim.statement
    unread = "" if code in cited.official else UNREAD[code]
    return f'{cited.area(code)}: "{cited.cited(code)}" ([{LABELS[code][8]}]({cited.read_from(code)})){unread}'


def materials(plan: Plan, code: Code) -> str:
    """The materials of a plan with their pages."""
    page = LABELS[code][7]
    told = [f"{material.title(code)} ({page} {plan.page_of(material)})" for material in plan.materials]
    return ", ".join([*told, f"{Language(code).text('Rubric')} ({page} {plan.rubric_page})"])


def looks(plan: Plan, code: str) -> str:
    """What a teacher looks for."""
    return " ".join(aim.look(code) for aim in plan.aims)


def plan_text(plan: Plan, code: Code) -> str:
    """What stands under a plan's heading."""
    aim, needs, support, stretch, reading, eal, look, _, _ = LABELS[code]
    first, second = HEADS[code]
    lines = [f"| {first} | {second} |", "| --- | --- |"]
    lines += [f"| {step.first} {TO[code]} {step.last} | {step.told(code)} |" for step in plan.steps]
    lines.append("")
    lines += [f"- **{aim}**: {each.words(code)} {statement(each, code)}" for each in plan.aims]
    lines.append(f"- **{needs}** (`.venv/bin/caffael print --lesson {plan.id}`): {materials(plan, code)}.")
    for label, words in ((support, plan.support), (stretch, plan.stretch), (reading, plan.reading), (eal, plan.eal)):
        lines.append(f"- **{label}**: {words(code)}")
    lines.append(f"- **{look}**: {looks(plan, code)}")
    return "\n".join(lines)


def lessons_page(written: str, lessons: Lessons, code: Code) -> str:
    """The page of the lesson plans, with what is made of them put in."""
    head, *sections = re.split(r"^(?=### )", written, flags=re.MULTILINE)
    made = [head]
    for section, plan in zip(sections, lessons.plans, strict=True):
        title = section.split("\n", 1)[0]
        before = section.split("\n", 1)[1].split("| " + HEADS[code][0])[0]
        after = re.search(r"^## .*", section, flags=re.MULTILINE | re.DOTALL)
        made.append(f"{title}\n{before}{plan_text(plan, code)}\n\n" + (after[0] if after else ""))
    return "".join(made).rstrip("\n") + "\n"


def plans_page(lessons: Lessons, code: Code) -> str:
    """The list for a head of department."""
    lines = ["| --- | --- | --- | --- | --- | --- | --- |"]
    for plan in lessons.plans:
        helped = " ".join(words(code) for words in (plan.support, plan.stretch, plan.reading, plan.eal))
        cells = [
            title_of(plan, Language(code)),
            load_pack(plan.game).ages,
            str(plan.minutes),
            materials(plan, code),
            "; ".join(statement(aim, code) for aim in plan.aims),
            helped,
            looks(plan, code),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    aims = {aim.id: aim for plan in lessons.plans for aim in plan.aims}
    levels = ["| --- | --- | --- | --- | --- |"]
    levels += ["| " + " | ".join([aim.words(code), *[level(code) for level in aim.levels]]) + " |" for aim in aims.values()]
    return LIST[code] + "\n".join(lines) + "\n" + RUBRIC[code] + "\n".join(levels) + "\n"


def pages() -> dict[Path, str]:
    """Every page that is made, with what it should say."""
    lessons = read_lessons()
    made = {}
    for code in CODES:
        path = TEACH / code / "lessons.md"
        made[path] = lessons_page(path.read_text(encoding="utf-8"), lessons, code)
        made[TEACH / code / "plans.md"] = plans_page(lessons, code)
    return made


def main() -> int:
    """Write the pages, or say which are not as they should be."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.name} in {path.parent.name} is not what assets/lessons says: python -m caffael_tools.lesson_pages")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages()[path], encoding="utf-8")
        print(f"{path.parent.name}/{path.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
