"""A duty says the same in a bullet with a title of its own, behind a label and in the row of a table; look-alikes too."""

import re
from collections.abc import Callable

import pytest

from art28.checking.check import check
from core.checking.agreements import agreement_in
from core.checking.test_bank import _AS, _PARTIES, _SPOKEN, _WORDINGS, Wording

_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[a-z]\)|[-•])\s+")
_ARTICLE = re.compile(r"^(?:(?:Artikel|Article|§)\s*\d*[.:]?\s*|\d+[.)]?\s*)+", re.IGNORECASE)
_ANNEX = re.compile(r"Bijlage|Annex|Anlage", re.IGNORECASE)
# Nothing in these articles is about any duty; two more headings make Markdown of what stands above.
_AROUND = {
    "nl": (
        "Plichten",
        "Onderdeel",
        "Afspraak",
        ("Slot", "Nederlands recht geldt.", "Geschillen", "De rechter beslist."),
    ),
    "en": ("Duties", "Part", "Terms", ("Law", "Irish law governs.", "Disputes", "The courts of Dublin decide.")),
    "de": (
        "Pflichten",
        "Punkt",
        "Regelung",
        ("Recht", "Es gilt deutsches Recht.", "Gericht", "Gerichtsstand ist Kiel."),
    ),
    "fr": ("Obligations", "Point", "Règle", ("Droit", "Le droit français vaut.", "Litiges", "Les tribunaux jugent.")),
}


def _sentences(one: Wording) -> list[str]:
    return [_NUMBER.sub("", line.strip()) for line in one.text.split("¶") if line.strip()]


def _title(one: Wording) -> str:
    return _ARTICLE.sub("", one.heading).strip(" .:") or one.heading


def _bullets(one: Wording, title: str) -> str:
    first, *others = _sentences(one)
    return "\n".join((f"- {title} {first}", *(f"- {other}" for other in others)))


def _with_a_title(one: Wording) -> str:
    return _bullets(one, f"**{_title(one)}.**")


def _behind_a_label(one: Wording) -> str:
    return _bullets(one, f"**{_title(one)}:**")


def _in_a_row(one: Wording) -> str:
    _, part, terms, _ = _AROUND[one.language]
    return f"| {part} | {terms} |\n|---|---|\n| {_title(one)} | {' '.join(_sentences(one))} |"


def _verdict(one: Wording, body: str) -> str:
    duties, _, _, after = _AROUND[one.language]
    parties = _SPOKEN if re.search(r"\b(?:wij|ons|onze)\b", one.text, re.IGNORECASE) else _PARTIES[one.language]
    rest = "## 20. {}\n\n{}\n\n## 21. {}\n\n{}\n".format(*after)
    agreement = agreement_in("\n".join((parties, "", f"## 3. {duties}", "", body, "", rest)))
    found = next(each for each in check(agreement).verdicts if each.requirement == one.requirement)
    return _AS.get(found.status, found.status.value)


@pytest.mark.parametrize("form", [_with_a_title, _behind_a_label, _in_a_row])
def test_a_title_of_its_own_tells_what_a_heading_tells(form: Callable[[Wording], str]) -> None:
    among = [one for one in _WORDINGS if not _ANNEX.match(one.heading)]
    told = [(one, _verdict(one, form(one))) for one in among]
    assert [(one.text, verdict) for one, verdict in told if one.status == "missing" and verdict == "met"] == []
    assert sum(one.status == verdict for one, verdict in told) >= 0.99 * len(told)
