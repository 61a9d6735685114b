"""Which contracts a team manages this year: each as a card to tick, reckoned by the rules' own functions from what lies face up."""

from collections.abc import Sequence

from caffael.presentation.ahead import prizes_ahead
from caffael.presentation.bidders import carbon_words
from caffael.presentation.blocks import Block, Button, Offer, Page, Text
from caffael.presentation.faces import Fact, ManageFace, Outlook
from caffael.presentation.press import Do
from caffael.presentation.sheets.contract import years_left
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import MANAGE
from caffael.rules.copying import copy_into
from caffael.rules.delivery import carbon_of, check_bonus, cover_of, reliability_of
from caffael.rules.outlook import (
    PAID,
    brings_notice,
    carbon_saved,
    cover_brings_notice,
    ends_when_missed,
    fill_gains,
    left_when,
    points_when_missed,
    points_when_reached,
)
from caffael.rules.records import Contract, Council
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
    risk = together_words(viewer, ticked)
    title = viewer.text("{council}: which contracts do you manage?", council=viewer.council(viewer.seat))
    line = viewer.text("Year {year} of {years}", year=viewer.state.year, years=viewer.cards.settings.years)
    blocks: tuple[Block, ...] = (
        Text(f"{words} {risk}".strip(), "lead"),
        Text(viewer.plural("{n} officer day left", "{n} officer days left", left), id="days"),
        *(_offer(viewer, contract, contract.need in ticked, left) for contract in manageable(viewer)),
    )
    buttons = (Button("done", viewer.text("Done"), Do("done"), "check", ink=team_ink(viewer.seat)),)
    return Page("manage", title, line, "manage", team_ink(viewer.seat), blocks=blocks, buttons=buttons)


def purse(viewer: Viewer) -> Council:
    """The viewer's council with the prizes that it gets before its money is judged."""
    council = Council()
    copy_into(council, viewer.own)
    council.budget += prizes_ahead(viewer, viewer.seat)
    return council


def can_miss(viewer: Viewer, contract: Contract, ticked: bool) -> bool:
    """Whether there is a delivery card with which a contract misses its check, by whether it is to be managed."""
    tried = Contract()
    copy_into(tried, contract)
    tried.managed = int(ticked or contract.managed == 1)
    record = record_of(viewer, contract)
    return is_unsure(viewer, record) or check_least(viewer, tried, record) > 1


def together_words(viewer: Viewer, ticked: Sequence[int]) -> str:
    """A warning where no single missed check would bring a notice, but several together would; empty where none could."""
    council, running = purse(viewer), viewer.contracts(viewer.seat)
    if not running:
        return ""
    left = left_when(viewer.cards, council, running[0], PAID)
    covers = sorted((cover_of(viewer.cards, one) for one in running if can_miss(viewer, one, one.need in ticked)), reverse=True)
    for count in range(2, len(covers) + 1):
        if left >= covers[0] and brings_notice(viewer.cards, left - sum(covers[:count])):
            return viewer.plural(
                "When all is paid, {left} is left. "
                "{n} missed check can cost more than that and bring a Section 114 notice: every goal falls by 1.",
                "When all is paid, {left} is left. "
                "{n} missed checks together can cost more than that and bring a Section 114 notice: every goal falls by 1.",
                count,
                left=viewer.language.money(left),
            )
    return ""


def record_of(viewer: Viewer, contract: Contract) -> int:
    """The track record that counts for a contract, as far as everybody knows it."""
    return 0 if contract.supplier == FRAMEWORK else viewer.state.records[contract.supplier]


def is_unsure(viewer: Viewer, record: int) -> bool:
    """Whether a track record is still to be turned up."""
    return record == UNKNOWN and viewer.cards.settings.track_records == 1


def _offer(viewer: Viewer, contract: Contract, ticked: bool, left: int) -> Offer:
    """A contract as a card to tick."""
    need = contract.need
    why = "" if ticked or left > 0 else viewer.text("No officer day is left. Take away another tick first.")
    said = viewer.text("ticked") if ticked else viewer.text("not ticked")
    return Offer(f"contract {need}", MANAGE + need, viewer.need(need), said, why, face=manage_face(viewer, contract), chosen=ticked)


def manage_face(viewer: Viewer, contract: Contract) -> ManageFace:
    """What a contract's card shows."""
    record = record_of(viewer, contract)
    managed = Contract()
    copy_into(managed, contract)
    managed.managed = 1
    unsure = is_unsure(viewer, record)
    sure = not unsure and check_least(viewer, contract, record) <= 1
    same = sure and fixed_gains(viewer, contract) == fixed_gains(viewer, managed)
    return ManageFace(
        category=viewer.need_look(contract.need),
        supplier=viewer.supplier(contract.supplier),
        left=years_left(viewer, contract),
        alone=_outlook(viewer, viewer.text("If nobody manages it"), contract, record, sure),
        managed=_outlook(
            viewer, viewer.text("If you manage it"), managed, record, sure or (not unsure and check_least(viewer, managed, record) <= 1)
        ),
        tick=viewer.text("Manage it"),
        stake="" if sure else stake_words(viewer, contract),
        sure=sure_words(viewer, same) if sure else "",
        unsure=viewer.text("Its track record is unseen, so this is by its reputation.") if unsure else "",
        missed=viewer.text("One check was missed already.") if contract.misses else "",
    )


def stake_words(viewer: Viewer, contract: Contract) -> str:
    """What a missed check would cost besides what does not grow: emergency cover, the notice that it would bring, and the contract
    where it would end.
    """
    cover, ends = cover_of(viewer.cards, contract), ends_when_missed(viewer.cards, contract)
    money = viewer.language.money(cover)
    if cover == 0:
        if ends and viewer.last_year:
            return viewer.text("A missed check: no goal grows, and the need is unmet again.")
        if ends:
            return viewer.text("A missed check: no goal grows, and the need comes back to your tray.")
        return viewer.text("A missed check: no goal grows.")
    if ends and viewer.last_year:
        said = viewer.text("A missed check: no goal grows, cover costs {money} more, and the need is unmet again.", money=money)
    elif ends:
        said = viewer.text("A missed check: no goal grows, cover costs {money} more, and the need comes back to your tray.", money=money)
    else:
        said = viewer.text("A missed check: no goal grows, and cover costs {money} more.", money=money)
    if cover_brings_notice(viewer.cards, purse(viewer), contract):
        return f"{said} {viewer.text('That takes your budget below zero: every goal falls by 1.')}"
    return said


def check_least(viewer: Viewer, contract: Contract, record: int) -> int:
    """The lowest delivery card that would do, 1 where nothing can be missed."""
    bonus = check_bonus(viewer.cards, viewer.own, contract)
    return max(1, viewer.cards.settings.check_sum - reliability_of(viewer.cards, contract, record) - bonus)


def fixed_gains(viewer: Viewer, contract: Contract) -> tuple[list[int], int]:
    """What a reached check makes grow, by goal, and what the contract emits."""
    gains = [0] * GOALS
    fill_gains(viewer.cards, viewer.own, contract, gains)
    return gains, carbon_of(viewer.cards, viewer.own, contract)


def sure_words(viewer: Viewer, same: bool) -> str:
    """What is said once of a contract of which nothing can be missed; `same`: managing would bring nothing more either."""
    if same:
        return viewer.text("Nothing can be missed here, and managing it changes nothing this year.")
    return viewer.text("Nothing can be missed here. Managing it brings what was promised whole.")


def _outlook(viewer: Viewer, title: str, contract: Contract, record: int, sure: bool) -> Outlook:
    """Which delivery cards would do, and what would grow, if the contract is managed or not."""
    cards, council = viewer.cards, purse(viewer)
    gains, least = fixed_gains(viewer, contract)[0], check_least(viewer, contract, record)
    if least <= 1:
        check = viewer.text("Any card will do")
    elif least > FACES:
        check = viewer.text("No card will do")
    elif least == FACES:
        check = viewer.text("Needs a {n}", n=least)
    else:
        check = viewer.text("Needs a {n} or more", n=least)
    signed = viewer.language.signed
    reached, missed = points_when_reached(cards, council, contract), points_when_missed(cards, council, contract)
    if sure:
        points = viewer.text("Points: {reached}", reached=signed(reached))
    else:
        points = viewer.text("Points: {reached} if reached, {missed} if missed", reached=signed(reached), missed=signed(missed))
    facts = tuple(Fact(GOAL_IDS[goal], goal_ink(goal), signed(change), 0) for goal, change in enumerate(gains) if change)
    saved = carbon_saved(cards, council, contract) if contract.managed == 1 else 0
    if saved > 0 and cards.settings.carbon == 1:
        facts += (Fact("carbon", "criterion.carbon", carbon_words(viewer, saved), 0),)
    return Outlook(title, least, check, facts, points)
