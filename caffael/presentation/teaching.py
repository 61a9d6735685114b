"""The page for whoever stands at the front: the game, the teams, the screen; and what is asked before the computer plays for people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from caffael.presentation.blocks import Block, Button, Group, Page, Sheet, Text, question
from caffael.presentation.press import Do, Open
from caffael.presentation.rows import Field, OneOf, Option, no_letter, toggle
from caffael.presentation.saving import Storage, why_unkept
from caffael.presentation.settings import Settings, full_screen_row, hints_row, language_row, letters_row, pace_row, timer_row
from caffael.presentation.setup.seats import bot_line, bot_name, bot_options, player_row
from caffael.presentation.viewer import Viewer
from caffael.scenario.scenario_file import LONGEST_NAME
from caffael.words.language import words

PARTS = {"game": words("The game"), "teams": words("The teams"), "view": words("The screen")}
PICTURES = {"game": "play", "teams": "people", "view": "full-screen"}
SIZES = ((1280, 720), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160))


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a lesson stands: what is set, the minutes of the team timer, whether the game is only watched or bots stand in for people,
    the window (None where it has no size that can be chosen), the names of teams that are being written, by seat, whether Caffael can be
    closed from within, and what becomes of saved games.
    """

    settings: Settings
    minutes: int = 0
    watched: bool = False
    skipping: bool = False
    window: tuple[int, int] | None = SIZES[0]
    full_screen: bool = False
    typed: Mapping[int, str] = field(default_factory=dict)
    closes: bool = True
    storage: Storage = "kept"


def teacher_page(viewer: Viewer, lesson: Lesson, part: str) -> Page:
    """The page with one of its parts open."""
    title = viewer.text("For the teacher")
    parts = OneOf("part", title, tuple(Option(key, viewer.text(PARTS[key]), PICTURES[key]) for key in PARTS), part)
    shown = {"game": game_part, "teams": teams_part, "view": view_part}[part](viewer, lesson)
    return Page("teacher", title, blocks=(parts, *shown))


def game_part(viewer: Viewer, lesson: Lesson) -> tuple[Block, ...]:
    """Cover it, step in it, skip a year, leave it; its pace, and what is hidden."""
    language, settings = viewer.language, lesson.settings
    watched = watched_words(viewer) if lesson.watched else ""
    over = viewer.text("The game is over.") if viewer.finished else ""
    played = "" if viewer.history or lesson.watched else viewer.text("Nothing has been played yet.")
    covers = viewer.text("Covers the table until you go on. Time stands still.")
    joins = viewer.text("Teams and pupils play and guess on their own devices: tablets, laptops, phones.")
    closes = viewer.text("Nothing is lost and nothing is asked.")
    skips = viewer.text("The computer plays for every team until the year ends.")
    steps = viewer.text("Look at any point of the game, play on from there, or ask “What if…?” in a new game.")
    kept = viewer.text("Leaves for the title page. Every action is saved already; the game is among the saved games.")
    leaves = why_unkept(language, lesson.storage) or kept
    next_year = viewer.text("Skip to the end of the game") if viewer.last_year else viewer.text("Skip to the next year")
    skip = Button("skip", next_year, Do("skip"), "year-on", "plain", watched or over, line=skips)
    if lesson.skipping:
        line = viewer.text("People decide again from here on.")
        skip = Button("stop", viewer.text("Stop skipping"), Do("stop"), "pause", "plain", line=line)
    close = Button("quit", viewer.text("Close Caffael"), Do("quit"), "quit", "plain", line=closes)
    verbs = (
        Button("cover", viewer.text("Eyes to the front"), Open("cover"), "eye", line=covers),
        Button("class", viewer.text("The class joins"), Open("classroom"), "people", "plain", watched, line=joins),
        Button("step", viewer.text("Step back and forward"), Do("step"), "year-back", "plain", watched or played, line=steps),
        skip,
        Button("next lesson", viewer.text("Go on next lesson"), Do("title"), "save", "plain", line=leaves),
        *((close,) if lesson.closes else ()),
    )
    rows = (
        timer_row(language, lesson.minutes),
        pace_row(language, settings),
        toggle(language, "hide", viewer.text("Hide scores until the end"), settings.hide_scores),
        toggle(language, "predict", viewer.text("Ask the class who will win, before each tender is published"), settings.predict),
        hints_row(language, settings),
    )
    return Group("verbs", "", verbs), Group("lesson", "", rows)


def teams_part(viewer: Viewer, lesson: Lesson) -> tuple[Block, ...]:
    """Another name for a team, a bot for one that is away, and people again."""
    if lesson.watched:
        return (Text(watched_words(viewer), "lead"),)
    words = viewer.text("Somebody is away? A bot takes the seat, and gives it back whenever you like.")
    return Text(words, "soft"), *(team_group(viewer, lesson, seat) for seat in viewer.seats)


def team_group(viewer: Viewer, lesson: Lesson, seat: int) -> Group:
    """A team's name, who plays it, and which bot."""
    team, player, people = viewer.teams[seat], viewer.players[seat], viewer.people(seat)
    typed, hint = lesson.typed.get(seat, team), viewer.council(seat)
    name = Field(f"team {seat}", viewer.text("Name of the team"), typed, hint, max(LONGEST_NAME, len(team)), no_letter(viewer.language))
    bot = viewer.text("Which bot?") if people else bot_name(viewer.language, player)
    why = viewer.text("People play this team.") if people else ""
    which = Button(f"bot {seat}", bot, Open("bots", (seat,)), "swap", "plain", why)
    return Group(f"seat {seat}", hint, (name, player_row(viewer.language, f"player {seat}", player), which))


def bots_sheet(viewer: Viewer, seat: int) -> Sheet:
    """Which bot takes a seat."""
    chosen, title, close = viewer.players[seat], viewer.text("Which bot?"), viewer.text("Close")
    bots = tuple(Option(option.key, option.label, "bot") for option in bot_options(viewer.language))
    line, ink = bot_line(viewer.language, chosen), f"team.{seat}"
    button = Button("bots close", close, Do("close"), "close")
    return Sheet("bots", title, story=line, picture="bot", ink=ink, rows=(OneOf("bots", title, bots, chosen),), buttons=(button,))


def view_part(viewer: Viewer, lesson: Lesson) -> tuple[Block, ...]:
    """What is seen: language, letters, window; and the way to all settings."""
    rows = (
        language_row(viewer.language),
        letters_row(viewer.language, lesson.settings),
        *(() if lesson.window is None else (window_row(viewer, *lesson.window),)),
        full_screen_row(viewer.language, lesson.full_screen),
    )
    line = viewer.text("Everything that can be set.")
    every = Button("settings", viewer.text("Change the settings"), Open("settings"), "settings", "plain", line=line)
    return Group("view", "", rows), Group("all", "", (every,))


def window_row(viewer: Viewer, width: int, height: int) -> OneOf:
    """The sizes that the window can be given."""
    sizes = tuple(Option(f"{wide}x{high}", f"{wide} × {high}") for wide, high in SIZES)
    return OneOf("window", viewer.text("Size of the window"), sizes, f"{width}x{height}")


def skip_question(viewer: Viewer) -> Sheet:
    """What is asked before the computer plays for people."""
    last = viewer.last_year
    said = viewer.text(
        "The usual bot plays for every team of people until this year ends. The other bots play as ever. You can stop it at any time."
    )
    title = viewer.text("Skip to the end of the game?") if last else viewer.text("Skip to year {year}?", year=viewer.state.year + 1)
    return question("skip", title, said, viewer.text("Skip"), viewer.text("Go on as it is"), "year-on", "accent")


def watched_words(viewer: Viewer) -> str:
    """Why nothing can be changed while a game is only watched."""
    return viewer.text("A game is only watched now; leave it first.")
