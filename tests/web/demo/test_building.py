"""The demonstration, made small: every page of the navigation has something to show, and its evidence is whole."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.evidence.verify import verify
from art28.web.accounts.middleware import SESSION_ORGANISATION
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement, State
from art28.web.audit.export import export
from art28.web.audit.models import Act
from art28.web.demo import building, people
from art28.web.families.models import Family
from art28.web.pages.context import _ACCOUNT, _NAVIGATION

SAMPLES = Path(__file__).parents[3] / "samples" / "markdown"
CUSTOMERS = 20


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[Organisation, ...]]:
    """Both organisations, made once for the tests here and taken back after them."""
    files = (SAMPLES / "01-telecom-cloud.md", SAMPLES / "09-webbureau-kort.md")
    wanted = building.Wanted("een-twee-drie-vier", files, customers=CUSTOMERS, processes=0)
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield building.build(wanted, now=timezone.now(), say=lambda _: None)
        transaction.set_rollback(True)


def client_in(organisation: Organisation) -> Client:
    """A browser in which the owner is signed in and has chosen the organisation."""
    client = Client()
    client.force_login(User.objects.get(email=people.OWNER))
    session = client.session
    session[SESSION_ORGANISATION] = str(organisation.pk)
    session.save()
    return client


def test_every_agreement_is_read_and_stands_in_a_family(built: tuple[Organisation, ...]) -> None:
    provider, controller = built
    for organisation, least in ((provider, CUSTOMERS), (controller, 3)):
        agreements = Agreement.objects.filter(organisation=organisation)
        assert agreements.filter(state=State.READ).count() == agreements.count() >= least
        assert Family.objects.filter(organisation=organisation, joined=None).exists()
    assert set(Agreement.objects.filter(organisation=controller).values_list("direction", flat=True)) == {"controller"}


@pytest.mark.parametrize("name", sorted(item.name for item in (*_NAVIGATION, *_ACCOUNT)))
def test_a_page_of_the_navigation_is_shown(built: tuple[Organisation, ...], name: str) -> None:
    for organisation in built:
        assert client_in(organisation).get(reverse(name), follow=True).status_code == 200


def test_its_evidence_is_whole_and_in_order_of_time(built: tuple[Organisation, ...], tmp_path: Path) -> None:
    now = timezone.now()
    for organisation in built:
        pack = tmp_path / f"{organisation.slug}.zip"
        with pack.open("wb") as target:
            head = export(target, organisation=organisation, now=now)
        summary, faults, _ = verify(str(pack))
        assert faults == []
        assert summary["count"] == head.count
        told = list(Act.objects.filter(organisation=organisation).order_by("id").values_list("at", flat=True))
        assert told[-1] <= now
        assert min(told) < now - timedelta(days=700)


def test_made_again_it_stays_as_it_is(built: tuple[Organisation, ...]) -> None:
    before = Act.objects.count()
    wanted = building.Wanted("een-twee-drie-vier", (), customers=CUSTOMERS, processes=0)
    assert building.build(wanted, now=timezone.now(), say=lambda _: None) == built
    assert Act.objects.count() == before
