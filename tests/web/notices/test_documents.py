"""Documents of drafts and of what was sent."""

import io
from typing import Any, cast

import pypdfium2
import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import docx
from art28.web.agreements.models import Agreement
from art28.web.notices.models import OutboxMessage
from art28.web.notices.pump import send as deliver
from web.breaches.test_provisions import place, recorded, sent
from web.breaches.world import World, signed_in, touched, world

pytestmark = pytest.mark.django_db


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


def told(**said: Any) -> tuple[World, OutboxMessage]:
    given = world({"breach.deadline": "PT24H", **said})
    found = recorded(given, description="Een map stond open.")
    return given, sent(given, found)


def test_what_was_sent_is_the_same_document_for_sender_and_recipient_also_when_names_change_later() -> None:
    given, message = told()
    client = signed_in(given.owner)
    first = client.get(reverse("notices:document", args=(message.pk, "pdf")))
    assert first.headers["Content-Disposition"].startswith('attachment; filename="melding-inbreuk')
    Agreement.objects.filter(pk=given.agreement.pk).update(title="Andere titel", counterparty_name="Andere naam")
    behind = Client().get(reverse("notices:read_document", args=(message.token, 1, "pdf")))
    assert behind.content == first.content == client.get(reverse("notices:document", args=(message.pk, "pdf"))).content
    assert "Een map stond open." in words_in(first.content)
    assert "Stichting Zorg" in words_in(first.content)
    message.refresh_from_db()
    assert message.acknowledged_at is None


def test_no_document_lets_its_holder_confirm_receipt() -> None:
    given, message = told()
    for form in ("pdf", "docx", "json"):
        content = signed_in(given.owner).get(reverse("notices:document", args=(message.pk, form))).content
        assert message.token.encode() not in content


def test_a_draft_is_marked_and_follows_what_is_kept() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given)
    client = signed_in(given.owner)
    client.post(place("report", found), {"version": touched(found).version, "answer-1": "Een open map."})
    row = touched(found)
    address = reverse("breaches:draft", args=(row.breach_id, row.agreement_id, "pdf"))
    text = words_in(client.get(address).content)
    assert "Concept Vertrouwelijk" in text
    assert "Een open map." in text
    word = client.get(address.replace(".pdf", ".docx")).content
    assert "Een open map." in [
        cell.text for row in docx.Document(io.BytesIO(word)).tables[0].rows for cell in row.cells
    ]
    assert client.get(address.replace(".pdf", ".exe")).status_code == 404


def test_an_unknown_link_or_place_shows_nothing() -> None:
    _, message = told()
    for token, number, form in ((message.token, 2, "pdf"), (message.token, 1, "exe"), ("anders", 1, "pdf")):
        assert Client().get(reverse("notices:read_document", args=(token, number, form))).status_code == 404


def test_the_pdf_goes_with_the_mail_where_it_may_say_everything_and_the_agreement_is_told_by_mail(
    settings: LazySettings,
) -> None:
    settings.EMAIL_USE_TLS = settings.EMAIL_ENCRYPTED_THROUGHOUT = True
    given, message = told(**{"breach.channel": ["email"]})
    leaves()
    (attached,) = mail.outbox[0].attachments
    assert cast("Any", attached).mimetype == "application/pdf"
    kept = signed_in(given.owner).get(reverse("notices:document", args=(message.pk, "pdf"))).content
    assert cast("Any", attached).content == kept
    assert mail.outbox[0].message().as_bytes() == mail.outbox[0].message().as_bytes()


@pytest.mark.parametrize(("in_full", "channel"), [(False, "email"), (True, "portal")])
def test_no_document_goes_with_the_mail_otherwise(settings: LazySettings, in_full: bool, channel: str) -> None:
    settings.EMAIL_USE_TLS = settings.EMAIL_ENCRYPTED_THROUGHOUT = in_full
    told(**{"breach.channel": [channel]})
    leaves()
    assert mail.outbox[0].attachments == []


def leaves() -> None:
    deliver(now=timezone.now(), limit=5)
    assert len(mail.outbox) == 1
