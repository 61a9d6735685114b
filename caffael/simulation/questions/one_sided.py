"""What a class would mostly see, where it would see one thing again and again: from games in which all styles of play sit at one table.

The bounds lie well outside what the packs that ship show (600 games each, four styles at a table). There the region fails in 26 to 51 % of
games; the best style wins 40 to 46 %, the worst 0.7 to 8 %; the supplier that wins most has 6 to 12 % of contested tenders, and none wins
more than 68 % of those for which it bids; no category has more than 23 % of what is bought; a council buys 1.5 to 2 needs a year.
"""

from collections.abc import Iterator

from caffael.scenario import Fault, Pack
from caffael.scenario.faults import shown
from caffael.scenario.read.toml_text import spot_at
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.questions.outcomes import win_share
from caffael.words.sentence import Sentence

MOSTLY_FAILS = 0.85
"""A class that fails six times in seven learns that nothing helps."""
HARDLY_FAILS = 0.03
"""One game in thirty: no class of a school would see it."""
HARDLY_WINS = 0.005
"""The style that is meant to lose still wins more often than this; below it, a way to play is a mistake and no temptation."""
MOSTLY_WINS = 0.75
"""Three games in four, where four styles play: the others may as well not try."""
HALF = 0.5
"""One supplier with half of all contested tenders: every other award is the same."""
WINS_ALL = 0.9
"""One supplier that wins nine of ten tenders for which it bids has no rivals."""
BIDS = 100
"""Contested bids from which that is told."""
ONE_KIND = 0.6
"""One category with three of five contracts, where there are several."""
BUYS_NOTHING = 0.5
"""Needs a council buys in a year; with fewer most of its years pass without any."""


def one_sided(pack: Pack, outcome: Outcome) -> Iterator[Fault]:
    """Everything that a class would see in nearly all of its games."""
    yield from region(pack, outcome)
    yield from styles(pack, outcome)
    yield from suppliers(pack, outcome)
    yield from purchases(pack, outcome)


def region(pack: Pack, outcome: Outcome) -> Iterator[Fault]:
    """A region that fails in nearly all games, or in nearly none."""
    failed = outcome.tally.failed / outcome.tally.finished
    message = None
    if failed >= MOSTLY_FAILS:
        pattern = "In {share} of games between unlike players the region fails, so a class would see little else; raise the carbon budget."
        message = Sentence(pattern, share=percent(failed))
    elif failed <= HARDLY_FAILS and pack.cards.settings.carbon:
        pattern = "In {share} of games between unlike players the region fails, so a class would hardly see it; lower the carbon budget."
        message = Sentence(pattern, share=percent(failed))
    if message:
        key = "carbon_budget_kg_a_year"
        yield spot_at(pack.spots, ("rules", key)).fault(f"rules.{key}", None, message)


def styles(pack: Pack, outcome: Outcome) -> Iterator[Fault]:
    """A style of play that nearly never wins, or nearly always."""
    for bot in dict.fromkeys(outcome.run.bots):
        share = win_share(outcome, bot).value
        message = None
        if share < HARDLY_WINS:
            pattern = "The bot {bot} wins {share} of games between unlike players, so its way is hopeless; look at prices and points."
            message = Sentence(pattern, bot=shown(bot), share=percent(share))
        elif share > MOSTLY_WINS:
            pattern = "The bot {bot} wins {share} of games between unlike players, so no other way counts; look at prices and points."
            message = Sentence(pattern, bot=shown(bot), share=percent(share))
        if message:
            yield spot_at(pack.spots, ("rules",)).fault("rules", bot, message)


def suppliers(pack: Pack, outcome: Outcome) -> Iterator[Fault]:
    """A supplier that wins half of all tenders with several bids, or nearly all of those for which it bids."""
    bids, won = outcome.tally.bids, outcome.tally.bids_won
    all_won = int(won[: len(pack.ids.suppliers)].sum())
    for index, name in enumerate(pack.ids.suppliers):
        message = None
        if all_won >= BIDS and won[index] / all_won > HALF:
            pattern = (
                "It wins {share} of all tenders with several bids, so a class would see little else; make it dearer, or worse in something."
            )
            message = Sentence(pattern, share=percent(won[index] / all_won))
        elif bids[index] >= BIDS and won[index] / bids[index] > WINS_ALL:
            pattern = "It wins {share} of {bids} bids against others, so nobody else has a chance; make it dearer, or worse in something."
            message = Sentence(pattern, share=percent(won[index] / bids[index]), bids=int(bids[index]))
        if message:
            yield spot_at(pack.spots, ("suppliers", name)).fault("id", name, message)


def purchases(pack: Pack, outcome: Outcome) -> Iterator[Fault]:
    """A category of which nearly everything is that is bought, or councils that mostly buy nothing."""
    tally = outcome.tally
    needs = (tally.cards_with_winner["needs"] + tally.cards_with_others["needs"]) / WIN
    bought = float(needs.sum())
    by_category = [0.0] * len(pack.ids.categories)
    for index in range(len(pack.ids.needs)):
        by_category[pack.cards.needs[index].category] += float(needs[index])
    for index, name in enumerate(pack.ids.categories):
        if len(by_category) > 1 and bought and by_category[index] / bought > ONE_KIND:
            pattern = "{share} of all contracts are of the category {category}, so a class would see little else; write needs of others."
            message = Sentence(pattern, share=percent(by_category[index] / bought), category=shown(name))
            yield spot_at(pack.spots, ("category", index)).fault("category.id", name, message)
    years = tally.finished * len(outcome.run.bots) * pack.years
    if bought / years < BUYS_NOTHING:
        pattern = "A council buys {mean} needs a year on the mean, so it mostly buys nothing; give councils more money, or cheaper needs."
        message = Sentence(pattern, mean=f"{bought / years:.1f}")
        place = spot_at(pack.spots, ("councils", pack.ids.councils[0]))
        yield Fault(place.file, None, "grant_gbp", None, message)


def percent(share: float) -> str:
    """A share in words, with a figure behind the point where it is small."""
    return f"{share * 100:.0f} %" if share >= 0.1 else f"{share * 100:.1f} %"
