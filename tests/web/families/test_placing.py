"""Agreements that were read fall into families, and stay there when they are read again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from art28.web.agreements import actions
from art28.web.agreements.models import Agreement, FactState, FactVersion
from art28.web.agreements.pump import pump as read_pump
from art28.web.families.actions import confirm_once
from art28.web.families.models import (
    Band,
    ClauseCount,
    FactMark,
    Family,
    FamilyDecision,
    Member,
    Print,
    RecognisedModel,
    Version,
)
from art28.web.families.placing import place_all
from art28.web.families.pump import pump
from core.standards.texts import made_on, model
from web.families.world import OTHER, altered, family, put_in, text, waiting
from web.people import NOW, Tenant, tenant

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def test_agreements_on_one_template_are_one_family_in_one_version(ours: Tenant) -> None:
    found, agreements = family(ours)
    members = Member.objects.filter(version__family=found)
    assert {member.agreement_id for member in members} == {each.pk for each in agreements}
    assert [(version.label, version.member_count) for version in found.versions.all()] == [("1.0", 4)]
    assert Family.objects.count() == 2


def test_what_differs_from_the_others_is_counted(ours: Tenant) -> None:
    _, agreements = family(ours)
    assert {(m.lacking, m.own) for m in Member.objects.filter(agreement__in=agreements[:3])} == {(0, 0)}
    deviating = Member.objects.get(agreement=agreements[3])
    assert (deviating.lacking, deviating.own, deviating.added) == (2, 1, 0)


def test_another_label_is_another_version_of_the_family(ours: Tenant) -> None:
    put_in(ours, text(0), text(1, version="2.0"))
    assert [version.label for version in Family.objects.get().versions.order_by("began_at", "id")] == ["1.0", "2.0"]


def test_tenants_have_families_of_their_own(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    put_in(ours, text(0))
    put_in(theirs, text(1))
    assert {row.organisation_id for row in Family.objects.all()} == {ours.organisation.pk, theirs.organisation.pk}


def test_reading_again_moves_nothing(ours: Tenant) -> None:
    found, agreements = family(ours)
    counts = sorted(ClauseCount.objects.values_list("mark", "exact", "count"))
    actions.read_again(agreements[0], actor=ours.actor(), now=NOW)
    read_pump(now=NOW, limit=1)
    assert Print.objects.filter(due=True).count() == 1
    assert pump(now=NOW, limit=10) == 1
    assert Member.objects.get(agreement=agreements[0]).version.family == found
    assert sorted(ClauseCount.objects.values_list("mark", "exact", "count")) == counts
    assert not Print.objects.filter(due=True).exists()


def test_a_version_that_its_last_member_leaves_ends_with_its_keys(ours: Tenant) -> None:
    (only,) = put_in(ours, text(0, articles=OTHER))
    Print.objects.filter(agreement=only).update(label="7", due=True)
    Version.objects.update(label="6")
    assert pump(now=NOW, limit=10) == 1
    assert [version.label for version in Version.objects.all()] == ["7"]
    assert Version.objects.get().family == Family.objects.get()
    assert set(Band.objects.values_list("version__label", flat=True)) == {"7"}


def test_placing_twice_does_no_harm(ours: Tenant) -> None:
    family(ours)
    assert pump(now=NOW, limit=10) == 0


def test_a_standard_model_is_kept_with_what_of_it_is_missing(ours: Tenant) -> None:
    clauses = made_on(model("scc-2021-915"), "en", without=("5",)).flow.document.text
    breach = "\n\nThe processor shall notify the controller of a personal data breach within 24 hours."
    put_in(ours, clauses + breach)
    found = RecognisedModel.objects.get()
    assert (found.model, found.relation, found.missing) == ("scc-2021-915", "follows", ["5"])


def test_placing_costs_the_same_number_of_queries_among_few_and_many(ours: Tenant) -> None:
    def cost(given: Agreement) -> int:
        Print.objects.filter(agreement=given).update(due=True)
        with CaptureQueriesContext(connection) as queries:
            assert pump(now=NOW, limit=1) == 1
        return len(queries)

    few = put_in(ours, text(0), text(1), text(2))
    among_few = cost(few[0])
    many = put_in(ours, *(text(number) + f"\n\nKenmerk {number}" for number in range(11)))
    assert cost(many[0]) <= among_few + 2


def test_an_altered_agreement_is_of_the_version_that_its_label_names(ours: Tenant) -> None:
    put_in(ours, text(0), altered(1))
    assert Version.objects.get().member_count == 2


def places(ours: Tenant) -> list[object]:
    """What came of placing, its ids apart."""
    rows = Version.objects.filter(organisation=ours.organisation)
    return [
        sorted(rows.values_list("family__title", "label", "member_count")),
        sorted(rows.values_list("members__agreement__source__name", "members__lacking", "members__own")),
        sorted(rows.values_list("bands__key", flat=True)),
        sorted(rows.values_list("counts__mark", "counts__exact", "counts__count")),
    ]


def many() -> list[str]:
    """Agreements on two templates, in two versions, some altered."""
    given = [text(number) + f"\n\nKenmerk {number}" for number in range(7)]
    return [*given, altered(3), text(1, version="2.0"), text(2, version="2.0"), text(0, articles=OTHER)]


def test_placed_together_they_stand_as_one_after_the_other(ours: Tenant) -> None:
    theirs = tenant("maanzicht")
    for each in (ours, theirs):
        waiting(each, *many())
    by_one = Print.objects.filter(organisation=theirs.organisation).order_by("read_at", "id")
    for row in by_one:
        assert place_all(theirs.organisation.pk, [row.pk], now=NOW) == 1
    assert pump(now=NOW, limit=100) == len(many())
    assert places(ours) == places(theirs)


def test_placing_many_takes_as_many_statements_as_placing_some(ours: Tenant) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            pump(now=NOW, limit=100)
        return len(queries)

    put_in(ours, *(text(number) + f"\n\nZaak {number}" for number in range(9)))
    waiting(ours, text(0), text(1))
    some = cost()
    waiting(ours, *(text(number) + f"\n\nKenmerk {number}" for number in range(4)))
    assert cost() == some
    assert Version.objects.get().member_count == 15


def test_one_that_cannot_be_placed_leaves_the_others_alone(ours: Tenant) -> None:
    waiting(ours, text(0), text(1), text(2))
    broken = Print.objects.order_by("read_at", "id")[1]
    Print.objects.filter(pk=broken.pk).update(clauses=[["no clause"]])
    assert pump(now=NOW, limit=10) == 2
    assert list(Print.objects.filter(due=True)) == [broken]


def test_families_that_an_agreement_links_become_one_with_what_was_decided_in_either(ours: Tenant) -> None:
    first, second = put_in(ours, text(0), text(1, version="2.0"))
    apart = Family.objects.create(organisation=ours.organisation, title="Apart", language="nl", began_at=NOW)
    Version.objects.filter(members__agreement=second).update(family=apart)
    FactMark.objects.filter(fact__agreement=second).update(family=apart)
    mark = FactMark.objects.filter(family=apart).exclude(same__in=FactMark.objects.exclude(family=apart).values("same"))
    own = mark.order_by("key").first() or FactMark.objects.filter(family=apart).order_by("key")[0]
    confirm_once(apart, own.key, own.same, actor=ours.actor(), now=NOW)
    waiting(ours, text(1, version="2.0") + "\n\nKenmerk 1", text(2))
    assert pump(now=NOW, limit=10) == 2
    assert set(Version.objects.values_list("family__title", flat=True)) == {first.title}
    assert Family.objects.get(pk=apart.pk).joined_id is not None
    assert FamilyDecision.objects.get().family.title == first.title
    assert not FactMark.objects.filter(family=apart).exists()
    decided = FactVersion.objects.filter(key=own.key, state=FactState.CONFIRMED, current=True)
    assert decided.count() == FactMark.objects.filter(key=own.key, same=own.same).count()
