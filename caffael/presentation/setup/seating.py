"""Who will sit where: teams, councils and players of a game that is being set up. Plain data, no window."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from caffael.saves import Seat
from caffael.scenario import Pack
from caffael.words.language import Code

MOST = 6
PEOPLE = "you"
USUAL_BOT = "balanced"

# English and Welsh: trees, rivers and castles of South East Wales.
TEAM_NAMES = (
    ("Oak", "Derwen"),
    ("Rowan", "Criafolen"),
    ("River Usk", "Afon Wysg"),
    ("Raglan Castle", "Castell Rhaglan"),
    ("Hazel", "Collen"),
    ("River Taff", "Afon Taf"),
    ("Birch", "Bedwen"),
    ("River Wye", "Afon Gwy"),
    ("Castell Coch", "Castell Coch"),
    ("Alder", "Gwernen"),
    ("River Ebbw", "Afon Ebwy"),
    ("Coity Castle", "Castell Coety"),
    ("Holly", "Celynnen"),
    ("River Sirhowy", "Afon Sirhywi"),
    ("Grosmont Castle", "Castell y Grysmwnt"),
    ("Willow", "Helygen"),
    ("River Rhymney", "Afon Rhymni"),
    ("White Castle", "Y Castell Gwyn"),
)


Names = tuple[tuple[str, str], ...]


def names_of(pack: Pack) -> Names:
    """The names for the teams of a pack: its own, and where these are too few the usual ones after them."""
    own = pack.team_names
    return own if len(own) >= pack.teams_most else own + TEAM_NAMES


@dataclass(slots=True)
class Place:
    """One seat: its team's name (a place in the list, or typed), its council card, and "you" or a bot."""

    listed: int
    council: int
    player: str
    typed: str = ""
    names: Names = TEAM_NAMES

    def team(self, code: Code) -> str:
        """The team's name; a listed one in the language of the board."""
        english, welsh = self.names[self.listed % len(self.names)]
        return self.typed.strip() or (welsh if code == "cy" else english)


@dataclass(slots=True)
class Plan:
    """All seats. No two have the same council, nor the same name."""

    pack: Pack
    code: Code
    places: list[Place] = field(default_factory=list)

    def add(self) -> None:
        """Add a seat with a bot, the first free council and a free name."""
        free = next(card for card in self.councils if card not in self.taken())
        used = {place.listed for place in self.places if not place.typed}
        names = names_of(self.pack)
        self.places.append(Place(next((name for name in range(len(names)) if name not in used), 0), free, USUAL_BOT, names=names))

    @property
    def councils(self) -> list[int]:
        """Every council card."""
        return list(range(self.pack.cards.council_count))

    @property
    def most(self) -> int:
        """How many seats there may be."""
        return min(MOST, self.pack.cards.council_count, self.pack.teams_most)

    @property
    def least(self) -> int:
        """How few seats there may be."""
        return self.pack.teams_least

    def taken(self) -> dict[int, int]:
        """Which councils have a seat, and which one."""
        return {place.council: seat for seat, place in enumerate(self.places)}

    def give_council(self, seat: int, council: int) -> None:
        """Give a seat a council; whoever had it gets the other one in exchange."""
        holder = self.taken().get(council)
        if holder is not None:
            self.places[holder].council = self.places[seat].council
        self.places[seat].council = council

    def next_name(self, seat: int) -> None:
        """Give a seat the next name of the list that nobody has."""
        place = self.places[seat]
        place.typed = ""
        used = {other.listed for at, other in enumerate(self.places) if at != seat and not other.typed}
        for _ in place.names:
            place.listed = (place.listed + 1) % len(place.names)
            if place.listed not in used:
                break

    def same_names(self) -> bool:
        """Whether two teams would have the same name."""
        names = [place.team(self.code).casefold() for place in self.places]
        return len(set(names)) < len(names)

    def seats(self) -> list[Seat]:
        """The seats as a match takes them."""
        ids = self.pack.ids.councils
        return [Seat(place.team(self.code), ids[place.council], place.player) for place in self.places]


def plan_of(pack: Pack, code: Code, players: Sequence[str] | None = None, mixed: int | None = None) -> Plan:
    """A first plan: as many seats as players are named, else one for people and the pack's usual number of others for bots.

    With `mixed`, a number, councils and names are dealt by it.
    """
    named = list(players) if players else [PEOPLE, *[USUAL_BOT] * (pack.teams - 1)]
    plan = Plan(pack, code)
    listed = names_of(pack)
    councils, names = plan.councils, list(range(len(listed)))
    if mixed is not None:
        Random(mixed).shuffle(councils)
        Random(mixed + 1).shuffle(names)
    if len(named) > plan.most:
        raise ValueError(f"This scenario has room for {plan.most} teams, not {len(named)}.")
    if len(named) < plan.least:
        raise ValueError(f"This scenario needs {plan.least} teams, not {len(named)}.")
    plan.places = [Place(names[seat], councils[seat], player, names=listed) for seat, player in enumerate(named)]
    return plan
