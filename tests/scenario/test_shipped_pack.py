"""The pack that ships loads without a word, and its cards are what its files say."""

import csv
from dataclasses import fields

import pytest

from caffael.resources import folder
from caffael.rules.cards import Settings
from caffael.rules.copying import words_of
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.terms import CRITERIA, FRAMEWORK, NONE, SUPPLIERS, EffectKind, Ending, Management, Phase, Power, Route
from caffael.scenario import Pack, load_pack
from caffael.scenario.keywords import GOAL_WORDS, KIND_WORDS
from caffael.scenario.rule_tables import STANDARD_ROUTES, RulesTable
from caffael.scenario.scenario_file import ScenarioFile
from tests.scenario.workbench import SHIPPED, Workbench


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SHIPPED)


def rows(file: str) -> list[dict[str, str]]:
    with (folder("scenarios") / SHIPPED / file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_it_has_neither_faults_nor_warnings(pack: Pack) -> None:
    assert pack.warnings == []


def test_it_says_what_it_is(pack: Pack) -> None:
    assert (pack.id, pack.title("en"), pack.title("cy")) == (SHIPPED, "Smarter Spending", "Gwario Doethach")
    assert (pack.ages, pack.minutes, pack.level, pack.years, pack.years_offered) == ("14-16", 50, 3, 5, (3, 5))
    assert pack.line("cy") != pack.line("en") != ""


def test_money_and_goals_of_needs_are_those_of_the_rows(pack: Pack) -> None:
    table = rows("needs.csv")
    assert pack.cards.need_count == len(table)
    for need, row in zip(pack.cards.needs, table, strict=False):
        assert (need.estimate, need.saving, need.cut) == (int(row["estimate_gbp"]), int(row["saving_gbp"]), int(row["cut_kg"]))
        assert (need.term, need.carbon, need.urgency) == (int(row["term_years"]), int(row["carbon_kg"]), int(row["urgency"]))
        assert need.goals == [int(row[goal]) for goal in GOAL_WORDS]
        assert GOAL_WORDS[need.main_goal] == row["main_goal"]
        assert GOAL_WORDS[need.urgency_goal] == row["urgency_goal"]
        assert pack.ids.categories[need.category] == row["category"]
        assert pack.ids.subjects[need.subject] == row["subject"]
        assert need.public == (row["public"] == "yes")


def test_suppliers_are_those_of_the_rows(pack: Pack) -> None:
    table = rows("suppliers.csv")
    assert pack.cards.supplier_count == len(table)
    for supplier, row in zip(pack.cards.suppliers, table, strict=False):
        served = [name for name, flag in zip(pack.ids.categories, supplier.categories, strict=False) if flag]
        assert sorted(served) == sorted(row["categories"].split())
        assert KIND_WORDS[supplier.kind] == row["kind"]
        assert (supplier.price, supplier.quality, supplier.social) == (int(row["price_percent"]), int(row["quality"]), int(row["social"]))
        assert (supplier.carbon, supplier.reputation) == (int(row["carbon_percent"]), int(row["reputation"]))
        assert (supplier.capacity, supplier.largest) == (int(row["capacity"]), int(row["largest_gbp"] or 0))
        assert (supplier.local, supplier.welsh) == (int(row["local_percent"]), row["welsh"] == "yes")
        assert (supplier.supported, GOAL_WORDS[supplier.social_goal]) == (row["supported"] == "yes", row["social_goal"])


def test_councils_and_projects_are_those_of_the_rows(pack: Pack) -> None:
    for council, row in zip(pack.cards.councils, rows("councils.csv"), strict=False):
        assert (council.budget, council.grant, council.estate) == (int(row["budget_gbp"]), int(row["grant_gbp"]), int(row["estate_kg"]))
        assert [pack.ids.suppliers[home] for home in council.home if home != NONE] == row["home"].split()
        assert pack.ids.categories[council.first_category] == row["first_category"]
    for project, row in zip(pack.cards.projects, rows("projects.csv"), strict=False):
        assert (project.days, project.cost, project.prize) == (int(row["days"]), int(row["cost_gbp"]), int(row["prize_gbp"]))
        assert project.labs == [int(row["lab_procurement"]), int(row["lab_adaption"]), int(row["lab_data"])]
        assert (Power(project.power).name.lower().replace("_", "-"), project.amount) == (row["power"], int(row["amount"]))
        assert (pack.ids.categories[project.target] if project.target != NONE else "") == row["target"]


def test_events_lie_in_the_yearly_deck_or_at_their_mark(pack: Pack) -> None:
    table = rows("events.csv")
    yearly = [row for row in table if row["mark"] == "0"]
    assert pack.ids.events == [row["id"] for row in yearly]
    assert pack.cards.event_count == len(yearly)
    for event, row in zip(pack.cards.events, yearly, strict=False):
        phrases = [row[f"effect_{i}"] for i in range(1, 5) if row[f"effect_{i}"]]
        assert [EffectKind(effect.kind).name.lower() for effect in event.effects[: len(phrases)]] == [p.split()[0] for p in phrases]
        assert all(effect.kind == EffectKind.NOTHING for effect in event.effects[len(phrases) :])
    for row in table:
        if row["mark"] != "0":
            assert pack.climate(int(row["mark"]) - 1).title("cy") == row["title_cy"]
            assert pack.cards.climate[int(row["mark"]) - 1].effects[0].kind != EffectKind.NOTHING


def test_words_stand_by_the_index_of_their_card(pack: Pack) -> None:
    for index, row in enumerate(rows("needs.csv")):
        need = pack.need(index)
        assert (need.id, need.title("en"), need.title("cy"), need.story("cy")) == (
            row["id"],
            row["title_en"],
            row["title_cy"],
            row["story_cy"],
        )
        assert need.subject_title("en") == pack.subject(pack.cards.needs[index].subject).title("en")
    for index, row in enumerate(rows("suppliers.csv")):
        assert (pack.supplier(index).name, pack.supplier(index).line("cy")) == (row["name"], row["line_cy"])
    for index, row in enumerate(rows("councils.csv")):
        council = pack.council(index)
        assert (council.name("cy"), council.column, council.row) == (row["name_cy"], int(row["map_column"]), int(row["map_row"]))
    for index, row in enumerate(rows("projects.csv")):
        assert (pack.project(index).title("en"), pack.project(index).power("cy")) == (row["title_en"], row["power_cy"])
    assert pack.event(0).story("en") == rows("events.csv")[0]["story_en"]
    assert (pack.category(2).id, pack.category(2).title("cy")) == ("energy", "Ynni ac adeiladau")


def test_the_framework_serves_every_category_without_end(pack: Pack) -> None:
    card = pack.cards.suppliers[FRAMEWORK]
    assert card.categories == [1] * 6 + [0] * 4
    assert (card.price, card.quality, card.social, card.carbon, card.reputation, card.local, card.welsh) == (100, 3, 0, 100, 5, 25, 1)
    assert (card.capacity, card.largest) == (1000, 0)
    assert (pack.supplier(FRAMEWORK).name, pack.supplier(FRAMEWORK).title("cy")) == ("National framework", "Fframwaith cenedlaethol")


def test_settings_are_those_of_the_file(pack: Pack) -> None:
    settings = pack.cards.settings
    assert (settings.fund, settings.marks, settings.days, settings.tray) == (180_000, [25, 50, 75, 100], 6, 3)
    assert (settings.management, settings.ending, settings.people) == (Management.CHOICE, Ending.GENTLE, 0)
    assert pack.cards.weights_count == 216
    assert all(sum(pack.cards.weights[i * CRITERIA : (i + 1) * CRITERIA]) == 100 for i in range(pack.cards.weights_count))


def test_the_flexible_procedure_alone_is_off(pack: Pack) -> None:
    assert [Route(i) for i, route in enumerate(pack.cards.routes) if not route.on] == [Route.FLEXIBLE]
    lots, joint = pack.cards.routes[Route.LOTS], pack.cards.routes[Route.JOINT]
    assert (lots.days, lots.price, lots.labs, pack.cards.routes[Route.QUOTES].largest) == (3, 4, [1, 0, 0], 170_000)
    assert (joint.days, joint.price, joint.labs) == (1, -20, [0, 0, 0])


def test_plain_decks_have_their_copies(pack: Pack) -> None:
    cards = pack.cards
    assert [cards.bid_cards[: cards.bid_card_count].count(value) for value in (-3, -1, 0, 1, 3)] == [12] * 5
    assert [cards.delivery_cards[: cards.delivery_card_count].count(value) for value in range(1, 7)] == [10] * 6
    assert [cards.track_records[: cards.track_record_count].count(value) for value in range(-2, 3)] == [10, 20, 20, 20, 10]
    assert cards.track_record_count == SUPPLIERS


@pytest.mark.parametrize("years", [3, 5])
def test_the_carbon_budget_grows_with_the_years(years: int) -> None:
    settings = load_pack(SHIPPED, years).cards.settings
    assert (settings.years, settings.carbon_budget) == (years, 177_000 * years)


def test_a_game_can_be_laid_from_it(pack: Pack) -> None:
    deal, state, told = Deal(), State(), Told()
    shuffle_decks(pack.cards, 7, Stream(), deal)
    lay_table(pack.cards, deal, state, 4, [0, 1, 2, 3], told)
    assert (state.phase, state.market_count, state.councils[0].tray_count) == (Phase.BUY, pack.cards.settings.market, 3)


def test_the_digest_stays_when_a_word_changes(bench: Workbench, pack: Pack) -> None:
    bench.cell("needs.csv", 2, "title_en", "Another title")
    bench.cell("suppliers.csv", 2, "line_cy", "Llinell arall")
    bench.toml("Gwario Doethach", "Gwario Da")
    assert bench.load().digest == pack.digest
    assert len(pack.digest) == 64


@pytest.mark.parametrize(
    ("file", "column", "value"),
    [
        ("needs.csv", "urgency_goal", "global"),
        ("suppliers.csv", "price_percent", "133"),
        ("councils.csv", "estate_kg", "1"),
        ("events.csv", "effect_1", "days 3"),
    ],
)
def test_the_digest_changes_when_a_number_does(bench: Workbench, pack: Pack, file: str, column: str, value: str) -> None:
    bench.cell(file, 2, column, value)
    assert bench.load().digest != pack.digest


def test_the_digest_changes_with_a_rule_and_with_the_years(bench: Workbench, pack: Pack) -> None:
    bench.toml("officer_days_a_year = 6", "officer_days_a_year = 7")
    assert len({bench.load().digest, pack.digest, load_pack(SHIPPED, 3).digest}) == 3


def test_a_symmetric_game_has_equal_councils(bench: Workbench) -> None:
    bench.toml("asymmetric = true", "asymmetric = false")
    councils = bench.load().cards.councils[:10]
    assert len({tuple(words_of(council)) for council in councils}) == 1
    first = rows("councils.csv")[0]
    assert (councils[0].budget, councils[0].first_category, councils[0].home) == (int(first["budget_gbp"]), NONE, [NONE] * 3)


def test_decks_that_are_switched_off_may_be_left_out(bench: Workbench) -> None:
    for switch in ("projects", "events", "climate_events"):
        bench.toml(f"\n{switch} = true", f"\n{switch} = false")
    (bench.folder / "projects.csv").unlink()
    (bench.folder / "events.csv").unlink()
    pack = bench.load()
    assert (pack.cards.project_count, pack.cards.event_count, pack.warnings) == (0, 0, [])


def test_everything_that_is_left_out_has_the_number_of_the_settings_whatever_the_standard_game_has(bench: Workbench, pack: Pack) -> None:
    path = bench.folder / "scenario.toml"
    tables = path.read_text(encoding="utf-8").split("[[category]]", 1)[1]
    path.write_text(f'id = "small"\ntitle_en = "Small"\n[[category]]{tables}', encoding="utf-8")
    small = bench.load()
    standard = Settings(marks=[25, 50, 75, 100])
    assert list(words_of(small.cards.settings)) == list(words_of(standard))
    assert {small.cards.weights[index * CRITERIA] for index in range(small.cards.weights_count)} == {10, 20, 30, 40, 50, 60, 70}
    assert sorted(small.cards.bid_cards[: small.cards.bid_card_count]) == [value for value in (-8, -4, 0, 4, 8) for _ in range(12)]
    for name in ("delivery_cards", "track_records"):
        assert getattr(small.cards, name) == getattr(pack.cards, name)
    joint = small.cards.routes[Route.JOINT]
    assert (joint.days, joint.price, joint.labs) == (2, -10, [2, 0, 0])
    assert all(route.on for route in small.cards.routes)
    assert list(words_of(small.cards.suppliers[FRAMEWORK])) == list(words_of(pack.cards.suppliers[FRAMEWORK]))
    assert small.years_offered == (5,)


def test_every_setting_can_be_written_in_the_file() -> None:
    elsewhere = {"years", "people"}
    named = {name.rstrip("_") for name in RulesTable.model_fields}
    assert {field.name for field in fields(Settings)} - elsewhere == named - {"asymmetric"}


def test_the_shipped_file_writes_every_rule(bench: Workbench) -> None:
    text = (bench.folder / "scenario.toml").read_text(encoding="utf-8")
    for name, info in RulesTable.model_fields.items():
        assert f"\n{info.alias or name} = " in text


def test_every_route_has_its_standard_numbers() -> None:
    assert set(STANDARD_ROUTES) == set(Route)


def test_the_shape_of_the_file_can_be_given_as_a_json_schema() -> None:
    assert "officer_days_a_year" in str(ScenarioFile.model_json_schema())
