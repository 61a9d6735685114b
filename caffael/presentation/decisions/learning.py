"""Which lab to train in, and which innovation project to start."""

from caffael.presentation.blocks import Chip, Choice, Offer
from caffael.presentation.faces import LabFace, ProjectFace
from caffael.presentation.labs import lab_levels
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import PROJECT, TRAIN
from caffael.rules.powers import LAB_TOP, train_days
from caffael.rules.reasons import why_not_project, why_not_train
from caffael.rules.terms import LABS
from caffael.words.looks import LAB_IDS, team_ink
from caffael.words.sentences import lab_name


def train_choice(viewer: Viewer) -> Choice:
    """The three labs, what the next level costs and opens."""
    title, button = viewer.text("Train in which lab?"), viewer.text("Train in this lab")
    offers = tuple(_lab_offer(viewer, lab) for lab in range(LABS))
    why = viewer.text("Choose one of the cards first.")
    story = viewer.text("Officers who learn can buy in better ways. What a lab opens stays open until the end of the game.")
    look, ink = "procurement", team_ink(viewer.state.decider)
    return Choice("train", title, offers, button, why, story=story, picture=look, ink=ink, button_picture=look)


def _lab_offer(viewer: Viewer, lab: int) -> Offer:
    """A lab as a card to choose."""
    seat = viewer.state.decider
    council = viewer.state.councils[seat]
    level = council.labs[lab]
    why = viewer.why(why_not_train(viewer.cards, viewer.state, seat, lab))
    cost = "" if level >= LAB_TOP else viewer.plural("{n} officer day", "{n} officer days", train_days(council, lab))
    face = LabFace(level, LAB_TOP, cost, lab_levels(viewer.language, viewer.cards, lab))
    ink = "ink_soft" if why else "accent"
    return Offer(f"offer {lab}", TRAIN + lab, lab_name(viewer.language, lab), cost, why, picture=LAB_IDS[lab], ink=ink, face=face)


def project_choice(viewer: Viewer) -> Choice:
    """The projects: what each costs, which labs it needs, what it does for good."""
    title, button = viewer.text("Start which project?"), viewer.text("Start this project")
    offers = tuple(_project_offer(viewer, project) for project in range(viewer.cards.project_count))
    why = viewer.text("Choose one of the cards first.")
    fund = viewer.language.money(viewer.state.fund)
    line = viewer.text("The Challenge Fund still holds {money} for those who are first.", money=fund)
    look, ink = "project", team_ink(viewer.state.decider)
    return Choice("project", title, offers, button, why, line=line, picture=look, ink=ink, button_picture=look)


def _project_offer(viewer: Viewer, project: int) -> Offer:
    """A project as a card to choose."""
    seat, words = viewer.state.decider, viewer.pack.project(project)
    why = viewer.why(why_not_project(viewer.cards, viewer.state, seat, project))
    face = ProjectFace(words.story(viewer.code), words.power(viewer.code), viewer.state.councils[seat].projects[project] > 0)
    picture, ink = ("check", "good") if face.done else ("project", "ink_soft" if why else "accent")
    chips, title, action = _project_chips(viewer, project, seat), viewer.project(project), PROJECT + project
    return Offer(f"offer {project}", action, title, face.power, why, picture=picture, ink=ink, face=face, chips=chips)


def _project_chips(viewer: Viewer, project: int, seat: int) -> tuple[Chip, ...]:
    """What a project costs and needs, and the prize for the first."""
    language, card, council = viewer.language, viewer.cards.projects[project], viewer.state.councils[seat]
    chips = [Chip(viewer.plural("{n} day", "{n} days", card.days), "person"), Chip(language.money(card.cost), "pound")]
    for lab in range(LABS):
        if card.labs[lab] > 0 and viewer.cards.settings.labs == 1:
            ink = "good" if council.labs[lab] >= card.labs[lab] else "bad"
            words = viewer.text("{lab} {level}", lab=lab_name(language, lab), level=card.labs[lab])
            chips.append(Chip(words, LAB_IDS[lab], ink, f"{ink}_pale"))
    if viewer.state.project_first[project] == 0 and card.prize > 0:
        chips.append(Chip(viewer.text("prize {money}", money=language.money(card.prize)), "trophy", "warn", "gold_pale"))
    return tuple(chips)
