"""What evidence encloses from this app: the certificates as made, and the lists of checksums of what was returned."""

from collections.abc import Iterator, Set

from art28.evidence.pack import Enclosure
from art28.web.accounts.models import Organisation
from art28.web.endings.models import Certificate, Ending

_AT_ONCE = 50


def enclosed(organisation: Organisation, digests: Set[str]) -> Iterator[Enclosure]:
    """Each file of the organisation's endings that `digests` name, a few at a time."""
    made = Certificate.objects.filter(organisation=organisation).order_by("made_at", "id")
    for name, content in made.values_list("sha256", "pdf").iterator(_AT_ONCE):
        if name in digests:
            yield Enclosure(name, bytes(content))
    lists = Ending.objects.filter(organisation=organisation).exclude(checksums="").order_by("id")
    for name, text in lists.values_list("checksums_sha256", "checksums").iterator(_AT_ONCE):
        if name in digests:
            yield Enclosure(name, text.encode())
