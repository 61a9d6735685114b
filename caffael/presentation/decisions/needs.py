"""For which need to engage the market, and what came of it; which need to buy together, and with whom."""

from caffael.presentation.blocks import Choice, Line, Offer, Sheet
from caffael.presentation.cards import need_face
from caffael.presentation.press import Do, Open
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import ENGAGE, engage_days
from caffael.rules.happened import Happening
from caffael.rules.reasons import why_not_engage, why_not_joint, why_not_partner
from caffael.rules.records import Table
from caffael.rules.tender import fill_bidders, is_engaged, tender_days
from caffael.rules.terms import Route
from caffael.words.looks import KIND_IDS, team_ink


def engage_choice(viewer: Viewer) -> Choice:
    """The needs of the tray, and what engagement brings."""
    cards, state, seat = viewer.cards, viewer.state, viewer.state.decider
    council = state.councils[seat]
    days = engage_days(cards, council)
    offers = [
        need_offer(viewer, place, need, ENGAGE + need, viewer.why(why_not_engage(cards, state, seat, need)))
        for place, need in enumerate(council.tray[: council.tray_count])
    ]
    title, button = viewer.text("Engage the market for which need?"), viewer.text("Engage the market")
    why = viewer.text("Choose one of the cards first.")
    line = viewer.plural("It takes {n} officer day.", "It takes {n} officer days.", days)
    if not days:
        line = viewer.text("This time it takes no officer day.")
    story = viewer.text(
        "You talk to suppliers before you buy. Their track records are turned up and one more supplier comes forward. "
        "For this need, offers of social value are {social} higher, no bid is dearer than its card, and the first check gets {bonus}.",
        social=cards.settings.engage_social,
        bonus=viewer.language.signed(cards.settings.engage_bonus),
    )
    look, ink = "engage", team_ink(seat)
    return Choice("engage", title, tuple(offers), button, why, line=line, story=story, picture=look, ink=ink, button_picture=look)


def need_offer(viewer: Viewer, place: int, need: int, action: int, why: str, owner: str = "") -> Offer:
    """A need as a card to choose; `owner` is whose it is."""
    face = need_face(viewer, need)
    return Offer(f"offer {place}", action, face.title, face.figures, why, owner, face=face)


def engaged_sheet(viewer: Viewer, at: int) -> Sheet:
    """Who came forward, and whose track record was turned up, when the market was engaged. `at`: the place of that turn in the history."""
    happenings = viewer.history[at].happenings
    engaged = next(happened for happened in happenings if happened.kind == Happening.ENGAGED)
    lines = []
    for happened in happenings:
        if happened.kind == Happening.SUPPLIER_CAME:
            title = viewer.text("{supplier} comes forward.", supplier=viewer.supplier(happened.a))
            words = viewer.text("One more that could bid.")
            lines.append(Line(title, "", words, KIND_IDS[viewer.cards.suppliers[happened.a].kind], "accent"))
        elif happened.kind == Happening.RECORD_SEEN:
            reputation = viewer.cards.suppliers[happened.a].reputation
            ink = "good" if happened.b >= 0 else "bad"
            words = viewer.text("Its track record is turned up and changes its reputation of {reputation}.", reputation=reputation)
            lines.append(Line(viewer.supplier(happened.a), viewer.language.signed(happened.b), words, "seal", ink, value_ink=ink))
    if not lines:
        lines.append(Line(viewer.text("No new supplier and no new track record: the market is known already."), picture="information"))
    title = viewer.text("The market has been engaged")
    line = viewer.text("{team} engaged the market for “{need}”.", team=viewer.council(engaged.seat), need=viewer.need(engaged.a))
    story = viewer.text(
        "For this need offers of social value are higher now, no bid will be dearer than its card, and the first check is easier."
    )
    return Sheet("engaged", title, line, story, picture="engage", ink=team_ink(engaged.seat), lines=tuple(lines))


def joint_choice(viewer: Viewer) -> Choice:
    """First the team's own need: those of its tray."""
    cards, state, seat = viewer.cards, viewer.state, viewer.state.decider
    council = state.councils[seat]
    offers = [
        need_offer(viewer, place, need, need, viewer.why(why_not_joint(cards, state, seat, need), Route.JOINT))
        for place, need in enumerate(council.tray[: council.tray_count])
    ]
    days = tender_days(cards, state, seat, Route.JOINT)
    title, button = viewer.text("Which need do you want to buy jointly?"), viewer.text("Choose the partner")
    line = viewer.plural("It takes {n} officer day.", "It takes {n} officer days.", days)
    return _joint(viewer, "joint", title, offers, button, line, "arrow-right", Open("partner"))


def partner_choice(viewer: Viewer, need: int) -> Choice:
    """Then the partner's: the needs of the same category in the other trays."""
    cards, state, seat = viewer.cards, viewer.state, viewer.state.decider
    offers: list[Offer] = []
    for step in range(1, state.seats):
        other = (seat + step) % state.seats
        council = state.councils[other]
        owner = viewer.who(other)
        for theirs in council.tray[: council.tray_count]:
            if cards.needs[theirs].category == cards.needs[need].category:
                why = viewer.why(why_not_partner(cards, state, seat, need, theirs), Route.JOINT)
                about = f"{owner} · {bidders_said(viewer, need, theirs)}"
                offers.append(need_offer(viewer, len(offers), theirs, theirs, why, about))
    title, button = viewer.text("Buy jointly with whom?"), viewer.text("Write the tender")
    line = viewer.text("Your need: “{need}”", need=viewer.need(need))
    return _joint(viewer, "partner", title, offers, button, line, "tender", Do("tender", (need,)))


def bidders_said(viewer: Viewer, need: int, theirs: int) -> str:
    """How many could bid for two needs together, and whether the market was engaged for either of them."""
    table = Table()
    fill_bidders(viewer.cards, viewer.state, viewer.state.decider, need, theirs, Route.JOINT, 0, table)
    many = viewer.plural("{n} can bid now", "{n} can bid now", table.count) if table.count else viewer.text("Nobody can bid now")
    return f"{many} · {viewer.text('market engaged')}" if is_engaged(viewer.state, need, theirs) else many


def _joint(viewer: Viewer, name: str, title: str, offers: list[Offer], button: str, line: str, picture: str, then: Open | Do) -> Choice:
    """A choice on the way to a joint tender, with what such a tender brings."""
    why, ink = viewer.text("Choose one of the cards first."), team_ink(viewer.state.decider)
    story = viewer.text(
        "Two councils buy together. For both, the price changes by {price} of the estimate and the carbon by {carbon}. "
        "The partner has to agree to your weights.",
        price=viewer.language.signed_percent(viewer.cards.routes[Route.JOINT].price),
        carbon=viewer.language.signed_percent(viewer.cards.settings.joint_carbon),
    )
    return Choice(name, title, tuple(offers), button, why, line, story, "joint", ink, picture, then)
