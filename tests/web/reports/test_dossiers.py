"""An accountability pack: what is in it, what never is, that it checks itself, and that tampering is found."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from art28.evidence.verify import verify
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, SourceBytes
from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation, State
from art28.web.disclosures import actions as disclosures
from art28.web.disclosures.models import Disclosure
from art28.web.lifecycle import actions as lifecycle
from art28.web.notices.models import OutboxMessage
from art28.web.reports import making, pump
from art28.web.reports.models import Dossier, DossierPart
from web.breaches import world as worlds
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, actor, signed_in
from web.reports.world import PERSON, world

pytestmark = pytest.mark.django_db
SECRET = "Onderling: wij verwachten een claim"


@pytest.fixture
def given() -> World:
    made = world()
    SourceBytes.objects.create(file=made.agreement.source, data=b"%PDF de overeenkomst zelf")
    lifecycle.note(made.agreement, SECRET, by=made.owner, actor=actor(made.owner), now=NOW)
    found = Breach.objects.get()
    sent(made, found)
    Obligation.objects.filter(subject_id=found.pk, action="notify_breach").update(
        state=State.LATE, ended_at=NOW + timedelta(hours=30), ended_by="handed_over", late_reasons="De dienst lag plat."
    )
    return made


def asked(given: World, query: str = "", by: Any = None, **data: str) -> Any:
    place = f"{reverse('reports:dossier_new')}?{query}"
    return signed_in(by or given.owner).post(place, {"language": "nl", "goes": "inside", **data})


def made(given: World, query: str, **data: str) -> bytes:
    """The pack as it is downloaded, once the worker has made it."""
    answer = asked(given, query, **data)
    assert answer.status_code == 302, answer.content.decode()
    assert making.make_due(now=timezone.now(), limit=5) == 1
    row = Dossier.objects.latest("asked_at")
    answer = signed_in(given.owner).post(reverse("reports:dossier_download", args=(row.pk,)))
    assert answer.status_code == 200
    content = bytes(answer.getvalue())
    assert len(content) == row.size
    return content


def of_agreement(given: World, **data: str) -> bytes:
    return made(given, f"agreement={given.agreement.pk}", **data)


def parts(pack: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ended(pack: Mapping[str, bytes], ending: str) -> str:
    (found,) = (content for name, content in pack.items() if name.endswith(ending))
    return found.decode("utf-8-sig")


def index_of(pack: Mapping[str, bytes]) -> str:
    document = pypdfium2.PdfDocument(pack["INDEX.pdf"])
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def another(given: World, name: str = "Gemeente Waterland") -> Agreement:
    """An agreement with somebody else, touched by the same breach and by one of its own."""
    other = worlds.agreement(given.organisation, name=name, contact=f"fg@{name.split()[1].lower()}.example")
    breaches.record_breach(
        given.organisation,
        (other.pk, given.agreement.pk),
        title="Gestolen laptop",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    return other


def test_the_pack_of_an_agreement_holds_what_was_agreed_and_what_was_done_about_it(given: World) -> None:
    pack = parts(of_agreement(given))
    assert next(iter(pack)) == "INDEX.pdf"
    assert b"de overeenkomst zelf" in next(data for name, data in pack.items() if "/original/" in name)
    facts = ended(pack, "/facts.csv")
    assert "passage over breach.deadline" in facts
    assert "5.1" in facts
    obligations = ended(pack, "/obligations.csv")
    assert "De dienst lag plat." in obligations
    assert OutboxMessage.objects.get().page_html.encode() in pack.values()
    assert "Wolkenveld" not in pack["registers/agreements.csv"].decode()
    assert "Open back-up" in pack["registers/breaches.csv"].decode()
    assert json.loads(pack["registers/requests.jsonld"])["@graph"][0]["identifier"] == "R2026-0001"
    index = index_of(pack)
    assert "Stichting Zorg" in index
    assert "1 te laat" in index


def test_the_index_is_accessible_and_speaks_the_language_that_was_chosen(given: World) -> None:
    pack = parts(of_agreement(given, language="en"))
    about = pack["INDEX.pdf"]
    about = about[about.index(b"<x:xmpmeta") : about.index(b"</x:xmpmeta>")]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in about
    assert "Accountability pack" in index_of(pack)
    assert "Accountability" not in index_of(parts(of_agreement(given)))


def test_the_pack_checks_itself_offline_by_the_checker_that_lies_in_it(given: World, tmp_path: Path) -> None:
    place = tmp_path / "pack.zip"
    place.write_bytes(of_agreement(given))
    row = Dossier.objects.get()
    (tmp_path / "verify.py").write_bytes(parts(place.read_bytes())["verify.py"])
    command = [sys.executable, "-I", "verify.py", "pack.zip", "--head", row.head, "--count", str(row.count)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "contents are withheld" in done.stdout


def altered(pack: bytes, name: str, change: Callable[[bytes], bytes | None], extra: str = "") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for each, content in parts(pack).items():
            data = change(content) if each == name else content
            if data is not None:
                archive.writestr(each, data)
        if extra:
            archive.writestr(extra, "erbij gelegd")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "change", "extra", "fault"),
    [
        ("registers/costs.csv", lambda data: data.replace(b"26", b"62"), "", "registers/costs.csv: changed"),
        ("INDEX.pdf", lambda data: None, "", "INDEX.pdf: missing"),
        ("", lambda data: data, "registers/erbij.csv", "registers/erbij.csv: added"),
        ("chain.jsonl", lambda data: data.replace(b"breach.recorded", b"breach.recalled"), "", "changed"),
        ("contents.jsonl", lambda data: data.replace(b"5.1", b"5.2"), "", ""),
    ],
)
def test_tampering_is_found(
    given: World, tmp_path: Path, name: str, change: Callable[[bytes], bytes | None], extra: str, fault: str
) -> None:
    place = tmp_path / "pack.zip"
    place.write_bytes(altered(of_agreement(given), name, change, extra))
    faults = verify(str(place))[1]
    if fault:
        assert any(fault in each for each in faults), faults


def test_nothing_of_others_stands_in_the_pack_of_one_agreement(given: World) -> None:
    another(given)
    pack = parts(of_agreement(given))
    for name, content in pack.items():
        assert b"Waterland" not in content, name
        assert b"waterland" not in content, name
    assert "Waterland" not in index_of(pack)
    assert "Gestolen laptop" in pack["registers/breaches.csv"].decode()
    withheld = [line for line in pack["contents.jsonl"].splitlines() if b'"withheld":"elsewhere"' in line]
    assert withheld


def test_the_pack_of_a_customer_holds_all_its_agreements_and_no_others(given: World) -> None:
    other = another(given)
    pack = parts(made(given, f"customer={other.counterparty_id}"))
    assert [name for name in pack if name.endswith("facts.csv")] == ["agreements/0001-gemeente-waterland/facts.csv"]
    assert all(b"Stichting Zorg" not in content for content in pack.values())


def test_the_pack_of_the_organisation_holds_every_agreement_and_register(given: World, tmp_path: Path) -> None:
    another(given)
    content = made(given, "")
    pack = parts(content)
    assert len([name for name in pack if name.endswith("/facts.csv")]) == 2
    assert "Salarissen" in pack["registers/own-processing.csv"].decode()
    assert b"withheld" not in pack["contents.jsonl"]
    place = tmp_path / "pack.zip"
    place.write_bytes(content)
    assert verify(str(place))[1] == []


def test_notes_among_ourselves_and_persons_are_in_no_pack(given: World) -> None:
    for query in ("", f"agreement={given.agreement.pk}"):
        for name, content in parts(made(given, query)).items():
            assert SECRET.encode() not in content, name
            if name != "contents.jsonl":
                assert PERSON.encode() not in content, name


def test_another_organisation_is_in_no_pack_and_reaches_none(given: World) -> None:
    elsewhere = Organisation.objects.get(slug="elders")
    worlds.agreement(elsewhere, name="Waterschap De Kil")
    for content in parts(made(given, "")).values():
        assert b"De Kil" not in content
    row = Dossier.objects.get()
    client = signed_in(given.outsider)
    for name in ("dossier", "dossier_download"):
        assert client.post(reverse(f"reports:{name}", args=(row.pk,))).status_code in (404, 405)
    assert asked(given, f"agreement={given.agreement.pk}", by=given.outsider).status_code == 404


def test_a_period_leaves_out_what_lies_before_and_after_it(given: World) -> None:
    pack = parts(of_agreement(given, from_on="2026-11-01", until_on="2026-11-02"))
    assert "De dienst lag plat." not in ended(pack, "/obligations.csv")
    assert not [name for name in pack if "/notices/" in name]
    assert "Open back-up" not in pack["registers/breaches.csv"].decode()
    assert b'"withheld":"period"' in pack["contents.jsonl"]
    assert asked(given, "", from_on="2026-11-02", until_on="2026-11-01").status_code == 422


def test_what_goes_to_somebody_else_needs_a_ground_and_stands_with_the_disclosures(given: World) -> None:
    to = {"goes": "outside", "recipient": "Toezichthouder", "towards": "authority"}
    refused = asked(given, "", **to)
    assert refused.status_code == 409
    assert not Dossier.objects.exists()
    assert Act.objects.filter(kind="dossier.refused").exists()
    ground = {"ground": "legal_duty", "clause": "art. 58 AVG", "told_on": "2026-11-20"}
    pack = parts(made(given, "", **to, **ground))
    row = Disclosure.objects.get()
    assert (row.agreement, row.recipient, row.ground) == (given.agreement, "Toezichthouder", "legal_duty")
    assert "art. 58 AVG" in index_of(pack)
    assert Act.objects.filter(kind="disclosure.kept", subject_id=given.agreement.pk).exists()
    assert OutboxMessage.objects.get().body_text.encode() not in pack.values()


def test_a_confidential_document_stays_out_of_what_goes_to_a_third_party(given: World) -> None:
    disclosures.mark(
        given.agreement, confidential=True, reason="zo gemerkt", by=given.owner, actor=actor(given.owner), now=NOW
    )
    to = {"goes": "outside", "recipient": "Koper", "towards": "third_party", "ground": "necessary", "clause": "8.2"}
    pack = parts(of_agreement(given, **to))
    assert not [name for name in pack if "/original/" in name]
    assert b"%PDF de overeenkomst zelf" not in pack.values()
    assert "vertrouwelijk" in index_of(pack)
    assert [name for name in parts(of_agreement(given)) if "/original/" in name]
    assert Act.objects.filter(kind="agreement.handed_out", subject_id=given.agreement.pk).count() == 1


def test_who_may_not_decide_hands_no_pack_outside(given: World) -> None:
    to = {"goes": "other_side"}
    assert asked(given, f"agreement={given.agreement.pk}", by=given.member, **to).status_code == 403
    assert asked(given, f"agreement={given.agreement.pk}", by=given.member).status_code == 302


def test_a_pack_says_how_far_it_is_and_is_removed_when_its_time_is_over(given: World) -> None:
    asked(given, f"agreement={given.agreement.pk}")
    row = Dossier.objects.get()
    client = signed_in(given.owner)
    page = client.get(reverse("reports:dossier", args=(row.pk,))).content.decode()
    assert "0 van 1" in page
    assert client.post(reverse("reports:dossier_download", args=(row.pk,))).status_code == 404
    pump.dossiers(now=timezone.now(), limit=5)
    row.refresh_from_db()
    assert row.sha256 in client.get(reverse("reports:dossier", args=(row.pk,))).content.decode()
    assert DossierPart.objects.exists()
    pump.dossiers(now=timezone.now() + making.KEPT + timedelta(days=2), limit=5)
    row.refresh_from_db()
    assert row.state == "removed"
    assert not DossierPart.objects.exists()
    kinds = set(Act.objects.filter(subject_id=row.pk).values_list("kind", flat=True))
    assert kinds == {"dossier.asked", "dossier.made", "dossier.removed"}


def test_a_worker_that_died_leaves_its_pack_to_the_next(given: World) -> None:
    asked(given, "")
    now = timezone.now()
    Dossier.objects.update(lease="018f0000-0000-7000-8000-000000000000", leased_until=now + timedelta(minutes=5))
    assert making.make_due(now=now, limit=1) == 0
    assert making.make_due(now=now + timedelta(hours=1), limit=1) == 1


def test_a_pack_is_found_by_the_name_of_a_party(given: World) -> None:
    page = signed_in(given.owner).get(reverse("reports:dossiers"), {"q": "zorg"}).content.decode()
    assert f"?agreement={given.agreement.pk}" in page
    assert f"?customer={given.agreement.counterparty_id}" in page
