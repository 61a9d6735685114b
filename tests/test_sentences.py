from collections.abc import Callable, Sequence
from enum import IntEnum
from types import SimpleNamespace
from typing import Any

import pytest

from caffael.rules.actions import SUPPLIER, TENDER, Reason
from caffael.rules.cards import Cards, Effect
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE, Badge, Condition, Criterion, EffectKind, Goal, Kind, Lab, Phase, Route, Scope, Theme
from caffael.words import sentences
from caffael.words.language import Language
from tests.presentation.golden import hold

ENGLISH = Language("en")
WELSH = Language("cy")
LANGUAGES = (ENGLISH, WELSH)
TEAMS = ["Otters", "Choughs"]


class Titles:
    """Titles that say their kind, number and language."""

    def __init__(self) -> None:
        self.cards = Cards()
        self.cards.weights[:4] = [40, 20, 30, 10]
        self.cards.settings.marks[:] = [25, 50, 75, 100]
        self.cards.events[5].effects[0] = Effect(EffectKind.BUDGET, NONE, 30_000)
        self.cards.events[5].effects[1] = Effect(EffectKind.DAYS, NONE, -1, Condition.RUNS, 2)

    def need(self, index: int) -> SimpleNamespace:
        return SimpleNamespace(title=lambda language: f"need-{index}-{language}")

    def supplier(self, index: int) -> SimpleNamespace:
        return SimpleNamespace(title=lambda _: f"Supplier {index}")

    def __getattr__(self, kind: str) -> Any:
        return lambda index: SimpleNamespace(title=lambda language: f"{kind}-{index}-{language}")


PACK = Titles()


def log(language: Language, kind: Happening, *numbers: int, seat: int = 0) -> str | None:
    return sentences.happened_text(language, PACK, TEAMS, Happened(kind, seat, *numbers))


def detail(language: Language, kind: Happening, *numbers: int, seat: int = 0) -> str:
    return sentences.detail_text(language, PACK, TEAMS, Happened(kind, seat, *numbers))


def is_sentence(text: str) -> bool:
    return text[-1] == "." and "{" not in text and "  " not in text and text == text.strip()


# What the numbers of each kind may be, in the order of the enum.
CASES: dict[Happening, Sequence[tuple[int, ...]]] = {
    Happening.YEAR_OPENED: [(2, 1)],
    Happening.GRANT: [(520_000, 0, 600_000), (520_000, 10_000, -5_000)],
    Happening.DAYS: [(0,), (1,), (6,)],
    Happening.SUPPLIER_LEFT: [(3,)],
    Happening.SUPPLIER_CAME: [(3,)],
    Happening.NEED_DRAWN: [(4,)],
    Happening.NEED_BACK: [(4,)],
    Happening.EVENT: [(5,)],
    Happening.CLIMATE_EVENT: [(0,)],
    Happening.EFFECT: [
        (EffectKind.BUDGET, NONE, -20_000),
        (EffectKind.DAYS, NONE, 2),
        (EffectKind.PRICE, NONE, -4),
        (EffectKind.PRICE, 1, 8),
        (EffectKind.CARBON, NONE, 10),
        (EffectKind.CARBON, 1, -10),
        (EffectKind.GOAL, Goal.CULTURE, -1),
        (EffectKind.GOAL, Goal.CULTURE, 2),
    ],
    Happening.ENGAGED: [(4, 0), (4, 1)],
    Happening.RECORD_SEEN: [(3, -2), (3, 0)],
    Happening.TENDER: [
        *((4, route, 0, 2, 0) for route in Route if route not in (Route.FRAMEWORK, Route.DIRECT)),
        (4, Route.FRAMEWORK, NONE, 1, 0),
        (4, Route.DIRECT, NONE, 1, 0),
        *((4, Route.QUOTES, 0, 1, scope) for scope in Scope),
    ],
    Happening.BID: [(3, -4, 391_000, 7_345_000, 0), (3, 0, 391_000, 0, 0)],
    Happening.AWARDED: [(4, 3, 391_000, 84_000, 120_000), (4, 3, 391_000, 84_000, 0)],
    Happening.FAILED: [(4, Route.OPEN)],
    Happening.JOINT_ASKED: [(4, 5, 0, 1)],
    Happening.JOINT_AGREED: [(5, 4)],
    Happening.JOINT_REFUSED: [(5, 4)],
    Happening.TRAINED: [(Lab.DATA, 1, 1), (Lab.ADAPTION, 2, 3)],
    Happening.PROJECT: [(2, 30_000, 2)],
    Happening.PASSED: [(0,), (1,)],
    Happening.MANAGED: [(4,)],
    Happening.CHECK: [(4, 3, 2, 4, 1), (4, 1, 0, 4, 0)],
    Happening.TURNED_AGAIN: [(4, 1)],
    Happening.PAID: [(4, 130_333, 0), (4, 143_367, 13_034)],
    Happening.GOAL: [(Goal.EQUAL, 2, cause, 4, 0) for cause in Cause] + [(Goal.EQUAL, 0, Cause.EVENT, NONE, 1)],
    Happening.CARBON: [(4, 84_000), (NONE, 12_000)],
    Happening.SOCIAL: [(4, 3, 1), (4, 2, 2), (4, 0, 0)],
    Happening.DELIVERED: [(4, 3)],
    Happening.ENDED: [(4, 3)],
    Happening.UNMET: [(4,)],
    Happening.OWN_CARBON: [(420_000, 400_000)],
    Happening.MARK: [(1, 4_000_000)],
    Happening.PRIZE: [(2, 40_000, 1), (2, 20_000, 3), (2, 0, 1)],
    Happening.INCOME: [(4, 5_000)],
    Happening.INVESTED: [(4, 12_000, 30_000)],
    Happening.NOTICE: [(-25_000,)],
    Happening.BADGE: [(Badge.LONG_TERM,)],
    Happening.ENDED_GAME: [(7_000_000, 8_000_000, 0), (9_000_000, 8_000_000, 1)],
    Happening.NEED_LEFT: [(4,)],
    Happening.CAME_BACK: [(SUPPLIER + 3, Reason.CANNOT_SUPPLY), (TENDER + 4, Reason.NOT_IN_TRAY)],
    Happening.LAID_NOTHING: [()],
}
QUIET = {Happening.GRANT, Happening.DAYS, Happening.RECORD_SEEN, Happening.BID, Happening.GOAL, Happening.CARBON}


def test_every_kind_of_happening_is_tried_here() -> None:
    assert list(CASES) == list(Happening)


@pytest.mark.parametrize("kind", Happening)
@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_every_happening_can_be_told_in_detail(language: Language, kind: Happening) -> None:
    for numbers in CASES[kind]:
        assert is_sentence(detail(language, kind, *numbers))


@pytest.mark.parametrize("kind", Happening)
@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_the_log_tells_all_but_the_smallest(language: Language, kind: Happening) -> None:
    for numbers in CASES[kind]:
        told = log(language, kind, *numbers)
        small = kind in QUIET or (kind == Happening.EFFECT and numbers[0] not in (EffectKind.BUDGET, EffectKind.DAYS))
        small = small or (kind == Happening.PAID and numbers[2] == 0) or (kind == Happening.SOCIAL and numbers[1] <= numbers[2])
        assert told is None if small else told is not None and is_sentence(told)


@pytest.mark.parametrize("kind", Happening)
def test_welsh_is_never_said_in_english(kind: Happening) -> None:
    for numbers in CASES[kind]:
        if kind != Happening.GOAL:
            assert detail(ENGLISH, kind, *numbers).replace("-en", "-cy") != detail(WELSH, kind, *numbers)


@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_what_is_said_of_every_happening_word_for_word(language: Language) -> None:
    told = []
    for kind in Happening:
        told.append(f"# {kind.name}")
        for place, numbers in enumerate(CASES[kind]):
            short, full = (say(language, kind, *numbers, seat=place % 2) for say in (log, detail))
            told += [f"log: {short or '-'}", "detail: the same" if full == short else f"detail: {full}"]
    hold("sentences-happenings", language.code, "\n".join(told) + "\n")


@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_what_is_said_of_every_reason_cause_effect_and_condition_word_for_word(language: Language) -> None:
    told = [f"{kind.name}: {sentences.reason_text(language, kind)}" for kind in Reason]
    told += [f"{kind.name}: {sentences.cause_text(language, kind)}" for kind in Cause]
    for kind in EffectKind:
        for amount in (-3, 1, 4):
            for target in (NONE, 2) if kind in (EffectKind.PRICE, EffectKind.CARBON) else (2,):
                told.append(f"{kind.name} {amount}: {sentences.effect_text(language, PACK, Effect(kind, target, amount))}")
    for condition in Condition:
        for number in (1, 3):
            told.append(
                f"{condition.name}: {sentences.effect_text(language, PACK, Effect(EffectKind.DAYS, NONE, 2, condition, 1, number))}"
            )
    hold("sentences-reasons", language.code, "\n".join(told) + "\n")


def test_a_tender_says_its_route_and_weights() -> None:
    weights = "price 40\u00a0%, quality 20\u00a0%, social value 30\u00a0%, carbon 10\u00a0%"
    assert log(ENGLISH, Happening.TENDER, 4, Route.QUOTES, 0, 1, Scope.LOCAL) == (
        f"Otters asked for quotes from local firms for “need-4-en”. Weights: {weights}."
    )
    assert log(WELSH, Happening.TENDER, 4, Route.FRAMEWORK, NONE, 1) == "Defnyddiodd Otters y fframwaith ar gyfer “need-4-cy”."


def test_weights_name_the_criteria_of_the_game() -> None:
    cards = Cards()
    cards.weights[:4] = [50, 30, 0, 20]
    cards.settings.people = 1
    assert sentences.weights_text(WELSH, cards, 0) == "pris 50\u00a0%, pobl 30\u00a0%, y blaned 20\u00a0%"
    cards.weights[:4] = [50, 50, 0, 0]
    cards.settings.carbon = 0
    assert sentences.weights_text(ENGLISH, cards, 0) == "price 50\u00a0%, people 50\u00a0%"
    cards.settings.people = 0
    assert sentences.weights_text(ENGLISH, cards, 0) == "price 50\u00a0%, quality 50\u00a0%, social value 0\u00a0%"


def test_the_detail_of_a_goal_names_need_change_cause_and_what_was_lost() -> None:
    assert detail(ENGLISH, Happening.GOAL, Goal.PROSPEROUS, 0, Cause.LOCAL, 4, 1) == (
        "Otters, “need-4-en”: “Prosperous” 0. Most of the money stayed in the region. The track ends here, so this was lost: +1."
    )


def test_the_detail_of_an_award_is_to_the_pound() -> None:
    told = detail(ENGLISH, Happening.AWARDED, 4, 3, 412_350, 84_000, 250_000)
    assert "£412,350" in told
    assert "next bid: 2.5." in told


def test_an_event_of_the_region_names_no_team() -> None:
    told = sentences.happened_text(WELSH, PACK, TEAMS, Happened(Happening.EFFECT, NONE, EffectKind.FUND, NONE, 50_000))
    assert told is None
    told = sentences.detail_text(WELSH, PACK, TEAMS, Happened(Happening.EFFECT, NONE, EffectKind.FUND, NONE, 50_000))
    assert told == "Mae'r Gronfa Her yn cynyddu £50k."


def test_the_log_of_an_event_says_what_it_does() -> None:
    assert log(ENGLISH, Happening.EVENT, 5, seat=NONE) == (
        "The event of the year: “event-5-en”. The budget grows by £30k. The team loses 1 officer day this year. "
        "This meets only teams with a running contract in the category “category-2-en”."
    )


@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_every_effect_and_condition_has_its_sentences(language: Language) -> None:
    for kind in EffectKind:
        for amount in (-2, 1):
            for condition in Condition:
                for target in (NONE, 2) if kind in (EffectKind.PRICE, EffectKind.CARBON) else (2,):
                    told = sentences.effect_text(language, PACK, Effect(kind, target, amount, condition, 1, 3))
                    if kind == EffectKind.NOTHING:
                        assert told == ""
                    else:
                        assert is_sentence(told)
                        assert told.count(". ") == (condition != Condition.ALWAYS) + (kind == EffectKind.EMERGENCY)


def test_welsh_counts_contracts_with_their_mutation() -> None:
    said = [sentences.condition_text(WELSH, PACK, Effect(1, NONE, 1, Condition.CONTRACTS_AT_LEAST, NONE, n)) for n in (1, 2, 3, 4, 5, 6)]
    assert [text.split("ganddyn nhw ")[1].split(" ar")[0] for text in said] == [
        "1 contract",
        "2 gontract",
        "3 chontract",
        "4 contract",
        "5 contract",
        "6 chontract",
    ]


def test_welsh_needs_no_na_or_nag_before_a_number_of_contracts() -> None:
    for n in (1, 2, 3, 8, 11):
        told = sentences.condition_text(WELSH, PACK, Effect(1, NONE, 1, Condition.CONTRACTS_BELOW, NONE, n))
        assert told.startswith(f"Dim ond i dimau y mae nifer eu contractau ar waith o dan {n} y mae hyn yn berthnasol.")


@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_every_reason_and_cause_has_a_sentence_of_its_own(language: Language) -> None:
    for say, kinds in ((sentences.reason_text, Reason), (sentences.cause_text, Cause)):
        told = [say(language, kind) for kind in kinds]
        assert all(map(is_sentence, told))
        assert len(set(told)) == len(kinds)


NAMES = [
    (sentences.goal_name, Goal),
    (sentences.goal_title, Goal),
    (sentences.lab_name, Lab),
    (sentences.route_name, Route),
    (sentences.badge_name, Badge),
    (sentences.criterion_name, Criterion),
    (sentences.kind_name, Kind),
    (sentences.theme_name, Theme),
    (sentences.phase_name, Phase),
]


@pytest.mark.parametrize(("name", "kinds"), NAMES, ids=[name.__name__ for name, _ in NAMES])
@pytest.mark.parametrize("language", LANGUAGES, ids=["en", "cy"])
def test_every_name_is_its_own(language: Language, name: Callable[..., str], kinds: type[IntEnum]) -> None:
    names = [name(language, kind) for kind in kinds]
    assert len(set(names)) == len(kinds)
    assert all(text and not text.endswith(".") for text in names)


def test_goals_bear_the_titles_of_the_act() -> None:
    assert [sentences.goal_title(WELSH, goal) for goal in Goal] == [
        "Cymru lewyrchus",
        "Cymru gydnerth",
        "Cymru iachach",
        "Cymru sy'n fwy cyfartal",
        "Cymru o gymunedau cydlynus",
        "Cymru â diwylliant bywiog lle mae'r Gymraeg yn ffynnu",
        "Cymru sy'n gyfrifol ar lefel fyd-eang",
    ]


def test_quotes_are_named_by_whom_they_are_kept_to() -> None:
    assert [sentences.route_name(ENGLISH, Route.QUOTES, scope) for scope in Scope] == [
        "Quotes",
        "Quotes from local firms",
        "Quotes from small firms",
    ]


def test_three_criteria_are_price_people_planet() -> None:
    assert [sentences.criterion_name(ENGLISH, c, people=True) for c in (0, 1, 3)] == ["Price", "People", "Planet"]
