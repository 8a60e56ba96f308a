"""Turns of several languages on purposes of its own and special categories of data, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "processing.own_purposes",
        ("zelf",),
        (
            r"\bvoor (?:zich|ons|me|mij|PROCESSOR)zelf\b(?: of (?:voor )?(?:derden|anderen))? (?:gebruik\w*|verwerk\w*|mag|mogen|houd\w*|zet|zetten|doe[nt])\b|\bPROCESSOR\b[^.;]{0,60}\bvoor (?:zich|ons|me|mij)zelf\b",
            r"\b(?:nooit|niet|niets|nimmer|geen)\b",
            r"{data}|\bniets daarvan\b|\bdaar niets\b",
        ),
        value=False,
        unless=(r"\btenzij\b", r"\bgeheim\w*", r"{breach}"),
    ),
    Plain(
        "processing.special_categories",
        ("gezondheid", "medisch", "bijzondere", "gevoelige", "special categor", "sensitive"),
        (
            r"\b(?:gezondheidsgegevens|medische gegevens|bijzondere (?:persoons)?gegevens|bijzondere categorieën|gevoelige (?:persoons)?gegevens|special categor\w+|sensitive data)\b",
            r"\b(?:horen|hoort|thuishoren) (?:hier |daar )?niet\b|\b(?:leg|zet|voer|upload|sla) (?:CONTROLLER )?[^.;]{0,60}\b(?:niet|geen)\b|\b(?:do not|don't|must not|may not) (?:upload|submit|enter|store|include)\b",
        ),
        value="excluded_unless_agreed",
        unless=(r"{breach}", r"\bPROCESSOR (?:zal|mag|shall|may) "),
    ),
    Plain(
        "processing.special_categories",
        ("medisch", "gevoelig", "bijzonder", "gezondheid"),
        (
            r"\bCONTROLLER (?:legt|leg|zet|voert|plaatst|bewaart|slaat)\b[^.;]{0,60}\bgeen\b[^.;]{0,40}\b(?:medische|gevoelige|bijzondere|gezondheids)\w*\b|"
            r"\b(?:leg|zet|voer|plaats|bewaar)\b[^.;]{0,60}\bgeen (?:medische|gevoelige|bijzondere|gezondheids)\w*\b",
        ),
        value="excluded_unless_agreed",
    ),
)
