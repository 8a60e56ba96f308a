"""German words for concepts: breaches, requests and assessments; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

MATTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "breach": (
            r"\b\w*zwischenf[aä]ll\w*", r"\bdaten … \b(?:verloren|unbefugten|abhanden)\b",
            r"\bverletzung\w*", r"\bdatenpanne\w*", r"\b\w*vorfall\w*", r"\b\w*vorfälle\w*", r"\bstörung\w*", r"\bdatenleck\w*", r"\bverst(?:oß|öß)\w*",
            r"\b(?:datenschutz|daten|schutz|sicherheits)verletzung\w*",
            r"\bdatenverlust\w*",
            r"\bdatenschutzverst(?:oß|öß)\w*",
            r"\bhackerangriff\w*",
            r"\bgehackt\b",
            r"\bcyberangriff\w*",
        ),
        "authority": (
            r"\bdatenschutzaufsicht\b",
            r"\b\w*aufsichtsbehörde\w*", r"\b\w*behörde\w*", r"\bart(?:\.|ikel) 33\b"),
        "people": (r"\bbetroffene\w*",),
        "discovery": (r"\bentdeck\w*", r"\bfeststell\w*", r"\bfestgestellt\b", r"\bstellt … \bfest\b"),
        "awareness": (r"\bbekannt ?w\w*", r"\bbekannt\b", r"\bkenntnis\w*", r"\bbekanntwerden\b", r"\berfähr\w*", r"\berfahren\b(?= hat| haben|[,.;]|$)", r"\berfuhr\b"),
        "observation": (r"\b(?:be|ge)merk\w*", r"\bwahr(?:ge)?n[eo]m\w*", r"\bbeobacht\w*"),
        "follow_up": (
            r"\b(?:weitere|neue|ergänzende|zusätzliche|nähere)n? (?:informationen|erkenntnisse|angaben|auskünfte|einzelheiten)\b",
            r"\b(?:schritt|stufen)weise\b", r"\bauf dem laufenden\b", r"\b(?:fort)?laufend … (?:informier|unterricht|aktualisier|ergänz)\w*", r"\bnach(?:ge)?reich\w*", r"\breicht … \bnach\b",
            r"\bliefert … \bnach\b", r"\bergänz\w*", r"\bsobald sie (?:verfügbar|vorliegen|bekannt)\b",
        ),
        "register": (
            r"\bverzeichnis\w*", r"\bdokumentier\w*", r"\bprotokollier\w*", r"\bregister\b", r"\bführt eine dokumentation\b",
            r"\bfesthalten\b",
            r"\bhält … \bfest\b",
            r"\bfestgehalten\b",
        ),
        "consults": (
            r"\bPROCESSOR … \b(?:abstimm|abgestimm|absprech|abgesproch|anhör|angehör|konsultier)\w*",
            r"\b(?:abstimmung|absprache|rücksprache|anhörung) (?:mit|des) (?:\w+ )?PROCESSOR\b", r"\bmit (?:dem )?PROCESSOR … \bab(?:stimm|sprech|gestimm|gesproch)\w*",
            r"\bstimmt … \bmit (?:dem )?PROCESSOR … \bab\b",
        ),
        "publicity": (r"\böffentlich\w*", r"\bpresse\b", r"\bmedien\b", r"\bdritte\w*", r"\bverlautbar\w*"),
        "request": (
            r"\banliegen\b",
            r"\bbegehren\b",
            r"\bforderungen\b",
            r"\bauskünfte?\b",
            r"\banfragen?\b", r"\bantr(?:ag|äge)\w*", r"\bersuchen\b", r"\banspr\w+", r"\bersuchens\b", r"\bauskunft\w*",
        ),
        "rights": (
            r"\b(?:auskunft|berichtigung|löschung) … \bverlang\w*", r"\bverlang\w* … \b(?:auskunft|berichtigung)\b",
            r"\bbetroffene\w* … \banliegen\b", r"\banliegen … \bbetroffene\w*",
            r"\bbetroffene\w* … auskünfte?\b",
            r"\bauskünfte?\b … \bbetroffene\w*",
            r"\b(?:auskunfts|betroffenen|lösch|berichtigungs)(?:rechte?|begehren|antr\w+|gesuche?)\b",
            r"\brechte … \bbetroffene\w*",
            r"\bbetroffenenrecht\w*", r"\brechte der betroffenen\b", r"\bkapitel iii\b",
            r"\bbetroffene\w* … (?:recht\w*|antr\w*|anfrage\w*|anspr\w*)",
            r"\b(?:antr\w*|anfrage\w*|anspr\w*) … betroffene\w*",
            r"\b(?:auskunfts|lösch|berichtigungs)(?:ersuchen|anspr\w+|anfragen?|begehren|verlangen)\b", r"\bbetroffenenanfragen?\b", r"\bersuchen … \bbetroffene\w*", r"\bbetroffene\w* … \bersuchen\b", r"\bwahrnehmung … \brechte\b",
        ),
        "forward": (
            r"\bverweist\b",
            r"\bleitet\b[^;\n]{0,160} weiter\b",
            r"\breicht … \bweiter\b",
            r"\bweiter(?:zu|ge)?(?:reich|geb|geleit|leit)\w*",
            r"\büber(?:mittelt|sendet|reicht)\b",
            r"\bweiter(?:zu)?leit\w*", r"\bleitet … \bweiter\b", r"\bverweis\w*", r"\bgibt … \bweiter\b", r"\bschick\w* … \bweiter\b", r"\bleiten … \bweiter\b",
        ),
        "dpia": (
            r"\b(?:datenschutz-?)?folgeabschätzung\w*",
            r"\bdatenschutz-?folgenabschätzung\w*", r"\bart\. 35\b", r"\bdsfa\b", r"\bfolgenabschätzung\w*", r"\bartikel 35\b",
        ),
        "prior_consultation": (
            r"\bvorab\w* (?:\w+ )?konsult\w*",
            r"\bvorabkonsult\w*",
            r"\bvorherige\w* konsultation\w*", r"\bkonsultation\w*", r"\bart\. 36\b", r"\bbehörde vorab fragen\b", r"\bartikel 36\b",
        ),
        "articles_32_36": (r"\bart(?:\.|ikeln?) 32 (?:bis|-) (?:art\. )?36\b",),
    }
)  # fmt: skip
