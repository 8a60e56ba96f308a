"""An organisation's chain -> evidence pack, streamed from the database."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import IO

from django.apps import apps

from art28.evidence.chain import Head, Record
from art28.evidence.pack import Beside, Content, Enclosure, write_pack
from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, ActContent, SealedRecord
from art28.web.audit.sealing import as_evidence, seal_all

_DIGEST = re.compile(r'sha256":"([0-9a-f]{64})"')
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the chain's contents a pack shows: `why_not` says of an act why its content is withheld, empty for none.

    `kept_back` are the files, by their SHA-256, that contents name and that stay out. `beside` lies in the pack with it.
    """

    why_not: Callable[[Act], str] = lambda act: ""  # noqa: ARG005
    kept_back: Set[str] = frozenset()
    beside: Callable[[Head], Iterable[Beside]] = lambda head: ()  # noqa: ARG005


def export(target: IO[bytes], *, organisation: Organisation, now: datetime, shown: Shown = Shown()) -> Head:
    """Seal what waits, write the whole chain with its contents and files to `target`, and return its head.

    `target` can be sought and truncated, like a temporary file.
    """
    while True:
        head, erased = seal_all(organisation.id, now=now), _erased(organisation)
        digests: set[str] = set()
        target.seek(0)
        target.truncate()
        write_pack(
            target,
            organisation=organisation.name,
            records=_records(organisation, head),
            contents=_contents(organisation, head, digests, shown),
            enclosures=_enclosures(organisation, digests),
            beside=shown.beside(head),
        )
        # Sealed records never change, so no lock is held while writing. Only an erasure can slip in between: then the pack
        # would lack a content without the record that says why, and is written once more.
        if _erased(organisation) == erased:
            return head


def _erased(organisation: Organisation) -> int:
    return ActContent.objects.filter(organisation=organisation, erased_at__isnull=False).count()


def _records(organisation: Organisation, head: Head) -> Iterator[Record]:
    rows = SealedRecord.objects.filter(organisation=organisation, number__lte=head.count).select_related("act")
    for row in rows.order_by("number").iterator(_CHUNK):
        yield Record(row.number, as_evidence(row.act), row.hash)


def _contents(organisation: Organisation, head: Head, digests: set[str], shown: Shown) -> Iterator[Content]:
    """The contents in the chain's order; the files that they name are collected in `digests` on the way."""
    rows = ActContent.objects.filter(
        organisation=organisation, act__sealed__number__lte=head.count, act__sealed__organisation=organisation
    )
    for row in rows.select_related("act").order_by("act__sealed__number").iterator(_CHUNK):
        if row.content is None or row.key is None:
            yield Content(str(row.act_id), None, None, erased=row.ground)
        elif why := shown.why_not(row.act):
            yield Content(str(row.act_id), None, None, withheld=why)
        else:
            digests.update(set(_DIGEST.findall(row.content)) - shown.kept_back)
            yield Content(str(row.act_id), bytes(row.key), json.loads(row.content))


def _enclosures(organisation: Organisation, digests: Set[str]) -> Iterator[Enclosure]:
    """The files behind `digests`, each once, from whichever app keeps them: its `enclosures.py` has `enclosed`."""
    given: set[str] = set()
    for config in apps.get_app_configs():
        name = f"{config.name}.enclosures"
        if config.name.startswith("art28.") and find_spec(name):
            for enclosure in import_module(name).enclosed(organisation, digests):
                if enclosure.sha256 not in given:
                    given.add(enclosure.sha256)
                    yield enclosure
