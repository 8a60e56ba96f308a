"""Reading -> the bounds of the processing: special data that are kept out or listed, and purposes of the processor's own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import has_gap
from art28.extraction.layout.tables import cells_of, tables
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.topics.processing.processing import values_of
from art28.extraction.topics.processing.sections import sections
from art28.extraction.words.search import AnyCase, sentences_with
from art28.extraction.words.statements import statements

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
    r"\bsanté\b|médical|syndical|biométr|génétique",
)
# "…, namelijk medische gegevens", "Bijzondere persoonsgegevens: gezondheid".
_NAMED_AS_SPECIAL = AnyCase(
    rf"(?:bijzondere (?:categorieën(?: van)?(?: (?:persoons)?gegevens)?|(?:persoons)?gegevens)|special categories(?: of (?:personal )?data)?)(?: van [^.;:]{{0,30}})?(?: (?:worden )?verwerkt)?(?:[\s*_]*:|,? (?:namelijk|te weten|waaronder|in het bijzonder|namely|including))[^.;]{{0,120}}?{_KIND}"
)
_DEFINES = AnyCase(
    r"^[\W\d]*(?:onder )?(?:bijzondere|special)\b[^.;:]{0,60}\b(?:zijn|are|wordt verstaan)\b (?:de |alle |the )?(?:persoons)?(?:gegevens|data)\b"
)
# Kinds in a list that say so by themselves: a "health insurer" or a "medical school" is none.
_A_SPECIAL_KIND = AnyCase(
    r"gezondheid(?!szorg)|medische (?!instelling|opleiding|professional)|\bmedisch(?:e gegevens|$)|\betnisch|\bras\b|politieke (?:voorkeur|overtuiging|opvatting|gezindheid)|"
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
    r"^\W*(?:bijzonder\w*\t)?(?:de|het|een) [\w-]+ (?:is|zijn) (?:een )?(?:gegevens? over (?:de )?gezondheid|gezondheidsgegevens?|medische? gegevens?)\b"
)
# "De gegevens omvatten ook gegevens over gezondheid": named as processed, without the law's word for it.
_INCLUDES_SPECIAL = AnyCase(
    r"\b(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|medische gegevens)\b[^.;]{0,20}\b(?:verwerkt PROCESSOR|worden)\b[^.;]{0,20}\b(?:slechts|alleen|uitsluitend|ook)\b|\b(?:gegevens|data)\b[^.;:]{0,30}\b(?:omvatten|include|comprise)\b[^.;]{0,30}\b(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|"
    r"medische gegevens|health data|medical data)\b"
)


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
        if sentence not in unknown and (_KEPT_OUT.search(sentence.text) or _says_none(sentence.text))
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
    for sentence in sentences_with(reading, "bijzonder", "special categor"):
        if _NAMED_AS_SPECIAL.search(sentence.text) and not (
            _KEPT_OUT.search(sentence.text) or _ABOUT_ELSE.search(sentence.text) or _DEFINES.search(sentence.text)
        ):
            yield proposed("processing.special_categories", sentence, value="listed", strength=Strength.PASSING)


# "Soweit Fehlzeiten wegen Krankheit erfasst werden, handelt es sich um besondere Kategorien": kinds that are said to be such.
_ARE_OF_IT = AnyCase(
    r"\b(?:handelt es sich (?:dabei |hierbei )?um|also|mithin|d\.\s?h\.|das sind) (?:auch )?besondere[nr]? (?:kategorien|arten)\b|"
    r"\b(?:il s'agit (?:alors )?de|constituent|qui sont) (?:des )?(?:catégories particulières|données sensibles)\b|"
    r"\b(?:which|these|those|they) are (?:then )?special categories\b"
)


def _are_of_it(reading: Reading) -> Iterator[Candidate]:
    """Sentences that name kinds and say that these are special ones."""
    for sentence in sentences_with(reading, "besondere", "particulières", "sensibles", "special categories"):
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


_OWN = (
    r"(?:(?:om |te )?(?:(?:haar|zijn|onze|de|hun) (?:eigen )?(?:software|dienst\w*|producten?) te (?:verbeteren|"
    r"ontwikkelen))|\b(?:om|en) (?:haar|zijn|onze|hun) (?:eigen )?\w+ (?:\w+ )?(?:verder )?te (?:verbeteren|ontwikkelen|trainen|optimaliseren)|branchecijfers|eigen (?:doel\w*|gebruik|bedrijfsvoering|statisti\w+|analyse\w*|onderzoek)|"
    r"kwaliteits\w+|statistisch\w*|statistiek\b|\b(?:het|de|haar|zijn|hun|onze|PROCESSOR) (?:platform|dienst\w*|app|software|product\w*) te (?:verbeteren|ontwikkelen)|"
    r"\bde kwaliteit van [^.;,]{3,40} te (?:onderzoeken|verbeteren|meten)|"
    r"statistieken|product(?:verbetering|ontwikkeling)|(?:verbeter\w*|optimalis\w*|ontwikkel\w*) van (?:haar|zijn|"
    r"de|onze) "
    r"(?:eigen )?(?:diensten|dienstverlening|producten?|software)|benchmark\w*|(?:its|PROCESSOR) own (?:\w+ )?(?:purposes?|statistics|analys[ie]s|research|use|"
    r"business)|own purposes|product (?:improvement|development)|improve (?:its|the|our) (?:products?|services?)|"
    r"(?:develop|improv)\w* (?:and \w+ )?(?:its|the) (?:products?|services?)|statistical|analytics|"
    r"aggregated? (?:and|or) (?:anonymi|de-identif)\w+|further purposes|(?:te )?trainen|train(?:ing)? (?:its|ai|models)|"
    r"\bbeter (?:te )?(?:kunnen )?maken|te vergelijken|compil\w+ (?:\w+ )?statisti\w+|calibrat\w+|(?:its|our) (?:own )?models|"
    r"\w*statistik\w*|weiterentwicklung|(?:verbesserung|optimierung) (?:seiner|ihrer|unserer|der)|eigene[nrs]? (?:zweck\w*|forschung)|"
    r"(?:fins|usage|établir des) statisti\w+|amélior\w+ (?:de )?(?:ses|nos|son|le)\b|entraîne\w*|propres? (?:fins|besoins|finalités|compte))"
)
_MAY_USE = AnyCase(
    rf"\bPROCESSOR\b[^.;]{{0,40}}\b(?:mag|kan|mogen|kunnen|is gerechtigd|is bevoegd|"
    rf"behoudt zich het recht voor|heeft het recht|may|is (?:entitled|permitted|allowed)|"
    rf"reserves the right)\b[^;]{{0,240}}?{_OWN}|\b(?:mogen|mag|kunnen|kan)\b[^.;]{{0,20}}\bdoor PROCESSOR\b[^;]{{0,240}}?{_OWN}|\bstaat (?:het )?PROCESSOR vrij\b[^;]{{0,240}}?{_OWN}|\b(?:mag|mogen|kan|kunnen|may) (?:PROCESSOR|wij|"
    rf"we)\b[^;]{{0,240}}?{_OWN}",
)
_GRANTED = AnyCase(
    rf"\bCONTROLLER\b[^.;]{{0,30}}\b(?:vergunt|verleent|staat|geeft|grants?|permits?|allows?|authori[sz]es|gestattet|erlaubt|räumt|autorise|accorde)\b[^.;]{{0,20}}"
    rf"\bPROCESSOR\b[^;]{{0,240}}?{_OWN}|"
    rf"\b(?:nothing|niets)\b[^.;]{{0,60}}\b(?:prevents?|restricts?|limits?|belet|verhindert)\b[^.;]{{0,20}}\bPROCESSOR\b[^;]{{0,240}}?{_OWN}|"
    rf"\bPROCESSOR\b[^.;]{{0,30}}\b(?:ist berechtigt|darf|kann|peut|est autorisé)\b[^;]{{0,240}}?{_OWN}|"
    r"\bPROCESSOR\b[^.;]{0,30}\b(?:authori[sz]ed|entitled|permitted) to (?:use|process)\b[^.;]{0,80}\bas (?:an? )?(?:independent )?(?:data )?controller\b|"
    rf"\b(?:uitzondering|exception|ausnahme)\b[^;]{{0,200}}?(?:beter (?:te )?(?:kunnen )?maken|{_OWN})"
)
_DOES_USE = AnyCase(
    rf"\b(?:geaggregeerde|geanonimiseerde|anonieme)\b[^.;]{{0,40}}(?:gegevens|cijfers)\b[^.;]{{0,20}}\bgebruik(?:t|en) PROCESSOR\b[^.;]{{0,40}}{_OWN}|"
    r"PROCESSOR (?:maakt|maken|makes)\b[^.;]{0,60}\b(?:gegevens|data)\b(?:(?!\b(?:geen|niet|no|not)\b)[^.;]){0,60}\b(?:gebruik|use)\b (?:voor|of|for) [^.;]{0,30}(?:vergelijk|statisti|onderzoek|benchmark|analys)\w*|"
    r"\b(?:PROCESSOR (?:maakt|maken)|(?:maakt|maken) PROCESSOR)\b[^.;]{0,80}\bstatisti\w+[^.;]{0,12}\b(?:waarmee|om daarmee) (?:PROCESSOR\b|de dienst te verbeter)[^.;]{0,40}\bverbeter\w*|"
    rf"processed by PROCESSOR for the following[^;]{{0,60}}own|autonomous[^.;]{{0,30}}purposes|"
    rf"PROCESSOR (?:verwerkt|gebruikt|processes|uses)\b[^.;]{{0,120}}\bvoor {_OWN}|"
    rf"\b(?:voor|for|ten behoeve van) [^.;]{{0,20}}{_OWN}[^.;]{{0,60}}\b(?:mag|kan|may|can) (?:de |the )?PROCESSOR\b[^.;]{{0,120}}\b(?:gebruiken|verwerken|use|process|benutten)\b",
)
_NO_USE = (
    r"(?:verboden|uitgesloten|(?:niet|nimmer) (?:\w+ )?(?:toegestaan|geoorloofd)|prohibited|forbidden|not (?:permitted|allowed)|"
    r"unzulässig|untersagt|ausgeschlossen|nicht (?:gestattet|zulässig|erlaubt)|interdit\w*|exclu\w*)"
)
_ITS_ENDS = (
    r"(?:eigen (?:\w+ )?(?:doel\w*|gebruik|nut\w*|belang\w*|voordeel|rekening|reclame|marketing)|doel\w* van PROCESSOR(?: zelf)?|(?:its|their|PROCESSOR) own (?:purposes?|ends|benefit|use)|purposes? of (?:its|their) own|"
    r"eigene[nrs]? (?:zweck\w*|werbung|nutzung)|propres? (?:compte|fins|besoins|finalités)|fins propres)"
)
_NEVER = AnyCase(
    rf"\bvoor {_ITS_ENDS}[^.;]{{0,60}}\bPROCESSOR\b[^.;]{{0,40}}\b(?:evenmin|niet|nooit|nimmer)\b|\bPROCESSOR (?:doet|doen) zelf (?:\w+ )?niets met\b|"
    rf"{_ITS_ENDS}[^.;]{{0,160}}?\b(?:is|zijn|wordt|are|ist|sind|est|sont)\b[^.;]{{0,40}}?{_NO_USE}|"
    rf"\b(?:interdit|s'interdit|ne|nicht|keine\w*|neither|nor)\b[^.;]{{0,100}}?{_ITS_ENDS}|"
    r"\bne (?:fait|font) aucun autre usage|\bne (?:réutilise|utilise|exploite)\w* (?:jamais|pas|en aucun cas)\b[^.;]{0,120}\b(?:propres?|autre|entraîn)|"
    r"\bnot\b[^;]{0,260}?\bany purpose other than\b|\b(?:neither|nor)\b[^.;]{0,80}any (?:other purpose|purpose other)|"
    rf"\b(?:niet|geen|nooit|nimmer|not|never)\b[^.;]{{0,240}}\b(?:of|noch|or|nor|en|and)\b[^.;]{{0,20}}\b(?:voor|for|ten behoeve van) (?:\w+ ){{0,2}}{_ITS_ENDS}[^.;]{{0,30}}\b(?:aanwend\w*|aan te wenden|gebruik\w*|verwerk\w*|inzet\w*|use[sd]?|exploit\w*)?\b|"
    r"\bverboden\b[^.;]{0,90}\bten (?:eigen|haar|zijn) (?:bate|behoeve|nutte)\b|\b(?:niet|geen|nooit)\b[^.;]{0,90}\bdoel\w* van (?:hem|haar|ons|zich|hen)zelf\b|"
    r"\bverboden\b[^.;]{0,160}\b(?:enig|ander|andere|eigen) (?:eigen |ander |andere )?doel\w*|\b(?:een )?(?:ander|overig) gebruik\b[^.;]{0,160}\b(?:niet (?:\w+ )?toegestaan|verboden|uitgesloten)\b|"
    r"\bzu eigenen zwecken\b[^.;]{0,80}\bnicht\b|\bfür eigene zwecke\b[^.;]{0,80}\b(?:findet nicht statt|erfolgt nicht|ist nicht)\b|"
    r"\bverboden\b[^.;]{0,120}\bvoor (?:zichzelf|zich|eigen)\b|\bverboden\b[^.;]{0,60}\beigen (?:doel\w*|gebruik)|\bniet\b[^.;]{0,40}\bvoor (?:zichzelf|(?:PROCESSOR |haar |zijn |onze )?eigen)\b|(?:\bniet|\bgeen|\bnooit|\bnimmer|\bnever|\bnot|\bno\b|nicht|"
    r"without)\b[^.;]{0,90}?(?:(?:enig|een|andere?|"
    r"ander|eigen)\b[^.;]{0,20}\bdoel\w*|eigen (?:doel\w*|gebruik|voordeel|nutte?)|(?:any )?other purposes?|"
    r"own (?:purposes?|benefit|ends|use|account)|purposes? of (?:its|their) own|"
    r"any purpose other|andere zwecke|eigene\w* zweck\w*|zelfstandig gebruik)|"
    r"(?:any|other) purposes?[^.;]{0,40}(?:is|are) (?:prohibited|not permitted)|"
    rf"\b(?:onthoudt|onthouden|abstains?|refrains?|enthält|s'abstient)\b[^.;]{{0,90}}?{_ITS_ENDS}|"
    r"\bvoor (?:onszelf|zichzelf|eigen gebruik)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,20}\b(?:niets|niet)\b|"
    r"\b(?:gebruikt|gebruiken|verwerkt|benut|uses?|nutzt|verwendet)\b[^.;]{0,60}\b(?:nooit|niet|nimmer|never|not|nie|nicht)\b[^.;]{0,20}\b(?:voor|ten behoeve van|for|für) (?:zichzelf|onszelf|zich|itself|sich|eigen)\b|"
    r"\b(?:gegevens|data|ze)\b[^.;]{0,40}\b(?:nergens (?:\w+ )?anders voor|voor niets anders|nooit voor iets anders|not for anything else|for nothing else)|\bnot\b[^.;]{0,60}\b(?:for|to) anything else\b|\bnever\b[^.;]{0,30}\bfor (?:itself|ourselves|themselves|PROCESSOR)\b|\bhergebruik\w*\b[^.;]{0,40}\bniet\b|"
    r"\b(?:niet|geen|nooit)\b[^.;]{0,90}\bten (?:eigen|haar|zijn) (?:bate|behoeve|nutte)\b|\b(?:evenmin|noch)\b[^.;]{0,30}\bten (?:eigen|haar|zijn) (?:bate|behoeve|nutte)\b|\bniet\b[^.;]{0,30}\b(?:aanwenden|gebruiken|inzetten|benutten)\b[^.;]{0,10}\bvoor (?:de )?(?:marketing|reclame|promotie|verkoop)\b|\bniet\b[^.;]{0,40}\b(?:aanwenden|gebruiken|inzetten|benutten|gebruikt|ingezet)\b[^.;]{0,20}\bom (?:haar|zijn|onze|hun|PROCESSOR|eigen) (?:eigen )?\w+ (?:\w+ )?te (?:verbeteren|ontwikkelen|trainen|optimaliseren)",
)
_BY_PROCESSOR = AnyCase(
    r"\bPROCESSOR\b|\bander gebruik\b|eigene zwecke des PROCESSOR|^[\W\d]*(?:hij|zij) (?:\w+ ){1,12}\bten (?:eigen|haar|zijn) nutte|persoonsgegevens worden|personal data (?:shall|will|may)|verwerking omvat|\bis (?:niet|hem)\b|ist unzulässig|s'interdit|"
    r"\bil ne\b|\bne (?:réutilise|utilise)|\b(?:wir|unsere) eigene|\bnehmen wir\b|\beigene\b",
)
_NOT_ITS_OWN = AnyCase(
    r"betrokkene|CONTROLLER (?:zal|mag|may|shall)|medewerkers|SUBPROCESSOR (?:zal|mag|may|"
    r"shall)|bij de controle|auditor",
)


# A ban with an exception of its own: "not for purposes of its own, save that it may compile statistics".
_BUT_MAY = AnyCase(
    r"\beigen doeleinden,? (?:behoudens|behalve|tenzij)\b[^.;]{0,120}\b(?:bedrijfsvoering|kwaliteits(?:bewaking|verbetering|onderzoek)|statistiek)\b|"
    rf"\b(?:save that|except that|met dien verstande dat|behalve dat|zij het dat|wel (?:mag|kan))\b[^.;]{{0,90}}(?:\b(?:may|mag|kan)\b[^.;]{{0,80}}?)?{_OWN}|"
    rf"\b(?:laat onverlet|neemt niet weg|staat er niet aan in de weg|lässt unberührt|bleibt unberührt|without prejudice to|does not (?:prevent|affect))\b[^;]{{0,30}}"
    rf"\bPROCESSOR\b[^;]{{0,240}}?\b(?:mag|kan|may|gebruiken|gebruikt|using|use)\b[^;]{{0,120}}?(?:{_OWN}|statistiek\b|verbeteren van|improv\w+)"
)
_DENIED = AnyCase(r"\b(?:niet|geen|nooit|nimmer|not|never|no)\b")
_DATA = AnyCase(
    r"\bander gebruik\b|gegevens|\bdata\b|\bdaten\b|verwerking omvat|données|\bverarbeitung\b|\bgebruik voor eigen\b|\bniets mee\b|\bnutzung zu eigenen\b|eigen gebruik is|elk gebruik|toute exploitation"
)
_DATA_OR_FIGURES = AnyCase(
    r"(?:geanonimiseerde|anonieme|geaggregeerde|anonymi[sz]ed|aggregated?|anonymisierte) statisti\w+|gegevens|\w*data\b|\bdaten\b|données|cijfers|figures|logs|usage statistics"
)


def _own_purposes(reading: Reading) -> Iterator[Candidate]:
    """An express permission outranks the general ban that it is an exception to."""
    words = (
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
        "onszelf",
        "ourselves",
        "anything else",
        "ten haar",
        "ten eigen",
        "zelf",
        "nutte",
        "marketing",
        "reclame",
        "anders voor",
        "niets anders",
        "hergebruik",
        "ontwikkel",
        "zelfstandig",
        "propre",
        "statistik",
        "weiterentwick",
        "entraîn",
        "autre usage",
        "ander gebruik",
        "vergelijk",
        "beter ",
        "calibrat",
        "as controller",
    )
    for sentence in statements(reading, *words, headings=False):
        text = sentence.text
        if _allows_own_purposes(text, own=sentence.own):
            yield Candidate("processing.own_purposes", value=True, passages=sentence.passages)
        elif (
            _NEVER.search(text)
            and _DATA.search(text)
            and _BY_PROCESSOR.search(text)
            and not _NOT_ITS_OWN.search(sentence.own[:60])
        ):
            yield Candidate(
                "processing.own_purposes", value=False, passages=sentence.passages, strength=Strength.PASSING
            )


# "… die niet tot personen herleidbaar zijn" denies no use.
_TRACED_TO = lasting(r"\bniet (?:meer )?(?:\w+ ){0,4}?(?:herleidbaar|te herleiden)")


def _allows_own_purposes(text: str, *, own: str) -> bool:
    """Whether a sentence lets the processor use data for itself, also as the exception to a ban in the same sentence."""
    if not _DATA_OR_FIGURES.search(text):
        return False
    if _BUT_MAY.search(text):
        return True
    if _NEVER.search(text):
        return False
    used = _MAY_USE.search(text) or _DOES_USE.search(text)
    return bool(_GRANTED.search(text) or (used and not _DENIED.search(_TRACED_TO.sub("", own[:120]))))


RULES = (
    Rule("processing-special-categories", ("processing.special_categories",), _special_categories),
    Rule("processing-own-purposes", ("processing.own_purposes",), _own_purposes),
)
