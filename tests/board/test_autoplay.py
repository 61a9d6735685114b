from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from caffael_tools.autoplay import AutoPlayer, play_by_itself

from caffael.board import BoardOptions

KINDS = (
    *("title", "shelf", "paper", "editor", "chooser", "faults", "teams", "settings", "help-minute", "help-keys", "table", "menu", "saves"),
    *("engage", "train", "project", "joint", "pass"),
    *("tender-need", "tender-route", "tender-weights", "tender-publish", "tender-predict", "bids", "manage", "delivery", "review", "year"),
    *(f"debrief-{page}" for page in range(1, 8)),
)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.fixture
def reasonless(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What on any screen of the game can't be pressed and does not say why."""
    found: list[str] = []
    seen: set[str] = set()
    picture = AutoPlayer.picture

    def looked(player: AutoPlayer, name: str) -> None:
        picture(player, name)
        tree = player.top.tree
        for widget in [one for layer in (tree.root, *tree.dialogs) for one in layer.everything()]:
            if not widget.enabled:
                seen.add(widget.name)
                if not widget.why.strip():
                    found.append(f"{name}: {widget.name}")

    monkeypatch.setattr(AutoPlayer, "picture", looked)
    yield found
    assert len(seen) > 5, "some were disabled, or this test has seen nothing"


def test_a_whole_game_plays_by_itself_and_every_kind_of_screen_is_seen(tmp_path: Path, reasonless: list[str]) -> None:
    pictures = tmp_path / "pictures"
    assert play_by_itself(BoardOptions(screenshots=pictures, size=(1280, 720), language="cy", years=3)) == 0
    names = sorted(path.stem for path in pictures.iterdir())
    assert [name[:2] for name in names] == [f"{place:02}" for place in range(1, len(names) + 1)]
    assert not set(KINDS) - {name[3:] for name in names}
    for path in pictures.iterdir():
        assert pygame.image.load(str(path)).get_size() == (1280, 720)
    assert not (tmp_path / "games").exists()
    assert not (tmp_path / "settings").exists()
    assert not reasonless, "whatever is disabled says why"


def test_autoplay_says_why_it_cannot_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert play_by_itself(BoardOptions(scenario="no-such-pack", size=(1280, 720))) == 2
    assert "no-such-pack" in capsys.readouterr().err
    assert play_by_itself(BoardOptions(seats=["wizard"], size=(1280, 720))) == 2
    assert "wizard" in capsys.readouterr().err
