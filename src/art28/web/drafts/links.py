"""Links that open a door: made of a row's identifier and a seal under the server's secret, so that no database holds one."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse


def token(kind: str, row: UUID) -> str:
    """The token for a row of that kind ("round"), which nobody guesses."""
    return _signer(kind).sign(row.hex)


def behind(kind: str, given: str) -> UUID | None:
    """The row whose token this is; None for any other text."""
    try:
        return UUID(_signer(kind).unsign(given))
    except (BadSignature, ValueError):
        return None


def address(kind: str, row: UUID, view: str) -> str:
    """The public address of a row's page."""
    return f"{settings.PUBLIC_URL}{reverse(view, args=(token(kind, row),))}"


def _signer(kind: str) -> Signer:
    return Signer(sep=".", salt=f"art28.drafts.{kind}")
