"""A passage on a party -> who acts for it and in which function, each with the range that says so."""

import re
from collections.abc import Iterator

from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.naming.detail import Detail

_TITLE = (
    r"(?:de heer|mevrouw|de heren|dhr\.?|mevr\.?|mw\.?|mr\.?|mrs\.?|ms\.?|miss|drs\.?|ir\.?|ing\.?|dr\.?|"
    r"prof\.?|professor|herrn?|frau|m\.(?=\s?(?-i:[A-ZÀ-Þ][a-zà-ÿ])\S+ (?:(?:van|de|der|den|du|la|le|von|el)\b ?)*(?-i:[A-ZÀ-Þ]))|mme|madame|monsieur|dipl\.-\w+\.?)"
)
_PERSON = (
    r"(?P<person>(?:(?:[A-Z]\s?\.\s?-?){1,6}|[A-ZÀ-Þ][\w'’-]+)(?:(?: |(?<=[.\s'’-]))(?:(?:van|de|der|den|ten|ter|te|het|'t|"
    r"op|von|zu|la|le|du|di|el|al|bin|da|dos)\b|[A-Z]\s?\.|[A-ZÀ-Þ][\w'’-]+)){0,6})"
)
_REPRESENTED = lasting(
    r"\b(?i:vertegenwoordigd door|vertegenwoordiger|represented (?:(?:in this matter|herein|hereby|for this purpose|hereunder|in law) )?by|vertreten durch|représentée? par|"
    r"in de persoon van|(?:namens|voor) deze|eenmanszaak van|(?<=k\.), (?=inhaber))\b[\s:,]*"
    r"(?:(?i:den vorstand),? (?i:dieser vertreten durch) )?"
    r"(?P<role_before>(?i:(?:(?:zijn|haar|diens|hun|its|the|de|het|den|die|deren|dessen|ihren|seinen|son|sa) )?(?:algemeen "
    r"|operationeel |statutair |"
    r"managing |zelfstandig bevoegd |commercieel |financieel |technisch )?(?:directeur[- ]bestuurder|directeur[- "
    r"]grootaandeelhouder|"
    r"directeur[- ]eigenaar|directeur|bestuurder|(?:huis|tand)arts(?:-maat)?|firmant|wethouder|zaakvoerder|eigenaar|"
    r"burgemeester|dijkgraaf|gemeentesecretaris|praktijkhouder|voorzitter(?: (?:van (?:de |het )?)?(?:raad van bestuur|college van bestuur|bestuur|directie|maatschap))?|"
    r"director|ceo|cfo|chief \w+ officer|president|partner|vennoot|(?:allein)?(?:geschäftsführer|gesellschafter|vorstand|"
    r"inhaber|prokurist|(?:ober)?bürgermeister|landrat|landrätin|vorsitzende|leiter|kanzler)\w*|co-?gérante?|gérante?|"
    r"(?:présidente?[- ])?directrice générale|(?:président[- ])?directeur général|directrice|directeur|présidente?|"
    r"maire)),? )?"
    rf"(?:(?i:{_TITLE}) ?(?:/ ?(?i:{_TITLE}) ?)?)*{_PERSON}",
)
# "T. van Dam RA": what somebody is by training, behind the name.
_DEGREE = lasting(r",? (?:AA|RA|RB|RE|MSc|MBA|MA|BSc|LL\.?[MB]\.?|PhD|FCA|CPA|CIPP/E)$")
_ROLE = lasting(
    r"^[\s,]*(?:\(|in (?:zijn|haar|hun|diens|de|his|her|the) (?:functie|hoedanigheid|capacity|role|rol) (?:van|as|"
    r"of) |en (?:sa )?qualité d(?:e |')|(?:handelend )?(?:als|as|acting as) (?:haar |zijn |its )?|,? ?(?:its|haar|zijn) |"
    r",\s*)"
    r"(?P<role>[A-Za-zÀ-ÿ][\w&/ '-]{2,50}?)(?=[,;.)\n]|\s*\(|\s(?:van [A-Z]\w* ?[BN]\.V|hierna|hereinafter|en|and|die|"
    r"who)\b|$)",
    re.IGNORECASE,
)
_ROLE_WORD = lasting(
    r"(?-i:\barts\b|[a-z]arts\b|-maat\b|\bmaat\b)|firmant|zaakvoerder|apotheker|auditor|counsel|gesellschaft|vorstand|"
    r"vorsitz|prokurist|"
    r"direct|chief executive|bestuur|eigenaar|owner|manager|officer|president|partner|vennoot|burgemeester|wethouder|secretaris|"
    r"hoofd|head|voorzitter|chair|ceo|cfo|cto|coo|"
    r"gemachtigd|procuratie|teamlead|adviseur|coördinator|founder|oprichter|geschäftsführ|inhaber|bewindvoerder|"
    r"uitgever|afdeling|griffier|beheerder|penningmeester|treasurer|registrar|komplementär|obmann|bursar|provost|headteacher|schatzmeister|trésori|bedrijfsleid|praktijkhoud|rector|decaan|gérant|dga|président|geschäftsleit|responsable|maire\b|bürgermeister|landrat|leiter",
    re.IGNORECASE,
)
_ANONYMOUS = lasting(
    r"^(?:de |het |haar |zijn )?(?:directie|bestuur|bevoegde?|management|naam|name|board)\b", re.IGNORECASE
)
# A body that acts through a person, whose own function may stand behind the name.
_BODY = lasting(
    r"\b(?:vorstand|geschäftsführung|geschäftsleitung|directie|bestuur|management|board|direction)\W*$", re.IGNORECASE
)


_IN_ITS_TURN = lasting(
    r"\b(?:op (?:haar|zijn|diens) beurt|(?:die|welke) (?:op (?:haar|zijn) beurt )?(?:wordt|is)|in (?:its|his|her) turn|wiederum|elle-même|lui-même)\b[^.;]{0,40}?\b(?=vertegenwoordigd door|represented by|vertreten durch|représenté)",
    re.IGNORECASE,
)
# "Inhaber: Jonas Feldkamp", "Eigenaar: Marieke Blom": whose firm it is acts for it.
_PROPRIETOR = lasting(
    r"(?:^|[\n,(])[\s*_-]*(?P<role>(?i:inhaber(?:in)?|geschäftsführer(?:in)?|eigenaar|eigenaresse|proprietor|owner|zaakvoerder|gérante?)|Inh\.)\s*(?::|(?<=Inh\.)|(?= [A-ZÀ-Þ]))\s*"
    rf"(?:(?i:{_TITLE}) ?)*{_PERSON}(?=\s*(?:[,;)\n]|$))"
)


def representative_in(text: str) -> Iterator[Detail]:
    """Who signs for a party, without Mr or Mrs, and in which function."""
    match = _REPRESENTED.search(text)
    turn = _IN_ITS_TURN.search(text, match.start()) if match else None
    if match and turn:
        # A company acts for it, and somebody for that.
        match = _REPRESENTED.search(text, turn.start()) or match
    if not match:
        owns = _PROPRIETOR.search(text)
        if owns and not is_blank(owns["person"]):
            yield Detail("representative", owns["person"].strip(" ,"), *owns.span("person"))
            yield Detail("representative_role", owns["role"], *owns.span("role"))
        return
    person = re.sub(r"(?<=[A-Z])\s+\.", ".", match["person"]).strip(" ,")
    person = _DEGREE.sub("", person)
    if is_blank(person) or _ANONYMOUS.match(person) or re.match(r"(?i:in|hierna)\b", person):
        return
    yield Detail("representative", person, match.start(), match.end())
    before = match["role_before"]
    after = _ROLE.match(text[match.end() :])
    own = after is not None and _ROLE_WORD.search(after["role"]) is not None and not is_blank(after["role"])
    if before and not (own and _BODY.search(before)):
        role = re.sub(
            r"^(?:zijn|haar|diens|hun|its|the|de|het|den|die|deren|dessen|ihren|seinen|son|sa) ",
            "",
            before.strip(" ,"),
            flags=re.IGNORECASE,
        )
        yield Detail("representative_role", role, match.start(), match.end())
        return
    if after is not None and own:
        yield Detail("representative_role", after["role"].strip(), match.start(), match.end() + after.end())


_SIGNATORY = lasting(
    rf"(?:^|\n)[\W_]*(?:(?:door|by|name|naam|getekend)\s*:?\s*)?(?:(?i:{_TITLE}) ?)*{_PERSON}(?:,? (?:AA|RA|MSc|MBA|"
    rf"LL\.?M\.?))?"
    rf"(?:,\s*|\n[\W_]*(?:functie\s*:?\s*|title\s*:?\s*)?)(?P<role>[A-Za-zÀ-ÿ][\w& '-]{{2,50}}?)(?=\n|$|[,;(])"
)


def signatory_in(text: str) -> Iterator[Detail]:
    """Who signs on a line of its own with a function behind or below the name: "J. Jansen, directeur"."""
    match = _SIGNATORY.search(text)
    if match and _ROLE_WORD.search(match["role"]) and not is_blank(match["person"]):
        yield Detail("representative", match["person"].strip(" ,"), *match.span("person"))
        yield Detail("representative_role", match["role"].strip(), *match.span("role"))


def is_function(text: str) -> bool:
    """Whether `text` names a function that somebody signs in."""
    return _ROLE_WORD.search(text) is not None


def person_in(text: str) -> str | None:
    """The name of a person that `text` consists of, without Mr or Mrs; None where it is none."""
    bare = re.sub(rf"^\W*(?:(?i:{_TITLE})(?=[ .])[ .]*)+", "", text.strip())
    bare = re.sub(r"(?<=[a-zà-ÿ]-)\s+(?=[A-ZÀ-Þ])", "", bare)
    match = re.match(_PERSON, bare)
    if not match or is_blank(bare) or _ANONYMOUS.match(bare):
        return None
    return re.sub(r"(?<=[A-Z])\s+\.", ".", match["person"]).strip(" ,")
