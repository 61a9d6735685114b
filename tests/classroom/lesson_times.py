"""How many minutes a lesson takes, by a virtual clock: `python -m tests.classroom.lesson_times --games 60`."""

import argparse
import statistics
import sys

from caffael.scenario import load_pack
from tests.classroom.lesson.clock import MODES, Lesson


def minutes(mode: str, games: int, first: int = 1) -> list[float]:
    """The minutes of lessons in one of the ways, shortest first."""
    pack = load_pack("sealed" if mode == "sealed" else "smarter-spending", 3)
    return sorted(Lesson(pack, mode, seed).play() for seed in range(first, first + games))


def main() -> int:
    """Tell the medians, and under what nine in ten stay."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=60)
    asked = parser.parse_args()
    for mode in MODES:
        took = minutes(mode, asked.games)
        print(f"{mode}: median {statistics.median(took):.0f} min, nine in ten under {took[(9 * len(took)) // 10]:.0f} min", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
