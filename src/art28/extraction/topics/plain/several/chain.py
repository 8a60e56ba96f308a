"""Turns of several languages on what binds sub-processors and who answers for them, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain
from art28.extraction.topics.plain.several.words import SUBS

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.flow_down",
        ("zelfde", "same", "mêmes"),
        (
            r"\b(?:met|in|aan|op)\b",
            r"\bPROCESSOR\b",
            r"\b(?:de)?zelfde (?:\w*regels|afspraken|eisen|plichten|voorwaarden|verplichtingen)\b … \b(?:als|die)\b … \b(?:hier|deze|dit|CONTROLLER|PROCESSOR)\b",
        ),
        under=r"SUBPROCESSOR|hulp van|partijen die|anderen|andere bedrijven|leveranciers",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aanspreken", "alsof", "fout"),
        (
            r"\b(?:gaat|doen|doet|maken|maakt)\b … \b(?:mis|fout|fouten)\b",
            r"\bCONTROLLER (?:mag |kan |kunt )?PROCESSOR (?:daarop |daarvoor |er )?(?:op )?aanspreken\b|\balsof PROCESSOR het zelf\b|\bvoor PROCESSOR rekening\b",
        ),
        under=r"SUBPROCESSOR|hulp van|partijen die|anderen|andere bedrijven|leveranciers",
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aansprakelijk", "verantwoordelijk", "responsible", "liable"),
        (
            r"^[\W\d]*(?:daarbij |hierbij |daarvoor |hiervoor |de |het |the )?(?:PROCESSOR (?:blijft|blijven|blijf|is|zijn|remains?|is)|(?:blijft|blijven|blijf) PROCESSOR)(?: (?!niet|geen|not)\w+){0,4} (?:aansprakelijk|verantwoordelijk|responsible|liable)\b(?! voor (?:de |het )?(?:inhoud|juistheid|beveiliging))",
        ),
        under=SUBS,
        unless=(r"\b(?:niet|geen|not|no)\b",),
    ),
    Plain(
        "subprocessors.flow_down",
        ("weitergibt", "weitergeben", "weitergegeben"),
        (
            r"\bSUBPROCESSOR\b",
            r"\bpflichten (?:aus )?(?:dieses|dieser|des|aus diesem)\b[^.;]{0,30}\bweiter(?:gibt|geben|gegeben)\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("bedingt", "legt"),
        (
            r"\bPROCESSOR (?:bedingt van|legt)\b[^.;]{0,30}\bSUBPROCESSOR\b[^.;]{0,20}\b(?:hetgeen|wat|datgene waartoe) (?:hij|zij|PROCESSOR) (?:zelf |op grond van \w+ \w+ )?verplicht is\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aansprakelijk", "verantwoordelijk"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,80}\ben (?:blijft|is)\b[^.;]{0,50}\b(?:aansprakelijk|verantwoordelijk)\b|^[\W\d]*(?:de |het )?PROCESSOR blij(?:ft|ven) voor (?:hen|haar|deze bedrijven|hun werk) verantwoordelijk\b",
        ),
        under=SUBS + r"|schakelen|inschakel",
        unless=(r"\b(?:niet|geen)\b",),
    ),
)
