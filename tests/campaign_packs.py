"""A small campaign of three games, written into a folder of the test: packs that extend the one that ships."""

from pathlib import Path

from caffael.match import EndedGame, Match, Seat, begin_next, next_pack
from caffael.scenario import Pack, load_pack

NAMES = ("first-steps", "second-wind", "last-word")
TITLES = (("First steps", "Camau cyntaf"), ("Second wind", "Ail wynt"), ("The last word", "Y gair olaf"))
COUNCILS = ("cardiff", "newport", "torfaen", "monmouthshire")
TEAMS = ("Derwen", "Castell y Grysmwnt", "River Usk", "Oak")


def lay_campaign(place: Path, rules: str = "") -> list[Path]:
    """The folders of the three packs; `rules` are lines for the [rules] of each."""
    return [lay_game(place, number, rules) for number in (1, 2, 3)]


def lay_game(place: Path, number: int, rules: str = "", campaign: str = "three-games") -> Path:
    """The folder of one pack: game 1, 2 or 3."""
    folder = place / NAMES[number - 1]
    folder.mkdir(parents=True, exist_ok=True)
    english, welsh = TITLES[number - 1]
    following = f'next = "{NAMES[number]}"\n' if number < len(NAMES) else ""
    (folder / "scenario.toml").write_text(
        f'extends = "smarter-spending"\nid = "{folder.name}"\ntitle_en = "{english}"\ntitle_cy = "{welsh}"\nyears = 3\n'
        f'[campaign]\nid = "{campaign}"\ntitle_en = "Three games"\ntitle_cy = "Tair gêm"\ngame = {number}\ngames = 3\n{following}'
        f"[rules]\n{rules}",
        encoding="utf-8",
    )
    return folder


def teams(*players: str) -> list[Seat]:
    """A team for each player."""
    return [Seat(team, council, player) for team, council, player in zip(TEAMS, COUNCILS, players, strict=False)]


def play_out(match: Match) -> Match:
    """Play a game to its end: bots as they decide, people whatever comes first."""
    while not match.finished:
        match.play(match.legal()[0] if match.bot_to_move() is None else match.bot_action())
    return match


def first_game(folder: Path, *players: str, save: Path | None = None, seed: int = 3) -> Match:
    """The first game, played to its end."""
    pack: Pack = load_pack(folder)
    return play_out(Match.start(pack, teams(*players), seed, save))


def following(match: Match, save: Path | None = None, seed: int = 4) -> Match:
    """The game after one, begun."""
    ended = EndedGame.of(match)
    return begin_next(ended, next_pack(ended), seed, save)
