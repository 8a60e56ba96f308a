"""Text -> verdict on security: appropriate measures as a duty (Art. 28(3)(c), 32)."""

from art28.checking.judging import Judgement, judged, missing
from art28.checking.words.text import Questioned, cue, meeting

_APPROPRIATE = r"\b(?:passende?|voldoende|adequate?|afdoende|noodzakelijke|vereiste|technische|appropriate|adequate|suitable|sufficient|reasonable|necessary|technical|passen(?:d)? bij|past bij|afgestemd|geeignete\w*|angemessene\w*|technisch\w*|erforderliche\w*|appropriées?|adéquates?|techniques?|nécessaires?|utiles|de sécurité)\b"
_TAKES = r"\b(?:hält … ein|tref\w*|getroffen|neemt|nemen|genomen|zorg\w*|draag\w*|implemente\w*|geïmplementeerd|waarborg\w*|hante\w+|legt|ten uitvoer|handha\w+|dient|beveilig\w*|implement\w*|maintain\w*|take\w*|adopt\w*|ensure\w*|put in place|apply|applies|use[sd]?|provide\w*|employ\w*|have in place|keeps? (?:\w+ )?in place|keeps? (?:\w+ ){1,4}(?:secure|safe|protected)|secure\w*|triff\w*|met\w*|mise? en|prend|prendre|getroffen|ergreif\w*|implementier\w*|unterhält|setzt … um|met\w* en|mise? en|mettre en|prend|prendre|umzusetzen|aufrecht(?:zuerhalten|erhalten)|zu (?:treffen|ergreifen|gewährleisten|implementieren|unterhalten)|gewährleiste\w*|stellt … sicher|hält … (?:ein|aufrecht)|einzuhalten|respecte\w*|applique\w*)\b"
_DUTY = (
    cue(
        _APPROPRIATE, "{measures}", _TAKES, r"\b(?:PROCESSOR|wij|we)\b",
        unless=(r"\bSUBPROCESSOR (?:zal|shall|dient|will|must)\b", "{rights} … {request}", r"\bCONTROLLER (?:zal|shall|treft|neemt|will|must|is (?:zelf )?verantwoordelijk|is responsible)\b", "{audit} … {measures}", r"\bgevolgen van\b"),
    ),
    cue(r"\bPROCESSOR\b", r"\b(?:beveiligt|beveiligen)\b … \bart(?:\.|ikel)? 32\b", unless=("{assist}", r"\bCONTROLLER beveilig")),
    cue("{measures}", r"\bart(?:\.|ikel|icle)? 32\b", _TAKES, unless=("{assist}",)),
    cue(r"\b(?:\w*beveilig\w*|security|sicherheit)\b … \b(?:voldoe\w*|in overeenstemming|conform|compl\w*|meets?|entsprich\w*|erfüll\w*)\b … \bart(?:\.|ikel|icle)? 32\b", unless=("{assist}", r"\bCONTROLLER\b")),
    cue(r"\b(?:beveiligingsniveau|level of (?:data )?(?:security|protection)|schutzniveau)\b", "{measures}", unless=("SUBPROCESSOR", "{outside_eea}")),
)  # fmt: skip
# Measures that are named say by themselves that they fit: "PROCESSOR takes the following measures: encryption, …".
_NAMED_MEASURES = cue(
    r"\bPROCESSOR\b",
    "{measures}",
    _TAKES,
    r"\b(?:chiffr\w*|habilitation\w*|journalis\w*|sauvegarde\w*|\w*verschlüssel\w*|zugriffs\w*|zugangs\w*|encrypt\w*|access controls?|firewall\w*|back-?ups?|versleutel\w*|toegangs\w*)\b",
    unless=("SUBPROCESSOR", "{best_efforts}", "{breach}", r"\bCONTROLLER (?:shall|will|must|muss|doit|zal|dient)\b"),
)
_SECURES = cue(
    r"\bPROCESSOR\b", r"\b(?:beveiligt|beveiligen|zorg\w* voor|draagt zorg|secures?|protects?|ensures?)\b", r"\b(?:passend\w*|appropriate(?:ly)?|adequate(?:ly)?)\b", r"\b(?:beveilig\w*|security|secure\w*|protect\w*)\b",
    unless=("SUBPROCESSOR", r"\bCONTROLLER (?:zal|shall|will|must|zorgt|beveiligt)\b", "{audit}"),
)  # fmt: skip
# "PROCESSOR secures the data as described in annex 2, at a level that fits the risk."
_FITS = cue(
    r"\bPROCESSOR (?:[\w']+ ){0,3}(?:beveiligt|beveiligen|beschermt|beschermen|secures?|protects?|sichert|schützt|protège|sécurise)\b … {data}",
    r"\b(?:bijlage|hieronder|hierna|volgende|annex|schedule|below|following|anlage|folgende\w*|annexe|ci-après|(?:past|passen|passend) bij|afgestemd|in verhouding|evenredig|appropriate|proportionate|fits?|angemessen\w*|entspr\w*|appropriée?s?|adaptée?s?)\b",
    unless=("SUBPROCESSOR", "{best_efforts}", "{audit}", "{assist}"),
)
# "PROCESSOR works demonstrably by NEN 7510": measures by the standard that sets them.
_BY_NORM = cue(
    r"\bPROCESSOR\b",
    r"\b(?:werkt|neemt|treft|hanteert|voldoet|voldoen|gecertificeerd|beschikt|houdt zich|certified|compl(?:y|ies)|works|holds|maintains|zertifiziert|erfüllt|arbeitet|certifié\w*|respecte)\b … \b(?:nen|iso|iec|bio|soc|bsi|c5|hds)\b",
    unless=("SUBPROCESSOR", "{best_efforts}", "{audit}"),
)
# Measures by name, without the word: "PROCESSOR assures security by encryption and access control".
_BY_NAME = cue(
    r"\bPROCESSOR\b",
    r"\b(?:assur\w*|garanti\w*|protège\w*|sécurise\w*|gewährleistet|sichert|schützt|secures?|protects?)\b … \b(?:par|au moyen|grâce|durch|mittels|by|through|using)\b",
    r"\b(?:chiffr\w*|contrôles? (?:des|d') ?accès|pseudonymis\w*|\w*verschlüssel\w*|zugriffs\w*|encrypt\w*|access controls?)\b",
    unless=("SUBPROCESSOR", "{best_efforts}", "{audit}(?! des acces)", r"\bCONTROLLER (?:shall|will|must|muss|doit)\b"),
)
# "PROCESSOR secures the data at least by these means", counted off below it.
_SECURED_BY = cue(
    r"\bPROCESSOR (?:\w+ ){0,3}(?:beveiligt|beveiligen|beschermt|beschermen|secures?|protects?|sichert|schützt|protège|sécurise)\b … {data} … \b(?:door|met|middels|via|by|through|with|using|durch|mittels|mit|par|avec)\b",
    r"\b(?:versleutel\w*|toegangs\w*|back-?ups?|\w*factor\w*|wachtwoord\w*|firewall\w*|encrypt\w*|access controls?|passwords?|\w*verschlüssel\w*|zugriffs\w*|zugangs\w*|chiffr\w*|sauvegarde\w*)\b",
    unless=("SUBPROCESSOR", "{best_efforts}", "{audit}"),
)
_EFFORT = cue(
    "{best_efforts}",
    # What secures, not the incident whose cause is looked for.
    r"\b(?!\w*(?:incident|inbreuk|lek|vorfall|verletzung))\w*(?:maatregel|beveilig|measures|security|secure|maßnahmen|mesures|sicherheit)\w*\b(?!-? ?(?:incidents?|breach\w*|events?|flaws?))",
    # The aim is the processor's, in what it does to protect data: not that of an attacker, an auditor or its customer.
    unless=(
        "{rights}",
        r"\b(?:CONTROLLER|auditors?|third part\w+|party) (?:\w+ ){0,6}(?:seeks?|attempts?|aims?|strives?)\b",
        r"\b(?:unsuccessful|failed|log-?in) (?:\w+ )?attempts?\b",
    ),
)


def appropriate_measures(text: Questioned) -> Judgement:
    """Art. 28(3)(c): appropriate technical and organisational measures, as a duty and not as an aim."""
    requirement = "c_security"
    among = text.about(
        "maatregel",
        "measures",
        "beveilig",
        "protects",
        "nen",
        "iso",
        "security",
        "secure",
        "art. 32",
        "artikel 32",
        "article 32",
        "maßnahmen",
        "vorkehrung",
        "schutzniveau",
        "précaution",
        "safeguards",
        "mesures",
        "sécurité",
        "toms",
    )
    duty = meeting(among, *_DUTY, _SECURES, _FITS, _SECURED_BY, _BY_NORM, _NAMED_MEASURES, _BY_NAME)
    efforts = meeting(among, _EFFORT)
    if not duty and not efforts:
        return missing(requirement)
    by = (*efforts[:2], *(one for one in duty if one not in efforts)) if efforts else duty
    return judged(requirement, by, *(("obligation",) if efforts else ()))
