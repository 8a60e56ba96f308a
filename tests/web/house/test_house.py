"""A Word document of the organisation's own: taken in, settled by a person, filled in; never half done."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.audit.models import Act, ActContent
from art28.web.house.actions import forget
from art28.web.house.kept import blanks_in
from art28.web.house.models import BroughtSheet, HouseTemplate, HouseVersion
from art28.web.parties import actions as parties
from art28.web.parties.models import Purpose
from core.drafting.house.forms import AGREEMENT, GIVEN, VALUES, document, field, plain, read, run
from web.house.world import brought, newest, taken, workbook
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
INVALID, FOUND = 422, 302


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def kept(**of: Any) -> Any:
    """What the trail holds of an act."""
    return json.loads(ActContent.objects.get(**of).content or "{}")


def put_in(ours: Tenant, data: bytes, **changes: str) -> Any:
    file = SimpleUploadedFile("Model 2026.docx", data)
    sent = {"file": file, "language": "nl", "direction": "processor", **changes}
    return ours.client(Role.OWNER).post(reverse("house:new"), sent)


def settling(version: HouseVersion, **changes: str) -> dict[str, str]:
    """What a browser sends to settle the blanks, with changes by the name of a field."""
    sent: dict[str, str] = {}
    for each in blanks_in(version):
        sent |= {f"what_{each.key}": each.fact or each.use.value, f"name_{each.key}": each.name}
        sent |= {f"required_{each.key}": "on"} if each.required else {}
    return {**sent, **changes}


def filling(version: HouseVersion, **changes: str) -> dict[str, str]:
    """What a browser sends to fill one in, with changes by fact."""
    given = {**GIVEN, **changes}
    return {f"b{each.key}": given[each.fact] for each in blanks_in(version) if each.fact in given}


def test_a_document_is_taken_in_with_what_its_blanks_ask_and_a_person_settles_that(ours: Tenant) -> None:
    answer = put_in(ours, plain(*AGREEMENT))

    template = HouseTemplate.objects.get()
    assert answer.headers["Location"] == reverse("house:detail", args=(template.pk,))
    assert template.name == "Model 2026"
    version = newest(template)
    assert {each.fact for each in blanks_in(version)} == {*GIVEN, ""}
    assert version.settled_at is None
    owner = ours.client(Role.OWNER)
    for name in ("house:whom", "house:fill"):
        assert owner.get(reverse(name, args=(template.pk,))).status_code == FOUND

    own = next(each.key for each in blanks_in(version) if each.fact == "end.deadline")
    sent = settling(version, **{f"what_{own}": "own", f"name_{own}": "Bewaartermijn", f"required_{own}": "on"})
    owner.post(reverse("house:settle", args=(template.pk,)), sent)

    settled = {each.key: each for each in blanks_in(newest(template))}
    assert (settled[own].use, settled[own].fact, settled[own].name, settled[own].required) == (
        "own",
        "",
        "Bewaartermijn",
        True,
    )
    act = Act.objects.get(kind="house.settled", subject_id=template.pk)
    assert kept(act=act)["version"] == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document(field("MERGEFIELD a", field("MERGEFIELD b", run("b")))), "Een veld staat in een ander veld."),
        (document(run("Naam {{naam")), "Een invulplek is niet gesloten"),
        (plain("Niets open."), "In dit document is niets in te vullen."),
        (b"PK\x03\x04 geen archief", "Het bestand is beschadigd."),
        (b"%PDF-1.7 geen Word", "Het bestand is beschadigd."),
    ],
)
def test_a_document_that_cannot_be_filled_in_is_refused_and_nothing_is_kept(
    ours: Tenant, data: bytes, said: str
) -> None:
    answer = put_in(ours, data)

    assert answer.status_code == INVALID
    assert said in answer.content.decode()
    assert not HouseTemplate.objects.exists()


def test_a_newer_file_takes_along_what_was_settled(ours: Tenant) -> None:
    template = taken(ours)
    owner = ours.client(Role.OWNER)
    version = newest(template)
    key = next(each.key for each in blanks_in(version) if each.name == "klantnummer")
    owner.post(reverse("house:settle", args=(template.pk,)), settling(version, **{f"required_{key}": "on"}))
    newer = plain(*AGREEMENT, "Contactpersoon: {{contact}}")
    template.refresh_from_db()
    assert template.version == 2  # settled otherwise, the same file is the next version
    sent = {"file": SimpleUploadedFile("v2.docx", newer), "version": "2"}

    owner.post(reverse("house:replace", args=(template.pk,)), sent)

    template.refresh_from_db()
    assert template.version == 3
    blanks = {each.name: each for each in blanks_in(newest(template))}
    assert blanks["klantnummer"].required
    assert "contact" in blanks
    assert newest(template).settled_at is None
    again = {"file": SimpleUploadedFile("v3.docx", newer), "version": "2"}
    owner.post(reverse("house:replace", args=(template.pk,)), again)
    template.refresh_from_db()
    assert template.version == 3
    assert HouseVersion.objects.filter(template=template).count() == 3


def test_a_customer_s_copy_begins_with_what_is_known_of_them(ours: Tenant) -> None:
    template = taken(ours)
    actor, organisation = ours.actor(Role.OWNER), ours.organisation
    entity = parties.add_legal_entity(organisation, "Veldlicht ICT B.V.", actor=actor, now=NOW, registration="99222222")
    party = parties.counterparty_named(
        organisation, "Stichting Zonnehoek", actor=actor, now=NOW, details={"city": "Dronten", "postcode": "8251 ZK"}
    )
    parties.add_contact(
        party, actor=actor, now=NOW, purpose=Purpose.CONTRACT, name="P. Okkerse", role="bestuurder", email="", phone=""
    )
    owner = ours.client(Role.OWNER)
    sent = {"counterparty": str(party.pk), "legal_entity": str(entity.pk)}
    address = owner.post(reverse("house:whom", args=(template.pk,)), sent).headers["Location"]

    form = owner.get(address).context["form"]
    known = {each.fact: form.initial.get(f"b{each.key}") for each in blanks_in(newest(template))}
    assert known["controller.name"] == "Stichting Zonnehoek"
    assert known["controller.city"] == "Dronten"
    assert known["controller.representative"] == "P. Okkerse"
    assert known["processor.name"] == "Veldlicht ICT B.V."
    assert known["breach.deadline"] is None


def test_one_is_filled_in_and_reads_back_as_it_went_in(ours: Tenant) -> None:
    template = taken(ours)
    owner, address = ours.client(Role.OWNER), reverse("house:fill", args=(template.pk,))
    sent = filling(newest(template))

    looked = owner.post(address, {**sent, "what": "look"}).context["looked"]
    assert (looked["open"], looked["unread"], looked["facts"]) == (("klantnummer",), (), len(GIVEN))
    assert not Act.objects.filter(kind="house.filled").exists()
    answer = owner.post(address, {**sent, "what": "download"})

    facts = read(answer.content).facts
    assert {key: facts[key].value for key in VALUES} == VALUES
    content = kept(act__kind="house.filled")
    assert (content["version"], len(content["documents"]), content["left_open"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"controller.name": ""}, "verplicht"),
        ({"controller.name": "=1+1"}, "is een formule"),
        ({"breach.deadline": "2 dagen"}, "andere eenheid"),
    ],
)
def test_a_value_that_cannot_go_in_is_said_at_its_field(ours: Tenant, change: dict[str, str], said: str) -> None:
    template = taken(ours)
    sent = {**filling(newest(template), **change), "what": "download"}
    answer = ours.client(Role.OWNER).post(reverse("house:fill", args=(template.pk,)), sent)

    assert answer.status_code == INVALID
    assert said in str(answer.context["form"].errors)
    assert not Act.objects.filter(kind="house.filled").exists()


def test_a_sheet_becomes_a_document_for_each_row_with_a_list_of_what_stays_open(ours: Tenant) -> None:
    template = taken(ours)
    owner = ours.client(Role.OWNER)
    rows: list[dict[str, object]] = [{"controller.name": f"Klant {at}", "klantnummer": at} for at in range(3)]
    rows[1]["end.deadline"] = None
    answer = owner.post(reverse("house:bring", args=(template.pk,)), {"file": workbook(template, *rows)})
    preview = owner.get(answer.headers["Location"])
    assert [left for _, _, left in preview.context["page"].object_list] == [
        (),
        ("Termijn voor teruggave of wissing",),
        (),
    ]
    assert preview.context["whole"] == 2

    sheet = BroughtSheet.objects.get()
    made: Any = owner.post(reverse("house:documents", args=(sheet.pk,)))
    with zipfile.ZipFile(io.BytesIO(b"".join(made.streaming_content))) as archive:
        names = archive.namelist()
        assert names[:3] == ["1 Klant 0.docx", "2 Klant 1.docx", "3 Klant 2.docx"]
        report = list(csv.reader(io.StringIO(archive.read(names[3]).decode("utf-8-sig"))))
        assert read(archive.read(names[2])).facts["controller.name"].value == "Klant 2"
    assert [line[2] for line in report[1:]] == ["", "Termijn voor teruggave of wissing", ""]
    content = kept(act__kind="house.filled")
    assert content["documents"] == [line[3] for line in report[1:]]
    assert content["left_open"] == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"controller.name": None}, "Regel 3: Verwerkingsverantwoordelijke (naam) is verplicht en leeg"),
        ({"klantnummer": "=A1"}, "Regel 3: klantnummer begint met"),
        ({"controller.name": "a\nb"}, "Regel 3: Verwerkingsverantwoordelijke (naam) bevat een regeleinde"),
        ({"Bestandsnaam": "a"}, "Regel 4: a: Twee regels noemen hetzelfde bestand."),
    ],
)
def test_a_sheet_with_anything_wrong_is_refused_whole(ours: Tenant, change: dict[str, object], said: str) -> None:
    template = taken(ours)
    file = workbook(template, {}, change, {"Bestandsnaam": "a"})
    answer = ours.client(Role.OWNER).post(reverse("house:bring", args=(template.pk,)), {"file": file})

    assert answer.status_code == INVALID
    assert any(each.startswith(said) for each in answer.context["problems"]), answer.context["problems"]
    assert not BroughtSheet.objects.exists()


def test_sheets_go_after_a_month_and_templates_stay_as_they_were_taken_in(ours: Tenant) -> None:
    template = taken(ours)
    sheet = brought(ours, template, {})
    assert forget(now=NOW + timedelta(days=29), limit=10) == 0
    assert forget(now=NOW + timedelta(days=31), limit=10) == 1
    assert not BroughtSheet.objects.filter(pk=sheet.pk).exists()
    changes: tuple[dict[str, Any], ...] = ({"data": b"x"}, {"places": {}}, {"number": 7})
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            HouseVersion.objects.filter(template=template).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        HouseTemplate.objects.filter(pk=template.pk).update(direction=Direction.CONTROLLER)


def test_an_archived_template_makes_nothing_any_more(ours: Tenant) -> None:
    template = taken(ours)
    owner = ours.client(Role.OWNER)
    owner.post(reverse("house:archive", args=(template.pk,)))

    assert list(owner.get(reverse("house:list")).context["page"].object_list) == []
    assert len(owner.get(f"{reverse('house:list')}?state=archived").context["page"].object_list) == 1
    for name in ("house:fill", "house:bring"):
        answer = owner.post(reverse(name, args=(template.pk,)), filling(newest(template)))
        assert answer.headers["Location"] == reverse("house:detail", args=(template.pk,))
    assert not Act.objects.filter(kind="house.filled").exists()


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_costs_the_same_however_many_there_are(
    ours: Tenant, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        taken(ours, settled=False, name=f"Model {number}")
    owner = ours.client(Role.OWNER)
    owner.get(reverse("house:list"))
    with django_assert_num_queries(_LISTED):
        owner.get(reverse("house:list"))


_LISTED = 8
