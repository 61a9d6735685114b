"""Workers end with the process that hired them, however it ended."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil

TOP = Path(__file__).parents[2]
PROGRAM = """
import time
from caffael.simulation.play.workforce import Processes

if __name__ == "__main__":
    with Processes(1) as workforce:
        print(next(iter(workforce.pool._processes)), flush=True)
        time.sleep(600)
"""


def ended(pid: int) -> bool:
    """Whether a process has ended."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def test_a_worker_goes_when_its_parent_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "hire.py"
    program.write_text(PROGRAM)
    surroundings = {**os.environ, "PYTHONPATH": str(TOP)}
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True, env=surroundings) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert not ended(worker)
        parent.kill()
    for _ in range(300):
        if ended(worker):
            return
        time.sleep(0.1)
    psutil.Process(worker).kill()
    raise AssertionError("the worker stayed behind")
