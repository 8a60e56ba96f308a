"""What German agreements say in everyday words, as a supplier that writes "wir" and "Sie" does."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

EVERYDAY = (
    Plain(
        "instructions.only_on_instruction",
        ("nur so", "nur das", "nur wie", "ausschließlich so"),
        (
            r"\bPROCESSOR (?:verarbeite\w*|nutz\w*|tun|tut)\b|\b(?:verarbeite\w*|nutz\w*) PROCESSOR\b",
            r"\b(?:nur|ausschließlich) (?:so, wie|so wie|das, was|wie) CONTROLLER\b … \b(?:vorg\w+|vorgeb\w*|anweis\w*|weisung\w*|wünsch\w*|verlang\w*|auftrag\w*|beauftrag\w*)\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("gesetz", "recht"),
        (
            r"\b(?:außer|es sei denn|ausgenommen)\b[^.;]{0,30}\b(?:gesetz\w*|recht)\b[^.;]{0,30}\b(?:verpflichte\w*|zwing\w*|verlang\w*)\b",
            r"\b(?:weisung\w*|vorg\w+|nur|ausschließlich)\b",
        ),
        unless=(r"\blösch\w*", r"{secrecy}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung", "auftrag"),
        (
            r"\b(?:halten|hält|finden|meinen) (?:PROCESSOR )?(?:eine|ihre|die|CONTROLLER) ?(?:weisung|anweisung)\b|\b(?:weisung|anweisung)\b",
            r"\b(?:rechtswidrig|unzulässig|verstoß\w*|verstöß\w*|verbot\w*)\b",
            r"\b(?:sag(?:t|en)|meld(?:et|en)|teil(?:t|en)|weis(?:t|en)) (?:PROCESSOR )?CONTROLLER\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("eigene zwecke", "eigenen zwecken", "für uns selbst"),
        (
            r"\bfür (?:eigene zwecke|uns selbst|sich selbst)\b|\bzu eigenen zwecken\b",
            r"\b(?:nicht|nie|niemals)\b",
            r"{data}",
        ),
        value=False,
        unless=(r"\b(?:außer|es sei denn)\b",),
    ),
    Plain(
        "security.effectiveness_disclaimed",
        ("schutz", "sicherheit"),
        (
            r"\b(?:lückenlose\w*|absolute\w*|vollständige\w*|hundertprozentige\w*|völlige\w*) (?:schutz|sicherheit)\b",
            r"\b(?:nicht|kein\w*|niemals)\b",
        ),
        under=r"sicherheit|maßnahmen",
    ),
    Plain(
        "security.measures_change",
        ("weiterentwick", "anpass", "änder", "ersetz"),
        (
            r"\bPROCESSOR (?:dürf\w*|darf|kann|können) (?:die|diese) (?:\w+ )?maßnahmen\b[^.;]{0,40}\b(?:weiterentwickel\w*|anpass\w*|änder\w*|ersetz\w*)\b",
        ),
        value="processor_alone",
        unless=(r"\b(?:zustimmung|informier\w*|mitteil\w*|teil\w* … mit|unterricht\w*)\b",),
    ),
    Plain(
        "breach.authority_notifier",
        ("meldung", "behörde"),
        (
            r"\bmeldung\w* (?:an|bei) (?:die|der) (?:\w*behörde)\b[^.;]{0,40}\b(?:ist CONTROLLER sache|obliegt CONTROLLER|übernehmen CONTROLLER|liegt bei CONTROLLER)\b",
        ),
        value="controller",
    ),
    Plain(
        "requests.assist",
        ("helfen", "unterstütz", "hilft"),
        (
            r"\bPROCESSOR (?:helfen|hilft|unterstütz\w*) CONTROLLER\b[^.;]{0,40}\b(?:antwort\w*|beantwort\w*|anfrage\w*)\b",
        ),
        unless=(r"\bnicht\b",),
    ),
    Plain(
        "subprocessors.authorisation",
        ("gestatte", "erlaub", "einverstanden"),
        (
            r"\bCONTROLLER (?:gestatte\w*|erlaub\w*|sind (?:damit )?einverstanden|ist (?:damit )?einverstanden)\b",
            r"SUBPROCESSOR|\bweitere PROCESSOR\b",
            r"\b(?:einzusetzen|hinzuzuziehen|zu beauftragen|einsetz\w*|beauftrag\w*)\b",
        ),
        value="general",
        unless=(r"\bnicht\b", r"\b(?:einzelfall|nur nach|vorherig\w*)\b"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("nur so",),
        (
            r"\bPROCESSOR darf\b[^.;]{0,40}\bnur so\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,60}\b(?:angewiesen|vorg\w+|verlang\w*|beauftragt|gewünscht)\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("etwas anderes",),
        (
            r"\b(?:verlangt|fordert|gebietet|verpflichtet|zwingt)\b[^.;,]{0,20}\b(?:gesetz|recht|vorschrift)\w*\b[^.;,]{0,60}\b(?:etwas anderes|zu etwas anderem)\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (
            r"\b(?:meint|glaubt|findet|denkt) (?:sie|er|PROCESSOR), dass\b[^.;]{0,60}\bweisung\b[^.;]{0,60}\b(?:verstößt|rechtswidrig|unzulässig|verboten)\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("eigene zwecke", "eigenen zwecken"),
        (
            r"\b(?:verwendung|nutzung|verarbeitung)\b[^.;]{0,30}\beigenen? zwecken?\b[^.;]{0,30}\b(?:ausgeschlossen|untersagt|verboten|unzulässig)\b",
        ),
        value=False,
    ),
    Plain(
        "security.measures_change",
        ("geändert", "ersetzt"),
        (
            r"\bnur mit (?:\w+ ){0,2}?zustimmung (?:der |des )?CONTROLLER\b[^.;]{0,20}\b(?:geändert|ersetzt|angepasst)\b",
        ),
        value="mutual",
        under=r"sicherheit|maßnahmen",
    ),
    Plain(
        "security.measures_described",
        ("maßnahmen",),
        (
            r"\b\w*maßnahmen\b[^.;]{0,12}\b(?:stehen|finden sich|sind)\b[^.;]{0,20}\b(?:am ende|im anhang|in der anlage|unten)\b",
        ),
    ),
    Plain(
        "breach.authority_notifier",
        ("entscheidet CONTROLLER", "entscheidet die CONTROLLER", "entscheidet der CONTROLLER", "bestimmt"),
        (r"\bob\b[^.;]{0,80}(?:{authority})[^.;]{0,80}\b(?:entscheidet|bestimmt) (?:die |der )?CONTROLLER\b",),
        value="controller",
    ),
    Plain(
        "breach.register",
        ("liste", "verzeichnis", "protokoll"),
        (
            r"\b(?:jede|alle|jeder)\b[^.;]{0,20}(?:{breach}|\bpannen?\b)[^.;]{0,40}\bPROCESSOR\b[^.;]{0,30}\b(?:liste|verzeichnis|protokoll)\w*\b",
        ),
        value=("processor",),
    ),
    Plain(
        "requests.handling",
        ("anfragen", "anliegen", "anträge", "begehren"),
        (
            r"\b(?:anfragen|anliegen|anträge|begehren)\b[^.;]{0,40}\b(?:gibt|reicht|leitet) (?:die |der )?PROCESSOR\b[^.;]{0,60}\bweiter\b",
        ),
        value="forward",
        under=r"hilfe|unterstütz|betroffen|rechte|anfragen",
    ),
    Plain(
        "subprocessors.authorisation",
        ("unteraufträge", "unterauftrag"),
        (
            r"\bunterauftr[aä]ge?\b[^.;]{0,20}\b(?:darf|dürfen|kann)\b[^.;]{0,20}\bPROCESSOR nur\b[^.;]{0,30}\bzustimmung (?:der |des )?CONTROLLER\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.processor_liable",
        ("haftet für sie", "haftet dafür", "haftet für diese"),
        (r"\bPROCESSOR haftet (?:für (?:sie|diese)|dafür) wie für (?:sich selbst|eigenes|eigene\w*)\b",),
    ),
    Plain(
        "end.data",
        ("vernichte", "gelöscht", "löschen"),
        (
            r"\bCONTROLLER\b[^.;]{0,20}\bob\b[^.;]{0,60}\b(?:zurück\w*|herausgabe)\b[^.;]{0,40}\boder\b[^.;]{0,40}\b(?:vernichte\w*|gelöscht|löschen|löschung)\b",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.deadline",
        ("binnen", "innerhalb"),
        (r"\bPROCESSOR (?:erledigt|tut|macht) (?:das|dies)\b[^.;]{0,12}\b(?:binnen|innerhalb)\b",),
        value=PERIOD,
        under=r"\bende\b|beendigung",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "liability.indirect_excluded",
        ("mittelbare",),
        (r"\b(?:mittelbare|indirekte)\w* schäden\b[^.;]{0,20}\bhaftet\b[^.;]{0,20}\bnicht\b",),
    ),
    Plain(
        "term.amendment",
        ("beide seiten", "beiden seiten", "beide parteien"),
        (
            r"\bänderungen\b[^.;]{0,40}\b(?:beide[nr]? (?:seiten|parteien|vertragspartner\w*))\b[^.;]{0,30}\b(?:unterschr\w+|unterzeichn\w+)",
        ),
        value="mutual_written",
    ),
    Plain(
        "term.precedence",
        ("geht dem", "gehen dem"),
        (
            r"\bdiese (?:anlage|vereinbarung|regelung\w*)\b[^.;]{0,20}\bgeh(?:t|en) dem (?:hauptvertrag|vertrag|\w+vertrag)\b[^.;]{0,12}\bvor\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.amendment",
        ("frist", "ankünd", "mitteil"),
        (
            r"\bPROCESSOR (?:dürf\w*|darf|kann|können) diese (?:vereinbarung|bedingungen)\b[^.;]{0,80}\b(?:frist|ankündigung|mitteilung|vorher)\b[^.;]{0,40}\bänder\w*",
        ),
        value="processor_with_notice",
    ),
)
"""What a plain German sentence settles."""
