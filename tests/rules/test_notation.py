"""The written form of actions (`notation.py`); paragraph 14.1 of the rulebook."""

import re

import pytest

from caffael.rules import actions
from caffael.rules.notation import Ids, from_text, to_text
from caffael.rules.terms import Lab
from tests.small_table import small_cards, small_ids

CARDS = small_cards()
IDS = small_ids()


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("pass", actions.PASS),
        ("done", actions.DONE),
        ("agree", actions.AGREE),
        ("refuse", actions.REFUSE),
        ("train procurement", actions.TRAIN + Lab.PROCUREMENT),
        ("train data", actions.TRAIN + Lab.DATA),
        ("project project-5", actions.PROJECT + 5),
        ("route open", actions.ROUTE),
        ("route quotes", actions.ROUTE + 1),
        ("route quotes-local", actions.ROUTE + 2),
        ("route quotes-small", actions.ROUTE + 3),
        ("route framework", actions.ROUTE + 4),
        ("route lots", actions.ROUTE + 5),
        ("route reserved", actions.ROUTE + 6),
        ("route flexible", actions.ROUTE + 7),
        ("route direct", actions.ROUTE + 8),
        ("tender need-0", actions.TENDER),
        ("engage need-23", actions.ENGAGE + 23),
        ("joint need-3", actions.JOINT_TENDER + 3),
        ("partner need-4", actions.PARTNER + 4),
        ("manage need-5", actions.MANAGE + 5),
        ("supplier supplier-11", actions.SUPPLIER + 11),
        ("weights 20/0/20/60", actions.PUBLISH),
    ],
)
def test_14_1_every_kind_of_action_has_a_written_form_both_ways(text: str, action: int) -> None:
    assert from_text(text, CARDS, IDS) == action
    assert to_text(action, CARDS, IDS) == text


def test_14_1_every_action_of_a_scenario_comes_back_from_its_written_form() -> None:
    texts = {}
    for action in range(actions.ACTIONS):
        try:
            texts[action] = to_text(action, CARDS, IDS)
        except ValueError:
            continue
    # 7 plain words, 3 labs, 6 projects, 9 routes, 5 kinds about 24 needs, 12 suppliers, and the weights.
    assert len(texts) == 7 + 3 + 6 + 9 + 5 * 24 + 12 + CARDS.weights_count
    assert len(set(texts.values())) == len(texts)
    assert all(from_text(text, CARDS, IDS) == action for action, text in texts.items())


def test_14_1_the_rulebooks_own_examples_can_be_read() -> None:
    ids = Ids(("school-milk",), ("cwm-solar",), ("carbon-literacy",))
    for text in (
        "pass",
        "done",
        "agree",
        "refuse",
        "train data",
        "project carbon-literacy",
        "engage school-milk",
        "tender school-milk",
        "route quotes-local",
        "supplier cwm-solar",
        "weights 40/20/20/20",
        "joint school-milk",
        "partner school-milk",
        "manage school-milk",
        "wait",
        "take-back",
        "open",
    ):
        assert to_text(from_text(text, CARDS, ids), CARDS, ids) == text


def test_14_1_blanks_at_the_ends_do_not_matter() -> None:
    assert from_text("  tender need-2 \n", CARDS, IDS) == actions.TENDER + 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("buy need-0", "'buy need-0' is no action; an action begins with one of: pass, done"),
        ("", "'' is no action"),
        ("pass now", "'pass now' is no action"),
        ("tender need-99", "'need-99' can't follow 'tender'"),
        ("train", "'' can't follow 'train'"),
        ("route motorway", "'motorway' can't follow 'route'"),
        ("weights 50/50", "The weights '50/50' can't be published in this scenario; write four numbers such as 40/20/20/20."),
        ("weights 99/1/0/0", "can't be published"),
    ],
)
def test_14_1_what_cannot_be_read_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        from_text(text, CARDS, IDS)


@pytest.mark.parametrize("action", [-1, actions.TENDER + 24, actions.PROJECT + 6, actions.ACTIONS, actions.PUBLISH + CARDS.weights_count])
def test_14_1_a_number_that_names_nothing_is_refused_with_a_sentence(action: int) -> None:
    with pytest.raises(ValueError, match=f"The number {action} is no action of this scenario"):
        to_text(action, CARDS, IDS)


def test_14_1_what_is_no_action_is_told_all_the_words_that_begin_one() -> None:
    with pytest.raises(ValueError) as refused:
        from_text("buy", CARDS, IDS)
    assert str(refused.value) == (
        "'buy' is no action; an action begins with one of: pass, done, agree, refuse, wait, take-back, open, train, project, "
        "route, tender, engage, joint, partner, manage, supplier, weights."
    )
