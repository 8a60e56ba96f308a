"""Rounds with the other side: sent with a link, remarked on, handed back, compared, decided on, agreed with."""

import io
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.drafting.markdown import as_markdown
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.drafts import links
from art28.web.drafts.chosen import Chosen, chosen_in, made
from art28.web.drafts.models import Change, Draft, DraftVersion, Mail, Remark, Returned, Round
from art28.web.drafts.pump import send
from art28.web.drafts.returning import read_back
from art28.web.yardsticks import actions as yardsticks
from docx import Document
from web.drafts.world import SIGNER, THEIRS, World, drafted, form_of, ready
from web.notices.server import mail_server
from web.people import tenant

pytestmark = pytest.mark.django_db
REWORDED = (
    "houdt een register bij van alle inbreuken",
    "houdt een lijst van inbreuken bij, die hij op verzoek toont",
)
PLAYBOOK = """playbook: van-ons
title: Onze eisen
rules:
  - id: meldtermijn
    title: {nl: Melden binnen een dag, en: Report within a day}
    fact: breach.deadline
    required: at most PT48H
    preferred: at most PT24H
    fallback:
      nl: Verwerker meldt een inbreuk binnen 24 uur.
      en: The Processor reports a breach within 24 hours.
  - id: maximum
    title: {nl: Beperking in geld, en: Cap in money}
    fact: liability.cap
    required: at least 9000000
"""
INVALID, FOUND, FORBIDDEN, MISSING = 422, 302, 403, 404


@pytest.fixture
def world() -> World:
    ours = tenant("veldlicht")
    return World(ours, drafted(ours))


def sent(world: World) -> Round:
    ready(world)
    data = {"recipient": SIGNER, "recipient_name": "P. Okkerse", "message": "Zie vooral 5.1.", "days": "30"}
    answer = world.owner.post(reverse("drafts:send", args=(world.draft.pk,)), data)
    assert answer.status_code == FOUND, answer.content.decode()
    return Round.objects.get(draft=world.draft, closed_at=None)


def page(made_of: Round) -> str:
    return reverse("drafts:read", args=(links.token("round", made_of.pk),))


def edited(world: World, *, deadline: str, words: tuple[str, str] | None = None, added: str = "") -> bytes:
    """Our version as the other side edits it in Word."""
    version = DraftVersion.objects.get(draft=world.draft, number=2)
    chosen = chosen_in(version)
    theirs = made(
        Chosen({**chosen.facts, "breach.deadline": deadline}, chosen.measures), template="balanced", language="nl"
    )
    text = as_markdown(theirs)
    if words:
        assert words[0] in text
        text = text.replace(*words)
    word = Document()
    for line in text.splitlines():
        if line.startswith("#"):
            word.add_heading(line.strip("# "), level=2)
        elif line.strip():
            word.add_paragraph(line.replace("**", "").replace("\\", ""))
        if added and "laws of" in line:
            word.add_paragraph(added)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def handed_back(world: World, made_of: Round, data: bytes) -> Returned:
    file = SimpleUploadedFile("aangepast.docx", data)
    answer = Client().post(page(made_of), {"what": "hand_back", "name": "P. Okkerse", "file": file})
    assert answer.status_code == FOUND, answer.content.decode()
    read_back(now=timezone.now(), limit=5)
    returned = Returned.objects.get(round=made_of)
    assert returned.state == "read", returned.reason
    return returned


def test_a_draft_with_blanks_does_not_leave(world: World) -> None:
    data = {"recipient": SIGNER, "recipient_name": "P. Okkerse", "days": "30"}
    assert world.owner.post(reverse("drafts:send", args=(world.draft.pk,)), data).status_code == INVALID
    assert (Round.objects.count(), Mail.objects.count(), world.again().state) == (0, 0, "open")


def test_the_mail_carries_the_link_and_no_row_holds_it(world: World) -> None:
    made_of = sent(world)
    with mail_server() as box:
        assert send(now=timezone.now(), limit=5) == 1
        assert send(now=timezone.now(), limit=5) == 0
    (mail,) = box.messages
    body = mail.get_body(("plain",))
    assert body is not None
    assert f"http://127.0.0.1:8028{page(made_of)}" in body.get_content()
    assert links.token("round", made_of.pk) not in Mail.objects.get().text
    assert Act.objects.filter(kind="draft.mail_accepted", subject_id=world.draft.pk).exists()


def test_opening_the_link_says_nothing_and_another_link_opens_nothing(world: World) -> None:
    made_of = sent(world)
    shown = Client().get(page(made_of))
    assert "Artikel 5. Inbreuken" in shown.content.decode()
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert Round.objects.get().answer == ""
    assert Client().get(page(made_of)[:-2] + "x/").status_code == MISSING
    wrong_kind = reverse("drafts:read", args=(links.token("signatory", made_of.pk),))
    assert Client().get(wrong_kind).status_code == MISSING


def test_the_other_side_remarks_on_a_clause_and_the_sender_cannot_in_its_stead(world: World) -> None:
    made_of = sent(world)
    data = {"what": "remark", "clause": "5.1", "text": "Graag <b>48</b> uur.", "name": "P. Okkerse"}
    assert world.owner.post(page(made_of), data).status_code == FORBIDDEN
    assert Client().post(page(made_of), data).status_code == FOUND
    assert Remark.objects.get().clause == "5.1"
    shown = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).content.decode()
    assert "Graag &lt;b&gt;48&lt;/b&gt; uur." in shown
    assert Act.objects.filter(kind="draft.remarked", subject_id=world.draft.pk).exists()


def test_an_edited_word_file_comes_back_as_changes_by_fact_and_clause(world: World) -> None:
    made_of = sent(world)
    data = edited(
        world,
        deadline="PT72H",
        words=REWORDED,
    )
    returned = handed_back(world, made_of, data)
    facts = {each.key: (each.ours, each.theirs, each.gains) for each in Change.objects.filter(kind="fact")}
    assert facts["breach.deadline"] == ("PT24H", "PT72H", "processor")
    (clause,) = Change.objects.filter(returned=returned, kind="clause")
    assert "op verzoek toont" in str(clause.theirs)
    assert clause.key.startswith("breach|breach.register")
    assert any(
        "48 uur" in each["text"] or "72 uur" in each["text"]
        for each in world.owner.get(reverse("drafts:changes", args=(returned.pk,))).context["findings"]
    )


def test_what_came_back_is_held_against_the_playbook_and_said_beside_the_change(world: World) -> None:
    user, actor = world.ours.members[Role.OWNER].user, world.ours.actor(Role.OWNER)
    row = yardsticks.save_draft(world.ours.organisation, PLAYBOOK, by=user, actor=actor, now=timezone.now())
    yardsticks.put_in_force(row, by=user, actor=actor, now=timezone.now())
    made_of = sent(world)
    returned = handed_back(world, made_of, edited(world, deadline="PT72H", words=REWORDED))
    page = world.owner.get(reverse("drafts:changes", args=(returned.pk,)))
    (line,) = [each for each in page.context["lines"] if each["change"].key == "breach.deadline"]
    (stands,) = line["stands"]
    assert stands["tone"] == "late"
    said = page.content.decode()
    for words in (
        "Vereist, ontbreekt",
        "Melden binnen een dag",
        "72 uur",
        "Verwerker meldt een inbreuk binnen 24 uur.",
    ):
        assert words in said, words
    assert "Beperking in geld" not in said, "it says what ours said"
    assert page.context["stands"] == []


def test_each_change_is_decided_on_and_the_next_version_follows_from_all(world: World) -> None:
    made_of = sent(world)
    returned = handed_back(
        world,
        made_of,
        edited(
            world,
            deadline="PT72H",
            words=REWORDED,
        ),
    )
    conclude = reverse("drafts:conclude", args=(returned.pk,))
    assert world.owner.post(conclude).status_code == INVALID
    assert world.again().version == 2
    for each in Change.objects.filter(returned=returned):
        data = {"decision": "accepted"}
        if each.key == "breach.deadline":
            data = {"decision": "countered", "breach__deadline_0": "36", "breach__deadline_1": "TH", "reason": "Midden"}
        elif each.key == "breach.register":
            data = {"decision": "refused"}
        assert world.owner.post(reverse("drafts:decide", args=(each.pk,)), data).status_code == FOUND
    assert world.owner.post(conclude).status_code == FOUND
    version = DraftVersion.objects.get(draft=world.draft, number=3)
    assert version.facts["breach.deadline"] == "PT36H"
    assert ["op verzoek toont" in each for each in version.wording.values()] == [True]
    shown = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).content.decode()
    assert "binnen 36 uur na ontdekking" in shown
    assert "die hij op verzoek toont" in shown
    assert world.again().state == "open"
    assert Act.objects.filter(kind="draft.decided", subject_id=world.draft.pk).exists()
    redline = world.owner.get(reverse("drafts:redline", args=(world.draft.pk, 2)))
    tracked = read_document(redline.content, name="r.docx", limits=Limits()).changes
    assert any("36" in str(each) for each in tracked)


def test_what_the_other_side_answered_stands_above_the_draft_and_in_the_list_until_the_next_version(
    world: World,
) -> None:
    made_of = sent(world)
    there, listed = reverse("drafts:detail", args=(world.draft.pk,)), reverse("drafts:list")

    def waits() -> tuple[bool, bool, int]:
        shown, every = world.owner.get(there).content.decode(), world.owner.get(listed).content.decode()
        ours = world.owner.get(listed, {"turn": "ours"}).content.decode()
        assert (THEIRS in ours) == ("Wederpartij antwoordde" in every)
        assert ("De wederpartij antwoordde" in shown) == ("Wederpartij antwoordde" in shown)
        return "De wederpartij antwoordde" in shown, "Wederpartij antwoordde" in every, "1 wacht" in every

    assert waits() == (False, False, False)
    Client().post(page(made_of), {"what": "remark", "clause": "5.1", "text": "Liever later.", "name": "P. Okkerse"})
    assert waits() == (True, True, True)
    handed_back(world, made_of, edited(world, deadline="PT48H"))
    assert "aangepast.docx" in world.owner.get(there).content.decode()
    change = form_of(world.again(), breach__deadline_0="12", breach__deadline_1="TH")
    world.owner.post(reverse("drafts:edit", args=(world.draft.pk,)), change)
    assert waits() == (False, False, False)


def test_what_the_other_side_agreed_to_waits_to_be_signed(world: World) -> None:
    made_of = sent(world)
    Client().post(page(made_of), {"what": "agree", "name": "P. Okkerse", "sure": "1"})
    ours = world.owner.get(reverse("drafts:list"), {"turn": "ours"}).content.decode()
    assert THEIRS in ours
    assert "1 wacht" in ours


def test_a_closed_round_takes_nothing_any_more(world: World) -> None:
    made_of = sent(world)
    world.owner.post(
        reverse("drafts:edit", args=(world.draft.pk,)),
        form_of(world.again(), breach__deadline_0="12", breach__deadline_1="TH"),
    )
    answer = Client().post(page(made_of), {"what": "agree", "name": "P. Okkerse", "sure": "1"})
    assert answer.status_code == INVALID
    assert world.again().state == "open"


def test_a_link_that_ran_out_takes_nothing_and_says_so(world: World) -> None:
    made_of = sent(world)
    Round.objects.filter(pk=made_of.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    answer = Client().post(page(made_of), {"what": "remark", "text": "x", "name": "y"})
    assert answer.status_code == INVALID
    assert not Remark.objects.exists()


def test_the_other_side_agrees_and_only_with_the_text_that_it_saw(world: World) -> None:
    made_of = sent(world)
    assert Client().post(page(made_of), {"what": "agree", "name": "P. Okkerse"}).status_code == INVALID
    assert Client().post(page(made_of), {"what": "agree", "name": "P. Okkerse", "sure": "1"}).status_code == FOUND
    assert world.again().state == "agreed"
    assert Act.objects.filter(kind="draft.agreed", subject_id=world.draft.pk).exists()


def test_a_file_that_cannot_be_read_says_why_and_leaves_the_rest(world: World) -> None:
    made_of = sent(world)
    file = SimpleUploadedFile("kapot.pdf", b"%PDF-1.7\nniets meer")
    Client().post(page(made_of), {"what": "hand_back", "name": "P. Okkerse", "file": file})
    read_back(now=timezone.now(), limit=5)
    returned = Returned.objects.get()
    assert (returned.state, Change.objects.count()) == ("failed", 0)
    shown = world.owner.get(reverse("drafts:changes", args=(returned.pk,))).content.decode()
    assert "kan niet worden gelezen" in shown or "beschadigd" in shown
    assert Draft.objects.get().version == 2
    theirs = Client().get(page(made_of)).content.decode()
    assert "Open het in Word of een pdf-lezer" in theirs


def test_a_file_that_is_no_agreement_is_not_held_against_the_text(world: World) -> None:
    made_of = sent(world)
    file = SimpleUploadedFile("recept.txt", b"Neem vier appels, bloem en suiker.\n")
    Client().post(page(made_of), {"what": "hand_back", "name": "P. Okkerse", "file": file})
    read_back(now=timezone.now(), limit=5)
    returned = Returned.objects.get()
    assert (returned.state, returned.reason, Change.objects.count()) == ("failed", "no_agreement", 0)
    assert "Voeg de overeenkomst zelf toe" in Client().get(page(made_of)).content.decode()


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "Dit bestand is leeg. Kies"), (b"x" * 1_100_000, "hoogstens 1 MB")],
)
def test_a_file_that_is_refused_says_why_and_is_not_kept(
    world: World, settings: LazySettings, data: bytes, why: str
) -> None:
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    made_of = sent(world)
    file = SimpleUploadedFile("aangepast.docx", data)
    answer = Client().post(page(made_of), {"what": "hand_back", "name": "P. Okkerse", "file": file})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Returned.objects.exists()
