"""Three games in a row: what a game of a campaign takes over, how it is kept on disk, and what is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caffael.match import EndedGame, Match, begin_next, campaign_places, carry_over, next_pack
from caffael.rules.copying import words_of
from caffael.saves import RecordError, list_saves, read, rebuild, verify
from caffael.saves.packs import note_place
from caffael.scenario import Pack, load_pack
from tests.campaign_packs import first_game, following, lay_campaign, lay_game, play_out, teams
from tests.test_match import notes_of, words

BOTS = ("balanced", "greenest", "local")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packs, and the record of a first game that is over."""
    place = tmp_path_factory.mktemp("campaign")
    folders = lay_campaign(place / "packs")
    first_game(folders[0], *BOTS, save=place / "first.caffael").close()
    return place


@pytest.fixture(autouse=True)
def packs_are_known(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when their games were begun on the board: where the packs lie is noted."""
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))
    for folder in sorted((place / "packs").iterdir()):
        note_place(folder)


def the_fault(work: Callable[..., object], *rest: object) -> str:
    """The sentence with which something is refused."""
    with pytest.raises(RecordError) as caught:
        work(*rest)
    sentence = caught.value.sentence
    assert "\n" not in sentence
    return str(sentence)


def begun(place: Path, save: Path | None = None) -> Match:
    """The second game, begun from the record of the first."""
    ended = EndedGame.read(place / "first.caffael")
    return begin_next(ended, next_pack(ended), 4, save)


def test_three_games_with_a_resume_in_the_middle_and_something_taken_back(place: Path, tmp_path: Path) -> None:
    first = read(place / "first.caffael")
    second = begun(place, tmp_path)
    for _ in range(25):
        second.play(second.bot_action())
    assert second.path is not None
    second.close()
    middle = words(second)
    resumed = Match.resume(second.path)
    assert words(resumed) == middle
    assert resumed.cards == second.cards and resumed.pack.digest == second.pack.digest
    assert resumed.carried == second.carried
    resumed.undo(25)
    start = rebuild(first).state
    for seat in range(3):
        assert resumed.state.councils[seat].labs == start.councils[seat].labs
        assert [year > 0 for year in resumed.state.councils[seat].badges] == [year > 0 for year in start.councils[seat].badges]
    for _ in range(25):
        resumed.redo()
    assert words(resumed) == middle
    assert notes_of(resumed) == notes_of(second)
    play_out(resumed).close()
    assert verify(second.path).holds and verify(second.path).numbers_of_digest
    third = play_out(following(resumed, tmp_path))
    assert third.carried is not None
    assert third.carried.file == second.path.name
    assert third.carried.totals == (first.totals, read(second.path).totals)
    third.close()
    assert third.path is not None
    assert campaign_places(Match.resume(third.path)) == campaign_places(third)


def test_the_standing_needs_no_file_of_an_earlier_game(place: Path, tmp_path: Path) -> None:
    shutil.copy(place / "first.caffael", tmp_path / "only.caffael")
    ended = EndedGame.read(tmp_path / "only.caffael")
    second = begin_next(ended, next_pack(ended), 4, tmp_path)
    second.close()
    (tmp_path / "only.caffael").unlink()
    assert second.path is not None
    resumed = Match.resume(second.path)
    assert [place.games[:1] for place in sorted(campaign_places(resumed), key=lambda row: row.seat)] == [
        (total,) for total in ended.carried.totals[0]
    ]


def test_a_game_at_the_table_and_its_record_carry_over_the_same(place: Path) -> None:
    match = Match.resume(place / "first.caffael")
    assert EndedGame.of(match) == EndedGame.read(place / "first.caffael")
    match.close()


def test_carrying_over_leaves_the_pack_as_it_was(place: Path) -> None:
    ended = EndedGame.read(place / "first.caffael")
    pack = next_pack(ended)
    before, digest = list(words_of(pack.cards)), pack.digest
    carried = carry_over(pack, ended)
    assert list(words_of(pack.cards)) == before and pack.digest == digest
    assert carried.digest != digest
    playing = {pack.ids.councils.index(seat.council) for seat in ended.seats}
    for card, council in enumerate(carried.cards.councils):
        assert card in playing or council == pack.cards.councils[card]


def test_a_changed_number_of_the_next_pack_is_told_when_its_game_is_resumed(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "other" / "games"))  # where only the copies are known
    packs = tmp_path / "packs"
    shutil.copytree(place / "packs", packs)
    for folder in sorted(packs.iterdir()):
        note_place(folder)
    match = first_game(packs / "first-steps", *BOTS)
    second = following(match, tmp_path / "games")
    second.close()
    assert second.path is not None
    assert [save.can_continue for save in list_saves(tmp_path / "games")] == [True]
    toml = packs / "second-wind" / "scenario.toml"
    toml.write_text(toml.read_text("utf-8") + "load_percent = 9\n", encoding="utf-8")
    with pytest.raises(RecordError, match="have changed"):
        Match.resume(second.path)
    (save,) = list_saves(tmp_path / "games")
    assert "have changed" in str(save.why_not)


def test_saves_say_which_game_of_the_campaign_they_are_and_whether_one_goes_on_from_them(place: Path, tmp_path: Path) -> None:
    shutil.copy(place / "first.caffael", tmp_path)
    begun(place, tmp_path).close()
    saves = {save.scenario: save for save in list_saves(tmp_path)}
    first, second = saves["first-steps"], saves["second-wind"]
    assert first.campaign is not None and second.campaign is not None
    assert (first.campaign.game, first.can_go_on) == (1, True)
    assert (second.campaign.game, second.can_go_on) == (2, False), "it is not finished"
    assert first.title is not None and first.title("cy") == "Camau cyntaf"
    assert (first.after, second.after) == ("", "first.caffael")


def test_a_game_that_is_not_finished_carries_nothing_over(place: Path) -> None:
    match = Match.start(load_pack(place / "packs" / "first-steps"), teams("you"), 1)
    assert "not finished" in the_fault(EndedGame.of, match)


def test_a_game_of_no_campaign_and_the_last_game_have_no_next_one(place: Path) -> None:
    assert "campaign" in the_fault(EndedGame.of, Match.start(load_pack("smarter-spending"), teams("you"), 1))
    assert "last game" in the_fault(EndedGame.of, first_game(place / "packs" / "last-word", "random"))


def test_another_pack_than_the_next_game_is_refused(place: Path, tmp_path: Path) -> None:
    ended = EndedGame.read(place / "first.caffael")
    other = lay_game(tmp_path, 2, campaign="another")
    for folder in ("smarter-spending", place / "packs" / "last-word", place / "packs" / "first-steps", other):
        pack = load_pack(folder)
        fault = the_fault(carry_over, pack, ended)
        assert pack.id in fault and "second-wind" in fault
        the_fault(begin_next, ended, pack, 1)


def alone(place: Path, tmp_path: Path) -> tuple[EndedGame, Path]:
    """The first game over, with only its own pack in the folder."""
    folder = lay_game(tmp_path / "packs", 1)
    return EndedGame.of(first_game(folder, "random", "random")), folder.parent


def test_a_next_pack_that_is_not_here_or_has_faults_is_told(place: Path, tmp_path: Path) -> None:
    ended, packs = alone(place, tmp_path)
    assert "second-wind" in the_fault(next_pack, ended)
    lay_game(packs, 2, "load_percent = 'much'\n")
    assert "scenario.toml" in the_fault(next_pack, ended)
    lay_game(packs, 2)
    assert next_pack(ended).id == "second-wind"
    assert "4" in the_fault(next_pack, ended, 4)


def test_the_next_pack_is_found_by_its_id_whatever_its_folder_is_called(place: Path, tmp_path: Path) -> None:
    ended, packs = alone(place, tmp_path)
    lay_game(packs, 2).rename(packs / "a-folder")
    pack: Pack = next_pack(ended)
    assert (pack.id, pack.place.name) == ("second-wind", "a-folder")


def test_a_team_without_its_council_is_told_by_name(place: Path, tmp_path: Path) -> None:
    ended, packs = alone(place, tmp_path)
    toml = lay_game(packs, 2) / "scenario.toml"
    toml.write_text(toml.read_text("utf-8") + '[leave_out]\ncouncils = ["newport"]\n', encoding="utf-8")
    fault = the_fault(next_pack, ended)
    assert "newport" in fault and ended.seats[1].team in fault


def test_a_next_game_for_fewer_teams_is_refused(place: Path, tmp_path: Path) -> None:
    ended, packs = alone(place, tmp_path)
    toml = lay_game(packs, 2) / "scenario.toml"
    toml.write_text(toml.read_text("utf-8").replace("years = 3", "years = 3\nteams = 1\nteams_most = 1"), encoding="utf-8")
    assert "1 to 1 teams, and 2 played" in the_fault(next_pack, ended)


def test_a_game_under_other_rules_carries_nothing_over(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from caffael import rules

    monkeypatch.setattr(rules, "RULES_VERSION", rules.RULES_VERSION + 1)
    with pytest.raises(RecordError, match="rules"):
        EndedGame.read(place / "first.caffael")
