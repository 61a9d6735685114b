"""A plain sentence that is said where it is found, and told in the reader's language where it is read."""

from collections.abc import Callable
from typing import Self

from caffael.words.language import Language


class Sentence(str):
    """A plain sentence in English that still knows its pattern and values, so that it can be said in another language too.

    A value may be a sentence itself: it is said in the same language. Whole numbers are written with their thousands marked.
    """

    pattern: str
    many: str | None
    """The pattern of more than one, where the sentence turns on its value `n`."""
    values: dict[str, "str | int | Sentence"]

    def __new__(cls, pattern: str, **values: "str | int | Sentence") -> Self:
        """Fill the values into the pattern."""
        return cls._made(pattern, None, values)

    @classmethod
    def plural(cls, singular: str, plural: str, n: int, **values: "str | int | Sentence") -> Self:
        """A sentence that turns on the number n, which may stand in it as {n}."""
        return cls._made(singular, plural, {"n": n, **values})

    @classmethod
    def _made(cls, pattern: str, many: str | None, values: dict[str, "str | int | Sentence"]) -> Self:
        made = super().__new__(cls, _told(ENGLISH, pattern, many, values))
        made.pattern, made.many, made.values = pattern, many, values
        return made

    def with_values(self, change: Callable[[str], str]) -> Self:
        """The same sentence, in which every value that is a text is changed."""

        def changed(value: "str | int | Sentence") -> "str | int | Sentence":
            if isinstance(value, Sentence):
                return value.with_values(change)
            return change(value) if isinstance(value, str) else value

        return self._made(self.pattern, self.many, {name: changed(value) for name, value in self.values.items()})

    def said(self, language: Language) -> str:
        """The sentence in a language."""
        return _told(language, self.pattern, self.many, self.values)


class InBoth(Sentence):
    """A text that was written in both languages, as the title of a card is; English stands in for Welsh that is not there."""

    welsh: str

    def __new__(cls, english: str, welsh: str = "") -> Self:
        """Take the text as it is; braces in it are no values."""
        made = str.__new__(cls, english)
        made.welsh = welsh or english
        return made

    def with_values(self, change: Callable[[str], str]) -> Self:
        """The same text, changed in both languages."""
        return type(self)(change(str(self)), change(self.welsh))

    def said(self, language: Language) -> str:
        """The text in a language."""
        return self.welsh if language.code == "cy" else str(self)


def said(text: str, language: Language) -> str:
    """A text in a language: a `Sentence` is told in it, any other text stays as it is."""
    return text.said(language) if isinstance(text, Sentence) else text


def _told(language: Language, pattern: str, many: str | None, values: dict[str, str | int | Sentence]) -> str:
    filled = {name: said(value, language) if isinstance(value, str) else value for name, value in values.items()}
    if many is None:
        return language.text(pattern, **filled)
    n = filled.pop("n")
    assert isinstance(n, int)
    return language.plural(pattern, many, n, **filled)


ENGLISH = Language("en")
