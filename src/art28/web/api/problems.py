"""What goes wrong, as problem details (RFC 9457): a type that programs know, a title and a detail that people read."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_MEDIA_TYPE = "application/problem+json"
TITLES: dict[str, str | Promise] = {
    "unauthorised": _("No token, or one that doesn't count (any more)"),
    "forbidden": _("This token doesn't let do that"),
    "not-found": _("There is no such thing here"),
    "invalid": _("Something in the request can't be so"),
    "too-many": _("Too many requests; wait a while"),
}
"""By the last part of the type."""


class Problem(Exception):
    """A request that can't be answered as it is; `code` is one of `TITLES`, `errors` says which fields and why."""

    def __init__(
        self,
        code: str,
        status: int,
        detail: str | Promise = "",
        errors: Sequence[dict[str, Any]] = (),
        retry_after: int = 0,
    ) -> None:
        super().__init__(code)
        self.code, self.status, self.detail = code, status, detail
        self.errors, self.retry_after = list(errors), retry_after


def answer(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The problem as an answer, in the language that the request prefers."""
    with translation.override(translation.get_language_from_request(request)):
        said: dict[str, Any] = {
            "type": f"urn:art28:problem:{problem.code}",
            "title": str(TITLES[problem.code]),
            "status": problem.status,
        }
        if problem.detail:
            said["detail"] = str(problem.detail)
        if problem.errors:
            said["errors"] = [{name: str(value) for name, value in each.items()} for each in problem.errors]
    response = JsonResponse(said, status=problem.status, content_type=_MEDIA_TYPE)
    if problem.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    response.headers["Cache-Control"] = "no-store"
    return response


SAID: dict[str, str | Promise] = {
    "timezone_aware": _("An instant without its offset could be several; write it with one, such as 2026-11-28T14:20+01:00."),
    "datetime_from_date_parsing": _("Write an instant as 2026-11-28T14:20+01:00."),
    "datetime_parsing": _("Write an instant as 2026-11-28T14:20+01:00."),
    "missing": _("This must be given."),
    "string_too_short": _("This must not be empty."),
    "string_too_long": _("This is too long."),
    "enum": _("This is none of the values that are known."),
    "extra_forbidden": _("This field is not known."),
    "future": _("This lies in the future. Check the date, the time and the offset."),
    "order": _("It can't end before it began, nor be noticed or told before it happened."),
    "unknown_service": _("The catalogue has no such service; GET /api/services lists them. Leave it out if you don't know."),
    "unknown_check": _("No check that runs has this code; GET /api/checks lists them."),
    "newer": _("It can't be newer than the check of it."),
    "unknown_agreement": _("No agreement with this id has been read. Leave it out if you don't know whose data they are."),
}  # fmt: skip
"""What is wrong with a field, by its code, and what to do."""


def of_fields(errors: Sequence[dict[str, Any]]) -> Problem:
    """The problem that a request's fields are, from what validation found; nothing of what was given is repeated."""
    said = [
        {
            "field": ".".join(str(part) for part in error["loc"] if part not in ("body", "payload", "query")),
            "code": error["type"],
            "detail": SAID.get(error["type"], error["msg"]),
        }
        for error in errors
    ]
    return Problem("invalid", 422, errors=said)
