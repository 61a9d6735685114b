"""The pack of a game as it was when the game began: the numbers of its record, with the words that its cards have by now."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from caffael.rules.cards import Cards
from caffael.rules.terms import CRITERIA
from caffael.saves.faults import RecordError
from caffael.saves.header import Header
from caffael.saves.packs import carried_pack
from caffael.scenario import Pack
from caffael.scenario.wording import CardText, EventText, NeedText, PackTexts, ProjectText, SupplierText, WeightCardText, Words
from caffael.words.sentence import Sentence


def as_recorded(pack: Pack, header: Header, cards: Cards) -> Pack:
    """The pack as it was for a game, whose card numbers these are; what has left the pack since is called by its id.

    Raises RecordError where the pack has too little in common with the game: a council, a category or a subject has left it.
    """
    own = carried_pack(pack, header)
    if own.digest == header.digest:
        return own
    texts, needs = pack.texts, cards.needs[: cards.need_count]
    councils = {text.id: text for text in texts.councils}
    subjects = max((need.subject for need in needs), default=0)
    if not set(header.councils) <= councils.keys() or cards.categories > len(texts.categories) or subjects >= len(texts.subjects):
        pattern = "The cards of scenario {scenario} have changed since this game began, so it can't be watched."
        raise RecordError(Sentence(pattern, scenario=header.scenario))
    kept = replace(
        texts,
        needs=by_ids(texts.needs, header.needs, lambda place, name: need_without_words(texts, place, name, cards)),
        suppliers=by_ids(texts.suppliers, header.suppliers, lambda place, name: SupplierText(place, name, Words(name), Words())),
        projects=by_ids(texts.projects, header.projects, lambda place, name: ProjectText(place, name, Words(name), Words(), Words())),
        councils=tuple(replace(councils[name], index=place) for place, name in enumerate(header.councils)),
        events=tuple(event_words(pack, cards, place) for place in range(cards.event_count)),
        weight_cards=tuple(weight_words(texts, cards, place) for place in range(cards.weights_count)) if texts.weight_cards else (),
    )
    ids = replace(
        pack.ids,
        needs=list(header.needs),
        suppliers=list(header.suppliers),
        projects=list(header.projects),
        councils=list(header.councils),
        events=[text.id for text in kept.events],
    )
    return replace(pack, cards=cards, ids=ids, texts=kept)


Text = TypeVar("Text", bound=CardText)


def by_ids(texts: Sequence[Text], ids: Sequence[str], gone: Callable[[int, str], Text]) -> tuple[Text, ...]:
    """The words of the cards with these ids, in this order; `gone` makes those of a card that has left."""
    known = {text.id: text for text in texts}
    return tuple(replace(known[name], index=place) if name in known else gone(place, name) for place, name in enumerate(ids))


def need_without_words(texts: PackTexts, place: int, name: str, cards: Cards) -> NeedText:
    """A need that has left its pack, called by its id; its subject and its category still have words."""
    need = cards.needs[place]
    subject, category = texts.subjects[need.subject], texts.categories[need.category]
    return NeedText(place, name, Words(name), Words(), subject.id, subject.title, category.title)


def event_words(pack: Pack, cards: Cards, place: int) -> EventText:
    """The words of a game's event, whose id no record holds: by its numbers, else by its place where there are as many events."""
    now = pack.cards
    alike = [at for at in range(now.event_count) if now.events[at] == cards.events[place]]
    if place in alike or (not alike and now.event_count == cards.event_count):
        return pack.event(place)
    return replace(pack.event(alike[0]), index=place) if alike else EventText(place, f"event-{place + 1}", Words(f"#{place + 1}"), Words())


def weight_words(texts: PackTexts, cards: Cards, place: int) -> WeightCardText:
    """The weight card of a game's weights; called by them where the pack has no such card by now."""
    weights = tuple(cards.weights[place * CRITERIA : (place + 1) * CRITERIA])
    card = next((card for card in texts.weight_cards if card.weights == weights), None)
    if card is not None:
        return replace(card, index=place)
    plain = " · ".join(map(str, weights))
    return WeightCardText(place, plain, Words(plain), weights)
