"""Text -> verbs that French puts behind "nous" and "vous", as they read behind a party: "nous informons" is "PROCESSOR informe".

Rules know what a party does in the third person; terms that speak of "nous" say the same in the first.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from art28.terms import Role

_IRREGULAR = MappingProxyType(
    {
        "sommes": "est", "êtes": "est", "avons": "a", "avez": "a", "faisons": "fait", "faites": "fait", "pouvons": "peut", "pouvez": "peut",
        "devons": "doit", "devez": "doit", "mettons": "met", "mettez": "met", "remettons": "remet", "transmettons": "transmet", "tenons": "tient",
        "prévenons": "prévient", "maintenons": "maintient", "répondons": "répond", "détruisons": "détruit", "disons": "dit", "restons": "reste",
        "recevons": "reçoit", "demeurons": "demeure", "voulez": "veut", "souscrivons": "souscrit", "rendons": "rend", "retenons": "retient",
    }
)  # fmt: skip
_BETWEEN = r"(?: (?:ne|n'|le|la|les|lui|leur|y|en|vous|nous|l'|s')){0,3}(?: |(?<='))"
_BEHIND = MappingProxyType(
    {
        "nous": re.compile(rf"\b[Nn]ous{_BETWEEN}(?P<verb>\w+ons|sommes)\b"),
        "vous": re.compile(rf"\b[Vv]ous{_BETWEEN}(?P<verb>\w+ez|êtes|faites)\b"),
    }
)


def french_verbs_in(text: str, names: Mapping[str, Role]) -> Iterator[tuple[int, int, str]]:
    """Each such verb of `text`, `start:end`, and its third person; none where "nous" and "vous" stand for no party."""
    for pronoun, behind in _BEHIND.items():
        if pronoun in names:
            yield from ((*match.span("verb"), _third_person(match["verb"])) for match in behind.finditer(text))


def _third_person(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem = verb.removesuffix("ons").removesuffix("ez")
    if stem.endswith("iss"):
        return f"{stem.removesuffix('ss')}t"
    return (
        f"{stem.replace('ç', 'c')}e"
        if stem.endswith("ç")
        else f"{stem.removesuffix('e') if stem.endswith('ge') else stem}e"
    )
