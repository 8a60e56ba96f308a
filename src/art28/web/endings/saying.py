"""What is kept as JSON of what an agreement said of its end <-> `Agreed`; and how a clause is cited."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.obligations.ending import Agreed, Term


def kept(agreed: Agreed) -> dict[str, Any]:
    """As an ending keeps it."""
    return {
        key: {
            "value": list(term.value) if isinstance(term.value, tuple) else term.value,
            "provision": term.provision,
            "passage": term.passage,
            "provisional": term.provisional,
        }
        for key, term in agreed.terms.items()
    }


def agreed_of(record: Mapping[str, Any]) -> Agreed:
    """From what an ending keeps."""
    return Agreed(
        {
            key: Term(term["value"], str(term["provision"]), str(term["passage"]), bool(term["provisional"]))
            for key, term in record.items()
        }
    )


def cited(provision: str, article: str = "28(3)(g)") -> str:
    """A clause as people cite it; where the agreement is silent, the article of the Regulation."""
    language = (get_language() or "nl")[:2]
    if provision:
        numbered = provision[:1].isdigit()
        return _("art. %(number)s") % {"number": provision} if numbered else labels.place(provision, language)
    return _("art. %(article)s GDPR") % {"article": labels.article(article, language)}


def clause(agreed: Agreed, *keys: str) -> str:
    """The clause on the first of these points that the agreement speaks of, as people cite it."""
    return cited(agreed.clause(*keys))
