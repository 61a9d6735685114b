"""What a score is made of: its parts with the number that each comes from, as the rules add them up."""

from caffael.debrief.records import Part
from caffael.rules.records import Score, State
from caffael.rules.scoring import lowest_goal


def parts_of(state: State, seat: int, score: Score) -> list[Part]:
    """Every part of a council's score, also those that are nothing."""
    council = state.councils[seat]
    return [
        Part("goals", score.goals, score.goals),
        Part("lowest", score.lowest, lowest_goal(state, seat)),
        Part("badges", score.badges, sum(year > 0 for year in council.badges)),
        Part("money", score.money, max(council.budget, 0)),
        Part("debt", score.debt, max(-council.budget, 0)),
        Part("unmet", score.unmet, council.tray_count + council.waiting_count),
        Part("notices", score.notices, council.notices),
        Part("carbon", score.carbon, council.carbon),
    ]
