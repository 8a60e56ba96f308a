"""Statement -> how often audits may be held, that one is announced, and what the processor only has done for itself."""

import re

from art28.extraction.values.durations import durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement
from art28.terms import Role

_TIMES = r"(?:één|eén|een|1|one|eens|once|einmal|eine[rn]?|ein|un|une)"
_PER = r"(?:per|a|an|every|each|par année|in (?:any|each|een|het|every|a|the|elk)|within any|binnen een|elk|ieder|gedurende een|im|pro|par|je|in jedem|je angefangenem)"
_A_YEAR = r"(?:consecutive |rolling )?(?:kalender|contract-?|school|boek|calendar |contract |vertrags)?(?:jaar|year|jahr|an|année(?: civile)?)"
_COUNTED = (
    rf"\b{_TIMES}[ -]?(?:\((?:1|één|one|een)\) ?)?(?:maal|keer|malig|x|time|audit|inspectie|controle|inspection|on-site audit|(?:vor-ort-)?(?:über)?prüfung|(?:vor-ort-)?kontrolle|inspektion|fois|contrôle)? {_PER} {_A_YEAR}\b|"
    rf"\b(?:limited to|beperkt tot|maximaal|max\.?|at most|limitée?s? à|dans la limite d'|auf) ?{_TIMES} (?:audit |prüfung |kontrolle )?{_PER} {_A_YEAR}\b|"
    rf"\b{_PER} {_A_YEAR}\b[^.;]{{0,70}}\b(?:één|eén|één|one|eine[rn]?|une?|1) (?:\(1\) )?(?:(?:keer|maal|mal) )?(?:(?:een|eine|une) )?(?:audit|controle|inspecti\w+|onderzoek|prüfung|kontrolle)\b|"
    rf"\b(?:elk|ieder|each|every) {_A_YEAR} (?:één|een|eenmaal|once)(?: keer| maal)?(?!\w)|"
    rf"\bnicht (?:mehr|öfter|häufiger) als {_TIMES}mal {_PER} {_A_YEAR}\b|\beinmal (?:pro|je|im) (?:kalender)?jahr\b|"
    r"\bonce (?:annually|yearly)\b|\beinmal jährlich\b|\b(?:un|une) (?:seul )?(?:audit|contrôle) annuel\b"
)
_ANNUAL = r"\bjaarlijks(?:e)?\b|\bannual(?:ly)?\b|\bjährlich\w*|\bannuel(?:le)?(?:ment)?\b"
_AS_A_LIMIT = r"\bmaxim\w*|\b(?:niet|nooit) (?:vaker|meer|frequenter) dan\b|\bnot more (?:often|frequently) than\b|\b(?:ten )?hoogste\b|\bhoogstens\b|\bhooguit\b|\bhöchstens\b|\bno more than\b|\bCONTROLLER … {entitled}|{entitled} … CONTROLLER"
_TWICE = rf"(?<![\d.])\b(?P<times>twee|drie|vier|2|3|4|two|three|four|twice|zwei|drei|vier|zweimal|deux)(?:[- ]?(?:maal|keer|times|mal|fois))? {_PER} {_A_YEAR}\b"
_MONTHS = {
    "twee": 6,
    "2": 6,
    "two": 6,
    "twice": 6,
    "zwei": 6,
    "zweimal": 6,
    "deux": 6,
    "drie": 4,
    "3": 4,
    "three": 4,
    "drei": 4,
    "vier": 3,
    "4": 3,
    "four": 3,
}
_ONCE = re.compile(
    rf"\b{_TIMES} ?(?:\((?:1|één|one|een)\) ?)?(?:maal|keer|x|time|audit|prüfung|inspection|inspectie|fois)? ?(?:innerhalb von|per|every|in any|in elke|in de|in a|each|elke|in each|in every|during (?:any|each|every)|in iedere|in ieder|pro|par|je|alle|tous les|in|binnen|"
    r"within any)(?: (?:consecutive |rolling )?(?:period|periode|tijdvak|term|zeitraum|période) (?:of|van|von|de))?[\s*_]*$|\b(?:om de|every|conducted less than)[\s*_]+$"
)
# "Alle zwölf Monate einmal"
_EVERY_SO_OFTEN = re.compile(r"\b(?:alle|every|elke|iedere|tous les)[\s*_]+$")
_THEN_ONCE = re.compile(r"[\s*_]*(?:einmal|once|eenmaal|één keer|une fois)\b")
# "Zes maanden tussen twee opeenvolgende audits", "twelve months after the previous audit".
_APART = re.compile(
    r"[^.;]{0,30}\b(?:tussen|between|zwischen|entre) (?:(?:twee|two|zwei|deux|de|any|elke|opeenvolgende|successive) ){0,3}\w*"
    r"(?:audits?|controles?|onderzoeken|inspect\w+|prüfungen|kontrollen)\b|"
    r"[^.;]{0,12}\b(?:na|sinds|after|since|nach|après) (?:de |the |der |le )?(?:vorige|laatste|previous|last|letzten|vorherigen|dernier) "
    r"(?:audit|controle|inspecti\w+|prüfung|contrôle|onderzoek)\b"
)
AT_LEAST_SELF = (
    r"\bPROCESSOR … (?:laat|laten|zal|shall|will|conducts|lässt)\b(?! (?:toe|not|allow|permit|enable|contribute|submit|toestaan)) … (?:jaarlijks|annual|yearly|eenmaal|"
    r"once|jährlich)|\b(?:soc|iso|certific|rapport|report|assurance|policies|prüfbericht|attestation)\w*\b .{0,60}\b(?:jaarlijks|"
    r"annual|once per year|jährlich|annuel)\w*|\b(?:jaarlijks|annual|jährlich)\w* (?:\w+ )?(?:interne?|internal|rapport|"
    r"certific|prüfbericht)\w*|\b(?:ten minste|at least|mindestens|au moins) (?:\w+ ){0,2}(?:jaarlijks|annual\w*|eenmaal|once|jährlich|une fois)\b"
)
ANNOUNCED = (
    r"\b(?:beforehand|(?:days|weeks|months) ahead|ahead of|v(?:óó|oo)r (?:de |het |een )?(?:\w+ ){0,2}(?:aanvang\w*|startdatum|begin|uitvoering|datum)|before the (?:\w+ ){0,2}(?:start|date|commencement)|(?:days|weeks) before (?:an|the|any) audit|(?:\w*dagen|weken|maand) voor (?:een|de|elke) (?:audit|controle|onderzoek)|aankondig\w*|aangekondigd|vooraankondig\w*|(?:vooraf )?aan te kondigen|kondigt … aan|kündigt … \ban\b|aanzegg\w*|kennisgeving|vooraf|"
    r"voorafgaand\w*|te ?voren|\w*(?:dagen|weken|week|maanden|maand|uur) eerder|notice|advance|prior|notif\w*|\w*ankündig\w*|angekündigt|anzukündigen|\w*anmeld\w*|anzumelden|vorlauf\w*|vorher\w*|im voraus|zuvor|melden … \ban\b|préavis|"
    r"voordat (?:de |een |deze |die )?(?:audit|controle|inspectie|het onderzoek)|op de hoogte|op voorhand|voor te bereiden|to prepare|annonc\w*|à l'avance|préalable\w*|prévenue?|prévenant|avertie?|avertissant|vorlauf)(?!\w)"
)
"""That an audit is announced."""


def interval_of(statement: Statement, language: str) -> str | None:
    """The period in which one audit may take place, as ISO 8601; None where `statement` names none."""
    once = next(
        (
            d.iso
            for d in durations(statement.text)
            if _ONCE.search(statement.text[: d.start])
            or (_EVERY_SO_OFTEN.search(statement.text[: d.start]) and _THEN_ONCE.match(statement.text, d.end))
        ),
        None,
    )
    if once:
        return once
    apart = next((d.iso for d in durations(statement.text) if _APART.match(statement.text, d.end)), None)
    if apart:
        return apart
    twice = statement.search(phrase(_TWICE, language))
    if twice:
        return f"P{_MONTHS[twice['times']]}M"
    if statement.search(phrase(_COUNTED, language)):
        return "P1Y"
    annual = statement.search(phrase(_ANNUAL, language)) and statement.search(phrase(_AS_A_LIMIT, language))
    return "P1Y" if annual and statement.subject is not Role.PROCESSOR else None
