"""What real buyers asked: beside the award and in the debrief, with the winner that the rules give their weights."""

from dataclasses import replace
from functools import cache

import pytest

from caffael.debrief import Debrief, make_debrief
from caffael.debrief.real import as_the_game, really_asked
from caffael.match import Match, Seat
from caffael.presentation.assessment.page import asked_really, bids_page
from caffael.presentation.assessment.summary import summary_of_need
from caffael.presentation.blocks import Bars, Group, Table, Text, block
from caffael.presentation.debrief.document import PlayedGame, document_of
from caffael.presentation.debrief.pages import PAGES, debrief_pages
from caffael.presentation.debrief.real import median, real_page
from caffael.presentation.viewer import Viewer, look
from caffael.rules.records import Table as Bids
from caffael.rules.terms import NONE
from caffael.scenario import load_pack
from caffael.words.language import Code, Language


@cache
def played(seed: int = 11) -> Match:
    pack = load_pack("real-tenders")
    bots = zip(pack.ids.councils, ("balanced", "cheapest", "local"), strict=False)
    match = Match.start(pack, [Seat(name, name, bot) for name, bot in bots], seed)
    while not match.finished:
        match.play(match.bot_action())
    return match


def seen(code: Code = "en", seed: int = 11) -> tuple[Viewer, Debrief]:
    match = played(seed)
    return look(match, Language(code, match.pack.wording), 0), make_debrief(match)


def first_by(weights: tuple[int, ...], bids: Bids) -> set[int]:
    """The suppliers with the most points by these weights, added up here by hand."""
    totals = {b.supplier: sum(w * s for w, s in zip(weights, b.scores, strict=True)) for b in bids.bidders[: bids.count]}
    return {supplier for supplier, total in totals.items() if total == max(totals.values())}


def test_the_award_says_what_the_real_buyer_asked_and_who_would_have_won() -> None:
    told = {"too": 0, "instead": 0}
    for seed in (3, 7, 11):
        viewer, debrief = seen(seed=seed)
        percent = viewer.language.percent
        for story in {story.need: story for story in debrief.contracts}.values():  # the last contract of each need
            summary = summary_of_need(viewer, story.need)
            assert summary is not None
            if summary.need != story.need:
                continue  # the partner's contract of a joint tender: its award is told with the need that led
            said, need = asked_really(viewer, summary), viewer.pack.need(story.need)
            if not need.asked or story.weights == NONE:
                assert said == "" and story.real is None
                continue
            assert story.real is not None and story.real.supplier in first_by(need.asked, summary.table)
            assert said.startswith(f"{need.buyer('en')} really asked: price {percent(need.asked[0])}, quality {percent(need.asked[1])}.")
            same = story.real.supplier == story.supplier
            assert said.endswith("would have won too." if same else "would have won instead.")
            told["too" if same else "instead"] += 1
            verdict = block(bids_page(viewer, summary), Group, "verdict")
            assert said in [one.words for one in verdict.blocks if isinstance(one, Text)]
    assert told["too"] and told["instead"]


def test_the_debrief_has_a_page_of_the_real_ones_only_where_there_are_some() -> None:
    viewer, debrief = seen()
    assert [page.id for page in debrief_pages(viewer, debrief)][3] == "real"
    assert len(debrief_pages(viewer, debrief)) == len(PAGES) + 1
    plain = replace(viewer, pack=load_pack("smarter-spending", 3))
    assert "real" not in [page(plain, debrief).id for page in PAGES]


@pytest.mark.parametrize("code", ["en", "cy"])
def test_it_sets_our_weights_beside_theirs_and_tells_the_price_in_the_middle(code: Code) -> None:
    viewer, debrief = seen(code)
    page = real_page(viewer, debrief)
    stories = [story for story in debrief.contracts if story.real is not None]
    rows = block(page, Table, "real-table").rows
    assert len(rows) == len(stories) == len(block(page, Group, "tenders").blocks)
    prices = block(page, Bars, "prices").bars
    assert [bar.value for bar in prices[1:]] == [viewer.language.percent(50), viewer.language.percent(40)]
    assert prices[1].parts[0][0] == median([need.asked[0] for need in viewer.pack.texts.needs if need.asked]) / 100
    for bars in block(page, Group, "tenders").blocks:
        assert isinstance(bars, Bars) and all(abs(sum(share for share, _ in bar.parts) - 1) < 1e-9 for bar in bars.bars)


def test_the_debrief_to_keep_holds_the_table_and_not_the_drawing() -> None:
    viewer, debrief = seen()
    section = next(one for one in document_of([PlayedGame(viewer, debrief)]).sections if one.id.endswith("-real"))
    ids = [getattr(one, "id", "") for one in section.blocks]
    assert "real-table" in ids and "prices" in ids and not any("tenders" in name for name in ids)


def test_a_game_without_a_weighed_tender_says_so() -> None:
    viewer, debrief = seen()
    for story in debrief.contracts:
        story.real = None
    page = real_page(viewer, debrief)
    assert block(page, Text, "none").words == "No tender was weighed here whose real weights are known."
    assert len(block(page, Bars, "prices").bars) == 2


def test_a_game_that_joins_quality_and_social_value_joins_the_real_weights() -> None:
    joined = load_pack("first-steps").cards
    assert joined.settings.people == 1 and as_the_game(joined, (40, 30, 20, 10)) == [40, 50, 0, 10]
    assert as_the_game(played().cards, (40, 30, 20, 10)) == [40, 30, 20, 10]
    assert really_asked(joined, (), Bids()) is None and really_asked(joined, (60, 40, 0, 0), Bids()) is None


def test_the_middle_of_numbers() -> None:
    assert (median([60]), median([10, 70, 30]), median([30, 40])) == (60, 30, 35)
