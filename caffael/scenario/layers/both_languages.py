"""Texts in both languages when a pack is laid over another: new English never keeps the Welsh of what it replaces.

A pack that writes English anew and no Welsh beside it is shown in English; the Welsh below belonged to another text. One that writes Welsh
anew beside English from below keeps both: nobody's text is lost, but it may be a slip, so it is told. Writing the other language too, even
as it stands below, says that it is none.
"""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from caffael.words.sentence import Sentence

ENGLISH_END = "_en"
WELSH_END = "_cy"


def welsh_name(name: str) -> str:
    """The column or key of the Welsh text beside an English one."""
    return name.removesuffix(ENGLISH_END) + WELSH_END


class Apart(NamedTuple):
    """A text and its translation that no longer belong together: which was written anew, which was not, and whether the latter goes.

    `message` is the warning about the one that was not written; None where there is nothing to say.
    """

    written: str
    other: str
    goes: bool
    message: Sentence | None


def parted(
    under: Mapping[str, object], over: Mapping[str, object], emptied: Container[str] = (), gone: Container[str] = ()
) -> Iterator[Apart]:
    """The texts that part when cells or keys are laid over others; of those over, empty ones change nothing unless they are `emptied`.

    `gone` are Welsh texts that went when a pack in between wrote English.
    """
    for english in [name for name in over if name.endswith(ENGLISH_END)]:
        welsh = welsh_name(english)
        if welsh in emptied or over.get(welsh):
            continue
        if english in emptied:
            yield Apart(english, welsh, True, None)
        elif is_new(over[english], under.get(english)) and (under.get(welsh) or welsh in gone):
            pattern = (
                "The English is new here and no Welsh stands beside it, so the Welsh of what it replaces is left out and English is shown "
                "in its place; write {name}."
            )
            yield Apart(english, welsh, True, Sentence(pattern, name=welsh))
    for welsh in [name for name in over if name.endswith(WELSH_END)]:
        english = welsh.removesuffix(WELSH_END) + ENGLISH_END
        if under.get(english) and under.get(welsh) and is_new(over[welsh], under.get(welsh)) and not over.get(english):
            pattern = "The Welsh is new here, but the English is still that of what it replaces; write {name} too, if only as it is."
            yield Apart(welsh, english, False, Sentence(pattern, name=english))


def is_new(text: object, before: object) -> bool:
    """Whether a text is there and says other words than the one before it."""
    return isinstance(text, str) and bool(text.strip()) and (not isinstance(before, str) or text.split() != before.split())
