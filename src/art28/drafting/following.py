"""Facts that were chosen over a template's -> all that the draft will say: what one choice brings along or takes away."""

import re
from collections.abc import Mapping
from typing import Any

from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Record, Value
from art28.drafting.clauses import NONE
from art28.drafting.values import largest, records
from art28.extraction.topics.breach.content import content_named
from art28.extraction.topics.document.questionnaire import FEWEST, asked_in_row
from art28.extraction.topics.processing.special import is_special_kind
from art28.extraction.topics.transfers.carve_outs import exception_in

Facts = dict[str, Value]
Given = Mapping[str, Value]
_CAPPING = ("capped", "excluded_then_capped")
_GENERAL: Record = {"basis": "general_terms", "amount": None, "per": None, "scope": None}
_WITHOUT_LIMIT = ("immediately", "without_undue_delay")
_NO_LABEL = re.compile(r"\d+")


def completed(base: Given, given: Given, *, language: str, words: Mapping[str, Any]) -> Facts:
    """The given facts over those of the template, with what each brings along, and without what was left out."""
    facts: Facts = {**base, **given}
    for follow in (_breach, _questionnaire, _liability, _audit, _transfers):
        follow(facts, given, language)
    _version(facts, words)
    _special(facts)
    for key, value in facts.items():
        if catalogue()[key].type is FactType.CHOICES and isinstance(value, tuple):
            facts[key] = tuple(each for each in catalogue()[key].values if each in value)
    return {key: value for key, value in facts.items() if value != NONE}


def _breach(facts: Facts, given: Given, _language: str) -> None:
    alone = given.get("breach.wording")
    if alone in _WITHOUT_LIMIT and "breach.deadline" not in given:
        facts["breach.deadline"] = NONE
    if facts.get("breach.deadline", NONE) == NONE:
        facts["breach.wording"] = alone if alone == "immediately" else "without_undue_delay"
    else:
        facts["breach.wording"] = "fixed"
    if facts.get("breach.deadline", NONE) == NONE:
        facts["breach.clock_starts"] = NONE
    elif facts.get("breach.clock_starts", NONE) == NONE:
        facts["breach.clock_starts"] = ("discovery",)
    if facts.get("breach.covers", NONE) == NONE:
        facts["breach.covers"] = ("personal_data_breach",)
    if facts.get("breach.early_warning") is True:
        facts["breach.follow_up"] = True
    if facts.get("breach.authority_notifier", NONE) == NONE:
        facts["breach.authority_notifier"] = "controller"  # as Article 33(1) has it
    elif facts["breach.authority_notifier"] == "processor":
        facts["breach.processor_may_notify_authority"] = True


def _questionnaire(facts: Facts, _given: Given, language: str) -> None:
    """Each question as it will be read; what it asks is then part of what a notice holds."""
    if facts.get("breach.questionnaire", NONE) == NONE:
        return
    listed = records(facts["breach.questionnaire"])
    read = [question_as_read(each, at) for at, each in enumerate(listed, start=1)]
    if len(listed) >= FEWEST and all(read):
        facts["breach.questionnaire"] = tuple(each for each in read if each is not None)
    content = facts.get("breach.content")
    asked = [name for each in listed for name in content_named(str(each.get("question", "")), language)]
    if isinstance(content, tuple):
        facts["breach.content"] = tuple(dict.fromkeys((*content, *asked)))


def question_as_read(record: Mapping[str, Any], at: int) -> Mapping[str, Any] | None:
    """A question as it is read from the form; None where its words ask something else than the record says."""
    question, options = " ".join(str(record.get("question") or "").split()), record.get("options") or ()
    read = asked_in_row(f"{at}\t{question}\t{' '.join(f'☐ {each}' for each in options)}")
    if read is None or read["question"] != question or (read["options"] or ()) != tuple(options):
        return None
    kind, number = record.get("kind"), record.get("number")
    return read if kind in (None, read["kind"]) and number in (None, at) else None


def _liability(facts: Facts, given: Given, _language: str) -> None:
    limits, cap = given.get("liability.limits", NONE), given.get("liability.cap", NONE)
    regime = given.get("liability.regime", NONE)
    if limits == (_GENERAL,):
        facts["liability.regime"], facts["liability.limits"] = "main_agreement_terms", NONE
    elif limits != NONE:
        facts["liability.regime"] = regime if regime in _CAPPING else "capped"
        highest = largest(limits) if isinstance(limits, tuple) else None
        facts["liability.cap"] = NONE if highest is None else highest
    elif cap != NONE:
        facts["liability.regime"] = regime if regime in _CAPPING else "capped"
        facts["liability.limits"] = (_fixed(cap),)
    else:
        facts["liability.limits"] = NONE
        if facts.get("liability.regime") == "capped":
            facts["liability.regime"] = NONE
    if facts.get("liability.regime") == "main_agreement_terms":
        facts["liability.limits"] = (_GENERAL,)


def _fixed(amount: Value) -> Record:
    return {"basis": "fixed", "amount": amount if isinstance(amount, int) else None, "per": "event", "scope": None}


def _audit(facts: Facts, given: Given, _language: str) -> None:
    if given.get("audit.trigger") == "suspicion_only" and "audit.max_frequency" not in given:
        facts["audit.max_frequency"] = NONE
    frequency, trigger = facts.get("audit.max_frequency", NONE), facts.get("audit.trigger", NONE)
    if frequency == NONE:
        facts["audit.frequency_basis"] = NONE
        facts["audit.trigger"] = trigger if trigger == "suspicion_only" else "any"
        return
    if frequency != "P1Y":  # months are counted from one audit to the next, years aren't said to be
        facts["audit.frequency_basis"] = "rolling" if str(frequency).endswith("M") else NONE
    if trigger == NONE:
        facts["audit.trigger"] = "any"


def _transfers(facts: Facts, given: Given, _language: str) -> None:
    if facts.get("transfers.rule") == "free":
        facts["transfers.region"] = NONE
    elif facts.get("transfers.region", NONE) == NONE:
        facts["transfers.region"] = "EEA"
    carved = given.get("transfers.carve_outs", NONE)
    named = given.get("transfers.exceptions", NONE)
    if carved == NONE and isinstance(named, tuple):
        carved = tuple(_carved(str(each)) for each in named)
    if carved == NONE:
        return
    read = tuple(exception_as_read(each) or each for each in records(carved))
    facts["transfers.carve_outs"] = read
    facts["transfers.exceptions"] = tuple(str(each.get("service")) for each in read)


def _carved(service: str) -> Record:
    return {"service": service, "region": None, "condition": None}


def exception_as_read(record: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """An exception to the rule on transfers as it is read; None where its words aren't read as what the record says."""
    service, region, condition = (record.get(name) for name in ("service", "region", "condition"))
    rest = f"{service or ''}{f' ({region})' if region else ''}{f', {condition}' if condition else ''}"
    read = exception_in(rest)
    if read is None or read["service"] != service or read["condition"] != condition:
        return None
    return read if region in (None, read["region"]) else None


def _version(facts: Facts, words: Mapping[str, Any]) -> None:
    version = facts.get("document.version")
    if isinstance(version, str) and _NO_LABEL.fullmatch(version):
        facts["document.version"] = words["version"].format(version=version)


def has_special_data(facts: Given) -> bool:
    """Whether the lists of data name a kind that the law sets apart."""
    listed = facts.get("processing.data_categories")
    kinds = [str(each) for each in listed] if isinstance(listed, tuple) else []
    kinds += [str(each.get("data") or "") for each in records(facts.get("processing.activities"))]
    return any(map(is_special_kind, kinds))


def _special(facts: Facts) -> None:
    if facts.get("processing.special_categories", NONE) == NONE and has_special_data(facts):
        facts["processing.special_categories"] = "listed"
