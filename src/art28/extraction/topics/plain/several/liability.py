"""Turns of several languages on liability, fines and insurance, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "liability.indirect_excluded",
        ("schade",),
        (
            r"\b(?:nooit|niet|geen)\b[^.;]{0,30}\b(?:schade (?:zoals|als|door|wegens)|voor) (?:de )?(?:gemiste|gederfde) (?:winst|omzet)\b|\b(?:gemiste|gederfde) winst\b[^.;]{0,40}\b(?:niet|nooit)\b",
        ),
        under=r"aansprak|schade|misgaat",
    ),
    Plain(
        "liability.controller_indemnifies",
        ("schuld", "claim", "vergoed"),
        (
            r"\bdoor CONTROLLER (?:schuld|fout|toedoen)\b … \b(?:claim|aanspraak|boete|vordering|schade)\b",
            r"\b(?:vergoedt?|betaalt?|vergoeden|betalen) CONTROLLER (?:PROCESSOR|dat|die|deze)\b|\bCONTROLLER … \b(?:vergoedt?|betaalt?)\b … \bPROCESSOR\b",
        ),
    ),
    Plain(
        "liability.regime",
        ("schade", "aansprakelijk", "liab"),
        (
            r"\b(?:voor|bij|over) (?:schade|(?:PROCESSOR |de |onze )?aansprakelijkheid)\b[^.;]{0,40}\b(?:geldt|gelden|staat|regelen|verwijz\w+|leest)\b[^.;]{0,80}\b\w*(?:voorwaarden|hoofdovereenkomst|dienstverleningsovereenkomst)\b",
        ),
        value="main_agreement_terms",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "liability.regime",
        ("responsabilité",),
        (
            r"\bresponsabilité (?:du PROCESSOR|des parties|de chaque partie)\b[^.;]{0,40}\b(?:limitée|régie|encadrée)\b[^.;]{0,60}\b(?:conditions générales|contrat principal|contrat de)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.indirect_excluded",
        ("gederfde", "gevolgschade", "indirecte"),
        (
            r"\b(?:gederfde|indirecte|gevolgschade)\b[^.;]{0,40}\b(?:komt|komen) niet voor (?:vergoeding|schadevergoeding)\b|\b(?:gederfde|indirecte|gevolgschade)\b[^.;]{0,40}\bword(?:t|en) niet vergoed\b",
        ),
    ),
    Plain(
        "liability.fines_on_processor",
        ("boetes", "boete"),
        (
            r"\bboetes?\b[^.;]{0,60}\b(?:tekortkoming|toedoen|handelen|schuld|nalatigheid)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,30}\bkom(?:t|en) voor (?:diens|zijn|haar|PROCESSOR) rekening\b",
        ),
        value="if_attributable",
    ),
    Plain(
        "liability.indirect_excluded",
        ("indirect",),
        (
            r"\b(?:dommages?|préjudices?|pertes?) (?:indirects?|immatériels)\b[^.;]{0,30}\b(?:ne (?:sont|seront|donnent|donneront|font|peuvent)|n'(?:est|ouvrent|ouvre))\b[^.;]{0,30}\b(?:pas|lieu|aucun\w*|jamais)\b|"
            r"\b(?:ne|n')\b[^.;]{0,30}\b(?:répond|indemnis\w*|répar\w*|responsable|tenu)\b[^.;]{0,20}\bpas\b[^.;]{0,30}\b(?:dommages?|préjudices?|pertes?) indirects?\b",
        ),
    ),
    Plain(
        "liability.insurance",
        ("assur", "versicher"),
        (
            r"\bPROCESSOR (?:est|sera|reste) (?:dûment )?assurée?s?\b|\bPROCESSOR (?:a souscrit|souscrit|dispose d'|maintient)\b[^.;]{0,40}\bassurance\b|\bPROCESSOR ist (?:\w+ )?(?:haftpflicht)?versichert\b",
        ),
        unless=(r"\bassure (?:que|la)\b",),
    ),
)
