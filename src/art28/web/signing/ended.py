"""Why nothing can be signed any more behind a link, and what its holder can do about that."""

from datetime import datetime

from django.utils.translation import gettext as _

from art28.web.signing.models import Signatory, State


def why(signatory: Signatory, now: datetime) -> str:
    """In words for whoever holds the link; empty while there is something to sign, or once they did."""
    signing = signatory.signing
    named = {"sender": signing.draft.legal_entity.name}
    if signatory.signed_at is not None:
        return ""
    if signatory.declined_at is not None:
        return _("You declined to sign, and %(sender)s knows. Nothing more can be signed here.") % named
    if signing.state == State.DECLINED:
        return _("Somebody else declined to sign, and %(sender)s knows. Nothing more can be signed here.") % named
    if signing.state == State.WITHDRAWN:
        return _("%(sender)s withdrew this: you need do nothing. Ask them if you expected to sign.") % named
    if signing.state != State.OPEN or signing.expires_at <= now:
        return _("The time to sign is over. Ask %(sender)s to put it before you again.") % named
    return ""


def refused(signatory: Signatory, now: datetime) -> str:
    """Why something that was asked of a signing isn't done, of whoever signed too."""
    if signatory.signed_at is not None:
        said = _("You have signed already: nothing was changed. Write to %(sender)s to come back on it.")
        return said % {"sender": signatory.signing.draft.legal_entity.name}
    return f"{_('Nothing was kept.')} {why(signatory, now)}".strip()
