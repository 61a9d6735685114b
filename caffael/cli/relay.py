"""The command `relay`: joins boards and the devices of their classes over the internet, for who runs a server."""

from pathlib import Path
from typing import Annotated

from typer import Option

from caffael.cli.calling import install, program
from caffael.cli.exit_codes import NOT_HELD
from caffael.cli.shared import Lang, RefusedError, codes_of, command, is_own
from caffael.words.language import Language

PORT = 8400
LARGEST_PORT = 65_535


@command
def relay(
    public: Annotated[
        str,
        Option("--public", help="The address that people type, such as https://class.example.org; without it that of this computer alone."),
    ] = "",
    host: Annotated[str, Option("--host", help="The address to listen on; 0.0.0.0 is all of this computer's.")] = "127.0.0.1",
    port: Annotated[int, Option("--port", help="The port to listen on; 0 takes one that is free.")] = PORT,
    key: Annotated[
        str, Option("--key", help="The file with the relay's key; it is made where it isn't there. CAFFAEL_RELAY_KEY goes before it.")
    ] = "",
    proxy: Annotated[
        list[str] | None, Option("--proxy", help="The address of a proxy before it, which says where requests come from; may be repeated.")
    ] = None,
    signs: Annotated[str, Option("--signs", help="The first signs of this process's codes, where several share the work.")] = "",
    web: Annotated[str, Option("--web", help="A folder that `web build` made: the board in a browser, at /board/.")] = "",
    test: Annotated[str, Option("--test", help="Say whether the relay at this address is reached from this computer, and end.")] = "",
    haproxy: Annotated[str, Option("--haproxy", help="Write HAProxy's settings for --processes into this folder, and end.")] = "",
    processes: Annotated[int, Option("--processes", help="How many processes share the work, for --haproxy.")] = 3,
    lang: Lang = "en",
) -> int:
    """Run a relay: classes whose network keeps devices apart meet there. It keeps nothing, and knows no names."""
    language = Language(codes_of(lang)[0])
    if haproxy:
        return write_settings(Path(haproxy), processes, language)
    check(public, port, signs, language)
    folder = web_folder(web, language)
    try:
        if test:
            return test_relay(test, language)
        return run_relay(public, host, port, key, proxy or [], signs, folder, language)
    except ModuleNotFoundError as missing:
        if is_own(missing):
            raise
        raise RefusedError(
            language.text(
                "The relay needs a part of Caffael that is not installed ({part}): {command}",
                part=missing.name or "",
                command=install("classroom"),
            )
        ) from None


def check(public: str, port: int, signs: str, language: Language) -> None:
    """Raise RefusedError for an address, port or signs that are none."""
    from caffael.classroom.relay.naming import public_name
    from caffael.classroom.tokens import SIGNS

    if not 0 <= port <= LARGEST_PORT:
        raise RefusedError(
            language.text("--port {port} is no port; write a number from 0 to {most}.", port=str(port), most=str(LARGEST_PORT))
        )
    try:
        public_name(public or "http://localhost")
    except ValueError:
        raise RefusedError(
            language.text(
                "--public {address} is no address of a relay; write https:// and a name, such as https://class.example.org.",
                address=repr(public),
            )
        ) from None
    wrong = sorted(set(signs.upper()) - set(SIGNS))
    if wrong:
        raise RefusedError(
            language.text("--signs: codes never begin with {signs}; choose among {known}.", signs="".join(wrong), known=SIGNS)
        )


def web_folder(web: str, language: Language) -> Path | None:
    """The folder of the board in a browser, if one was named. Raises RefusedError where it is none."""
    if not web:
        return None
    from caffael.browser.building.laying import is_ours

    if not is_ours(Path(web)):
        raise RefusedError(language.text("{folder} is no folder that Caffael made for browsers; `web build` makes one.", folder=repr(web)))
    return Path(web)


def test_relay(address: str, language: Language) -> int:
    """Say how a relay is reached from here; exit code 1 where it isn't."""
    from caffael.classroom.net.self_test import reach, which_way

    found = reach(address)
    print(which_way(address, found).said(language))
    return 0 if found in ("sockets", "plain") else NOT_HELD


def run_relay(public: str, host: str, port: int, key: str, proxies: list[str], signs: str, web: Path | None, language: Language) -> int:
    """Run it until it is told to end."""
    from caffael.browser.building.site import POLICY as BOARD_POLICY
    from caffael.classroom.device_files import POLICY, device_files
    from caffael.classroom.relay.rooms import Relay
    from caffael.classroom.relay.running import RelayKeyError, key_from, run
    from caffael.classroom.tokens import SIGNS

    try:
        found, origin = key_from(Path(key) if key else None)
    except RelayKeyError as fault:
        raise RefusedError(fault.sentence.said(language)) from None
    except (OSError, UnicodeDecodeError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise RefusedError(
            language.text("--key {file}: the key can't be read or written ({why}); name another file.", file=key, why=why)
        ) from None

    def began(address: str, port: int) -> None:
        print(language.text("The relay is at {address} (port {port}). Ctrl-C ends it.", address=address, port=str(port)), flush=True)
        if origin == "passing":
            print(
                language.text("Its key goes with it: after a new start every board needs a new code. --key FILE keeps the key."), flush=True
            )

    try:
        run(
            Relay(found, signs.upper() or SIGNS),
            device_files(),
            POLICY,
            host=host,
            port=port,
            public=public.rstrip("/"),
            proxies=proxies,
            web=web,
            web_policy=BOARD_POLICY,
            began=began,
        )
    except OSError as fault:
        raise RefusedError(
            language.text(
                "Port {port} of {host} can't be used ({why}); name another with --port.",
                port=str(port),
                host=host,
                why=fault.strerror or str(fault),
            )
        ) from None
    print(language.text("The relay has ended."), flush=True)
    return 0


def write_settings(folder: Path, processes: int, language: Language) -> int:
    """Write what HAProxy needs to know. Raises RefusedError."""
    from caffael.classroom.relay.shards import FIRST_PORT, MOST, proxy_map, proxy_settings, shares
    from caffael.cli.output import folder_to_fill
    from caffael.resources import write_whole

    if not 1 <= processes <= MOST:
        raise RefusedError(language.text("--processes {n}: from 1 to {most} can share the work.", n=str(processes), most=str(MOST)))
    place = folder_to_fill(str(folder), (), False)
    written = {
        "shards.map": proxy_map(processes),
        "haproxy.cfg": proxy_settings(processes, "*:443 ssl crt /etc/haproxy/certificate.pem", "/etc/haproxy/shards.map"),
    }
    for name, text in written.items():
        if (place / name).exists() and (place / name).read_text("utf-8", "replace") != text:
            raise RefusedError(
                language.text("{file} is there already and says something else; name another folder.", file=str(place / name))
            )
    for name, text in written.items():
        write_whole(place / name, text.encode())
    print(language.text("{folder}: haproxy.cfg and shards.map. Start these processes:", folder=str(place)))
    for number, signs in enumerate(shares(processes)):
        shared = "--public https://class.example.org --proxy 127.0.0.1 --key relay.key"
        print(f"{program()} relay {shared} --port {FIRST_PORT + number} --signs {signs}")
    return 0
