"""The commands that play: on the board, and a saved game again; and what can be played."""

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from caffael.cli.exit_codes import NOT_HELD, plain
from caffael.cli.output import folder_to_fill
from caffael.cli.shared import Json, Lang, RefusedError, codes_of, command, pack_for, saved_game, show


@command
def play(
    scenario: Annotated[str, Argument(help="The id of a scenario that ships (else smarter-spending), or the path of a pack.")] = "",
    seats: Annotated[str, Option(help="Who sits where: you or a bot's name, with commas between.")] = "",
    years: Annotated[int, Option(help="How many years; 0 is what the scenario offers first.")] = 0,
    seed: Annotated[str, Option(help="The number of the deal; the same number deals the same game.")] = "",
    lang: Lang = "",
    resume: Annotated[str, Option(help="A saved game to go on with.")] = "",
    after: Annotated[str, Option(help="A finished game of a campaign: begin its next game with the same teams.")] = "",
    autoplay: Annotated[bool, Option("--autoplay", help="Bots play a whole game on the real board.")] = False,
    screenshots: Annotated[str, Option(help="A folder for a picture of every kind of screen.")] = "",
    theme: Annotated[str, Option(help="light, dark or bright.")] = "",
    size: Annotated[str, Option(help="The window in pixels, such as 1280x720.")] = "",
    relay: Annotated[str, Option(help="The address of the relay through which a class joins.")] = "",
) -> int:
    """Play on the board: a scenario, or a saved game that is named in its place."""
    from caffael.board.options import BoardOptions, open_board
    from caffael.cli.planner_choice import Thinker
    from caffael.saves.reading import is_record

    if scenario and not resume and is_record(Path(scenario)):
        scenario, resume = "", scenario
    players = [name.strip() for name in seats.split(",")] if seats else None
    check_players(players or [])
    check_language(lang)
    check_theme(theme)
    if after:
        check_beside_after(seats, resume, autoplay)
    elif not resume:
        from caffael.scenario import STANDARD

        scenario = scenario or STANDARD
    if scenario and not resume:
        pack_for(scenario, years)
    if resume or after:
        saved_game(resume or after)
    if screenshots:
        folder_to_fill(screenshots, (), False)
    options = BoardOptions(
        scenario=None if resume else scenario or None,
        seats=players,
        years=years or None,
        seed=seed_for(seed) if seed else None,
        language=lang or None,
        resume=Path(resume) if resume else None,
        after=Path(after) if after else None,
        screenshots=Path(screenshots) if screenshots else None,
        size=size_of(size) if size else None,
        theme=theme or None,
        relay=relay or None,
        policy=Thinker(),
    )
    if autoplay:
        from caffael_tools.autoplay import play_by_itself

        return play_by_itself(options)
    return open_board(options)


def check_language(lang: str) -> None:
    """Raise RefusedError for a language that is asked for and not known."""
    if lang:
        codes_of(lang)


def seed_for(text: str) -> int:
    """The seed that was asked for. Raises RefusedError where the text writes none."""
    from caffael.rules.seeds import seed_of

    try:
        return seed_of(text)
    except ValueError:
        raise RefusedError(f"No deal has the number {text!r}; write digits, or the 26 letters and digits that Caffael wrote.") from None


def check_theme(theme: str) -> None:
    """Raise RefusedError for the name of no look."""
    from caffael.presentation.settings import LOOKS

    if theme and theme not in LOOKS:
        raise RefusedError(f"There is no look {theme!r}; there are {', '.join(LOOKS)}.")


def check_players(players: list[str]) -> None:
    """Raise RefusedError for players that can't sit at a table."""
    from caffael.bots import BOTS, NoSuchBotError, make_bot
    from caffael.rules.terms import SEATS

    if len(players) > SEATS:
        raise RefusedError(f"{len(players)} seats were asked for; a game has 1 to {SEATS}.")
    for name in players:
        try:
            if name != "you":
                make_bot(name)
        except NoSuchBotError as fault:
            raise RefusedError(str(fault).replace(f"write {BOTS[0]}", f"write you, {BOTS[0]}")) from fault


def check_beside_after(seats: str, resume: str, autoplay: bool) -> None:
    """Raise RefusedError for what can't stand beside --after."""
    if seats:
        raise RefusedError("The next game of a campaign has the teams and players of the game before; leave out --seats.")
    if resume:
        raise RefusedError("--after begins the next game and --resume goes on with a saved one; write one of them.")
    if autoplay:
        raise RefusedError("--autoplay shows one game from its choice of teams on; leave it out, or leave out --after.")


def is_number(text: str) -> bool:
    """Whether text is a whole number in plain figures, of a length that a screen may have."""
    return text.isascii() and text.isdigit() and len(text) < 6


def size_of(text: str) -> tuple[int, int]:
    """A window size from text such as 1920x1080. Raises RefusedError."""
    width, _, height = text.partition("x")
    if is_number(width) and is_number(height) and 640 <= int(width) <= 7680 and 360 <= int(height) <= 4320:
        return int(width), int(height)
    raise RefusedError(f"A size is written like 1920x1080, not {text!r}.")


def scenarios(json: Json = False) -> int:
    """List what can be played here."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from caffael.scenario import find_packs

    found = find_packs()
    table = Table("Scenario", "Title", "Ages", "Minutes")
    for pack in found:
        table.add_row(*map(escape, (pack.id, f"{pack.title('en')} / {pack.title('cy')}", pack.ages, str(pack.minutes))))
    data = [{"id": pack.id, "title": pack.title("en"), "ages": pack.ages, "minutes": pack.minutes} for pack in found]
    show(data, json, lambda: Console().print(table))
    return 0


@command
def replay(
    file: Annotated[str, Argument(help="A saved game.")],
    text: Annotated[bool, Option("--text", help="Tell it in plain sentences.")] = False,
    verify: Annotated[bool, Option("--verify", help="Say whether everything in it holds.")] = False,
    watch: Annotated[bool, Option("--watch", help="Watch it on the board.")] = False,
    lang: Lang = "",
) -> int:
    """Read a saved game: as actions, as plain sentences, on the board, or to see whether everything in it holds."""
    from caffael.saves import verify as verify_record

    check_language(lang)
    path = Path(file)
    if watch:
        return watch_on_board(path, lang)
    if verify:
        verdict = verify_record(path)
        print(plain(f"{path.name}: every line, action and number holds." if verdict.holds else str(verdict.fault)))
        if verdict.holds:
            tell_rules(path)
        return 0 if verdict.holds else NOT_HELD
    tell_story(path, lang or "en", text)
    return 0


def watch_on_board(path: Path, lang: str) -> int:
    """Open the board with a saved game that plays by itself. Raises RecordError."""
    from caffael.board.options import BoardOptions, open_board
    from caffael.cli.planner_choice import Thinker
    from caffael.saves import read

    read(path)  # what can't be read is told before a window opens
    return open_board(BoardOptions(watch=path, language=lang or None, policy=Thinker()))


def tell_rules(path: Path) -> None:
    """Say in a sentence, beside what is told of a saved game, that it was played under earlier rules, where it was."""
    from caffael.saves import read
    from caffael.saves.folder import why_not_rules

    why = why_not_rules(read(path).header)
    if why is not None:
        print(plain(str(why)), file=sys.stderr)


def tell_story(path: Path, lang: str, sentences: bool) -> None:
    """Print a saved game, an action a line; with sentences, also what happened. Raises RecordError."""
    from caffael.saves import RecordError, read
    from caffael.saves import replay as replay_record
    from caffael.saves.packs import Finder
    from caffael.saves.recorded_pack import as_recorded
    from caffael.saves.replaying import lay_out
    from caffael.words.language import Language
    from caffael.words.sentences import happened_text

    record = read(path)
    names = [seat.team for seat in record.seats]
    cards = lay_out(record).cards
    pack = None
    if sentences:
        try:
            pack = as_recorded(Finder().find(record.header, path), record.header, cards)
        except RecordError:
            print(plain(f"The scenario {record.header.scenario} is not here, so only the actions are told."), file=sys.stderr)
    (code,) = codes_of(lang)
    language = Language(code) if pack is None else Language(code, pack.wording)
    if pack is not None:
        names = [pack.council(card).name(code) for card in record.header.council_cards]
    for number, seat, action, happenings in replay_record(path):
        who = names[seat] if 0 <= seat < len(names) else ""
        print(plain(f"{number}\t{who}\t{action}"))
        if pack is not None:
            for happened in happenings:
                line = happened_text(language, pack, names, happened)
                if line:
                    print(plain(f"\t{line}"))
    tell_rules(path)
