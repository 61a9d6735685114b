"""What must hold between the rows and tables of a pack. Each check writes down the faults it finds."""

from caffael.rules.terms import BID_CARDS, DELIVERY_CARDS, EVENTS, MARKS, TRACK_RECORDS, WEIGHTS, Power
from caffael.scenario.draft import Draft
from caffael.scenario.explain import Place
from caffael.scenario.faults import SCENARIO_FILE, Fault, listed, shown
from caffael.scenario.keywords import EVERY_CATEGORY, FRAMEWORK_ID, POWER_WORDS
from caffael.scenario.models import DECKS, MAP, EventRow, NeedRow
from caffael.scenario.phrases import WHOLE_NUMBER
from caffael.scenario.read.sheets import Sheet, SheetRow, doubled
from caffael.scenario.read.toml_text import spot_at
from caffael.scenario.rule_tables import all_weights, criteria_needed, criteria_of
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.language import words
from caffael.words.sentence import Sentence

WITH_TARGET = (Power.CLEANER_CATEGORY, Power.INCOME, Power.FEEDS)
POWER_MOST = {
    Power.CLEANER_CATEGORY: 100,
    Power.CLEANER_MANAGED: 100,
    Power.WIDER_MARKET: 5,
    Power.INCOME: 1_000_000,
    Power.FEEDS: 5,
    Power.INVOLVE: 5,
}
"""The largest amount of each power."""
WHOLE = 100
"""What weights make together, in percent."""
WEIGHED = ("price", "quality", "social_value", "carbon")
"""The criteria as [weights] and its cards write them."""
TOO_MANY = {
    "need": words("There are {n} need cards, but at most {most} fit; take out {over}."),
    "supplier": words("There are {n} supplier cards, but at most {most} fit; take out {over}."),
    "event": words("There are {n} event cards, but at most {most} fit; take out {over}."),
    "project": words("There are {n} project cards, but at most {most} fit; take out {over}."),
    "council": words("There are {n} council cards, but at most {most} fit; take out {over}."),
}
TWICE = {
    "category": words("The category {id} is defined twice; take one out."),
    "subject": words("The subject {id} is defined twice; take one out."),
}
NONE_THERE = {
    "need": words("The deck is empty; a pack has at least one need."),
    "supplier": words("The deck is empty; a pack has at least one supplier."),
    "council": words("The deck is empty; a pack has at least one council."),
}


def check_all(draft: Draft, years: int | None) -> None:
    """Every check that the draft allows."""
    for sheet, model in zip(draft.sheets(), DECKS, strict=True):
        check_ids(draft, sheet)
        check_size(draft, sheet, model.card, model.most)
    check_asked(draft)
    check_events(draft)
    check_projects(draft)
    check_map(draft)
    for sheet, model in zip(draft.sheets(), DECKS, strict=True):
        if sheet.complete and not sheet.rows and model.card in NONE_THERE:
            draft.faults.append(Fault(sheet.file, None, None, None, Sentence(NONE_THERE[model.card])))
    check_names(draft, "category", draft.categories)
    check_names(draft, "subject", draft.subjects)
    if draft.scenario is not None:
        check_years(draft, draft.scenario, years)
        check_teams(draft, draft.scenario)
        check_campaign(draft, draft.scenario)
        check_rules(draft, draft.scenario)
        check_weights(draft, draft.scenario)
        check_decks(draft, draft.scenario)


def check_ids(draft: Draft, sheet: Sheet) -> None:
    """Every id of a deck stands there once, and the framework's is left to the framework."""
    draft.faults += doubled(sheet)
    for row in sheet.rows:
        if row.id == FRAMEWORK_ID and sheet is draft.suppliers.sheet:
            message = Sentence("The id {id} is the framework's own; choose another one.", id=shown(row.id))
            draft.faults.append(row.fault("id", row.id, message))


def check_size(draft: Draft, sheet: Sheet, card: str, most: int) -> None:
    """No deck has more rows than the card records have room for."""
    if len(sheet.rows) > most:
        message = Sentence(TOO_MANY[card], n=len(sheet.rows), most=most, over=len(sheet.rows) - most)
        draft.faults.append(sheet.rows[most].fault(None, None, message))


def check_asked(draft: Draft) -> None:
    """The weights that a real buyer gave make 100, and it has a name."""
    for row, need in draft.needs.placed:
        if need.asked and sum(need.asked) != WHOLE:
            message = Sentence(
                "The weights that were really asked for make {sum} %; they must make 100 %, or all be empty.", sum=sum(need.asked)
            )
            draft.faults.append(row.fault("asked_price", str(need.asked_price), message))
        elif need.asked and not need.buyer_en:
            draft.faults.append(row.fault("buyer_en", None, Sentence("These weights were really asked for by somebody; write who it was.")))


def check_events(draft: Draft) -> None:
    """Each carbon mark has one climate event at most, and the yearly deck fits."""
    seen: dict[int, SheetRow] = {}
    yearly = [row for row, event in draft.events.placed if event.mark == 0]
    for row, event in draft.events.placed:
        if event.mark > 0 and event.mark in seen:
            first = seen[event.mark].seen_from(row)
            pattern = "Carbon mark {mark} has its climate event in {row} already; write another mark from 0 to {most}."
            message = Sentence(pattern, mark=event.mark, row=first, most=MARKS)
            draft.faults.append(row.fault("mark", str(event.mark), message))
        seen.setdefault(event.mark, row)
    if len(yearly) > EVENTS and len(draft.events.sheet.rows) <= EventRow.most:
        pattern = "There are {n} events with mark 0, but at most {most} fit; take out {over}."
        message = Sentence(pattern, n=len(yearly), most=EVENTS, over=len(yearly) - EVENTS)
        draft.faults.append(yearly[EVENTS].fault(None, None, message))


def check_projects(draft: Draft) -> None:
    """A project's power has a target where it needs one, and an amount that makes sense."""
    for row, project in draft.projects.placed:
        target = row.cells.get("target")
        power = Power(project.power)
        name = POWER_WORDS[power]
        if power in WITH_TARGET and not target:
            message = Sentence('The power "{power}" needs a category as its target; write one.', power=name)
            draft.faults.append(row.fault("target", None, message))
        if power not in WITH_TARGET and target:
            message = Sentence('The power "{power}" has no target; leave the cell empty.', power=name)
            draft.faults.append(row.fault("target", target, message))
        if not 1 <= project.amount <= POWER_MOST[power]:
            pattern = '{amount} does not suit the power "{power}"; write a whole number from 1 to {most}.'
            message = Sentence(pattern, amount=shown(project.amount), power=name, most=str(POWER_MOST[power]))
            draft.faults.append(row.fault("amount", row.cells["amount"], message))


def check_map(draft: Draft) -> None:
    """No two councils lie on the same place of the map, and none on the half of another."""
    placed: list[tuple[SheetRow, int, int]] = []
    for row, council in draft.councils.placed:
        column, line = council.map_column, council.map_row
        for other, its_column, its_line in placed:
            if not lie_over(column - its_column, line - its_line):
                continue
            pattern = "It lies on the same place of the map as the council of {other}; write another place, for example {place}."
            if (column, line) != (its_column, its_line):
                pattern = (
                    "On the map it covers a part of the council of {other}: in a row of the map councils lie 2 columns apart, "
                    "and those of the next row stand 1 column to the left or right of them; write another place, for example {place}."
                )
            free = free_place(column, line, [(its[1], its[2]) for its in placed])
            place = Sentence("map_column {column}, map_row {row}", column=free[0], row=free[1])
            message = Sentence(pattern, other=other.seen_from(row), place=place)
            draft.faults.append(row.fault("map_column", str(column), message))
            break
        placed.append((row, column, line))


def lie_over(columns: int, rows: int) -> bool:
    """Whether two hexes lie over each other that are so many half-steps and rows apart."""
    return (rows == 0 and abs(columns) < 2) or (abs(rows) == 1 and columns == 0)


def free_place(column: int, row: int, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """The nearest place of the map, column and row, that fits beside those taken."""
    free = [
        (across, down) for across in range(MAP + 1) for down in range(MAP + 1) if not any(lie_over(across - x, down - y) for x, y in taken)
    ]
    fitting = [place for place in free if all((place[0] + place[1] - x - y) % 2 == 0 for x, y in taken)]
    return min(fitting or free, key=lambda place: (abs(place[0] - column) + 3 * abs(place[1] - row), place))


def check_names(draft: Draft, table: str, ids: list[str]) -> None:
    """Every category and subject has an id of its own."""
    for index, name in enumerate(ids):
        if name in ids[:index]:
            draft.note((table, index, "id"), name, Sentence(TWICE[table], id=shown(name)))
        if name == EVERY_CATEGORY and table == "category":
            draft.note((table, index, "id"), name, Sentence("{id} means every category in events; choose another id.", id=shown(name)))


def check_years(draft: Draft, scenario: ScenarioFile, years: int | None) -> None:
    """The usual length of a game is offered, and so is the one that was asked for."""
    offered = listed(map(str, scenario.offered))
    if scenario.years not in scenario.offered:
        pattern = "A game of {years} years is not among years_offered; write {offered}."
        draft.note(("years",), str(scenario.years), Sentence(pattern, years=scenario.years, offered=offered))
    if years is not None and years not in scenario.offered:
        message = Sentence("This pack is not offered for {years} years; choose {offered}.", years=years, offered=offered)
        draft.note(("years_offered",), str(years), message)


def check_teams(draft: Draft, scenario: ScenarioFile) -> None:
    """The usual number of teams is one that can play, and there is a council for each."""
    least, most = scenario.teams_least, scenario.teams_most
    if least > most:
        message = Sentence("At least {least} teams and at most {most} is impossible; change one of them.", least=least, most=most)
        draft.note(("teams_least",), str(least), message)
    elif not least <= scenario.teams <= most:
        pattern = "{teams} teams are usual, but {least} to {most} can play; write one of these."
        draft.note(("teams",), str(scenario.teams), Sentence(pattern, teams=scenario.teams, least=least, most=most))
    councils = len(draft.councils.sheet.rows)
    if draft.councils.sheet.complete and 0 < councils < most:
        pattern = "Up to {most} teams can play, but there are only {councils} councils; write teams_most = {councils}."
        draft.note(("teams_most",), str(most), Sentence(pattern, most=most, councils=councils))


def check_campaign(draft: Draft, scenario: ScenarioFile) -> None:
    """A game of a campaign is one of its games, and each but the last names the next."""
    campaign = scenario.campaign
    if campaign is None:
        return
    if campaign.game > campaign.games:
        pattern = "Game {game} is not among {games} games; write a number from 1 to {games}."
        draft.note(("campaign", "game"), str(campaign.game), Sentence(pattern, game=campaign.game, games=campaign.games))
    elif campaign.game < campaign.games and not campaign.next:
        pattern = "Game {game} of {games} does not name the next; write the id of its pack."
        draft.note(("campaign", "next"), None, Sentence(pattern, game=campaign.game, games=campaign.games))
    elif campaign.game == campaign.games and campaign.next:
        if spot_at(draft.tables.spots, ("campaign", "next")).file == SCENARIO_FILE:
            draft.note(("campaign", "next"), campaign.next, Sentence("The last game of a campaign has no next one; take this out."))
        else:
            message = Sentence('The last game of a campaign has no next one, but this has one from the pack below; write next = "" here.')
            draft.note(("campaign",), campaign.next, message)


def check_rules(draft: Draft, scenario: ScenarioFile) -> None:
    """Numbers of the rules that hang together."""
    rules = scenario.rules
    marks = rules.marks
    if len(marks) != MARKS or sorted(set(marks)) != marks or not all(0 < mark <= 200 for mark in marks):
        pattern = "There must be {n} carbon marks from 1 to 200, each above the one before, for example [25, 50, 75, 100]."
        draft.note(("rules", "marks_percent"), str(marks), Sentence(pattern, n=MARKS))
    if rules.goal_start > rules.goal_most:
        pattern = "Goals cannot start at {start}, above the end of their track; write at most {most}."
        draft.note(("rules", "goal_start"), str(rules.goal_start), Sentence(pattern, start=rules.goal_start, most=rules.goal_most))
    routes = scenario.routes
    if not any(route.on is not False for route in (routes.open, routes.quotes, routes.framework, routes.lots, routes.flexible)):
        message = Sentence("No way to buy is on that every need may take; set on = true for one, best for [routes.open].")
        draft.note(("routes",), None, message)


def check_weights(draft: Draft, scenario: ScenarioFile) -> None:
    """There is at least one way to share out the weights, and not more than fit."""
    table = scenario.weights
    before = len(draft.faults)
    if table.card:
        check_weight_cards(draft, scenario)
        return
    for name in WEIGHED:
        limits = getattr(table, name)
        if limits.low > limits.high:
            pattern = "The smallest weight, {low} %, is above the largest, {high} %; change one of them."
            draft.note(("weights", name), None, Sentence(pattern, low=limits.low, high=limits.high))
    there = sum(limits is not None for limits in criteria_of(table, scenario.rules))
    needed = criteria_needed(table, scenario.rules)
    if needed > there:
        pattern = "{needed} criteria must be weighed, but this scenario has only {there}; write at most {there}."
        draft.note(("weights", "criteria_at_least"), str(needed), Sentence(pattern, needed=needed, there=there))
    if len(draft.faults) > before:
        return
    count = len(all_weights(table, scenario.rules))
    if count == 0:
        draft.note(("weights",), None, no_weights(scenario))
    elif count > WEIGHTS:
        pattern = "These limits allow {n} ways to weigh, but at most {most} fit; choose a larger step_percent."
        draft.note(("weights",), None, Sentence(pattern, n=count, most=WEIGHTS))


def no_weights(scenario: ScenarioFile) -> Sentence:
    """The sentence about limits within which no weights make 100 %, with the numbers that stand in the way."""
    there = [
        (name, limits) for name, limits in zip(WEIGHED, criteria_of(scenario.weights, scenario.rules), strict=True) if limits is not None
    ]
    lows, highs = sum(limits.low for _, limits in there), sum(limits.high for _, limits in there)
    if lows > 100:
        parts = listed((f"{name} {limits.low}" for name, limits in there if limits.low), "and")
        pattern = "The smallest weights make {sum} % together ({parts}), so no weights are possible; lower them to 100 % or less."
        return Sentence(pattern, sum=lows, parts=parts)
    if highs < 100:
        parts = listed((f"{name} {limits.high}" for name, limits in there), "and")
        pattern = "The largest weights make only {sum} % together ({parts}), so no weights are possible; raise them to 100 % or more."
        return Sentence(pattern, sum=highs, parts=parts)
    return Sentence("No weights are possible within these limits; together they must be able to make 100 %.")


def check_weight_cards(draft: Draft, scenario: ScenarioFile) -> None:
    """Each weight card has an id of its own, makes 100 %, weighs only what there is, and is not there twice."""
    table = scenario.weights
    there = criteria_of(table, scenario.rules)
    rows = [card.weights() for card in table.card]
    for index, card in enumerate(table.card):
        place: Place = ("weights", "card", index)
        row = rows[index]
        if card.id in [other.id for other in table.card[:index]]:
            draft.note((*place, "id"), card.id, Sentence("The weight card {id} is defined twice; take one out.", id=shown(card.id)))
        if sum(row) != 100:
            message = Sentence("The weights of {id} make {sum} %; they must make 100 %.", id=shown(card.id), sum=sum(row))
            draft.note((*place, "id"), card.id, message)
        elif row in rows[:index]:
            draft.note((*place, "id"), card.id, Sentence("Another card weighs as {id} does; take one out.", id=shown(card.id)))
        for name, weight, limits in zip(WEIGHED, row, there, strict=True):
            if weight and limits is None:
                pattern = "This scenario does not weigh {criterion}; take it out of {id}."
                draft.note((*place, name), str(weight), Sentence(pattern, criterion=name, id=shown(card.id)))


def check_decks(draft: Draft, scenario: ScenarioFile) -> None:
    """The plain decks hold cards of the right values, as many as fit and as are needed."""
    decks, rules = scenario.decks, scenario.rules
    check_deck(draft, "bid_cards", decks.bid_cards, (-50, 50), BID_CARDS)
    check_deck(draft, "delivery_cards", decks.delivery_cards, (1, 6), DELIVERY_CARDS)
    check_deck(draft, "track_records", decks.track_records, (-2, 2), TRACK_RECORDS)
    if not any(decks.delivery_cards.values()):
        message = Sentence("The deck is empty; there must be delivery cards, for example 1 = 10.")
        draft.note(("decks", "delivery_cards"), None, message)
    if rules.bid_cards and not any(decks.bid_cards.values()):
        message = Sentence("The deck is empty; add bid cards, or set bid_cards = false under [rules].")
        draft.note(("decks", "bid_cards"), None, message)
    suppliers = len(draft.suppliers.sheet.rows)
    records = sum(decks.track_records.values())
    if rules.track_records and records < suppliers:
        pattern = "There are {n} track records for {suppliers} suppliers; add {lacking}, or set track_records = false."
        message = Sentence(pattern, n=records, suppliers=suppliers, lacking=suppliers - records)
        draft.note(("decks", "track_records"), None, message)


def check_deck(draft: Draft, name: str, deck: dict[str, int], bounds: tuple[int, int], most: int) -> None:
    """A plain deck: its values within bounds, its copies countable, all of it as large as fits."""
    low, high = bounds
    for value, copies in deck.items():
        place: Place = ("decks", name, value)
        if not WHOLE_NUMBER.fullmatch(value) or not low <= int(value) <= high:
            pattern = "{value} is no value of these cards; write a whole number from {low} to {high}."
            draft.note(place, value, Sentence(pattern, value=shown(value), low=str(low), high=str(high)))
        elif copies < 0:
            pattern = "There cannot be {copies} copies of a card; write a whole number from 0 to {most}."
            draft.note(place, str(copies), Sentence(pattern, copies=str(copies), most=most))
    count = sum(deck.values())
    if count > most:
        message = Sentence("There are {n} cards, but at most {most} fit; take out {over}.", n=count, most=most, over=count - most)
        draft.note(("decks", name), None, message)


def carbon_by_factor(need: NeedRow, factor: float) -> int:
    """Carbon in kg a year, as it comes from the yearly spend and the factor of its subject."""
    return int(need.estimate_gbp / need.term_years * factor + 0.5)
