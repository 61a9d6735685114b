"""The command line: what it prints, and one plain sentence with the right exit code for what can't be done."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caffael.cli import calling
from caffael.cli.calling import install, program
from caffael.match import Match, Seat
from caffael.resources import folder
from caffael.scenario import load_pack
from tests.campaign_packs import lay_game
from tests.earlier_games import lay
from tests.refusing import refusal


def caffael(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as people do, without a screen."""
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "COLUMNS": "200"}
    return subprocess.run([sys.executable, "-m", "caffael", *words], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the standard scenario that may be spoiled."""
    copy = tmp_path / "my-pack"
    shutil.copytree(folder("scenarios") / "smarter-spending", copy)
    return copy


@pytest.fixture
def game(tmp_path: Path) -> Path:
    """A saved game of a few actions."""
    councils = load_pack("smarter-spending").ids.councils
    match = Match.start(load_pack("smarter-spending"), [Seat("Wye", councils[0]), Seat("Taff", councils[1])], 7, tmp_path / "game.caffael")
    for _ in range(8):
        match.play(match.legal()[0])
    match.close()
    return tmp_path / "game.caffael"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["play", "atlantis"], "atlantis"),
        (["play", "smarter-spendin"], "did you mean"),
        (["play", "--years", "4"], "4"),
        (["play", "--seats", "you,blanced"], "did you mean balanced"),
        (["play", "--seats", "you,you,you,you,you,you,you"], "1 to 6"),
        (["play", "--lang", "fr"], "Cymraeg"),
        (["play", "--resume", "nothing.caffael"], "nothing.caffael"),
        (["play", "--size", "big"], "1920x1080"),
        (["play", "--seed", "seven"], "write digits, or the 26 letters and digits"),
        (["play", "--seed", str(2**60)], "write digits, or the 26 letters and digits"),
        (["play", "--after", "nothing.caffael"], "nothing.caffael"),
        (["play", "--after", "nothing.caffael", "--seats", "you,balanced"], "leave out --seats"),
        (["play", "--after", "nothing.caffael", "--resume", "nothing.caffael"], "write one of them"),
        (["play", "--after", "nothing.caffael", "--autoplay"], "leave out --after"),
        (["play", "--colour", "red"], "No such option"),
        (["simulate", "smarter-spending", "--bots", "wizard"], "wizard"),
        (["simulate", "smarter-spending", "--games", "0"], "1 or more"),
        (["simulate", "smarter-spending", "--games", "many"], "--games"),
        (["simulate", "atlantis"], "atlantis"),
        (["check", "atlantis"], "atlantis"),
        (["check"], "Missing"),
        (["new", "/"], "already"),
        (["new", "my-game", "--from", "atlantis"], "atlantis"),
        (["schema", "--out", "no/such/folder/schema.json"], "name another file"),
        (["replay", "nothing.caffael"], "nothing.caffael"),
        (["replay"], "Missing"),
        (["dance"], "dance"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_with_exit_code_2(
    words: list[str], part: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert part in refusal(words, monkeypatch, capsys)


def test_a_process_of_its_own_refuses_alike() -> None:
    result = caffael("play", "atlantis")
    assert (result.returncode, result.stdout) == (2, "")
    assert "atlantis" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_broken_cell_and_an_unknown_column_are_both_named_with_exit_code_1(pack: Path) -> None:
    needs = (pack / "needs.csv").read_text(encoding="utf-8").split("\n")
    needs[2] = needs[2].replace("198000", "plenty")
    (pack / "needs.csv").write_text("\n".join(needs), encoding="utf-8")
    suppliers = (pack / "suppliers.csv").read_text(encoding="utf-8").replace("price_percent", "prise_percent", 1)
    (pack / "suppliers.csv").write_text(suppliers, encoding="utf-8")
    result = caffael("check", str(pack), "--no-play")
    assert result.returncode == 1
    assert "needs.csv, row 3, estimate_gbp" in result.stdout
    assert "prise_percent" in result.stdout
    assert "price_percent" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_a_broken_pack_is_not_played(pack: Path) -> None:
    (pack / "scenario.toml").write_text("id = ", encoding="utf-8")
    result = caffael("play", str(pack), "--autoplay")
    assert result.returncode == 2
    assert "scenario.toml" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_game_that_nothing_goes_on_from_is_refused_and_left_as_it_is(game: Path) -> None:
    before = game.read_bytes()
    result = caffael("play", "--after", str(game))
    assert result.returncode == 2
    assert result.stderr.strip() == "This game is not one of a campaign, so no other goes on from it."
    assert game.read_bytes() == before


def test_check_doubts_a_campaign_whose_next_game_is_not_there_or_another(tmp_path: Path) -> None:
    first = lay_game(tmp_path, 1)
    result = caffael("check", str(first))
    assert result.returncode == 0
    assert 'campaign.next: There is no pack "second-wind"' in result.stdout
    second = lay_game(tmp_path, 2, campaign="another")
    assert '"second-wind" is not game 2 of the campaign "three-games"' in caffael("check", str(first)).stdout
    lay_game(tmp_path, 2)
    lay_game(tmp_path, 3)
    assert "to think about" not in caffael("check", str(first), str(second)).stdout


def test_check_finds_the_standard_scenario_sound() -> None:
    result = caffael("check", "smarter-spending", "--json", "--no-play")
    assert result.returncode == 0
    assert json.loads(result.stdout) == []


def test_scenarios_lists_what_ships() -> None:
    result = caffael("scenarios", "--json")
    assert result.returncode == 0
    assert "smarter-spending" in [pack["id"] for pack in json.loads(result.stdout)]


def test_simulate_says_who_wins_with_shares_that_add_up() -> None:
    result = caffael(
        "simulate", "smarter-spending", "--games", "8", "--bots", "random,random,balanced", "--seed", "3", "--years", "3", "--json"
    )
    assert result.returncode == 0
    run = json.loads(result.stdout)
    assert [bot["name"] for bot in run["bots"]] == ["random", "random", "balanced"]
    assert sum(bot["win_share"] for bot in run["bots"]) == pytest.approx(1)
    assert sum(seat["win_share"] for seat in run["seats"]) == pytest.approx(1)
    assert (run["games"], run["unfinished"]) == (8, 0)
    assert set(run["carbon_t"]) == {"p10", "p50", "p90"}


def test_a_saved_game_is_told_as_actions_and_as_sentences_and_verified(game: Path) -> None:
    actions = caffael("replay", str(game))
    assert actions.returncode == 0
    assert len(actions.stdout.splitlines()) == 9
    told = caffael("replay", str(game), "--text", "--lang", "cy")
    assert told.returncode == 0
    assert len(told.stdout.splitlines()) > 9
    assert caffael("replay", str(game), "--verify").returncode == 0


def test_a_saved_game_of_earlier_rules_is_told_verified_and_kept(tmp_path: Path) -> None:
    game = lay("our-town", tmp_path)
    sentence = "This game was played under rules 2"
    for asked in (["replay", str(game)], ["replay", str(game), "--text", "--lang", "cy"], ["replay", str(game), "--verify"]):
        told = caffael(*asked)
        assert told.returncode == 0
        assert len(told.stderr.strip().splitlines()) == 1 and told.stderr.startswith(sentence)
    kept = caffael("debrief", str(game), "--out", str(tmp_path / "kept.html"))
    assert kept.returncode == 0 and (tmp_path / "kept.html").is_file()


def test_a_saved_game_with_a_changed_byte_is_refused_and_left_as_it_is(game: Path) -> None:
    spoiled = bytearray(game.read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    game.write_bytes(bytes(spoiled))
    verified = caffael("replay", str(game), "--verify")
    assert verified.returncode == 1
    assert len(verified.stdout.strip().splitlines()) == 1
    result = caffael("replay", str(game))
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert game.read_bytes() == bytes(spoiled)


def test_a_saved_game_of_another_pack_is_read_but_not_continued(pack: Path, tmp_path: Path) -> None:
    table = (pack / "needs.csv").read_text(encoding="utf-8")
    (pack / "needs.csv").write_text(table.replace("198000", "195000", 1), encoding="utf-8")  # numbers that no pack that ships has
    mine = load_pack(str(pack))
    match = Match.start(mine, [Seat("Wye", mine.ids.councils[0])], 7, tmp_path / "mine.caffael")
    match.play(match.legal()[0])
    match.close()
    (pack / "needs.csv").write_text(table.replace("198000", "190000", 1), encoding="utf-8")
    assert caffael("replay", str(tmp_path / "mine.caffael")).returncode == 0
    result = caffael("play", "--resume", str(tmp_path / "mine.caffael"))
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1


def test_commands_in_sentences_are_those_that_work_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sentence says to write is found from where the reader stands."""
    script = tmp_path / "env with space" / "bin" / "caffael"
    script.parent.mkdir(parents=True)
    script.touch()
    monkeypatch.setattr(sys, "executable", str(script.with_name("python")))
    assert program() == shlex.quote(str(script))
    monkeypatch.chdir(tmp_path)
    assert program() == "'env with space/bin/caffael'"
    script.unlink()
    assert program() == "'env with space/bin/python' -m caffael"
    assert install("print").startswith("'env with space/bin/python' -m pip install -e ")
    monkeypatch.setattr(calling, "PACKAGE", tmp_path / "site-packages" / "caffael")
    assert "fpdf2>=" in install("print") and "caffael[" not in install("cluster")
    assert "numba>=" in install("cluster")


def test_a_fault_of_its_own_is_told_without_a_traceback(tmp_path: Path) -> None:
    program = "from caffael.cli.app import guarded\ndef broken():\n    raise RuntimeError('x')\nraise SystemExit(guarded(broken))"
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    result = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "faults.log" in result.stderr
