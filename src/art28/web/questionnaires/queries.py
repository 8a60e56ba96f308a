"""Reads of questionnaires: what people settled for some agreements, and one agreement's in full. Always of one organisation.

Breaches read from here, so nothing here reads of breaches; what a breach's agreements ask together is in `asking`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, F, JSONField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from art28.notices.language import Language, language_of
from art28.notices.questionnaire import Questions, questions_in, read_mark
from art28.notices.questions import QuestionSource, questions_of
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.agreements.rows import to_value
from art28.web.families.models import Member
from art28.web.questionnaires.models import QuestionnaireVersion

KEYS = ("breach.questionnaire", "breach.content")
"""The facts from which a questionnaire is read."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What people settled for some agreements: for one by itself, or for the members of a family that ask the same."""

    own: Mapping[UUID, QuestionnaireVersion] = field(default_factory=dict)
    of_family: Mapping[tuple[UUID, str], QuestionnaireVersion] = field(default_factory=dict)
    families: Mapping[UUID, UUID] = field(default_factory=dict)

    def version(self, agreement_id: UUID, read: Questions) -> QuestionnaireVersion | None:
        """The version that holds for an agreement whose questionnaire was read so; None where it stands as read."""
        own = self.own.get(agreement_id)
        if own is not None and own.questions is not None:
            return own
        family = self.families.get(agreement_id)
        return self.in_family(family, read) if family is not None else None

    def in_family(self, family_id: UUID, read: Questions) -> QuestionnaireVersion | None:
        """The version that holds for the members of a family whose questionnaire was read so."""
        if not self.of_family:
            return None
        found = self.of_family.get((family_id, read_mark(read)))
        return found if found is not None and found.questions is not None else None

    def questions(self, agreement_id: UUID, read: Questions) -> Questions:
        """What the agreement asks: as settled, else as read."""
        version = self.version(agreement_id, read)
        return questions_in(version.questions or []) if version is not None else read


def settled(organisation: Organisation, agreement_ids: Collection[UUID]) -> Settled:
    """What people settled for these agreements; one query where nothing is settled, two otherwise."""
    family_ids = Member.objects.filter(organisation=organisation, agreement__in=agreement_ids).values("version__family")
    return _settled(organisation, Q(agreement__in=agreement_ids) | _in_families(family_ids), agreement_ids)


def _in_families(family_ids: Any) -> Q:
    return Q(family__in=family_ids) | Q(family__joined__in=family_ids)


def all_settled(organisation: Organisation) -> Settled:
    """What people settled for all agreements, without who belongs to which family."""
    return _settled(organisation, Q(), ())


def _settled(organisation: Organisation, among: Q, agreement_ids: Collection[UUID]) -> Settled:
    rows = QuestionnaireVersion.objects.filter(among, organisation=organisation, current=True)
    own: dict[UUID, QuestionnaireVersion] = {}
    of_family: dict[tuple[UUID, str], QuestionnaireVersion] = {}
    # A family that was joined with another goes by the other's name; what was settled last holds for both.
    for row in rows.annotate(joined=F("family__joined")).order_by("at", "id"):
        if row.agreement_id is not None:
            own[row.agreement_id] = row
        elif row.family_id is not None:
            joined: UUID | None = row.joined
            of_family[(joined or row.family_id, row.read_mark)] = row
    families: dict[UUID, UUID] = {}
    if of_family and agreement_ids:
        members = Member.objects.filter(organisation=organisation, agreement__in=agreement_ids)
        families = dict(members.values_list("agreement_id", "version__family"))
    return Settled(own, of_family, families)


def language(agreement: Agreement) -> Language:
    """The language in which the parties of `agreement` write to each other."""
    return language_of(agreement.language or agreement.organisation.language)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one agreement asks: as it stands, as it was read, where that stands, and whose version holds.

    `passages` gives, by the id of a question, the passage that it was read from, as citations are kept. `alike` is how many
    members of its family ask the same, the agreement itself included; nought where it has no family.
    """

    agreement: Agreement
    questions: Questions
    read: Questions
    passages: Mapping[str, Mapping[str, Any]]
    version: QuestionnaireVersion | None
    last: QuestionnaireVersion | None
    family_id: UUID | None
    alike: int
    last_of_family: QuestionnaireVersion | None


def asked(agreement: Agreement) -> Asked:
    """The questionnaire of one agreement."""
    organisation = agreement.organisation
    facts = agreements.facts_in(organisation, {agreement.pk}, KEYS).get(agreement.pk, {})
    values = {key: to_value(row.value) for key, row in facts.items() if row.value is not None}
    read = questions_of(values, language=language(agreement))
    found = settled(organisation, (agreement.pk,))
    version = found.version(agreement.pk, read)
    family_id = Member.objects.filter(agreement=agreement).values_list("version__family", flat=True).first()
    members = in_family(organisation, family_id) if family_id else ()
    return Asked(
        agreement=agreement,
        questions=questions_in(version.questions or []) if version else read,
        read=read,
        passages=_passages(read, {key: row.citations for key, row in facts.items()}),
        version=version,
        last=found.own.get(agreement.pk),
        family_id=family_id,
        alike=next((group.count for group in members if group.mark == read_mark(read)), 0),
        last_of_family=found.of_family.get((family_id, read_mark(read))) if family_id else None,
    )


def _passages(read: Questions, citations: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """A form cites a passage a question, in order; the items of a clause rest on its passages together."""
    form = [question for question in read if question.source is QuestionSource.FORM]
    of_form = citations.get("breach.questionnaire", [])
    passages = {question.id: place for question, place in zip(form, of_form, strict=False)}
    if (of_clause := citations.get("breach.content")) and of_clause:
        clause = (question for question in read if question.source is QuestionSource.CLAUSE)
        passages |= {question.id: of_clause[0] for question in clause}
    return passages


def versions(agreement: Agreement, family_id: UUID | None, mark: str) -> QuerySet[QuestionnaireVersion]:
    """The versions that held or hold for an agreement, its own and its family's, newest first."""
    of_family = Q(family=family_id, read_mark=mark) if family_id else Q(pk=None)
    rows = QuestionnaireVersion.objects.filter(
        Q(agreement=agreement) | of_family, organisation_id=agreement.organisation_id
    )
    return rows.select_related("by").order_by("-at", "-number")


@dataclass(frozen=True, slots=True)
class Alike:
    """Members of a family that ask the same, with one of them to show; `version` is what was settled for them."""

    mark: str
    questions: Questions
    read: Questions
    count: int
    example: UUID
    version: QuestionnaireVersion | None


def in_family(organisation: Organisation, family_id: UUID) -> tuple[Alike, ...]:
    """What the members of a family ask as read, each once, the commonest first; two queries at any size."""
    found = all_settled(organisation)
    members = Member.objects.filter(organisation=organisation, version__family=family_id)
    counts: dict[str, int] = {}
    first: dict[str, tuple[UUID, Questions]] = {}
    for group in grouped(members, organisation):
        mark = read_mark(group.read)
        counts[mark] = counts.get(mark, 0) + group.count
        first.setdefault(mark, (group.example, group.read))
    groups = []
    for mark, count in counts.items():
        example, read = first[mark]
        version = found.in_family(family_id, read)
        shown = questions_in(version.questions or []) if version else read
        groups.append(Alike(mark, shown, read, count, example, version))
    return tuple(sorted(groups, key=lambda each: (-each.count, each.mark)))


@dataclass(frozen=True, slots=True)
class Group:
    """Agreements whose questionnaire is read the same from the same facts; `example` is one of them.

    `own` is the version that people settled for one of them by itself, `family` the family of all of them.
    """

    read: Questions
    count: int
    example: UUID
    language: Language
    own: UUID | None = None
    family: UUID | None = None


def grouped(rows: QuerySet[Any], organisation: Organisation, *, by_settling: bool = False) -> tuple[Group, ...]:
    """`rows` about agreements, by what these ask as read; in one query, whose answer grows with templates, not rows.

    `by_settling` also tells apart who has a version of its own, and to which family each belongs.
    """
    names = ["form", "content", "agreement__language"]
    annotated = rows.annotate(form=_value(KEYS[0]), content=_value(KEYS[1]))
    if by_settling:
        names += ["own", "family"]
        annotated = annotated.annotate(own=_own(), family=_family())
    counted = (
        annotated.order_by()
        .values(*names)
        .annotate(count=Count("pk"), example=Min(Cast("agreement_id", CharField())))
        .order_by("example")
    )
    return tuple(_group(row, organisation) for row in counted)


def _group(row: Mapping[str, Any], organisation: Organisation) -> Group:
    given = {KEYS[0]: row["form"], KEYS[1]: row["content"]}
    values = {key: to_value(value) for key, value in given.items() if value is not None}
    written_in = language_of(row["agreement__language"] or organisation.language)
    return Group(
        read=questions_of(values, language=written_in),
        count=row["count"],
        example=UUID(row["example"]),
        language=written_in,
        own=row.get("own"),
        family=row.get("family"),
    )


def _value(key: str) -> Subquery:
    facts = FactVersion.objects.filter(agreement=OuterRef("agreement_id"), key=key, current=True)
    return Subquery(facts.values("value")[:1], output_field=JSONField(null=True))


def _own() -> Subquery:
    rows = QuestionnaireVersion.objects.filter(
        agreement=OuterRef("agreement_id"), current=True, questions__isnull=False
    )
    return Subquery(rows.values("pk")[:1])


def _family() -> Subquery:
    return Subquery(Member.objects.filter(agreement=OuterRef("agreement_id")).values("version__family")[:1])
