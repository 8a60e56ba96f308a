"""What statements don't hold, kept from one agreement to the next: those on one template share most of their statements.

It is kept under a digest of the statement, and only that a pattern isn't found: no word of an agreement outlives its reading.
"""

from hashlib import blake2b

_MOST = 2_000
_DIGEST = 16

Pattern = tuple[str, int]
"""A pattern as it is written, and its flags."""


class Lacking:
    """The patterns that aren't found in each of the statements seen last, between `most` and twice as many."""

    __slots__ = ("_before", "_known", "_most")

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: dict[bytes, set[Pattern]] = {}
        self._before: dict[bytes, set[Pattern]] = {}

    def of(self, text: str) -> set[Pattern]:
        """The patterns that were sought in a statement of these words in vain; whoever seeks another in vain adds it."""
        digest = blake2b(text.encode(errors="surrogatepass"), digest_size=_DIGEST).digest()
        known = self._known.get(digest)
        if known is None:
            known = self._before.get(digest)
            if len(self._known) >= self._most:
                self._before, self._known = self._known, {}
            known = self._known[digest] = set() if known is None else known
        return known

    def forget(self) -> None:
        """Know nothing, as a process does before its first agreement."""
        self._known, self._before = {}, {}


LACKING = Lacking()
"""That of this process."""
