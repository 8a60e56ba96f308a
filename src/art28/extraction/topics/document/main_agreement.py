"""Reading -> the agreement or the terms that this one belongs to or incorporates, by the name it gives them."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.document.pattern import lasting
from art28.extraction.layout.blanks import has_gap
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.search import AnyCase, Wanting

_I = re.IGNORECASE
_NAMED_TERMS = lasting(
    r"voorwaarden\b[^.;]{0,60}?\(\s*[\"']+(?P<a>[^\"']{4,60}(?:[Vv]oorwaarden|"
    r"[Tt]erms)[^\"']{0,20})[\"']+\s*\)|"
    r"(?P<b>(?:[A-Z][\w&-]+ ){1,3}(?:Voorwaarden|Inkoopvoorwaarden) \d{4})|(?P<c>(?:GIBIT|ARBIT|ARVODI|"
    r"NLdigital Voorwaarden|ICT-Office Voorwaarden|FENIT)(?:[ -]\d{4})?)\b"
)
_KIND = (
    r"(?:(?!AVG-|DPA-|GDPR-)[A-Z][A-Za-z]{1,6}-(?:[a-z]+)?overeenkomst|[Rr]aamcontract|\(?[Hh]oofd\)?-?[Oo]vereenkomst|[Dd]ienstverleningsovereenkomst|[Rr]aamovereenkomst|[Mm]antelovereenkomst|"
    r"[Ss]amenwerkingsovereenkomst|[Ll]icentieovereenkomst|[Ss]erviceovereenkomst|"
    r"[Dd]ienstenovereenkomst|[Oo]nderliggende [Oo]vereenkomst|[Oo]vereenkomst van [Oo]pdracht|"
    r"[Ll]everingsovereenkomst|[Gg]ebruik(?:ers|s)overeenkomst|[Hh]ostingovereenkomst|[Ii]nkoopovereenkomst|"
    r"[Aa]bonnementsovereenkomst|[Oo]pdrachtbevestiging(?: (?!van |met |d\.d\.)[a-z]\w+)?|[Oo]rderbevestiging|[Oo]vereenkomst(?= [A-Z][a-z])|[Oo]nderhoudsovereenkomst|[Bb]eheerovereenkomst|"
    r"[Oo]fferte(?= (?:van|d\.d\.|met|nr|nummer|\d))|[Oo]pdracht(?= (?:van|d\.d\.) \d)|Service Level Agreement|(?:Main|Master|Principal|Underlying|Framework|Services?|Subscription|Commercial|Licen[cs]e|Outsourcing|"
    r"Hosting|Payroll)(?: Services?)? Agreement|"
    r"Terms of (?:Service|Use)|(?<!General )Terms and Conditions(?! for)|Order Form|Statement of Work|(?:Hosting|Service|Customer|Subscription|Platform|Product|Commercial|Cloud) Terms|General (?:Conditions|Terms) of (?:Purchase|Sale|Supply|Business|Service)|General Terms and Conditions(?: of (?:[Ss]ervices?|[Ss]ale|[Uu]se|[Bb]usiness))?|Terms and Conditions for (?:the )?[A-Z][\w&-]+|[Aa]lgemene [Vv]oorwaarden|(?:[Gg]ebruik(?:er)?s|[Ll]icentie|[Ll]everings|[Dd]ienst|[Aa]bonnements)voorwaarden|[Hh]auptvertrag|"
    r"(?:[A-ZÄÖÜ][a-zäöüß]*)?[Nn]utzungsvertrag|[Rr]ahmenvertrag|[Dd]ienstleistungsvertrag|[Ss]ervicevertrag|[Aa]llgemeine[nrs]? Geschäftsbedingungen|[Ll]izenzvertrag|[Ww]artungsvertrag|[Hh]ostingvertrag|[Aa]uftragsschreiben|[Nn]utzungsbedingungen|"
    r"(?<![\w-])(?:AGB|CGV|CGU|GTC|T&Cs?|ToS|ToU|MSA)(?![\w-])|[Ll]ettre de mission|[Aa]ngebot(?= (?:Nr|vom \d))|[Aa]uftrag(?= (?:Nr|vom \d))|[Bb]on de commande|[Cc]ontrat principal|[Cc]ontrat (?:d.abonnement|de (?:services?|prestations?|maintenance|licence)(?: de \w+| d['’]\w+)?)|[Cc]onditions [Gg]énérales(?: (?:de |d['’])(?:[Vv]ente|[Uu]tilisation|[Aa]bonnement|[Ss]ervices?|[Pp]restations?))?)"
)
# One of these is in every name of such a kind.
_PROBES = (
    "vereenkomst",
    "aamcontract",
    "Agreement",
    "Terms",
    "oorwaarden",
    "auptvertrag",
    "utzungsvertrag",
    "ahmenvertrag",
    "leistungsvertrag",
    "ervicevertrag",
    "izenzvertrag",
    "uftragsschreiben",
    "bedingungen",
    "contrat",
    "ettre de mission",
    "ngebot",
    "uftrag",
    "on de commande",
    "onditions",
    "bevestiging",
    "arché",
    "onvention",
    "ccord-cadre",
    "ertrag",
    "ontract",
    "fferte",
    "AGB",
    "CGV",
    "CGU",
    "GTC",
    "T&C",
    "ToS",
    "Order Form",
    "Statement of",
    "ToU",
    "MSA",
    "pdracht van",
)
# "Dienstleistungsvertrag über Druck und Versand von Rechnungen vom 15.01.2024": what a German contract is on.
_ON_WHAT = r"(?:(?<=ertrag) über (?:(?:den|die|das|der|des) )?[A-ZÄÖÜ][\wäöüß-]+(?: (?:(?:und|von|der|des) )*[A-ZÄÖÜ][\wäöüß-]+){0,5}(?: \"[^\"\n]{2,50}\")?)?"
_QUALIFIED = lasting(
    rf"(?P<name>(?:(?!The |This |De |Deze |Het |In |Any )[A-Z][\w&-]+ (?=[A-Z])){{0,3}}(?:[A-Z][a-z]+- (?:en|of|&|and|und|et) )?{_KIND}{_ON_WHAT}(?:\s(?:(?:ICT|IT|SaaS|HR)(?:-[a-z]\w+)?|"
    rf"(?:en |and |und |au |aux )?(?!N[ro]\.)[A-Z][\w&-]+|\d[\w/-]+)){{0,5}}(?:,? (?:met|onder) (?:kenmerk|nummer|contractnummer|referentie) [\w/.-]+|"
    rf"(?<=vertrag)e?s(?= (?:Nr|vom))|,? (?:d\.d\.|van|dated|of|vom|du|conclu le|signé le|gedateerd) \d{{1,2}}(?:\.? ?\w+ |[./-]\d{{1,2}}[./-])\d{{4}}|"
    r",? (?:[Nn]o\.|[Nn]r\.?|n°|nummer|number|reference|kenmerk) [\w/.-]*\d[\w/.-]*)*)"
)
# An agreement that bears a name between quotation marks: 'le marché "Archives numériques"'.
_QUOTED = Wanting(
    r"(?<![\w-])(?P<name>(?:[Mm]arché(?: public)?|[Cc]ontrat|[Cc]onvention|[Aa]ccord-cadre|[Rr]ahmenvertrag|[Vv]ertrag|(?:[Rr]aam)?[Oo]vereenkomst|[Cc]ontract|"
    r"[Aa]greement) \"[^\"\n]{4,70}\")"
)
# An agreement of any kind that a term is given to, or that a date or a number tells from others.
_OF_ITS_OWN = lasting(
    r"(?<![\w-])(?P<name>(?:[Cc]ontract for (?:the )?(?:[A-Z][\w&-]+ ?){1,6}(?<! )|(?:(?!The |This |Any |Such )[A-Z][\w&-]+ ){1,4}(?:Agreement|Contract)|(?!(?:[Vv]er|[Bb]e)werkers|[Aa]fnemers)[A-Za-z][a-z]{3,}(?:overeenkomst|contract)|"
    r"[A-ZÄÖÜ][a-zäöüß]{3,}vertrage?s?|[Mm]arché(?: public)?(?= n°)|[Cc]onvention(?= n°)|(?:services?|supply|support|framework|hosting|maintenance|outsourcing|subscription|licen[cs]e|consultancy|software|cloud|payroll|retainer) (?:contract|agreement))"
    r"(?:,? (?:d\.d\.|dated|of|van|vom|du|gedateerd|von) \d{1,2}(?:\.? ?\w+ |[./-]\d{1,2}[./-])\d{4}|,? (?:met |with )?(?:[Nn]o\.|[Nn]r\.?|n°|kenmerk|nummer|reference|number) [\w/.-]*\d[\w/.-]*){1,2})"
)
_TERMED = lasting(
    r"\s*\((?:hierna|verder|hereinafter|the|de|ci-après|nachfolgend|im folgenden|nachstehend)\b[^)\"]{0,30}[\"'«]",
    re.IGNORECASE,
)
_BELONGS = AnyCase(
    r"\bgrundlage\b|van kracht is|in the course of|performing|performance of|auf der grundlage|im rahmen|aufgrund|^\W*(?:au|to the|zum|zur) |\bgeheel met\b|annexe(?: \w+)? (?:au|à)\b|anlage(?: \w+)? (?:zum|zur)\b|schedule(?: \w+)? to\b|behoort? bij|behorende? bij|hoort bij|horen bij|onderdeel (?:uit )?(?:van|is van)|deel (?:uit )?van|bijlage (?:bij|"
    r"\w{1,3} bij)|aanvulling op|voortvloeit uit|uit voortvloeit|in het kader van|uitvoering van|"
    r"gesloten|sloten\b|sluiten\b|getekend|beschreven in|op grond van|aangegaan|levering van|forms? (?:an? )?(?:integral )?part of|incorporated (?:in|into)|"
    r"supplements?|signed on|by an? (?:[a-z]+ ){0,2}agreement|ergänzt|complètent|beauftragt|auf grundlage|konkretisiert|ergeben|exécution du|dans le cadre|complète|bijlage bij|betreft|pursuant to|entered into|annex to|schedule to|under which|bestandteil|ergänzt|intégrante",
)
_DEFINED = lasting(
    r"(?:[\"'(]+(?:hierna:? |de |the )*[\"'*]*(?P<a>(?!(?:Ver|Be)werkers)(?:[A-Z]\w+)?[Oo]vereenkomst|Agreement|Contract|"
    r"Main Agreement|Services Agreement|Hauptvertrag)[\"'*]*\s*[\"')]+)|"
    r"^[\W\da-z]{0,8}(?P<b>(?:Abonnement|Opdracht|Contract)(?=[\"'*]*\s?(?::|\t|betekent)\s?(?:de|het|een) (?:\w+ ){0,2}(?:overeenkomst|contract)\b)|Hoofdovereenkomst|Overeenkomst|Onderliggende Overeenkomst|Dienstverleningsovereenkomst|"
    r"Agreement|Main Agreement)[\"'*]*\s?(?::|betekent|means|\t)\s?(?:de|een|the|any|alle)?",
)
_OF_THIS = AnyCase(r"verwerkersovereenkomst|bewerkersovereenkomst|processing (?:agreement|addendum)|dpa\b")


def _reference(reading: Reading) -> Iterator[Candidate]:
    """An agreement with a name of its own first, then terms with one, then the word by which it is defined or mentioned."""
    named = _named(reading)
    if named and (len(str(named.value)) >= _ELABORATE or _has_a_name(str(named.value))):
        yield named
        return
    terms = _NAMED_TERMS.search(reading.flow.text)
    if terms:
        group = next(name for name, value in terms.groupdict().items() if value)
        yield _candidate(reading, terms[group].strip(), *terms.span(group), strength=Strength.EXPRESS)
        return
    defined = _defined(reading)
    chosen = named if named and defined and _is_term_of(reading, defined, named) else defined or named
    chosen = chosen or _mentioned(reading)
    if chosen:
        yield chosen


def _is_term_of(reading: Reading, defined: Candidate, named: Candidate) -> bool:
    """Whether the word that was defined stands in brackets right behind the name: 'the Acme Terms of Service (the "Agreement")'."""
    (_, end), (start, _) = named.passages[0], defined.passages[0]
    return 0 <= start - end <= _RIGHT_BEHIND and "(" in reading.text[end : start + 1]


def _has_a_name(value: str) -> bool:
    """Whether an agreement is called by more than its kind: "Raamovereenkomst Jeugdhulp"; terms rank below it."""
    return "oorwaarden" not in value and "Terms" not in value and not re.fullmatch(_KIND, value)


def _named(reading: Reading) -> Candidate | None:
    """The longest name of an agreement that a sentence ties this one to."""
    best: tuple[int, Candidate] | None = None
    for sentence in reading.sentences:
        if sentence.clause.part is Part.ANNEX or sentence.text.count("\t") > 1:
            continue
        words = reading.original(sentence.start, sentence.end).replace("\n", " ")
        if not any(probe in words for probe in _PROBES):
            continue
        belongs = _BELONGS.search(words) is not None
        if not belongs and "(" not in words:
            continue
        base = reading.layer.starts[sentence.start]
        for match in (*_QUOTED.finditer(words), *_QUALIFIED.finditer(words), *_OF_ITS_OWN.finditer(words)):
            value = match["name"].strip(" ,.")
            if has_gap(value) or _OF_THIS.search(value):
                continue
            if not belongs and not _TERMED.match(words, match.end()):
                continue
            weight = len(value) - (_LESS if "oorwaarden" in value else 0)
            if best is None or weight > best[0]:
                start = base + match.start("name")
                best = weight, _candidate(reading, value, start, start + len(value), strength=Strength.PASSING)
    return best[1] if best else None


def _defined(reading: Reading) -> Candidate | None:
    """The term by which the main agreement is defined ("Agreement")."""
    for line in reading.lines:
        words = reading.original(line.start, line.end)
        for match in _DEFINED.finditer(words):
            group = "a" if match["a"] else "b"
            before = words[max(0, match.start() - 60) : match.start()]
            if group == "a" and _OF_THIS_BEFORE.search(before):
                continue
            base = reading.layer.starts[line.start]
            return _candidate(
                reading, match[group], base + match.start(), base + match.end(), strength=Strength.INFERRED
            )
    return None


def _mentioned(reading: Reading) -> Candidate | None:
    """The main agreement as a clause mentions it in passing; an annex only where it calls it by a word that is for no other."""
    in_order = sorted(reading.sentences, key=lambda sentence: sentence.clause.part is not Part.BODY)
    for sentence in in_order:
        if sentence.clause.part is Part.BODY or (
            sentence.clause.part is Part.ANNEX and _FOR_NO_OTHER.search(sentence.text)
        ):
            words = reading.original(sentence.start, sentence.end)
            match = _QUALIFIED.search(words) if any(probe in words for probe in _PROBES) else None
            if match and not has_gap(match[0]):
                start = reading.layer.starts[sentence.start] + match.start()
                return _candidate(
                    reading, match["name"].strip(" ,."), start, start + len(match["name"]), strength=Strength.INFERRED
                )
    return None


_FOR_NO_OTHER = AnyCase(r"\bhoofdovereenkomst\b|\bmain agreement\b|\bhauptvertrag")
_OF_THIS_BEFORE = AnyCase(r"(?:verwerkers|bewerkers|processing) ?(?:overeenkomst|agreement|addendum)\W*$")
_ELABORATE = 36
_LESS = 12
_RIGHT_BEHIND = 3


def _candidate(reading: Reading, value: str, start: int, end: int, *, strength: Strength) -> Candidate:
    return Candidate("main_agreement.reference", value, (reading.over(start, end),), strength)


RULES = (Rule("main-agreement", ("main_agreement.reference",), _reference),)
