"""What a debrief holds. Money in pounds, carbon in kilograms, scores of an assessment as the rules have them (100,000 to the point)."""

from dataclasses import dataclass, field

from caffael.match import CampaignPlace
from caffael.rules.terms import CATEGORIES, CRITERIA, GOALS, NONE, YEARS


@dataclass(slots=True)
class Bid:
    """A bid as it was assessed. `points` are its weighted points on each criterion, thousandths of a point; they add up to `total`."""

    supplier: int
    price: int  # whole term, both needs of a joint tender
    card: int
    quality: int
    social: int
    carbon: int  # % of the baseline
    points: list[int]
    total: int
    rank: int


@dataclass(slots=True)
class RunnerUp:
    """What the second bid would have cost this council, by the rules: price of the contract, carbon a year."""

    supplier: int
    price: int
    carbon: int


@dataclass(slots=True)
class OtherWeights:
    """The nearest weights of the scenario under which another bidder would have won."""

    weights: int
    supplier: int
    moved: int  # percentage points that change hands


@dataclass(frozen=True, slots=True)
class RealAsked:
    """What the real buyer of a need asked, in per cent by criterion, and the supplier that would have won by it."""

    asked: tuple[int, ...]
    supplier: int


@dataclass(frozen=True, slots=True)
class SealedStory:
    """What of a sealed tender had changed when it was opened, by suppliers: who led as printed when it was sealed (NONE: nobody could bid),
    who could bid then and no longer, and who had come in.
    """

    led: int
    gone: tuple[int, ...]
    come: tuple[int, ...]


@dataclass(slots=True)
class ContractStory:
    """One contract, from what was asked for to what came."""

    seat: int
    need: int
    year: int
    route: int
    scope: int
    weights: int  # NONE where none counted
    supplier: int
    price: int
    carbon_a_year: int
    partner: int = NONE  # the other seat of a joint tender
    bids: list[Bid] = field(default_factory=list)
    runner_up: RunnerUp | None = None
    other: OtherWeights | None = None
    real: RealAsked | None = None  # None where nobody knows
    sealed: SealedStory | None = None  # None where it lay in no envelope, or was not weighed
    quality: int = 0
    social: int = 0  # offer of the winner, 0 to 5
    reached: int = 0  # years
    missed: int = 0
    managed: int = 0
    paid: int = 0
    cover: int = 0  # of what was paid: emergency cover
    carbon: int = 0
    local: int = 0  # pounds of what was paid that stayed in the region
    promised: int = 0  # points of social value
    came: int = 0
    points: int = 0  # by which goals moved through it
    ended: bool = False  # by too many misses
    right: int = 0  # of the class, who had named the winner
    guesses: int = 0  # of the class in all


@dataclass(slots=True)
class FailedTender:
    """A tender for which nobody could bid."""

    seat: int
    need: int
    year: int
    route: int


@dataclass(slots=True)
class Part:
    """One part of a score: its kind (see `wording.part_name`), its points, and the number it comes from."""

    kind: str
    points: int
    source: int


@dataclass(slots=True)
class TeamStory:
    """A team at the end. Shared ranks are equal; 0 is first."""

    seat: int
    team: str
    player: str
    rank: int
    total: int
    parts: list[Part]
    goals: list[int]
    badges: list[int]
    moves: list[list[int]]  # by goal and cause: by how many points it went up or down in all
    open_needs: list[int]  # in the tray and waiting, at the end


@dataclass(slots=True)
class CarbonRow:
    """What a council emitted: by the category of its contracts, by needs that stayed unmet, by its own estate, and by year."""

    contracts: list[int] = field(default_factory=lambda: [0] * CATEGORIES)
    unmet: int = 0
    estate: int = 0
    years: list[int] = field(default_factory=lambda: [0] * (YEARS + 1))

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.contracts) + self.unmet + self.estate


@dataclass(slots=True)
class MoneyRow:
    """What a council paid for contracts, and what of it stayed in the region: by the suppliers' local share."""

    spent: int = 0
    local: int = 0
    cover: int = 0
    by_category: list[int] = field(default_factory=lambda: [0] * CATEGORIES)
    local_by_category: list[int] = field(default_factory=lambda: [0] * CATEGORIES)

    @property
    def share(self) -> int:
        """The local share in per cent."""
        return 100 * self.local // self.spent if self.spent else 0


@dataclass(slots=True)
class PromiseRow:
    """A council's promises: checks reached and missed, social value promised and come (points), years of contracts managed."""

    reached: int = 0
    missed: int = 0
    promised: int = 0
    came: int = 0
    managed: int = 0

    @property
    def checks(self) -> int:
        """Years of contracts."""
        return self.reached + self.missed


@dataclass(slots=True)
class Saver:
    """A tender with a cleaner bid on the table: its contract (a place in the list), that supplier, and what it would have saved."""

    contract: int
    supplier: int
    saved: int


@dataclass(slots=True)
class Region:
    """How the region came through: its carbon against its budget; nobody's name yet."""

    carbon: int = 0
    budget: int = 0
    counted: bool = True  # whether this game counts carbon
    failed: bool = False
    ending: int = 0
    target: int = 0  # mean score that a shared end asks for
    mean: int = 0
    marks: int = 0  # of carbon, which it passed
    years: list[int] = field(default_factory=list)  # kg, from the first year on
    savers: list[Saver] = field(default_factory=list)
    storms: int = 0

    @property
    def percent(self) -> int:
        """Carbon in per cent of the budget."""
        return 100 * self.carbon // self.budget if self.budget else 0

    @property
    def over(self) -> int:
        """By how much the region is over its budget; 0 when it is not."""
        return max(self.carbon - self.budget, 0)

    @property
    def savable(self) -> int:
        """What the cleaner bids of `savers` would have saved together."""
        return sum(saver.saved for saver in self.savers)


@dataclass(slots=True)
class Question:
    """A question to talk about: its kind (see `wording.QUESTIONS`), what it is about, and the numbers and cards it names."""

    kind: str
    theme: str
    weight: int  # how much this game has to say about it
    values: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class CampaignStory:
    """How a campaign stands after a game that went on from an earlier one."""

    first: int  # the number of the first game that counts
    over: bool  # whether this was the last one
    places: list[CampaignPlace]  # best first

    @property
    def winners(self) -> list[int]:
        """The seats with the highest sum of scores, once the campaign is over."""
        return [place.seat for place in self.places if place.rank == 0] if self.over else []

    def place_of(self, seat: int) -> CampaignPlace:
        """Where a seat stands."""
        return next(place for place in self.places if place.seat == seat)


@dataclass(slots=True)
class Debrief:
    """The story of a game. The lists by seat stand in the order of the seats; `teams` stand best first."""

    region: Region = field(default_factory=Region)
    teams: list[TeamStory] = field(default_factory=list)
    winners: list[int] = field(default_factory=list)
    contracts: list[ContractStory] = field(default_factory=list)
    failures: list[FailedTender] = field(default_factory=list)
    carbon: list[CarbonRow] = field(default_factory=list)
    money: list[MoneyRow] = field(default_factory=list)
    promises: list[PromiseRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    campaign: CampaignStory | None = None
    finished: bool = True
    weights_mean: list[int] = field(default_factory=lambda: [0] * CRITERIA)  # of all weighed tenders, in per cent
    goals_mean: list[int] = field(default_factory=lambda: [0] * GOALS)  # of all councils, in tenths of a point
    engagements: int = 0
    joint: int = 0
    notices: int = 0
    unmet: int = 0

    @property
    def guessed(self) -> list[ContractStory]:
        """The contracts whose winner a class had tried to name, a joint tender once."""
        return [story for story in self.contracts if story.guesses]
