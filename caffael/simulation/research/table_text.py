"""The table as plain English text, for those who watch a policy play. Cards go by the ids that actions are written with."""

from collections.abc import Sequence

from caffael.rules.notation import LAB_WORDS
from caffael.rules.records import Contract, Council, Score, State
from caffael.rules.scoring import fill_score
from caffael.rules.terms import FRAMEWORK, NONE, Phase
from caffael.scenario import Pack
from caffael.words.language import Language
from caffael.words.sentences import phase_name, route_name

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
    if state.need != NONE:
        lines.append(draft_text(pack, state))
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


def draft_text(pack: Pack, state: State) -> str:
    """The tender that is being written, or the partner's need it is put to."""
    text = f"On the desk: {pack.ids.needs[state.need]}"
    if state.route != NONE:
        text += f", {route_name(Language('en', pack.wording), state.route, state.scope)}"
    if state.partner != NONE:
        text += f", together with {pack.ids.needs[state.partner]}"
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
