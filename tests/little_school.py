"""A scenario of a school for the tests: the standard game's cards, a school's words, and nothing but open tenders."""

from pathlib import Path

OFF = (
    *("labs", "projects", "engagement", "events", "climate_events", "track_records", "bid_cards", "market_refresh"),
    *("section_114", "welsh_duty", "badges"),
)
ROUTES_OFF = ("quotes", "framework", "lots", "reserved", "flexible", "direct", "joint")


def little_school(folder: Path) -> Path:
    """Write it into a new folder and say where it is."""
    place = folder / "little-school"
    place.mkdir()
    rules = "\n".join(f"{rule} = false" for rule in OFF)
    routes = "\n".join(f"[routes.{route}]\non = false" for route in ROUTES_OFF)
    (place / "scenario.toml").write_text(
        'extends = "smarter-spending"\nid = "little-school"\ntitle_en = "Little school"\ntitle_cy = "Ysgol fach"\nwords = "school"\n'
        f'years = 3\nyears_offered = [3]\n[rules]\n{rules}\nmanagement = "automatic"\n[weights]\npeople = true\n{routes}\n',
        encoding="utf-8",
    )
    return place
