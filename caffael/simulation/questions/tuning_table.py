"""A tuning on the terminal."""

from rich.console import Console
from rich.table import Table

from caffael.simulation.questions.balance import Verdict
from caffael.simulation.questions.balance_table import bounds, written
from caffael.simulation.questions.tuning import Tuned, shortfall


def print_tuned(result: Tuned) -> None:
    """What changed, and every bar before and after."""
    console = Console()
    if not result.before:
        console.print("Stopped before the scenario as it is was measured.")
        return
    if result.held:
        console.print(f"All {len(result.before)} figures hold as it is; there is nothing to tune.")
        return
    if result.changes:
        print_changes(console, result)
    print_bars(console, result)
    for sentence in sentences(result):
        console.print(sentence)


def print_changes(console: Console, result: Tuned) -> None:
    """The numbers that changed."""
    table = Table("Number", "As it is", "Tuned")
    for its, place in zip(result.tuning.ranges, result.best or (), strict=True):
        if its.name in result.changes:
            table.add_row(its.name, its.present_text, its.text(place))
    console.print(table)


def print_bars(console: Console, result: Tuned) -> None:
    """Every figure before, and after where it was measured."""
    table = Table("Bar", "Of", "Wanted", "Before", "", *(("After", "") if result.after else ()))
    for pair in pairs(result):
        one = pair[0] or pair[1]
        if one is None:
            continue
        things = dict.fromkeys(verdict.thing for verdict in pair if verdict is not None)
        row = [one.bar.title_en, ", then ".join(things), bounds(one)]
        for verdict in pair if result.after else pair[:1]:
            row += ["", "not there"] if verdict is None else [written(verdict, verdict.figure.value), holds(verdict)]
        table.add_row(*row)
    console.print(table)


def pairs(result: Tuned) -> list[tuple[Verdict | None, Verdict | None]]:
    """Each figure before and after. What a bar with one figure is about may change; others are matched by it."""
    found: list[tuple[Verdict | None, Verdict | None]] = []
    for bar in result.tuning.bars:
        before, after = ({verdict.thing: verdict for verdict in side if verdict.bar.id == bar.id} for side in (result.before, result.after))
        if len(before) == len(after) == 1:
            found += zip(before.values(), after.values(), strict=True)
        else:
            found += [(before.get(thing), after.get(thing)) for thing in before | after]
    return found


def holds(verdict: Verdict) -> str:
    """Whether a bar holds, in words."""
    return "[green]holds[/green]" if verdict.holds else "[bold red]falls short[/bold red]"


def sentences(result: Tuned) -> list[str]:
    """What the search came to."""
    refused = f"; {result.refused} of them made no sound scenario" if result.refused else ""
    found = [f"{result.trials} settings were tried{refused}."]
    if result.stopped:
        found.append("Stopped early; this is the best so far.")
    if result.again:
        found.append(
            f"Measured again with other deals than those of the search, the bars fall short by {shortfall(result.before):.3f} as it is "
            f"and by {shortfall(result.after):.3f} tuned (each figure's distance from its bounds, over their width)."
        )
    else:
        found.append(f"With the deals of the search the bars fall short by {result.start:.3f} as it is, and by {result.least:.3f} at best.")
    if not result.better:
        found.append("Nothing better was found; try wider ranges, other numbers or more --trials.")
    return found
