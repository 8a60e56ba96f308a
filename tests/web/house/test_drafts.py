"""A filled house template as a draft: shown, changed by version, sent, signed, and on file with the facts that went in."""

import io
import zipfile
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.drafts import deciding, rounds
from art28.web.drafts.chosen import drafted
from art28.web.drafts.models import Change, Draft, DraftVersion
from art28.web.drafts.returning import read_back
from art28.web.house.kept import blanks_in
from art28.web.house.models import HouseTemplate
from art28.web.parties import actions as parties
from art28.web.signing import actions as signing
from core.drafting.house.forms import GIVEN, VALUES, read
from web.house.world import newest, taken
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db
FOUND, INVALID = 302, 422


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def sent(template: HouseTemplate, **changes: str) -> dict[str, str]:
    """What a browser sends for everything that is asked, with changes by fact."""
    given = {**GIVEN, "": "K-17", **changes}
    blanks = blanks_in(newest(template))
    return {f"b{each.key}": given[each.fact] for each in blanks if each.fact in given and each.use != "left"}


def begun(ours: Tenant, **changes: str) -> Draft:
    """A draft of a house template."""
    template = taken(ours)
    actor = ours.actor(Role.OWNER)
    entity = parties.add_legal_entity(ours.organisation, "Rekenhuis B.V.", actor=actor, now=NOW)
    party = parties.counterparty_named(ours.organisation, "Stichting Beukenhof", actor=actor, now=NOW, details={})
    address = f"{reverse('house:fill', args=(template.pk,))}?party={party.pk}&entity={entity.pk}"
    answer = ours.client(Role.OWNER).post(address, {**sent(template, **changes), "what": "draft"})
    assert answer.status_code == FOUND, answer.context["form"].errors
    return again()


def again() -> Draft:
    return Draft.objects.select_related("organisation", "counterparty", "legal_entity").get()


def version(draft: Draft) -> DraftVersion:
    return draft.versions.get(number=draft.version)


def test_a_draft_is_the_word_document_that_was_filled_in(ours: Tenant) -> None:
    draft = begun(ours)
    owner = ours.client(Role.OWNER)

    page = owner.get(reverse("drafts:detail", args=(draft.pk,)))
    clauses = [each.clause.number for article in page.context["page"].articles for each in article.clauses]
    assert [each for each in clauses if each] == ["1.1", "2.1", "2.2", "3.1"]
    assert "Uw klantnummer is K-17." in page.content.decode()
    word = owner.get(reverse("drafts:document", args=(draft.pk, 1, "docx"))).content
    facts = read(word).facts
    assert {key: facts[key].value for key in VALUES} == VALUES
    assert zipfile.ZipFile(io.BytesIO(word)).testzip() is None
    for form in ("pdf", "html", "md"):
        assert owner.get(reverse("drafts:document", args=(draft.pk, 1, form))).status_code == 200
    assert version(draft).blanks == []


def test_it_is_changed_by_its_blanks_and_keeps_its_versions(ours: Tenant) -> None:
    draft = begun(ours)
    owner = ours.client(Role.OWNER)
    address = owner.get(reverse("drafts:edit", args=(draft.pk,))).headers["Location"]
    assert address == reverse("house:redraft", args=(draft.pk,))
    form = owner.get(address).context["form"]
    assert "24 uur" in form.initial.values()
    template = HouseTemplate.objects.get()

    owner.post(address, {**sent(template, **{"breach.deadline": "36 uur"}), "version": "1"})
    late = owner.post(address, {**sent(template), "version": "1"})

    assert late.status_code == 409
    assert drafted(draft, version(again())).facts["breach.deadline"] == "PT36H"
    assert drafted(draft, draft.versions.get(number=1)).facts["breach.deadline"] == "PT24H"


def test_what_comes_back_is_compared_and_taken_over_where_a_blank_takes_it(ours: Tenant) -> None:
    draft = begun(ours)
    by, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    what = rounds.Sending(recipient="p@beukenhof.example", recipient_name="P. de Boer")
    made = rounds.send(draft, what, by=by, actor=actor, now=timezone.now())
    owner = ours.client(Role.OWNER)
    word = owner.get(reverse("drafts:document", args=(draft.pk, 1, "docx"))).content
    theirs = altered(word, b"24", b"48")
    rounds.hand_back(made, file_name="terug.docx", data=theirs, name="P. de Boer", largest=10**6, now=timezone.now())
    read_back(now=timezone.now(), limit=5)

    facts = {each.key: each for each in Change.objects.filter(kind="fact")}
    assert (facts["breach.deadline"].ours, facts["breach.deadline"].theirs) == ("PT24H", "PT48H")
    returned = facts["breach.deadline"].returned
    assert owner.get(reverse("drafts:changes", args=(returned.pk,))).status_code == 200
    for each in Change.objects.all():
        decision = "accepted" if each.key == "breach.deadline" else "refused"
        owner.post(reverse("drafts:decide", args=(each.pk,)), {"decision": decision})
    assert deciding.standing(returned)["decided"] == Change.objects.count()
    owner.post(reverse("drafts:conclude", args=(returned.pk,)))

    assert drafted(draft, version(again())).facts["breach.deadline"] == "PT48H"


def altered(word: bytes, old: bytes, new: bytes) -> bytes:
    """The Word file with a word of its text altered."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(written, "w") as target:
        for entry in source.infolist():
            part = source.read(entry)
            target.writestr(
                entry, part.replace(old + b" uur", new + b" uur") if entry.filename == "word/document.xml" else part
            )
    return written.getvalue()


def test_what_is_open_cannot_leave_and_what_is_whole_is_put_before_its_signatories(ours: Tenant) -> None:
    draft = begun(ours, **{"end.deadline": ""})
    by, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    people = [signing.Person(side, "P", "directeur", f"{side}@x.example") for side in ("controller", "processor")]
    common: dict[str, Any] = {"in_order": True, "days": 14, "by": by, "actor": actor, "now": timezone.now()}
    assert version(draft).blanks == ["end.deadline"]
    with pytest.raises(rounds.NotComplete):
        signing.begin(draft, people, **common)
    template = HouseTemplate.objects.get()
    owner = ours.client(Role.OWNER)
    owner.post(reverse("house:redraft", args=(draft.pk,)), {**sent(template), "version": "1"})

    begun_ = signing.begin(again(), people, **common)
    signing.require_intact(begun_)
    assert bytes(begun_.document).startswith(b"%PDF")
    assert owner.get(reverse("house:redraft", args=(draft.pk,))).status_code == FOUND


def test_a_template_that_is_settled_otherwise_leaves_drafts_as_they_are(ours: Tenant) -> None:
    draft = begun(ours)
    template = HouseTemplate.objects.get()
    before = drafted(draft, version(draft))
    owner = ours.client(Role.OWNER)
    every = {f"what_{each.key}": "left" for each in blanks_in(newest(template))}
    owner.post(reverse("house:settle", args=(template.pk,)), every)

    assert newest(HouseTemplate.objects.get()).number == 2
    assert drafted(draft, version(draft)) == before
