"""A sheet of customers: every row or none, made by the worker once, with what is known beneath what the row says."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from art28.extraction.extract import extract
from art28.reading.jail import Jail
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.drafts.chosen import drafted
from art28.web.drafts.documents import written
from art28.web.drafts.models import Draft, DraftVersion
from art28.web.parties.models import Counterparty
from art28.web.sheets import making, reading
from art28.web.sheets.actions import forget
from art28.web.sheets.models import Product, Sheet, SheetRow, State
from web.drafts.world import THEIRS
from web.drafts.world import drafted as known_draft
from web.people import Tenant, tenant
from web.sheets.world import OURS, bring, brought, filled, made

pytestmark = pytest.mark.django_db
ROWS: tuple[dict[str, Any], ...] = (
    {
        "controller.name": "Gemeente Waterrijk",
        "controller.registration": "99333333",
        "controller.city": "Lelystad",
        "main_agreement.reference": "Raamovereenkomst 7",
        "processing.services": "Hosting",
        "breach.deadline": "36 uur",
        "measures": "Gegevens worden versleuteld opgeslagen; Back-ups worden elk kwartaal teruggezet",
    },
    {"controller.name": THEIRS, "breach.early_warning": "-"},
)


@pytest.fixture
def ours() -> Tenant:
    world = tenant("veldlicht")
    known_draft(world)
    return world


def test_the_page_gives_the_sheet_of_the_template_and_language_that_were_chosen(ours: Tenant) -> None:
    owner = ours.client(Role.OWNER)
    page = owner.get(reverse("sheets:new"), {"template": "provider", "language": "en"}).content.decode()
    address = reverse("sheets:workbook", args=("provider", "en"))
    assert address in page
    book = openpyxl.load_workbook(io.BytesIO(owner.get(address).content))
    assert "security measures" in [cell.value for cell in book.worksheets[0][1]]
    assert owner.get(reverse("sheets:workbook", args=("nothing", "nl"))).status_code == 404
    assert reverse("sheets:new") in owner.get(reverse("drafts:list")).content.decode()


def test_what_each_row_would_make_is_shown_first_and_nothing_is_made(ours: Tenant) -> None:
    before = Draft.objects.count()
    sheet = brought(ours, *ROWS)
    page = ours.client(Role.OWNER).get(reverse("sheets:detail", args=(sheet.pk,))).content.decode()
    assert "Gemeente Waterrijk" in page
    assert "1 Gemeente Waterrijk.docx" in page
    assert [row.blanks == [] for row in SheetRow.objects.order_by("line")] == [True, False]
    assert (Draft.objects.count(), Product.objects.count()) == (before, 0)
    assert not Counterparty.objects.filter(name="Gemeente Waterrijk").exists()


def test_each_row_becomes_a_draft_that_says_the_row_and_what_is_known(ours: Tenant) -> None:
    sheet = made(ours, brought(ours, *ROWS))
    assert sheet.state == State.MADE
    first, second = (each.draft for each in Product.objects.order_by("row__line").select_related("draft"))
    assert (first.counterparty.name, first.counterparty.registration) == ("Gemeente Waterrijk", "99333333")
    assert second.counterparty == Counterparty.objects.get(name=THEIRS)
    one, two = (drafted(each, DraftVersion.objects.get(draft=each)) for each in (first, second))
    assert (one.facts["breach.deadline"], one.facts["processor.name"], one.blanks) == ("PT36H", OURS, ())
    # The service stands in the catalogue: its data and sub-processor come along.
    assert "gezondheid" in str(one.facts["processing.data_categories"])
    assert "Wolkenveld B.V." in str(one.annexes)
    # The party is known: its seat and contacts come along; what the row leaves out is out.
    assert two.facts["controller.city"] == "Dronten"
    assert "P. Okkerse" in str(two.annexes)
    assert "breach.early_warning" not in two.facts
    acts = set(Act.objects.values_list("kind", flat=True))
    assert {"sheet.brought", "sheet.making", "sheet.made", "draft.begun", "counterparty.added"} <= acts


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_archive_holds_each_document_and_what_stays_open(ours: Tenant, form: str) -> None:
    sheet = brought(ours, *ROWS, form=form)
    address = reverse("sheets:documents", args=(sheet.pk,))
    owner = ours.client(Role.OWNER)
    assert owner.get(address).status_code == 302
    made(ours, sheet)
    answer: Any = owner.get(address)
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    names = [f"1 Gemeente Waterrijk.{form}", f"2 {THEIRS}.{form}"]
    assert packed.namelist()[:2] == names
    with Jail() as jail:
        found = extract(jail.read(packed.read(names[0]), name=names[0]))
    assert found.facts["breach.deadline"].value == "PT36H"
    listed = packed.read(packed.namelist()[2]).decode()
    assert "controller.name" not in listed
    assert names[1] in listed


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"controller.name": ""}, "Regel 3: Verwerkingsverantwoordelijke (naam) is verplicht en leeg"),
        ({"breach.deadline": "gauw"}, "een waarde die hier niet kan"),
        ({"confidentiality.duty": "-"}, "artikel 28"),
        ({"liability.cap": "500000", "liability.regime": "fault_only"}, "niet tot een bedrag beperkt"),
    ],
)
def test_a_sheet_with_anything_wrong_is_refused_whole(ours: Tenant, row: dict[str, str], said: str) -> None:
    wrong = {"controller.name": "Stichting Beukenhof", "processing.services": "Hosting", **row}
    answer = bring(ours, filled(ROWS[0], wrong))
    assert answer.status_code == 422
    assert said in answer.content.decode(), answer.context["problems"]
    assert not Sheet.objects.exists()


def test_every_problem_of_every_row_is_told_at_once(ours: Tenant) -> None:
    answer = bring(ours, filled({"controller.name": "A", "breach.deadline": "gauw"}, {"breach.deadline": "24 uur"}))
    assert len(answer.context["problems"]) == 2


def test_a_sheet_of_another_template_or_with_too_many_rows_is_refused(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bring(ours, filled(ROWS[0], template="provider")).status_code == 422
    monkeypatch.setattr(reading, "MOST_ROWS", 1)
    assert "1" in bring(ours, filled(*ROWS)).context["problems"][0]
    assert not Sheet.objects.exists()


def test_it_is_made_some_rows_at_a_time_and_shows_how_far_it_is(ours: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, owner = brought(ours, *ROWS), ours.client(Role.OWNER)
    owner.post(reverse("sheets:make", args=(sheet.pk,)))
    monkeypatch.setattr(making, "_AT_ONCE", 1)
    assert making.make_due(now=timezone.now(), limit=50) == 1
    page = owner.get(reverse("sheets:detail", args=(sheet.pk,))).content.decode()
    assert 'value="1"' in page
    assert "hx-get" in page
    assert making.make_due(now=timezone.now(), limit=50) == 1
    assert making.make_due(now=timezone.now(), limit=50) == 0
    assert Sheet.objects.get().state == State.MADE
    assert "hx-get" not in owner.get(reverse("sheets:detail", args=(sheet.pk,))).content.decode()
    assert Product.objects.count() == len(ROWS)


def test_a_worker_that_lost_its_lease_keeps_nothing_and_each_row_is_made_once(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = brought(ours, *ROWS)
    ours.client(Role.OWNER).post(reverse("sheets:make", args=(sheet.pk,)))
    drafts = Draft.objects.count()

    def meanwhile(*given: Any, **named: Any) -> bytes:
        monkeypatch.setattr(making, "written", written)
        assert making.make_due(now=timezone.now() + timedelta(hours=1), limit=50) == len(ROWS)
        return written(*given, **named)

    monkeypatch.setattr(making, "written", meanwhile)
    assert making.make_due(now=timezone.now(), limit=50) == 0
    assert Draft.objects.count() == drafts + len(ROWS)
    assert Act.objects.filter(kind="sheet.made").count() == 1


def test_what_goes_wrong_again_and_again_stops_and_goes_on_where_it_was(
    ours: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = brought(ours, *ROWS)
    address = reverse("sheets:make", args=(sheet.pk,))
    owner, now = ours.client(Role.OWNER), timezone.now()
    owner.post(address)
    with monkeypatch.context() as broken:
        broken.setattr(making, "written", lambda *_given, **_named: 1 / 0)
        for minutes in range(8):
            assert making.make_due(now=now + timedelta(minutes=2 * minutes), limit=50) == 0
    assert Sheet.objects.get().state == State.STOPPED
    assert address in owner.get(reverse("sheets:detail", args=(sheet.pk,))).content.decode()
    assert made(ours, sheet).state == State.MADE
    with translation.override("nl"):
        again = owner.post(address, follow=True)
    assert again.status_code == 200
    assert Product.objects.count() == len(ROWS)


def test_sheets_go_after_a_month_and_their_drafts_stay(ours: Tenant) -> None:
    sheet = made(ours, brought(ours, *ROWS))
    drafts = Draft.objects.count()
    assert forget(now=sheet.at + timedelta(days=29), limit=50) == 0
    assert forget(now=sheet.at + timedelta(days=31), limit=50) == 1
    assert (Sheet.objects.count(), SheetRow.objects.count(), Product.objects.count()) == (0, 0, 0)
    assert Draft.objects.count() == drafts


def test_a_row_is_made_as_it_was_looked_at(ours: Tenant) -> None:
    brought(ours, *ROWS)
    with pytest.raises(DatabaseError), transaction.atomic():
        SheetRow.objects.update(party="Een ander")


def test_the_page_and_the_making_cost_the_same_however_many_rows(
    ours: Tenant, django_assert_max_num_queries: Any
) -> None:
    many_rows = tuple({"controller.name": f"Stichting Beukenhof {number}"} for number in range(20))
    sheet = brought(ours, *many_rows)
    owner = ours.client(Role.OWNER)
    with django_assert_max_num_queries(20):
        owner.get(reverse("sheets:detail", args=(sheet.pk,)))
    owner.post(reverse("sheets:make", args=(sheet.pk,)))
    with django_assert_max_num_queries(45):
        assert making.make_due(now=timezone.now(), limit=50) == len(many_rows)
