"""The events of the year, the climate events of the carbon marks, and the innovation projects."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from caffael.printing.box import Box
from caffael.printing.card_parts import AIR, EDGE, back_of, figure, frame, head
from caffael.printing.paper import Paper
from caffael.printing.sheets import Card, Draw
from caffael.printing.tongues import Tongues
from caffael.rules.cards import Event
from caffael.rules.terms import LABS, MARKS, EffectKind
from caffael.scenario import Pack
from caffael.scenario.wording import EventText
from caffael.words.looks import LAB_IDS
from caffael.words.sentences import effect_text, lab_name

ROW = 5.2


def event_cards(pack: Pack, say: Tongues) -> list[Card]:
    """Every event of the yearly deck, once, where this game has them."""
    cards = pack.cards
    if cards.settings.events == 0:
        return []
    name = say.text("Event of the year")
    back = back_of(name, "event", "warn")
    made = []
    for index in range(cards.event_count):
        code = say.text("Event {n} of {all}", n=index + 1, all=cards.event_count)
        made.append(Card(event_face(pack, say, cards.events[index], pack.event(index), name, "event", "warn", code), back))
    return made


def climate_cards(pack: Pack, say: Tongues) -> list[Card]:
    """The climate event of each carbon mark, where this game has them; its back names the mark."""
    settings = pack.cards.settings
    if settings.climate_events == 0 or settings.carbon == 0:
        return []
    name = say.text("Climate event")
    made = []
    for mark in range(MARKS):
        percent = say.first.percent(settings.marks[mark])
        back = back_of(f"{name}\n{percent}", "climate", "bad")
        made.append(Card(event_face(pack, say, pack.cards.climate[mark], pack.climate(mark), name, "climate", "bad", percent), back))
    return made


def event_face(pack: Pack, say: Tongues, event: Event, words: EventText, name: str, picture: str, ink: str, code: str) -> Draw:
    """What draws the front of an event."""

    def draw(paper: Paper, place: Box) -> None:
        inside = frame(paper, place, ink, code)
        rest = inside.below(head(paper, inside, picture, name, ink))
        title = paper.write(say.tell(lambda language: words.title(language.code)), rest.head(14), 10.5, bold=True, least=6.5)
        rest = rest.below(title + 1)
        does = "\n".join(
            say.tell(partial(effect_text, pack=pack, effect=effect)) for effect in event.effects if effect.kind != EffectKind.NOTHING
        )
        room = min(paper.height_of(does, rest.width, 9), rest.height * 0.62)
        foot = rest.foot(room)
        paper.write(say.story(words.story), Box(rest.left, rest.top, rest.width, foot.top - rest.top - 1.4), 9, "ink_soft")
        paper.line((foot.left, foot.top - 0.7), (foot.right, foot.top - 0.7), ink)
        paper.write(does, foot, 9)

    return draw


def project_cards(pack: Pack, say: Tongues) -> list[Card]:
    """Every innovation project, once, where this game has them."""
    cards = pack.cards
    if cards.settings.projects == 0:
        return []
    back = back_of(say.text("Innovation projects"), "project", "goal.culture")
    return [Card(partial(draw_project, pack=pack, say=say, index=index), back) for index in range(cards.project_count)]


def draw_project(paper: Paper, place: Box, pack: Pack, say: Tongues, index: int) -> None:
    """The front of a project."""
    card, words = pack.cards.projects[index], pack.project(index)
    ink, number = "goal.culture", say.first
    code = say.text("Project {n} of {all}", n=index + 1, all=pack.cards.project_count)
    inside = frame(paper, place, ink, code)
    rest = inside.below(head(paper, inside, "project", say.text("Innovation projects"), ink))
    title = paper.write(say.tell(lambda language: words.title(language.code)), rest.head(12), 10.5, bold=True, least=6.5)
    rest = rest.below(title + 1)
    rows = [
        ("day", say.text("Officer days"), str(card.days), "ink"),
        ("pound", say.text("Cost"), number.money_exact(card.cost), "criterion.price"),
        ("trophy", say.text("Prize for the first"), number.money_exact(card.prize), "good"),
    ]
    if pack.cards.settings.labs == 1:
        for lab in range(LABS):
            if card.labs[lab] > 0:
                name = say.say(partial(lab_name, lab=lab))
                rows.append((LAB_IDS[lab], name, say.text("level {n}", n=card.labs[lab]), "accent"))
    foot = rest.foot(len(rows) * ROW)
    power = say.tell(lambda language: words.power(language.code))
    room = Box(rest.left, rest.top, rest.width, foot.top - rest.top - 1)
    high = min(paper.height_of(power, room.width, 9, True), room.height * 0.6)
    paper.write(say.story(words.story), Box(room.left, room.top, room.width, room.height - high - 1), 9, "ink_soft")
    paper.write(power, room.foot(high), 9, bold=True)
    for row, (picture, name, value, tint) in zip(foot.rows([1] * len(rows)), rows, strict=True):
        figure(paper, row, picture, name, value, tint)


def small_cards(pack: Pack, say: Tongues) -> list[Card]:
    """All cards of the three small decks that this game uses, in order of their numbers."""
    cards, settings, number = pack.cards, pack.cards.settings, say.first
    made: list[Card] = []
    if settings.track_records == 1:
        records = cards.track_records[: cards.track_record_count]
        made += numbered(records, say.text("Track record"), "seal", "goal.equal", number.signed)
    if settings.bid_cards == 1:
        made += numbered(cards.bid_cards[: cards.bid_card_count], say.text("Bid card"), "bid", "goal.global", number.signed)
    made += numbered(cards.delivery_cards[: cards.delivery_card_count], say.text("Delivery card"), "box", "goal.resilient", str)
    return made


def numbered(values: Sequence[int], name: str, picture: str, ink: str, written: Callable[[int], str]) -> list[Card]:
    """A deck of so many cards with a number each."""
    back = back_of(name, picture, ink)
    made = []
    for value, count in sorted(Counter(values).items()):
        made += [Card(face(written(value), name, picture, ink), back)] * count
    return made


def face(value: str, name: str, picture: str, ink: str) -> Draw:
    """What draws the front of such a card."""

    def draw(paper: Paper, place: Box) -> None:
        inside = place.inset(EDGE)
        paper.frame(inside, ink, 0.5, radius=2.0)
        inside = inside.inset(AIR)
        paper.picture(picture, Box(inside.left, inside.top, 7, 7), ink)
        paper.write(value, inside.inset(0, 6), 40, ink, bold=True, align="middle", centred=True, least=20)
        paper.write(name, inside.foot(6), 8, ink, align="middle", centred=True)

    return draw
