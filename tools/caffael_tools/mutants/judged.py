"""Mutants that change nothing anybody could see, judged by people: `tests/rules/equivalent.toml`."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

JUDGED = Path("tests/rules/equivalent.toml")
"""Where the judgements stand, from the root of the checkout."""


@dataclass(frozen=True)
class Change:
    """What a mutant changes: the function as `module.name`, and the lines that differ, without their margins."""

    function: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.function}\n    - {self.before}\n    + {self.after}"


def functions_of(code: str) -> dict[str, str]:
    """The text of every function and method of a file without its name, by its name."""
    lines = code.splitlines()
    body = ast.parse(code).body
    inner = [node for kind in body if isinstance(kind, ast.ClassDef) for node in kind.body]
    texts: dict[str, str] = {}
    for node in body + inner:
        if isinstance(node, ast.FunctionDef):
            texts[node.name] = "\n".join(lines[node.lineno - 1 : node.end_lineno]).strip().removeprefix(f"def {node.name}")
    return texts


def change_of(function: str, before: str, after: str) -> Change:
    """The lines in which two texts of a function differ; lines of one statement are joined by a space."""
    old = [line.strip() for line in before.splitlines()]
    new = [line.strip() for line in after.splitlines()]
    parts = [code for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if code[0] != "equal"]
    return Change(
        function,
        " ".join(line for _, first, last, _, _ in parts for line in old[first:last]),
        " ".join(line for _, _, _, first, last in parts for line in new[first:last]),
    )


def read_judged(root: Path) -> dict[Change, str]:
    """Every change that is judged to be none, with the reason."""
    return dict(entries(root))


def entries(root: Path) -> Iterator[tuple[Change, str]]:
    """The judgements one by one, as they stand in the file: an entry may name several changes of one line."""
    for entry in tomllib.loads((root / JUDGED).read_text("utf-8"))["equivalent"]:
        for after in entry["after"]:
            yield Change(entry["function"], entry["before"], after), entry["reason"]
