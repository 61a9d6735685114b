"""The Welsh keeps to the project's words and registers, as wording.toml has them."""

import pytest

from tests.welsh.corpus import Piece, corpus
from tests.welsh.wording import Term, Wording, terms, wordings

ROWS = pytest.mark.parametrize("row", wordings(), ids=lambda row: row.write.split(" (")[0])


@ROWS
def test_no_text_has_a_word_that_is_not_to_be_written(row: Wording) -> None:
    advice = f"Write: {row.write}; {row.why}."
    said = [f"{piece.where}: “{slip}” in “{piece.welsh}”. {advice}" for piece in corpus() for slip in row.slips(piece)]
    assert not said, "\n".join(said)


@ROWS
def test_the_slip_that_a_row_is_about_is_found(row: Wording) -> None:
    slip = Piece("a.po", "a", row.slip, row.register or "formal", row.slip_of)
    assert list(row.slips(slip)), row.slip
    if row.register:
        other = slip._replace(register="spoken" if row.register == "formal" else "formal")
        assert not list(row.slips(other))
    if row.only_of:
        assert not list(row.slips(slip._replace(english="Something else.")))


@ROWS
def test_what_a_row_allows_is_still_written_and_has_its_reason(row: Wording) -> None:
    for text, reason in row.allowed.items():
        assert reason
        assert any(text in piece.welsh for piece in corpus()), text


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.english)
def test_words_of_the_screen_keep_to_the_glossary(term: Term) -> None:
    met = [piece for piece in corpus() if term.is_in(piece)]
    assert met, "no sentence has this word any more"
    said = [f"{piece.where}: “{piece.welsh}”" for piece in met if not term.is_said(piece)]
    assert not said, f"write {term.welsh}:\n" + "\n".join(said)


def test_another_word_than_that_of_the_glossary_is_found() -> None:
    (deck,) = [term for term in terms() if term.english == "decks?"]
    piece = Piece("assets/locale/cy/LC_MESSAGES/caffael.po", "Shuffle the deck.", "Cymysgwch y dec.", "formal", "Shuffle the deck.")
    assert deck.is_in(piece)
    assert not deck.is_said(piece)
    assert deck.is_said(piece._replace(welsh="Cymysgwch y pentwr."))


TI = ["Mae ti'n barod.", "Rwyt ti'n ennill.", "Beth wyt ti'n ei weld?", "Dewisaist y gorau.", "Agor dy ddesg.", "Pryd cei di ddiwrnod?"]


@pytest.mark.parametrize("welsh", TI)
def test_nobody_is_called_ti(welsh: str) -> None:
    (chi,) = [row for row in wordings() if row.write.startswith("chi")]
    assert list(chi.slips(Piece("a.po", "a", welsh, "spoken")))
