"""Which addresses take files, and from whom; every other request is small."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "takes_files"
LARGEST_COPY = 20 * 1024 * 1024
"""Bytes of a document that is kept as proof: a report, evidence of a measure, a dated copy."""

_MOST = format_lazy(_("At most {mb} MB."), mb=LARGEST_COPY // 1024**2)


class CopyField(forms.FileField):
    """A document that is kept as proof, of a size that can be; its form says which, and its view `takes_files`."""

    def __init__(self, *, help_text: Any = "", **named: Any) -> None:
        says = format_lazy("{} {}", help_text, _MOST) if help_text else _MOST
        super().__init__(help_text=says, **{"max_length": 255, **named})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """A file that fits."""
        file = super().clean(data, initial)
        if file and (file.size or 0) > LARGEST_COPY:
            raise forms.ValidationError(format_lazy("{} {}", _("This file is too large."), _MOST), code="size")
        return file


@dataclass(frozen=True, slots=True)
class _Taking:
    """Whether a view takes `many` files at once, and what tells of a token that its link was given out."""

    many: bool
    link: Callable[[str], object] | None


def takes_files(*, many: bool = False, link: Callable[[str], object] | None = None) -> Callable[[View], View]:
    """Let a view take a file as large as may be put in: from a member who has its right, or from whoever holds its `link`."""

    def decorate(view: View) -> View:
        setattr(view, _MARK, _Taking(many, link))
        return view

    return decorate


def largest(request: HttpRequest) -> int:
    """How many bytes a request may have, told by its address and by whoever sends it."""
    small = int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    try:
        view, _, given = resolve(request.path_info)
    except Resolver404:
        return small
    taking: _Taking | None = getattr(view, _MARK, None)
    if taking is None or not _lets(request, view, taking, str(given.get("token", ""))):
        return small
    # A form has fields besides its file.
    return int(settings.UPLOAD_MAX_REQUEST_BYTES) if taking.many else int(settings.UPLOAD_MAX_BYTES) + small


def _lets(request: HttpRequest, view: object, taking: _Taking, token: str) -> bool:
    if taking.link is not None:
        return taking.link(token) is not None
    membership, right = getattr(request, "membership", None), getattr(view, "required_right", None)
    return membership is not None and right is not None and bool(membership.may(right))
