"""No circle of imports anywhere in the game: whoever reads one file can read what it stands on, and never comes back to it.

Late imports and those for annotations count. Importing a module from outside its package counts as importing the package's `__init__` too,
because Python runs that first.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from caffael.resources import folder

PACKAGE = "caffael"


def test_no_circle_of_imports_is_anywhere() -> None:
    modules = modules_of(folder("assets").parent / PACKAGE)
    circles = circles_of({name: set(arrows(name, path, modules)) for name, path in modules.items()})
    assert not circles, "\n".join(" -> ".join(circle) for circle in circles)


def test_a_circle_is_found() -> None:
    assert circles_of({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set(), "e": {"e"}}) == [["a", "b", "c"]]


def modules_of(root: Path) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    names = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def arrows(name: str, path: Path, modules: dict[str, Path]) -> Iterator[str]:
    """What a module imports, at its head, late, or for annotations."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports from a place named by dots"
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            wanted = [one if one in modules else str(node.module) for one in inside]
        else:
            continue
        for one in wanted:
            yield from (part for part in with_packages(one) if part in modules and not f"{name}.".startswith(f"{part}."))
            if one in modules and one != name:
                yield one


def with_packages(name: str) -> list[str]:
    """A module and the packages it lies in."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def circles_of(graph: dict[str, set[str]]) -> list[list[str]]:
    """Groups of two or more modules of which each leads to each other, by Tarjan's algorithm."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(graph[name]):
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            at = stack.index(name)
            if len(stack) - at > 1:
                found.append(sorted(stack[at:]))
            del stack[at:]

    for name in sorted(graph):
        if name not in index:
            visit(name)
    return found
