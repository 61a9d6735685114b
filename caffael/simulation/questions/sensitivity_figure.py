"""A sensitivity analysis as a figure."""

from matplotlib import rc_context
from matplotlib.figure import Figure as Drawing

from caffael.simulation.questions.figures import COLOURS, MARKS, STYLE, drawn, put_names
from caffael.simulation.questions.sensitivity import Sensitivity
from caffael.simulation.questions.sensitivity_table import HEADINGS


def sensitivity_figure(result: Sensitivity, kind: str = "svg") -> bytes:
    """For each outcome (a row) how much each number matters, with the sampling interval."""
    names = [its.name for its in result.experiment.ranges]
    with rc_context(STYLE):
        drawing = Drawing(figsize=(7.5, (0.9 + 0.4 * len(names)) * len(result.indices) + 0.9), layout="constrained")
        places = drawing.subplots(len(result.indices), 1, squeeze=False)
        for row, (outcome, indices) in enumerate(result.indices.items()):
            axes = places[row][0]
            for number, (measure, interval) in enumerate(result.drawn):
                shift = 0.15 * (2 * number - len(result.drawn) + 1)
                values = [its[measure] or 0.0 for its in indices]
                halves = [its[interval] or 0.0 for its in indices]
                look = {"fmt": MARKS[number], "color": COLOURS[number], "capsize": 3, "label": HEADINGS[measure]}
                axes.errorbar(values, [place + shift for place in range(len(names))], xerr=halves, **look)
            put_names(axes, names)
            axes.set_title(outcome, fontsize=10, loc="left")
            axes.legend(fontsize=8, frameon=False, loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2)
        experiment = result.experiment
        heading = f"{experiment.scenario}: {', '.join(experiment.bots)}\n{result.method}, {experiment.games:,} games at each setting"
        drawing.suptitle(heading, fontsize=11)
        return drawn(drawing, kind)
