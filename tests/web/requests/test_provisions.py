"""Provisions on requests of data subjects, carried out through the pages, with the record they leave."""

import json
import re
import zipfile
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement
from art28.web.audit import actions as audit
from art28.web.audit.models import Act
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.costs.models import CostLine
from art28.web.intake import actions as signals
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import Source as SignalSource
from art28.web.notices.models import OutboxMessage
from art28.web.reminders import planning
from art28.web.reminders.models import Reminder
from art28.web.requests.models import Concerned, Step, SubjectRequest
from art28.web.requests.pump import pump
from art28.web.services import actions as services
from web.breaches.world import World, actor, agreement, signed_in, world

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PERSON = {"name": "Wietske Elzinga", "reach": "w.elzinga@post.example", "asked": "Welke gegevens hebt u van mij?"}


def local(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def taken_in(given: World, *, under: Agreement | None = None, **changes: Any) -> SubjectRequest:
    """Taken in through the form, received two days ago."""
    data = {
        "rights": ["access"],
        "received_at": local(timezone.now() - 2 * DAY),
        "role": "processor",
        "language": "nl",
        **PERSON,
        **changes,
    }
    query = f"?agreement={under.pk}" if under else ""
    answer = signed_in(given.owner).post(reverse("requests:new") + query, data)
    assert answer.status_code == 302, answer.content.decode()
    row = SubjectRequest.objects.latest("recorded_at")
    assert recorded(row, "request.taken_in")
    return row


def recorded(row: SubjectRequest, kind: str) -> bool:
    return Act.objects.filter(kind=kind, subject_id=row.pk).exists()


def do(given: World, row: SubjectRequest, name: str, _under: Agreement | None = None, /, **data: Any) -> Any:
    place = (
        reverse("requests:act_under", args=(row.pk, _under.pk, name))
        if _under
        else reverse("requests:act", args=(row.pk, name))
    )
    answer = signed_in(given.owner).post(place, data, follow=True)
    row.refresh_from_db()
    return answer


def clock(row: SubjectRequest, action: str) -> Obligation:
    return Obligation.objects.get(subject_id=row.pk, action=action)


def text(answer: Any) -> str:
    content: str = answer.content.decode()
    return content


def passed_on(given: World, row: SubjectRequest, **data: Any) -> OutboxMessage:
    do(given, row, "pass-on", given.agreement, recipient="fg@zorg.example", recipient_name="J. Okkerse", **data)
    message = OutboxMessage.objects.get(subject_id=row.pk)
    assert recorded(row, "request.passed_on")
    return message


@pytest.mark.provision("S1:5.1", "S3:8.1[1]", "S4:3.2[2]")
def test_a_request_is_logged_and_passed_on_without_naming_the_person_and_alarms_while_it_is_not() -> None:
    given = world({"requests.handling": "forward"})
    row = taken_in(given, under=given.agreement)
    forward = clock(row, "forward_request")
    assert (forward.ends_at, forward.ours) == (None, True)
    clocks.assign(forward, owner=given.owner, actor=actor(given.owner), now=timezone.now())
    planning.begin(now=timezone.now(), limit=100)
    planning.advance(now=timezone.now() + timedelta(minutes=1), limit=100)
    assert Reminder.objects.filter(obligation=forward).exists()
    message = passed_on(given, row)
    assert message.obligation_id == forward.pk
    kept = json.dumps(message.notice) + message.subject + message.body_text + message.page_html
    assert "Elzinga" not in kept
    assert row.reference in message.subject
    line = Concerned.objects.get(request=row)
    assert line.passed_at is not None
    place = reverse("requests:person", args=(line.token,))
    letter = Client().get(reverse("notices:read", args=(message.token,))).content.decode()
    assert re.search(rf'<a href="https?://[^"/]+{place}">', letter)
    shielded = Client().get(place)
    assert PERSON["name"] in text(shielded)
    assert shielded.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.provision("S3:8.1[1]")
def test_the_person_is_told_only_once_it_is_settled_that_this_is_allowed() -> None:
    given = world({"requests.handling": "forward"})
    row = taken_in(given, under=given.agreement)
    passed_on(given, row)
    now = local(timezone.now())
    assert "Stel eerst vast of de betrokkene mag worden ingelicht" in text(
        do(given, row, "told", given.agreement, at=now, how="brief")
    )
    do(given, row, "telling", given.agreement, telling="allowed", ground="art. 5.1")
    assert "aan haar doorgezonden" in text(
        signed_in(given.owner).get(reverse("requests:letter", args=(row.pk, "person_passed_on")))
    )
    do(given, row, "told", given.agreement, at=now, how="brief")
    assert Concerned.objects.get(request=row).told_at is not None
    assert recorded(row, "request.person_told")


@pytest.mark.provision("S1:5.2[1]", "S3:8.1[2]")
def test_the_controller_answers_within_a_month_and_the_processor_cooperates_within_it() -> None:
    given = world({"requests.handling": "forward", "requests.assist": True})
    row = taken_in(given, under=given.agreement)
    answer, help_ = clock(row, "answer_request"), clock(row, "assist_request")
    assert (answer.ours, help_.ours) == (False, True)
    assert answer.ends_at is not None
    assert 27 * DAY < answer.ends_at - answer.started_at < 35 * DAY
    do(given, row, "assisted", given.agreement, what="uitdraai uit twee systemen", at=local(timezone.now()))
    help_.refresh_from_db()
    assert (help_.state, help_.ended_reason) == ("met", "uitdraai uit twee systemen")
    assert recorded(row, "request.assisted")


@pytest.mark.provision("S2:3.6")
def test_cooperation_within_fourteen_days_counts_from_the_controllers_receipt_and_knows_the_seven_rights() -> None:
    given = world({"requests.deadline": "P14D", "requests.assist": True})
    rights = ["access", "rectification", "completion", "erasure", "restriction", "objection", "portability"]
    received = timezone.now() - 5 * DAY
    row = taken_in(given, under=given.agreement, rights=rights, received_at=local(received), told_by_other="on")
    help_ = clock(row, "assist_request")
    assert help_.last_day == timezone.localtime(received).date() + 14 * DAY
    assert help_.start_kind == "told_by_other"
    assert row.rights == rights


@pytest.mark.provision("S5:9.1", "S5:1.c", "S2:1.5")
def test_a_request_handled_in_consultation_goes_with_a_division_and_the_controller_decides() -> None:
    given = world({"requests.handling": "joint"})
    row = taken_in(given, under=given.agreement)
    assert not Obligation.objects.filter(subject_id=row.pk, action="forward_request").exists()
    refused = do(given, row, "pass-on", given.agreement, recipient="fg@zorg.example")
    assert refused.status_code == 422
    assert not OutboxMessage.objects.exists()
    message = passed_on(given, row, division="Wij zoeken op; u antwoordt.")
    assert "Wij zoeken op; u antwoordt." in message.page_html
    assert "artikel 5.1" in message.page_html
    closing: dict[str, Any] = {
        "version": row.version,
        "outcome": "granted",
        "at": local(timezone.now()),
        "how": "brief",
    }
    assert do(given, row, "close", **closing).status_code == 422  # no outcome of the processor's own is offered
    do(given, row, "close", **{**closing, "outcome": "passed_on"})
    assert (row.state, row.outcome) == ("closed", "passed_on")
    assert recorded(row, "request.closed")


_TAKEN = (("access", "search"), ("access", "export"), ("erasure", "delete"))


@pytest.mark.provision("S3:8.2", "S4:3.2[1]")
def test_each_right_gives_its_steps_by_system_and_sub_processor_and_keeps_their_results() -> None:
    given = world({"requests.assist": True})
    about = services.About(
        name="Mail", systems=("mail-01",), sub_processors=({"name": "Wolkenheer", "countries": ["NL"]},)
    )
    services.add(given.organisation, about, actor=actor(given.owner), now=timezone.now())
    row = taken_in(given, under=given.agreement, rights=["access", "erasure"])
    do(given, row, "plan", places=[], recipients="Drukkerij De Lelie")
    assert do(given, row, "plan", places=["system:van een ander"]).status_code == 422
    do(given, row, "plan", places=["system:mail-01", "sub_processor:Wolkenheer"])
    steps = {(step.right, step.kind, step.place) for step in Step.objects.filter(request=row)}
    assert steps == {
        ("erasure", "tell", "Drukkerij De Lelie"),
        *((right, kind, place) for right, kind in _TAKEN for place in ("mail-01", "Wolkenheer")),
    }
    step = Step.objects.get(request=row, kind="tell")
    do(given, row, "step", step=step.pk, state="impossible", result="")
    step.refresh_from_db()
    assert step.state == "todo"
    do(given, row, "step", step=step.pk, state="done", result="per brief op maandag")
    step.refresh_from_db()
    assert (step.state, step.by) == ("done", given.owner)
    assert recorded(row, "request.step_taken")


@pytest.mark.provision("S1:5.2[2]")
def test_time_and_costs_of_a_request_are_charged_to_whom_the_clause_says() -> None:
    given = world({"requests.assist": True, "requests.costs": "controller"})
    row = taken_in(given, under=given.agreement)
    cost: dict[str, Any] = {
        "agreement": given.agreement.pk,
        "what": "Zoeken in archief",
        "on": "2026-11-20",
        "minutes": "90",
    }
    do(given, row, "cost", **cost, amount="120.50")
    line = CostLine.objects.get()
    assert (line.bearer, line.ground, line.provision, line.cents) == ("controller", "agreement", "5.1", 12_050)
    assert Act.objects.filter(kind="cost.kept", subject_id=line.pk).exists()
    page = text(signed_in(given.owner).get(reverse("requests:detail", args=(row.pk,))))
    assert "€ 120,50" in page
    assert "artikel 5.1" in page


@pytest.mark.provision("S2:9.2")
def test_what_the_processor_caused_itself_is_not_charged() -> None:
    given = world({"requests.costs": "controller"})
    row = taken_in(given, under=given.agreement)
    cost: dict[str, Any] = {"agreement": given.agreement.pk, "what": "Uitzoekwerk", "on": "2026-11-20", "minutes": "30"}
    do(given, row, "cost", **cost)
    do(given, row, "cost", **cost, cause="processor")
    assert [line.bearer for line in CostLine.objects.order_by("made_at")] == ["controller", "processor"]
    assert Act.objects.filter(kind="cost.kept").count() == 2


def as_controller(given: World, **changes: Any) -> SubjectRequest:
    return taken_in(given, role="controller", **changes)


def test_a_controllers_own_month_runs_without_an_agreement_and_is_extended_once_with_reasons_in_time() -> None:
    given = world()
    row = as_controller(given)
    month = clock(row, "answer_request")
    assert (month.ours, month.agreement_id) == (True, None)
    before = month.ends_at
    told: dict[str, Any] = {"told_at": local(timezone.now()), "how": "brief", "reason": "veel systemen"}
    do(given, row, "extend", **told)
    month.refresh_from_db()
    assert before is not None
    assert month.ends_at is not None
    assert month.ends_at > before + 50 * DAY
    assert recorded(row, "request.extended")
    assert "veel systemen" in text(
        signed_in(given.owner).get(reverse("requests:letter", args=(row.pk, "person_extended")))
    )
    do(given, row, "extend", **told)
    assert Act.objects.filter(kind="request.extended", subject_id=row.pk).count() == 1


def test_a_month_that_has_passed_is_not_extended_any_more() -> None:
    given = world()
    row = as_controller(given, received_at=local(timezone.now() - 50 * DAY), long_ago="on")
    do(given, row, "extend", told_at=local(timezone.now()), how="brief", reason="veel systemen")
    assert not recorded(row, "request.extended")


def test_asking_who_it_is_lets_the_month_stand_still_and_keeps_nothing_that_was_shown() -> None:
    given = world()
    row = as_controller(given)
    month = clock(row, "answer_request")
    do(given, row, "identity", identity="asked", means="antwoord vanaf een bekend adres", at=local(timezone.now()))
    month.refresh_from_db()
    assert month.paused_at is not None
    do(given, row, "identity", identity="enough", means="antwoord vanaf een bekend adres", at=local(timezone.now()))
    month = clock(row, "answer_request")
    assert month.paused_at is None
    assert row.identity == "enough"


def test_a_refusal_needs_a_ground_that_fits_the_right_and_reasons_and_ends_the_month() -> None:
    given = world()
    row = as_controller(given, rights=["access"])
    closing: dict[str, Any] = {"outcome": "refused", "at": local(timezone.now()), "how": "aangetekende brief"}
    assert "grond" in text(do(given, row, "close", version=row.version, **closing))
    assert row.is_open
    unfit = do(given, row, "close", version=row.version, **closing, grounds=["legal_obligation"], reason="bewaarplicht")
    assert unfit.status_code == 422  # Art. 17(3)(b) is no ground against access
    do(given, row, "close", version=row.version, **closing, grounds=["excessive"], reason="derde keer deze maand")
    month = clock(row, "answer_request")
    assert (row.outcome, month.state, month.ended_by) == ("refused", "met", "reached")
    page = text(signed_in(given.owner).get(reverse("requests:letter", args=(row.pk, "person_answer"))))
    assert "12(5)(b)" in page
    assert "Autoriteit Persoonsgegevens" in page


def test_a_controller_asks_each_processors_help_within_the_agreed_days() -> None:
    given = world()
    processor = agreement(
        given.organisation,
        {"requests.deadline": "P10D", "requests.assist": True},
        name="Hosting De Vaart",
        direction="controller",  # type: ignore[arg-type]
    )
    row = as_controller(given)
    do(given, row, "concern", agreement=processor.pk)
    awaited = Obligation.objects.get(subject_id=row.pk, agreement=processor)
    assert (awaited.action, awaited.ours, awaited.state) == ("assist_request", False, "waiting")
    do(given, row, "pass-on", processor, recipient="privacy@vaart.example")
    message = OutboxMessage.objects.get(subject_id=row.pk)
    assert message.kind == "request_help"
    assert "Elzinga" not in message.page_html


def test_a_request_for_somebody_nobody_knows_ends_as_no_data_found() -> None:
    given = world()
    row = taken_in(given)
    page = text(signed_in(given.owner).get(reverse("requests:detail", args=(row.pk,)), {"q": "nergens bekend"}))
    assert "Geen gelezen overeenkomst bevat deze woorden." in page
    do(given, row, "close", version=row.version, outcome="no_data", at=local(timezone.now()), how="brief")
    assert (row.state, row.outcome) == ("closed", "no_data")


def test_what_the_person_is_handed_is_a_zip_of_common_formats_with_checksums() -> None:
    given = world()
    row = as_controller(given, rights=["access", "portability"])
    sent = BytesIO(b'{"klant": 1}')
    sent.name = "crm.json"
    do(given, row, "file", file=sent)
    answer = signed_in(given.owner).get(reverse("requests:package", args=(row.pk,)))
    archive = zipfile.ZipFile(BytesIO(answer.content))
    manifest = json.loads(archive.read("manifest.json"))
    assert {each["name"] for each in manifest["files"]} == {"information.json", "information.csv", "data/crm.json"}
    assert manifest["rights"] == [{"right": "access", "article": "15"}, {"right": "portability", "article": "20"}]
    assert recorded(row, "request.package_made")


def test_the_person_is_erased_everywhere_and_how_it_was_handled_stays() -> None:
    given = world({"requests.handling": "forward"})
    row = taken_in(given, under=given.agreement)
    passed_on(given, row)
    do(given, row, "close", version=row.version, outcome="passed_on", at=local(timezone.now()), how="mail")
    do(given, row, "erase")
    assert recorded(row, "request.person_erased")
    page = text(signed_in(given.owner).get(reverse("requests:detail", args=(row.pk,))))
    shielded = text(Client().get(reverse("requests:person", args=(Concerned.objects.get(request=row).token,))))
    for each in (page, shielded):
        assert "Elzinga" not in each
    contents = Act.objects.filter(subject_kind="person").values_list("content__content", flat=True)
    assert set(contents) == {None}


def test_mail_that_proves_to_be_a_request_is_taken_in_once_from_the_moment_it_was_received() -> None:
    given = world()
    now = timezone.now()
    facts = SignalFacts(what="Graag mijn gegevens.", where="unknown", reach="w.elzinga@post.example")
    origin = signals.Origin(
        source=SignalSource.EMAIL,
        reporter="w.elzinga@post.example",
        message_id="<1@post.example>",
        received_at=now - DAY,
    )
    signal = signals.report(given.organisation, facts, origin=origin, actor=actor(given.owner), now=now)
    place = f"{reverse('requests:new')}?signal={signal.pk}"
    client = signed_in(given.owner)
    assert "Graag mijn gegevens." in text(client.get(place))
    data = {"rights": ["access"], "received_at": local(now - DAY), "role": "controller", "language": "nl"}
    for _ in range(2):
        assert client.post(place, data).status_code == 302
    row = SubjectRequest.objects.get()
    signal.refresh_from_db()
    assert (row.source, signal.state, signal.reason) == ("email", "no_breach", row.reference)
    assert local(clock(row, "answer_request").started_at) == local(now - DAY)


def test_a_request_costs_as_many_queries_under_many_agreements_as_under_two(django_assert_num_queries: Any) -> None:
    given = world()
    row = taken_in(given, under=given.agreement)
    client, place = signed_in(given.owner), reverse("requests:act", args=(row.pk, "concern"))

    def concerned(*names: str) -> None:
        for name in names:
            made = agreement(given.organisation, name=name, contact=f"privacy@{name.lower()}.example")
            assert client.post(place, {"agreement": str(made.pk)}).status_code == 302

    concerned("Noord")
    page = reverse("requests:detail", args=(row.pk,))
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        assert "privacy@noord.example" in text(client.get(page))
    before = len(few)
    concerned("Oost", "Zuid", "West", "Midden")
    with django_assert_num_queries(before):
        assert "privacy@midden.example" in text(client.get(page))


def test_the_list_is_narrowed_sorted_and_exported_without_the_person_and_costs_a_fixed_number_of_queries(
    django_assert_num_queries: Any,
) -> None:
    given = world()
    for _ in range(2):
        taken_in(given, under=given.agreement)
    client = signed_in(given.owner)
    client.get(reverse("requests:list"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("requests:list"))
    before = len(few)
    for _ in range(4):
        taken_in(given, under=given.agreement, rights=["erasure"])
    with django_assert_num_queries(before):
        page = text(client.get(reverse("requests:list")))
    assert "Elzinga" not in page
    narrowed = text(client.get(reverse("requests:list"), {"right": "erasure", "q": "zorg", "sort": "reference"}))
    assert "4 verzoeken" in narrowed
    lines = b"".join(client.get(reverse("requests:export", args=("csv",))).streaming_content).decode()  # type: ignore[attr-defined]
    assert lines.count("R2026-") == 6
    assert "Elzinga" not in lines


def test_a_person_whose_act_was_erased_is_blanked_in_the_row_as_well() -> None:
    given = world()
    row = as_controller(given)
    audit.erase(
        organisation=given.organisation,
        actor=actor(given.owner),
        subject_kind="person",
        subject_id=row.person.pk,
        ground="gdpr_17",
        now=timezone.now(),
    )
    assert pump(now=timezone.now(), limit=10) == 1
    assert pump(now=timezone.now(), limit=10) == 0
    person = SubjectRequest.objects.get(pk=row.pk).person
    assert (person.name, person.asked, person.erased_ground) == ("", "", "gdpr_17")


def test_a_receipt_of_long_ago_is_asked_about() -> None:
    given = world()
    year_ago = local(timezone.now() - 365 * DAY)
    data = {"rights": ["access"], "received_at": year_ago, "role": "controller", "language": "nl"}
    client = signed_in(given.owner)
    page = client.post(reverse("requests:new"), data)
    assert page.status_code == 422
    assert 'name="long_ago"' in page.content.decode()
    assert client.post(reverse("requests:new"), {**data, "long_ago": "on"}).status_code == 302
