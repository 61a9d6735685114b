"""What a scenario promises of its balance: bars that games between bots stand within, written in its balance.toml.

A pack need not have the file; a pack that extends another and has none has that pack's. Each [[bar]] says:

- `id`, small letters, figures and hyphens, and `title_en`, a plain sentence of what it stands for;
- `bots`, 1 to 6 of them, each a name with parameters if need be: `["planner:iterations=50", "balanced:carbon=0"]`;
- `measure`, what is looked at, and the keys that this measure needs and no others:

| measure | looks at | needs |
| --- | --- | --- |
| `seat_share` | the share of games won from each seat | |
| `win_share` | the share of games that a bot wins, over all its places | `of` |
| `failed_share` | the share of games in which the region is over its carbon budget | |
| `score_gap` | a bot's mean score less that of the others | `of` |
| `bidders_share` | the share of open tenders for which so many or more bid | `bidders` |
| `no_bid_share` | the share of open tenders for which nobody bids | |
| `weight_wins` | the share of tenders won by the best on a criterion that weighs so much per cent | `criterion`, `weight` |
| `used_share` | the share of games in which a bot uses each thing | `of`, `things` |
| `barred_gap` | the share of wins that each thing brings a bot | `of`, `things` |
| `with_winner` | how many times as often a card is with the winner as with another council, for the card furthest from it | `things` |
| `supplier_wins` | the share of its bids that a supplier wins, for the supplier that wins most of them | |
| `leader_wins` | the share of games that the leader half-way wins | |
| `bought_share` | the share of the needs in a bot's trays, when a year's Buy begins, that it buys in that year | `of` |
| `spread` | the standard deviation of the scores of one game's councils, in points; all bots are the same | |
| `joint_games` | the share of games in which two councils buy together | |
| `first_actions` | the share of a bot's games that open with the same kind of table action, for the commonest | `of` |
| `first_criterion` | the share of a bot's tenders in which each criterion weighs most; equals share a tender | `of` |
| `least_criterion` | the share of a bot's tenders in which each criterion weighs as little as it may | `of` |
| `over_cost` | the points that carbon costs a council over its own share, in the mean, where the region fails | |
| `fixed_weights` | the score of the best single row of weights, as a share of the bot's own in the same games | `of` |
| `preset_worth` | the score of each preset, published always, as a share of the bot's own in the same games | `of` |
| `climate_event_cost` | the points that a climate event costs the average council | |
| `swayed` | the share of open needs whose likely winner another council's move changes in the year | |
| `named_first` | by preset: tenders whose winner is best or second best of two bidders or more on the criterion it is named for | `of` |
| `named_poor` | by preset: tenders whose winner has 0 or 1 of 5 on the criterion it is named for | `of` |
| `preview_errs` | the share of tenders that another wins than was to be expected as printed, over all presets | `of` |
| `kind_wins` | by kind of supplier: the share of the tenders for which it and others bid that it wins, over all presets | `of` |

- `of`, one of the bots; `criterion`, a criterion; `things`: routes, labs, projects or badges, and for `with_winner` suppliers or needs;
- `least` and `most`, what the measure must not be under or over, one of them at least; shares go from 0 to 1;
- `wider`, by how much a bound gives way in games shorter than the scenario's usual years, and `games`, how many are played.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError

from caffael.rules.terms import ROW, SEATS
from caffael.scenario.cells import Expect, TomlId, TomlWords, wrong
from caffael.scenario.explain import Place, explain
from caffael.scenario.faults import Fault, PackError, listed, shown
from caffael.scenario.layers.deck_files import BARS_FILE, note_missing
from caffael.scenario.layers.extending import Layer, read_tables
from caffael.scenario.read.places import open_pack
from caffael.scenario.read.toml_text import read_toml, spot_at
from caffael.scenario.rule_tables import TomlTable
from caffael.words.sentence import Sentence

FEWEST_GAMES = 100
SENTENCE = 160
MOST_BARS = 200
BOT = re.compile(r"[a-z][a-z0-9-]*(:[a-z_]+=[^:\s]+)*")
KEYS: dict[str, tuple[str, ...]] = {
    "seat_share": (),
    "win_share": ("of",),
    "failed_share": (),
    "score_gap": ("of",),
    "bidders_share": ("bidders",),
    "no_bid_share": (),
    "weight_wins": ("criterion", "weight"),
    "used_share": ("of", "things"),
    "barred_gap": ("of", "things"),
    "with_winner": ("things",),
    "supplier_wins": (),
    "leader_wins": (),
    "bought_share": ("of",),
    "spread": (),
    "joint_games": (),
    "first_actions": ("of",),
    "first_criterion": ("of",),
    "least_criterion": ("of",),
    "over_cost": (),
    "fixed_weights": ("of",),
    "preset_worth": ("of",),
    "climate_event_cost": (),
    "swayed": (),
    "named_first": ("of",),
    "named_poor": ("of",),
    "preview_errs": ("of",),
    "kind_wins": ("of",),
}
"""What each measure needs to know beside the bots."""
SIZES = ("spread", "over_cost")
"""Measures in points that are never below 0."""
POINTS = ("score_gap", "climate_event_cost", *SIZES)
"""Measures in points."""
NO_SHARES = (*POINTS, "with_winner")
"""Measures whose bounds need not lie from 0 to 1."""
HALVED = ("fixed_weights", "preset_worth")
"""Measures for which half of a bot's places go to one that publishes the same weights always."""
BY_PRESET = ("named_first", "named_poor", "preview_errs", "kind_wins")
"""Measures for which all publish each preset in turn."""
CLOSE = ("swayed", *BY_PRESET)
"""Measures that need a close look at each tender."""
DIFFERENCES = ("barred_gap",)
"""Measures whose bounds lie from -1 to 1."""
GATHERED = ("routes", "labs", "projects", "badges")
CARDS = ("suppliers", "needs")
CRITERIA = ("price", "quality", "social_value", "carbon")


def check_bot(text: str) -> str:
    """A bot's name, with parameters."""
    if not BOT.fullmatch(text):
        raise wrong(Sentence("{text} does not read as a bot", text=shown(text)))
    return text


BotText = Annotated[str, AfterValidator(check_bot), Expect(Sentence('a name like "balanced" or "planner:iterations=50"'))]
Bots = Annotated[list[BotText], Expect(Sentence("a list of 1 to {most} bots in square brackets", most=SEATS))]
Measure = Literal[
    "seat_share",
    "win_share",
    "failed_share",
    "score_gap",
    "bidders_share",
    "no_bid_share",
    "weight_wins",
    "used_share",
    "barred_gap",
    "with_winner",
    "supplier_wins",
    "leader_wins",
    "bought_share",
    "spread",
    "joint_games",
    "first_actions",
    "first_criterion",
    "least_criterion",
    "over_cost",
    "fixed_weights",
    "preset_worth",
    "climate_event_cost",
    "swayed",
    "named_first",
    "named_poor",
    "preview_errs",
    "kind_wins",
]


class Bar(TomlTable):
    """[[bar]]: what one measure of many games between these bots must be."""

    id: TomlId
    title_en: TomlWords = Field(min_length=1, max_length=SENTENCE)
    measure: Measure
    bots: Bots = Field(min_length=1, max_length=SEATS)
    of: BotText | None = None
    criterion: Literal["price", "quality", "social_value", "carbon"] | None = None
    weight: int | None = Field(default=None, ge=1, le=100)  # per cent
    bidders: int | None = Field(default=None, ge=1, le=ROW)
    things: Literal["routes", "labs", "projects", "badges", "suppliers", "needs"] | None = None
    least: float | None = None
    most: float | None = None
    wider: float = Field(default=0.05, ge=0)
    games: int = Field(default=20_000, ge=FEWEST_GAMES)


class BarsFile(TomlTable):
    """The whole of balance.toml."""

    bar: list[Bar] = Field(default=[], max_length=MOST_BARS)


def load_bars(path_or_id: str | Path) -> list[Bar]:
    """The bars of a pack, by the id of one that ships or by its folder or zip; none when neither it nor a pack below it has any.

    Raises PackError with everything that is wrong, and nothing else.
    """
    faults: list[Fault] = []
    tables = read_tables(open_pack(path_or_id), faults)
    bars: list[Bar] = []
    for layer in reversed(tables.layers):
        if layer.source.called(BARS_FILE):
            bars = read_bars(layer, faults)
            break
        note_missing(layer.source, BARS_FILE, layer.file(""), faults, needed=False)
    if faults:
        raise PackError(faults)
    return bars


def read_bars(layer: Layer, faults: list[Fault]) -> list[Bar]:
    """The bars of a pack's own file; what is wrong with them is written down by line, bar and key."""
    file = read_toml(layer.source, BARS_FILE, layer.file(BARS_FILE), faults)
    data = file.data
    if data is None:
        return []

    def note(place: Place, value: str | None, message: Sentence) -> None:
        if value is not None or not file.in_doubt(place):
            faults.append(spot_at(file.spots, place).fault(called(data, place), value, message))

    try:
        bars = BarsFile.model_validate(data).bar
    except ValidationError as error:
        explain(error, BarsFile, note)
        return []
    for index, bar in enumerate(bars):
        if bar.id in [other.id for other in bars[:index]]:
            message = Sentence("The bar {id} stands there twice; give this one another id.", id=shown(bar.id))
            note(("bar", index, "id"), bar.id, message)
        for key, message in faults_of(bar):
            value = getattr(bar, key)
            note(("bar", index, key), None if value is None else str(value), message)
    return bars


def called(data: dict[str, Any], place: Place) -> str:
    """What to call a place of balance.toml: the id of its bar and the key, or `bar` where it has no id."""
    names = [part for part in place if isinstance(part, str)]
    if len(place) > 1 and isinstance(place[1], int):
        found = data["bar"][place[1]]
        name = found.get("id") if isinstance(found, dict) else None
        names[0] = name if isinstance(name, str) else names[0]
    return ".".join(names)


def faults_of(bar: Bar) -> Iterator[tuple[str, Sentence]]:
    """What does not hold together in a bar: a key, and the sentence about it."""
    keys = KEYS[bar.measure]
    fitting = CARDS if bar.measure == "with_winner" else GATHERED
    asked = {
        "of": listed(dict.fromkeys(bar.bots)),
        "criterion": listed(CRITERIA),
        "weight": Sentence("a whole number of percent"),
        "bidders": Sentence("{what} from {low} to {high}", what=Sentence("a whole number"), low="1", high=str(ROW)),
        "things": listed(fitting),
    }
    for key, what in asked.items():
        value = getattr(bar, key)
        if key in keys and value is None:
            pattern = "{key} is missing, which {measure} needs; write {expected}."
            yield key, Sentence(pattern, key=shown(key), measure=bar.measure, expected=what)
        elif key not in keys and value is not None:
            yield key, Sentence("{key} is nothing that {measure} asks for; take it out.", key=shown(key), measure=bar.measure)
    if "of" in keys and bar.of is not None and bar.of not in bar.bots:
        yield "of", Sentence("{bot} is not among the bots; write {choices}.", bot=shown(bar.of), choices=asked["of"])
    if "things" in keys and bar.things is not None and bar.things not in fitting:
        pattern = "{things} is nothing that {measure} looks at; write {choices}."
        yield "things", Sentence(pattern, things=shown(bar.things), measure=bar.measure, choices=asked["things"])
    if bar.measure == "spread" and (len(bar.bots) < 2 or len(set(bar.bots)) > 1):
        yield "bots", Sentence("spread is about luck between equal bots; write one and the same bot 2 to {most} times.", most=str(SEATS))
    if bar.measure in HALVED and bar.of in bar.bots and bar.bots.count(bar.of) < 2:
        pattern = "{measure} gives half of the places of {bot} away; write it twice or more."
        yield "bots", Sentence(pattern, measure=bar.measure, bot=shown(bar.of))
    if bar.measure in BY_PRESET and bar.of in bar.bots and len(set(bar.bots)) > 1:
        pattern = "{measure} looks at the tenders of one bot alone; write {bot} at each place."
        yield "bots", Sentence(pattern, measure=bar.measure, bot=shown(bar.of))
    yield from faults_of_bounds(bar)


def faults_of_bounds(bar: Bar) -> Iterator[tuple[str, Sentence]]:
    """What is wrong with the bounds of a bar."""
    if bar.least is None and bar.most is None:
        yield "least", Sentence("The bar has no bound; write least, most or both.")
    elif bar.least is not None and bar.most is not None and bar.least > bar.most:
        pattern = "The bounds are upside down: least is {least} and most is {most}; change one of them."
        yield "least", Sentence(pattern, least=f"{bar.least:g}", most=f"{bar.most:g}")
    lowest = -1 if bar.measure in DIFFERENCES else 0
    for key, bound in (("least", bar.least), ("most", bar.most)):
        if bar.measure not in NO_SHARES and bound is not None and not lowest <= bound <= 1:
            pattern = "{bound} is no bound of a share; write a number from {lowest} to 1, for example 0.25."
            yield key, Sentence(pattern, bound=f"{bound:g}", lowest=str(lowest))
        if bar.measure in SIZES and bound is not None and bound < 0:
            yield key, Sentence("{bound} is below every {measure}; write points, 0 or more.", bound=f"{bound:g}", measure=bar.measure)
