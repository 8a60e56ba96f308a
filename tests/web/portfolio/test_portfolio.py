"""The portfolio: which agreements come first, how it is narrowed, what turned, its files, and risks that are accepted."""

import csv
import html
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.checking.edition import edition
from art28.checking.itself.textual import textual
from art28.checking.packs.pack import profiles
from art28.checking.requirements import requirements
from art28.checking.words.text import text_of
from art28.web.accounts.rights import Role
from art28.web.agreements import deciding, restoring
from art28.web.agreements import queries as agreements
from art28.web.agreements.checks import check_all
from art28.web.agreements.models import Agreement, FactVersion, FindingRow, PackedCheck, TextStructure, VerdictRow
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.clocks.own_duties import NotAhead
from art28.web.portfolio import accepting, letters, queries
from art28.web.portfolio.models import AcceptedRisk, Standing, Turn, Work
from art28.web.portfolio.pump import pump
from art28.web.portfolio.selection import read
from art28.web.yardsticks import actions as yardsticks
from art28.web.yardsticks.weighing import yardstick_of
from web.people import NOW, Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
BETTER = (
    TEXT.replace("Stichting Zonnehoek", "Stichting Maanhoek").replace("99111111", "99333333")
    + """
Artikel 4. Beveiliging

4.1 Verwerker neemt passende technische en organisatorische maatregelen om een op het risico afgestemd
beveiligingsniveau te waarborgen, waaronder versleuteling en het regelmatig testen van de maatregelen.

Artikel 5. Geheimhouding

5.1 Verwerker waarborgt dat de tot het verwerken van Persoonsgegevens gemachtigde personen zich ertoe hebben
verbonden vertrouwelijkheid in acht te nemen.
"""
)


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def matrix(given: Tenant, **asked: str) -> queries.Matrix:
    yardstick = yardstick_of(given.organisation.pk)
    return queries.matrix(given.organisation, read(asked, yardstick.profile), yardstick, 1)


def names(given: Tenant, **asked: str) -> list[str]:
    return [line.agreement.counterparty_name for line in matrix(given, **asked).lines if line.agreement]


def both(given: Tenant) -> tuple[Agreement, Agreement]:
    return read_agreement(given), read_agreement(given, BETTER, "maanhoek.txt")


def status(agreement: Agreement, requirement: str) -> str:
    row = Standing.objects.get(agreement=agreement)
    return letters.read(row.letters, [requirement])[0]


def test_an_agreement_stands_there_as_soon_as_it_is_read(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    kept = dict(VerdictRow.objects.filter(agreement=agreement).values_list("requirement", "status"))
    assert {key: status(agreement, key) for key in kept} == kept
    row = Standing.objects.get(agreement=agreement)
    agreement.refresh_from_db()
    assert (row.edition, row.due_at) == (edition(), None)
    assert agreement.serious_count == row.serious > 0
    assert agreement.finding_count == row.serious + row.attention + row.remarks


def test_the_worst_comes_first(ours: Tenant) -> None:
    both(ours)
    assert names(ours) == ["Stichting Zonnehoek", "Stichting Maanhoek"]


def test_it_stands_in_the_order_that_is_asked_for_on_the_page_and_in_the_file(ours: Tenant) -> None:
    both(ours)
    assert names(ours, sort="party") == ["Stichting Maanhoek", "Stichting Zonnehoek"]
    assert names(ours, sort="best") == ["Stichting Maanhoek", "Stichting Zonnehoek"]
    assert names(ours, sort="weg") == ["Stichting Zonnehoek", "Stichting Maanhoek"]
    answer = ours.client(Role.OWNER).get(reverse("portfolio:export", args=("csv",)), {"sort": "party"})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))[1:]
    assert [row[1] for row in rows] == ["Stichting Maanhoek", "Stichting Zonnehoek"]


def test_it_is_narrowed_by_its_address(ours: Tenant) -> None:
    _worse, better = both(ours)
    assert names(ours, q="maan") == ["Stichting Maanhoek"]
    assert names(ours, counterparty=str(better.counterparty_id)) == ["Stichting Maanhoek"]
    assert names(ours, role="controller") == []
    assert names(ours, key="c_security", status="missing") == ["Stichting Zonnehoek"]
    assert names(ours, key="c_security", status="met") == ["Stichting Maanhoek"]
    assert len(names(ours, severity="serious")) == 2
    assert names(ours, severity="clean") == []
    assert len(names(ours, key="nergens", status="met", q="\x00")) == 0


@pytest.mark.parametrize(
    ("language", "article_28", "guidance"),
    [
        ("nl", "passende technische en organisatorische maatregelen", "De verwerker bevestigt dat hij heeft gewist."),
        ("en", "appropriate technical and organisational measures", "The processor confirms that it has deleted."),
    ],
)
def test_what_a_chosen_column_asks_is_told_in_a_sentence(
    ours: Tenant, language: str, article_28: str, guidance: str
) -> None:
    both(ours)
    user = ours.members[Role.PRIVACY_OFFICER].user
    user.language = language
    user.save(update_fields=["language"])
    client = ours.client(Role.PRIVACY_OFFICER)

    def told(**asked: str) -> str:
        return html.unescape(client.get(reverse("portfolio:index"), asked).content.decode())

    assert requirements()["c_security"].explanation[language] in told(key="c_security", status="missing")
    assert article_28 in requirements()["c_security"].explanation[language]
    pack = {"profile": "edpb", "measure": "edpb"}
    assert guidance in told(**pack, key="edpb.deletion_confirmed", status="missing")
    assert guidance not in told(**pack)


def test_a_column_counts_the_agreements_that_fail_there(ours: Tenant) -> None:
    both(ours)
    found = matrix(ours)
    counted = dict(zip(found.columns.keys, found.fails, strict=True))
    assert (counted["c_security"], counted["a_instructions"], counted["g_delete_or_return_at_choice"]) == (1, 0, 2)


def test_agreements_on_one_template_are_one_row_with_the_worst_of_each(ours: Tenant) -> None:
    from art28.web.families.pump import pump as place

    both(ours)
    read_agreement(ours, TEXT.replace("Zonnehoek", "Sterrenhoek").replace("36 uur", "48 uur"), "ster.txt")
    place(now=NOW, limit=10)
    found = matrix(ours, by="family")
    together = [line for line in found.lines if line.members > 1]
    assert len(together) == 1
    assert sum(line.members for line in found.lines) == 3
    assert all(line.agreement is not None for line in found.lines if line.members == 1)
    assert together[0].family is not None
    place_of = found.columns.keys.index("c_security")
    assert together[0].letters[place_of] == "B"
    assert len(names(ours, family=str(together[0].family))) == together[0].members


@pytest.mark.parametrize("by", ["", "family"])
def test_a_page_costs_the_same_number_of_queries_at_any_size(ours: Tenant, by: str) -> None:
    client = ours.client(Role.OWNER)
    counts = []
    for number in range(3):
        read_agreement(ours, TEXT.replace("Zonnehoek", f"Hoek {number}"), f"{number}.txt")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(reverse("portfolio:index"), {"by": by}).status_code == 200
        counts.append(len(asked))
    assert counts[1] == counts[2]


def test_checking_from_what_is_stored_says_what_reading_said(ours: Tenant) -> None:
    agreement = read_agreement(ours, BETTER)
    (kept,) = restoring.stored(agreement.organisation, [agreement.pk])
    again = check_all(*restoring.restored(kept))
    before = {row.requirement: (row.status, row.provision, row.lacking) for row in agreements.verdicts_of(agreement)}
    assert {each.requirement: (each.status, each.provision, list(each.lacking)) for each in again.verdicts} == before
    assert [each.id for each in again.findings] == [row.key for row in agreements.findings_of(agreement)]
    assert agreements.packed_of(agreement) is not None


def test_newer_rules_have_every_agreement_checked_again_and_rows_that_say_the_same_stay(ours: Tenant) -> None:
    read_agreement(ours)
    rows = set(VerdictRow.objects.values_list("pk", flat=True)) | set(FindingRow.objects.values_list("pk", flat=True))
    Standing.objects.update(edition="0.0.0+older")
    assert pump(now=LATER, limit=50) == 1
    row = Standing.objects.get()
    assert (row.edition, row.checked_at, row.work) == (edition(), LATER, Work.NOTHING)
    now = set(VerdictRow.objects.values_list("pk", flat=True)) | set(FindingRow.objects.values_list("pk", flat=True))
    assert now == rows
    assert not Turn.objects.exists()
    assert pump(now=LATER, limit=50) == 0


def test_a_verdict_that_turned_is_told_with_what_it_was_and_the_rules_that_turned_it(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    # As an older edition would have had it.
    VerdictRow.objects.filter(agreement=agreement, requirement="c_security").update(status="met")
    PackedCheck.objects.update(outcome="another")
    Standing.objects.update(edition="0.0.0+older")
    pump(now=LATER, limit=50)
    (turn,) = Turn.objects.all()
    assert (turn.requirement, turn.before, turn.after, turn.cause) == ("c_security", "met", "missing", "rules")
    assert (turn.edition, turn.at) == (edition(), LATER)
    standing = VerdictRow.objects.filter(agreement=agreement, requirement="c_security").order_by("made_at")
    assert [(row.status, row.retired_at) for row in standing] == [("met", LATER), ("missing", None)]
    assert Act.objects.filter(kind="agreement.checked_again", subject_id=agreement.pk).count() == 1
    page = ours.client(Role.AUDITOR).get(reverse("portfolio:turned")).content.decode()
    assert edition() in page


def test_a_corrected_fact_has_its_agreement_checked_again_by_it(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    fact = next(row for row in agreements.facts_of(agreement) if row.key == "breach.deadline")
    deciding.correct(agreement, "breach.deadline", "PT12H", seen=fact.number, actor=ours.actor(), now=LATER)
    row = Standing.objects.get()
    assert (row.work, row.cause) == (Work.CHECK, "facts")
    assert pump(now=LATER, limit=50) == 0  # who decides on one fact often decides on more
    assert pump(now=LATER + timedelta(minutes=1), limit=50) == 1
    assert status(agreement, "edpb.breach_hours") == "met"
    (turn,) = Turn.objects.all()
    assert (turn.requirement, turn.before, turn.cause) == ("edpb.breach_hours", "missing", "facts")


def test_an_agreement_that_cannot_be_checked_is_given_up_and_the_others_are_done(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from art28.web.portfolio import pump as module

    worse, better = both(ours)
    Standing.objects.update(edition="0.0.0+older")
    whole: Callable[[Any], Any] = restoring.restored

    def broken(kept: restoring.Stored) -> Any:
        if kept.text.agreement_id == worse.pk:
            raise ValueError("kapot")
        return whole(kept)

    monkeypatch.setattr(module, "restored", broken)
    done = [pump(now=LATER + timedelta(minutes=20 * n), limit=50) for n in range(5)]
    assert sum(done) == 1
    assert Standing.objects.get(agreement=better).edition == edition()
    assert Standing.objects.get(agreement=worse).due_at is None


def test_another_profile_weighs_what_is_stored_and_checks_nothing(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from art28.web.portfolio import pump as module

    agreement = read_agreement(ours)
    before = Standing.objects.get()
    owner = ours.members[Role.OWNER].user
    yardsticks.choose_profile(ours.organisation, "full", by=owner, actor=ours.actor(Role.OWNER), now=LATER)

    def never(_kept: object) -> None:
        raise AssertionError("nothing is checked for another profile")

    monkeypatch.setattr(module, "restored", never)
    assert pump(now=LATER, limit=50) == 1
    after = Standing.objects.get()
    assert (after.profile, after.letters) == ("full", before.letters)
    assert after.serious + after.attention + after.remarks > before.serious + before.attention + before.remarks
    agreement.refresh_from_db()
    assert agreement.finding_count == after.serious + after.attention + after.remarks
    pack = profiles()["full"].packs[0]
    assert matrix(ours, measure=pack).columns.keys == letters.columns(pack)


def test_the_table_holds_every_agreement_with_its_statuses_in_words(ours: Tenant) -> None:
    both(ours)
    client = ours.client(Role.OWNER)
    told = b"".join(client.get(reverse("portfolio:export", args=["csv"]))).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(told))
    assert [row[1] for row in rows] == ["Stichting Zonnehoek", "Stichting Maanhoek"]
    security = next(n for n, title in enumerate(head) if title.startswith("28(3)(c)"))
    assert [row[security] for row in rows] == ["Ontbreekt", "Voldaan"]
    answer = client.get(reverse("portfolio:export", args=["xlsx"]), {"q": "maan"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer))).active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Stichting Maanhoek"]


def accepted(given: Tenant, agreement: Agreement, key: str = "gdpr.c_security") -> AcceptedRisk:
    owner = given.members[Role.OWNER].user
    return accepting.accept(
        agreement,
        key,
        about="Geen beveiliging",
        reason="De leverancier heeft een certificaat.",
        owner=owner,
        review_on=(NOW + timedelta(days=90)).date(),
        by=owner,
        actor=given.actor(Role.OWNER),
        now=NOW,
    )


def test_an_accepted_risk_counts_no_more_and_comes_back_on_the_day_of_its_review(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    before = Standing.objects.get()
    row = accepted(ours, agreement)
    after = Standing.objects.get()
    assert (after.serious, after.accepted) == (before.serious - 1, 1)
    clock = Obligation.objects.get(subject_id=row.pk)
    assert (clock.action, clock.last_day, clock.owner) == ("review_risk", row.review_on, row.owner)
    assert Act.objects.filter(kind="risk.accepted", subject_id=agreement.pk).exists()
    with pytest.raises(accepting.StateChanged):
        accepted(ours, agreement)
    with pytest.raises(NotAhead):
        accepting.accept(
            agreement,
            "gdpr.h_audit_and_inspection",
            about="x",
            reason="x",
            owner=row.owner,
            review_on=NOW.date(),
            by=row.owner,
            actor=ours.actor(Role.OWNER),
            now=NOW,
        )


def test_a_withdrawn_risk_counts_again_and_its_review_is_no_longer_due(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    before = Standing.objects.get().serious
    row = accepted(ours, agreement)
    owner = ours.members[Role.OWNER].user
    accepting.withdraw(row, reason="Er was een incident.", by=owner, actor=ours.actor(Role.OWNER), now=LATER)
    assert (Standing.objects.get().serious, Standing.objects.get().accepted) == (before, 0)
    assert Obligation.objects.get(subject_id=row.pk).ended_at == LATER
    assert Act.objects.filter(kind="risk.withdrawn", subject_id=agreement.pk).exists()
    with pytest.raises(accepting.StateChanged):
        accepting.withdraw(row, reason="x", by=owner, actor=ours.actor(Role.OWNER), now=LATER)
    assert accepted(ours, agreement).pk != row.pk


def test_a_risk_is_accepted_from_the_finding_and_withdrawn_there(ours: Tenant) -> None:
    agreement = read_agreement(ours)
    client = ours.client(Role.MANAGEMENT)
    address = reverse("portfolio:accept", args=[agreement.pk, "gdpr.c_security"])
    owner = ours.members[Role.OWNER].user
    wrong = client.post(address, {"reason": "x", "owner": owner.pk, "review_on": "2020-01-01"})
    assert wrong.status_code == 422
    assert not AcceptedRisk.objects.exists()
    client.post(address, {"reason": "Klein risico.", "owner": owner.pk, "review_on": "2100-01-01"})
    row = AcceptedRisk.objects.get()
    panel = client.get(reverse("agreements:detail", args=[agreement.pk]), {"tab": "findings"}).content.decode()
    assert "2100" in panel
    assert "Klein risico." in client.get(reverse("portfolio:risks")).content.decode()
    client.post(reverse("portfolio:withdraw", args=[row.pk]), {"reason": "Toch niet."})
    row.refresh_from_db()
    assert (row.withdrawn_reason, row.withdrawn_by) == ("Toch niet.", ours.members[Role.MANAGEMENT].user)


def test_the_database_holds_what_was_accepted_and_what_turned(ours: Tenant) -> None:
    from django.db import IntegrityError, transaction

    agreement = read_agreement(ours)
    row = accepted(ours, agreement)
    for change in ({"reason": "anders"}, {"owner": ours.members[Role.AUDITOR].user}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AcceptedRisk.objects.filter(pk=row.pk).update(**change)
    theirs = tenant("maanzicht")
    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(
            organisation=theirs.organisation, agreement=agreement, requirement="x", cause="rules", edition="1", at=NOW
        )


ON_TOPICS = (
    "<!doctype html><html lang='nl'><body>"
    + "".join(f"<p>{line}</p>" for line in BETTER.split("\n\n"))
    + """<h2>Bijlage 1</h2><table>
<tr><td>Datalek</td><td>Verwerker meldt een datalek binnen 24 uur aan Verwerkingsverantwoordelijke.</td></tr>
<tr><td>Controle</td><td>Verwerkingsverantwoordelijke mag de naleving eenmaal per jaar laten controleren.</td></tr>
<tr><td>Einde</td><td>Verwerker wist na afloop alle persoonsgegevens en alle kopieën ervan.</td></tr>
</table></body></html>"""
)


@pytest.mark.parametrize(("text", "name"), [(BETTER, "maanhoek.txt"), (ON_TOPICS, "maanhoek.html")])
def test_what_is_kept_of_a_text_says_what_preparing_it_says(ours: Tenant, text: str, name: str) -> None:
    agreement = read_agreement(ours, text, name)
    (kept,) = restoring.stored(agreement.organisation, [agreement.pk])
    quick, statements = restoring.restored(kept)
    TextStructure.objects.update(prepared_by="0.0.0+older")
    (kept,) = restoring.stored(agreement.organisation, [agreement.pk])
    plain, none = restoring.restored(kept)

    assert statements is not None
    assert none is None
    assert (quick.reading.layer, quick.reading.lines) == (plain.reading.layer, plain.reading.lines)
    assert (quick.reading.clauses, quick.reading.sentences) == (plain.reading.clauses, plain.reading.sentences)
    assert repr(check_all(quick, statements)) == repr(check_all(plain))

    Standing.objects.update(edition="0.0.0+older")
    pump(now=LATER, limit=50)
    assert TextStructure.objects.get().prepared_by != "0.0.0+older"


def test_what_words_alone_settle_is_kept_and_looked_for_by_newer_rules_on_words_only(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = read_agreement(
        ours, f"{BETTER}\n\nVerwerker bewaart de gegevens tot [DATUM]. De WBP geldt.", "blank.txt"
    )
    looked: list[Any] = []

    def counted(text: Any) -> Any:
        looked.append(text)
        return textual(text)

    monkeypatch.setattr("art28.web.agreements.checks.textual", counted)
    before = [(row.key, row.message, row.citations) for row in FindingRow.objects.filter(retired_at=None)]

    def again() -> int:
        looked.clear()
        Standing.objects.update(edition="0.0.0+older", foundation="")
        assert pump(now=LATER, limit=50) == 1
        return len(looked)

    (kept,) = restoring.stored(agreement.organisation, [agreement.pk])
    found, plain = restoring.found_before(kept), restoring.restored(kept)
    assert found == textual(text_of(plain[0]))
    assert found is not None
    assert found["blanks"]
    assert found["repealed"]
    assert again() == 0
    TextStructure.objects.update(textual_by="0.0.0+older")
    assert again() == 1
    assert again() == 0
    assert [(row.key, row.message, row.citations) for row in FindingRow.objects.filter(retired_at=None)] == before


def test_what_was_checked_by_the_same_rules_is_not_checked_again_until_a_fact_changes(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = read_agreement(ours, BETTER)
    checked: list[restoring.Stored] = []

    def counted(kept: restoring.Stored) -> Any:
        checked.append(kept)
        return restoring.restored(kept)

    monkeypatch.setattr("art28.web.portfolio.pump.restored", counted)

    def again(hours: int) -> int:
        Standing.objects.update(work=Work.CHECK, cause="rules", due_at=NOW)
        assert pump(now=NOW + timedelta(hours=hours), limit=50) == 1
        assert not Standing.objects.exclude(work=Work.NOTHING).exists()
        return len(checked)

    assert [again(1), again(2)] == [1, 1]
    FactVersion.objects.filter(agreement=agreement, current=True, key="processor.name").update(current=False)
    assert again(3) == 2
    Standing.objects.update(foundation="0.0.0+older")
    assert again(4) == 3
