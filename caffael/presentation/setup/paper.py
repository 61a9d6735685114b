"""A game on paper: what can be chosen before its PDF is made, how far it is, and where it lies."""

from dataclasses import dataclass

from caffael.presentation.blocks import Block, Button, Page, Text
from caffael.presentation.press import Do
from caffael.presentation.rows import one_of, toggle
from caffael.presentation.setup.keeping import Lying, told_trouble, ways_to
from caffael.words.language import NAMES, Code, Language, words

TONGUES = {"en": NAMES["en"], "cy": NAMES["cy"], "both": words("Both, one under the other")}
"""In which languages the cards are."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What is chosen: a key of `TONGUES`, whether ink is spared, and whether cards have backs."""

    tongue: str
    thrifty: bool = False
    backs: bool = True

    @property
    def codes(self) -> tuple[Code, ...]:
        """The languages of the cards."""
        return ("en", "cy") if self.tongue == "both" else ("cy",) if self.tongue == "cy" else ("en",)


@dataclass(frozen=True, slots=True)
class Making:
    """How far a PDF is that is being made: pages that are drawn, of so many; `small` texts of it had to be printed very small."""

    drawn: int = 0
    pages: int = 0
    small: int = 0


def paper_page(
    language: Language, title: str, choice: PaperChoice, lying: Lying, making: Making, *, can: bool, mend: str, lessons: bool = False
) -> Page:
    """The page from which a game is printed. `can` says whether a PDF can be made here; `mend` is the command that makes it possible;
    `lessons` whether there are lesson plans for the game, whose materials can be printed too.
    """
    said = language.text("Cards, boards, sheets and the rules in short, as one PDF. Its first page says how to print and cut them.")
    blocks: list[Block] = [*told_trouble(lying), Text(said, "soft")]
    if not can:
        need = language.text("For a PDF two more packages are needed. This command brings them: {command}", command=mend)
        blocks.append(Text(need if mend else language.text("This program can't make a PDF; Caffael in a browser can."), "bad"))
    elif making.pages and not lying.paths:
        blocks.append(Text(language.text("Page {n} of {pages} is drawn.", n=making.drawn, pages=making.pages), "lead", "drawn"))
        blocks.append(Button("stop", language.text("Stop"), Do("stop"), "close", "plain"))
    else:
        blocks += result(language, lying, making)
        blocks += [
            one_of(language, "tongue", language.text("Language of the cards"), TONGUES, choice.tongue),
            toggle(language, "thrifty", language.text("Spare ink: no coloured grounds, thin lines"), choice.thrifty),
            toggle(language, "backs", language.text("Print the backs of the cards too"), choice.backs),
            Button("make", language.text("Make the PDF"), Do("make"), "book", "plain" if lying.paths else "primary"),
        ]
        if lessons:
            said = language.text("Its lesson plans have slips, cards, sheets and a rubric to print, too.")
            blocks += [Text(said, "soft"), Button("lessons", language.text("Print the lessons"), Do("lessons"), "teacher", "plain")]
    if lying.noted:
        blocks.append(Text(lying.noted, "accent"))
    return Page("paper", language.text("Print “{title}”", title=title), blocks=tuple(blocks))


def result(language: Language, lying: Lying, making: Making) -> list[Block]:
    """Where the PDF lies that was made last."""
    if not lying.paths:
        return []
    where = (
        language.text("It is with the downloads of this browser, under this name:")
        if lying.downloads
        else language.text("The file lies here:")
    )
    found: list[Block] = [Text(where, "soft"), Text(lying.paths[-1], "lead", "path")]
    if making.small:
        found.append(
            Text(
                language.plural(
                    "{n} text is printed smaller than is easy to read, because its place is small. Shorten it in the pack.",
                    "{n} texts are printed smaller than is easy to read, because their places are small. Shorten them in the pack.",
                    making.small,
                ),
                "bad",
            )
        )
    return [*found, *ways_to(language, lying)]
