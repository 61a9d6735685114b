"""A question before something that would be missed: a sentence, a button that does it, and one that leaves everything as it is."""

from collections.abc import Callable

from caffael.board.game import Session
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Dialog, Words

GAP = 18.0


def question(
    session: Session, title: str, words: str, picture: str, do: tuple[str, Callable[[], None]], leave: str, ink: Ink = "bad"
) -> Dialog:
    """The sheet. `do` is the verb and what it does, `leave` the verb of the other button."""
    look = session.app.look
    scale = look.text_scale
    wide = min(1500.0, 900 * scale)
    inside = Dialog(wide, 400, title, text_scale=scale).inside
    high = look.words_height(words, inside.width, "lead")
    foot = Button.natural(look, "A")[1]
    dialog = Dialog(wide, 400 - inside.height + high + foot + 30, title, picture=picture, ink=ink, text_scale=scale)
    box = dialog.inside
    dialog.add(Words(Box(box.left, box.top, box.width, high + 2), words, size="lead"))
    room = Button.natural(look, do[0], picture)[0]
    at = Box(box.right - room, box.bottom - foot, room, foot)
    beside = Button.natural(look, leave)[0]
    other = Box(at.left - GAP - beside, at.top, beside, foot)
    dialog.add(Button(other, leave, dialog.dismiss, style="plain", name="answer.leave"))
    dialog.add(Button(at, do[0], do[1], picture=picture, ink=ink, name="answer.do"))
    return dialog
