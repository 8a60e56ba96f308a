"""What a decision does to the clocks of a change: who was left out or answered waits no longer, who is owed notice does."""

from datetime import datetime, timedelta

import pytest

from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.subprocessors.models import Proposal
from web.breaches.world import World, signed_in
from web.subprocessors.going import affected as listed
from web.subprocessors.going import answered, letter, posted, said, told, worked
from web.subprocessors.test_going import at, blocks, change, in_days, page
from web.subprocessors.world import GENERAL, INSIDE, agreement, service, world

pytestmark = pytest.mark.django_db
ELSEWHERE = ("CH",)
NOTIFY, WINDOW = "notify_sub_processor_change", "object_to_sub_processor"


@pytest.fixture
def given() -> World:
    return world()


def clock(found: Proposal, of: Agreement, action: str = NOTIFY) -> Obligation:
    return Obligation.objects.filter(subject_id=found.pk, agreement=of, action=action).latest("made_at")


def acts(row: Obligation) -> list[str]:
    return list(Act.objects.filter(subject_id=row.pk).order_by("at", "id").values_list("kind", flat=True))


def late(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The day after that on which the change was to take effect; every notice is late by then."""
    moment = in_days(61)
    at(monkeypatch, moment)
    return moment


def decided(given: World, found: Proposal) -> None:
    assert blocks(found) == {}
    posted(given, "decide", found.pk, reason="Iedereen is gehoord.")
    found.refresh_from_db()
    assert found.state == "decided"
    worked()


def test_a_decision_ends_the_late_clock_of_who_is_left_out_with_its_reason(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = agreement(given, "Strikt", INSIDE)
    service(given, "Mail", taken_by=(strict,))
    found = change(given, countries=ELSEWHERE)
    told(given, found)
    late(monkeypatch)
    said(given, found, strict, "exempted", "Blijft op de oude omgeving.")
    said(given, found, given.agreement, "consent")
    assert clock(found, strict).ended_at is None
    decided(given, found)
    row = clock(found, strict)
    assert row.state == "cancelled"
    assert row.ended_reason == (
        f"{found.reference}: zij geldt niet onder deze overeenkomst (Buiten de wijziging gehouden)."
    )
    assert acts(row)[-1] == "obligation.cancelled"
    shown = signed_in(given.owner).get(f"/clocks/{row.pk}/").content.decode()
    assert "Buiten de wijziging gehouden" in shown
    assert "nog te informeren" not in page(given, "go", found.pk)


def test_who_answered_was_told_at_the_latest_then_and_late_stays_late(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = change(given)
    moment = late(monkeypatch)
    said(given, found, given.agreement, "consent", "Per telefoon.")
    decided(given, found)
    row = clock(found, given.agreement)
    assert (row.state, row.ended_by, row.ended_reason) == ("late", "done", "Beantwoord door J. Okkerse")
    assert row.ended_at is not None
    assert abs(row.ended_at - moment) < timedelta(minutes=1)
    act = Act.objects.select_related("content").get(subject_id=row.pk, kind="obligation.ended")
    assert '"in_time":false' in str(act.content.content)
    assert not Obligation.objects.filter(subject_id=found.pk, ended_at=None).exists()


def test_who_was_told_nothing_and_said_nothing_is_owed_notice_until_somebody_gives_it(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    exception = [{"service": "domeinnamen", "region": "worldwide", "condition": "niet meer dan nodig"}]
    strict = agreement(given, "Strikt", {**INSIDE, "transfers.carve_outs": exception})
    made = service(given, "Domeinen", taken_by=(strict,))
    service(given, "Fax", taken_by=(given.agreement,))
    found = change(given, services=(made.pk,), countries=ELSEWHERE)
    said(given, found, strict, "exception", "Domeinregistratie.")
    late(monkeypatch)
    decided(given, found)
    posted(given, "carry_out", found.pk)
    worked()
    found.refresh_from_db()
    assert found.state == "done"
    row = clock(found, strict)
    assert row.ended_at is None, "carrying it out tells nobody anything"
    shown = page(given, "go", found.pk)
    assert "is de andere partij nog te informeren" in shown
    assert f"q={found.reference}" in shown
    assert row.agreement is not None
    assert row.agreement.counterparty_name in signed_in(given.owner).get(
        "/due/", {"whose": "all", "event": "change", "q": found.reference}
    ).content.decode()  # fmt: skip


def test_a_window_without_an_end_lapses_on_the_day_and_an_answered_one_at_the_decision(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ended = agreement(given, "Zonder", {**GENERAL, "subprocessors.notice_period": None})
    found = change(given, window_days=None)
    told(given, found)
    answered(letter(given.agreement), listed(found, given.agreement), "objection", "Liever niet.")
    said(given, found, given.agreement, "mitigated")
    late(monkeypatch)
    decided(given, found)
    posted(given, "carry_out", found.pk)
    worked()
    assert not Obligation.objects.filter(subject_id=found.pk, ended_at=None).exists()
    assert clock(found, open_ended).state == "met"
    assert clock(found, open_ended, WINDOW).state == "cancelled"
