"""Published weights in words."""

from caffael.rules.records import Cards
from caffael.rules.terms import CRITERIA
from caffael.words.language import Language


def weights_text(language: Language, cards: Cards, weights: int) -> str:
    """A row of the scenario's weights, by the criteria that the scenario uses: price 40 %, quality 20 %, ..."""
    first = weights * CRITERIA
    price, quality, social, carbon = (language.percent(weight) for weight in cards.weights[first : first + CRITERIA])
    if cards.settings.people == 1 and cards.settings.carbon == 0:
        return language.text("price {price}, people {people}", price=price, people=quality)
    if cards.settings.people == 1:
        return language.text("price {price}, people {people}, planet {planet}", price=price, people=quality, planet=carbon)
    if cards.settings.carbon == 0:
        return language.text("price {price}, quality {quality}, social value {social}", price=price, quality=quality, social=social)
    return language.text(
        "price {price}, quality {quality}, social value {social}, carbon {carbon}",
        price=price,
        quality=quality,
        social=social,
        carbon=carbon,
    )
