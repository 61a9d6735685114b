"""The councils of the table: the one that lies large at the left, its tray, what only its team knows; the others, small."""

from dataclasses import dataclass, replace

from caffael.presentation.blocks import Button, Chip, Group, Line, Placed
from caffael.presentation.cards import need_face, petals, record_words
from caffael.presentation.faces import NeedFace, Petal
from caffael.presentation.money import MoneyAhead, money_ahead
from caffael.presentation.plain import is_plain
from caffael.presentation.points import place_number, points_line
from caffael.presentation.press import Do, Open
from caffael.presentation.table.shifts import card_words, shifts
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import TENDER
from caffael.rules.terms import LABS, NONE, UNKNOWN, Phase
from caffael.words.looks import BADGE_IDS, LAB_IDS
from caffael.words.sentences import badge_name, lab_name


@dataclass(frozen=True, slots=True)
class CouncilPanel:
    """What the panel of a council shows. What is not part of the game is None or empty, and so are points that are hidden.

    The words of `budget` and `days` are those that are read out; `badges` are pairs of picture and whether it is won. `private` is held,
    not pressed: the note is seen as long as it is. On a plain table the flower has no `numbers`, and money ahead is said only once
    something is due.
    """

    seat: int
    name: str
    team: str
    thinking: bool
    goals: Line
    flower: tuple[Petal, ...]
    budget: Line
    ahead: MoneyAhead | None
    days: Line
    days_left: int
    days_most: int
    won: Line | None
    badges: tuple[tuple[str, bool], ...]
    chips: tuple[Line, ...]
    contracts: Button
    private: Button | None
    points: Line | None
    numbers: bool = True


def council_panel(viewer: Viewer) -> CouncilPanel:
    """The panel of the viewer's council: its flower, money, days, labs and badges, and the ways to its contracts and its private note."""
    council, settings, seat = viewer.own, viewer.cards.settings, viewer.seat
    money, about = viewer.language.money(council.budget), (seat,)
    chips = []
    for lab in range(LABS if settings.labs == 1 else 0):
        level = council.labs[lab]
        named = viewer.text("{lab}: level {level}", lab=lab_name(viewer.language, lab), level=level)
        chips.append(Line(named, str(level), picture=LAB_IDS[lab], press=Open("labs", about)))
    if settings.projects == 1:
        done = viewer.text("{n} of {most}", n=council.finished, most=viewer.cards.project_count)
        chips.append(Line(viewer.text("Finished projects"), done, picture="project", press=Open("projects", about)))
    badges = tuple((picture, council.badges[badge] > 0) for badge, picture in enumerate(BADGE_IDS)) if settings.badges == 1 else ()
    won = ", ".join(badge_name(viewer.language, badge) for badge, (_, has) in enumerate(badges) if has)
    return CouncilPanel(
        seat=seat,
        name=viewer.council(seat),
        team=team_line(viewer, seat),
        thinking=viewer.thinking(seat),
        goals=Line(viewer.text("The seven well-being goals"), press=Open("goals", about)),
        flower=tuple(petals(viewer, council.goals)),
        budget=Line(viewer.text("Budget"), money, viewer.text("Budget: {money}", money=money), press=Open("money", about)),
        ahead=ahead_shown(viewer),
        days=Line(
            viewer.text("Officer days"),
            words=viewer.plural("{n} officer day left", "{n} officer days left", council.days),
            press=Open("days", about),
        ),
        days_left=council.days,
        days_most=max(settings.days, council.days),
        won=Line(viewer.text("Badges of the five ways of working"), won, press=Open("badges", about)) if badges else None,
        badges=badges,
        chips=tuple(chips),
        contracts=Button(
            "contracts",
            viewer.text("Contracts: {n} of {most}", n=council.running, most=settings.register),
            Open("contracts", about),
            "contract",
            "plain",
            "" if council.running > 0 else viewer.text("No contract is running yet."),
        ),
        private=private_button(viewer) if has_secrets(viewer) else None,
        points=points_line(viewer, seat),
        numbers=not is_plain(viewer),
    )


def ahead_shown(viewer: Viewer) -> MoneyAhead | None:
    """What the panel says of money ahead: on a plain table only once something is due, or will be short."""
    ahead = money_ahead(viewer)
    return ahead if ahead is not None and (ahead.short or not is_plain(viewer) or ahead.due_now) else None


def team_line(viewer: Viewer, seat: int) -> str:
    """The team of a seat, and whether it is its turn."""
    team = viewer.team(seat)
    if viewer.thinking(seat):
        return viewer.text("{team} · thinking", team=team)
    if viewer.turn(seat):
        return viewer.text("{team} · your turn", team=team) if viewer.deciding == seat else team
    return viewer.text("{team} · passed this year", team=team) if viewer.state.councils[seat].passed == 1 else team


# ------------------------------------------------------------------------------------------------------------------------- the tray


@dataclass(frozen=True, slots=True)
class Tray:
    """The needs that wait for a tender, and a note: that there are none, or that more wait for a place."""

    needs: tuple[Placed[NeedFace], ...]
    note: str


def council_tray(viewer: Viewer) -> Tray:
    """The tray of the viewer's council."""
    seat, count = viewer.seat, viewer.own.waiting_count
    news = {shift.need: card_words(viewer, shift) for shift in shifts(viewer)}
    faces = {need: replace(need_face(viewer, need), news=news.get(need, "")) for need in viewer.tray(seat)}
    needs = tuple(Placed(f"need {need}", face, need_press(viewer, need), Open("need", (seat, need))) for need, face in faces.items())
    if not needs:
        return Tray(needs, viewer.text("The tray is empty: every need has its contract."))
    if count == 0:
        return Tray(needs, "")
    waiting = viewer.plural("{n} more need waits for a place in the tray.", "{n} more needs wait for a place in the tray.", count)
    return Tray(needs, waiting)


def need_press(viewer: Viewer, need: int) -> Do | Open:
    """What a press of a need of the tray does: its tender begins, where one can begin now; else the need is turned over."""
    buys = viewer.deciding == viewer.seat and viewer.state.phase == Phase.BUY
    return Open("need", (viewer.seat, need)) if not buys or viewer.why_not(TENDER + need) else Do("tender", (need,))


# --------------------------------------------------------------------------------------------------------- what only this team knows


def has_secrets(viewer: Viewer) -> bool:
    """Whether one team can come to know what the others don't, in this game: the data lab alone shows it."""
    return viewer.cards.settings.labs == 1


def private_button(viewer: Viewer) -> Button:
    """The button that shows the private note as long as it is held."""
    why = "" if private_note(viewer).blocks else viewer.text("Your team knows nothing that the others do not know.")
    return Button("private", viewer.text("Hold to look"), Do("look"), "eye", "plain", why)


def secret_records(viewer: Viewer) -> list[int]:
    """The suppliers of the market whose track record the viewer's seat has seen and the others have not."""
    known = viewer.state.private[viewer.seat].records
    return [supplier for supplier in viewer.market if known[supplier] != UNKNOWN and viewer.state.records[supplier] == UNKNOWN]


def private_note(viewer: Viewer) -> Group:
    """The note of what only the viewer's team knows: track records, the next event, who comes to the market."""
    private = viewer.state.private[viewer.seat]
    rows = [
        Line(
            viewer.text(
                "{supplier}: reliability {reliability}",
                supplier=viewer.supplier(supplier),
                reliability=record_words(viewer, supplier, viewer.seat)[0],
            ),
            picture="seal",
        )
        for supplier in secret_records(viewer)
    ]
    if private.event != NONE:
        title = viewer.pack.event(private.event).title(viewer.code)
        rows.append(Line(viewer.text("Next year's event: “{event}”", event=title), picture="event"))
    rows += [
        Line(viewer.text("Next to come to the market: {supplier}", supplier=viewer.supplier(supplier)), picture="market")
        for supplier in private.suppliers
        if supplier != NONE
    ]
    return Group("private note", viewer.text("Only your team knows"), tuple(rows))


# ---------------------------------------------------------------------------------------------------------------- the other councils


@dataclass(frozen=True, slots=True)
class Other:
    """What the small card of a council shows: its name, how it stands as it is read out, how many contracts run, and its marks.

    What is `hidden` until the end is not shown: then `standing` says so.
    """

    seat: int
    name: str
    team: str
    standing: str
    running: str
    hidden: bool
    computer: bool
    passed: bool
    turn: bool
    thinking: bool
    days_left: int
    days_most: int
    points: Line | None
    place: str

    @property
    def line(self) -> Line:
        """All of it that is said, as a line that opens the council's sheet."""
        chips = () if self.hidden else (Chip(self.running),)
        points = "" if self.points is None else f" {said_points(self.points)}"
        return Line(
            self.name, self.team, f"{self.standing}{points}", press=Open("council", (self.seat,)), id=f"council {self.seat}", chips=chips
        )


def said_points(points: Line) -> str:
    """Points so far and the place as they are read out."""
    return f"{points.title}: {points.value}. {points.words}." if points.words else f"{points.title}: {points.value}."


def other_councils(viewer: Viewer) -> tuple[Other, ...]:
    """The councils beside the viewer's, in the order of their turns."""
    seats = viewer.state.seats
    return tuple(other_council(viewer, (viewer.seat + step) % seats) for step in range(1, seats))


def other_council(viewer: Viewer, seat: int) -> Other:
    """A council's small card."""
    council, hidden = viewer.state.councils[seat], viewer.scores_hidden
    standing = viewer.text(
        "Budget: {money}. Officer days: {days}. Contracts: {contracts}.",
        money=viewer.language.money(council.budget),
        days=council.days,
        contracts=council.running,
    )
    running = viewer.plural("{n} contract is running", "{n} contracts are running", council.running)
    return Other(
        seat=seat,
        name=viewer.council(seat),
        team=team_line(viewer, seat),
        standing=viewer.text("hidden until the end") if hidden else standing,
        running=running if council.running else viewer.text("no contract yet"),
        hidden=hidden,
        computer=not viewer.people(seat),
        passed=council.passed == 1,
        turn=viewer.turn(seat),
        thinking=viewer.thinking(seat) and not viewer.people(seat),
        days_left=council.days,
        days_most=max(viewer.cards.settings.days, council.days),
        points=points_line(viewer, seat),
        place=place_number(viewer, seat),
    )
