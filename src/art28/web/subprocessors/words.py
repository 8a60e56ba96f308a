"""What an agreement asks before a change of sub-processor, and why, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.obligations.impact import Ground, Need

NEEDS: Mapping[Need, str | Promise] = {
    Need.NOTHING: _("Nothing asked"),
    Need.NOTICE: _("Notice beforehand"),
    Need.CONSENT: _("Consent beforehand"),
    Need.FORBIDDEN: _("Not allowed"),
}
GROUNDS: Mapping[Ground, str | Promise] = {
    Ground.GENERAL: _("General authorisation: tell them beforehand, so that they can object."),
    Ground.SPECIFIC: _("The agreement wants consent to each sub-processor beforehand."),
    Ground.SILENT: _(
        "The agreement authorises no sub-processors. The law then wants written consent beforehand (Art. 28(2) GDPR)."
    ),
    Ground.OUTSIDE: _("The agreement forbids processing there."),
    Ground.OUTSIDE_CONSENT: _("The agreement wants consent beforehand to processing there."),
    Ground.OUTSIDE_SILENT: _(
        "The agreement says nothing on countries. Data leave the EEA on the customer's documented instructions only"
        " (Art. 28(3)(a) GDPR)."
    ),
    Ground.NO_SAFEGUARD: _("The agreement wants an adequacy decision or safeguards, and neither is on file."),
    Ground.NO_BASIS: _("No adequacy decision for all and no safeguards on file (Art. 44 to 46 GDPR)."),
    Ground.COUNTRY_UNKNOWN: _("It isn't known where data would be processed."),
    Ground.REMOVED: _("A sub-processor that goes needs neither notice nor consent (Art. 28(2) GDPR)."),
}
