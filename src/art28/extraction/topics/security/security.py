"""Reading -> security: where the measures are described, whose standards are held, their review, what isn't warranted."""

import re
from collections import defaultdict
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.outline import Clause
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.cues import cue, flag, goes_on_from, phrase, reads, settled
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

WORDS = (
    "maatregel",
    "beveilig",
    "veiligheid",
    "beschermen",
    "measures",
    "secure",
    "security",
    "toms",
    "safeguard",
    "maßnahmen",
    "sicherheit",
    "mesures",
    "sécurité",
)
SECURITY = lasting(
    r"beveilig|veiligheid|\bveilig\b|\bsecur(?:e|ing)\b|security|maatregel|measures|sicherheit|maßnahmen|sécurité|mesures|\btoms?\b"
)
_SECURITY_MEASURES = (
    r"\b(?:technische|organisatorische|beveiligings?|passende|getroffen|genomen|technical|"
    r"organi[sz]ational|security|appropriate|"
    r"technischen?|organisatorischen?|techniques|protective|actuele) … (?:{measures})|\bmesures (?:de sécurité|techniques|appropriées|organisationnelles)\b|\bsicherheits(?:maßnahmen|konzept)\b|"
    r"\b(?:protects?|secures?) (?:the |CONTROLLER )?(?:{data})|\bbeveilig(?:t|en) (?:de |CONTROLLER )?(?:{data})|\b(?:beschrijving|omschrijving|overzicht) van (?:de )?beveiliging\b|\bmaatregelen behoren\b|\bbeveiligingsmaatregel\w*|\btoms?\b|"
    r"\b(?:maatregelen|measures|maßnahmen|mesures) (?:\w+ ){0,2}(?:getroffen|genomen|ergriffen|umgesetzt|taken|décrites|prises)\b|\bbeveiligt\b … \bdoor\b|\bom\b[^.;]{0,30}(?:{data})[^.;]{0,12}\bte (?:beschermen|beveiligen)\b"
)
_ON_REPORTS = lasting(r"datalek|inbreuk|incident|breach|melding|verletzung|violation", re.IGNORECASE)
ON_BREACH = r"\b(?:gevolgen|datalek\w*|incident\w*|breach)\b"

_DESCRIBED_IN = (
    r"(?:{described}) .{0,160}?(?:{annex})|(?:{annex}) .{0,160}?(?:{described})|\b(?:uit|in|van|of|from) (?:de |the )?\W{0,3}"
    r"(?:bijlage|aanhangsel|annex|appendix|schedule) \w+|"
    r"(?:{described})[^.;]{0,20}\b(?:op|at|on|unter|sur)\b (?:https?://|www\.)?[\w-]+\.\w[\w.-]*/?|"
    r"(?:{described}) (?:in|op|on|im|in der|dans) (?:(?:de|het|the|our|ons|onze|le|la|haar|zijn|its) )?(?:\w+ )?\w*"
    r"(?:klantportaal|klantenportaal|website|webpagina|verklaring|statement|beveiligingsbeleid|security policy|whitepaper|factsheet|beveiligingsplan|sicherheitskonzept|overzicht|overview)\b"
)
# The measures themselves stand in an annex, whatever else the sentence says of changing them.
_MEASURES_IN = r"\b(?:maatregelen|measures|maßnahmen|mesures)\b (?:\S+ ){0,4}?(?:{described}) (?:\S+ ){0,3}?(?:(?:l')?(?:{annex})|(?:part|deel|teil|partie) [\w]{1,3}\b)|\b(?:maatregelen|measures|maßnahmen|mesures)\b[^.;]{0,60}\b(?:from|against|tegen|vor|gegen|contre)\b[^.;]{0,50}(?:{described}) (?:\S+ ){0,3}?(?:{annex})"
_MEASURES_OF = (
    r"\b(?:treft|neemt|houdt|handhaaft|voert|implement\w*|maintain\w*|appl(?:y|ies)|trifft|ergreift|setzt|met en œuvre|applique)\b[^.;]{0,60}"
    r"\b(?:maatregelen|measures|maßnahmen|mesures)\b (?:in|of|from|uit|van|aus|nach|gemäß|laut|de|der|des) (?:the |der |l')?(?:(?:{annex})|(?:part|deel|teil|partie) \w{1,3}\b)"
)
_LISTED = (
    r"\b(?:volgende|deze|onder (?:meer|andere)(?: door)?|unter anderem|notamment|following|folgenden?|suivantes|waaronder(?: \S+){0,4}|including(?: \S+){0,4}|te weten)\b"
    r"(?:[^.;]{0,90}:\s*(?:\*\*)?(?:$|[-•●▪◦·]\s)|[^.;:]{0,70}: ?[^.;]{5,120},[^.;]{5,120}(?:,| en | and | und | et ))|"
    r"^\W*(?:\d[\d.]*\s)?(?:zij|ze|deze|die|they|these|sie|diese|elles|(?:de|deze|the|these|die|diese|les|ces) (?:maatregelen|measures|maßnahmen|mesures))"
    r" (?:omvatten|behelzen|bestaan|zijn:|include|comprise|consist|umfassen|comprennent)\b[^.;]{5,160},[^.;]{3,300} (?:en|and|und|et) "
)
_LISTED += (
    r"|^\W*(?:\d[\d.]*\s)?(?:as a minimum|at a minimum|at least|minimaal|ten minste|mindestens|au minimum),? (?:these|they|deze|zij|dies|diese|celles-ci) (?:are|include|zijn|omvatten|sind|umfassen|sont)\s?:\s\S[^.;]{3,120}(?:,| and | en | und | et )"
    r"|\bmaatregelen (?:zijn|omvatten|betreffen|bestaan uit)(?: onder (?:meer|andere)| in ieder geval)?\s?:|"
    r"^\W*(?:\d[\d.]*\s)?(?:(?:technische|organisatorische|genomen|getroffen) (?:en organisatorische )?(?:beveiligings)?|beveiligings)maatregelen\s?:\s\S[^.;]{3,120}(?:,|;| en )|"
    r"\b(?:protects?|secures?)\b[^.;:]{0,80}\b(?:by|with|through|by means of)\b[^.;]{3,120},[^.;]{3,160} and |"
    r"\bbeveilig(?:t|en)\b[^.;:]{0,80}\b(?:door|met|via|door middel van)\b[^.;]{3,120},[^.;]{3,160} en |\bmaatregelen behoren\b[^.;]{3,160}(?:,| en )"
)
_IN_ANNEX = cue(_DESCRIBED_IN, unless=(ON_BREACH, r"\b(?:geen|no)\b .{0,60}(?:{described})", r"{change}"))
# "die unter https://… beschriebenen Maßnahmen": on a page of the processor's own.
_ON_A_PAGE = (
    r"\b(?:unter|auf|sur|on|at) \S{0,4}[\w-]+(?:\.[\w-]+)+\S* (?:beschrieben|aufgeführt|genannt|veröffentlicht|décrit|described|listed|published)\w*\b[^.;]{0,60}\b(?:maßnahmen|mesures|measures)\b|"
    r"\b(?:mesures|measures)\b[^.;]{0,60}\b(?:décrites|described|listed|published)\b[^.;]{0,12}\b(?:sur|on|at) \S{0,4}[\w-]+(?:\.[\w-]+)+"
)
_IN_ANNEX_ANYHOW = cue(rf"{_MEASURES_IN}|{_MEASURES_OF}|{_ON_A_PAGE}", unless=(ON_BREACH,))
# "Wat wij doen:", in an article on security, opens a list of them.
_WHAT_IT_DOES = lasting(
    r"^\W*(?:wat|dit|dit is wat|what|was)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,20}\b(?:doen|doet|do|does|tun|tut)\b[^.;]{0,10}:\s*$"
)
_BY_LIST = cue(_LISTED, unless=(ON_BREACH, r"\bkan worden\b"), by=Role.PROCESSOR)


def _described(reading: Reading) -> Iterator[Candidate]:
    """Where the measures are told: in an annex that is named, or in a list that follows."""
    for statement in statements(reading, *WORDS):
        about = statement.search(phrase(_SECURITY_MEASURES, reading.language)) is not None or (
            SECURITY.search(statement.heading) is not None and statement.near(phrase(r"{measures}", reading.language))
        )
        told = any(one.meets(statement, reading.language) for one in (_IN_ANNEX, _BY_LIST))
        in_annex = _IN_ANNEX_ANYHOW.meets(statement, reading.language)
        if (
            (about and told)
            or in_annex
            or (SECURITY.search(statement.heading) and _WHAT_IT_DOES.search(statement.text))
        ):
            yield flag("security.measures_described", statement)
    yield from _named_one_by_one(reading)


# Kinds of measures, each by the words for it: two in a sentence of an article on security describe what is done.
_KINDS = tuple(
    lasting(words)
    for words in (
        r"versleuteld?\w*|encrypt\w*|verschlüssel\w*|chiffr\w*|\btls\b|\bssl\b",
        r"tweestaps\w*|tweefactor\w*|multi-?factor\w*|\bmfa\b|\b2fa\b|two-factor|zwei-faktor",
        r"back-?ups?\b|reservekopie\w*|datensicherung\w*|sicherungskopie\w*|sauvegardes?\b",
        r"firewall\w*|virusscan\w*|antivirus\w*|malware",
        r"wachtwoord\w*|passwords?\b|passwort\w*",
        r"(?:bevoegde|geautoriseerde) (?:medewerkers|personen)|toegang(?:srechten|sbeheer|scontrole)|alleen\b[^.;]{0,30}\btoegang|access (?:control|rights)|"
        r"(?:rollenbasiert\w*|beschränkt\w*) (?:zugriff\w*|zugang\w*)|zu(?:griffs|gangs|tritts)kontroll\w*|contrôles? d'accès|habilitations?",
        r"\blogging\b|logbestand\w*|gelogd|audit logs?|protokollier\w*|journalis\w*",
        r"pseudonimis\w*|pseudonymi\w*|geanonimiseerd",
        r"alarm\w*|afgesloten (?:ruimte|kast|pand)\w*|camera\w*|toegangspas\w*",
    )
)
_KIND_WORDS = (
    "versleutel", "encrypt", "tweestaps", "tweefactor", "multifactor", "multi-factor", "mfa", "2fa", "back-up", "backup", "reservekopie",
    "firewall", "virus", "wachtwoord", "password", "toegang", "access", "logging", "gelogd", "pseudon", "alarm", "afgesloten",
    "verschlüssel", "zugriff", "zugang", "zutritt", "protokollier", "sicherung", "chiffr", "sauvegarde", "habilitation", "journalis",
)  # fmt: skip


_ITEM = lasting(r"^\s*(?:(?:[-•●▪◦·*]|\([a-z\d]{1,2}\)|[a-z\d]{1,2}[.)])\s|[^\W\d][^.:;,\t]{2,40}[:\t] ?\S)")
# Whose measures they are where no heading says so: "PROCESSOR neemt maatregelen, waaronder …".
_TAKES_MEASURES = (
    r"\bPROCESSOR\b … \b(?:treft|treffen|neemt|nemen|heeft|hebben|hanteert|takes?|implements?|has|trifft|ergreift|prend)\b[^.;]{0,60}\b\w*(?:maatregelen|measures|maßnahmen|mesures)\b[^.;]{0,120}"
    r"\b(?:waaronder|onder (?:meer|andere)|zoals|bestaande uit|te weten|namelijk|including|such as|darunter|notamment)\b|"
    r"\bPROCESSOR\b[^.;]{0,160}\bom\b[^.;]{0,30}(?:{data})[^.;]{0,12}\bte (?:beschermen|beveiligen)\b"
)


def _named_one_by_one(reading: Reading) -> Iterator[Candidate]:
    """Measures of two kinds that a sentence in an article on security, or items below each other, name as the processor's own."""
    among: dict[Clause, set[int]] = defaultdict(set)
    for statement in statements(reading, *_KIND_WORDS, headings=False):
        if statement.subject is Role.CONTROLLER or not (
            SECURITY.search(statement.heading) or statement.search(phrase(_TAKES_MEASURES, reading.language))
        ):
            continue
        kinds = {number for number, kind in enumerate(_KINDS) if kind.search(statement.text)}
        if _ITEM.search(statement.own):
            kinds |= among[statement.clause]
            among[statement.clause] = kinds
        if len(kinds) > 1 and not statement.search(
            phrase(
                rf"{ON_BREACH}|CONTROLLER (?:zorgt|dient|moet|zal|shall|must)|\b(?:kan|kunnen|bijvoorbeeld|may)\b",
                reading.language,
            )
        ):
            yield flag("security.measures_described", statement, Strength.PASSING)
    yield from _in_a_table(reading)


_MEASURE_COLUMN = lasting(
    r"^[\W\d]*(?:(?:beveiligings|technische |organisatorische |genomen |getroffen )?maatregel(?:en)?|(?:security |technical )?measures?|maßnahmen?|mesures?)[^\t]{0,20}\t",
    re.IGNORECASE,
)


def _in_a_table(reading: Reading) -> Iterator[Candidate]:
    """Measures that a table lists under their head."""
    for above, head, row in zip(reading.lines, reading.lines[1:], reading.lines[2:], strict=False):
        if (
            head.block.cells
            and row.block.cells
            and not above.block.cells
            and _MEASURE_COLUMN.match(head.text)
            and not _ON_REPORTS.search(f"{above.text} {head.clause.heading}")
        ):
            yield Candidate(
                "security.measures_described", value=True, passages=((head.start, head.end), (row.start, row.end))
            )


_REVIEWED = r"\b(?:loopt|lopen) … (?:{regularly}) … \bna\b|(?:{regularly}) .{0,70}?(?:{review})|(?:{review}) .{0,100}?(?:{regularly})"
_OTHER_REVIEWS = (
    r"\b(?:toegangsrecht|autorisatie|wachtwoord|patch|back-?up|training|opleiding|bewustwording|"
    r"leverancier)\w*(?![^.;]*\b(?:en|of) (?:of )?de beveiliging\b)",
    r"\b(?:access rights|passwords?|patches|back-?ups?|training|awareness|vendor)\b(?![^.]*\bpenetration\b)",
    r"SUBPROCESSOR",
    r"\b(?:reserve|verzoek|request)\w*\b",
    r"\b(?:CONTROLLER) … (?:recht|right|may|mag|kan)\b",
)
_REVIEW = (
    reads(
        "security.periodic_review",
        cue(r"{security_object}", _REVIEWED, unless=_OTHER_REVIEWS, by=Role.PROCESSOR),
    ),
)
_REVIEW_OF_IT = cue(
    _REVIEWED,
    r"\b(?:deze lijst|of dit (?:nog )?(?:\w+ )?(?:voldoende|genoeg|goed|in orde)|systemen|software|applicaties?|voorzieningen|infrastructuur|netwerk|toereikend\w*|ze|deze|zij|hun|them|they|these|sie|diese|elles?|les|wirk\w*|effect\w*|doeltreffend\w*)\b",
    unless=(*_OTHER_REVIEWS, r"{audit}", r"\bSUBPROCESSOR\b"),
    by=Role.PROCESSOR,
)


# "Zij toetst jaarlijks of die nog voldoen": the measures of the sentence before.
_WHETHER_STILL = cue(
    _REVIEWED,
    r"\bof (?:dat|dit|ze|die|deze|zij) (?:\w+ ){0,3}?(?:nog|voldoe\w*|passend|toereikend|doeltreffend|effectief|werk\w*)\b",
    unless=(*_OTHER_REVIEWS, r"{audit}", r"\bovereenkomst\b"),
    by=Role.PROCESSOR,
)


def _review(reading: Reading) -> Iterator[Candidate]:
    """Periodic review, also where the measures are only referred to in an article on security."""
    among = statements(reading, *WORDS, "pentest", "pen-test", "penetratie", "kwetsbaar")
    yield from settled(reading, among, _REVIEW)
    for statement in among:
        if (
            _on_security(statement, reading.language)
            and not statement.search(phrase(r"{security_object}", reading.language))
            and _REVIEW_OF_IT.meets(statement, reading.language)
        ):
            yield flag("security.periodic_review", statement, Strength.PASSING)

    for statement in statements(
        reading, "toets", "evalue", "beoorde", "controle", "gaat na", "gaan na", headings=False
    ):
        if _WHETHER_STILL.meets(statement, reading.language) and _on_security(statement, reading.language):
            yield flag("security.periodic_review", statement, Strength.PASSING)


def _on_security(statement: Statement, language: str) -> bool:
    """Whether `statement` stands in an article on security, or goes on about measures."""
    return SECURITY.search(statement.heading) is not None or statement.near(phrase(r"{security_object}", language))


_DISCLAIMED = cue(
    r"{no_warranty}",
    r"\b(?:altijd|elke dreiging|nooit|doeltreffend|effectief|afdoende|in alle gevallen|never occur|infallible|unauthori[sz]ed|alle omstandigheden|te allen tijde|volledige?|absoluut|honderd procent|100 ?%|geen enkele|daarover|"
    r"effective|all circumstances|secure|prevent|unbreakable|waterdicht|onder alle|(?:elke|iedere|alle|any|every|all) (?:inbreuk|incident|lek|breach|dreiging|aanval|vorm|attack|threat)\w*|absolute\w*|vollständig\w*|lückenlos\w*|jede\w*|stets|jederzeit|"
    r"toutes? (?:atteinte|circonstance)s?|en toute|allen umständen|wirksam|efficac\w*|infaillible\w*|absolue?)\b",
    by=Role.PROCESSOR,
)
_SECURITY_NAMED = r"\bbeveiliging\w*|\b(?:\w*maatregelen)\b|\bsecurity\b|\bmeasures\b|\bsicherheit\w*|\bmaßnahmen\b|\bschutz\b|\bveilig\w*|\bsécurité\b|\bmesures\b"


# "No security is perfect. PROCESSOR therefore gives no warranty": the second leans on the first.
_NEVER_PERFECT = (
    r"\b(?:geen enkele|geen|no|kein\w*|aucune)\b[^.;]{0,20}\b(?:beveiliging|maatregel|security|measure|system|maßnahme|mesure|sécurité)\b[^.;]{0,60}"
    r"\b(?:doeltreffend|effectief|feilloos|waterdicht|perfect|effective|infallible|impregnable|wirksam|infaillible)\b|"
    r"\b(?:honderd procent|100 ?%)[^.;]{0,30}\bbestaat niet\b"
)


# "CONTROLLER erkent dat absolute beveiliging niet bestaat": who accepts that is promised no more.
_ACCEPTED = (
    r"\b(?:CONTROLLER|partijen)\b … \b(?:begrijp(?:t|en)|(?:er|onder)ken(?:t|nen)|besef(?:t|fen)|aanvaard(?:t|en)|accepte(?:ert|ren)|bekend|bewust|realise(?:ert|ren)|akkoord)\b … "
    r"\b(?:geen enkele|geen|absolu\w*|volledig\w*|perfect\w*|honderd procent|100 ?%|waterdicht\w*)\b … "
    r"\b(?:bestaat|mogelijk|waterdicht|sluitend|feilloos|perfect|gegarandeerd|doeltreffend|effectief|veilig|haalbaar|uit te sluiten|geven|bieden|biedt)\b"
)
_ACCEPTING = cue(_ACCEPTED, _SECURITY_NAMED, r"\b(?:niet|geen|nooit|onmogelijk)\b", unless=(ON_BREACH,))
# "Niet kan worden uitgesloten dat onbevoegden toegang krijgen."
_NOT_EXCLUDED = cue(
    r"\b(?:niet|nooit|nimmer)\b … \b(?:uit ?(?:te )?sluit\w*|uitgesloten)\b|\bonmogelijk\b … \buit te sluiten\b",
    r"\b(?:onbevoegde\w*|ongeautoriseerde\w*|derden|inbreuk\w*|ongeoorloofde?|misbruik|hackers?|incidenten)\b",
    unless=(
        r"\baansprakelijk\w*",
        r"{breach} (?:\w+ )?waarbij\b|\b(?:iedere|elke|ieder|elk|een) (?:\w+ )?(?:{breach})|{inform}",
    ),
    by=Role.PROCESSOR,
)
# "Hij staat er niet voor in dat deze altijd doeltreffend zijn": the measures of the sentence before.
_THOSE = r"\b(?:deze|die|zij|ze|dat|daarvan|they|these|sie|diese)\b"


def _disclaimed(reading: Reading) -> Iterator[Candidate]:
    words = (*WORDS, "schutz", "garant", "niet voor in", "warrant", "belov", "garande", "sluit", "uitgesloten")
    for statement in statements(reading, *words):
        named = (
            statement.search(phrase(_SECURITY_NAMED, reading.language)) is not None
            or SECURITY.search(statement.heading) is not None
            or goes_on_from(statement, _THOSE, _SECURITY_NAMED, reading.language)
        )
        if named and any(one.meets(statement, reading.language) for one in (_DISCLAIMED, _ACCEPTING, _NOT_EXCLUDED)):
            yield flag("security.effectiveness_disclaimed", statement)
        elif (
            statement.before is not None
            and statement.before.search(phrase(_NEVER_PERFECT, reading.language))
            and statement.search(phrase(r"{no_warranty}", reading.language))
        ):
            yield flag("security.effectiveness_disclaimed", statement, Strength.PASSING)


STANDARDS = {
    "ISO27001": r"\biso[\s/-]*(?:iec)?[\s/-]*27001\b|\biso[^.;]{0,30}[ ,]27001\b",
    "ISO27701": r"\biso[\s/-]*(?:iec)?[\s/-]*27701\b|\biso[^.;]{0,40}[ ,]27701\b",
    "ISO9001": r"\biso[\s/-]*9001\b",
    "NEN7510": r"\bnen[\s-]*7510\b",
    "SOC2": r"\bsoc[\s-]*(?:2|ii)\b",
    "ISAE3402": r"\bisae[\s-]*3402\b",
    "BIO": r"\bbaseline informatiebeveiliging overheid\b|\bde bio\b|\bbio-norm\w*|\(bio\)",
    "PCI-DSS": r"\bpci[\s-]*dss\b",
}
# One of these is in every name of a standard.
_PROBES = ("27001", "27701", "9001", "7510", "soc", "3402", "bio", "baseline informatiebeveiliging", "pci")
_STANDARD = {name: lasting(pattern) for name, pattern in STANDARDS.items()}
_CLAIMED = lasting(
    r"\bop (?:ten minste |minimaal )?het niveau (?:van|dat)\b|\bgecertificeerd\b|\bricht(?:en)? zich naar\b|\bvolgt\b|\bcertifi\w*|\bingericht (?:naar|op|volgens|conform)\b|\bop basis van\b|\bgebaseerd op\b|\bverklaring\b|\bstatement\b|\bnach\b|\bselon\b|\bunterhält\b|\bin (?:het )?bezit\b|\bbeschikt over\b|\bvoldoe[tn]\b|\bbeantwoord(?:t|en) aan\b|"
    r"\bconform\b|\bvolgens\b|\bovereenkomstig\b|\bnormen?\b|\bverklaring van toepasselijkheid\b|"
    r"\bwerkt\b|\bhanteert\b|\bcompl(?:y|ies|iant)\b|\baligned?\b|\bmaintain\w*|\baccredit\w*|"
    r"\bfollows\b|\bin accordance with\b|\bholds?\b|\bzertifizi\w*|\borientier\w*|\banlehnung\b|\bangelehnt\b|\bentspricht\b|\bréférentiel\b|\bsuit\b|\bconformes?\b|"
    r"\bstatement of applicability\b|\bundergo\w*\b|\battestation\b|\bexamin(?:ed|ation)\b|\baudited\b|\breports?\b|\b\w*rapport\w*\b|\b\w*rapportage\b"
)
_NOT_ITS_OWN = lasting(
    r"\b(?:with|at|by|from) an? (?:[a-z]+ ){0,2}(?:provider|host|supplier|vendor|third party)\b|\bbij een (?:[a-z]+ )?(?:partij|aanbieder|provider)\b|"
    r"\bbei einem (?:[a-z]+ )?(?:anbieter|dienstleister|hoster)\b|\bchez un (?:prestataire|hébergeur)\b|"
    r"\b(?:iso|soc|nen|certif)\S*(?: \S+){0,4}? (?:nog niet|nog geen)\b|\bbestaat niet\b|\bniet nagestreefd\b|\bcentres? de données\b|\bhébergeur\b|\bdata[- ]?cent(?:er|re|ra|rum)s?\b|\brekencentr\w+|\bhosting(?:partij|provider|leverancier)\w*|"
    r"\bcloud ?(?:provider|leverancier)s?\b|SUBPROCESSOR|\b(?:amazon|aws|azure|microsoft|google|"
    r"hetzner|equinix)\b|"
    r"\brechenzentr\w+|\bzoals\b(?! (?:\w+ ){0,2}(?:beschreven|omschreven|vermeld|opgenomen|genoemd|bedoeld|vastgelegd|uitgewerkt|opgesomd|overeengekomen)\b)|\bsuch as\b|\bbijvoorbeeld\b|\be\.g\b|\bz\.? ?b\b|\bbijv\b|"
    r"\{\{|\bof vergelijkbaar\b|\bor (?:similar|equivalent)\b|\b(?:nog niet|geen|not yet|no|"
    r"niet|nicht|kein\w*|pas|aucune?)\b (?:\S+ ){0,5}(?:iso|soc|nen|certif|zertif)|\bstrebt\b|\bangestrebt\b|\bvise à\b|\bpar exemple\b|\btel(?:le)?s? que\b|\b(?:oder|ou) (?:vergleichbar|gleichwertig|équivalent)\w*|\bzum beispiel\b|\bleveranciers?\b|"
    r"\bCONTROLLER (?:is|beschikt|voldoet|holds)\b|\bwenst\b|\bstreeft\b|\bnastree\w*|\baims?\b"
)


# "… for all of its data centres and its operations": not those alone.
_NOT_THOSE_ALONE = lasting(
    r"\bdata[- ]?cent(?:er|re|ra|rum)s? (?:and|as well as|en|alsook|und|sowie|et) (?:(?:its|our|the|zijn|haar|onze|de|ihre|unsere|die|ses|nos) )?(?:own |eigen )?"
    r"(?:operations|organi[sz]ation|offices?|services|company|processes|organisatie|bedrijfsvoering|kantoren|dienstverlening|betrieb|organisation|büros)\b"
)
# Another clause of the sentence, which tells of what somebody else does with the data.
_PARTS = lasting(
    r";|, (?=(?:terwijl|whereas|wobei|tandis)\b)|\b(?:en|and|und|et) (?=(?:maakt|gebruikt|slaat|host|werkt met|uses?|stores?|hosts?|nutzt|speichert|utilise|héberge|confie)\b)"
)


def _standards(reading: Reading) -> Iterator[Candidate]:
    before: Statement | None = None
    for statement in statements(reading, ""):
        found: tuple[str, ...] = ()
        said = ""
        if any(probe in statement.text for probe in _PROBES):
            # Where a clause of the sentence speaks of somebody else's certificate, the other clauses still count.
            own = _NOT_THOSE_ALONE.sub("", statement.text)
            said = ";".join(part for part in _PARTS.split(own) if not _NOT_ITS_OWN.search(part))
            found = tuple(name for name, pattern in _STANDARD.items() if pattern.search(said))
        if found:
            if _CLAIMED.search(said):
                yield Candidate("security.standards", found, statement.passages)
            elif before and _CLAIMED.search(before.text) and "certific" in before.text:
                yield Candidate("security.standards", found, (*before.passages, *statement.passages))
        before = statement


RULES = (
    Rule("security-measures-described", ("security.measures_described",), _described),
    Rule("security-standards", ("security.standards",), _standards),
    Rule("security-review", ("security.periodic_review",), _review),
    Rule("security-effectiveness-disclaimed", ("security.effectiveness_disclaimed",), _disclaimed),
)
