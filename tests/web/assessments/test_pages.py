"""The controller's side of a breach, through its pages."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.assessments.models import Awareness, Consultation, Decision, Notification, Told
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from web.assessments.world import CONSULT, ENOUGH, breach, clock, controller, know
from web.breaches import world as worlds
from web.breaches.world import World, signed_in

pytestmark = pytest.mark.django_db


def local(hours_ago: float) -> str:
    return timezone.localtime(timezone.now() - timedelta(hours=hours_ago)).strftime("%Y-%m-%dT%H:%M")


def get(given: World, name: str, found: Breach, *more: Any) -> str:
    return signed_in(given.owner).get(reverse(f"assessments:{name}", args=(found.pk, *more))).content.decode()


def post(given: World, name: str, found: Breach, *more: Any, **data: Any) -> Any:
    return signed_in(given.owner).post(reverse(f"assessments:{name}", args=(found.pk, *more)), data)


def decision(**changes: Any) -> dict[str, Any]:
    return {
        "decide": "1",
        "risk": "risk",
        "reasons": "Namen en nummers.",
        "authority": "yes",
        "people": "no",
        **changes,
    }


def made(**changes: Any) -> dict[str, Any]:
    return {"notified_at": local(1), "reference": "AP-2026-123", "complete": "yes", **changes}


def test_the_72_hours_count_from_the_earlier_of_the_two_instants_and_both_are_shown() -> None:
    given = controller()
    found = breach(given, hours_ago=5)
    old = clock(found)
    answer = post(
        given, "awareness", found, received_at=local(5), known_at=local(9), reason="Eigen melding van de dienst"
    )
    assert answer.status_code == 302
    new, old_again = clock(found), type(old).objects.get(pk=old.pk)
    assert (old_again.state, new.state) == ("cancelled", "open")
    assert new.started_at == Awareness.objects.get().known_at
    assert new.ends_at == new.started_at + timedelta(hours=72)
    page = get(given, "case", found)
    assert page.count("zou eindigen op") == 2
    assert "Een andere lezing" in page
    assert Act.objects.filter(kind="assessment.awareness_set", subject_id=found.pk).count() == 1


def test_a_reading_that_counts_from_later_wants_an_express_decision() -> None:
    given = controller()
    found = breach(given, hours_ago=5)
    data = {"received_at": local(2), "reason": "Het rapport kwam later"}
    assert post(given, "awareness", found, **data).status_code == 422
    assert Awareness.objects.count() == 0
    assert post(given, "awareness", found, **data, may_loosen="on").status_code == 302
    assert clock(found).started_at == Awareness.objects.get().received_at


def test_the_score_is_worked_out_beside_the_decision_and_decides_nothing() -> None:
    given = controller()
    found = breach(given)
    scored = {"context_sensitive": "4", "identification": "1", "confidentiality": "0.5", "malice": "0.5"}
    page = post(given, "decide", found, score="1", **scored)
    assert page.status_code == 200
    assert "<b>5,0</b> · <b>zeer hoog</b>" in page.content.decode()
    assert Decision.objects.count() == 0
    data = decision(risk="unlikely", authority="no", reasons="De gegevens zijn aantoonbaar niet geopend.", **scored)
    assert post(given, "decide", found, **data).status_code == 302
    row = Decision.objects.get()
    assert (row.risk, row.score, row.level, row.by) == ("unlikely", "5.0", "very_high", given.owner)
    assert clock(found).state == "cancelled"


def test_a_new_decision_is_a_new_version_and_lets_the_clock_run_on() -> None:
    given = controller()
    found = breach(given)
    started = clock(found).started_at
    post(given, "decide", found, **decision(risk="unlikely", authority="no"))
    post(given, "decide", found, **decision(risk="risk"))
    assert [row.number for row in Decision.objects.order_by("number")] == [1, 2]
    assert (clock(found).state, clock(found).started_at) == ("open", started)
    assert "Eerdere besluiten" in get(given, "case", found)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"risk": "risk", "authority": "no"}, "authority"),
        ({"risk": "high", "people": "no"}, "people"),
        ({"risk": "high", "people": "no", "exception": "c"}, "exception_reasons"),
        ({"risk": "high", "people": "yes", "exception": "a", "exception_reasons": "x"}, "exception"),
        ({"reasons": ""}, "reasons"),
    ],
)
def test_a_decision_that_does_not_hold_together_is_refused_at_its_field(changes: dict[str, str], field: str) -> None:
    given = controller()
    answer = post(given, "decide", breach(given), **decision(**changes))
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert Decision.objects.count() == 0


def test_the_notification_ends_the_clock_and_keeps_the_form_and_its_proof_as_they_stood() -> None:
    given = controller()
    found = breach(given)
    proof = SimpleUploadedFile("ontvangst.pdf", b"%PDF-1.7 ontvangen")
    post(given, "form", found, "ap", **{"version": "0", "own-3.1.2": "Zorg"})
    assert post(given, "notified", found, **made(proof=proof)).status_code == 302
    row = Notification.objects.get()
    answers = {item["number"]: item["answer"] for item in row.answers}
    assert (answers["3.1.2"], answers["5.3"]) == ("Zorg", "Een back-up stond open op internet.")
    assert (clock(found).state, clock(found).ended_at) == ("met", row.notified_at)
    answer = signed_in(given.owner).get(reverse("assessments:proof", args=(found.pk, row.pk)))
    assert answer.content == b"%PDF-1.7 ontvangen"
    assert "attachment" in answer["Content-Disposition"]
    content = json.loads(Act.objects.get(kind="assessment.authority_notified").content.content or "")
    assert content["proof"]["sha256"] == row.proof_sha256


def test_a_notification_after_the_limit_wants_its_reasons_which_stay_with_the_clock() -> None:
    given = controller()
    found = breach(given, hours_ago=80)
    answer = post(given, "notified", found, **made())
    assert answer.status_code == 422
    assert Notification.objects.count() == 0
    post(given, "notified", found, **made(late_reasons="De verwerker meldde eerst onvolledig."))
    assert (clock(found).state, clock(found).late_reasons) == ("late", "De verwerker meldde eerst onvolledig.")
    numbered = {item["number"]: item["answer"] for item in Notification.objects.get().answers}
    assert numbered["4.5"] == "De verwerker meldde eerst onvolledig."


def test_what_is_not_known_yet_follows_in_phases_and_is_owed_until_it_came() -> None:
    given = controller()
    found = breach(given)
    post(given, "notified", found, **made(complete="no"))
    follow_up = clock(found, "follow_up_breach")
    assert (follow_up.ended_at, follow_up.duty["gdpr"]) == (None, "33(4)")
    assert "Er is nog een aanvulling verschuldigd" in get(given, "case", found)
    assert "Aanvulling op een eerdere melding (AP-2026-123)" in get(given, "form", found, "ap")
    post(given, "notified", found, **made(reference="AP-2026-124"))
    assert clock(found, "follow_up_breach").state == "met"
    assert [row.number for row in Notification.objects.order_by("number")] == [1, 2]


def test_where_the_agreement_wants_it_the_processor_is_consulted_first_and_there_is_a_way_on() -> None:
    given = controller(CONSULT)
    found = breach(given)
    refused = post(given, "notified", found, **made())
    assert refused.status_code == 409
    assert "art. 5.1" in refused.content.decode()
    assert reverse("assessments:consult", args=(found.pk, given.agreement.pk)) in refused.content.decode()
    assert Notification.objects.count() == 0
    consulted = {
        "held_at": local(2),
        "spoken_to": "M. Berg",
        "about": "authority",
        "outcome": "not_reached",
        "note": "Gebeld.",
    }
    assert post(given, "consult", found, given.agreement.pk, **consulted).status_code == 302
    assert post(given, "notified", found, **made()).status_code == 302
    assert Consultation.objects.get().by == given.owner


def test_a_consultation_on_the_authority_alone_does_not_do_for_the_people() -> None:
    given = controller(CONSULT)
    found = breach(given)
    know(found, given, **ENOUGH)
    post(given, "decide", found, **decision(risk="high", people="yes"))
    data = {"held_at": local(2), "spoken_to": "M. Berg", "outcome": "agreed", "note": "Akkoord."}
    post(given, "consult", found, given.agreement.pk, **data, about="authority")
    told = {"told_at": local(1), "means": ["letter"], "people_count": "100"}
    assert post(given, "letter", found, **told).status_code == 409
    post(given, "consult", found, given.agreement.pk, **data, about="people")
    assert post(given, "letter", found, **told).status_code == 302


def test_people_are_told_by_a_letter_that_holds_what_the_law_wants() -> None:
    given = controller()
    found = breach(given)
    post(given, "decide", found, **decision(risk="high", people="yes"))
    told = {"told_at": local(1), "means": ["letter", "email"], "people_count": "100", "advice": "Wijzig uw wachtwoord."}
    assert clock(found, "inform_data_subjects").ended_at is None
    lacking = post(given, "letter", found, **told)
    assert lacking.status_code == 409
    assert "artikel 33, derde lid, onder c" in lacking.content.decode()
    know(found, given, **ENOUGH)
    assert post(given, "letter", found, **told).status_code == 302
    row = Told.objects.get()
    assert "Wijzig uw wachtwoord." in row.letters["nl"]
    assert "Dear Sir or Madam" in row.letters["en"]
    assert clock(found, "inform_data_subjects").state == "met"
    assert "100 mensen" in get(given, "case", found)


def test_with_disproportionate_effort_a_public_communication_takes_the_letters_place() -> None:
    given = controller()
    found = breach(given)
    know(found, given, **ENOUGH)
    data = decision(risk="high", people="no", exception="c", exception_reasons="Adressen ontbreken.")
    post(given, "decide", found, **data)
    assert clock(found, "inform_data_subjects").ended_at is None
    post(given, "letter", found, told_at=local(1), means=["website"], place="https://zorg.example/bericht")
    assert "Openbaar gemaakt" in get(given, "case", found)


def test_people_are_not_marked_as_told_without_a_decision_to_tell_them() -> None:
    given = controller()
    found = breach(given)
    know(found, given, **ENOUGH)
    assert post(given, "letter", found, told_at=local(1), means=["letter"]).status_code == 409
    assert Told.objects.count() == 0


def test_a_processor_cannot_mark_the_authority_as_notified_and_reads_why() -> None:
    given = worlds.world({"breach.deadline": "PT24H", "breach.authority_notifier": "controller"})
    found = breach(given)
    page = get(given, "case", found)
    assert "is aan de verwerkingsverantwoordelijke" in page
    assert "passage over breach.authority_notifier" in page
    assert reverse("assessments:notified", args=(found.pk,)) not in page
    assert post(given, "notified", found, **made()).status_code == 302
    assert Notification.objects.count() == 0
    assert post(given, "decide", found, **decision()).status_code == 302
    assert Decision.objects.count() == 0


def test_the_form_is_data_as_well_and_answers_that_stay_the_same_come_back_with_the_next_breach() -> None:
    given = controller()
    post(given, "form", breach(given), "ap", **{"version": "0", "own-3.1.2": "Zorg", "own-5.2": "anders"})
    second = breach(given)
    answer = signed_in(given.owner).get(reverse("assessments:form_json", args=(second.pk, "ap")))
    numbered = {item["number"]: item["answer"] for part in answer.json()["sections"] for item in part["questions"]}
    assert (numbered["3.1.2"], numbered["5.2"]) == ("Zorg", None)
    assert answer.json()["edition"] == "2022-08"


def test_two_people_writing_the_same_form_do_not_overwrite_each_other() -> None:
    given = controller()
    found = breach(given)
    post(given, "form", found, "ap", **{"version": "0", "own-3.1.2": "Zorg"})
    post(given, "form", found, "ap", **{"version": "7", "own-3.1.2": "Onderwijs"})
    assert "Zorg" in get(given, "form", found, "ap")


def test_what_was_decided_stays_as_written() -> None:
    given = controller()
    post(given, "decide", breach(given), **decision())
    with pytest.raises(DatabaseError, match="refuses"), transaction.atomic():
        Decision.objects.update(reasons="anders")


def test_the_overview_costs_a_fixed_number_of_queries(django_assert_max_num_queries: Any) -> None:
    given = controller(CONSULT)
    found = breach(given)
    for _ in range(3):
        post(given, "decide", found, **decision())
    client = signed_in(given.owner)
    with django_assert_max_num_queries(30):
        client.get(reverse("assessments:case", args=(found.pk,)))
