"""What a year still brings a council when it is reviewed, before it is: its own carbon, and the prizes that it has won.

Everything is reckoned by the rules' own functions, from what lies face up. No event comes any more, and no check changes a contract's
carbon; what changes these figures is what is bought, managed and finished until then.
"""

from dataclasses import dataclass

from caffael.presentation.own_carbon import ORIGINS
from caffael.presentation.viewer import Viewer
from caffael.rules.copying import copy_into
from caffael.rules.delivery import carbon_of
from caffael.rules.events import yearly_share
from caffael.rules.powers import pay_prizes
from caffael.rules.records import State, Told
from caffael.rules.terms import Phase
from caffael.rules.year import GLOBAL, RESILIENT, own_carbon_points
from caffael.words.sentences import goal_name


@dataclass(frozen=True, slots=True)
class CarbonAhead:
    """A council's own carbon of this year as it stands, in kg: of its contracts, of the needs without one, and of its own estate."""

    contracts: int
    unmet: int
    estate: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.contracts + self.unmet + self.estate


def carbon_ahead(viewer: Viewer, seat: int) -> CarbonAhead:
    """What a council emits this year if nothing more is bought or managed and no check ends a contract."""
    cards, council = viewer.cards, viewer.state.councils[seat]
    running = viewer.contracts(seat)
    done = (cards.needs[contract.need].cut for contract in running if contract.age + 1 >= contract.term)
    needs = (*council.tray[: council.tray_count], *council.waiting[: council.waiting_count])
    return CarbonAhead(
        sum(carbon_of(cards, council, contract) for contract in running),
        sum(cards.needs[need].carbon for need in needs),
        max(0, council.estate - sum(done)),
    )


def is_judged(viewer: Viewer) -> bool:
    """Whether own carbon is part of this game and this year's is still to be judged."""
    settings = viewer.cards.settings
    return settings.carbon == 1 and settings.own_carbon == 1 and viewer.state.phase != Phase.END


def carbon_ahead_said(viewer: Viewer, seat: int) -> tuple[str, str, int]:
    """A council's own carbon of this year as it stands; its share, where the carbon comes from and what it does to two goals; and the
    points that it brings each of them.
    """
    language, ahead, share = viewer.language, carbon_ahead(viewer, seat), yearly_share(viewer.cards)
    points = own_carbon_points(ahead.total, share)
    parts = [
        viewer.text(said, carbon=language.carbon(part))
        for said, part in zip(ORIGINS, (ahead.contracts, ahead.unmet, ahead.estate), strict=True)
        if part
    ]
    goals = {"goal": goal_name(language, RESILIENT), "other_goal": goal_name(language, GLOBAL)}
    if points:
        told = viewer.text("“{goal}” and “{other_goal}”: {points} each.", points=language.signed(points), **goals)
    else:
        told = viewer.text("“{goal}” and “{other_goal}” stay as they are.", **goals)
    shared = viewer.text("The share is {share}.", share=language.carbon(share))
    return language.carbon(ahead.total), " ".join((shared, " · ".join((*parts, told)))), points


def prizes_ahead(viewer: Viewer, seat: int) -> int:
    """What a council gets from the Challenge Fund at the review for what it finished this year, in pounds, if nobody else does the same."""
    after = State()
    copy_into(after, viewer.state)
    pay_prizes(viewer.cards, after, Told())
    return after.councils[seat].budget - viewer.state.councils[seat].budget
