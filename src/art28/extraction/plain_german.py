"""What German agreements say in everyday words, as a supplier that writes "wir" and "Sie" does."""

from art28.extraction.plain import Plain

SAYS = (
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
        "term.amendment",
        ("frist", "ankünd", "mitteil"),
        (
            r"\bPROCESSOR (?:dürf\w*|darf|kann|können) diese (?:vereinbarung|bedingungen)\b[^.;]{0,80}\b(?:frist|ankündigung|mitteilung|vorher)\b[^.;]{0,40}\bänder\w*",
        ),
        value="processor_with_notice",
    ),
)
"""What a plain German sentence settles."""
