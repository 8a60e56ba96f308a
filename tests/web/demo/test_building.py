"""The demonstration, made small: every page of the navigation has something to show, and its evidence is whole."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.apps import apps
from django.db.models import CharField
from django.db.models.functions import Length
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from art28.evidence.verify import verify
from art28.web.accounts.middleware import SESSION_ORGANISATION
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement, FactState, FactVersion, State
from art28.web.audit.export import export
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.clocks.models import State as Standing
from art28.web.demo import building, people
from art28.web.families.models import Family
from art28.web.pages.context import _ACCOUNT, _NAVIGATION
from art28.web.reports.catalogue import REGISTERS
from art28.web.subprocessors.models import SubProcessor

SAMPLES = Path(__file__).parents[3] / "samples" / "markdown"
CUSTOMERS = 12
EMPTY = 'class="empty"'
LISTS = (
    *("received:list", "processing:own", "purposes:list", "reports:dossiers", "claims:insurance", "claims:disputes"),
    *("claims:terminations", "flowdown:inspections", "controls:assets", "measures:overviews", "measures:wishes"),
    *("measures:changes", "measures:weighings", "amendments:list"),
    *("replies:list", "house:list", "processing:list", "disclosures:list"),
)
"""Lists that the navigation doesn't name."""
NOT_OF_A_CONTROLLER = frozenset({"services:list", "subprocessors:list", "people:list"})
"""What an organisation keeps of what it does for others."""


def build() -> tuple[Organisation, ...]:
    """Both organisations, small, in this process."""
    files = tuple(SAMPLES / f"{name}.md" for name in ("01-telecom-cloud", "03-softwarehuis", "09-webbureau-kort"))
    wanted = building.Wanted("een-twee-drie-vier", files, customers=CUSTOMERS, processes=0)
    return building.build(wanted, now=timezone.now(), say=lambda _: None)


def client_in(organisation: Organisation) -> Client:
    """A browser in which the owner is signed in and has chosen the organisation."""
    client = Client()
    client.force_login(User.objects.get(email=people.OWNER))
    session = client.session
    session[SESSION_ORGANISATION] = str(organisation.pk)
    session.save()
    return client


@pytest.mark.timeout(900)  # all of two histories, on a machine that may be busy
class TestDemonstration(TestCase):
    """Made once for all that is asked of it."""

    provider: Organisation
    controller: Organisation

    @classmethod
    def setUpTestData(cls) -> None:
        """Make it."""
        cls.provider, cls.controller = build()

    def test_every_agreement_is_read_and_stands_in_a_family(self) -> None:
        for organisation, least in ((self.provider, CUSTOMERS), (self.controller, 2)):
            agreements = Agreement.objects.filter(organisation=organisation)
            assert agreements.filter(state=State.READ).count() == agreements.count() >= least
            assert Family.objects.filter(organisation=organisation, joined=None).exists()
        sides = Agreement.objects.filter(organisation=self.controller).values_list("direction", flat=True)
        assert set(sides) == {"controller"}

    def test_contracts_with_sub_processors_are_on_file_and_some_promise_less_than_customers_got(self) -> None:
        under = SubProcessor.objects.filter(organisation=self.provider, agreement__isnull=False)
        assert under.count() > 10
        assert set(under.values_list("agreement__direction", flat=True)) == {"controller"}
        names = under.values_list("name", "agreement__counterparty_name")
        assert not [pair for pair in names if len(set(pair)) > 1]
        assert SubProcessor.objects.filter(organisation=self.provider, agreement=None).exists()
        page = client_in(self.provider).get(reverse("chains:index"))
        assert page.context["chain"].gaps

    def test_every_page_of_the_navigation_has_something_to_show(self) -> None:
        for organisation, without in ((self.provider, frozenset()), (self.controller, NOT_OF_A_CONTROLLER)):
            client = client_in(organisation)
            for item in (*_NAVIGATION, *_ACCOUNT):
                page = client.get(reverse(item.name), follow=True)
                assert page.status_code == 200, item.name
                assert (EMPTY in page.content.decode()) <= (item.name in without), (organisation.slug, item.name)

    def test_every_list_has_something_to_show(self) -> None:
        client = client_in(self.provider)
        for name in LISTS:
            page = client.get(reverse(name))
            assert page.status_code == 200, name
            assert EMPTY not in page.content.decode(), name

    def test_every_register_of_the_provider_has_rows(self) -> None:
        client = client_in(self.provider)
        for register in REGISTERS:
            page = client.get(reverse("reports:register", args=(register.name,)), follow=True)
            assert page.status_code == 200, register.name
            assert EMPTY not in page.content.decode(), register.name

    def test_people_confirmed_what_a_family_has_in_common(self) -> None:
        for organisation in (self.provider, self.controller):
            confirmed = FactVersion.objects.filter(organisation=organisation, state=FactState.CONFIRMED, current=True)
            assert confirmed.values("agreement").distinct().count() > 1

    def test_limits_have_an_owner_but_those_that_just_began_and_late_ones_say_why(self) -> None:
        now = timezone.now()
        for organisation in (self.provider, self.controller):
            ours = Obligation.objects.filter(organisation=organisation, ended_at=None, ours=True)
            assert not ours.filter(owner=None, made_at__lt=now - timedelta(hours=8)).exists()
            assert len(set(ours.exclude(owner=None).values_list("owner_id", flat=True))) > 1
            assert not ours.filter(ends_at__lt=now - timedelta(minutes=5)).exclude(state=Standing.LATE).exists()
            late = ours.filter(state=Standing.LATE)
            explained = set(late.exclude(late_reasons="").values_list("pk", flat=True))
            acts = Act.objects.filter(organisation=organisation, kind="obligation.lateness_explained")
            assert explained
            assert explained <= set(acts.values_list("subject_id", flat=True))

    def test_its_evidence_is_whole_and_in_order_of_time(self) -> None:
        now = timezone.now()
        for organisation in (self.provider, self.controller):
            with TemporaryDirectory() as folder:
                pack = Path(folder) / "pack.zip"
                with pack.open("wb") as target:
                    head = export(target, organisation=organisation, now=now)
                summary, faults, _ = verify(str(pack))
            assert faults == []
            assert summary["count"] == head.count
            told = list(Act.objects.filter(organisation=organisation).order_by("id").values_list("at", flat=True))
            assert told[0] == min(told) < now - timedelta(days=700)
            assert max(told) <= now

    def test_what_is_told_fits_its_columns_and_is_among_their_choices(self) -> None:
        """SQLite keeps whatever it is given; PostgreSQL refuses what is too long, and pages show no name for the rest."""
        wrong = []
        for model in apps.get_models():
            if not model._meta.managed or model._meta.proxy or not model._meta.app_config.name.startswith("art28."):
                continue
            for field in model._meta.local_fields:
                rows = model._default_manager.all()
                if isinstance(field, CharField) and field.max_length:
                    longer = rows.annotate(characters_in=Length(field.name)).filter(characters_in__gt=field.max_length)
                    wrong += [f"{model.__name__}.{field.name}"] if longer.exists() else []
                if field.choices:
                    known = [*(key for key, _ in field.flatchoices), *(["", None] if field.blank or field.null else [])]
                    found = rows.order_by().values_list(field.name, flat=True).distinct()
                    wrong += [f"{model.__name__}.{field.name}: {value}" for value in found if value not in known]
        assert wrong == []

    def test_made_again_it_stays_as_it_is(self) -> None:
        before = Act.objects.count()
        assert build() == (self.provider, self.controller)
        assert Act.objects.count() == before
