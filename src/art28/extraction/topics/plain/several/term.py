"""Turns of several languages on the term, what survives it and amendment, as speech.py reads them."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.starts",
        ("getekend", "terugstuur", "onderteken"),
        (
            r"\b(?:geldt|gelden|gaat in|gaan in)\b",
            r"\b(?:vanaf|zodra|op)\b … \b(?:getekend (?:\w+ )?(?:terugstuur\w*|terug\w*)|ondertekent|getekend (?:heeft|hebt|hebben)|heeft getekend)\b",
        ),
        value="on_signature",
        unless=(r"{breach}", r"SUBPROCESSOR", r"{secrecy}"),
    ),
    Plain(
        "term.starts",
        ("akkoord",),
        (
            r"\bdoor (?:een account aan te maken|in te loggen|CONTROLLER aan te melden|gebruik te maken|te bestellen|de dienst te gebruiken)\b … \bakkoord\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("zolang",),
        (
            r"\bzolang (?:de |het )?(?:PROCESSOR voor CONTROLLER werk\w*|CONTROLLER (?:klant|een account|het account|een abonnement|de dienst)|PROCESSOR CONTROLLER (?:adviseur|boekhouder|leverancier))\b",
            r"\b(?:geldt|gelden|duurt|duren|loopt|lopen|van kracht)\b",
        ),
        value="cooperation",
        unless=(r"{breach}", r"SUBPROCESSOR", r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "term.lasts",
        ("laufzeit", "looptijd", "de duur", "la durée"),
        (
            r"^\W*(?:[\d.()]+\W+)?(?:die laufzeit|die dauer|la durée|de looptijd|de duur)\b[^.;]{0,30}\b(?:richtet sich nach|entspricht|volgt|is gelijk aan|est celle)\b"
            r"[^.;]{0,30}\b(?:hauptvertrag\w*|hauptvertrags|(?:du|le) contrat|hoofdovereenkomst|leistungsvertrag\w*)\b",
        ),
        value="main_agreement",
        under=r"dauer|laufzeit|durée|duur|looptijd",
    ),
    Plain(
        "term.survival",
        ("fort", "auch nach", "survit", "demeure"),
        (
            r"\b(?:verpflichtung\w*|pflicht\w*)\b[^.;]{0,40}\b(?:besteht|bestehen|gilt|gelten|bleib\w*|dauer\w*)\b[^.;]{0,20}\bnach (?:beendigung|ende|ablauf|dem ende|der beendigung)\b|"
            r"\b(?:obligation\w*|engagement\w*)\b[^.;]{0,60}\b(?:surviv\w*|demeure\w*|subsiste\w*|perdure\w*)\b[^.;]{0,60}\b(?:fin|terme|expiration|cessation)\b",
        ),
        unless=(r"{staff}", r"\btätigkeit\b"),
    ),
    Plain(
        "term.amendment",
        ("van tevoren", "vooraf", "vantevoren"),
        (
            r"\b(?:verander\w*|wijzig\w*|pas(?:t|sen)?) PROCESSOR (?:iets |wat )?(?:aan )?(?:deze|dit|in deze)\b",
            r"\bCONTROLLER\b[^.;]{0,60}\b(?:bericht|weten|horen|mail)\b|\b(?:krijgt|hoort) CONTROLLER\b",
        ),
        value="processor_with_notice",
        unless=(r"SUBPROCESSOR", r"{measures}"),
    ),
    Plain(
        "term.starts",
        ("account", "akkoord", "accept", "bestel", "offerte", "abonnement"),
        (
            r"\b(?:geldt|gelden|gaat in|in werking|van kracht|van toepassing|ingangsdatum)\b[^.;]{0,60}\b(?:vanaf|zodra|op het moment dat|wanneer|door)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,50}\b(?:account|akkoord|accepteert|aanvaardt|bestelt|abonnement)\b|"
            r"\bby (?:creating|opening|signing up|registering|using|accessing|clicking|accepting|ordering|placing|subscribing)\b[^.;]{0,60}\bCONTROLLER (?:\w+ )?(?:accepts?|agrees? to|enters? into)\b[^.;]{0,20}\b(?:this|the) (?:dpa|agreement|addendum|data processing \w+|terms)\b",
        ),
        value="on_acceptance",
        unless=(r"{breach}", r"SUBPROCESSOR", r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "term.starts",
        ("in werking met", "gaat in met", "ingang van", "in werking bij", "gelijktijdig met", "tegelijk met"),
        (
            r"\b(?:treedt|treden|gaat|gaan)\b[^.;]{0,20}\b(?:in werking|in)\b[^.;]{0,12}\b(?:met|bij|gelijktijdig met|tegelijk met|met ingang van)\b[^.;]{0,40}\b(?:opdracht\w*|hoofdovereenkomst|abonnement|(?:dienstverlenings|licentie|raam)overeenkomst|offerte)\b",
        ),
        value="with_main_agreement",
        unless=(r"\b(?:ondertekening|handtekening|wijziging\w*)\b",),
    ),
    Plain(
        "term.survival",
        ("naar hun aard", "naar zijn aard"),
        (
            r"\bnaar (?:hun|zijn) aard\b[^.;]{0,40}\b(?:bestemd|bedoeld)\b[^.;]{0,60}\b(?:gelding|gelden|kracht|voortduren|van kracht)\b",
        ),
    ),
    Plain(
        "term.lasts",
        ("endet mit", "endet zugleich"),
        (
            r"\bbeginnt mit (?:dem )?abschluss (?:des|der) \w*(?:vertrag\w*|vereinbarung)\b[^.;]{0,30}\bendet mit (?:diesem|dieser|ihm|ihr)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.amendment_notice",
        ("aanpassen", "wijzigen"),
        (
            r"\bPROCESSOR (?:kan|mag)\b[^.;]{0,60}(?:verwerkersovereenkomst|overeenkomst|voorwaarden|document)\b[^.;]{0,12}\b(?:aanpassen|wijzigen)\b[^.;]{0,40}\btermijn van\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.amendment",
        ("changes to it", "changes to this", "amendments to"),
        (
            r"\b(?:changes|amendments) to (?:it|this (?:dpa|addendum|agreement))\b[^.;]{0,12}\b(?:must|shall|may only) be (?:\w+ )?(?:agreed|made|set out) in writing\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "term.lasts",
        ("abonnement", "account", "licentie"),
        (
            r"\bovereenkomst (?:loopt|geldt|duurt) zolang (?:het|de|CONTROLLER) (?:abonnement|account|licentie|contract)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.amendment",
        ("schriftelijk",),
        (
            r"^[\W\d]*(?:zij|deze overeenkomst|deze verwerkersovereenkomst|ze) kan (?:slechts|alleen|uitsluitend) schriftelijk\b[^.;]{0,40}\b(?:beide partijen|instemming|door partijen)\b[^.;]{0,30}\bgewijzigd\b",
        ),
        value="mutual_written",
    ),
)
