"""A breach and its clocks come in one transaction; its facts are versions; late is said with reasons; closing waits."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from art28.notices.notice import NoticeKind
from art28.web.agreements.models import Direction
from art28.web.audit.models import Act
from art28.web.breaches import actions, composing, sending
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.clocks import actions as clocks
from art28.web.clocks import starting
from art28.web.clocks.models import Obligation, Proof
from art28.web.notices.models import OutboxMessage
from web.breaches.world import KNOWN, NOW, SAID, World, actor, agreement, breach, discovery, touched, world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    return world()


def sent(
    given: World, recorded: Breach, *, after: timedelta = HOUR, kind: NoticeKind = NoticeKind.REPORT, **changes: Any
) -> OutboxMessage:
    row = touched(recorded)
    decided = composing.Sending(
        kind=kind, recipient="datalek@zorg.example", recipient_name="J. Okkerse", signed_by="Owner", **changes
    )
    return sending.send(row, decided, based_on=row.version, actor=actor(given.owner), now=NOW + after)


def clock(recorded: Breach, action: str = "notify_breach") -> Obligation:
    return Obligation.objects.get(subject_id=recorded.pk, action=action)


def test_a_recorded_breach_starts_the_agreements_clock_at_the_instant_of_awareness(given: World) -> None:
    row = clock(breach(given, at=NOW, now=NOW + 3 * HOUR))
    assert (row.started_at, row.ends_at) == (NOW, NOW + timedelta(hours=24))
    assert row.start_reason == "bevestigd door de dienst"
    assert row.state == "open"


def test_a_breach_whose_clock_cannot_start_is_not_recorded(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(starting, "start_alike", broken)
    with pytest.raises(DatabaseError):
        breach(given)
    assert not Breach.objects.exists()
    assert not Act.objects.filter(kind="breach.recorded").exists()


def test_references_count_up_within_a_year(given: World) -> None:
    assert [breach(given).reference for _ in range(2)] == ["2026-0001", "2026-0002"]


def test_a_breach_at_a_sub_processor_counts_by_the_rule_for_that(given: World) -> None:
    row = clock(breach(given, at_sub_processor=True))
    assert row.duty["trigger"] == "breach_at_sub_processor"
    assert row.ends_at == NOW + timedelta(hours=24)


def test_a_silent_agreement_gives_a_clock_without_a_number_that_is_due_now() -> None:
    row = clock(breach(world({})))
    assert (row.ends_at, row.due_at) == (None, NOW)
    assert (row.duty["gdpr"], row.limit) == ("33(2)", None)


def test_a_controller_that_was_told_has_the_authoritys_clock_and_no_report_to_make(given: World) -> None:
    ours = agreement(given.organisation, name="Leverancier", direction=Direction.CONTROLLER)
    recorded = breach(replace(given, agreement=ours))
    assert not Obligation.objects.filter(subject_id=recorded.pk, action="notify_breach").exists()
    row = clock(recorded, "notify_authority")
    assert (row.ours, row.ends_at) == (True, NOW + timedelta(hours=72))


def test_an_agreement_that_keeps_the_processor_to_a_register_is_served_by_the_recording_itself() -> None:
    row = clock(breach(world({**SAID, "breach.register": ["processor"]})), "register_breach")
    assert (row.state, row.ended_by) == ("met", Proof.DONE)


def test_the_draft_holds_the_agreements_own_questions_with_what_the_facts_answer(given: World) -> None:
    draft = touched(breach(given)).questions
    assert [item["question"] for item in draft] == ["Wat is er gebeurd?", "Wat is de oorzaak?"]
    assert draft[0]["answer"] == "Een back-up stond open op internet."
    assert (draft[1]["answer"], draft[1]["why"]) == (None, "Dit wordt nog onderzocht.")


def test_corrected_facts_are_a_new_version_and_the_draft_follows_where_nobody_wrote(given: World) -> None:
    recorded = breach(given)
    row = touched(recorded)
    by = actor(given.owner)
    actions.save_draft(row, answers={1: "Eigen woorden."}, reasons={}, based_on=row.version, actor=by, now=NOW)
    facts = replace(KNOWN, cause="Een verkeerde instelling.")
    actions.change_facts(recorded, title="Open back-up", facts=facts, based_on=1, by=given.owner, actor=by, now=NOW)
    assert [item["answer"] for item in touched(recorded).questions] == ["Eigen woorden.", "Een verkeerde instelling."]
    assert FactsVersion.objects.filter(breach=recorded).count() == 2
    assert FactsVersion.objects.get(breach=recorded, number=1).facts["cause"] == ""


def test_two_people_cannot_change_the_same_version(given: World) -> None:
    recorded = breach(given)
    by = actor(given.owner)
    actions.change_facts(recorded, title="a", facts=KNOWN, based_on=1, by=given.owner, actor=by, now=NOW)
    with pytest.raises(actions.StateChanged):
        actions.change_facts(recorded, title="b", facts=KNOWN, based_on=1, by=given.owner, actor=by, now=NOW)


def test_the_database_keeps_versions_of_facts_as_they_were(given: World) -> None:
    recorded = breach(given)
    with pytest.raises(DatabaseError), transaction.atomic():
        FactsVersion.objects.filter(breach=recorded).update(facts={})


def test_sending_puts_the_notice_in_the_outbox_as_sent_with_head_and_count(given: World) -> None:
    recorded = breach(given)
    message = sent(given, recorded)
    assert message.obligation == clock(recorded)
    assert (message.state, message.handed_over_at, message.accepted_at) == ("queued", NOW + HOUR, None)
    assert "2026-0001" in message.subject
    assert "back-up" in message.page_html
    assert "back-up" not in message.body_text
    assert message.token in message.body_text
    assert message.evidence_head in message.page_html
    assert clock(recorded).ended_at is None


def test_what_was_sent_stays_as_sent_when_the_facts_change(given: World) -> None:
    recorded = breach(given)
    message = sent(given, recorded)
    page = message.page_html
    facts = replace(KNOWN, description="Anders.")
    by = actor(given.owner)
    actions.change_facts(recorded, title="x", facts=facts, based_on=1, by=given.owner, actor=by, now=NOW)
    message.refresh_from_db()
    assert message.page_html == page
    with pytest.raises(DatabaseError), transaction.atomic():
        OutboxMessage.objects.filter(pk=message.pk).update(body_text="x")


def test_a_draft_that_another_changed_is_not_sent(given: World) -> None:
    recorded = breach(given)
    row = touched(recorded)
    actions.save_draft(touched(recorded), answers={1: "x"}, reasons={}, based_on=1, actor=actor(given.owner), now=NOW)
    decided = composing.Sending(kind=NoticeKind.REPORT, recipient="a@b.example", recipient_name="", signed_by="")
    with pytest.raises(actions.StateChanged):
        sending.send(row, decided, based_on=row.version, actor=actor(given.owner), now=NOW)
    assert not OutboxMessage.objects.exists()


def test_a_report_after_its_limit_leaves_with_reasons_or_not_at_all(given: World) -> None:
    recorded = breach(given)
    with pytest.raises(sending.ReasonsWanted):
        sent(given, recorded, after=timedelta(hours=25))
    assert not OutboxMessage.objects.exists()
    message = sent(given, recorded, after=timedelta(hours=25), late_reasons="Contact was onbereikbaar.")
    assert "Contact was onbereikbaar." in message.page_html
    assert (clock(recorded).state, clock(recorded).late_reasons) == ("late", "Contact was onbereikbaar.")


def test_an_incomplete_report_starts_the_duty_to_supplement_and_a_complete_one_ends_it(given: World) -> None:
    recorded = breach(given)
    sent(given, recorded)
    assert clock(recorded, "follow_up_breach").ended_at is None
    row = touched(recorded)
    answers = {1: "Een back-up stond open op internet.", 2: "Een instelling."}
    by = actor(given.owner)
    actions.save_draft(row, answers=answers, reasons={}, based_on=row.version, actor=by, now=NOW)
    message = sent(given, recorded, after=2 * HOUR, kind=NoticeKind.FOLLOW_UP)
    assert clock(recorded, "follow_up_breach").state == "met"
    assert [section["changed"] for section in message.notice["sections"]] == [False, True]
    assert message.subject == "Aanvulling 1 op melding 2026-0001"


def test_a_second_first_report_is_refused(given: World) -> None:
    recorded = breach(given)
    sent(given, recorded)
    with pytest.raises(actions.StateChanged):
        sent(given, recorded)


def test_an_early_warning_is_offered_only_where_the_agreement_knows_it(given: World) -> None:
    row = touched(breach(given))
    assert composing.kinds(row, composing.known_of(row)) == (NoticeKind.REPORT,)
    early = agreement(given.organisation, {**SAID, "breach.early_warning": True}, name="Ander")
    row = touched(breach(replace(given, agreement=early)))
    assert composing.kinds(row, composing.known_of(row)) == (NoticeKind.REPORT, NoticeKind.EARLY_WARNING)


def test_a_call_that_reached_somebody_ends_the_clock_of_an_agreement_that_wants_a_call() -> None:
    given = world({**SAID, "breach.channel": ["phone"]})
    recorded = breach(given)
    fields: dict[str, Any] = {"spoken_to": "J. Okkerse", "note": "", "by": given.owner, "actor": actor(given.owner)}
    actions.record_call(touched(recorded), at=NOW + HOUR, reached=False, now=NOW + HOUR, **fields)
    assert clock(recorded).ended_at is None
    actions.record_call(touched(recorded), at=NOW + 2 * HOUR, reached=True, now=NOW + 3 * HOUR, **fields)
    assert (clock(recorded).ended_at, clock(recorded).ended_by) == (NOW + 2 * HOUR, Proof.REACHED)


def test_a_breach_is_not_closed_while_its_report_still_runs(given: World) -> None:
    recorded = breach(given)
    with pytest.raises(actions.StillRunning):
        actions.close(recorded, reason="klaar", actor=actor(given.owner), now=NOW)
    clocks.cancel(clock(recorded), reason="geen persoonsgegevens", actor=actor(given.owner), now=NOW)
    actions.close(recorded, reason="klaar", actor=actor(given.owner), now=NOW)
    assert (recorded.state, recorded.close_reason) == ("closed", "klaar")
    assert TouchedAgreement.objects.get(breach=recorded).closed_at == NOW


def test_every_act_about_a_breach_is_in_the_trail(given: World) -> None:
    recorded = breach(given)
    sent(given, recorded)
    kinds = set(Act.objects.filter(subject_id=recorded.pk).values_list("kind", flat=True))
    assert {"breach.recorded", "breach.notice_sent"} <= kinds
    assert Act.objects.filter(kind="notice.handed_over").count() == 1


def test_a_setting_of_the_breach_decides_what_ends_its_clock(given: World) -> None:
    recorded = actions.record_breach(
        given.organisation,
        (given.agreement.pk,),
        title="x",
        facts=KNOWN,
        discovery=discovery(ends_by=Proof.HANDED_OVER),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    sent(given, recorded)
    assert (clock(recorded).state, clock(recorded).ended_by) == ("met", Proof.HANDED_OVER)
