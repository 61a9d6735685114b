"""How fast rules, laboratory and board are on this machine: figures to compare, nothing passes or fails."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from caffael.bots import make_bot
from caffael.cli.calling import install
from caffael.rules.copying import copy_into
from caffael.rules.records import State
from caffael.scenario import load_pack

STARTS = 5
PLANS = 2_000
MEGABYTE = 1_000_000
LEAST_IDLE = 4.0
"""Seconds for which an idle board is watched at least."""
FIRST_FRAME = """
from caffael.board.options import BoardOptions, make_session
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings
session = make_session(BoardOptions(size=(1920, 1080)), Settings())
session.show(ScreenId.TITLE)
session.app.frame()
print("frame", flush=True)
"""
STILL_FRAME = """
import time, statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from caffael.board.options import BoardOptions, make_session
from caffael.presentation.settings import Settings
from caffael.match import Seat
from caffael.bots import make_bot
from caffael.rules.copying import copy_into
from caffael.rules.records import State
from caffael.cli.calling import install
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
IDLE = """
import sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from caffael.board.options import BoardOptions, make_session
import pygame
from caffael.presentation.settings import Settings
from caffael.match import Seat
from caffael.cli.calling import install
from caffael.scenario import load_pack
pack = load_pack("smarter-spending")
with TemporaryDirectory() as folder:
    session = make_session(BoardOptions(size=(1920, 1080), seed=7), Settings(instant=True))
    session.games = Path(folder)
    session.new_game(pack, [Seat(f"Team {i + 1}", pack.ids.councils[i], "you") for i in range(4)], 7)
    for _ in range(5):
        session.app.frame()
    over = pygame.event.custom_type()
    pygame.time.set_timer(over, int(float(sys.argv[1]) * 1000), loops=1)
    used, began = time.process_time(), time.perf_counter()
    while time.perf_counter() - began < float(sys.argv[1]) - 0.05:
        session.app.frame(wait=True)
    print(100 * (time.process_time() - used) / (time.perf_counter() - began))
    session.game.close()
"""
THREE_GAMES = """
from pathlib import Path
from tempfile import TemporaryDirectory
from caffael_tools.bench import resident_mb
from caffael_tools.autoplay import AutoPlayer
from caffael.board.options import BoardOptions, make_session
from caffael.presentation.settings import Settings
asked = BoardOptions("smarter-spending", ["balanced", "cheapest", "local"], 3, size=(1920, 1080))
session = make_session(asked, Settings(instant=True))
for seed in range(3):
    with TemporaryDirectory() as folder:
        session.games, session.seed = Path(folder), seed
        player = AutoPlayer(session, asked)
        if player.before_the_game() or not player.the_game():
            raise SystemExit(1)
        player.after_the_game()
print(resident_mb())
"""


MOVING_FRAMES = """
import statistics
from caffael_tools.moving_frames import moving_frames
times = sorted(moving_frames(MOST_SECONDS))
print(statistics.median(times), times[len(times) * 99 // 100])
"""
STRETCH = 25


PARTS = ("play", "board", "browser", "classroom")
"""What can be measured alone: rules, bots and laboratory; the board in a window; the board in a browser's tab; a class of devices."""


def run_and_print(seconds: float, as_json: bool, part: str = "") -> int:
    """Measure a part, or everything, and print it."""
    figures: dict[str, Any] = {}
    for name, measure in (*(PLAY if part in ("", "play") else ()), *(BOARD if part in ("", "board") else ())):
        figures[name] = attempt(measure, seconds)
        if not as_json:
            print(f"{name}: {figures[name]}", flush=True)
    if part in ("", "browser"):
        figures |= in_a_browser(as_json)
    if part in ("", "classroom"):
        figures |= of_a_class(seconds, as_json)
    if as_json:
        print(json.dumps(figures))
    return 0


def in_a_browser(as_json: bool) -> dict[str, float | str]:
    """The figures of the board in a browser, or a sentence where they can't be taken."""
    from caffael.browser.building.refusal import BuildError
    from caffael_tools.bench_browser import browser_figures

    try:
        found: dict[str, float | str] = {name: rounded(figure) for name, figure in browser_figures().items()}
    except (ValueError, BuildError) as fault:
        found = {"browser": str(fault)}
    if not as_json:
        for name, figure in found.items():
            print(f"{IN_A_BROWSER.get(name, name)}: {figure}", flush=True)
    return found


def of_a_class(seconds: float, as_json: bool) -> dict[str, Any]:
    """The figures of a class on its own devices, or a sentence where they can't be taken."""
    try:
        from caffael_tools.bench_classroom import classroom_figures
    except ModuleNotFoundError as missing:
        found: dict[str, Any] = {"classroom": f"needs the class's own part ({missing.name} is missing): {install('classroom')}"}
    else:
        found = classroom_figures(seconds)
    if not as_json:
        for name, figure in found.items():
            told = figure if isinstance(figure, str) else ", ".join(f"{key} {value}" for key, value in figure.items())
            print(f"{IN_A_CLASS.get(name, name)}: {told}", flush=True)
    return found


IN_A_CLASS = {
    "room": "64 devices in one room on this network",
    "relay": "1,000 devices in 30 rooms on one relay",
    "shards": "3,000 devices in 90 rooms on three relays behind HAProxy",
}


def attempt(measure: Callable[[float], float], seconds: float) -> float | str:
    """A figure, or a sentence where it can't be taken."""
    try:
        figure = measure(seconds)
    except ModuleNotFoundError as missing:
        return f"needs the laboratory ({missing.name} is missing): {install('simulation')}"
    except (subprocess.SubprocessError, ValueError) as fault:
        return f"could not be taken here ({type(fault).__name__})"
    return rounded(figure)


def rounded(figure: float) -> float:
    """A figure with as many digits as mean something."""
    return round(figure, 3) if figure < 100 else round(figure)


def interpreted(seconds: float) -> float:
    """Table actions a second of random play by the rules as they are, on the standard scenario with four councils."""
    return play_for(seconds, "random", PlainTable())[1]


def interpreted_games(bot: str) -> Callable[[float], float]:
    """A measure of whole games a second between four bots of a kind, interpreted."""
    return lambda seconds: play_for(seconds, bot, PlainTable())[0]


def compiled_games(bot: str) -> Callable[[float], float]:
    """A measure of whole games a second between four bots of a kind, compiled, on all cores, with all that `simulate` does."""

    def measure(seconds: float) -> float:
        from caffael.simulation.play.laboratory import Laboratory
        from caffael.simulation.play.runs import Run

        pack = load_pack("smarter-spending")
        with Laboratory(quiet=True) as laboratory:
            games = 2_000
            while True:
                outcome = laboratory.play(Run(pack, (bot,) * 4, games))
                if outcome.seconds >= seconds:
                    return games / outcome.seconds
                games *= 4

    return measure


def growth(_: float) -> float:
    """How many times as long a game takes in a run of 1,000,000 as in a run of 1,000, random bots on one core: 1 is linear."""
    from caffael.simulation.play.laboratory import Laboratory
    from caffael.simulation.play.runs import Run

    pack = load_pack("smarter-spending")
    with Laboratory(1, quiet=True) as laboratory:
        small, large = (Run(pack, ("random",) * 4, games) for games in (1_000, 1_000_000))
        short = statistics.median(laboratory.play(small).seconds for _ in range(4 * STARTS))
        return laboratory.play(large).seconds / 1_000 / short


def planner_seconds(_: float) -> float:
    """Seconds for one decision of a planner with 2,000 iterations, compiled: the first of a game, the longest."""
    from caffael.rules.actions import legal_actions
    from caffael.simulation.play.quick_planner import QuickPlanner, get_planner_ready

    get_planner_ready()
    table, choose, bot = PlainTable(), QuickPlanner(), make_bot(f"planner:iterations={PLANS}")
    table.begin(1)
    room = table.room
    count = legal_actions(table.cards, room.state, room.state.decider, room.legal)
    times = []
    for _ in range(STARTS):
        started = time.perf_counter()
        choose(table.cards, room.state, room.legal, count, room.stream, room.desk, bot)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


ONE_COUNCIL: dict[str, Any] = {"bots": ("random",) * 3}
"""Who sits at the tables of the research environments: a learner that takes any legal action, and three random bots."""
TABLES = 512


def one_table(seconds: float) -> float:
    """Table actions a second of the interpreted research environment, one core."""
    import numpy as np

    from caffael.simulation.research.council_env import CouncilEnv

    game, chance, actions, seed = CouncilEnv(**ONE_COUNCIL), np.random.default_rng(1), 0, 0
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        seed += 1
        info, over = game.reset(seed=seed)[1], False
        while not over:
            _, _, over, _, info = game.step(int(chance.choice(info["legal"])))
        actions += game.table.state.table_actions
    return actions / (time.perf_counter() - started)


def many_tables(seconds: float) -> float:
    """Table actions a second of the vectorised research environment, all cores; choosing the learners' actions is not counted."""
    import numpy as np

    from caffael.simulation.research.observations import word_names
    from caffael.simulation.research.vector_env import CouncilVectorEnv

    game, chance = CouncilVectorEnv(TABLES, **ONE_COUNCIL), np.random.default_rng(1)
    played = list(word_names(State())).index("table_actions")
    seen, infos = game.reset(seed=1)
    spent, actions, before = 0.0, 0, seen[:, played]
    while spent < seconds:
        chosen = (chance.random(infos["action_mask"].shape, np.float32) * infos["action_mask"]).argmax(axis=1)
        started = time.perf_counter()
        seen, _, _, _, infos = game.step(chosen)
        spent += time.perf_counter() - started
        actions += int(np.maximum(seen[:, played] - before, 0).sum())
        before = seen[:, played]
    game.close()
    return actions / spent


class PlainTable:
    """A table for games between bots by the rules as they are, interpreted."""

    def __init__(self) -> None:
        from caffael.simulation.play.counts import CardRow, GameRow, Room, SeatRow

        self.cards = load_pack("smarter-spending").cards
        self.room, self.game, self.seats, self.row = Room(), GameRow(), [SeatRow() for _ in range(4)], CardRow()

    def begin(self, seed: int) -> None:
        """Lay a table for four."""
        from caffael.rules.deal import lay_table, shuffle_decks
        from caffael.rules.step import begin

        shuffle_decks(self.cards, seed, self.room.stream, self.room.deal)
        lay_table(self.cards, self.room.deal, self.room.state, 4, [0, 1, 2, 3], self.room.told)
        begin(self.cards, self.room.deal, self.room.state, self.room.told)

    def play(self, number: int) -> int:
        """Play one game and return its table actions."""
        from caffael.simulation.play.chunks import play_game

        play_game(self.cards, self.room, 4, 1, number, 0, self.game, self.seats, 0, self.row)
        return self.game.actions


def play_for(seconds: float, bot: str, table: PlainTable) -> tuple[float, float]:
    """Games and table actions a second between four bots of a kind, interpreted, on one core."""
    for place in range(4):
        copy_into(table.room.bots[place], make_bot(bot))
    table.play(0)
    games = actions = 0
    started = time.process_time()
    while time.process_time() - started < seconds:
        games += 1
        actions += table.play(games)
    spent = time.process_time() - started
    return games / spent, actions / spent


def resident_mb() -> float:
    """The memory that this process holds now, in megabytes; where the system does not say, the most that it held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
    except (OSError, ValueError, AttributeError):
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / MEGABYTE if sys.platform == "darwin" else most * 1024 / MEGABYTE


def idle_percent(seconds: float, least: float = LEAST_IDLE) -> float:
    """What a board on which nothing happens costs, in per cent of a core."""
    with child(IDLE, str(max(seconds, least))) as process:
        printed, _ = process.communicate(timeout=120)
    return float(printed)


def memory_after_games(_seconds: float) -> float:
    """The memory of a board that has played three whole games one after the other, every screen opened, in megabytes."""
    with child(THREE_GAMES) as process:
        printed, _ = process.communicate(timeout=600)
    return float(printed)


def child(program: str, *arguments: str) -> subprocess.Popen[str]:
    """A fresh Python that runs a program; the screen is the machine's own, or none."""
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603


def cold_start(_: float) -> float:
    """Seconds from the start of a new process to the first frame of the title; the median of five."""
    times = []
    for _ in range(STARTS):
        started = time.perf_counter()
        with child(FIRST_FRAME) as process:
            if process.stdout is None or process.stdout.readline().strip() != "frame":
                raise ValueError("no frame came")
            times.append(time.perf_counter() - started)
    return statistics.median(times)


def still_frame(_seconds: float) -> float:
    """Milliseconds to draw the whole table again when nothing has changed."""
    with child(STILL_FRAME) as process:
        printed, _ = process.communicate(timeout=60)
    return float(printed)


@lru_cache(maxsize=1)
def moving() -> tuple[float, float]:
    """Milliseconds of processor to draw a frame in a stretch of a real game while something moves: the median, and what 99 of 100 keep."""
    with child(MOVING_FRAMES.replace("MOST_SECONDS", str(STRETCH))) as process:
        printed, _ = process.communicate(timeout=4 * STRETCH)
    median, most = printed.split()[-2:]
    return float(median), float(most)


def moving_median(_: float) -> float:
    """The median of them."""
    return moving()[0]


def moving_most(_: float) -> float:
    """What 99 of 100 keep."""
    return moving()[1]


Measure = Callable[[float], float]
PLAY: tuple[tuple[str, Measure], ...] = (
    ("interpreted random play, table actions/s, one core", interpreted),
    ("interpreted random bots, games/s, one core", interpreted_games("random")),
    ("compiled random bots, games/s, all cores", compiled_games("random")),
    ("interpreted balanced bots, games/s, one core", interpreted_games("balanced")),
    ("compiled balanced bots, games/s, all cores", compiled_games("balanced")),
    ("time of a game in 1,000,000 against one in 1,000, compiled random bots, one core", growth),
    ("compiled planner, 2,000 iterations, s, one core", planner_seconds),
    ("interpreted research environment, table actions/s, one core", one_table),
    ("vectorised research environment, table actions/s, all cores", many_tables),
)
BOARD: tuple[tuple[str, Measure], ...] = (
    ("cold start to the first frame, s, median of 5", cold_start),
    ("a frame of the table with nothing moving, 1920 x 1080, ms", still_frame),
    ("a frame in play with everything moving, 1920 x 1080, ms: median", moving_median),
    ("the same: 99 of 100 frames within", moving_most),
    ("the table open and nobody there, % of a core", idle_percent),
    ("memory after three whole games, 1920 x 1080, MB", memory_after_games),
)
IN_A_BROWSER = {
    "bytes": "in a browser: bytes until the title, as web servers compress them",
    "cold_s": "in a browser: first visit to the title, s, median of 3",
    "warm_s": "in a browser: next visit to the title, s, median of 3",
    "frame_p50_ms": "in a browser: a frame in play, 1366 x 768, ms: median",
    "frame_p99_ms": "in a browser: the same: 99 of 100 frames within",
    "memory_mb": "in a browser: memory of the tab after three whole games, MB",
    "bot_ms": "in a browser: an action of a balanced bot, ms",
}
