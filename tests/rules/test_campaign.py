"""A campaign, chapter 16 of the rulebook: what councils begin with (`deal.py`), what carries over and adds up (`match/carrying.py`)."""

from pathlib import Path

import pytest

from caffael.match import EndedGame, Match, begin_next, campaign_places, carry_over, next_pack
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.happened import Happening
from caffael.rules.terms import BADGES, EARLIER, Badge, Ending, Lab, Phase, Route
from caffael.saves import Carried
from caffael.scenario import Pack, load_pack
from tests.campaign_packs import first_game, following, lay_campaign, play_out, teams
from tests.rules.positions import Position
from tests.small_table import Game, small_cards


def beginning(labs: tuple[int, int, int] = (0, 0, 0), badges: tuple[int, ...] = ()) -> Cards:
    """Cards of the small game whose first council begins with these labs and badges."""
    cards = small_cards()
    cards.councils[0].labs[:] = labs
    for badge in badges:
        cards.councils[0].badges[badge] = 1
    return cards


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return lay_campaign(tmp_path_factory.mktemp("campaign"))


@pytest.fixture(scope="module")
def first(folders: list[Path]) -> Match:
    """A first game in which Cardiff trained its data lab, and its team has sat down a bot since."""
    match = Match.start(load_pack(folders[0]), teams("you", "greenest"), 3)
    match.play(actions.TRAIN + Lab.DATA)
    play_out(match)
    match.set_player(0, "balanced")
    match.set_team(1, "Renamed")
    return match


def test_16_1_the_same_teams_councils_and_players_go_on(first: Match) -> None:
    match = following(first)
    assert match.seats == first.seats
    assert [(seat.team, seat.council, seat.player) for seat in match.seats] == [
        ("Derwen", "cardiff", "balanced"),
        ("Renamed", "newport", "greenest"),
    ]
    assert match.pack.id == "second-wind"


def test_16_1_any_game_of_a_campaign_may_be_played_by_itself(folders: list[Path]) -> None:
    match = Match.start(load_pack(folders[2]), teams("you"), 1)
    assert match.carried is None
    assert not any(match.state.councils[0].labs)


def test_16_2_a_council_begins_with_the_labs_on_its_card_and_what_they_give_holds_at_once() -> None:
    game = Game(beginning((2, 1, 2)), seats=2)
    first, other = game.state.councils[:2]
    assert (first.labs, other.labs) == ([2, 1, 2], [0, 0, 0])
    known = game.state.private[0]
    market = game.state.market[: game.state.market_count]
    assert [known.records[supplier] for supplier in market] == [game.deal.records[supplier] for supplier in market]
    assert known.event == game.deal.events[game.state.event_next]
    assert actions.TRAIN + Lab.DATA in game.legal()
    assert game.step(actions.TRAIN + Lab.DATA) == 0
    assert (first.labs[Lab.DATA], first.days) == (3, 6 - 3)


def test_16_2_routes_that_ask_for_a_lab_are_open_from_the_first_day() -> None:
    position = Position()
    position.need(0)
    assert position.play("tender need-0").why("route lots") != 0
    cards = beginning((1, 0, 0))
    game = Game(cards, seats=1)
    assert game.step(actions.TENDER + game.state.councils[0].tray[0]) == 0
    assert any(action - actions.ROUTE == Route.LOTS for action in game.legal())


def test_16_2_labs_carry_over(first: Match) -> None:
    ended = [list(council.labs) for council in first.state.councils[:2]]
    assert ended[0][Lab.DATA] >= 1
    match = following(first)
    assert [list(council.labs) for council in match.state.councils[:2]] == ended


def test_16_3_badges_on_the_card_count_and_cannot_be_won_again() -> None:
    game = Game(beginning(badges=(Badge.PREVENTION, Badge.INVOLVEMENT)), seats=1)
    council = game.state.councils[0]
    assert council.badges == [0, EARLIER, 0, 0, EARLIER]
    position = Position()
    position.council().badges[Badge.INVOLVEMENT] = EARLIER
    assert position.score().badges == 2
    position.council().engagements = 3
    position.finish_year()
    assert position.council().badges[Badge.INVOLVEMENT] == EARLIER
    assert position.seen(Happening.BADGE) == []


def test_16_3_badges_carry_over(first: Match) -> None:
    won = [[year > 0 for year in council.badges] for council in first.state.councils[:2]]
    assert any(map(any, won))
    match = following(first)
    assert [[year == EARLIER for year in council.badges] for council in match.state.councils[:2]] == won
    assert [score.badges for score in match.scores()] == [score.badges for score in first.scores()]


def test_16_4_nothing_else_carries_over(first: Match, folders: list[Path]) -> None:
    match, fresh = following(first, seed=9), Match.start(load_pack(folders[1]), first.seats, 9)
    assert match.deal == fresh.deal
    assert (match.state.fund, match.state.carbon, match.state.year) == (fresh.state.fund, 0, 1)
    for seat in range(2):
        council, other = match.state.councils[seat], fresh.state.councils[seat]
        for name in ("budget", "goals", "tray", "running", "carbon", "projects", "finished", "engagements", "estate", "saving", "days"):
            assert getattr(council, name) == getattr(other, name), name
    assert match.state.records == fresh.state.records


def test_16_5_where_the_card_says_more_than_was_brought_along_the_card_holds(first: Match, folders: list[Path]) -> None:
    pack = load_pack(folders[1], changes={"councils.cardiff.lab_procurement": 3})
    brought = first.state.councils[0].labs
    carried = carry_over(pack, EndedGame.of(first))
    card = carried.cards.councils[pack.ids.councils.index("cardiff")]
    assert card.labs == [3, brought[1], brought[2]]
    assert brought[0] < 3 and brought[2] > 0


def test_16_5_whoever_begins_with_this_game_begins_with_the_labs_on_the_card(folders: list[Path]) -> None:
    pack = load_pack(folders[1], changes={"councils.*.lab_adaption": 1})
    match = Match.start(pack, teams("you", "you"), 1)
    assert [council.labs for council in match.state.councils[:2]] == [[0, 1, 0], [0, 1, 0]]


@pytest.mark.parametrize("module", ["labs", "badges"])
def test_16_6_without_labs_or_badges_none_are_laid_out(module: str) -> None:
    cards = beginning((3, 3, 3), tuple(range(BADGES)))
    assert all(getattr(Game(cards, seats=1).state.councils[0], module))
    setattr(cards.settings, module, 0)
    assert not any(getattr(Game(cards, seats=1).state.councils[0], module))


def test_16_6_what_was_brought_along_waits_for_the_next_game(first: Match, tmp_path: Path) -> None:
    folders = lay_campaign(tmp_path)
    (folders[1] / "scenario.toml").write_text(
        (folders[1] / "scenario.toml").read_text("utf-8") + "labs = false\nbadges = false\n", encoding="utf-8"
    )
    brought = EndedGame.of(first).beginnings["cardiff"]
    assert any(brought.labs) and any(brought.badges)
    ended = EndedGame.of(first)
    second = play_out(begin_next(ended, load_pack(folders[1]), 1))
    assert not any(second.state.councils[0].labs) and not any(second.state.councils[0].badges)
    assert EndedGame.of(second).beginnings["cardiff"] == brought


def standing(pack: Pack, *totals: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Rank, seat and sum after earlier games with these scores, and this one as it begins, alike for all."""
    match = Match.start(pack, teams("you", "you", "you"), 1, carried=Carried("", totals))
    now = [score.total for score in match.scores()]
    assert len(set(now)) == 1
    return [(place.rank, place.seat, place.total - now[0]) for place in campaign_places(match)]


def test_16_7_the_scores_of_all_games_add_up_and_equal_sums_share_the_place(folders: list[Path]) -> None:
    pack = load_pack(folders[2], changes={"rules.asymmetric": False})
    assert standing(pack, (50, 90, 70), (60, 40, 41)) == [(0, 1, 130), (1, 2, 111), (2, 0, 110)]
    assert standing(pack, (50, 90, 70), (60, 40, 40)) == [(0, 1, 130), (1, 0, 110), (1, 2, 110)]


def test_16_7_three_games_add_up(first: Match) -> None:
    matches = [first]
    for seed in (4, 5):
        matches.append(play_out(following(matches[-1], seed=seed)))
    rows = [[score.total for score in match.scores()] for match in matches]
    assert campaign_places(first) == []
    places = {place.seat: place for place in campaign_places(matches[-1])}
    assert all(places[seat].games == tuple(row[seat] for row in rows) for seat in range(2))
    assert all(place.total == sum(place.games) for place in places.values())


def test_16_8_a_game_that_nobody_wins_counts_in_the_sum(tmp_path: Path) -> None:
    folders = lay_campaign(tmp_path, 'ending = "hard"\ncarbon_budget_kg_a_year = 1000\n')
    first = first_game(folders[0], "random", "cheapest")
    assert first.cards.settings.ending == Ending.HARD
    assert first.state.phase == Phase.END and first.winners() == []
    ended = EndedGame.of(first)
    assert ended.carried.totals == (tuple(score.total for score in first.scores()),)
    second = begin_next(ended, next_pack(ended), 2)
    assert [place.games[0] for place in sorted(campaign_places(second), key=lambda place: place.seat)] == list(ended.carried.totals[0])
