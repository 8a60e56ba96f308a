"""Files -> families of the agreements in them. Agreements are read twice where they deviate, so that memory stays small."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from art28.cli.files import document, each
from art28.document.model import Document
from art28.extraction.extract import extract
from art28.families.alignment import Aligned
from art28.families.deviations import Common, common_to, deviations, may_deviate, typical
from art28.families.family import Families, Version
from art28.families.fingerprint import Fingerprint, fingerprint
from art28.families.versions import in_order
from art28.families.words import Worded, worded


@dataclass(frozen=True, slots=True)
class MemberOfVersion:
    """An agreement of a version, and where it deviates from what most of its version say."""

    path: Path
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

    fingerprint: Fingerprint
    label: str
    title: str


def grouped(files: Sequence[Path]) -> tuple[tuple[GroupedFamily, ...], bool]:
    """The families of the agreements in `files`, the largest first, and whether a file could not be read."""
    families, titles = Families(), {}
    failed = False
    for path, read in each(files, _recognised):
        if read is None:
            failed = True
            continue
        families.add(str(path), read.fingerprint, read.label)
        titles[str(path)] = read.title
    found = tuple(_family(versions, titles) for versions in families.families())
    return tuple(sorted(found, key=lambda family: -family.count)), failed


def _recognised(document: Document) -> _Recognised:
    agreement = extract(document)
    label, title = (agreement.value(f"document.{name}") for name in ("version", "title"))
    return _Recognised(fingerprint(worded(agreement)), str(label or ""), str(title or ""))


def _family(versions: Sequence[Version], titles: Mapping[str, str]) -> GroupedFamily:
    ordered = [versions[at] for at in in_order([version.label for version in versions])]
    named = (titles[member] for version in ordered for member in version.members)
    return GroupedFamily(
        next(filter(None, named), ""), ordered[0].fingerprint.language, tuple(_version(each) for each in ordered)
    )


def _version(version: Version) -> GroupedVersion:
    common = common_to(version.members.values())
    model = typical(version.members, common)
    otherwise = [Path(name) for name, marks in version.members.items() if name != model and may_deviate(marks, common)]
    found = dict(each(otherwise, _Against(document(Path(model)), common))) if otherwise else {}
    members = tuple(MemberOfVersion(Path(name), found.get(Path(name)) or ()) for name in version.members)
    return GroupedVersion(version.label, len(common.clauses), members)


@dataclass(frozen=True, slots=True)
class _Against:
    """Holds a document against the typical one of its version."""

    model: Document
    common: Common

    def __call__(self, document: Document) -> tuple[Aligned, ...]:
        return deviations(_words_of(self.model), worded(extract(document)), self.common)


@lru_cache(maxsize=1)
def _words_of(document: Document) -> Worded:
    """The typical document's words, made once in each process."""
    return worded(extract(document))
