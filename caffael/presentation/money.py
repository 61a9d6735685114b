"""What lies ahead in money, said: what is due and left in each year to come, and what one more contract would leave.

All figures are those of the rules (`rules/forecast.py`); nothing is reckoned here.
"""

from dataclasses import dataclass

from caffael.presentation.ahead import prizes_ahead
from caffael.presentation.blocks import Chip, Line, Text
from caffael.presentation.press import Open
from caffael.presentation.viewer import Viewer
from caffael.rules.forecast import fill_forecast, first_short
from caffael.rules.records import Forecast, MoneyYear
from caffael.rules.terms import NONE, Route


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year to come, small: its number, and what is left when it ends as a share of the most in any year; below 0 it is short."""

    year: str
    share: float


@dataclass(frozen=True, slots=True)
class MoneyAhead:
    """What the panel of a council says of its money: what is due this year, what is left or missing, and a mark for each year to come.

    `line` reads it out and leads to where it comes from.
    """

    line: Line
    due: tuple[str, str]
    left: tuple[str, str]
    short: bool
    due_now: bool
    years: tuple[YearMark, ...]


def forecast_of(viewer: Viewer, seat: int, need: int = NONE, price: int = 0) -> Forecast:
    """A seat's forecast, with one contract more where a need is named."""
    forecast = Forecast()
    fill_forecast(viewer.cards, viewer.state, seat, need, price, forecast)
    return forecast


def years_of(forecast: Forecast) -> list[MoneyYear]:
    """The years of a forecast, this one first."""
    return forecast.years[: forecast.count]


def short_year(forecast: Forecast) -> MoneyYear | None:
    """The first year that would end below zero."""
    place = first_short(forecast)
    return None if place == NONE else forecast.years[place]


# ---------------------------------------------------------------------------------------------------------------------- on the panel


def money_ahead(viewer: Viewer) -> MoneyAhead | None:
    """What the panel of the viewer's council says; None when the game is over."""
    forecast, language = forecast_of(viewer, viewer.seat), viewer.language
    if forecast.count == 0:
        return None
    now, short = forecast.years[0], short_year(forecast)
    due = language.money(now.due)
    most = max(1, *(abs(year.left) for year in years_of(forecast)))
    if short is None:
        left = viewer.text("Left after it"), language.money(now.left)
        said = viewer.text("Due this year: {due}. Left after it: {left}.", due=due, left=left[1])
    elif short is now:
        left = viewer.text("Short this year"), language.money(-now.left)
        said = viewer.text("Due this year: {due}. Short this year: {short}.", due=due, short=left[1])
    else:
        left = viewer.text("Short in year {year}", year=short.year), language.money(-short.left)
        said = viewer.text("Due this year: {due}. Short in year {year}: {short}.", due=due, year=short.year, short=left[1])
    return MoneyAhead(
        line=Line(viewer.text("Money in the years to come"), words=said, press=Open("money", (viewer.seat,)), id="money ahead"),
        due=(viewer.text("Due this year"), due),
        left=left,
        short=short is not None,
        due_now=now.due > 0,
        years=tuple(YearMark(str(year.year), year.left / most) for year in years_of(forecast)),
    )


# ---------------------------------------------------------------------------------------------------------------------- on the sheet


def year_lines(viewer: Viewer, seat: int) -> tuple[Line, ...]:
    """A line for each year to come: what is in hand, comes in, is due, and is left."""
    language, lines = viewer.language, []
    for year in years_of(forecast_of(viewer, seat)):
        figures = {"hand": language.money(year.begins), "comes": language.money(year.comes), "due": language.money(year.due)}
        if year.year == viewer.state.year:
            title = viewer.text("This year")
            words = viewer.text("In hand: {hand}. Due: {due}.", hand=figures["hand"], due=figures["due"])
        else:
            title = viewer.text("Year {year}", year=year.year)
            words = viewer.text("From the year before: {hand}. Comes in: {comes}. Due: {due}.", **figures)
        left, ink, picture = viewer.text("{money} left", money=language.money(year.left)), "ink", "pound"
        if year.left < 0:
            left, ink, picture = viewer.text("{money} short", money=language.money(-year.left)), "bad", "warning"
        lines.append(Line(title, left, words, picture, "criterion.price" if ink == "ink" else "bad", value_ink=ink, id=f"year {year.year}"))
    return tuple(lines)


def ahead_story(viewer: Viewer, seat: int) -> str:
    """What the years to come count, and what they leave out."""
    cover = viewer.cards.settings.emergency_cover
    counted = viewer.text("Counted are the grant and what is signed. Events and what you buy next come on top.")
    counted = f"{counted} {prize_said(viewer, seat)}".strip()
    if cover == 0:
        return counted
    missed = viewer.text("A missed check adds {percent} to that year's payment.", percent=viewer.language.percent(cover))
    return f"{counted} {missed}"


# ------------------------------------------------------------------------------------------------------------------ one contract more


def need_chip(viewer: Viewer, need: int) -> Chip:
    """What buying a need at its estimate would leave: the first year that is short, or the least that is left in any."""
    forecast = forecast_of(viewer, viewer.seat, need, viewer.cards.needs[need].estimate)
    short, language = short_year(forecast), viewer.language
    if short is not None:
        words = viewer.text("Year {year}: {money} short", year=short.year, money=language.money(-short.left))
        return Chip(words, "warning", "bad", "bad_pale")
    least = min((year.left for year in years_of(forecast)), default=viewer.state.councils[viewer.seat].budget)
    return Chip(viewer.text("Leaves you {money} or more", money=language.money(least)), "pound", "good", "good_pale")


def is_payable(viewer: Viewer, need: int) -> bool:
    """Whether no year would end below zero if a need were bought at its estimate."""
    return short_year(forecast_of(viewer, viewer.seat, need, viewer.cards.needs[need].estimate)) is None


NO_BREAK = "\u00a0"
"""Between a year and its sum no line ends, nor does one begin with the point that keeps two years apart."""
FIXED = (Route.FRAMEWORK, Route.DIRECT)
"""What is bought so costs what is said; nobody bids."""


def _short_said(viewer: Viewer, need: int, route: int, price: int, short: MoneyYear) -> str:
    """Which year would end below zero; of a joint tender each council pays its part."""
    n, missing = viewer.cards.needs[need].term, viewer.language.money(-short.left)
    slots: dict[str, str | int] = {"price": viewer.language.money(price), "year": short.year, "short": missing}
    if route in FIXED:
        return viewer.plural(
            "It costs {price} over {n} year. Year {year} is {short} short.",
            "It costs {price} over {n} years. Year {year} is {short} short.",
            n,
            **slots,
        )
    if route == Route.JOINT:
        return viewer.plural(
            "If your part costs the expected {price} over {n} year, year {year} is {short} short.",
            "If your part costs the expected {price} over {n} years, year {year} is {short} short.",
            n,
            **slots,
        )
    return viewer.plural(
        "If it costs the expected {price} over {n} year, year {year} is {short} short.",
        "If it costs the expected {price} over {n} years, year {year} is {short} short.",
        n,
        **slots,
    )


def _left_said(viewer: Viewer, need: int, route: int, price: int, left: str) -> str:
    """What would be left at a price in each year."""
    n, slots = viewer.cards.needs[need].term, {"price": viewer.language.money(price), "left": left}
    if route in FIXED:
        return viewer.plural(
            "It costs {price} over {n} year. This is left: {left}.",
            "It costs {price} over {n} years. This is left: {left}.",
            n,
            **slots,
        )
    if route == Route.JOINT:
        return viewer.plural(
            "If your part costs the expected {price} over {n} year, this is left: {left}.",
            "If your part costs the expected {price} over {n} years, this is left: {left}.",
            n,
            **slots,
        )
    return viewer.plural(
        "If it costs the expected {price} over {n} year, this is left: {left}.",
        "If it costs the expected {price} over {n} years, this is left: {left}.",
        n,
        **slots,
    )


def price_text(viewer: Viewer, seat: int, need: int, route: int, price: int, most: int) -> Text:
    """What a need would leave a council at an expected price, and at the most that could be bid."""
    language = viewer.language
    forecast = forecast_of(viewer, seat, need, price)
    short = short_year(forecast)
    prize = prize_said(viewer, seat)
    if short is not None:
        return Text(f"{_short_said(viewer, need, route, price, short)} {prize}".strip(), "bad", "money")
    years = [viewer.text("year {year}: {money}", year=year.year, money=language.money(year.left)) for year in years_of(forecast)]
    told = _left_said(viewer, need, route, price, f"{NO_BREAK}· ".join(year.replace(" ", NO_BREAK) for year in years))
    dear = short_year(forecast_of(viewer, seat, need, most))
    if dear is None:
        return Text(told, "plain", "money")
    risk = viewer.text(
        "At the highest bid, {price}, year {year} is {short} short.",
        price=language.money(most),
        year=dear.year,
        short=language.money(-dear.left),
    )
    return Text(f"{told} {risk} {prize}".strip(), "warn", "money")


def prize_said(viewer: Viewer, seat: int) -> str:
    """The prize that this year's review brings a council, which no forecast counts; empty where there is none."""
    money = prizes_ahead(viewer, seat)
    if money == 0:
        return ""
    return viewer.text("A prize of {money} comes on top, if nobody else finishes the same.", money=viewer.language.money(money))


INKS = {"plain": ("pound", "ink"), "warn": ("warning", "warn"), "bad": ("warning", "bad")}
"""By the tone of what is said: its picture and its colour."""


def money_line(text: Text) -> Line:
    """What a contract would leave, as a line of a sheet."""
    picture, ink = INKS[text.tone]
    return Line(text.words, picture=picture, ink=ink, value_ink=ink, id="money")
