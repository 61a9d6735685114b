"""How a window that has nothing to draw waits for events.

Waiting, pygame asks for one a thousand times a second; so a board that nobody touches looks only now and then, and costs next to nothing.
"""

import math
import threading
import time

import pygame

ALERT = 1.0
"""Seconds after the last event for which the next one is taken at once."""
NAPS = 100
"""From then on it looks for events so many times in the time that has gone since the last one, and at least after LONGEST_NAP."""
LONGEST_NAP = 0.08


class Rest:
    """Waits for events, and knows when the last one came. Another thread that has posted one ends a nap with `rouse`."""

    def __init__(self) -> None:
        self._heard = 0.0
        self._bell = threading.Event()

    def rouse(self) -> None:
        """Look for events now. Any thread may call this."""
        self._bell.set()

    def wait(self, seconds: float | None) -> list[pygame.event.Event]:
        """The events that come; none when nothing came in so many seconds. Without a number it waits for one as long as it takes."""
        now = time.monotonic()
        end = math.inf if seconds is None else now + seconds
        if now < self._heard + ALERT:
            event = pygame.event.wait(max(1, round((min(end, self._heard + ALERT) - now) * 1000)))
            found = [event, *pygame.event.get()] if event.type != pygame.NOEVENT else []
        else:
            found = []
            while not found and now < end:
                self._bell.wait(min(LONGEST_NAP, (now - self._heard) / NAPS, end - now))
                self._bell.clear()
                found, now = pygame.event.get(), time.monotonic()
        if found:
            self._heard = time.monotonic()
        return found
