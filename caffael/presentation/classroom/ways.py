"""What a team can do, each way with the cards of which one is chosen; what is chosen is written on the desk, and nothing is played."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from caffael.presentation.blocks import Bid, Block, Button, Choice, Group, Line, Offer, Text, block
from caffael.presentation.classroom.desk import Written, as_if_deciding, draft_of, in_envelope, said_as
from caffael.presentation.classroom.weighing import Weighing, weighing
from caffael.presentation.decisions.confirm import answer_sheet, pass_sheet
from caffael.presentation.decisions.learning import project_choice, train_choice
from caffael.presentation.decisions.manage import manage_page, manageable
from caffael.presentation.decisions.needs import engage_choice, joint_choice, partner_choice
from caffael.presentation.press import Play
from caffael.presentation.table.verbs import verbs
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.pages import award_page, days_said, need_page, publish_words, routes_group
from caffael.presentation.tender.weighing import weight_lines
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.terms import NONE, Phase
from caffael.words.looks import team_ink
from caffael.words.sentences import route_name


@dataclass(frozen=True, slots=True)
class Pick:
    """A card to choose: what it shows, the decisions that lie on the desk once it is chosen, and whether it is."""

    shown: Offer | Bid
    words: tuple[str, ...]
    chosen: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on a way: what is asked, and its cards or weights. `told` is what was chosen there, once something is."""

    id: str
    title: str
    blocks: tuple[Block | Pick | Weighing, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to act, by the word with which its decision begins; with a `why` it is closed now. Its steps open one after the other."""

    id: str
    words: str
    picture: str
    why: str
    line: str
    steps: tuple[Step, ...]


def ways(viewer: Viewer, written: Written) -> tuple[Way, ...]:
    """What the viewer's team could do if it decided now, in the order of the table's buttons."""
    now = as_if_deciding(viewer)
    made = {
        "tender": tender_way,
        "engage": choice_way(engage_choice),
        "train": choice_way(train_choice),
        "joint": joint_way,
        "project": choice_way(project_choice),
        "wait": wait_way,
        "pass": pass_way,
    }
    found = []
    for button in verbs(now):
        name = button.id.removeprefix("do ")
        line, steps = ("", ()) if button.why else made[name](now, written)
        found.append(Way(name, button.words, button.picture, button.why, line, steps))
    return tuple(found)


def tender_way(viewer: Viewer, written: Written) -> tuple[str, tuple[Step, ...]]:
    """Need, route, and weights or supplier; a step is there as soon as what comes before it is chosen."""
    draft = draft_of(viewer, written if written.way == "tender" else Written())
    needs = block(need_page(viewer, draft), Group, "needs")
    steps = [picked(viewer, "need", needs.title, needs, lambda action: (action,), viewer.need(draft.need))]
    if draft.need == NONE:
        return "", tuple(steps)
    tender = actions.TENDER + draft.need
    chosen = actions.ROUTE + draft.choice if draft.choice != NONE else NONE
    if not draft.one_route:
        steps.append(route_step(viewer, draft, tender))
    else:
        draft.choose_usual_route()
        chosen = actions.ROUTE + draft.choice
    if draft.choice == NONE:
        return "", tuple(steps)
    begin = tender, chosen
    if draft.weighs:
        steps.append(weights_step(viewer, draft, begin))
    else:
        award = block(award_page(viewer, draft), Group, "award")
        steps.append(picked(viewer, "award", award.title, award, lambda action: (*begin, action)))
    return days_said(viewer, draft.days), tuple(steps)


def route_step(viewer: Viewer, draft: Draft, tender: int) -> Step:
    """How to buy it."""
    routes = routes_group(viewer, draft)
    told = next((offer.title for offer in routes.blocks if isinstance(offer, Offer) and offer.chosen), "")
    return picked(viewer, "route", routes.title, routes, lambda action: (tender, action), told)


def weights_step(viewer: Viewer, draft: Draft, begin: tuple[int, ...]) -> Step:
    """What shall count."""
    made = weighing(viewer, draft, begin)
    return Step("weights", made.title, (made, *made.nobody))


def picked(
    viewer: Viewer, name: str, title: str, group: Group | Choice, decisions: Callable[[int], tuple[int, ...]], told: str = ""
) -> Step:
    """A step whose offers are cards to choose; all else in it stays as it is."""
    shown = group.blocks if isinstance(group, Group) else group.offers
    blocks = tuple(as_pick(viewer, one, decisions) if isinstance(one, Offer | Bid) else one for one in shown)
    return Step(name, title, blocks, told)


def as_pick(viewer: Viewer, shown: Offer | Bid, decisions: Callable[[int], tuple[int, ...]]) -> Pick | Bid:
    """A card as one to choose; a bid that can't be chosen stays a bid."""
    if shown.action is None:
        assert isinstance(shown, Bid)
        return shown
    return Pick(shown, said_as(viewer, decisions(shown.action)), shown.chosen, shown.why if isinstance(shown, Offer) else "")


Steps = tuple[str, tuple[Step, ...]]


def choice_way(choice: Callable[[Viewer], Choice]) -> Callable[[Viewer, Written], Steps]:
    """A way with one step: one card of a choice."""

    def steps(viewer: Viewer, written: Written) -> Steps:
        made = choice(viewer)
        offers = tuple(replace(offer, chosen=offer.action in written.actions[:1]) for offer in made.offers)
        told = tuple(Text(words, "soft") for words in (made.story,) if words)
        step = picked(viewer, made.id, made.title, replace(made, offers=offers), lambda action: (action,))
        return made.line, (replace(step, blocks=(*told, *step.blocks)),)

    return steps


def joint_way(viewer: Viewer, written: Written) -> Steps:
    """The team's own need, the partner's, and what shall count."""
    joint = written if written.way == "joint" else Written()
    first = joint_choice(viewer)
    own = actions.JOINT_TENDER
    steps = [
        picked(viewer, "own", first.title, marked(first, joint.need), lambda need: (own + need,), viewer.need(joint.need)),
    ]
    if joint.need != NONE:
        second = partner_choice(viewer, joint.need)
        begin = own + joint.need
        steps.append(
            picked(
                viewer,
                "partner",
                second.title,
                marked(second, joint.partner),
                lambda need: (begin, actions.PARTNER + need),
                viewer.need(joint.partner),
            )
        )
        if joint.partner != NONE:
            draft = Draft(viewer, joint.need, joint.partner)
            steps.append(weights_step(viewer, draft, (begin, actions.PARTNER + joint.partner)))
    told = (Text(first.story, "soft"),)
    return first.line, (replace(steps[0], blocks=(*told, *steps[0].blocks)), *steps[1:])


def marked(choice: Choice, chosen: int) -> Choice:
    """A choice with the offer marked that was chosen."""
    return replace(choice, offers=tuple(replace(offer, chosen=offer.action == chosen) for offer in choice.offers))


def pass_way(viewer: Viewer, written: Written) -> Steps:
    """What passing means."""
    sheet = pass_sheet(viewer)
    offer = Offer("offer pass", actions.PASS, viewer.text("Pass for this year"), sheet.story, picture="pass", ink=team_ink(viewer.seat))
    pick = Pick(offer, said_as(viewer, (actions.PASS,)), written.way == "pass")
    return "", (Step("pass", sheet.title, (*sheet.lines, pick)),)


def wait_way(viewer: Viewer, written: Written) -> Steps:
    """What an empty envelope means."""
    title = viewer.text("Lay down an empty envelope")
    said = viewer.text("You buy nothing in this round. In the next one you write again.")
    offer = Offer("offer wait", actions.WAIT, title, said, picture="envelope", ink=team_ink(viewer.seat))
    return "", (Step("wait", title, (Pick(offer, said_as(viewer, (actions.WAIT,)), written.way == "wait"),)),)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The team's own envelope: what is in it, and the word that takes it back; empty while envelopes are opened."""

    title: str
    lines: tuple[Line, ...]
    button: str
    word: str


def envelope(viewer: Viewer) -> Envelope | None:
    """The envelope that the viewer's team has laid on the table; None where none lies there."""
    if viewer.seat == NONE or viewer.state.sealed[viewer.seat] == 0:
        return None
    written = Written(in_envelope(viewer))
    lines: tuple[Line, ...] = (Line(viewer.text("It is empty: you buy nothing in this round."), picture="envelope"),)
    if written.need != NONE:
        draft = draft_of(as_if_deciding(viewer), written)
        look = viewer.need_look(written.need)
        route = route_name(viewer.language, draft.route, draft.scope)
        lines = (Line(viewer.need(written.need), "", route, look, f"category.{look}"),)
        if written.weights != NONE:
            weights = draft.rows.rows[written.weights]
            lines += weight_lines(viewer, weights, [criterion for criterion in draft.rows.criteria if weights[criterion]])
        elif draft.supplier != NONE:
            lines += (Line(viewer.supplier(draft.supplier), picture="hand"),)
    back = viewer.state.phase == Phase.BUY
    return Envelope(
        viewer.text("Your envelope lies on the table."),
        lines,
        viewer.text("Take it back and write anew") if back else "",
        said_as(viewer, (actions.TAKE_BACK,))[0] if back else "",
    )


# ------------------------------------------------------------------------------------------------------------- an answer, and managing


@dataclass(frozen=True, slots=True)
class Answer:
    """What another council asks, and the two answers with their words in the record."""

    title: str
    story: str
    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, str], ...]


def answer(viewer: Viewer) -> Answer:
    """The joint tender that the viewer's council is asked to share."""
    sheet = answer_sheet(viewer)
    buttons = tuple((one, said_as(viewer, (one.press.action,))[0]) for one in sheet.buttons if isinstance(one.press, Play))
    return Answer(sheet.title, sheet.story, sheet.lines, buttons)


@dataclass(frozen=True, slots=True)
class Managing:
    """The contracts that can be managed, each with its word in the record; `days` are left for ticks."""

    title: str
    line: str
    days: int
    offers: tuple[tuple[Offer, str], ...]
    done: str
    button: str


def managing(viewer: Viewer) -> Managing:
    """Which contracts the viewer's team manages: none is ticked here, the ticks are the device's."""
    page = manage_page(viewer, ())
    offers = tuple(one for one in page.blocks if isinstance(one, Offer))
    lead = next(one.words for one in page.blocks if isinstance(one, Text))
    assert len(offers) == len(manageable(viewer))
    return Managing(
        title=page.title,
        line=lead,
        days=viewer.own.days,
        offers=tuple((one, said_as(viewer, (one.action,))[0]) for one in offers),
        done=said_as(viewer, (actions.DONE,))[0],
        button=page.buttons[0].words,
    )


def act_words(viewer: Viewer, written: Written) -> str:
    """What the button says that plays what is written."""
    found = {way.id: way for way in verbs(as_if_deciding(viewer))}
    if written.way in ("tender", "joint"):
        if viewer.cards.settings.sealed == 1:
            return viewer.text("Seal the envelope")
        now = as_if_deciding(viewer)
        return publish_words(now, draft_of(now, written))
    if written.way == "pass":
        return viewer.text("Pass for this year")
    return found[f"do {written.way}"].words if f"do {written.way}" in found else ""
