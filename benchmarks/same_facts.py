"""One line for each file at hand: a hash of what is read out of it and of every fact with its citations.

Two versions of art28 that print the same read everything the same: `diff` their output after a change that only makes
reading faster. The lines name files by their place in the list, and say nothing of what stands in them.
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from art28.agreement.model import Fact
from art28.document.model import Document
from art28.extraction.extract import extract, extract_each
from art28.reading.limits import Limits
from art28.reading.read import read_document

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared"
READ = frozenset({".docx", ".htm", ".html", ".md", ".odt", ".pdf", ".rtf", ".txt"})
AT_HAND = (
    REFERENCE / "seeds",
    REFERENCE / "corpus",
    REFERENCE / "gold",
    ROOT / "samples",
    ROOT / "tests" / "agreements",
)


def files(folders: Iterable[Path]) -> list[Path]:
    """Every file below `folders` that art28 reads, in order."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in READ]


def digest(parts: Iterable[object]) -> str:
    """A short hash of what `parts` say."""
    return hashlib.sha256("\x1f".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def said(fact: Fact) -> tuple[object, ...]:
    """All that a fact says and cites."""
    return fact.key, fact.value, fact.rule, fact.provision, fact.strength, fact.citations


def line(document: Document) -> str:
    """The hashes of a document's text and blocks, of its structure, and of its facts and questions."""
    agreement = extract(document)
    reading = agreement.reading
    structure = (reading.clauses, reading.text, reading.layer.starts, reading.sentences, reading.language)
    facts = [*map(said, agreement.facts.values())]
    facts += [(q.key, q.kind, *map(said, q.candidates)) for q in agreement.questions]
    each = [said(fact) for other in extract_each(document) for fact in other.facts.values()]
    return (
        f"{digest((document,))} {digest((*structure, sorted(reading.names.items())))} {digest(facts)} {digest(each)} "
        f"{len(agreement.facts)} facts"
    )


def main() -> None:
    """Read all files below the folders given, else those at hand."""
    for number, path in enumerate(files(map(Path, sys.argv[1:]) if sys.argv[1:] else AT_HAND), start=1):
        try:
            read = read_document(path.read_bytes(), name=path.name, limits=Limits())
        except Exception as error:  # a file that isn't read must not be read in another version either
            print(number, type(error).__name__)
            continue
        print(number, line(read))


if __name__ == "__main__":
    main()
