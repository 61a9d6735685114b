"""Checks everything: style, types, import layers, words, tests. `python -m tests`; a part of it: `python -m tests types words`."""

import os
import subprocess
import sys
import time

PYTEST = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "--durations", "20"]
CHECKS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "layers": ["lint-imports", "--no-cache"],
    "words": [sys.executable, "-m", "caffael_tools.catalogues", "--check"],
    "board": [*PYTEST, "tests/board"],
    "tests": [*PYTEST, "tests", "--ignore", "tests/board"],
}
APART = {"bounds": [sys.executable, "-m", "caffael_tools.bounds"]}
"""Checks that run only when they are asked for: they install from the package index and take some ten minutes."""
AHEAD = [sys.executable, "-m", "tests.ahead"]
"""Compiles beside the other checks what several tests ask for, so that they find it ready."""


def command_of(words: list[str]) -> list[str]:
    """The command by its path in this environment, so that nothing else on the machine answers."""
    beside = os.path.join(os.path.dirname(sys.executable), words[0])  # noqa: PTH118, PTH120 - the link of the environment, not its target
    for path in (beside, beside + ".exe"):
        if os.path.exists(path):  # noqa: PTH110
            return [path, *words[1:]]
    return words


def main() -> int:
    """Run the checks asked for, or all; 0 when all hold."""
    known = CHECKS | APART
    asked = sys.argv[1:] or list(CHECKS)
    unknown = [name for name in asked if name not in known]
    if unknown:
        print(f"There is no check {unknown[0]!r}; there are: {', '.join(known)}.", file=sys.stderr)
        return 2
    broken = []
    compiling = subprocess.Popen(AHEAD) if "tests" in asked else None
    for name in asked:
        if name == "tests" and compiling is not None:
            compiling.wait()  # several test processes would each compile the same
        started = time.monotonic()
        print(f"== {name}", flush=True)
        if subprocess.run(command_of(known[name]), check=False).returncode != 0:
            broken.append(name)
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
    print(f"Broken: {', '.join(broken)}" if broken else "All checks hold.")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
