"""What the page says that opens the board in a browser: while it is fetched, when it can't be, and when a new version is there."""

from caffael.presentation.menu import NAME
from caffael.words.language import NAMES, Code, Language, words

OTHER: dict[Code, Code] = {"en": "cy", "cy": "en"}
SENTENCES = {
    "what": words("An educational board game about public spending and buying well, for schools in Wales."),
    "private": words("Nothing is installed, there is no account, and nothing you do here is sent anywhere."),
    "picture": words("The title page of the game"),
    "bar": words("How much of the game is here"),
    "fetching": words("{done} of {total} MB are here."),
    "opening": words("Everything is here; the board is being laid out."),
    "again": words("Try again"),
    "narrow": words("Make the window larger, or use a larger screen: the board needs more room."),
    "unstarted": words("The game needs JavaScript, a browser of 2023 or newer, and a web address: it can't be opened from a folder."),
    "waits": words("Caffael is open in another tab, which keeps your games. Go on there; or close it, and this one goes on by itself."),
    "alone": words("Play here without keeping"),
    "old": words(
        "This browser is too old for the game: it needs Chrome or Edge 112, Firefox 114, Safari 16.4 or newer. "
        "Ask whoever looks after this device to update it."
    ),
    "locked": words(
        "WebAssembly is switched off in this browser, and the game can't run without it. Ask your technician to allow it for this "
        "address: in Edge it goes with the JavaScript JIT (JavaScriptJitAllowedForSites, EnhanceSecurityModeBypassListDomains)."
    ),
    "missing": words(
        "The file {file} did not come ({why}). Look to the network and try again; if it goes on, a filter may be holding it back."
    ),
    "not_begun": words("The game could not be opened ({why}). Try again; if it goes on, tell whoever looks after this page."),
    "fault": words("The game met a fault of its own ({why}). Open the page again: a game that was saved goes on there."),
    "new": words("A new version of the game is here."),
    "change": words("Change to it now"),
    "later": words("Not now"),
    "licences": words("Licences"),
}
"""The sentences of the page by their names; what stands in braces is filled in there."""


def loading_words(language: Language) -> dict[str, str]:
    """What the page says in a language, by the names of its sentences."""
    said = {name: language.text(sentence) for name, sentence in SENTENCES.items()}
    return {"name": NAME, "other": NAMES[OTHER[language.code]], **said}


def manifest_words(language: Language) -> dict[str, str]:
    """What a device says of the game once it is installed there."""
    return {"name": NAME, "description": loading_words(language)["what"]}
