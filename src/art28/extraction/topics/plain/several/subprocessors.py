"""Turns of several languages on sub-processors and changes of them, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import Plain
from art28.extraction.topics.plain.several.words import SUBS

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.authorisation",
        ("toestemming", "akkoord"),
        (
            r"\b(?:geeft?|verleent?) CONTROLLER (?:aan )?PROCESSOR (?:hierbij |daarvoor |daarmee )?(?:toestemming|akkoord)\b|\bCONTROLLER (?:geeft?|verleent?) (?:hiermee |hierbij )?(?:aan )?PROCESSOR (?:hierbij |daarvoor )?toestemming\b",
            r"\b(?:deze|de genoemde|bovenstaande|onderstaande)? ?(?:en )?(?:andere|nieuwe) SUBPROCESSOR\b|\bSUBPROCESSOR in te (?:schakelen|zetten)\b|\bSUBPROCESSOR te (?:gebruiken|betrekken)\b",
        ),
        value="general",
        unless=(
            r"\b(?:telkens|per geval|vooraf\w*|specifieke?|afzonderlijke?|schriftelijke toestemming nodig|geen|niet|eerst|pas)\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\bmits CONTROLLER\b[^.;]{0,40}\b(?:vooraf|van tevoren|tijdig)\b[^.;]{0,30}\b(?:op de hoogte|geïnformeerd|in kennis|ingelicht|bericht)\b|\bmits PROCESSOR CONTROLLER\b[^.;]{0,40}\b(?:vooraf|van tevoren|tijdig)\b[^.;]{0,30}\b(?:informeert|inlicht|meldt|bericht)\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR", "wijzigingen"),
        (
            r"\büber (?:neue|geänderte|weitere)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,20}\binformier\w* PROCESSOR\b[^.;]{0,60}\b(?:vorher|im voraus|vorab)\b|"
            r"^[\W\d]*(?:wijzigingen|nieuwe (?:SUBPROCESSOR|partijen|derden)) (?:staan|worden|maakt PROCESSOR|kondigt PROCESSOR)\b[^.;]{0,60}\b(?:vooraf|van tevoren|eerder)\b",
        ),
        under=SUBS + r"|unterauftrag|^[\W\d]*derden\W*$",
    ),
    Plain(
        "subprocessors.authorisation",
        ("stemt hiermee", "stemt daarmee", "gaat hiermee", "gaat daarmee"),
        (r"^[\W\d]*(?:de |het |the )?CONTROLLER (?:stemt (?:hiermee|daarmee) in|gaat (?:hiermee|daarmee) akkoord)\b",),
        value="general",
        under=SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("voor andere", "voor een nieuwe", "voor elke", "voor overige"),
        (
            r"\bvoor (?:andere|overige|nieuwe|elke (?:andere|nieuwe)) SUBPROCESSOR\b[^.;]{0,20}\b(?:voorafgaande?|vooraf)\b[^.;]{0,20}\btoestemming\b[^.;]{0,30}\b(?:nodig|vereist)\b",
        ),
        value="specific",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("bezwaar",),
        (
            r"\b(?:gaan|gaat|willen|wil|schakelen|schakelt|kiezen|kiest) PROCESSOR\b[^.;]{0,40}\b(?:ander|andere|nieuw|nieuwe) (?:bedrijf|partij|leverancier|SUBPROCESSOR)\b[^.;]{0,120}\bbezwaar\b",
        ),
        value="general",
        unless=(r"\b(?:toestemming|akkoord)\b",),
    ),
)
