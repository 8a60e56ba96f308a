"""The queue of open questions and uncertain facts over all agreements: one at a time beside its passage, and a decision."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, catalogue
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import answering, asking, citing, deciding, panel, queries, rendering, waiting
from art28.web.agreements.forms import FactForm
from art28.web.agreements.models import Agreement, Certainty
from art28.web.agreements.waiting import Item, Narrowed, Waiting
from art28.web.typed import identifier

_LONGEST_WORDS = 200


@require_safe
@requires(Right.READ)
def queue(request: MemberRequest) -> HttpResponse:
    """What waits for a person, one thing of it beside its passage; `edit` in the address opens the form to correct it."""
    return _page(request, narrowed_by(request.GET), request.GET.get("item", ""), edit="edit" in request.GET)


@require_POST
@requires(Right.CONFIRM)
def decide(request: MemberRequest, agreement_id: UUID, key: str) -> HttpResponse:
    """Decide on one thing of the queue, and go on to the next."""
    spec = catalogue().get(key)
    try:
        agreement = queries.agreement(request.organisation, agreement_id)
    except Agreement.DoesNotExist:
        raise Http404 from None
    if spec is None or agreement.read_at is None:
        raise Http404
    narrowed = narrowed_by(request.GET)
    name = f"{agreement.pk}.{key}"
    undone = request.POST.get("decision") == "undo"
    following = name if undone else _after(waiting.waiting(request.organisation, narrowed), name)
    try:
        failed = answering.carry_out(agreement, spec, request.POST, actor=request.actor, now=timezone.now())
    except deciding.StaleFact:
        messages.error(request, _("Somebody else just decided on this. Look again at what it says now."))
        following = name
        failed = None
    if failed is not None:
        # htmx swaps a 2xx only; the errors stand in the form.
        status = HTTPStatus.OK if request.htmx else HTTPStatus.BAD_REQUEST
        return _page(request, narrowed, name, edit=True, form=failed, status=status)
    return HttpResponseRedirect(_address(narrowed, following))


def narrowed_by(given: QueryDict) -> Narrowed:
    """What an address narrows the queue to; what makes no sense is left out."""
    number = given.get("page", "")
    group = given.get("group", "")
    return Narrowed(
        kind=given.get("kind", "") if given.get("kind", "") in waiting.KINDS else "",
        group=group if any(spec.group == group for spec in catalogue().values()) else "",
        agreement=identifier(given.get("agreement", "")),
        counterparty=identifier(given.get("counterparty", "")),
        batch=identifier(given.get("batch", "")),
        words=given.get("q", "").replace("\x00", "").strip()[:_LONGEST_WORDS],
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1,
    )


def _after(waits: Waiting, name: str) -> str:
    """What comes after the one that is decided on; the one before it at the end, nothing where it was alone."""
    names = [each.name for each in waits.items]
    if name not in names:
        return ""
    at = names.index(name)
    return names[at + 1] if at + 1 < len(names) else names[at - 1] if at else ""


def _address(narrowed: Narrowed, item: str = "") -> str:
    query = "&".join(part for part in (narrowed.address(), f"item={item}" if item else "") if part)
    return f"{reverse('agreements:open')}{f'?{query}' if query else ''}"


def _page(
    request: MemberRequest,
    narrowed: Narrowed,
    name: str,
    *,
    edit: bool,
    form: FactForm | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    waits = waiting.waiting(request.organisation, narrowed)
    narrowed = replace(narrowed, number=waits.page.number)
    chosen = _chosen(request, waits, name)
    agreement, counterparty = waiting.narrowed_to(request.organisation, narrowed)
    may = request.membership.may(Right.CONFIRM)
    context: dict[str, Any] = {
        "waits": waits,
        "narrowed": narrowed,
        "query": narrowed.address(),
        "everything": narrowed.address(kind="all", number=1),
        "without_agreement": narrowed.address(agreement=None, number=1),
        "without_counterparty": narrowed.address(counterparty=None, number=1),
        "without_batch": narrowed.address(batch=None, number=1),
        "page_before": narrowed.address(number=waits.page.number - 1) or "page=1" if waits.page.number > 1 else "",
        "page_after": narrowed.address(number=waits.page.number + 1) if waits.page.has_next() else "",
        "kinds": _kinds(waits, narrowed),
        "groups": _groups(),
        "agreement_named": agreement,
        "counterparty_named": counterparty,
        "lines": [_listed(each, narrowed, chosen) for each in waits.items],
        "may_confirm": may,
        "recent": asking.decided_lines(waiting.recent(request.organisation, request.user.pk)) if may else (),
        "left": waits.total - waits.decided,
    }
    if chosen is not None:
        context |= _work(chosen, narrowed, waits, edit=edit and may, form=form)
    return render(request, "agreements/queue.html", context, status=status)


def _chosen(request: MemberRequest, waits: Waiting, name: str) -> Item | None:
    """The thing that the address names, also where it stands on another page; else the first."""
    here = next((each for each in waits.items if each.name == name), None)
    if here is None and name:
        agreement, _, key = name.partition(".")
        pk = identifier(agreement)
        here = waiting.item(request.organisation, pk, key) if pk and key in catalogue() else None
    return here or next(iter(waits.items), None)


def _listed(item: Item, narrowed: Narrowed, chosen: Item | None) -> dict[str, object]:
    line = panel.fact_line(catalogue()[item.key], item.fact, item.question)
    return {
        "line": line,
        "agreement": item.agreement,
        "href": _address(narrowed, item.name),
        "chosen": chosen is not None and item.name == chosen.name,
    }


def _work(item: Item, narrowed: Narrowed, waits: Waiting, *, edit: bool, form: FactForm | None) -> dict[str, object]:
    """What is needed to decide on one thing."""
    spec: FactSpec = catalogue()[item.key]
    text = queries.text_of(item.agreement)
    fact, question = (item.fact,), (item.question,)
    facts = asking.anchored_facts([each for each in fact if each], text)
    line = panel.fact_line(spec, facts[0] if facts else None, item.question)
    passages = citing.passages(facts, [each for each in question if each], (), (), (), chosen=line.of)
    names = [each.name for each in waits.items]
    at = names.index(item.name) if item.name in names else None
    if edit and form is None:
        form = FactForm(spec, current=item.fact.value if item.fact else None, text=text)
    return {
        "item": item,
        "line": line,
        "form": form,
        "excerpts": rendering.excerpts_of(text, passages) if text is not None else (),
        "position": (waits.page.number - 1) * waiting.PAGE_SIZE + at + 1 if at is not None else None,
        "previous": _address(narrowed, names[at - 1]) if at else "",
        "next": _address(narrowed, names[at + 1]) if at is not None and at + 1 < len(names) else "",
        "only_agreement": narrowed.address(agreement=item.agreement.pk, number=1),
        "only_counterparty": (
            narrowed.address(counterparty=item.agreement.counterparty_id, number=1)
            if item.agreement.counterparty_id and not narrowed.counterparty and not narrowed.agreement
            else ""
        ),
        "here": _address(narrowed, item.name),
        "action": f"{reverse('agreements:open_decide', args=[item.agreement.pk, item.key])}?{narrowed.address()}",
    }


def _kinds(waits: Waiting, narrowed: Narrowed) -> tuple[dict[str, object], ...]:
    return tuple(
        {
            "address": narrowed.address(kind=kind, number=1),
            "label": label,
            "count": waits.counts[kind or "asked"],
            "chosen": kind == narrowed.kind,
        }
        for kind, label in (
            ("", _("To judge")),
            (Certainty.CONFLICT, _("Contradictory")),
            (Certainty.UNCERTAIN, _("Uncertain")),
            (Certainty.EXPRESS, _("Express")),
            ("all", _("All")),
        )
    )


def _groups() -> tuple[tuple[str, str], ...]:
    language = get_language() or "nl"
    return tuple((key, labels.group(key, language)) for key in dict.fromkeys(s.group for s in catalogue().values()))
