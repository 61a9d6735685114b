"""A laboratory for tests: it plays in this process and shows nothing. It can be told to be stopped, as by Ctrl-C, in a certain run."""

from dataclasses import replace

from caffael.simulation.play.laboratory import Laboratory, Outcome
from caffael.simulation.play.results import Results
from caffael.simulation.play.runs import Run


class TestLaboratory(Laboratory):
    """Notes every run that it plays."""

    __test__ = False

    def __init__(self, stop_in: int | None = None) -> None:
        super().__init__(1, quiet=True)
        self.stop_in = stop_in
        self.runs: list[Run] = []

    def play(self, run: Run, what: str = "playing", results: Results | None = None) -> Outcome:
        """Play, or be stopped halfway through the run with the number `stop_in`."""
        self.runs.append(run)
        if len(self.runs) - 1 == self.stop_in:
            return replace(super().play(replace(run, games=run.games // 2), what, results), stopped=True)
        return super().play(run, what, results)
