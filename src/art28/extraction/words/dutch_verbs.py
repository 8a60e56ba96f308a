"""Text -> verbs that Dutch puts beside "ik", as they read beside a party: "dan bel ik" is "dan belt PROCESSOR".

Rules know what a party does in the third person; a firm of one that speaks of "ik" says the same in the first.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from art28.extraction.words.search import word_set
from art28.terms import Role

_IRREGULAR = MappingProxyType(
    {"ben": "is", "heb": "heeft", "doe": "doet", "ga": "gaat", "sta": "staat", "sla": "slaat", "zie": "ziet"}
)
# Stems that are no other word's form: what stands beside "ik" may be "als", "dat" or "nadat".
_STEMS = word_set(
    """
    acht antwoord beantwoord bedien beheer behandel bel bepaal bescherm beslis betaal beveilig bevestig bewaar bewerk bied blijf breng constateer
    controleer declareer deel denk documenteer draag evalueer factureer gebruik geef gooi help herstel hoor host houd hou huur informeer kies kijk krijg laat
    leg lees lever licht log los maak mail meld merk neem noteer onderhoud ontdek ontvang open overleg pas plan regel registreer reken schakel
    schrijf sluit spreek stel stuur test toets tref treed vermoed vernietig verander verbind vergoed verkoop verleen verstrek verstuur vertel
    verwerk verwijder verzend vind voer vraag vrijwaar waarschuw weet werk wijzig wis zeg zet zoek zorg
    """
)
_VERB = rf"(?P<verb>{'|'.join(sorted((*_STEMS, *_IRREGULAR), key=len, reverse=True))})"
_OBJECT = r"(?:(?:het|dat|dit|ze|deze|er|daar|niets|ook) ){0,2}"
_BEHIND = re.compile(rf"\b[Ii]k {_OBJECT}(?i:{_VERB})\b")
_BEFORE = re.compile(rf"\b(?i:{_VERB}) ik\b")


def dutch_verbs_in(text: str, names: Mapping[str, Role]) -> Iterator[tuple[int, int, str]]:
    """Each such verb of `text`, `start:end`, and its third person; none where "ik" stands for no party."""
    if "ik" not in names:
        return
    told = {match.span("verb"): match["verb"] for pattern in (_BEHIND, _BEFORE) for match in pattern.finditer(text)}
    yield from ((start, end, _third_person(verb)) for (start, end), verb in sorted(told.items()))


def _third_person(verb: str) -> str:
    low = verb.lower()
    third = _IRREGULAR.get(low) or (low if low.endswith("t") else "houdt" if low == "hou" else f"{low}t")
    return third.capitalize() if verb[:1].isupper() else third
