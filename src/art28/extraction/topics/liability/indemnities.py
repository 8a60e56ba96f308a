"""Reading -> whether the controller indemnifies the processor."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, proposed
from art28.extraction.words.search import AnyCase, sentences_with

_INDEMNIFIES = AnyCase(
    r"vrijwaar\w*|vrijwaring|gevrijwaard|vrijwaren|indemnif\w+|indemnity|hold(?:s|ing)?\b[^.;]{0,40}\bharmless|schadlos|\bindemnise\w*|\btient (?:le )?(?:controller|processor) indemne|"
    r"stellt\b[^.;]{0,60}\bfrei|guarantees PROCESSOR against|garanti[rt](?! (?:\w+ ){0,2}(?:que\b|disposer|être|avoir|la licéité|l'exactitude))",
)


def _controller_indemnifies(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading, "vrijwa", "indemn", "harmless", "frei", "schadlos", "schadeloos", "rekening", "garanti", "vergoed"
    ):
        verb = _INDEMNIFIES.search(sentence.text)
        if _GUARDED.search(sentence.text) or _IT_GUARDS.match(sentence.text) or _MADE_WHOLE.search(sentence.text):
            yield proposed("liability.controller_indemnifies", sentence, value=True)
            continue
        if not verb:
            continue
        if _BY_PRONOUN.match(sentence.text[verb.end() :]):
            yield proposed("liability.controller_indemnifies", sentence, value=True)
            continue
        if _ADDRESSED.match(sentence.text[verb.end() :]):
            yield proposed("liability.controller_indemnifies", sentence, value=True)
            continue
        if _BY_PROCESSOR.match(sentence.text, verb.start()):
            continue
        before = sentence.text[: verb.start()]
        after = verb[0].replace("controller", "CONTROLLER").replace("processor", "PROCESSOR")
        after += sentence.text[verb.end() : verb.end() + 80]
        who = re.findall(r"\b(?:CONTROLLER|PROCESSOR)\b", before)
        whom = ["PROCESSOR"] if _US.match(after) else re.findall(r"\b(?:CONTROLLER|PROCESSOR)\b", after)
        by_controller = (not who and whom[:2] == ["CONTROLLER", "PROCESSOR"]) or (
            "CONTROLLER" in who and _last_subject(before) == "CONTROLLER" and whom[:1] != ["CONTROLLER"]
        )
        if by_controller and (
            whom[:1] == ["PROCESSOR"] or whom[:2] == ["CONTROLLER", "PROCESSOR"] or who[-1:] == ["PROCESSOR"]
        ):
            yield proposed("liability.controller_indemnifies", sentence, value=True)


# "vrijwaart hij PROCESSOR": nobody but the controller is left to do so.
_IT_GUARDS = AnyCase(
    r"^\W*+(?:\d[\d.]*\W+)?(?:hij|zij|deze|it|they|er|sie|il|elle) (?:vrijwaart|indemnifies|shall indemnify|stellt|garantit) (?:de |the |den |le )?PROCESSOR\b"
)
_MADE_WHOLE = AnyCase(
    r"\bCONTROLLER\b[^.;]{0,30}\b(?:stelt|houdt|halten|hält|stellt|tient|holds?)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\b(?:schadeloos|schadlos|frei|indemne|harmless)\b|"
    r"\b(?:stelt|houdt|halten|hält|stellt|tient) (?:de |der |die |le )?CONTROLLER (?:de |den |le )?PROCESSOR\b[^;]{0,120}\b(?:schadeloos|schadlos|frei|indemne)\b|"
    r"\bpartijen vrijwaren elkaar\b|\b(?:each|either) party (?:shall |will )?indemnif(?:y|ies) (?:and hold harmless )?the other\b|"
    r"\bCONTROLLER (?:zal|dient|moet)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,20}\bschadeloos (?:te )?(?:stellen|houden)\b|\bCONTROLLER (?:zal|dient|moet)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,12}\bschadeloosstellen\b|"
    r"\b(?:claim|boete|aanspraak|aansprakelijk|vordering|schade)\w*\b[^.;]{0,90}\bCONTROLLER\b[^.;]{0,90}\bdan vergoedt? CONTROLLER PROCESSOR\b|"
    r"\bneemt? CONTROLLER (?:dat|die|deze)[^.;]{0,20}\bvoor (?:CONTROLLER |eigen |zijn |haar )rekening\b"
)
# "stellt der PROCESSOR den CONTROLLER frei"
_BY_PROCESSOR = AnyCase(
    r"(?:stellt|garantit|vrijwaart) (?:der |die |le |de )?PROCESSOR (?:den |die |le |de )?CONTROLLER\b"
)
_BY_PRONOUN = re.compile(r"\W*(?:hij|zij|deze|die) (?:de )?PROCESSOR\b")
_GUARDED = re.compile(r"\bgarantit (?:le )?PROCESSOR contre\b|\b(?:indemnise|relève) (?:le )?PROCESSOR\b")
# "vrijwaart u ons": subject and object stand right behind the verb.
_ADDRESSED = re.compile(r"\W*(?:de )?CONTROLLER (?:de )?PROCESSOR\b")
_US = AnyCase(r"\W*(?:ons|us)\b")


def _last_subject(before: str) -> str | None:
    """The party that the clause before the verb speaks of: the first one named in it, objects come later."""
    parts = re.split(r"[;:]", before)
    named = re.findall(r"\b(?:CONTROLLER|PROCESSOR)\b", parts[-1]) or re.findall(
        r"\b(?:CONTROLLER|PROCESSOR)\b", before
    )
    return named[0] if named else None


RULES = (Rule("liability-controller-indemnifies", ("liability.controller_indemnifies",), _controller_indemnifies),)
