"""The documentation builds into a site, offline and without a warning, and what it says of the game is so."""

import importlib.util
import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from caffael.words import handbook
from caffael.words.language import Code, Language

TOP = Path(__file__).parent.parent
DOCS = TOP / "docs"
SITE = DOCS / "site"
PAGES = [*sorted(path for path in DOCS.rglob("*.md")), TOP / "README.md", TOP / "CONTRIBUTING.md"]
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
OUTSIDE = re.compile(r"https://[\w-]+(\.[\w-]+)+(/[\w%~.,&=?:+/-]*)?(#[\w-]+)?$")
FETCHED = re.compile(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"(?:https?:)?//")


def name_of(page: Path) -> str:
    return page.relative_to(TOP).as_posix()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as CONTRIBUTING.md says, into a folder of its own. Strict: a warning stops it."""
    place = tmp_path_factory.mktemp("site")
    command = "mkdocs build --strict --config-file docs/site/mkdocs.yml"
    assert command in (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    words = [sys.executable, "-m", *command.split(), "--site-dir", str(place)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    built = subprocess.run(words, cwd=TOP, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return place


def test_the_site_builds_without_a_warning_and_fetches_nothing(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        assert not FETCHED.search(page.read_text(encoding="utf-8")), page
    assert '<html lang="cy"' in (site / "teach" / "cy" / "guide.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in (site / "teach" / "en" / "guide.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for found in LINK.finditer(page.read_text(encoding="utf-8")):
        target, _, anchor = found["target"].partition("#")
        if "://" in target:
            assert OUTSIDE.fullmatch(found["target"]), found["target"]
            continue
        aim = page.parent / target if target else page
        assert aim.exists(), f"{name_of(page)}: {target}"
        if anchor:
            assert anchor in anchors(aim), f"{name_of(page)}: {found['target']}"


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and the site make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.fixture(scope="module")
def made() -> types.ModuleType:
    """The module that makes pages of the packs."""
    spec = importlib.util.spec_from_file_location("site_pages", SITE / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("folder", sorted(path.parent for path in (TOP / "scenarios").glob("*/scenario.toml")), ids=lambda path: path.name)
def test_every_card_says_where_its_facts_come_from(folder: Path, made: types.ModuleType) -> None:
    rows = [line.strip("|").split("|") for line in made.cards_page(folder).splitlines() if line.startswith("| ")]
    cards = [row for row in rows if row[0].strip() not in {"card", "---"}]
    decks = [made.rows(path, None) for path in folder.glob("*.csv")]
    assert len(cards) >= sum(len(deck) for deck in decks)
    for row in cards:
        assert row[0].strip() and row[1].strip() and row[-1].strip(), row


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_handbook_of_the_site_is_that_of_the_board(code: Code, made: types.ModuleType) -> None:
    page = made.handbook_page(code)
    entries = handbook.everything(Language(code))
    assert page.count("\n### ") == len(entries)
    for entry in entries:
        assert entry.game in page and entry.world in page and entry.source in page, entry.key


def test_every_fact_has_a_source() -> None:
    rows = [line.strip("|").split(" | ") for line in (DOCS / "facts.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    facts = [row for row in rows if row[0].strip() not in {"what the game says", "---"}]
    assert len(facts) > 20
    for fact, source in facts:
        assert "https://" in source or re.search(r"Act \d{4}, section|multipliers of Defra", source), fact


def test_figures_of_the_real_world_in_the_rulebook_stand_in_the_facts() -> None:
    facts = (DOCS / "facts.md").read_text(encoding="utf-8")
    told = re.findall(r"^\*In the real world: (.*?)\*$", (DOCS / "rulebook.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(told) >= 9
    figures = re.findall(r"£[\d.,]*\d(?: million)?|\b\d+(?= %)|\b0\.\d+|\b\d\.\d\d|\b(?:19|20)\d\d\b|\b[1-9]\d\b(?! %)", " ".join(told))
    assert len(figures) > 15
    assert not [figure for figure in figures if figure not in facts]
