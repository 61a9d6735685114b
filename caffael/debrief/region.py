"""How the region came through, and which tenders would have saved it."""

from caffael.debrief.records import Debrief, Saver
from caffael.match import Match
from caffael.rules.year import region_budget, region_failed

SAVERS = 3


def tell_region(match: Match, debrief: Debrief) -> None:
    """Fill in the region's fate."""
    region, state, settings = debrief.region, match.state, match.cards.settings
    region.carbon = state.carbon
    region.budget = region_budget(match.cards, state)
    region.counted = settings.carbon == 1
    region.failed = region_failed(match.cards, state)
    region.ending = settings.ending
    region.target = settings.shared_target
    region.mean = sum(team.total for team in debrief.teams) // len(debrief.teams)
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
