"""From a notice to the row of a need: value, term, kind, goals and urgency by the tables; whatever is guessed is named in its source."""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from caffael.notices.kinds import kind_of, speaks_of
from caffael.notices.notice import Notice
from caffael.notices.tables import Kind, Tables
from caffael.notices.tidy import cut, one_line
from caffael.notices.titles import short_title
from caffael.scenario.keywords import GOAL_WORDS
from caffael.scenario.models import STORY, TITLE

MOST_GOALS = 3
MOST_SOURCE = 500
LONGEST_ID = 40
BUYER = 80
ASKED = ("asked_price", "asked_quality", "asked_social_value", "asked_environment")
"""The columns of the real weights."""
WEIGHTS, VALUE, TERM, KIND, GOALS, TITLE_GUESSED = "weights", "value", "term", "category and subject", "goals and urgency", "title"
"""What may be guessed, as it is named in the column source."""
ASIDE = re.compile(r"\s*\([^()]*\)")
OFFICE = re.compile(
    r"\s*[-–,]\s*(?:procurement(?: services)?|commercial delivery|commercial procurement|caffael|purchasing)\b.*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Card:
    """A notice as a need of the game: the cells of its row, and the real weights in whole per cent (empty: not known)."""

    id: str
    notice: Notice
    category: str
    subject: str
    cells: dict[str, str] = field(default_factory=dict)
    asked: tuple[int, ...] = ()
    guessed: tuple[str, ...] = ()


def cards_of(notices: Iterable[Notice], tables: Tables, categories: Sequence[str]) -> tuple[list[Card], int]:
    """The cards of notices whose category the game has, each with an id of its own, and how many notices had none."""
    made: list[Card] = []
    taken: set[str] = set()
    without = 0
    for notice in notices:
        card = card_of(notice, tables, taken)
        if card is None or card.category not in categories:
            without += 1
            continue
        taken.add(card.id)
        made.append(card)
    return made, without


def card_of(notice: Notice, tables: Tables, taken: set[str]) -> Card | None:
    """The card of one notice; None where nothing says what it buys."""
    kind, is_guess = kind_of(notice, tables)
    if kind is None:
        return None
    rules = tables.rules
    years, term_guessed = term_of(notice, tables)
    estimate, value_guessed = estimate_of(notice, years, tables)
    text = f"{notice.title} {notice.title_cy} {notice.story[:500]} {notice.story_cy[:500]}"
    goals, theme, urgency = told_by_words(kind, text, f"{notice.title} {notice.title_cy}", tables)
    title = short_title(notice.title, notice, rules.title) if notice.title else kind.id.replace("-", " ").capitalize()
    title_cy = short_title(notice.title_cy, notice, rules.title) if notice.title_cy else ""
    weights = notice.weights
    asked = weights.percents if weights is not None and weights.whole else ()
    guessed = [VALUE] * value_guessed + [TERM] * term_guessed + [KIND] * is_guess + [GOALS] + [TITLE_GUESSED] * (not notice.title)
    buyer, buyer_cy = short_buyer(notice.buyer), short_buyer(notice.buyer_cy)
    cells = {
        "title_en": title[:TITLE],
        "title_cy": title_cy[:TITLE],
        "story_en": story_of(notice.story, tables),
        "story_cy": story_of(notice.story_cy, tables),
        "category": kind.category,
        "subject": kind.subject,
        "theme": theme,
        "estimate_gbp": str(estimate),
        "term_years": str(years),
        **{goal: str(points) for goal, points in goals.items()},
        "main_goal": kind.main_goal,
        "urgency": str(urgency),
        "urgency_goal": kind.main_goal,
        "public": "yes" if kind.public else "no",
        "buyer_en": buyer[:BUYER] or buyer_cy[:BUYER],
        "buyer_cy": buyer_cy[:BUYER],
        **dict(zip(ASKED, map(str, asked), strict=False)),
        "source": source_of(notice, guessed),
    }
    return Card(id_of(title, taken), notice, kind.category, kind.subject, cells, asked, tuple(guessed))


def source_of(notice: Notice, guessed: Sequence[str]) -> str:
    """Which notice it is, where it stands, of when and under which licence; then what is guessed."""
    weights = notice.weights
    said = [f"Notice {notice.ocid}", notice.date, notice.link, notice.licence or "licence not told"]
    facts = []
    if notice.pounds is not None:
        facts.append(f"real value £{notice.pounds:,.0f}")
    if weights is not None and weights.sure == "read":
        facts.append("weights read from its text")
    elif weights is not None and weights.sure == "part":
        facts.append("weights told in part only")
    facts.append(f"guessed: {', '.join(guessed)}")
    return cut(one_line(f"{', '.join(part for part in said if part)}; {'; '.join(facts)}"), MOST_SOURCE)


def term_of(notice: Notice, tables: Tables) -> tuple[int, bool]:
    """For how many years it runs in the game, and whether that is a guess."""
    years = real_years(notice)
    bounds = tables.rules.term
    if years is None:
        return tables.rules.guess.years, True
    return max(bounds.least_years, min(bounds.most_years, round(years))), False


def real_years(notice: Notice) -> float | None:
    """For how many years it really runs: as the tender says, else its longest lot."""
    if notice.years is not None:
        return notice.years
    told = [lot.years for lot in notice.lots if lot.years is not None]
    return max(told) if told else None


def estimate_of(notice: Notice, years: int, tables: Tables) -> tuple[int, bool]:
    """What it costs in the game over its whole term, and whether its real value is a guess. See [value] in rules.toml."""
    value, guess = tables.rules.value, tables.rules.guess
    real = real_years(notice)
    yearly = notice.pounds / max(1.0, real if real is not None else float(years)) if notice.pounds is not None else guess.world_gbp_a_year
    game = value.middle_game_gbp_a_year * value.tenfold ** math.log10(yearly / value.middle_world_gbp_a_year)
    whole = max(game, value.least_gbp_a_year) * years
    return max(1_000, round(whole / value.round_to_gbp) * value.round_to_gbp), notice.pounds is None


def told_by_words(kind: Kind, text: str, title: str, tables: Tables) -> tuple[dict[str, int], str, int]:
    """Goals, theme and urgency: the kind's, as words of the notice change them. Only the title speaks of urgency."""
    goals: dict[str, int] = {str(goal): points for goal, points in kind.goals.items()}
    theme: str = kind.theme
    urgency = kind.urgency
    for rule in tables.rules.word:
        if not speaks_of(title if rule.urgency else text, rule.words):
            continue
        if rule.goal is not None and rule.goal not in goals and len(goals) < MOST_GOALS:
            goals[rule.goal] = 1
        theme = rule.theme or theme
        urgency = max(urgency, rule.urgency or 0)
    return {goal: goals[goal] for goal in GOAL_WORDS if goal in goals}, theme, urgency


def story_of(text: str, tables: Tables) -> str:
    """What is bought, in a sentence or two: without those that say how to bid; numbered headings go too."""
    rules = tables.rules.story
    kept = []
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZŴŶ(])", line):
            plain = re.sub(r"^(?:\d+(?:\.\d+)*\.?\s*|[•*-]\s*|\([a-z]\)\s*)", "", sentence.strip())
            if len(plain) > 3 and not any(word in plain.lower() for word in rules.about_bidding):
                kept.append(plain)
    return cut(one_line(" ".join(kept)).lstrip("=+@-'"), min(STORY, rules.most_letters))


def short_buyer(name: str) -> str:
    """A buyer's name without who hosts it and which of its offices writes."""
    plain = one_line(name).lstrip("=+@-'")
    shorter = OFFICE.sub("", ASIDE.sub("", plain)).strip(" ,;-")
    return cut(shorter or plain, BUYER)


def id_of(title: str, taken: set[str]) -> str:
    """An id of its own, made of the title and, where another has that, of a number."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "need"
    short = cut_id(words, LONGEST_ID - 4)
    if short not in taken:
        return short
    return next(f"{short}-{number}" for number in range(2, len(taken) + 3) if f"{short}-{number}" not in taken)


def cut_id(words: str, most: int) -> str:
    """An id of at most so many letters, cut at a hyphen."""
    if len(words) <= most:
        return words
    return words[: most + 1].rpartition("-")[0] or words[:most]
