"""Golden playthroughs: a whole game of each scenario as readable text, decision by decision.

Remake them after a wanted change of the rules or cards: python -m tests.playthrough
"""

from pathlib import Path

from caffael.bots import Desk, choose, make_bot
from caffael.rules.chance import seed_stream
from caffael.rules.happened import Happening
from caffael.rules.notation import to_text
from caffael.rules.records import Happened, Score, Stream
from caffael.rules.scoring import fill_score
from caffael.rules.terms import FRAMEWORK, NONE, Phase
from caffael.scenario import Pack, find_packs, load_pack
from tests.small_table import Game

FOLDER = Path(__file__).parent / "playthroughs"
LINE_UP = ("balanced", "random", "local", "greenest")
SEED = 2015
NEEDS = {
    "NEED_DRAWN",
    "NEED_BACK",
    "ENGAGED",
    "TENDER",
    "AWARDED",
    "FAILED",
    "MANAGED",
    "CHECK",
    "PAID",
    "DELIVERED",
    "ENDED",
    "UNMET",
    "SOCIAL",
}
SUPPLIERS = {"SUPPLIER_LEFT", "SUPPLIER_CAME", "RECORD_SEEN", "BID"}


def playthrough(pack: Pack) -> str:
    """A whole game between four bots as text: state, legal actions, choice, what happened."""
    game = Game(pack.cards, len(LINE_UP), SEED)
    desk, streams = Desk(), [Stream() for _ in LINE_UP]
    for seat, stream in enumerate(streams):
        seed_stream(stream, SEED, 1 + seat)
    bots = [make_bot(name, pack.ids) for name in LINE_UP]
    lines = [f"# {pack.id}, {pack.cards.settings.years} years, seed {SEED}: {', '.join(LINE_UP)}"]
    lines += happened(pack, game)
    while game.state.phase != Phase.END:
        seat = game.state.decider
        legal = game.legal()
        texts = [to_text(action, pack.cards, pack.ids) for action in legal]
        choice = choose(pack.cards, game.state, legal, len(legal), streams[seat], desk, bots[seat])
        lines.append("")
        lines.append(position(game))
        lines.append(f"  may: {', '.join(texts) if len(texts) < 20 else f'{texts[0]} and {len(texts) - 1} more'}")
        lines.append(f"  > {texts[choice]}")
        assert game.step(legal[choice]) == 0
        lines += happened(pack, game)
    lines.append("")
    for seat in range(len(LINE_UP)):
        score = Score()
        fill_score(pack.cards, game.state, seat, score)
        lines.append(f"score of seat {seat}: {score}")
    return "\n".join(lines) + "\n"


def position(game: Game) -> str:
    """Whose decision it is, and what that council has, in one line."""
    state = game.state
    council = state.councils[state.decider]
    goals = " ".join(str(goal) for goal in council.goals)
    labs = "".join(str(level) for level in council.labs)
    money = f"£{council.budget} {council.days} days"
    return (
        f"year {state.year} {Phase(state.phase).name} seat {state.decider}: {money}, goals {goals}, labs {labs}, region {state.carbon} kg"
    )


def happened(pack: Pack, game: Game) -> list[str]:
    """What the last step told, a line each."""
    return [told_line(pack, line) for line in game.told.rows[: game.told.count]]


def told_line(pack: Pack, line: Happened) -> str:
    """One thing that happened, with its card by name."""
    kind = Happening(line.kind).name
    first: str | int = line.a
    if kind in NEEDS:
        first = pack.ids.needs[line.a]
    elif kind in SUPPLIERS:
        first = "framework" if line.a == FRAMEWORK else pack.ids.suppliers[line.a]
    seat = "" if line.seat == NONE else f" seat {line.seat}"
    return f"    {kind.lower()}{seat}: {first} {line.b} {line.c} {line.d} {line.e}"


def main() -> None:
    """Write the playthrough of every scenario anew."""
    for info in find_packs():
        pack = load_pack(info.id, info.years_offered[0])
        (FOLDER / f"{info.id}.txt").write_text(playthrough(pack), encoding="utf-8")


if __name__ == "__main__":
    main()
