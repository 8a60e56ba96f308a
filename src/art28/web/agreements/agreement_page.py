"""What the page of one agreement shows: its text, and beside it the view that the address names."""

from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from art28.web.accounts.access import MemberRequest
from art28.web.accounts.rights import Right
from art28.web.agreements import (
    asking,
    beside,
    citing,
    contents,
    judged,
    locating,
    measured,
    panel,
    queries,
    reasons,
    rendering,
)
from art28.web.agreements.forms import FactForm
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit import queries as audit
from art28.web.yardsticks.weighing import weighed, yardstick_of

TABS = ("duties", "facts", "findings", "history")


def found(request: MemberRequest, agreement_id: UUID) -> Agreement:
    """The agreement that an address names; 404 for one of another organisation too."""
    try:
        return queries.agreement(request.organisation, agreement_id)
    except Agreement.DoesNotExist:
        raise Http404 from None


def chosen(request: MemberRequest) -> str:
    """What the address lights: "fact:breach.deadline"; empty for nothing."""
    for kind in ("fact", "duty", "finding", "requirement", "rule"):
        if request.GET.get(kind):
            return f"{kind}:{request.GET[kind]}"
    return ""


def context_of(
    request: MemberRequest, agreement: Agreement, tab: str, lit: str, form: FactForm | None = None
) -> dict[str, object]:
    """The page's context; `form` is open in the line of its fact."""
    text = queries.structured_text_of(agreement)
    versions = asking.anchored_facts(queries.facts_of(agreement), text)
    questions = queries.questions_of(agreement)
    duties = queries.duties_of(agreement)
    yardstick = yardstick_of(agreement.organisation_id)
    findings = weighed(queries.findings_of(agreement), yardstick.profile)
    verdicts = queries.verdicts_of(agreement)
    packed = queries.packed_of(agreement) if tab == "findings" and yardstick.profile.packs else None
    decided = sum(row.state != "proposed" for row in versions)
    context: dict[str, object] = {
        "agreement": agreement,
        "tab": tab,
        "chosen": lit,
        "tabs": (
            {"key": "duties", "label": _("Promises"), "count": len(duties)},
            {"key": "facts", "label": _("Facts"), "count": len(versions)},
            {"key": "findings", "label": _("Findings"), "count": len(findings)},
            {"key": "history", "label": _("History"), "count": None},
        ),
        "reason": reasons.unreadable(agreement.reason),
        "directions": Direction.choices,
        "others": queries.beside(agreement) if agreement.share > 1 or agreement.shares > 1 else (),
        "may_confirm": request.membership.may(Right.CONFIRM),
        "may_decide": request.membership.may(Right.DECIDE),
        "may_read_staff": request.membership.may(Right.READ_STAFF),
        "decided": decided,
        "at_once": asking.decided_at_once(versions, request.user.pk) if request.membership.may(Right.CONFIRM) else None,
        "known": len(versions),
        "form": form,
        "editing": form.spec.key if form else "",
    }
    match tab:
        case "facts":
            context["groups"] = panel.fact_groups(versions, questions, chosen=lit)
        case "findings":
            context["lines"] = judged.finding_lines(findings, spoken=agreement.language)
            context["verdicts"] = judged.verdict_lines(verdicts, spoken=agreement.language)
            context["packs"] = measured.pack_groups(packed, yardstick.profile, spoken=agreement.language)
            context["rules"] = measured.rule_lines(
                yardstick.playbook, versions, verdicts, spoken=agreement.language, on=timezone.localdate()
            )
        case "history":
            context["trail"] = audit.trail(request.organisation, subject_kind="agreement", subject_id=agreement.pk)
        case _:
            context["groups"] = panel.duty_groups(agreement, duties)
    if text is not None and request.htmx.target != "panel":
        passages = citing.passages(versions, questions, duties, findings, verdicts, chosen=lit)
        passages += measured.pack_passages(packed, yardstick.profile, chosen=lit)
        passages += measured.rule_passages(yardstick.playbook, versions, verdicts, chosen=lit)
        shape, located = contents.contents_of(text), locating.located(text, request.GET.get("find", ""))
        passages += shape.references + contents.found_passages(located)
        context["contents"], context["located"] = shape.entries, located
        context["pages"] = rendering.pages_of(text, passages, shape.led_to)
        context["notes"] = tuple(reasons.note(row["code"], row["detail"]) for row in text.notes)
        context["beside"] = beside.of_text(text)
    return context
