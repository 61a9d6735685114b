"""The sheets of cards: every card once, backs behind their fronts, nothing cut off."""

import io
import re
from collections import Counter

import pypdf
import pytest

from caffael.printing.box import A4
from caffael.printing.sheets import LARGE, SMALL
from caffael.scenario import load_pack
from caffael.words.language import Code
from tests.printing.conftest import POINT, Reader, opened

BACKS = {"Need": "Needs", "Supplier": "Suppliers", "Framework": "Suppliers", "Event": "Event of the year", "Project": "Innovation projects"}
NEAREST = 4.0


def codes(reader: Reader) -> list[str]:
    """What stands in the corners of the large cards, in the order of the sheets."""
    found = []
    for page in reader.fronts(-2):
        for index in range(LARGE.count):
            lines = reader.card(page, index).split("\r\n")
            found.append(lines[0].strip())
    return [code for code in found if code]


def test_every_large_card_of_the_standard_pack_is_there_once(standard: Reader) -> None:
    cards = standard.pack.cards
    needs = [f"Need {n} of {cards.need_count}" for n in range(1, cards.need_count + 1)]
    suppliers = [f"Supplier {n} of {cards.supplier_count}" for n in range(1, cards.supplier_count + 1)]
    events = [f"Event {n} of {cards.event_count}" for n in range(1, cards.event_count + 1)]
    climate = [f"{mark}\u00a0%" for mark in cards.settings.marks]
    projects = [f"Project {n} of {cards.project_count}" for n in range(1, cards.project_count + 1)]
    assert codes(standard) == [*needs, *suppliers, "Framework", *events, *climate, *projects]


def test_the_small_decks_are_whole(standard: Reader) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for page in standard.fronts(-1):
        for index in range(SMALL.count):
            lines = standard.card(page, index, SMALL).split("\r\n")
            if lines[0].strip():
                found[lines[1].strip(), lines[0].strip().replace("\u2212", "-")] += 1
    cards = standard.pack.cards
    expected: Counter[tuple[str, str]] = Counter()
    expected.update(("Track record", f"{card:+}" if card else "0") for card in cards.track_records[: cards.track_record_count])
    expected.update(("Bid card", f"{card:+}" if card else "0") for card in cards.bid_cards[: cards.bid_card_count])
    expected.update(("Delivery card", str(card)) for card in cards.delivery_cards[: cards.delivery_card_count])
    assert found == expected


def test_each_back_lies_behind_its_front(standard: Reader) -> None:
    for page in standard.fronts(-2):
        for index in range(LARGE.count):
            front = standard.card(page, index).strip()
            back = standard.card(page + 1, index, back=True).replace("\r\n", " ").strip()
            kind = front.split(" ")[0].split("\r\n")[0]
            assert back.startswith(BACKS.get(kind, "Climate event") if front else ""), (page, index)


def test_a_back_is_in_the_middle_of_its_card_when_the_sheet_is_turned(standard: Reader) -> None:
    page = standard.fronts(-2)[0]
    names = standard.pdf[page].get_textpage()
    found = names.search("Needs")
    middles = []
    while (hit := found.get_next()) is not None:
        boxes = [names.get_charbox(hit[0] + i) for i in range(hit[1])]
        middles.append((min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2 / POINT)
    turned = sorted(A4[0] - LARGE.place(index).middle[0] for index in range(LARGE.count))
    assert sorted(middles) == pytest.approx(turned, abs=0.5)


def test_crop_marks_stand_in_the_same_places_on_both_sides(standard: Reader) -> None:
    page = standard.fronts(-2)[0]
    reader = pypdf.PdfReader(io.BytesIO(standard.printed.pdf))
    drawn = [reader.pages[at].get_contents() for at in (page - 1, page)]
    lines = [
        set(re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", its.get_data().decode("latin1"))) for its in drawn if its is not None
    ]
    turned = {tuple(round(595.28 - float(x), 0) if i % 2 == 0 else round(float(x)) for i, x in enumerate(line)) for line in lines[0]}
    here = {tuple(round(float(x), 0) for x in line) for line in lines[1]}
    upright = {line for line in here if line[0] == line[2]}
    assert upright
    assert upright <= {line for line in turned if line[0] == line[2]}


@pytest.mark.parametrize("name", ["standard", "school"])
def test_no_text_is_too_long_for_its_place_or_near_the_edge_of_the_paper(name: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(name)
    assert reader.printed.misfits == ()
    for number, page in enumerate(reader.pdf, 1):
        text, (width, height) = page.get_textpage(), page.get_size()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            inside = min(left, bottom, width - right, height - top) / POINT
            assert inside > NEAREST, (number, text.get_text_bounded(left, bottom, right, top))


def test_both_languages_on_a_card_are_easy_to_read() -> None:
    sizes = opened(load_pack("smarter-spending"), "en", "cy").sizes()
    small = sum(count for size, count in sizes.items() if size <= 6)
    assert small < 0.002 * sum(sizes.values())
    assert min(sizes) > 5.5


@pytest.mark.parametrize("code", ["en", "cy"])
def test_few_letters_of_the_standard_pack_are_small(code: Code) -> None:
    sizes = opened(load_pack("smarter-spending"), code).sizes()
    small = sum(count for size, count in sizes.items() if size <= 6)
    assert small < 0.03 * sum(sizes.values())
