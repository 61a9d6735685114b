"""A sheet with cards of which one is chosen, and a button that does it. Choosing alone plays nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box
from caffael.board.screens.table.sheets.base import AIR, Answer, add_answers, head_more, under_head
from caffael.board.widgets import Button, Card, Dialog, ScrollArea

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost

GAP = 14.0
HIGHEST = HEIGHT - 50.0


@dataclass(frozen=True, slots=True)
class Offer:
    """One card to choose: how it is drawn, how it is read out, the action it stands for, and why it can't be chosen (empty: it can)."""

    action: int
    label: str
    drawn: Callable[[Painter, Box], None]
    height: float
    said: str = ""
    why: str = ""


class Chooser:
    """Keeps which card is chosen, and shows it."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        self.offers = offers
        able = [place for place, offer in enumerate(offers) if not offer.why]
        self.chosen: int | None = able[0] if len(able) == 1 else None
        self.cards: list[Card] = []
        self.button: Button | None = None

    def choose(self, place: int) -> None:
        """Mark a card; the button can be pressed now."""
        self.chosen = place
        for at, card in enumerate(self.cards):
            card.chosen = at == place
            card.changed()
        if self.button is not None:
            self.button.enabled = True
            self.button.changed()

    @property
    def action(self) -> int:
        """The action of the chosen card."""
        assert self.chosen is not None
        return self.offers[self.chosen].action


def choosing_sheet(
    table: "TableHost",
    title: str,
    offers: Sequence[Offer],
    answer: Callable[[Chooser], Answer],
    *,
    line: str = "",
    story: str = "",
    picture: str = "",
    columns: int = 1,
    width: float = 1240.0,
    chooser: Chooser | None = None,
) -> Dialog:
    """The sheet. `answer` makes the button that does what was chosen."""
    look = table.look
    chooser = chooser or Chooser(offers)
    seat = table.session.game.state.decider
    inner = width - 2 * AIR
    story_high = look.words_height(story, inner, "body") + 16 if story else 0.0
    rows = [list(range(first, min(first + columns, len(offers)))) for first in range(0, len(offers), columns)]
    heights = [max(offers[place].height for place in row) for row in rows]
    body = sum(heights) + GAP * max(0, len(rows) - 1)
    foot = Button.natural(look, "A")[1]
    head = Dialog(width, 400, title, line=line)
    frame = 400 - head.inside.height + head_more(look, line)
    whole = min(HIGHEST, frame + story_high + body + 38 + foot)
    dialog = Dialog(width, whole, title, line=line, picture=picture, ink=f"team.{seat}")
    room = under_head(look, dialog)
    if story:
        dialog.add(Card(Box(room.left, room.top, room.width, story_high), story, _Words(story), rises=False))
    area = ScrollArea(Box(room.left, room.top + story_high, room.width, room.height - story_high - foot - 22), body + 8, name="offers")
    area.bleed = 10.0
    dialog.add(area)
    wide = (room.width - GAP * (columns - 1)) / columns
    top = area.box.top + 5
    chooser.cards = []
    for row, high in zip(rows, heights, strict=True):
        for column, place in enumerate(row):
            offer = offers[place]
            card = Card(
                Box(room.left + column * (wide + GAP), top, wide, high),
                offer.label,
                offer.drawn,
                _chooses(chooser, place),
                said=offer.said,
                chosen=chooser.chosen == place,
                name=f"offer {place}",
                enabled=not offer.why,
                why=offer.why,
            )
            chooser.cards.append(area.add(card))
        top += high + GAP
    given = answer(chooser)
    buttons = add_answers(table, dialog, Box(room.left, room.bottom - foot, room.width, foot), [given])
    chooser.button = buttons[0]
    if chooser.chosen is None:
        buttons[0].enabled = False
        buttons[0].why = table.session.text("Choose one of the cards first.")
    return dialog


def _chooses(chooser: Chooser, place: int) -> Callable[[], None]:
    return lambda: chooser.choose(place)


class _Words:
    def __init__(self, words: str) -> None:
        self.words = words

    def __call__(self, painter: Painter, box: Box) -> None:
        painter.paragraph(self.words, box, "body", "ink_soft")
