"""The kinds of act that the trail may hold, and what they are called."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.audit.kinds_running import RUNNING
from art28.web.audit.kinds_standing import STANDING

KINDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        **STANDING,
        **RUNNING,
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
        "dossier.asked": _("Accountability pack asked for"),
        "dossier.refused": _("Accountability pack refused"),
        "dossier.made": _("Accountability pack made"),
        "dossier.taken": _("Accountability pack downloaded"),
        "dossier.removed": _("Accountability pack removed when its time was over"),
        "offline.asked": _("Offline pack asked for"),
        "offline.made": _("Offline pack made"),
        "token.made": _("Token for another program made"),
        "token.revoked": _("Token for another program revoked"),
        "feed.made": _("Calendar address made"),
        "feed.revoked": _("Calendar address revoked"),
        "reminder.sent": _("Reminder sent"),
        "reminder.overview_sent": _("Daily overview sent"),
        "reminder.channel_added": _("Channel for reminders added"),
        "reminder.channel_removed": _("Channel for reminders removed"),
        "reminder.channel_failed": _("Channel for reminders given up"),
        "reminders.policy_set": _("Policy for reminders set"),
        "reminders.policy_withdrawn": _("Policy for reminders withdrawn"),
        "member.stand_ins_named": _("Deputy and manager named"),
        "group.stand_ins_named": _("Deputy and manager of a team or role named"),
        "alarm.raised": _("Alarm raised"),
        "alarm.cleared": _("Alarm over"),
        "alarm.sent": _("Alarm sent"),
        "evidence.exported": _("Evidence pack made"),
        "evidence.erased": _("Content erased"),
    }
)
"""Every code of an act; a test holds it against the codes that the apps record."""
