"""What is said when something round the game was done, or why it could not be."""

from caffael.words.language import Language, Value, words

OUTCOMES = {
    "bin": words("“{title}” is in the bin. It can be brought back below."),
    "class closed": words("The room is closed. Nothing of it is kept."),
    "copied": words("The list is on the clipboard; it can be pasted into a letter."),
    "deleted": words("“{title}” is deleted. It can be brought back here."),
    "digits": words("The number of a deal is written in digits, or in the 26 letters and digits that Caffael wrote."),
    "fewer faults": words("Better already. This is what is left."),
    "game played": words("To open another game, leave this one for the title page first, then drag the file here again."),
    "here already": words("Everything in this file is here already."),
    "kept": words("It stands on the shelf now."),
    "list written": words("The list is written to {path}"),
    "no bin": words("This game could not be put in the bin; it may be open in another program."),
    "no debrief": words("The debrief can't be written in {folder} ({why})."),
    "no file": words("The file can't be written in {folder} ({why})."),
    "no doubts": words("There is nothing left to think about."),
    "no clipboard": words("This computer has no clipboard; write the place down."),
    "no faults": words("Everything is right now. The game can be played."),
    "not alone": words("It can't be kept alone, because something is missing then: {fault}"),
    "not back": words("This game could not be brought back; its file lies in the folder “.deleted”."),
    "not shown": words("The folder could not be opened; it can be found by the place above."),
    "nothing there": words("There is nothing at “{path}”."),
    "place copied": words("The place is on the clipboard."),
    "same names": words("Two teams have the same name."),
    "saved": words("Saved. It stands on the shelf."),
    "shown": words("The folder is open in a window of its own."),
    "still faults": words("There are still faults."),
    "team full": words("This team has no place left: it has as many devices as a team can have."),
    "time": words("Time to decide"),
    "unwritten": words("That can't be written on this computer: {reason}"),
}


def outcome(language: Language, what: str, /, **values: Value) -> str:
    """What is said of something that was done or failed, by its name."""
    return language.text(OUTCOMES[what], **values)
