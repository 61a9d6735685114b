"""How fast rules, laboratory and board are on this machine: figures to compare, nothing passes or fails."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from caffael.scenario import load_pack

STARTS = 5
FIRST_FRAME = """
from caffael.board.options import BoardOptions, make_session
from caffael.board.settings import Settings
from caffael.board import screens
session = make_session(BoardOptions(size=(1920, 1080)), Settings())
session.app.push(screens.make("TitleScreen", session))
session.app.frame()
print("frame", flush=True)
"""
STILL_FRAME = """
import time, statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from caffael.board.options import BoardOptions, make_session
from caffael.board.settings import Settings
from caffael.match import Seat
from caffael.scenario import load_pack
pack = load_pack("smarter-spending")
with TemporaryDirectory() as folder:
    session = make_session(BoardOptions(size=(1920, 1080), seed=7), Settings(instant=True))
    session.games = Path(folder)
    session.new_game(pack, [Seat(f"Team {i + 1}", pack.ids.councils[i], "you") for i in range(4)], 7)
    session.show_table()
    for _ in range(5):
        session.app.redraw()
        session.app.frame()
    times = []
    for _ in range(60):
        session.app.redraw()
        started = time.perf_counter()
        session.app.paint()
        times.append((time.perf_counter() - started) * 1000)
    session.game.close()
    print(statistics.median(times))
"""


def run_and_print(seconds: float, as_json: bool) -> int:
    """Measure everything and print it."""
    figures: dict[str, Any] = {}
    for name, measure in (
        ("interpreted random play, table actions/s, one core", lambda: interpreted(seconds)),
        ("interpreted balanced bots, games/s, one core", lambda: games_of_bots(seconds)),
        ("compiled random play, table actions/s, one core", lambda: compiled(seconds)),
        ("cold start to the first frame, s, median of 5", cold_start),
        ("a frame of the table with nothing moving, 1920 x 1080, ms", still_frame),
    ):
        figures[name] = attempt(measure)
        if not as_json:
            print(f"{name}: {figures[name]}", flush=True)
    if as_json:
        print(json.dumps(figures))
    return 0


def attempt(measure: Callable[[], float]) -> float | str:
    """A figure, or a sentence where it can't be taken."""
    try:
        figure = measure()
    except ModuleNotFoundError as missing:
        return f"needs the laboratory ({missing.name} is missing): pip install 'caffael[simulation]'"
    except (subprocess.SubprocessError, ValueError) as fault:
        return f"could not be taken here ({type(fault).__name__})"
    return round(figure, 3) if figure < 100 else round(figure)


def interpreted(seconds: float) -> float:
    """Table actions a second of random play by the rules as they are, on the standard scenario with four councils."""
    from caffael.simulation.bulk import Player

    player = Player(load_pack("smarter-spending").cards, ["random"] * 4)

    def play(seed: int, seen: list[int]) -> None:
        player.play(seed, 0)
        seen[191] += player.state.table_actions

    return rate(seconds, play, [0] * 200)


def compiled(seconds: float) -> float:
    """The same, compiled; needs the extra `simulation`."""
    import numpy as np

    from caffael.rules.records import Deal, State, Stream, Told
    from caffael.rules.terms import CHOICES
    from caffael.simulation import compiled as laboratory
    from caffael.simulation.layout import to_array

    arrays = [to_array(record) for record in (load_pack("smarter-spending").cards, Deal(), State(), State(), Told(), Stream())]
    rest = (np.zeros(CHOICES, np.int64), 4, np.arange(4))
    elements = [array[0] for array in arrays]
    play: Any = laboratory.play_randomly
    return rate(seconds, lambda seed, seen: play(*elements, *rest, seed, seen, 0), np.zeros(200, np.int64))


def rate(seconds: float, play: Callable[[int, Any], object], seen: Any) -> float:
    """Table actions a second, after one game to warm up."""
    play(0, seen)
    before = int(seen[191])
    started = time.process_time()
    seed = 1
    while time.process_time() - started < seconds:
        play(seed, seen)
        seed += 1
    return (int(seen[191]) - before) / (time.process_time() - started)


def games_of_bots(seconds: float) -> float:
    """Whole games a second between four balanced bots, interpreted."""
    from caffael.simulation.bulk import Player

    player = Player(load_pack("smarter-spending").cards, ["balanced"] * 4)
    games = 0
    started = time.process_time()
    while time.process_time() - started < seconds:
        player.play(games, 0)
        games += 1
    return games / (time.process_time() - started)


def child(program: str) -> subprocess.Popen[str]:
    """A fresh Python that runs a program; the screen is the machine's own, or none."""
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603


def cold_start() -> float:
    """Seconds from the start of a new process to the first frame of the title; the median of five."""
    times = []
    for _ in range(STARTS):
        started = time.perf_counter()
        with child(FIRST_FRAME) as process:
            if process.stdout is None or process.stdout.readline().strip() != "frame":
                raise ValueError("no frame came")
            times.append(time.perf_counter() - started)
    return statistics.median(times)


def still_frame() -> float:
    """Milliseconds to draw the whole table again when nothing has changed."""
    with child(STILL_FRAME) as process:
        printed, _ = process.communicate(timeout=60)
    return float(printed)
