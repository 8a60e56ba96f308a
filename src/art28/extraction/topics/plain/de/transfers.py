"""Turns of German on places and transfers, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
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
        "transfers.rule",
        ("drittland", "drittländer"),
        (
            r"\bnur\b[^.;]{0,30}\bdokumentierte\w* weisung\w*\b[^.;]{0,40}\bauch\b[^.;]{0,30}\b(?:drittland\w*|übermittlung\w* in drittländer\w*)",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.rule",
        ("drittland", "drittländer", "außerhalb"),
        (
            r"\b(?:nur (?:gelangen|übermittelt werden|verbracht werden|übertragen werden)|nur\b[^.;]{0,40}\bwenn|bedarf)\b[^.;]{0,60}\b(?:CONTROLLER\b[^.;]{0,30}\b(?:weisung|zustimmung|genehmigung|zugestimmt|angewiesen)|(?:weisung|zustimmung|genehmigung) (?:des |der )?CONTROLLER)\b",
            r"\b(?:drittland|drittländer|außerhalb (?:des|der) (?:ewr|eu|europäischen))\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.rule",
        ("drittland", "drittländer", "außerhalb", "aus dem ewr"),
        (
            r"\b(?:nicht|keine\w*)\b[^.;]{0,80}\b(?:drittland|drittländer|außerhalb (?:des|der) (?:ewr|eu|europäischen))\b[^.;]{0,60}\b(?:es sei denn|außer|sofern nicht)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,30}\b(?:angewiesen|zugestimmt|genehmigt|eingewilligt|weisung|zustimmung)\b",
        ),
        value="with_consent",
    ),
)
