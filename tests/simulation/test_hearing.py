"""Ctrl-C while the rules compile: it is never dropped where the compiler calls back."""

import ctypes
import signal
import sys
from collections.abc import Callable, Iterator
from threading import Event

import pytest

from caffael.simulation.play.laboratory import hearing


def in_a_call_from_c(work: Callable[[], None]) -> None:
    """Do something where Python drops what is raised: in a function that C calls."""
    ctypes.CFUNCTYPE(None)(work)()


@pytest.fixture
def heeded() -> Iterator[None]:
    """Ctrl-C means something, also where the tests were begun in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_ctrl_c_in_a_call_from_the_compiler_is_heard_when_it_has_returned(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), hearing():
        in_a_call_from_c(lambda: signal.raise_signal(signal.SIGINT))
        Event().wait(30)
        pytest.fail("it was dropped")
    assert capfd.readouterr().err == ""


def test_any_other_trouble_there_is_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda dropped: told.append(dropped.exc_type))
    with hearing():
        in_a_call_from_c(lambda: print(1 // 0))
    assert told == [ZeroDivisionError]
