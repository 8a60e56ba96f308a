"""Claims in words: what follows of a limit, of a fine, of silence; and the columns of the list."""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from art28.checking.messages import said
from art28.obligations.recovering import Recovery
from art28.web.agreements import rows
from art28.web.agreements.models import FindingRow
from art28.web.claims.cases import Dispute, Policy, Termination
from art28.web.claims.models import Claim
from art28.web.costs.telling import euros

RECOVERED: Mapping[Recovery, str | Promise] = {
    Recovery.YES: gettext_lazy("Recoverable from the other side"),
    Recovery.NO: gettext_lazy("Not recoverable from the other side"),
    Recovery.IF_INTENT: gettext_lazy("Recoverable only if intent or recklessness is established"),
    Recovery.IF_ATTRIBUTABLE: gettext_lazy(
        "Recoverable if the cause proves to lie with the other side: judge that first"
    ),
    Recovery.BY_LAW: gettext_lazy("The agreement is silent; the law decides whether it is recovered (Art. 82(5) GDPR)"),
}
SILENCE: Mapping[str, str | Promise] = {
    "NL": gettext_lazy(
        "The agreement is silent, so the Dutch Civil Code governs: damages for an attributable failure without a limit in "
        "money (Arts. 6:74 and 6:95), as a rule after notice of default (Arts. 6:82 and 6:83); a claim is barred five years "
        "after damage and debtor became known (Art. 3:310)."
    ),
    "": gettext_lazy(
        "The agreement is silent, so the law that governs it decides, beside Art. 82 GDPR. art28 knows no limit."
    ),
}


def words_of(row: FindingRow) -> str:
    """What a finding says, in the language that is active."""
    return said(rows.to_message(row.message), get_language() or "nl")


def columns() -> tuple[str, ...]:
    """The heads of an export."""
    return (
        _("Reference"), _("Other side"), _("Agreement"), _("What it is"), _("Whose claim"), _("Event"), _("Arose"),
        _("Sum"), _("State"), _("Reported"), _("Settled for"),
    )  # fmt: skip


def cells(row: Claim) -> Iterator[str]:
    """A line of it; `row` bears its sum as `cents` (`queries.claims`)."""
    zone = ZoneInfo(row.organisation.time_zone)
    yield row.reference
    yield row.agreement.counterparty_name
    yield row.agreement.title
    yield str(row.get_kind_display())
    yield str(row.get_claimant_display())
    yield row.event
    yield timezone.localtime(row.arose_at, zone).strftime("%Y-%m-%d")
    yield euros(getattr(row, "cents", None) or 0)
    yield str(row.get_state_display())
    yield timezone.localtime(row.reported_at, zone).strftime("%Y-%m-%d") if row.reported_at else ""
    yield euros(row.settled_cents) if row.settled_cents is not None else ""


def policy_columns() -> tuple[str, ...]:
    """The heads of an export of insurance."""
    return (
        _("Party"),
        _("Insurer"),
        _("Policy number"),
        _("Cover"),
        _("Sum insured"),
        _("Ends"),
        _("Proof"),
        _("Followed"),
    )


def policy_cells(row: Policy) -> Iterator[str]:
    """A line of it."""
    yield row.party.name if row.party is not None else _("Our own")
    yield row.insurer
    yield row.number
    yield row.covers
    yield euros(row.cents) if row.cents is not None else ""
    yield row.expires_on.isoformat()
    yield row.document
    yield _("yes") if row.followed_at is not None else _("no")


def dispute_columns() -> tuple[str, ...]:
    """The heads of an export of disputes."""
    return (_("Reference"), _("Other side"), _("Agreement"), _("What it is about"), _("Claim"), _("State"), _("Court"))


def dispute_cells(row: Dispute) -> Iterator[str]:
    """A line of it."""
    yield row.reference
    yield row.agreement.counterparty_name
    yield row.agreement.title
    yield row.what
    yield row.claim.reference if row.claim is not None else ""
    yield str(row.get_state_display())
    yield row.forum


def termination_columns() -> tuple[str, ...]:
    """The heads of an export of terminations."""
    return (_("Reference"), _("Other side"), _("Agreement"), _("Ground"), _("Who may"), _("Notice"), _("Until"), _("State"),
            _("Ends"))  # fmt: skip


def termination_cells(row: Termination) -> Iterator[str]:
    """A line of it."""
    yield row.reference
    yield row.agreement.counterparty_name
    yield row.agreement.title
    yield str(row.get_ground_display())
    yield str(row.get_party_display())
    yield row.noticed_on.isoformat()
    yield row.until.isoformat() if row.until else ""
    yield str(row.get_state_display())
    yield row.ends_on.isoformat() if row.ends_on else ""
