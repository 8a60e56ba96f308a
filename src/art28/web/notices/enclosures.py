"""The messages that evidence encloses from this app: the e-mail and the page behind its link, as they were sent."""

from collections.abc import Iterator, Set
from hashlib import sha256

from art28.evidence.pack import Enclosure
from art28.web.accounts.models import Organisation
from art28.web.notices.models import OutboxMessage

_AT_ONCE = 50


def digest(text: str) -> str:
    """The name under which evidence encloses `text`: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def enclosed(organisation: Organisation, digests: Set[str]) -> Iterator[Enclosure]:
    """Each text of the organisation's messages that `digests` name, once, a few messages at a time."""
    rows = OutboxMessage.objects.filter(organisation=organisation).order_by("handed_over_at", "id")
    given: set[str] = set()
    for texts in rows.values_list("page_html", "body_text", "body_html").iterator(_AT_ONCE):
        for text in texts:
            name = digest(text)
            if name in digests and name not in given:
                given.add(name)
                yield Enclosure(name, text.encode())
