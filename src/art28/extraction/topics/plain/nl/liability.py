"""Turns of Dutch on liability, fines and insurance, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import MAIN
from art28.extraction.topics.plain.plain import PERIOD, Plain

_LIABILITY = r"aansprakelijk|schade"
_CONSEQUENTIAL = r"(?:gevolgschade|indirecte schade|bedrijfsschade|gederfde winst|winstderving)"
_LIABLE = r"aansprakelijk|schade"

TURNS: tuple[Plain, ...] = (
    Plain(
        "liability.insurance",
        ("verzekering", "verzekerd"),
        (
            r"\b(?:hiervoor|daarvoor|voor deze schade) (?:is|heeft PROCESSOR|hebben PROCESSOR) (?:een )?(?:\w*verzekering )?(?:afgesloten|verzekerd)\b|\bhiervoor is een verzekering\b",
        ),
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "liability.indirect_excluded",
        ("omzet", "winst", "gevolgschade"),
        (
            r"\bschade doordat CONTROLLER\b[^.;]{0,12}\b(?:omzet|winst|klanten)\b[^.;]{0,12}\bmislo(?:opt|pen)\b[^.;]{0,12}\b(?:vergoedt|vergoeden|betaalt|betalen) (?:PROCESSOR|hij|zij|ze)\b[^.;]{0,12}\bniet\b|"
            r"\bvoor (?:de )?(?:winst|omzet) die CONTROLLER mislo(?:opt|pen)?\b[^.;]{0,12}\b(?:betaalt|betalen|vergoedt|vergoeden) PROCESSOR (?:\w+ )?niet\b|"
            r"^[\W\d]*(?:gevolgschade|indirecte schade)\b[^.;]{0,20}\bblijft voor rekening van CONTROLLER\b|"
            r"\bgevolgschade kan CONTROLLER niet op PROCESSOR verhalen\b",
        ),
    ),
    Plain(
        "liability.regime",
        ("schade",),
        (
            r"\bwat PROCESSOR aan schade (?:vergoedt|vergoeden|betaalt|betalen)\b[^.;]{0,20}\bstaat in\b[^.;]{0,30}\b\w*voorwaarden\b",
        ),
        value="main_agreement_terms",
        under=_LIABILITY,
    ),
    Plain(
        "liability.indirect_excluded",
        ("schade", "winst"),
        (
            rf"^[\W\d]*{_CONSEQUENTIAL}\b[^.;]{{0,40}}\b(?:valt|vallen|hoort|horen) (?:daar|hier|er) ?(?:niet (?:onder|bij)|buiten)\b|"
            rf"\bvoor {_CONSEQUENTIAL} is (?:hij|zij|PROCESSOR|deze) niet aansprakelijk\b",
        ),
        under=_LIABILITY,
    ),
    Plain(
        "liability.insurance",
        ("verzekering",),
        (r"\bPROCESSOR (?:heeft|hebben) een \w*(?:aansprakelijkheids|beroeps|cyber)\w*verzekering\b",),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "liability.fines_on_processor",
        ("verwijt",),
        (r"\bboetes?\b[^.;]{0,90}\b(?:mits|als|indien|voor zover)\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,20}\bverwijt\b",),
        value="if_attributable",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "liability.regime",
        ("verwezen", "grenzen", "op de voet", "aangesproken", "sluiten", "vergoedt de schade"),
        (
            rf"\bvoor (?:de )?aansprakelijkheid van PROCESSOR wordt verwezen naar (?:de |het )?(?:\w+ )?{MAIN}\b|"
            rf"\bPROCESSOR aansprakelijk, dan tot de (?:grenzen|bedragen|maxima) die (?:de |het )?(?:\w+ )?{MAIN}\b|"
            rf"\bPROCESSOR is (?:alleen |slechts )?aansprakelijk op de voet van (?:de |het )?(?:\w+ )?{MAIN}\b|"
            rf"\bsluiten\b[^.;]{{0,20}}\baansprakelijkheid aan bij\b[^.;]{{0,40}}{MAIN}\b",
        ),
        value="main_agreement_terms",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "liability.regime",
        ("aangesproken", "verweten"),
        (
            r"\b(?:alleen|slechts|uitsluitend) voor schade\b[^.;]{0,40}\b(?:schuld|verwijt\w*|toe te rekenen)\b[^.;]{0,40}\bkan PROCESSOR\b[^.;]{0,12}\baangesproken\b|"
            r"\bvergoedt (?:alleen )?de schade\b[^.;]{0,60}\btekortkoming\b[^.;]{0,20}\bkan worden verweten\b",
        ),
        value="fault_only",
        under=_LIABLE,
    ),
    Plain(
        "liability.fines_on_processor",
        ("boete",),
        (
            r"\b(?:alleen|slechts|enkel|uitsluitend) (?:als|indien|wanneer) PROCESSOR\b[^.;]{0,30}\b(?:opzet\w*|bewust roekeloos)\b[^.;]{0,60}\bboete op (?:hem|haar|PROCESSOR) worden verhaald\b",
        ),
        value="unless_intent_or_recklessness",
    ),
    Plain(
        "liability.regime",
        ("schade", "aansprakelijk"),
        (
            r"\b(?:aansprakelijk\w*|schade\w*)\b",
            rf"\b(?:{MAIN}|algemene voorwaarden)\b",
            r"\b(?:verwezen|verwijst|beslissend|bepalend|bepalen|bepaalt|staat (?:\w+ )?in|volgt|geldt ook|gelden ook|van toepassing|regel(?:t|en)|geregeld|leidend|maatgevend|zegt|zeggen)\b",
        ),
        value="main_agreement_terms",
        unless=(
            r"\b(?:niet|geen)\b",
            r"SUBPROCESSOR",
            r"\bCONTROLLER (?:is|staat|vrijwaart)\b",
            r"(?:€|\beuro?\b)",
            r"\bboete\w*",
            r"\bvrijwa\w+",
            r"\bbetrokkenen\b",
            r"\bstrijd\b",
        ),
    ),
    Plain(
        "liability.fines_on_processor",
        ("boete",),
        (
            r"\bboetes?\b",
            r"\bCONTROLLER\b",
            r"\b(?:door toedoen van|te wijten|toe te rekenen|toerekenbaar|veroorzaakt|schuld|fout van|gevolg van|tekort\w*|verwijt\w*)\b[^.;]{0,30}\bPROCESSOR\b|\bPROCESSOR\b[^.;]{0,20}\b(?:te wijten|toe te rekenen|toerekenbaar|veroorzaakt|verwijt\w*)\b",
            r"\b(?:vergoed\w*|betaalt|terug|verhaal\w*|verhalen|draagt|rekening|komt)\b",
        ),
        value="if_attributable",
        unless=(r"\b(?:niet|geen|nimmer|nooit)\b", r"\b(?:opzet|roekeloos\w*)\b"),
    ),
    Plain(
        "liability.fines_on_processor",
        ("boete",),
        (
            r"\bboetes?\b",
            r"\b(?:niet|geen|nimmer|nooit)\b[^.;]{0,30}\b(?:verha\w+|afwentel\w*|afgewenteld|doorbelast\w*|vergoed\w*|vorderen)\b|\b(?:verha\w+|afwentel\w*|vergoed\w*)\b[^.;]{0,20}\b(?:niet|uitgesloten)\b",
            r"\bPROCESSOR\b",
        ),
        value="excluded",
        unless=(r"\b(?:tenzij|behalve|behoudens|indien|voor zover)\b", r"\b(?:opzet|roekeloos\w*)\b"),
    ),
    Plain(
        "liability.claim_period",
        ("teniet", "vervalt", "vervallen", "verlies", "verloren", "verjaar", "verval"),
        (
            r"\bbinnen\b[^.;]{0,30}\b(?:dagen|weken|maand\w*|jaar)\b|\bna\b[^.;]{0,20}\b(?:dagen|weken|maand\w*|jaar)\b",
            r"\b(?:vordering\w*|schade|aanspra(?:ak|ken)|claims?|recht)\b",
            r"\b(?:teniet|vervalt|vervallen|verloren|verliest|verjaar\w*|verval)\b",
        ),
        value=PERIOD,
        under=r"aansprakelijk|schade|verval|verjaring",
        unless=(r"\bfactu\w+", r"\bopzeg\w*"),
    ),
    Plain(
        "liability.insurance",
        ("verzeker",),
        (
            r"\bPROCESSOR\b",
            r"\b(?:beschikt|heeft|houdt|sluit|onderhoudt|toont|draagt zorg|zorgt|is)\b[^.;]{0,60}\b\w*verzeker(?:ing\w*|d)\b",
            r"\b(?:aansprakelijkheid\w*|schade|risico\w*|dekt|dekking|polis)\b",
        ),
        unless=(
            r"\b(?:niet|geen|uitkeert|uitgekeerd|uitbetaalt|beperkt)\b",
            r"\bCONTROLLER (?:beschikt|heeft|sluit|houdt)\b",
        ),
    ),
)
