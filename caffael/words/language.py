"""The two languages of the game: its sentences, its plurals, and how money, carbon and numbers are written.

An English sentence is its own key; the Welsh one stands beside it in assets/locale/cy/LC_MESSAGES/caffael.po. Values have names in
braces and stand where neither language must change them (after a colon, between quotation marks, as the subject of a verb).

A language has editions. The usual one says "council"; the school edition says it in plain words for the youngest, whose teams run a
school; the own edition has the noun that a pack gives for what a team runs. An edition has a small catalogue of its own in both
languages, by the same keys, and whatever it lacks is said in the usual words.
"""

import gettext
from typing import Literal, NamedTuple

from caffael.resources import folder

Code = Literal["en", "cy"]
CODES: tuple[Code, ...] = ("en", "cy")
DOMAIN = "caffael"
USUAL = "council"
OWN = "own"
EDITIONS = (USUAL, "school", OWN)
"""What a team runs, as a scenario says it. All but the first have catalogues of their own."""
NAMES = {"en": "English", "cy": "Cymraeg"}
SPACE = "\u00a0"
"""Keeps a number and its unit on one line."""
MINUS = "\u2212"


class Nouns(NamedTuple):
    """A pack's own noun for what a team runs. These are the forms that the sentences need; Welsh is so written that it needs one."""

    noun_en: str = "team"
    a_noun_en: str = "a team"
    nouns_en: str = "teams"
    noun_cy: str = "tîm"

    def said(self, sentence: str, code: Code) -> str:
        """A sentence of the own edition with the noun in it, as {noun}, {a_noun} or {nouns}, and with a capital as {Noun}."""
        one = self.noun_en if code == "en" else self.noun_cy
        forms = {"noun": one, "Noun": one[:1].upper() + one[1:], "a_noun": self.a_noun_en, "nouns": self.nouns_en}
        for name, form in forms.items():
            sentence = sentence.replace(f"{{{name}}}", form)
        return sentence


NOUN_VALUES = frozenset({"noun", "Noun", "a_noun", "nouns"})
"""The values of the own edition's sentences that its noun fills."""
Edition = str | Nouns
"""One of `EDITIONS`, or the noun with which the own edition is said."""
Value = str | int
"""What stands in a sentence; a whole number is written with its thousands marked."""


def words(msgid: str) -> str:
    """The same sentence: marks one in a table, to be said later with `text`, so that the catalogue holds it."""
    return msgid


def translations(domain: str, code: Code) -> gettext.NullTranslations:
    """A compiled catalogue, as a copy of one's own."""
    return gettext.translation(domain, folder("assets") / "locale", languages=[code])


class Language:
    """One language in one edition; English and Welsh are equals. Raises ValueError for any other code or edition."""

    __slots__ = ("_catalogue", "_nouns", "code", "edition", "name")

    def __init__(self, code: Code, edition: Edition = USUAL) -> None:
        if code not in CODES:
            raise ValueError(f"Caffael speaks English ('en') and Welsh ('cy'), not {code!r}.")
        self._nouns = edition if isinstance(edition, Nouns) else Nouns() if edition == OWN else None
        self.code: Code = code
        self.edition: Edition = edition
        if self.catalogue not in EDITIONS:
            raise ValueError(f"Caffael's words are those of a council or a school, not {edition!r}.")
        self.name = NAMES[code]
        self._catalogue = gettext.NullTranslations() if code == "en" else translations(DOMAIN, code)
        if edition != USUAL:
            usual, self._catalogue = self._catalogue, translations(self.catalogue, code)
            self._catalogue.add_fallback(usual)

    @property
    def catalogue(self) -> str:
        """The name of its edition's catalogue."""
        return self.edition if isinstance(self.edition, str) else OWN

    def noun(self, sentence: str) -> str:
        """A sentence with what a team runs filled in, as the edition calls it."""
        return self._nouns.said(sentence, self.code) if self._nouns else sentence

    def __repr__(self) -> str:
        return f"Language({self.code!r})" if self.edition == USUAL else f"Language({self.code!r}, {self.edition!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and (self.code, self.edition) == (other.code, other.edition)

    def __hash__(self) -> int:
        return hash((self.code, self.edition))

    def text(self, msgid: str, **values: Value) -> str:
        """A sentence in this language, its {named} values filled in. One without a translation is said in English."""
        return self._fill(self._catalogue.gettext(msgid), values)

    def plural(self, singular: str, plural: str, n: int, **values: Value) -> str:
        """A sentence that turns on the number n, which may stand in it as {n}. Welsh has seven forms, with 4 blynedd beside 5 mlynedd."""
        return self._fill(self._catalogue.ngettext(singular, plural, abs(n)), {"n": n, **values})

    def text_in(self, context: str, msgid: str, **values: Value) -> str:
        """A sentence whose English is said in two ways in Welsh; the context tells which is meant."""
        return self._fill(self._catalogue.pgettext(context, msgid), values)

    def _fill(self, sentence: str, values: dict[str, Value]) -> str:
        sentence = self.noun(sentence)
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
