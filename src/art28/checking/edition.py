"""Which rules checked: the version of art28 with a digest of everything that checking is made of.

A verdict that was stored under another edition may come out otherwise by this one.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from art28 import __version__

_KINDS = (".py", ".toml")
_DIGITS = 10
_SAID = frozenset({"/messages.toml", "/proposals.toml"})
"""Sentences that are said of verdicts when they are shown: another wording turns none."""
_FOUNDATION = tuple((name, None) for name in ("agreement", "checking", "document", "extraction", "law", "timelimits"))
_PREPARING = (
    *(("document", None), ("extraction", None), ("agreement", ("/lawsaid.py", "/passages.py"))),
    (
        "checking",
        tuple(f"/words/{name}.py" for name in ("acting", "leads", "phrases", "statements", "subject", "titles")),
    ),
)
TEXTUAL = (
    *((name, None) for name in ("agreement", "document", "extraction", "law", "timelimits")),
    ("checking", ("/words/", "/itself/", "/model.py", "/judging.py", "/provisions/ending.py")),
)
"""What is found in the words of a text is made by: folders, and of checking what begins with these names."""


@cache
def edition() -> str:
    """The edition of the rules, such as 0.1.0+3f2c9a41d0."""
    return f"{__version__}+{_digest((('checking', None),))}"


@cache
def preparation() -> str:
    """The edition of what makes statements of a document."""
    return f"{__version__}+{_digest(_PREPARING)}"


@cache
def textual() -> str:
    """The edition of what finds in the words of a text, parameters of the law too."""
    return f"{__version__}+{_digest(TEXTUAL)}"


@cache
def foundation() -> str:
    """The edition of everything that a check is made by, parameters of the law too."""
    return f"{__version__}+{_digest(_FOUNDATION)}"


def _digest(parts: Iterable[tuple[str, tuple[str, ...] | None]]) -> str:
    digest = hashlib.sha256()
    for package, names in parts:
        for name, file in sorted(_files(files(f"art28.{package}"), "")):
            if name not in _SAID and (names is None or name.startswith(names)):
                digest.update(name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:_DIGITS]


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """The files that hold rules; the playbooks that come with art28 are an organisation's own once it uses them."""
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            yield from () if entry.name in ("__pycache__", "playbooks") else _files(entry, name)
        elif entry.name.endswith(_KINDS):
            yield name, entry
