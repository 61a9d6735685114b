"""Exit codes, and how a fault is said: one plain sentence where errors belong."""

import sys

NOT_HELD = 1
"""What was checked does not hold."""
NOT_UNDERSTOOD = 2
"""What was asked can't be understood or done."""


def say(sentence: str, code: int) -> int:
    """Print a sentence where errors belong, and pass the exit code on."""
    print(plain(sentence), file=sys.stderr)
    return code


def plain(text: str) -> str:
    """A text that may hold words of a stranger's file, without signs that could move a terminal or turn a line round."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "?" for sign in text)
