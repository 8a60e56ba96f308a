"""A sentence -> the periods in it by which a change is told beforehand, and those within which one may object to it.

"Na zes weken vooraankondiging", "niet eerder dan zes weken na de melding" and "zes weken voordat" are of the first kind;
"binnen drie weken bezwaar maken" is of the second, in whichever order a sentence names them.
"""

from collections.abc import Iterator

from art28.extraction.values.durations import Duration, durations
from art28.extraction.words.search import AnyCase

_TOLD = (
    r"(?:(?:voor)?aankondig\w*|aangekondigd|(?:ge)?meld\w*|bericht\w*|kennisgeving\w*|mededeling|medegedeeld|meegedeeld|geïnformeerd|ingelicht|verwittig\w*|"
    r"in kennis|op de hoogte|notice|notif\w+|announce\w*|inform\w*|told|ankündig\w*|angekündigt|mitteil\w*|mitgeteilt|"
    r"unterricht\w*|anzeige|annonc\w+|avis\b|avert\w+)"
)
# Right behind a period: "zes weken vooraf", "thirty days before", "30 Tage im Voraus", "30 jours avant".
_BEFORE_IT_HAPPENS = AnyCase(
    r"['’]?\W{0,3}(?:(?:or|of|oder|ou) (?:more|meer|mehr|plus) )?(?:(?:van )?te ?voren\b|vooraf\b|voorafgaand\w*|voordien\b|voordat\b|alvorens\b|vóór(?:dat)?\b|voor (?:de |het |een |die |elke |iedere )?(?:\w+ ){0,2}?"
    r"(?:inzet|inschakel|ingang|wijziging|vervang|toevoeg|ingebruik|start|aanvang|begin|verwerking|uitbreiding)\w*|"
    r"(?:schriftelijke )?(?:voor)?aankondiging\w*|(?:prior |advance |written )+(?:written )?(?:notice|notification)|before\b|in advance\b|beforehand\b|prior to\b|"
    r"vorher\b|im voraus\b|zuvor\b|vor (?:der|dem|einer|jeder|ihrer|deren)\b|bevor\b|avant\b|à l'avance\b|au préalable\b|préalable\w*)"
)
# Right before it: "een vooraankondiging van ten minste", "met een aankondigingstermijn van", "un préavis de".
_NOTICE_OF = AnyCase(
    r"(?:(?:voor)?aankondiging\w*|kennisgeving\w*|melding(?:stermijn)?|bericht|mededeling|vooraankondiging\w*|notice(?: period)?|"
    r"ankündigungsfrist|vorankündigung|vorlauf\w*|préavis)(?: (?:aan|to|an|au) (?:de |the |den )?controller)?(?: vooraf)? (?:van|of|von|de)"
    r"(?: (?:een|a|einer|termijn|periode|ten|minste|tenminste|minimaal|minstens|at|least|not|less|than|mindestens|au|moins))*\W*\Z"
)
# "Pas na", "niet eerder dan": what is done no sooner than a period after it was told.
_NOT_SOONER = AnyCase(
    r"\b(?:pas|eerst|niet (?:eerder|vroeger) (?:\w+ ){0,3}?dan|niet vóór|op (?:zijn|haar|z'n) vroegst|vroegstens|niet \w+ binnen|only|no (?:earlier|sooner) than|"
    r"not (?:earlier|sooner|before|until)(?: than)?|at the earliest|frühestens|erst|nicht vor|nicht früher als|au plus tôt)\b[^.;:]{0,45}\Z"
)
_NOT_WITHIN = AnyCase(r"\b(?:niet|geen|not|no|nicht|kein\w*|ne)\b[^.;:]{0,60}\b(?:binnen|within|innerhalb|dans)\W*\Z")
# "Tot een maand voor het begin kan Klant bezwaar maken": the last day for an answer.
_UNTIL = AnyCase(r"\b(?:tot|until|bis|jusqu'à)(?: (?:uiterlijk|ten hoogste|spätestens))?\W*\Z")
_ONCE_TOLD = AnyCase(rf"\W*(?:nadat|na|after|following|from|nach(?:dem)?|après)\b[^.;]{{0,110}}?\b{_TOLD}")
_WITHIN = AnyCase(
    r"\b(?:heeft|hebt|krijgt|has|given|up to|no later than|not later than|at the latest|for|during|hat|pendant|dispose de|binnen|within|innerhalb|uiterlijk|gedurende|tot|until|dans|dans un délai|dispose d'un délai|délai de|frist von)\b[^.;]{0,30}\Z"
)
_REACH = 90


def told_before(text: str) -> Iterator[Duration]:
    """The periods by which something is told beforehand."""
    for duration in durations(text):
        before, after = text[max(duration.start - _REACH, 0) : duration.start], text[duration.end :]
        if (
            (_BEFORE_IT_HAPPENS.match(after) and not _UNTIL.search(before))
            or _NOTICE_OF.search(before)
            or ((_NOT_SOONER.search(before) or _NOT_WITHIN.search(before)) and _ONCE_TOLD.match(after))
        ):
            yield duration


# "Een verzoek om toestemming wordt ten minste zes weken voor de ingangsdatum ingediend": what is asked is told.
_ASKED = AnyCase(
    r"\b(?:verzoek|aanvraag) (?:om|tot|voor) (?:\w+ )?(?:toestemming|goedkeuring|instemming)\b[^.;]{0,90}\b(?:ingediend|gedaan|ingezonden|voorgelegd)\b|"
    r"\brequests? for (?:\w+ )?(?:authori[sz]ation|consent|approval|permission)\b[^.;]{0,40}\bat least\b|\basks? (?:for )?(?:the )?CONTROLLER(?:'s)? (?:\w+ )?(?:authori[sz]ation|consent|approval|permission)\b|"
    r"\b(?:antrag auf|ersuchen um) (?:\w+ )?(?:genehmigung|zustimmung)\b|\bdemande d'(?:\w+ )?(?:autorisation|agrément|accord)\b|"
    r"\bvra(?:agt|gen) (?:PROCESSOR|hij|zij) (?:dat|dit|die|deze|haar|hem|daarvoor|de toestemming|toestemming)\b[^.;]{0,60}\baan\b"
)


def asked_before(text: str) -> bool:
    """Whether consent is asked some time before that for which it is asked."""
    return _ASKED.search(text) is not None and any(told_before(text))


def to_answer(text: str, duration: Duration) -> bool:
    """Whether `duration`, of `text`, is one within which somebody does something."""
    return _WITHIN.search(text[max(duration.start - _REACH, 0) : duration.start]) is not None
