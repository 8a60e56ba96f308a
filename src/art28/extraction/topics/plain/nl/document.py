"""Turns of Dutch on precedence and governing law, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import MAIN, PRESENT
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.precedence",
        ("gaat", "geldt"),
        (
            r"\bbij (?:strijd|verschil|tegenstrijdigheid|conflict) met (?:de |het )?(?:offerte|opdracht|order|hoofdovereenkomst|contract|\w+overeenkomst|algemene voorwaarden)\b[^.;]{0,12}\b(?:gaat|gaan|geldt|gelden)\b[^.;]{0,12}\b(?:deze|dit)\b[^.;]{0,30}\b(?:voor|voorgaan)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("iets anders", "opzij", "wat hier staat", "elkaar tegen"),
        (
            rf"\bzeg(?:t|gen) {PRESENT}\b[^.;]{{0,12}}\biets anders dan\b[^.;]{{0,30}}\b{MAIN}\b[^.;]{{0,12}}, dan geldt {PRESENT}\b|"
            rf"\bzeg(?:t|gen) (?:de )?{MAIN}\b[^.;]{{0,12}}\biets anders dan\b[^.;]{{0,12}}{PRESENT}\b[^.;]{{0,12}}, dan geldt {PRESENT}\b|"
            rf"{PRESENT} zet(?:ten)?\b[^.;]{{0,20}}\b(?:afwijkende )?bepalingen\b[^.;]{{0,12}}\b{MAIN}\b[^.;]{{0,12}}\bopzij\b|"
            rf"{PRESENT}\b[^.;]{{0,12}}\bvan (?:de )?{MAIN} (?:verschilt|afwijkt)\b[^.;]{{0,12}}\bgeldt wat hier staat\b|"
            rf"\bspreken {PRESENT} en (?:de )?{MAIN}\b[^.;]{{0,12}}\belkaar tegen\b[^.;]{{0,12}}\bPROCESSOR\b[^.;]{{0,12}}\baan deze\b",
        ),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("iets anders",),
        (
            rf"\bzeg(?:t|gen) (?:de )?{MAIN}\b[^.;]{{0,12}}\biets anders dan\b[^.;]{{0,12}}{PRESENT}\b[^.;]{{0,12}}, dan geldt (?:de )?{MAIN}\b",
        ),
        value="main_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("botst", "botsen", "wijkt", "verschilt"),
        (rf"\b(?:botst|botsen)\b[^.;]{{0,60}}{PRESENT}\b[^.;]{{0,12}}, dan (?:wint|geldt|gaat) {PRESENT}\b",),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("wijken", "houdt men", "rang"),
        (
            rf"{PRESENT}[^.;]{{0,60}}\btegen\b[^.;]{{0,12}}\bmoet (?:de |het )?{MAIN} wijken\b|\bhoudt men {PRESENT} aan\b|"
            rf"\bheeft {PRESENT} (?:een )?(?:hogere rang|voorrang) (?:dan|boven) (?:de |het )?{MAIN}\b",
        ),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("beslissend", "doorslaggevend"),
        (
            rf"\b(?:strijd|tegenstrijdigheid|verschil) tussen\b[^.;]{{0,40}}\bis (?:de |het )?{MAIN} (?:beslissend|doorslaggevend)\b",
        ),
        value="main_agreement",
        strength=Strength.PASSING,
    ),
)
