"""Text -> who is told to do something where no subject stands: "Tell us at once", "Do not answer it yourself".

An agreement in plain English speaks to one of its parties, "you", and tells it what to do. Rules look for who does something, so each
imperative reads as that party's duty: "PROCESSOR shall tell CONTROLLER at once".
"""

import re
from collections.abc import Iterator, Mapping

from art28.document.pattern import lasting
from art28.terms import Role

_ADDRESSED = "you"
_SPEAKERS = ("us", "we", "our")
# Verbs that stand at the head of a duty in such agreements; many are nouns as well, so what follows decides.
_VERBS = (
    "act|allow|answer|appoint|arrange|ask|assist|back|bear|bring|call|carry|change|check|choose|collect|comply|"
    "conclude|confirm|consult|contact|cooperate|co-operate|correct|delete|describe|destroy|disclose|email|e-mail|"
    "employ|encrypt|engage|ensure|erase|do|explain|flag|follow|forward|get|give|hand|have|help|hold|impose|"
    "indemnify|inform|keep|leave|let|limit|log|maintain|make|notify|obtain|offer|open|pass|pay|permit|phone|post|"
    "prevent|process|protect|prove|provide|publish|put|record|refer|refund|reimburse|remove|repair|repeat|reply|"
    "report|restrict|retain|return|review|ring|run|screen|send|set|share|show|sign|stay|stop|store|submit|supply|"
    "support|switch|take|tell|test|train|transfer|treat|use|vet|warn|wipe|write"
)
_OPENING = "|".join(verb.capitalize() for verb in _VERBS.split("|"))
_LABEL = r"(?:[(]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)]?[ \t]+|[•*–-][ \t]+)?"
# A noun is followed by what is said of it.
_NOUN = r"(?! (?:of|is|are|was|were|will|shall|may|must|can|has|have|by|and|or|for(?! (?:us|any|every|each|all|the|your|its|what|putting)\b))\b)"
_AHEAD = r"(?=,? (?:[a-z(]|[A-Z][\w'-]*(?: |\.))[^\n]{1,1200}?[.:;](?:\s|$))"
_IMPERATIVE = lasting(
    rf"(?:^{_LABEL}|(?<=[.:!?] )|(?<=[.:!?]\" ))(?P<verb>(?P<not>Do not|Don't|Never)|(?:Always |Immediately |Promptly |Only )?(?:{_OPENING})\b{_NOUN}|(?:Always|Immediately|Promptly|Only) (?:{_VERBS})\b){_AHEAD}",
    re.MULTILINE,
)
# "If a tenant asks you for their data, send the request to us": behind a condition, a small letter.
_CONDITION = lasting(
    rf"(?:^{_LABEL}|(?<=[.;:!?] ))(?:If|When|Whenever|Where|Once|Before|After|As soon as|Until|Unless|Within|At|On|In|By|For|During)\b[^\n.;:]{{3,220}}?, "
    rf"(?P<verb>(?P<not>do not|don't|never)|(?:always |immediately |promptly |only )?(?:{_VERBS}))(?= (?:us|the|our|it|them|that|this|a|an|any|every|each|your|all|to|with|in|at|on|no|only|what|it's|their|its|anything|nothing|[a-z]+ (?:us|it|the|any|a|that|so)\b|[A-Z])\b)",
    re.MULTILINE,
)
_FEWEST = 4


def imperatives_in(text: str, names: Mapping[str, Role]) -> Iterator[tuple[int, int, str]]:
    """Each imperative of `text`, `start:end` of its verb, and how it reads with the party that it is addressed to; none unless often.

    Only where the text says for whom "you" stands, and speaks of the other side as "us".
    """
    role = names.get(_ADDRESSED)
    if role is None or all(names.get(speaker) in (None, role) for speaker in _SPEAKERS):
        return
    found = [match for pattern in (_IMPERATIVE, _CONDITION) for match in pattern.finditer(text)]
    if len(found) < _FEWEST:
        return
    for match in sorted(found, key=lambda one: one.start("verb")):
        yield *match.span("verb"), _as_duty(match, role)


def _as_duty(match: re.Match[str], role: Role) -> str:
    if match["not"]:
        return f"{role.name} shall {'never' if match['not'].lower() == 'never' else 'not'}"
    return f"{role.name} shall {match['verb'][0].lower()}{match['verb'][1:]}"
