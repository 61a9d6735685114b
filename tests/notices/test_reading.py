"""Files of notices are read in whatever form and letters they come, and whatever is wrong with them is one sentence."""

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ijson
import pytest

from caffael.notices import NoticesError
from caffael.notices.reading import OGL, read_notices
from caffael.notices.release import years_of
from caffael.notices.streaming import MOST_QUIET
from caffael.words.language import Language
from tests.notices.invented import contracts_finder, find_a_tender, month, numbered, package, sell2wales, written

ONE = sell2wales(1, "Bread for Ynys Môn")
TWO = sell2wales(2, "Milk for Ŵyl Fach")
FORMS: dict[str, Any] = {
    "release package": package([ONE, TWO]),
    "record package with compiled releases": {"records": [{"ocid": "a", "compiledRelease": ONE}, {"ocid": "b", "compiledRelease": TWO}]},
    "record package with releases": {"records": [{"ocid": "a", "releases": [ONE, {"url": "https://example.com/1"}]}, {"releases": [TWO]}]},
    "list of releases": [ONE, TWO],
    "list of packages": [package([ONE]), package([TWO])],
    "answer of a search": {"hits": 2, "results": [{"releases": [ONE]}, {"releases": [TWO]}]},
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_package_gives_its_notices(form: str, tmp_path: Path) -> None:
    read = read_notices([written(tmp_path, FORMS[form])])
    assert [notice.title for notice in read.notices] == ["Bread for Ynys Môn", "Milk for Ŵyl Fach"]


def test_a_bare_release_and_a_release_on_each_line_are_read_too(tmp_path: Path) -> None:
    assert len(read_notices([written(tmp_path, ONE)]).notices) == 1
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\n".join(json.dumps(release) for release in month()), encoding="utf-8")
    assert len(read_notices([lines]).notices) == len(month())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_letters_are_read_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    read = read_notices([written(tmp_path, package([ONE, TWO]), encoding=encoding)])
    assert read.notices[1].title == "Milk for Ŵyl Fach"


def test_the_letters_of_windows_are_read_where_a_file_is_no_utf_8(tmp_path: Path) -> None:
    read = read_notices([written(tmp_path, sell2wales(1, "Caffi’r môr — £5"), encoding="cp1252")])
    assert read.notices[0].title == "Caffi’r môr — £5"


def test_a_file_that_gzip_packed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notices.json.gz"
    path.write_bytes(gzip.compress(json.dumps(package([ONE])).encode()))
    assert len(read_notices([path]).notices) == 1


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """A zip of files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_the_only_file_of_notices_in_a_zip_is_read_whatever_lies_beside_it_and_in_its_own_letters(tmp_path: Path) -> None:
    content = json.dumps(package([ONE, TWO]), ensure_ascii=False).encode("utf-16")
    inside = {"Wales/February.json": content, "Wales/read me.txt": b"Hello", "__MACOSX/Wales/._February.json": b"\0"}
    read = read_notices([zipped(tmp_path / "notices.zip", inside)])
    assert read.notices[1].title == "Milk for Ŵyl Fach"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.json": b"{}", "b.json": b"{}"}, "a zip of several .json files"),
        ({"a.xml": b"<a/>"}, "There is no .json file in the zip"),
        ({"a.json": b""}, "notices.zip"),
    ],
)
def test_a_zip_of_several_files_of_none_or_of_an_empty_one_is_told(files: dict[str, bytes], words: str, tmp_path: Path) -> None:
    with pytest.raises(NoticesError) as fault:
        read_notices([zipped(tmp_path / "notices.zip", files)])
    assert words in fault.value.sentence.said(Language("en"))


@pytest.mark.parametrize("where", ["its middle", "its end"])
def test_a_zip_that_was_damaged_is_told(where: str, tmp_path: Path) -> None:
    path = zipped(tmp_path / "notices.zip", {"a.json": json.dumps(package(month())).encode()})
    content = bytearray(path.read_bytes())
    if where == "its end":
        del content[-40:]
    else:
        content[len(content) // 2] ^= 255
    path.write_bytes(content)
    with pytest.raises(NoticesError):
        read_notices([path])


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path) -> None:
    written(tmp_path, package([ONE]), "january.json")
    written(tmp_path, package([TWO]), "february.json")
    (tmp_path / "notes.txt").write_text("none of these")
    assert len(read_notices([tmp_path]).notices) == 2


def test_the_newest_release_counts_and_an_award_keeps_what_the_tender_asked(tmp_path: Path) -> None:
    tender = sell2wales(1, "Bread", asked={"criteria": [{"type": "price", "description": "60"}, {"type": "quality", "description": "40"}]})
    award = sell2wales(1, "Bread, awarded") | {"date": "2031-06-01T00:00:00Z"}
    for files in ([tender, award], [award, tender]):
        (notice,) = read_notices([written(tmp_path, package(files))]).notices
        assert (notice.title, notice.date) == ("Bread, awarded", "2031-06-01")
        assert notice.weights is not None and notice.weights.percents == (60, 40, 0, 0)


def test_the_quirks_of_each_portal(tmp_path: Path) -> None:
    fts = find_a_tender(12345, "Cleaning", numbered(("price", "Price", 55), ("quality", "Quality", 45)))
    by_ocid = {n.ocid: n for n in read_notices([written(tmp_path, package([ONE, fts, contracts_finder("Grass cutting")]))]).notices}
    wales, uk, cf = by_ocid["ocds-kuma6s-1"], by_ocid["ocds-h6vhtk-012345"], by_ocid["ocds-b5fd17-1"]
    assert wales.link.startswith("https://www.sell2wales.gov.wales/") and wales.link.endswith("ID=1")
    assert uk.link == "https://www.find-tender.service.gov.uk/Notice/012345-2031"
    assert uk.pounds == 500_000 and uk.lots[0].years == pytest.approx(2, abs=0.01)
    assert uk.codes == ("90910000",) and uk.places == ("UKL24",)
    assert cf.codes == ("77310000",) and cf.buyer == "Pentre Community Council"
    assert {n.licence for n in by_ocid.values()} == {OGL}


@pytest.mark.parametrize("amount", [0.01, 1, 0, -5, 99_999_999_999])
def test_a_value_that_only_fills_the_form_is_none(amount: float, tmp_path: Path) -> None:
    read = read_notices([written(tmp_path, sell2wales(1, "Bread", value={"amount": amount, "currency": "GBP"}))])
    assert read.notices[0].pounds is None


def test_lost_line_ends_tags_and_garbled_letters_are_mended(tmp_path: Path) -> None:
    release = sell2wales(1, "D&#373;r a th&acirc;n", description="Two poolsrn are looked after.rn They lie in townrn and <b>village</b>.")
    (notice,) = read_notices([written(tmp_path, release)]).notices
    assert notice.title_cy == "Dŵr a thân" or notice.title == "Dŵr a thân"
    assert "rn" not in notice.story and "<b>" not in notice.story
    again = sell2wales(2, "DÅµr a phont", description="The northern and eastern pattern of return.")
    (notice,) = read_notices([written(tmp_path, again)]).notices
    assert "Dŵr" in notice.title + notice.title_cy
    assert notice.story == "The northern and eastern pattern of return."


def test_a_title_in_both_languages_is_taken_apart(tmp_path: Path) -> None:
    release = sell2wales(1, "Provision of Cleaning Services for Schools / Darparu Gwasanaethau Glanhau i Ysgolion")
    (notice,) = read_notices([written(tmp_path, release)]).notices
    assert notice.title == "Provision of Cleaning Services for Schools"
    assert notice.title_cy == "Darparu Gwasanaethau Glanhau i Ysgolion"


BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "blank": lambda: b" \n ",
    "a page of the web": lambda: b"<!DOCTYPE html><html>404</html>",
    "cut off": lambda: json.dumps(package([ONE, TWO])).encode()[:-40],
    "not a number": lambda: b'{"releases":[{"ocid":"a","tender":{"title":"Bread","value":{"amount":NaN}}}]}',
    "a number without end": lambda: b'{"releases":[{"ocid":1' + b"0" * 6000 + b"}]}",
    "nothing in it": lambda: b"{}",
    "no tender": lambda: b'{"releases":[{"ocid":"a","tag":["planning"]}]}',
    "very deep": lambda: b'{"releases":[' + b"[" * 50_000 + b"]" * 50_000 + b"]}",
    "deep and cut off": lambda: b"[" * 50_000,
    "one text without end": lambda: b'{"releases":[{"ocid":"' + b"a" * (MOST_QUIET + 200_000) + b'"}]}',
    "a zip": lambda: b"PK\x03\x04....",
    "a damaged gzip": lambda: gzip.compress(json.dumps(package(month())).encode())[:-50],
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_or_hostile_file_is_told_in_one_sentence_of_either_language(what: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(BROKEN[what]())
    with pytest.raises(NoticesError) as fault:
        read_notices([path])
    for code in ("en", "cy"):
        said = fault.value.sentence.said(Language(code))
        assert "bad.json" in said and len(said.splitlines()) == 1
    assert fault.value.sentence.said(Language("en")) != fault.value.sentence.said(Language("cy"))


def test_of_a_folder_every_file_that_cannot_be_read_is_named_at_once(tmp_path: Path) -> None:
    written(tmp_path, ONE, "2031-01.json")
    for name, what in (("2031-02.json", "cut off"), ("2031-03.json", "a page of the web"), ("2031-04.json", "no tender")):
        (tmp_path / name).write_bytes(BROKEN[what]())
    with pytest.raises(NoticesError) as fault:
        read_notices([tmp_path])
    said = [one.said(Language("en")) for one in fault.value.sentences]
    assert [name in one for name, one in zip(("-02", "-03", "-04"), said, strict=True)] == [True] * 3


@pytest.mark.parametrize(("days", "years"), [(1080, 3), (180, 0.5), (4500, 12.5), (730, 2), (1461, 4), (2190, 6)])
def test_a_term_of_whole_months_of_thirty_days_is_that_of_its_months(days: int, years: float) -> None:
    assert years_of({"durationInDays": days}) == pytest.approx(years, abs=0.01)


def test_a_file_that_is_not_there_a_device_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", Path("/dev/null"), tmp_path):
        with pytest.raises(NoticesError):
            read_notices([path])


def test_values_of_the_wrong_kind_count_as_not_told(tmp_path: Path) -> None:
    strange = {
        "ocid": 5, "date": [], "language": {}, "buyer": [], "parties": [[], {"roles": 3}], "links": "x",
        "tender": {"title": "Bread", "lots": [1, {"id": None, "awardCriteria": {"criteria": [{"type": [], "description": {}}, 7]}}],
                   "items": 5, "value": "lots", "contractPeriod": [], "classification": 7, "documents": [None, {"url": 8}]},
    }  # fmt: skip
    (notice,) = read_notices([written(tmp_path, package([strange, {"tender": {"title": {"a": 1}}}]))]).notices
    assert (notice.title, notice.pounds, notice.weights, notice.codes) == ("Bread", None, None, ())


def test_a_release_larger_than_any_notice_is_passed_over_and_counted(tmp_path: Path) -> None:
    large = sell2wales(9, "Bread", items=[[0] * 1000 for _ in range(450)])
    read = read_notices([written(tmp_path, package([large, ONE]))])
    assert read.too_large == 1 and [notice.title for notice in read.notices] == ["Bread for Ynys Môn"]


def test_the_parser_without_compiled_parts_reads_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, package(month()))
    expected = read_notices([path]).notices
    monkeypatch.setattr(ijson, "basic_parse", ijson.get_backend("python").basic_parse)
    assert read_notices([path]).notices == expected
