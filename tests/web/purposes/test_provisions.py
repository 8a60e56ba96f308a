"""Use for purposes of the processor's own, carried out through the pages, with the record it leaves."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import FactVersion
from art28.web.audit.models import Act
from art28.web.processing.models import OwnActivity
from art28.web.purposes import actions
from art28.web.purposes.models import Kind, OwnPurpose, State, Use
from web.breaches.world import World, actor, agreement, signed_in
from web.processing.world import page as record_page
from web.processing.world import recorded, world

pytestmark = pytest.mark.django_db
ALLOWS = {"processing.own_purposes": True}
FORBIDS = {"processing.own_purposes": False}
BAN = (
    "9.1 Verwerker houdt gegevens geheim.\n\n"
    "9.2 Verwerker gebruikt ontvangen gegevens niet voor een ander doel dan dat van de klant, ook niet geanonimiseerd."
)
SURVEY = {"kind": "survey", "purpose": "Tevredenheid over de dienst", "data_categories": "E-mailadressen"}
YES = {
    "outcome": "allowed",
    "legal_basis": "f",
    "informed": "in onze privacyverklaring",
    "reason": "artikel 5.1 gaat voor",
}


def registered(given: World, *, status: int = 302, **changes: Any) -> str:
    place = f"{reverse('purposes:new')}?agreement={given.agreement.pk}"
    answer = signed_in(given.owner).post(place, {**SURVEY, **changes}, follow=status == 302)
    assert answer.status_code == (200 if status == 302 else status), answer.content.decode()
    content: str = answer.content.decode()
    return content


def do(given: World, name: str, /, **data: Any) -> str:
    row = OwnPurpose.objects.get()
    answer = signed_in(given.owner).post(reverse("purposes:act", args=(row.pk, name)), data, follow=True)
    content: str = answer.content.decode()
    return content


def used(given: World, **changes: Any) -> str:
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    return do(given, "use", what="enquête aan beheerders", used_at=at, **changes)


def said(given: World, *, value: bool, words: str, provision: str = "2.2") -> None:
    """The agreement comes to say so of own purposes."""
    facts = FactVersion.objects.filter(agreement=given.agreement, key="processing.own_purposes")
    text = given.agreement.texts.earliest("read_at")
    number = facts.count() + 1
    facts.update(current=False)
    FactVersion.objects.create(
        organisation=given.organisation, agreement=given.agreement, text=text, number=number,
        key="processing.own_purposes", value=value, provision=provision, state="confirmed", at=timezone.now(),
        citations=[{"text": words, "start": 0, "end": 9, "page": None}],
    )  # fmt: skip


def acts(kind: str) -> int:
    return Act.objects.filter(kind=kind).count()


@pytest.mark.provision("S5:2.2[4]")
def test_an_own_purpose_is_registered_apart_with_the_processor_as_controller_and_each_use_is_logged() -> None:
    given = world({**ALLOWS})
    page = registered(given)
    assert "passage over processing.own_purposes" in page
    row = OwnPurpose.objects.get()
    assert (row.state, row.stance, row.allowed_at) == ("waiting", "allowed", "5.1")
    assert "Eerst beslist een persoon" in used(given)
    assert not Use.objects.exists()
    assert "eigen grondslag nodig" in do(given, "decide", **{**YES, "legal_basis": ""})
    assert OwnPurpose.objects.get().state == "waiting"  # no use as controller without a legal basis of one's own
    do(given, "decide", **YES)
    row.refresh_from_db()
    activity = OwnActivity.objects.get()
    assert (row.state, row.activity, activity.legal_basis) == ("allowed", activity, "f")
    assert (activity.purposes, activity.data) == (["Tevredenheid over de dienst"], ["E-mailadressen"])
    used(given)
    assert "enquête aan beheerders" in used(given, anonymised="on")
    assert Use.objects.count() == acts("own_purpose.used") == 2
    assert recorded("own_purpose.decided")["legal_basis"] == "f"
    do(given, "end", reason="onderzoek afgerond")
    activity.refresh_from_db()
    assert activity.ended_at is not None
    assert "wordt niets meer gebruikt" in used(given)
    assert Use.objects.count() == 2


@pytest.mark.provision("S5:10.1[2]")
def test_a_ban_refuses_use_for_another_purpose_anonymised_too_and_both_passages_ask_a_persons_decision() -> None:
    given = world({"instructions.only_on_instruction": True}, text=BAN)
    assert "Geen gebruik voor een ander doel" in record_page(given)
    page = registered(given, status=422, anonymised="on")
    assert "ook voor geanonimiseerd gebruik" in page
    assert "ook niet geanonimiseerd" in page  # the passage itself
    assert not OwnPurpose.objects.exists()
    assert recorded("own_purpose.refused")["why"] == "forbidden_anonymised"
    said(given, value=True, words="Verwerker mag de gegevens gebruiken voor kwaliteitsonderzoek.")
    page = registered(given)
    for shown in ("kwaliteitsonderzoek", "ook niet geanonimiseerd", "staat het toe en verbiedt het"):
        assert shown in page
    assert "de ene bepaling staat het toe" in used(given).lower()
    assert not Use.objects.exists()
    do(given, "decide", outcome="refused", reason="")
    assert OwnPurpose.objects.get().state == "waiting"  # not without a reason
    do(given, "decide", **YES)
    row = OwnPurpose.objects.get()
    assert (row.stance, row.decided_by, row.reason) == ("contradicted", given.owner, "artikel 5.1 gaat voor")
    used(given)
    assert Use.objects.count() == acts("own_purpose.used") == 1
    assert recorded("own_purpose.decided")["stance"] == "contradicted"


def test_an_agreement_that_forbids_refuses_with_its_clause_and_a_silent_one_with_the_laws() -> None:
    forbidding = world({**FORBIDS})
    page = registered(forbidding, status=422)
    assert "verbiedt gebruik voor elk ander doel" in page
    assert "5.1" in page
    assert acts("own_purpose.refused") == 1


def test_a_silent_agreement_allows_nothing() -> None:
    given = world({"breach.deadline": "PT24H"})
    page = registered(given, status=422)
    assert "Art. 28(3)(a), 28(10)" in page
    assert not OwnPurpose.objects.exists()


def test_a_ban_that_the_permission_is_an_exception_to_contradicts_nothing() -> None:
    whole = "Verwerker gebruikt de gegevens niet voor eigen doeleinden, behalve dat hij statistieken mag maken."
    given = world({"breach.deadline": "PT24H"}, text=whole)
    said(given, value=True, words=whole)
    registered(given)
    assert OwnPurpose.objects.get().stance == "allowed"


def test_what_the_agreement_has_come_to_forbid_stops_use_that_was_allowed() -> None:
    given = world({**ALLOWS})
    registered(given)
    do(given, "decide", **YES)
    said(given, value=False, words="Eigen gebruik is verboden.")
    assert "verbiedt gebruik voor elk ander doel" in used(given)
    assert not Use.objects.exists()
    assert recorded("own_purpose.refused")["why"] == "forbidden"


def test_the_register_and_its_log_are_narrowed_sorted_and_exported() -> None:
    given = world({**ALLOWS})
    registered(given)
    do(given, "decide", **YES)
    used(given)
    client = signed_in(given.owner)
    for query, there in (("state=allowed&sort=used", True), ("state=refused", False), ("q=tevredenheid", True),
                         ("stance=contradicted", False), (f"agreement={given.agreement.pk}&sort=party", True)):  # fmt: skip
        listed = client.get(f"{reverse('purposes:list')}?{query}").content.decode()
        assert ("Tevredenheid over de dienst" in listed) is there, query
        written = b"".join(client.get(f"{reverse('purposes:export', args=('uses', 'csv'))}?{query}")).decode()
        assert ("enquête aan beheerders" in written) is there, query
    book = b"".join(client.get(reverse("purposes:export", args=("purposes", "xlsx"))))
    with ZipFile(BytesIO(book)) as kept:
        assert any(b"Tevredenheid" in kept.read(name) for name in kept.namelist())
    assert client.get(reverse("purposes:export", args=("nothing", "csv"))).status_code == 404


def test_the_register_costs_the_same_at_any_size(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    given = world({**ALLOWS})
    client = signed_in(given.owner)
    by = By(given.owner, actor(given.owner), timezone.now())
    client.get(reverse("purposes:list"))

    def more(count: int) -> None:
        for _ in range(count):
            under = agreement(given.organisation, ALLOWS, name=f"Klant {OwnPurpose.objects.count()}")
            row = actions.register(under, actions.Wanted(kind=Kind.SURVEY, purpose="Meten"), by=by)
            actions.decide(row, allowed=True, legal_basis="f", informed="x", reason="x", by=by)

    more(2)
    with django_assert_max_num_queries(100) as few:
        client.get(reverse("purposes:list"))
    more(10)
    with django_assert_max_num_queries(100) as many:
        client.get(reverse("purposes:list"))
    assert len(few.captured_queries) == len(many.captured_queries)
    assert OwnPurpose.objects.filter(state=State.ALLOWED).count() == 12
    assert given.owner.memberships.filter(role=Role.OWNER).exists()
