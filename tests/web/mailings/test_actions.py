"""A mailing freezes its list, is approved by another where that is asked, can be recalled, and leaves once."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.breaches import queries as breach_queries
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.mailings import actions, errors, leaving, preparing, queries
from art28.web.mailings.models import Mailing, MailingLine
from art28.web.mailings.pump import leave, look
from art28.web.notices.models import OutboxMessage
from art28.web.parties.models import Contact
from web.breaches.world import KNOWN, NOW, SAID, World, actor, agreement, world
from web.mailings.world import LATER, asking, customers, prepared, second, touching

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def given() -> World:
    return world()


def release(given: World, mailing: Mailing, **changes: str) -> None:
    actions.release(mailing, by=given.owner, actor=actor(given.owner), now=LATER, **changes)


def standing(mailing: Mailing) -> dict[str, str]:
    """The standing or obstacle of each line, by party."""
    rows = MailingLine.objects.filter(mailing=mailing).select_related("agreement")
    return {row.agreement.counterparty_name: row.obstacle or row.standing for row in rows}


def save_draft(given: World, recorded: Breach, agreement_id: object) -> None:
    row = breach_queries.touched(given.organisation, recorded.pk, agreement_id)  # type: ignore[arg-type]
    assert row is not None
    breaches.save_draft(row, answers={1: "x"}, reasons={}, based_on=row.version, actor=actor(given.owner), now=NOW)


def test_a_mailing_holds_who_has_not_been_told_and_says_why_others_cannot_be(given: World) -> None:
    name = given.agreement.counterparty_name
    told, closed = customers(given, 2, name="Ander")
    no_contact = agreement(given.organisation, name="Zonder adres", contact="")
    phone = agreement(given.organisation, {**SAID, "breach.channel": ["phone"]}, name="Bel ons")
    bad = agreement(given.organisation, name="Fout adres", contact="niet een adres")
    recorded = touching(given, [given.agreement, told, closed, no_contact, phone, bad])
    TouchedAgreement.objects.filter(agreement=told).update(sent=1)
    TouchedAgreement.objects.filter(agreement=closed).update(closed_at=NOW)
    mailing = prepared(given, recorded)
    assert standing(mailing) == {
        name: "waiting",
        "Zonder adres": "no_contact",
        "Bel ons": "phone",
        "Fout adres": "bad_address",
    }
    assert (mailing.state, mailing.agreement_count, mailing.message_count) == ("prepared", 1, 1)
    assert Act.objects.get(kind="mailing.prepared").subject_id == mailing.pk


def test_a_choice_narrows_by_limit_channel_language_and_open_questions(given: World) -> None:
    slow = agreement(given.organisation, {**SAID, "breach.deadline": "PT72H"}, name="Traag")
    both = agreement(given.organisation, {**SAID, "breach.channel": ["email", "phone"]}, name="Beide")
    done = agreement(given.organisation, {**SAID, "breach.questionnaire": SAID["breach.questionnaire"][:1]}, name="Af")
    english = agreement(given.organisation, name="English")
    type(english).objects.filter(pk=english.pk).update(language="en")
    recorded = touching(given, [slow, both, done, english])
    assert set(standing(prepared(given, recorded, due_within=24))) == {"Beide", "Af", "English"}
    assert set(standing(prepared(given, recorded, channel="phone"))) == {"Beide"}
    assert set(standing(prepared(given, recorded, language="en"))) == {"English"}
    assert set(standing(prepared(given, recorded, answered_only=True))) == {"Af"}


def test_an_early_warning_goes_to_those_whose_agreement_knows_it(given: World) -> None:
    early = agreement(given.organisation, {**SAID, "breach.early_warning": True}, name="Vroeg")
    recorded = touching(given, [given.agreement, early])
    assert standing(prepared(given, recorded, notice_kind="early_warning")) == {"Vroeg": "waiting"}


def test_a_long_list_is_looked_at_in_chunks_by_the_worker(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "CHUNK", 2)
    mailing = prepared(given, touching(given, customers(given, 5)), to_the_end=False)
    assert (mailing.state, MailingLine.objects.count()) == ("preparing", 2)
    while look(now=LATER, limit=1):
        pass
    mailing.refresh_from_db()
    assert (mailing.state, mailing.agreement_count, MailingLine.objects.count()) == ("prepared", 5, 5)


def test_a_released_mailing_leaves_when_its_recall_time_is_over_and_what_is_due_first_leaves_first(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = agreement(given.organisation, {**SAID, "breach.deadline": "PT72H"}, name="Traag")
    fast = agreement(given.organisation, {**SAID, "breach.deadline": "PT12H"}, name="Snel")
    mailing = prepared(given, touching(given, [slow, given.agreement, fast]))
    release(given, mailing)
    assert mailing.leaves_at == LATER + 10 * MINUTE
    assert leave(now=LATER + 9 * MINUTE, limit=5) == 0
    monkeypatch.setattr(leaving, "CHUNK", 1)
    while leave(now=LATER + 10 * MINUTE, limit=5):
        pass
    rows = OutboxMessage.objects.order_by("id").values_list("agreement__counterparty_name", flat=True)
    assert list(rows) == ["Snel", "Stichting Zorg", "Traag"]
    mailing.refresh_from_db()
    assert (mailing.state, mailing.sent_at) == ("sent", LATER + 10 * MINUTE)
    assert set(standing(mailing).values()) == {"left"}
    assert set(TouchedAgreement.objects.values_list("sent", flat=True)) == {1}
    assert Obligation.objects.filter(action="follow_up_breach").count() == 3


def test_a_mailing_can_be_recalled_until_it_leaves_and_released_again(given: World) -> None:
    mailing = prepared(given, touching(given, customers(given, 2)))
    release(given, mailing)
    actions.recall(mailing, by=given.owner, actor=actor(given.owner), now=LATER)
    assert leave(now=LATER + HOUR, limit=5) == 0
    release(given, mailing)
    assert leave(now=LATER + HOUR, limit=5) > 0
    mailing.refresh_from_db()
    with pytest.raises(errors.TooLate):
        actions.recall(mailing, by=given.owner, actor=actor(given.owner), now=LATER + HOUR)
    assert OutboxMessage.objects.count() == 2
    kinds = list(Act.objects.filter(subject_id=mailing.pk).order_by("id").values_list("kind", flat=True))
    assert kinds == [f"mailing.{each}" for each in ("begun", "prepared", "released", "recalled", "released", "sent")]


def test_the_recall_time_never_makes_a_limit_be_missed(given: World) -> None:
    asking(given, recall_minutes=120)
    mailing = prepared(given, touching(given, customers(given, 1, {**SAID, "breach.deadline": "PT2H"})))
    release(given, mailing)
    assert (mailing.leaves_at, mailing.shortened) == (NOW + 2 * HOUR - 5 * MINUTE, True)


def test_limits_are_read_anew_at_release_since_a_correction_may_have_moved_them(given: World) -> None:
    asking(given, recall_minutes=1440)
    mailing = prepared(given, touching(given, customers(given, 1)))
    MailingLine.objects.update(ends_at=NOW + 72 * HOUR)  # as it stood before the limit became stricter
    release(given, mailing)
    assert MailingLine.objects.get().ends_at == NOW + 24 * HOUR
    assert (mailing.leaves_at, mailing.shortened) == (NOW + 24 * HOUR - 5 * MINUTE, True)


def test_without_recall_time_it_leaves_at_once(given: World) -> None:
    asking(given, recall_minutes=0)
    mailing = prepared(given, touching(given, customers(given, 1)))
    release(given, mailing)
    assert (mailing.leaves_at, mailing.shortened) == (LATER, False)
    assert leave(now=LATER, limit=5) > 0


def test_who_prepared_a_mailing_does_not_approve_it_and_it_does_not_leave_without(given: World) -> None:
    asking(given, approval_from=2)
    other = second(given)
    mailing = prepared(given, touching(given, customers(given, 2)))
    assert mailing.approval_wanted
    with pytest.raises(errors.NotApproved):
        release(given, mailing)
    with pytest.raises(errors.OwnMailing):
        actions.approve(mailing, by=given.owner, actor=actor(given.owner), now=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mailing.objects.filter(pk=mailing.pk).update(approved_by=given.owner)
    actions.approve(mailing, by=other, actor=actor(other), now=LATER)
    release(given, mailing)
    assert (mailing.state, mailing.approved_by) == ("released", other)


def test_few_messages_need_no_second_person(given: World) -> None:
    asking(given, approval_from=3)
    mailing = prepared(given, touching(given, customers(given, 2)))
    assert not mailing.approval_wanted
    release(given, mailing)
    assert mailing.state == "released"


def test_approval_lapses_when_what_would_leave_has_changed(given: World) -> None:
    asking(given, approval_from=1)
    other = second(given)
    recorded = touching(given, customers(given, 2))
    mailing = prepared(given, recorded)
    actions.approve(mailing, by=other, actor=actor(other), now=LATER)
    breaches.change_facts(
        recorded, title="x", facts=KNOWN, based_on=1, by=given.owner, actor=actor(given.owner), now=LATER
    )
    with pytest.raises(errors.ApprovalLapsed):
        release(given, mailing)
    assert (mailing.state, mailing.approved_by) == ("prepared", None)
    actions.approve(mailing, by=other, actor=actor(other), now=LATER)
    release(given, mailing)
    assert mailing.state == "released"


def test_what_changes_after_an_approved_mailing_was_released_is_held_and_the_rest_leaves(given: World) -> None:
    asking(given, approval_from=1)
    other = second(given)
    first, changed = customers(given, 2)
    recorded = touching(given, [first, changed])
    mailing = prepared(given, recorded)
    actions.approve(mailing, by=other, actor=actor(other), now=LATER)
    release(given, mailing)
    save_draft(given, recorded, changed.pk)
    leave(now=LATER + HOUR, limit=5)
    assert standing(mailing) == {"Klant 0": "left", "Klant 1": "changed"}
    assert OutboxMessage.objects.count() == 1


def test_who_was_told_by_somebody_meanwhile_is_not_told_twice(given: World) -> None:
    recorded = touching(given, customers(given, 2))
    one, two = prepared(given, recorded), prepared(given, recorded)
    for mailing in (one, two):
        release(given, mailing)
    while leave(now=LATER + HOUR, limit=5):
        pass
    assert OutboxMessage.objects.count() == 2
    assert set(standing(two).values()) | set(standing(one).values()) == {"left", "turn"}


def test_who_was_found_not_touched_meanwhile_is_not_told(given: World) -> None:
    recorded = touching(given, customers(given, 2))
    mailing = prepared(given, recorded)
    release(given, mailing)
    TouchedAgreement.objects.filter(agreement__counterparty_name="Klant 1").update(excluded_at=NOW)
    leave(now=LATER + HOUR, limit=5)
    assert standing(mailing) == {"Klant 0": "left", "Klant 1": "closed"}


def test_after_a_limit_a_mailing_leaves_with_reasons_or_not_at_all(given: World) -> None:
    late = NOW + 30 * HOUR
    mailing = prepared(given, touching(given, customers(given, 1)), now=late)
    with pytest.raises(errors.ReasonsWanted):
        actions.release(mailing, by=given.owner, actor=actor(given.owner), now=late)
    actions.release(mailing, late_reasons="Storing.", by=given.owner, actor=actor(given.owner), now=late)
    leave(now=late + HOUR, limit=5)
    assert "Storing." in OutboxMessage.objects.get().page_html
    assert Obligation.objects.get(action="notify_breach").late_reasons == "Storing."


def test_what_falls_late_while_the_worker_stands_still_is_held_and_not_lost(given: World) -> None:
    mailing = prepared(given, touching(given, customers(given, 1)))
    release(given, mailing)
    leave(now=NOW + 30 * HOUR, limit=5)
    assert set(standing(mailing).values()) == {"reasons"}
    again = prepared(given, Breach.objects.get(), now=NOW + 30 * HOUR, late_reasons="De werker stond stil.")
    assert again.message_count == 1


def test_an_address_that_was_added_lets_an_agreement_leave_after_a_second_look(given: World) -> None:
    asking(given, approval_from=1)
    other = second(given)
    without = agreement(given.organisation, name="Zonder adres", contact="")
    mailing = prepared(given, touching(given, [given.agreement, without]))
    actions.approve(mailing, by=other, actor=actor(other), now=LATER)
    assert preparing.look_again(mailing, actor=actor(given.owner), now=LATER) == 0
    assert mailing.state == "approved"
    assert without.counterparty is not None
    Contact.objects.create(
        organisation=given.organisation,
        counterparty=without.counterparty,
        purpose="breach",
        email="nu@wel.example",
        created_at=NOW,
    )
    assert preparing.look_again(mailing, actor=actor(given.owner), now=LATER) == 1
    assert (mailing.state, mailing.message_count) == ("prepared", 2)


def test_an_address_that_refused_before_is_passed_over(given: World) -> None:
    recorded = touching(given, customers(given, 1))
    release(given, prepared(given, recorded))
    leave(now=LATER + HOUR, limit=5)
    OutboxMessage.objects.update(state="failed", last_error="recipient refused 550")
    agreement_ = MailingLine.objects.get().agreement
    assert not standing(prepared(given, recorded, notice_kind="follow_up")), "nobody was told yet"
    mailing = prepared(given, recorded)
    assert set(standing(mailing).values()) == {"bad_address"}
    assert agreement_.counterparty is not None
    Contact.objects.create(
        organisation=given.organisation,
        counterparty=agreement_.counterparty,
        purpose="privacy",
        email="andere@klant.example",
        created_at=NOW,
    )
    assert preparing.look_again(mailing, actor=actor(given.owner), now=LATER) == 1
    assert MailingLine.objects.get(mailing=mailing).recipient == "andere@klant.example"


def test_agreements_of_one_party_leave_as_one_message_where_so_chosen(given: World) -> None:
    first, other, apart = customers(given, 3)
    type(other).objects.filter(pk=other.pk).update(counterparty=first.counterparty)
    recorded = touching(given, [first, other, apart])
    assert prepared(given, recorded, together=False).message_count == 3
    mailing = prepared(given, recorded)
    assert (mailing.agreement_count, mailing.message_count) == (3, 2)
    release(given, mailing)
    leave(now=LATER + HOUR, limit=5)
    assert OutboxMessage.objects.filter(carrier=None).count() == 2
    assert OutboxMessage.objects.count() == 3
    assert set(standing(mailing).values()) == {"left"}


def test_a_mailing_costs_the_same_queries_a_chunk_at_any_size(given: World) -> None:
    asking(given, recall_minutes=0)
    counts = []
    for name, n in (("Klant", 3), ("Meer", 30)):
        mailing = prepared(given, touching(given, customers(given, n, name=name)))
        release(given, mailing)
        with CaptureQueriesContext(connection) as captured:
            leaving.leave_chunk(mailing, actor=actor(given.owner), now=LATER)
        counts.append(len(captured))
        with CaptureQueriesContext(connection) as captured:
            queries.figures(mailing)
            queries.samples(mailing)
        counts.append(len(captured))
    assert counts[:2] == counts[2:]


def test_one_mailing_that_fails_does_not_hold_up_another(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    one = prepared(given, touching(given, customers(given, 1)))
    two = prepared(given, touching(given, customers(given, 1, name="Tweede")))
    for mailing in (one, two):
        release(given, mailing)
    real = leaving.leave_chunk

    def broken(mailing: Mailing, **options: object) -> int:
        if mailing.pk == one.pk:
            raise DatabaseError
        return real(mailing, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(leaving, "leave_chunk", broken)
    leave(now=LATER + HOUR, limit=5)
    assert set(standing(two).values()) == {"left"}


def test_a_full_outbox_is_not_filled_further(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mailing = prepared(given, touching(given, customers(given, 2)))
    release(given, mailing)
    monkeypatch.setattr("art28.web.mailings.pump._AHEAD", 0)
    assert leave(now=LATER + HOUR, limit=5) == 0


def test_a_dropped_mailing_stays_and_does_not_leave(given: World) -> None:
    mailing = prepared(given, touching(given, customers(given, 1)))
    actions.withdraw(mailing, actor=actor(given.owner), now=LATER)
    with pytest.raises(errors.StateChanged):
        release(given, mailing)
    with pytest.raises(DatabaseError), transaction.atomic():
        Mailing.objects.filter(pk=mailing.pk).delete()
