"""A board that plays by itself: every kind of screen is opened as people open it, and bots play a whole game to its debrief.

Seats of people (the first seat, where bots sit everywhere) are played through their screens in the first years, by a bot's advice, so that
tenders are really written, partners asked and contracts managed; from then on their bots play them directly.
"""

import tempfile
from pathlib import Path

from caffael.board.incoming_packs import open_file
from caffael.board.options import BoardOptions, make_session, put_into, refuse
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.manage import ManageScreen
from caffael.board.screens.scenarios import ScenariosScreen
from caffael.board.screens.seats import SeatsScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.session import Session
from caffael.board.widgets import Button
from caffael.board.window import Screen
from caffael.match.beginning import check_player
from caffael.presentation.help import PAGES
from caffael.presentation.press import Open
from caffael.presentation.screens import TELLERS, ScreenId
from caffael.presentation.settings import Settings
from caffael.presentation.setup.seating import PEOPLE, USUAL_BOT
from caffael.presentation.table.verbs import verbs
from caffael.presentation.tender.pages import ROUTE
from caffael.rules import actions
from caffael.rules.actions import LEGAL
from caffael.rules.reasons import why_not_partner
from caffael.rules.terms import NONE, Lab, Phase

USUAL_SIZE = (1920, 1080)
SEED = 2015
MOST_STEPS = 20_000
SETTLING = 12
"""Frames after which a screen on which nothing moves is drawn as it stays."""
WATCHED_YEARS = 2
LAB_FOR_JOINT = 2
FAULTY = {
    "scenario.toml": 'extends = "smarter-spending"\nid = "a-game-with-faults"\ntitle_en = "Our valley"\n[rules]\nload_persent = 5\n',
    "needs.csv": "id,category,estimate_gbp\nschool-milk,fod,120000\nschool-buses,,lots\n",
}
"""A pack whose faults are shown."""


def play_by_itself(asked: BoardOptions) -> int:
    """Play a whole game; 0 when it came to its debrief, 2 when what was asked for can't be played, 1 when it got stuck."""
    settings = Settings()
    why = put_into(settings, asked)
    if why:
        return refuse(why)
    settings.instant, settings.movement = True, "off"
    if asked.size is None:
        asked.size = USUAL_SIZE
    with tempfile.TemporaryDirectory(prefix="caffael-") as folder:
        session = make_session(asked, settings)
        session.games = Path(folder)
        session.seed = SEED if asked.seed is None else asked.seed
        try:
            player = AutoPlayer(session, asked)
            why = player.before_the_game()
            if why:
                return refuse(why)
            finished = player.the_game()
            player.after_the_game()
        finally:
            if session.match is not None:
                session.match.close()
    if not finished:
        refuse("The game did not come to its end.")
        return 1
    return 0


class AutoPlayer:
    """Goes from screen to screen and keeps a picture of each kind."""

    def __init__(self, session: Session, asked: BoardOptions) -> None:
        self.session = session
        self.asked = asked
        self.taken: dict[str, int] = {}
        self.bots: dict[int, str] = {}

    # Pictures

    def picture(self, name: str) -> None:
        """Keep a picture of what is seen, the first time it is asked for by this name."""
        self.settle()
        if name in self.taken:
            return
        self.taken[name] = len(self.taken) + 1
        if self.asked.screenshots is not None:
            self.asked.screenshots.mkdir(parents=True, exist_ok=True)
            self.session.app.screenshot(self.asked.screenshots / f"{self.taken[name]:02}-{name}.png")

    def settle(self) -> None:
        """Draw until nothing moves any more."""
        app = self.session.app
        app.frame()
        for _ in range(SETTLING):
            if not app.animator.busy:
                break
            app.animator.finish()
            app.frame()

    @property
    def top(self) -> Screen:
        """The screen that is seen."""
        top = self.session.app.screen
        assert top is not None
        return top

    def visit(self, page: ScreenId, picture: str) -> None:
        """Open a screen, look at it, and go back."""
        self.session.show(page)
        self.picture(picture)
        self.session.pop()

    # Before the game

    def before_the_game(self) -> str:
        """Title, scenarios, teams, and what lies beside them; say why the game can't begin, else nothing."""
        session = self.session
        session.show_title()
        self.picture("title")
        for page in PAGES:
            session.show_help(page)
            self.picture(f"help-{page}")
            session.show_help()
        self.visit(ScreenId.SETTINGS, "settings")
        session.show(ScreenId.SCENARIOS)
        scenarios = self.top
        assert isinstance(scenarios, ScenariosScreen)
        why = self._choose(scenarios)
        if why:
            return why
        self.picture("shelf")
        scenarios.print()
        self.picture("paper")
        session.pop()
        self._packs_from_elsewhere(scenarios)
        scenarios.go_on()
        seats = self.top
        if not isinstance(seats, SeatsScreen):
            return f"This scenario can't be played: {self.asked.scenario}."
        players = list(self.asked.seats or [PEOPLE, *[USUAL_BOT] * (seats.pack.teams - 1)])
        self.bots = {seat: USUAL_BOT if name == PEOPLE else name for seat, name in enumerate(players)}
        try:
            seats.take(players)
            for player in players:
                check_player(player)
            if PEOPLE not in players:
                seats.take([PEOPLE, *players[1:]])
            self.picture("teams")
            seats.begin()
        except ValueError as fault:
            return str(fault)
        return ""

    def _packs_from_elsewhere(self, scenarios: ScenariosScreen) -> None:
        """The editor, and how a pack is opened from a file: looked for, found, and found to be wrong."""
        session = self.session
        if scenarios.entry is not None and scenarios.entry.pack is not None and not scenarios.entry.opened:
            scenarios.change()
            self.picture("editor")
            session.pop()
        assert session.games is not None
        faulty = session.games / "a-game-with-faults"
        faulty.mkdir()
        for name, text in FAULTY.items():
            (faulty / name).write_text(text, encoding="utf-8")
        session.looked_in = session.games
        self.visit(ScreenId.CHOOSER, "chooser")
        open_file(session, faulty)
        self.picture("faults")
        session.pop()

    def _choose(self, scenarios: ScenariosScreen) -> str:
        wanted = self.asked.scenario
        if wanted is not None:
            why = scenarios.choose_named(wanted)
            if why:
                return why
        years = self.asked.years
        if years is None and wanted is None and scenarios.info is not None:
            years = min(scenarios.info.years_offered)
        if years is not None and not scenarios.choose_years(years):
            return f"This scenario is not offered for {years} years."
        return ""

    # The game

    def the_game(self) -> bool:
        """Play until the debrief; say whether it came."""
        for _ in range(MOST_STEPS):
            if self.top.id is ScreenId.DEBRIEF:
                return True
            self.step()
        return False

    def step(self) -> None:
        """Do what the screen that is seen asks for."""
        page = self.top.id
        if page is ScreenId.TABLE:
            self._at_the_table()
        elif page is ScreenId.MANAGE:
            self._manage()
        elif page in TELLERS:
            self.picture(str(page))
            self._press_on()
        else:
            self._press_on()

    def _at_the_table(self) -> None:
        session = self.session
        match = session.game
        if self.top.tree.dialogs:
            self.picture("answer" if session.match is not None and match.legal() == [actions.AGREE, actions.REFUSE] else "sheet")
            self._press_on()
            return
        if match.bot_to_move() is not None:
            self.session.app.frame()
            return
        if match.state.phase == Phase.OPEN:
            self.picture("envelopes")
            self._table().play(actions.OPEN)
            return
        if match.state.year > WATCHED_YEARS:
            for seat, row in enumerate(match.seats):
                if row.player == PEOPLE:
                    match.set_player(seat, self.bots[seat])
            self.top.shown()
            return
        self.picture("table")
        self._look_round()
        self._decide()

    def _look_round(self) -> None:
        """Open each sheet of the table once, as far as it is part of this game."""
        table = self._table()
        for verb in verbs(table.viewer):
            if isinstance(verb.press, Open) and verb.press.sheet not in self.taken:
                table.press(verb.press)
                self.picture(verb.press.sheet)
                table.close_all()
        if "menu" not in self.taken:
            self.session.show_menu()
            self.picture("menu")
            self.session.pop()
            self.visit(ScreenId.TEACHER, "teacher")

    def _decide(self) -> None:
        """Let a bot choose for the people at the table; a tender is written on its own screen."""
        table, chosen = self._table(), self._wanted()
        if chosen == NONE:
            chosen = self._advice()
        if actions.TENDER <= chosen < actions.ENGAGE:
            self._write_tender(chosen - actions.TENDER)
        elif actions.JOINT_TENDER <= chosen < actions.PARTNER:
            self._ask_partner(chosen - actions.JOINT_TENDER)
        else:
            table.play(chosen)

    def _wanted(self) -> int:
        """What has to be played so that every kind of screen is seen: a joint tender, the lab it needs, days left for managing."""
        match = self.session.game
        council, legal = match.state.councils[match.state.decider], match.legal()
        if "manage" not in self.taken and council.running > 0 and council.days <= 2:
            return actions.PASS
        if "answer" not in self.taken:
            joint = [action for action in legal if actions.JOINT_TENDER <= action < actions.PARTNER]
            if joint:
                return joint[0]
            train = actions.TRAIN + int(Lab.PROCUREMENT)
            if train in legal and council.labs[Lab.PROCUREMENT] < LAB_FOR_JOINT and council.running > 0:
                return train
        return NONE

    def _ask_partner(self, need: int) -> None:
        """Write a joint tender. Its partner is played by people for this moment, so that the question is put on the screen."""
        match = self.session.game
        state = match.state
        partner = next(
            other
            for seat in range(state.seats)
            for other in state.councils[seat].tray[: state.councils[seat].tray_count]
            if why_not_partner(match.cards, state, state.decider, need, other) == LEGAL
        )
        match.set_player(state.need_seat[partner], PEOPLE)
        self._table().write_tender(need, partner)
        self._publish("tender-joint")

    def _advice(self) -> int:
        match = self.session.game
        seat = match.state.decider
        player = match.seats[seat].player
        match.seats[seat].player = self.bots[seat]
        try:
            return match.bot_action()
        finally:
            match.seats[seat].player = player

    def _write_tender(self, need: int) -> None:
        self._table().write_tender(None, None)
        tender = self.top
        assert isinstance(tender, TenderScreen)
        self.picture("tender-need")
        tender.choose_need(need)
        if not tender.draft.one_route:
            tender.turn_to(ROUTE)
            self.picture("tender-route")
            offers = [offer.choice for offer in tender.draft.routes() if offer.reason == 0]
            tender.choose_route(offers[0])
        weighing = "weight-cards" if self.session.pack.texts.weight_cards else "tender-weights"
        self._publish(weighing if tender.draft.weighs else "tender-award")

    def _publish(self, picture: str) -> None:
        tender = self.top
        assert isinstance(tender, TenderScreen)
        if not tender.draft.ready:
            tender.draft.supplier = tender.draft.candidates()[0]
            tender.rebuild()
        self.picture(picture)
        tender.confirm()
        self.picture("tender-publish")
        if tender.draft.competes and "tender-predict" not in self.taken:
            tender.close()
            tender.ask_class()
            self.picture("tender-predict")
            tender.predicted(tender.draft.table().bidders[0].supplier)
        else:
            tender.publish()

    def _table(self) -> TableScreen:
        table = self.top
        assert isinstance(table, TableScreen)
        return table

    def _manage(self) -> None:
        manage = self.top
        assert isinstance(manage, ManageScreen)
        for contract in list(manage.contracts)[: manage.days]:
            manage.tick(contract.need)
        self.picture("manage")
        manage.done()

    def _press_on(self) -> None:
        """Press what most would press next: the last primary button that can be pressed, else go back."""
        before = self.top
        buttons = [one for one in before.tree.reachable() if isinstance(one, Button) and one.style == "primary" and one.enabled]
        if buttons:
            buttons[-1].press()
        elif before.tree.dialogs:
            before.tree.close()
        else:
            before.back()

    # After the game

    def after_the_game(self) -> None:
        """Every page of the debrief, then the saved games and the title once more."""
        debrief = self.top
        if isinstance(debrief, DebriefScreen):
            for place in range(len(debrief.pages)):
                debrief.open(place)
                self.picture(f"debrief-{place + 1}")
        self.session.show_title()
        self.session.show(ScreenId.SAVES)
        self.picture("saves")
        self.session.pop()
