"""What the other side asks about a breach, and what was answered, stands with that breach until it is closed and after."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.instructions.models import Assistance, Matter
from web.breaches import world as worlds
from web.breaches.test_provisions import recorded
from web.breaches.world import World, signed_in, world

pytestmark = pytest.mark.django_db


def ask(client: Client, given: World, found: Breach, **changes: Any) -> Any:
    data = {
        "matter": "breach",
        "question": "Zijn ook de gegevens van kinderen geraakt?",
        "asked_by": "J. Okkerse",
        "asked_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        "breach": str(found.pk),
        **changes,
    }
    return client.post(f"{reverse('instructions:open')}?agreement={given.agreement.pk}", data)


def told(client: Client, found: Breach) -> str:
    page: str = client.get(reverse("breaches:told", args=(found.pk,))).content.decode()
    return page


@pytest.mark.provision("S4:5.4", "S1:4.2[2]", "S5:8.3")
def test_what_a_controller_asks_about_a_breach_is_logged_with_the_answer_beside_what_was_told() -> None:
    given = world({"breach.deadline": "PT24H"})
    found, client = recorded(given), signed_in(given.owner)
    address = f"{reverse('instructions:open')}?agreement={given.agreement.pk}&amp;breach={found.pk}"
    assert address in told(client, found)
    form = client.get(address.replace("&amp;", "&")).content.decode()
    assert f'<option value="{found.pk}" selected>' in form
    assert ask(client, given, found).status_code == 302
    row = Assistance.objects.get()
    assert (row.breach, row.matter) == (found, Matter.BREACH)
    page = told(client, found)
    assert "Zijn ook de gegevens van kinderen geraakt?" in page
    assert "Neen, alleen van medewerkers." not in page
    end = {"answer": "Neen, alleen van medewerkers.", "at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}
    client.post(reverse("instructions:task_act", args=(row.pk, "end")), end)
    assert "Neen, alleen van medewerkers." in told(client, found)
    assert found.reference in client.get(reverse("instructions:help", args=(row.pk,))).content.decode()
    asked = Act.objects.get(kind="assistance.asked", subject_id=row.pk)
    assert found.reference in (asked.content.content or "")
    assert Act.objects.filter(kind="assistance.ended", subject_id=row.pk).exists()


def test_a_question_goes_with_a_breach_that_touches_the_agreement_and_with_no_other() -> None:
    given = world({"breach.deadline": "PT24H"})
    client = signed_in(given.owner)
    other = worlds.agreement(given.organisation, name="Andere klant")
    elsewhere = worlds.breach(World(given.organisation, given.owner, given.member, given.outsider, other))
    assert ask(client, given, elsewhere).status_code == 422
    found = recorded(given)
    assert ask(client, given, found, matter="dpia").status_code == 422
    assert not Assistance.objects.exists()
    ask(client, given, found, breach="", matter="general")
    assert Assistance.objects.get().breach is None
    assert "Zijn ook de gegevens van kinderen geraakt?" not in told(client, found)


def test_the_database_keeps_a_question_within_its_organisation() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given)
    ask(signed_in(given.owner), given, found)
    theirs = worlds.agreement(given.outsider.memberships.get().organisation, name="Elders")
    foreign = worlds.breach(World(theirs.organisation, given.outsider, given.outsider, given.owner, theirs))
    with pytest.raises(DatabaseError), transaction.atomic():
        Assistance.objects.update(breach=foreign)
