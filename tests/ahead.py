"""What several tests ask for, compiled ahead: `python -m tests.ahead`. Each kind is kept by what it was made from.

Bulk play, the rules as they are played both ways, and tables for learners; and the bytecode of the board in a browser, where there is node.
"""

import subprocess
import sys
import tempfile

from caffael.simulation.play.laboratory import Laboratory
from caffael.simulation.research.vector_env import CouncilVectorEnv
from tests.both_ways import BothWays
from tests.small_table import small_cards


def get_rules_ready() -> None:
    """Compile bulk play, and the rules as they are played both ways."""
    Laboratory(1, quiet=True).compile()
    BothWays(small_cards()).play(0, 2, 0)


def get_learners_ready() -> None:
    """Compile what lays and steps many tables for learners."""
    tables = CouncilVectorEnv(1)
    _, told = tables.reset(seed=0)
    tables.step(told["action_mask"].argmax(axis=1))
    tables.close()


def get_browser_ready() -> None:
    """Make the folder for browsers once; what it is made from is kept. Where that can't be done here, its tests say why."""
    with tempfile.TemporaryDirectory(prefix="caffael-web-") as folder:
        command = [sys.executable, "-m", "caffael", "web", "build", "--out", f"{folder}/site"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    get_rules_ready()
    get_learners_ready()
    get_browser_ready()
