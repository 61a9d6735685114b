"""What the pages of devices say and offer, word for word in both languages; what they never hold, and when a part is made anew."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest

from caffael.classroom.changes import Change, Kind
from caffael.classroom.pages import NAMES, ink_class, parts
from caffael.classroom.roles import Role
from caffael.classroom.room_view import DeskView, Opening, RoomView, Spread
from caffael.match import Match
from caffael.presentation.tender.draft import WeightRows
from caffael.rules import actions
from caffael.rules.actions import Reason
from caffael.rules.notation import from_text
from caffael.rules.terms import Phase
from caffael.words.language import CODES, Code
from caffael.words.sentence import Sentence
from tests.classroom.page_text import page_text
from tests.classroom.pages_kit import asked, before_a_game, buying, finished, first_tender, jointly, looker, managing, room_at, sealed
from tests.presentation.golden import hold
from tests.presentation.positions import at_year, game, play_until

WEIGHTS = "weights 40/20/20/20"


def shown(room: RoomView, role: Role = Role.CAPTAIN) -> dict[str, str]:
    return parts(looker(room, role), room)


def golden(name: str, make: Callable[[Code], RoomView], role: Role = Role.CAPTAIN, *only: str) -> None:
    """Hold what a page says, in both languages: its parts `only`, or all."""
    for code in CODES:
        made = shown(make(code), role)
        hold(f"classroom/{name}", code, page_text({part: made[part] for part in only or NAMES}))


# ----------------------------------------------------------------------------------------------------------------- points of a game


def test_a_guest_sees_the_teams_and_the_picture_of_the_room() -> None:
    golden("guest", lambda code: room_at(buying(), None, code), Role.GUEST)
    golden("guest-locked", lambda code: replace(before_a_game(code), locked=True), Role.GUEST)


def test_before_a_game_everybody_waits() -> None:
    golden("before", before_a_game)


def test_a_captain_whose_turn_it_is_chooses_what_to_do() -> None:
    golden("start", lambda code: room_at(buying(), 0, code))


def test_then_a_route_then_what_counts() -> None:
    match = buying()
    golden("route", lambda code: room_at(match, 0, code, first_tender(match)), Role.CAPTAIN, "status", "work")
    golden("weights", lambda code: room_at(match, 0, code, first_tender(match, "route open")), Role.CAPTAIN, "status", "work")
    golden("framework", lambda code: room_at(match, 0, code, first_tender(match, "route framework")), Role.CAPTAIN, "status", "work")


def test_a_direct_award_goes_to_a_supplier_that_is_chosen() -> None:
    match = at_year(2)
    match.state.emergency[match.cards.needs[match.state.councils[0].tray[0]].category] = 1
    begun = first_tender(match, "route direct")
    golden("direct", lambda code: room_at(match, 0, code, begun), Role.CAPTAIN, "status", "work")
    supplier = re.search(r"(supplier [a-z-]+)&#34;", shown(room_at(match, 0, "en", begun))["work"])
    assert supplier is not None
    golden("direct-chosen", lambda code: room_at(match, 0, code, (*begun, supplier[1])), Role.CAPTAIN, "status", "work")


def test_a_member_sees_what_its_captain_chose_and_has_sliders_of_its_own() -> None:
    match = buying()
    golden("member", lambda code: room_at(match, 0, code, first_tender(match, "route open", WEIGHTS)), Role.MEMBER, "status", "work")
    golden("member-nothing", lambda code: room_at(match, 0, code), Role.MEMBER, "status", "work")


def with_changes(code: Code) -> RoomView:
    """A desk on which something has changed, and voices."""
    match = buying()
    room = room_at(match, 0, code, first_tender(match, "route open", WEIGHTS))
    market = match.state.market
    changes = (Change(Kind.BIDDER_GONE, market[2]), Change(Kind.WINNER, -1, market[2], market[1]))
    spread = Spread(5, 8, 17, (10, 10, 10, 0), (60, 40, 30, 40), (30, 20, 20, 30), ((17, 2),), ((market[0], 3), (market[1], 1)))
    return replace(room, desk=replace(room.desk, changes=changes), spread=spread, clock_runs=True)


def test_what_has_changed_is_said_beside_the_button_and_voices_are_a_spread() -> None:
    golden("changed", with_changes, Role.CAPTAIN, "status", "voices")


def test_who_waits_prepares_and_keeps_it_ready() -> None:
    match = buying()

    def waiting(code: Code, ready: bool) -> RoomView:
        room = room_at(match, 0, code, first_tender(match, "route open", WEIGHTS), can_act=False, waiting_for=(2, 3))
        return replace(room, desk=replace(room.desk, ready=ready))

    golden("prepare", lambda code: waiting(code, False), Role.CAPTAIN, "status")
    golden("prepared", lambda code: waiting(code, True), Role.CAPTAIN, "status")


def test_the_status_tells_whatever_else_is_going_on() -> None:
    match, trouble = (
        buying(),
        Sentence("The room can't be saved beside the game, so devices would have to join again if this computer were switched off."),
    )
    golden("screen", lambda code: room_at(match, 0, code, answerable=False, can_act=False), Role.CAPTAIN, "status")
    golden("trouble", lambda code: room_at(match, 0, code, trouble=trouble, front_decided=True, stepped_back=True), Role.CAPTAIN, "status")
    desk = DeskView(("train data",), (0,), True, reason=int(Reason.NOT_NOW))
    golden("not-now", lambda code: room_at(match, 0, code, desk=desk), Role.CAPTAIN, "status")
    passed = play_until(game(), lambda at: at.state.councils[0].passed == 1 and at.state.phase == Phase.BUY)
    golden("passed", lambda code: room_at(passed, 0, code, can_act=False), Role.CAPTAIN, "status", "work")


def test_all_manage_at_once() -> None:
    golden("manage", lambda code: room_at(managing(), 0, code, together=True), Role.CAPTAIN, "status", "work")
    done = lambda code: room_at(managing(), 0, code, together=True, desk=DeskView(ready=True), waiting_for=(1,))  # noqa: E731
    golden("manage-done", done, Role.CAPTAIN, "status")
    golden("manage-nothing", lambda code: room_at(managing(), 0, code, can_act=False, waiting_for=(1,)), Role.CAPTAIN, "status", "work")
    golden("manage-member", lambda code: room_at(managing(), 0, code, together=True), Role.MEMBER, "work")


def test_a_joint_tender_is_written_and_answered() -> None:
    match = jointly(game(years=5))
    own, other = (match.pack.ids.needs[match.state.councils[seat].tray[0]] for seat in (0, 1))
    for name, words in {"joint": (f"joint {own}",), "joint-weights": (f"joint {own}", f"partner {other}")}.items():
        golden(name, lambda code, words=words: room_at(match, 0, code, words), Role.CAPTAIN, "status", "work")  # type: ignore[misc]
    golden("answer", lambda code: room_at(asked(), 1, code), Role.CAPTAIN, "status", "work")
    golden("answer-member", lambda code: room_at(asked(), 1, code), Role.MEMBER, "work")


def test_who_is_asked_is_not_told_what_has_changed_for_its_own_draft() -> None:
    desk = DeskView(("train data",), (0,), True, changes=(Change(Kind.BIDDER_GONE, 0),))
    for match, seat, told in ((asked(), 1, False), (buying(), 0, True)):
        assert ("What has changed" in shown(room_at(match, seat, "en", desk=desk))["status"]) is told


def test_in_a_sealed_game_all_write_at_the_same_time_and_take_their_envelopes_back() -> None:
    match = sealed()
    everybody = (0, 1, 2, 3)
    tender = first_tender(match, "route open", WEIGHTS)
    golden("sealed", lambda code: room_at(match, 0, code, tender, waiting_for=everybody), Role.CAPTAIN, "status", "work")
    golden("sealed-nothing", lambda code: room_at(match, 0, code, ("wait",), waiting_for=everybody), Role.CAPTAIN, "status")
    match.play_together([from_text(word, match.cards, match.ids) for word in tender], 0)
    golden("sealed-lies", lambda code: room_at(match, 0, code, waiting_for=everybody[1:]), Role.CAPTAIN, "status", "work")
    golden("sealed-lies-member", lambda code: room_at(match, 0, code, waiting_for=everybody[1:]), Role.MEMBER, "work")
    assert not re.search(WEIGHTS[8:], "".join(shown(room_at(match, 1, "en", waiting_for=everybody[1:])).values()))
    for seat in everybody[1:]:
        match.play(actions.WAIT, seat)
    golden("sealed-opened", lambda code: room_at(match, 1, code, can_act=False), Role.CAPTAIN, "status", "work")


def test_a_watcher_sees_what_lies_face_up_and_says_who_will_win() -> None:
    match = buying()
    opening = Opening(1, match.state.councils[1].tray[0], tuple(match.state.market[:4]))
    golden("watcher", lambda code: room_at(match, None, code, opening=opening), Role.WATCHER)


def test_the_end_opens_ones_own_score_and_asks_three_questions() -> None:
    golden("end", lambda code: room_at(finished(), 0, code))
    golden("end-watcher", lambda code: room_at(finished(), None, code), Role.WATCHER, "end")


def test_a_school_plays_by_cards_in_its_own_words() -> None:
    match = at_year(1, scenario="first-steps", years=None)
    golden("school", lambda code: room_at(match, 0, code))
    need = match.pack.ids.needs[match.state.councils[0].tray[0]]
    golden("school-cards", lambda code: room_at(match, 0, code, (f"tender {need}", "route open")), Role.CAPTAIN, "status", "work")


def test_a_member_may_take_the_office_of_a_captain_who_is_gone() -> None:
    golden("offered", lambda code: room_at(buying(), 0, code, captain_offered=True), Role.MEMBER, "team")


# ------------------------------------------------------------------------------------------------------------------------- parts


def everything() -> list[tuple[RoomView, Role]]:
    """Rooms of every kind, with who looks."""
    match = buying()
    tender = room_at(match, 0, "en", first_tender(match, "route open", WEIGHTS))
    return [
        (room_at(match, None, "en"), Role.GUEST),
        (before_a_game("en"), Role.MEMBER),
        (tender, Role.CAPTAIN),
        (tender, Role.MEMBER),
        (room_at(match, None, "en"), Role.WATCHER),
        (room_at(managing(), 0, "en"), Role.CAPTAIN),
        (room_at(asked(), 1, "en"), Role.CAPTAIN),
        (room_at(finished(), 0, "en"), Role.CAPTAIN),
        (with_changes("en"), Role.CAPTAIN),
    ]


@pytest.mark.parametrize("place", range(9))
def test_every_part_is_one_element_with_its_name_as_id_and_nothing_inline(place: int) -> None:
    room, role = everything()[place]
    made = shown(room, role)
    assert tuple(made) == NAMES
    for name, html in made.items():
        assert re.match(rf'<(section|header) id="{name}"[ >]', html), html[:80]
        assert not re.search(r"<(script|style|iframe|img|form|a)\b|\son\w+=|\sstyle=|javascript:", html), name
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), f"an id stands twice in {name}"


def test_parts_that_are_not_asked_for_are_not_made() -> None:
    room = room_at(buying(), 0, "en")
    some = parts(looker(room), room, ("voices", "status"))
    assert set(some) == {"status", "voices"}
    assert all(shown(room)[name] == html for name, html in some.items())


def test_the_weights_on_the_desk_change_the_status_and_leave_the_work_as_it_is() -> None:
    match = buying()
    one, other = (shown(room_at(match, 0, "en", first_tender(match, "route open", row))) for row in (WEIGHTS, "weights 20/40/20/20"))
    assert one["work"] == other["work"]
    assert one["status"] != other["status"]
    lots = shown(room_at(match, 0, "en", first_tender(match, "route lots", WEIGHTS)))
    assert lots["work"] != one["work"]


def test_members_are_offered_nothing_that_only_a_captain_may_do() -> None:
    match = buying()
    words = first_tender(match, "route open", WEIGHTS)
    for room in (room_at(match, 0, "en", words), room_at(managing(), 0, "en"), room_at(asked(), 1, "en")):
        made = "".join(shown(room, Role.MEMBER).values())
        assert not re.search(r"data-(draft=\"\[&#34;[^\"]*\" aria-pressed|do|act|tick|done|take|to)\b", made.replace('id="status"', ""))


HOSTILE = "<img src=x onerror=alert(1)>\"'&{{7*7}}</section><script>"


def test_what_a_person_typed_stands_there_as_text() -> None:
    match = buying()
    room = room_at(match, 0, "en")
    assert room.viewer is not None
    viewer = replace(room.viewer, teams=tuple(f"{HOSTILE}{seat}" for seat in range(4)))
    for role in (Role.CAPTAIN, Role.GUEST):
        made = "".join(shown(replace(room, viewer=viewer), role).values())
        assert "<img" not in made and "<script" not in made and "49" not in made.partition("{{7*7}}")[0][-3:]
        assert HOSTILE in unescape(made)


def test_a_table_is_reckoned_from_all_rows_that_the_scenario_allows() -> None:
    match = buying()
    work = shown(room_at(match, 0, "en", first_tender(match, "route open")))["work"]
    found = re.search(r'data-weighing="([^"]+)"', work)
    assert found is not None
    data = json.loads(unescape(found[1]))
    assert data["rows"] == ["/".join(map(str, row)) for row in WeightRows(match.cards).rows]
    assert data["begin"] == list(first_tender(match, "route open"))
    assert all(len(bid["scores"]) == 4 for bid in data["bids"])


@pytest.mark.parametrize(
    ("ink", "name"),
    [
        ("team.2.pale", "c-team-2"),
        ("category.food", "c-category-food"),
        ("category.shirt~pink", "c-goal-culture"),
        ("category.shirt~#1f6f8b", "c-ink"),
        ("ink_soft", "c-ink-soft"),
    ],
)
def test_an_ink_has_a_class(ink: str, name: str) -> None:
    assert ink_class(ink) == name


def test_no_page_of_a_team_tells_what_another_alone_knows() -> None:
    """Two games that differ only in what one council found out show all others the same."""
    match = at_year(2)
    before = [shown(room_at(match, seat, "en"), role) for seat, role in ((1, Role.CAPTAIN), (2, Role.MEMBER), (None, Role.WATCHER))]
    own = shown(room_at(match, 0, "en"))
    private = match.state.private[0]
    private.records[match.state.market[0]], private.event = 2, 3
    after = [shown(room_at(match, seat, "en"), role) for seat, role in ((1, Role.CAPTAIN), (2, Role.MEMBER), (None, Role.WATCHER))]
    assert after == before
    assert shown(room_at(match, 0, "en")) != own


def test_hidden_scores_stand_on_no_page() -> None:
    match = buying()
    room = room_at(match, 1, "en")
    assert room.viewer is not None
    made = shown(replace(room, viewer=replace(room.viewer, scores_hidden=True)))
    assert "Points so far" not in "".join(made.values())


def a_game_is_shown_at_each_point(match: Match) -> None:
    """Every page of every seat can be made."""
    for seat in (*range(match.state.seats), None):
        room = room_at(match, seat, "cy")
        shown(room, Role.WATCHER if seat is None else Role.CAPTAIN)


@pytest.mark.parametrize("scenario", ["smarter-spending", "first-steps", "our-town", "sealed"])
def test_every_page_of_a_whole_game_can_be_made(scenario: str) -> None:
    match = game(scenario, None, players=("balanced", "cheapest", "greenest", "local"))
    turns = 0
    while not match.finished:
        match.play(match.bot_action("balanced"))
        turns += 1
        if turns % 29 == 0:
            a_game_is_shown_at_each_point(match)
    a_game_is_shown_at_each_point(match)


def test_what_a_council_does_by_itself_changes_the_row_of_others_and_not_the_market_which_is_the_largest_part() -> None:
    match = game(players=("you", "you", "you", "you"))
    seen = []
    for word in ("", "train data"):
        if word:
            match.play(from_text(word, match.cards, match.ids), 0)
        room = room_at(match, 1, "en")
        seen.append(parts(looker(room), room, ("market", "others")))
    assert seen[0]["market"] == seen[1]["market"]
    assert seen[0]["others"] != seen[1]["others"]
    assert len(seen[0]["market"]) > 10 * len(seen[0]["others"])
