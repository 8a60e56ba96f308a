"""Flow -> the terms that an agreement uses for its parties, each with its role under the Regulation.

Statutory words carry their role with them. A commercial word ("Klant", "Leverancier") takes the role that the agreement
gives it where it says so, and its usual one otherwise. A company's own name, or "wij" and "u", takes the role that it
acts in: who processes on behalf of whom.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.pattern import lasting
from art28.extraction.naming.actors import acting_names
from art28.extraction.naming.defining import ARTICLE, HEREINAFTER, HEREINAFTER_WORDS
from art28.extraction.naming.pronouns import pronouns_in
from art28.extraction.naming.roles_beside import (
    controller_for_which,
    labels_of_both,
    respectively,
    roles_beside,
    said_to_be_processor,
)
from art28.extraction.naming.trading import introduced_by_role
from art28.extraction.naming.usage import by_its_noun, goes_by, stands_for_a_party
from art28.extraction.naming.words import ANOTHER_COMPANY, CAPITALISED, IN_SMALL, LIKELY, USUAL
from art28.extraction.words.search import Led, folded, places_of
from art28.terms import Role

_STATUTORY_WORD = lasting(
    r"(?P<sub>sub-?(?:ver|be)werkers?|sub-?processors?|onderaannemers?|unterauftrags\w+)|"
    r"(?P<controller>verwer\w{0,9}verantwoordelijke|\bverantwoordelijke\b(?! voor\b(?! de verwerking))|(?:data )?controller|verantwortliche|"
    r"responsable d[eu] traitement)|"
    r"(?P<processor>(?:ver|be)werker(?!s|overeen|afspra)|(?:data )?processor(?!s| (?:agreement|addendum|contract|terms|clauses|schedule)\b)|"
    r"auftragsverarbeiter|sous-traitant)",
    re.IGNORECASE,
)
_ALIAS = Led(
    (*HEREINAFTER_WORDS, "te noemen", "aangeduid als", "referred to as", "("),
    rf"(?:\b(?:{HEREINAFTER}|te noemen|aangeduid als|referred to as)\b"
    r"[^.\n\"'“(]{0,40}|\()\s*(?:or |of |the |de |het |der |die |das |le |la |les |l'|each,? an? |(?:jointly|together|collectively),? (?:the )?)?[\"']+ ?(?:\*\*)?"
    rf"(?-i:{ARTICLE})?(?-i:(?P<alias>[A-ZÀ-Þ][\w&.'-]*(?: [A-ZÀ-Þ][\w&.-]*){{0,2}}))(?:\*\*)? ?[\"']+",
    re.IGNORECASE,
)
# Begins with a class of letters, which an engine passes over the text by: several, one an alternative, it tries everywhere.
_ALIAS_UNQUOTED = lasting(
    r"[HhVvNnIiCc](?:(?<=[Hh])(?:ierna|ereinafter)|(?<=[Vv])erder|(?<=[Nn])ach(?:folgend|stehend)|(?<=[Cc])i-après|"
    r"(?<=[Ii])(?:m (?:Folgenden|Weiteren)|n (?:deze overeenkomst|dit contract|this (?:agreement|DPA))))"
    r"(?: ook| kurz| auch)?(?: te noemen| genoemd| genannt| bezeichnet als| dénommée?s?| désignée?s?)?:? "
    rf"{ARTICLE}?(?P<alias>[A-ZÀ-Þ][\w&'-]+(?: [A-ZÀ-Þ][\w&-]+)?)(?=\s*(?:[);.,]|"
    r"\n|$| of | or | genannt| bezeichnet| - ?$))"
)
# "Rekenhuis Zuid B.V. (Rekenhuis)": the short name in brackets behind the full one.
_SHORT_IN_BRACKETS = lasting(
    rf"(?:{LEGAL_FORM},?|\b(?:Stichting|Vereniging|Coöperatie|Gemeente|Provincie|Waterschap)(?: [A-ZÀ-Þ][\w&'-]*){{1,4}}) "
    rf"\({ARTICLE}?(?P<alias>[A-ZÀ-Þ][\w&'-]+(?: [A-ZÀ-Þ][\w&-]+)?)\)"
)
_NOT_A_PARTY = lasting(
    r"overeenkomst|agreement|contract|contrat|convention|marché|avenant|vertrag|accord|partij|part(?:y|ies)\b|parteien|^data\b|gegevens|leistung|"
    r"richtlijn|"
    r"(?:customer|personal|client|user|account|usage|content|service|sensitive|eu|uk|restricted) data|donn[ée]es|"
    r"datalek|"
    r"breach|inbreuk|dienst|service|avg|gdpr|dsgvo|rgpd|wet|wbp|law|privacy|regulation|addendum|annex|bijlage|dpa|scc|"
    r"clause|terms|voorwaarden|betrokkene|subject|medewerkers|incident|eer\b|eea\b|platform|software|product|verwerk|"
    r"process|personnel|affiliate|bdsg|avv|tom|eu\b|applica|instruc|^cg[vu]$|^agb$|contrat|convention|march[ée]\b|"
    r"conditions|bedingungen|"
    r"opdracht(?:en)?$|project|^auftrag$|^auftrags$|^order$|^assignment|^engagement|prestation|werkzaamheden|"
    r"r[èe]glement|verordnung|gesetz|loi\b",
    re.IGNORECASE,
)
# "Service Company", "Group Company": a term of two words that says itself that it names somebody.
_NAMES_SOMEBODY = lasting(r" (?:Company|Companies|Provider|Supplier|Entity|Firm|Partner|Bureau)$")
_CONDITIONAL = lasting(r"\b(?:if|where|when|whether|either|may|indien|wanneer|voor zover|mocht|kan)\b", re.IGNORECASE)
_AGENT = (
    r"(?:\b(?:by|door|durch|par|namens|behalf of|notify|inform|informeert) (?:the |de |den )?{name}\b|"
    r"\b{name}(?:'s\b| (?:shall|must|agrees|undertakes|zal|dient|moet|informeert|verbindt)\b))(?! [A-Z])"
)
_SAYS = lasting(
    r"\"? ?(?:\(|is\b|als\b|as\b|ist\b|est\b|treedt op als\b|(?:optreedt|handelt|fungeert|optredend|handelend) als\b|acts as\b|,? (?:hierna|zijnde|en (?:sa )?qualité)|"
    r",(?= (?:sous-traitant|responsable d[eu] traitement|(?:der )?auftragsverarbeiter|(?:der )?verantwortliche)\w*(?:,| au "
    r"sens| im sinne))|"
    # "The Practice decides why and how that is used and is the controller".
    r" (?:decides?|determines?|bepaalt|beslist|bestimmt|entscheidet|décide|détermine)\b[^.;\n]{3,120}? (?:and|en|und|et) (?:is|are|ist|est)\b)"
    r"(?:[^.,;\n]{0,100}|[^.\n]{0,40})",
    re.IGNORECASE,
)
# What comes right before a role that is somebody else's: "is niet verplicht dat met de verwerker af te stemmen".
_OBJECT = lasting(
    r"\b(?:niet|geen|not|kein\w*|nicht)\b|\b(?:met|aan|door|van|voor|jegens|tegen|bij|namens|with|to|by|of|from|for|"
    r"towards|mit|an|von|"
    r"durch|gegenüber|avec|à|par|pour)\s+(?:de |het |een |the |an? |der |dem |den |die |le |la |l')?[\"'*]*$",
    re.IGNORECASE,
)
_WINDOW, _OPENING = 320, 4_000
_ALSO = lasting(
    r"[\"']*\s*(?:of|or|oder|ou|/|,|\bals|\bas)\s*(?:(?:de|the|der|die|le|la) |l')?[\"']? ?(?:(?:de|the|der|die|le|la) |l')?(?=\w)"
)
# What stands in brackets right behind a term is said of it, and not of the next one.
_BRACKETED = lasting(r"[\"'*\s]{0,4}\([^()\n]{3,60}\)")
_AS = lasting(
    r"(?:(?!\b(?:waarbij|dat|whereby|that|wobei|dass|que)\b)[^.;\n]){0,60}\b(?:als|as|qualité de|zijnde|being)\b[^.;\n]{0,45}"
)
# "… (hierna: Klant) is verwerkingsverantwoordelijke", '… (hierna: "Klant"), verwerkingsverantwoordelijke;': said of the term before
# it, and not of the next one.
_IS = lasting(
    r"(?:[\"'*), ]{0,4}\s(?:is|als|as|en qualité de|en tant que|treedt op als|handelt als|kwalificeert als|geldt als|acts as|ist|est|"
    r"(?:te dezen |ten deze |hierbij |daarbij |hierin )?(?:optredend|handelend|acting|handelnd|agissant) (?:als|as|in its capacity as|en qualité de))"
    r"(?: (?:de|het|een|the|an?|der|die|le|la))? |(?P<apposed>)[\"'*) ]{0,4},\s(?:(?:als|zijnde|as|being|als de|as the|de|the|der|die) )?)"
    r"(?:(?P<controller>verwerkingsverantwoordelijke|verantwoordelijke\b(?! voor\b)|(?:data )?controller|verantwortliche|"
    r"responsable d[eu] traitement)|(?P<processor>(?:ver|be)werker(?!s|overeen|afspra)|(?:data )?processor(?!s)|auftragsverarbeiter|sous-traitant))"
    r"(?(apposed)(?=\s*(?:[;,.)\n]|$|(?:en|and|und|et)\b)))",
    re.IGNORECASE,
)
# "… the Contract between Loughmore Hospital (the "Hospital")": the term is a party's.
_BETWEEN = lasting(r"\b(?:between|tussen|zwischen|entre)\b", re.IGNORECASE)
_OF_A_CONTRACT = lasting(
    r"(?:overeenkomst|agreement|contract|vertrag|voorwaarden|terms)\b[^.;\n]{0,80}$", re.IGNORECASE
)
# "(de ICT-leverancier, verwerker)": a term, and the role that it has, in one pair of brackets.
_WITH_ROLE = lasting(
    rf"\((?:hierna:? )?{ARTICLE}?[\"']?(?-i:(?P<alias>[A-ZÀ-Þ][\w&'-]+(?: [A-ZÀ-Þ][\w&-]+)?))[\"']?"
    rf"(?=(?:, (?:(?:de|the) )?| (?:als|as) (?:de |the )?)(?:{_STATUTORY_WORD.pattern}))",
    re.IGNORECASE,
)
# ("de werkgever"), 'nader te noemen "de praktijk"', "hierna: de opvang": a term without a capital, behind its article.
_IN_SMALL_NAMED = lasting(
    r"\b(?:hierna|verder|nader|hereinafter)(?: (?:ook )?(?:te noemen|genoemd|aangeduid als|referred to as))?:? [\"']?(?:de|het|the) "
    r"(?P<alias>[a-zà-ÿ]{5,25})[\"']?(?=[).;,]|\s+(?:en|and|overwegende)\b|\s*$)",
    re.MULTILINE,
)
_IN_SMALL_QUOTED = lasting(r"[\"'](?:de|het|the) (?P<alias>[a-zà-ÿ]{5,25})[\"'](?=[).;,]|$)", re.MULTILINE)
# "Kantoor (Verwerker)" at the beginning of a line or a cell.
_BEFORE_ITS_ROLE = lasting(
    rf"(?:^|(?<=\t))(?:[Dd]e |[Hh]et )?(?P<alias>[A-ZÀ-Þ][\w&'-]+(?: [A-ZÀ-Þ][\w&-]+)?)(?= \((?:(?:hierna:? )?(?:de |the )?(?:{_STATUTORY_WORD.pattern}))\))",
    re.MULTILINE,
)
# '…, gevestigd te Breda (KvK 20099887), "Kopij",': a term in quotation marks behind what is said of a company.
_QUOTED_BEHIND = lasting(
    r"(?<=[\w.)]),\s[\"'](?:[Dd]e |[Hh]et |[Tt]he )?(?P<alias>[A-ZÀ-Þ][\w&'-]*(?: [A-ZÀ-Þ][\w&-]+)?)[\"'](?=[,;.]|\s(?:en|and)\b|\s*$)",
    re.MULTILINE,
)
# "Tillwork Ltd, the processor (Tillwork)", "de gemeente Zeedam, de verwerkingsverantwoordelijke (de Gemeente)": behind the role.
_BEHIND_ITS_ROLE = lasting(
    rf"(?<=[\w.)]), (?:(?:de|het|the|der|die|le|la) |l')?(?:{_STATUTORY_WORD.pattern}) "
    rf"\({ARTICLE}?(?-i:(?P<alias>[A-ZÀ-Þ][\w&'-]+(?: [A-ZÀ-Þ][\w&-]+)?))\)",
    re.IGNORECASE,
)
_AT_THE_OPENING = (
    _SHORT_IN_BRACKETS,
    _WITH_ROLE,
    _BEHIND_ITS_ROLE,
    _IN_SMALL_QUOTED,
    _IN_SMALL_NAMED,
    _BEFORE_ITS_ROLE,
    _QUOTED_BEHIND,
)
_FULL_NAME = lasting(
    rf"(?<![\w&-])(?:(?:Stichting|Coöperatie|Vereniging|"
    rf"Gemeente) )?(?P<name>[A-Z][\w&-]{{2,}})(?: [A-Z&][\w&'-]*| en){{0,4}} {LEGAL_FORM}(?!\w)"
)


def names_in(text: str) -> Mapping[str, Role]:
    """Every commercial term or name that `text` uses for a party, as the text writes it, with its role."""
    found: dict[str, Role] = {}
    lower = folded(text)
    for role, usual in USUAL.items():
        found.update((name, role) for name in usual if name in lower and re.search(rf"\b{name}\b", lower))
    for role, capitalised in CAPITALISED.items():
        found.update((name, role) for name in capitalised if stands_for_a_party(name, text))
    for role, name in (*_in_small_letters(text), *by_its_noun(text, found)):
        found.update(((name, role), (name.capitalize(), role)))
    found.update(
        (term.capitalize(), role) for term, role in labels_of_both(text) if term.capitalize() in CAPITALISED[role]
    )
    found.update((beside.short, beside.role) for beside in roles_beside(text))
    found.update((name, said) for name in tuple(found) if (said := _role_said_of(name, text, lower)) is not None)
    defined = dict(_defined(text))
    found.update((name, role) for name, role in defined.items() if role is not None and name.lower() not in found)
    found.update(
        (name, said)
        for name, role in defined.items()
        if role is None and name.lower() not in found and (said := _role_said_of(name, text, lower)) is not None
    )
    found.update(
        (name, LIKELY[name.lower()])
        for name, role in defined.items()
        if role is None and name not in found and name.lower() in LIKELY and name.lower() not in found
    )
    said_of = (*_said_together(text), *controller_for_which(text), *introduced_by_role(text))
    found.update((name, role) for name, role in said_of if name.lower() not in found)
    known = {name for name, role in defined.items() if role is None and name not in found}
    known |= {name for name in _short_names(text) if name not in found}
    lacks_processor = Role.CONTROLLER in found.values() and Role.PROCESSOR not in found.values()
    acting = acting_names(text, known, lacks_processor=lacks_processor)
    found.update((name, role) for name, role in acting.items() if name.lower() not in found)
    found.update(_the_other(defined, found))
    found.update(respectively(text))
    called = said_to_be_processor(text)
    if called and called[0].isalpha() and called[0] not in found and Role.PROCESSOR not in found.values():
        found[called[0]] = Role.PROCESSOR
    controllers = tuple(name for name, role in found.items() if role is Role.CONTROLLER)
    for name in _whose_own(found, controllers, text):
        del found[name]
    controllers = tuple(name for name in controllers if name in found)
    pronouns = dict(pronouns_in(text, controllers))
    found.update(pronouns)
    nameless = [name for name, role in defined.items() if role is None and name not in found]
    found.update((name, role) for name, role in _beside_a_pronoun(text, nameless, pronouns) if name not in found)
    if "you" in pronouns:
        found.update((term, Role.SUB_PROCESSOR) for term in ANOTHER_COMPANY if term in text)
    return MappingProxyType(found)


# "The Authority is the Controller and the Supplier is the Processor", also with who they are in brackets behind the term.
_A_NAME = r"(?:(?:the|de|het|der|die|le|la) |l')(?-i:{name}[A-ZÀ-Þ][\w&'-]+(?: [A-ZÀ-Þ][\w&-]+)?))(?: \([^()\n]{4,160}\))? (?:(?:is|ist|est|acts as|treedt op als) )?(?:(?:the|de|der|die|le|la|an?|een) )?"
_SAID_TOGETHER = lasting(
    rf"\b{_A_NAME.replace('{name}', '(?P<controller>')}(?:data )?(?:controller|(?:verwerkings)?verantwoordelijke|verantwortliche[nr]?|responsable d[eu] traitement)"
    r",? (?:and|en|und|et) "
    rf"{_A_NAME.replace('{name}', '(?P<processor>')}(?:data )?(?:processor|verwerker|auftragsverarbeiter|sous-traitant)\b",
    re.IGNORECASE,
)


def _said_together(text: str) -> Iterator[tuple[str, Role]]:
    for match in _SAID_TOGETHER.finditer(text):
        for role in _TWO_ROLES:
            name = match[role.value]
            if not _NOT_A_PARTY.search(name) and not _STATUTORY_WORD.search(name):
                yield name, role


def _whose_own(found: Mapping[str, Role], controllers: Iterable[str], text: str) -> tuple[str, ...]:
    """The usual words for a controller that stand for its people: where "de Salon" is the controller, "klanten van de Salon"."""
    named = [name for name in controllers if name[:1].isupper()]
    usual = [name for name in controllers if name in _CUSTOMERS and name in found]
    if not named or not usual:
        return ()
    of = "|".join(map(re.escape, named))
    return tuple(
        name
        for name in usual
        if not re.search(rf"\b(?i:{name})\b(?! (?:relationship|support|service|care|management|journey)\b)", text)
        or re.search(rf"\b(?i:{name})(?:en|s)? (?:van|of) (?:[Dd]e |[Hh]et |[Tt]he )?(?:{of})\b", text)
    )


_CUSTOMERS = frozenset({"klant", "customer", "gebruiker", "cliënt", "client"})
# '("Acme", "we", "us")', '("Customer" or "you")': a term, and the word for the one who speaks or is spoken to.
_WITH_PRONOUN = (
    r"\([\"']?(?:[Tt]he |[Dd]e )?{name}[\"'],? ?(?:(?:or|and|of|en|und|oder|ou|et) )?[\"'](?P<pronoun>\w{{1,6}})[\"']"
)


def _beside_a_pronoun(text: str, terms: Iterable[str], pronouns: Mapping[str, Role]) -> Iterator[tuple[str, Role]]:
    """The terms that are defined in one pair of brackets with a pronoun, with the role of that."""
    for term in terms:
        match = re.search(_WITH_PRONOUN.format(name=re.escape(term)), text[:_OPENING])
        role = pronouns.get(match["pronoun"].lower(), pronouns.get(match["pronoun"])) if match else None
        if role is not None:
            yield term, role
    for match in _BEHIND_PRONOUN.finditer(text, 0, _OPENING) if pronouns else ():
        role = pronouns.get(match["pronoun"].lower())
        if role is not None:
            yield match["alias"], role


# Of the Council that is "we" and "us" as well.
_BEHIND_PRONOUN = lasting(
    r"\([\"'](?P<pronoun>\w{1,6})[\"'](?:,? (?:or |and |of |en )?[\"']\w{1,6}[\"']){0,3},? (?:or |and |of |en )?(?:the |de |het )?[\"'](?P<alias>[A-Z][\w&'-]{2,30})[\"']"
)
_ALIAS_IN_SMALL = Led(
    ("hierna", "verder", "hereinafter"),
    rf"\b(?:hierna|verder|hereinafter)(?: (?:ook )?(?:te noemen|genoemd|aangeduid als|referred to as))?\W{{1,3}}(?:(?:de|"
    rf"het|the) )?"
    rf"[\"'*]*(?P<alias>{'|'.join(IN_SMALL)})[\"'*]*(?=\s?[;),.\n]|$)",
    re.MULTILINE,
)


def _in_small_letters(text: str) -> Iterator[tuple[Role, str]]:
    """The usual words that the text defines as terms for its parties without a capital: "hierna: gemeente"."""
    for match in _ALIAS_IN_SMALL.finditer(text, 0, _OPENING):
        yield IN_SMALL[match["alias"]], match["alias"]


def _the_other(defined: Mapping[str, Role | None], found: Mapping[str, Role]) -> Iterator[tuple[str, Role]]:
    """Of two terms that the text defines for its parties and of which one has a role, the other with the other role."""
    known = {name: found.get(name, found.get(name.lower())) for name in defined}
    roles = set(known.values())
    if len(known) == len(_TWO_ROLES) and None in roles:
        for role, other in (_TWO_ROLES, _TWO_ROLES[::-1]):
            if role in roles and other not in found.values():
                yield from ((name, other) for name, own in known.items() if own is None)


_TWO_ROLES = (Role.CONTROLLER, Role.PROCESSOR)


def _as_words(name: str, lower: str) -> Iterator[int]:
    """Where `name`, in whatever case, begins a word of the text that is `lower` in lower case."""
    for at in places_of(name.lower(), lower):
        if not (at and (lower[at - 1].isalnum() or lower[at - 1] == "_")):
            yield at


def _role_said_of(name: str, text: str, lower: str) -> Role | None:
    """The role that the text gives to `name` ("Klant is verwerkingsverantwoordelijke"), None where it says nothing."""
    counts = {Role.CONTROLLER: 0, Role.PROCESSOR: 0}
    for at in _as_words(name, lower):
        match = _SAYS.match(text, at + len(name))
        if match is None or _CONDITIONAL.search(text, max(0, at - 20), match.end()):
            continue
        word = _STATUTORY_WORD.search(match[0])
        if word and word.lastgroup in ("controller", "processor") and not _OBJECT.search(match[0][: word.start()]):
            counts[Role(word.lastgroup)] += 1
    if all(counts.values()) or not any(counts.values()):
        return None
    return max(counts, key=lambda role: counts[role])


def _defined(text: str) -> Iterator[tuple[str, Role | None]]:
    """The names that the text defines for somebody, with the role said beside the definition, None where none is."""
    previous = 0
    for match in sorted(
        (
            *_ALIAS.finditer(text),
            *_ALIAS_UNQUOTED.finditer(text),
            *(m for pattern in _AT_THE_OPENING for m in pattern.finditer(text, 0, _OPENING)),
        ),
        key=re.Match.start,
    ):
        alias = match["alias"].strip(" .'\"")
        of = _OF_A_CONTRACT.search(text[max(0, match.start() - 100) : match.start("alias")].rstrip("(\"' "))
        between = of is not None and _BETWEEN.search(of[0]) is not None
        if of and not between and not re.search(LEGAL_FORM, text[max(0, match.start() - 160) : match.start()]):
            continue
        if match.re is _QUOTED_BEHIND and not re.search(LEGAL_FORM, text[max(0, match.start() - 160) : match.start()]):
            continue
        if match.re is _SHORT_IN_BRACKETS and not _is_short_for(
            alias, text[max(0, match.start("alias") - 80) : match.start("alias")]
        ):
            continue
        if _STATUTORY_WORD.search(alias) or (
            _NOT_A_PARTY.search(alias) and alias.lower() not in LIKELY and not _NAMES_SOMEBODY.search(alias)
        ):
            previous = match.end()
            continue
        if match.start() < _OPENING or _acts(alias, text):
            # Between whom a contract is doesn't tell who is which: that is said elsewhere.
            yield alias, _own_role(match) or (None if between else _role_beside(text, match, since=previous))
        previous = match.end()


def _own_role(definition: re.Match[str]) -> Role | None:
    """The role that stands within a definition, where one does."""
    if definition.re is not _BEHIND_ITS_ROLE:
        return None
    return next((role for role in _TWO_ROLES if definition[role.value]), None)


def _is_short_for(alias: str, name: str) -> bool:
    """Whether `alias`, in brackets behind a company's name, shortens that: a word or the first letters of it, and no town."""
    return alias.isupper() or alias.split()[0].lower() in name.lower()


def _acts(alias: str, text: str) -> bool:
    """Whether things are done by, to or through `alias`, as by a party: a term defined late may name anything."""
    return text.count(alias) > 1 and len(re.findall(_AGENT.format(name=re.escape(alias)), text)) > 1


def _role_beside(text: str, alias: re.Match[str], *, since: int) -> Role | None:
    """The role beside a definition: "X of verwerker" or "X (verwerker)", else the last before it, else "X, als verwerker"."""
    said = _IS.match(text, alias.end())
    if said and said.lastgroup:
        return Role(said.lastgroup)
    also = _ALSO.match(text, alias.end())
    bracketed = _BRACKETED.match(text, alias.end())
    beside = (
        _STATUTORY_WORD.match(text, also.end()) if also else _STATUTORY_WORD.search(bracketed[0]) if bracketed else None
    )
    skipped = (_IS.match(text, since) or _BRACKETED.match(text, since)) if since else None
    passage = text[max(skipped.end() if skipped else since, alias.start() - _WINDOW) : alias.start()]
    before = list(_STATUTORY_WORD.finditer(passage[passage.rfind("\n\n") + 1 :]))
    after = _AS.match(text, alias.end())
    later = _STATUTORY_WORD.search(after[0]) if after else None
    for word in (beside, before[-1] if before else None, later):
        if word and word.lastgroup in ("controller", "processor"):
            return Role(word.lastgroup)
    return None


def _short_names(text: str) -> Iterator[str]:
    """The first word of a company's full name, where the text goes on calling it so."""
    for match in _FULL_NAME.finditer(text, 0, _OPENING):
        name = match["name"]
        if not _NOT_A_PARTY.search(name) and goes_by(name, text):
            yield name
