"""The kinds of act and of subject that the trail may hold, and what they are called."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "organisation.created": _("Organisation made"),
        "member.added": _("Member added"),
        "member.role_changed": _("Role changed"),
        "member.ended": _("Membership ended"),
        "invitation.sent": _("Invitation sent"),
        "invitation.withdrawn": _("Invitation withdrawn"),
        "team.made": _("Team made"),
        "team.changed": _("Team changed"),
        "team.ended": _("Team given up"),
        "backup.restored": _("Backup restored"),
        "agreement.uploaded": _("Agreement put in"),
        "agreement.found_beside": _("Agreement found in the same file as another"),
        "agreement.read": _("Agreement read"),
        "agreement.unreadable": _("Agreement could not be read"),
        "agreement.queued_again": _("Agreement to be read again"),
        "agreement.direction_set": _("Own role set"),
        "fact.confirmed": _("Fact confirmed"),
        "fact.corrected": _("Fact corrected"),
        "fact.not_said": _("Marked as not said"),
        "fact.undone": _("Decision on a fact taken back"),
        "family.confirmed": _("Fact confirmed once for a family"),
        "family.undone": _("Decision for a family taken back"),
        "agreement.case_exported": _("Reference case exported"),
        "legal_entity.added": _("Own legal entity added"),
        "counterparty.added": _("Counterparty added"),
        "contact.added": _("Contact added"),
        "breach.recorded": _("Breach recorded"),
        "breach.facts_changed": _("Facts of the breach changed"),
        "breach.draft_saved": _("Draft of the report saved"),
        "breach.notice_sent": _("Report put in the outbox"),
        "breach.called": _("Telephone call kept"),
        "breach.closed": _("Breach closed"),
        "obligation.started": _("Clock started"),
        "obligation.assigned": _("Owner named"),
        "obligation.ended": _("Obligation met"),
        "obligation.late": _("Limit passed"),
        "obligation.lateness_explained": _("Reasons for lateness given"),
        "obligation.reopened": _("Clock runs again"),
        "obligation.cancelled": _("Obligation lapsed"),
        "target.set": _("Own target set"),
        "feed.made": _("Calendar address made"),
        "feed.revoked": _("Calendar address revoked"),
        "notice.handed_over": _("Notice handed over for sending"),
        "notice.accepted": _("Notice accepted by the mail server"),
        "notice.delayed": _("Sending put off"),
        "notice.refused": _("Notice refused by the mail server"),
        "notice.tried_again": _("Sending tried again"),
        "notice.bounced": _("Notice came back"),
        "notice.acknowledged": _("Receipt confirmed"),
        "evidence.exported": _("Evidence pack made"),
        "evidence.erased": _("Content erased"),
    }
)
"""Every code of an act; a test holds it against the codes that the apps record."""

SUBJECTS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "organisation": _("Organisation"),
        "act": _("Act"),
        "agreement": _("Agreement"),
        "family": _("Family"),
        "breach": _("Breach"),
        "obligation": _("Obligation"),
        "outboxmessage": _("Notice"),
        "legalentity": _("Own legal entity"),
        "counterparty": _("Counterparty"),
        "contact": _("Contact"),
        "membership": _("Membership"),
        "invitation": _("Invitation"),
        "user": _("Person"),
        "team": _("Team"),
        "internaltarget": _("Own target"),
        "calendarfeed": _("Calendar address"),
    }
)
"""Every kind of subject: the names of the models that acts are recorded about."""
