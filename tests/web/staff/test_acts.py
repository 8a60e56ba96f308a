"""What is done with somebody's file by its page, act by act: what changes, and the record it leaves."""

import json

import pytest

from art28.web.people.models import Grant, Movement, Responsibility
from web.staff.world import house, kept, listed, person, ready, today

pytestmark = pytest.mark.django_db


def test_access_is_withdrawn_with_a_reason_and_the_account_is_free_again() -> None:
    at = house()
    row, other = ready(at), ready(at, "Koen Terpstra")
    goes, stays = at.granted(row, account="beheer"), at.granted(row, system="Back-up")
    assert at.post(row, "withdraw", goes, reason="").status_code == 422
    assert at.post(row, "withdraw", goes, reason="andere klant").status_code == 302
    goes.refresh_from_db()
    stays.refresh_from_db()
    assert (goes.withdrawn_reason, goes.withdrawn_by, stays.withdrawn_at) == ("andere klant", at.world.owner, None)
    assert json.loads(kept("access.withdrawn"))["reason"] == "andere klant"
    assert at.granted(other, account="beheer").withdrawn_at is None


def test_all_access_is_reviewed_on_one_page_and_what_is_not_ticked_is_withdrawn() -> None:
    at = house()
    row = ready(at)
    stays, goes = at.granted(row), at.granted(row, system="Back-up")
    assert "Back-up" in at.page(row)
    assert at.post(row, "review", keep=[str(stays.pk)], period="P6M").status_code == 302
    standing = Grant.objects.filter(member=row, withdrawn_at=None)
    assert list(standing) == [stays]
    reviewed = json.loads(kept("access.reviewed"))
    withdrawn = [each["grant"] for each in reviewed["withdrawn"]]
    assert (reviewed["kept"], withdrawn) == ([str(stays.pk)], [str(goes.pk)])
    row.refresh_from_db()
    assert row.review_period == "P6M"


def test_who_was_to_leave_and_stays_keeps_all_access() -> None:
    at = house()
    row = ready(at)
    at.granted(row)
    at.post(row, "leave", on=str(today(5)))
    assert "Vertrekt" in at.page(row)
    assert at.post(row, "stay").status_code == 302
    row.refresh_from_db()
    assert row.leaves_on is None
    assert Grant.objects.get().withdrawn_at is None
    assert kept("staff.stays") == "{}"


def test_what_was_kept_by_mistake_is_struck_out_with_a_reason_and_counts_no_longer() -> None:
    at = house()
    row = ready(at)
    statement, screening = row.commitments.get(), row.screenings.get()
    assert listed(at, lacks="secrecy") == []
    assert at.post(row, "strike", statement, reason="van een ander").status_code == 302
    assert json.loads(kept("staff.struck"))["reason"] == "van een ander"
    assert listed(at, lacks="secrecy") == ["Saar Vliet"]
    assert at.post(row, "strike-screening", screening, reason="verlopen exemplaar").status_code == 302
    assert json.loads(kept("staff.struck"))["reason"] == "verlopen exemplaar"
    assert listed(at, lacks="screening") == ["Saar Vliet"]
    assert at.ask(row).status_code == 409


def test_a_correction_of_who_somebody_is_is_kept_and_an_older_page_changes_nothing() -> None:
    at = house()
    row = person(at)
    data = {"name": "Saar van Vliet", "function": "Beheerder", "kind": "employee", "joined_on": str(row.joined_on)}
    assert at.post(row, "change", **data, version=str(row.version)).status_code == 302
    assert "Saar van Vliet" in at.page(row)
    assert json.loads(kept("staff.changed"))
    at.post(row, "change", **{**data, "name": "Iemand Anders"}, version=str(row.version))
    assert "Iemand Anders" not in at.page(row)


def test_a_responsibility_ends_and_stands_as_ended() -> None:
    at = house()
    row = ready(at)
    form = {"name": "Beveiligingscoördinator", "level": "steering", "keeps": "risicolijst", "since_on": str(today(-9)),
            "review_on": str(today(30))}  # fmt: skip
    at.post(row, "responsible", **form)
    assert at.post(row, "released", Responsibility.objects.get()).status_code == 302
    assert Responsibility.objects.get().ended_at is not None
    assert json.loads(kept("responsibility.ended"))["name"] == "Beveiligingscoördinator"
    assert Movement.objects.filter(member=row).count() == 1
