"""Which contracts a team manages this year: each as a card to tick, reckoned by the rules' own functions from what lies face up."""

from collections.abc import Sequence

from caffael.presentation.bidders import carbon_words
from caffael.presentation.blocks import Block, Button, Offer, Page, Text
from caffael.presentation.faces import Fact, ManageFace, Outlook
from caffael.presentation.press import Do
from caffael.presentation.sheets.contract import years_left
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import MANAGE
from caffael.rules.copying import copy_into
from caffael.rules.delivery import CARDS_AND_RELIABILITY, carbon_of, check_bonus, cover_of, misses_to_end, reliability_of
from caffael.rules.outlook import fill_gains, points_of_cover, points_of_gains
from caffael.rules.records import Contract
from caffael.rules.terms import FRAMEWORK, GOALS, UNKNOWN
from caffael.words.looks import GOAL_IDS, goal_ink, team_ink

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
        alone=_outlook(viewer, viewer.text("If nobody manages it"), contract, record),
        managed=_outlook(viewer, viewer.text("If you manage it"), managed, record),
        stake=stake_words(viewer, contract),
        unsure=viewer.text("Its track record is unseen, so this is by its reputation.") if unsure else "",
        missed=viewer.text("One check was missed already.") if contract.misses else "",
    )


def stake_words(viewer: Viewer, contract: Contract) -> str:
    """What a missed check would cost besides what does not grow: emergency cover, and the contract where it would end."""
    money = viewer.language.money(cover_of(viewer.cards, contract))
    if contract.misses + 1 >= misses_to_end(viewer.cards, contract):
        return viewer.text("A missed check: no goal grows, cover costs {money} more, and the need comes back to your tray.", money=money)
    return viewer.text("A missed check: no goal grows, and cover costs {money} more.", money=money)


def _outlook(viewer: Viewer, title: str, contract: Contract, record: int) -> Outlook:
    """Which delivery cards would do, and what would grow, if the contract is managed or not."""
    cards, council, gains = viewer.cards, viewer.own, [0] * GOALS
    bonus = check_bonus(cards, council, contract)
    least = max(1, CARDS_AND_RELIABILITY - reliability_of(cards, contract, record) - bonus)
    if least <= 1:
        check = viewer.text("Any card will do")
    elif least > FACES:
        check = viewer.text("No card will do")
    else:
        check = viewer.text("Needs a {n} or more", n=least)
    fill_gains(cards, council, contract, gains)
    signed = viewer.language.signed
    reached, missed = points_of_gains(cards, council, gains), -points_of_cover(cards, council, contract)
    points = viewer.text("Points: {reached} if reached, {missed} if missed", reached=signed(reached), missed=signed(missed))
    facts = tuple(Fact(GOAL_IDS[goal], goal_ink(goal), signed(change), 0) for goal, change in enumerate(gains) if change)
    saved = contract.carbon - carbon_of(cards, council, contract) if contract.managed == 1 else 0
    if saved > 0 and cards.settings.carbon == 1:
        facts += (Fact("carbon", "criterion.carbon", carbon_words(viewer, saved), 0),)
    return Outlook(title, least, check, facts, points)
