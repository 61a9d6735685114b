"""Names by content: each file of the build is called by its hash, and the scripts that name one another are told the new names.

So a file never changes under its name, and a new version of the game fetches only what is new in it.
"""

import hashlib
import re
from collections.abc import Mapping

NAMED = re.compile(r'"\./([a-z0-9_.-]+)"')
"""How a script names another file of the build."""
LETTERS = 12


def called(name: str, content: bytes) -> str:
    """The name of a file in the build."""
    return f"{hashlib.sha256(content).hexdigest()[:LETTERS]}-{name}"


def renamed(scripts: Mapping[str, bytes], known: Mapping[str, str]) -> dict[str, tuple[str, bytes]]:
    """Scripts by their plain names: what each is called and its content, in which others are called by their names in the build.

    `known` are the names of files that are no scripts. Raises ValueError where scripts name one another in a ring.
    """
    done: dict[str, tuple[str, bytes]] = {}
    while len(done) < len(scripts):
        names = {**known, **{name: row[0] for name, row in done.items()}}
        ready = [name for name in sorted(set(scripts) - set(done)) if needs(scripts[name], scripts) <= set(done)]
        if not ready:
            raise ValueError(f"scripts name one another in a ring: {', '.join(sorted(set(scripts) - set(done)))}")
        for name in ready:
            content = with_names(scripts[name], names)
            done[name] = called(name, content), content
    return done


def needs(script: bytes, scripts: Mapping[str, bytes]) -> set[str]:
    """The scripts that a script names."""
    return {name for name in NAMED.findall(script.decode("utf-8")) if name in scripts}


def with_names(content: bytes, names: Mapping[str, str]) -> bytes:
    """Content in which files are called as in the build."""
    return NAMED.sub(lambda found: f'"./{names.get(found[1], found[1])}"', content.decode("utf-8")).encode("utf-8")
