"""The next game of a campaign: the same teams go on, and labs and badges carry over.

What is carried over stands in the card numbers of the next game's own record, and so do the scores so far: a game of a campaign is
replayed, resumed and told without the files of the games before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from caffael.match.game import Match
from caffael.rules.cards import Cards
from caffael.rules.records import Council, State
from caffael.rules.terms import Phase
from caffael.saves import Carried, RecordError, Seat, read, rebuild
from caffael.saves.folder import why_not_rules
from caffael.saves.history import scores_of
from caffael.saves.packs import Finder
from caffael.scenario import Pack, PackError, load_pack
from caffael.scenario.finding import find_next
from caffael.scenario.pack import Beginning, begin_with, beginning_of
from caffael.scenario.wording import CampaignText
from caffael.words.sentence import Sentence


@dataclass(frozen=True, slots=True)
class EndedGame:
    """A game of a campaign that is over, and all that the next one takes over from it."""

    scenario: str
    place: Path  # of its pack
    campaign: CampaignText
    seats: tuple[Seat, ...]
    beginnings: Mapping[str, Beginning]  # by council: the labs and badges it ended with
    carried: Carried  # what the next game's record says of this one

    @classmethod
    def of(cls, match: Match) -> Self:
        """From a game at the table. Raises RecordError when none goes on from it."""
        name = match.path.name if match.path is not None else ""
        return cls._made(match.pack, match.seats, match.cards, match.state, Carried(name, earlier_totals(match.carried)))

    @classmethod
    def read(cls, path: Path, opened: Sequence[Path] = ()) -> Self:
        """From a recorded game. Raises RecordError when it can't be read or played again, or none goes on from it."""
        record = read(path)
        fault = why_not_rules(record.header)
        if fault is not None:
            raise RecordError(fault)
        history = rebuild(record)
        before = Carried(path.name, earlier_totals(record.header.carried))
        return cls._made(Finder(opened).find(record.header, path), record.seats, history.cards, history.state, before)

    @classmethod
    def _made(cls, pack: Pack, seats: list[Seat], cards: Cards, state: State, before: Carried) -> Self:
        campaign = pack.campaign
        if campaign is None:
            raise RecordError(Sentence("This game is not one of a campaign, so no other goes on from it."))
        if not campaign.next:
            raise RecordError(Sentence("This was the last game of its campaign, so no other goes on from it."))
        if state.phase != Phase.END:
            raise RecordError(Sentence("This game is not finished yet; play it to its end before the next one of its campaign begins."))
        beginnings = {row.council: ended_with(cards, state.councils[seat]) for seat, row in enumerate(seats)}
        totals = tuple(score.total for score in scores_of(cards, state))
        kept = tuple(Seat(seat.team, seat.council, seat.player) for seat in seats)
        return cls(pack.id, pack.place, campaign, kept, beginnings, Carried(before.file, (*before.totals, totals)))


def earlier_totals(carried: Carried | None) -> tuple[tuple[int, ...], ...]:
    """Each seat's score in each game before."""
    return () if carried is None else carried.totals


def ended_with(cards: Cards, council: Council) -> Beginning:
    """The labs and badges that a council ended with; those it began with where the game had no labs or no badges."""
    began = beginning_of(cards.councils[council.card])
    labs = tuple(council.labs) if cards.settings.labs == 1 else began.labs
    badges = tuple(int(year > 0) for year in council.badges) if cards.settings.badges == 1 else began.badges
    return Beginning(labs, badges)


def next_pack(ended: EndedGame, years: int | None = None) -> Pack:
    """The pack of the campaign's next game: one that lies beside this game's, or one that ships.

    Raises RecordError when it is not here, has faults, or is not the next game.
    """
    name = ended.campaign.next
    found = find_next(ended.place, name)
    if found is None:
        pattern = "The next game of the campaign, {scenario}, is not here; put its folder beside that of {before}."
        raise RecordError(Sentence(pattern, scenario=name, before=ended.scenario))
    try:
        pack = load_pack(found.place, years)
    except PackError as fault:
        pattern = "The next game of the campaign, {scenario}, can't be played: {fault}"
        raise RecordError(Sentence(pattern, scenario=name, fault=fault.faults[0].sentence)) from None
    check_next(ended, pack)
    return pack


def check_next(ended: EndedGame, pack: Pack) -> None:
    """Raise RecordError when a pack is not the game after this one, is not made for so many teams, or has no council for one of them."""
    campaign = pack.campaign
    if campaign is None or campaign.id != ended.campaign.id or campaign.game != ended.campaign.game + 1:
        pattern = "{scenario} is not the game after {before} in the same campaign; the next one is {next}."
        raise RecordError(Sentence(pattern, scenario=pack.id, before=ended.scenario, next=ended.campaign.next))
    if not pack.teams_least <= len(ended.seats) <= pack.teams_most:
        pattern = "{scenario} is for {least} to {most} teams, and {n} played the game before."
        raise RecordError(Sentence(pattern, scenario=pack.id, least=pack.teams_least, most=pack.teams_most, n=len(ended.seats)))
    for seat in ended.seats:
        if seat.council not in pack.ids.councils:
            pattern = "{scenario} has no council {council}, so {team} can't go on with it."
            raise RecordError(Sentence(pattern, scenario=pack.id, council=seat.council, team=seat.team))


def carry_over(pack: Pack, ended: EndedGame) -> Pack:
    """The pack in which each team's council begins with the labs and badges it ended the game before with.

    A lab that the council's own card sets higher stays higher, so that nobody begins with less than one who starts with this game.
    Councils that did not play begin by their cards. Raises RecordError when the pack is not the next game.
    """
    check_next(ended, pack)
    beginnings = {}
    for seat in ended.seats:
        own = beginning_of(pack.cards.councils[pack.ids.councils.index(seat.council)])
        brought = ended.beginnings[seat.council]
        labs = tuple(map(max, own.labs, brought.labs))
        beginnings[seat.council] = Beginning(labs, tuple(map(max, own.badges, brought.badges)))
    return begin_with(pack, beginnings)


def begin_next(ended: EndedGame, pack: Pack, seed: int, save: Path | None = None) -> Match:
    """Begin the next game with the same teams, councils and players; `seed` and `save` as `Match.start` has them.

    Raises RecordError when the pack is not the next game or these teams can't play it, and ValueError for a bot that is not known here.
    """
    return Match.start(carry_over(pack, ended), ended.seats, seed, save, ended.carried)


class CampaignPlace(NamedTuple):
    """A seat in the campaign: 0 is first, and shared ranks are equal; its score in each game, and their sum."""

    rank: int
    seat: int
    games: tuple[int, ...]
    total: int


def campaign_places(match: Match) -> list[CampaignPlace]:
    """How a campaign stands with this game's scores as they are now, best first; nothing where no game came before."""
    if match.carried is None:
        return []
    rows = [*match.carried.totals, tuple(score.total for score in match.scores())]
    games = list(zip(*rows, strict=True))
    sums = [sum(row) for row in games]
    return sorted(CampaignPlace(sum(other > total for other in sums), seat, games[seat], total) for seat, total in enumerate(sums))
