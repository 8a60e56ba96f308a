"""Nothing leaves without a ground, a confidential document under a permission only; a silent breach after consulting."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import AgreementText, Direction, SourceBytes
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.disclosures.marking import mark_in
from art28.web.disclosures.models import Disclosure, Mark, Permission
from web.breaches.world import World, agreement, breach, signed_in, world

pytestmark = pytest.mark.django_db


def today(days: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def disclosed(given: World, about: Breach | None = None, **changes: Any) -> Any:
    data = {
        "agreement": str(given.agreement.pk),
        "recipient": "Onderzoeksbureau Noord",
        "towards": "third_party",
        "what": "het toegangslogboek van zondag",
        "on": today(),
        **changes,
    }
    where = (
        reverse("disclosures:breach", args=(about.pk,))
        if about
        else reverse("disclosures:agreement", args=(given.agreement.pk,))
    )
    return signed_in(given.owner).post(where, data)


def permitted(given: World, **changes: Any) -> Permission:
    data = {
        "permission-recipient": "Onderzoeksbureau Noord",
        "permission-what": "het toegangslogboek",
        "permission-given_by": "J. Okkerse",
        "permission-given_on": today(),
        "permission-kept_at": "brief 2026-118",
        **changes,
    }
    signed_in(given.owner).post(reverse("disclosures:permit", args=(given.agreement.pk,)), data)
    return Permission.objects.latest("made_at")


def register(given: World) -> list[dict[str, str]]:
    answer = signed_in(given.owner).get(reverse("disclosures:export", args=("csv",)))
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def refused(kind: str = "disclosure.refused") -> str:
    return Act.objects.filter(kind=kind).latest("at").content.content or ""


@pytest.mark.provision("S1:6.1", "S2:7.1", "S3:7.1")
def test_nothing_is_disclosed_without_a_ground_and_what_is_stands_in_a_register() -> None:
    given = world({"confidentiality.duty": True})
    assert disclosed(given).status_code == 409
    assert not Disclosure.objects.exists()
    assert '"why":"no_ground"' in refused()
    assert disclosed(given, ground="legal_duty", told_on=today()).status_code == 409
    assert '"why":"no_law"' in refused()
    assert not Disclosure.objects.exists()
    law: dict[str, Any] = {
        "ground": "legal_duty",
        "clause": "art. 126nd Wetboek van Strafvordering",
        "told_on": today(),
    }
    assert disclosed(given, **law).status_code == 302
    (row,) = register(given)
    assert (row["Aan wie"], row["Grondslag"], row["Bepaling of wet"]) == (
        "Onderzoeksbureau Noord",
        "Een wettelijke plicht",
        "art. 126nd Wetboek van Strafvordering",
    )
    assert "het toegangslogboek" in refused("disclosure.kept")


@pytest.mark.provision("S1:6.2", "S4:7.1[1]", "S5:10.1[1]")
def test_a_third_party_gets_something_under_a_stored_permission_or_a_legal_duty_that_is_named() -> None:
    given = world({"confidentiality.duty": True})
    assert disclosed(given).status_code == 409
    assert '"why":"no_ground"' in refused()
    assert disclosed(given, ground="permission").status_code == 409
    assert disclosed(given, ground="legal_duty").status_code == 409
    assert not Disclosure.objects.exists()
    later = permitted(given)
    assert disclosed(given, ground="permission", permission=str(later.pk), on=today(-2)).status_code == 409
    assert '"why":"not_yet_permitted"' in refused()
    assert disclosed(given, ground="permission", permission=str(later.pk)).status_code == 302
    row = Disclosure.objects.get()
    assert (row.permission, row.ground) == (later, "permission")
    assert Act.objects.filter(kind="permission.kept", subject_id=given.agreement.pk).exists()
    assert str(later.pk) in refused("disclosure.kept")


@pytest.mark.provision("S3:7.2", "S5:10.2")
def test_what_the_assignment_needs_is_disclosed_by_the_clause_that_allows_it() -> None:
    given = world({"confidentiality.duty": True})
    assert disclosed(given, towards="sub_processor", ground="necessary").status_code == 409
    assert '"why":"no_clause"' in refused()
    assert disclosed(given, towards="sub_processor", ground="necessary", clause="artikel 7.2").status_code == 302
    page = signed_in(given.owner).get(reverse("disclosures:list"), {"ground": "necessary"}).content.decode()
    assert "artikel 7.2" in page
    assert "artikel 7.2" in refused("disclosure.kept")


@pytest.mark.provision("S4:7.1[2]")
def test_under_a_legal_duty_the_other_side_is_told_unless_the_law_forbids_it() -> None:
    given = world({"confidentiality.duty": True})
    law: dict[str, Any] = {"ground": "legal_duty", "clause": "vordering officier van justitie", "towards": "authority"}
    assert disclosed(given, **law).status_code == 409
    assert '"why":"not_told"' in refused()
    assert disclosed(given, **law, told_on=today()).status_code == 302
    assert disclosed(given, **law, not_told_because="geheimhoudingsplicht, art. 126bb Sv").status_code == 302
    first, second = register(given)[::-1]
    assert first["Andere partij ingelicht"] == today()
    assert second["Niet ingelicht, omdat"] == "geheimhoudingsplicht, art. 126bb Sv"
    assert Act.objects.filter(kind="disclosure.kept").count() == 2


@pytest.mark.provision("S5:1.e")
def test_who_works_under_our_own_authority_is_no_third_party() -> None:
    given = world({"confidentiality.duty": True})
    assert disclosed(given, towards="third_party", recipient="Ingehuurde beheerder").status_code == 409
    assert disclosed(given, towards="own_authority", recipient="Ingehuurde beheerder").status_code == 302
    (row,) = register(given)
    assert (row["Wie dat is"], row["Grondslag"]) == ("Iemand onder ons rechtstreeks gezag", "geen derde")
    assert "own_authority" in refused("disclosure.kept")


def silent() -> World:
    given = world({"breach.deadline": "PT48H"})
    made = agreement(
        given.organisation,
        {"breach.deadline": "PT48H", "breach.controller_silence": True},
        name="Dijkvaart Diensten",
        direction=Direction.CONTROLLER,
    )
    return replace(given, agreement=made)


@pytest.mark.provision("S3:9.3[1]")
def test_a_breach_to_be_kept_silent_is_a_confidential_file_that_only_a_legal_duty_opens() -> None:
    given = silent()
    found = breach(given)
    page = signed_in(given.owner).get(reverse("disclosures:breach", args=(found.pk,))).content.decode()
    assert "Vertrouwelijk dossier" in page
    assert disclosed(given, found, ground="necessary", clause="eigen belang").status_code == 409
    assert not Disclosure.objects.exists()
    law: dict[str, Any] = {"ground": "legal_duty", "clause": "art. 33 AVG", "towards": "authority", "told_on": today()}
    assert disclosed(given, found, **law).status_code == 302
    assert Act.objects.filter(kind="disclosure.refused", subject_id=found.pk).exists()
    assert Act.objects.filter(kind="disclosure.kept", subject_id=found.pk).exists()


@pytest.mark.provision("S3:9.3[2]")
def test_a_breach_to_be_kept_silent_is_spoken_of_after_the_processor_was_consulted() -> None:
    given = silent()
    found = breach(given)
    by = {"ground": "necessary", "clause": "artikel 9.3"}
    asked = {"consulted": "M. Berg", "consulted_on": today()}
    assert disclosed(given, found, **by).status_code == 409
    assert disclosed(given, found, **by, **asked).status_code == 409  # what came of it lacks
    assert '"why":"not_consulted"' in refused()
    assert disclosed(given, found, **by, **asked, outcome="akkoord met de tekst").status_code == 302
    row = Disclosure.objects.get(breach=found)
    assert (row.consulted, row.outcome) == ("M. Berg", "akkoord met de tekst")
    assert "akkoord met de tekst" in refused("disclosure.kept")


def test_a_processor_speaks_of_a_breach_by_the_ordinary_grounds() -> None:
    given = world({"breach.deadline": "PT48H", "breach.controller_silence": True})
    found = breach(given)
    assert disclosed(given, found, ground="necessary", clause="artikel 9").status_code == 302


def marked() -> World:
    given = world({"breach.deadline": "PT24H"})
    AgreementText.objects.create(
        organisation=given.organisation,
        agreement=given.agreement,
        extraction="2",
        text="Verwerkersovereenkomst\nVertrouwelijk   -   pagina 1\n1.1 Verwerker verwerkt.",
        blocks=[],
        pages=[],
        read_at=timezone.now(),
    )
    SourceBytes.objects.create(file=given.agreement.source, data=b"de overeenkomst")
    return given


@pytest.mark.provision("S2:Voettekst")
def test_the_mark_that_the_pages_of_a_document_bear_is_carried_with_it() -> None:
    given = marked()
    page = signed_in(given.owner).get(reverse("disclosures:agreement", args=(given.agreement.pk,))).content.decode()
    assert "Vertrouwelijk - pagina 1" in page
    client = signed_in(given.owner)
    mark = reverse("disclosures:mark", args=(given.agreement.pk,))
    client.post(mark, {"confidential": "no", "reason": "de klant publiceert hem zelf"})
    assert Mark.objects.get().wording == "Vertrouwelijk - pagina 1"
    assert (
        "niet als vertrouwelijk gemerkt"
        in client.get(reverse("disclosures:agreement", args=(given.agreement.pk,))).content.decode()
    )
    assert "de klant publiceert hem zelf" in refused("agreement.marked")


@pytest.mark.provision("S1:Voorblad")
def test_a_confidential_document_leaves_the_organisation_under_a_stored_permission_only() -> None:
    given = marked()
    client = signed_in(given.owner)
    out = reverse("disclosures:hand_out", args=(given.agreement.pk,))
    assert client.get(reverse("agreements:original", args=(given.agreement.pk,))).headers["Location"] == out
    assert client.post(out, {"goes": "outside"}).status_code == 409
    assert client.post(out, {}).status_code == 409
    assert not Act.objects.filter(kind="agreement.handed_out").exists()
    answer = client.post(out, {"goes": "outside", "permission": str(permitted(given).pk)})
    assert (answer.status_code, answer.content) == (200, b"de overeenkomst")
    assert client.post(out, {"goes": "inside"}).content == b"de overeenkomst"
    kept = [act.content.content or "" for act in Act.objects.filter(kind="agreement.handed_out").order_by("at")]
    assert ['"inside":false' in each for each in kept] == [True, False]


def test_a_document_that_is_not_confidential_is_handed_out_without_a_question() -> None:
    given = marked()
    client = signed_in(given.owner)
    client.post(
        reverse("disclosures:mark", args=(given.agreement.pk,)),
        {"confidential": "no", "reason": "de klant publiceert hem"},
    )
    out = reverse("disclosures:hand_out", args=(given.agreement.pk,))
    page = client.get(out).content.decode()
    assert "niet als vertrouwelijk gemerkt" in page
    assert "toestemming" not in page
    assert client.post(out).content == b"de overeenkomst"


def test_the_passages_of_a_confidential_document_stay_out_of_a_reference_case() -> None:
    given = marked()
    answer = signed_in(given.owner).post(
        reverse("agreements:export_case", args=(given.agreement.pk,)), {"form": "text"}
    )
    assert answer.status_code == 302
    assert not Act.objects.filter(kind="agreement.case_exported").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Artikel 1\nStrictly confidential\n", "Strictly confidential"),
        (
            "Dit document is vertrouwelijk en eigendom van Dijkvaart.",
            "Dit document is vertrouwelijk en eigendom van Dijkvaart.",
        ),
        ("1.1 Verwerker houdt persoonsgegevens vertrouwelijk.", ""),
        ("Vertrouwelijke informatie die wordt verstrekt", ""),
        ("Artikel 4 Geheimhouding", ""),
        ("Streng vertraulich", "Streng vertraulich"),
    ],
)
def test_a_document_marks_itself_and_a_clause_on_secrecy_does_not(text: str, said: str) -> None:
    assert mark_in(text) == said


def test_the_database_keeps_disclosures_as_they_were_written() -> None:
    given = world({"confidentiality.duty": True})
    disclosed(given, towards="own_authority")
    permitted(given)
    for model in (Disclosure, Permission):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Disclosure.objects.update(recipient="iemand anders")


def test_another_organisations_permission_opens_nothing() -> None:
    given = world({"confidentiality.duty": True})
    other = agreement(given.organisation, name="Andere Stichting")
    permission = permitted(replace(given, agreement=other))
    assert disclosed(given, ground="permission", permission=str(permission.pk)).status_code == 422


def test_what_was_disclosed_under_one_agreement_or_about_one_breach_stands_by_page() -> None:
    given = world()
    found = breach(given)
    common = {"organisation": given.organisation, "agreement": given.agreement, "breach": found, "what": "-",
              "towards": "own_authority", "on": timezone.localdate(), "made_at": timezone.now(),
              "made_by": given.owner}  # fmt: skip
    Disclosure.objects.bulk_create(Disclosure(recipient=f"Ontvanger {number:02}.", **common) for number in range(60))
    client = signed_in(given.owner)
    for name, about in (("agreement", given.agreement.pk), ("breach", found.pk)):
        address = reverse(f"disclosures:{name}", args=(about,))
        assert client.get(address).content.decode().count("<b>Ontvanger ") == 50
        assert client.get(address, {"page": "2"}).content.decode().count("<b>Ontvanger ") == 10


def test_the_register_costs_the_same_at_any_length(django_assert_max_num_queries: Any) -> None:
    given = world({"confidentiality.duty": True})
    client = signed_in(given.owner)
    for _ in range(12):
        disclosed(given, towards="own_authority")
    with django_assert_max_num_queries(14):
        client.get(reverse("disclosures:list"))
    Disclosure.objects.bulk_create(
        Disclosure(organisation=given.organisation, agreement=given.agreement, recipient=f"p{n}", what="x",
                   towards="own_authority", on=timezone.localdate(), made_at=timezone.now(), made_by=given.owner)
        for n in range(300)
    )  # fmt: skip
    with django_assert_max_num_queries(14):
        client.get(reverse("disclosures:list"))
