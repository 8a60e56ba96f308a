"""Text -> who its two parties are, where a word for the role of each stands right behind the name: "Acme (leverancier) en Beta (klant)".

A word for one role alone tells nothing: tables give it to others than the parties. Two that "en" joins, at the opening, are the parties.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.pattern import lasting
from art28.terms import Role

_WORDS = {
    Role.CONTROLLER: r"(?:verwerkings)?verantwoordelijke|(?:data )?controller|klant|opdrachtgever|afnemer|customer|client|"
    r"verantwortliche[rn]?|responsable (?:de|du) traitement",
    Role.PROCESSOR: r"verwerker|(?:data )?processor|leverancier|opdrachtnemer|dienstverlener|beheerder|hoster|supplier|provider|"
    r"auftragsverarbeiter(?:in)?|prestataire|fournisseur|sous-traitant",
}
_ROLE = "|".join(f"(?P<{role.value}>{words})" for role, words in _WORDS.items())
_PART = r"(?:[A-ZÀ-Þ0-9][\w&'’.-]*|(?:bv|nv|vof|gGmbH|mbH)\b)"
_NAME = lasting(
    rf"(?<![\w&.@'’-])(?P<name>(?!(?:De|Het|The|Wij|We|Een) [a-z]|(?:Entre|Tussen|Between|Zwischen) )[A-ZÀ-Þ][\w&'’.-]*(?: (?:{_PART}|van|de|der|den|het|du|des|la|le|en(?= [A-ZÀ-Þ])|&|'t))*)"
    rf"(?: ?\([^()\n]{{4,90}}\))? ?(?:\((?:hierna:? )?(?:de |het |the )?|(?:is|als) (?:de |het |the )?|(?:de|the) |"
    # "Acme, Kade 2 te Zwolle, verwerker": behind what is said of a company, before what ends that.
    r"(?P<apposed>)(?:, [^;.()\n]{2,80}?)?, (?:(?:als|zijnde|as) )?)"
    rf"\"?(?i:{_ROLE})\b(?(apposed)(?=\n|\s*(?:[,;.]|$|(?:en|and|und|et)\b)))"
)
_AND = lasting(r"[\"')]*,?\s+(?:en|and|und|et)\s+(?:(?:de|het|the|der|die|la|le) |l')?$")
_ROLES_FIRST = lasting(rf"(?i:(?:{_ROLE}))$")
# "…, Zwolle, verwerker": the town of a company whose name stands before.
_SAID_OF_ANOTHER = lasting(r", ?$")
_SENTENCE_ENDS = lasting(r"(?<=[a-z]{2})\. ")
_OPENING = 3_000


@dataclass(frozen=True, slots=True)
class Beside:
    """A party's name at `start:end` of the text, the role of which `word` stands behind it, up to `until`."""

    role: Role
    name: str
    word: str
    start: int
    end: int
    until: int

    @property
    def short(self) -> str:
        """The name without its legal form, by which a text goes on."""
        return re.sub(rf",? {LEGAL_FORM}$", "", self.name)


@lru_cache(maxsize=4)
def roles_beside(text: str) -> tuple[Beside, ...]:
    """The two parties, in order; nothing where not both stand so beside each other."""
    for one, other in pairwise(_found(text)):
        if one.role is not other.role and one.short != other.short and _AND.fullmatch(text, one.until, other.start):
            return (one, other)
    return ()


def _found(text: str) -> Iterator[Beside]:
    for match in _NAME.finditer(text, 0, _OPENING):
        role = Role(match.lastgroup or "")
        start = max(
            (end.end() for end in _SENTENCE_ENDS.finditer(text, *match.span("name"))), default=match.start("name")
        )
        name = text[start : match.end("name")]
        if match["apposed"] is not None and _SAID_OF_ANOTHER.search(text, max(0, start - 2), start):
            continue
        if not _ROLES_FIRST.match(name):
            yield Beside(role, name, match[role.value], start, match.end("name"), match.end())


# "Klant: …" and "Leverancier: …" on lines near each other, at the opening, are terms for the parties.
_LABEL = lasting(rf"^[\W_]*(?:{_ROLE})[\W_]*:[ *_]*(?=[A-ZÀ-Þ0-9\"'])", re.IGNORECASE | re.MULTILINE)
_NEAR = 400


def labels_of_both(text: str) -> Iterator[tuple[str, Role]]:
    """The two words that stand as labels before the parties, as the text writes them, each with its role."""
    for one, other in pairwise(_LABEL.finditer(text, 0, _OPENING)):
        if one.lastgroup != other.lastgroup and other.start() - one.end() < _NEAR:
            yield from ((match[match.lastgroup or 0], Role(match.lastgroup or "")) for match in (one, other))
            return


# 'Hierna respectievelijk "Zorginstelling" en "Zorgklok"': two terms, in the order in which the parties stand above.
_TERM = r"[\s\"'*]+(?:[Dd]e |[Hh]et |[Tt]he )?(?P<{name}>[A-ZÀ-Þ][\w&-]+(?: [A-ZÀ-Þ][\w&-]+)?)[\"'*]+"
_IN_ORDER = lasting(
    r"\b(?:[Hh]ierna|[Hh]ereinafter|[Nn]achfolgend|[Cc]i-après)\b[^.\n\"'*]{0,40}\b(?:respectievelijk|onderscheidenlijk|respectively|beziehungsweise|respectivement)\b"
    rf"[^.\n\"'*]{{0,20}}{_TERM.format(name='one')} (?:en|and|und|et){_TERM.format(name='other')}"
)
# Two terms around the word that tells their order, with or without quotes: "hierna ook GR respectievelijk Pasbeheer".
_BARE_TERM = r"[\"'*]*(?:[Dd]e |[Hh]et |[Tt]he )?(?P<{name}>[A-ZÀ-Þ][\w&-]+(?: [A-ZÀ-Þ][\w&-]+)?)[\"'*]*"
_ONE_AND_OTHER = lasting(
    rf"\b(?:[Hh]ierna|[Hh]ereinafter|[Nn]achfolgend|[Cc]i-après)\b[^.\n\"'*A-Z]{{0,40}}[\s:]{_BARE_TERM.format(name='one')},? "
    rf"(?:respectievelijk|onderscheidenlijk|and respectively|beziehungsweise|respectivement) {_BARE_TERM.format(name='other')}"
)
_ROLE_WORD = lasting(rf"\b(?:{_ROLE})\b", re.IGNORECASE)
_ABOVE = 1_500


def respectively(text: str) -> Iterator[tuple[str, Role]]:
    """The terms that are given to both parties at once, where the words for their roles stand above in an order."""
    for match in (*_IN_ORDER.finditer(text, 0, _OPENING), *_ONE_AND_OTHER.finditer(text, 0, _OPENING)):
        above = _ROLE_WORD.finditer(text, max(0, match.start() - _ABOVE), match.start())
        roles = tuple(dict.fromkeys(Role(word.lastgroup or "") for word in above))
        terms = (match["one"], match["other"])
        if len(roles) == len(terms) and not any(_ROLE_WORD.search(term) for term in terms):
            yield from zip(terms, roles, strict=True)


_STATUTORY = r"(?:verwerkings)?verantwoordelijke(?! voor)|(?:data )?controller|verantwortliche[rn]?|responsable (?:de|du) traitement"
# "Personal data for which Acme is the controller", where the text goes on calling it so.
_FOR_WHICH = lasting(
    r"\b(?:waarvoor|waarvan|for which|of which|für (?:die|welche)|pour lesquelles|dont) "
    r"(?P<name>(?:(?:De|Het|The) )?(?!(?:Verwerk|Verantwoord|Controller|Data)\w*)[A-ZÀ-Þ][\w&'’-]+(?: [A-ZÀ-Þ][\w&-]+){0,2}) "
    rf"(?:(?:is|acts as|ist|est|optreedt als|als|as) )?(?:de |the |an? |der |die |le |la )?(?i:{_STATUTORY})\b"
)
_GOES_ON = 6


def controller_for_which(text: str) -> Iterator[tuple[str, Role]]:
    """The name of whoever the text says is the controller of the data it is about."""
    for match in _FOR_WHICH.finditer(text, 0, _OPENING):
        if len(re.findall(rf"\b{re.escape(match['name'])}\b", text)) >= _GOES_ON:
            yield match["name"], Role.CONTROLLER


# "Bakker Administratie & Advies is de verwerker", "… en is Pixelbouw de verwerker": a name without a legal form.
_OWN_NAME = r"(?P<{name}>[A-ZÀ-Þ][\w&'’-]{{2,}}(?:(?: (?:&|en|and|van|de|der|den|het))* [A-ZÀ-Þ][\w&'’-]*){{0,4}})"
_A_PROCESSOR = r"(?:de |the |der |een )?(?:[Vv]erwerker|[Pp]rocessor|Auftragsverarbeiter)\b(?! van)"
_SAID_TO_BE = lasting(
    rf"(?<![\w&.-]){_OWN_NAME.format(name='first')} (?:is|treedt op als|acts as|ist) {_A_PROCESSOR}|"
    rf"\b(?:is|treedt) {_OWN_NAME.format(name='behind')} (?:op als )?{_A_PROCESSOR}|"
    # "In deze overeenkomst heet de klant 'Verwerkingsverantwoordelijke' en Webwerf 'Verwerker'."
    rf"\bhe(?:et|ten)\b[^.\n]{{3,90}}? en {_OWN_NAME.format(name='called')} [\"'](?:de )?[Vv]erwerker[\"']"
)
_NO_NAME = lasting(
    r"^(?:De|Het|The|Deze|Dit|This|In|Voor|For|Als|Where|If|Each|Elke|Iedere|Een|U|Je|Jij|Wij|We|Wanneer|Indien|Die|Wie|Er|Daarbij|"
    r"Hierbij|Partij|Party|Alleen|Only|Sub\w*|Verwerk\w*|Bewerk\w*|Processor|Controller|Data|Onder)\b"
)


@lru_cache(maxsize=4)
def said_to_be_processor(text: str) -> tuple[str, int] | None:
    """The name of which a sentence at the opening says that it is the processor's, and where it stands there; None without one."""
    for match in _SAID_TO_BE.finditer(text, 0, _OPENING):
        name = match[match.lastgroup or 0]
        if not _NO_NAME.match(name) and not _ROLES_FIRST.match(name):
            return name, match.start(match.lastgroup or 0)
    return None
