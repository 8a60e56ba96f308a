"""What an agreement must hold before it is signed or comes into force, each missing part with the way to mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.checking.messages import said
from art28.web.agreements import queries as agreements
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.contacts import appointing
from art28.web.contacts.models import Level
from art28.web.instructions import queries as instructions
from art28.web.lifecycle.models import Side, Waiver
from art28.web.lifecycle.queries import main_of, signatures, with_the_same
from art28.web.lifecycle.stages import Stage
from art28.web.measures import promising as measures
from art28.web.parties import queries as parties
from art28.web.parties.models import Purpose
from art28.web.processing import gating, saying

NAMES: Mapping[str, str | Promise] = {
    "controller": _("Details of the controller"),
    "processor": _("Details of the processor"),
    "blanks": _("Nothing left blank"),
    "annexes": _("Annexes"),
    "processing": _("Data, people and purposes"),
    "annex_confirmed": _("Annex confirmed by the controller"),
    "sensitive": _("Extra measures for sensitive data"),
    "main": _("Main agreement"),
    "breach_contacts": _("Contacts for breaches"),
    "contact_person": _("Contact person of the other side"),
    "own_contact": _("Our own contact person"),
    "signatures": _("Signatures"),
    "guarantees": _("Judgement of the measures by the controller"),
    "others": _("No other processor agreement beside it"),
}
_DETAILS = ("name", "registration", "street", "city", "representative", "representative_role")
_DESCRIBED = ("processing.purposes", "processing.data_categories", "processing.data_subjects")
_BEFORE_SIGNING = frozenset({"blanks", "annexes", "controller", "processor"})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the gate asks for. `missing` says in words what lacks, and is empty where nothing does."""

    code: str
    missing: tuple[str, ...]
    mend: str
    waived: Waiver | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return str(NAMES[self.code])

    @property
    def lacks(self) -> str:
        """What lacks, in one line: sentences one after the other, names divided."""
        return " ".join(text if text.endswith((".", "”")) else f"{text};" for text in self.missing).rstrip(";")

    @property
    def passes(self) -> bool:
        """Whether it stands in nobody's way."""
        return not self.missing or self.waived is not None


def items(agreement: Agreement) -> tuple[Item, ...]:
    """Everything that the gate asks of an agreement, in a fixed number of queries."""
    facts = {row.key: row for row in agreements.facts_of(agreement)}
    waived = {
        row.item: row for row in Waiver.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    }
    return tuple(replace(item, waived=waived.get(item.code)) for item in _items(agreement, facts))


def missing(found: tuple[Item, ...], stage: Stage) -> tuple[Item, ...]:
    """What stands in the way of a stage."""
    if stage is Stage.SIGNED:
        return tuple(item for item in found if not item.passes and item.code in _BEFORE_SIGNING)
    return tuple(item for item in found if not item.passes) if stage is Stage.ACTIVE else ()


def _items(agreement: Agreement, facts: Mapping[str, FactVersion]) -> Iterator[Item]:
    facts_page = f"{reverse('agreements:detail', args=(agreement.pk,))}?tab=facts"
    findings = f"{reverse('agreements:detail', args=(agreement.pk,))}?tab=findings"
    here = reverse("lifecycle:agreement", args=(agreement.pk,))
    for side in ("controller", "processor"):
        keys = [f"{side}.{detail}" for detail in _DETAILS]
        yield Item(side, _unsaid(facts, keys), facts_page)
    yield Item("blanks", _found(agreement, "drafting."), findings)
    yield Item("annexes", _found(agreement, "annex"), findings)
    yield Item("processing", _unsaid(facts, _DESCRIBED), facts_page)
    record_page = reverse("processing:record", args=(agreement.pk,)) if _is_processor(agreement) else facts_page
    yield Item("annex_confirmed", _annex_confirmed(agreement), f"{record_page}#confirmed")
    yield Item("sensitive", _sensitive(agreement), f"{record_page}#sensitive")
    yield Item("main", _main(agreement, facts), f"{here}#main")
    to_party = reverse("parties:detail", args=(agreement.counterparty_id,)) if agreement.counterparty_id else facts_page
    known = _known(agreement)
    yield Item("breach_contacts", _breach_contacts(agreement, facts, known), to_party)
    yield Item("contact_person", _contact_person(known), to_party)
    yield Item("own_contact", _own_contact(agreement), reverse("contacts:agreement", args=(agreement.pk,)))
    yield Item("signatures", _signatures(agreement), f"{here}#signatures")
    if beside := with_the_same(agreement):
        yield Item("others", _others(agreement, beside), reverse("agreements:detail", args=(beside[0].pk,)))
    judging = measures.judging_of(agreement)
    if judging is not None:
        lacking = (
            () if _is_judged(agreement) else (gettext("%(clause)s leaves it to the controller.") % {"clause": judging},)
        )
        yield Item("guarantees", lacking, reverse("measures:agreement", args=(agreement.pk,)))


def _others(agreement: Agreement, beside: Sequence[Agreement]) -> tuple[str, ...]:
    """The other agreements of the same parties that cannot stand beside one that rejects them."""
    rejects = agreements.rejections(agreement.organisation, {agreement.pk, *(each.pk for each in beside)})
    words = gettext(
        "“%(other)s” with the same party, where %(which)s says: “%(said)s” Withdraw one, or say why both stand."
    )
    return tuple(
        words
        % {
            "other": each.title,
            "which": gettext("this agreement") if agreement.pk in rejects else gettext("that agreement"),
            "said": rejects.get(agreement.pk) or rejects[each.pk],
        }
        for each in beside
        if agreement.pk in rejects or each.pk in rejects
    )


def _is_judged(agreement: Agreement) -> bool:
    """Whether the controller judged that the measures suffice, and that still holds."""
    today = timezone.localdate()
    found = instructions.judgements(agreement).exclude(given_at=None)
    return any(row.valid_until is None or row.valid_until >= today for row in found)


def _is_processor(agreement: Agreement) -> bool:
    return agreement.direction != Direction.CONTROLLER


def _annex_confirmed(agreement: Agreement) -> tuple[str, ...]:
    gap = gating.confirmation(agreement)
    return (str(saying.GAPS[gap]),) if gap else ()


def _sensitive(agreement: Agreement) -> tuple[str, ...]:
    return tuple(str(each.get_category_display()) for each in gating.unguarded(agreement))


def _unsaid(facts: Mapping[str, FactVersion], keys: Sequence[str]) -> tuple[str, ...]:
    spoken = get_language() or "nl"
    return tuple(labels.fact(key, spoken) for key in keys if key not in facts or not facts[key].value)


def _found(agreement: Agreement, kind: str) -> tuple[str, ...]:
    spoken = get_language() or "nl"
    found = [row for row in agreements.findings_of(agreement) if _is(row.key, kind)]
    return tuple(f"{row.provision}: {_words(row.message, spoken)}".lstrip(": ") for row in found)


def _is(key: str, kind: str) -> bool:
    if kind == "annex":
        return ".annex." in key
    return key.startswith(("drafting.blank.", "drafting.choice.", "drafting.instruction."))


def _words(message: Mapping[str, Any], spoken: str) -> str:
    return said(rows.to_message(message), spoken)


def _main(agreement: Agreement, facts: Mapping[str, FactVersion]) -> tuple[str, ...]:
    """An agreement that belongs to another, or lasts as long as it, is linked to it."""
    lasts = facts.get("term.lasts")
    named = facts.get("main_agreement.reference")
    hangs = (lasts is not None and lasts.value == "main_agreement") or (named is not None and bool(named.value))
    if not hangs or main_of(agreement) is not None:
        return ()
    return (gettext("The main agreement is not linked."),)


@dataclass(frozen=True, slots=True)
class _Known:
    """How many of the other side can be reached: for breaches, by telephone about those, and under a name."""

    for_breaches: int = 0
    by_phone: int = 0
    named: int = 0


def _known(agreement: Agreement) -> _Known:
    """Counted by the database, however many a party has."""
    if agreement.counterparty_id is None:
        return _Known()
    rows = parties.contacts(agreement.organisation, agreement.counterparty_id).exclude(email="", phone="")
    breach = Q(purpose=Purpose.BREACH)
    counts: dict[str, int] = rows.order_by().aggregate(
        for_breaches=Count("pk", filter=breach),
        by_phone=Count("pk", filter=breach & ~Q(phone="")),
        named=Count("pk", filter=~Q(name="")),
    )
    return _Known(**counts)


def _breach_contacts(agreement: Agreement, facts: Mapping[str, FactVersion], known: _Known) -> tuple[str, ...]:
    """A processor knows whom to tell of a breach: as many as the agreement has room for, by the channel that it names."""
    if agreement.direction != Direction.PROCESSOR:
        return ()
    wanted = max(1, _named(facts.get("contacts.list")))
    lacking = []
    if known.for_breaches < wanted:
        lacking.append(
            gettext("%(wanted)s to be reached, %(found)s known.") % {"wanted": wanted, "found": known.for_breaches}
        )
    channel = facts.get("breach.channel")
    if channel is not None and "phone" in (channel.value or ()) and not known.by_phone:
        lacking.append(gettext("The agreement wants a telephone call, and no number is known."))
    return tuple(lacking)


def _named(fact: FactVersion | None) -> int:
    """How many contacts of the controller for breaches the agreement has room for."""
    if fact is None or not isinstance(fact.value, list):
        return 0
    return sum(
        1 for row in fact.value if row.get("purpose") == "breach" and row.get("party", Side.CONTROLLER) != "processor"
    )


def _contact_person(known: _Known) -> tuple[str, ...]:
    if known.named:
        return ()
    return (gettext("Nobody with a name can be reached at the other side."),)


def _own_contact(agreement: Agreement) -> tuple[str, ...]:
    """Whoever processes names the person to whom the other side turns, and is ready to tell it of each change."""
    if agreement.direction != Direction.PROCESSOR or Level.FIRST in appointing.standing(
        agreement.organisation, agreement
    ):
        return ()
    return (gettext("Nobody is appointed to whom the other side turns."),)


def _signatures(agreement: Agreement) -> tuple[str, ...]:
    signed = {row.side for row in signatures(agreement)}
    return tuple(
        gettext("No signature of the %(side)s is kept.") % {"side": str(side.label).lower()}
        for side in Side
        if side.value not in signed
    )
