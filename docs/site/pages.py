"""What the documentation site adds to the pages of docs/ while it is built: pages made from the packs, and links that hold there too.

The pages link as they lie in the project, so that they read well without a site. Here a link that leaves docs/ is led to the page that
stands for its target.
"""

import csv
import re
import tomllib
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from caffael.words import handbook
from caffael.words.language import Code, Language

TOP = Path(__file__).parent.parent.parent
CONTRIBUTING = "CONTRIBUTING.md"
HANDBOOK = "assets/handbook"
HANDBOOK_PAGES = {"en": ("Handbook", "Llawlyfr yn Gymraeg", "cy"), "cy": ("Llawlyfr", "Handbook in English", "en")}
IN_GAME = {"en": ("In the game", "In the real world", "Source"), "cy": ("Yn y gêm", "Yn y byd go iawn", "Ffynhonnell")}
GROUPS = {
    "goal": {"en": "The seven goals", "cy": "Y saith nod"},
    "route": {"en": "Routes", "cy": "Llwybrau"},
    "lab": {"en": "Labs", "cy": "Labordai"},
    "badge": {"en": "The five ways of working", "cy": "Y pum ffordd o weithio"},
    "criterion": {"en": "What is weighed", "cy": "Yr hyn sy'n cael ei bwyso"},
    "kind": {"en": "Kinds of supplier", "cy": "Mathau o gyflenwyr"},
    "category": {"en": "Categories", "cy": "Categorïau"},
    "theme": {"en": "Themes", "cy": "Themâu"},
    "phase": {"en": "The parts of a year", "cy": "Rhannau blwyddyn"},
    "term": {"en": "Words of the game", "cy": "Geiriau'r gêm"},
}
DECKS = {"needs": "Needs", "suppliers": "Suppliers", "events": "Events", "projects": "Innovation projects", "councils": "Who plays"}
LINK = re.compile(r"\]\((?P<target>[^)\s#:]+)(?P<anchor>#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the contributors' page, the handbook in both languages, and a page of sources for each scenario."""
    files.append(File.generated(config, CONTRIBUTING.lower(), abs_src_path=str(TOP / CONTRIBUTING)))
    for folder in scenario_folders():
        files.append(File.generated(config, f"cards/{folder.name}.md", content=cards_page(folder)))
    for code in HANDBOOK_PAGES:
        files.append(File.generated(config, f"handbook/{code}.md", content=handbook_page(code)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leads links that leave docs/ to the page that stands for their target."""
    here = page.file.src_uri
    place = CONTRIBUTING if here == CONTRIBUTING.lower() else f"docs/{here}"

    def led(found: re.Match[str]) -> str:
        wanted = page_for(normpath(join(dirname(place), found["target"])))
        return found[0] if wanted is None else f"]({relpath(wanted, dirname(here) or '.')}{found['anchor'] or ''})"

    return LINK.sub(led, markdown)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> None:
    """Welsh pages have a Welsh frame, and say so to screen readers."""
    config.theme["language"] = "cy" if page.file.src_uri.startswith(("teach/cy/", "handbook/cy")) else "en"


def page_for(path: str) -> str | None:
    """The page of the site that stands for a path of the project; None when there is none."""
    if path == CONTRIBUTING:
        return CONTRIBUTING.lower()
    if path == HANDBOOK:
        return "handbook/en.md"
    if path.startswith("scenarios/"):
        return f"cards/{path.split('/')[1]}.md"
    return path.removeprefix("docs/") if path.startswith("docs/") else None


def handbook_page(code: Code) -> str:
    """The handbook of the board in one language: what a thing does in the game, what it is in the world, and where that is from."""
    title, other, other_code = HANDBOOK_PAGES[code]
    game, world, source = IN_GAME[code]
    lines = [f"# {title}", "", f"*[{other}]({other_code}.md)*", ""]
    language = Language(code)
    for name in handbook.GROUPS:
        lines += [f"## {GROUPS[name][code]}", ""]
        for one in (handbook.entry(language, name, key) for key in handbook.names(name)):
            lines += [f"### {one.title}", "", one.line, "", *(f"{number}. {level}" for number, level in enumerate(one.levels, 1)), ""]
            lines += [f"**{game}.** {one.game}", "", f"**{world}.** {one.world}", "", f"*{source}: {one.source}*", ""]
    return "\n".join(lines)


def scenario_folders() -> list[Path]:
    """The scenarios that ship."""
    return sorted(path.parent for path in (TOP / "scenarios").glob("*/scenario.toml"))


def cards_page(folder: Path) -> str:
    """Every card of a scenario with the source of its facts."""
    written = tomllib.loads((folder / "scenario.toml").read_text(encoding="utf-8"))
    lines = [f"# {written['title_en']}", "", f"*{written['title_cy']}*. {written['line_en']}", ""]
    if "extends" in written:
        lines += [f"It also plays with cards of [{written['extends']}]({written['extends']}.md); here stand those that it adds.", ""]
    lines += ["*Invented* means that nothing on the card claims to be so in the real world.", ""]
    subjects = [
        (row["title_en"], row["title_cy"], f"{row['factor']} kg CO₂e a pound. {row['source']}") for row in written.get("subject", [])
    ]
    lines += table("What is bought, and its carbon", subjects)
    for deck, title in DECKS.items():
        path = folder / f"{deck}.csv"
        if path.is_file():
            lines += table(title, [card(row) for row in rows(path, written.get("extends"))])
    return "\n".join(lines)


def rows(path: Path, extends: str | None) -> list[dict[str, str]]:
    """The rows of a deck. A row that only changes a card of the extended scenario has the other cells of that card."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    below = path.parent.parent / extends / path.name if extends else None
    changed = {row["id"]: row for row in rows(below, None)} if below is not None and below.is_file() else {}
    return [{name: cell or changed.get(row["id"], {}).get(name, "") for name, cell in row.items()} for row in found]


def card(row: dict[str, str]) -> tuple[str, str, str]:
    """A card's name in English and Welsh, and where its facts come from."""
    english = row.get("title_en") or row.get("name_en") or row["name"]
    welsh = row.get("title_cy") or row.get("name_cy") or row["name"]
    return english, welsh, row["source"].strip().capitalize() if row["source"].strip() == "invented" else row["source"]


def table(title: str, cards: list[tuple[str, str, str]]) -> list[str]:
    """A heading and a table of cards; nothing without cards."""
    if not cards:
        return []
    lines = [f"## {title}", "", "| card | cerdyn | source |", "| --- | --- | --- |"]
    return [*lines, *("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cards), ""]
