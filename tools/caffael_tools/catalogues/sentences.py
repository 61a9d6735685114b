"""The sentences of the code: what a catalogue has to hold."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from caffael.resources import PACKAGE

MARKERS = {"caffael.words.language": "words", "caffael.words.sentence": "Sentence"}
"""What marks a sentence that is said later, by the module that it is imported from."""
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the code: its context, its English, its plural where it has one, and the file it stands in."""

    context: str | None
    english: str
    plural: str | None
    file: str

    @property
    def key(self) -> Key:
        """What a catalogue finds it by."""
        return self.context, self.english


def sentences_of(root: Path = PACKAGE) -> list[Sentence]:
    """Every sentence in the code of the package, in the order of its files. A file that is not Python just now is named and left out."""
    found: dict[Key, Sentence] = {}
    for path in sorted(root.rglob("*.py")):
        file = path.relative_to(root.parent).as_posix()
        try:
            said = list(sentences_in(path.read_text(encoding="utf-8"), file))
        except SyntaxError as fault:
            sys.stderr.write(f"{file}, line {fault.lineno}: not read, because it is not Python now ({fault.msg}).\n")
            continue
        for sentence in said:
            first = found.setdefault(sentence.key, sentence)
            if first.plural is None and sentence.plural is not None:
                found[sentence.key] = sentence
    return list(found.values())


def sentences_in(code: str, file: str) -> Iterator[Sentence]:
    """The sentences of one file: what stands in .text(...), .text_in(...), .plural(...), and in the `MARKERS` that it imports.

    Where a `Sentence` is made, what is called a `pattern` is one too.
    """
    tree = ast.parse(code, filename=file)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    marked = {name.name for node in imports for name in node.names if MARKERS.get(node.module or "") == name.name}
    said = [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Assign)]
    for node in sorted(said, key=lambda one: (one.lineno, one.col_offset)):
        arguments = node.args if isinstance(node, ast.Call) else [node.value]
        texts = [argument.value for argument in arguments if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
        if isinstance(node, ast.Assign):
            if texts and "Sentence" in marked and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "pattern":
                yield Sentence(None, texts[0], None, file)
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if texts and (called == "text" or (isinstance(node.func, ast.Name) and node.func.id in marked)):
            yield Sentence(None, texts[0], None, file)
        elif len(texts) >= 2 and called == "text_in":
            yield Sentence(texts[0], texts[1], None, file)
        elif len(texts) >= 2 and called == "plural":
            yield Sentence(None, texts[0], texts[1], file)
