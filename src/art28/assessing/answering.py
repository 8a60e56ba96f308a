"""A dossier and an authority's form -> each question with its answer, ready to be typed over; what isn't known stays open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from art28.assessing.dossier import Dossier, Exception34, Party, Risk
from art28.assessing.form import AuthorityForm, FormQuestion
from art28.assessing.standing_texts import said
from art28.notices.breach import BreachFacts, Contact, Count, Extent
from art28.notices.language import Language, count, grouped, instant, listed


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer; None where nothing on file answers it. `written` says that a person wrote it."""

    number: str
    question: str
    answer: str | None
    written: bool
    options: tuple[str, ...]
    lasting: bool


@dataclass(frozen=True, slots=True)
class AnsweredSection:
    """A part of a form, answered."""

    title: str
    items: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    dossier: Dossier
    zone: ZoneInfo
    language: Language

    @property
    def facts(self) -> BreachFacts:
        return self.dossier.facts

    def say(self, name: str, **values: str) -> str:
        return said(self.language, "answers", name, **values)

    def at(self, moment: datetime) -> str:
        return instant(moment, zone=self.zone, language=self.language)


def answered(
    form: AuthorityForm, dossier: Dossier, *, written: Mapping[str, str], language: Language, zone: ZoneInfo
) -> tuple[AnsweredSection, ...]:
    """The form, answered from `dossier`; what a person wrote, by number of the question, stands before it."""
    page = _Page(dossier, zone, language)
    return tuple(
        AnsweredSection(
            section.title[language], tuple(_answered(question, written, page) for question in section.questions)
        )
        for section in form.sections
    )


def _answered(question: FormQuestion, written: Mapping[str, str], page: _Page) -> Answered:
    own = written.get(question.number, "").strip()
    answer = own or (ANSWERS[question.answered_by](page) if question.answered_by else None)
    return Answered(
        question.number,
        question.text[page.language],
        answer or None,
        bool(own),
        question.options.get(page.language, ()),
        question.lasting,
    )


def _text(name: str) -> Callable[[_Page], str | None]:
    return lambda page: str(getattr(page.facts, name)).strip() or None


def _several(name: str) -> Callable[[_Page], str | None]:
    return lambda page: listed(getattr(page.facts, name), language=page.language) or None


def _counted(name: str) -> Callable[[_Page], str | None]:
    def answer(page: _Page) -> str | None:
        found: Count | None = getattr(page.facts, name)
        return count(found, language=page.language) if found else None

    return answer


def _moment(name: str) -> Callable[[_Page], str | None]:
    def answer(page: _Page) -> str | None:
        found: datetime | None = getattr(page.facts, name)
        return page.at(found) if found else None

    return answer


def _kind(page: _Page) -> str:
    before = page.dossier.before
    return page.say("follow_up", numbers=", ".join(before)) if before else page.say("first")


def _completeness(page: _Page) -> str:
    return page.say("complete" if complete(page.facts) else "incomplete")


def complete(facts: BreachFacts) -> bool:
    """Whether the facts hold all that Art. 33(3) asks for, so that no supplement need follow."""
    measures = facts.measures_taken or facts.measures_planned
    described = facts.description and facts.affected and facts.consequences and measures
    counted = facts.subjects and facts.records and facts.data_categories and facts.subject_categories
    return bool(described and counted and facts.contact)


def _party(page: _Page, party: Party) -> str:
    number = page.say("registration", number=party.registration) if party.registration else ""
    return ", ".join(part for part in (party.name, party.address, number) if part)


def _contact(contact: Contact | None) -> str | None:
    if contact is None:
        return None
    return ", ".join(part for part in (contact.name, contact.function, contact.email, contact.phone) if part) or None


def _processors(page: _Page) -> str | None:
    return "\n".join(_party(page, party) for party in page.dossier.processors) or None


def _ended(page: _Page) -> str | None:
    if page.facts.occurred_until:
        return page.at(page.facts.occurred_until)
    return page.say("ongoing") if page.facts.ongoing is Extent.YES else None


def _when_occurred(page: _Page) -> str | None:
    start, end = (page.at(at) if at else "" for at in (page.facts.occurred_from, page.facts.occurred_until))
    if start and end:
        return page.say("between", start=start, end=end)
    if start:
        return page.say("since", start=start)
    return page.say("until", end=end) if end else None


def _aware(page: _Page) -> str | None:
    return page.at(page.dossier.aware_at) if page.dossier.aware_at else None


def _received(page: _Page) -> str | None:
    return page.at(page.dossier.received_at) if page.dossier.received_at else None


def _how_discovered(page: _Page) -> str | None:
    told = page.dossier.received_at
    parts = (page.facts.how_discovered.strip(), page.say("received", at=page.at(told)) if told else "")
    return "\n".join(part for part in parts if part) or None


def _affected(page: _Page) -> str | None:
    return listed([page.say(kind.value) for kind in page.facts.affected], language=page.language) or None


def _description_and_system(page: _Page) -> str | None:
    return "\n".join(part for part in (page.facts.description.strip(), page.facts.system.strip()) if part) or None


def _protection(page: _Page) -> str | None:
    extent = page.say(page.facts.protection.value) if page.facts.protection else ""
    return ". ".join(part for part in (extent, page.facts.protection_detail.strip()) if part) or None


def _countries(page: _Page) -> str | None:
    countries = page.facts.other_countries
    if countries is None:
        return None
    return listed(countries, language=page.language) or page.say("no_countries")


def _measures(page: _Page) -> str | None:
    taken, planned = page.facts.measures_taken.strip(), page.facts.measures_planned.strip()
    parts = (
        page.say("taken", measures=taken) if taken else "",
        page.say("planned", measures=planned) if planned else "",
    )
    return "\n".join(part for part in parts if part) or None


def _risk(page: _Page) -> str | None:
    decision = page.dossier.decision
    return page.say(decision.risk.value, reasons=decision.reasons) if decision else None


def _method(page: _Page) -> str | None:
    if page.dossier.decision is None:
        return None
    if page.dossier.severity is None:
        return page.say("method_without")
    return page.say("method", score=_decimal(str(page.dossier.severity.score), page.language))


def _decimal(number: str, language: Language) -> str:
    return number.replace(".", ",") if language is Language.NL else number


def _informed(page: _Page) -> str | None:
    told, decision = page.dossier.told, page.dossier.decision
    if told:
        return page.say("told", at=page.at(told[0].at))
    if decision is None:
        return None
    return page.say("will_tell") if decision.people else _not_informed(page)


def _not_informed(page: _Page) -> str | None:
    decision = page.dossier.decision
    if decision is None or decision.people:
        return None
    if decision.exception is None:
        if decision.risk is Risk.HIGH:
            return None
        return page.say("not_told_no_high_risk", reasons=decision.reasons)
    return page.say(_WHY_NOT[decision.exception], reasons=decision.exception_reasons)


_WHY_NOT = {
    Exception34.PROTECTED: "not_told_a",
    Exception34.AVERTED: "not_told_b",
    Exception34.DISPROPORTIONATE: "not_told_c",
}


def _informed_number(page: _Page) -> str | None:
    numbers = [told.number for told in page.dossier.told if told.number is not None]
    return grouped(sum(numbers), language=page.language) if numbers else None


def _informed_means(page: _Page) -> str | None:
    means = dict.fromkeys(page.say(each.value) for told in page.dossier.told for each in told.means)
    return listed(list(means), language=page.language) or None


def _informed_in_full(page: _Page) -> str | None:
    if not page.dossier.told:
        decision = page.dossier.decision
        return page.say("will_tell") if decision is not None and decision.people else None
    parts = (_informed(page), _informed_number(page), _informed_means(page))
    return "; ".join(part for part in parts if part)


ANSWERS: Mapping[str, Callable[[_Page], str | None]] = MappingProxyType(
    {
        "notification_kind": _kind,
        "completeness": _completeness,
        "earlier_numbers": lambda page: ", ".join(page.dossier.before) or None,
        "legal_basis": lambda page: page.say("gdpr"),
        "reference": lambda page: page.facts.reference or None,
        "controller": lambda page: _party(page, page.dossier.controller) or None,
        "reporter": lambda page: _contact(page.dossier.reporter),
        "contact_point": lambda page: _contact(page.facts.contact),
        "processors": _processors,
        "began": _moment("occurred_from"),
        "ended": _ended,
        "when_occurred": _when_occurred,
        "aware": _aware,
        "received": _received,
        "how_discovered": _how_discovered,
        "late_reasons": lambda page: page.dossier.late_reasons.strip() or None,
        "affected": _affected,
        "nature": _text("nature"),
        "cause": _text("cause"),
        "description": _text("description"),
        "description_and_system": _description_and_system,
        "data_categories": _several("data_categories"),
        "subject_categories": _several("subject_categories"),
        "vulnerable_groups": _text("vulnerable_groups"),
        "subject_count": _counted("subjects"),
        "record_count": _counted("records"),
        "protection": _protection,
        "consequences": _text("consequences"),
        "other_countries": _countries,
        "measures": _measures,
        "measures_taken": _text("measures_taken"),
        "measures_planned": _text("measures_planned"),
        "risk": _risk,
        "method": _method,
        "people_informed": _informed,
        "people_informed_number": _informed_number,
        "people_informed_means": _informed_means,
        "people_informed_in_full": _informed_in_full,
        "people_not_informed": _not_informed,
    }
)
"""What a form's `answered_by` may name."""
