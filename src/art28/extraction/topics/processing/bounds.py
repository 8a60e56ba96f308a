"""Reading -> whether the processor may use the data for purposes of its own (Art. 28(10))."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.search import AnyCase
from art28.extraction.words.statements import statements

_I = re.IGNORECASE
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
    r"\b(?:verboden|niet (?:\w+ )?toegestaan)\b[^.;]{0,90}\bvoor andere (?:dan \w+ \w+ )?(?:\w+ )?doel\w*|"
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
            _NEVER.search(_TRACED_TO.sub("", text))
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
    if _NEVER.search(_TRACED_TO.sub("", text)):
        return False
    used = _MAY_USE.search(text) or _DOES_USE.search(text)
    return bool(_GRANTED.search(text) or (used and not _DENIED.search(_TRACED_TO.sub("", own[:120]))))


RULES = (Rule("processing-own-purposes", ("processing.own_purposes",), _own_purposes),)
