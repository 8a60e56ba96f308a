"""What a drafted agreement holds, whatever it is written as."""

from collections.abc import Mapping
from dataclasses import dataclass

from art28.agreement.model import Value

_FIRST = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def filled(self) -> "Table":
        """The table without columns in which nothing is said, but for its first two."""
        kept = [at for at, _ in enumerate(self.headings) if at < _FIRST or any(row[at] for row in self.rows)]
        return Table(tuple(self.headings[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause, the article of the GDPR it serves (empty where none), and what it means in plain language.

    `facts` are the keys of the facts on which it stands and that it says. `key` names it whatever its number; one with
    `own` words has been worded by the parties. One that is a `table` says its cells in `text`. With `set_apart` it is what
    takes a place in another agreement, shown as such; `number` is then the one that it bears there.
    """

    number: str
    text: str
    gdpr: str = ""
    note: str = ""
    facts: tuple[str, ...] = ()
    key: str = ""
    own: bool = False
    table: Table | None = None
    set_apart: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its clauses, in order; `number` is 0 where its heading stands as somebody else wrote it."""

    number: int
    heading: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Items under a line that says what they are."""

    lead: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its title with its number, and what stands in it."""

    title: str
    content: tuple[str | Listing | Table, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted agreement. `opening` names the parties, `facts` is all that it says, `blanks` what is left to fill in.

    `word` is the Word file that it is, where it is no draft of ours but a document of the organisation's own. `whole` is the
    agreement as it will read, where this is an addendum to it. Where it is to be `initialled`, then on every page.
    """

    language: str
    title: str
    opening: tuple[str, ...]
    articles: tuple[Article, ...]
    annexes: tuple[Annex, ...]
    signatures: tuple[tuple[str, ...], ...]
    facts: Mapping[str, Value]
    blanks: tuple[str, ...]
    word: bytes = b""
    whole: "Draft | None" = None
    initialled: bool = False
