"""Games of a campaign may extend each other: each writes what differs, and what the one below says of itself is not taken for its own."""

from pathlib import Path

import pytest

from caffael.scenario import PackError, find_packs, load_pack
from tests.campaign_packs import first_game, following, play_out

HEAD = 'id = "{0}"\ntitle_en = "{0}"\ntitle_cy = "{0} (Cymraeg)"\n'
FIRST = '[campaign]\nid = "year"\ntitle_en = "A year"\ntitle_cy = "Blwyddyn"\ngame = 1\ngames = 3\nnext = "term-b"\n'
FULL = '[campaign]\nid = "year"\ntitle_en = "A year"\ntitle_cy = "Blwyddyn"\ngame = {}\ngames = 3\n'


def lay(place: Path, name: str, extends: str, text: str) -> Path:
    folder = place / name
    folder.mkdir(exist_ok=True)
    (folder / "scenario.toml").write_text(f'extends = "{extends}"\n{HEAD.format(name)}{text}', encoding="utf-8")
    return folder


def lay_three(place: Path, second: str, third: str) -> list[Path]:
    """Three games of which each extends the one before."""
    first = lay(place, "term-a", "smarter-spending", f"years = 3\n{FIRST}")
    return [first, lay(place, "term-b", "term-a", second), lay(place, "term-c", "term-b", third)]


WRITTEN = [
    ('[campaign]\ngame = 2\nnext = "term-c"\n', "[campaign]\ngame = 3\n"),
    (FULL.format(2) + 'next = "term-c"\n', FULL.format(3)),
]


@pytest.mark.parametrize(("second", "third"), WRITTEN, ids=["what differs", "the whole table"])
def test_three_games_that_extend_each_other_are_sound_and_are_played_one_after_the_other(tmp_path: Path, second: str, third: str) -> None:
    folders = lay_three(tmp_path, second, third)
    packs = [load_pack(folder) for folder in folders]
    campaigns = [pack.campaign for pack in packs if pack.campaign is not None]
    assert [(campaign.id, campaign.game, campaign.next) for campaign in campaigns] == [
        ("year", 1, "term-b"),
        ("year", 2, "term-c"),
        ("year", 3, ""),
    ]
    assert [pack.title("cy") for pack in packs] == [f"term-{letter} (Cymraeg)" for letter in "abc"]
    assert [pack.warnings for pack in packs] == [[], [], []]
    assert [info.id for info in find_packs([tmp_path]) if info.place.parent == tmp_path] == ["term-a", "term-b", "term-c"]
    match = first_game(folders[0], "balanced", "greenest")
    for _ in folders[1:]:
        match = play_out(following(match))
    assert match.pack.id == "term-c"
    assert match.carried is not None
    assert len(match.carried.totals) == 2


def test_a_later_game_that_names_no_next_is_told_in_its_own_file(tmp_path: Path) -> None:
    _, second, _ = lay_three(tmp_path, "[campaign]\ngame = 2\n", "")
    with pytest.raises(PackError) as caught:
        load_pack(second)
    assert [(fault.file, fault.row, fault.column, fault.message) for fault in caught.value.faults] == [
        ("scenario.toml", 5, "campaign.next", "Game 2 of 3 does not name the next; write the id of its pack.")
    ]


def test_the_advice_about_a_next_game_that_comes_from_below_leaves_the_pack_below_alone(tmp_path: Path) -> None:
    folders = lay_three(tmp_path, '[campaign]\ngame = 2\nnext = "term-c"\n', "[campaign]\ngames = 2\n")
    with pytest.raises(PackError) as caught:
        load_pack(folders[2])
    (fault,) = caught.value.faults
    assert (fault.file, fault.row, fault.column) == ("scenario.toml", 5, "campaign")
    assert 'write next = "" here' in fault.message
    lay(tmp_path, "term-c", "term-b", '[campaign]\ngames = 2\nnext = ""\n')
    assert [load_pack(folder).id for folder in folders] == ["term-a", "term-b", "term-c"]


def test_another_campaign_takes_nothing_from_that_of_the_pack_below(tmp_path: Path) -> None:
    lay_three(tmp_path, "", "")
    other = lay(tmp_path, "other", "term-a", '[campaign]\nid = "other"\n')
    with pytest.raises(PackError) as caught:
        load_pack(other)
    assert [fault.column for fault in caught.value.faults] == ["campaign.title_en", "campaign.game", "campaign.games"]


def test_a_pack_that_says_nothing_of_a_campaign_is_the_game_that_it_extends(tmp_path: Path) -> None:
    _, second, _ = lay_three(tmp_path, "", "")
    campaign = load_pack(second).campaign
    assert campaign is not None
    assert (campaign.game, campaign.next) == (1, "term-b")
    (warning,) = load_pack(second).warnings
    assert warning.message.startswith("A game is not its own next one; write the id of the pack of game 2.")
