"""Tables in and out: what an import would change is shown first, and an export brings nothing new."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from art28.web import tabular
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.services import actions, tables
from art28.web.services.actions import About, Use
from art28.web.services.models import Import, Service, ServiceUse
from web.breaches.world import NOW, World, actor, agreement, signed_in, world

pytestmark = pytest.mark.django_db
SERVICES = """Dienst;Gegevens;Bijzondere gegevens;Systemen;Subverwerkers;Personen per klant
Back-up;"naam; adres";gezondheid;VM-12;Hostwerk / hosting / NL, DE / meld@hostwerk.example;1.250
Mail;naam;;;Mailwerk / mail / Nederland;
"""
USES = """Dienst;Klant;Personen;Vanaf;Tot en met
Back-up;Stichting Zorg;40;01-02-2025;
Back-up;Bestaat Niet;;;
Fax;Stichting Zorg;;;
Back-up;Tweemaal;veel;;
"""


@pytest.fixture
def given() -> World:
    return world()


def brought(client: Client, name: str, data: bytes) -> int:
    answer = client.post(reverse("services:upload"), {"file": SimpleUploadedFile(name, data)})
    return int(answer.status_code)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Dit bestand is leeg. Kies het bestand met de tabel."),
        (b"PK\x03\x04" + b"half" * 40, "Dit is geen XLSX- of CSV-bestand."),
        (b"Voornaam;Achternaam\nA;B\n", "De eerste rij bevat niet de gevraagde kopjes."),
        (SERVICES.partition("\n")[0].encode(), "Dit bestand heeft wel de kopjes, maar geen rij eronder."),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_reason_and_nothing_is_kept(
    given: World, data: bytes, why: str
) -> None:
    answer = signed_in(given.owner).post(reverse("services:upload"), {"file": SimpleUploadedFile("t.xlsx", data)})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Import.objects.exists()


def test_what_would_change_is_shown_and_nothing_changes_before_it_is_taken_over(given: World) -> None:
    client = signed_in(given.owner)
    assert brought(client, "diensten.csv", SERVICES.encode()) == 302
    found = Import.objects.get()
    page = client.get(reverse("services:preview", args=(found.pk,))).content.decode()
    assert "schrijf landen met twee letters" in page
    assert "Regel 3" in page
    assert not Service.objects.exists()
    client.post(reverse("services:apply", args=(found.pk,)))
    service = Service.objects.get()
    assert (service.name, service.people, service.special_categories) == ("Back-up", 1250, ["gezondheid"])
    assert service.sub_processors == [
        {"name": "Hostwerk", "role": "hosting", "countries": ["NL", "DE"], "email": "meld@hostwerk.example"}
    ]
    assert Act.objects.filter(kind="services.imported", subject_id=found.pk).exists()
    again = client.post(reverse("services:apply", args=(found.pk,)), follow=True).content.decode()
    assert "was al overgenomen" in again


def test_the_page_to_bring_a_table_names_its_columns(given: World) -> None:
    for place, heads in (
        ("services:upload", ("dienst, omschrijving, gegevens", "dienst, klant, overeenkomst")),
        ("contacts:upload", ("partij",)),
        ("subprocessors:upload", ("verwerkt in",)),
        ("processing:upload", ("activiteit, doeleinden",)),
        ("measures:upload", ("maatregel, wat wordt gedaan",)),
    ):
        shown = signed_in(given.owner).get(reverse(place)).content.decode()
        assert "in willekeurige volgorde:" in shown
        for each in heads:
            assert each in shown, place


def test_who_takes_a_service_comes_from_a_table_each_wrong_row_with_its_reason(given: World) -> None:
    for name in ("Tweemaal", "Nog eens"):
        made = agreement(given.organisation, name=name)
        Agreement.objects.filter(pk=made.pk).update(counterparty_name="Tweemaal")
    client = signed_in(given.owner)
    brought(client, "d.csv", SERVICES.encode())
    client.post(reverse("services:apply", args=(Import.objects.get().pk,)))
    brought(client, "k.csv", USES.encode("cp1252"))
    found = Import.objects.latest("read_at")
    page = client.get(reverse("services:preview", args=(found.pk,))).content.decode()
    for reason in ("geen overeenkomst met deze klant", "geen dienst met deze naam", "meer overeenkomsten"):
        assert reason in page
    client.post(reverse("services:apply", args=(found.pk,)))
    use = ServiceUse.objects.get()
    assert (use.agreement_id, use.people, use.since_on) == (given.agreement.pk, 40, date(2025, 2, 1))


@pytest.mark.parametrize("form", ["xlsx", "services", "uses"])
def test_what_was_exported_brings_nothing_new(given: World, form: str) -> None:
    what = About(
        name="=Back-up",
        data_categories=("naam", "adres"),
        sub_processors=({"name": "Hostwerk", "role": "", "countries": ["NL"], "email": ""},),
        people=5,
    )
    service = actions.add(given.organisation, what, actor=actor(given.owner), now=NOW)
    use = Use(people=3, since_on=date(2025, 1, 1))
    actions.link(service, given.agreement, use, actor=actor(given.owner), now=NOW)
    client = signed_in(given.owner)
    data = b"".join(client.get(reverse("services:export", args=(form,))))
    assert brought(client, f"x.{form}", data) == 302
    plan = client.get(reverse("services:preview", args=(Import.objects.get().pk,))).context["plan"]
    assert (plan.changes, plan.faults, plan.same) == (0, (), 2 if form == "xlsx" else 1)


def test_a_row_of_a_known_service_changes_only_the_columns_that_the_table_has(given: World) -> None:
    client = signed_in(given.owner)
    brought(client, "d.csv", SERVICES.encode())
    client.post(reverse("services:apply", args=(Import.objects.get().pk,)))
    brought(client, "e.csv", b"service,systems\nBack-up,VM-13\n")
    found = Import.objects.latest("read_at")
    shown = client.get(reverse("services:preview", args=(found.pk,))).content.decode()
    before = "; ".join(Service.objects.get().systems)
    assert before
    assert f"{before} → VM-13" in shown
    client.post(reverse("services:apply", args=(found.pk,)))
    service = Service.objects.get()
    assert (service.systems, service.people, service.version) == (["VM-13"], 1250, 2)


def test_what_is_no_table_is_refused_with_what_to_do(given: World) -> None:
    client = signed_in(given.owner)
    for name, data, reason in (
        ("x.csv", b"a;b\n1;2\n", "gevraagde kopjes"),
        ("x.xlsx", b"PK\x03\x04kapot", "geen XLSX- of CSV-bestand"),
        ("x.bin", b"\x00\x01\x02", "geen XLSX- of CSV-bestand"),
    ):
        answer = client.post(reverse("services:upload"), {"file": SimpleUploadedFile(name, data)})
        assert answer.status_code == 422
        assert reason in answer.content.decode()


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 2_000_000)
    monkeypatch.setattr(tabular, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(tabular.Unreadable, match="size"):
        tables.read("x.xlsx", kept.getvalue())
