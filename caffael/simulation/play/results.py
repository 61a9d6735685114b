"""The rows of a run as Parquet: a table of games and a table of councils, readable by polars, pandas and DuckDB, and a summary beside."""

import io
import json
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO, Self

import numpy as np
import polars as pl

from caffael.rules.terms import Badge, Criterion, Goal, Lab, Route
from caffael.scenario import Pack

TABLES = ("games", "seats")
SUMMARY = "summary.json"
FILES = (*(f"{table}.parquet" for table in TABLES), SUMMARY)
"""The files of a run."""
RUNNING = ".running-"
"""How the name of a folder begins in which a run keeps its chunks."""
LOCK = "lock"
LEFT_OUT = ("leader_won",)


@dataclass(frozen=True)
class Columns:
    """How the words of the rows are called: the names of a scenario's cards, and of the bots."""

    digest: str
    rules_version: int
    bots: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    """For each row of numbers in a record its columns, by the record's field."""

    @classmethod
    def of(cls, pack: Pack, bots: Sequence[str], rules_version: int) -> Self:
        """The columns of a run."""
        names = {
            "goals": columns("goal", (goal.name for goal in Goal)),
            "tenders": columns("tenders", (route.name for route in Route)),
            "awards": columns("contracts", (route.name for route in Route)),
            "labs": columns("lab", (lab.name for lab in Lab)),
            "badges": columns("badge", (badge.name for badge in Badge)),
            "projects": columns("project", pack.ids.projects),
            "suppliers": columns("supplier", pack.ids.suppliers),
            "needs": columns("need", pack.ids.needs),
            "asked": columns("asked", (criterion.name for criterion in Criterion)),
            "got": columns("got", (criterion.name for criterion in Criterion)),
            "open_bidders": columns("open_tenders_with", (str(number) for number in range(21))),
        }
        return cls(pack.digest, rules_version, tuple(bots), names)


def columns(first: str, names: Any) -> tuple[str, ...]:
    """Column names of one kind."""
    return tuple(f"{first}_{name.lower()}" for name in names)


def frame_of(names: Columns, rows: np.ndarray[Any, Any], table: str) -> pl.DataFrame:
    """Rows as a table with a column for every number; the framework's own contracts are in those by route."""
    series: dict[str, Any] = {}
    for field in rows.dtype.names or ():
        values = rows[field]
        if field in LEFT_OUT:
            continue
        if values.dtype.names:
            for part in values.dtype.names:
                series[f"score_{part}" if part != "total" else "score"] = values[part]
        elif values.ndim == 2:
            for i, name in enumerate(names.names[field]):
                series[name] = values[:, i].astype(np.int32)
        elif field == "won":
            series["won"] = values / 60
        else:
            series[field] = np.ascontiguousarray(values)
    frame = pl.DataFrame(series)
    if table == "seats":
        words = pl.DataFrame({"place": range(len(names.bots)), "bot": names.bots}, schema_overrides={"place": pl.Int64})
        frame = frame.join(words, on="place", how="left", maintain_order="left")
    return frame.with_columns(scenario_digest=pl.lit(names.digest), rules_version=pl.lit(names.rules_version, dtype=pl.Int32))


def as_parquet(names: Columns, rows: np.ndarray[Any, Any], table: str) -> bytes:
    """Rows as the bytes of a Parquet file."""
    target = io.BytesIO()
    frame_of(names, rows, table).write_parquet(target)
    return target.getvalue()


def clear_away(folder: Path) -> None:
    """Delete what runs left in a folder that were killed: those whose lock nobody holds."""
    for left in [path for path in folder.iterdir() if path.name.startswith(RUNNING)]:
        with suppress(OSError):
            with (left / LOCK).open("rb+") as lock:
                is_left = is_free(lock)
            if is_left:
                shutil.rmtree(left, ignore_errors=True)


def is_free(lock: BinaryIO) -> bool:
    """Lock a file and say whether nobody held it; the lock goes when the file is closed, or its process has gone."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows alone has it

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has it not

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class Results:
    """A folder for the results of one run. What was there before stays whole until all of the new is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        clear_away(folder)
        self.parts = Path(mkdtemp(prefix=RUNNING, dir=folder))
        self.lock = (self.parts / LOCK).open("wb")
        is_free(self.lock)
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.lock.close()
        shutil.rmtree(self.parts, ignore_errors=True)

    def add(self, game_rows: bytes, seat_rows: bytes) -> None:
        """Keep the rows of the next chunk."""
        for table, rows in zip(TABLES, (game_rows, seat_rows), strict=True):
            (self.parts / f"{table}-{self.count:07}.parquet").write_bytes(rows)
        self.count += 1

    def finish(self, summary: dict[str, Any]) -> None:
        """Join the chunks to one file for each table, and write the summary; then put them in the place of older ones."""
        if self.count == 0:
            return  # nothing was played to its chunk's end: what was there stays
        made = []
        for table in TABLES:
            whole = self.parts / f"{table}.whole"
            chunks = [self.parts / f"{table}-{number:07}.parquet" for number in range(self.count)]
            pl.scan_parquet(chunks, glob=False).sink_parquet(whole, row_group_size=65_536, maintain_order=True)
            made.append((whole, self.folder / f"{table}.parquet"))
        text = self.parts / "summary.whole"
        text.write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")
        made.append((text, self.folder / SUMMARY))
        for source, target in made:
            source.replace(target)
