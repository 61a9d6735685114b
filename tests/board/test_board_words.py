"""Board and presentation say nothing of their own: every word that is shown comes from the catalogues or from the pack."""

import ast
import re
from collections.abc import Iterator

import pytest
from caffael_tools.catalogues import PLACE, forms, read

from caffael.presentation.setup.seating import TEAM_NAMES
from caffael.resources import PACKAGE, folder
from caffael.words.language import CODES, Language

PARTS = (PACKAGE / "board", PACKAGE / "presentation")
NOT_SHOWN = ("options.py", "autoplay.py")
"""These answer the command line, which is English."""

# Which places of a call are shown or read out: by number for what stands without a name, else by name.
SHOWN: dict[str, tuple[int, ...]] = {
    "Words": (1,),
    "Heading": (1,),
    "Button": (1,),
    "Card": (1,),
    "Slider": (1,),
    "ListBox": (1,),
    "OneOf": (1,),
    "Field": (1, 3),
    "Option": (1,),
    "Dialog": (2,),
    "Toast": (0,),
    "words": (0,),
    "paragraph": (0,),
    "say": (0,),
}
NAMED = {"label", "words", "title", "line", "detail", "why", "more", "said", "hint", "why_low", "why_high"}
FROM_THE_CATALOGUE = {"text", "text_in", "plural"}
PROPER = re.compile(r"English|Cymraeg|Caffael")
SENTENCE = re.compile(r"^[A-Z][^<>{}=]*[a-z] [a-zA-Z]|^[A-Za-z][^<>{}=]* [^<>{}=]+ [a-z]+[.!?…]$")

SAME_IN_BOTH = {
    "carbon: {change}",
    "Tab",
    "Enter",
    "Esc",
    "F1",
    "F2",
    "F10",
    "F11",
    "Ctrl Z",
    "Ctrl Y",
    "Carbon",
    "{n} bot",
    "Cost",
    "Contract",
    "{n}, partner {other}",
    "map_column {column}, map_row {row}",
}
"""Keys by what is printed on them, names of columns, and words that Welsh has too."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(path for part in PARTS for path in part.rglob("*.py")):
        if path.name not in NOT_SHOWN:
            yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""


def literals(node: ast.expr) -> Iterator[str]:
    """The letters an expression shows that stand in the code: in both branches of a choice, in sums, in formatted pieces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for piece in node.values:
            yield from literals(piece)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)
    elif isinstance(node, ast.BoolOp | ast.Tuple | ast.List):
        for part in node.values if isinstance(node, ast.BoolOp) else node.elts:
            yield from literals(part)


def marks(node: ast.Call) -> bool:
    """Whether a call only marks words for the catalogue, as `words("...")` of `caffael.words.language` does, or finds what a page says."""
    return (isinstance(node.func, ast.Name) and node.func.id == "words") or ast.unparse(node.func) in ("self.words", "page.words")


def shown_literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SHOWN and not marks(node):
            places = [node.args[place] for place in SHOWN[called(node)] if place < len(node.args)]
            for given in (*places, *(keyword.value for keyword in node.keywords if keyword.arg in NAMED)):
                for words in literals(given):
                    if re.search(r"[^\W\d_]", words) and not PROPER.fullmatch(words):
                        yield node.lineno, words


def prose(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Whole sentences of the code that are not asked of a catalogue: neither marked, nor docstrings, nor said to programmers."""
    known: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            known.add(id(node.value))
        elif isinstance(node, ast.Raise | ast.Assert):
            known.update(id(part) for part in ast.walk(node))
        elif isinstance(node, ast.Call) and (called(node) in FROM_THE_CATALOGUE or marks(node)):
            known.update(id(part) for argument in node.args for part in ast.walk(argument))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known and SENTENCE.search(node.value):
            yield node.lineno, node.value


def test_no_literal_of_the_code_is_shown() -> None:
    found = [f"{name}, line {line}: {words!r}" for name, tree in modules() for line, words in shown_literals(tree)]
    assert not found, "Say these through session.text:\n" + "\n".join(found)


def test_no_sentence_of_the_code_is_kept_from_the_catalogues() -> None:
    names = {name for row in TEAM_NAMES for name in row} | {"Sustainable Hackney, "}
    found = [f"{name}, line {line}: {words!r}" for name, tree in modules() for line, words in prose(tree) if words not in names]
    assert not found, "Say these through session.text:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "Button(box, 'Go on', go)",
        "Words(box, session.text('One.') if one else 'Two')",
        "painter.words(f'{n} days', at)",
        "Button(box, label, go, why='Not now.')",
        "Option('key', label, detail='by hand')",
        "session.app.say('All is well.')",
    ],
)
def test_a_literal_that_is_shown_would_be_noticed(code: str) -> None:
    assert list(shown_literals(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["Button(box, session.text('Go on'), go, name='go')", "painter.words(f'{n} · {price}', at)", "x.words('£1', at)"]
)
def test_what_is_asked_of_a_catalogue_and_bare_figures_are_no_literal(code: str) -> None:
    assert not list(shown_literals(ast.parse(code)))


def test_a_sentence_kept_in_a_constant_would_be_noticed() -> None:
    assert list(prose(ast.parse("WHY = 'There is no money left.'")))
    assert not list(prose(ast.parse("WHY = words('There is no money left.')")))


def test_no_welsh_sentence_is_its_english() -> None:
    same: list[str] = []
    for message in read(folder("assets") / PLACE / "caffael.po"):
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        bare = re.sub(r"\{\w*\}", "", english[0])
        if message.id and english[0] not in SAME_IN_BOTH and re.search(r"[^\W\d_]", bare):
            same.extend(form for form in forms(message) if form in english or not form.strip())
    assert not same


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_can_be_put_together(code: str) -> None:
    """A value named wrongly in one language would end a game in the middle; every form of every sentence is filled in once."""
    language = Language(code)  # type: ignore[arg-type]
    for message in read(folder("assets") / PLACE / "caffael.po"):
        if not message.id or not forms(message):
            continue
        values = dict.fromkeys(re.findall(r"\{(\w+)\}", message.id if isinstance(message.id, str) else message.id[1]), 3)
        if isinstance(message.id, str):
            said = language.text_in(message.context, message.id, **values) if message.context else language.text(message.id, **values)
            assert said and "{" not in said
        else:
            one, many = message.id
            for n in (0, 1, 2, 3, 6, 4, 7):
                assert "{" not in language.plural(one, many, n, **{name: value for name, value in values.items() if name != "n"})
