"""Statements, certificates, reports and registers as pages, in both languages: no words of ours in the other one.

To look at them: `SEE=FOLDER pytest tests/web/reports/test_documents.py` draws both languages of each beside each other.
"""

import os
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.utils import timezone, translation
from django.utils.translation import trans_real

from art28.web.costs import actions as costs
from art28.web.costs import queries as costed
from art28.web.costs import telling
from art28.web.costs.models import CaseKind
from art28.web.endings import actions as ending
from art28.web.endings import certifying, deleting, keeping, queries
from art28.web.endings.deleting import Deletion
from art28.web.endings.keeping import Longer
from art28.web.endings.models import Choice, ChosenHow, KeptOn
from art28.web.exercising import documents as exercises
from art28.web.exercising import report as exercise_report
from art28.web.reports import asking, catalogue, formats, making, yearly, yearly_views
from art28.web.reports import queries as packs
from art28.web.reports.declared import Asked
from art28.web.reports.models import Dossier
from pictures import sheet
from web.breaches.world import NOW, World, actor, breach
from web.breaches.world import world as breached
from web.endings.world import noticed
from web.endings.world import world as ended
from web.exercising.world import play
from web.reports.world import world as lived_in

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Europe/Amsterdam")
Made = Mapping[str, bytes]
"""A document by the language in which it was made."""


def _each(make: Callable[[str], bytes]) -> Made:
    made = {}
    for language in ("nl", "en"):
        with translation.override(language):
            made[language] = make(language)
    return made


def statement() -> Made:
    """Costs of a breach that the controller bears."""
    given = breached({"breach.costs": "controller", "breach.deadline": "PT24H"})
    found = breach(given)
    case = costed.of_breach(found)
    said = costs.Kept(text="Logboeken doorzocht", on=date(2026, 11, 22), minutes=90, hourly_cents=9_500, work="solve")
    who: dict[str, Any] = {"by": given.owner, "actor": actor(given.owner), "now": NOW}
    costs.keep(case, given.agreement, said, **who)
    account = costed.account(given.organisation, CaseKind.BREACH, found.pk, given.agreement.pk)
    assert account is not None
    row = costs.charge(case, account, **who)

    def spoken(language: str) -> bytes:
        row.language = language
        return telling.document(row, now=NOW)

    return _each(spoken)


def certificate() -> Made:
    """Return and deletion at the end, with what stays."""
    given, at = ended(), datetime(2027, 2, 15, 9, 0, tzinfo=UTC)
    by: dict[str, Any] = {"actor": actor(given.owner)}
    row = noticed(given)
    ending.choose(row, Choice.RETURN, how=ChosenHow.LINK, who="J. Okkerse", at=at, now=at, **by)
    ending.hand_over(row, form="CSV", how="sftp", checksums=f"{'a' * 64}  contacten.csv", at=at, now=at, **by)
    longer = Longer(
        on=KeptOn.STATUTORY, what="Facturen", reason="boekhouding", law="retention.fiscal_administration",
        since=date(2026, 12, 31), told_at=at,
    )  # fmt: skip
    keeping.stays(row, longer, now=at, **by)
    ids = list(queries.outstanding(row).values_list("pk", flat=True))
    done = Deletion(at=at, method="tenant deleted", attested_by="P. Vos", proof_sha256="c" * 64)
    deleting.delete(given.organisation, ids, done, by=given.owner, now=at, **by)
    made = certifying.certify(row, signed_by="M. Berg", now=at, **by)
    return {each.language: bytes(each.pdf) for each in made}


def year() -> Made:
    """The yearly report of an organisation in which things happened."""
    given = lived_in()
    found = yearly.year_of(given.organisation, 2026, now=NOW + timedelta(days=1))
    return _each(lambda language: yearly_views.as_pdf(given.organisation, found, language=language, now=NOW))


def index() -> Made:
    """What stands in front in an accountability pack."""
    given = lived_in()
    return _each(lambda language: _pack(given, language))


def _pack(given: World, language: str) -> bytes:
    wanted = asking.Asking(language=language, agreement=given.agreement)
    now = timezone.now()
    asking.ask(given.organisation, wanted, by=given.owner, actor=actor(given.owner), now=now)
    assert making.make_due(now=now, limit=1) == 1
    content = b"".join(packs.bytes_of(Dossier.objects.latest("asked_at")))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith("INDEX.pdf")))


def exercise() -> Made:
    """The report of a breach that was played."""
    given = breached()
    row, _played = play(given)
    found = exercise_report.report(row, now=NOW + timedelta(hours=1))
    return _each(lambda _language: exercises.as_pdf(found, zone=ZONE, now=NOW))


def registers() -> Made:
    """All registers that have no page of their own, as one."""
    given = lived_in()

    def all_of(_language: str) -> bytes:
        whole = pypdfium2.PdfDocument.new()
        for each in catalogue.REGISTERS:
            if not each.page:
                whole.import_pages(
                    pypdfium2.PdfDocument(formats.as_document(each, given.organisation, Asked(), timezone.now()))
                )
        saved = BytesIO()
        whole.save(saved)
        return saved.getvalue()

    return _each(all_of)


@pytest.mark.parametrize("make", [statement, certificate, year, index, exercise, registers], ids=lambda it: it.__name__)
def test_a_document_says_nothing_of_ours_in_the_other_language(make: Callable[[], Made]) -> None:
    made = make()
    if folder := os.environ.get("SEE"):
        sheet([made["nl"], made["en"]], Path(folder, f"{make.__name__}.png"), scale=1.2)
    for language, other in (("nl", "en"), ("en", "nl")):
        said = _words_in(made[language])
        assert len(said) > 200
        foreign = sorted(phrase for phrase in _ours(other) if f" {phrase} " in said)
        assert not foreign, foreign
        assert any(f" {phrase} " in said for phrase in _ours(language))


@cache
def _ours(language: str) -> frozenset[str]:
    """What the application says in a language in two words or more, and never in the other one."""
    catalog = trans_real.translation("nl")._catalog  # type: ignore[attr-defined]
    pairs = [(str(key), said) for part in catalog._catalogs for key, said in part.items() if isinstance(said, str)]
    english = {_plain(key.rpartition("\x04")[2]) for key, _said in pairs}
    dutch = {_plain(said) for _key, said in pairs}
    mine, theirs = (english, dutch) if language == "en" else (dutch, english)
    return frozenset(each for each in mine - theirs if " " in each and "%" not in each)


def _words_in(pdf: bytes) -> str:
    return f" {_plain(' '.join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))} "


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
