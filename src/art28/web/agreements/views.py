"""The list of agreements, putting files in, and one agreement beside its text."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The agreements of the organisation."""
    return render(request, "agreements/list.html", {})
