"""Tracked changes and comments of a document: kept with its text, and shown beside it with who and when."""

import pytest
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements import actions
from art28.web.agreements.models import Agreement, AgreementText, FactVersion
from art28.web.agreements.pump import pump
from office import tracked
from web.people import NOW, Tenant, tenant
from web.samples import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def read_tracked(ours: Tenant, comment: str = "Is dit haalbaar?") -> Agreement:
    upload = actions.Upload("zonnehoek.docx", "", tracked(TEXT, old="36 uur", new="24 uur", comment=comment))
    (taken,) = actions.put_in(ours.organisation, [upload], actor=ours.actor(), now=NOW, largest_bytes=1_000_000)
    assert taken.agreement is not None
    pump(now=NOW, limit=10)
    return Agreement.objects.get(pk=taken.agreement.pk)


def page(ours: Tenant, agreement: Agreement, role: Role = Role.ENGINEER) -> str:
    answer = ours.client(role).get(reverse("agreements:detail", args=(agreement.pk,)))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_text_is_read_as_accepted_and_its_changes_are_kept(ours: Tenant) -> None:
    agreement = read_tracked(ours)
    text = AgreementText.objects.get(agreement=agreement)
    assert FactVersion.objects.get(agreement=agreement, key="breach.deadline", current=True).value == "PT24H"
    assert [(row["kind"], row["text"], row["author"]) for row in text.changes] == [
        ("deleted", "36 uur", "M. Jansen"),
        ("inserted", "24 uur", "M. Jansen"),
    ]
    inserted = text.changes[1]
    assert text.text[inserted["start"] : inserted["end"]] == "24 uur"


def test_changes_and_comments_stand_beside_the_document_with_who_and_when(ours: Tenant) -> None:
    shown = page(ours, read_tracked(ours))
    assert "2 bijgehouden wijzigingen" in shown
    assert "1 opmerking" in shown
    assert "M. Jansen" in shown
    assert "1 mei 2024, 10:00" in shown
    assert "Is dit haalbaar?" in shown


def test_what_a_comment_says_is_escaped(ours: Tenant) -> None:
    shown = page(ours, read_tracked(ours, comment="<script>alert(1)</script>"))
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_a_document_without_history_shows_none(ours: Tenant) -> None:
    upload = actions.Upload("zonnehoek.txt", "", TEXT.encode())
    (taken,) = actions.put_in(ours.organisation, [upload], actor=ours.actor(), now=NOW, largest_bytes=1_000_000)
    assert taken.agreement is not None
    pump(now=NOW, limit=10)
    assert 'class="beside"' not in page(ours, taken.agreement)
