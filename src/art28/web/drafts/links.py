"""Links that open a door: made of a row's identifier and a seal under the server's secret, so that no database holds one."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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


def dead(request: HttpRequest) -> HttpResponse:
    """What whoever holds a link that leads nowhere reads: somebody from outside, whom no page of ours helps on."""
    return render(request, "drafts/no_link.html", status=404)


def address(kind: str, row: UUID, view: str) -> str:
    """The public address of a row's page."""
    return f"{settings.PUBLIC_URL}{reverse(view, args=(token(kind, row),))}"


def _signer(kind: str) -> Signer:
    return Signer(sep=".", salt=f"art28.drafts.{kind}")
