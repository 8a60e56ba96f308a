"""The API itself: who may come in, how often, and how problems are answered."""

from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from art28 import __version__
from art28.web.api import problems, tokens
from art28.web.api.problems import Problem

A_MINUTE = 60
MOST_A_MINUTE = 120
MOST_WRONG_A_MINUTE = 20


class Token(HttpBearer):
    """Lets in whoever carries a token that has `scope`."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> tokens.Caller | None:
        """Who calls. Wrong tokens are counted by address, right ones by token; beyond the most it is to wait."""
        address = f"api:wrong:{request.META.get('REMOTE_ADDR', '')}"
        if int(cache.get(_minute(address), 0)) >= MOST_WRONG_A_MINUTE:
            raise Problem("too-many", 429, retry_after=A_MINUTE)
        caller = tokens.caller(token, now=timezone.now())
        if caller is None:
            _count(address)
            return None
        if _count(f"api:token:{caller.token.pk}") > MOST_A_MINUTE:
            raise Problem("too-many", 429, retry_after=A_MINUTE)
        if self.scope not in caller.scopes:
            raise Problem("forbidden", 403)
        return caller


def _minute(key: str) -> str:
    return f"{key}:{int(timezone.now().timestamp()) // A_MINUTE}"


def _count(key: str) -> int:
    """Counted once more in this minute, across workers; returns how often."""
    cache.add(_minute(key), 0, timeout=2 * A_MINUTE)
    return int(cache.incr(_minute(key)))


api = NinjaAPI(title="art28", version=__version__, docs_url=None, openapi_url=None, urls_namespace="api_operations")


@api.exception_handler(Problem)
def _problem(request: HttpRequest, error: Any) -> HttpResponse:
    return problems.answer(request, error)


@api.exception_handler(AuthenticationError)
def _unauthorised(request: HttpRequest, _error: Any) -> HttpResponse:
    return problems.answer(request, Problem("unauthorised", 401))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    return problems.answer(request, problems.of_fields(error.errors))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, _error: Any) -> HttpResponse:
    return problems.answer(request, Problem("not-found", 404))


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return problems.answer(request, Problem("invalid", error.status_code, str(error)))
