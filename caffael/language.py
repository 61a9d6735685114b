"""The two languages of the game: its sentences, its plurals, and how money, carbon and numbers are written.

An English sentence is its own key; the Welsh one stands beside it in assets/locale/cy/LC_MESSAGES/caffael.po. Values have names in
braces and stand where neither language must change them (after a colon, between quotation marks, as the subject of a verb).
"""

import gettext
from typing import Literal

from caffael.resources import folder

Code = Literal["en", "cy"]
CODES: tuple[Code, ...] = ("en", "cy")
DOMAIN = "caffael"
NAMES = {"en": "English", "cy": "Cymraeg"}
SPACE = "\u00a0"
"""Keeps a number and its unit on one line."""
MINUS = "\u2212"

Value = str | int
"""What stands in a sentence; a whole number is written with its thousands marked."""


def words(msgid: str) -> str:
    """The same sentence: marks one in a table, to be said later with `text`, so that the catalogue holds it."""
    return msgid


class Language:
    """One language; English and Welsh are equals. Raises ValueError for any other code."""

    __slots__ = ("_catalogue", "code", "name")

    def __init__(self, code: Code) -> None:
        if code not in CODES:
            raise ValueError(f"Caffael speaks English ('en') and Welsh ('cy'), not {code!r}.")
        self.code: Code = code
        self.name = NAMES[code]
        self._catalogue = gettext.NullTranslations()
        if code != "en":
            self._catalogue = gettext.translation(DOMAIN, folder("assets") / "locale", languages=[code])

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def text(self, msgid: str, **values: Value) -> str:
        """A sentence in this language, its {named} values filled in. One without a translation is said in English."""
        return self._fill(self._catalogue.gettext(msgid), values)

    def plural(self, singular: str, plural: str, n: int, **values: Value) -> str:
        """A sentence that turns on the number n, which may stand in it as {n}. Welsh has six forms."""
        return self._fill(self._catalogue.ngettext(singular, plural, abs(n)), {"n": n, **values})

    def text_in(self, context: str, msgid: str, **values: Value) -> str:
        """A sentence whose English is said in two ways in Welsh; the context tells which is meant."""
        return self._fill(self._catalogue.pgettext(context, msgid), values)

    def _fill(self, sentence: str, values: dict[str, Value]) -> str:
        if not values:
            return sentence
        return sentence.format(**{name: self.number(value) if isinstance(value, int) else value for name, value in values.items()})

    def number(self, number: int) -> str:
        """A whole number: 2,180 or −7. Both languages write numbers alike."""
        return f"{number:,}".replace("-", MINUS)

    def signed(self, number: int) -> str:
        """A change: +2, −1, 0."""
        return f"+{self.number(number)}" if number > 0 else self.number(number)

    def percent(self, percent: int) -> str:
        """A percentage: 40 %."""
        return f"{self.number(percent)}{SPACE}%"

    def signed_percent(self, percent: int) -> str:
        """A change in per cent: +4 %, −8 %."""
        return f"{self.signed(percent)}{SPACE}%"

    def score(self, total: int) -> str:
        """A weighted total of an assessment (100,000 to the point) in points: 73.4."""
        return tenths(divided(total, 10_000), keep=True)

    def money(self, pounds: int) -> str:
        """Pounds in short: £950, £1.5k, £84k, £412k, £1.2m, −£25k."""
        size = abs(pounds)
        if size < 1_000:
            short = f"£{size}"
        elif size < 9_950:
            short = f"£{tenths(divided(size, 100))}k"
        elif size < 999_500:
            short = f"£{divided(size, 1_000)}k"
        else:
            short = f"£{tenths(divided(size, 100_000))}m"
        return MINUS + short if pounds < 0 else short

    def signed_money(self, pounds: int) -> str:
        """A change of pounds in short: +£50k, −£25k."""
        return f"+{self.money(pounds)}" if pounds > 0 else self.money(pounds)

    def money_exact(self, pounds: int) -> str:
        """Pounds to the pound: £412,350."""
        exact = f"£{abs(pounds):,}"
        return MINUS + exact if pounds < 0 else exact

    def carbon(self, kilograms: int) -> str:
        """Carbon in tonnes of CO2e, below 100 kg in kilograms: 2,180 t, 84 t, 0.4 t, 40 kg."""
        size = abs(kilograms)
        if size == 0:
            short = f"0{SPACE}t"
        elif size < 100:
            short = f"{size}{SPACE}kg"
        elif size < 9_950:
            short = f"{tenths(divided(size, 100))}{SPACE}t"
        else:
            short = f"{divided(size, 1_000):,}{SPACE}t"
        return MINUS + short if kilograms < 0 else short


def divided(number: int, by: int) -> int:
    """A number divided and rounded to the nearest whole, halves up."""
    return (2 * number + by) // (2 * by)


def tenths(number: int, keep: bool = False) -> str:
    """A number of tenths as a decimal; a last .0 is left out unless kept."""
    if number % 10 == 0 and not keep:
        return f"{number // 10:,}"
    return f"{number // 10:,}.{number % 10}"
