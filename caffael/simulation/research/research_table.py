"""One table on which the research environments play game after game: the deal, each decision, what each seat sees and earns.

For those who watch it is plain English text too; cards go by the ids that actions are written with.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from caffael.rules.actions import legal_actions, why_not
from caffael.rules.copying import copy_into
from caffael.rules.deal import DEAL_STREAM, lay_table, shuffle_from
from caffael.rules.notation import LAB_WORDS
from caffael.rules.reasons import LEGAL
from caffael.rules.records import Contract, Council, Deal, Draft, Score, State, Stream, Told
from caffael.rules.scoring import fill_ranking, fill_score
from caffael.rules.seeds import SEED_BITS, SEEDS, begin_stream
from caffael.rules.step import begin, step
from caffael.rules.terms import CHOICES, FRAMEWORK, NONE, SEATS, Phase
from caffael.scenario import STANDARD, Pack, load_pack
from caffael.simulation.play.counts import WIN
from caffael.simulation.play.learners import value_of
from caffael.simulation.research.observations import Observer, vector_of
from caffael.words.language import Language
from caffael.words.sentences import happened_text, phase_name, reason_text, route_name

SCENARIO = STANDARD
RENDER_MODES = ["ansi"]
Reward = Literal["score", "win"]
RenderMode = Literal["ansi"] | None
Info = dict[str, Any]


class ResearchTable:
    """A table of 1 to 6 councils. Raises PackError for a scenario that can't be played, ValueError for an option that is none."""

    def __init__(self, scenario: str | Path, seats: int, years: int | None, reward: Reward, render_mode: RenderMode) -> None:
        if reward not in ("score", "win"):
            raise ValueError(f"The reward is 'score' or 'win', not {reward!r}.")
        if render_mode is not None and render_mode not in RENDER_MODES:
            raise ValueError(f"The render mode is 'ansi' or None, not {render_mode!r}.")
        self.pack = load_pack(scenario, years)
        self.cards = self.pack.cards
        self.language = Language("en", self.pack.wording)
        most = min(SEATS, self.cards.council_count)
        if not 1 <= seats <= most:
            raise ValueError(f"This scenario has 1 to {most} seats, not {seats}.")
        self.seats = seats
        self.reward = reward
        self.deal, self.state, self.told = Deal(), State(), Told()
        self.legal: list[int] = []
        self.news: list[str] | None = [] if render_mode == "ansi" else None
        self._blank, self._observer, self._row = State(), Observer(), [0] * CHOICES
        self._values = [0.0] * seats

    @property
    def over(self) -> bool:
        """Whether the game is over, or none was begun."""
        return not self.legal

    def lay(self, seed: int) -> None:
        """Begin a game with the deal of a seed: the one that this seed gives everywhere in Caffael.

        Seat i holds the scenario's council card (i + seed), counted round, as in bulk play. Raises ValueError for any other seed.
        """
        if not 0 <= seed < SEEDS:
            raise ValueError(f"A seed is a whole number of at most {SEED_BITS} bits, not {seed}.")
        stream = Stream()
        begin_stream(stream, seed, DEAL_STREAM)
        shuffle_from(self.cards, stream, self.deal)
        self.open([(seat + seed) % self.cards.council_count for seat in range(self.seats)])

    def open(self, council_cards: list[int]) -> None:
        """Lay the table from the deal as it is and open the first year, with these council cards by seat."""
        copy_into(self.state, self._blank)
        self.told.count = 0
        lay_table(self.cards, self.deal, self.state, self.seats, council_cards, self.told)
        begin(self.cards, self.deal, self.state, self.told)
        self._values = [self.value(seat) for seat in range(self.seats)]
        self.forget_news()
        self._look()
        if self.over:
            raise ValueError("In this scenario nobody has anything to decide.")

    def why_illegal(self, action: int) -> str:
        """Why an action is not legal for the seat that decides now, as a sentence; empty when it is legal."""
        reason = why_not(self.cards, self.state, self.state.decider, action)
        return "" if reason == LEGAL else reason_text(self.language, reason)

    def play(self, action: int) -> None:
        """Take an action for the seat that decides now. Raises ValueError for one that is not legal; then nothing has changed."""
        refused = self.why_illegal(action)
        if refused:
            raise ValueError(f"Action {action} is not legal for seat {self.state.decider} now. {refused}")
        step(self.cards, self.deal, self.state, action, self.told)
        self._look()

    def _look(self) -> None:
        """List what is legal now, and tell what happened if anybody wants to read it."""
        count = legal_actions(self.cards, self.state, self.state.decider, self._row)
        self.legal = self._row[:count]
        if self.news is not None:
            teams = [self.pack.council(council.card).name("en") for council in self.state.councils[: self.seats]]
            lines = [happened_text(self.language, self.pack, teams, line) for line in self.told.rows[: self.told.count]]
            self.news += [line for line in lines if line]

    def forget_news(self) -> None:
        """What happened so far has been read."""
        if self.news is not None:
            self.news.clear()

    # ----------------------------------------------------------------------------------------------------- what a seat sees and earns

    def observe(self, seat: int) -> NDArray[np.int64]:
        """The table as a seat may know it, told from its own chair."""
        return self._observer.observe(self.state, seat)

    def legal_for(self, seat: int) -> list[int]:
        """The legal actions of a seat: none while another one decides."""
        return list(self.legal) if seat == self.state.decider else []

    def value(self, seat: int) -> float:
        """What a game is worth to a seat as it stands: its score, or its part of the win.

        A winner's part is 1, or 1/n where n seats share the first place; it is 0 for all others and before the end. At a shared end all
        win or all lose.
        """
        totals, ranks = self._ranking()
        by_win = self.reward == "win"
        value = value_of(self.cards, self.state, seat, int(by_win), totals, ranks)
        return value / WIN if by_win else float(value)

    def earn(self, seat: int) -> float:
        """What a seat has earned since it was last asked. Over a whole game this adds up to its value at the end less that at the start."""
        value = self.value(seat)
        earned = value - self._values[seat]
        self._values[seat] = value
        return earned

    def info(self, seat: int) -> Info:
        """For a seat: `legal`, its legal actions; `score`, its score as it stands; at the end also `rank`, 0 for the first."""
        totals, ranks = self._ranking()
        info: Info = {"legal": self.legal_for(seat), "score": totals[seat]}
        if self.over:
            info["rank"] = ranks[seat]
        return info

    def _ranking(self) -> tuple[list[int], list[int]]:
        """Every seat's score and rank as the game stands."""
        totals, ranks = [0] * SEATS, [0] * SEATS
        fill_ranking(self.cards, self.state, Score(), totals, ranks)
        return totals, ranks

    def everything(self) -> NDArray[np.int64]:
        """What lies face up and what each council alone knows, from seat 0's chair: for training in one place."""
        return vector_of(self.state)

    def text(self) -> str | None:
        """The table and what happened since the last decision, to be read; None without the render mode "ansi"."""
        return None if self.news is None else table_text(self.pack, self.state, self.news)


ENGLISH = Language("en")
"""For numbers, which every edition writes alike."""


def table_text(pack: Pack, state: State, news: Sequence[str]) -> str:
    """What lies face up, a line for each thing, and below it the news."""
    phase = phase_name(Language("en", pack.wording), state.phase)
    who = "" if state.phase == Phase.END else f" Seat {state.decider} ({council_name(pack, state, state.decider)}) decides."
    settings = pack.cards.settings
    carbon = f"{ENGLISH.carbon(state.carbon)} of {ENGLISH.carbon(settings.carbon_budget * state.seats)}"
    lines = [
        f"Year {state.year} of {settings.years}. {phase}.{who}",
        f"Region: carbon {carbon}, Challenge Fund {ENGLISH.money(state.fund)}, event of the year: {event_title(pack, state)}.",
        f"Market: {listed([pack.ids.suppliers[supplier] for supplier in state.market[: state.market_count]])}.",
    ]
    lines += [draft_text(pack, draft) for draft in state.drafts[: state.seats] if draft.need != NONE]
    for seat in range(state.seats):
        lines += council_lines(pack, state, seat)
    return "\n".join([*lines, *news]) + "\n"


def listed(words: Sequence[str]) -> str:
    """Words with commas; "none" for none."""
    return ", ".join(words) or "none"


def council_name(pack: Pack, state: State, seat: int) -> str:
    """The name of the council that sits on a seat."""
    return pack.council(state.councils[seat].card).name("en")


def event_title(pack: Pack, state: State) -> str:
    """The title of the event of the year, "none" for none."""
    return "none" if state.event == NONE else pack.event(state.event).title("en")


def draft_text(pack: Pack, draft: Draft) -> str:
    """The tender that is being written, or the partner's need it is put to."""
    text = f"On the desk: {pack.ids.needs[draft.need]}"
    if draft.route != NONE:
        text += f", {route_name(Language('en', pack.wording), draft.route, draft.scope)}"
    if draft.partner != NONE:
        text += f", together with {pack.ids.needs[draft.partner]}"
    return text + "."


def council_lines(pack: Pack, state: State, seat: int) -> list[str]:
    """What one council has: its numbers, its open needs, its contracts."""
    council = state.councils[seat]
    score = Score()
    fill_score(pack.cards, state, seat, score)
    goals = " ".join(str(goal) for goal in council.goals)
    labs = ", ".join(f"{word} {level}" for word, level in zip(LAB_WORDS, council.labs, strict=True))
    contracts = [council.contracts[place] for place in council.order[: council.running]]
    return [
        f"Seat {seat}, {council_name(pack, state, seat)}: score {score.total}, {ENGLISH.money_exact(council.budget)}, "
        f"officer days {council.days}, goals {goals}, labs {labs}, carbon {ENGLISH.carbon(council.carbon)}.",
        f"  Open needs: {listed(open_needs(pack, council))}.",
        f"  Contracts: {listed([contract_text(pack, contract) for contract in contracts])}.",
    ]


def open_needs(pack: Pack, council: Council) -> list[str]:
    """The needs in a council's tray, then those that wait."""
    tray = [pack.ids.needs[need] for need in council.tray[: council.tray_count]]
    return tray + [f"{pack.ids.needs[need]} (waiting)" for need in council.waiting[: council.waiting_count]]


def contract_text(pack: Pack, contract: Contract) -> str:
    """A running contract in short."""
    supplier = "the framework" if contract.supplier == FRAMEWORK else pack.ids.suppliers[contract.supplier]
    managed = ", managed" if contract.managed == 1 else ""
    return f"{pack.ids.needs[contract.need]} by {supplier} ({contract.age} of {contract.term} years, misses {contract.misses}{managed})"
