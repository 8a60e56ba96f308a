"""What agreements promise of staff, carried out: bound, screened, taught, with access by role and need, and gone in time."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.acting import By, NotNow
from art28.web.audit.models import Act, ActContent
from art28.web.clocks.models import Obligation, State
from art28.web.people import access, actions, moving, pump, roles
from art28.web.people.models import Commitment, Grant, Matter, Means, Movement, RoleProfile, Screening, StaffMember
from art28.web.services.models import Service
from web.breaches.world import agreement, signed_in
from web.staff.world import DAY, House, bound, house, kept, listed, person, ready, today

pytestmark = pytest.mark.django_db


def clocks(row: StaffMember, **by: Any) -> list[Obligation]:
    found = Obligation.objects.filter(subject_kind="staff", subject_label__startswith=row.reference, **by)
    return list(found.order_by("made_at"))


@pytest.mark.provision("S1:2.5")
def test_nobody_gets_access_before_a_signed_confidentiality_statement_is_on_file() -> None:
    at = house({"confidentiality.staff_bound": True})
    row = person(at)
    actions.see(row, issued_on=row.joined_on, seen_on=row.joined_on, by=at.by)
    refused = at.ask(row)
    assert refused.status_code == 409
    assert "geheimhoudingsverklaring" in refused.content.decode()
    assert json.loads(kept("access.refused"))["why"] == "unbound"
    assert not Grant.objects.exists()
    signed = {"matter": "secrecy", "form": "statement", "signed_on": str(today(-1)), "kept_at": "kluis 3"}
    assert at.post(row, "bind", **signed).status_code == 302
    given = at.granted(row)
    assert json.loads(kept("access.granted"))["agreement"] == str(given.agreement_id)
    shown = at.client.get(reverse("people:agreement", args=(at.agreement.pk,))).content.decode()
    assert "Saar Vliet" in shown
    assert "passage over confidentiality.staff_bound" in shown


def test_the_database_itself_refuses_access_for_whoever_is_not_bound() -> None:
    at = house()
    row = person(at)
    with pytest.raises(DatabaseError), transaction.atomic():
        Grant.objects.create(
            organisation=at.world.organisation,
            member=row,
            agreement=at.agreement,
            system="x",
            need="x",
            granted_at=timezone.now(),
            granted_by=at.world.owner,
        )


@pytest.mark.provision("S1:B2.personeel.geheimhouding", "S2:7.2", "S4:7.2")
@pytest.mark.parametrize("kind", ["employee", "hired", "third_party"])
def test_per_person_it_is_kept_which_document_binds_them_and_those_without_are_listed(kind: str) -> None:
    at = house()
    with_clause, without = person(at, "Met Clausule", kind=kind), person(at, "Zonder Clausule", kind=kind)
    signed = {"matter": "secrecy", "form": "contract", "signed_on": str(today(-1)), "kept_at": "dossier 12"}
    assert at.post(with_clause, "bind", **signed).status_code == 302
    assert listed(at, lacks="secrecy") == ["Zonder Clausule"]
    assert "dossier 12" in at.page(with_clause)
    assert json.loads(kept("staff.bound")) == {
        "matter": "secrecy",
        "form": "contract",
        "signed_on": str(today(-1)),
        "sha256": "",
    }
    (running,) = clocks(without, action="bind_staff")
    assert running.ended_at is None
    (ended,) = clocks(with_clause, action="bind_staff")
    assert ended.ended_by == "done"


@pytest.mark.provision("S3:2.2", "S5:3.3", "S4:4.2[2]")
@pytest.mark.parametrize("matter", ["duties", "login"])
def test_each_person_accepts_what_binds_the_processor_and_those_without_are_listed(matter: str) -> None:
    at = house()
    row, other = ready(at, "Aanvaard Hebbend"), ready(at, "Nog Niet")
    signed = {"matter": matter, "form": "statement", "signed_on": str(today(-1)), "kept_at": "dossier"}
    assert at.post(row, "bind", **signed).status_code == 302
    assert json.loads(kept("staff.bound"))["matter"] == matter
    assert listed(at, lacks=matter) == ["Nog Niet"]
    assert Commitment.objects.filter(member=other, matter=matter).count() == 0


@pytest.mark.provision("S3:B2.4")
def test_screening_is_kept_with_its_day_before_entry_and_whoever_was_screened_later_is_listed() -> None:
    at = house()
    before, after = person(at, "Eerst Gezien", since=-100), person(at, "Later Gezien", since=-100)
    bound(at, before)
    assert at.ask(before).status_code == 409
    assert json.loads(kept("access.refused"))["why"] == "unscreened"
    for row, seen in ((before, -110), (after, -20)):
        given = {"issued_on": str(today(seen - 5)), "seen_on": str(today(seen))}
        assert at.post(row, "see", **given).status_code == 302
    assert listed(at, lacks="entry") == ["Later Gezien"]
    assert listed(at, lacks="secrecy") == ["Later Gezien"]
    assert json.loads(kept("staff.screened"))["seen_on"] == str(today(-20))
    assert at.ask(before).status_code == 302


def test_of_a_certificate_only_that_it_was_seen_is_kept_whatever_is_sent() -> None:
    at = house()
    row = person(at)
    copy = SimpleUploadedFile("vog.pdf", b"%PDF-1.7 verklaring", content_type="application/pdf")
    at.post(row, "see", issued_on=str(today(-9)), seen_on=str(today(-1)), file=copy, number="12345678")
    held = Screening.objects.get()
    assert {field.name for field in Screening._meta.concrete_fields} == {
        "id",
        "organisation",
        "member",
        "issued_on",
        "seen_on",
        "seen_by",
        "made_at",
        "struck_at",
        "struck_reason",
    }
    assert held.seen_by == at.world.owner
    assert not Commitment.objects.exists()
    assert "12345678" not in kept("staff.screened")


@pytest.mark.parametrize(("interval", "years"), [("P3Y", 3), ("P5Y", 5)])
def test_a_certificate_older_than_the_customer_allows_gives_no_access_and_its_renewal_has_a_clock(
    interval: str, years: int
) -> None:
    at = house({"confidentiality.screening_interval": interval})
    row = person(at, since=-years * 366 - 100)
    bound(at, row)
    issued = today(-years * 366 - 1)
    actions.see(row, issued_on=issued, seen_on=issued, by=at.by)
    answer = at.ask(row)
    assert answer.status_code == 409
    assert "5.1" in answer.content.decode()
    assert listed(at, lacks="screening") == ["Saar Vliet"]
    (clock,) = clocks(row, action="screen_staff", ended_at=None)
    assert clock.last_day == issued.replace(year=issued.year + years)
    at.post(row, "see", issued_on=str(today(-3)), seen_on=str(today()))
    clock.refresh_from_db()
    assert (clock.state, clock.ended_by) == (State.LATE, "done")
    (following,) = clocks(row, action="screen_staff", ended_at=None)
    assert following.last_day is not None
    assert following.last_day.year == today(-3).year + years
    assert at.ask(row).status_code == 302


def test_an_agreement_with_a_shorter_interval_brings_renewal_forward_without_anybodys_doing() -> None:
    at = house({"confidentiality.screening_interval": "P5Y"})
    row = ready(at)
    (clock,) = clocks(row, action="screen_staff", ended_at=None)
    agreement(at.world.organisation, {"confidentiality.screening_interval": "P3Y"}, name="Strenge Klant")
    pump.settle_all(now=timezone.now() + DAY, limit=10)
    clock.refresh_from_db()
    assert clock.state == State.CANCELLED
    (running,) = clocks(row, action="screen_staff", ended_at=None)
    assert running.ends_at is not None
    assert clock.ends_at is not None
    assert running.ends_at < clock.ends_at
    assert "Strenge Klant" in running.start_reason


@pytest.mark.provision("S1:B2.personeel.training", "S2:B2.organisatorisch.bewustwording", "S4:B2.org.medewerkers")
@pytest.mark.parametrize("kind", ["instruction", "awareness"])
def test_instructions_and_awareness_are_kept_with_their_day_and_who_took_part(kind: str) -> None:
    at = house()
    there, absent = ready(at, "Was Erbij"), ready(at, "Was Er Niet")
    form = {"kind": kind, "title": "Omgaan met klantdata", "on": str(today(-2)), "participants": [str(there.pk)]}
    assert at.client.post(reverse("people:teach"), form).status_code == 302
    held = json.loads(kept("training.held"))
    assert (held["participants"], held["on"]) == ([there.reference], str(today(-2)))
    assert "Omgaan met klantdata" in at.page(there)
    assert "Omgaan met klantdata" not in at.page(absent)
    without = ["Was Er Niet"] if kind == "instruction" else ["Was Er Niet", "Was Erbij"]
    assert listed(at, lacks="instruction") == without
    assert (Commitment.objects.get(member=there).matter, Commitment.objects.get(member=there).signed_on) == (
        "secrecy",
        there.joined_on,
    )


@pytest.mark.provision("S3:B2.5")
def test_a_training_is_refreshed_in_time_by_everybody_hired_people_too() -> None:
    at = house()
    row = ready(at, kind="hired")
    form = {
        "kind": "training",
        "title": "Gevoelige gegevens",
        "on": str(today(-300)),
        "sensitive": "on",
        "next_on": str(today(20)),
        "participants": [str(row.pk)],
    }
    at.client.post(reverse("people:teach"), form)
    assert json.loads(kept("training.held"))["sensitive"] is True
    (clock,) = (each for each in clocks(row, ended_at=None) if "herhaling" in each.subject_label)
    assert clock.last_day == today(20)
    assert listed(at, lacks="refresher") == []
    again = {**form, "title": "Opnieuw", "on": str(today()), "next_on": str(today(365))}
    at.client.post(reverse("people:teach"), again)
    clock.refresh_from_db()
    assert (clock.state, clock.ended_by) == (State.MET, "done")


@pytest.mark.provision("S3:B1.rollen", "S5:B1.medewerkers", "S5:5.1")
def test_role_profiles_name_acts_data_and_environment_and_access_beyond_them_is_refused_and_reported() -> None:
    at = house()
    form = {
        "name": "Consultant",
        "screened": "on",
        "line-TOTAL_FORMS": "1",
        "line-INITIAL_FORMS": "0",
        "line-0-activity": "Werkplekken inrichten",
        "line-0-operations": ["consult", "record"],
        "line-0-categories": "contactgegevens; meldingen",
        "line-0-environment": "Ticketsysteem",
    }
    assert at.client.post(reverse("people:new_role"), form).status_code == 302
    added = json.loads(kept("role.added"))
    assert added["permitted"][0]["operations"] == ["consult", "record"]
    page = at.client.get(reverse("people:roles")).content.decode()
    assert "Ticketsysteem" in page
    assert "raadplegen, vastleggen" in page
    row = ready(at, role=RoleProfile.objects.get(name="Consultant"))
    assert at.ask(row, operations=["consult", "erase"]).status_code == 409
    assert json.loads(kept("access.refused"))["why"] == "beyond_role"
    at.granted(row, operations=["consult", "record"])
    changed = {**form, "line-0-operations": ["consult"], "version": "1"}
    role = RoleProfile.objects.get(name="Consultant")
    assert at.client.post(reverse("people:role", args=(role.pk,)), changed).status_code == 302
    answer = at.client.get(reverse("people:access"), {"found": "beyond"})
    assert [grant.member for grant in answer.context["page"].object_list] == [row]
    assert "meer dan de rol toestaat" in answer.content.decode()


@pytest.mark.provision("S4:B2.org.autorisatie", "S5:B2.O.toegang", "S4:4.2[1]")
def test_each_right_is_held_against_a_service_that_the_customer_takes_and_the_role_works_in() -> None:
    at = house()
    row = ready(at)
    other = RoleProfile.objects.get().permitted.get()
    not_taken = Service.objects.create(organisation=at.world.organisation, name="Telefonie", changed_at=timezone.now())
    assert at.ask(row, service=str(not_taken.pk)).status_code == 422
    asked = access.Asked(
        agreement=at.agreement,
        service=not_taken.pk,
        system="PBX",
        account="u1",
        operations=("consult",),
        need="gemak",
    )
    with pytest.raises(NotNow):
        access.grant(row, asked, by=at.by)
    assert json.loads(kept("access.refused"))["why"] == "no_service"
    at.granted(row)
    other.service = not_taken
    other.save()
    answer = at.client.get(reverse("people:access"), {"found": "no_need"})
    assert [grant.member for grant in answer.context["page"].object_list] == [row]


@pytest.mark.provision("S1:B2.toegang.beleid")
def test_accounts_are_not_shared_and_rights_without_a_function_need_are_reported() -> None:
    at = house()
    first, second = ready(at, "Eerste"), ready(at, "Tweede")
    at.granted(first, account="beheer")
    assert at.ask(second, account="Beheer").status_code == 409
    assert json.loads(kept("access.refused"))["why"] == "shared"
    at.granted(second, account="tweede")
    Grant.objects.filter(member=second).update(account="beheer")
    StaffMember.objects.filter(pk=first.pk).update(role=None)
    found = at.client.get(reverse("people:access"), {"found": "shared"}).context["page"].object_list
    assert {grant.member for grant in found} == {first, second}
    found = at.client.get(reverse("people:access"), {"found": "no_role"}).context["page"].object_list
    assert [grant.member for grant in found] == [first]


@pytest.mark.provision("S1:B2.personeel.beeindiging", "S3:B2.7")
def test_whoever_leaves_loses_every_right_at_once_and_each_removal_and_return_is_proven() -> None:
    at = house()
    row = ready(at)
    at.granted(row)
    at.granted(row, system="Back-up")
    at.post(row, "hand", kind="laptop", name="INV-7", handed_on=str(today(-10)))
    assert at.post(row, "leave", on=str(today())).status_code == 302
    row.refresh_from_db()
    assert row.left_at is not None
    assert not Grant.objects.filter(withdrawn_at=None).exists()
    left = json.loads(kept("staff.left"))
    assert (len(left["withdrawn"]), left["to_return"][0]["name"]) == (2, "INV-7")
    assert listed(at, lacks="leaving") == ["Saar Vliet"]
    found = at.client.get(reverse("people:access"), {"found": "left"}).context["page"].object_list
    assert len(found) == 2
    (clock,) = clocks(row, ended_at=None)
    for grant in Grant.objects.all():
        assert at.post(row, "removed", grant).status_code == 302
    clock.refresh_from_db()
    assert clock.ended_at is None
    assert at.post(row, "returned", Means.objects.get(), on=str(today())).status_code == 302
    clock.refresh_from_db()
    assert clock.ended_by == "done"
    proof = json.loads(kept("staff.cleared"))
    assert all(each["withdrawn"] and each["removed"] for each in proof["access"])
    assert proof["means"][0]["returned"] == str(today())
    assert listed(at, lacks="leaving") == []


def test_on_the_day_after_the_last_one_everything_is_withdrawn_without_anybodys_doing() -> None:
    at = house()
    row = ready(at)
    at.granted(row)
    at.post(row, "leave", on=str(today(3)))
    assert at.ask(row).status_code == 302
    pump.leave(now=timezone.now() + 3 * DAY, limit=10)
    assert Grant.objects.filter(withdrawn_at=None).count() == 2
    pump.leave(now=timezone.now() + 4 * DAY, limit=10)
    assert not Grant.objects.filter(withdrawn_at=None).exists()
    assert Movement.objects.filter(member=row, move="left", withdrawn=2, by=None).exists()


def test_another_role_takes_away_what_it_does_not_allow() -> None:
    at = house()
    row = ready(at)
    at.granted(row)
    narrow = roles.add(at.world.organisation, roles.Profile(name="Receptie"), by=at.by)
    assert at.post(row, "move", role=str(narrow.pk), on=str(today()), version="1").status_code == 302
    assert not Grant.objects.filter(withdrawn_at=None).exists()
    assert json.loads(kept("staff.moved"))["to"] == "Receptie"
    page = at.client.get(reverse("people:movements")).content.decode()
    assert "Servicedesk → Receptie" in page


@pytest.mark.provision("S3:B2.T.toegang")
def test_access_is_reviewed_per_employee_and_customer_and_what_is_not_needed_goes() -> None:
    at = house()
    row = ready(at)
    stays, goes = at.granted(row), at.granted(row, system="Back-up")
    (clock,) = (each for each in clocks(row, ended_at=None) if "toegang" in each.subject_label)
    assert clock.last_day is not None
    pump.settle_all(now=timezone.now() + 10 * DAY, limit=10)
    later = By(at.world.owner, at.by.actor, timezone.now() + 10 * DAY)
    access.review(row, {stays.pk}, period="P1Y", by=later)
    goes.refresh_from_db()
    stays.refresh_from_db()
    assert (goes.withdrawn_at is None, stays.withdrawn_at is None) == (False, True)
    reviewed = json.loads(kept("access.reviewed"))
    assert (reviewed["kept"], len(reviewed["withdrawn"])) == ([str(stays.pk)], 1)
    clock.refresh_from_db()
    assert clock.ended_by == "done"
    assert [
        each.last_day.year for each in clocks(row, ended_at=None) if each.last_day and "toegang" in each.subject_label
    ]


@pytest.mark.provision("S3:B2.3", "S4:B2.org.coordinator")
@pytest.mark.parametrize("level", ["steering", "executing"])
def test_responsibilities_are_given_with_what_is_kept_for_them_and_reviewed(level: str) -> None:
    at = house()
    row = ready(at)
    form = {
        "name": "Coördinator informatiebeveiliging",
        "level": level,
        "keeps": "risico-inventarisatie, map 4",
        "since_on": str(today(-10)),
        "review_on": str(today(30)),
    }
    assert at.post(row, "responsible", **form).status_code == 302
    assert json.loads(kept("responsibility.given"))["keeps"] == "risico-inventarisatie, map 4"
    assert "risico-inventarisatie, map 4" in at.page(row)
    (clock,) = (each for each in clocks(row, ended_at=None) if "verantwoordelijkheid" in each.subject_label)
    assert clock.last_day == today(30)
    given = row.responsibilities.get()
    at.post(row, "reviewed", given, what="twee risico's toegevoegd", review_on=str(today(200)))
    clock.refresh_from_db()
    assert clock.ended_by == "done"
    assert json.loads(kept("responsibility.reviewed"))["what"] == "twee risico's toegevoegd"


@pytest.mark.provision("S5:B2.O.gedrag")
def test_rules_of_conduct_are_accepted_per_employee() -> None:
    at = house()
    row, other = ready(at), ready(at, "Nog Niet")
    signed = {"matter": "rules", "form": "statement", "signed_on": str(today(-1)), "kept_at": "gedragsregels v2"}
    assert at.post(row, "bind", **signed).status_code == 302
    assert "gedragsregels v2" in at.page(row)
    assert json.loads(kept("staff.bound"))["matter"] == "rules"
    assert listed(at, lacks="rules") == ["Nog Niet"]
    assert "gedragsregels v2" not in at.page(other)


def test_who_somebody_was_is_erased_once_they_left_and_nothing_else_is_lost() -> None:
    at = house()
    row = ready(at, email="saar@dijkvaart.example")
    grant = at.granted(row, account="s.vliet")
    assert at.post(row, "erase").status_code == 302
    row.identity.refresh_from_db()
    assert row.identity.name == "Saar Vliet"
    moving.leave(row, on=today(), by=at.by)
    moving.removed(row, Grant.objects.get(), by=at.by)
    at.post(row, "erase")
    page = at.page(row)
    assert "Saar Vliet" not in page
    assert "Beheerportaal" in page
    grant.refresh_from_db()
    assert (grant.account, row.commitments.get().kept_at) == ("", "")
    assert not ActContent.objects.filter(content__contains="Vliet").exists()
    assert Act.objects.filter(kind="staff.erased", subject_id=row.pk).exists()


def test_matters_are_all_offered() -> None:
    at = house()
    row = person(at)
    page = at.page(row)
    assert all(f'value="{matter.value}"' in page for matter in Matter)


def test_staff_of_another_organisation_is_nowhere() -> None:
    at: House = house()
    row = ready(at)
    client = signed_in(at.world.outsider)
    assert client.get(reverse("people:detail", args=(row.pk,))).status_code == 404
    assert "Saar" not in client.get(reverse("people:list")).content.decode()
