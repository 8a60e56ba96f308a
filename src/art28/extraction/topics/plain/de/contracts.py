"""What German contracts say of instructions, security, breaches, help and sub-processors, as speech.py reads it; everyday.py has their everyday words."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import Plain

_SUBS = r"SUBPROCESSOR|unterauftrag|weitere auftrag|dritte|andere unternehmen"

_THIS = r"(?:dieser (?:vertrag|avv)|diese (?:vereinbarung|anlage))"
_MAIN = r"(?:allgemeinen? geschäftsbedingungen|agb|hauptvertrag\w*|nutzungs(?:bedingungen|vertrag\w*)|rahmenvertrag\w*|dienstleistungsvertrag\w*)"
_TELLS = r"(?:sagt|weist|teilt|meldet|zeigt|informiert|benachrichtigt|kündigt|gibt)"

CONTRACTS = (
    Plain(
        "instructions.infringement_warning",
        ("rechtswidrig", "unzulässig", "rechtsverletzend", "nicht zulässig"),
        (
            rf"\b(?:hält|erachtet|betrachtet) (?:der |die )?PROCESSOR (?:eine|die) (?:\w+ )?weisung (?:für|als) (?:rechtswidrig|unzulässig|rechtsverletzend|nicht zulässig)\b[^.;]{{0,12}}\b{_TELLS}\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("penetrationstest", "sicherheitsaudit", "sicherheitsüberprüfung", "notfallübung"),
        (
            r"\b(?:führt|führen|lässt|lassen|erfolgt|wird|werden)\b[^.;]{0,60}\b(?:jedes jahr|jährlich\w*|einmal (?:im|pro) jahr|halbjährlich\w*|alle \w+ (?:monate|jahre))\b[^.;]{0,60}\b(?:penetrationstest|sicherheitsaudit|sicherheitsüberprüfung|notfallübung)\w*",
        ),
    ),
    Plain(
        "security.measures_change",
        ("passt die maßnahmen", "entwickelt die maßnahmen", "passt sie", "aktualisiert die maßnahmen"),
        (
            r"\bPROCESSOR (?:passt|entwickelt|aktualisiert) (?:die maßnahmen|sie|diese)\b[^.;]{0,80}\b(?:stand der technik|technische\w* (?:fortschritt|entwicklung)|an|weiter|fort)\b",
        ),
        value="processor_alone",
        under=r"sicherheit|maßnahmen",
        unless=(r"\b(?:zustimm|einvernehm)\w*", r"{inform}"),
    ),
    Plain(
        "subprocessors.change_notice",
        ("bevor ein",),
        (
            rf"\bbevor (?:ein|eine|einen) (?:neue[rn]? )?SUBPROCESSOR (?:tätig wird|eingesetzt wird|beauftragt wird|zugriff erhält|hinzugezogen wird|hinzukommt)\b[^.;]{{0,12}}\b{_TELLS} (?:der |die )?(?:PROCESSOR|er|sie)\b",
        ),
        strength=Strength.PASSING,
    ),
    Plain(
        "subprocessors.flow_down",
        ("in gleichem", "im gleichen", "gleichermaßen", "ebenso"),
        (
            r"\bPROCESSOR verpflichtet (?:die |den |jeden |seine )?SUBPROCESSOR\b[^.;]{0,30}\b(?:in gleichem (?:umfang|maße)|im gleichen (?:umfang|maße)|gleichermaßen|ebenso)\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("verhalten", "handeln", "fehler", "verschulden"),
        (
            r"\bsteht (?:er |PROCESSOR )?für (?:deren|dessen|ihr|ihre) (?:\w+ )?(?:verhalten|handeln|fehler|verschulden)\b[^.;]{0,12}\bein\b",
        ),
        under=_SUBS,
    ),
    *(
        Plain(
            key,
            ("angaben", "informationen", "unterlagen"),
            (
                r"\bPROCESSOR\b[^.;]{0,40}\b(?:angaben|informationen|unterlagen)\b[^.;]{0,140}\b(?:benötigt|braucht|benötigten)\b",
                concept,
            ),
            unless=(r"{breach}", r"\bnicht verpflichtet\b"),
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
    ),
    Plain(
        "liability.regime",
        ("für die haftung", "hinsichtlich der haftung", "bezüglich der haftung"),
        (
            rf"\b(?:für|hinsichtlich|bezüglich) (?:die|der) haftung\b[^.;]{{0,30}}\b(?:gelten|gilt|finden|findet|bleibt es)\b[^.;]{{0,40}}{_MAIN}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "term.amendment",
        ("änderungen dieses", "änderungen dieser", "änderungen an diese", "anpassungen diese", "anpassungen an diese"),
        (
            rf"\b(?:änderungen|anpassungen) (?:an )?(?:dieses vertrags|dieser vereinbarung|diesem vertrag|dieses avv)\b[^.;]{{0,20}}\b{_TELLS} (?:der |die )?PROCESSOR\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.lasts",
        ("solange",),
        (
            rf"(?:{_THIS}|\b(?:er|sie))\b[^.;]{{0,12}}\b(?:gilt|läuft|besteht|bleibt)\b[^.;]{{0,20}}\bsolange (?:das|der|die) (?:nutzungsverhältnis|vertragsverhältnis|hauptvertrag|nutzungsvertrag|dienstleistungsvertrag|geschäftsbeziehung)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("mit der registrierung", "mit der anmeldung", "mit dem abschluss der bestellung", "durch anklicken"),
        (
            rf"\b(?:mit der (?:registrierung|anmeldung)|mit dem abschluss der bestellung|durch anklicken)\b[^.;]{{0,30}}\b(?:stimmt|akzeptiert|nimmt|kommt)\b[^.;]{{0,30}}(?:{_THIS}|\bdiese[mnr] (?:vertrag|vereinbarung))",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.precedence",
        ("vorrang",),
        (rf"\b(?:hat|genießt) {_THIS} (?:\w+ )?vorrang (?:vor|gegenüber)\b[^.;]{{0,12}}{_MAIN}",),
        value="this_agreement",
    ),
    Plain(
        "instructions.only_on_instruction",
        ("andere",),
        (
            r"\b(?:zu|für) anderen?\b[^.;]{0,20}\b(?:als|zwecke\w*)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,30}\b(?:angewiesen\w*|vorgegeben\w*|beauftragt\w*|bestimmt\w*)\b[^.;]{0,30}\b(?:nicht|unzulässig|untersagt)\b",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("tätig",),
        (
            r"\bPROCESSOR wird (?:\w+ )?(?:ausschließlich|nur|allein) auf (?:\w+ )?(?:veranlassung|weisung|anweisung|anforderung) (?:des |der |von )?CONTROLLER tätig\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("eigene zwecke",),
        (r"\beigene zwecke (?:darf|verfolgt) (?:PROCESSOR|er|sie)\b[^.;]{0,40}\b(?:nicht|keine)\b",),
        value=False,
    ),
    Plain(
        "security.measures_change",
        ("stimmen sich",),
        (
            r"\b(?:sollen|müssen) (?:sie|die maßnahmen|diese)\b[^.;]{0,12}\bgeändert werden\b[^.;]{0,12}\bstimmen sich die parteien\b",
        ),
        value="mutual",
        under=r"sicherheit|maßnahmen",
    ),
    Plain(
        "processing.own_purposes",
        ("keine anderen zwecke", "keinen anderen zweck"),
        (
            r"\bPROCESSOR (?:verwendet|verarbeitet|nutzt)\b[^.;]{0,20}\bdaten\b[^.;]{0,20}\b(?:für keine anderen zwecke|zu keinen anderen zwecken|zu keinem anderen zweck)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("anonymisiert", "aggregiert", "pseudonymisiert"),
        (
            r"\bPROCESSOR (?:darf|kann|ist berechtigt)\b[^.;]{0,60}\b(?:anonymisiert|aggregiert|pseudonymisiert)\w*\b[^.;]{0,40}\b(?:verbesserung|weiterentwicklung|statisti\w+|eigene\w* zweck\w*)\b",
        ),
        unless=(r"\bnicht\b",),
    ),
    Plain(
        "security.measures_change",
        ("vorbehalten", "gestattet"),
        (
            r"\b(?:änderung|anpassung|weiterentwicklung)\w*\b[^.;]{0,30}\b\w*maßnahmen\b[^.;]{0,20}\bbleib(?:en|t)\b[^.;]{0,12}\bPROCESSOR vorbehalten\b",
        ),
        value="processor_alone",
    ),
    Plain(
        "security.measures_change",
        ("anpass", "änder", "weiterentwickel"),
        (
            r"\b(?:er|sie|PROCESSOR) (?:darf|kann) (?:sie|diese|diese maßnahmen)\b[^.;]{0,20}\b(?:anpassen|ändern|weiterentwickeln)\b[^.;]{0,60}\b(?:niveau|schutz\w*)\b",
        ),
        value="processor_alone",
        unless=(r"\bzustimmung\b",),
    ),
    Plain(
        "security.measures_change",
        ("mitteil", "mit.", "informier", "mit,", "mitzuteilen"),
        (
            r"\b(?:wesentliche )?änderungen\b[^.;]{0,60}\b\w*maßnahmen\b[^.;]{0,20}\b(?:teilt PROCESSOR|teilt der PROCESSOR|werden|sind)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,20}\b(?:mit|mitgeteilt|mitzuteilen|anzuzeigen|angezeigt)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "security.measures_change",
        ("vereinbaren", "vereinbart"),
        (
            r"\b(?:wesentliche )?änderungen\b[^.;]{0,60}\b\w*maßnahmen\b[^.;]{0,30}\b(?:zwischen den parteien|schriftlich|gemeinsam)\b[^.;]{0,20}\b(?:zu vereinbaren|vereinbart)\b",
        ),
        value="mutual",
    ),
    Plain(
        "breach.authority_notifier",
        ("art. 33", "artikel 33", "meldung", "meldepflicht"),
        (
            r"\bPROCESSOR (?:darf|kann)\b[^.;]{0,60}\bmeldungen\b[^.;]{0,60}\b(?:für|im namen) (?:de[ns] )?CONTROLLER\b[^.;]{0,20}\bnur (?:nach|auf|mit)\b[^.;]{0,30}\b(?:weisung|zustimmung|auftrag)\b|"
            r"\bPROCESSOR darf\b[^.;]{0,20}\bmeldungen nach art\b[^.]{0,30}\.? ?(?:33|34)\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.authority_notifier",
        ("äußert sich",),
        (r"{authority}", r"\b(?:äußert|erklärt) sich (?:allein|nur|ausschließlich) (?:der |die )?CONTROLLER\b"),
        value="controller",
    ),
    Plain(
        "breach.costs",
        ("kosten",),
        (
            r"\bkosten\b[^.;]{0,30}\bträgt (?:der )?PROCESSOR, (?:soweit|sofern|wenn) er\b[^.;]{0,40}(?:{breach})[^.;]{0,20}\bvertreten\b",
        ),
        value="processor",
    ),
    Plain(
        "requests.handling",
        ("verweist er", "verweist sie", "leitet er", "leitet sie"),
        (
            r"\bwendet sich\b[^.;]{0,30}\ban (?:ihn|sie|PROCESSOR), (?:so )?(?:verweist|leitet) (?:er|sie)\b[^.;]{0,40}\bCONTROLLER\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.handling",
        ("verweist",),
        (r"\bPROCESSOR verweist\b[^.;]{0,12}\b(?:betroffene\w*|sie|diese)\b[^.;]{0,60}\ban (?:den )?CONTROLLER\b",),
        value="forward",
    ),
    Plain(
        "breach.authority_notifier",
        ("meldepflicht", "meldepflichten"),
        (
            r"\bfür (?:den )?CONTROLLER (?:eine )?meldepflicht\w* nach art\w*\b[^;]{0,6}33\b[^;]{0,40}\bbesteh\w*|\b(?:meldepflicht|pflicht zur meldung)\w*\b[^.;]{0,100}\btrifft (?:den )?CONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "requests.assist",
        ("rechte betroffener", "rechten betroffener", "betroffenenrecht"),
        (
            r"\b(?:rechten? betroffener|betroffenenrechten?)\b[^.]{0,80}\bstellt\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\b(?:bereit|zur verfügung)\b",
        ),
    ),
    Plain(
        "assistance.dpia",
        ("abschätzung", "art. 35", "artikel 35"),
        (
            r"\bPROCESSOR stellt\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,60}\b(?:informationen|angaben|auskünfte|unterlagen)\b[^.;]{0,80}{dpia}",
        ),
    ),
    Plain(
        "assistance.costs",
        ("aufwand", "vergüt"),
        (
            r"\b(?:mehr)?aufwand\b[^.;]{0,20}\b(?:unterstützung\w*)\b[^.;]{0,60}\bträgt (?:der )?CONTROLLER\b|\bPROCESSOR kann\b[^.;]{0,12}\bfür (?:seine|die) unterstützung\w*\b[^.;]{0,60}\bvergütung\b[^.;]{0,30}\b(?:verlangen|beanspruchen|berechnen)\b",
        ),
        value="controller",
        unless=(r"{rights}", r"{audit}"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("erst",),
        (
            r"\b(?:SUBPROCESSOR|unterauftr\w+)\b[^.;]{0,30}\bPROCESSOR erst\b[^.;]{0,60}\bCONTROLLER\b[^.;]{0,30}\b(?:zugestimmt|genehmigt)\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.authorisation",
        ("einverstanden",),
        (
            r"\bCONTROLLER ist damit einverstanden, dass PROCESSOR\b[^.;]{0,30}\b(?:SUBPROCESSOR|weitere PROCESSOR|unterauftrag\w*)\b",
        ),
        value="general",
        unless=(r"\b(?:genannten|aufgeführten|folgenden)\b",),
    ),
    Plain(
        "subprocessors.change_notice",
        ("vorlauf", "frist"),
        (
            r"\b(?:hinzuziehung|einsatz|beauftragung|wechsel|austausch)\b[^.;]{0,40}\b(?:SUBPROCESSOR|unterauftrag\w*)\b[^.;]{0,12}\bwird (?:der )?CONTROLLER\b[^.;]{0,60}\b(?:benachrichtigt|informiert|unterrichtet)\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("zeigt", "teilt", "kündigt"),
        (
            r"\bbeabsichtigt (?:der )?PROCESSOR\b[^.;]{0,60}\b(?:SUBPROCESSOR|unterauftrag\w*)\b[^.;]{0,12}, (?:zeigt|teilt|kündigt|meldet) (?:er|sie|PROCESSOR)\b[^.;]{0,60}\b(?:an|mit)\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("gibt seine pflichten", "gibt die pflichten", "gibt diese pflichten"),
        (r"\b(?:er|sie|PROCESSOR) gibt (?:seine|die|diese|ihre) pflichten\b[^.;]{0,60}\ban sie weiter\b",),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("steht für", "haftet für"),
        (r"\b(?:steht|haftet) für (?:deren|ihr) verschulden wie für eigenes\b",),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("aufzuerlegen", "auferlegt", "weiterzugeben", "auferleg"),
        (
            r"\b(?:regelungen|pflichten|verpflichtungen|bestimmungen)\b[^.;]{0,70}\b(?:SUBPROCESSOR|unterauftrag\w*)\b[^.;]{0,12}\b(?:aufzuerlegen|aufzuerlegt|auferlegt|weiterzugeben)\b|"
            r"\bSUBPROCESSOR\b[^.;]{0,40}\bvertrag\b[^.;]{0,30}\bdieselben pflichten auferlegt\b",
        ),
    ),
    Plain(
        "transfers.rule",
        ("standardvertragsklauseln", "angemessenheitsbeschluss"),
        (
            r"\b(?:drittl[aä]nd\w*|drittstaat\w*)\b[^.;]{0,60}\bauf (?:der )?(?:grundlage|basis)\b[^.;]{0,40}\b(?:standardvertragsklauseln|angemessenheitsbeschluss\w*)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
    Plain(
        "transfers.rule",
        ("ausschließlich innerhalb", "nur innerhalb"),
        (
            r"\b(?:daten)?verarbeitung\b[^.;]{0,30}\b(?:ausschließlich|nur) innerhalb (?:der|des) (?:europäischen union|eu|ewr|europäischen wirtschaftsraums)\b",
        ),
        value="not_outside_eea",
    ),
    Plain(
        "transfers.region",
        ("wirtschaftsraum",),
        (
            r"\b(?:ausschließlich|nur)\b[^.;]{0,20}\bmitglieds?staat\w* der (?:europäischen union|eu)\b[^.;]{0,80}\bwirtschaftsraum\w*\b",
        ),
        value="EEA",
    ),
    Plain(
        "processing.special_categories",
        ("besondere kategorien", "besonderer kategorien"),
        (
            r"\bbesondere\w? kategorien\b[^.;]{0,60}\b(?:nur|nicht)\b[^.;]{0,100}\b(?:vereinbart|zugestimmt|zustimmung|vereinbarung)\b",
        ),
        value="excluded_unless_agreed",
    ),
)
"""What a sentence of a German contract settles."""
