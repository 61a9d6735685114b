"""Which lab to train in."""

from caffael.presentation.blocks import Choice, Offer
from caffael.presentation.faces import LabFace
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import TRAIN
from caffael.rules.powers import LAB_TOP, train_days
from caffael.rules.reasons import why_not_train
from caffael.rules.terms import LABS
from caffael.words import handbook
from caffael.words.looks import LAB_IDS, team_ink
from caffael.words.sentences import lab_name


def train_choice(viewer: Viewer) -> Choice:
    """The three labs, what the next level costs and opens."""
    return Choice(
        "train",
        viewer.text("Train in which lab?"),
        tuple(_offer(viewer, lab) for lab in range(LABS)),
        viewer.text("Train in this lab"),
        viewer.text("Choose one of the cards first."),
        story=viewer.text("Officers who learn can buy in better ways. What a lab opens stays open until the end of the game."),
        picture="procurement",
        ink=team_ink(viewer.state.decider),
        button_picture="procurement",
    )


def _offer(viewer: Viewer, lab: int) -> Offer:
    """A lab as a card to choose."""
    seat = viewer.state.decider
    council = viewer.state.councils[seat]
    level = council.labs[lab]
    why = viewer.why(why_not_train(viewer.cards, viewer.state, seat, lab))
    cost = "" if level >= LAB_TOP else viewer.plural("{n} officer day", "{n} officer days", train_days(council, lab))
    face = LabFace(level, LAB_TOP, cost, handbook.numbered(viewer.language, "lab", lab).levels)
    ink = "ink_soft" if why else "accent"
    return Offer(f"offer {lab}", TRAIN + lab, lab_name(viewer.language, lab), cost, why, picture=LAB_IDS[lab], ink=ink, face=face)
