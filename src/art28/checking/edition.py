"""Which rules checked: the version of art28 with a digest of everything that checking is made of.

A verdict that was stored under another edition may come out otherwise by this one.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from art28 import __version__

_KINDS = (".py", ".toml")
_DIGITS = 10


@cache
def edition() -> str:
    """The edition of the rules, such as 0.1.0+3f2c9a41d0."""
    digest = hashlib.sha256()
    for name, file in sorted(_files(files("art28.checking"), "")):
        digest.update(name.encode())
        digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:_DIGITS]}"


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """The files that hold rules; the playbooks that come with art28 are an organisation's own once it uses them."""
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            yield from () if entry.name in ("__pycache__", "playbooks") else _files(entry, name)
        elif entry.name.endswith(_KINDS):
            yield name, entry
