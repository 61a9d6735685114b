"""What the sentences ask of a pack: its cards and the titles it gives them."""

from typing import Protocol

from caffael.rules.records import Cards
from caffael.words.language import Code


class Titled(Protocol):
    """A card with a title in both languages; for a supplier it is its name."""

    def title(self, language: Code, /) -> str:
        """The card's title."""
        ...


class CardTitles(Protocol):
    """The part of a pack that the sentences read; `caffael.scenario.Pack` is one."""

    @property
    def cards(self) -> Cards:
        """The scenario as numbers."""
        ...

    def need(self, index: int, /) -> Titled:
        """A need."""
        ...

    def supplier(self, index: int, /) -> Titled:
        """A supplier; `FRAMEWORK` is the framework's own."""
        ...

    def event(self, index: int, /) -> Titled:
        """An event of the year."""
        ...

    def climate(self, mark: int, /) -> Titled:
        """The climate event of a carbon mark."""
        ...

    def project(self, index: int, /) -> Titled:
        """An innovation project."""
        ...

    def category(self, index: int, /) -> Titled:
        """A category of needs."""
        ...
