"""Notices as a table for who studies them: a row for each lot, as CSV or Parquet. What docs/real-tenders.md says of its columns."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from caffael.notices.kinds import kind_of
from caffael.notices.notice import CRITERIA, Lot, Notice
from caffael.notices.tables import Tables
from caffael.words.formulas import safe

TEXTS = (
    "ocid",
    "release",
    "date",
    "link",
    "licence",
    "language",
    "buyer",
    "buyer_cy",
    "title",
    "title_cy",
    "lot",
    "lot_title",
)
CODES = ("cpv", "cpv_all")
NUMBERS = ("notice_value_gbp", "lot_value_gbp", "years")
AFTER = ("regions", "category", "subject", "sure", "weights_text")
WEIGHTS = tuple(f"weight_{name}" for name in CRITERIA)
COLUMNS = (*TEXTS, *CODES, *NUMBERS, *WEIGHTS, "weights_sum", *AFTER)
"""Weights are in per cent; `sure` is stated, read, part or empty, and `weights_text` what they were read from."""


def study_rows(notices: Iterable[Notice], tables: Tables) -> Iterator[dict[str, Any]]:
    """The rows, in the order of the notices and their lots. What is not told is None, or an empty text."""
    for notice in notices:
        kind, _ = kind_of(notice, tables)
        for lot in notice.lots:
            yield lot_row(notice, lot) | {"category": kind.category if kind else "", "subject": kind.subject if kind else ""}


def lot_row(notice: Notice, lot: Lot) -> dict[str, Any]:
    """The row of a lot."""
    weights = lot.weights
    codes = [*lot.cpv, *notice.cpv] or [""]
    return {
        "ocid": notice.ocid,
        "release": notice.release,
        "date": notice.date,
        "link": notice.link,
        "licence": notice.licence,
        "language": notice.language,
        "buyer": notice.buyer or notice.buyer_cy,
        "buyer_cy": notice.buyer_cy,
        "title": notice.title or notice.title_cy,
        "title_cy": notice.title_cy,
        "lot": lot.id,
        "lot_title": lot.title,
        "cpv": codes[0],
        "cpv_all": " ".join(dict.fromkeys(codes)).strip(),
        "notice_value_gbp": notice.pounds,
        "lot_value_gbp": lot.pounds,
        "years": None if (years := lot.years if lot.years is not None else notice.years) is None else round(years, 2),
        **{f"weight_{name}": weights.shares[place] if weights else None for place, name in enumerate(CRITERIA)},
        "weights_sum": round(sum(weights.shares), 2) if weights else None,
        "regions": " ".join(lot.regions or notice.regions),
        "sure": weights.sure if weights else "",
        "weights_text": weights.text if weights else "",
    }


def as_csv(rows: Iterable[dict[str, Any]]) -> bytes:
    """The table as CSV, in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(["" if row[column] is None else safe(row[column]) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def as_parquet(rows: Sequence[dict[str, Any]]) -> bytes:
    """The table as Parquet. Raises ImportError where polars is missing."""
    import polars  # noqa: PLC0415 - it comes with an extra

    schema = {column: polars.Float64 if column in (*NUMBERS, *WEIGHTS, "weights_sum") else polars.String for column in COLUMNS}
    frame = polars.DataFrame(rows, schema=schema)
    kept = io.BytesIO()
    frame.write_parquet(kept)
    return kept.getvalue()
