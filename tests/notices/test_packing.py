"""From notices to a pack: a fair spread, values in proportion, titles that a pupil reads, and whatever is guessed is named."""

import csv
import io
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from caffael.cli.app import guarded, run_command
from caffael.notices.cards import Card, cards_of, estimate_of
from caffael.notices.choosing import Wish, spread
from caffael.notices.faults import NoticesError
from caffael.notices.notice import Notice
from caffael.notices.packing import Plan, plan_pack, write_pack
from caffael.notices.reading import read_notices
from caffael.notices.release import notice_of
from caffael.notices.study import COLUMNS
from caffael.notices.tables import read_tables
from caffael.notices.titles import short_title
from caffael.resources import folder
from caffael.scenario import PackError, load_pack
from caffael.words.language import Language
from tests.notices.invented import criteria, month, package, sell2wales, written
from tests.refusing import refusal

TABLES = read_tables()
CATEGORIES = ["food", "transport", "energy", "green", "care", "communities"]


def notice(number: int = 1, title: str = "Bread", code: str = "15811000", **tender: object) -> Notice:
    made = notice_of(sell2wales(number, title, code, **tender))  # type: ignore[arg-type]
    assert made is not None
    return made


def run(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["caffael", *words])
    return guarded(run_command)


# ---------------------------------------------------------------------------------------------------------------------------- cards


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("MTCBC Provision of Security Services 2025", "Security Services"),
        ("BCU-OJEU-58561 - Pan-BCU Automatic Door Service & Maintenance", "Automatic Door Service & Maintenance"),
        ("FRAMEWORK FOR THE SUPPLY AND DELIVERY OF LED LIGHTS AND CCTV", "LED lights and CCTV"),
        ("The Provision of Cleaning Services (Ref: CCS/24/297)", "Cleaning Services"),
        ("Contract for the provision of Grass Cutting 2025-2029", "Grass Cutting"),
        ("Provision of Furniture (III)", "Furniture"),
        ("Land Hazards – Land Hazards – Repair Framework 2031", "Land Hazards – Repair"),
        ("Darparu Gwasanaethau Glanhau", "Gwasanaethau Glanhau"),
        ("Framework", "Framework"),
        ("=HYPERLINK(1)", "Hyperlink"),
    ],
)
def test_a_title_says_what_is_bought_and_nothing_else(title: str, short: str) -> None:
    about = Notice("ocds-x-1", buyer="Merthyr Tydfil County Borough Council")
    assert short_title(title, about, TABLES.rules.title) == short


def test_a_long_title_is_cut_where_it_still_reads_well() -> None:
    long = "Supply, Installation and On-Going Maintenance and Support of an Asset Management Solution for Trees and Burials"
    short = short_title(long, Notice("x"), TABLES.rules.title)
    assert len(short) <= TABLES.rules.title.most_letters and not short.endswith((" ", ",", "and"))


def test_ten_times_the_money_is_always_the_same_times_more_in_the_game() -> None:
    estimates = [estimate_of(notice(value={"amount": 10.0**power}), 3, TABLES)[0] for power in range(5, 10)]
    for small, large in pairwise(estimates):
        assert large / small == pytest.approx(TABLES.rules.value.tenfold, abs=0.03)


def test_what_is_guessed_is_named_and_what_is_told_is_not() -> None:
    ((sure,), _) = cards_of([notice()], TABLES, CATEGORIES)
    release = sell2wales(2, "Something for the office", "98000000", value={"amount": 0.01})
    del release["tender"]["lots"][0]["contractPeriod"]
    found = notice_of(release)
    assert found is not None
    ((guessed,), _) = cards_of([found], TABLES, CATEGORIES)
    assert sure.guessed == ("goals and urgency",)
    assert guessed.guessed == ("value", "term", "category and subject", "goals and urgency")
    for card in (sure, guessed):
        named = (card.notice.ocid, "2031-02-20", "https://www.sell2wales.gov.wales/", *card.guessed)
        assert all(word in card.cells["source"] for word in named)


def test_words_of_the_notice_change_goals_theme_and_urgency() -> None:
    plain, _ = cards_of([notice(title="Courses", code="80500000")], TABLES, CATEGORIES)
    words = notice(title="Emergency courses on net zero", code="80500000", description="For disabled people.")
    changed, _ = cards_of([words], TABLES, CATEGORIES)
    assert (plain[0].cells["theme"], plain[0].cells["urgency"]) == ("communities", "1")
    assert (changed[0].cells["theme"], changed[0].cells["urgency"]) == ("decarbonisation", "3")
    assert sum(goal in changed[0].cells for goal in ("prosperous", "resilient", "healthier", "equal", "cohesive", "culture", "global")) == 3


def test_a_notice_that_says_nothing_of_what_it_buys_is_left_out() -> None:
    cards, without = cards_of([notice(title="Xyz", code="00000000")], TABLES, CATEGORIES)
    assert (cards, without) == ([], 1)


# --------------------------------------------------------------------------------------------------------------------------- choose


def cards(notices: list[Notice]) -> list[Card]:
    return cards_of(notices, TABLES, CATEGORIES)[0]


def test_the_spread_is_fair_over_categories_and_sizes_and_prefers_known_weights() -> None:
    all_of_them = [found for release in month() if (found := notice_of(release))]
    asked = criteria(("price", "", "60"), ("quality", "", "40"))
    many = [
        notice_of(sell2wales(100 + n, f"Bread {n}", "15811000", asked if n % 3 == 0 else None, value={"amount": 10_000.0 * 4**n}))
        for n in range(9)
    ]
    chosen = spread(cards([*all_of_them, *filter(None, many)]), 12)
    count = Counter(card.category for card in chosen)
    assert set(count.values()) == {2}
    breads = spread(cards(list(filter(None, many))), 3)
    assert [bool(card.asked) for card in breads] == [True] * 3
    assert spread(cards(all_of_them), 12) == spread(cards(all_of_them[::-1]), 12)


def test_filters_by_buyer_region_cpv_value_words_and_weights() -> None:
    notices = [found for release in month() if (found := notice_of(release))]
    assert all("Cwm Du" in one.buyer for one in notices if Wish(buyer=("cwm du",)).fits(one))
    assert sum(Wish(cpv=("15",)).fits(one) for one in notices) == 2
    assert sum(Wish(region=("UKL1",)).fits(one) for one in notices) == len(notices)
    assert not any(Wish(region=("UKM",)).fits(one) for one in notices)
    assert sum(Wish(least_gbp=200_000, most_gbp=220_000).fits(one) for one in notices) == 3
    assert sum(Wish(words=("SCHOOL",)).fits(one) for one in notices) == 4
    assert sum(Wish(weighed=True).fits(one) for one in notices) == 10


# ----------------------------------------------------------------------------------------------------------------------------- pack


def test_the_command_makes_a_sound_pack_whose_rows_name_their_notices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out, table = written(tmp_path, package(month())), tmp_path / "our-month", tmp_path / "study.csv"
    assert run(["import", str(path), "--out", str(out), "--table", str(table), "--needs", "18"], monkeypatch) == 0
    pack = load_pack(out)
    assert pack.id == "our-month" and pack.cards.need_count == 28  # ten of the game stay, so that three years have enough
    assert sum(need.source.startswith("Notice ocds-kuma6s-") for need in pack.texts.needs) == 18
    asked = [need for need in pack.texts.needs if need.asked]
    assert {need.asked for need in asked} == {(60, 40, 0, 0)} and all(need.buyer("en") for need in asked)
    assert not [warning for warning in pack.warnings if "Welsh" not in warning.message]
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert list(rows[0]) == list(COLUMNS) and len(rows) == len(month())
    assert {row["sure"] for row in rows} == {"", "stated"}


def test_parquet_holds_the_same_rows_as_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import polars

    table = tmp_path / "study.parquet"
    assert run(["import", str(written(tmp_path, package(month()))), "--table", str(table)], monkeypatch) == 0
    frame = polars.read_parquet(table)
    assert frame.height == len(month()) and frame["weight_price"].drop_nulls().to_list() == [60.0] * 10


def test_thin_categories_keep_the_needs_of_the_game_that_is_extended(tmp_path: Path) -> None:
    few = [found for release in month()[:3] if (found := notice_of(release))]
    planned = plan_pack(few, Plan(tmp_path / "few", "smarter-spending", 40), TABLES)
    assert planned.staying == 25  # with the three real ones they are enough for three years, and no more
    assert b"primary-meals" not in planned.files["needs.csv"] and b"\nschool-buses," in planned.files["needs.csv"]


def test_a_thin_category_is_filled_up_to_three_and_what_lacks_for_three_years_comes_from_thin_ones(tmp_path: Path) -> None:
    one_each = [found for release in month()[::3] if (found := notice_of(release))]
    planned = plan_pack(one_each, Plan(tmp_path / "thin", "smarter-spending", 40), TABLES)
    write_pack(Plan(tmp_path / "thin", "smarter-spending", 40), planned)
    pack = load_pack(tmp_path / "thin")
    count = Counter(need.category for need in pack.cards.needs[: pack.cards.need_count])
    assert pack.cards.need_count == 28 == len(planned.cards) + planned.staying
    assert min(count.values()) >= 3


def test_a_buyer_whom_no_notice_names_is_told_with_the_likest_names(tmp_path: Path) -> None:
    notices = [found for release in month() if (found := notice_of(release))]
    with pytest.raises(NoticesError) as fault:
        plan_pack(notices, Plan(tmp_path / "none", "smarter-spending", 9, Wish(buyer=("Cwm Ddu County",))), TABLES)
    for code in ("en", "cy"):
        said = fault.value.sentence.said(Language(code))
        assert '"Cwm Ddu County"' in said and ": Cwm Du County Council; " in said


def test_two_notices_of_one_buyer_with_one_title_become_one_card_the_newer_with_weights(tmp_path: Path) -> None:
    asked = criteria(("price", "Price", "60"), ("quality", "Quality", "40"))
    releases = [sell2wales(number, "Bread for schools", "15811000", asked if number < 9 else None) for number in (1, 5, 9)]
    releases[1]["date"] = "2031-05-01T00:00:00Z"
    releases[2]["date"] = "2031-06-01T00:00:00Z"
    notices = [found for release in (*releases, sell2wales(2, "Bread for schools", "15811000")) if (found := notice_of(release))]
    planned = plan_pack(notices, Plan(tmp_path / "once", "smarter-spending", 40), TABLES)
    assert {card.notice.ocid for card in planned.cards} == {"ocds-kuma6s-5", "ocds-kuma6s-2"} and planned.again == 2


def test_a_formula_in_a_notice_stays_text_in_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "study.csv"
    wicked = sell2wales(1, "=HYPERLINK(1)", "15811000")
    assert run(["import", str(written(tmp_path, wicked)), "--table", str(table)], monkeypatch) == 0
    (row,) = csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig")))
    assert row["title"] == "'=HYPERLINK(1)"


def test_what_the_command_refuses_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, out = str(written(tmp_path, package(month()))), str(tmp_path / "pack")
    bad = str(written(tmp_path, {"none": 1}, "bad.json"))
    before = sorted(tmp_path.iterdir())
    for words in (
        ["import", good],
        ["import", bad, "--out", out],
        ["import", str(tmp_path / "none.json"), "--out", out],
        ["import", good, "--out", out, "--needs", "0"],
        ["import", good, "--out", out, "--buyer", "nobody"],
        ["import", good, "--out", good],
        ["import", good, "--out", out, "--extends", "no-such-game"],
        ["import", good, "--out", out, "--rules", str(tmp_path)],
        ["import", good, "--table", str(tmp_path / "table.ods")],
        ["import", good, "--out", out, "--lang", "fr"],
    ):
        assert refusal(words, monkeypatch, capsys)
    assert sorted(tmp_path.iterdir()) == before
    assert "Nid oes hysbysiad tendro" in refusal(["import", bad, "--out", out, "--lang", "cy"], monkeypatch, capsys)


def test_rules_of_ones_own_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / "rules"
    own.mkdir()
    for name in ("kinds.toml", "rules.toml"):
        text = (folder("assets") / "notices" / name).read_text(encoding="utf-8")
        (own / name).write_text(text.replace("tenfold = 1.6", "tenfold = 2.0"), encoding="utf-8")
    assert read_tables(own).rules.value.tenfold == 2.0
    (own / "rules.toml").write_text("[value]\ntenfold = 'much'\n", encoding="utf-8")
    with pytest.raises(NoticesError, match=r"rules\.toml"):
        read_tables(own)
    (own / "rules.toml").write_text("no toml", encoding="utf-8")
    with pytest.raises(NoticesError, match="slip"):
        read_tables(own)


def test_a_pack_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "mine.txt").write_text("mine")
    with pytest.raises(PackError, match="already"):
        plan_pack(read_notices([written(tmp_path, package(month()))]).notices, Plan(tmp_path / "pack", "smarter-spending", 9), TABLES)


@pytest.mark.parametrize(("column", "value"), [("asked_price", "50"), ("buyer_en", "-")])
def test_real_weights_make_a_hundred_and_have_a_buyer(tmp_path: Path, column: str, value: str) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "scenario.toml").write_text('extends = "real-tenders"\nid = "mine"\ntitle_en = "Mine"\n', encoding="utf-8")
    (pack / "needs.csv").write_text(f"id,{column}\nlift-preventative-maintenance,{value}\n", encoding="utf-8")
    with pytest.raises(PackError):
        load_pack(pack)
