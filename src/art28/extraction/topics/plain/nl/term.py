"""Turns of Dutch on the term, what survives it and amendment, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import MAIN, PRESENT
from art28.extraction.topics.plain.plain import PERIOD, Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.lasts",
        ("gelijk met", "gelijk aan", "zolang", "even lang"),
        (
            r"\b(?:looptijd|duur|overeenkomst|afspraken)\b[^.;]{0,20}\b(?:gelijk (?:met|aan)|even lang als|zolang)\b[^.;]{0,12}\b(?:offerte|opdracht|order|hoofdovereenkomst|\w*contract|\w*overeenkomst|abonnement)\b",
        ),
        value="main_agreement",
        unless=(r"{secrecy}", r"{breach}", r"{delete}"),
    ),
    Plain(
        "term.amendment_notice",
        ("opzegtermijn", "aankondig"),
        (
            r"\bPROCESSOR (?:mag|kan)\b[^.;]{0,30}\b(?:overeenkomst|afspraken|voorwaarden)\b[^.;]{0,12}\b(?:wijzigen|aanpassen)\b[^.;]{0,20}\b(?:opzegtermijn|aankondig\w*|van tevoren|vooraf)\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.amendment",
        ("opzegtermijn", "aankondig"),
        (
            r"\bPROCESSOR (?:mag|kan)\b[^.;]{0,30}\b(?:overeenkomst|afspraken|voorwaarden)\b[^.;]{0,12}\b(?:wijzigen|aanpassen)\b[^.;]{0,20}\b(?:opzegtermijn|aankondig\w*|van tevoren|vooraf)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.survival",
        ("ook na afloop", "ook na het einde", "ook na beëindiging"),
        (r"(?:{secrecy})[^.;]{0,60}, ook na (?:afloop|het einde|beëindiging) van (?:deze|dit|de) \w+",),
        unless=(r"\b(?:medewerkers|personeel|dienstverband)\b",),
    ),
    Plain(
        "term.lasts",
        ("loopt door tot", "duurt tot", "houdt pas op", "eindigt pas"),
        (
            rf"\b{PRESENT}[^.;]{{0,110}}\b(?:loopt door tot|duurt tot|houdt pas op (?:als|wanneer|zodra)|eindigt pas (?:als|wanneer|zodra))\b[^.;]{{0,80}}\b\w*gegevens\b[^.;]{{0,60}}\b(?:meer (?:heeft|hebben)|(?:gewist|vernietigd|verwijderd)|teruggegeven)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.lasts",
        ("houdt ook deze",),
        (rf"\b{MAIN} op, dan houdt ook {PRESENT} op\b",),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("account", "aanmeld", "gaan gebruiken", "te gebruiken", "registre"),
        (
            r"^[\W\d]*zodra\b[^.;]{0,60}\baccount\b[^.;]{0,30}\bis (?:zij|deze|ze|hij|het) (?:automatisch |meteen |direct )?van toepassing\b|"
            rf"\bdoor\b[^.;]{{0,60}}\b(?:te (?:gaan )?gebruiken|te openen|aan te maken)\b[^.;]{{0,12}}\b(?:stemt?|gaat|ga) CONTROLLER\b[^.;]{{0,20}}\b(?:in|akkoord) met {PRESENT}\b|"
            rf"\b{PRESENT}\b[^.;]{{0,20}}\bgeld(?:t|en) (?:automatisch |meteen )?(?:zodra|vanaf het moment dat)\b[^.;]{{0,40}}\b(?:aanmeldt?|aangemeld|account|abonnement)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.amendment_notice",
        ("termijn van",),
        (
            rf"\bPROCESSOR (?:mag|mogen|kan|kunnen) {PRESENT} (?:\w+ )?(?:wijzigen|aanpassen|herzien)\b[^.;]{{0,40}}\btermijn van\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.starts",
        ("akkoord", "instem"),
        (
            r"^[\W\d]*door\b[^.;]{0,60}\b(?:af te (?:nemen|sluiten)|aan te (?:maken|gaan)|te bestellen|te gebruiken)\b[^.;]{0,20}\b(?:verklaart|gaat|stemt)\b[^.;]{0,6}\bCONTROLLER\b[^.;]{0,30}\b(?:hiermee|daarmee|ermee)\b[^.;]{0,10}\b(?:akkoord|in)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.survival",
        ("daarna gelden", "daarna blijven"),
        (r"\bdaarna (?:gelden|blijven)\b[^.;]{0,60}\bartikel(?:en)?\b[^.;]{0,60}\b(?:nog|gelden|van kracht)\b",),
    ),
    Plain(
        "term.amendment",
        ("tekst", "aan, dan", "aan dan"),
        (
            r"\bPROCESSOR (?:kan|kunnen|mag|mogen) (?:de|deze) tekst (?:\w+ )?(?:veranderen|aanpassen|wijzigen)\b[^.]{0,20}\b(?:CONTROLLER (?:krijgt|hoort|leest)|(?:krijgt?|hoort?|leest?) CONTROLLER)\b|"
            rf"\bpas(?:t|sen) PROCESSOR {PRESENT} aan\b[^.;]{{0,12}}\bdan (?:hoort?|krijgt?|leest?) CONTROLLER\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.amendment",
        ("CONTROLLER krijgt", "CONTROLLER hoort", "krijgt CONTROLLER", "hoort CONTROLLER"),
        (
            r"^[\W\d]*(?:CONTROLLER (?:krijgt|hoort|leest)|(?:dan|dat) (?:krijgt?|hoort?|leest?) CONTROLLER)\b[^.;]{0,60}\b(?:vooraf|van tevoren|tevoren)\b",
        ),
        value="processor_with_notice",
        after=rf"\bPROCESSOR (?:kan|kunnen|mag|mogen) (?:de tekst|{PRESENT}) (?:\w+ )?(?:veranderen|aanpassen|wijzigen)\b",
    ),
    Plain(
        "term.starts",
        ("akkoord",),
        (
            r"\bCONTROLLER\b[^.;]{0,12}\b(?:ermee|hiermee|daarmee) akkoord\b[^.;]{0,20}\b(?:wanneer|als|door|zodra|bij)\b[^.;]{0,60}\b(?:aanvinkt|aanmeld\w*|aan te vinken|registre\w*|bestel\w*)\b",
        ),
        value="on_acceptance",
        after=rf"{PRESENT}|\bverwerkersovereenkomst\b",
    ),
    Plain(
        "term.amendment",
        ("wijzigingen", "afgeweken"),
        (
            r"\bwijzigingen\b[^.;]{0,30}\b(?:gelden|zijn geldig|binden|zijn bindend)\b[^.;]{0,20}\b(?:pas|alleen|slechts)\b[^.;]{0,40}\bpartijen\b[^.;]{0,60}\b(?:bevestigd|getekend|ondertekend|akkoord)\b|"
            rf"\bvan {PRESENT}\b[^.;]{{0,12}}\b(?:kan|mag) (?:alleen|slechts|uitsluitend)\b[^.;]{{0,20}}\bschriftelijk\b[^.;]{{0,30}}\bafgeweken\b",
        ),
        value="mutual_written",
        unless=(r"{measures}", r"SUBPROCESSOR"),
    ),
    Plain(
        "term.amendment",
        ("pas als", "pas wanneer"),
        (
            r"\bgeld(?:t|en) pas (?:als|wanneer) (?:beiden|beide partijen|partijen)\b[^.;]{0,40}\b(?:op papier|schriftelijk|getekend|ondertekend)\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "term.starts",
        ("account", "handtekening"),
        (
            rf"\bmet het (?:aanmaken|openen) van een account (?:gaat?|stemt?|aanvaardt?) CONTROLLER\b[^.;]{{0,12}}{PRESENT}",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.starts",
        ("handtekening", "ondertekening"),
        (
            rf"\bvanaf de (?:datum|dag) van (?:\w+ )?ondertekening\b[^.;]{{0,12}}\b{PRESENT}\b[^.;]{{0,12}}\b(?:gebonden|gehouden)\b|"
            rf"\b{PRESENT} bindt partijen vanaf (?:de )?(?:dag van )?ondertekening\b|"
            rf"\bmet de laatste handtekening\b[^.;]{{0,30}}\bis {PRESENT}\b[^.;]{{0,12}}\b(?:een feit|gesloten|van kracht|tot stand)\b",
        ),
        value="on_signature",
    ),
    Plain(
        "term.lasts",
        ("houdt ook", "gekoppeld", "afhankelijk van"),
        (
            rf"\bzeg(?:t|gen)? CONTROLLER\b[^.;]{{0,30}}\b(?:abonnement|account|overeenkomst)\b[^.;]{{0,12}}\bop, dan houdt ook {PRESENT} op\b|"
            rf"\b(?:geldingsduur|looptijd|duur)\b[^.;]{{0,60}}\bgekoppeld aan (?:die|de duur|de looptijd) van (?:de |het )?{MAIN}\b",
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
            rf"{PRESENT} behoudt (?:haar|zijn) gelding\b[^.;]{{0,30}}\b\w*gegevens\b[^.;]{{0,40}}\bworden verwerkt\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.separately_terminable",
        ("los van", "afzonderlijk", "apart"),
        (
            rf"\blos van (?:de |het )?{MAIN} kan (?:aan )?{PRESENT}\b[^.;]{{0,12}}\b(?:geen einde worden gemaakt|niet worden (?:opgezegd|beëindigd))\b",
        ),
        value=False,
    ),
    Plain(
        "term.survival",
        ("gelden ook nog", "geldt ook nog", "werking", "onverminderd gelden", "blijven dat"),
        (
            rf"(?:{{secrecy}})[^.;]{{0,60}}\bgeld(?:t|en) ook nog (?:als|wanneer|nadat) {PRESENT}\b[^.;]{{0,12}}\b(?:voorbij|geëindigd|beëindigd|afgelopen)\b|"
            rf"\b(?:afspraken|bepalingen|verplichtingen|artikelen)\b[^.;]{{0,20}}\b(?:naar|uit) hun aard\b[^.;]{{0,60}}\bna (?:afloop|het einde|beëindiging)\b[^.;]{{0,60}}\bwerking\b|"
            r"\bwat\b[^.;]{0,40}\bover (?:geheimhouding|aansprakelijkheid)\b[^.;]{0,40}\bblijft (?:daarna|nadien)\b[^.;]{0,20}\b(?:gelden|van kracht)\b",
        ),
    ),
    Plain(
        "term.amendment",
        ("stuk", "instemming van de ander", "addendum", "document"),
        (
            rf"\b{PRESENT}\b[^.;]{{0,20}}\bdoor (?:beide )?partijen (?:onder|ge)tekend (?:stuk|document) nodig\b|"
            rf"\b{PRESENT}\b[^.;]{{0,12}}\b(?:wil|wenst te) (?:veranderen|wijzigen|aanpassen)\b[^.;]{{0,30}}\bschriftelijke (?:instemming|toestemming) van de ander\b|"
            rf"\bzonder\b[^.;]{{0,20}}\bdoor (?:beide )?partijen (?:onder|ge)tekend (?:addendum|document|stuk)\b[^.;]{{0,20}}\bniets\b",
        ),
        value="mutual_written",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.amendment",
        ("in gesprek", "om tafel"),
        (
            rf"\b(?:aanpassing|wijziging) van {PRESENT}\b[^.;]{{0,12}}\bnodig\b[^.;]{{0,20}}\bpartijen\b[^.;]{{0,30}}\b(?:in gesprek|om tafel)\b",
        ),
        value="in_consultation",
    ),
    Plain(
        "term.amendment",
        ("kan door", "mag door", "kunnen door", "mogen door"),
        (rf"\b(?:aanpassing|wijziging)\w* van {PRESENT} (?:kan|mag|kunnen|mogen) door PROCESSOR\b[^;]{{0,90}}",),
        value="processor_with_notice",
        unless=(r"{measures}",),
    ),
)
