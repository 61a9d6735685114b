"""Tokens to cut out: officer days, goals, contracts, markers, and money to hold in the hand."""

from collections.abc import Sequence

from caffael.printing.box import A4, Box, sheet_box
from caffael.printing.paper import Paper
from caffael.printing.sheets import Draw, Format, crop_marks
from caffael.printing.tongues import BETWEEN, Tongues
from caffael.rules.terms import GOALS, Management
from caffael.scenario import Pack
from caffael.words.looks import GOAL_IDS

TOKEN = Format(14.0, 14.0, 13, 19)
NOTE = Format(45.0, 22.0, 4, 12)
ENGAGED = 12
SHARED = 4
"""So many teams share a set of a school's game at most."""
NOTES = (4, 12, 16, 16)
"""How many notes there are of each value, from the largest on: 48, a sheet."""


def tokens(pack: Pack, say: Tongues) -> list[Draw]:
    """All tokens of a game with as many teams as the pack allows."""
    settings, teams = pack.cards.settings, pack.teams_most
    made: list[Draw] = []
    for seat in range(teams):
        made += [token(seat, "day", "")] * settings.days
        made += [token(seat, GOAL_IDS[goal], "") for goal in range(GOALS)]
        made += [token(seat, "contract", "")] * settings.register
        made += [token(seat, "trophy", "")]
    made.append(marker("year", say.text("Year")))
    if settings.carbon == 1:
        made.append(marker("carbon", say.text("Carbon")))
    if settings.engagement == 1:
        made += [marker("engage", say.text("engaged"))] * ENGAGED
    if settings.management == Management.CHOICE:
        made += [marker("manage", say.text("managed"))] * ENGAGED
    return made


def school_counters(pack: Pack) -> list[Draw]:
    """What small hands need to cut out: goals and contracts of the teams that share a set, and no more."""
    made: list[Draw] = []
    for seat in range(min(pack.teams_most, SHARED)):
        made += [token(seat, GOAL_IDS[goal], "") for goal in range(GOALS)]
        made += [token(seat, "contract", "")] * pack.cards.settings.register
    return made


def token(seat: int, picture: str, words: str) -> Draw:
    """A token of a team: its colour, its number, a picture."""

    def draw(paper: Paper, place: Box) -> None:
        inside = place.inset(1)
        paper.fill(inside, f"team.{seat}.pale", f"team.{seat}", 0.5, radius=1.5)
        paper.picture(picture, Box(inside.left + 2.2, inside.top + 0.8, inside.width - 4.4, inside.height - 4.6), f"team.{seat}")
        paper.write(words or str(seat + 1), inside.foot(3.8), 7.5, f"team.{seat}", bold=True, align="middle", centred=True)

    return draw


def marker(picture: str, words: str) -> Draw:
    """A token of the table."""

    def draw(paper: Paper, place: Box) -> None:
        inside = place.inset(1)
        paper.frame(inside, "accent", 0.5, radius=1.5)
        high = 4.4 if BETWEEN not in words else 6.4
        paper.picture(picture, Box(inside.left + 2.2, inside.top + 0.8, inside.width - 4.4, inside.height - high - 1), "accent")
        paper.write(words.replace(BETWEEN, "\n"), inside.foot(high).inset(0.2, 0), 6.25, "accent", align="middle", centred=True, least=5)

    return draw


def notes(pack: Pack, say: Tongues) -> list[Draw]:
    """A sheet of money. The ledger on the team's board holds the exact sums; notes are for the hand."""
    step = pack.cards.settings.money_step
    values = (step, step // 2, step // 10, max(step // 100, 1))
    made: list[Draw] = []
    for value, count in zip(values, NOTES, strict=True):
        made += [note(say.first.money_exact(value))] * count
    return made


def note(words: str) -> Draw:
    """A note of so much money."""

    def draw(paper: Paper, place: Box) -> None:
        inside = place.inset(1.2)
        paper.fill(inside, "gold_pale", "gold", 0.5, radius=1.5)
        paper.frame(inside.inset(1), "gold", 0.2, radius=1)
        paper.picture("pound", Box(inside.left + 2.5, inside.top + 4, 10, inside.height - 8), "criterion.price")
        paper.write(words, Box(inside.left + 14, inside.top, inside.width - 17, inside.height), 14, bold=True, align="middle", centred=True)

    return draw


def sheets_needed(form: Format, draws: Sequence[Draw]) -> int:
    """How many sheets so many tokens take."""
    return -(-len(draws) // form.count)


def draw_tokens(paper: Paper, form: Format, draws: Sequence[Draw], title: str) -> None:
    """Lay tokens out with crop marks, a title above them."""
    for first in range(0, len(draws), form.count):
        paper.page()
        top = form.place(0).top
        paper.write(title, Box(sheet_box().left, top - 12, A4[0] - 2 * sheet_box().left, 5), 8, "ink_soft", centred=True, least=5)
        crop_marks(paper, form)
        for index, draw in enumerate(draws[first : first + form.count]):
            draw(paper, form.place(index))
