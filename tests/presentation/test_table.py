"""The table as a page: what it says at each kind of moment, in both languages, and that each press leads somewhere."""

from collections.abc import Callable, Iterator

import pytest

from caffael.match import Match, Seat
from caffael.presentation.blocks import Block, Group, Line, Page, Placed, Text
from caffael.presentation.marks import carbon_marks
from caffael.presentation.press import Do, Open
from caffael.presentation.sheets.registry import SHEETS
from caffael.presentation.table.council import council_panel, council_tray, other_councils, private_note
from caffael.presentation.table.page import table_page
from caffael.presentation.table.region import log_lines, market_face, said, telling_words
from caffael.presentation.table.verbs import news, verbs
from caffael.presentation.table.watching import Watched, moments_of, timeline
from caffael.presentation.viewer import Viewer, look
from caffael.rules.actions import PASS, TENDER, TRAIN
from caffael.rules.happened import Happening
from caffael.rules.powers import LAB_TOP
from caffael.rules.records import Council, Happened
from caffael.rules.terms import Lab, Phase, Route
from caffael.rules.year import region_budget
from caffael.scenario import load_pack
from caffael.words.language import CODES, Language
from tests.presentation.golden import check, hold
from tests.presentation.positions import TEAMS, at_year, finished, game, play_until

Change = Callable[[Match], None]


def seen(match: Match, seat: int = 0, code: str = "en") -> Viewer:
    """The viewer of a seat whose turn it is."""
    return look(match, Language(code, match.pack.wording), seat, deciding=match.state.decider)  # type: ignore[arg-type]


def buying(match: Match) -> bool:
    return match.state.decider == 0 and match.state.phase == Phase.BUY


def begun() -> Match:
    """A game at the first decision of people."""
    return play_until(game(), buying)


def grown() -> Match:
    """A game in its third year, in which the council of people has contracts, labs, badges, a debt, and events to bear."""

    def reached(match: Match) -> bool:
        council = match.state.councils[0]
        return buying(match) and match.state.year >= 3 and council.running > 1 and match.state.climate_now > 0

    match = play_until(game(years=5), reached)
    council = match.state.councils[0]
    assert not match.finished
    council.budget, council.waiting_count = -30_500, 2
    council.contracts[council.order[0]].misses = 1
    return match


# ----------------------------------------------------------------------------------------------------------------- the whole page


def test_the_first_turn() -> None:
    check("table-first", begun(), table_page)


def test_a_council_with_contracts_debts_labs_badges_and_events() -> None:
    check("table-grown", grown(), table_page, marked=True)


@pytest.mark.parametrize("waiting", [1, 2])
def test_a_full_tray_says_how_many_needs_wait_for_a_place(waiting: int) -> None:
    match = begun()
    council = match.state.councils[0]
    assert council.tray_count not in (1, waiting)
    council.waiting_count = waiting
    for code in CODES:
        hold(f"table-tray-{waiting}", code, council_tray(look(match, Language(code), 0, deciding=0)).note + "\n")


def test_the_table_before_a_team_whose_turn_it_is_not() -> None:
    check("table-waiting", grown(), table_page, seat=2)


def test_scores_that_are_hidden() -> None:
    check("table-hidden", grown(), table_page, scores_hidden=True)


def test_a_game_of_first_steps() -> None:
    check("table-first-steps", at_year(2, scenario="first-steps", years=None), table_page)


def test_a_game_that_is_over() -> None:
    check("table-finished", finished(), table_page, seat=0)


def test_a_game_that_a_school_plays() -> None:
    match = begun()
    for code in CODES:
        viewer = look(match, Language(code, "school"), 0, deciding=0)
        hold("table-school", code, "".join(f"{button.words} - {button.why}\n" for button in verbs(viewer)))


def test_while_a_computer_team_plays() -> None:
    match = begun()
    match.play(PASS)
    assert match.bot_to_move() is not None
    played = match.play(match.bot_action())
    check("table-computer", match, lambda viewer: table_page(viewer, told=telling_words(viewer, played)), seat=0, deciding=None)
    assert news(look(match, Language("en"), 0))[0].words == "Caerphilly is thinking."


def test_no_hints_where_they_are_switched_off() -> None:
    page = table_page(seen(begun()), hints=False)
    assert not [block for block in page.blocks if getattr(block, "id", "") == "hint"]


# ----------------------------------------------------------------------------------------------------------------- why a verb is grey


def second() -> Match:
    """A game at the first decision of its second team."""
    there = lambda match: match.state.decider == 1 and match.state.phase == Phase.BUY  # noqa: E731
    return play_until(game(players=("you", "you", "greenest", "local")), there)


def council_of(match: Match) -> Council:
    return match.state.councils[match.state.decider]


def no_days(match: Match) -> None:
    council_of(match).days = 0


def no_tray(match: Match) -> None:
    council_of(match).tray_count = 0


def no_place(match: Match) -> None:
    match.cards.settings.register = 0


def no_money(match: Match) -> None:
    council_of(match).restricted, council_of(match).budget = 1, -200_000


def all_labs(match: Match) -> None:
    council_of(match).labs[:] = [LAB_TOP] * 3


def nobody_to_join(match: Match) -> None:
    council_of(match).labs[Lab.PROCUREMENT] = 2
    for seat in range(match.state.seats):
        if seat != match.state.decider:
            match.state.councils[seat].tray_count = 0


def managing(match: Match) -> None:
    match.state.phase = Phase.MANAGE


def everything(match: Match) -> None:
    """Everything can be done."""
    match.cards.routes[Route.JOINT].labs[:] = [0, 0, 0]
    for project in range(match.cards.project_count):
        match.cards.projects[project].cost = 0


@pytest.mark.parametrize("change", [no_days, no_tray, no_place, no_money, all_labs, nobody_to_join, managing, everything])
def test_each_verb_that_cannot_be_pressed_says_why(change: Change) -> None:
    match = second()
    change(match)
    check(f"verbs-{change.__name__.replace('_', '-')}", match, lambda viewer: Page("verbs", "", blocks=verbs(viewer)))


def test_without_days_left_every_verb_but_passing_is_grey() -> None:
    match = begun()
    no_days(match)
    assert [button.id for button in verbs(seen(match)) if not button.why] == ["do pass"]


# ------------------------------------------------------------------------------------------------------------- what only a team knows


def test_what_only_one_team_knows() -> None:
    match = second()
    match.play(TRAIN + Lab.DATA)
    play_until(match, lambda match: match.state.decider == 1)
    match.state.private[1].event = 4
    match.state.private[1].suppliers[:2] = [40, 41]
    check("private", match, lambda viewer: Page("private", "", blocks=(private_note(viewer),)), marked=True)
    said_to_others = [line.title for line in private_note(seen(match, 0)).blocks if isinstance(line, Line)]
    assert not [words for words in said_to_others if "event" in words or "Next to come" in words]
    assert council_panel(seen(begun())).private != council_panel(seen(match, 1)).private
    viewer = seen(match, 1)
    known = next(one for one in viewer.market if match.state.records[one] != match.state.private[1].records[one])
    assert market_face(viewer, known, private=True).record_known and not market_face(viewer, known).record_known


def test_the_marks_of_the_other_councils() -> None:
    match = second()
    match.state.councils[3].passed = 1
    others = other_councils(seen(match, 0))
    assert [(one.seat, one.computer, one.passed, one.turn, one.thinking) for one in others] == [
        (1, False, False, True, False),
        (2, True, False, False, False),
        (3, True, True, False, False),
    ]
    check("others", match, lambda viewer: Page("others", "", blocks=tuple(one.line for one in other_councils(viewer))), seat=0)


def test_a_mark_of_the_carbon_track_is_passed_when_it_is_reached() -> None:
    viewer = seen(begun())
    reached = region_budget(viewer.cards, viewer.state) * viewer.cards.settings.marks[1] // 100
    assert [mark.passed for mark in carbon_marks(viewer, reached)] == [True, True, False, False]
    assert [mark.passed for mark in carbon_marks(viewer, reached - 1)] == [True, False, False, False]


# -------------------------------------------------------------------------------------------------------------------------- the log


MANY = [
    (("balanced",) * 4, 0),
    (("balanced",) * 4, 10),
    (("promiser", "skimper", "freerider", "balanced"), 0),
    (("random",) * 4, 7),
    (("random",) * 4, 4),
    (("random",) * 4, 2),
    (("random",) * 4, 17),
]
"""Who plays, and the seed, of games in which nearly every kind of thing happens."""


SEALED_SEED = 0
"""The seed of a sealed game in which an envelope comes back and one is empty."""


def games() -> Iterator[Match]:
    for players, seed in MANY:
        pack = load_pack("smarter-spending", 5)
        pack.cards.settings.needs_leave = seed % 2
        seats = [Seat(team, pack.ids.councils[place], player) for place, (team, player) in enumerate(zip(TEAMS, players, strict=True))]
        yield play_until(Match.start(pack, seats, seed), lambda match: False)
    yield play_until(game("sealed", players=("random",) * len(TEAMS), seed=SEALED_SEED), lambda match: False)


def test_every_kind_of_happening_that_turns_up_in_a_game() -> None:
    """The first three of each kind, a sentence each where there is one; those that can stand for a decision are marked."""
    found: dict[str, list[tuple[Match, Happened]]] = {}
    for match in games():
        for happened in [*match.opening, *(one for turn in match.history for one in turn.happenings)]:
            found.setdefault(Happening(happened.kind).name, []).append((match, happened))
    assert {kind.name for kind in Happening} - set(found) <= {"NEED_BACK", "FAILED"}
    for code in CODES:
        rows = []
        for kind in sorted(found):
            for match, happened in found[kind][:3]:
                viewer = look(match, Language(code, match.pack.wording), 0)
                words = telling_words(viewer, [happened])
                rows.append(f"{kind}: {said(viewer, happened)}{' !' if words else ''}\n")
        hold("log-kinds", code, "".join(rows))


def test_the_whole_log_of_a_game() -> None:
    check("log", finished(), lambda viewer: Page("log", "", blocks=log_lines(viewer, 400)), seat=0)


def test_the_log_says_the_newest_first_in_the_colour_of_its_team() -> None:
    viewer = seen(begun())
    lines = log_lines(viewer, 400)
    assert log_lines(viewer, 3) == lines[:3]
    assert {line.ink for line in lines} <= {"line_strong", *(f"team.{seat}" for seat in viewer.seats)}
    assert all(name in line.title for line in lines for seat, name in enumerate(viewer.councils) if line.ink == f"team.{seat}")


# ------------------------------------------------------------------------------------------------------------------------ watching


@pytest.mark.parametrize(("name", "place", "live"), [("begin", 0, False), ("middle", 9, True), ("end", None, False), ("now", None, True)])
def test_a_game_that_is_watched(name: str, place: int | None, live: bool) -> None:
    match = finished()
    moments = moments_of(match.history)
    at = len(moments) if place is None else place
    watched = Watched(moments, at, playing=name == "middle", live=live, moved=name == "middle", saved=name != "middle")
    check(f"watch-{name}", match, lambda viewer: whole_bar(viewer, watched), seat=0, marked=True, watching=True)
    year = 3 if place is None else 1
    pages = [None, 1] if name == "now" else [None]
    check(
        f"timeline-{name}",
        match,
        lambda viewer: [timeline(viewer, watched, year, team) for team in pages],
        seat=0,
        marked=True,
        watching=True,
    )


def whole_bar(viewer: Viewer, watched: Watched) -> Page:
    """The part of the table that is about watching, and the buttons above it."""
    page = table_page(viewer, watched=watched)
    return Page("watching", page.title, blocks=tuple(one for one in page.blocks if watching_id(one)))


def watching_id(block: Block) -> bool:
    return getattr(block, "id", "").startswith(("watch", "corner"))


def test_the_decision_that_was_made_last_is_told() -> None:
    match = finished()
    moments = moments_of(match.history)
    viewer = look(match, Language("en", match.pack.wording), 0, watching=True)
    page = table_page(viewer, watched=Watched(moments, len(moments)))
    told = next(one.words for one in page.blocks if isinstance(one, Text) and one.id == "watched words")
    assert told == telling_words(viewer, moments[-1].happenings) or viewer.councils[moments[-1].seat] in told


@pytest.mark.parametrize("place", [0, 1, 17])
def test_the_list_of_decisions_marks_the_one_that_comes_next(place: int) -> None:
    match = finished()
    moments = moments_of(match.history)
    page = timeline(look(match, Language("en"), 0, watching=True), Watched(moments, place), moments[place].year)
    rows = page.blocks[-1]
    assert isinstance(rows, Group)
    assert [line.id for line in rows.blocks if isinstance(line, Line) and line.picture] == [f"decision {place}"]


# -------------------------------------------------------------------------------------------------------------------------- presses


def presses(blocks: tuple[Block, ...]) -> Iterator[Open]:
    for block in blocks:
        if isinstance(block, Group):
            yield from presses(block.blocks)
        for press in (getattr(block, "press", None), getattr(block, "turns", None)):
            if isinstance(press, Open):
                yield press


def test_a_need_of_the_tray_begins_its_tender_where_one_can_begin_and_is_turned_over_else() -> None:
    match = grown()
    viewer = seen(match)
    for placed in council_tray(viewer).needs:
        need = int(placed.id.split()[1])
        legal = viewer.why_not(TENDER + need) == ""
        assert placed.press == (Do("tender", (need,)) if legal else Open("need", (viewer.seat, need)))
        assert placed.turns == Open("need", (viewer.seat, need))
    match.state.councils[match.state.decider].days = 0
    assert all(isinstance(placed.press, Open) for placed in council_tray(seen(match)).needs)


def test_each_card_of_the_table_opens_its_own_sheet() -> None:
    match = grown()
    viewer = seen(match)
    page = table_page(viewer)
    opened = list(presses(page.blocks))
    assert {one.sheet for one in opened} >= {"need", "supplier", "council", "neighbour", "event", "climate", "carbon", "contracts", "labs"}
    for press in opened:
        assert SHEETS[press.sheet](viewer, *press.about).title
    for group in page.blocks:
        for card in group.blocks if isinstance(group, Group) else (group,):
            if isinstance(card, Placed) and isinstance(card.press, Open):
                name = str(getattr(card.face, "name", "") or getattr(card.face, "title", ""))
                assert name in SHEETS[card.press.sheet](viewer, *card.press.about).title
    for other in other_councils(viewer):
        assert isinstance(other.line.press, Open) and other.name in SHEETS["council"](viewer, *other.line.press.about).title


def test_each_decision_begins_where_the_one_before_is_over() -> None:
    moments = moments_of(finished().history)
    assert [one.after for one in moments] == [*(one.turn for one in moments[1:]), len(finished().history)]
