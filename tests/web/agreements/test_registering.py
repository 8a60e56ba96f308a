"""Agreements registered together are kept as those are that the worker reads one by one."""

from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection, models
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from art28.cli.main import main
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.agreements import actions, pump, registering, search
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Direction,
    FactVersion,
    FindingRow,
    PackedCheck,
    PromisedDuty,
    Question,
    SourceFile,
    State,
    TextStructure,
    VerdictRow,
)
from art28.web.agreements.readers import readers
from art28.web.agreements.registering import Brought
from art28.web.audit.models import Act
from art28.web.families.models import Print, RecognisedModel
from art28.web.parties import actions as parties
from art28.web.parties.models import Contact, Counterparty, LegalEntity
from art28.web.portfolio.models import Standing

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LARGEST = 10_000_000
KEPT: tuple[type[models.Model], ...] = (
    *(SourceFile, Agreement, AgreementText, TextStructure, FactVersion, Question, PromisedDuty, VerdictRow, FindingRow),
    *(PackedCheck, Print, RecognisedModel, Standing, Counterparty, Contact, LegalEntity),
)
AGREEMENT = """# Verwerkersovereenkomst

De partijen:
1. {customer}, gevestigd te Zwolle, ingeschreven onder KvK-nummer {number}, hierna: verwerkingsverantwoordelijke;
2. Wilgenrak Software B.V., gevestigd te Borne, ingeschreven onder KvK-nummer 98000001, hierna: verwerker.

## Artikel 1 Instructies
Verwerker verwerkt de persoonsgegevens uitsluitend volgens schriftelijke instructies van verwerkingsverantwoordelijke.

## Artikel 2 Datalekken
Verwerker meldt een inbreuk in verband met persoonsgegevens binnen {hours} uur na ontdekking aan {mail}.

## Artikel 3 Subverwerkers
Verwerker schakelt geen subverwerker in zonder voorafgaande schriftelijke toestemming van verwerkingsverantwoordelijke.

## Artikel 4 Einde
Na afloop van de overeenkomst wist verwerker de persoonsgegevens binnen 30 dagen.
"""


def upload(name: str, customer: str, number: str, *, hours: int = 24) -> actions.Upload:
    """An agreement with a customer."""
    text = AGREEMENT.format(customer=customer, number=number, hours=hours, mail=f"privacy@{name}.example")
    return actions.Upload(f"{name}.md", "text/markdown", text.encode())


UPLOADS = (
    upload("elzenhof", "Stichting Elzenhof", "98000011"),
    upload("olmen", "Drukkerij Olmen B.V.", "98000012", hours=48),
    upload("elzenhof-twee", "Stichting Elzenhof", "98000011", hours=36),
    actions.Upload("kapot.pdf", "application/pdf", b"%PDF-1.7 no more"),
    actions.Upload("leeg.md", "text/markdown", b""),
)


def organisation(name: str) -> Organisation:
    """An organisation that signs as the processor."""
    made = accounts.create_organisation(name, name.lower(), now=NOW)
    parties.add_legal_entity(made, "Wilgenrak Software B.V.", actor=SYSTEM, now=NOW)
    return made


def one_by_one(tenant: Organisation) -> None:
    """Put in and read as the worker does."""
    actions.put_in(tenant, UPLOADS, actor=SYSTEM, now=NOW, largest_bytes=LARGEST)
    pump.pump(now=NOW, limit=20)


def brought(uploads: tuple[actions.Upload, ...] = UPLOADS) -> list[Brought]:
    """The same files, read beforehand."""
    with readers(0) as read:
        return [Brought(each, read(each.name, each.data).result()) for each in uploads]


def at_once(tenant: Organisation, files: list[Brought]) -> tuple[actions.Taken, ...]:
    """Register them together."""
    return registering.register(tenant, files, actor=SYSTEM, now=NOW, largest_bytes=LARGEST)


def told(tenant: Organisation) -> dict[str, list[str]]:
    """All that is kept for an organisation, rows named by what they are instead of by their identifiers."""
    names: dict[object, str] = {tenant.pk: "organisation"}
    for model in KEPT:
        rows = model._default_manager.filter(organisation=tenant)
        names |= {row.pk: f"{model.__name__} {_sight(row)}" for row in rows}
    found: dict[str, list[str]] = {}
    for model in KEPT:
        rows = model._default_manager.filter(organisation=tenant)
        found[model.__name__] = sorted(str(_plain(row, names)) for row in rows)
    acts = Act.objects.filter(organisation=tenant).select_related("content")
    found["acts"] = sorted(f"{row.actor_label} {row.kind} {names.get(row.subject_id)}" for row in acts)
    return found


def _sight(row: models.Model) -> str:
    return next((str(getattr(row, name)) for name in ("sha256", "name", "key") if hasattr(row, name)), "")


def _plain(row: models.Model, names: dict[object, str]) -> dict[str, Any]:
    return {
        field.attname: names.get(value, value) if isinstance(field, models.ForeignKey) else _value(value)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.attname not in ("batch", "attempts")
        for value in [getattr(row, field.attname)]
    }


def _value(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


class TestRegistering(TestCase):
    """Two organisations are given the same files."""

    def test_what_is_kept_and_recorded_is_the_same_as_one_by_one(self) -> None:
        each, together = organisation("Een"), organisation("Samen")
        one_by_one(each)
        at_once(together, brought())
        before, after = told(each), told(together)
        for kind in before:
            assert after[kind] == before[kind], kind
        assert len(before["Agreement"]) == 4
        assert len(before["Counterparty"]) == 2
        assert len(before["FactVersion"]) > 20

    def test_a_file_is_taken_in_once_and_an_unreadable_one_says_why(self) -> None:
        tenant = organisation("Samen")
        files = brought()
        first = at_once(tenant, [*files, files[0]])
        assert [each.refusal for each in first] == [None, None, None, None, "empty", "already_there"]
        again = at_once(tenant, files[:2])
        assert [each.refusal for each in again] == ["already_there"] * 2
        assert [each.agreement for each in again] == [each.agreement for each in first[:2]]
        assert first[3].agreement is not None
        assert Agreement.objects.get(pk=first[3].agreement.pk).state == State.FAILED
        assert Agreement.objects.filter(organisation=tenant, direction=Direction.PROCESSOR).count() == 3

    def test_it_is_found_by_its_words(self) -> None:
        tenant = organisation("Samen")
        at_once(tenant, brought())
        found = search.matching(tenant.pk, "drukkerij olmen")
        assert found is not None
        assert Agreement.objects.filter(pk__in=found).get().counterparty_name == "Drukkerij Olmen B.V."

    def test_twenty_cost_hardly_more_statements_than_two(self) -> None:
        tenant = organisation("Samen")
        files = brought(
            tuple(upload(f"klant-{number}", f"Klant {number} B.V.", f"980001{number}") for number in range(10, 32))
        )
        with CaptureQueriesContext(
            connection,
        ) as few:
            at_once(tenant, files[:2])
        with CaptureQueriesContext(connection) as many:
            at_once(tenant, files[2:])
        # One a file for the index of words, which both databases fill row by row.
        assert len(many) - len(few) == 18


class TestPutIn(TestCase):
    """`art28 put-in`, on a folder."""

    def test_a_folder_is_put_in_once_and_says_what_could_not_be_read(self) -> None:
        tenant = organisation("Samen")
        with TemporaryDirectory() as folder:
            for each in UPLOADS[:4]:
                (Path(folder) / each.name).write_bytes(each.data)
            command = ["put-in", folder, "--organisation", "samen", "--processes", "1"]
            said = StringIO()
            with redirect_stdout(said):
                assert main(command) == 1
            assert "kapot.pdf: damaged" in said.getvalue()
            assert "Samen: 3 agreements put in" in said.getvalue()
            assert Agreement.objects.filter(organisation=tenant, state=State.READ).count() == 3
            Path(folder, "kapot.pdf").unlink()
            with redirect_stdout(said):
                assert main(command) == 0
        assert "Samen: 0 agreements put in" in said.getvalue()

    def test_an_organisation_that_is_not_there_is_refused(self) -> None:
        with redirect_stderr(StringIO()) as said:
            assert main(["put-in", ".", "--organisation", "nergens"]) == 2
        assert "nergens" in said.getvalue()
