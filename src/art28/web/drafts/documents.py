"""A version of a draft as a document: Word, PDF, web page and Markdown, the same bytes for the same version."""

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from art28.agreement import labels
from art28.drafting.draft import InvalidDraft
from art28.drafting.model import Draft as Drafted
from art28.web import downloads
from art28.web.drafts.chosen import as_sent
from art28.web.drafts.models import Draft, DraftVersion

FORMS = ("docx", "pdf", "html", "md")
"""The documents there are, by how their names end."""


def written(made: Drafted, form: str, *, dated: date) -> bytes:
    """A draft in one of `FORMS`."""
    # Each brings a library of its own, wanted only when somebody asks for it.
    writers: Mapping[str, Callable[[], bytes]] = {
        "docx": lambda: made.word or import_module("art28.drafting.word").as_docx(made),
        "pdf": lambda: _pdf(made, dated),
        "html": lambda: import_module("art28.drafting.html").as_html(made).encode(),
        "md": lambda: import_module("art28.drafting.markdown").as_markdown(made).encode(),
    }
    return writers[form]()


def _pdf(made: Drafted, dated: date) -> bytes:
    writer = import_module("art28.drafting.pdf")
    data: bytes = writer.as_pdf(made, dated=dated, initials=writer.places_for_initials(made))
    return data


def download(draft: Draft, version: DraftVersion, form: str) -> HttpResponse:
    """A version to keep, dated the day it was made."""
    data = written(as_sent(draft, version), form, dated=timezone.localtime(version.at).date())
    return downloads.document(data, f"{slugify(draft.title)[:90] or 'agreement'}-v{version.number}.{form}")


def named(refused: InvalidDraft, language: str) -> tuple[str, ...]:
    """What a refused draft couldn't say, in words."""
    return tuple(dict.fromkeys(labels.fact(each.key, language).lower() for each in refused.given if each.key))
