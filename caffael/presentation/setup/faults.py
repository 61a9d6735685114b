"""What is wrong with a pack: every fault with its file, row and column, what stands there, and how to mend it."""

from collections.abc import Iterator, Sequence

from caffael.presentation.blocks import Button, Chip, Group, Page, Text
from caffael.presentation.press import Do, Open
from caffael.scenario import Fault
from caffael.words.language import Language

LONGEST = 60
"""Letters of a value that are shown."""


def faults_page(language: Language, name: str, faults: Sequence[Fault], warnings: Sequence[Fault] = (), *, copied: bool = False) -> Page:
    """The faults of a pack by file, else what is worth a second thought. `copied`: the files that people mend are not those read here."""
    if faults:
        title = language.text("What is wrong with “{name}”", name=name)
        count = language.plural("{n} thing has to be mended.", "{n} things have to be mended.", len(faults))
        mend = language.text("Mend the files in a spreadsheet or a text editor, save them there, then read them again here.")
        if copied:
            mend = language.text("Mend the files in a spreadsheet or a text editor, then open the pack again here.")
        words = f"{count} {mend}"
    else:
        title = language.text("To think about in “{name}”", name=name)
        words = language.text("The game can be played as it is. These things may be worth a second look.")
    buttons = (
        Button("copy", language.text("Copy the list"), Do("copy"), "copy", "plain"),
        Button("open", language.text("Open from a file"), Open("chooser"), "folder")
        if copied
        else Button("read", language.text("Read again"), Do("read"), "redo"),
    )
    groups = (*fault_groups(language, faults, grave=True), *fault_groups(language, warnings, grave=False))
    return Page("faults", title, words, blocks=groups, buttons=buttons)


def fault_groups(language: Language, faults: Sequence[Fault], *, grave: bool) -> Iterator[Group]:
    """The faults of each file."""
    for file in dict.fromkeys(fault.file for fault in faults):
        texts = tuple(
            Text(fault.message.said(language), "bad" if grave else "warn", chips=tuple(fault_chips(language, fault)))
            for fault in faults
            if fault.file == file
        )
        yield Group(file, file or language.text("The pack"), texts)


def fault_chips(language: Language, fault: Fault) -> Iterator[Chip]:
    """Where a fault is, and what stands there."""
    if fault.row is not None:
        yield Chip(fault.row_in(language), "log")
    if fault.column is not None:
        yield Chip(fault.column, "pencil")
    if fault.value:
        value = fault.value if len(fault.value) <= LONGEST else f"{fault.value[:LONGEST]}…"
        yield Chip(language.text("there stands: {value}", value=value))


def faults_text(language: Language, path: str, faults: Sequence[Fault]) -> str:
    """The list as plain text, for somebody else to mend by."""
    return "\n".join([path, "", *(fault.said(language) for fault in faults)]) + "\n"
