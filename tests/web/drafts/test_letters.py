"""Every mail about a draft, a signature or a revision, in both languages: whole sentences, in that language alone."""

import re
from collections.abc import Mapping
from importlib.resources import files
from string import Formatter

import pytest

from art28.notices.language import Language
from art28.web.drafts.rounds import letters, texts
from core.letters.test_specimens import ONLY

KINDS = letters()
FILLED: Mapping[str, Mapping[str, str]] = {
    "nl": {"title": "Verwerkersovereenkomst", "what": "De meldtermijn wordt 24 uur.", "message": "Zie bijlage 2.\n\n"},
    "en": {
        "title": "Processing agreement",
        "what": "Breaches are told within 24 hours.",
        "message": "See Annex 2.\n\n",
    },
}
SAID = {
    "name": "J. Okkerse", "organisation": "Dijkvaart", "until": "21-12-2026", "sender": "M. Berg", "number": "2",
    "leave_until": "21-12-2026", "effective_on": "1-2-2027", "link": "https://art28.example/x", "code": "482 113",
}  # fmt: skip


def test_what_is_mailed_is_written_and_what_is_written_is_mailed() -> None:
    asked = set()
    for app in ("drafts", "signing", "amendments"):
        for module in files(f"art28.web.{app}").iterdir():
            if module.name.endswith(".py"):
                said = module.read_text(encoding="utf-8")
                asked |= set(re.findall(r'texts\("(\w+)"|letter\([^()]*"(\w+)"\)', said))
    assert {one or other for one, other in asked} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_is_filled_in_alike_in_both_languages(kind: str) -> None:
    asked = [
        {name for part in texts(kind, language).values() for _, name, _, _ in Formatter().parse(part) if name}
        for language in ("nl", "en")
    ]
    assert asked[0] == asked[1]
    assert asked[0] <= {*SAID, *FILLED["nl"]}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_speaks_one_language_in_whole_sentences(kind: str, language: Language) -> None:
    words = texts(kind, language.value)
    said = words["text"].format_map({**SAID, **FILLED[language.value]})
    other = Language.EN if language is Language.NL else Language.NL
    assert not set(re.findall(r"[A-Za-z]+", f"{words['subject']} {said}")) & ONLY[other]
    first, *_, last = said.split("\n\n")
    assert first == ("Geachte J. Okkerse," if language is Language.NL else "Dear J. Okkerse,")
    sentences = [part for part in said.split("\n\n")[1:-1] if part.strip() not in SAID.values()]
    assert all(part.rstrip()[-1] in ".:?" for part in sentences), sentences
    assert last
