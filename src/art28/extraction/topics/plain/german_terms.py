"""What German contracts say of instructions, security, breaches, help and sub-processors, as speech.py reads it; german.py has their everyday words."""

from art28.extraction.topics.plain.plain import Plain

_SUBS = r"SUBPROCESSOR|unterauftrag|weitere auftrag|dritte|andere unternehmen"

CONTRACTS = (
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
