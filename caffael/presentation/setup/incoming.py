"""What was dragged onto the window that is no game, by the name of its kind."""

from caffael.presentation.setup.outcomes import outcome
from caffael.words.language import Language, words

KINDS = {
    "pdf": words("a PDF document"),
    "text": words("a document of a word processor"),
    "sheet": words("a spreadsheet; of a game, the whole folder is needed"),
    "slides": words("a presentation"),
    "picture": words("a picture"),
    "sound": words("a sound or a film"),
    "web": words("a page for the browser"),
    "program": words("a program"),
    "plain": words("a text"),
    "zip": words("a zip without a game in it"),
    "folder": words("a folder without a file scenario.toml in it"),
    "empty": words("an empty file"),
    "gone": words("there is nothing of this name, or it can't be read"),
    "other": words("a file that Caffael doesn't know"),
}
ENDINGS = {
    "pdf": "pdf",
    **dict.fromkeys(("doc", "docx", "odt", "rtf", "pages"), "text"),
    **dict.fromkeys(("xls", "xlsx", "xlsm", "ods", "csv", "tsv", "numbers", "gsheet"), "sheet"),
    **dict.fromkeys(("ppt", "pptx", "odp", "key"), "slides"),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "heic", "tif", "tiff"), "picture"),
    **dict.fromkeys(("mp3", "wav", "ogg", "m4a", "mp4", "mov", "avi", "mkv", "webm"), "sound"),
    **dict.fromkeys(("html", "htm", "url", "webloc"), "web"),
    **dict.fromkeys(("exe", "msi", "app", "dmg", "deb", "bat", "cmd", "sh", "py"), "program"),
    **dict.fromkeys(("txt", "md", "toml", "json", "log", "xml"), "plain"),
    "zip": "zip",
}
BEGINNINGS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"PK\x03\x04", "zip"),
    (b"<!DOCTYPE", "web"),
    (b"<html", "web"),
)
"""How files begin whose names don't say what they are."""


NOTICE_FILES = (".json", ".jsonl", ".gz", ".txt")
"""How files of tender notices end; portals give them as JSON, which some programs save as a text."""
BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""What may stand before the first sign of JSON: marks of letters, zeros of wide ones, blanks."""


RENAMED = (b'{"', b'[{"')
"""How JSON of records begins, without blanks. It is asked of a file that was saved as a text, or whose name has no ending."""


def may_be_notices(name: str, beginning: bytes) -> bool:
    """Whether a file may hold tender notices, by its name and first bytes: reading it tells."""
    if name.lower().endswith(".txt") or "." not in name:
        return beginning.translate(None, BLANK).startswith(RENAMED)
    return name.lower().endswith(NOTICE_FILES) and (beginning.startswith(b"\x1f\x8b") or beginning.lstrip(BLANK)[:1] in (b"{", b"["))


def kind_of(name: str, beginning: bytes) -> str:
    """The kind of a file, by the ending of its name, else by its first bytes."""
    if not beginning:
        return "empty"
    _, _, ending = name.rpartition(".")
    known = ENDINGS.get(ending.casefold()) if ending != name else None
    return known or next((kind for begins, kind in BEGINNINGS if beginning.startswith(begins)), "other")


def no_game(language: Language, name: str, kind: str) -> str:
    """What is said of a thing that is no game."""
    return language.text(
        "“{name}” is no game: {kind}. Drag here the folder or .zip of a game, a saved game (.caffael), or tender notices (.json).",
        name=name,
        kind=language.text(KINDS[kind]),
    )


def taken_in(language: Language, games: int, packs: int) -> str:
    """What came in from a file with everything."""
    if not games and not packs:
        return outcome(language, "here already")
    said = language.plural("{n} saved game has come in", "{n} saved games have come in", games)
    also = language.plural("{n} game of your own", "{n} games of your own", packs)
    return language.text("{games}, and {packs}. Nothing that was here has changed.", games=said, packs=also)
