"""The kinds of act and of subject that the trail may hold, and what they are called."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: Mapping[str, str | Promise] = MappingProxyType(
    {
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
        "breach": _("Breach"),
        "user": _("Person"),
    }
)
