"""What can go wrong with a recorded game, said in one plain sentence."""

from caffael.words.sentence import Sentence


class RecordError(Exception):
    """A record that can't be read, played again or continued; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class EmptyRecordError(RecordError):
    """A file whose first line was never finished: no game was begun in it."""


class EarlierRulesError(RecordError):
    """A game of earlier rules, which can be watched but not played on."""
