"""Walk through an XML file from a stranger: no document types, no entities, no endless nesting, no endless number of elements."""

from xml.parsers import expat

from caffael.words.sentence import Sentence

MOST_DEPTH = 30
"""How deep elements lie in each other. A workbook has about eight levels."""
MOST_ELEMENTS = 100_000
"""Elements of a file: two or three for each cell, in a deck of a few thousand cells."""
Attributes = dict[str, str]


DAMAGED = Sentence("The workbook is damaged")
NOT_UTF8 = Sentence("The workbook is not written in UTF-8")
TOO_DEEP = Sentence("The workbook is nested too deep")
TOO_MANY = Sentence("The workbook has far too many cells")
TYPED = Sentence("The workbook has a document type, which no spreadsheet writes")


class WorkbookError(Exception):
    """A workbook that is not read; `sentence` is the reason, without its point."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Walk:
    """What is noted on the way: begin, text and end of each element, without the prefix of its name."""

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def text(self, text: str) -> None:
        """Text within the element."""

    def end(self, name: str) -> None:
        """An element ends."""


def walk(data: bytes, notes: Walk) -> None:
    """Go through an XML file in UTF-8. Raises WorkbookError, and what the notes raise."""
    if b"\0" in data:
        raise WorkbookError(NOT_UTF8)
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    depth = count = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > MOST_DEPTH or count > MOST_ELEMENTS:
            raise WorkbookError(TOO_DEEP if depth > MOST_DEPTH else TOO_MANY)
        notes.begin(local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        notes.end(local(name))

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = notes.text
    parser.StartDoctypeDeclHandler = refuse_types
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise WorkbookError(DAMAGED) from None


def refuse_types(*_: object) -> None:
    """No workbook has a document type; its entities could stand for texts without end."""
    raise WorkbookError(TYPED)


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]
