"""What the database itself refuses, whoever asks."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import Error, connection, transaction

from art28.web.accounts.models import Membership
from art28.web.agreements.models import Agreement, AgreementText, FactVersion, SourceBytes
from art28.web.audit import actions as audit
from art28.web.audit.models import Act, ActContent
from art28.web.database import triggers
from art28.web.parties.models import Counterparty
from web.people import NOW, Tenant, tenant
from web.samples import read_agreement

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@contextmanager
def refused() -> Iterator[None]:
    with pytest.raises(Error, match="art28"), transaction.atomic():
        yield


def test_an_act_is_never_changed(ours: Tenant) -> None:
    with refused():
        Act.objects.filter(organisation=ours.organisation).update(kind="something.else")


def test_an_act_is_never_deleted_even_by_raw_sql(ours: Tenant) -> None:
    with refused(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_act")


def test_content_of_an_act_leaves_only_by_erasure(ours: Tenant) -> None:
    contents = ActContent.objects.filter(organisation=ours.organisation)
    with refused():
        contents.update(content="{}")
    with refused():
        contents.update(content=None, key=None, erased_at=NOW)  # no ground
    with refused():
        contents.delete()
    content = contents.exclude(content=None).first()
    assert content is not None
    act = content.act
    erased = audit.erase(
        organisation=ours.organisation,
        actor=ours.actor(),
        subject_kind=act.subject_kind,
        subject_id=act.subject_id,
        ground="gdpr_17",
        now=NOW,
    )
    assert erased >= 1
    content.refresh_from_db()
    assert (content.content, content.key, content.ground) == (None, None, "gdpr_17")
    with refused():
        ActContent.objects.filter(pk=content.pk).update(content="{}", ground="gdpr_17")


def test_a_row_never_points_into_another_organisation(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    agreement = read_agreement(ours)
    foreign = Counterparty.objects.create(organisation=theirs.organisation, name="Vreemd B.V.", created_at=NOW)
    with refused():
        Agreement.objects.filter(pk=agreement.pk).update(counterparty=foreign)
    with refused():
        FactVersion.objects.filter(agreement=agreement).update(organisation=theirs.organisation)


def test_the_text_and_the_file_stay_as_they_were(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    with refused():
        AgreementText.objects.filter(agreement=agreement).update(text="anders")
    with refused():
        SourceBytes.objects.filter(file=agreement.source).update(data=b"anders")


def test_a_version_of_a_fact_keeps_what_it_said(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    with refused():
        FactVersion.objects.filter(agreement=agreement).update(state="confirmed")


def test_every_declared_guard_is_in_the_database() -> None:
    assert {name for name, _ in triggers.present("default")} == {guard.trigger for guard in triggers.declared()}


def test_names_of_guards_are_unique() -> None:
    names = [guard.trigger for guard in triggers.declared()]
    assert len(names) == len(set(names))


def test_a_role_that_does_not_exist_is_refused(ours: Tenant) -> None:
    with pytest.raises(Error), transaction.atomic():
        Membership.objects.filter(organisation=ours.organisation).update(role="god")
