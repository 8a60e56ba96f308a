"""Files -> families of the agreements in them. Agreements are read twice where they deviate, so that memory stays small."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from art28.agreement.model import Agreement
from art28.cli.files import document, each
from art28.document.model import Document
from art28.extraction.extract import documents_in, extract, extract_each
from art28.families.alignment import Aligned
from art28.families.deviations import Common, common_to, deviations, may_deviate, typical
from art28.families.family import Families, Version
from art28.families.fingerprint import Fingerprint, fingerprint
from art28.families.versions import in_order
from art28.families.words import Worded, worded

# No path holds this, and no number.
_DIVIDES = "\0"


@dataclass(frozen=True, slots=True)
class MemberOfVersion:
    """An agreement of a version, and where it deviates from what most of its version say.

    `number` is which it is of the several that its file holds; None where it is the only one.
    """

    path: Path
    number: int | None
    deviations: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class GroupedVersion:
    """A version of a family: its label, empty where it has none, and how many clauses most of its members share."""

    label: str
    common: int
    members: tuple[MemberOfVersion, ...]


@dataclass(frozen=True, slots=True)
class GroupedFamily:
    """Agreements on one template, version by version, the oldest first; `title` is what the first calls itself."""

    title: str
    language: str
    versions: tuple[GroupedVersion, ...]

    @property
    def count(self) -> int:
        """How many agreements there are."""
        return sum(len(version.members) for version in self.versions)


@dataclass(frozen=True, slots=True)
class _Recognised:
    """What is kept of an agreement to group it."""

    number: int | None
    fingerprint: Fingerprint
    label: str
    title: str


def grouped(files: Sequence[Path]) -> tuple[tuple[GroupedFamily, ...], bool]:
    """The families of the agreements in `files`, the largest first, and whether a file could not be read."""
    families, titles = Families(), {}
    failed = False
    for path, read in each(files, lambda: _recognised):
        if read is None:
            failed = True
            continue
        for one in read:
            families.add(_name(path, one.number), one.fingerprint, one.label)
            titles[_name(path, one.number)] = one.title
    found = tuple(_family(versions, titles) for versions in families.families())
    return tuple(sorted(found, key=lambda family: -family.count)), failed


def _recognised(document: Document) -> tuple[_Recognised, ...]:
    return tuple(_recognised_by(agreement) for agreement in extract_each(document))


def _recognised_by(agreement: Agreement) -> _Recognised:
    share = agreement.reading.flow.document.share
    label, title = (agreement.value(f"document.{name}") for name in ("version", "title"))
    number = share.number if share is not None else None
    return _Recognised(number, fingerprint(worded(agreement)), str(label or ""), str(title or ""))


def _name(path: Path, number: int | None) -> str:
    """What an agreement goes by among others: its file, and which it is in that."""
    return f"{number or ''}{_DIVIDES}{path}"


def _place(name: str) -> tuple[Path, int | None]:
    """The file and the number of the agreement that goes by `name`."""
    number, _, path = name.partition(_DIVIDES)
    return Path(path), int(number) if number else None


def _family(versions: Sequence[Version], titles: Mapping[str, str]) -> GroupedFamily:
    ordered = [versions[at] for at in in_order([version.label for version in versions])]
    named = (titles[member] for version in ordered for member in version.members)
    return GroupedFamily(
        next(filter(None, named), ""), ordered[0].fingerprint.language, tuple(_version(each) for each in ordered)
    )


def _version(version: Version) -> GroupedVersion:
    common = common_to(version.members.values())
    model = typical(version.members, common)
    otherwise = [name for name, marks in version.members.items() if name != model and may_deviate(marks, common)]
    found: dict[str, tuple[Aligned, ...]] = {}
    if otherwise:
        paths = tuple(dict.fromkeys(_place(name)[0] for name in otherwise))
        for path, deviating in each(paths, partial(_Against, _only(*_place(model)), common)):
            found |= {_name(path, number): deviations for number, deviations in (deviating or {}).items()}
    members = tuple(
        MemberOfVersion(*_place(name), found.get(name, ()) if name in otherwise else ()) for name in version.members
    )
    return GroupedVersion(version.label, len(common.clauses), members)


def _only(path: Path, number: int | None) -> Document:
    """The document of one agreement in a file."""
    whole = document(path)
    return whole if number is None else documents_in(whole)[number - 1]


@dataclass(frozen=True, slots=True)
class _Against:
    """Holds each agreement in a document against the typical one of a version."""

    model: Document
    common: Common

    def __call__(self, document: Document) -> dict[int | None, tuple[Aligned, ...]]:
        return {
            each.share.number if each.share is not None else None: deviations(
                _words_of(self.model), worded(extract(each)), self.common
            )
            for each in documents_in(document)
        }


@lru_cache(maxsize=1)
def _words_of(document: Document) -> Worded:
    """The typical document's words, made once in each process."""
    return worded(extract(document))
