"""One release, as a portal wrote it, read into a Notice: OCDS 1.0 and 1.1, of Sell2Wales, Find a Tender and Contracts Finder.

Whatever is not what it should be counts as not told; nothing here fails on a strange release.
"""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from caffael.notices.criteria import weights_by_code, weights_of_criteria
from caffael.notices.notice import Lot, Notice, Weights
from caffael.notices.prose import weights_in
from caffael.notices.tidy import one_line, tidy
from caffael.notices.welsh import halves, is_welsh

LEAST_POUNDS, MOST_POUNDS = 1_000, 5_000_000_000
"""A value outside of these is there to fill a form: 0.01, 1 or 99999999999."""
MOST_LOTS = 200
MOST_TITLE = 400
MOST_CODES = 60
DAYS = 365.25
MONTH = 30
"""Days of a month, as portals write a term that a buyer gave in months: 36 months are 1,080 days."""
LONGEST_YEARS = 60
PORTALS = {
    "ocds-kuma6s": "https://www.sell2wales.gov.wales/search/search_switch.aspx?ID={id}",
    "ocds-h6vhtk": "https://www.find-tender.service.gov.uk/Notice/{release}",
    "ocds-b5fd17": "https://www.contractsfinder.service.gov.uk/Notice/{release}",
}
"""Where a notice stands for people, by the beginning of its ocid: its number, or the id of its release."""
NOTICE_KINDS = ("tenderNotice", "contractNotice", "awardNotice", "plannedProcurementNotice")
CODE = re.compile(r"\d{8}")
NUTS = re.compile(r"(?:UK|TL)[A-Z0-9]{0,4}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ABOUT_WEIGHTS = "Award criteria: "
"""Set before a text that is there to say how bids are judged."""


def table(value: object) -> Mapping[str, Any]:
    """A table, empty where there is none."""
    return value if isinstance(value, dict) else {}


def tables(value: object, most: int = 1000) -> list[Mapping[str, Any]]:
    """The tables of a list, empty where there is none."""
    return [entry for entry in value[:most] if isinstance(entry, dict)] if isinstance(value, list) else []


def notice_of(release: Mapping[str, Any], licence: str = "") -> Notice | None:
    """The notice of a release; None for a release without a tender that has a title."""
    tender = table(release.get("tender"))
    title = one_line(tender.get("title"))[:MOST_TITLE]
    description = tidy(tender.get("description"))
    if not title:
        return None
    ocid = one_line(release.get("ocid"))[:120] or one_line(release.get("id"))[:120] or one_line(tender.get("id"))[:120] or title[:120]
    language = one_line(release.get("language")).lower()[:2]
    english, welsh = in_both(title, language)
    story, story_cy = in_both_stories(description, language)
    buyer, buyer_cy = in_both(buyer_of(release), "")
    codes = codes_of(tender)
    words = one_line(table(tender.get("classification")).get("description"))[:120]
    return Notice(
        ocid=ocid,
        release=one_line(release.get("id"))[:160],
        date=day(release.get("date")) or day(tender.get("datePublished")),
        link=link_of(release, tender, ocid),
        licence=licence,
        language=language,
        title=english,
        title_cy=welsh,
        story=story,
        story_cy=story_cy,
        buyer=buyer,
        buyer_cy=buyer_cy,
        cpv=codes,
        cpv_words=words,
        pounds=pounds_of_tender(tender),
        years=years_of(table(tender.get("contractPeriod"))),
        regions=regions_of(release, tender),
        lots=tuple(lots_of(release, tender, description)),
    )


def in_both(text: str, language: str) -> tuple[str, str]:
    """A text in English and in Welsh: the halves of one that is in both, else itself in its own language."""
    english, welsh = halves(text)
    if welsh:
        return english, welsh
    return ("", text) if language == "cy" or is_welsh(text) else (text, "")


def in_both_stories(text: str, language: str) -> tuple[str, str]:
    """A description by its paragraphs: those in English and those in Welsh."""
    lines = text.split("\n")
    welsh = [line for line in lines if is_welsh(line)]
    english = [line for line in lines if line not in welsh]
    if language == "cy" and not welsh:
        return "", text
    return "\n".join(english), "\n".join(welsh)


def buyer_of(release: Mapping[str, Any]) -> str:
    """The name of who buys: the buyer's, else that of the entity that runs the procedure."""
    parties = tables(release.get("parties"))
    buyer = table(release.get("buyer"))
    name = one_line(buyer.get("name")) or one_line(table(buyer.get("identifier")).get("legalName"))
    if not name:
        same = [party for party in parties if party.get("id") == buyer.get("id") is not None]
        playing = [party for role in ("buyer", "procuringEntity") for party in parties if has_role(party, role)]
        name = next((one_line(party.get("name")) for party in (*same, *playing) if one_line(party.get("name"))), "")
    return name or one_line(table(table(release.get("tender")).get("procuringEntity")).get("name"))


def has_role(party: Mapping[str, Any], role: str) -> bool:
    """Whether a party has a role."""
    roles = party.get("roles")
    return isinstance(roles, list) and role in roles


def codes_in(entry: Mapping[str, Any]) -> Iterator[str]:
    """The CPV codes of a tender, lot or item: its classification, then the additional ones."""
    for found in (table(entry.get("classification")), *tables(entry.get("additionalClassifications"), MOST_CODES)):
        scheme = str(found.get("scheme", "CPV")).upper()
        code = CODE.match(str(found.get("id", "")))
        if code and scheme.startswith("CPV"):
            yield code[0]


def codes_of(tender: Mapping[str, Any]) -> tuple[str, ...]:
    """The CPV codes of a tender as a whole: its own, else those of its items that belong to no lot."""
    own = [*codes_in(tender)]
    free = [code for item in tables(tender.get("items")) if not item.get("relatedLot") for code in codes_in(item)]
    return tuple(dict.fromkeys([*own, *free]))[:MOST_CODES]


def pounds_of(value: object) -> float | None:
    """An amount in pounds; None where none is told, or one that only fills the form."""
    found = table(value)
    amount = next((found[key] for key in ("amount", "amountNet", "amountGross") if is_number(found.get(key))), None)
    if amount is None or str(found.get("currency") or "GBP").upper() != "GBP":
        return None
    return float(amount) if LEAST_POUNDS <= amount <= MOST_POUNDS else None


def is_number(value: object) -> bool:
    """Whether something is a number, and no yes or no."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def pounds_of_tender(tender: Mapping[str, Any]) -> float | None:
    """The value of a tender: its own, else the mean of its least and most, else the sum of its lots'."""
    own = pounds_of(tender.get("value"))
    if own is not None:
        return own
    bounds = [found for key in ("minValue", "maxValue") if (found := pounds_of(tender.get(key))) is not None]
    if bounds:
        return sum(bounds) / len(bounds)
    lots = [found for lot in tables(tender.get("lots"), MOST_LOTS) if (found := pounds_of(lot.get("value"))) is not None]
    return sum(lots) if lots else None


def years_of(period: Mapping[str, Any]) -> float | None:
    """How long a period is, in years; None where it is not told."""
    days = period.get("durationInDays")
    in_months = is_number(days)
    if not in_months:
        start, end = moment(period.get("startDate")), moment(period.get("endDate"))
        if start is None or end is None:
            return None
        days = (end - start).days + 1
    assert isinstance(days, (int, float))
    if not 0 < days <= LONGEST_YEARS * DAYS:
        return None
    in_months = in_months and days % MONTH == 0 and days % 365 != 0
    return days / MONTH / 12 if in_months else days / DAYS


def moment(text: object) -> date | None:
    """A day; None where none is told."""
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def day(text: object) -> str:
    """A day as 2025-02-21; empty where none is told."""
    found = moment(text)
    return found.isoformat() if found else ""


def places_in(entry: Mapping[str, Any]) -> Iterator[str]:
    """The NUTS codes of an item's addresses."""
    for address in tables(entry.get("deliveryAddresses")):
        yield from nuts(address)
    for location in (table(entry.get("deliveryAddress")), table(entry.get("deliveryLocation"))):
        yield from nuts(location)


def nuts(address: Mapping[str, Any]) -> Iterator[str]:
    """The NUTS code of an address."""
    found = NUTS.fullmatch(str(address.get("region", "")).strip().upper())
    if found:
        yield found[0]


def regions_of(release: Mapping[str, Any], tender: Mapping[str, Any]) -> tuple[str, ...]:
    """Where it is delivered, else where its buyer sits."""
    items = tables(tender.get("items"))
    found = [code for item in items if not item.get("relatedLot") for code in places_in(item)]
    if not found and not any(code for item in items for code in places_in(item)):
        buyers = [party for party in tables(release.get("parties")) if has_role(party, "buyer")]
        found = [code for party in buyers for code in nuts(table(party.get("address")))]
    return tuple(dict.fromkeys(found))


def link_of(release: Mapping[str, Any], tender: Mapping[str, Any], ocid: str) -> str:
    """Where people read the notice: the page that it names, else the portal's, by its number."""
    documents = [document for document in tables(tender.get("documents")) if web(document.get("url"))]
    for kind in NOTICE_KINDS:
        for document in documents:
            if document.get("documentType") == kind:
                return web(document.get("url"))
    prefix = "-".join(ocid.split("-")[:2])
    identifier = re.sub(r"[^\w-]", "", one_line(release.get("id")))[:80]
    if prefix in PORTALS and (prefix == "ocds-kuma6s" or identifier):
        return PORTALS[prefix].format(id=ocid.rsplit("-", maxsplit=1)[-1], release=identifier)
    return next((web(link.get("href")) for link in tables(release.get("links")) if web(link.get("href"))), "")


def web(text: object) -> str:
    """An address of the web; empty where it is none."""
    return text if isinstance(text, str) and re.fullmatch(r"https?://[!-~]{3,200}", text) else ""


def lots_of(release: Mapping[str, Any], tender: Mapping[str, Any], description: str) -> Iterator[Lot]:
    """The lots of a tender; a tender without lots is one."""
    items = tables(tender.get("items"))
    general = weights_of_tender(release, tender, description)
    lots = tables(tender.get("lots"), MOST_LOTS) or [{}]
    for lot in lots:
        name = str(lot.get("id", ""))
        own = [item for item in items if str(item.get("relatedLot", "")) == name and name]
        codes = [*codes_in(lot), *(code for item in own for code in codes_in(item))]
        yield Lot(
            id=one_line(name)[:60],
            title=one_line(lot.get("title"))[:200],
            cpv=tuple(dict.fromkeys(codes))[:MOST_CODES],
            pounds=pounds_of(lot.get("value")),
            years=years_of(table(lot.get("contractPeriod"))),
            regions=tuple(dict.fromkeys(code for item in own for code in places_in(item))),
            weights=weights_of_lot(lot) or general,
        )


def weights_of_lot(lot: Mapping[str, Any]) -> Weights | None:
    """What a lot's award criteria state, else what its sentences tell."""
    stated = weights_at(lot.get("awardCriteria"))
    if stated is not None and stated.whole:
        return stated
    return weights_in([*sentences(lot.get("awardCriteria")), *details(lot), tidy(lot.get("description"))]) or stated


def weights_of_tender(release: Mapping[str, Any], tender: Mapping[str, Any], description: str) -> Weights | None:
    """What the award criteria of a tender as a whole state, else what its sentences tell."""
    stated = weights_at(tender.get("awardCriteria")) or weights_by_code(tender.get("awardCriteria"))
    if stated is not None and stated.whole:
        return stated
    texts = [*sentences(tender.get("awardCriteria")), *details(tender), *details(table(tender.get("lotDetails")))]
    return weights_in([*texts, description, tidy(release.get("description")), tidy(tender.get("procurementMethodRationale"))]) or stated


def weights_at(criteria: object) -> Weights | None:
    """What award criteria state in their list, whichever way it is laid."""
    return weights_of_criteria(table(criteria).get("criteria") if isinstance(criteria, dict) else criteria)


def sentences(criteria: object) -> Iterator[str]:
    """The sentences of award criteria: their descriptions, and the list of them as one text."""
    found = table(criteria)
    for key in ("weightingDescription", "description"):
        if text := tidy(found.get(key)):
            yield ABOUT_WEIGHTS + text
    rows = [f"{one_line(row.get('name'))} {tidy(row.get('description'))}" for row in tables(found.get("criteria"), 60)]
    yield from (ABOUT_WEIGHTS + row for row in rows if len(row) > len(ABOUT_WEIGHTS))


def details(entry: Mapping[str, Any]) -> Iterator[str]:
    """The sentences on how bids are judged."""
    if text := tidy(entry.get("awardCriteriaDetails")):
        yield ABOUT_WEIGHTS + text
