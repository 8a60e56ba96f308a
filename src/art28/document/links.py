"""Links whose address says more than their text shows -> what is kept of them, and the note that lists them.

"See the list of sub-processors" means what stands at the other end: to a reader of the printed text that is lost.
"""

import re
from collections.abc import Iterable, Sequence

from art28.document.model import Link, NoteCode, ReadingNote

_LONGEST_ADDRESS = 2_000
_LISTED = 12
_SHOWN_WORDS = 60
_ELSEWHERE = re.compile(
    r"(?:https?|ftp|mailto|tel|sip):|www\.|//|/|\.\./|[\w.-]+/|[\w-]+\.(?:html?|pdf|docx?|aspx?|php)\b", re.IGNORECASE
)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!//)", re.IGNORECASE)
_KNOWN_SCHEME = re.compile(r"(?:https?|ftp|mailto|tel|sip):", re.IGNORECASE)
_UNSPOKEN = re.compile(r"^(?:https?:)?//|^(?:mailto|tel|sip):|^www\.|\?.*$|[/\s]+$", re.IGNORECASE)


def further(shown: str, address: str) -> str | None:
    """The address of a link if it leads elsewhere and isn't what its text shows already; None otherwise."""
    given = "".join(character for character in address.strip() if character.isprintable())[:_LONGEST_ADDRESS]
    if not _ELSEWHERE.match(given) or (_OTHER_SCHEME.match(given) and not _KNOWN_SCHEME.match(given)):
        return None
    return given if _spoken(given) not in _spoken(shown) else None


def _spoken(text: str) -> str:
    """An address as it is spoken or printed: without scheme, query and slash at the end."""
    bare = re.sub(r"\s+", "", text).casefold()
    before = ""
    while bare != before:
        before, bare = bare, _UNSPOKEN.sub("", bare)
    return bare


def note_on(text: str, links: Sequence[Link]) -> Iterable[ReadingNote]:
    """The note that lists the first of the links; none where there are none."""
    if not links:
        return ()
    said = [f"{_words(text, link)}{link.address}" for link in links[:_LISTED]]
    more = f"; +{len(links) - _LISTED}" if len(links) > _LISTED else ""
    return (ReadingNote(NoteCode.LINKS, "; ".join(said) + more),)


def _words(text: str, link: Link) -> str:
    shown = " ".join(text[link.span.start : link.span.end].split())
    if not shown:
        return ""
    return f"“{shown if len(shown) <= _SHOWN_WORDS else shown[: _SHOWN_WORDS - 1].rstrip() + '…'}” → "
