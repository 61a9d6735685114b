"""The page of what was asked for and what came: in all, the tenders that were close, and contract by contract."""

from collections.abc import Iterable

from caffael.debrief.records import ContractStory, Debrief, SealedStory
from caffael.presentation.blocks import Bar, Bars, Block, Button, Chip, Group, Line, Listing, Page, Table, Text
from caffael.presentation.press import Do
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import CRITERIA, FRAMEWORK, NONE, Route
from caffael.words.language import tenths, words
from caffael.words.looks import CRITERION_IDS, CRITERION_PICTURES, criterion_ink
from caffael.words.sentences import criterion_name, route_name, weights_text

MOST = 6
CLOSE = 20
"""Percentage points: a tender that so small a change of weights would have given to somebody else was close."""
CLOSE_HEADS = (words("Need"), words("Team"), words("Asked for"), words("The winner"), words("With other weights"))


def asked_page(viewer: Viewer, debrief: Debrief, team: int | None = None) -> Page:
    """What was asked for in all, what came of it, and which tenders a little less of one thing would have decided otherwise.

    Then the contracts, of all teams or of one; each opens to its own page.
    """
    cards = viewer.pack.cards
    counts = [
        viewer.text("Contracts signed: {n}", n=len(debrief.contracts)),
        viewer.text("Tenders without a bid: {n}", n=len(debrief.failures)),
    ]
    if cards.routes[Route.JOINT].on == 1:
        counts.append(viewer.text("Joint tenders: {n}", n=debrief.joint))
    if cards.settings.engagement == 1:
        counts.append(viewer.text("Times a team engaged the market: {n}", n=debrief.engagements))
    counts.append(viewer.text("Years in which a need stayed unmet: {n}", n=debrief.unmet))
    blocks: list[Block] = [Listing(tuple(counts))]
    if debrief.guessed:
        blocks.append(Text(guessed_words(viewer, debrief), "lead", "guessed"))
    if any(story.weights != NONE for story in debrief.contracts):
        blocks.append(mean_weights(viewer, debrief))
    if (said := sealed_in_all(viewer, debrief)) != "":
        blocks.append(Text(said, "lead", "sealed"))
    blocks += [*close_calls(viewer, debrief), *guesses_table(viewer, debrief)]
    note = viewer.text("Every decision stands on the page of its team, with the runner-up by the same rules.")
    blocks += [Text(note, "soft"), Group("contracts", viewer.text("Contracts"), contract_lines(viewer, debrief, team))]
    if not shown(debrief, team):
        blocks.append(Text(no_contract(viewer), id="none"))
    names = {"all": viewer.text("All")} | {str(seat): name for seat, name in enumerate(viewer.councils)}
    buttons = tuple(Button(f"team.{key}", name, Do("of team"), style="plain") for key, name in names.items())
    title = viewer.text("What did we ask for, and what came?")
    return Page("asked", title, blocks=tuple(blocks), buttons=buttons if len(viewer.councils) > 1 else ())


def guessed_words(viewer: Viewer, debrief: Debrief) -> str:
    """How often the class named the winner before the bids were opened."""
    right, of = (sum(getattr(story, part) for story in debrief.guessed) for part in ("right", "guesses"))
    return viewer.text("Times that pupils named the winner before the bids were opened: {n} of {all}", n=right, all=of)


def sealed_in_all(viewer: Viewer, debrief: Debrief) -> str:
    """How often somebody else won a sealed tender than who led when it was sealed; empty where nothing was sealed."""
    stories = [story for story in debrief.contracts if story.sealed is not None]
    other = sum(story.sealed is not None and story.sealed.led != story.supplier for story in stories)
    if not stories:
        return ""
    return viewer.text("Tenders whose winner was not who led when the envelope was laid: {n} of {all}", n=other, all=len(stories))


def sealed_words(viewer: Viewer, story: SealedStory) -> str:
    """Who led when an envelope was laid, and what had changed when it was opened."""
    said = []
    if story.led != NONE:
        said.append(viewer.text("When the envelope was laid, {supplier} led as printed.", supplier=viewer.supplier(story.led)))
    if story.gone:
        said.append(viewer.text("Could bid no longer when it was opened: {suppliers}.", suppliers=named(viewer, story.gone)))
    if story.come:
        said.append(viewer.text("Had come in until it was opened: {suppliers}.", suppliers=named(viewer, story.come)))
    if not story.gone and not story.come:
        said.append(viewer.text("When it was opened the same ones bid."))
    return " ".join(said)


def named(viewer: Viewer, suppliers: Iterable[int]) -> str:
    """Suppliers by their names."""
    return ", ".join(map(viewer.supplier, suppliers))


def guesses_table(viewer: Viewer, debrief: Debrief) -> list[Block]:
    """Tender by tender, how many of the class named the winner; nothing where no class did."""
    rows = tuple(
        (viewer.need(story.need), viewer.council(story.seat), viewer.supplier(story.supplier), right_of(viewer, story))
        for story in debrief.guessed
    )
    heads = (viewer.text("Need"), viewer.text("Team"), viewer.text("The winner"), viewer.text("Named by"))
    return [Table(viewer.text("How often the class was right"), heads, rows, widths=(34, 22, 26, 18), id="guesses")] if rows else []


def right_of(viewer: Viewer, story: ContractStory) -> str:
    """How many of how many named the winner."""
    return viewer.text("{n} of {all}", n=story.right, all=story.guesses)


def shown(debrief: Debrief, team: int | None) -> list[ContractStory]:
    """The contracts of a team, or of all."""
    return [story for story in debrief.contracts if team in (None, story.seat)]


def contract_lines(viewer: Viewer, debrief: Debrief, team: int | None) -> tuple[Line, ...]:
    """The contracts: need, year and supplier, and the colour of whether each year was delivered."""
    return tuple(
        Line(
            viewer.need(story.need),
            words=viewer.text("Year {year}, {supplier}", year=story.year, supplier=viewer.supplier(story.supplier)),
            picture=viewer.need_look(story.need),
            press=Do("contract", (place,)),
            value_ink="bad" if story.missed else "good",
        )
        for place, story in enumerate(debrief.contracts)
        if team in (None, story.seat)
    )


def no_contract(viewer: Viewer) -> str:
    """Said where nothing was bought."""
    return viewer.text("There is no contract here.")


def mean_weights(viewer: Viewer, debrief: Debrief) -> Table:
    """What counted on average in the tenders of all teams."""
    weights, people = debrief.weights_mean, viewer.cards.settings.people == 1
    used = [place for place in range(CRITERIA) if weights[place]]
    heads = (viewer.text("What was asked for"), *(criterion_name(viewer.language, place, people) for place in used))
    row = (viewer.text("Mean weight"), *(viewer.language.percent(weights[place]) for place in used))
    return Table(viewer.text("What counted on average in all tenders"), heads, (row,), frozenset(range(1, len(heads))))


def close_calls(viewer: Viewer, debrief: Debrief) -> list[Block]:
    """The tenders that a small change of weights would have given to somebody else."""
    found = [(story.other.moved, story) for story in debrief.contracts if story.other is not None and story.other.moved <= CLOSE]
    rows = tuple(
        (
            viewer.need(story.need),
            viewer.council(story.seat),
            weights_text(viewer.language, viewer.cards, story.weights),
            viewer.supplier(story.supplier),
            other_words(viewer, story),
        )
        for _, story in sorted(found, key=lambda pair: pair[0])[:MOST]
    )
    if not rows:
        return []
    return [Table(viewer.text("Tenders that were close"), tuple(map(viewer.text, CLOSE_HEADS)), rows, widths=(22, 16, 22, 18, 22))]


def other_words(viewer: Viewer, story: ContractStory) -> str:
    """Who would have won by other weights; empty where nobody else would."""
    if story.other is None:
        return ""
    said = weights_text(viewer.language, viewer.cards, story.other.weights)
    return viewer.text("With {weights}, {supplier} would have won.", weights=said, supplier=viewer.supplier(story.other.supplier))


def contract_page(viewer: Viewer, story: ContractStory) -> Page:
    """One contract: the weights that were asked for, the two best bids, what came, and what other weights would have chosen."""
    blocks: list[Block] = []
    if story.weights != NONE:
        said = Text(weights_text(viewer.language, viewer.cards, story.weights), "soft", "weights")
        blocks.append(Group("asked", viewer.text("Asked for"), (said, *weight_chips(viewer, story))))
    bids = 2 if story.runner_up is not None else 1
    blocks += [bid_group(viewer, story, place) for place in range(bids)]
    blocks.append(Group("came", viewer.text("What came"), came_chips(viewer, story)))
    if story.sealed is not None:
        blocks.append(Text(sealed_words(viewer, story.sealed), id="sealed"))
    if story.other is not None:
        blocks.append(Text(other_words(viewer, story), id="other"))
    return Page("contract", viewer.need(story.need), asked_line(viewer, story), blocks=tuple(blocks))


def asked_line(viewer: Viewer, story: ContractStory) -> str:
    """Who bought when, and in which way."""
    team, route = viewer.council(story.seat), route_name(viewer.language, story.route, story.scope)
    if story.partner == NONE:
        return viewer.text("{team}, year {year}. {route}.", team=team, year=story.year, route=route)
    other = viewer.council(story.partner)
    return viewer.text("{team} with {other_team}, year {year}. {route}.", team=team, other_team=other, year=story.year, route=route)


def weight_chips(viewer: Viewer, story: ContractStory) -> tuple[Chip, ...]:
    """The weights that were asked for, a name for every part."""
    weights = viewer.cards.weights[story.weights * CRITERIA : (story.weights + 1) * CRITERIA]
    people = viewer.cards.settings.people == 1
    return tuple(
        Chip(
            viewer.text(
                "{criterion} {percent}", criterion=criterion_name(viewer.language, place, people), percent=viewer.language.percent(weight)
            ),
            CRITERION_PICTURES[place],
            "ink_light",
            criterion_ink(place),
        )
        for place, weight in enumerate(weights)
        if weight
    )


def bid_group(viewer: Viewer, story: ContractStory, place: int) -> Group:
    """The winner's bid (0) or the runner-up's (1): its score, and what it offers."""
    bid = story.bids[place]
    said = viewer.text("The winner") if len(story.bids) > 1 else viewer.text("The only bidder")
    if place:
        said = viewer.text("The runner-up, by the same rules")
    blocks: list[Block] = [Text(said, "soft", "place")]
    if bid.total:
        parts = tuple((points / 10_000_000, criterion) for points, criterion in zip(bid.points, CRITERION_IDS, strict=True))
        label, score = viewer.text("Points"), tenths((bid.total + 5_000) // 10_000)
        blocks.append(Bars(label, f"{label}: {score}", (Bar(label, parts, score),), id="score"))
    return Group(f"bid.{place}", viewer.supplier(bid.supplier), (*blocks, *bid_lines(viewer, story, place)))


def bid_lines(viewer: Viewer, story: ContractStory, place: int) -> tuple[Line, ...]:
    """What a bid offers: price, quality, social value, carbon a year, money that stays."""
    language, bid = viewer.language, story.bids[place]
    second = story.runner_up if place else None
    price, carbon = (story.price, story.carbon_a_year) if second is None else (second.price, second.carbon)
    share = 0 if bid.supplier == FRAMEWORK else viewer.cards.suppliers[bid.supplier].local
    named = [
        (viewer.text("Price"), language.money(price), "pound", "price"),
        (viewer.text("Quality"), viewer.text("{n} of 5", n=bid.quality), "star", "quality"),
        (viewer.text("Social value offered"), viewer.text("{n} of 5", n=bid.social), "heart-hands", "social"),
    ]
    if viewer.cards.settings.carbon == 1:
        named.append((viewer.text("Carbon a year"), language.carbon(carbon), "carbon", "carbon"))
    named.append((viewer.text("Money that stays local"), language.money(price * share // 100), "home", "local"))
    return tuple(Line(title, value, picture=picture, ink=f"criterion.{ink}") for title, value, picture, ink in named)


def came_chips(viewer: Viewer, story: ContractStory) -> tuple[Chip, ...]:
    """What came of a contract, a few words each."""
    language = viewer.language
    chips = [Chip(viewer.text("Years delivered: {n}", n=story.reached), "check", "good", "good_pale")]
    if story.missed:
        chips.append(Chip(viewer.text("Years missed: {n}", n=story.missed), "miss", "bad", "bad_pale"))
    if story.promised:
        said = viewer.text("Social value: {came} of {promised}", came=story.came, promised=story.promised)
        ink = "good" if story.came == story.promised else "warn"
        chips.append(Chip(said, "heart-hands", ink, f"{ink}_pale"))
    chips.append(Chip(viewer.text("Goals: {points}", points=language.signed(story.points)), "trophy"))
    if viewer.cards.settings.carbon:
        chips.append(Chip(language.carbon(story.carbon), "carbon"))
    if story.cover:
        chips.append(Chip(viewer.text("Emergency cover: {money}", money=language.money(story.cover)), "pound", "bad", "bad_pale"))
    if story.guesses:
        said = viewer.text("Named by pupils: {n} of {all}", n=story.right, all=story.guesses)
        chips.append(Chip(said, "people"))
    if story.ended:
        chips.append(Chip(viewer.text("Ended early"), "close", "bad", "bad_pale"))
    return tuple(chips)
