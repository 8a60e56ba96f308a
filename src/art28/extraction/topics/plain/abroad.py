"""What English, German and French agreements say in turns of their own, as speech.py reads it."""

from art28.extraction.topics.plain.plain import Plain

_HELP = r"unterstütz|mitwirk|hilfe|assist|help|aide|concours"
_RIGHTS = r"recht|betroffen|droits|personnes|rights|request|unterstütz|assist"
_BREACH = r"verletz|vorf[aä]ll|breach|incident|violation|panne"
# What help with it costs: nothing, or it is paid for already.
_FREE_WORDS = ("abgegolten", "unentgeltlich", "kostenlos", "ohne gesonderte", "sans frais", "gratuit")
_FREE = (
    r"\b(?:leistungen|unterstützung\w*|mitwirkung\w*|aufw[aä]nd\w*|tätigkeiten)\b[^.;]{0,60}\b(?:abgegolten|unentgeltlich|kostenlos|kostenfrei|ohne (?:gesonderte|zusätzliche) (?:vergütung|kosten))\b|"
    r"\b(?:assistance|aide|concours)\b[^.;]{0,140}\b(?:sans frais|gratuit\w*|compris\w* dans)\b"
)

ABROAD = (
    Plain(
        "instructions.legal_exception",
        ("zwingt", "verlangt", "verpflichtet", "compels", "requires", "impose", "contrain"),
        (
            r"^[\W\d]*(?:[a-z][.)] )?(?:zwingt|verpflichtet|verlangt|gebietet)\b[^.;,]{0,40}\b(?:recht|gesetz\w*|unionsrecht\w*|rechtsvorschrift\w*)\b[^.;]{0,80}\b(?:ander\w+|weitergehend\w*|abweichend\w*|weiter\w*) verarbeitung|"
            r"\bwhere\b[^.;,]{0,30}\blaws?\b[^.;,]{0,30}\b(?:compels?|requires?|obliges?) PROCESSOR to process otherwise\b",
        ),
    ),
    Plain(
        "confidentiality.duty",
        ("stillschweigen", "verschwieg", "geheim", "secr", "confidentiel"),
        (
            r"\bPROCESSOR (?:be)?wahrt\b[^.;]{0,60}\b(?:stillschweigen|verschwiegenheit|vertraulichkeit|geheimnis\w*)\b|\bPROCESSOR behandelt\b[^.;]{0,60}\b(?:vertraulich|geheim)\b|"
            r"\bPROCESSOR (?:garde|tient|conserve|maintient)\b[^.;]{0,60}\b(?:secrets?|secrètes?|confidentiel\w*|confidentialité)\b",
        ),
        unless=(r"{staff} … {secrecy}", r"{audit}"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("each of them", "all of them", "they"),
        (
            r"^[\W\d]*(?:each of (?:them|these|those)|all of (?:them|these)|they (?:must |shall |should )?(?:all|each))\b[^.;]{0,60}\b(?:signed|bound|subject|committed|agreed|under)\b",
            r"{secrecy}",
        ),
        under=r"person|staff|confiden|employ|people|secur",
    ),
    Plain(
        "security.effectiveness_disclaimed",
        ("perfect", "impenetrable", "infallible", "foolproof", "completely secure"),
        (
            r"\bno (?:\w+ )?(?:measures?|system|method|security|software)\b[^.;]{0,30}\b(?:is|are|can be) (?:\w+ )?(?:perfect|impenetrable|infallible|foolproof|fail-?safe|(?:completely|entirely|totally|100%|absolutely|perfectly) secure)\b",
        ),
    ),
    Plain(
        "requests.handling",
        ("direct", "refer", "redirect"),
        (
            r"\bPROCESSOR (?:will |shall |must )?(?:promptly )?(?:direct|redirect|refer)s? (?:the |such |that |any )?(?:person|individual|data subject|requester|requestor|them|him or her)\b[^.;]{0,20}\bto (?:the )?CONTROLLER\b",
            r"\brequests?\b|{rights}",
        ),
        value="forward",
    ),
    Plain(
        "requests.costs",
        _FREE_WORDS,
        (_FREE,),
        value="processor",
        under=_RIGHTS,
    ),
    Plain(
        "assistance.costs",
        _FREE_WORDS,
        (_FREE,),
        value="processor",
        under=_HELP,
        unless=(r"\blösch\w*", r"{audit}"),
    ),
    Plain(
        "audit.auditor",
        ("beauftragt", "bestellt", "benannt", "mandaté", "désigné"),
        (
            r"\bCONTROLLER (?:selbst )?oder (?:ein\w* )?(?:von (?:ihm|ihr|diesem|CONTROLLER) )?(?:beauftragte\w*|bestellte\w*|benannte\w*|bevollmächtigte\w*)(?:,[^.;]{3,50})? (?:dritte\w*|prüfer\w*|person\w*|sachverständige\w*|stelle\w*)\b|"
            r"\bCONTROLLER ou (?:un |tout )?(?:tiers|auditeur|expert|mandataire)\b",
            r"{audit}|{examine}|\binspektion\w*|\bprüf\w*|\bkontroll\w*",
        ),
        value="controller_or_third_party",
    ),
    Plain(
        "term.precedence",
        ("vorrang",),
        (
            r"\bdiese (?:vereinbarung|regelung\w*)\b[^.;]{0,20}\b(?:hat|genießt|haben|genießen)\b[^.;]{0,40}\bvorrang vor\b|\bdieser (?:vertrag|auftragsverarbeitungsvertrag)\b[^.;]{0,20}\b(?:hat|genießt)\b[^.;]{0,40}\bvorrang vor\b",
        ),
        value="this_agreement",
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
)  # fmt: skip
