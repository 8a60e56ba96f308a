"""Template tags of assessments: the next step, clauses, numbers and means in words."""

from decimal import Decimal

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.assessing.dossier import PUBLIC
from art28.assessing.letter import PeopleLetter
from art28.notices.language import listed
from art28.web.assessments.forms import MEANS, spoken
from art28.web.assessments.models import About, Told
from art28.web.assessments.queries import Case

register = template.Library()


@register.simple_tag
def next_step(case: Case) -> str:
    """What comes next: decide, consult, notify, people; empty where nothing is left to do."""
    decision = case.decision
    if decision is None:
        return "decide"
    if decision.authority and (not case.notifications or case.incomplete):
        return "consult" if case.unconsulted(About.AUTHORITY) else "notify"
    return "people" if (decision.people or decision.exception == "c") and not case.told else ""


@register.simple_tag
def clause(provision: str) -> str:
    """A provision of an agreement: "art. 5.1"."""
    return in_clause(provision)


@register.filter
def in_clause(provision: str) -> str:
    """The same, for use within a sentence; the agreement as a whole where the place isn't known."""
    if provision[:1].isdigit():
        return _("art. %(number)s") % {"number": provision}
    return labels.place(provision, (get_language() or "nl")[:2]) if provision else _("the agreement")


@register.filter
def decimal(number: Decimal | str) -> str:
    """A number with the comma or point of the language."""
    return str(number).replace(".", ",") if (get_language() or "nl").startswith("nl") else str(number)


@register.filter
def means(row: Told) -> str:
    """How people were told: "brief en e-mail"."""
    names = dict(MEANS)
    return listed([str(names[each]) for each in row.means], language=spoken())


@register.filter
def public(row: Told) -> bool:
    """Whether it was only a public communication."""
    return bool(row.means) and set(row.means) <= {each.value for each in PUBLIC}


@register.filter
def in_page_language(letters: tuple[PeopleLetter, ...]) -> tuple[str, ...]:
    """What the letter lacks, in the language of the page."""
    return next((letter.missing for letter in letters if letter.language is spoken()), ())
