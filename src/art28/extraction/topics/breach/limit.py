"""Statement -> within what time the controller is told of a breach, in a number or in words, apart from others' limits."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from art28.extraction.values.durations import Duration, Unit, durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement

TO_AUTHORITY = (
    r"\b(?:aan|bij|to|an|auprès de|met) (?:de |the |die |l')?(?:bevoegde |competente |"
    r"competent |relevant |betreffende )?(?:{authority}|{people})"
)
"""That something is told to the authority or to people."""
_LATER = (
    r"\b(?:volledig\w*|vult|vullen|aanvullend\w*|nadere|definitie\w*|eind|vervolg\w*|full|final|complete|"
    r"further|additional|supplement\w*|update\w*|root cause|antwoord\w*|reageer\w*|"
    r"respond\w*)\b"
)
PARTS = re.compile(
    r";|,? ?\b(?:zodat|opdat|naar aanleiding waarvan|waarna|teneinde|so that|so as to|"
    r"in order (?:to|that)|enabling|to enable|to allow|damit|afin)\b"
)
# "heeft na ontdekking 24 uur de tijd om te melden".
_HAS_TIME = re.compile(r"[\s*_)]*(?:de tijd|time) (?:om|to)\b")
# "heeft na ontdekking één werkdag om te melden".
_HAS = re.compile(r"\b(?:PROCESSOR (?:heeft|has|hat)|heeft (?:PROCESSOR|hij|zij)|hebben PROCESSOR)\b[^.;]{0,70}$")
# "… als uiterste grens", "hij heeft daar 24 uur voor".
_AS_THE_LIMIT = re.compile(
    r"[\s*_]*(?:als|de) (?:uiterste |absolute )?(?:grens|maximum|uiterste|limiet|termijn)\b|[\s*_]*(?:de tijd )?voor(?=[.;,]|$)"
)
_AS_SUCH = re.compile(r"\b(?:waarbij|met|heeft daar|hebben daar)\b[^.;]{0,40}$")
_TO_DO_SO = re.compile(r"[\s*_)]*(?:om|to|um)\b")
# "Twaalf uur heeft PROCESSOR na de ontdekking om CONTROLLER in te lichten".
_IS_HAD = re.compile(r"[\s*_]*(?:heeft|hebben) (?:(?:de|het) )?(?:PROCESSOR|hij|zij|deze)\b[^.;]{0,90}\bom\b")
# "Drie dagen (72 uur)": the hours say which days are meant.
_IN_HOURS = re.compile(
    r"[\s*_]*\(?(?:(?:dus|oftewel|ofwel|dat wil zeggen|zijnde|that is|i\.e\.|d\.h\.|das heißt|soit),? )?$"
)
_HOURS_OF_DAY = 24
BEFORE_A_LIMIT = re.compile(
    r"\b(?<!liefst )(?<!voorkeur )(?<!preferably )(?:binnen|uiterlijk|by (?=the next )|ten laatste|op zijn laatst|maximaal|bedraagt|(?:met een )?maximum van|ten hoogste|hooguit|(?:niet|nooit|nimmer|geen geval) later dan|(?:niet|nooit|nimmer|geen geval) meer dan|never later than|within|(?:in )?no (?:event|case|circumstances) (?:more|later) than|(?:in|under) no circumstances (?:more|later) than|no later than|not later than|not (?:more|later) than|at (?:the )?(?:most|latest)|(?:outer )?limit being|"
    r"innerhalb|binnen|spätestens|längstens|höchstens|never (?:more|later) than|not (?:more|later) than|keinesfalls (?:später|mehr) als|nicht (?:später|mehr) als|n'excédant pas|(?:ne |n')?(?:saurait |pouvant |peut )?(?:excéder|dépasser)|dispose d(?:e |'un délai de )|maximum(?: de)?|binnen een termijn van|termijn van|délai de|sous|dans (?:les|un délai)|au plus tard)\b[^.;]{0,45}$|\b(?:dan|then|so) (?:heeft|has|hat) (?:de |the |der )?(?:PROCESSOR|hij|zij|deze|it|er) $|\bPROCESSOR (?:has|heeft|have|hebben) $"
)
# "Streeft ernaar dat binnen 24 uur te doen en doet het in elk geval binnen 48 uur": what is striven for is no limit.
_UNTIL = re.compile(r"\b(?:before|voordat|bevor|avant que?)\b[^.;]{0,20}$")
_HAVE_PASSED = re.compile(
    r"[\s*_]*(?:have|has|are|zijn|sind|ne (?:se )?soient|soient|vergangen|verstreken|voorbij|verlopen) ?(?:passed|elapsed|gone|up|verstreken|voorbij|verlopen|vergangen|écoulée?s|passée?s)?\b"
)
_STRIVES = re.compile(r"\b(?:streeft|streven)\b[^.;,]{0,30}$|\b(?:strives?|aims?) to\b[^.;,]{0,30}$")
# What is owed some time after the first notice is no limit for that notice.
_AFTER_NOTICE = re.compile(
    r"[\s*_]*\b(?:na|after|of|following|nach|après|suivant)\b (?:de |die |deze |the |that |its |der |dieser |la |cette )?(?:eerste |initial |first |ersten |première )?"
    r"(?:\w*melding|waarschuwing|bericht|vooraankondiging|notice|notification|warning|report|\w*meldung|mitteilung|notification|alerte)\b"
)
# What counts from when the controller knew is the controller's own time, for telling the authority.
_AFTER_THE_CONTROLLER_KNEW = re.compile(
    r"[\s*_]*\b(?:after|of|since|from when|once|na(?:dat)?|nachdem|après que)\b (?:the |de |der |le )?CONTROLLER (?:becomes|became|becoming|has become|is|was|having become) (?:made )?aware\b|"
    r"[\s*_]*\b(?:nadat|nachdem)\b (?:de |der )?CONTROLLER [^.;]{0,60}\b(?:kennis|op de hoogte|kenntnis)\b"
)
_IMMEDIATELY = re.compile(
    r"\b(?:onverwijld|onmiddellijk|stante pede|direct(?! (?:access|communications?|contact|correspondence|line|mail|message|phone|telephone)\b)|meteen|zo (?:snel|spoedig) (?:mogelijk|als kan)|as soon as possible|terstond|aanstonds|per om(?:me)?gaande|immediately|forthwith|"
    r"unverzüglich|ohne schuldhaftes zögern|umgehend|sofort|ohne verzug|immédiatement|aussitôt|promptly|at once|right away|prompt|"
    r"zo spoedig als [^.;,]{3,30}|straight away)\b"
)
_UNDUE = re.compile(
    r"\b(?:zonder (?:enige )?(?:onredelijke?|onnodige?|nodeloze?|nodeloos|overbodige?|verwijtbare?) (?:vertraging|uitstel|oponthoud)|without (?:any )?undue delay|"
    r"ohne (?:unangemessene|schuldhafte) verzögerung|dans les meilleurs délais|"
    r"(?:meilleurs|plus brefs) délais|sans retard (?:injustifié|indu)|without (?:unreasonable|unnecessary) delay|without delay)\b"
)


def own_limit(statement: Statement, language: str) -> Duration | None:
    """The processor's time for telling the controller, None where the statement names none or only somebody else's."""
    at = 0
    for part in PARTS.split(statement.text):
        start = statement.text.index(part, at)
        at = start + len(part)
        if phrase(TO_AUTHORITY, language).search(part) and "CONTROLLER" not in part:
            continue
        for duration in _in_hours(part, tuple(durations(part))):
            before = part[: duration.start]
            timed = BEFORE_A_LIMIT.search(before) or (
                (_UNTIL.search(before) and _HAVE_PASSED.match(part, duration.end))
                or _HAS_TIME.match(part, duration.end)
                or (_TO_DO_SO.match(part, duration.end) and _HAS.search(before))
                or _IS_HAD.match(part, duration.end)
                or (_AS_THE_LIMIT.match(part, duration.end) and _AS_SUCH.search(before))
            )
            if not timed or phrase(_LATER, language).search(before[-60:]) or _STRIVES.search(before):
                continue
            if _AFTER_NOTICE.match(part, duration.end) or _AFTER_THE_CONTROLLER_KNEW.match(part, duration.end):
                continue
            if phrase(r"(?:{authority})[^.;]{0,40}$", language).search(before) or "33" in before[-12:]:
                continue
            return Duration(duration.count, duration.unit, start + duration.start, start + duration.end)
    return None


def _in_hours(part: str, named: tuple[Duration, ...]) -> Iterator[Duration]:
    """The periods `named` in `part`; of days with as many hours right behind them, the hours where the days stand."""
    said = False
    for one, after in zip_longest(named, named[1:]):
        if said:
            said = False
            continue
        said = (
            after is not None
            and one.unit is Unit.DAY
            and after.unit is Unit.HOUR
            and after.count == one.count * _HOURS_OF_DAY
            and _IN_HOURS.fullmatch(part, one.end, after.start) is not None
        )
        yield Duration(after.count, after.unit, one.start, after.end) if said and after else one


def limited(statement: Statement, language: str) -> bool:
    """Whether `statement` says within what time the controller is told."""
    return own_limit(statement, language) is not None or wording_of(statement) is not None


def wording_of(statement: Statement) -> str | None:
    """`immediately` or `without_undue_delay` where `statement` says so without a number, None where it doesn't."""
    text = statement.text.replace("*", "")
    if _UNDUE.search(text) and not re.search(r"\b(?:onverwijld|onmiddellijk|immediately|unverzüglich)\b", text):
        return "without_undue_delay"
    return "immediately" if _IMMEDIATELY.search(text) else None
