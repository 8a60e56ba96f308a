"""Flow -> the terms that an agreement uses for its parties, each with its role under the Regulation.

Statutory words carry their role with them. A commercial word ("Klant", "Leverancier") takes the role that the agreement
gives it where it says so, and its usual one otherwise.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from art28.agreement.model import Role

TOKENS = MappingProxyType(
    {Role.CONTROLLER: "CONTROLLER", Role.PROCESSOR: "PROCESSOR", Role.SUB_PROCESSOR: "SUBPROCESSOR"}
)
STATUTORY = MappingProxyType(
    {
        Role.SUB_PROCESSOR: (
            r"sub[- ]?verwerkers?",
            r"sub[- ]?bewerkers?",
            r"sub[- ]?processors?",
            r"onderaannemers?",
            r"onder-?verwerkers?",
            r"unterauftrags?(?:verarbeiters?|nehmers?)",
            r"sous-traitants? ult[ée]rieurs?",
            r"subcontractors?",
        ),
        Role.CONTROLLER: (
            r"verwerkings?verantwoordelijken?",
            r"(?:eind)?verantwoordelijke(?! voor\b)(?= )",
            r"(?:data )?controllers?",
            r"verantwoordelijken?(?= (?:zal|stelt|heeft|is|verstrekt|kan|dient|garandeert|geeft)\b)",
            r"verantwortlichen?r?",
            r"responsables? d[eu] traitement",
        ),
        Role.PROCESSOR: (
            r"verwerkers?",
            r"bewerkers?",
            r"(?:data )?processors?",
            r"auftragsverarbeiters?",
            r"sous-traitants?",
        ),
    }
)
USUAL = MappingProxyType(
    {
        Role.CONTROLLER: (
            "klant", "opdrachtgever", "afnemer", "gebruiker", "cliënt", "client", "customer", "licentienemer", "abonnee",
            "gemeente", "verantwoordelijke", "auftraggeber", "kunde",
        ),
        Role.PROCESSOR: (
            "leverancier", "opdrachtnemer", "dienstverlener", "provider", "supplier", "vendor", "service provider",
            "licentiegever", "auftragnehmer", "anbieter", "prestataire",
        ),
    }
)  # fmt: skip


def names_in(text: str) -> Mapping[str, Role]:
    """Every commercial term or name that `text` uses for a party, in lower case, with its role."""
    lowered = text.lower()
    found: dict[str, Role] = {}
    for role, usual in USUAL.items():
        for name in usual:
            if re.search(rf"\b{re.escape(name)}\b", lowered):
                found[name] = role
    for name, role in tuple(found.items()):
        said = _role_said_of(name, lowered)
        if said is not None and said is not role:
            found[name] = said
    return MappingProxyType(found)


def _role_said_of(name: str, lowered: str) -> Role | None:
    """The role that the text gives to `name` ("Klant is verwerkingsverantwoordelijke"), None where it says nothing."""
    sayings = (
        (Role.CONTROLLER, r"(?:verwerkings)?verantwoordelijke\b|(?:data )?controller\b"),
        (Role.PROCESSOR, r"verwerker\b|bewerker\b|(?:data )?processor\b"),
    )
    counts = {
        role: len(
            re.findall(
                rf"\b{re.escape(name)}\"? ?(?:\(|is\b|als\b|as\b|treedt op als\b|acts as\b|,? (?:hierna|zijnde))[^.\n]{{0,40}}?(?<![a-z-])(?:{word})",
                lowered,
            )
        )
        for role, word in sayings
    }
    if counts[Role.CONTROLLER] == counts[Role.PROCESSOR]:
        return None
    return max(counts, key=lambda role: counts[role])


def pattern_of(names: Mapping[str, Role]) -> re.Pattern[str]:
    """One pattern for every term of a party, with a group named for its role; longest terms win."""
    parts = []
    for role in (Role.SUB_PROCESSOR, Role.CONTROLLER, Role.PROCESSOR):
        own = [re.escape(name) for name in sorted(names, key=len, reverse=True) if names[name] is role]
        parts.append(f"(?P<{role.value}>{'|'.join((*STATUTORY[role], *own))})")
    return re.compile(rf"\"?(?<![\w-])(?:{'|'.join(parts)})(?![\w-])(?:'?s(?= ))?\"?", re.IGNORECASE)
