"""Reading -> what outlives the agreement: duties that by their nature or by its words go on after its end."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, proposed
from art28.extraction.values.references import THIS
from art28.extraction.words.search import AnyCase, sentences_with

_DUTIES = r"(?:verplichting|geheimhouding|paragraph|bepaling|artikel|article|bepaalde|plicht|punt|obligation|provision|clause|section|pflicht|bestimmung|regelung|ziffer|klausel|duties|rights|disposition)\w*"
_SURVIVES = AnyCase(
    rf"\b{_DUTIES}\b[^.;]{{0,220}}?(?:(?:naar|uit) (?:hun|haar|zijn|de) (?:aard|strekking)[^.;]{{0,160}}?(?:voort|blijven|na |"
    rf"gelden)|"
    r"by (?:their|its) (?:very )?nature[^.;]{0,120}?(?:surviv|continue|remain|extend)|shall survive|will survive|"
    r"survives?\b)|"
    rf"(?:na|ook nadat|after|upon) (?:het )?(?:einde|beëindiging|afloop|eindigen|termination|"
    rf"expiry)[^.;]{{0,120}}?\b{_DUTIES}[^.;]{{0,240}}?"
    r"(?:voortdur|blijven|blijft|in stand|continue|remain|surviv|fortbestehen)|"
    rf"\b{_DUTIES}\b[^.;]{{0,200}}?(?:blijven|blijft|bleiben|remain|continue)\b[^.;]{{0,160}}?(?:(?:ook )?na |"
    rf"nadat|(?:het|over das) (?:einde|vertragsende)|after|hinaus|"
    r"voortdur|bestehen)|"
    r"\b(?:paragraphs?|clauses?|sections?|articles?) \d[\d., and&-]*(?: and \d[\d.]*)? (?:shall |will )?(?:continue|remain|survive|appl(?:y|ies))\b[^.;]{0,60}\b(?:after|beyond|following)\b|"
    r"\b(?:naar|uit) (?:zijn|haar|hun) aard\b[^.;]{0,120}\b(?:loopt|lopen|blijft|blijven|geldt|gelden)\b[^.;]{0,20}\b(?:door|gelden|van kracht|bestaan|in stand)|"
    rf"\b{_DUTIES}\b[^.;]{{0,120}}\bgelden (?:\w+ )?(?:ook )?(?:na (?:afloop|het einde|beëindiging)|nadat)\b|\b{_DUTIES}\b[^.;]{{0,60}}\bbedoeld\b[^.;]{{0,40}}\bblijven gelden\b|"
    r"\b(?:plicht|verplichting) tot geheimhouding\b[^.;]{0,40}\bblijft (?:bestaan|gelden|van kracht)\b|"
    r"\b(?:zwijgplicht|geheimhouding\w*|vertrouwelijkheid)\b[^.;]{0,40}\b(?:eindigt|eindigen|vervalt) (?:nooit|niet)\b(?! (?:eerder|voor)\b)|"
    r"\b(?:zwijgplicht|geheimhouding|vertrouwelijkheid|confidentiality|\w*vertraulichkeit\w*|verschwiegenheit\w*)\b[^.;]{0,60}\b(?:blijft|geldt|besteht|remains?|continues?|duurt)\b[^.;]{0,90}"
    r"\b(?:na|uit elkaar|after|hinaus|voort)\b|"
    r"\bnaar (?:zijn|haar|hun) aard\b[^.;]{0,80}voort[^.;]{0,60}\bna (?:afloop|beëindiging|het einde)|"
    rf"(?:following|survive[sd]? (?:the )?)(?:termination|expiry)[^.;]{{0,60}}|following provisions shall survive|"
    rf"pflichten[^.;]{{0,120}}vertragsende hinaus|"
    rf"\b{_DUTIES}\b[^;]{{0,160}}(?:\b(?:blijven|blijft)\b[^.;]{{0,60}}\b(?:daarna|nadien|nadat)\b|\bgelden ook (?:daarna|nadien)|behoudt?[^.;]{{0,30}}gelding|"
    rf"\b(?:remain|continue)\w*\b[^.;]{{0,40}}\bafterwards\b|\bgelten\b[^.;]{{0,80}}\b(?:danach|fort|hinaus)\b|\bbestehen\b[^.;]{{0,60}}\bfort\b|\b(?:survivent|survivront|demeurent|perdurent|subsistent|continuent)\b)|\bsurvivent\b[^.;]{{0,30}}\bfin\b[^;]{{0,40}}\b(?:stipulation|clause|obligation|disposition)s\b|"
    rf"\b(?:na|ook nadat) (?:het )?(?:einde|beëindiging|afloop)[^.;]{{0,60}}\b(?:blijft|blijven|houden|houdt)\b[^.;]{{0,40}}\b{_DUTIES}[^.;]{{0,120}}\b(?:kracht|gelden|stand|bestaan|bindend|toepassing)\b|"
    rf"\b{_DUTIES}[^.;]{{0,60}}\b(?:eindigt|eindigen|vervalt|vervallen|stopt) (?:daarom )?niet\b[^.;]{{0,60}}(?:einde|afloop|beëindig|met (?:{THIS}))|"
    rf"(?:einde|beëindiging|afloop)\b[^.;]{{0,60}}\b(?:ontslaat|ontheft|bevrijdt)\b[^.;]{{0,40}}\bniet\b[^.;]{{0,40}}{_DUTIES}|"
    rf"(?:einde|beëindiging|afloop)\b[^.;]{{0,60}}\blaat\b[^.;]{{0,60}}{_DUTIES}[^.;]{{0,40}}\b(?:onverlet|in stand)\b|"
    r"\bgeen CONTROLLER meer\b[^.;]{0,40}\bblij(?:ft|ven)\b[^.;]{0,60}\b(?:geheim\w*|gebonden|zwijg\w*|vertrouwelijk\w*)|"
    rf"\b{_DUTIES}[^.;]{{0,100}}\bhoud(?:t|en)\b[^.;]{{0,20}}\bna\b[^.;]{{0,60}}\bstand\b|"
    r"\bbestimmungen\b[^.;]{0,60}\bgelten über das ende\b|\bihrer natur nach\b[^.;]{0,60}\bfort\w*",
)
_SEVERABILITY = AnyCase(
    r"personnel|employment|dienstverband|relevant person|nietig|ongeldig|invalid|unenforceable|unwirksam|bewaar|"
    r"backup|back-up",
)


# What is meant to last by its nature outlives the end, which need not be named.
_BY_NATURE = AnyCase(
    r"\bna (?:het einde|afloop|beëindiging) van (?:deze|de)\b[^.;]{0,60}\bblij(?:ft|ven)\b[^.;]{0,30}\b(?:verplicht|gehouden|gebonden)\b[^.;]{0,60}\b(?:geheim\w*|vertrouwelijk\w*|zwijg\w*)|"
    r"\bnadat\b[^.;]{0,40}\b(?:overeenkomst|samenwerking|opdracht)\b[^.;]{0,20}\b(?:gestopt|geëindigd|beëindigd|afgelopen|opgezegd)\b[^.;]{0,60}\bblij(?:ft|ven)\b[^.;]{0,60}\b(?:geheim\w*|vertrouwelijk\w*|gebonden|zwijg\w*)|"
    r"\b(?:geheim|vertrouwelijk)\b[^.;]{0,110}\book (?:als|nadat|wanneer)\b[^.;]{0,30}\b(?:samenwerking|overeenkomst|opdracht)\b[^.;]{0,20}\b(?:voorbij|afgelopen|geëindigd|gestopt|beëindigd|eindigt|stopt)\b|"
    r"\bartikel(?:en)? [\d., en]+ (?:geldt|gelden|blijft|blijven) (?:ook )?(?:nadien|daarna|na afloop)\b|\b(?:geheimhouding|vertrouwelijkheid|aansprakelijkheid)\b[^.;]{0,60}\bblij(?:ft|ven) (?:\w+ )?(?:gelden|van kracht|bestaan)\b|"
    rf"\b{_DUTIES}\b[^.;]{{0,60}}\bnaar (?:hun|haar|zijn) aard\b[^.;]{{0,30}}\b(?:bestemd|bedoeld)\b[^.;]{{0,20}}\b(?:voort|na|ook daarna)\b"
)


# Under a heading on secrecy: "Ook als wij niet meer voor u werken, houden wij ons daaraan."
_GOES_ON_AFTERWARDS = AnyCase(
    r"\book (?:als|na|nadat|wanneer)\b[^.;]{0,60}\b(?:niet (?:meer|langer)|gestopt|voorbij|afgelopen|einde|afloop|beëindig\w*|afgelopen)\b[^.;]{0,60}\b(?:houden|houdt|blijft|blijven|geldt|gelden|geheim)\b|"
    r"\b(?:even|also) (?:after|when|once)\b[^.;]{0,60}\b(?:no longer|ended|ends|over|termination)\b[^.;]{0,40}\b(?:applies|apply|continues?|remains?|stays?|keep)\b"
)
_ON_SECRECY = AnyCase(r"geheim|vertrouwelijk|confidential|secrecy")


def _survival(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading,
        "ook als",
        "ook na",
        "even after",
        "blijven",
        "blijft",
        "voortdur",
        "surviv",
        "aard",
        "strekking",
        "continue",
        "remain",
        "bleiben",
        "vertragsende",
        *(
            "geldt ook",
            "geheim",
            "gelden ook",
            "ontslaat",
            "ontheft",
            "onverlet",
            "stand",
            "eindigt niet",
            "eindigt nooit",
            "eindigen niet",
            "vervalt niet",
            "vervallen niet",
            "besteht",
            "loopt",
            "bedoeld",
            "daarna",
            "nadien",
            "gelding",
            "afterwards",
            "danach",
            "hinaus",
            "fort",
            "surviv",
            "demeur",
            "survivent",
            "perdur",
            "subsist",
        ),
    ):
        headed = _ON_SECRECY.search(sentence.clause.heading) and _GOES_ON_AFTERWARDS.search(sentence.text)
        told = _SURVIVES.search(sentence.text) and _END.search(sentence.text)
        if (told or headed or _BY_NATURE.search(sentence.text)) and not _SEVERABILITY.search(sentence.text):
            yield proposed("term.survival", sentence, value=True)


_END = AnyCase(
    r"naar (?:zijn|haar|hun) aard[^.;]{0,120}(?:loopt|lopen)|bedoeld[^.;]{0,40}blijven gelden|uit elkaar|über das ende|(?:aard|strekking) (?:\w+ )?daarna|ook (?:daarna|nadien)|afterwards|danach|fortgelt|\bterme\b|\bfin (?:du|de|des)\b|\bended\b|\bends\b|einde|eindig|beëindig|afloop|terminat|expir|surviv|vertragsende|beendigung"
)


RULES = (Rule("term-survival", ("term.survival",), _survival),)
