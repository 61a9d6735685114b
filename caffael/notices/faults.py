"""What is wrong with files of notices, or with what was asked of them."""

from caffael.words.sentence import Sentence


class NoticesError(Exception):
    """Files or a wish that can't be followed; `sentence` says why and what mends it, `sentences` does for each file."""

    def __init__(self, sentence: Sentence, *others: Sentence) -> None:
        super().__init__(sentence, *others)
        self.sentence = sentence
        self.sentences = (sentence, *others)
