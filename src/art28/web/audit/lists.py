"""The trail as a list, declared once (`listing`)."""

from functools import partial
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.models import Organisation
from art28.web.audit import queries
from art28.web.audit.kinds import KINDS
from art28.web.audit.subjects import SUBJECTS
from art28.web.audit.templatetags.acts import act_label, actor_label, subject_label
from art28.web.listing import Choice, Listing, Rows, by


def _who(rows: Rows, value: str) -> Rows:
    return rows.filter(actor_id__isnull=value == "itself")


def _said_of(organisation: Organisation, word: str) -> Q:
    """The acts that are called so in the language of the reader, and those of people who are."""
    kinds = [kind for kind, label in KINDS.items() if word.casefold() in str(label).casefold()]
    return Q(kind__in=kinds) | Q(actor_id__in=accounts.called(organisation, word))


def acts(organisation: Organisation) -> Listing:
    """The acts of an organisation; a word is sought in what they are called and who did them, never in what they hold."""
    return Listing(
        name=_("acts"),
        finds=_("Find by act or person"),
        words=(),
        also=partial(_said_of, organisation),
        choices=(
            Choice(
                name="about",
                label=_("About"),
                every=_("About anything"),
                options=sorted(SUBJECTS.items(), key=lambda each: str(each[1]).casefold()),
                narrow=by("subject_kind"),
            ),
            Choice(
                name="who",
                label=_("Who"),
                every=_("By whomever"),
                options=(("people", _("People")), ("itself", _("art28 itself, and others"))),
                narrow=_who,
            ),
        ),
        sorts={"": (_("Newest first"), ("-at", "-id")), "oldest": (_("Oldest first"), ("at", "id"))},
        columns=(
            (_("No."), queries.number_of),
            (_("When"), lambda row: row.at),
            (_("What"), lambda row: act_label(row.kind)),
            (_("Who"), _name),
            (_("About"), lambda row: subject_label(row.subject_kind)),
            (_("Erased"), lambda row: row.content.erased_at),
        ),
    )


def _name(row: Any) -> object:
    return row.actor_name or actor_label(row.actor_label)
