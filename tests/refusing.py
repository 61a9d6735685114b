"""A command that refuses what it is asked, run in the process of its test: starting Python for each would take a second."""

import sys

import pytest

from caffael.cli.app import guarded, run_command
from caffael.cli.exit_codes import NOT_UNDERSTOOD


def refusal(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence with which a command says no, and nothing else."""
    monkeypatch.setattr(sys, "argv", ["caffael", *words])
    assert guarded(run_command) == NOT_UNDERSTOOD
    printed, said = capsys.readouterr()
    assert printed == ""
    assert len(said.strip().splitlines()) == 1
    assert "fault of its own" not in said
    return said
