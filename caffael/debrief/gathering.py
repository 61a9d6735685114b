"""From the history of a match to its debrief: every happening is read once, in order."""

from collections.abc import Callable, Iterable, Sequence

from caffael.debrief.questions import choose_questions
from caffael.debrief.real import really_asked
from caffael.debrief.records import (
    Bid,
    CampaignStory,
    CarbonRow,
    ContractStory,
    Debrief,
    FailedTender,
    MoneyRow,
    OtherWeights,
    PromiseRow,
    RunnerUp,
    Saver,
    SealedStory,
    TeamStory,
)
from caffael.debrief.scores import parts_of
from caffael.debrief.sealed import sealed_stories
from caffael.match import Match, campaign_places
from caffael.match.standing import mean_of
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.delivery import social_points
from caffael.rules.happened import CAUSES, Cause, Happening
from caffael.rules.powers import power_of
from caffael.rules.records import Council, Happened, Score, Table
from caffael.rules.tender import price_of, weigh
from caffael.rules.terms import CRITERIA, FRAMEWORK, GOALS, NONE, Power, Route
from caffael.rules.year import region_budget, region_failed
from caffael.saves.guesses import Guess

SAVERS = 3


def make_debrief(match: Match, guesses: Iterable[Guess] = ()) -> Debrief:
    """The story of a game as far as it is played. `guesses`: how often the class named the winners, as it is kept beside the record."""
    gatherer = Gatherer(match)
    gatherer.read(match.opening, None)
    said = {guess.turn: guess for guess in guesses}
    sealed = sealed_stories(match)
    for place, turn in enumerate(match.history):
        gatherer.read(turn.happenings, turn.table, sealed.get(place))
        gatherer.guessed(said.get(place))
    return gatherer.finish()


class Gatherer:
    """The debrief as it grows."""

    def __init__(self, match: Match) -> None:
        seats = match.state.seats
        self.match = match
        self.cards: Cards = match.cards
        self.year = 0
        self.told = Debrief(
            carbon=[CarbonRow() for _ in range(seats)],
            money=[MoneyRow() for _ in range(seats)],
            promises=[PromiseRow() for _ in range(seats)],
        )
        self.moves = [[[0] * CAUSES for _ in range(GOALS)] for _ in range(seats)]
        self._running: dict[tuple[int, int], ContractStory] = {}
        self._unmet: set[tuple[int, int]] = set()
        self._tender: Happened | None = None
        self._table: Table | None = None
        self._sealed: SealedStory | None = None
        self._scratch = Table()
        self._councils = [Council() for _ in range(seats)]  # with the projects that each has finished
        self._signed: ContractStory | None = None

    def read(self, happenings: Iterable[Happened], table: Table | None, sealed: SealedStory | None = None) -> None:
        """Take in what one action made happen, the table of bids if it assessed a tender, and its story if that lay in an envelope."""
        self._table, self._sealed = table, sealed
        self._signed = None
        for happened in happenings:
            reader = READERS.get(Happening(happened.kind))
            if reader is not None:
                reader(self, happened)

    def guessed(self, guess: Guess | None) -> None:
        """What the class had said of the tender that was awarded last; of a joint one it is told once."""
        if guess is not None and self._signed is not None:
            self._signed.right, self._signed.guesses = guess.right, guess.of

    # What each kind of happening adds

    def year_opened(self, h: Happened) -> None:
        """A year begins."""
        self.year = h.a
        self._unmet.clear()

    def tender(self, h: Happened) -> None:
        """A tender is published; its award follows."""
        self._tender = h

    def awarded(self, h: Happened) -> None:
        """A contract is signed; in a joint tender a second one follows the first."""
        tender, table = self._tender, self._table
        if tender is None or table is None:
            return
        story = ContractStory(h.seat, h.a, self.year, tender.b, tender.e, tender.c, h.b, h.c, h.d)
        story.bids = bids_of(self.cards, table, tender.c)
        story.quality, story.social = story.bids[0].quality, story.bids[0].social
        if tender.c != NONE:
            story.runner_up = runner_up_of(self.cards, self._councils[h.seat], table, h.a, tender.b)
        story.other = other_weights(self.cards, table, tender.c, self._scratch)
        if tender.c != NONE:
            story.real = really_asked(self.cards, self.match.pack.need(h.a).asked, table)
        story.sealed = self._sealed
        if self._signed is not None:
            story.partner, self._signed.partner = self._signed.seat, story.seat
            self.told.joint += 1
        self._signed = story
        self.told.contracts.append(story)
        self._running[h.seat, h.a] = story

    def failed(self, h: Happened) -> None:
        """Nobody could bid."""
        self.told.failures.append(FailedTender(h.seat, h.a, self.year, h.b))

    def managed(self, h: Happened) -> None:
        """A contract is looked after this year."""
        self._running[h.seat, h.a].managed += 1
        self.told.promises[h.seat].managed += 1

    def check(self, h: Happened) -> None:
        """A year of a contract is reached or missed; what was promised for a missed year is lost."""
        story, row = self._running[h.seat, h.a], self.told.promises[h.seat]
        if h.e == 1:
            story.reached += 1
            row.reached += 1
            return
        story.missed += 1
        row.missed += 1
        lost = social_points(self.cards, story.social, 1)
        story.promised += lost
        row.promised += lost

    def paid(self, h: Happened) -> None:
        """A year is paid; emergency cover goes to nobody in the region."""
        story, row = self._running[h.seat, h.a], self.told.money[h.seat]
        share = 0 if story.supplier == FRAMEWORK else self.cards.suppliers[story.supplier].local
        local = (h.b - h.c) * share // 100
        category = self.cards.needs[h.a].category
        story.paid += h.b
        story.cover += h.c
        story.local += local
        row.spent += h.b
        row.cover += h.c
        row.local += local
        row.by_category[category] += h.b
        row.local_by_category[category] += local

    def emitted(self, h: Happened) -> None:
        """Carbon of a contract, of a need that stayed unmet, or of the estate."""
        row = self.told.carbon[h.seat]
        row.years[self.year] += h.b
        if h.a == NONE:
            row.estate += h.b
        elif (h.seat, h.a) in self._unmet:
            row.unmet += h.b
        else:
            row.contracts[self.cards.needs[h.a].category] += h.b
            self._running[h.seat, h.a].carbon += h.b

    def social(self, h: Happened) -> None:
        """Social value that was promised, and what of it came."""
        story, row = self._running[h.seat, h.a], self.told.promises[h.seat]
        story.promised += h.b
        story.came += h.c
        row.promised += h.b
        row.came += h.c

    def goal(self, h: Happened) -> None:
        """A goal moves."""
        self.moves[h.seat][h.a][h.c] += h.b
        story = self._running.get((h.seat, h.d))
        if story is not None and h.c != Cause.UNMET:
            story.points += h.b

    def unmet(self, h: Happened) -> None:
        """A need stays unmet this year."""
        self._unmet.add((h.seat, h.a))

    def delivered(self, h: Happened) -> None:
        """A contract has run its term."""
        del self._running[h.seat, h.a]

    def ended(self, h: Happened) -> None:
        """A contract ends after too many misses."""
        self._running.pop((h.seat, h.a)).ended = True

    def mark(self, h: Happened) -> None:
        """The region reaches a carbon mark."""
        self.told.region.marks += 1

    def engaged(self, h: Happened) -> None:
        """The market is engaged."""
        self.told.engagements += 1

    def project(self, h: Happened) -> None:
        """A project is finished: from now on its power counts."""
        council = self._councils[h.seat]
        council.projects[h.a] = self.year
        council.finished += 1

    def storm(self, h: Happened) -> None:
        """A climate event comes."""
        self.told.region.storms += 1

    # The end

    def finish(self) -> Debrief:
        """The debrief of all that was read."""
        match, told = self.match, self.told
        scores, councils = match.scores(), match.state.councils[: match.state.seats]
        told.teams = [
            team_story(match, standing.seat, standing.rank, scores[standing.seat], self.moves[standing.seat])
            for standing in match.ranking()
        ]
        told.winners, told.finished, told.campaign = match.winners(), match.finished, campaign_story(match)
        told.weights_mean = mean_weights(self.cards, told.contracts)
        told.goals_mean = [10 * sum(council.goals[goal] for council in councils) // len(councils) for goal in range(GOALS)]
        told.notices = sum(council.notices for council in councils)
        told.unmet = sum(council.unmet for council in councils)
        tell_region(match, told)
        told.questions = choose_questions(match, told)
        return told


def tell_region(match: Match, debrief: Debrief) -> None:
    """Fill in how the region came through, and which tenders would have saved it."""
    region, state, settings = debrief.region, match.state, match.cards.settings
    region.carbon = state.carbon
    region.budget = region_budget(match.cards, state)
    region.counted = settings.carbon == 1
    region.failed = region_failed(match.cards, state)
    region.ending = settings.ending
    region.target = settings.shared_target
    region.mean = mean_of(match.cards, state)
    region.years = [sum(row.years[year] for row in debrief.carbon) for year in range(1, state.year + 1)]
    region.savers = savers_of(debrief)


def savers_of(debrief: Debrief) -> list[Saver]:
    """The tenders in which choosing the cleanest bid on the table would have saved most carbon, in the years that were delivered."""
    found = []
    for place, story in enumerate(debrief.contracts):
        cleanest = min(story.bids, key=lambda bid: (bid.carbon, bid.rank), default=None)
        if cleanest is None or not story.carbon:
            continue
        asked = next(bid.carbon for bid in story.bids if bid.supplier == story.supplier)
        saved = story.carbon * (asked - cleanest.carbon) // asked if asked else 0
        if saved > 0:
            found.append(Saver(place, cleanest.supplier, saved))
    return sorted(found, key=lambda saver: -saver.saved)[:SAVERS]


def campaign_story(match: Match) -> CampaignStory | None:
    """How the campaign stands; None in a game that no other came before."""
    campaign, places = match.pack.campaign, campaign_places(match)
    if campaign is None or not places:
        return None
    games = len(places[0].games)
    return CampaignStory(campaign.game + 1 - games, match.finished and campaign.game == campaign.games, places)


def mean_weights(cards: Cards, contracts: Sequence[ContractStory]) -> list[int]:
    """What was asked for on average, in per cent, over all contracts whose tender was weighed."""
    weighed = [story for story in contracts if story.weights != NONE]
    if not weighed:
        return [0] * CRITERIA
    return [sum(cards.weights[story.weights * CRITERIA + place] for story in weighed) // len(weighed) for place in range(CRITERIA)]


def team_story(match: Match, seat: int, rank: int, score: Score, moves: list[list[int]]) -> TeamStory:
    """A team's place and score with every part that counts, also those that are nothing."""
    state, council, row = match.state, match.state.councils[seat], match.seats[seat]
    parts = parts_of(state, seat, score)
    return TeamStory(
        seat=seat,
        team=row.team,
        player=row.player,
        rank=rank,
        total=score.total,
        parts=parts,
        goals=list(council.goals),
        badges=list(council.badges),
        moves=moves,
        open_needs=[*council.tray[: council.tray_count], *council.waiting[: council.waiting_count]],
    )


READERS: dict[Happening, Callable[[Gatherer, Happened], None]] = {
    Happening.YEAR_OPENED: Gatherer.year_opened,
    Happening.TENDER: Gatherer.tender,
    Happening.AWARDED: Gatherer.awarded,
    Happening.FAILED: Gatherer.failed,
    Happening.MANAGED: Gatherer.managed,
    Happening.CHECK: Gatherer.check,
    Happening.PAID: Gatherer.paid,
    Happening.CARBON: Gatherer.emitted,
    Happening.SOCIAL: Gatherer.social,
    Happening.GOAL: Gatherer.goal,
    Happening.UNMET: Gatherer.unmet,
    Happening.DELIVERED: Gatherer.delivered,
    Happening.ENDED: Gatherer.ended,
    Happening.MARK: Gatherer.mark,
    Happening.ENGAGED: Gatherer.engaged,
    Happening.PROJECT: Gatherer.project,
    Happening.CLIMATE_EVENT: Gatherer.storm,
}


def bids_of(cards: Cards, table: Table, weights: int) -> list[Bid]:
    """The bids of a table, best first, with their weighted points."""
    row = cards.weights[weights * CRITERIA : (weights + 1) * CRITERIA] if weights != NONE else [0] * CRITERIA
    bids = [
        Bid(
            bidder.supplier,
            bidder.bid,
            bidder.card,
            bidder.quality,
            bidder.social,
            bidder.carbon,
            [weight * score for weight, score in zip(row, bidder.scores, strict=True)],
            bidder.total,
            bidder.rank,
        )
        for bidder in table.bidders[: table.count]
    ]
    return sorted(bids, key=lambda bid: bid.rank)


def runner_up_of(cards: Cards, council: Council, table: Table, need: int, route: int) -> RunnerUp | None:
    """What the second of a table would have given a council for a need; None for a sole bidder."""
    second = next((bidder for bidder in table.bidders[: table.count] if bidder.rank == 1), None)
    if second is None:
        return None
    return RunnerUp(second.supplier, price_of(cards, need, second.percent), carbon_of(cards, council, need, second.carbon, route))


def carbon_of(cards: Cards, council: Council, need: int, percent: int, route: int) -> int:
    """The carbon a year of a contract for a need at a percentage of its baseline, as the rules sign it."""
    percent -= power_of(cards, council, Power.CLEANER_CATEGORY, cards.needs[need].category)
    if route == Route.JOINT:
        percent += cards.settings.joint_carbon
    return cards.needs[need].carbon * max(percent, 0) // 100


def other_weights(cards: Cards, table: Table, weights: int, scratch: Table) -> OtherWeights | None:
    """The nearest weights of the scenario under which another bidder of the table would have won; None when there are none."""
    if weights == NONE or table.count < 2:
        return None
    copy_into(scratch, table)
    winner = table.bidders[table.winner].supplier
    asked = cards.weights[weights * CRITERIA : (weights + 1) * CRITERIA]
    best: OtherWeights | None = None
    for other in range(cards.weights_count):
        row = cards.weights[other * CRITERIA : (other + 1) * CRITERIA]
        moved = sum(abs(a - b) for a, b in zip(asked, row, strict=True)) // 2
        if moved == 0 or (best is not None and moved >= best.moved):
            continue
        weigh(cards, other, scratch)
        supplier = scratch.bidders[scratch.winner].supplier
        if supplier != winner:
            best = OtherWeights(other, supplier, moved)
    return best
