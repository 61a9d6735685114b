"""What `caffael relay` refuses, in one sentence in the reader's language; and what it writes for a proxy."""

import subprocess
import sys
from pathlib import Path

import pytest

from caffael.classroom.net.serving import listener
from caffael.classroom.relay.running import KEY, RelayKeyError, key_from
from tests.classroom.relay_kit import relay_here
from tests.refusing import refusal


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--port", "70000"], "--port 70000 is no port"),
        (["--port", "-1"], "--port -1 is no port"),
        (["--public", "class.example.org"], "write https:// and a name"),
        (["--public", "ftp://class.example.org"], "write https:// and a name"),
        (["--public", "https://class.example.org/a/path"], "write https:// and a name"),
        (["--public", "https://user@class.example.org"], "write https:// and a name"),
        (["--public", "https://[broken"], "write https:// and a name"),
        (["--signs", "AB0"], "codes never begin with 0"),
        (["--web", "no/such/folder"], "`web build` makes one"),
        (["--haproxy", ".", "--processes", "0"], "from 1 to 31"),
        (["--haproxy", ".", "--processes", "32"], "from 1 to 31"),
        (["--key", "no/such/folder/relay.key"], "name another file"),
        (["--lang", "fr"], "Cymraeg"),
        (["--port", "70000", "--lang", "cy"], "Nid yw --port 70000 yn borth"),
        (["--web", "no/such/folder", "--lang", "cy"], "ar gyfer porwyr"),
    ],
)
def test_what_cannot_be_run_is_said_in_one_sentence(
    words: list[str], part: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(KEY, raising=False)
    assert part in refusal(["relay", *words], monkeypatch, capsys)


def test_a_port_that_is_taken_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with listener("127.0.0.1", (0,)) as taken:
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"Port {port} of 127.0.0.1 can't be used" in refusal(["relay", "--port", port], monkeypatch, capsys)


def test_a_short_key_is_refused_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = tmp_path / "short.key"
    short.write_text("too short", "utf-8")
    monkeypatch.delenv(KEY, raising=False)
    with pytest.raises(RelayKeyError, match=r"short\.key is too short"):
        key_from(short)
    monkeypatch.setenv(KEY, "short too")
    with pytest.raises(RelayKeyError, match="CAFFAEL_RELAY_KEY is too short"):
        key_from(None)


def test_a_key_is_the_environments_or_the_files_or_gone_with_the_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY, raising=False)
    path = tmp_path / "relay.key"
    made, origin = key_from(path)
    assert origin == "new"
    assert key_from(path) == (made, "file")
    assert key_from(None)[1] == "passing"
    assert key_from(None)[0] != key_from(None)[0]
    monkeypatch.setenv(KEY, "k" * 32)
    assert key_from(path) == (b"k" * 32, "environment")


WITHOUT = """
import sys
for name in ("starlette", "uvicorn", "websockets"): sys.modules[name] = None
from caffael.cli import main
for words in (["--help"], ["relay"], ["relay", "--test", "class.example.org"]):
    sys.argv = ["caffael", *words]
    try:
        main()
    except SystemExit as left:
        print("code", left.code, file=sys.stderr)
"""


def test_without_the_extra_one_sentence_says_how_to_get_it() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    first, told, second, told_again, third = done.stderr.strip().splitlines()
    assert (first, second, third) == ("code 0", "code 2", "code 2")
    assert "[classroom]" in told
    assert "[classroom]" in told_again


def test_what_a_proxy_needs_is_written_once_and_never_over_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from caffael.cli.relay import relay

    assert relay(haproxy=str(tmp_path), processes=2) == 0
    told = capsys.readouterr().out
    assert told.count("--signs") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["haproxy.cfg", "shards.map"]
    assert relay(haproxy=str(tmp_path), processes=2) == 0
    capsys.readouterr()
    (tmp_path / "shards.map").write_text("mine", "utf-8")
    assert "says something else" in refusal(["relay", "--haproxy", str(tmp_path), "--processes", "2"], monkeypatch, capsys)
    assert (tmp_path / "shards.map").read_text("utf-8") == "mine"


def test_whether_a_relay_is_reached_is_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    from caffael.cli.relay import relay

    with relay_here() as (_, port):
        assert relay(test=f"127.0.0.1:{port}") == 0
        assert relay(test=f"127.0.0.1:{port}", lang="cy") == 0
    assert relay(test=f"127.0.0.1:{port}") == 1
    english, welsh, gone = capsys.readouterr().out.splitlines()
    assert english.endswith("works here.")
    assert welsh.startswith("Mae'r gweinydd cyfnewid")
    assert "works" not in gone
