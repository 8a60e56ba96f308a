"""A passage on a party -> its name, registration, address and who represents it, each with the range that says so."""

import re
from collections.abc import Iterator

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import is_blank
from art28.extraction.naming.detail import Detail
from art28.extraction.naming.persons import representative_in
from art28.extraction.values.identifiers import accounts_and_tax_numbers, is_dutch_postcode, registration

# What a body is by its name, so that the article before it is no part of that name.
_DUTCH_KIND = (
    r"(?:stichting|vereniging|gemeente|provincie|waterschap|universiteit|hogeschool|coöperatie|maatschap|eenmanszaak|besloten|naamloze|"
    r"vennootschap|staat|minister|rechtspersoon)"
)
_GERMAN_KIND = r"(?:stadt|gemeinde|kreis|landkreis|land|universität|hochschule|stiftung|freistaat|bezirk)"
_ENGLISH_KIND = (
    r"(?:university|college|school|academy|council|borough|county|city|district|ministry|department|authority|commission|trust|charity|foundation|"
    r"association|society|institute|hospital|governors|trustees|governing body|board|church|diocese)"
)
_FRENCH_KIND = (
    r"(?:fondation|commune|ville|soci[ée]t[ée]|association|r[ée]gion|mairie|communaut[ée]|d[ée]partement|m[ée]tropole|"
    r"caisse|centre|"
    r"groupe|groupement|coop[ée]rative|mutuelle|universit[ée]|minist[èe]re|syndicat|hôpital|agence|office|institut|"
    r"[ée]cole|lyc[ée]e)"
)
_LEAD = lasting(
    r"^(?:(?-i:[IVX]{1,4})[.)]\s+)?[\s\d.)(•*#:;,\"'-]*"
    r"(?:(?:the parties (?:\w+ to this (?:agreement|dpa) )?are|(?:de )?partijen (?:bij deze overeenkomst )?zijn|die parteien sind):?\s+|(?:partij|party|partei|partie|ondergetekende|undersigned|soussignée?)\s(?:\d{1,2}|(?-i:[A-Z]|[IVX]{1,4}))\s?[:.)]\s*|(?:en|and|und|et|tussen|between|zwischen|entre|enerzijds|anderzijds|(?:de |the |les )?(?:ondergetekenden?|undersigned|soussignée?s?)|"
    r"partij(?:en)?|namens|"
    r"sub [a-z\d])\b[\s:,.;]*)*"
    r"(?:\d+[.)]\s*|\d{1,2}\s+|[a-z]\)\s*|[•*-]\s*)*"
    rf"(?:(?-i:de|het|the|a|die|A|Die)\s+|(?-i:The)\s+(?=(?:(?-i:[A-Z])[\w'’-]+ ){{0,3}}{_ENGLISH_KIND}\b(?: of)? (?-i:[A-Z]))|(?-i:De|Het|The)\s+(?=(?-i:[a-zà-þ])|{_DUTCH_KIND}\b)|(?:der|das|dem|den)\s+(?=[^,;(\n]{{0,80}}\b(?-i:{LEGAL_FORM})(?!\w)|{_GERMAN_KIND}\b)|"
    rf"(?:la|le|les)\s+(?={_FRENCH_KIND}\b)|l'(?={_FRENCH_KIND}\b))?"
    r"(?:(?:stichting|vereniging|coöperatie)\s+(?=[\w'’-]*(?:stichting|vereniging|coöperatie)\b))?(?:(?:besloten "
    r"vennootschap|naamloze vennootschap|vennootschap onder firma|"
    r"commanditaire vennootschap|eenmanszaak|(?-i:coöperatie)|"
    r"rechtspersoon|publiekrechtelijke rechtspersoon|private (?:limited )?company|limited (?:liability )?company|"
    r"company|firma|(?-i:soci[ée]t[ée](?: (?:par actions simplifiée|anonyme|à responsabilité limitée|civile|"
    r"coopérative)(?: unipersonnelle)?)?))"
    r"(?: met (?:beperkte|uitgesloten) aansprakelijkheid)?(?: naar \w+ recht)?[\s:,]+)?\*{0,2}",
    re.IGNORECASE,
)
_NAME_ENDS = lasting(
    r"\s(?:Inh(?:aber(?:in)?|\.)|[Ee]igenaar)(?=[: ])|,(?! ?(?:Inc|LLC|Ltd|L\.P|Limited|Corp|PBC)\b)|;|\n|\t|\*\*|:|\s\((?!haftungsbeschränkt\))|\s[-/|]\s|\s(?i:t\.a\.v\.|ter attentie van|attn|for the attention of|z\.? ?hd\.)(?=\W)|\s(?:statutair|gevestigd|"
    r"kantoorhoudende?|ingeschreven|handelend|met (?:zetel|hoofdkantoor|KvK)|geregistreerd|"
    r"hierna|verder|te dezen|ten deze|rechtsgeldig|vertegenwoordigd|KvK|KVK|Kamer van|with|having|a (?:company|"
    r"corporation|private|limited|French|Dutch)|registered|located|established|"
    r"duly|incorporated|represented|mit Sitz|eingetragen|vertreten|acting|agissant|dont|and|en (?=u |de )|is|als|"
    r"as|in de hoedanigheid|hereby|hereinafter|herein|aan de|te (?=[A-Z(]))\b",
)
_NOT_A_NAME = lasting(
    r"^(?:(?:gevestigd|status|veld|field|waarde|versie|version|adres|contact|datum|data protection officer|"
    r"security|control)\b.*|(?:de|het|een|the|an?|each|elke|iedere|u|you|wij|we|it|they|he|she|jij|je|jullie|zij|ze|hij|er|wir|sie|es|ihr|nous|vous|ils?|elles?|die|der|diese[mnrs]?|ce|cet|cette|ces|le|la|les|this|deze|dit|"
    r"all|any|hierna|naam|partij\w*|part(?:y|ies))\b.*|.*\b(?:entiteit|entity|"
    r"rechtspersoon die|persoon|overeenkomst|agreement|gegevens|verwerk\w*|undersigned|addendum|voorwaarden|"
    r"terms)\b.*|\W*)$",
    re.IGNORECASE,
)
# "De Haan & Zn. V.O.F.": an article that belongs to the name of a company.
_BEGINS_WITH_ARTICLE = lasting(rf"(?:De|Het|The) [A-ZÀ-Þ].*\b{LEGAL_FORM}$")
_TWO_SENTENCES = lasting(r"[a-z]{3,}(?<!Dres)\. [A-Z]|\b(?:that|dat|agree|the part(?:y|ies))\b|^[A-Z]\.\d")
_PUBLIC_BODY = (
    r"(?:gemeente|provincie|waterschap|stichting|vereniging|universiteit|coöperatie|maatschap|eenmanszaak|commune|ville|région|département|"
    r"métropole|"
    r"fondation|association|communauté)"
)
# Who acts for a public body: "het college van burgemeester en wethouders van de gemeente Meer".
_ORGAN = (
    r"(?:college van (?:burgemeester en wethouders|b ?(?:&|en) ?w|bestuur|gedeputeerde staten)|(?:dagelijks|algemeen) bestuur|bestuur|raad van bestuur|"
    r"gedeputeerde staten|minister)"
)
_STARTS_LIKE_A_NAME = lasting(
    rf"^['\"]?(?:(?i:{_ORGAN}) van (?:de |het )?)?(?:{_PUBLIC_BODY}(?: de communes| d'agglomération| urbaine)? (?:de la |de |du |des |d'|van |of )?)?[A-Z0-9À-Þ]"
)
_LONGEST_NAME = 80
_REGISTRATION = lasting(
    r"\b(?:kvk\w*|k\.v\.k\.|kamer van koophandel|handelsregister\w*|chamber of commerce|trade register|"
    r"commercial register|company (?:number|no)|registration (?:number|no)|business id|org(?:\.|ani[sz]ation(?:al)?)? ?(?:number|no|nr)|"
    r"registered (?:in [A-Z][\w ]{3,30} )?(?:under|with|number|no)|HRB|RCS|SIREN|CVR|registre du commerce|ondernemingsnummer|KBO|BCE|"
    r"banque-carrefour)\b[^\d\n;]{0,70}?\n?(?P<number>\d{6}-\d{4}|\d{7}-\d|\d[\d .]{5,11}\d)(?!\d)",
    re.IGNORECASE,
)
# A German or Austrian register counts by its own letters, and the number may be short.
_GERMAN_REGISTER = lasting(
    r"\b(?:HRB|HRA|GnR|(?:Vereinsregister\w*|VR)(?=[- ]?(?:Nr\.?|Nummer)?:? ?\d{2})|Firmenbuch\w*|FN)[- ]?(?:(?:Nr\.?|"
    r"Nummer|FN)[: ]*)?"
    r"(?P<number>\d{2,6})(?!\d| ?\d)"
)
# The registers of Britain and Ireland give numbers of six or eight figures, and say the country before them.
_ISLES_REGISTER = lasting(
    r"\b(?:registered|incorporated) in (?:(?:the Republic of |Northern )?Ireland|England(?: (?:and|&) Wales)?|Wales|Scotland|the (?:UK|United Kingdom))\b"
    r"[^\d\n;]{0,50}\b(?:number|no\.?)\W{0,2}(?P<number>\d{5,8})(?!\d)",
    re.IGNORECASE,
)
# What stands where a street or a town might, and is a date or a register.
_NO_PLACE = r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|HR[AB]\b|RCS\b|Amtsgericht\b|Registergericht\b)"
_WORD = r"[A-ZÀ-Þ'’0-9][\w'’.-]*"
_STREET = (
    rf"(?P<street>{_NO_PLACE}(?:{_WORD}(?: (?:van|de|den|der|het|ter|ten|'t|op|aan|in|en|"
    rf"{_WORD})){{0,5}}) \d{{1,5}}(?:/\d{{1,4}}){{0,2}}(?: ?-? ?(?!te\b|in\b|en\b)(?:[a-zA-Z]{{1,3}}|\d{{1,4}}|hs|bis)(?![a-z@])){{0,2}}(?![\w@]))"
)
_POSTCODE = r"(?P<postcode>[1-9]\d{3} ?[A-Z]{2})\b"
_CITY = (
    rf"(?P<city>{_NO_PLACE}(?!KvK|KVK|Kvk|Kamer|Hierna|Tel|Nederland|België|Duitsland|The |Ten |Rechtsgeldig)(?:'s-|’s-|"
    r"'t )?[A-ZÀ-Þ][\w'’.-]*(?:(?: (?:aan|den|de|het|op|bij|en|ter|van|der|am|in|im|an|St|upon|under|sur|sous)){1,3} [A-ZÀ-Þ][\w'’-]+|"
    r" (?!Nederland|Netherlands|KvK|KVK|Hierna|Kamer|Tel|The )[A-ZÀ-Þ][\w'’-]+)?)"
)
_ADDRESSES = tuple(
    lasting(pattern)
    for pattern in (
        rf"{_STREET}\s?,?\s*(?:te )?\(?{_POSTCODE}\)?\s*,?\s*(?:te |in )?{_CITY}",
        rf"\(?{_POSTCODE}\)?\s*,?\s*(?:te )?{_CITY}(?:\s?,?\s*(?:aan|at|on) (?:de |het |the )?|\s?,\s*(?!Postbus|Bijlage|Artikel|Versie|Tel))"
        rf"{_STREET}",
        rf"\b(?:te|in|at) {_CITY} \({_STREET},? ?{_POSTCODE}",
        rf"\b(?:te|in) {_CITY}[^;\n\d]{{0,40}}? (?:aan|at) (?:de |het |the )?{_STREET} \({_POSTCODE}\)",
        rf"\b(?:aan|at|on) (?:de |het |the )?{_STREET}\s?,? (?:te|in|at) (?:\(?{_POSTCODE}\)? )?{_CITY}",
        rf"\b(?:te|in) {_CITY}\s?,? (?:aan|at) (?:de |het |the )?{_STREET}(?:\s?,? \(?{_POSTCODE}\)?)?",
        rf"(?:office|seat|address|established|based|located|\bat|of)\b[^\d\n,]{{0,30}}?(?:(?!Unit|Suite|Floor|Level)(?:{_WORD} ?){{1,4}}, )?(?P<street>(?:\d{{1,5}}[A-Za-z]? )?{_WORD}(?: {_WORD}){{0,3}} "
        rf"(?:Road|Street|Lane|Avenue|Square|Way|Drive|Close|Place|Court|Terrace|Row|Hill|Gardens)), (?P<city>[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){{0,2}}),? [A-Z]{{1,2}}\d[\dA-Z]? ?\d[A-Z]{{2}}\b",
        rf"(?P<street>(?:(?:Unit|Suite|Floor|Level) \w+, )?(?:\d{{1,5}}[A-Za-z]? )?{_WORD}(?: {_WORD}){{1,4}}(?:, (?:\d{{1,2}}(?:st|nd|rd|th) Floor|(?:Suite|"
        rf"Floor|Unit|Level) "
        rf"\w+)|, #\w+)?), {_CITY}(?: \d{{1,2}}(?=,? [A-Z]\d[\dW] ?\w{{4}}\b))?(?:,? (?:[A-Z]{{2}} |(?:[A-Z][a-z]+ ){{1,2}})?(?:\d{{5}}(?!\d)|[A-Z]{{1,2}}\d[\dA-Z]? ?\d[A-Z]{{2}}\b|[A-Z]\d[\dW] "
        rf"?\w{{4}}\b))",
        rf"(?:(?:office|seat|address|established|based|\bat\b)\b[^\d\n]{{0,20}}|(?:Limited|Ltd\.?|LLP|PLC|plc), )(?P<street>\d{{1,4}}[A-Za-z]? {_WORD}(?: {_WORD}){{1,4}}), (?P<city>[A-Z][a-z]+(?: \d{{1,2}}[A-Z]?)?)"
        rf"(?=,? (?:Ireland|(?:the )?United Kingdom|England|Scotland|Wales|Northern Ireland|Malta|Australia|New Zealand|India|Singapore)\b)",
        rf"(?P<street>(?i:rue|avenue|chaussée|boulevard|place|quai|drève|clos|square) [\w'’ -]{{3,40}}? \d{{1,4}}[A-Za-z]?)(?: (?:bte|boîte) \d+)?,? (?P<abroad>\d{{4,5}}) {_CITY}",
        rf"(?P<street>\d{{1,4}}(?: ?bis)?,? (?i:rue|avenue|boulevard|place|quai|chemin|allée|impasse|cours|square|route) "
        rf"[\w'’ -]{{3,40}}?),? (?P<abroad>\d{{4,5}}) {_CITY}",
        rf"\b(?:adres|address|kantoor(?:houdende)?|gevestigd|office)\b[^\d\n]{{0,25}}?(?:te |aan (?:de |het )?|at |"
        rf": ?)?{_STREET}\s?,\s*{_CITY}",
        rf",\s*{_STREET}\s?,\s*{_CITY}\s*(?:,|\(|$)",
        rf"\b(?:te|in|at) {_CITY}\s?,\s*(?:(?:bezoek|kantoor|vestigings)?adres:? |kantoorhoudende? (?:aan )?(?:de |het )?|aan (?:de |het )?)?{_STREET}\s?,\s*{_POSTCODE}",
        rf"{_STREET}\s?[,·|\n]\s*(?P<abroad>(?:[A-Z]{{1,2}}-)?(?:\d{{4,5}}|\d{{3}} \d{{2}}))(?! ?[A-Z]{{2}}\b) {_CITY}",
        rf"{_STREET}\s?,?\s*\(?{_POSTCODE}\)",
        rf"\(?{_POSTCODE}\)?\s*,?\s*{_CITY}",
    )
)
# "Anna de Wit aan de Kade 4": a person, and where he or she is.
_SOMEBODY_AT = lasting(
    r"^[A-ZÀ-Þ][\w.'’-]+(?: (?:van|de|der|den|ter|ten|'t))* [A-ZÀ-Þ][\w'’-]+ aan (?:de |het )?(?=[A-ZÀ-Þ])"
)
_SEAT = lasting(
    rf"\b(?:gevestigd|zetel|kantoorhoudende|seat|established)\b(?: \w+){{0,2}}? (?:te|in|at) {_CITY}(?!\s?\d)"
)
# "Sportvereniging De Zwaluw te Hoorn, hierna te noemen": a town with nothing but "te" before it.
_IN_TOWN = lasting(
    rf"(?:(?<=[\w.])|^) te {_CITY}(?=,? (?:\(|hierna|verder|KvK|ingeschreven|vertegenwoordigd)|,?\s*$)", re.MULTILINE
)
_PHONE = lasting(
    r"(?<![\w/.-])(?P<phone>(?:\+\d|00\d)[ ()\d.-]{8,17}\d|\([2-9]\d\d\) ?\d{3}-\d{4}|[2-9]\d\d-\d{3}-\d{4}|"
    r"\(?0\d{1,3}\)?[ -]{0,3}\d[\d .-]{4,12}\d)(?![\w-])"
)
_EMAIL = lasting(r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


def details_in(text: str) -> Iterator[Detail]:
    """What `text`, which speaks of one party, says of it; placeholders are left out."""
    name = name_in(text)
    if name:
        yield name
    yield from registration_in(text)
    yield from address_in(text)
    yield from representative_in(text)


# "HRB 41877, Amtsgericht Bielefeld": where a company is registered, and not what it is called.
_REGISTERED = lasting(r"(?:HR[AB]|GnR|VR|RCS|R\.C\.S\.|SIREN|SIRET|KBO|BCE) ?(?:Nr\.? ?|[A-ZÀ-Þ][a-zà-ÿ]+ )?\d")


def name_in(text: str) -> Detail | None:
    """The name that `text` begins with, None where it begins with none."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    rest = text[start : start + 2 * _LONGEST_NAME]
    ends = _NAME_ENDS.search(rest)
    value = (rest[: ends.start()] if ends else rest).rstrip(" .,*\"'")
    value = _with_full_form(value, rest)
    before_street = _AND_STREET.match(value)
    value = before_street["name"] if before_street else value
    if (
        not value
        or len(value) > _LONGEST_NAME
        or _TWO_SENTENCES.search(value)
        or not _is_capitalised(value)
        or is_blank(value)
        or _REGISTERED.match(value)
        or (_NOT_A_NAME.match(value) and not _BEGINS_WITH_ARTICLE.match(value))
        or not _STARTS_LIKE_A_NAME.match(value)
    ):
        return None
    return Detail("name", value.strip("\"' *"), start, start + len(value))


_PARTICLES = lasting(
    rf"\b(?:van|de|der|den|het|ter|ten|aan|en|and|of|the|voor|le|la|les|du|des|et|und|von|te|in|communes|agglomération|urbaine|{_ORGAN}|{_PUBLIC_BODY})\b|'t|&|\bd'",
    re.IGNORECASE,
)


def _is_capitalised(name: str) -> bool:
    """Whether most of a name's words begin with a capital or a figure, as names' do."""
    words = _PARTICLES.sub(" ", name).split()
    return 2 * sum(not word[:1].islower() for word in words) > len(words)


def _with_full_form(value: str, rest: str) -> str:
    """Give "Acme B.V" its last point back."""
    after = rest[len(value) : len(value) + 1]
    return (
        value + after
        if after == "." and re.search(r"\b(?:(?:[A-Za-z]\. ?)+[A-Za-z]|Ltd|Inc|Corp|Kft)$", value)
        else value
    )


def registration_in(text: str) -> Iterator[Detail]:
    """The number under which a party is registered, digits only."""
    match = _REGISTRATION.search(text)
    german = _GERMAN_REGISTER.search(text) or _ISLES_REGISTER.search(text)
    if german and not (match and match.start() < german.start()):
        yield Detail("registration", german["number"], *german.span())
    elif match:
        digits = registration(text[match.start() : match.start("number")], match["number"])
        if digits:
            yield Detail("registration", digits, match.start(), match.end())


# "Acme B.V. Kade 2": a company's name in one line with its street.
_FIRM = rf".{{2,80}}?(?<!\w){LEGAL_FORM}"
_FIRM_AT = lasting(rf"^{_FIRM},? (?=[A-ZÀ-Þ'])")
_AND_STREET = lasting(rf"(?P<name>{_FIRM})(?!\w) [A-ZÀ-Þ'][\w'’.-]*(?: [\w'’.-]+){{0,4}} \d{{1,5}}\b")


# "te Delft. In deze overeenkomst …": a town ends where its sentence does, and "St. Willebrord" is no end.
_NEXT_SENTENCE = lasting(r"(?<=[a-zà-ÿ]{3})\.\s.*$")


def address_in(text: str) -> Iterator[Detail]:
    """The street, postcode and city of the first address."""
    # A line that ends in a comma goes on.
    text = text.replace(",\n", ", ")
    for pattern in _ADDRESSES:
        match = pattern.search(text)
        if not match:
            continue
        found = {name: value for name, value in match.groupdict().items() if value}
        if "postcode" in found:
            found["postcode"] = re.sub(r"^(\d{4}) ?", r"\1 ", found["postcode"])
            if not is_dutch_postcode(found["postcode"]):
                del found["postcode"]
        if "street" in found:
            found["street"] = _FIRM_AT.sub("", _SOMEBODY_AT.sub("", found["street"]))
        if "city" in found:
            found["city"] = _NEXT_SENTENCE.sub("", found["city"])
        if "abroad" in found:
            found["postcode"] = found.pop("abroad")
        yield from (
            Detail(name, value.strip(" .,'"), match.start(), match.end())
            for name, value in found.items()
            if not is_blank(value)
        )
        if "city" in found:
            return
        break
    seat = _SEAT.search(text) or _IN_TOWN.search(text)
    if seat:
        yield Detail("city", _NEXT_SENTENCE.sub("", seat["city"]).strip(" .,"), seat.start(), seat.end())


def phones_in(text: str) -> Iterator[Detail]:
    """The telephone numbers in `text`, digits and a leading + only; not what is part of a bank account or a tax number."""
    others = tuple(accounts_and_tax_numbers(text))
    for match in _PHONE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in others):
            continue
        number = re.sub(r"[^\d+]", "", match["phone"].replace("(0)", ""))
        if 10 <= len(number.lstrip("+")) <= 13:
            yield Detail("phone", number, match.start(), match.end())


def emails_in(text: str) -> Iterator[Detail]:
    """The electronic addresses in `text`."""
    for match in _EMAIL.finditer(text):
        yield Detail("email", match["email"].rstrip("."), match.start(), match.end())
