"""Fifty whole games by a monkey on the real board: no exception, and no memory that only grows. `python -m tests.soak`."""

import argparse
import gc
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

GAMES = 50
FIRST = 10
"""From this game on all that is kept on purpose, such as drawn cards, is there; memory is compared with its end."""
MORE_PERCENT = 10


def main(arguments: list[str] | None = None) -> int:
    """Play and print; 0 when all went well, 1 with what was done last when something broke or memory grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--games", type=int, default=GAMES, help="how many games (50)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed does the same (1)")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    from caffael_tools.bench import resident_mb

    from tests.monkey import Monkey

    kept: list[float] = []
    with tempfile.TemporaryDirectory(prefix="caffael-soak-") as folder:
        monkey = Monkey(Path(folder), asked.seed)
        for game in range(1, asked.games + 1):
            started = time.perf_counter()
            try:
                monkey.play()
            except Exception:
                print(f"Game {game} broke. Done last:", *monkey.done, sep="\n  ")
                traceback.print_exc()
                return 1
            gc.collect()
            kept.append(resident_mb())
            print(f"game {game}: {time.perf_counter() - started:.1f} s, {kept[-1]:.0f} MB", flush=True)
    if len(kept) <= FIRST:
        return 0
    more = 100 * (kept[-1] - kept[FIRST - 1]) / kept[FIRST - 1]
    print(f"memory after game {len(kept)} against game {FIRST}: {more:+.1f} %")
    return int(more > MORE_PERCENT)


if __name__ == "__main__":
    sys.exit(main())
