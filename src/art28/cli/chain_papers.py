"""A chain -> the same workbook and document as the web application makes of it; no database is asked."""

import io
import os
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from art28.cli.application import ready
from art28.cli.chain_text import named
from art28.comparing.chain import Chain
from art28.comparing.link import Link

_ZONE = ZoneInfo("Europe/Amsterdam")


def as_paper(found: Chain, form: str, language: str) -> bytes:
    """The chain as PDF or XLSX, in `language`."""
    # A paper asks for no secret, so that none needs to be made and kept where the command happens to run.
    os.environ.setdefault("ART28_SECRET_KEY", secrets.token_urlsafe(64))
    ready()
    from django.utils import translation

    from art28.web.chains import exporting, report

    whole = _all_named(found)
    with translation.override(language):
        if form == "pdf":
            return report.as_document(found.us, whole, _ZONE, now=datetime.now(UTC))
        written = io.BytesIO()
        exporting.as_workbook(whole).save(written)
        return written.getvalue()


def _all_named(found: Chain) -> Chain:
    """The chain with the file in place of a party whose name is left open."""

    def link(one: Link) -> Link:
        return replace(one, name=named(one))

    standings = (replace(each, supplier=link(each.supplier), customer=link(each.customer)) for each in found.standings)
    return replace(found, standings=tuple(standings))
