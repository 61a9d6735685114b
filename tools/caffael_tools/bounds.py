"""Tries the bounds of the dependencies: `python -m caffael_tools.bounds` makes an environment with the lowest versions that pyproject.toml
allows, and one with the newest, and in each plays, records, prints, and plays in bulk.

Each takes some minutes, because the rules are compiled. `lowest` or `newest` tries one of them; `--without-laboratory` leaves that out.
The environments lie among the temporary files and go afterwards. What dependencies need themselves is the newest in both, as whoever
installs Caffael gets it. Run it with the oldest Python that Caffael needs: newer ones lack old wheels.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
LOWEST, NEWEST = "lowest", "newest"
WITHOUT = "--without-laboratory"
GAME = """
import sys
from pathlib import Path
from caffael.match import Match, Seat
from caffael.saves import verify
from caffael.scenario import load_pack
pack = load_pack("our-town")
seats = [Seat(name, council, name) for name, council in zip(("balanced", "local", "greenest"), pack.ids.councils)]
match = Match.start(pack, seats, 7, Path(sys.argv[1]))
while not match.finished:
    match.play(match.bot_action())
match.close()
verdict = verify(Path(sys.argv[1]))
assert verdict.holds, verdict.fault
"""
"""A game to its end by the rules as they are, recorded and checked."""
BOARD = """
from caffael.board.options import BoardOptions, make_session
from caffael.presentation.settings import Settings
make_session(BoardOptions(), Settings()).app.frame()
"""
"""The first frame of the board."""


def main(words: Sequence[str]) -> int:
    """Try what is asked for, or both; 0 when all of it works."""
    unknown = [word for word in words if word not in (LOWEST, NEWEST, WITHOUT)]
    if unknown:
        print(f"There is no {unknown[0]!r}; write {LOWEST}, {NEWEST} or {WITHOUT}.", file=sys.stderr)
        return 2
    extras = ["print"] if WITHOUT in words else ["print", "simulation"]
    asked = [word for word in words if word != WITHOUT] or [LOWEST, NEWEST]
    broken = [which for which in asked if not holds(which, extras)]
    print(f"Broken: {', '.join(broken)}." if broken else "The bounds hold.")
    return 1 if broken else 0


def holds(which: str, extras: Sequence[str]) -> bool:
    """Whether everything works with the lowest or newest versions."""
    with tempfile.TemporaryDirectory(prefix=f"caffael-{which}-") as place:
        folder = Path(place)
        constraints = folder / "constraints.txt"
        constraints.write_text("\n".join(lowest(extras)) if which == LOWEST else "", encoding="utf-8")
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        install = ["-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", str(constraints), "-e", f"{TOP}[{','.join(extras)}]"]
        game = str(folder / "game.caffael")
        steps = {
            "install": install,
            "rules, match and record": ["-c", GAME, game],
            "command": ["-m", "caffael", "replay", game, "--verify"],
            "debrief": ["-m", "caffael", "debrief", game, "--out", str(folder / "debrief.pdf")],
            "print": ["-m", "caffael", "print", "first-steps", "--lang", "both", "--out", str(folder / "first-steps.pdf")],
            "new pack": ["-m", "caffael", "new", str(folder / "my-game")],
            "check": ["-m", "caffael", "check", str(folder / "my-game"), "--no-play"],
            "board": ["-c", BOARD],
        }
        if "simulation" in extras:
            steps["laboratory"] = ["-m", "caffael", "simulate", "our-town", "--games", "2000", "--workers", "1", "--json"]
        return all(works(which, name, [str(python), *words], folder) for name, words in steps.items())


def works(which: str, name: str, words: Sequence[str], folder: Path) -> bool:
    """Run one step and say how it went."""
    own = dict.fromkeys(("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"), str(folder / "home"))
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= own | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    done = subprocess.run(words, env=environment, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    print(f"{which}: {name}: {'works' if done.returncode == 0 else 'BROKEN'}", flush=True)
    if done.returncode != 0:
        print((done.stderr or done.stdout)[-3000:], flush=True)
    return done.returncode == 0


def lowest(extras: Sequence[str]) -> list[str]:
    """The lowest versions that pyproject.toml allows, as constraints of pip."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = project["dependencies"] + [need for extra in extras for need in project["optional-dependencies"][extra]]
    found = [re.fullmatch(r"([\w.-]+)>=([\d.]+)(?:,.*)?", need) for need in needs]
    return [f"{match[1]}=={match[2]}" for match in found if match is not None]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
