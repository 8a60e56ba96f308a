"""Reading -> the bounds of the processing: special data that are kept out or listed, and purposes of the processor's own."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.processing import values_of
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.search import AnyCase, sentences_with
from art28.extraction.sections import sections

_I = re.IGNORECASE
_SPECIAL = AnyCase(
    r"bijzondere (?:categorie\w* |persoonlijke )?(?:van )?(?:persoonsgegevens|gegevens|"
    r"persoonlijke)|bijzondere categorieën|special categor\w+|sensitive (?:personal )?data|"
    r"besondere kategorien",
)
_KEPT_OUT = AnyCase(
    r"niet (?:\w+ )?(?:ingericht|bedoeld|toegestaan|verwerkt|bestemd|beoogd|geschikt)|(?:worden|wordt|zijn|mogen|"
    r"mag|zal|zullen)\b[^.;]{0,40}\bniet\b|\bgeen\b[^.;]{0,30}bijzondere|verwerkt geen|"
    r"uitgesloten|shall not|will not|may not|must not|not (?:intended|designed|permitted|processed)|"
    r"\bno (?:special|sensitive)|does not (?:process|require)|prohibited|refrain|nicht|keine",
)
_LISTED_SPECIAL = AnyCase(
    r"gezondheid|medisch|etnisch|\bras\b|politiek|biometri|genetisch|levensovertuiging|religie|"
    r"seksu|vakbond|health|medical|ethnic|biometric|genetic|gesundheit",
)
_ABOUT_ELSE = AnyCase(
    r"criteria|\brisks?\b|large scale|grootschalig|datalek|inbreuk|breach|maatregelen die|"
    r"in het bijzonder aandacht|training|bewust",
)


# "De gegevens omvatten ook gegevens over gezondheid": named as processed, without the law's word for it.
_INCLUDES_SPECIAL = AnyCase(
    r"\b(?:gegevens|data)\b[^.;:]{0,30}\b(?:omvatten|include|comprise)\b[^.;]{0,30}\b(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|"
    r"medische gegevens|health data|medical data)\b"
)


def _special_categories(reading: Reading) -> Iterator[Candidate]:
    excluded = [
        sentence
        for sentence in sentences_with(reading, "bijzonder", "special categor", "sensitive", "besondere")
        if _SPECIAL.search(sentence.text) and _KEPT_OUT.search(sentence.text) and not _ABOUT_ELSE.search(sentence.text)
    ]
    if excluded:
        yield proposed("processing.special_categories", *excluded[:3], value="excluded_unless_agreed")
        return
    for section in sections(reading):
        if section.special and section.topic == "data_categories":
            values, places = values_of(reading, section)
            if any(_LISTED_SPECIAL.search(value) for value in values):
                yield Candidate("processing.special_categories", "listed", tuple(places))
    for sentence in sentences_with(reading, "bijzonder", "special categor", "sensitive"):
        match = _SPECIAL.search(sentence.text)
        if (
            match
            and sentence.clause.part is Part.ANNEX
            and _LISTED_SPECIAL.search(sentence.text[match.end() :])
            and re.match(r"\W*(?:(?:van|of) \w+ )?(?:\w+ ){0,2}?[\w-]*[:(\t]", sentence.text[match.end() :])
        ):
            yield proposed("processing.special_categories", sentence, value="listed")
    for sentence in sentences_with(reading, "gezondheid", "medisch", "health", "medical"):
        if _INCLUDES_SPECIAL.search(sentence.text) and not _KEPT_OUT.search(sentence.text):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)


_OWN = (
    r"(?:(?:om |te )?(?:(?:haar|zijn|onze|de|hun) (?:eigen )?(?:software|dienst\w*|producten?) te (?:verbeteren|"
    r"ontwikkelen))|branchecijfers|eigen (?:doel\w*|gebruik|bedrijfsvoering|statisti\w+|analyse\w*|onderzoek)|"
    r"kwaliteits\w+|statistisch\w*|"
    r"statistieken|product(?:verbetering|ontwikkeling)|(?:verbeter\w*|optimalis\w*|ontwikkel\w*) van (?:haar|zijn|"
    r"de|onze) "
    r"(?:eigen )?(?:diensten|dienstverlening|producten?|software)|benchmark\w*|its own (?:\w+ )?(?:purposes?|use|"
    r"business)|own purposes|product (?:improvement|development)|improve (?:its|the|our) (?:products?|services?)|"
    r"(?:develop|improv)\w* (?:and \w+ )?(?:its|the) (?:products?|services?)|statistical|analytics|"
    r"aggregated? (?:and|or) (?:anonymi|de-identif)\w+|further purposes|trainen|train(?:ing)? (?:its|ai|models))"
)
_MAY_USE = AnyCase(
    rf"\bPROCESSOR\b[^.;]{{0,40}}\b(?:mag|kan|is gerechtigd|is bevoegd|"
    rf"behoudt zich het recht voor|heeft het recht|may|is (?:entitled|permitted|allowed)|"
    rf"reserves the right)\b[^;]{{0,240}}?{_OWN}|\b(?:mag|mogen|kan|kunnen|may) (?:PROCESSOR|wij|"
    rf"we)\b[^;]{{0,240}}?{_OWN}",
)
_DOES_USE = AnyCase(
    rf"processed by PROCESSOR for the following[^;]{{0,60}}own|autonomous[^.;]{{0,30}}purposes|"
    rf"PROCESSOR (?:verwerkt|gebruikt|processes|uses)\b[^.;]{{0,120}}\bvoor {_OWN}",
)
_NEVER = AnyCase(
    r"\bverboden\b[^.;]{0,60}\beigen (?:doel\w*|gebruik)|\bniet\b[^.;]{0,40}\bvoor (?:zichzelf|eigen)\b|(?:\bniet|\bgeen|\bnooit|\bnimmer|\bnever|\bnot|\bno\b|nicht|"
    r"without)\b[^.;]{0,90}?(?:(?:enig|een|andere?|"
    r"ander|eigen)\b[^.;]{0,20}\bdoel\w*|eigen (?:doel\w*|gebruik|voordeel|nutte?)|(?:any )?other purposes?|"
    r"own (?:purposes?|benefit)|purposes? of (?:its|their) own|"
    r"any purpose other|andere zwecke|eigene\w* zweck\w*|zelfstandig gebruik)|"
    r"(?:any|other) purposes?[^.;]{0,40}(?:is|are) (?:prohibited|not permitted)",
)
_BY_PROCESSOR = AnyCase(
    r"\bPROCESSOR\b|persoonsgegevens worden|personal data (?:shall|will|may)|verwerking omvat",
)
_NOT_ITS_OWN = AnyCase(
    r"betrokkene|CONTROLLER (?:zal|mag|may|shall)|medewerkers|SUBPROCESSOR (?:zal|mag|may|"
    r"shall)|bij de controle|auditor",
)


# A ban with an exception of its own: "not for purposes of its own, save that it may compile statistics".
_BUT_MAY = AnyCase(
    rf"\b(?:save that|except that|met dien verstande dat|behalve dat|zij het dat)\b[^.;]{{0,40}}\b(?:may|mag|kan)\b[^.;]{{0,80}}?{_OWN}"
)
_DENIED = AnyCase(r"\b(?:niet|geen|nooit|nimmer|not|never|no)\b")
_DATA = AnyCase(r"gegevens|\bdata\b|\bdaten\b|verwerking omvat|données")


def _own_purposes(reading: Reading) -> Iterator[Candidate]:
    """An express permission outranks the general ban that it is an exception to."""
    for sentence in sentences_with(
        reading,
        "doel",
        "eigen",
        "statist",
        "kwaliteit",
        "verbeter",
        "purpose",
        "own",
        "improve",
        "analytic",
        "train",
        "zweck",
        "benchmark",
        "aggregat",
        "zichzelf",
    ):
        text = sentence.text
        if (_BUT_MAY.search(text) and _DATA.search(text)) or (
            _DATA.search(text)
            and (_MAY_USE.search(text) or _DOES_USE.search(text))
            and not _NEVER.search(text)
            and not _DENIED.search(text[:120])
        ):
            yield proposed("processing.own_purposes", sentence, value=True)
        elif (
            _NEVER.search(text)
            and _DATA.search(text)
            and _BY_PROCESSOR.search(text)
            and not _NOT_ITS_OWN.search(text[:60])
        ):
            yield proposed("processing.own_purposes", sentence, value=False, strength=Strength.PASSING)


RULES = (
    Rule("processing-special-categories", ("processing.special_categories",), _special_categories),
    Rule("processing-own-purposes", ("processing.own_purposes",), _own_purposes),
)
