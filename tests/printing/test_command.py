"""caffael print: what it writes, and what it refuses in one sentence."""

import sys
from pathlib import Path

import pypdfium2
import pytest

from caffael.cli import print as printer
from caffael.cli.app import run_command
from caffael.cli.calling import install
from caffael.resources import write_whole


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["caffael", "print", *arguments])
    return run_command()


def test_ink_saving_without_backs_writes_one_pdf_without_colour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "steps.pdf"
    assert run(monkeypatch, "first-steps", "--out", str(out), "--lang", "cy", "--ink-saving", "--no-backs") == 0
    pdf = pypdfium2.PdfDocument(out)
    for page in (0, 6, 12, len(pdf) - 8):
        picture = pdf[page].render(scale=0.5).to_pil().convert("RGB")
        assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(1 << 20))
    pdf.close()
    assert "sheets of A4. Page 1 says how to print and cut them." in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["steps.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["first-steps", "--lang", "fr"], "The language 'fr' is not known: write en (English), cy (Cymraeg) or both."),
        (["no-such-game"], "no-such-game"),
        (["first-steps", "--out", "no/such/folder/x.pdf"], "make it, or name another file"),
        (["first-steps", "--out", "."], "names no file"),
        (["first-steps", "--years", "9"], "years"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, *arguments) == 2
    errors = capsys.readouterr().err
    assert said in errors
    assert "Traceback" not in errors


def test_without_the_libraries_it_says_how_to_install_them(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "find_spec", lambda name: None)
    assert run(monkeypatch, "first-steps") == 2
    assert capsys.readouterr().err == f"Printing needs two more libraries; install them with: {install('print')}\n"


def test_a_file_that_cannot_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "x.pdf"
    out.write_bytes(b"old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(out, b"new")
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]
