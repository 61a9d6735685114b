"""What the system says when a file or folder can't be read or written, in the reader's language."""

import errno

from caffael.words.language import words
from caffael.words.sentence import InBoth, Sentence

IN_USE = words("another program is using it")
REASONS = {
    errno.EACCES: words("it is not allowed"),
    errno.EPERM: words("it is not allowed"),
    errno.EBUSY: IN_USE,
    errno.EEXIST: words("something of that name is there already"),
    errno.EINVAL: words("nothing can have such a name"),
    errno.EIO: words("the disk or its connection has a fault"),
    errno.EISDIR: words("it is a folder"),
    errno.ELOOP: words("it is a link to another place"),
    errno.ENAMETOOLONG: words("its name is too long"),
    errno.ENODEV: words("the disk is not there"),
    errno.ENOENT: words("there is no such file or folder"),
    errno.ENOSPC: words("the disk is full"),
    errno.ENOTDIR: words("a folder on the way to it is a file"),
    errno.ENOTEMPTY: words("the folder is not empty"),
    errno.EROFS: words("nothing can be written on this disk"),
    errno.ETXTBSY: IN_USE,
}
"""What hinders most. What is not here is told in the system's own words."""
HELD = (32, 33)
"""What Windows says of a file that another program holds, which Python calls a lack of permission."""


def system_reason(error: Exception) -> Sentence:
    """Why the system refuses a file, to stand in brackets: a sentence of ours where it is a usual one, else the system's own words."""
    if isinstance(error, ValueError):
        return Sentence(REASONS[errno.EINVAL])
    number = getattr(error, "errno", None)
    if getattr(error, "winerror", None) in HELD:
        return Sentence(IN_USE)
    if number in REASONS:
        return Sentence(REASONS[number])
    told = getattr(error, "strerror", None)
    return InBoth(told) if told else Sentence("unknown reason")
