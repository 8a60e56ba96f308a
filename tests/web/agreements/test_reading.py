"""Putting files in and reading them: what comes of good files and of bad ones."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from art28.reading.jail import Jail
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, browsing, deciding, pump, queries, storing
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Direction,
    FactState,
    FactVersion,
    PromisedDuty,
    SourceFile,
    State,
)
from art28.web.agreements.reading import documents, read
from art28.web.audit import queries as audit
from art28.web.database.identifiers import new_id
from web.people import NOW, Tenant, tenant
from web.samples import PROCESSOR, TEXT, read_agreement

pytestmark = pytest.mark.django_db
LARGEST = 1_000_000


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def put_in(ours: Tenant, *files: tuple[str, bytes]) -> tuple[actions.Taken, ...]:
    uploads = [actions.Upload(name, "", data) for name, data in files]
    return actions.put_in(ours.organisation, uploads, actor=ours.actor(), now=NOW, largest_bytes=LARGEST)


def kinds(ours: Tenant, agreement: Agreement) -> set[str]:
    return {line.kind for line in audit.trail(ours.organisation, subject_kind="agreement", subject_id=agreement.pk)}


def test_an_agreement_is_read_with_its_facts_and_promises(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    assert agreement.state == State.READ
    deadline = FactVersion.objects.get(agreement=agreement, key="breach.deadline", current=True)
    assert deadline.value == "PT36H"
    assert "binnen 36 uur" in deadline.citations[0]["text"]
    report = PromisedDuty.objects.get(agreement=agreement, action="notify_breach", trigger="breach", retired_at=None)
    assert report.limit is not None
    assert report.limit["period"] == "PT36H"
    assert kinds(ours, agreement) == {"agreement.uploaded", "agreement.read"}


def test_a_citation_is_verbatim_in_the_stored_text(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    text = AgreementText.objects.get(agreement=agreement).text
    for row in FactVersion.objects.filter(agreement=agreement):
        for citation in row.citations:
            assert text[citation["start"] : citation["end"]] == citation["text"]


def test_the_other_side_is_named_once_our_own_name_is_known(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    assert agreement.direction == Direction.PROCESSOR
    assert agreement.counterparty_name == "Stichting Zonnehoek"
    assert agreement.counterparty is not None
    assert agreement.counterparty.registration == "99111111"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("programma.pdf", b"\x7fELF" + b"\x00" * 200, "unknown_format"),
        ("kapot.docx", b"PK\x03\x04 afgebroken", "damaged"),
        ("gebroken.pdf", b"%PDF-1.7\nniets", "damaged"),
        ("leeg.txt", b" \n \n", "empty"),
        ("boodschappen.txt", b"Melk, brood en kaas voor het weekend.\n", "no_agreement"),
    ],
)
def test_a_bad_file_fails_with_its_reason_and_the_others_are_unharmed(
    ours: Tenant, name: str, data: bytes, reason: str
) -> None:
    bad, good = put_in(ours, (name, data), ("goed.txt", TEXT.encode()))
    assert bad.agreement is not None
    assert good.agreement is not None
    pump.pump(now=NOW, limit=10)
    bad.agreement.refresh_from_db()
    good.agreement.refresh_from_db()
    assert (bad.agreement.state, bad.agreement.reason) == (State.FAILED, reason)
    assert good.agreement.state == State.READ
    assert not AgreementText.objects.filter(agreement=bad.agreement).exists()
    assert not FactVersion.objects.filter(agreement=bad.agreement).exists()
    page = ours.client(Role.PRIVACY_OFFICER).get(reverse("agreements:batch", args=[good.agreement.batch]))
    assert page.status_code == 200
    assert name.split(".")[0] in page.content.decode()


def test_empty_and_too_large_files_are_refused_before_anything_is_stored(ours: Tenant) -> None:
    empty, large = put_in(ours, ("leeg.pdf", b""), ("groot.pdf", b"x" * (LARGEST + 1)))
    assert empty.refusal is actions.Refusal.EMPTY
    assert large.refusal is actions.Refusal.TOO_LARGE
    assert not SourceFile.objects.filter(organisation=ours.organisation).exists()


def test_the_same_bytes_are_taken_in_once_for_each_organisation(ours: Tenant) -> None:
    first, second = put_in(ours, ("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()))
    assert second.refusal is actions.Refusal.ALREADY_THERE
    assert second.agreement == first.agreement
    (elsewhere,) = put_in(tenant("maanzicht"), ("a.txt", TEXT.encode()))
    assert elsewhere.refusal is None


def test_a_name_is_kept_without_its_path(ours: Tenant) -> None:
    (taken,) = put_in(ours, ("../../etc/C:\\map\\stuk\x00.txt", TEXT.encode()))
    assert taken.name == "stuk.txt"


def test_files_are_uploaded_by_a_plain_form(ours: Tenant) -> None:
    files = [SimpleUploadedFile("een.txt", TEXT.encode()), SimpleUploadedFile("leeg.txt", b"")]
    client = ours.client(Role.PRIVACY_OFFICER)
    answer = client.post(reverse("agreements:upload"), {"sources": files})
    (agreement,) = Agreement.objects.filter(organisation=ours.organisation)
    address = reverse("agreements:batch", args=[agreement.batch])
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    for _reload in range(2):
        assert "leeg.txt" in client.get(address).content.decode()
    assert "leeg.txt" not in ours.client(Role.OWNER).get(address).content.decode()


def test_an_upload_of_many_files_stands_by_page_and_those_that_failed_alone(ours: Tenant) -> None:
    batch = new_id()
    for number in range(60):
        source = SourceFile.objects.create(
            organisation=ours.organisation, name=f"map{number:03}.txt", sha256=f"{number:064}", size=1, uploaded_at=NOW
        )
        Agreement.objects.create(
            organisation=ours.organisation, source=source, title=f"Titel {number:03}", batch=batch, added_at=NOW,
            state=State.FAILED if number == 57 else State.QUEUED, reason="empty" if number == 57 else "",
        )  # fmt: skip
    client, address = ours.client(Role.PRIVACY_OFFICER), reverse("agreements:batch", args=[batch])
    first = client.get(address).content.decode()
    assert "1 van 60 klaar" in first
    assert first.count("<strong>Titel ") == 50
    assert client.get(address, {"page": "2"}).content.decode().count("<strong>Titel ") == 10
    failed = client.get(address, {"state": "failed"}).content.decode()
    assert failed.count("<strong>Titel ") == 1
    assert "Titel 057" in failed


def test_an_upload_of_which_nothing_was_taken_in_says_why(ours: Tenant) -> None:
    client = ours.client(Role.PRIVACY_OFFICER)
    files = [SimpleUploadedFile("leeg.txt", b"")]
    answer = client.post(reverse("agreements:upload"), {"sources": files})
    shown = client.get(answer.headers["Location"])
    assert shown.status_code == 200
    assert "leeg.txt" in shown.content.decode()
    assert ours.client(Role.OWNER).get(answer.headers["Location"]).status_code == 404


def test_two_workers_never_take_the_same_agreement(ours: Tenant) -> None:
    put_in(ours, ("a.txt", TEXT.encode()))
    assert pump.claim(now=NOW) is not None
    assert pump.claim(now=NOW) is None


def test_a_worker_that_died_leaves_its_agreement_to_the_next(ours: Tenant) -> None:
    (taken,) = put_in(ours, ("a.txt", TEXT.encode()))
    assert taken.agreement is not None
    pump.claim(now=NOW)
    assert pump.pump(now=NOW + timedelta(minutes=1), limit=5) == 0
    assert pump.pump(now=NOW + timedelta(minutes=11), limit=5) == 1
    taken.agreement.refresh_from_db()
    assert taken.agreement.state == State.READ


def test_a_file_that_kills_its_worker_is_given_up(ours: Tenant) -> None:
    (taken,) = put_in(ours, ("a.txt", TEXT.encode()))
    assert taken.agreement is not None
    now = NOW
    for _ in range(3):
        assert pump.claim(now=now) is not None
        now += timedelta(minutes=10)
    pump.pump(now=now, limit=5)
    taken.agreement.refresh_from_db()
    assert (taken.agreement.state, taken.agreement.reason) == (State.FAILED, pump.GAVE_UP)


def test_who_lost_the_lease_writes_nothing(ours: Tenant) -> None:
    (taken,) = put_in(ours, ("a.txt", TEXT.encode()))
    assert taken.agreement is not None
    claimed = pump.claim(now=NOW)
    assert claimed is not None
    with Jail() as jail:
        outcome = read(*documents(TEXT.encode(), name="a.txt", jail=jail))
    pump.claim(now=NOW + timedelta(minutes=10))
    with pytest.raises(storing.LeaseLost):
        storing.store(taken.agreement.pk, outcome, lease=claimed[1], now=NOW)
    assert not FactVersion.objects.filter(agreement=taken.agreement).exists()


def test_reading_again_leaves_what_a_person_decided(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    deciding.correct(agreement, "breach.deadline", "PT24H", seen=1, actor=ours.actor(), now=NOW)
    actions.read_again(agreement, actor=ours.actor(), now=NOW)
    pump.pump(now=NOW, limit=5)
    current = FactVersion.objects.get(agreement=agreement, key="breach.deadline", current=True)
    assert (current.value, current.state) == ("PT24H", FactState.CORRECTED)
    # What the person corrected was this very reading, so it is no new question.
    assert not queries.questions_of(agreement)


def test_words_of_the_text_find_the_agreement(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    read_agreement(tenant("maanzicht"))
    for words in ("zonnehoek", "onderwerp van 36 uur"[-6:], "datalekken audit", 'inbreuk" OR "x'[:7]):
        found = browsing.listed(ours.organisation, browsing.Filter(words=words))
        assert [each.pk for each in found.page] == [agreement.pk], words
    assert browsing.listed(ours.organisation, browsing.Filter(words="sinaasappel")).page.paginator.count == 0


@pytest.mark.parametrize("words", ['"', "a AND", "(", "*", "near/2", "title : x", "'; --", "x" * 300])
def test_odd_searches_find_nothing_and_break_nothing(ours: Tenant, words: str) -> None:
    read_agreement(ours)
    assert ours.client(Role.ENGINEER).get(reverse("agreements:list"), {"q": words}).status_code == 200


def test_our_new_legal_entity_takes_sides_in_what_was_read_before(ours: Tenant) -> None:
    agreement = read_agreement(ours, TEXT.replace(PROCESSOR, "Anders Genaamd B.V."))
    assert agreement.direction == Direction.UNKNOWN
    ours.client(Role.OWNER).post(reverse("parties:entities"), {"name": "anders genaamd BV"})
    agreement.refresh_from_db()
    assert agreement.direction == Direction.PROCESSOR
    assert agreement.counterparty_name == "Stichting Zonnehoek"


def test_a_batch_of_another_organisation_is_not_there(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    assert isinstance(agreement.batch, UUID)
    other = tenant("maanzicht").client(Role.OWNER)
    assert other.get(reverse("agreements:batch", args=[agreement.batch])).status_code == 404
