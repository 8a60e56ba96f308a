"""Verdict -> verdict with what reading settled: a duty that a fact states, with its passage, isn't missing.

Reading has rules of its own for most duties that Article 28 wants, which know more words than the rules of checking. Where
these found nothing, the facts count, as far as the passages they cite say what the law wants; where they found a part, facts
add the elements that they state. What a rule found is never taken away.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from art28.agreement.model import Agreement, Fact
from art28.checking.model import Message, Status, Verdict
from art28.checking.words.phrases import folded, parts_of
from art28.checking.words.places import joined, place_of_fact
from art28.checking.words.text import Text
from art28.document.model import Citation

_MOST = 4
_WITHIN_48_HOURS = frozenset({*(f"PT{hours}H" for hours in range(1, 49)), "P1D", "P2D"})


@dataclass(frozen=True, slots=True)
class Settled:
    """What facts say of a requirement: the facts, the elements that they state, and those that they leave open."""

    by: tuple[Fact, ...] = ()
    stated: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def settled(text: Text, verdict: Verdict) -> Verdict:
    """`verdict`, or what the facts of the agreement make of it where a rule found nothing or only a part."""
    settling = _SETTLING.get(verdict.requirement)
    if settling is None or verdict.status not in (Status.MISSING, Status.PARTIAL):
        return verdict
    found = settling(_Facts(text.agreement, verdict))
    lacking = found.lacking
    if verdict.status is Status.PARTIAL:
        lacking = tuple(element for element in verdict.lacking if element not in found.stated)
    if not found.by or (verdict.status is Status.PARTIAL and lacking == verdict.lacking):
        return verdict
    by = found.by[:_MOST]
    language = text.agreement.reading.language
    return replace(
        verdict,
        status=Status.PARTIAL if lacking else Status.MET,
        reason=Message(f"{verdict.requirement}.{lacking[0] if lacking else 'met'}"),
        citations=tuple(dict.fromkeys((*verdict.citations, *(one for fact in by for one in fact.citations)))),
        provision=joined(
            (*filter(None, (verdict.provision,)), *(place_of_fact(fact.provision, language) for fact in by))
        ),
        lacking=lacking,
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    agreement: Agreement
    verdict: Verdict
    """What the rule said."""

    def of(self, key: str, *values: object) -> tuple[Fact, ...]:
        """The fact `key`, where it has one of `values`; where none is named, where it isn't denied."""
        fact = self.agreement.facts.get(key)
        if fact is None or (fact.value not in values if values else fact.value is False):
            return ()
        return (fact,)

    def say(self, facts: tuple[Fact, ...], phrase: str) -> bool:
        """Whether `phrase`, of one part, occurs in what `facts` cite."""
        return self._occurs(phrase, (one for fact in facts for one in fact.citations))

    def rule_cites(self, phrase: str) -> bool:
        """Whether `phrase`, of one part, occurs in what the rule cites."""
        return self._occurs(phrase, self.verdict.citations)

    def _occurs(self, phrase: str, citations: Iterable[Citation]) -> bool:
        (words,) = parts_of(phrase, self.agreement.reading.language)
        return any(words.search(folded(" ".join(one.text.lower().split()))) for one in citations)


def _stated(*keys: str) -> Callable[[_Facts], Settled]:
    """Settled by any of these facts."""
    return lambda facts: Settled(tuple(fact for key in keys for fact in facts.of(key)))


def _helped(key: str, element: str = "") -> Callable[[_Facts], Settled]:
    """Settled by help that is promised; by efforts alone, without `element`."""

    def settling(facts: _Facts) -> Settled:
        by = facts.of(key)
        return Settled(by, lacking=(element,) if element and facts.say(by, "{best_efforts}") else ())

    return settling


def _naming(key: str, *elements: str) -> Callable[[_Facts], Settled]:
    """Settled by the fact `key`, which states `elements` where a rule found a part alone."""

    def settling(facts: _Facts) -> Settled:
        by = facts.of(key)
        opened = ("closed",) if "named" in elements and facts.say(by, _OPEN) else ()
        return Settled(by, () if opened else elements, opened)

    return settling


def _told(by: tuple[Fact, ...], **elements: object) -> Settled:
    """Settled by `by`: the elements that hold are stated, the others lacking."""
    return Settled(
        by,
        tuple(name for name, holds in elements.items() if holds),
        tuple(name for name, holds in elements.items() if not holds),
    )


_OPEN = (
    r"\b(?:in (?:ieder|elk) geval|onder (?:andere|meer)|bijvoorbeeld|niet beperkt tot|kan het gaan|kunnen zijn|etc|enzovoort|such as|"
    r"for example|not limited to|may include|(?:any|all) (?:categories|kinds|types|persons?)|determined by|submitted by|alle categorie\w*|afhankelijk van|insbesondere|zum beispiel|notamment|par exemple)\b"
)
# "Providing the services under the agreement" is the purpose of any processing.
_AT_LARGE = re.compile(
    r"\b(?:\w*diensten|dienstverlening|\w*overeenkomst\w*|services?|agreement|contract|vertrag\w*|leistung\w*|contrat)\b",
    re.IGNORECASE,
)
_SEVERAL = 2
# "Verlenen en beheren van vergunningen", "roosters maken", "calcul des salaires": a purpose that says what is done.
_DOES = re.compile(
    r"^\W*(?:het |de |la |le |l['’]|les |die |das |der )?(?:(?!marketing|ticketing)\w{3,}(?:en|ing)\b|\w{3,}(?:ung|tion|age|ment)\b|calcul|suivi|envoi|tenue|versand)\b|"
    r"\b\w{3,}en\W*$",
    re.IGNORECASE,
)


_IN_ANY_CASE = r"\b(?:in (?:ieder|elk) geval|in any (?:case|event)|jedenfalls|en tout état de cause)\b"


def _nature_and_purpose(facts: _Facts) -> Settled:
    """Purposes of their own words that are listed; several that say what is done tell the nature too."""
    by = facts.of("processing.purposes")
    listed = by[0].value if by and isinstance(by[0].value, tuple) else ()
    own = tuple(str(one) for one in listed if not _AT_LARGE.search(str(one)))
    if len(own) < _SEVERAL:
        return Settled()
    # "In any case for these purposes" leaves the list open.
    closed = not (facts.say(by, _IN_ANY_CASE) or facts.rule_cites(_IN_ANY_CASE))
    return _told(by, purpose=own and closed, nature=sum(_DOES.search(one) is not None for one in own) >= _SEVERAL)


def _instructions(facts: _Facts) -> Settled:
    by = facts.of("instructions.only_on_instruction")
    return _told(by, documented=facts.say(by, "{documented}"))


def _legal_exception(facts: _Facts) -> Settled:
    by = facts.of("instructions.legal_exception")
    union_law = facts.say(by, "{union_law}") or facts.say(by, _BY_THE_ARTICLE)
    return _told(by, notice=facts.say(by, "{inform}"), union_law=union_law)


# The exception by its place in the Regulation, which speaks of Union and member-state law.
_BY_THE_ARTICLE = r"\bart(?:\.|ikel|icle)? ?28 (?:abs\. 3|3|lid 3|§ 3|paragraphe 3)[^;]{0,30}\ba\b|\b28\(3\)\(a\)"


def _transfers(facts: _Facts) -> Settled:
    agreed = facts.of("transfers.rule", "not_outside_eea", "with_consent")
    if agreed:
        return Settled(agreed, lacking=("without_exception",) if facts.of("transfers.carve_outs") else ())
    return Settled(facts.of("transfers.rule"), lacking=("instruction",))


def _confidentiality(facts: _Facts) -> Settled:
    bound = facts.of("confidentiality.staff_bound")
    return _told(bound or facts.of("confidentiality.duty"), staff=bound)


# "PROCESSOR is free to engage others": nobody consented to it, and nobody is told.
_AT_LIBERTY = r"\b(?:vrij|mag|kan|gerechtigd|bevoegd|free|may|can|entitled|frei|darf|kann|berechtigt|libre|peut)\b"
_AGREED_TO = r"(?:{consent}|\b(?:akkoord|stemt|agrees|consents|accepts|stimmt|accepte)\b)"


def _authorisation(facts: _Facts) -> Settled:
    by = facts.of("subprocessors.authorisation")
    taken = facts.say(by, _AT_LIBERTY) and not facts.say(by, _AGREED_TO)
    if taken and not facts.of("subprocessors.change_notice"):
        return Settled(by, lacking=("authorisation",))
    return Settled(
        by,
        ("authorisation",) if facts.of("subprocessors.authorisation", "specific") else (),
    )


def _change(facts: _Facts) -> Settled:
    notice, objection = facts.of("subprocessors.change_notice"), facts.of("subprocessors.objection")
    if not notice:
        return Settled(facts.of("subprocessors.authorisation", "specific"))
    before = facts.of("subprocessors.notice_period") or facts.say(notice, "{beforehand}")
    return _told((*notice, *objection), prior=before, objection=objection)


def _flow_down(facts: _Facts) -> Settled:
    by = facts.of("subprocessors.flow_down")
    return _told(by, same_duties=facts.say(by, "{same}") and not facts.say(by, "{same_in_part}"))


_LIMITED = (
    r"\b(?:maximaal|ten hoogste|beperk\w*|grenzen|limit\w*|cap|capped|not exceed|maximum|begrenz\w*|beschränk\w*|"
    r"plafon\w*|dans les limites)\b"
)


def _liability(facts: _Facts) -> Settled:
    by = facts.of("subprocessors.processor_liable")
    return Settled(by, lacking=("full",) if facts.say(by, _LIMITED) else ())


def _requests(facts: _Facts) -> Settled:
    forwards, helps = facts.of("requests.handling", "forward"), facts.of("requests.assist")
    return _told((*forwards, *helps), forward=forwards, help=helps)


def _ending(facts: _Facts) -> Settled:
    chosen = facts.of("end.data", "controller_chooses")
    if not chosen:
        return Settled(facts.of("end.data"), lacking=("choice",))
    withheld = facts.of("end.withheld_until_payment")
    return Settled(chosen, ("both", "choice"), ("unconditional",) if withheld else ())


def _audit(facts: _Facts) -> Settled:
    return Settled(
        facts.of("audit.right"),
        lacking=(
            *(("any_time",) if facts.of("audit.trigger", "suspicion_only") else ()),
            *(("reports_first",) if facts.of("audit.existing_reports_first") else ()),
            *(("own_auditor",) if facts.of("audit.auditor", "independent_third_party") else ()),
        ),
    )


def _infringement(facts: _Facts) -> Settled:
    by = facts.of("instructions.infringement_warning")
    return _told(by, immediately=facts.say(by, "{at_once}"))


def _delay(facts: _Facts) -> Settled:
    deadline = facts.of("breach.deadline")
    if deadline:
        return Settled(deadline, lacking=() if deadline[0].value in _WITHIN_48_HOURS else ("forty_eight_hours",))
    return Settled(facts.of("breach.wording", "immediately", "without_undue_delay"))


def _content(facts: _Facts) -> Settled:
    by = facts.of("breach.content")
    held = set(by[0].value) if by and isinstance(by[0].value, tuple) else set()
    told = _told(
        by,
        nature=held & {"nature", "description"},
        categories=held & {"data_categories", "subject_categories"},
        numbers=held >= {"subject_count", "record_count"},
        contact="contact_point" in held,
        consequences="consequences" in held,
        measures="measures" in held,
    )
    # A part of a list completes no other list.
    return replace(told, stated=()) if told.lacking else told


_SETTLING: Mapping[str, Callable[[_Facts], Settled]] = {
    "duration": _naming("term.lasts", "end"),
    "nature_and_purpose": _nature_and_purpose,
    "data_types": _naming("processing.data_categories", "named"),
    "data_subject_categories": _naming("processing.data_subjects", "named"),
    "a_instructions": _instructions,
    "a_transfers_on_instruction": _transfers,
    "a_legal_exception_notice": _legal_exception,
    "b_confidentiality": _confidentiality,
    "c_security": _stated("security.measures_described"),
    "d_prior_authorisation": _authorisation,
    "d_change_notice_and_objection": _change,
    "d_flow_down": _flow_down,
    "d_liability_for_sub": _liability,
    "e_data_subject_rights": _requests,
    "f_dpia": _helped("assistance.dpia", "obligation"),
    "f_prior_consultation": _helped("assistance.prior_consultation"),
    "g_delete_or_return_at_choice": _ending,
    "h_audit_and_inspection": _audit,
    "h_infringement_warning": _infringement,
    "breach_without_undue_delay": _delay,
    "breach_content": _content,
}
