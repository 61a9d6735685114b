"""The address under which a relay is known, as people type it and as browsers say it."""

from urllib.parse import urlsplit

USUAL = {"https": 443, "http": 80}


def public_name(address: str) -> tuple[str, str]:
    """The scheme of a relay's address, and its name as browsers say it in `Host`: in plain letters, without the port that goes without
    saying. Raises ValueError for what is no such address.
    """
    found = urlsplit(address)
    if found.scheme not in USUAL or not found.hostname or found.username or found.path.strip("/") or found.query or found.fragment:
        raise ValueError(f"{address!r} is no address of a relay")
    host = found.hostname.encode("idna").decode()
    return found.scheme, host if found.port in (None, USUAL[found.scheme]) else f"{host}:{found.port}"
