"""Notes among ourselves, the timeline and the list by stage."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from art28.web.audit.models import Act
from art28.web.lifecycle.models import MainAgreement, Note, Signature, Step
from web.breaches.test_provisions import recorded, sent
from web.breaches.world import agreement, signed_in, world
from web.lifecycle.world import (
    COMPLETE,
    active,
    at,
    kept,
    page,
    without,
)

pytestmark = pytest.mark.django_db


def test_a_note_among_ourselves_reaches_no_page_of_the_other_side_no_export_and_no_pack() -> None:
    given = world(COMPLETE)
    secret = "Deze klant overweegt over te stappen."
    signed_in(given.owner).post(at("note", given), {"note-text": secret})
    assert secret in page(given)
    assert Note.objects.get().by == given.owner
    message = sent(given, recorded(given))
    for content in (
        message.page_html,
        message.body_html,
        message.body_text,
        str(message.notice),
        kept("agreement.noted"),
    ):
        assert secret not in content
    client = signed_in(given.owner)
    assert secret not in client.get(at("timeline", given)).content.decode()
    listed = client.get(reverse("lifecycle:export", args=("csv",))).getvalue().decode()
    assert "Stichting Zorg" in listed
    assert secret not in listed
    assert secret not in str([act.content.content for act in Act.objects.select_related("content")])


def test_the_timeline_tells_the_life_of_an_agreement() -> None:
    given = active(without())
    found = recorded(given)
    sent(given, found)
    shown = signed_in(given.owner).get(at("timeline", given)).content.decode()
    for said in ("Van kracht", "Handtekening vastgelegd", found.reference, "Bericht ter verzending aangeboden",
                 "Termijn gestart"):  # fmt: skip
        assert said in shown


def test_the_timeline_is_narrowed_searched_turned_and_saved() -> None:
    given = world()
    recorded(given)
    client, where = signed_in(given.owner), at("timeline", given)

    def told(**query: str) -> list[str]:
        return [entry.what for entry in client.get(where, query).context["page"]]

    every = told()
    assert told(sort="oldest") == every[::-1]
    assert [what for what in told(kind="breach") if "Inbreuk" not in what] == []
    assert 0 < len(told(kind="breach")) < len(every)
    assert told(q="inbreuk melden", kind="clock") == ["Termijn gestart: Inbreuk melden"]
    assert told(q="komt niet voor") == []
    rows = b"".join(client.get(where, {"form": "csv", "kind": "clock"})).decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(told(kind="clock"))


def test_the_list_by_stage_costs_the_same_at_any_length(django_assert_max_num_queries: Any) -> None:
    given = active(without())
    client = signed_in(given.owner)
    with django_assert_max_num_queries(12):
        assert "Van kracht" in client.get(reverse("lifecycle:list"), {"stage": "active"}).content.decode()
    for number in range(40):
        agreement(given.organisation, {}, name=f"Partij {number}")
    with django_assert_max_num_queries(12):
        client.get(reverse("lifecycle:list"))
    rows = client.get(reverse("lifecycle:export", args=("csv",)), {"stage": "active"}).getvalue().decode()
    assert rows.count("\n") == 2


def test_what_was_written_stays() -> None:
    active(without(**{"term.lasts": "main_agreement"}))
    for model in (Step, Signature, MainAgreement):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()


def test_an_agreement_whose_stage_nobody_said_stands_as_its_document_has_it() -> None:
    given = world(without(**{"term.signed_on": "2025-03-01"}))
    client = signed_in(given.owner)
    assert "Getekend volgens het document" in client.get(reverse("lifecycle:list")).content.decode()
    saved = client.get(reverse("lifecycle:export", args=("csv",))).getvalue().decode("utf-8-sig")
    assert "Getekend volgens het document" in saved
    assert "volgens het document" not in client.get(reverse("lifecycle:list"), {"stage": "signed"}).content.decode()
