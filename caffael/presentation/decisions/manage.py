"""Which contracts a team manages this year: each as a card to tick, reckoned by the rules' own functions from what lies face up."""

from collections.abc import Sequence

from caffael.presentation.blocks import Block, Button, Offer, Page, Text
from caffael.presentation.faces import ManageFace, Outlook
from caffael.presentation.press import Do
from caffael.presentation.sheets.contract import years_left
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import MANAGE
from caffael.rules.copying import copy_into
from caffael.rules.delivery import CARDS_AND_RELIABILITY, check_bonus, reliability_of, social_points
from caffael.rules.records import Contract
from caffael.rules.terms import FRAMEWORK, UNKNOWN
from caffael.words.looks import GOAL_IDS, team_ink
from caffael.words.sentences import goal_name

FACES = 6
"""The numbers on delivery cards: 1 to this."""


def manageable(viewer: Viewer) -> list[Contract]:
    """The viewer's contracts that nobody manages yet."""
    return [contract for contract in viewer.contracts(viewer.seat) if contract.managed == 0]


def manage_page(viewer: Viewer, ticked: Sequence[int]) -> Page:
    """The contracts that can be managed, with what managing does and the days that are left for it. `ticked`: their needs."""
    left = viewer.own.days - len(ticked)
    bonus = viewer.language.signed(viewer.cards.settings.managed_bonus)
    words = viewer.text(
        "Each tick costs a day. A managed contract gets {bonus} on its check this year, and what was promised comes whole.", bonus=bonus
    )
    title = viewer.text("{council}: which contracts do you manage?", council=viewer.council(viewer.seat))
    line = viewer.text("{team} · year {year}", team=viewer.council(viewer.seat), year=viewer.state.year)
    blocks: tuple[Block, ...] = (
        Text(words, "lead"),
        Text(viewer.plural("{n} officer day left", "{n} officer days left", left), id="days"),
        *(_offer(viewer, contract, contract.need in ticked, left) for contract in manageable(viewer)),
    )
    buttons = (Button("done", viewer.text("Done"), Do("done"), "check", ink=team_ink(viewer.seat)),)
    return Page("manage", title, line, "manage", team_ink(viewer.seat), blocks=blocks, buttons=buttons)


def _offer(viewer: Viewer, contract: Contract, ticked: bool, left: int) -> Offer:
    """A contract as a card to tick."""
    need = contract.need
    why = "" if ticked or left > 0 else viewer.text("No officer day is left. Take away another tick first.")
    said = viewer.text("ticked") if ticked else viewer.text("not ticked")
    return Offer(f"contract {need}", MANAGE + need, viewer.need(need), said, why, face=manage_face(viewer, contract), chosen=ticked)


def manage_face(viewer: Viewer, contract: Contract) -> ManageFace:
    """What a contract's card shows."""
    record = 0 if contract.supplier == FRAMEWORK else viewer.state.records[contract.supplier]
    managed = Contract()
    copy_into(managed, contract)
    managed.managed = 1
    unsure = record == UNKNOWN and viewer.cards.settings.track_records == 1
    return ManageFace(
        category=viewer.need_look(contract.need),
        supplier=viewer.supplier(contract.supplier),
        left=years_left(viewer, contract),
        alone=_outlook(viewer, viewer.text("If nobody manages it"), contract, record, 0),
        managed=_outlook(viewer, viewer.text("If you manage it"), managed, record, 1),
        goal=GOAL_IDS[viewer.cards.suppliers[contract.supplier].social_goal],
        unsure=viewer.text("Its track record is unseen, so this is by its reputation.") if unsure else "",
        missed=viewer.text("One check was missed already.") if contract.misses else "",
    )


def _outlook(viewer: Viewer, title: str, contract: Contract, record: int, managed: int) -> Outlook:
    """Which delivery cards would do, and what the promise would come to, if the contract is managed or not."""
    bonus = check_bonus(viewer.cards, viewer.own, contract)
    least = max(1, CARDS_AND_RELIABILITY - reliability_of(viewer.cards, contract, record) - bonus)
    if least <= 1:
        check = viewer.text("Any card will do")
    elif least > FACES:
        check = viewer.text("No card will do")
    else:
        check = viewer.text("Needs a {n} or more", n=least)
    goal = goal_name(viewer.language, viewer.cards.suppliers[contract.supplier].social_goal)
    change = viewer.language.signed(social_points(contract.social, managed))
    promised = social_points(contract.social, 1) > 0
    return Outlook(title, least, check, viewer.text("{goal} {change}", goal=goal, change=change) if promised else "")
