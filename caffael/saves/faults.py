"""What can go wrong with a recorded game, said in one plain sentence."""

from typing import Self

from caffael.words.language import Language


class Sentence(str):
    """A plain sentence in English that still knows its pattern and values, so that it can be said in another language too."""

    pattern: str
    values: dict[str, str | int]

    def __new__(cls, pattern: str, **values: str | int) -> Self:
        """Fill the values into the pattern."""
        made = super().__new__(cls, pattern.format(**values))
        made.pattern = pattern
        made.values = values
        return made

    def said(self, language: Language) -> str:
        """The sentence in a language."""
        return language.text(self.pattern, **self.values)


class RecordError(Exception):
    """A record that can't be read, played again or continued; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class EmptyRecordError(RecordError):
    """A file whose first line was never finished: no game was begun in it."""
