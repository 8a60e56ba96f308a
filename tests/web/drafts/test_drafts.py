"""A draft for a counterparty: filled in with what is known, checked as it is written, kept by version, never half done."""

import json

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from art28.agreement.catalogue import catalogue
from art28.drafting.clauses import templates
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.audit.models import Act, ActContent
from art28.web.contacts import appointing
from art28.web.contacts.appointing import Who
from art28.web.contacts.models import Level
from art28.web.drafts.fields import RecordsField
from art28.web.drafts.forms import MEASURES
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.measures import actions as library_actions
from art28.web.measures.about import About
from art28.web.measures.models import Kind as MeasureKind
from art28.web.measures.models import Measure, Standing
from art28.web.parties.models import Counterparty
from core.drafting.given import differing
from web.drafts.world import OURS, READY, THEIRS, World, drafted, form_of, ready
from web.people import NOW, tenant

pytestmark = pytest.mark.django_db
INVALID, TAKEN = 422, 409


@pytest.fixture
def world() -> World:
    ours = tenant("veldlicht")
    return World(ours, drafted(ours))


def edit(world: World, **changes: object) -> str:
    answer = world.owner.post(reverse("drafts:edit", args=(world.draft.pk,)), form_of(world.again(), **changes))
    assert answer.status_code == INVALID, answer.status_code
    assert DraftVersion.objects.filter(draft=world.draft).count() == 1
    return answer.content.decode()


def test_a_draft_begins_with_what_the_organisation_knows(world: World) -> None:
    facts = DraftVersion.objects.get(draft=world.draft).facts
    assert facts["processor.name"] == OURS
    assert facts["controller.name"] == THEIRS
    assert facts["controller.representative"] == "P. Okkerse"
    assert facts["processing.services"] == ["Hosting"]
    assert facts["processing.data_categories"] == ["naam", "e-mailadres", "gezondheid"]
    assert [each["name"] for each in facts["subprocessors.list"]] == ["Wolkenveld B.V."]
    assert facts["subprocessors.list"][0]["processing_in"] == ["NL"]
    assert {each["purpose"] for each in facts["contacts.list"]} == {"contract", "breach"}


def test_a_draft_promises_the_measures_that_are_in_place_and_says_where_we_are_reached() -> None:
    ours = tenant("veldlicht")
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), NOW)
    for name, standing in (("Back-up", Standing.IN_PLACE), ("Alarm", Standing.PLANNED)):
        about = About(name=name, text=f"{name} wordt elke dag getest.", topic="backup", kind=MeasureKind.TECHNICAL)
        row = library_actions.add(ours.organisation, about, by=by)
        Measure.objects.filter(pk=row.pk).update(standing=standing)
    who = Who(name="Kim Aalders", email="kim@veldlicht.example", phone="+31 320 123 456")
    appointing.appoint(ours.organisation, None, Level.FIRST, who, by=by)

    version = DraftVersion.objects.get(draft=drafted(ours))

    assert version.measures == ["Back-up wordt elke dag getest."]
    assert version.facts["processor.email"] == "kim@veldlicht.example"
    assert version.facts["processor.phone"] == "+31320123456"
    named = {(each["party"], each["purpose"], each["name"]) for each in version.facts["contacts.list"]}
    assert named == {
        ("controller", "contract", "P. Okkerse"),
        ("controller", "breach", "J. Winter"),
        ("processor", "contract", "Kim Aalders"),
        ("processor", "breach", "Kim Aalders"),
    }


@pytest.mark.parametrize("template", sorted(templates()))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_form_of_each_template_keeps_what_it_shows(template: str, language: str) -> None:
    ours = tenant("veldlicht")
    world = World(ours, drafted(ours, template=template, language=language))
    before = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).context["page"].draft
    draft = ready(world)
    after = world.owner.get(reverse("drafts:detail", args=(draft.pk,))).context["page"].draft
    assert {**before.facts, "main_agreement.reference": "Raamovereenkomst 2026"} == dict(after.facts)
    assert draft.versions.get(number=2).blanks == []


def test_a_new_party_is_added_with_its_draft(world: World) -> None:
    data = {
        "name": "Gemeente Waterrijk",
        "legal_entity": str(world.draft.legal_entity_id),
        "direction": "processor",
        "template": "provider",
        "language": "en",
    }
    answer = world.owner.post(reverse("drafts:new"), data)
    made = Draft.objects.get(counterparty__name="Gemeente Waterrijk")
    assert answer.headers["Location"] == reverse("drafts:edit", args=(made.pk,))
    assert Act.objects.filter(kind="draft.begun", subject_id=made.pk).exists()


@pytest.mark.parametrize("given", [{}, {"counterparty": "x", "name": "Gemeente Waterrijk"}])
def test_a_draft_needs_one_other_side_and_begins_for_none(world: World, given: dict[str, str]) -> None:
    data = {"legal_entity": str(world.draft.legal_entity_id), "direction": "processor", "template": "balanced"}
    if "counterparty" in given:
        given = {**given, "counterparty": str(world.draft.counterparty_id)}
    answer = world.owner.post(reverse("drafts:new"), {**data, "language": "nl", **given})
    assert answer.status_code == INVALID
    assert (Draft.objects.count(), Counterparty.objects.count()) == (1, 1)


def test_what_is_chosen_stands_in_the_next_version_and_in_the_trail(world: World) -> None:
    draft = ready(world)
    answer = world.owner.post(
        reverse("drafts:edit", args=(draft.pk,)),
        form_of(draft, breach__deadline_0="12", breach__deadline_1="TH", law__court="rechtbank Utrecht", why="Sneller"),
    )
    assert answer.status_code == 302, answer.content.decode()
    version = DraftVersion.objects.get(draft=draft, number=3)
    assert (version.facts["breach.deadline"], version.why) == ("PT12H", "Sneller")
    page = world.owner.get(reverse("drafts:detail", args=(draft.pk,))).content.decode()
    assert "uiterlijk binnen 12 uur na ontdekking" in page
    assert "rechtbank Utrecht" in page
    act = Act.objects.filter(kind="draft.changed", subject_id=draft.pk).latest("at", "id")
    assert json.loads(ActContent.objects.get(act=act).content or "")["facts"]["breach.deadline"] == "PT12H"


@pytest.mark.provision("S2:1.6", "S4:13.4", "S5:Aanhef.2")
def test_agreement_and_annexes_are_one_so_that_another_annex_is_another_version(world: World) -> None:
    draft = ready(world)
    measures = f"{READY[MEASURES]}\nToegang vereist een tweede factor."
    answer = world.owner.post(reverse("drafts:edit", args=(draft.pk,)), form_of(draft, **{MEASURES: measures}))
    assert answer.status_code == 302
    before, after = (DraftVersion.objects.get(draft=draft, number=number) for number in (2, 3))
    assert (len(before.measures), len(after.measures)) == (1, 2)
    assert before.facts == after.facts
    whole = world.owner.get(reverse("drafts:document", args=(draft.pk, 3, "md"))).content.decode()
    assert "Toegang vereist een tweede factor." in whole
    act = Act.objects.filter(kind="draft.changed", subject_id=draft.pk).latest("at", "id")
    assert json.loads(ActContent.objects.get(act=act).content or "")["version"] == 3


def test_a_version_never_changes(world: World) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        DraftVersion.objects.filter(draft=world.draft).update(why="anders")


def test_leaving_out_what_the_template_says_falls_back_on_the_law(world: World) -> None:
    ready(world)
    answer = world.owner.post(
        reverse("drafts:edit", args=(world.draft.pk,)),
        form_of(world.again(), breach__deadline_0="", breach__clock_starts=""),
    )
    assert answer.status_code == 302, answer.content.decode()
    version = DraftVersion.objects.get(draft=world.draft, number=3)
    assert version.facts["breach.deadline"] == "-"
    page = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).content.decode()
    assert "zonder onredelijke vertraging aan Verwerkingsverantwoordelijke" in page


def test_choices_that_contradict_each_other_are_named_and_nothing_is_kept(world: World) -> None:
    capped = edit(world, liability__cap="500000")
    assert "Kies een van beide" in capped
    both = edit(world, audit__trigger="suspicion_only", audit__max_frequency_0="1", audit__max_frequency_1="Y")
    assert "Laat een van beide weg" in both
    assert world.again().version == 1
    outside = edit(
        world,
        transfers__rule="not_outside_eea",
        subprocessors__list="Ver Weg Inc. / hosting / US / US",
    )
    assert "Ver Weg Inc." in outside


def test_a_line_that_does_not_read_as_a_record_is_refused_by_its_number(world: World) -> None:
    shown = edit(world, subprocessors__list="Wolkenveld B.V. / hosting / NL / NL\nVer Weg / x / y / Amerika")
    assert "Regel 2" in shown


def test_questions_limits_and_exceptions_are_written_a_line_each_and_stand_in_the_agreement(world: World) -> None:
    lines = {
        "breach__questionnaire": "Wanneer is de inbreuk ontdekt?\nZijn de gegevens versleuteld? (ja/nee/onbekend)\n"
        "Hoeveel personen zijn getroffen?",
        "liability__limits": "vast bedrag / 100.000 / gebeurtenis\nvast bedrag / 500.000 / jaar",
        "liability__regime": "capped",
        "transfers__carve_outs": "het registreren van domeinnamen / Verenigde Staten / mits Verwerker daarom is gevraagd",
        "processing__own_purposes": "True",
    }
    answer = world.owner.post(
        reverse("drafts:edit", args=(world.draft.pk,)), form_of(world.draft, **{**READY, **lines})
    )
    assert answer.status_code == 302, answer.context["form"].errors

    said = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).context["page"].draft.facts
    assert [each["kind"] for each in said["breach.questionnaire"]] == ["date", "yes_no", "number"]
    assert said["liability.cap"] == 500_000
    assert [each["per"] for each in said["liability.limits"]] == ["event", "year"]
    assert said["transfers.exceptions"] == ("het registreren van domeinnamen",)
    assert said["processing.own_purposes"] is True


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        ("breach__questionnaire", "Wat is er gebeurd?\nWanneer?"),
        ("liability__limits", "vast bedrag / veel"),
        ("liability__limits", "naar redelijkheid / 100"),
    ],
)
def test_a_line_that_says_nothing_certain_is_refused_at_its_field(world: World, field: str, lines: str) -> None:
    edit(world, **{**READY, field: lines})


def test_what_article_28_asks_cannot_be_left_out(world: World) -> None:
    edit(world, end__data="", breach__content=None)


def test_somebody_elses_version_is_not_overwritten(world: World) -> None:
    sent = form_of(world.draft, **READY)
    assert world.owner.post(reverse("drafts:edit", args=(world.draft.pk,)), sent).status_code == 302
    answer = world.owner.post(reverse("drafts:edit", args=(world.draft.pk,)), sent)
    assert answer.status_code == TAKEN
    assert DraftVersion.objects.filter(draft=world.draft).count() == 2


def test_the_preview_says_what_the_law_thinks_beside_each_choice_and_keeps_nothing(world: World) -> None:
    data = form_of(world.draft, **READY, breach__deadline_0="72", breach__deadline_1="TH")
    answer = world.owner.post(reverse("drafts:preview", args=(world.draft.pk,)), data)
    remarks = {line.key: line.remarks for group in answer.context["groups"] for line in group.lines}
    assert remarks["breach.deadline"]
    assert 'id="says-breach__deadline" hx-swap-oob="true"' in answer.content.decode()
    assert "Binnen deze termijn weet de klant van een datalek." in answer.content.decode()
    assert DraftVersion.objects.filter(draft=world.draft).count() == 1


def test_what_is_blank_is_named(world: World) -> None:
    page = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,)))
    assert set(page.context["page"].blanks) == {"security.measures_described", "main_agreement.reference"}


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_each_document_is_read_back_as_what_was_chosen(world: World, form: str) -> None:
    draft = ready(world)
    answer = world.owner.get(reverse("drafts:document", args=(draft.pk, 2, form)))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    document = read_document(answer.content, name=f"a.{form}", limits=Limits())
    said = world.owner.get(reverse("drafts:detail", args=(draft.pk,))).context["page"].draft.facts
    agreement = extract(document)
    # What is of Article 9 and the processor's own number follow from what is said.
    beside = {"processing.special_categories", "processor.email", "processor.phone"}
    assert not differing(said, agreement).keys() - beside
    assert world.owner.get(reverse("drafts:document", args=(draft.pk, 2, form))).content == answer.content


def test_a_withdrawn_draft_stays_and_changes_no_more(world: World) -> None:
    world.owner.post(reverse("drafts:withdraw", args=(world.draft.pk,)))
    assert world.again().state == "withdrawn"
    answer = world.owner.post(reverse("drafts:edit", args=(world.draft.pk,)), form_of(world.draft, **READY))
    assert answer.status_code == 302
    assert DraftVersion.objects.filter(draft=world.draft).count() == 1


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_at_any_size(world: World, count: int, django_assert_num_queries: object) -> None:
    for at in range(count):
        drafted(world.ours, name=f"Stichting {at}")
    client = world.ours.client(Role.AUDITOR)
    client.get(reverse("drafts:list"))
    with django_assert_num_queries(8):  # type: ignore[operator]
        assert client.get(reverse("drafts:list")).status_code == 200


def test_the_list_finds_by_party_and_state(world: World) -> None:
    drafted(world.ours, name="Gemeente Waterrijk")
    world.owner.post(reverse("drafts:withdraw", args=(world.draft.pk,)))
    client = world.owner
    assert [each.counterparty.name for each in client.get("/drafts/?q=waterrijk").context["page"]] == [
        "Gemeente Waterrijk"
    ]
    assert [each.pk for each in client.get("/drafts/?state=withdrawn").context["page"]] == [world.draft.pk]


@pytest.mark.parametrize("written", ["Ierland", "ireland", "IE", "ie"])
def test_a_country_may_be_written_in_full_or_by_two_letters(written: str) -> None:
    spec = catalogue()["subprocessors.list"]
    field = RecordsField(spec, language="nl", required=False)
    row = field.clean(f"Wolkenveld B.V. / hosting / {written} / {written}, EER")[0]
    assert (row["established_in"], row["processing_in"]) == ("IE", ("IE", "EEA"))
