"""Text -> the parties that it calls "wij" and "u": who speaks and who is spoken to, with the role of each.

The one who speaks is the processor, which hands out its own terms, unless the text says the reverse, as a purchaser's own
paper does. A pronoun counts in all its forms ("wij", "ons", "onze"), and only where the agreement speaks so throughout or says that it will. The other
party need not be spoken to: terms may say "wij" and "de Klant".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from art28.document.pattern import lasting
from art28.extraction.naming.roles_beside import roles_beside
from art28.terms import Role

# By language: who speaks and who is spoken to, the subject first; what German writes with a capital counts only so.
_FORMS = (
    (("ik", "mij", "mijn", "me"), ("u", "uw", "jij", "je", "jou", "jouw", "jullie")),
    (("wij", "we", "ons", "onze"), ("u", "uw", "jij", "je", "jou", "jouw", "jullie")),
    (("we", "us", "our", "ours"), ("you", "your", "yours")),
    (
        ("ich", "mir", "mich", "mein", "meine", "meinem", "meinen", "meiner"),
        ("Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"),
    ),
    (
        ("wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unseres"),
        ("Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"),
    ),
    (("nous", "notre", "nos"), ("vous", "votre", "vos")),
)
_SPEAKER = frozenset(word for speaker, _ in _FORMS for word in speaker)
_ADDRESSED = frozenset(word for _, addressed in _FORMS for word in addressed)
PRONOUNS: Mapping[str, Role] = MappingProxyType(
    {**dict.fromkeys(sorted(_SPEAKER), Role.PROCESSOR), **dict.fromkeys(sorted(_ADDRESSED), Role.CONTROLLER)}
)
_SINGULAR = ((_FORMS[0][0], _FORMS[1][0]), (_FORMS[3][0], _FORMS[4][0]))
# How often both speak and are spoken to at the least: by habit, and where the text says that it will.
_SPOKEN, _ADDRESS = 8, 5
# … of a text of this length; of a shorter one less suffices, down to a share of that.
_SHORT, _SHORTEST_SHARE = 4_000, 0.5
_SPOKEN_WHERE_SAID, _ADDRESS_WHERE_SAID = 2, 2
# How often a text must say the reverse, or define its pronouns, to be believed.
_SURE = 2
_SAME = MappingProxyType({role: role for role in Role})
_OTHER = MappingProxyType({Role.PROCESSOR: Role.CONTROLLER, Role.CONTROLLER: Role.PROCESSOR})
_WORD = re.compile(r"(?:[A-Za-zÀ-ÖØ-öø-ÿ]++|[\w-])++(?!\.[A-Z])")
_TERM = lasting(
    r"\b(?:verwerker|processor|opdrachtnemer|leverancier|auftragsverarbeiter|auftragnehmer|sous-traitant)\b"
    r"(?! ?overeen)(?! ultérieur)",
    re.IGNORECASE,
)
_WE = r"(?:ik|ich|wij|we|ons|us|wir|uns|nous)"
_YOU = r"(?:u|jij|je|jou|jullie|you|vous|(?-i:Sie))"
_CONTROLLER = r"(?:verwer\w{0,9}verantwoordelijke|controller|verantwortliche|responsable d[eu] traitement)"
_PROCESSOR = r"(?<!sub)(?<!sub-)(?:verwerker|processor|auftragsverarbeiter|sous-traitant)"
# "u, Bakkerij De Wit B.V. (verwerkingsverantwoordelijke)", "you, our customer (the controller)": who that is, between.
_WHO_THAT_IS = r"(?: \([^()\n]{2,60}\)|, [^,.\n]{2,50}(?=,)|, (?:[^,.()\n]|\.(?=[A-Z,]| \()){2,60}(?= \())"
_BESIDE = rf"[\"'*]*{_WHO_THAT_IS}?,? ?(?:bent |zijn |ben |are |sind |êtes |sommes |als |as |, |\(|hierna |de |the |een |a |uw |your |our |onze |unsere? |notre ){{0,3}}[\"'*]*"
# "Jullie verwerken gegevens voor ons": who does what for whom.
_PROCESSES_FOR = r"(?:verwerk(?:t|en)?|process(?:es)?|verarbeite[nt]?|traite(?:ns|z|ons)?)\b[^.;\n]{0,60}\b(?:voor|namens|for|on behalf of|für|pour)"
# 'Acme Ltd ("we") provides services to Beta ("you")'.
_SERVES = r"[^()\n]{0,20}\) (?:levert|verleent|verricht|provides|supplies|performs)\b[^.;()\n]{0,140}"
_AS_USUAL = lasting(
    rf"\b{_WE} {_PROCESSES_FOR} {_YOU}\b|\([\"'“]?{_WE}\b{_SERVES}\([\"'“]?{_YOU}\b|\b(?:{_WE}{_BESIDE}{_PROCESSOR}|{_YOU}{_BESIDE}{_CONTROLLER}|(?:uw|jouw|je|your) {_PROCESSOR})\b",
    re.IGNORECASE,
)
_REVERSED = lasting(
    rf"\b{_YOU} {_PROCESSES_FOR} {_WE}\b|\([\"'“]?{_YOU}\b{_SERVES}\([\"'“]?{_WE}\b|\b(?:{_WE}{_BESIDE}{_CONTROLLER}|{_YOU}{_BESIDE}{_PROCESSOR})\b",
    re.IGNORECASE,
)
_DEFINED = lasting(rf"[\"'](?:{_WE}|our|{_YOU})[\"']", re.IGNORECASE)
# "Acme (wij) en Beta (jullie)", 'Acme ("we", "us")': behind the names.
_BESIDE_A_NAME = lasting(rf"\((?<=[\w.] \()[\"'“]?(?:{_WE}|{_YOU})[\"'”]?(?:,[^()\n]{{1,20}})?\)", re.IGNORECASE)


def pronouns_in(text: str, controllers: Iterable[str] = ()) -> Iterator[tuple[str, Role]]:
    """Each pronoun form that stands for a party in `text`; none where the text speaks of its parties by terms.

    `controllers` are the terms by which the text names the controller.
    """
    counts = _counted(text)
    for word in _both_or_one(counts):
        del counts[word]
    spoken = [
        word for speaker, addressed in _FORMS if any(counts[w] for w in speaker[:2]) for word in (*speaker, *addressed)
    ]
    ours = sum(counts[word] for word in _SPEAKER.intersection(spoken))
    theirs = sum(counts[word] for word in _ADDRESSED.intersection(spoken))
    named_so = len(_BESIDE_A_NAME.findall(text)) >= _SURE and _says_which(text)
    if ours < (1 if named_so else _SPOKEN_WHERE_SAID):
        yield from _addressed_alone(text, counts)
        return
    named = sum(1 for _ in _TERM.finditer(text))
    if theirs < _ADDRESS and ours >= _SPOKEN and 2 * named < ours:
        theirs += sum(len(re.findall(rf"\b{re.escape(term)}\b", text, re.IGNORECASE)) for term in controllers)
    if theirs < (1 if named_so else _ADDRESS_WHERE_SAID):
        return
    share = min(1.0, max(_SHORTEST_SHARE, len(text) / _SHORT))
    if (ours < _SPOKEN * share or theirs < _ADDRESS * share) and not (named_so or _says_so(text)):
        return
    if named >= ours + theirs and not named_so:
        return
    reversed_, usual = len(_REVERSED.findall(text)), len(_AS_USUAL.findall(text))
    said = named_so or reversed_ >= _SURE or len(_DEFINED.findall(text)) >= _SURE
    if reversed_ > usual and (usual or not said):
        return
    roles = _OTHER if reversed_ > usual else _SAME
    yield from ((word, roles[PRONOUNS[word]]) for word in dict.fromkeys(spoken) if counts[word])


_SPOKEN_TO = lasting(rf"\b{_YOU}{_BESIDE}(?:(?P<controller>{_CONTROLLER})|{_PROCESSOR})\b", re.IGNORECASE)


def _addressed_alone(text: str, counts: Mapping[str, int]) -> Iterator[tuple[str, Role]]:
    """The words for who is spoken to, by somebody who speaks of itself by its name: "Kantoor Smit is verwerker en u bent …"."""
    said = {bool(match["controller"]) for match in _SPOKEN_TO.finditer(text)}
    words = [word for word in PRONOUNS if word in _ADDRESSED and counts[word]]
    if len(said) == 1 and sum(counts[word] for word in words) >= _ADDRESS:
        yield from ((word, Role.CONTROLLER if said == {True} else Role.PROCESSOR) for word in words)


def _both_or_one(counts: Mapping[str, int]) -> Iterator[str]:
    """The speaker's words that don't stand for one: who says "ik" means both parties by "wij", and the other way round."""
    for one, many in _SINGULAR:
        yield from many if sum(counts[word] for word in one[:1]) > sum(counts[word] for word in many[:2]) else one


def _says_which(text: str) -> bool:
    """Whether `text` says which of the two who speak and are spoken to processes for the other."""
    return (_REVERSED.search(text) is None) != (_AS_USUAL.search(text) is None)


def _says_so(text: str) -> bool:
    """Whether `text` says for whom its pronouns stand, or who is who."""
    return bool(_AS_USUAL.search(text)) or len(_DEFINED.findall(text)) > 1 or bool(roles_beside(text))


def _counted(text: str) -> Counter[str]:
    """How often each pronoun stands in `text`, as `pronoun` finds it."""
    counts: Counter[str] = Counter()
    for between, count in Counter(text.split()).items():
        for word in (between,) if between.isalpha() else _WORD.findall(between):
            known = word if word in PRONOUNS else word.lower()
            if known in PRONOUNS and word != "US":
                counts[known] += count
    return counts


def pronoun(word: str) -> str:
    """The pattern of `word` in a text: not "US" or "U.S.", the country, nor the German for "she" and "they"."""
    written = (
        "(?<![Bb]oth of )(?<![Ee]ach of )(?<![Oo]ne of )(?<![Nn]either of )(?<!between )[Uu]s"
        if word == "us"
        else word
        if word[0].isupper()
        else f"(?i:{word})"
    )
    return rf"(?<![\w-]){written}(?![\w-]|\.[A-Z])"
