"""Reading -> data that the law sets apart (Art. 9): kept out of the processing, or listed among what is processed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from art28.agreement.passages import Reading, Sentence
from art28.document.outline import Part
from art28.extraction.layout.blanks import has_gap
from art28.extraction.layout.tables import cells_of, tables
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.topics.processing.processing import values_of
from art28.extraction.topics.processing.sections import sections
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
# What the law sets apart, by its name or by several of its kinds in a row.
_KIND = (
    r"(?:gezondheid|medisch|geloof|godsdienst|politiek|seksu|etnisch|ras\b|vakbond|health|religio|political|sexual|ethnic|racial|trade union|"
    r"gesundheit|politisch|gewerkschaft|santé|religieu|syndical)"
)
_SPECIAL = AnyCase(
    r"bijzondere (?:categorie\w* |persoonlijke )?(?:van )?(?:persoonsgegevens|gegevens|"
    r"persoonlijke)|bijzondere categorieën|gevoelige (?:persoons)?gegevens|special (?:data )?categor\w+|sensitive (?:personal )?data|"
    r"besondere(?:n|r)? (?:kategorien|arten)|sensible\w* daten|données sensibles|donnée sensible|catégories particulières|"
    rf"{_KIND}[^.;]{{0,40}}{_KIND}[^.;]{{0,40}}{_KIND}",
)
_KEPT_OUT = AnyCase(
    r"\bniet de bedoeling\b|\b(?:laat|voert?|deelt|uploadt|zet|vraagt?|verzamelt?) CONTROLLER (?:\w+ ){0,4}?niet\b|"
    r"\b(?:ziet|zien|heeft|hebben|strekt) (?:\w+ )?niet\b|\bzet(?:ten)? (?:\w+ )?geen\b|niet (?:\w+ )?(?:ingericht|bedoeld|toegestaan|verwerkt|bestemd|beoogd|geschikt|gemaakt|voorzien|thuis)|(?:worden|wordt|zijn|mogen|"
    r"mag|zal|zullen)\b[^.;]{0,40}\bniet\b|\bgeen\b[^.;]{0,30}(?:bijzondere|gevoelige)|verwerkt geen|"
    r"\b(?:zal|zullen|mag|mogen|dient|dienen) (?:\w+ ){0,4}?geen\b[^.;]{0,160}(?:bijzondere|gevoelige)|"
    r"uitgesloten|shall not|will not|may not|must not|not (?:intended|designed|permitted|processed|made|suitable)|"
    r"\bno (?:special|sensitive)|does not (?:process|require)|prohibited|refrain|nicht|keine|aucune donnée|\bn'est (?:pas|ni)\b|ne (?:traite|sont|doi)\w* pas|interdit",
)
_UNKNOWN = AnyCase(
    r"nicht bekannt|niet bekend|(?:not|un)known|sole discretion|discretion of|kan niet (?:uit|weten)|geen (?:zicht|invloed)|hangt af van|depends on|"
    r"may (?:submit|include|contain)\b[^.;]{0,80}special categor|n'a pas connaissance"
)
# "Bijzondere categorieën: geen" in a form.
_NONE_OF_THEM = AnyCase(
    r"^[^.;]{0,80}?(?:\s*\([^)]{0,60}\))?[\s*_]*[:\t?]\W*(?:geen\b|none\b|nee\b|no\b|n\.?v\.?t|n/?a\b|keine\b|aucune\b|néant|not applicable|niet van toepassing)"
)
_LISTED_SPECIAL = AnyCase(
    r"gezondheid|ziekte|ziekmelding|verzuim|diagnos|medicijn|allergie|handicap|medisch|etnisch|\bras\b|politiek|biometri|genetisch|levensovertuiging|religie|godsdienst|kerkelijk|gezindte|"
    r"seksu|vakbond|health|medical|ethnic|biometric|genetic|religio|trade union|disabilit|gesundheit|krank(?:heit|enst)|religion|gewerkschaft|konfession|"
    r"\bsanté\b|vaccin|allergi|médical|syndical|biométr|génétique",
)
# "…, namelijk medische gegevens", "Bijzondere persoonsgegevens: gezondheid".
_NAMED_AS_SPECIAL = AnyCase(
    rf"(?:(?:bijzondere|gevoelige|bijzondere en gevoelige|bijzondere of gevoelige) (?:categorieën(?: van)?(?: (?:persoons)?gegevens)?|(?:persoons)?gegevens)|special categories(?: of (?:personal )?data)?)(?: van [^.;:]{{0,30}})?(?: (?:worden )?verwerkt)?(?:[\s*_]*[:\t]|,? (?:namelijk|te weten|waaronder|in het bijzonder|namely|including))[^.;]{{0,120}}?{_KIND}"
)
_DEFINES = AnyCase(
    r"^[\W\d]*(?:onder )?(?:bijzondere|gevoelige|special)\b[^.;:]{0,60}\b(?:zijn|are|wordt verstaan)\b (?:de |alle |the )?(?:persoons)?(?:gegevens|data)\b|"
    r"^[\W\d]*\"?(?:bijzondere|gevoelige|special)\b[^.;:\t]{0,60}[:\t]\W*(?:de |alle |die |the |any )?(?:(?:bijzondere )?categorieën (?:van )?)?(?:persoons)?(?:gegevens|data) (?:waaruit|waarvan|als bedoeld|zoals bedoeld|bedoeld in|in de zin|die (?:door hun aard|gevoelig|naar hun aard)|revealing|as referred|within the meaning)"
)
# Kinds in a list that say so by themselves: a "health insurer" or a "medical school" is none.
_A_SPECIAL_KIND = AnyCase(
    r"^\(bijzondere\) (?:persoons)?gegevens\b|\bwaaronder (?:ook |mede )?bijzondere (?:persoonsgegevens|categorieën)|gezondheid(?!szorg)|medische (?!instelling|opleiding|professional)|\bmedisch(?:e gegevens|$)|\betnisch|\bras\b|politieke (?:voorkeur|overtuiging|opvatting|gezindheid)|"
    r"biometrisch|genetische|levensovertuiging|\breligi|godsdienst|kerkelijke|vakbond|seksuele|"
    r"\bhealth (?:data|information|status|records?|conditions?)|\bmedical (?:data|information|records?|history|conditions?)|ethnic (?:origin|data)|biometric|"
    r"genetic|religious|trade union|disabilit(?:y|ies)|gesundheitsdaten|gesundheitszustand|krankenst[aä]nd|krankheit|religions|gewerkschaft|konfession|"
    r"données (?:de|relatives à la) santé|données médicales|appartenance syndicale"
)
_OF_THE_LAW = AnyCase(
    r"(?:\b(?:zijn|betreft|betreffen|are|as|sind|enthält|enthalten|contains?|relèvent|sont|constituent|kunnen voorkomen)\b[^.;]{0,80}"
    r"(?:bijzondere (?:categorieën |persoons)|special categor|besondere\w* (?:kategorien|daten)|heikle daten|catégories particulières|article 9\b|artikel 9\b|art\. 9\b)|"
    r"(?:artikel|article|art\.) 9\b[^.;]{0,30}\b(?:kunnen voorkomen|zijn daaronder|worden verwerkt|are processed|occur))"
)
_ABOUT_ELSE = AnyCase(
    r"criteria|\brisks?\b|large scale|grootschalig|datalek|inbreuk|breach|maatregelen die|"
    r"in het bijzonder aandacht|training|bewust",
)


# "De zorgindicatie is een gegeven over gezondheid."
_IS_SPECIAL = AnyCase(
    r"^\W*(?:bijzonder\w*\t)?(?:(?:de|het|een) )?[\w-]+(?: en [\w-]+)? (?:is|zijn) (?:een )?(?:gegevens? over (?:de )?gezondheid|gezondheidsgegevens?|medische? gegevens?)\b"
)
# "De gegevens omvatten ook gegevens over gezondheid": named as processed, without the law's word for it.
_INCLUDES_SPECIAL = AnyCase(
    r"\b(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|medische gegevens)\b[^.;]{0,20}\b(?:verwerkt PROCESSOR|worden)\b[^.;]{0,20}\b(?:slechts|alleen|uitsluitend|ook)\b|\b(?:gegevens|data)\b[^.;:]{0,30}\b(?:omvatten|include|comprise)\b[^.;]{0,30}\b(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|"
    r"medische gegevens|health data|medical data)\b"
)


# "Onder de gegevens bevinden zich bijzondere persoonsgegevens, zoals gezondheidsgegevens."
_AMONG_THE_DATA = AnyCase(
    rf"\b(?:bevinden zich|bevindt zich|behoren|bevat(?:ten)?|omvat(?:ten)?|vallen)(?: ook| mede| tevens)? (?:\w+ )?(?:bijzondere|gevoelige) (?:categorieën(?: van)? )?(?:persoons)?gegevens,? (?:zoals|waaronder|namelijk|te weten)[^.;]{{0,60}}?{_KIND}"
)
# "Worden er bijzondere persoonsgegevens verwerkt?" "Ja, …"
_ASKED = AnyCase(r"(?:bijzondere|gevoelige) [^.;?]{0,70}\?\W*$")
_ANSWERED_YES = AnyCase(r"^\W*ja\b")


def _asked_or_among(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, "bijzondere", "gevoelige"):
        if _AMONG_THE_DATA.search(sentence.text) and not (
            _IF_ANY.search(sentence.text) or _KEPT_OUT.search(sentence.text) or _DEFINES.search(sentence.text)
        ):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)
    for question, answer in pairwise(reading.sentences):
        if question.text.endswith("?") and _ANSWERED_YES.match(answer.text) and _ASKED.search(question.text):
            yield proposed("processing.special_categories", question, answer, value="listed", strength=Strength.PASSING)


# "Andere bijzondere persoonsgegevens worden niet verwerkt": than those that were just named.
_OTHERS_OF_IT = AnyCase(
    r"^\W*(?:\d[\d.]*\W+)?(?:andere|overige|other|andere|weitere|d'autres) (?:bijzonder|special|besonder|données sensibles|catégories particulières)"
)


def _excludes_but_others(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence keeps out others than those that the sentence before it says are special."""
    if not _OTHERS_OF_IT.search(sentence.text):
        return False
    at = reading.sentences.index(sentence)
    before = reading.sentences[at - 1].text if at else ""
    return _IS_SPECIAL.match(before) is not None and not _KEPT_OUT.search(before)


def is_special_kind(text: str) -> bool:
    """Whether a kind of data, as a list names it, is one that the law sets apart (Art. 9)."""
    return _A_SPECIAL_KIND.search(text) is not None


def _special_categories(reading: Reading) -> Iterator[Candidate]:
    named = [
        sentence
        for sentence in sentences_with(reading, *_SPECIAL_WORDS)
        if _SPECIAL.search(sentence.text) and not _ABOUT_ELSE.search(sentence.text)
    ]
    unknown = [sentence for sentence in named if _UNKNOWN.search(sentence.text)]
    excluded = [
        sentence
        for sentence in named
        if sentence not in unknown
        and not _excludes_but_others(reading, sentence)
        and (_KEPT_OUT.search(sentence.text) or _says_none(sentence.text))
    ]
    if excluded:
        yield proposed("processing.special_categories", *excluded[:3], value="excluded_unless_agreed")
        return
    if unknown:
        yield proposed("processing.special_categories", *unknown[:3], value="unspecified", strength=Strength.PASSING)
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
    yield from _answered_no(reading)
    yield from _named_as_special(reading)
    yield from _asked_or_among(reading)
    yield from _are_of_it(reading)
    yield from _under_its_head(reading)
    yield from _listed_kinds(reading)
    for sentence in sentences_with(
        reading, "artikel 9", "article 9", "art. 9", "bijzonder", "special categor", "besondere", "particulières"
    ):
        if (
            _OF_THE_LAW.search(sentence.text)
            and not _KEPT_OUT.search(sentence.text)
            and not _ABOUT_ELSE.search(sentence.text)
            and not _IF_ANY.search(sentence.text)
            and not _DEFINES.search(sentence.text)
        ):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)
    for sentence in sentences_with(reading, "gezondheid", "medisch", "health", "medical"):
        if (_INCLUDES_SPECIAL.search(sentence.text) or _IS_SPECIAL.match(sentence.text)) and not _KEPT_OUT.search(
            sentence.text
        ):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)


_SPECIAL_WORDS = (
    "bijzonder",
    "special",
    "sensitive",
    "besondere",
    "gevoelig",
    "sensible",
    "particulières",
    "geloof",
    "religi",
)
# "Nee", in the cell beside "Bijzondere gegevens?"
_NO = AnyCase(r"^(?P<asked>[^\t]{4,80})\t\W*(?:nee|geen|nein|keine|none|no|non|aucune?)\W*$")


def _answered_no(reading: Reading) -> Iterator[Candidate]:
    """Rows that answer that there are none."""
    for line in reading.lines:
        answer = _NO.match(line.text) if line.block.cells else None
        if answer and _SPECIAL.search(answer["asked"]):
            yield proposed("processing.special_categories", line, value="excluded_unless_agreed")


_IF_ANY = AnyCase(
    r"\b(?:indien|als|voor zover|if|where|insofar|sofern|soweit|falls|si)\b[^.;]{0,80}(?:bijzonder|special|besonder|particulières|9\b)"
)


def _named_as_special(reading: Reading) -> Iterator[Candidate]:
    """Kinds named right behind the law's word for them."""
    for sentence in sentences_with(reading, "bijzonder", "gevoelig", "special categor"):
        if _NAMED_AS_SPECIAL.search(sentence.text) and not (
            _KEPT_OUT.search(sentence.text) or _ABOUT_ELSE.search(sentence.text) or _DEFINES.search(sentence.text)
        ):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)


# "Soweit Fehlzeiten wegen Krankheit erfasst werden, handelt es sich um besondere Kategorien": kinds that are said to be such.
_ARE_OF_IT = AnyCase(
    r"\b(?:handelt es sich (?:dabei |hierbei )?um|also|mithin|d\.\s?h\.|das sind) (?:auch )?besondere[nr]? (?:kategorien|arten)\b|"
    r"\b(?:il s'agit (?:alors )?de|constituent|qui sont) (?:des )?(?:catégories particulières|données sensibles)\b|"
    r"\b(?:which|these|those|they) are (?:then )?special categories\b|\bsont des données (?:de santé|sensibles)\b"
)


def _are_of_it(reading: Reading) -> Iterator[Candidate]:
    """Sentences that name kinds and say that these are special ones."""
    for sentence in sentences_with(
        reading, "besondere", "particulières", "sensibles", "de santé", "special categories"
    ):
        said = _ARE_OF_IT.search(sentence.text)
        if said and _LISTED_SPECIAL.search(sentence.text, 0, said.start()) and not _KEPT_OUT.search(sentence.text):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)


# "Sensitive data processed (if applicable) and applied restrictions or safeguards", as the Commission's clauses head it.
_HEADS_SPECIAL = AnyCase(
    r"^\W*(?:\d{1,2}[.)] |[a-z][.)] )?(?:(?:sensitive|gevoelige|sensible) (?:data|daten|(?:persoons)?gegevens)|données sensibles)\b[^.:;]{0,30}\b(?:processed|transferred|verwerkt|doorgegeven|verarbeitet\w*|übermittelt\w*|traitées|transférées)\b[^.;]{0,140}$"
)


def _under_its_head(reading: Reading) -> Iterator[Candidate]:
    """Kinds named on the line below the head that the Commission's clauses give them."""
    for head, below in pairwise(reading.lines):
        if (
            head.clause.part is Part.ANNEX
            and not below.block.cells
            and _HEADS_SPECIAL.match(head.text)
            and _LISTED_SPECIAL.search(below.text)
            and not _KEPT_OUT.search(below.text)
        ):
            places = ((head.start, head.end), (below.start, below.end))
            yield Candidate("processing.special_categories", "listed", places)


def _says_none(text: str) -> bool:
    """Whether a form says that there are none; two boxes to tick say nothing."""
    match = _SPECIAL.search(text)
    return bool(match and "☐" not in text and not has_gap(text) and _NONE_OF_THEM.search(text[match.end() :]))


def _listed_kinds(reading: Reading) -> Iterator[Candidate]:
    """Kinds of data that the law sets apart, among those that the agreement lists."""
    places = [
        place
        for section in sections(reading)
        if section.topic == "data_categories"
        for values, place in ((values_of(reading, section)),)
        for value in values
        if _A_SPECIAL_KIND.search(value)
    ]
    found = [place for listed in places for place in listed]
    for table in tables(reading):
        column = next((index for index, name in table.columns.items() if name == "data"), None)
        for row in table.rows if column is not None else ():
            cells = cells_of(row)
            if column is not None and column < len(cells) and _A_SPECIAL_KIND.search(cells[column][0]):
                found.append(cells[column][1:])
    if found:
        cited = tuple(dict.fromkeys(found))[:3]
        yield Candidate("processing.special_categories", "listed", cited, Strength.PASSING)


RULES = (Rule("processing-special-categories", ("processing.special_categories",), _special_categories),)
