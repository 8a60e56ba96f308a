"""The files that evidence encloses from this app: documents as they were put in."""

from collections.abc import Iterator, Set

from art28.evidence.pack import Enclosure
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import SourceBytes

_AT_ONCE = 20


def enclosed(organisation: Organisation, digests: Set[str]) -> Iterator[Enclosure]:
    """Each document of the organisation that `digests` name, a few at a time."""
    wanted = sorted(digests)
    for start in range(0, len(wanted), _AT_ONCE):
        rows = SourceBytes.objects.filter(
            file__organisation=organisation, file__sha256__in=wanted[start : start + _AT_ONCE]
        ).select_related("file")
        for row in rows.order_by("file__sha256"):
            yield Enclosure(row.file.sha256, bytes(row.data))
