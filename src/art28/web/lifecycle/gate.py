"""What an agreement must hold before it is signed or comes into force, each missing part with the way to mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.checking.messages import said
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction, FactVersion, FindingRow
from art28.web.lifecycle.gathering import (
    CHANNEL,
    CONTACTS,
    DESCRIBED,
    DETAILS,
    LASTS,
    REFERENCE,
    Gathered,
    Reached,
    gather,
    is_processor,
)
from art28.web.lifecycle.models import Side, Waiver
from art28.web.lifecycle.stages import Stage
from art28.web.processing import saying

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
    return items_of(gather(agreement.organisation, (agreement,))[agreement.pk])


def items_of(known: Gathered) -> tuple[Item, ...]:
    """Everything that the gate asks of an agreement, by what is known of it; asks the database nothing."""
    return tuple(replace(item, waived=known.waived.get(item.code)) for item in _items(known))


def missing(found: tuple[Item, ...], stage: Stage) -> tuple[Item, ...]:
    """What stands in the way of a stage."""
    if stage is Stage.SIGNED:
        return tuple(item for item in found if not item.passes and item.code in _BEFORE_SIGNING)
    return tuple(item for item in found if not item.passes) if stage is Stage.ACTIVE else ()


def _items(known: Gathered) -> Iterator[Item]:
    agreement, facts = known.agreement, known.facts
    facts_page = f"{reverse('agreements:detail', args=(agreement.pk,))}?tab=facts"
    findings = f"{reverse('agreements:detail', args=(agreement.pk,))}?tab=findings"
    here = reverse("lifecycle:agreement", args=(agreement.pk,))
    for side in ("controller", "processor"):
        keys = [f"{side}.{detail}" for detail in DETAILS]
        yield Item(side, _unsaid(facts, keys), facts_page)
    yield Item("blanks", _found(known.findings, "drafting."), findings)
    yield Item("annexes", _found(known.findings, "annex"), findings)
    yield Item("processing", _unsaid(facts, DESCRIBED), facts_page)
    record_page = reverse("processing:record", args=(agreement.pk,)) if is_processor(agreement) else facts_page
    gap = known.held.gap
    yield Item("annex_confirmed", (str(saying.GAPS[gap]),) if gap else (), f"{record_page}#confirmed")
    unguarded = tuple(str(each.get_category_display()) for each in known.held.unguarded)
    yield Item("sensitive", unguarded, f"{record_page}#sensitive")
    yield Item("main", _main(known), f"{here}#main")
    to_party = reverse("parties:detail", args=(agreement.counterparty_id,)) if agreement.counterparty_id else facts_page
    yield Item("breach_contacts", _breach_contacts(agreement, facts, known.reached), to_party)
    yield Item("contact_person", _contact_person(known.reached), to_party)
    yield Item("own_contact", _own_contact(known), reverse("contacts:agreement", args=(agreement.pk,)))
    yield Item("signatures", _signatures(known), f"{here}#signatures")
    if known.beside:
        yield Item("others", _others(known), reverse("agreements:detail", args=(known.beside[0].pk,)))
    if known.judged_by is not None:
        leaves = gettext("%(clause)s leaves it to the controller.") % {"clause": known.judged_by}
        yield Item(
            "guarantees", () if known.is_judged else (leaves,), reverse("measures:agreement", args=(agreement.pk,))
        )


def _others(known: Gathered) -> tuple[str, ...]:
    """The other agreements of the same parties that cannot stand beside one that rejects them."""
    rejects, own = known.rejects, known.agreement.pk
    words = gettext(
        "“%(other)s” with the same party, where %(which)s says: “%(said)s” Withdraw one, or say why both stand."
    )
    return tuple(
        words
        % {
            "other": each.title,
            "which": gettext("this agreement") if own in rejects else gettext("that agreement"),
            "said": rejects.get(own) or rejects[each.pk],
        }
        for each in known.beside
        if own in rejects or each.pk in rejects
    )


def _unsaid(facts: Mapping[str, FactVersion], keys: Sequence[str]) -> tuple[str, ...]:
    spoken = get_language() or "nl"
    return tuple(labels.fact(key, spoken) for key in keys if key not in facts or not facts[key].value)


def _found(findings: Sequence[FindingRow], kind: str) -> tuple[str, ...]:
    spoken = get_language() or "nl"
    found = [row for row in findings if _is(row.key, kind)]
    return tuple(f"{row.provision}: {_words(row.message, spoken)}".lstrip(": ") for row in found)


def _is(key: str, kind: str) -> bool:
    if kind == "annex":
        return ".annex." in key
    return key.startswith(("drafting.blank.", "drafting.choice.", "drafting.instruction."))


def _words(message: Mapping[str, Any], spoken: str) -> str:
    return said(rows.to_message(message), spoken)


def _main(known: Gathered) -> tuple[str, ...]:
    """An agreement that belongs to another, or lasts as long as it, is linked to it."""
    lasts, named = known.facts.get(LASTS), known.facts.get(REFERENCE)
    hangs = (lasts is not None and lasts.value == "main_agreement") or (named is not None and bool(named.value))
    if not hangs or known.main is not None:
        return ()
    return (gettext("The main agreement is not linked."),)


def _breach_contacts(agreement: Agreement, facts: Mapping[str, FactVersion], known: Reached) -> tuple[str, ...]:
    """A processor knows whom to tell of a breach: as many as the agreement has room for, by the channel that it names."""
    if agreement.direction != Direction.PROCESSOR:
        return ()
    wanted = max(1, _named(facts.get(CONTACTS)))
    lacking = []
    if known.for_breaches < wanted:
        lacking.append(
            gettext("%(wanted)s to be reached, %(found)s known.") % {"wanted": wanted, "found": known.for_breaches}
        )
    channel = facts.get(CHANNEL)
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


def _contact_person(known: Reached) -> tuple[str, ...]:
    if known.named:
        return ()
    return (gettext("Nobody with a name can be reached at the other side."),)


def _own_contact(known: Gathered) -> tuple[str, ...]:
    """Whoever processes names the person to whom the other side turns, and is ready to tell it of each change."""
    if known.agreement.direction != Direction.PROCESSOR or known.has_own_contact:
        return ()
    return (gettext("Nobody is appointed to whom the other side turns."),)


def _signatures(known: Gathered) -> tuple[str, ...]:
    signed = {row.side for row in known.signatures}
    return tuple(
        gettext("No signature of the %(side)s is kept.") % {"side": str(side.label).lower()}
        for side in Side
        if side.value not in signed
    )
