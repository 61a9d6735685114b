"""The sentences of the page's frame, which is the same for everybody and stands before a room has said anything."""

from caffael.rules.terms import Criterion
from caffael.words.language import NAMES, Code, Language, words
from caffael.words.looks import CRITERION_PICTURES, GOAL_IDS
from caffael.words.sentences import criterion_name, goal_name

SENTENCES = {
    "script": words("This page needs JavaScript. Switch it on, or use another browser."),
    "skip": words("Go to what there is to do"),
    "menu": words("Settings of this device"),
    "large": words("Larger letters"),
    "dark": words("Dark page"),
    "other": words("Say it in the other language"),
    "forget": words("This is not me"),
    "forget line": words("This device then forgets its team. You can join anew."),
    "yes": words("Yes, forget it"),
    "no": words("No, go back"),
    "connecting": words("Looking for the teacher's board."),
    "back": words("The board is there again."),
    "offline": words("The board can't be reached. Are you still on the school's Wi-Fi? What you wrote is kept here."),
    "waiting": words("Waiting for the teacher's board. What you wrote is kept here."),
    "elsewhere": words("Your place is open in another window."),
    "here": words("Use it here"),
    "sent": words("The teacher has sent this device away. Ask at the front."),
    "closed": words("The room is closed. Thank you for playing!"),
    "full": words("The room is full."),
    "again": words("Try again"),
    "code": words("The code on the big screen"),
    "code line": words("Six letters and digits, in two groups of three."),
    "go": words("Go in"),
    "unknown": words("No room has this code now. Look at the big screen again."),
    "wrong code": words("A code has six letters and digits."),
    "sending": words("On its way."),
    "unsaved": words("The board has it, but can't save the game now. Tell your teacher."),
    "kept": words("Saved."),
    "seconds": words("Seconds left: {n}"),
    "days": words("Days left: {n}"),
    "work": words("Decide"),
    "council": words("Home"),
    "market": words("Market"),
    "story": words("Story"),
    "team": words("Team"),
    "pages": words("Parts of this page"),
    "name": words("You are: {name}"),
    "captain": words("captain"),
    "watching": words("watching"),
}
"""The sentences of the frame by their names; what stands in braces is filled in on the device."""
OTHER: dict[Code, Code] = {"en": "cy", "cy": "en"}


def frame_words(language: Language) -> dict[str, str]:
    """What the frame says in a language; the way to the other one is said in that one."""
    said = {name: language.text(sentence) for name, sentence in SENTENCES.items()}
    return {**said, "other": NAMES[OTHER[language.code]]}


def picture_names(language: Language) -> dict[str, str]:
    """What a picture says to whoever can't see it, where it stands before a number with no word: by the picture's name."""
    names = {
        "home": language.text("Local share"),
        "seal": language.text("Reliability"),
        "contract": language.text("Free places"),
        "welsh": language.text("Gives its service in Welsh"),
        "supported": language.text("Supported employment provider"),
        "timer": language.text("While it waits"),
    }
    names |= {CRITERION_PICTURES[criterion]: criterion_name(language, criterion) for criterion in Criterion}
    return names | {picture: goal_name(language, goal) for goal, picture in enumerate(GOAL_IDS)}
