"""The delivery of a year: each check with what came of it, the councils as it goes on, and what is worth knowing at the end."""

from collections.abc import Iterator, Sequence

from caffael.presentation.blocks import Block, Button, Checked, Chip, Group, Line, Page, Text
from caffael.presentation.cards import goal_chip, petals
from caffael.presentation.press import Open
from caffael.presentation.story import Story
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.chapters import Kind, Tally, chapters_of, told_before, ways_on
from caffael.presentation.year.checks import Check, Delivery, gather
from caffael.rules.happened import Cause, Happening
from caffael.rules.terms import Management
from caffael.words.looks import team_ink
from caffael.words.sentences import detail_text, goal_name, happened_text

WORTH = (Happening.CHECK, Happening.ENDED, Happening.DELIVERED, Happening.INVESTED)


def delivery_of(viewer: Viewer, story: Story, first: int = 0) -> Delivery:
    """The first delivery of a story, looked for from a chapter on."""
    chapters = chapters_of(story)
    place = next(at for at in range(first, len(chapters)) if chapters[at].kind is Kind.DELIVERY)
    automatic = viewer.cards.settings.management == Management.AUTOMATIC
    return gather(chapters[place].happenings, told_before(chapters, place), story.before, automatic, chapters[place].year)


def delivery_page(viewer: Viewer, delivery: Delivery) -> Page:
    """The page of a delivery, with the councils as they stand after it."""
    checks = delivery.checks
    title = viewer.text("What was delivered in year {year}", year=delivery.year)
    line = viewer.text("A check is reached when the card and the bonuses come to the number that is needed.")
    blocks = (
        Group("checks", viewer.text("The contract that is checked now"), tuple(checked(viewer, at, one) for at, one in enumerate(checks))),
        *(council_then(viewer, seat, delivery.ends) for seat in viewer.seats),
        contracts_told(viewer, checks, len(checks)),
        Group("summary", "", tuple(delivery_lines(viewer, delivery))),
    )
    return Page("delivery", title, line, "seal", blocks=blocks, buttons=ways_on(viewer))


# ---------------------------------------------------------------------------------------------------------------------- one contract


def checked(viewer: Viewer, at: int, check: Check) -> Checked:
    """One check: it is the one `at` this place of the delivery."""
    reasons = (("manage", check.managed), ("engage", check.engaged and check.first_year), ("adaption", check.lab))
    return Checked(
        id=f"check.{check.seat}.{check.need}",
        title=viewer.need(check.need),
        supplier=viewer.supplier(check.supplier),
        picture=viewer.need_look(check.need),
        seat=check.seat,
        card=str(check.card),
        card_words=viewer.text("delivery card"),
        turned_down=str(check.turned_down or ""),
        bonus=str(check.bonus),
        bonus_words=viewer.text("bonus"),
        bonuses=tuple(picture for picture, on in reasons if on and check.bonus > 0),
        total=str(check.total),
        needed=viewer.text("{n} needed", n=check.needed),
        reached=check.reached,
        outcome=viewer.text("reached") if check.reached else viewer.text("missed"),
        chips=tuple(result_chips(viewer, check)),
        remarks=tuple(remarks(viewer, check)),
        why=Button("why", viewer.text("Why?"), Open("check", (at,)), "help", "plain"),
    )


def result_chips(viewer: Viewer, check: Check) -> Iterator[Chip]:
    """What a contract's year cost and what it brought."""
    language = viewer.language
    yield Chip(viewer.text("{money} paid", money=language.money(check.paid)), "pound")
    if viewer.cards.settings.carbon == 1:
        yield Chip(language.carbon(check.carbon), "carbon", "criterion.carbon", "criterion.carbon.pale")
    if check.income:
        yield Chip(viewer.text("{money} earned", money=language.money(check.income)), "plus", "good", "good_pale")
    moved: dict[int, int] = {}
    for goal, change, _ in check.goals:
        moved[goal] = moved.get(goal, 0) + change
    for goal, change in moved.items():
        words = viewer.text("{goal} {change}", goal=goal_name(language, goal), change=language.signed(change))
        yield goal_chip(words, goal)


def remarks(viewer: Viewer, check: Check) -> Iterator[Line]:
    """What is worth a sentence: emergency cover, the end of a contract, a promise that came only in part."""
    if not check.reached:
        cover = viewer.language.money(check.cover)
        words = viewer.text("Not delivered this year: no goal grows, and emergency cover costs {money} more.", money=cover)
        yield Line(words, picture="miss", ink="bad")
    if check.ended:
        yield Line(viewer.text("The contract has ended, and the need comes back to the tray."), picture="warning", ink="bad")
    if check.turned_down:
        yield Line(viewer.text("The adaption lab had the first card turned up again."), picture="adaption", ink="good")
    if check.reached and check.came < check.promised:
        words = viewer.text(
            "The service was delivered. Of the social value promised it came to {came} of {promised}: nobody managed the contract.",
            promised=check.promised,
            came=check.came,
        )
        yield Line(words, picture="heart-hands", ink="warn")
    if any(cause == Cause.RESERVED for _, _, cause in check.goals):
        yield Line(viewer.text("A reserved contract makes the council more equal."), picture="supported", ink="good")
    if check.met and check.misses:
        term = viewer.cards.needs[check.need].term
        words = viewer.text(
            "The contract has run its term: the work came in {n} of its {term} years. The need does not come back.",
            n=term - check.misses,
            term=term,
        )
        yield Line(words, picture="contract", ink="ink_soft")
    elif check.met:
        yield Line(viewer.text("The contract has run its term: the need is met."), picture="check", ink="good")


# ---------------------------------------------------------------------------------------------------------------------- the councils


def council_then(viewer: Viewer, seat: int, tally: Tally) -> Group:
    """A council as it stands while a delivery is told: its goals, budget and carbon, unless they are hidden."""
    rows: list[Block] = [Text(viewer.team(seat), "soft")]
    if viewer.scores_hidden:
        rows.append(Text(viewer.text("What this team has is hidden until the game is over."), id="hidden"))
    else:
        money, carbon = viewer.language.money(tally.budget[seat]), viewer.language.carbon(tally.carbon[seat])
        rows += petals(viewer, tally.goals[seat])
        rows.append(Line(viewer.text("Budget"), money, value_ink="bad" if tally.budget[seat] < 0 else "ink"))
        rows.append(Line(viewer.text("Carbon this year"), carbon))
    return Group(f"council.{seat}", viewer.council(seat), tuple(rows))


def contracts_told(viewer: Viewer, checks: Sequence[Check], told: int) -> Group:
    """How much each council's contracts have delivered, of the checks told so far; those without a contract come last."""
    order = list(dict.fromkeys(check.seat for check in checks))
    rows = []
    for seat in (*order, *(seat for seat in viewer.seats if seat not in order)):
        own = [check for check in checks if check.seat == seat]
        reached = sum(check.reached for check in checks[:told] if check.seat == seat)
        words = viewer.text("{n} of {most}", n=reached, most=len(own)) if own else ""
        none = "" if own else viewer.text("no contract yet")
        rows.append(Line(viewer.council(seat), words, none, ink=team_ink(seat), id=f"delivered.{seat}"))
    return Group("contracts", viewer.text("The contracts of all councils"), tuple(rows))


def delivery_lines(viewer: Viewer, delivery: Delivery) -> Iterator[Line]:
    """What is worth knowing at the end: how much was reached, what was missed, ended or met, and each council's Welsh-language duty."""
    checks = delivery.checks
    reached = [check for check in checks if check.reached]
    words = viewer.text("Delivered: {n} of {most}", n=len(reached), most=len(checks))
    yield Line(words, picture="check" if len(reached) == len(checks) else "seal", ink="good", press=Open("checks"))
    whole, came = sum(check.promised for check in reached), sum(check.came for check in reached)
    if whole:
        choice = viewer.cards.settings.management == Management.CHOICE
        words = viewer.text("A promise is kept whole only where somebody manages the contract.") if choice else ""
        title = viewer.text("Social value promised: {whole}. It came to {came}.", whole=whole, came=came)
        yield Line(title, "", words, "heart-hands", "criterion.social")
    for check in sorted(checks, key=lambda one: one.reached):
        press = Open("check", (checks.index(check),))
        for happened in check.happenings:
            quiet = happened.kind == Happening.CHECK and happened.e == 1 and not viewer.people(check.seat)
            if happened.kind not in WORTH or quiet:
                continue
            good = happened.kind in (Happening.DELIVERED, Happening.INVESTED) or (happened.kind == Happening.CHECK and happened.e == 1)
            words = happened_text(viewer.language, viewer.pack, viewer.councils, happened) or ""
            yield Line(words, picture="check" if good else "miss", ink="good" if good else "bad", press=press)
    for happened in delivery.besides:
        if happened.kind == Happening.GOAL:
            words = detail_text(viewer.language, viewer.pack, viewer.councils, happened)
            yield Line(words, picture="welsh", ink="good" if happened.b > 0 else "bad")
