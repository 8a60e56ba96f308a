"""Flow-down in words: duties, how each stands, what lacks."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.flowdown.checklist import Lack, State

DUTIES: Mapping[str, str | Promise] = {
    "instructions": _("Instructions"),
    "confidentiality": _("Confidentiality"),
    "security": _("Security"),
    "breach": _("Breaches"),
    "sub_processors": _("Its own sub-processors"),
    "requests": _("Requests of persons"),
    "assistance": _("Impact assessments"),
    "end": _("Return and deletion"),
    "audit": _("Audits"),
    "transfers": _("Countries"),
    "liability": _("Liability and insurance"),
}
STATES: Mapping[State, str | Promise] = {
    State.SHORT: _("falls short of what was promised"),
    State.LACKS: _("not laid down"),
    State.AGAIN: _("promises changed since: look again"),
    State.READ: _("laid down, as read"),
    State.FOUND: _("laid down, as found"),
    State.NOT_RELEVANT: _("not relevant"),
    State.NOT_ASKED: _("neither asked nor promised"),
}
LACKS: Mapping[Lack, str | Promise] = {
    Lack.NO_CONTRACT: _("no contract on file"),
    Lack.UNSIGNED: _("contract not signed"),
    Lack.SHORT: _("duties that fall short of promises"),
    Lack.LACKS: _("duties not laid down"),
    Lack.AGAIN: _("duties to look at again"),
    Lack.NEVER: _("never evaluated"),
    Lack.OVERDUE: _("evaluation is overdue"),
    Lack.FAILED: _("found not sufficient"),
}
SORTS: Mapping[str, str | Promise] = {
    "name": _("By name"),
    "next": _("Next evaluation first"),
    "result": _("By result"),
}
WHY_NOT: Mapping[str, str | Promise] = {
    "short": _("The contract on file says less than was promised. File one that says enough; no tick makes up for it."),
    "granted": _(
        "The agreement gives this right, so it can't be refused. Show the contract; business secrets may be blacked out."
    ),
    "no_contract": _("There is no contract on file. File it, or add the copy that was given."),
    "confidential": _("This contract is marked as confidential: choose the written permission under which it leaves."),
}
