"""`python -m tests.layouts`: every kind of screen in both languages at every size, as a list of what has no room."""

import argparse
import os
import sys
import tempfile

SIZES = {"768": (1024, 768), "portrait": (768, 1024), "720": (1280, 720), "1080": (1920, 1080), "2160": (3840, 2160)}
PACKS = ("first-steps", "smarter-spending", "future-generations")


def main() -> int:
    """0 when everything has room, 1 when not."""
    parser = argparse.ArgumentParser(description="Lays out every kind of screen and lists what has no room.")
    parser.add_argument("packs", nargs="*", default=list(PACKS))
    parser.add_argument("--sizes", nargs="*", choices=list(SIZES), default=list(SIZES))
    parser.add_argument("--texts", nargs="*", type=float, default=[1.0, 1.25, 1.5, 1.75])
    parser.add_argument("--codes", nargs="*", choices=["en", "cy"], default=["en", "cy"])
    parser.add_argument("--only", default="", help="only stops whose name holds this expression")
    asked = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    found = 0
    with tempfile.TemporaryDirectory(prefix="caffael-") as folder:
        os.environ["CAFFAEL_SETTINGS"] = folder
        from tests.layouts.stops import Rounds, walk

        for pack in asked.packs:
            rounds = Rounds([SIZES[size] for size in asked.sizes], asked.texts, asked.codes, only=asked.only)
            walk(pack, rounds)
            for stop, faults in rounds.faults.items():
                for fault, ways in faults.items():
                    more = f" and {len(ways) - 1} more" if len(ways) > 1 else ""
                    print(f"{pack} {stop}: {fault} ({ways[0]}{more})")
                    found += 1
            print(f"{pack}: looked at {rounds.looked} pictures in {rounds.seconds:.0f} s.", file=sys.stderr, flush=True)
    print(f"{found} faults" if found else "Everything has room.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
