"""What is printed, in one language or in both side by side."""

from collections.abc import Callable, Sequence

from caffael.scenario.wording import Words
from caffael.words.language import Code, Edition, Language, Value

BETWEEN = " / "


class Tongues:
    """One or two languages that say the same; numbers are written alike in both."""

    def __init__(self, codes: Sequence[Code], edition: Edition) -> None:
        self.languages = [Language(code, edition) for code in codes]
        self.edition = edition

    @property
    def first(self) -> Language:
        """The language that numbers are written in."""
        return self.languages[0]

    @property
    def both(self) -> bool:
        """Whether there are two."""
        return len(self.languages) > 1

    def alone(self) -> "list[Tongues]":
        """Each language by itself, for pages of prose."""
        return [Tongues([language.code], self.edition) for language in self.languages]

    def text(self, msgid: str, **values: Value) -> str:
        """A short sentence; in both languages with a stroke between them."""
        return self.say(lambda language: language.text(msgid, **values))

    def words(self, words: Words) -> str:
        """A name or title of the pack, likewise."""
        return self.say(lambda language: words(language.code))

    def story(self, words: Words) -> str:
        """A longer text of the pack, the languages below one another."""
        return self.tell(lambda language: words(language.code))

    def say(self, said: Callable[[Language], str]) -> str:
        """What is said in each language, with a stroke between, once where it is the same."""
        return BETWEEN.join(dict.fromkeys(said(language) for language in self.languages))

    def tell(self, told: Callable[[Language], str]) -> str:
        """What is told in each language, below one another."""
        return "\n".join(dict.fromkeys(told(language) for language in self.languages))
