"""The kinds of cells of a deck: how each is read from text, and the words that say what is expected of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, InstanceOf, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from caffael.rules.cards import Effect
from caffael.rules.terms import NONE
from caffael.scenario.faults import SCENARIO_FILE, listed, shown, unknown_word
from caffael.scenario.keywords import GOAL_WORDS, KIND_WORDS, POWER_WORDS, THEME_WORDS
from caffael.scenario.phrases import WHOLE_NUMBER, PhraseError, read_effect
from caffael.scenario.read.letters import LOST, healed, plain_word, trimmed
from caffael.scenario.read.plainly import plain_choice, plain_number, plain_percent, plain_phrase, plain_yes_no
from caffael.words.sentence import Sentence
from caffael.words.typefaces import UNSEEN

PLAIN = re.compile(r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Latin letters and common signs, which need no closer look."""
MOST_MARKS = 2
"""Marks on one letter. Vietnamese needs two; Welsh letters are whole signs of their own."""
HIDDEN = re.compile(f"[{UNSEEN}]")
"""Signs without width, some of which count as letters or marks."""


PICTURE = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff][\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*")
"""An emoji with what joins it, colours it or says how it looks. What no typeface has is warned of, and left out when it is shown."""


def why_not_text(text: str) -> Sentence | None:
    """Why a text of one line cannot be shown, in a sentence; None when it can."""
    if PLAIN.fullmatch(text):
        return None
    bad = next((letter for letter in PICTURE.sub("", text) if not letter.isprintable() or HIDDEN.match(letter)), None)
    if bad is not None:
        return Sentence("The text contains a character that cannot be shown ({sign}); type the text again without it.", sign=called(bad))
    if LOST in text and LOST in healed(text):
        return Sentence("The text has lost a letter where {sign} stands; type it again, and save the file as UTF-8.", sign=shown(LOST))
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter).startswith("M") else 0
        if marks > MOST_MARKS:
            pattern = "The text has more than {most} marks on one letter ({sign}); type it again."
            return Sentence(pattern, most=MOST_MARKS, sign=called(letter))
    return None


def called(letter: str) -> str:
    """What Unicode calls a character: its number, and its name where it has one."""
    name = unicodedata.name(letter, "").lower()
    return f"U+{ord(letter):04X}, {name}" if name else f"U+{ord(letter):04X}"


def as_one(text: str) -> str:
    """A text with letters and their marks as one sign where there is one (NFC). Look at it with `why_not_text` first."""
    return unicodedata.normalize("NFC", text)


SAID = "said"
"""The type of an error whose message is already a whole sentence."""
WRONG = "wrong"
"""The type of an error whose message lacks what is expected."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 40
ID_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID}
YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Expect:
    """What a cell must hold, in words, and the words to choose from or what list of the pack has them: stands in the notes of its type."""

    words: str
    plain: Callable[[str], str] = trimmed  # what a cell of the type means, however it is written; what it does not know stays as it is
    choices: tuple[str, ...] = ()
    named_in: Literal["", "category", "subject", "supplier"] = ""
    several: bool = False  # separated by blanks


@dataclass(slots=True)
class Known:
    """The ids that cells may name, each with its index. None: they could not be read, so any is let through."""

    categories: Mapping[str, int] | None = None
    subjects: Mapping[str, int] | None = None
    suppliers: Mapping[str, int] | None = None
    suppliers_file: str = "suppliers.csv"


def said(message: Sentence) -> PydanticCustomError:
    """An error that is already a whole sentence, which stays one in its context."""
    return PydanticCustomError(SAID, "{message}", {"message": message})


def wrong(message: Sentence) -> PydanticCustomError:
    """An error to which the words for what is expected are added."""
    return PydanticCustomError(WRONG, "{message}", {"message": message})


def plain_id(text: str) -> str:
    """An id in small letters, where it is one then."""
    word = plain_word(text)
    return word if ID.fullmatch(word) else trimmed(text)


def read_id(text: str) -> str:
    """An id: small letters, figures and single hyphens."""
    if not ID.fullmatch(text) or len(text) > LONGEST_ID:
        raise wrong(Sentence("{value} is not an id", value=shown(text)))
    return text


def read_words(text: str) -> str:
    """A text for the eye: line breaks become blanks, and what cannot be shown is refused."""
    plain = " ".join(text.split())
    if why_not := why_not_text(plain):
        raise said(why_not)
    return as_one(plain)


def read_whole(text: str) -> int:
    """A whole number, without commas, points or signs of money."""
    if not WHOLE_NUMBER.fullmatch(text):
        raise wrong(Sentence("{value} is not a whole number", value=shown(text)))
    return int(text)


def read_yes_no(text: str) -> bool:
    """Yes or no."""
    if text not in YES_NO:
        raise wrong(Sentence("{value} is neither yes nor no", value=shown(text)))
    return text == YES_NO[0]


def one_of(words: tuple[str, ...], what: str) -> Callable[[str], int]:
    """A reader of one of the words of the rules, to its number."""

    def read(text: str) -> int:
        if text not in words:
            raise said(unknown_word(text, words, what))
        return words.index(text)

    return read


def look_up(text: str, known: Mapping[str, int] | None, what: str, where: str) -> int:
    """The index of an id that stands in a file of the pack."""
    if known is None:
        return NONE
    if text not in known:
        raise said(unknown_word(text, known, what, where))
    return known[text]


def known_to(info: ValidationInfo) -> Known:
    """The ids the pack knows, given along with the row."""
    return info.context if isinstance(info.context, Known) else Known()


def read_category(text: str, info: ValidationInfo) -> int:
    """A category of scenario.toml."""
    return look_up(text, known_to(info).categories, "category", SCENARIO_FILE)


def read_subject(text: str, info: ValidationInfo) -> int:
    """A subject of scenario.toml."""
    return look_up(text, known_to(info).subjects, "subject", SCENARIO_FILE)


def read_each(text: str, known: Mapping[str, int] | None, what: str, where: str) -> tuple[int, ...]:
    """Several ids of the pack, separated by blanks, each once."""
    words = text.split()
    if "," in text or ";" in text:
        raise said(Sentence("{value} has commas or semicolons; separate the names by blanks alone.", value=shown(text)))
    for word, times in Counter(words).items():
        if times > 1:
            raise said(Sentence("{value} stands there twice; take one out.", value=shown(word)))
    return tuple(look_up(word, known, what, where) for word in words)


def read_categories(text: str, info: ValidationInfo) -> tuple[int, ...]:
    """Categories of scenario.toml."""
    return read_each(text, known_to(info).categories, "category", SCENARIO_FILE)


def read_suppliers(text: str, info: ValidationInfo) -> tuple[int, ...]:
    """Suppliers of the pack."""
    known = known_to(info)
    return read_each(text, known.suppliers, "supplier", known.suppliers_file)


def read_phrase(text: str, info: ValidationInfo) -> Effect:
    """An effect."""
    try:
        return read_effect(text, known_to(info).categories)
    except PhraseError as error:
        raise said(error.args[0]) from None


def read_carbon_class(text: str) -> int:
    """One of the five carbon classes."""
    number = read_whole(text)
    if number not in CARBON_CLASSES:
        raise wrong(Sentence("{value} is not a carbon class", value=shown(text)))
    return number


def choice_of(words: tuple[str, ...]) -> Expect:
    """What a cell must hold that takes one of a few words of the rules."""
    return Expect(listed(words), plain_choice(words), words)


CARBON_CLASSES = (40, 60, 80, 100, 120)
NUMBER = Sentence("a whole number")
CLASSES = tuple(map(str, CARBON_CLASSES))

Id = Annotated[str, BeforeValidator(read_id), Expect(Sentence("small letters, figures and hyphens, like school-meals"), plain_id)]
Words = Annotated[str, BeforeValidator(read_words), Expect(Sentence("a text"))]
Whole = Annotated[int, BeforeValidator(read_whole), Expect(NUMBER, plain_number)]
Pounds = Annotated[int, BeforeValidator(read_whole), Expect(Sentence("a whole number of pounds"), plain_number)]
Kilograms = Annotated[int, BeforeValidator(read_whole), Expect(Sentence("a whole number of kg"), plain_number)]
Percent = Annotated[int, BeforeValidator(read_whole), Expect(Sentence("a whole number of percent"), plain_percent)]
YesNo = Annotated[bool, BeforeValidator(read_yes_no), Expect(Sentence("yes or no"), plain_yes_no, YES_NO)]
GoalWord = Annotated[int, BeforeValidator(one_of(GOAL_WORDS, "goal")), choice_of(GOAL_WORDS)]
KindWord = Annotated[int, BeforeValidator(one_of(KIND_WORDS, "kind of supplier")), choice_of(KIND_WORDS)]
ThemeWord = Annotated[int, BeforeValidator(one_of(THEME_WORDS, "theme")), choice_of(THEME_WORDS)]
PowerWord = Annotated[int, BeforeValidator(one_of(POWER_WORDS, "power")), choice_of(POWER_WORDS)]
CarbonClass = Annotated[int, BeforeValidator(read_carbon_class), Expect(listed(CLASSES), plain_percent, CLASSES)]
Category = Annotated[int, BeforeValidator(read_category), Expect(Sentence("a category of scenario.toml"), plain_word, named_in="category")]
Subject = Annotated[int, BeforeValidator(read_subject), Expect(Sentence("a subject of scenario.toml"), plain_word, named_in="subject")]
Categories = Annotated[
    tuple[int, ...],
    BeforeValidator(read_categories),
    Expect(Sentence("categories of scenario.toml, separated by blanks"), plain_word, named_in="category", several=True),
]
Suppliers = Annotated[
    tuple[int, ...],
    BeforeValidator(read_suppliers),
    Expect(Sentence("ids of suppliers, separated by blanks"), plain_word, named_in="supplier", several=True),
]
Phrase = Annotated[InstanceOf[Effect], BeforeValidator(read_phrase), Expect(Sentence("an effect"), plain_phrase)]

TomlId = Annotated[
    str,
    AfterValidator(read_id),
    WithJsonSchema(ID_SCHEMA),
    Expect(Sentence("small letters, figures and hyphens in quotation marks, like {example}", example="my-game")),
]
TomlWords = Annotated[str, AfterValidator(read_words)]
