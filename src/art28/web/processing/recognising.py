"""Words for data -> whether they are of a special or sensitive kind, or identifiers that are personal data all the same.

Sources: Art. 9(1), Art. 10, and Art. 4(1) with recital 30 (online identifiers). Stems in the languages that agreements are
written in; a word that is none of these says nothing, which is not that the data are harmless.
"""

import re
from collections.abc import Iterable, Mapping

from art28.web.processing.models import Sensitive

_STEMS: Mapping[Sensitive, str] = {
    Sensitive.HEALTH: r"gezondheid|medisch|health|medical|gesundheit|medizin|santé|médica|patiëntdossier|ziekte|diagnos",
    Sensitive.RACE: r"\bras\b|etnisch|\brace\b|racial|ethnic|ethnisch|rassisch|racial|ethnique",
    Sensitive.BELIEF: r"geloof|godsdienst|levensbeschouw|levensovertuig|religi|belief|weltanschau|croyance|konfession",
    Sensitive.SEXUALITY: r"seksue|seksual|sexual|sex life|sexuel|sexuell",
    Sensitive.POLITICS: r"politiek|political|politisch|politique",
    Sensitive.UNION: r"vakbond|vakvereniging|trade.union|gewerkschaft|syndica",
    Sensitive.GENETIC: r"genetis|genetic|génétique|\bdna\b",
    Sensitive.BIOMETRIC: r"biometri|vingerafdruk|fingerprint|fingerabdr|empreinte",
    Sensitive.CRIMINAL: r"strafrecht|strafbaar|strafbare|veroordel|criminal|convictions|straftat|pénal|infraction",
    Sensitive.NATIONAL_NUMBER: r"\bbsn\b|burgerservicenummer|national (?:identification|insurance) number|social security",
}
_PATTERNS = {kind: re.compile(stems, re.IGNORECASE) for kind, stems in _STEMS.items()}
_IN_LAW = frozenset(_STEMS) - {Sensitive.NATIONAL_NUMBER}
_IDENTIFIER = re.compile(
    r"\bip\b|\bip-|\bmac\b|\bmac-|\bimei\b|\bimsi\b|\bsim\b|simkaart|\bsim-|cookie|apparaat-?id|device id|locatie|location",
    re.IGNORECASE,
)


def sensitive(text: str) -> tuple[Sensitive, ...]:
    """The kinds of sensitive data that `text` names.

    >>> [str(each) for each in sensitive("Gezondheidsgegevens van cliënten")]
    ['health']
    """
    return tuple(kind for kind, pattern in _PATTERNS.items() if pattern.search(text))


def special(items: Iterable[str]) -> tuple[str, ...]:
    """Those of `items` that are of a special category or criminal (Art. 9 and 10), or a national number (Art. 87)."""
    return tuple(each for each in items if sensitive(each))


def is_in_law(kind: str) -> bool:
    """Whether a kind is one of Art. 9 or 10, which an agreement may leave out as a whole."""
    return kind in _IN_LAW


def is_identifier(text: str) -> bool:
    """Whether `text` names an identifier by which a person can be found, without a name: personal data (Art. 4(1)).

    >>> is_identifier("MAC-adres"), is_identifier("Imago")
    (True, False)
    """
    return _IDENTIFIER.search(text) is not None
