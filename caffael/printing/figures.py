"""Numbers as they stand on paper: to the pound and to the kilogram, because on paper nothing else can be reckoned with."""

from caffael.rules.records import Cards, Need
from caffael.rules.terms import FRAMEWORK
from caffael.words.language import MINUS, SPACE

MOST_CLASSES = 6
HUNDREDTHS = 100


def kilograms(number: int) -> str:
    """Carbon to the kilogram: 12,345 kg."""
    return f"{number:,}{SPACE}kg".replace("-", MINUS)


def pounds_and_pence(pence: int) -> str:
    """Money to the penny, without pence where there are none: £1,010, £98.50."""
    whole, rest = divmod(pence, HUNDREDTHS)
    return f"£{whole:,}.{rest:02d}" if rest else f"£{whole:,}"


def one_per_cent(need: Need) -> str:
    """One per cent of a need's estimate, exactly."""
    return pounds_and_pence(need.estimate)


def carbon_classes(cards: Cards) -> list[int]:
    """The percentages of carbon that stand on the suppliers' cards; the six most frequent, where there are more."""
    printed = [cards.suppliers[i].carbon for i in range(cards.supplier_count)] + [cards.suppliers[FRAMEWORK].carbon]
    frequent = sorted(set(printed), key=lambda percent: (-printed.count(percent), percent))
    return sorted(frequent[:MOST_CLASSES])


def carbon_of(need: Need, percent: int) -> int:
    """A contract's carbon a year: so many per cent of the old way's, rounded down to the kilogram."""
    return need.carbon * percent // 100
