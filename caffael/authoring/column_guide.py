"""What a workbook explains of its deck, in English and Welsh: a table of the columns, and the note at the head of each."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass

from caffael.authoring.columns import Column, columns
from caffael.authoring.meanings import Meaning, conditions, effects, powers
from caffael.resources import folder
from caffael.scenario.models import DeckRow, EventRow, ProjectRow, deck_of
from caffael.scenario.phrases import CONDITION_FORMS, FORMS

DECKS = {
    "needs": "Needs: what the councils must buy",
    "suppliers": "Suppliers: who may bid",
    "events": "Events: what a year or a carbon mark brings",
    "projects": "Innovation projects: what a council may start once",
    "councils": "Councils: how the teams differ",
}
WELSH = tomllib.loads((folder("assets") / "workbook" / "cy.toml").read_text(encoding="utf-8"))
"""What each deck and each column is, in Welsh: `decks`, `shared` for columns that mean the same in every deck, and `columns` by deck."""
NEEDED = " *"
"""Marks a column that must be filled."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in one language: its sheet, the head of its table, its own lines, and how it says things of a column."""

    sheet: str
    decks: dict[str, str]
    head: tuple[str, str, str, str]
    about: tuple[str, ...]
    effects: tuple[str, str]
    deeds: tuple[tuple[str, str, str, str], tuple[str, str]]
    """The heads of the tables of what powers or effects do, and of conditions."""
    deed: Callable[[Meaning], tuple[str, str, str]]
    """What a power, effect or condition does, what its amount is, and which goal it feeds."""
    meaning: Callable[[str, Column], str]
    written: Callable[[Column], str]
    empty: Callable[[Column], str]

    def title(self, model: type[DeckRow]) -> str:
        """What the deck is."""
        return self.decks[deck_of(model)]

    def lines(self, model: type[DeckRow]) -> list[str]:
        """How the sheet is filled in."""
        effects = [FORMS.values(), CONDITION_FORMS] if model is EventRow else []
        return [*self.about, *(head + " · ".join(forms) for head, forms in zip(self.effects, effects, strict=False))]

    def table(self, model: type[DeckRow]) -> list[tuple[str, str, str, str]]:
        """A row for each column: its name, what it means, what is written there, and what an empty cell is."""
        return [
            (column.name + NEEDED * column.needed, self.meaning(deck_of(model), column), self.written(column), self.empty(column))
            for column in columns(model)
        ]

    def more(self, model: type[DeckRow]) -> list[tuple[str, ...]]:
        """The tables below that of the columns, each with its head: what powers do, or effects and their conditions."""
        doing, meeting = self.deeds
        rows: list[tuple[str, ...]] = []
        if model in (ProjectRow, EventRow):
            rows += [doing, *((one.written, *self.deed(one)) for one in (powers() if model is ProjectRow else effects()))]
        if model is EventRow:
            rows += [(), meeting, *((f"if {one.written}", self.deed(one)[0]) for one in conditions())]
        return rows


def amount(one: Meaning) -> str:
    """What the amount of a power or effect is, in words."""
    return f"{one.amount}, from {one.low} to {one.high}" if one.amount else "none"


def welsh_deed(one: Meaning) -> tuple[str, str, str]:
    """What a power, effect or condition does, what its amount is, and which goal it feeds, in Welsh."""
    does: str = WELSH["deeds"][one.word]
    number = f"{WELSH['amounts'][one.amount]}, o {one.low} i {one.high}" if one.amount else "dim"
    return does, number, WELSH["goals"].get(one.goal, one.goal) or "dim"


def written(column: Column) -> str:
    """What is written into a cell."""
    return column.expected


def empty(column: Column) -> str:
    """What an empty cell is."""
    if column.needed:
        return "must be filled"
    return f"counts as {column.empty}" if column.empty else "may be empty"


def note(column: Column) -> str:
    """The note on the head of a column."""
    return f"{column.meaning}\n\nWrite {written(column)}.\nThe cell {empty(column)}."


def welsh_meaning(deck: str, column: str) -> str:
    """What a column means, in Welsh; empty where it is not said."""
    said: str = WELSH["columns"][deck].get(column) or WELSH["shared"].get(column, "")
    return said


def welsh_written(column: Column) -> str:
    """What is written into a cell, in Welsh."""
    if column.choices:
        return f"un o: {', '.join(column.choices)}"
    if column.named_in:
        return "ids, â bylchau rhyngddynt" if column.several else "id sydd yn scenario.toml"
    if column.low is not None and column.high is not None:
        return f"rhif cyfan o {column.low} i {column.high}"
    if column.whole:
        return "rhif cyfan"
    if column.name == "id":
        return "llythrennau bach, ffigurau a chysylltnodau, fel school-meals"
    return f"testun, hyd at {column.longest} o lythrennau" if column.longest else "effaith"


def welsh_empty(column: Column) -> str:
    """What an empty cell is, in Welsh."""
    if column.needed:
        return "rhaid ei llenwi"
    return f"yn cyfrif fel {column.empty}" if column.empty else "gall fod yn wag"


GUIDES = (
    Guide(
        sheet="Guide",
        decks=DECKS,
        head=("Column", "What it means", "What to write", "An empty cell"),
        about=(
            "Each row is one card. The first row of the first sheet names the columns; leave it as it is. Columns with * must be filled.",
            "When you have saved the file, caffael check FOLDER names everything that is wrong, by row and column.",
        ),
        effects=("An effect is written like one of these: ", "A condition stands after if, like one of these: "),
        deeds=(("Written", "What it does", "The amount", "The goal that it feeds"), ("Written", "Whom the effect meets")),
        deed=lambda one: (one.does, amount(one), one.goal or "none"),
        meaning=lambda _, column: column.meaning,
        written=written,
        empty=empty,
    ),
    Guide(
        sheet="Canllaw",
        decks=WELSH["decks"],
        head=("Colofn", "Beth mae'n ei olygu", "Beth i'w ysgrifennu", "Cell wag"),
        about=(
            "Un cerdyn yw pob rhes. Mae rhes gyntaf y ddalen gyntaf yn enwi'r colofnau; gadewch hi fel y mae. Rhaid llenwi colofnau â *.",
            "Ar ôl ichi gadw'r ffeil, mae caffael check FFOLDER yn enwi popeth sydd o'i le, yn ôl rhes a cholofn.",
        ),
        effects=("Ysgrifennir effaith fel un o'r rhain: ", "Daw amod ar ôl if, fel un o'r rhain: "),
        deeds=(("Ysgrifennir", "Beth mae'n ei wneud", "Y swm", "Y nod y mae'n ei fwydo"), ("Ysgrifennir", "Pwy sy'n cael yr effaith")),
        deed=welsh_deed,
        meaning=lambda deck, column: welsh_meaning(deck, column.name),
        written=welsh_written,
        empty=welsh_empty,
    ),
)
"""The guides of a workbook, a sheet each."""
