"""The report of a scenario: all of it on one page that loads nothing, readable without eyes for colour, written whole or not at all."""

import errno
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from caffael.cli import report as reporting
from caffael.scenario import Pack, load_pack
from caffael.scenario.bars import load_bars
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.worth import things_of
from caffael.simulation.report.drawing import Interval, columns, intervals, stacked
from caffael.simulation.report.page import page_of
from caffael.simulation.report.parts import name_of, percent_and_interval, whole_percent
from caffael.simulation.report.runs import THINKING, Findings, Wanted, Worths, gather, has_planner
from caffael.simulation.report.worth import Card, card_sentences, worth_sentences
from tests.scenario.workbench import Workbench
from tests.simulation.bench import TestLaboratory

SCENARIO = "smarter-spending"
YEARS = 3
GAMES = 3
SCRIPT = "<script>alert(1)</script>"

EARLIER = '<meta name="generator" content="Caffael">'
"""A page of an earlier report, as far as a command looks at it."""


def wanted(games: int = GAMES, quick: bool = False) -> Wanted:
    return Wanted(load_pack(SCENARIO, YEARS), load_bars(SCENARIO), load_pack(SCENARIO).years, 7, games, quick)


def gathered(asked: Wanted) -> Findings:
    with TestLaboratory() as laboratory:
        findings = gather(asked, laboratory)
    assert findings is not None
    return findings


@pytest.fixture(scope="module")
def played() -> tuple[Findings, TestLaboratory]:
    with TestLaboratory() as laboratory:
        findings = gather(wanted(), laboratory)
    assert findings is not None
    return findings, laboratory


@pytest.fixture(scope="module")
def findings(played: tuple[Findings, TestLaboratory]) -> Findings:
    return played[0]


@pytest.fixture(scope="module")
def page(findings: Findings) -> str:
    return page_of(findings).decode()


class Reader(HTMLParser):
    """Every element of a page with its attributes, and the plain text of table rows' headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.row_heads: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "rect", "line", "circle", "path"}:
            self.inside.append(tag)
        if tag == "th":
            self.row_heads.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"rect", "line", "circle", "path"}:
            assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if "th" in self.inside and "code" not in self.inside:
            self.row_heads[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def drawings(page: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(found) for found in re.findall(r"<svg .*?</svg>", page, re.DOTALL)]


def everything(pack: Pack) -> Iterator[str]:
    for kind in ("routes", "labs", "projects", "badges", "suppliers", "needs"):
        assert things_of(pack, kind)
        for thing in things_of(pack, kind):
            yield name_of(pack, kind, thing)


def test_every_route_lab_project_badge_supplier_and_need_heads_a_row(findings: Findings, page: str) -> None:
    heads = {head.strip() for head in Reader(page).row_heads}
    assert [name for name in everything(findings.wanted.pack) if name not in heads] == []


def test_every_bar_is_told_with_its_bounds_and_its_verdict_in_words(findings: Findings, page: str) -> None:
    heads = {head.strip() for head in Reader(page).row_heads}
    assert {bar.id for bar in findings.wanted.bars} == {verdict.bar.id for verdict in findings.verdicts}
    for verdict in findings.verdicts:
        assert verdict.bar.title_en in heads
        assert verdict.bounds().replace(" %", "\u00a0%") in page
    assert page.count('<td class="good">✓ holds</td>') == sum(verdict.holds for verdict in findings.verdicts)
    assert page.count('<td class="bad">✗ falls short</td>') == sum(not verdict.holds for verdict in findings.verdicts) > 0


def test_the_head_says_what_was_played(findings: Findings, page: str) -> None:
    head = page[: page.index("</header>")]
    for fact in (SCENARIO, findings.wanted.pack.digest, "<dd>3</dd>", "<dd>7</dd>", "3 for each line-up"):
        assert fact in head


def test_every_figure_has_a_title_a_description_and_text(page: str) -> None:
    found = drawings(page)
    assert len(found) > 12
    for drawing in found:
        title, description = drawing.find("title"), drawing.find("desc")
        assert title is not None
        assert title.text
        assert description is not None
        assert len(description.text or "") > 20
        assert drawing.get("role") == "img"
        assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert [text for text in drawing.iter("text") if text.text]


def test_the_page_is_sound_and_readable_by_a_machine(page: str) -> None:
    reader = Reader(page)
    assert reader.all("html") == [{"lang": "en"}]
    assert reader.inside == []
    assert all(attributes.get("scope") in {"col", "row", "rowgroup"} for attributes in reader.all("th"))
    assert len(reader.all("table")) == len(reader.all("caption"))
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [name for name, _ in reader.elements if re.fullmatch("h[1-6]", name)] == ["h1"] + ["h2"] * 7
    assert {f"#{section['id']}" for section in reader.all("section")} == {link["href"] for link in reader.all("a")}


def test_the_page_loads_nothing_and_runs_nothing(page: str) -> None:
    for word in ("http", "<script", "<link", "<img", "@import", "url(", "src=", "javascript:"):
        assert word not in page


def test_the_same_seed_gives_the_same_bytes(page: str) -> None:
    assert page_of(gathered(wanted())).decode() == page


def test_each_run_is_played_once(played: tuple[Findings, TestLaboratory]) -> None:
    keys = [(run.pack.digest, run.bots, run.games, run.asking, run.level) for run in played[1].runs]
    assert len(keys) == len(set(keys))


def test_a_quick_report_plays_a_thousand_games_and_no_planner() -> None:
    quick = wanted(0, quick=True)
    assert quick.each == 1_000
    assert not any(has_planner(bots) for bots in [*quick.line_ups, *(bar.bots for bar in quick.looked_at)])
    assert has_planner(wanted().line_ups[-1])
    assert wanted(5, quick=True).each == 5
    assert wanted(0).each == 0


def test_words_of_a_pack_are_escaped(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "pack")
    bench.cell("needs.csv", 2, "title_en", SCRIPT)
    bench.cell("suppliers.csv", 2, "name", SCRIPT)
    scenario = bench.folder / "scenario.toml"
    scenario.write_text(re.sub(r"(?m)^title_en = .*", f'title_en = "{SCRIPT}"', scenario.read_text("utf-8"), count=1), "utf-8")
    bars = bench.folder / "balance.toml"
    bars.write_text(bars.read_text("utf-8").replace("Every seat has the same chance", SCRIPT), "utf-8")
    pack = load_pack(bench.folder, YEARS)
    assert pack.title("en") == SCRIPT
    page = page_of(gathered(Wanted(pack, load_bars(bench.folder)[:1], 5, 1, 2, quick=True))).decode()
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 5


def test_names_in_figures_are_escaped() -> None:
    figure = Figure(0.5, 0.4, 0.6)
    for drawing in (
        intervals("a", SCRIPT, [Interval(SCRIPT, figure)], whole_percent, percent_and_interval),
        stacked("a", SCRIPT, [SCRIPT], [SCRIPT], [[1.0]]),
        columns("a", SCRIPT, [SCRIPT], [0.5], SCRIPT, (0.5, SCRIPT)),
    ):
        assert "<script" not in drawing
        assert ElementTree.fromstring(drawing).findtext("title") == SCRIPT


def test_a_figure_that_falls_short_has_another_shape_and_says_so() -> None:
    figure = Figure(0.5, 0.4, 0.6)
    rows = [Interval("holds", figure, 0.4, None, True), Interval("short", figure, 0.6, 0.7, False)]
    drawing = ElementTree.fromstring(intervals("bars", "Bars", rows, whole_percent, percent_and_interval))
    assert (len(drawing.findall("circle")), len(drawing.findall("path"))) == (1, 1)
    assert [text.text for text in drawing.iter("text") if "falls short" in (text.text or "")] == ["50.0 % (40.0 to 60.0) falls short"]


def test_an_interval_without_a_bound_is_drawn_to_the_end_of_the_axis() -> None:
    drawing = intervals("a", "A", [Interval("card", Figure(float("inf"), 0.0, float("inf")))], str, lambda _: "no bound")
    assert "inf" not in re.sub(r"<(title|desc).*?</\1>", "", drawing)


def card(**changes: Any) -> Card:
    usual = Card("suppliers", "gwenno", "Gofal Gwenno", 0.2, 50.0, Figure(1.0, 0.9, 1.1), 500, Figure(0.3, 0.2, 0.4))
    return replace(usual, **changes)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, None),
        ({"had": 0.0, "ever": 0.0, "ratio": None, "wins": None}, r"Nobody ever contracted the supplier “Gofal Gwenno” in \d+ games\."),
        ({"had": 0.004, "ratio": None}, r"the supplier “Gofal Gwenno” is hardly used: 0\.4 % of councils had it\."),
        ({"ratio": Figure(2.3, 2.1, 2.6)}, r"the supplier “Gofal Gwenno” is with the winner 2\.30 times as often as with others\."),
        ({"ratio": Figure(2.3, 0.8, 9.0)}, None),
        ({"ratio": Figure(0.3, 0.2, 0.5)}, r"the supplier “Gofal Gwenno” is with the winner only 0\.30 times as often as with others\."),
        ({"wins": Figure(0.9, 0.85, 0.95)}, r"the supplier “Gofal Gwenno” wins 90\.0 % of what it bids for\."),
        ({"wins": Figure(0.0, 0.0, 0.1)}, r"the supplier “Gofal Gwenno” never wins what it bids for\."),
    ],
)
def test_dead_and_dominant_cards_are_named(changes: dict[str, Any], sentence: str | None, findings: Findings) -> None:
    told = list(card_sentences(findings, [card(**changes)]))
    assert len(told) == (sentence is not None)
    assert sentence is None or re.fullmatch(sentence, told[0])


def test_unused_things_and_musts_and_traps_are_named(findings: Findings) -> None:
    changed = replace(findings, line_ups=deepcopy(findings.line_ups))
    for outcome in changed.line_ups:
        outcome.tally.used["labs"][:, 0] = 0
    gaps = [("data", Figure(0.2, 0.15, 0.25)), ("adaption", Figure(-0.05, -0.08, -0.02)), ("procurement", Figure(0.02, -0.2, 0.3))]
    told = list(worth_sentences(replace(changed, worths=[Worths("labs", ("balanced",), 9, gaps)])))
    games = sum(outcome.tally.finished for outcome in findings.line_ups)
    assert f"Nobody ever used the lab “Procurement lab” in {games} games." in told
    assert "the lab “Data lab” is a must: without it balanced wins 20.0 percentage points less." in told
    assert "the lab “Adaption lab” is a trap: without it balanced wins 5.0 percentage points more." in told
    assert not [sentence for sentence in told if "Procurement" in sentence and "Nobody" not in sentence]


def test_a_scenario_without_bars_has_a_report_too() -> None:
    page = page_of(gathered(replace(wanted(2, quick=True), bars=[]))).decode()
    assert "This scenario has no balance bars." in page
    assert 'id="worth-labs-title"' in page


def command(out: Path, code: int = 0, **options: Any) -> None:
    asked: dict[str, Any] = {"games": 2, "years": YEARS, "workers": 1, "quick": True} | options
    assert reporting.report(SCENARIO, str(out), **asked) == code


def test_the_command_writes_the_page_and_tells_the_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "report.html"
    command(out, json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["out"] == str(out)
    assert told["scenario"] == SCENARIO
    assert len(told["bars"]) > 20
    assert out.read_text("utf-8").endswith("</html>\n")
    assert [path.name for path in out.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize("stop_in", [0, 9, 12])
def test_a_report_that_is_broken_off_leaves_the_earlier_page(
    stop_in: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.html").write_text(EARLIER, "utf-8")
    laboratory = TestLaboratory(stop_in)
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: laboratory)
    command(tmp_path / "report.html", code=1)
    assert "no report was written" in capsys.readouterr().err
    assert len(laboratory.runs) == stop_in + 1
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"report.html": EARLIER}


@pytest.mark.parametrize("stop_in", [2, 8])
def test_a_scenario_without_bars_can_be_broken_off_too(stop_in: int) -> None:
    with TestLaboratory(stop_in) as laboratory:
        assert gather(replace(wanted(2, quick=True), bars=[]), laboratory) is None
    assert len(laboratory.runs) == stop_in + 1


def test_a_full_disk_leaves_the_earlier_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.html").write_text(EARLIER, "utf-8")

    def full(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    command(tmp_path / "report.html", code=2)
    assert "No space left on device" in capsys.readouterr().err
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"report.html": EARLIER}


@pytest.mark.parametrize(
    ("out", "options", "sentence"),
    [
        ("report.pdf", {}, "ends in .html"),
        ("folder.html", {}, "is a folder"),
        ("report.html", {"games": -1}, "--games -1"),
        ("report.html", {"years": 4}, "4"),
    ],
)
def test_what_cannot_be_reported_is_told_before_anything_is_played(
    out: str, options: dict[str, Any], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("caffael.cli.shared.open_laboratory", lambda *_: pytest.fail("something was played"))
    (tmp_path / "folder.html").mkdir()
    command(tmp_path / out, code=2, **options)
    assert sentence in capsys.readouterr().err


def test_a_line_up_that_a_bar_has_is_not_played_again_in_another_order() -> None:
    asked = wanted()
    line_ups = {tuple(sorted(bots)) for bots in [*asked.line_ups, *(bar.bots for bar in asked.bars)]}
    assert len({*asked.line_ups, *(tuple(bar.bots) for bar in asked.bars)}) == len(line_ups)
    assert asked.line_up(THINKING) == THINKING
