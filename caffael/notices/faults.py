"""What is wrong with files of notices, or with what was asked of them."""

from caffael.words.sentence import Sentence


class NoticesError(Exception):
    """A file or a wish that can't be followed; `sentence` says why and what mends it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence
