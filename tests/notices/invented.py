"""Notices as the three portals write them, of buyers that there are not: each quirk of real files stands in one of them."""

import json
from pathlib import Path
from typing import Any

Release = dict[str, Any]
OGL = "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
COUNCILS = ("Cwm Du County Council", "Afon Wen County Borough Council", "Llanarth Fire Service", "Dyffryn Health Board")


def criteria(*rows: tuple[str, str, str]) -> dict[str, Any]:
    """Award criteria as Sell2Wales writes them: the weight is a text. A row: type, name, weight."""
    return {"criteria": [{"type": kind, "name": name, "description": text} for kind, name, text in rows]}


def numbered(*rows: tuple[str, str, float], weight: str = "percentageExact") -> dict[str, Any]:
    """Award criteria as Find a Tender writes them: the weight is a number that says what it is."""
    return {"criteria": [{"type": kind, "name": name, "numbers": [{"number": n, "weight": weight}]} for kind, name, n in rows]}


def sell2wales(number: int, title: str, code: str = "50000000", asked: dict[str, Any] | None = None, **tender: Any) -> Release:
    """A release of Sell2Wales: one lot, the regions with its items, no licence of its own."""
    lot = {"id": "1", "description": title, "contractPeriod": {"durationInDays": 1080}}
    return {
        "ocid": f"ocds-kuma6s-{number}",
        "id": f"ocds-kuma6s-{number}-release-{number}",
        "date": "2031-02-20T00:00:00Z",
        "tag": ["tender"],
        "language": "EN",
        "buyer": {"name": COUNCILS[number % len(COUNCILS)], "id": "org-1"},
        "parties": [{"id": "org-1", "name": COUNCILS[number % len(COUNCILS)], "roles": ["buyer"], "address": {"region": "UKL15"}}],
        "tender": {
            "id": f"tender-{number}",
            "title": title,
            "description": f"{title}.",
            "classification": {"scheme": "CPV", "id": code},
            "value": {"amount": 120_000.0 + 10_000 * number, "currency": "GBP"},
            "lots": [lot | ({"awardCriteria": asked} if asked else {})],
            "items": [{"id": "1", "relatedLot": "1", "deliveryAddresses": [{"region": "UKL15"}]}],
            **tender,
        },
    }


def find_a_tender(number: int, title: str, asked: dict[str, Any]) -> Release:
    """A release of Find a Tender: net and gross values, lots with their own, numbers as weights."""
    return {
        "ocid": f"ocds-h6vhtk-0{number}",
        "id": f"0{number}-2031",
        "date": "2031-03-01T09:30:00+00:00",
        "tag": ["tender"],
        "parties": [{"id": "GB-1", "name": COUNCILS[0], "roles": ["buyer"], "address": {"region": "UKL24"}}],
        "buyer": {"id": "GB-1", "name": COUNCILS[0]},
        "tender": {
            "title": title,
            "value": {"amountGross": 600_000, "amount": 500_000, "currency": "GBP"},
            "lots": [{"id": "1", "awardCriteria": asked, "contractPeriod": {"startDate": "2031-04-01", "endDate": "2033-03-31"}}],
            "items": [{"id": "1", "relatedLot": "1", "additionalClassifications": [{"scheme": "CPV", "id": "90910000"}]}],
        },
    }


def contracts_finder(title: str) -> Release:
    """A release of Contracts Finder: no lots, no buyer with a region, OCDS 1.0's items."""
    return {
        "ocid": "ocds-b5fd17-1",
        "id": "b5fd17-1-77",
        "date": "2031-03-11T11:00:37Z",
        "tender": {"title": title, "items": [{"classification": {"scheme": "CPV", "id": "77310000-6"}}], "value": {"amount": 10_000}},
        "buyer": {"name": "Pentre Community Council"},
    }


TITLES = (
    ("Bread for schools", "15811000"),
    ("Milk for schools", "15511000"),
    ("School meals", "55524000"),
    ("Bus to the hospital", "60112000"),
    ("Taxis for pupils", "60120000"),
    ("Minibuses", "34114400"),
    ("Solar panels", "09331200"),
    ("Roof of the town hall", "45261210"),
    ("Lift maintenance", "50750000"),
    ("Waste collection", "90511000"),
    ("Grass cutting", "77314100"),
    ("Cleaning of schools", "90911000"),
    ("Home care", "85312400"),
    ("Counselling", "85312320"),
    ("Hospital beds", "33192120"),
    ("Laptops", "30213100"),
    ("Library books", "22113000"),
    ("Security guards", "79713000"),
    ("Insurance", "66510000"),
    ("Courses for carers", "80500000"),
)
"""What is bought in a month, in every category of the game."""


def month() -> list[Release]:
    """A month of notices; the weights of every other one are stated."""
    asked = criteria(("quality", "Technical", "40"), ("price", "", "60"))
    return [sell2wales(place, title, code, asked if place % 2 else None) for place, (title, code) in enumerate(TITLES)]


def package(releases: list[Release]) -> dict[str, Any]:
    """A release package."""
    return {"uri": "https://example.com", "license": OGL, "releases": releases}


def written(folder: Path, value: Any, name: str = "notices.json", encoding: str = "utf-8") -> Path:
    """A file of JSON."""
    path = folder / name
    path.write_bytes(json.dumps(value, ensure_ascii=False).encode(encoding))
    return path
