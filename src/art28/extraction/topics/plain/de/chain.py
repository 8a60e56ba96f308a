"""Turns of German on what binds sub-processors and who answers for them, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import DPA, IT, SUBS, UNTER
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.processor_liable",
        ("haftet für sie", "haftet dafür", "haftet für diese"),
        (r"\bPROCESSOR haftet (?:für (?:sie|diese)|dafür) wie für (?:sich selbst|eigenes|eigene\w*)\b",),
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
        under=SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("gibt seine pflichten", "gibt die pflichten", "gibt diese pflichten"),
        (r"\b(?:er|sie|PROCESSOR) gibt (?:seine|die|diese|ihre) pflichten\b[^.;]{0,60}\ban sie weiter\b",),
        under=SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("steht für", "haftet für"),
        (r"\b(?:steht|haftet) für (?:deren|ihr) verschulden wie für eigenes\b",),
        under=SUBS,
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
        "subprocessors.processor_liable",
        ("verschulden", "fehler", "handeln"),
        (
            r"\bfür (?:ihr|ihre|deren|dessen) (?:\w+ )?(?:verschulden|fehler|handeln|verhalten|pflichtverletzungen)\b[^.;]{0,12}\b(?:haftet|steht|einzustehen)\b[^.;]{0,20}\bPROCESSOR\b",
        ),
        under=r"SUBPROCESSOR|unterauftrag|weitere auftrag|subunternehm|dienstleister",
    ),
    Plain(
        "subprocessors.flow_down",
        ("weiter",),
        (
            r"\bPROCESSOR gibt (?:seine|die|alle|sämtliche) (?:\w+ )?pflichten\b[^.;]{0,60}\ban (?:die |den |jeden |seine |weitere )?SUBPROCESSOR\b[^.;]{0,12}\bweiter\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("entspricht", "entsprechen", "gleichkommt", "nachgebildet"),
        (
            r"\b(?:mit|von) (?:jede[mr] (?:dieser|von) (?:\w+)|ihnen|allen|diesen)\b[^.;]{0,60}\b(?:vertrag|verträge|vereinbarung)\w*\b[^.;]{0,60}\b(?:dieser vereinbarung|diesem vertrag|diesem avv)\b[^.;]{0,20}\b(?:entspricht|entsprechen|gleichkommt|nachgebildet)\b",
        ),
        under=SUBS,
    ),
    Plain(
        "subprocessors.contracts_inspectable",
        ("hineinsehen", "einsehen", "einblick", "hineinschauen"),
        (
            r"\b(?:lässt|lassen|gewährt|gibt|gestattet)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,40}\b(?:hineinsehen|einsehen|einblick|hineinschauen|einsicht)\b",
            r"\b(?:vertrag|verträge|vereinbarung)\w*\b",
        ),
        under=SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("wie für",),
        (
            rf"\bfür (?:deren|ihre|dessen|ihr) (?:\w+ )?(?:fehler|verhalten|verschulden|handeln|versäumnisse)\b[^.;]{{0,12}}\b(?:haftet|steht) {IT} wie für (?:eigene[sn]?|sich selbst)\b",
        ),
        under=SUBS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("überträgt", "reicht", "überbindet", "pflichten"),
        (
            r"\b(?:überträgt|reicht|überbindet|gibt)\b[^.;]{0,40}\bpflichten\b[^.;]{0,40}\b(?:auf|an)\b[^.;]{0,12}\bSUBPROCESSOR\b",
        ),
        unless=(r"\bnicht\b",),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("zurechnen", "zuzurechnen", "zugerechnet", "steht"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,60}\bPROCESSOR\b[^.;]{0,80}\b(?:zurechnen|zuzurechnen|zugerechnet)\b|\b(?:handeln|verhalten|verschulden|unterlassen)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,80}\b(?:zurechnen|zuzurechnen|zugerechnet)\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("SUBPROCESSOR",),
        (
            r"\b(?:vertrag\w*|vertraglich\w*|schriftlich\w*|vereinbarung\w*)\b",
            r"\b(?:\w*pflicht\w*|verpflicht\w*|niveau|datenschutzniveau|regelungen|vorgaben|auferleg\w*)\b",
            rf"{DPA}|\b(?:dieselben|gleichen|gleiche|entsprechend\w*|denselben|gleichwertig\w*)\b",
        ),
        under=UNTER,
        unless=(r"\bhaftet\b", r"\bnicht verpflichtet\b", r"\bCONTROLLER (?:kann|darf)\b", r"\bkündig\w*"),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("SUBPROCESSOR",),
        (
            r"\b(?:tun|handeln|handlungen|unterlass\w*|lassen|verschulden|fehler|verhalten|pflichtverletzung\w*|verstöße|leistung\w*|pflichten)\b",
            r"\bPROCESSOR\b[^.;]{0,80}\b(?:verantwort\w*|haftet|einzustehen|steht\b[^.;]{0,80}\bein|zurechnen|zuzurechnen|bürgt|gerade)\b|\b(?:verantwort\w*|haftet|steht)\b[^.;]{0,20}\bPROCESSOR\b",
            r"\b(?:eigene\w*|seine[ns]?|sein|vollumfänglich|voll)\b",
        ),
        under=UNTER,
        unless=(
            r"\bhaftet\b[^.;]{0,20}\bnicht\b",
            r"\bnicht (?:verantwortlich|haftbar)\b",
            r"\bverantwortliche[nr]?\b[^.;]{0,4}$",
        ),
    ),
)
