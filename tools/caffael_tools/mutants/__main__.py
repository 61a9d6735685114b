"""The command: `python -m caffael_tools.mutants`, from the root of the checkout.

    python -m caffael_tools.mutants                # all of caffael/rules
    python -m caffael_tools.mutants year tender    # these modules only
    python -m caffael_tools.mutants --judged       # those that are judged equivalent are tried too, to see that none is noticed

mutmut writes the mutants into a scratch copy, so that the checkout stays as it is; `trial.py` runs the tests of `tests/rules` against
each. Exit code 1 when fewer than 97 % of those that are not judged equivalent are noticed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from caffael_tools.mutants.judged import Change, change_of, functions_of, read_judged
from caffael_tools.mutants.trial import DIED, SURVIVED

ENOUGH = 97
"""Per cent of the mutants that are not equivalent which the tests must notice."""
RULES = Path("caffael/rules")
COPIED = ("caffael", "assets", "scenarios", "tools", "docs", "tests", "README.md", "LICENSE", "pyproject.toml")
TESTS = (
    *("tests/rules", "--rootdir=.", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", "no:unraisableexception"),
    # Mutated rules import mutmut, and are no texts to look lines up in.
    *("--deselect", "tests/rules/test_chance.py::test_2_8_the_rules_need_nothing_but_the_standard_library"),
    *("--ignore", "tests/rules/test_equivalent.py"),
)
EQUIVALENT = "equivalent"
RUN = "import sys, pytest; from caffael_tools.mutants.trial import Trial; from pathlib import Path; \
sys.exit(pytest.main(sys.argv[3:], [Trial(Path(sys.argv[1]), int(sys.argv[2]))]))"


def write_mutants(scratch: Path, modules: Sequence[str]) -> dict[tuple[str, str], Change]:
    """Write mutants of these modules into the scratch copy; what each changes, by its function (`module.name`) and number."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    changes: dict[tuple[str, str], Change] = {}
    for path in (RULES / f"{module}.py" for module in modules):
        code = mutate_file_contents(str(path), path.read_text("utf-8")).code
        (scratch / path).write_text(code, "utf-8")
        texts = functions_of(code)
        for name, text in texts.items():
            short, _, number = name.rpartition("__mutmut_")
            if short and number != "orig":
                function = f"{path.stem}.{short.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"
                changes[function, number] = change_of(function, texts[f"{short}__mutmut_orig"], text)
    return changes


def try_mutants(scratch: Path, equivalent: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Try the mutants in the scratch copy, but not those; what became of each, by function and number."""
    results = scratch / "results.jsonl"
    results.write_text("".join(json.dumps([*mutant, EQUIVALENT]) + "\n" for mutant in equivalent), "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(scratch), str(scratch / "tools"), *filter(None, sys.path)])}
    command = [sys.executable, "-c", RUN, str(results), str(os.cpu_count() or 1), *TESTS]
    subprocess.run(command, cwd=scratch, env=environment, check=True)  # noqa: S603 - our own Python
    return {(function, number): fate for function, number, fate in map(json.loads, results.read_text("utf-8").splitlines())}


def report(fates: dict[tuple[str, str], str], changes: dict[tuple[str, str], Change], judged: dict[Change, str]) -> bool:
    """Print the figures of each module and what survives unjudged; whether enough is noticed."""
    counts: dict[str, Counter[str]] = {}
    left: list[Change] = []
    for (function, number), fate in fates.items():
        count = counts.setdefault(function.partition(".")[0], Counter())
        change = changes[function, number]
        if fate == EQUIVALENT or (fate == SURVIVED and change in judged):
            count["equivalent"] += 1
        elif fate != SURVIVED:
            count["noticed"] += 1
            count["died"] += fate == DIED
            if change in judged:
                print(f"Judged equivalent, and yet noticed: {change}")
        else:
            count["survive"] += 1
            left.append(change)
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    print(f"{'module':12}{'mutants':>9}{'noticed':>9}{'equivalent':>12}{'survive':>9}")
    for module, count in [*sorted(counts.items()), ("all", total)]:
        print(f"{module:12}{count.total() - count['died']:9}{count['noticed']:9}{count['equivalent']:12}{count['survive']:9}")
    for change in left:
        print(change)
    wanted = total["noticed"] + total["survive"]
    share = 100 * total["noticed"] / max(wanted, 1)
    print(f"Noticed: {share:.1f} % of {wanted} mutants that are not judged equivalent; {total['died']} of them took a process down.")
    return total["noticed"] * 100 >= wanted * ENOUGH


def main(arguments: list[str] | None = None) -> int:
    """Write the mutants, try them, print what was found."""
    parser = argparse.ArgumentParser(prog="python -m caffael_tools.mutants", description="Which changes of a rule does no test notice?")
    parser.add_argument("modules", nargs="*", help="modules of caffael/rules, such as year; without any: all")
    parser.add_argument("--judged", action="store_true", help="try those that are judged equivalent too")
    asked = parser.parse_args(arguments)
    if find_spec("mutmut") is None:
        parser.error('this needs mutmut; run: pip install -e ".[test,mutants]"')
    modules: list[str] = asked.modules or sorted(path.stem for path in RULES.glob("*.py"))
    for module in modules:
        if not (RULES / f"{module}.py").is_file():
            parser.error(f"{RULES / module}.py is not there; run this from the root of the checkout.")
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name in COPIED:
            path = Path(name)
            if path.is_dir():
                shutil.copytree(path, scratch / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(path, scratch / name)
        changes = write_mutants(scratch, modules)
        judged = read_judged(Path())
        fates = try_mutants(scratch, [] if asked.judged else [mutant for mutant, change in changes.items() if change in judged])
    return 0 if report(fates, changes, judged) else 1


if __name__ == "__main__":
    sys.exit(main())
