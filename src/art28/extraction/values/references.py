"""How agreements speak of themselves, and of the main agreement that they belong to: patterns for rules.

All are written for text in lower case except the parties' roles, and are used with re.IGNORECASE.
"""

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from art28.agreement.passages import Reading, Sentence
from art28.extraction.words.search import AnyCase, Wanting

THIS = (
    r"(?:(?:(?:deze|onderhavige|huidige|de|een) )?(?:verwerkers|bewerkers)overeenkomst|(?:deze|"
    r"onderhavige) overeenkomst|"
    r"deze bijlage(?! (?:\d|[a-z]\b))|\b(?:wat|hetgeen) hier (?:staat|is bepaald)\b|\bdan hier\b|deze tekst|deze overeengekomen afspraken|"
    r"(?:dit|het) (?:addendum|document)|deze (?:web)?pagina|dit (?:stuk|contract|hoofdstuk)|deze (?:\w*voorwaarden|\w*bepalingen|afspraken|brief|regeling)|dit (?:protocol|reglement|\w*convenant|schrijven)|this letter|(?:this|"
    r"the present) (?:agreement|dpa|addendum|annex|schedule|exhibit|data protection agreement|"
    r"(?:data )?processing (?:agreement|addendum|terms)|document)|(?:the )?(?:dpa|data processing (?:agreement|"
    r"addendum|terms))|"
    r"the addendum|these (?:data (?:processing|protection) )?(?:terms|rules|clauses|conditions)|(?:de|deze|het) dpa|"
    r"(?:diese[rnms]?|der|den|des|die) (?:vorliegende[nrms]? )?(?:av-?vertrags?|avv|auftragsverarbeitungsvertrags?|vereinbarung|vertrags?)|"
    r"diese vereinbarung|\bdieses auftrags|\bwas hier steht\b|"
    r"(?:la |cette )?présente (?:annexe|convention)|\bcette annexe\b|\bl'annexe\b(?! (?:\d|[a-z]\b))|(?:le |ce )?présent (?:contrat|avenant)|(?:le|du|ce|présent) (?:présent )?(?:dpa|accord(?: de traitement)?)|\bl'accord\b|(?:les |des )?présentes|ces conditions(?! générales)|diese anlage)"
)
"""This agreement."""

MAIN = (
    r"(?:\(?hoofd\)?[- ]?overeenkomst(?:en)?|(?:\w+ )?(?:dienstverlenings|raam|mantel|service|diensten|licentie|"
    r"samenwerkings|"
    r"leverings|opdracht|gebruiks|gebruikers|inkoop|aanneem)-?overeenkomst(?:en)?|"
    r"(?<!deze )(?<!onderhavige )\bovereenkomst(?:en)?|\b\w+(?<!verwerkers)(?<!bewerkers)overeenkomst(?:en)?\b|"
    r"\bdie voorwaarden\b|(?<=\bduur van het )account\b|(?<=\bduur van je )account\b|(?<=\bduur van uw )account\b|service ?level agreements?\b|\bsla\b|\bdvo\b|\bmsa\b|\btos\b|\bgtc\b|opdrachtbevestiging|opdrachtbrief|engagement letter|letter of engagement|raamcontract\w*|(?<!dit )\bcontract\b|"
    r"(?:de )?\b(?:gibit|arbit|arvodi)\b(?:[ -]?\d{4})?|\balv\b|(?:de )?(?:algemene |leverings|inkoop|gebruiks|nldigital |ict-)+voorwaarden|overeenkomst van opdracht|"
    r"\bopdracht\b(?! van)|"
    r"(?:main|master|principal|underlying|services?|framework|commercial|subscription|customer) (?:\w+ )?agreement|"
    r"(?<!this )(?<!processing )(?<!present )(?<!protection )\bagreement|terms of (?:service|use)|"
    r"(?:general |commercial )?terms and conditions|general terms|terms of business|"
    r"haupt(?:vertrag(?:e?s)?|vereinbarung)|(?:hosting|rahmen|nutzungs|dienst(?:leistungs)?|service|leistungs|grund|lizenz|wartungs|kunden|werk)vertrag(?:e?s)?|(?:rahmen|leistungs|service|dienstleistungs|nutzungs)vereinbarung|hauptauftrags?|auftragsschreiben|nutzungsbedingungen|nutzungsverhältnis(?:ses)?|(?:allgemeinen? )?geschäftsbedingungen|agb\b|(?:le|du|au) (?:contrat|marché)\b|contrat (?:principal|de (?:services?|prestations?))|conditions générales|lettre de mission|bon de commande|\bcgs\b|\bcgps\b|\bcgv\b|\bcgu\b|abonnement|"
    r"statement of work)"
)
"""The main agreement, or terms that take its place."""

OTHER = (
    r"(?:(?:alle |eventuele |overige )?andere (?:afspraken|overeenkomsten|contracten|regelingen)|"
    r"andere (?:hoofdstukken|delen van de overeenkomst|bepalingen (?:in|van|uit) (?:deze|de|onze) (?:\w+ )?voorwaarden)|(?:any )?other (?:agreements?|arrangements?|parts of the agreement))"
)
"""Whatever else the parties agreed."""

_THIS = AnyCase(THIS)
_PRONOUN = AnyCase(r"^[\W\d]*(?:lid \d+\W*)?(?:zij|het|ze|deze|it|they|dit|er|sie|es|ils?|elles?|seine|son|sa)\b")


# "deze verwerkersovereenkomst (hierna: de Overeenkomst)": from there on the bare word is this agreement's own name.
_CALLS_ITSELF = Wanting(
    r"\b(?:[Dd]eze|[Oo]nderhavige) (?:[Vv]erwerkers|[Bb]ewerkers)?overeenkomst,? ?\(?,? ?(?:hierna|verder)(?: ook)?(?: te noemen| genoemd)?:? "
    r"[\"'*]*(?:de )?[\"'*]*Overeenkomst\b"
)
_BY_THE_BARE_WORD = re.compile(r"\b[Dd]e Overeenkomst\b")
# Terms that call themselves "deze Bepalingen" go on as "de Bepalingen".
_OWN_TERM = re.compile(r"eze (?<=\b[Dd]eze )(?P<term>\w*[Bb]epalingen|\w*[Vv]oorwaarden|[Rr]egeling|Bijlage|Annex)\b")
_FEWEST = 2


@lru_cache(maxsize=1)
def _is_called_by_the_bare_word(reading: Reading) -> bool:
    return _CALLS_ITSELF.search(reading.text) is not None


@lru_cache(maxsize=1)
def _own_term(reading: Reading) -> re.Pattern[str] | None:
    """The term with a capital by which the text calls itself again and again; None where it has none."""
    counts = Counter(match["term"] for match in _OWN_TERM.finditer(reading.text) if match["term"][0].isupper())
    term = next((term for term, count in counts.most_common(1) if count >= _FEWEST), None)
    return re.compile(rf"\b[Dd]e {term}\b(?! (?:\d|[A-Z]))") if term else None


def in_full(reading: Reading, text: str) -> str:
    """`text` with this agreement named in full where the agreement calls itself by the bare word."""
    own = _own_term(reading)
    if own is not None:
        text = own.sub("deze verwerkersovereenkomst", text)
    return _BY_THE_BARE_WORD.sub("deze verwerkersovereenkomst", text) if _is_called_by_the_bare_word(reading) else text


# "Overeenkomst over de verwerking van persoonsgegevens": what its title calls an agreement, its text may call so.
_ENTITLED = AnyCase(
    r"^\W*overeenkomst (?:over|inzake|betreffende|omtrent|aangaande|tot|voor) (?:de |het )?(?:verwerk\w+|bewerk\w+|gegevensverwerking)\b|"
    r"^\W*(?:contrat|convention) (?:de|relati(?:f|ve) (?:à la|au)|portant sur) (?:le |la )?(?:sous-traitance|traitement|processor\b)"
)
_OTHER_BY_THAT_NAME = AnyCase(
    r"ci-après[^.;]{0,25}[\"'“„*«]\s?(?:le |la )?(?:contrat|convention)\s?[\"'”*»]|(?:hierna|verder)[^.;]{0,25}[\"'“„*](?:de )?overeenkomst[\"'”*]"
)
_BARE = AnyCase(r"^[\W\d]*(?:de overeenkomst|le contrat|la convention)\b")
# A text that is entitled so and speaks of no other contract has but one that it can call "de overeenkomst".
_OF_PROCESSORS = AnyCase(r"^[\W\w]{0,40}\b(?:ver|be)werkersovereenkomst\b")
_ANOTHER_CONTRACT = AnyCase(
    r"\b(?!(?:sub-?)?(?:ver|be)werkers?)\w+-?overeenkomst(?:en)?\b|voorwaarden\b|\bcontract|\bofferte|\bopdrachtbevestiging|\bovereenkomst van opdracht|"
    r"\bsla\b|\bservice level|\babonnement|\bonderliggende\b|\bbetreffende overeenkomst|\btussen partijen gesloten"
)
_TITLES = 12


@lru_cache(maxsize=1)
def _is_entitled_agreement(reading: Reading) -> bool:
    opening = reading.sentences[:_TITLES]
    titled = any(_ENTITLED.search(sentence.text) for sentence in opening) or (
        any(_OF_PROCESSORS.match(sentence.text) for sentence in opening[:_FEWEST])
        and not any(_ANOTHER_CONTRACT.search(sentence.text) for sentence in reading.sentences)
    )
    return titled and not any(_OTHER_BY_THAT_NAME.search(sentence.text) for sentence in reading.sentences)


def is_on_this_agreement(reading: Reading, sentence: Sentence) -> bool:
    """Whether `sentence` speaks of this agreement by name, or by a pronoun after one that does."""
    if _THIS.search(in_full(reading, sentence.text)):
        return True
    at = bisect_left(reading.sentences, sentence.start, key=lambda other: other.start)
    if _BARE.match(sentence.text) and _is_entitled_agreement(reading):
        return True
    if at == 0 or not _PRONOUN.match(sentence.text):
        return False
    if _THIS.search(sentence.clause.heading):
        return True
    before = reading.sentences[at - 1]
    if before.clause.article != sentence.clause.article:
        return False
    return is_on_this_agreement(reading, before) or bool(
        _BARE.match(before.text) and _OF_ITS_TERM.search(sentence.clause.heading)
    )


_OF_ITS_TERM = AnyCase(r"\b(?:duur|looptijd|ingang)\b")
