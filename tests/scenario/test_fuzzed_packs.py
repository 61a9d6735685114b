"""Whatever stands in a pack, it is sound or refused in plain sentences; `python -m tests.fuzz_packs` looks at a million."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caffael.scenario.read.sources import MemorySource
from tests.fuzz_packs import past_each, play_chunk, reached
from tests.tiny_pack import tiny_pack

HERE = Path("nowhere")
DECKS = ("needs.csv", "suppliers.csv", "events.csv", "councils.csv")


def test_the_tiny_pack_reaches_the_cards() -> None:
    assert reached(lambda: MemorySource(HERE, tiny_pack())) == "cards"


def test_spoiled_packs_break_nothing_and_a_fifth_of_them_reach_the_cards() -> None:
    past = past_each(play_chunk(5_000, 400))
    assert past["tried"] == 400
    assert past["cards"] * 5 >= past["tried"]
    assert past["cards"] < past["decks"] < past["scenario.toml"] < past["tried"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deck=st.sampled_from(DECKS), place=st.integers(0, 200), text=st.text(max_size=60))
def test_any_text_in_any_cell_is_taken_or_told(deck: str, place: int, text: str) -> None:
    files = tiny_pack()
    lines = [line.split(",") for line in files[deck].decode().split("\n")]
    line = lines[1 + place % (len(lines) - 1)]
    line[place % len(line)] = '"' + text.replace('"', '""') + '"'
    files[deck] = "\n".join(",".join(cells) for cells in lines).encode("utf-8", "surrogatepass")
    assert reached(lambda: MemorySource(HERE, files)) in ("scenario.toml", "decks", "cards")


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(tiny_pack())), data=st.binary(max_size=400))
def test_any_bytes_for_any_file_are_taken_or_told(name: str, data: bytes) -> None:
    assert reached(lambda: MemorySource(HERE, {**tiny_pack(), name: data})) != "tried"
