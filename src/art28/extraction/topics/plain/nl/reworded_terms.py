"""Turns of Dutch clauses on places, the end, term, liability and what goes before what that say the usual in another order, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_PRESENT = r"(?:deze|dit|de) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|verwerkersafspraken|afspraken)"
_MAIN = r"(?:(?:hoofd|dienstverlenings|licentie|raam|koop)?overeenkomst|\w*voorwaarden|abonnement|opdracht|offerte)"
_END = r"export|eind|einde|stop|beëindig|afloop|verwijder|opzeg|teruggave|bewaar"
_AREA = r"buiten de (?:eer|eu|europese (?:unie|economische ruimte))"
_LIABLE = r"aansprakelijk|schade"

REWORDED_TERMS = (
    Plain(
        "transfers.rule",
        ("buiten de", "andere landen"),
        (
            rf"\b(?:pas|alleen|slechts)\b[^.;]{{0,60}}\b{_AREA}\b[^.;]{{0,60}}\b(?:als|nadat|wanneer) CONTROLLER\b[^.;]{{0,60}}\b(?:ingestemd|instemt|akkoord|goedgevonden|goedgekeurd|toestemming)\b|"
            rf"\b{_AREA}\b[^.;]{{0,50}}\b(?:pas|alleen|slechts)\b[^.;]{{0,40}}\b(?:als|nadat|wanneer) CONTROLLER\b[^.;]{{0,60}}\b(?:ingestemd|instemt|akkoord|goedgevonden|goedgekeurd|toestemming)\b|"
            r"\bin andere landen\b[^.;]{0,40}\bna\b[^.;]{0,30}\b(?:goedvinden|toestemming|instemming|akkoord) van CONTROLLER\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.region",
        ("het gebied waarbinnen",),
        (r"\b(?:europese economische ruimte|eer) is het gebied waarbinnen\b",),
        value="EEA",
    ),
    Plain(
        "transfers.location_on_request",
        ("waar", "overzicht", "opgave", "lijst"),
        (
            r"\b(?:wenst|wil|vraagt) CONTROLLER\b[^.;]{0,30}\bwaar\b[^.;]{0,40}\b(?:gegevens|data)\b[^.;]{0,20}\b(?:staan|zijn|bevinden|opgeslagen|verwerkt)\b[^.;]{0,40}\bPROCESSOR\b|"
            r"\b(?:op (?:\w+ )?verzoek|desgevraagd)\b[^.;]{0,60}\b(?:overzicht|opgave|lijst) van (?:de |alle )?(?:locaties|plaatsen|landen)\b",
        ),
    ),
    Plain(
        "end.data",
        ("laat", "haalt", "ophalen", "op te halen"),
        (
            r"\bCONTROLLER laat\b[^.;]{0,40}\bweten of\b[^.;]{0,60}\bterug\b[^.;]{0,40}\b(?:of|dan wel)\b[^.;]{0,40}\b(?:weg|gewist|vernietigd|verwijderd|wissen)\b",
            r"{data}",
        ),
        value="controller_chooses",
        under=_END,
        strength=Strength.PASSING,
    ),
    Plain(
        "end.data",
        ("weg", "gewist", "wis"),
        (
            r"^[\W\d]*(?:daarna|vervolgens|dan) (?:gooi(?:t|en)|wis(?:t|sen)|verwijder(?:t|en)|vernietig(?:t|en)) PROCESSOR\b",
        ),
        value="return_on_request_then_delete",
        under=_END,
        after=r"\b(?:op te halen|ophalen|te downloaden|te exporteren)\b|\bkan CONTROLLER om (?:overdracht|teruggave|afgifte)\b[^.;]{0,40}\bvragen\b",
        strength=Strength.PASSING,
    ),
    Plain(
        "end.legal_retention_exception",
        ("verlangt", "eist", "schrijft"),
        (
            r"\b(?:verlangt|eist|schrijft) de wet\b[^.;]{0,60}\b(?:bewa\w+|bewaard blijven)\b[^.;]{0,40}\b(?:hoeft|mag|wist|vernietigt|verwijdert)\b",
        ),
    ),
    Plain(
        "end.certificate",
        ("bevestiging", "verklaart"),
        (
            r"\b(?:als|zodra|wanneer|nadat) (?:alles|de \w*gegevens|ze|dat)\b[^.;]{0,12}\b(?:is|zijn) (?:gewist|verwijderd|vernietigd)\b[^.;]{0,20}\b(?:krijgt|ontvangt) CONTROLLER\b[^.;]{0,30}\bbevestiging\b|"
            r"\bdat (?:de \w*gegevens|alles|ze)\b[^.;]{0,20}\b(?:weg|gewist|verwijderd|vernietigd) (?:is|zijn),? verklaart PROCESSOR\b",
        ),
        under=_END,
    ),
    Plain(
        "end.withheld_until_payment",
        ("facturen", "betalingsachterstand", "achterstand", "rekeningen"),
        (
            r"\b(?:overdracht|teruggave|afgifte)\b[^.;]{0,20}\b(?:nadat|pas als|zodra|eerst nadat) CONTROLLER\b[^.;]{0,40}\b(?:facturen|rekeningen)\b[^.;]{0,20}\b(?:voldaan|betaald)\b|"
            r"\bPROCESSOR mag\b[^.;]{0,40}\b(?:onder zich houden|achterhouden|vasthouden)\b[^.;]{0,12}\bzolang CONTROLLER\b[^.;]{0,40}\b(?:achterstand|betalingsachterstand|facturen|rekeningen)\b",
        ),
    ),
    Plain(
        "end.choice_window",
        ("vraagt", "beschikbaar"),
        (
            r"\b(?:vraagt|verzoekt) (?:zij|hij|CONTROLLER|deze) (?:dat|daarom|daar)\b[^.;]{0,12}\bbinnen\b[^.;]{0,40}\bna (?:afloop|het einde|beëindiging)\b|"
            r"^[\W\d]*gedurende\b[^.;]{0,40}\b(?:na|blijven)\b[^.;]{0,40}\b(?:\w*gegevens|data)\b[^.;]{0,40}\bbeschikbaar (?:om te|voor) (?:exporteren|downloaden|export)\b",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "term.starts",
        ("account", "handtekening"),
        (
            rf"\bmet het (?:aanmaken|openen) van een account (?:gaat?|stemt?|aanvaardt?) CONTROLLER\b[^.;]{{0,12}}{_PRESENT}",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.starts",
        ("handtekening", "ondertekening"),
        (
            rf"\bvanaf de (?:datum|dag) van (?:\w+ )?ondertekening\b[^.;]{{0,12}}\b{_PRESENT}\b[^.;]{{0,12}}\b(?:gebonden|gehouden)\b|"
            rf"\b{_PRESENT} bindt partijen vanaf (?:de )?(?:dag van )?ondertekening\b|"
            rf"\bmet de laatste handtekening\b[^.;]{{0,30}}\bis {_PRESENT}\b[^.;]{{0,12}}\b(?:een feit|gesloten|van kracht|tot stand)\b",
        ),
        value="on_signature",
    ),
    Plain(
        "term.lasts",
        ("houdt ook", "gekoppeld", "afhankelijk van"),
        (
            rf"\bzeg(?:t|gen)? CONTROLLER\b[^.;]{{0,30}}\b(?:abonnement|account|overeenkomst)\b[^.;]{{0,12}}\bop, dan houdt ook {_PRESENT} op\b|"
            rf"\b(?:geldingsduur|looptijd|duur)\b[^.;]{{0,60}}\bgekoppeld aan (?:die|de duur|de looptijd) van (?:de |het )?{_MAIN}\b",
        ),
        value="main_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.lasts",
        ("gebonden", "gehouden", "gelding"),
        (
            rf"\bgebonden (?:tot|totdat)\b[^.;]{{0,30}}\bPROCESSOR (?:geen|niet)\b[^.;]{{0,40}}\b\w*gegevens\b|\bgebonden (?:tot|totdat) PROCESSOR geen\b[^.;]{{0,20}}\b\w*gegevens\b|"
            rf"^[\W\d]*tot de laatste \w*gegevens\b[^.;]{{0,110}}\b(?:gebonden|gehouden)\b|"
            rf"{_PRESENT} behoudt (?:haar|zijn) gelding\b[^.;]{{0,30}}\b\w*gegevens\b[^.;]{{0,40}}\bworden verwerkt\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.separately_terminable",
        ("los van", "afzonderlijk", "apart"),
        (
            rf"\blos van (?:de |het )?{_MAIN} kan (?:aan )?{_PRESENT}\b[^.;]{{0,12}}\b(?:geen einde worden gemaakt|niet worden (?:opgezegd|beëindigd))\b",
        ),
        value=False,
    ),
    Plain(
        "term.survival",
        ("gelden ook nog", "geldt ook nog", "werking", "onverminderd gelden", "blijven dat"),
        (
            rf"(?:{{secrecy}})[^.;]{{0,60}}\bgeld(?:t|en) ook nog (?:als|wanneer|nadat) {_PRESENT}\b[^.;]{{0,12}}\b(?:voorbij|geëindigd|beëindigd|afgelopen)\b|"
            rf"\b(?:afspraken|bepalingen|verplichtingen|artikelen)\b[^.;]{{0,20}}\b(?:naar|uit) hun aard\b[^.;]{{0,60}}\bna (?:afloop|het einde|beëindiging)\b[^.;]{{0,60}}\bwerking\b|"
            r"\bwat\b[^.;]{0,40}\bover (?:geheimhouding|aansprakelijkheid)\b[^.;]{0,40}\bblijft (?:daarna|nadien)\b[^.;]{0,20}\b(?:gelden|van kracht)\b",
        ),
    ),
    Plain(
        "term.amendment",
        ("stuk", "instemming van de ander", "addendum", "document"),
        (
            rf"\b{_PRESENT}\b[^.;]{{0,20}}\bdoor (?:beide )?partijen (?:onder|ge)tekend (?:stuk|document) nodig\b|"
            rf"\b{_PRESENT}\b[^.;]{{0,12}}\b(?:wil|wenst te) (?:veranderen|wijzigen|aanpassen)\b[^.;]{{0,30}}\bschriftelijke (?:instemming|toestemming) van de ander\b|"
            rf"\bzonder\b[^.;]{{0,20}}\bdoor (?:beide )?partijen (?:onder|ge)tekend (?:addendum|document|stuk)\b[^.;]{{0,20}}\bniets\b",
        ),
        value="mutual_written",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.amendment",
        ("in gesprek", "om tafel"),
        (
            rf"\b(?:aanpassing|wijziging) van {_PRESENT}\b[^.;]{{0,12}}\bnodig\b[^.;]{{0,20}}\bpartijen\b[^.;]{{0,30}}\b(?:in gesprek|om tafel)\b",
        ),
        value="in_consultation",
    ),
    Plain(
        "term.amendment",
        ("kan door", "mag door", "kunnen door", "mogen door"),
        (rf"\b(?:aanpassing|wijziging)\w* van {_PRESENT} (?:kan|mag|kunnen|mogen) door PROCESSOR\b[^;]{{0,90}}",),
        value="processor_with_notice",
        unless=(r"{measures}",),
    ),
    Plain(
        "term.precedence",
        ("wijken", "houdt men", "rang"),
        (
            rf"{_PRESENT}[^.;]{{0,60}}\btegen\b[^.;]{{0,12}}\bmoet (?:de |het )?{_MAIN} wijken\b|\bhoudt men {_PRESENT} aan\b|"
            rf"\bheeft {_PRESENT} (?:een )?(?:hogere rang|voorrang) (?:dan|boven) (?:de |het )?{_MAIN}\b",
        ),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("beslissend", "doorslaggevend"),
        (
            rf"\b(?:strijd|tegenstrijdigheid|verschil) tussen\b[^.;]{{0,40}}\bis (?:de |het )?{_MAIN} (?:beslissend|doorslaggevend)\b",
        ),
        value="main_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "liability.regime",
        ("verwezen", "grenzen", "op de voet", "aangesproken", "sluiten", "vergoedt de schade"),
        (
            rf"\bvoor (?:de )?aansprakelijkheid van PROCESSOR wordt verwezen naar (?:de |het )?(?:\w+ )?{_MAIN}\b|"
            rf"\bPROCESSOR aansprakelijk, dan tot de (?:grenzen|bedragen|maxima) die (?:de |het )?(?:\w+ )?{_MAIN}\b|"
            rf"\bPROCESSOR is (?:alleen |slechts )?aansprakelijk op de voet van (?:de |het )?(?:\w+ )?{_MAIN}\b|"
            rf"\bsluiten\b[^.;]{{0,20}}\baansprakelijkheid aan bij\b[^.;]{{0,40}}{_MAIN}\b",
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
)
"""What such a clause settles."""
