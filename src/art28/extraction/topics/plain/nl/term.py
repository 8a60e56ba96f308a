"""Turns of Dutch on the term, what survives it and amendment, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import A_BREACH, MAIN, PRESENT
from art28.extraction.topics.plain.plain import PERIOD, Plain

# This agreement by its own name: "de overeenkomst" may be the main one.
_THIS = r"(?:(?:deze|dit) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|(?:verwerkers)?afspraken|voorwaarden|tekst)|(?:de )?verwerkersovereenkomst)"

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
    Plain(
        "term.survival",
        ("ook als", "ook nadat", "ook na", "einde van", "ontslaat", "voorbij", "daarna"),
        (
            rf"\b(?:ook|zelfs) (?:als|nadat|na|wanneer)\b[^.;]{{0,30}}(?:{PRESENT}|\b(?:overeenkomst|samenwerking)\b)[^.;]{{0,30}}|\b(?:einde|afloop|beëindiging) van {PRESENT}[^.;]{{0,20}}\b(?:ontslaat|laat|doet|raakt)\b",
            r"{secrecy}|\baansprakelijkheid\b|\bnaar hun aard\b",
            r"\b(?:blijf\w*|blijven|moet\w*|geld(?:t|en)|ontslaat|verplicht|onverlet|door\w*|van kracht|niets af)\b",
        ),
        unless=(
            r"\b(?:medewerkers|personeel|dienstverband)\b",
            r"\b(?:niet langer|geen)\b[^.;]{0,20}\b(?:gebonden|verplicht)\b",
        ),
    ),
    # This agreement beside the main one, where the two differ, and which of them counts.
    Plain(
        "term.precedence",
        (
            "anders",
            "tegen",
            "strijd",
            "rijmen",
            "verschil",
            "afwijk",
            "wijkt",
            "wijken",
            "rangorde",
            "voorrang",
            "conflict",
            "botst",
        ),
        (
            r"\b(?:iets anders|anders|tegen|tegenspre\w+|tegenstrijd\w*|strijd\w*|rijmen|verenigen|verschil\w*|afwij\w+|wijk(?:t|en)\b[^.;]{0,30}\baf|rangorde|conflict\w*|botst|botsen)\b",
            rf"\b(?:de|het|een|onze|uw|je|jouw|tussen|en|of|in|van) (?:(?!deze\b|dit\b)\w+ )?{MAIN}",
            rf"\b(?:houden|gaat|gelden|geldt|telt|beslist|volgt|wint|voor)\b[^.;]{{0,40}}\b(?:aan )?(?:wat|hetgeen) hier staat\b|\b(?:beslist|telt|geldt|wint|prevaleert|gaat|volgt)\b[^.;]{{0,20}}\b(?:(?:de )?tekst van )?(?:de laatste|deze laatste|laatstgenoemde|{_THIS})(?!\w)|{_THIS}[^.;]{{0,20}}\b(?:wint|prevaleert|telt|beslist|gaat\b[^.;]{{0,20}}\bvoor|staat boven|heeft voorrang)|\bwijken (?:die|deze|zij|ze) voor {_THIS}|\beerst {_THIS}[^.;]{{0,6}}\bdan\b",
        ),
        value="this_agreement",
        unless=(
            r"\b(?:standaardcontractbepalingen|scc'?s?|modelcontract\w*)\b",
            r"\bbijlagen?\b",
            r"\b(?:rechter|geschil\w*)\b",
            r"{audit}",
            A_BREACH,
            r"SUBPROCESSOR",
            rf"\b(?:prevaleert|geldt|wint|beslist) (?:de |het )?{MAIN}|\b(?:gaat|gaan) (?:de |het )?{MAIN}[^.;]{{0,20}}\bvoor\b",
        ),
    ),
    Plain(
        "term.precedence",
        ("anders", "afwij", "wijkt"),
        (
            rf"\b{MAIN}",
            r"\b(?:iets anders|anders|afwij\w+)\b[^.;]{0,60}\b(?:persoonsgegevens|verwerking)\b|\b(?:persoonsgegevens|verwerking)\b[^.;]{0,40}\b(?:iets anders|anders|afwij\w+)\b",
            r"\b(?:tellen|gelden|telt|geldt) (?:die|deze|zij|ze|dat|het)\b[^.;]{0,30}\bniet\b",
        ),
        value="this_agreement",
        unless=(r"\b(?:rechter|geschil\w*)\b",),
    ),
    Plain(
        "term.amendment",
        ("voorwaarden", "tekst", "versie", "wijziging", "aanpassing"),
        (
            r"\b(?:nieuwe|gewijzigde|aangepaste) (?:voorwaarden|tekst|versie|bepalingen)\b|\b(?:wijziging|aanpassing)\w* (?:van|door) PROCESSOR\b",
            r"\b(?:ga(?:at|an)\b[^.;]{0,20}\bin\b|ingaa\w*|ingaat|ingaan|van kracht|gelden|geldt|treedt|treden|werking)\b",
            r"\b(?:dagen|weken|week|maand\w*)\b",
            r"\b(?:bekend\w*|gemeld|melding|mededeling|meegedeeld|aan(?:ge)?kondig\w*|mail|e-mail|bericht\w*|toegestuurd|toegezonden|informe\w*|geïnformeerd|voordat)\b",
        ),
        value="processor_with_notice",
        unless=(
            r"SUBPROCESSOR",
            r"{measures}",
            r"\b(?:tarie\w*|prijz\w*|prijs)\b",
            r"\b(?:instemming|akkoord|schriftelijk overeen\w*|ondertekend)\b",
        ),
    ),
    # What both parties sign, and nothing else, changes this agreement.
    Plain(
        "term.amendment",
        ("teken", "handtekening", "schriftelijk"),
        (
            r"\b(?:wijzig\w*|verander\w*|aanpass\w*|aanpassing\w*|aanvull\w*|getornd|afwij\w+)\b",
            r"\b(?:(?:onder|ge)teken\w*|getekend|handtekening\w*|schriftelijke instemming)\b",
            r"\bbeide (?:\w+ )?(?:partijen|kanten|zijden)\b|\b(?:CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER)\b|\bpartijen\b",
            r"\b(?:pas|alleen|slechts|uitsluitend|zonder|niets|niet|vereist|nodig|mondeling\w*|geen)\b",
        ),
        value="mutual_written",
        unless=(
            r"SUBPROCESSOR",
            r"{measures}",
            r"\bPROCESSOR (?:kan|mag) (?:\w+ )?(?:wijzigen|aanpassen)\b",
            r"\b(?:tarie\w*|prijz\w*|prijs)\b",
        ),
    ),
    Plain(
        "term.amendment",
        ("om tafel", "overleg", "in gesprek"),
        (
            r"\b(?:om tafel|in overleg|overleg\w*|in gesprek)\b",
            r"\bpartijen\b|\bCONTROLLER en PROCESSOR\b|\bPROCESSOR en CONTROLLER\b",
            rf"{PRESENT}",
            r"\b(?:aan ?(?:te )?(?:ge)?pass\w*|wijzig\w*|verander\w*|herzien)\b",
            r"\b(?:\w*wetgeving|wet|regels|regelgeving|recht|omstandigheden|richtlijn\w*)\b",
        ),
        value="in_consultation",
        unless=(r"SUBPROCESSOR", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "term.starts",
        ("handtekening", "ondertekening", "ondertekend", "getekend", "tekent"),
        (
            r"\b(?:gebonden|bindt|binden|gehouden|ingangsdatum|begint|aanvang\w*|gaat\b[^.;]{0,30}\bin|geldt|gelden|van kracht|looptijd)\b",
            r"\b(?:vanaf|met|door|bij|na|op|zodra|dag waarop|datum waarop|dag van|datum van)\b[^.;]{0,30}\b(?:handtekening\w*|ondertekening|ondertekend|getekend|tekent|tekenen)\b",
            rf"\bpartijen\b|{PRESENT}|\bingangsdatum\b|\blaatste partij\b",
        ),
        value="on_signature",
        unless=(
            r"{secrecy}",
            r"\b(?:wijzig\w*|aanpass\w*|verander\w*)\b",
            r"{staff}",
            r"SUBPROCESSOR",
            r"\b(?:niet|geen)\b[^.;]{0,20}\b(?:ondertekening|handtekening|nodig|vereist)\b",
            r"{audit}",
        ),
    ),
    Plain(
        "term.lasts",
        ("gebonden", "blijven", "blijft", "totdat", "tot PROCESSOR", "zolang"),
        (
            r"\b(?:gebonden|blijven dat|blijft dat|geldt|gelden|loopt|duurt|eindigt|van kracht)\b",
            r"\b(?:tot|totdat|zolang|zodra)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\b\w*gegevens\b[^.;]{0,40}",
            rf"\bpartijen\b|{PRESENT}|\bwij\b",
        ),
        value="while_processing",
        unless=(r"{secrecy}", r"SUBPROCESSOR", r"{costs}", r"{audit}"),
    ),
    Plain(
        "term.lasts",
        ("looptijd", "einddatum", "loopt", "afloopt", "eindigt", "stopt"),
        (
            rf"\b(?:looptijd|einddatum|duur)\b[^.;]{{0,12}}(?:\bis\b|:)[^.;]{{0,6}}\b(?:die|dezelfde als die|gelijk aan die) van (?:de |het )?{MAIN}|\b(?:loopt|eindigt|stopt) (?:de |het )?{MAIN}[^.;]{{0,12}}, dan (?:loopt|eindigt|stopt) ook {PRESENT}",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.separately_terminable",
        ("opzeg", "opzegbaar", "beëindig"),
        (
            r"\b(?:los|afzonderlijk\w*|apart\w*|zelfstandig\w*|tussentijds\w*)\b[^.;]{0,60}\b(?:niet|uitgesloten|geen)\b|\b(?:niet|geen)\b[^.;]{0,12}\b(?:los|afzonderlijk\w*|apart\w*|zelfstandig\w*|tussentijds\w*)\b",
            r"\b(?:opzeg\w*|opgezegd|beëindig\w*|op te zeggen)\b",
            rf"{PRESENT}|\b(?:verwerkersovereenkomst)\b",
        ),
        value=False,
        unless=(r"\bwel\b", r"SUBPROCESSOR", r"{audit}"),
    ),
    Plain(
        "term.separately_terminable",
        ("opzeg", "beëindig"),
        (
            rf"\b(?:mag|mogen|kan|kunnen)\b[^.;]{{0,20}}{PRESENT}[^.;]{{0,60}}\b(?:opzegg\w*|beëindigen|opgezegd|beëindigd)\b",
            rf"\b(?:ook|zelfs) (?:als|wanneer) (?:de |het )?{MAIN}[^.;]{{0,12}}\b(?:doorloopt|doorgaat|blijft|voortduurt)\b|\b(?:los|onafhankelijk) van (?:de |het )?{MAIN}",
        ),
        unless=(r"\b(?:niet|geen)\b",),
    ),
)
