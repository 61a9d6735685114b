"""The parts of a score and the questions, in words of either language."""

from collections.abc import Callable, Sequence

from caffael.debrief.records import Part, Question, TeamStory
from caffael.rules.happened import Cause
from caffael.rules.records import Settings
from caffael.scenario import Pack
from caffael.words.language import Language, Value, words
from caffael.words.sentences import goal_name, weights_text

PART_NAMES = {
    "goals": words("Seven goals"),
    "lowest": words("Lowest goal"),
    "badges": words("Badges"),
    "money": words("Money left"),
    "debt": words("Debt"),
    "unmet": words("Unmet needs"),
    "notices": words("Section 114 notices"),
    "carbon": words("Carbon over the share"),
}
CAUSE_NAMES = {
    Cause.NEED: words("needs met"),
    Cause.MAIN_GOAL: words("quality"),
    Cause.SOCIAL_VALUE: words("social value"),
    Cause.LOCAL: words("local money"),
    Cause.WELSH: words("services in Welsh"),
    Cause.RESERVED: words("reserved contracts"),
    Cause.POWER: words("projects"),
    Cause.EVENT: words("events"),
    Cause.UNMET: words("unmet needs"),
    Cause.OWN_CARBON: words("own carbon"),
    Cause.NOTICE: words("Section 114 notices"),
}
"""What moved a goal, in a word or two that stand behind a number."""
QUESTIONS = {
    "other-weights": words(
        "{team} bought “{need}” from {winner}. With other weights ({weights}) {supplier} would have won. "
        "What did the team want most, and did its weights say so?"
    ),
    "cheap-dear": words(
        "Price counted most for “{need}”. Missed checks of {supplier}: {n}. Emergency cover: {money}. "
        "What did the low price really cost, and who paid it?"
    ),
    "no-bid": words(
        "Nobody could bid for “{need}”, a tender of {team}. What could a council do before it publishes, so that somebody can?"
    ),
    "one-bid": words(
        "Only {supplier} could bid for “{need}”. Is a price fair when nobody else is there? What brings more firms to the table?"
    ),
    "faded": words(
        "Points of social value that suppliers promised: {promised}; that came: {came}. "
        "Where did the rest go, and who should make sure that a promise is kept?"
    ),
    "kept": words(
        "Points of social value that suppliers promised: {promised}; that came: {came}. What did it take to make the promises come true?"
    ),
    "nobody-wins": words(
        "The region emitted {percent} of its carbon budget, so nobody wins. Which one decision would you change, and whose decision was it?"
    ),
    "climate-failed": words(
        "The region emitted {percent} of its carbon budget. Which one decision would you change, and whose decision was it?"
    ),
    "unequal-carbon": words(
        "{team} emitted {carbon}, {other_team} only {other_carbon}. "
        "We share one climate: should each council answer for its own carbon, or all for all of it?"
    ),
    "climate-kept": words(
        "The region stayed at {percent} of its carbon budget. Was it luck, good rules, or people who looked beyond their own council?"
    ),
    "notice": words(
        "Section 114 notices in this game: {n}. When a council runs out of money, who feels it first? What would you cut, and what never?"
    ),
    "unequal-local": words(
        "Of the money of {team}, {percent} stayed in the region; of that of {other_team}, {other_percent}. "
        "What does local money do for a place, and when is local not the best?"
    ),
    "local": words("{money}, or {percent} of the spending, left the region. What did the region get for it, and what did it lose?"),
    "alone": words("No two councils bought together. What made it hard to ask, and what would make it easier?"),
    "joint": words("{team} and {other_team} bought “{need}” together. What did each of them gain, and what did each give up?"),
    "never-asked": words("No team asked the market before it published. What could you have learnt by asking, and what does asking cost?"),
    "lowest-goal": words(
        "“{goal}” grew least and “{other_goal}” most. Who would notice the difference in daily life, and whose task is it to look after it?"
    ),
    "waiting": words("Years in which a need stayed unmet: {n}. What happens to people while they wait, and does waiting save money?"),
    "last-year": words("If you could play the last year again: what would you ask for differently, and why?"),
}


def part_name(language: Language, part: Part) -> str:
    """What a part of the score is called."""
    return language.text(PART_NAMES[part.kind])


def part_detail(language: Language, part: Part, settings: Settings) -> str:
    """Where the points of a part come from, in a sentence."""
    n = part.source
    if part.kind == "goals":
        return language.text("The seven goals added up: {n}.", n=n)
    if part.kind == "lowest":
        return language.text(
            "The lowest goal stands at {n}. It counts {times} times more, so that none is left behind.", n=n, times=settings.lowest_times
        )
    if part.kind == "badges":
        return language.text("Badges won: {n}. Each brings {points} points.", n=n, points=settings.badge_points)
    if part.kind == "money":
        return language.text(
            "{money} is left. Each full {step} brings a point.", money=language.money(n), step=language.money(settings.money_step)
        )
    if part.kind == "debt":
        return language.text(
            "The debt is {money}. Each started {step} costs a point.", money=language.money(n), step=language.money(settings.debt_step)
        )
    if part.kind == "unmet":
        return language.text("Needs still open at the end: {n}. Each costs {points} points.", n=n, points=settings.unmet_points)
    if part.kind == "notices":
        return language.text("Section 114 notices: {n}. Each costs {points} points.", n=n, points=settings.notice_points)
    share = language.carbon(settings.carbon_budget)
    return language.text(
        "Emitted: {carbon}; its share: {share}. If the region fails, each full {percent} over the share costs a point.",
        carbon=language.carbon(n),
        share=share,
        percent=language.percent(settings.over_step),
    )


def goal_detail(language: Language, team: TeamStory, goal: int) -> str:
    """Where a goal of a team stands, where it began, and what moved it by how much in all."""
    moves = team.moves[goal]
    parts = [language.text("{n} at the start", n=team.goals[goal] - sum(moves))]
    for cause in sorted(Cause, key=lambda one: -abs(moves[one])):
        if moves[cause]:
            name = language.text(CAUSE_NAMES[cause])
            parts.append(language.text("{points} {cause}", points=language.signed(moves[cause]), cause=name))
    return language.text("{goal}: {n} ({parts}).", goal=goal_name(language, goal), n=team.goals[goal], parts=", ".join(parts))


def question_text(language: Language, pack: Pack, teams: Sequence[str], question: Question) -> str:
    """A question, with the names and numbers of this game."""
    filled = {name: _value(language, pack, teams, name, number) for name, number in question.values.items()}
    return language.text(QUESTIONS[question.kind], **filled)


def _value(language: Language, pack: Pack, teams: Sequence[str], name: str, number: int) -> Value:
    say: dict[str, Callable[[], Value]] = {
        "team": lambda: teams[number],
        "other_team": lambda: teams[number],
        "need": lambda: pack.need(number).title(language.code),
        "winner": lambda: pack.supplier(number).title(language.code),
        "supplier": lambda: pack.supplier(number).title(language.code),
        "weights": lambda: weights_text(language, pack.cards, number),
        "goal": lambda: goal_name(language, number),
        "other_goal": lambda: goal_name(language, number),
        "money": lambda: language.money(number),
        "carbon": lambda: language.carbon(number),
        "other_carbon": lambda: language.carbon(number),
        "percent": lambda: language.percent(number),
        "other_percent": lambda: language.percent(number),
    }
    return say[name]() if name in say else number
