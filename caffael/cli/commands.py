"""The commands of `caffael`, one function each. Each returns its exit code; what it needs is loaded where it is used."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer

from caffael.cli import balance as judging
from caffael.cli import bundle
from caffael.cli import debrief as debriefing
from caffael.cli import explore as exploring
from caffael.cli import packs as packing
from caffael.cli import print as printer
from caffael.cli import report as reporting
from caffael.cli import simulate as designing
from caffael.cli.exit_codes import NOT_HELD, NOT_UNDERSTOOD, say

if TYPE_CHECKING:
    from caffael.scenario import Pack

Json = Annotated[bool, Option("--json", help="Print JSON for a program to read.")]

app = Typer(
    help="Caffael, a board game of smarter public spending. Without a command the board opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def load(scenario: str, years: int | None = None) -> "Pack | None":
    """A pack by id or path; None when it is wrong, after every fault was told."""
    from caffael.scenario import PackError, load_pack

    try:
        return load_pack(scenario, years)
    except PackError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        return None


@app.command()
def play(
    scenario: Annotated[str, Argument(help="The id of a scenario that ships (else smarter-spending), or the path of a pack.")] = "",
    seats: Annotated[str, Option(help="Who sits where: you or a bot's name, with commas between.")] = "",
    years: Annotated[int, Option(help="How many years; 0 is what the scenario offers first.")] = 0,
    seed: Annotated[int, Option(help="The seed of the deal; the same seed deals the same game.")] = -1,
    lang: Annotated[str, Option(help="en or cy.")] = "",
    resume: Annotated[str, Option(help="A saved game to go on with.")] = "",
    after: Annotated[str, Option(help="A finished game of a campaign: begin its next game with the same teams.")] = "",
    autoplay: Annotated[bool, Option("--autoplay", help="Bots play a whole game on the real board.")] = False,
    screenshots: Annotated[str, Option(help="A folder for a picture of every kind of screen.")] = "",
    theme: Annotated[str, Option(help="light, dark or bright.")] = "",
    size: Annotated[str, Option(help="The window in pixels, such as 1280x720.")] = "",
) -> int:
    """Play on the board."""
    from caffael.board.options import BoardOptions, open_board
    from caffael.cli.planner_choice import Thinker

    players = [name.strip() for name in seats.split(",")] if seats else None
    fault = wrong_players(players) or wrong_language(lang) or wrong_theme(theme)
    if after:
        fault = fault or wrong_beside_after(seats, resume, autoplay)
    elif not resume:
        scenario = scenario or "smarter-spending"
    if fault:
        return say(fault, NOT_UNDERSTOOD)
    if scenario and not resume and load(scenario, years or None) is None:
        return NOT_UNDERSTOOD
    saved = resume or after
    if saved and not Path(saved).is_file():
        return say(f"There is no saved game at {saved}; `caffael` lists the saved games under Go on.", NOT_UNDERSTOOD)
    pixels = size_of(size)
    if size and pixels is None:
        return say(f"A size is written like 1920x1080, not {size!r}.", NOT_UNDERSTOOD)
    options = BoardOptions(
        scenario=None if resume else scenario or None,
        seats=players,
        years=years or None,
        seed=seed if seed >= 0 else None,
        language=lang or None,
        resume=Path(resume) if resume else None,
        after=Path(after) if after else None,
        screenshots=Path(screenshots) if screenshots else None,
        size=pixels,
        theme=theme or None,
        policy=Thinker(),
    )
    if autoplay:
        from caffael_tools.autoplay import play_by_itself

        return play_by_itself(options)
    return open_board(options)


def wrong_theme(theme: str) -> str:
    """What is wrong with the name of a look, in a sentence; empty when nothing is."""
    from caffael.board.theme import LOOKS

    return "" if not theme or theme in LOOKS else f"There is no look {theme!r}; there are {', '.join(LOOKS)}."


def wrong_players(players: list[str] | None) -> str:
    """What is wrong with a list of players, in a sentence; empty when nothing is."""
    from caffael.bots import BOTS, NoSuchBotError, make_bot
    from caffael.rules.terms import SEATS

    if players is None:
        return ""
    if len(players) > SEATS:
        return f"{len(players)} seats were asked for; a game has 1 to {SEATS}."
    for name in players:
        if name != "you":
            try:
                make_bot(name)
            except NoSuchBotError as fault:
                return str(fault).replace(f"write {BOTS[0]}", f"write you, {BOTS[0]}")
    return ""


def wrong_beside_after(seats: str, resume: str, autoplay: bool) -> str:
    """What can't stand beside --after, in a sentence; empty when nothing is wrong."""
    if seats:
        return "The next game of a campaign has the teams and players of the game before; leave out --seats."
    if resume:
        return "--after begins the next game and --resume goes on with a saved one; write one of them."
    return "--autoplay shows one game from its choice of teams on; leave it out, or leave out --after." if autoplay else ""


def wrong_language(lang: str) -> str:
    """What is wrong with a language code, in a sentence; empty when nothing is."""
    return "" if lang in {"", "en", "cy"} else f"The language {lang!r} is not known: write en (English) or cy (Cymraeg)."


def size_of(text: str) -> tuple[int, int] | None:
    """A window size from text such as 1920x1080."""
    width, _, height = text.partition("x")
    if width.isdigit() and height.isdigit() and 640 <= int(width) <= 7680 and 360 <= int(height) <= 4320:
        return int(width), int(height)
    return None


@app.command()
def scenarios(json: Json = False) -> int:
    """List what can be played here."""
    from rich.console import Console
    from rich.table import Table

    from caffael.scenario import find_packs

    found = find_packs()
    if json:
        import json as writer

        print(writer.dumps([{"id": p.id, "title": p.title("en"), "ages": p.ages, "minutes": p.minutes} for p in found], ensure_ascii=False))
        return 0
    table = Table("Scenario", "Title", "Ages", "Minutes")
    for pack in found:
        table.add_row(pack.id, f"{pack.title('en')} / {pack.title('cy')}", pack.ages, str(pack.minutes))
    Console().print(table)
    return 0


@app.command()
def replay(
    file: Annotated[str, Argument(help="A saved game.")],
    text: Annotated[bool, Option("--text", help="Tell it in plain sentences.")] = False,
    verify: Annotated[bool, Option("--verify", help="Say whether everything in it holds.")] = False,
    watch: Annotated[bool, Option("--watch", help="Watch it on the board.")] = False,
    lang: Annotated[str, Option(help="en or cy.")] = "",
) -> int:
    """Read a saved game: as actions, as plain sentences, on the board, or to see whether everything in it holds."""
    from caffael.saves import RecordError
    from caffael.saves import verify as verify_record

    if wrong_language(lang):
        return say(wrong_language(lang), NOT_UNDERSTOOD)
    path = Path(file)
    if watch:
        return watch_on_board(path, lang)
    try:
        if verify:
            verdict = verify_record(path)
            print(f"{path.name}: every line, action and number holds." if verdict.holds else verdict.fault)
            return 0 if verdict.holds else NOT_HELD
        tell_story(path, lang or "en", text)
    except RecordError as error:
        return say(str(error.sentence), NOT_UNDERSTOOD)
    return 0


def watch_on_board(path: Path, lang: str) -> int:
    """Open the board with a saved game that plays by itself."""
    from caffael.board.options import BoardOptions, open_board
    from caffael.cli.planner_choice import Thinker
    from caffael.saves import RecordError, read

    try:
        read(path)  # what can't be read is told before a window opens
    except RecordError as error:
        return say(str(error.sentence), NOT_UNDERSTOOD)
    return open_board(BoardOptions(watch=path, language=lang or None, policy=Thinker()))


def tell_story(path: Path, lang: str, sentences: bool) -> None:
    """Print a saved game, an action a line; with sentences, also what happened."""
    from caffael.saves import RecordError, read
    from caffael.saves import replay as replay_record
    from caffael.saves.saves import pack_of
    from caffael.words.language import Code, Language
    from caffael.words.sentences import happened_text

    record = read(path)
    teams = [seat.team for seat in record.seats]
    pack = None
    if sentences:
        try:
            pack = pack_of(record.header)
        except RecordError:
            print(f"The scenario {record.header.scenario} is not here, so only the actions are told.", file=sys.stderr)
    code: Code = "cy" if lang == "cy" else "en"
    language = Language(code) if pack is None else Language(code, pack.wording)
    for number, seat, action, happenings in replay_record(path):
        who = teams[seat] if 0 <= seat < len(teams) else ""
        print(f"{number}\t{who}\t{action}")
        if pack is not None:
            for happened in happenings:
                line = happened_text(language, pack, teams, happened)
                if line:
                    print(f"\t{line}")


for command in (
    *debriefing.COMMANDS,
    *packing.COMMANDS,
    *designing.COMMANDS,
    *judging.COMMANDS,
    *exploring.COMMANDS,
    *reporting.COMMANDS,
    *bundle.COMMANDS,
):
    app.command()(command)
app.command("print")(printer.print_scenario)


@app.command()
def bench(seconds: Annotated[float, Option(help="How long each figure is measured.")] = 2.0, json: Json = False) -> int:
    """Measure rules, bots and board on this machine; figures to compare, nothing passes or fails."""
    from caffael_tools.bench import run_and_print

    return run_and_print(seconds, json)
