import re

import pytest

from art28.agreement.duties import Action, Duty, LimitSource, Trigger
from art28.obligations.duties import duties_of
from art28.terms import Role
from core.obligations.agreements import Kept, agreement, fact, question


def the(duties: tuple[Duty, ...], action: Action, trigger: Trigger | None = None) -> Duty:
    (found,) = (duty for duty in duties if duty.action is action and trigger in (None, duty.trigger))
    return found


def actions(given: Kept) -> set[Action]:
    return {duty.action for duty in duties_of(given)}


def test_a_number_in_the_agreement_is_the_limit_with_its_clause_and_passage() -> None:
    given = agreement(fact("breach.deadline", "PT24H", "uiterlijk binnen 24 uur na ontdekking", provision="8.1"))
    duty = the(duties_of(given), Action.NOTIFY_BREACH, Trigger.BREACH)
    assert duty.limit is not None
    assert (duty.limit.period, duty.limit.regime, duty.limit.source) == ("PT24H", "hours", LimitSource.AGREEMENT)
    assert duty.provision == "8.1"
    assert duty.citations[0].text == "uiterlijk binnen 24 uur na ontdekking"
    assert (duty.bearer, duty.beneficiary) == (Role.PROCESSOR, Role.CONTROLLER)


def test_a_silent_agreement_leaves_the_law_without_a_number() -> None:
    duty = the(duties_of(agreement()), Action.NOTIFY_BREACH, Trigger.BREACH)
    assert duty.limit is not None
    assert (duty.limit.period, duty.limit.wording, duty.limit.source) == (None, "without_undue_delay", LimitSource.LAW)
    assert (duty.gdpr, duty.citations, duty.facts) == ("33(2)", (), ())


def test_a_word_in_the_agreement_is_its_own_limit_though_it_names_no_number() -> None:
    duty = the(duties_of(agreement(fact("breach.wording", "immediately"))), Action.NOTIFY_BREACH, Trigger.BREACH)
    assert duty.limit is not None
    assert (duty.limit.period, duty.limit.wording, duty.limit.source) == (None, "immediately", LimitSource.AGREEMENT)


def test_an_open_question_gives_a_provisional_duty_on_its_first_candidate() -> None:
    duty = the(
        duties_of(agreement(questions=(question("breach.deadline", "PT24H", "PT48H"),))),
        Action.NOTIFY_BREACH,
        Trigger.BREACH,
    )
    assert duty.provisional
    assert duty.limit is not None
    assert duty.limit.period == "PT24H"


def test_a_breach_at_a_sub_processor_starts_the_same_limit() -> None:
    given = agreement(fact("breach.deadline", "PT24H"), fact("breach.clock_starts", ("report_from_sub_processor",)))
    duty = the(duties_of(given), Action.NOTIFY_BREACH, Trigger.BREACH_AT_SUB_PROCESSOR)
    assert duty.limit is not None
    assert duty.limit.period == "PT24H"
    assert "breach.clock_starts" in duty.facts


def test_the_authority_is_told_by_the_controller_within_the_period_of_the_law() -> None:
    duty = the(duties_of(agreement()), Action.NOTIFY_AUTHORITY)
    assert duty.limit is not None
    assert (duty.bearer, duty.limit.period, duty.limit.source, duty.gdpr) == (
        Role.CONTROLLER,
        "PT72H",
        LimitSource.LAW,
        "33(1)",
    )


def test_the_authority_is_told_by_the_processor_where_the_agreement_says_so() -> None:
    duty = the(duties_of(agreement(fact("breach.authority_notifier", "processor"))), Action.NOTIFY_AUTHORITY)
    assert duty.bearer is Role.PROCESSOR


def test_both_keep_a_register_where_the_agreement_says_so() -> None:
    kept = {
        duty.bearer
        for duty in duties_of(agreement(fact("breach.register", ("controller", "processor"))))
        if duty.action is Action.REGISTER_BREACH
    }
    assert kept == {Role.CONTROLLER, Role.PROCESSOR}


def test_general_authorisation_asks_for_notice_before_the_change() -> None:
    given = agreement(fact("subprocessors.authorisation", "general"), fact("subprocessors.notice_period", "P30D"))
    duty = the(duties_of(given), Action.NOTIFY_SUB_PROCESSOR_CHANGE)
    assert duty.limit is not None
    assert (duty.limit.period, duty.limit.backward) == ("P30D", True)
    assert Action.OBTAIN_SUB_PROCESSOR_CONSENT not in actions(given)


@pytest.mark.parametrize("given", [agreement(), agreement(fact("subprocessors.authorisation", "specific"))])
def test_without_general_authorisation_each_sub_processor_needs_consent(given: Kept) -> None:
    assert Action.OBTAIN_SUB_PROCESSOR_CONSENT in actions(given)
    assert Action.NOTIFY_SUB_PROCESSOR_CHANGE not in actions(given)


def test_requests_that_the_parties_handle_jointly_are_not_forwarded() -> None:
    assert Action.FORWARD_REQUEST not in actions(agreement(fact("requests.handling", "joint")))


@pytest.mark.parametrize(
    ("passage", "working"),
    [
        ("binnen vijf werkdagen nadat daarom is gevraagd", True),
        ("within five business days", True),
        ("binnen vijf dagen", False),
        ("binnen vijf dagen, in een spoedgeval binnen drie werkdagen", False),
    ],
)
def test_working_days_are_read_from_the_passage(passage: str, working: bool) -> None:
    duty = the(duties_of(agreement(fact("requests.deadline", "P5D", passage))), Action.ASSIST_REQUEST)
    assert duty.limit is not None
    assert duty.limit.working_days is working


@pytest.mark.parametrize(
    ("fact_key", "value", "action"),
    [
        ("audit.notice", "P2W", Action.ANNOUNCE_AUDIT),
        ("confidentiality.screening_interval", "P3Y", Action.SCREEN_STAFF),
        ("term.amendment_notice", "P2M", Action.ANNOUNCE_AMENDMENT),
    ],
)
def test_what_only_an_agreement_can_ask_for_is_no_duty_under_a_silent_one(
    fact_key: str, value: str, action: Action
) -> None:
    assert action not in actions(agreement())
    duty = the(duties_of(agreement(fact(fact_key, value))), action)
    assert duty.limit is not None
    assert duty.limit.period == value


def test_a_declaration_of_deletion_is_owed_only_where_promised() -> None:
    assert Action.CERTIFY_DELETION not in actions(agreement(fact("end.certificate", False)))
    assert Action.CERTIFY_DELETION in actions(agreement(fact("end.certificate", True)))


def test_no_choice_is_offered_where_the_agreement_has_made_it() -> None:
    assert Action.CHOOSE_RETURN_OR_DELETION not in actions(agreement(fact("end.data", "return_then_delete")))
    assert Action.CHOOSE_RETURN_OR_DELETION in actions(agreement())


def test_every_duty_rests_on_a_passage_or_on_an_article() -> None:
    for duty in duties_of(agreement()):
        assert duty.citations or re.match(r"\d", duty.gdpr), duty.id


def test_ids_are_distinct_and_the_same_at_every_reading() -> None:
    given = agreement(fact("breach.register", ("controller", "processor")), fact("end.certificate", True))
    ids = [duty.id for duty in duties_of(given)]
    assert len(set(ids)) == len(ids)
    assert ids == [duty.id for duty in duties_of(given)]


@pytest.mark.parametrize(
    ("key", "candidates", "action", "strictest"),
    [
        ("breach.deadline", ("PT48H", "PT24H"), Action.NOTIFY_BREACH, "PT24H"),
        ("breach.deadline", ("P2D", "PT36H"), Action.NOTIFY_BREACH, "PT36H"),
        ("audit.notice", ("P2W", "P1M"), Action.ANNOUNCE_AUDIT, "P1M"),
    ],
)
def test_of_two_limits_the_one_that_binds_most_counts(
    key: str, candidates: tuple[str, ...], action: Action, strictest: str
) -> None:
    duty = next(duty for duty in duties_of(agreement(questions=(question(key, *candidates),))) if duty.action is action)
    assert duty.limit is not None
    assert duty.limit.period == strictest
