"""Bulk play: the same rows whoever plays them, nothing lost with a worker or by Ctrl-C, and tables that others can read."""

import itertools
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from caffael.bots import Bot, make_bot
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.happened import Happening
from caffael.rules.records import Deal, State, Told
from caffael.rules.step import apply
from caffael.rules.terms import NONE
from caffael.scenario import Pack, load_pack
from caffael.simulation.play import chunks, layout
from caffael.simulation.play.cluster import Cluster, ClusterError
from caffael.simulation.play.counts import CHUNK, CardRow, GameRow, Room, SeatRow
from caffael.simulation.play.results import Results
from caffael.simulation.play.runs import ASKING, Order, Run, Task, arrays, get_ready, play
from caffael.simulation.play.summary import summary
from caffael.simulation.play.tally import Tally, kinds_of
from caffael.simulation.play.workforce import AHEAD, Alone, Processes, Workforce, play_run
from tests.small_table import small_cards, small_ids

BOTS = ("balanced", "random", "cheapest")
GAMES = 2 * CHUNK + 200
WORKERS = 2


@pytest.fixture(scope="module", autouse=True)
def ready() -> None:
    get_ready()


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("smarter-spending", years=3)


@pytest.fixture(scope="module")
def processes(ready: None) -> Iterator[Processes]:
    with Processes(WORKERS) as workforce:
        yield workforce


@pytest.fixture(scope="module")
def cluster(ready: None) -> Iterator[Cluster]:
    with Cluster("local", WORKERS) as workforce:
        yield workforce


@pytest.fixture(params=["processes", "cluster"])
def workforce(request: pytest.FixtureRequest) -> Workforce:
    found: Workforce = request.getfixturevalue(request.param)
    return found


class Kept:
    """A run that was played with its results kept."""

    def __init__(self, run: Run, workforce: Workforce, folder: Path, on_part: Callable[[Tally], None] | None = None) -> None:
        with Results(folder) as results:
            self.tally, seconds, self.stopped = play_run(run, workforce, on_part, results)
            self.summary = summary(self.tally, run.bots, seconds)
            results.finish(self.summary)
        self.games_file, self.seats_file = folder / "games.parquet", folder / "seats.parquet"
        self.games, self.seats = pl.read_parquet(self.games_file), pl.read_parquet(self.seats_file)

    def agrees(self, other: "Kept") -> bool:
        """Whether another run has the very same rows and figures, but for the time they took."""
        timed = {"seconds", "games_per_second", "actions_per_second"}
        figures = [{key: value for key, value in one.summary.items() if key not in timed} for one in (self, other)]
        return self.games.equals(other.games) and self.seats.equals(other.seats) and figures[0] == figures[1]


def run_of(pack: Pack, games: int = GAMES) -> Run:
    return Run(pack, BOTS, games, seed=5, rows=True)


@pytest.fixture(scope="module")
def kept(ready: None, pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The run as this process plays it alone."""
    return Kept(run_of(pack), Alone(), tmp_path_factory.mktemp("alone"))


def test_two_workers_and_a_cluster_write_the_very_rows_that_one_writes(
    kept: Kept, pack: Pack, workforce: Workforce, tmp_path: Path
) -> None:
    assert (kept.games.height, kept.seats.height) == (GAMES, GAMES * len(BOTS))
    assert Kept(run_of(pack), workforce, tmp_path).agrees(kept)


def test_another_seed_gives_other_games(kept: Kept, pack: Pack, tmp_path: Path) -> None:
    other = Kept(Run(pack, BOTS, 100, seed=6, rows=True), Alone(), tmp_path)
    assert not other.games["actions"].equals(kept.games["actions"][:100])
    assert set(other.games["seed"]).isdisjoint(kept.games["seed"])


def worker_of(workforce: Workforce) -> int:
    """The process id of one of the workers."""
    if isinstance(workforce, Processes):
        return next(iter(workforce.pool._processes))
    assert isinstance(workforce, Cluster)
    return int(next(iter(workforce.client.run(os.getpid).values())))


def test_a_worker_that_is_killed_loses_nothing(pack: Pack, workforce: Workforce, tmp_path: Path) -> None:
    games = 12 * CHUNK
    killed: list[int] = []

    def kill(so_far: Tally) -> None:
        if not killed:
            killed.append(worker_of(workforce))
            os.kill(killed[0], signal.SIGKILL)

    run = Run(pack, ("balanced", "cheapest"), games, rows=True)
    found = Kept(run, workforce, tmp_path / "killed", kill)
    assert killed
    assert found.tally.games == games
    assert found.agrees(Kept(run, Alone(), tmp_path / "alone"))


def test_a_worker_that_died_between_two_questions_is_replaced_too(pack: Pack, processes: Processes) -> None:
    order = Run(pack, ("random",), 1).order
    parts = processes.parts(Task(order, number, 1) for number in range(30))
    next(parts)
    os.kill(worker_of(processes), signal.SIGKILL)
    while not processes.pool._broken:
        time.sleep(0.01)
    assert len(list(parts)) == 29


@pytest.mark.parametrize("who", ["alone", "processes", "cluster"])
def test_what_ctrl_c_leaves_is_a_shorter_run(who: str, pack: Pack, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    def interrupt(so_far: Tally) -> None:
        if so_far.games == 2 * CHUNK:
            raise KeyboardInterrupt

    workforce = Alone() if who == "alone" else request.getfixturevalue(who)
    broken = Kept(run_of(pack, 50 * CHUNK), workforce, tmp_path / "broken", interrupt)
    assert broken.stopped
    assert broken.tally.games == 2 * CHUNK
    assert broken.agrees(Kept(run_of(pack, 2 * CHUNK), Alone(), tmp_path / "shorter"))


def test_only_so_many_chunks_lie_ready_however_long_the_run(pack: Pack, workforce: Workforce) -> None:
    order = Run(pack, ("random",), 1).order
    begun = ended = most = 0

    def endless() -> Iterator[Task]:
        nonlocal begun
        for number in itertools.count():
            begun += 1
            yield Task(order, number, 1)

    for part in itertools.islice(workforce.parts(endless()), 60):
        most = max(most, begun - ended)
        ended += part.tally.games
    assert ended == 60
    assert WORKERS <= most <= AHEAD * WORKERS


def test_games_that_kill_every_worker_end_the_run_in_one_sentence(monkeypatch: pytest.MonkeyPatch, pack: Pack) -> None:
    monkeypatch.setattr("caffael.simulation.play.cluster.play_in_turn", lambda task: os._exit(1))
    with Cluster("local", WORKERS) as doomed:  # its own: dask may not replace workers that die so fast
        monkeypatch.setattr(doomed.client.cluster.scheduler, "allowed_failures", 0)
        with pytest.raises(ClusterError, match=r"died over the same games|has no workers left"):
            list(doomed.parts(Run(pack, BOTS, 1).tasks()))


def test_a_cluster_whose_workers_are_all_gone_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch, pack: Pack) -> None:
    monkeypatch.setattr("caffael.simulation.play.cluster.PATIENCE", 0.2)

    class Lonely:
        def nthreads(self) -> dict[str, int]:
            return {}

        def submit(self, *_: object, **__: object) -> "Lonely":
            return self

        def result(self, timeout: float) -> None:
            raise TimeoutError

    lost = object.__new__(Cluster)
    lost.client, lost.address = Lonely(), "tcp://nowhere"
    with pytest.raises(ClusterError, match="The cluster at tcp://nowhere has no workers left; start some and the run again"):
        list(lost.parts(Run(pack, BOTS, 1).tasks()))


def test_a_worker_with_another_version_of_the_laboratory_is_refused(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cluster.check()
    monkeypatch.setattr("caffael.simulation.play.cluster.PACKAGE", tmp_path)
    with pytest.raises(ClusterError, match=r"Another version of Caffael is installed on tcp://127\.0\.0\.1"):
        cluster.check()


def test_machines_without_the_laboratory_are_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> str:
        raise ModuleNotFoundError("No module named 'caffael'")

    monkeypatch.setattr("caffael.simulation.play.cluster.laboratory_hash", lacking)
    with pytest.raises(ClusterError, match=r"can't load the laboratory \(No module named 'caffael'\); install") as caught:
        cluster.check()
    assert "\n" not in str(caught.value)


def test_the_rows_hold_what_the_summary_says(kept: Kept, pack: Pack) -> None:
    games, seats, told = kept.games, kept.seats, kept.summary
    assert games["finished"].to_list() == [1] * GAMES
    assert games["game"].to_list() == list(range(GAMES))
    assert told["games"] == GAMES
    assert told["actions"] == games["actions"].sum()
    assert told["region_failed_share"] == pytest.approx(games["failed"].mean())
    for place, bot in enumerate(told["bots"]):
        own = seats.filter(pl.col("place") == place)
        assert own["bot"].unique().to_list() == [bot["name"]] == [BOTS[place]]
        assert own["won"].sum() / GAMES == pytest.approx(bot["win_share"])
        assert own["score"].mean() == pytest.approx(bot["mean_score"])
        for part, mean in bot["score_parts"].items():
            assert own[f"score_{part}"].mean() == pytest.approx(mean)
    for seat, share in enumerate(told["seats"]):
        assert seats.filter(pl.col("seat") == seat)["won"].sum() / GAMES == pytest.approx(share["win_share"])
    assert seats["won"].sum() == pytest.approx(GAMES)
    for frame in (games, seats):
        assert frame["scenario_digest"].unique().to_list() == [pack.digest]


def test_the_parts_of_a_score_add_up_in_every_row(kept: Kept) -> None:
    parts = [name for name in kept.seats.columns if name.startswith("score_")]
    assert len(parts) == 8
    assert kept.seats.select(pl.sum_horizontal(parts).alias("sum"))["sum"].equals(kept.seats["score"], check_names=False)


def test_pandas_and_duckdb_read_what_polars_reads(kept: Kept) -> None:
    import duckdb
    import pandas as pd

    for path, frame in ((kept.games_file, kept.games), (kept.seats_file, kept.seats)):
        read = pd.read_parquet(path)
        assert list(read.columns) == frame.columns
        assert len(read) == frame.height
        for name in frame.columns:
            assert read[name].tolist() == frame[name].to_list()
    with duckdb.connect() as base:
        question = "select bot, sum(won), sum(score) from read_parquet(?) group by bot order by bot"
        rows = base.execute(question, [str(kept.seats_file)]).fetchall()
    expected = kept.seats.group_by("bot").agg(pl.sum("won"), pl.sum("score")).sort("bot").rows()
    assert [row[0] for row in rows] == [row[0] for row in expected]
    for row, wanted in zip(rows, expected, strict=True):
        assert [float(number) for number in row[1:]] == pytest.approx([float(number) for number in wanted[1:]])


def both_ways(cards: Cards, bots: list[Bot], games: int, first: int) -> tuple[list[Any], list[Any]]:
    """The rows of games, seats and cards of one chunk: interpreted, and compiled."""
    seats = len(bots)
    room = Room()
    bots = [*bots, *[Bot() for _ in range(len(room.bots) - seats)]]
    room.bots = bots
    rows: list[Any] = [[GameRow() for _ in range(games)], [SeatRow() for _ in range(games * seats)], [CardRow()]]
    chunks.play_chunk(cards, room, seats, 9, first, games, chunks.CLOSE, ASKING, *rows)
    order = Order(
        layout.to_array(cards).tobytes(), layout.to_rows(bots).tobytes(), kinds_of(["x"] * seats), 9, chunks.CLOSE, ASKING, 5, None
    )
    play(Task(order, first, games))
    laid = arrays()
    return [layout.to_rows(some) for some in rows], [laid.game_rows[:games], laid.seat_rows[: games * seats], laid.card_rows]


LINE_UPS = (
    ("random",),
    ("balanced", "random"),
    ("cheapest", "greenest", "local"),
    ("skimper", "promiser", "freerider", "balanced:carbon=2:overspend=1"),
    ("naive", "heedful", "balanced:heed=0", "naive:manage=0:heed=1:join=1"),
    ("balanced:preset=price", "planner:iterations=2:preset=carbon", "random:preset=balanced", "naive"),
    ("balanced:in_order=1", "random:without=labs+projects+engagement+joint", "planner:iterations=2:in_order=1:without=engagement"),
    ("balanced:without=open+framework+data", "random:without=adaption", "local:engage=0", "balanced", "random", "greenest"),
)


@pytest.mark.parametrize("scenario", ["small", "shipped"])
@pytest.mark.parametrize(("bots", "games"), [*((bots, 6) for bots in LINE_UPS), (("planner:iterations=8", "balanced"), 2)])
def test_interpreted_play_writes_the_very_rows_of_compiled_play(scenario: str, bots: tuple[str, ...], games: int, pack: Pack) -> None:
    cards, ids = (small_cards(), small_ids()) if scenario == "small" else (pack.cards, pack.ids)
    plain, fast = both_ways(cards, [make_bot(name, ids) for name in bots], games, first=100)
    for one, other in zip(plain, fast, strict=True):
        for name in one.dtype.names:
            assert np.array_equal(one[name], other[name]), name


def test_rounds_envelopes_and_those_that_came_back_are_counted_in_a_sealed_game(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = load_pack("sealed", 3)
    rounds: set[tuple[int, int, int]] = set()
    envelopes, came_back, game = 0, 0, 0
    clear = chunks.clear

    def begun(row: GameRow, number: int, seed: int) -> None:
        nonlocal game
        game = number
        clear(row, number, seed)

    def watched(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
        nonlocal envelopes, came_back
        if action == actions.OPEN:
            rounds.add((game, state.year, state.round))
            envelopes += state.envelopes[state.buyer].written[0] != NONE
        apply(cards, deal, state, action, told)
        came_back += sum(line.kind == Happening.CAME_BACK for line in told.rows[: told.count])

    monkeypatch.setattr(chunks, "apply", watched)
    monkeypatch.setattr(chunks, "clear", begun)
    games, bots = 8, ("balanced", "cheapest", "greenest", "random")
    room = Room()
    room.bots = [*(make_bot(bot, sealed.ids) for bot in bots), *(Bot() for _ in range(len(room.bots) - len(bots)))]
    rows: list[Any] = [[GameRow() for _ in range(games)], [SeatRow() for _ in range(games * len(bots))], [CardRow()]]
    chunks.play_chunk(sealed.cards, room, len(bots), 3, 0, games, 1, ASKING, *rows)
    tally = Tally(kinds_of(bots), True, 1)
    tally.count(*(layout.to_rows(some) for some in rows))
    said = summary(tally, bots, 1.0)
    assert envelopes > came_back > 0
    assert tally.sealed.tolist() == [round(said["rounds_per_game"] * games), envelopes, came_back]
    assert len(rounds) == tally.sealed[0]
    assert said["came_back_share"] == came_back / envelopes
