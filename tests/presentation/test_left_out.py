"""What a game leaves out is promised nowhere, and a threshold is said with its number."""

import pytest

from caffael.match import Match
from caffael.presentation.blocks import Button, Group, Offer
from caffael.presentation.decisions.learning import train_choice
from caffael.presentation.faces import LabFace
from caffael.presentation.help import ROUTE_PICTURES as HELP_PICTURES
from caffael.presentation.help import labs, routes, up_to
from caffael.presentation.labs import lab_levels
from caffael.presentation.sheets.backs import route_back_sheet
from caffael.presentation.sheets.learning import badges_sheet, labs_sheet
from caffael.presentation.sheets.supplier import reliability_line
from caffael.presentation.table.hints import HintKind, hint_now, hint_text
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.pages import AWARD, WHO, route_page, tender_page
from caffael.presentation.tender.weighing import weights_group
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.actions import Reason
from caffael.rules.terms import UNKNOWN, Badge, Lab, Route
from caffael.words import handbook
from caffael.words.language import CODES, Code, Language
from caffael.words.looks import ROUTE_PICTURES
from tests.presentation.golden import hold
from tests.presentation.positions import game

ENGLISH = Language("en")


def seen(match: Match, code: Code = "en") -> Viewer:
    return look(match, Language(code, match.pack.wording), match.state.decider, deciding=match.state.decider)


def every_route(match: Match) -> None:
    """All routes are on and ask for labs as in the standard game."""
    asked = {Route.LOTS: (1, 0, 0), Route.RESERVED: (1, 0, 0), Route.JOINT: (2, 0, 0), Route.FLEXIBLE: (2, 1, 0)}
    for route in Route:
        card = match.cards.routes[route]
        card.on = 1
        card.labs[:] = asked.get(route, (0, 0, 0))


def test_the_procurement_lab_promises_the_routes_of_this_game_and_no_others() -> None:
    match = game()
    every_route(match)

    def levels() -> tuple[str, ...]:
        return lab_levels(ENGLISH, match.cards, Lab.PROCUREMENT)

    assert levels() == (
        "Level 1 opens: Lots, Reserved contract.",
        "Level 2 opens: Competitive flexible procedure (with Adaption lab 1), Joint tender.",
        "Level 3 makes the first tender of each year cost a day less.",
    )
    match.cards.routes[Route.RESERVED].on = match.cards.routes[Route.FLEXIBLE].on = 0
    match.cards.routes[Route.JOINT].labs[0] = 3
    assert levels() == (
        "Level 1 opens: Lots.",
        "Level 2 brings nothing new in this game.",
        "Level 3 makes the first tender of each year cost a day less. It opens: Joint tender.",
    )


@pytest.mark.parametrize(
    ("setting", "level", "words"),
    [
        ("track_records", 1, "Level 1 brings nothing new in this game."),
        ("events", 2, "Level 2 shows the next two suppliers."),
        ("engagement", 3, "Level 3 brings nothing new in this game."),
    ],
)
def test_the_data_lab_promises_nothing_that_is_switched_off(setting: str, level: int, words: str) -> None:
    match = game()
    usual = handbook.numbered(ENGLISH, "lab", Lab.DATA).levels
    assert lab_levels(ENGLISH, match.cards, Lab.DATA) == usual
    setattr(match.cards.settings, setting, 0)
    now = lab_levels(ENGLISH, match.cards, Lab.DATA)
    assert now == tuple(words if place == level else said for place, said in enumerate(usual, start=1))


def test_every_place_that_tells_of_labs_tells_the_same() -> None:
    match = game()
    every_route(match)
    match.cards.routes[Route.FLEXIBLE].on = 0
    viewer = seen(match)
    said = lab_levels(viewer.language, match.cards, Lab.PROCUREMENT)
    face = train_choice(viewer).offers[Lab.PROCUREMENT].face
    assert isinstance(face, LabFace) and face.steps == said
    sheet = labs_sheet(viewer, 0)
    assert tuple(line.title for line in sheet.lines[1:4]) == said
    assert sheet.back is not None and all(words in sheet.back.panels[0].opening for words in said)
    assert all(words in labs(viewer.language, match.cards)[0].words for words in said)
    assert labs(viewer.language, None)[0].words.endswith(handbook.numbered(viewer.language, "lab", Lab.PROCUREMENT).levels[-1])
    assert not any("flexible" in words.lower() for words in said)


def test_a_badge_that_this_game_cannot_give_says_so() -> None:
    match = game()
    match.cards.routes[Route.JOINT].on = 1
    match.cards.settings.engagement = 1

    def values() -> dict[int, str]:
        return {badge: badges_sheet(seen(match), 0).lines[badge].value for badge in Badge}

    assert [value for badge, value in values().items() if badge != Badge.INVOLVEMENT] == [""] * 4
    match.state.councils[0].engagements = 2
    assert values()[Badge.INVOLVEMENT] == "2 of 3"
    match.cards.routes[Route.JOINT].on = 0
    assert [badge for badge, value in values().items() if value == "not in this game"] == [Badge.COLLABORATION]
    match.cards.settings.engagement = 0
    assert [badge for badge, value in values().items() if value == "not in this game"] == [Badge.COLLABORATION, Badge.INVOLVEMENT]
    match.state.councils[0].badges[Badge.COLLABORATION] = 1
    assert values()[Badge.COLLABORATION] == "won in year 1"


def test_nobody_new_is_promised_where_the_market_stays() -> None:
    match = game()
    match.state.market_count = 0
    match.cards.settings.engagement = 0
    hint = hint_now(seen(match))
    assert hint is not None and hint.kind is HintKind.NOBODY
    assert "Who comes next year?" in hint_text(seen(match), hint)
    match.cards.settings.refresh = 0
    assert "Who is free again next year?" in hint_text(seen(match), hint)
    assert "comes" not in hint_text(seen(match), hint)


def test_a_track_record_is_not_to_be_seen_by_engaging_where_nobody_engages() -> None:
    match = game()
    viewer = seen(match)
    supplier = viewer.market[0]
    viewer.state.records[supplier] = UNKNOWN
    assert "engage the market" in reliability_line(viewer, supplier).words
    match.cards.settings.engagement = 0
    assert reliability_line(viewer, supplier).words.endswith("Its track record is still face down: its first delivery shows it.")


def test_a_threshold_is_said_with_its_number() -> None:
    match = game()
    viewer = seen(match)
    need = viewer.tray(viewer.seat)[0]
    quotes = match.cards.routes[Route.QUOTES]
    quotes.largest = 170_000
    match.cards.needs[need].estimate = 170_001
    assert viewer.why(Reason.TOO_LARGE_FOR_ROUTE, Route.QUOTES) == "The estimate is above the threshold for this route: £170k."
    group = next(block for block in route_page(viewer, Draft(viewer, need)).blocks if isinstance(block, Group))
    offers = {offer.id: offer for offer in group.blocks if isinstance(offer, Offer)}
    draft = Draft(viewer, need)
    draft.choose_usual_route()
    beside = {button.id: button.why for button in tender_page(viewer, draft, AWARD).buttons}
    at = [place for place in range(actions.ROUTE_CHOICES) if actions.ROUTE_OF[place] == Route.QUOTES]
    for place in at:
        offer = offers.get(f"route.{place}") or offers[f"scope.{place}"]
        assert offer.why == beside[f"way.{place}"] == "The estimate is above the threshold for this route: £170k."
    assert offers[f"route.{at[0]}"].said == f"{WHO[Route.QUOTES]} Up to £170k."
    assert route_back_sheet(viewer, Route.QUOTES, 0).line == "Up to £170k"
    assert [line.value for line in routes(viewer.language, match.cards) if line.value] == ["Up to £170k"]
    assert up_to(viewer.language, None, Route.QUOTES) == up_to(viewer.language, match.cards, Route.OPEN) == ""
    match.play(actions.TENDER + need)
    assert seen(match).why_not(actions.ROUTE + at[0]) == "The estimate is above the threshold for this route: £170k."


def test_no_entry_of_the_handbook_speaks_of_a_threshold_without_its_number() -> None:
    for code in CODES:
        for entry in handbook.everything(Language(code)):
            for words in (entry.line, entry.game, entry.world):
                for mark in ("threshold", "y trothwy"):
                    assert mark not in words or "£" in words.partition(mark)[2], (entry.key, words)


def test_three_meanings_have_three_signs() -> None:
    viewer = seen(game())
    draft = Draft(viewer, viewer.tray(viewer.seat)[0])
    draft.choose(actions.ROUTE)
    balanced = next(one for one in weights_group(viewer, draft).blocks if isinstance(one, Button) and one.id == "preset.balanced")
    assert balanced.picture == "balance"
    assert HELP_PICTURES[Route.FLEXIBLE] == ROUTE_PICTURES[Route.FLEXIBLE]
    assert len({balanced.picture, HELP_PICTURES[Route.FLEXIBLE], "turn", "swap"}) == 4


def test_what_is_left_out_is_said_in_both_languages() -> None:
    match = game()
    every_route(match)
    match.cards.routes[Route.LOTS].on = match.cards.routes[Route.RESERVED].on = 0
    match.cards.routes[Route.JOINT].labs[0] = 3
    match.cards.settings.events = 0
    viewer = seen(match)
    for code in CODES:
        viewer = seen(match, code)
        lines = [words for lab in Lab for words in lab_levels(viewer.language, match.cards, lab)]
        lines.append(viewer.why(Reason.TOO_LARGE_FOR_ROUTE, Route.QUOTES))
        hold("left-out", code, "\n".join(lines) + "\n")
