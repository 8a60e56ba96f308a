"""Contact persons in words: how a contact of another side stands, orders, refusals, faults of tables."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.contacts.models import Level

LEVELS = Level.choices
STANDINGS: Mapping[str, str | Promise] = {
    "waits": _("said something that waits for you"),
    "back": _("mail came back"),
    "silent": _("silent after a reminder"),
    "asked": _("asked, no answer yet"),
    "never": _("never asked or confirmed"),
    "confirmed": _("confirmed"),
}
SORTS: Mapping[str, str | Promise] = {
    "party": _("By party"),
    "name": _("By name"),
    "confirmed": _("Longest unconfirmed first"),
}
WHY_NOT: Mapping[str, str | Promise] = {
    "nobody": _("Appoint both a first contact and somebody with final responsibility first."),
    "last": _("Appoint another instead: under some agreement nobody would be left to whom the other side turns first."),
    "unreachable": _("It can't be asked: it has no e-mail address, or no agreement with that party was read."),
    "asked": _("It was asked already, and has not answered yet."),
}
FAULTS: Mapping[str, str | Promise] = {
    "party": _("the party has no name"),
    "long": _("this is too long"),
    "email": _("this is no e-mail address"),
    "unreachable": _("give an e-mail address or a telephone number"),
    "purpose": _("write breaches, privacy, security, contract, support or general"),
    "twice": _("it stands in the table twice; the first is taken over"),
}
