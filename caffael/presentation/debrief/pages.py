"""The pages of the debrief in an order that a class can follow: the region's fate first, three questions last, chosen by what happened."""

from collections.abc import Callable

from caffael.debrief.records import Debrief, Question
from caffael.presentation.blocks import Button, Listing, Page, Table, Text
from caffael.presentation.debrief.asked import asked_page
from caffael.presentation.debrief.fate import fate_page
from caffael.presentation.debrief.figures import carbon_page, money_page, promises_page
from caffael.presentation.debrief.ranking import ranking_page
from caffael.presentation.debrief.real import real_page
from caffael.presentation.press import Do
from caffael.presentation.real_buyers import has_real_buyers
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import BADGES, EARLIER
from caffael.words.handbook import numbered
from caffael.words.language import Value, words
from caffael.words.sentences import badge_name, goal_name, weights_text

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


def talk_page(viewer: Viewer, debrief: Debrief) -> Page:
    """The three questions."""
    said = tuple(question_text(viewer, question) for question in debrief.questions)
    return Page("talk", viewer.text("Three questions to talk about"), blocks=(Listing(said, numbered=True, id="questions"),))


def question_text(viewer: Viewer, question: Question) -> str:
    """A question, with the names and numbers of this game."""
    filled = {name: filling(viewer, name, number) for name, number in question.values.items()}
    return viewer.text(QUESTIONS[question.kind], **filled)


def filling(viewer: Viewer, name: str, number: int) -> Value:
    """What stands for a name in a question: a team, a card, an amount, or the number itself."""
    say: dict[str, Callable[[int], Value]] = {
        "team": viewer.council,
        "need": viewer.need,
        "winner": viewer.supplier,
        "supplier": viewer.supplier,
        "weights": lambda weights: weights_text(viewer.language, viewer.cards, weights),
        "goal": lambda goal: goal_name(viewer.language, goal),
        "money": viewer.language.money,
        "carbon": viewer.language.carbon,
        "percent": viewer.language.percent,
    }
    name = name.removeprefix("other_")
    return say[name](number) if name in say else number


PAGES: tuple[Callable[[Viewer, Debrief], Page], ...] = (
    fate_page,
    ranking_page,
    asked_page,
    carbon_page,
    money_page,
    promises_page,
    talk_page,
)
REAL_AFTER = PAGES.index(asked_page) + 1
"""Where the real ones stand, in a game of real tenders."""


def pages_of(viewer: Viewer) -> tuple[Callable[[Viewer, Debrief], Page], ...]:
    """What makes each page of a game: seven, and one more where real buyers are known."""
    return (*PAGES[:REAL_AFTER], real_page, *PAGES[REAL_AFTER:]) if has_real_buyers(viewer) else PAGES


def debrief_pages(viewer: Viewer, debrief: Debrief) -> list[Page]:
    """The pages."""
    return [page(viewer, debrief) for page in pages_of(viewer)]


def foot(viewer: Viewer, place: int, following: str = "", why: str = "", unkept: bool = False) -> tuple[Button, ...]:
    """The page before, and the next one or the way out; `following`: the next game of a campaign, `why` it can't begin.

    `unkept`: the game may be gone some day, so it is offered as a file.
    """
    before = (Button("before", viewer.text("Page before"), Do("turn", (-1,)), "arrow-left", "plain"),) if place else ()
    if place < len(pages_of(viewer)) - 1:
        return (*before, Button("next", viewer.text("Next page"), Do("turn", (1,)), "arrow-right"))
    keep = Button("keep", viewer.text("Keep this debrief"), Do("keep"), "save", "plain")
    leave = Button("leave", viewer.text("Leave the game for the title page"), Do("leave"), "quit", "plain" if following else "primary")
    onward = (Button("following", following, Do("next game"), "arrow-right", why=why),) if following else ()
    file = (Button("file", viewer.text("Keep this game as a file"), Do("file"), "save", "plain"),) if unkept else ()
    return (*before, *file, keep, leave, *onward)


def class_story(viewer: Viewer, debrief: Debrief) -> list[Page]:
    """The class's part of a document: the pages that this game has something to say on, and its ways of working."""
    pages = [page for page in debrief_pages(viewer, debrief) if page.id != "carbon" or debrief.region.counted]
    if viewer.cards.settings.badges == 1:
        pages.insert(-1, ways_page(viewer, debrief))
    return pages


def ways_page(viewer: Viewer, debrief: Debrief) -> Page:
    """The five ways of working: what each asks, and which team showed it when."""
    badges = [team.badges for team in sorted(debrief.teams, key=lambda team: team.seat)]
    heads = (viewer.text("Way of working"), viewer.text("How its badge is won"), *viewer.councils)
    rows = tuple(
        (
            badge_name(viewer.language, badge),
            numbered(viewer.language, "badge", badge).line,
            *(when_won(viewer, won[badge]) for won in badges),
        )
        for badge in range(BADGES)
    )
    table = Table(viewer.text("Badges of the five ways of working"), heads, rows, widths=(18, 40, *(12 for _ in badges)))
    act = viewer.text("The Well-being of Future Generations Act names five ways of working. Each can be won once.")
    return Page("ways", viewer.text("Five ways of working"), blocks=(Text(act), table))


def when_won(viewer: Viewer, year: int) -> str:
    """When a badge was won, in a word or two."""
    if year == 0:
        return viewer.text("not won")
    return viewer.text("in an earlier game") if year == EARLIER else viewer.text("Year {year}", year=year)
