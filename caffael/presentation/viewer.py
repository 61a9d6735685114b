"""Who looks at the game: the language, the seat, and the table as that seat may know it. A page is made from a viewer and nothing else."""

from dataclasses import dataclass

from caffael.match import Match, Standing
from caffael.match.standing import mean_of, ranking_of, winners_of
from caffael.rules import actions
from caffael.rules.actions import LEGAL, Reason
from caffael.rules.cards import Cards
from caffael.rules.happened import Happening
from caffael.rules.records import Contract, Council, Happened, Score, State
from caffael.rules.terms import LABS, NONE, Phase
from caffael.rules.view import view
from caffael.saves import YOU, Turn
from caffael.saves.history import scores_of
from caffael.scenario import Pack
from caffael.words.language import Code, Language, Value
from caffael.words.sentences import lab_name, reason_text


@dataclass(frozen=True, slots=True)
class Viewer:
    """One pair of eyes on one game, at one moment.

    `state` is the table as `seat` may know it (`rules.view`): what others found out for themselves is blank. `teams` and `players` are by
    seat. `deciding` is the seat of people whose decision is awaited; None while a computer team plays or nobody can decide anything.
    `scores_hidden`: the teacher keeps scores, ranks and what others have covered until the game is over. `watching`: the game is only
    looked at, and nobody decides anything.
    """

    language: Language
    pack: Pack
    state: State
    seat: int
    teams: tuple[str, ...]
    players: tuple[str, ...]
    opening: tuple[Happened, ...] = ()
    history: tuple[Turn, ...] = ()
    deciding: int | None = None
    scores_hidden: bool = False
    watching: bool = False

    # ------------------------------------------------------------------------------------------------------------------------ words

    def text(self, msgid: str, **values: Value) -> str:
        """A sentence in the viewer's language."""
        return self.language.text(msgid, **values)

    def plural(self, singular: str, plural: str, n: int, **values: Value) -> str:
        """A sentence that turns on a number."""
        return self.language.plural(singular, plural, n, **values)

    def why(self, reason: int, route: int = NONE) -> str:
        """Why something can't be done, as a sentence; empty when it can. What is above the threshold of a `route` says which that is."""
        if reason == Reason.TOO_LARGE_FOR_ROUTE and route != NONE:
            largest = self.language.money(self.cards.routes[route].largest)
            return self.text("The estimate is above the threshold for this route: {money}.", money=largest)
        if reason == Reason.LABS_TOO_LOW and route != NONE:
            return self.text("First train in a lab. This asks for: {labs}.", labs=self.labs_missing(route))
        return "" if reason == LEGAL else reason_text(self.language, reason)

    def labs_missing(self, route: int) -> str:
        """The labs that the seat's council has to raise for a route, each with the level that is asked for."""
        asked = self.cards.routes[route].labs
        missing = [lab for lab in range(LABS) if asked[lab] > self.own.labs[lab]]
        return ", ".join(self.text("{lab} {level}", lab=lab_name(self.language, lab), level=asked[lab]) for lab in missing)

    @property
    def last_year(self) -> bool:
        """Whether no year comes after this one."""
        return self.state.year >= self.cards.settings.years

    @property
    def code(self) -> Code:
        """The code of the language, by which cards are asked for their titles."""
        return self.language.code

    # ------------------------------------------------------------------------------------------------------------------------ names

    def team(self, seat: int) -> str:
        """The name of the team that plays a seat. It stands only where it is said who plays; else a seat goes by its council's name."""
        return "" if seat == NONE else self.teams[seat]

    def need(self, need: int) -> str:
        """A need's title; empty for none."""
        return "" if need == NONE else self.pack.need(need).title(self.code)

    def supplier(self, supplier: int) -> str:
        """A supplier's name; the framework's is translated."""
        return self.pack.supplier(supplier).title(self.code)

    def project(self, project: int) -> str:
        """A project's title."""
        return self.pack.project(project).title(self.code)

    def category(self, category: int) -> str:
        """The name of a category."""
        return self.pack.category(category).title(self.code)

    def council(self, seat: int) -> str:
        """The name of the council that a seat runs: what the seat is called wherever something is told of it; empty for the region."""
        return "" if seat == NONE else self.pack.council(self.state.councils[seat].card).name(self.code)

    @property
    def councils(self) -> tuple[str, ...]:
        """The names of the councils, by seat."""
        return tuple(map(self.council, self.seats))

    def who(self, seat: int) -> str:
        """A council and the team that plays it, in one phrase: said where it matters who plays."""
        council, team = self.council(seat), self.teams[seat]
        return council if team == council else self.text("{council} (team: {team})", council=council, team=team)

    def category_look(self, category: int) -> str:
        """The picture and colour of a category."""
        return self.pack.category(category).look

    def need_look(self, need: int) -> str:
        """The picture and colour of a need: those of its category."""
        return self.category_look(self.cards.needs[need].category)

    # -------------------------------------------------------------------------------------------------------------------- the table

    @property
    def cards(self) -> Cards:
        """The scenario as numbers."""
        return self.pack.cards

    @property
    def seats(self) -> range:
        """The seats, in their order."""
        return range(self.state.seats)

    @property
    def own(self) -> Council:
        """The council of the viewer's seat."""
        return self.state.councils[self.seat]

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.state.phase == Phase.END

    @property
    def joined(self) -> bool:
        """Whether the game joins quality and social value: what a criterion is called turns on it."""
        return self.cards.settings.people == 1

    def turn(self, seat: int) -> bool:
        """Whether a seat decides now."""
        return not self.finished and self.state.decider == seat

    def thinking(self, seat: int) -> bool:
        """Whether a computer team, or one that stands in for people, decides now for a seat."""
        return self.turn(seat) and self.deciding is None and not self.watching

    def people(self, seat: int) -> bool:
        """Whether people run a seat."""
        return self.players[seat] == YOU

    def tray(self, seat: int) -> list[int]:
        """The needs in a council's tray."""
        council = self.state.councils[seat]
        return council.tray[: council.tray_count]

    @property
    def market(self) -> list[int]:
        """The suppliers of the market, in their row."""
        return self.state.market[: self.state.market_count]

    def contracts(self, seat: int) -> list[Contract]:
        """A council's running contracts, oldest first."""
        council = self.state.councils[seat]
        return [council.contracts[council.order[place]] for place in range(council.running)]

    def happened(self) -> list[Happened]:
        """Everything that has happened in this game, oldest first."""
        return [*self.opening, *(happened for turn in self.history for happened in turn.happenings)]

    def happened_in(self, year: int) -> list[Happened]:
        """Everything that has happened in a year, oldest first."""
        rows, now = [], 0
        for happened in self.happened():
            now += happened.kind == Happening.YEAR_OPENED
            if now == year:
                rows.append(happened)
        return rows

    def why_not(self, action: int) -> str:
        """Why the viewer's seat can't play an action now, as a sentence; empty when it can."""
        choice = action - actions.ROUTE
        route = actions.ROUTE_OF[choice] if 0 <= choice < actions.ROUTE_CHOICES else NONE
        return self.why(actions.why_not(self.cards, self.state, self.seat, action), route)

    def scores(self) -> list[Score]:
        """Each seat's score as it stands, in its parts."""
        return scores_of(self.cards, self.state)

    def ranking(self) -> list[Standing]:
        """The seats as they stand, best first."""
        return ranking_of(self.cards, self.state)

    def mean_score(self) -> int:
        """The mean score of all seats as they stand."""
        return mean_of(self.cards, self.state)

    def winners(self) -> list[int]:
        """The seats that have won: none before the end, nor at a hard end whose region failed; at a shared end all or none."""
        return winners_of(self.cards, self.state)


def look(
    match: Match, language: Language, seat: int, *, deciding: int | None = None, scores_hidden: bool = False, watching: bool = False
) -> Viewer:
    """A viewer of a game at a seat, as the game lies now. What happens later is seen by a new one."""
    seen = State()
    view(match.state, seat, seen)
    return Viewer(
        language=language,
        pack=match.pack,
        state=seen,
        seat=seat,
        teams=tuple(row.team for row in match.seats),
        players=tuple(row.player for row in match.seats),
        opening=tuple(match.opening),
        history=tuple(match.history),
        deciding=deciding,
        scores_hidden=scores_hidden and not match.finished,
        watching=watching,
    )
