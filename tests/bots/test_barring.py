"""A bot plays whole games without what it is barred from: routes, labs, projects, suppliers, needs, engaging, buying out of order."""

import pytest

from caffael.bots import Desk, choose, make_bot
from caffael.bots.barring import leave_out
from caffael.bots.planner import begin_plan, play_on
from caffael.rules import actions
from caffael.rules.actions import legal_actions
from caffael.rules.cards import Cards
from caffael.rules.chance import seed_stream
from caffael.rules.happened import Happening
from caffael.rules.presets import preset_row
from caffael.rules.records import State, Stream
from caffael.rules.terms import LABS, NEEDS, NONE, Lab, Phase, Route
from caffael.rules.view import view
from tests.small_table import Game, small_cards, small_ids

SEATS = 3
GAMES = 3
IDS = small_ids()
OTHERS = "random"
DESK = Desk()


class Used:
    """What the council of seat 0 used in some games: routes, labs, projects, suppliers and needs, by number."""

    def __init__(self, bot: str, games: int = GAMES) -> None:
        self.routes: set[int] = set()
        self.labs: set[int] = set()
        self.projects: set[int] = set()
        self.suppliers: set[int] = set()
        self.needs: set[int] = set()
        self.published: set[tuple[int, int]] = set()  # a need, and the row of weights of its tender
        self.engagements = 0
        self.out_of_order = 0
        for seed in range(games):
            self.play(bot, seed)

    def play(self, name: str, seed: int) -> None:
        """Play a game; the first seat by this bot, the others at random."""
        game, stream, sight = Game(cards_with_all(), SEATS, seed), Stream(), State()
        bots = [make_bot(text, IDS) for text in (name, *[OTHERS] * (SEATS - 1))]
        seed_stream(stream, seed, 1)
        while game.state.phase != Phase.END:
            seat, legal = game.state.decider, game.legal()
            view(game.state, seat, sight)
            action = legal[choose(game.cards, sight, legal, len(legal), stream, DESK, bots[seat])]
            if seat == 0:
                self.note_action(game, action)
            game.step(action)
            self.note(game)
        council = game.state.councils[0]
        self.labs |= {lab for lab in range(LABS) if council.labs[lab] > 0}
        self.projects |= {i for i in range(game.cards.project_count) if council.projects[i] > 0}

    def note_action(self, game: Game, action: int) -> None:
        """Note an engagement, and what is bought or engaged for while another need lies before it."""
        need = NONE
        if action >= actions.PUBLISH:
            self.published.add((game.state.drafts[game.state.decider].need, action - actions.PUBLISH))
        if actions.ENGAGE <= action < actions.JOINT_TENDER:
            need = action - actions.ENGAGE
            self.needs.add(need)
            self.engagements += 1
        elif actions.TENDER <= action < actions.PARTNER:
            need = (action - actions.TENDER) % NEEDS
        elif action == actions.AGREE:
            need = game.state.drafts[game.state.buyer].partner
        if need not in (NONE, game.state.councils[0].tray[0]):
            self.out_of_order += 1

    def note(self, game: Game) -> None:
        """Note tenders that seat 0 published, and contracts that it signed."""
        route = NONE
        for seat, need, route, *_ in game.happened(Happening.TENDER):
            if seat == 0:
                self.routes.add(route)
                self.needs.add(need)
        for seat, need, supplier, *_ in game.happened(Happening.AWARDED):
            if seat == 0:
                self.routes.add(route)  # a joint tender may be published by the partner
                self.needs.add(need)
                self.suppliers.add(supplier)


def cards_with_all() -> Cards:
    """The small scenario with every route open to all, and no project that asks for a lab."""
    cards = small_cards()
    for route in Route:
        cards.routes[route].labs[:] = [0] * LABS
    for i in range(cards.project_count):
        cards.projects[i].labs[:] = [0] * LABS
    return cards


@pytest.fixture(scope="module")
def used_at_random() -> Used:
    return Used("random", 12)


def test_without_a_bar_everything_is_used(used_at_random: Used) -> None:
    assert used_at_random.labs == set(Lab)
    assert used_at_random.projects == set(range(6))
    assert used_at_random.engagements
    assert used_at_random.out_of_order
    assert {Route.OPEN, Route.QUOTES, Route.FRAMEWORK, Route.RESERVED, Route.JOINT} <= used_at_random.routes


@pytest.mark.parametrize("bot", ["random", "balanced", "greenest:engage=0"])
@pytest.mark.parametrize("route", [route.name.lower() for route in Route])
def test_a_route_that_is_barred_is_never_used(route: str, bot: str) -> None:
    assert Route[route.upper()] not in Used(f"{bot}:without={route}").routes


@pytest.mark.parametrize("bot", ["random", "balanced"])
@pytest.mark.parametrize("lab", [lab.name.lower() for lab in Lab])
def test_a_lab_that_is_barred_is_never_trained(lab: str, bot: str) -> None:
    assert Lab[lab.upper()] not in Used(f"{bot}:without={lab}").labs


@pytest.mark.parametrize("number", range(6))
def test_a_project_that_is_barred_is_never_done(number: int) -> None:
    assert number not in Used(f"random:without=project-{number}").projects


def test_several_things_are_barred_at_once() -> None:
    used = Used("random:without=open+quotes+data+procurement+project-0+project-1")
    assert not used.routes & {Route.OPEN, Route.QUOTES}
    assert used.labs <= {Lab.ADAPTION}
    assert not used.projects & {0, 1}


@pytest.mark.parametrize("bot", ["random", "balanced", "planner:iterations=2"])
def test_what_a_group_names_is_barred_whole(bot: str) -> None:
    used = Used(f"{bot}:without=labs+projects+engagement+joint", 1 if bot.startswith("planner") else GAMES)
    assert used.needs
    assert not used.labs | used.projects
    assert used.engagements == 0
    assert Route.JOINT not in used.routes


@pytest.mark.parametrize("bot", ["random", "balanced", "planner:iterations=2"])
def test_who_buys_in_order_buys_only_what_lies_first_in_its_tray(bot: str) -> None:
    used = Used(f"{bot}:in_order=1", 1 if bot.startswith("planner") else GAMES)
    assert used.needs
    assert used.out_of_order == 0


def test_who_buys_in_order_does_not_agree_to_share_a_later_need() -> None:
    bot = make_bot("random:in_order=1")
    game = Game(cards_with_all(), SEATS, 2)
    first, later = game.state.councils[game.state.decider].tray[:2]
    for partner, kept in ((first, 2), (later, 1)):
        game.state.drafts[game.state.buyer].partner = partner
        assert leave_out(game.cards, game.state, [actions.AGREE, actions.REFUSE], 2, DESK.allowed, DESK.places, bot) == kept


@pytest.mark.parametrize("bot", ["balanced", "cheapest:engage=0"])
def test_a_need_that_is_barred_is_never_asked_about_or_bought(bot: str, used_at_random: Used) -> None:
    barred = sorted(used_at_random.needs)[:8]
    used = Used(f"{bot}:without={'+'.join(IDS.needs[need] for need in barred)}")
    assert used.needs
    assert not used.needs & set(barred)


def test_a_supplier_that_is_barred_is_not_asked_directly_and_wins_less(used_at_random: Used) -> None:
    taken: dict[str, set[int]] = {}
    for text in ("balanced", "balanced:without=supplier-0+supplier-1+supplier-2+supplier-3"):
        taken[text] = Used(text, 4).suppliers & {0, 1, 2, 3}
    free, barred = taken.values()
    assert len(barred) < len(free)


@pytest.mark.parametrize("name", ["planner:iterations=2"])
def test_a_planner_is_barred_in_its_thoughts_too(name: str) -> None:
    used = Used(f"{name}:without=open+framework+data", 1)
    assert not used.routes & {Route.OPEN, Route.FRAMEWORK}
    assert Lab.DATA not in used.labs


@pytest.mark.parametrize("name", ["random", "naive", "balanced", "planner:iterations=2"])
def test_a_bot_with_weights_of_its_own_publishes_no_others(name: str) -> None:
    for row in (0, 17):
        used = Used(f"{name}:weights={IDS.weights[row]}", 1)
        assert {weights for _, weights in used.published} == {row}


@pytest.mark.parametrize("preset", ["balanced", "price", "quality", "social_value", "carbon"])
def test_a_bot_with_a_preset_publishes_what_the_preset_gives_for_the_need(preset: str) -> None:
    published = Used(f"balanced:preset={preset}", 1).published
    number = make_bot(f"balanced:preset={preset}", IDS).preset
    assert published
    assert all(weights == preset_row(cards_with_all(), number, need) for need, weights in published)


def test_weights_of_its_own_change_no_other_decision_of_a_bot() -> None:
    game, stream = Game(cards_with_all(), SEATS, 5), Stream()
    free, fixed = make_bot("balanced"), make_bot(f"balanced:weights={IDS.weights[3]}", IDS)
    for _ in range(60):
        legal = game.legal()
        one, other = (legal[choose(game.cards, game.state, legal, len(legal), stream, DESK, bot)] for bot in (free, fixed))
        if game.state.phase == Phase.WEIGHTS:
            assert other == actions.PUBLISH + 3
        else:
            assert one == other
        game.step(one)


def test_a_planner_plays_on_without_what_it_is_barred_from_while_others_have_it() -> None:
    game, desk = Game(cards_with_all(), SEATS, 3), Desk()
    planner = make_bot("planner:train=0:join=0:without=engagement")
    begin_plan(game.cards, game.state, game.legal(), len(game.legal()), Stream(), desk, planner)
    own = game.state.decider
    for seat in (own, (own + 1) % SEATS):
        game.state.decider = seat
        count = legal_actions(game.cards, game.state, seat, desk.legal)
        action = play_on(game.cards, game.state, own, count, desk)
        assert (actions.ENGAGE <= action < actions.JOINT_TENDER) == (seat != own)


def test_where_nothing_else_is_left_a_bot_does_what_it_is_barred_from() -> None:
    bot = make_bot("balanced:without=open", IDS)
    game, desk = Game(), Desk()
    route = next(i for i, its in enumerate(actions.ROUTE_OF) if its == Route.OPEN)
    legal = [actions.ROUTE + route]
    assert leave_out(game.cards, game.state, legal, 1, desk.allowed, desk.places, bot) == 1
    assert (desk.allowed[0], desk.places[0]) == (legal[0], 0)


def test_a_planner_that_is_barred_from_what_it_could_not_do_chooses_as_if_it_were_not() -> None:
    game, sight = Game(cards_with_all(), SEATS, 3), State()
    game.cards.routes[Route.FLEXIBLE].on = 0
    free, barred = make_bot("planner:iterations=12"), make_bot("planner:iterations=12:without=flexible")
    for number in range(25):
        legal = game.legal()
        view(game.state, game.state.decider, sight)
        streams = (Stream(), Stream())
        for stream in streams:
            seed_stream(stream, number, 1)
        choice = choose(game.cards, sight, legal, len(legal), streams[0], DESK, free)
        assert choose(game.cards, sight, legal, len(legal), streams[1], DESK, barred) == choice
        game.step(legal[choice])
