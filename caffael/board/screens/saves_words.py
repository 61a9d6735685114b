"""What a record says when it can't be read, continued or saved, marked so that the catalogue holds these sentences too."""

from caffael.words.language import words

RECORD_SENTENCES = (
    words("Line {line} of {file} holds something that this version of Caffael doesn't know."),
    words("Line 1 of {file} says format {found}, and this version of Caffael reads format {known} only."),
    words("Line {line} of {file} was changed or damaged after it was written."),
    words("Line {line} of {file} is longer than any line of a game."),
    words("{file} holds no game: its first line was never finished."),
    words("Line {line} of {file} takes back or repeats more than was played."),
    words("{file} is no game: it is larger than {most} MB."),
    words("Line {line} of {file} has the wrong number {found}."),
    words("{file} is no file of a game."),
    words("{file} can't be read ({why})."),
    words("{file} can't be read as a game."),
    words("Line {line} of {file} says another year or score than playing it gives."),
    words("{file} was played under rules {found} and these are rules {known}: it can be read, not played again."),
    words("Line {line} of {file} can't be played under the rules."),
    words("This game was played under rules {found} and these are rules {known}, so it can be looked at but not continued."),
    words("The numbers of scenario {scenario} have changed since this game began, so it can be looked at but not continued."),
    words("The cards of scenario {scenario} have changed since this game began, so it can't be watched."),
    words("The scenario {scenario} is not here any more or has faults, so this game can be looked at but not continued."),
    words("{old} was changed by another program; this game goes on in {new}."),
    words("The disk is full, so {file} is not saved; you can play on, and every action tries again to save it."),
    words("Caffael may not write in {folder}, so the game is not saved; you can play on, and every action tries again."),
    words("The folder {folder} is gone, so the game is not saved; you can play on, and every action tries again."),
    words("{file} can't be written ({why}); you can play on, and every action tries again to save it."),
)
