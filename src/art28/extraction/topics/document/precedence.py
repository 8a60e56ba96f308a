"""Reading -> which agreement prevails where this one and the main agreement conflict.

The winner is named right after the verb ("prevaleert deze verwerkersovereenkomst"), right before it ("this DPA shall
prevail") or first in a ranking. A conflict with an annex, with model clauses or on other subjects settles nothing here.
"""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.extraction.rule import Candidate, Rule, proposed
from art28.extraction.values.references import MAIN, OTHER, THIS, in_full
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_THIS = AnyCase(THIS)
_RIVAL = AnyCase(rf"{MAIN}|{OTHER}")
_SOME = AnyCase(rf"(?P<this>{THIS})|(?P<main>{MAIN})")
_PREVAILS = AnyCase(
    r"\b(?:prevaleert|prevaleren|(?P<split>gaat|gaan|heeft|hebben|geldt|gelden)|(?:shall |will )?(?:prevail|"
    r"take (?:precedence|priority)|govern|control)s?|"
    r"takes precedence|takes priority|has precedence|is (?:to be )?followed|applies|wins?\b|winnen|volgen|wint|gekeken|aangehouden|gevolgd|(?P<closing>leidend|bepalend|beslissend|maatgevend|doorslaggevend|maßgeblich|maßgebend)|(?P<plain>gilt|gelten|vorgehen|telt|tellen|geeft(?=[^.;]{0,70}\bde doorslag\b))|(?P<german>gehen|geht|haben|hat)|prévaut|prévalent|prévaudr\w+|primeert|primeren|overrides?|prime|priment|l.emporte|l.emportent)\b",
)
_COMPLETES = AnyCase(
    r"\bv[oó]{2}r(?:gaan)?\b|\bvoorrang\b|^[^.;]{0,12}(?:de |het )?(?:bepaling|bepaalde|voorwaarden|hetgeen|wat)|"
    r"\b(?:daar)?boven\b|"
    rf"^\W*(?:de |het )?(?:{MAIN})|"
    r"\bvor\b|\bvorrang\b|\bdeze\b|\bdit\b|\bdiese[rs]?\b",
)
_RANKING = AnyCase(
    r"order of precedence|the order is\b|rangorde|volgorde|achtereenvolgens|following order|rank as follows|reihenfolge|ordre de priorité"
)
_NOT_HERE = AnyCase(r"overige tegenstrijd|other (?:matters|respects|cases)|aansprakelijkheidsbeperking")
_CONFLICT = AnyCase(
    r"say otherwise|says otherwise|\bat odds\b|\boverrides?\b|tegenspre|\bbots(?:t|en)\b|in de plaats|discordan|gaat daarboven|gaat\b[^;]{0,60}\bboven\b|ten opzichte van|dan hier|l.emporte|tegenspra|say different|\bdiffers? from\b|\bdiffer\b|deviat|abweich|iets anders|etwas anderes|contradi|divergence|gaat\b[^;]{0,110}\bv[oó]{2}r (?:op|boven)|v[oó]{2}rgaan|"
    r"tegenstrijd|\bstrijd|conflict|inconsisten|discrepan|contradict|widerspr|divergen|contradiction|"
    r"\bspre(?:ekt|ken)\b[^;]{0,120}\btegen\b|\bstrijden\b|\bzegt\b[^;]{0,60}\banders\b|\bverschil\b|"
    r"andere afspraken|afwijk|wijk(?:t|en)?\b[^;]{0,110}\baf\b|voorrang|rangorde|precedence|prevale",
)
_OF_CONFLICT = (
    *(
        "discordan",
        "emporte",
        "prévau",
        "tegenspra",
        "say different",
        "differ",
        "deviat",
        "abweich",
        "iets anders",
        "etwas anderes",
        "vóór",
        "botst",
        "at odds",
        "override",
        "tegenspre",
        "otherwise",
        "botsen",
        "in de plaats",
        "voor op",
        "strijd",
        "conflict",
        "inconsisten",
        "discrepan",
        "contradict",
        "widerspr",
        "divergen",
        "spreek",
        "spreken",
    ),
    *(
        "boven",
        "ten opzichte",
        "iets anders",
        "widerspruch",
        "zegt",
        "verschil",
        "andere afspraken",
        "afwijk",
        "wijk",
        "voorrang",
        "rangorde",
        "precedence",
        "prevale",
    ),
)
_NAMED_RIVAL = AnyCase(
    r"(?:tussen|between|zwischen|entre)\b(?! (?:(?:de |the |den )?(?:beide|both|two)|deux|les deux) (?:documenten|stukken|overeenkomsten|documents|agreements|"
    r"dokumenten|verträgen|contrats))|bijlage|annex|schedule|clauses"
)
_CLAUSES = AnyCase(
    r"standard contractual|\bSCCs?\b|modelcontract|modelbepaling|clauses shall|standaardcontract|UK Addendum",
)


def _precedence(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, *_OF_CONFLICT):
        text = in_full(reading, _with_ranking(reading, sentence))
        if not _CONFLICT.search(text) or _NOT_HERE.search(text):
            continue
        if not _THIS.search(text):
            before = _before(reading, sentence)
            rival = _RIVAL.search(text) or (_OVER_THEM.search(text) and _RIVAL.search(before))
            if _IT_WINS.search(text) and rival and _THIS.search(before):
                yield proposed("term.precedence", sentence, value="this_agreement")
            elif _MAIN_WINS.search(text):
                yield proposed("term.precedence", sentence, value="main_agreement")
            continue
        if not (
            _RIVAL.search(text)
            or _THE_TERMS.search(text)
            or _DOCUMENTS.search(text)
            or (not _NAMED_RIVAL.search(text) and _RIVAL.search(_before(reading, sentence)))
        ):
            continue
        winner = next(filter(None, (_winner_of(part) for part in text.split(";"))), None) or _winner_of(text)
        if winner:
            yield proposed("term.precedence", sentence, value=winner)


# Terms that are called nothing but that: "between this Addendum and the Terms".
_THE_TERMS = AnyCase(
    r"\bbetween (?:this|the) [^.;]{3,50} and the terms\b(?! (?:of|in|and)\b)|\bbetween the terms and (?:this|the)\b|\b(?:precedence|prevails?|priority) over the terms\b(?! (?:of|in|and)\b)"
)
_OVER_THEM = AnyCase(
    r"\bsur (?:celles?-ci|ceux-ci|celui-ci|ces derni[eè]re?s|ce dernier|cette dernière)\b|\bover (?:them|it|those)\b"
)
# "Im Falle eines Widerspruchs geht sie dem Hauptvertrag vor": what the sentence before speaks of.
_IT_WINS = AnyCase(
    r"^[\W\d]*(?:zij|deze|ze|het) gaat (?:boven|v[oó]{2}r(?: op)?)\b|\b(?:geht|gaat|gehen|gaan) (?:sie|es|er|zij|ze|deze|hij|het)\b[^.;]{0,160}\b(?:vor|v[oó]{2}r|boven)\b|\bprevaleert (?:zij|deze|hij)\b|"
    r"\b(?:it|they) (?:shall |will )?(?:prevails?|takes? precedence)\b|\b(?:il|elle) (?:prévaut|prime|l.emporte)\b"
)


# "In geval van tegenstrijdigheid gaat de Hoofdovereenkomst voor": this agreement is the other one.
_MAIN_WINS = AnyCase(
    r"\b(?:\w*strijd\w*|conflict|tegenspraak|inconsistency)\b,? (?:gaat|prevaleert|geldt|is|heeft) (?:steeds |altijd )?(?:de |het )?(?:hoofd|diensten|dienstverlenings)overeenkomst(?: (?:voor|leidend|bepalend|beslissend|voorrang|doorslaggevend))?(?=[.;,]|$)|"
    r"\bzeg(?:t|gen) (?:de )?(?P<main>(?:hoofd|diensten|dienstverlenings)overeenkomst|\w+voorwaarden)\b[^.;]{0,12}\biets anders, dan (?:geldt|gelden|gaat|gaan) (?:de )?(?P=main)\b"
)
_DOCUMENTS = AnyCase(
    r"\bbots(?:t|en) (?:de twee|beide|zij|ze)\b|\btussen (?:(?:de|deze|die) )?(?:verschillende |beide |contract)*(?:documenten|stukken|afspraken)\b"
)
# "Bepalingen uit de Hoofdovereenkomst die hiermee strijden, blijven buiten toepassing", "treedt daarvoor in de plaats".
_SET_ASIDE = AnyCase(
    rf"(?:{MAIN})[^.;]{{0,60}}\b(?:strijd\w*|afwijk\w*|botsen)\b[^.;]{{0,30}}(?:{THIS})[^.;]{{0,40}}\b(?:buiten toepassing|niet van toepassing|gelden niet|missen toepassing|vervallen)\b|"
    rf"(?:{MAIN})[^.;]{{0,140}}(?:{THIS})[^.;]{{0,20}}\bin de plaats\b"
)


# "…, prevaleert het hier bepaalde": this agreement, which speaks.
_HERE_WINS = AnyCase(
    r"\b(?:prevaleert|geldt|geldt steeds|gaat voor|is leidend|heeft voorrang) (?:het|hetgeen|wat|de regeling) (?:hier|hierin)\b|"
    r"\b(?:het|hetgeen|wat) (?:hier|hierin) (?:is )?(?:bepaald\w*|staat|geregelde?)\b[^.;]{0,20}\b(?:prevaleert|gaat voor|geldt|heeft voorrang|is leidend)\b"
)


# "Wat in deze overeenkomst staat, gaat voor op wat in de hoofdovereenkomst staat": what stands before the verb wins.
_GOES_BEFORE = AnyCase(
    rf"^[\W\d]*(?:(?:wat|hetgeen|het bepaalde|de bepalingen|de afspraken) (?:in|van|uit) )?(?:(?P<this>{THIS})|(?:de |het )?(?P<main>{MAIN}))[^.;]{{0,60}}?,? "
    r"(?:gaa[nt] (?:v[oó]{2}r|boven)|gaa[nt] v[oó]{2}r op|hebben voorrang (?:op|boven)|heeft voorrang (?:op|boven)|prevale(?:ert|ren) boven) (?:op )?(?:wat|hetgeen|het bepaalde|de bepalingen|de afspraken|die|andere|(?:de |het )?(?:"
    + MAIN
    + "|"
    + THIS
    + r"))"
)


def _winner_of(text: str) -> str | None:
    first = _GOES_BEFORE.match(text)
    if first:
        return "this_agreement" if first["this"] else "main_agreement"
    if _SET_ASIDE.search(text) or _HERE_WINS.search(text):
        return "this_agreement"
    return (_ranked_first(text) or _by_its_place(text) or _winner(text)) if _THIS.search(text) else None


def _before(reading: Reading, sentence: Sentence) -> str:
    """What the sentences before `sentence` say: the last, and the one before it in its clause."""
    at = reading.sentences.index(sentence)
    return " ".join(
        s.text
        for s in reading.sentences[max(0, at - 2) : at]
        if s is reading.sentences[at - 1] or s.clause is sentence.clause
    )


_RANKS = 6
_RANKED = re.compile(r"^\W{0,3}(?:\(?[a-z\d]{1,3}[).]|[•●○▪■·–-])\s")


def _with_ranking(reading: Reading, sentence: Sentence) -> str:
    """The words of `sentence`, with the list that follows where it announces a ranking."""
    if not _RANKING.search(sentence.text):
        return sentence.text
    at = reading.sentences.index(sentence) + 1
    ranked = [sentence.text]
    for following in reading.sentences[at : at + _RANKS]:
        if not _RANKED.match(following.text):
            break
        ranked.append(following.text)
    return " ".join(ranked)


def _ranked_first(text: str) -> str | None:
    ranking = _RANKING.search(text)
    if not ranking:
        return None
    named = [m.lastgroup for m in _SOME.finditer(text, ranking.end())]
    if len(set(named)) < 2:
        return None
    return "this_agreement" if named[0] == "this" else "main_agreement"


_LATTER = AnyCase(
    r"\b(?:(?P<last>laatstgenoemde|laatste|the latter|letztere\w*|ce(?:tte)? derni\w+)|(?P<first>eerstgenoemde|the former|erstere\w*|ce(?:tte)? premi\w+))\b"
)


def _by_its_place(text: str) -> str | None:
    """The winner where it is called the former or the latter of the two just named."""
    called = _LATTER.search(text)
    named = [m.lastgroup for m in _SOME.finditer(text, 0, called.start())] if called else []
    if called is None or len(set(named[-2:])) < len(_BOTH):
        return None
    chosen = named[-1] if called.lastgroup == "last" else named[-2]
    return "this_agreement" if chosen == "this" else "main_agreement"


_BOTH = ("this", "main")


# "This agreement takes precedence over the main agreement": the one before the verb, whatever else stands there.
# "The agreement does not apply where it deviates from this one": it loses.
_DENIED = re.compile(r"\s*(?:niet|not|nicht)\b(?! (?:alleen|only|nur)\b)")
_PREVAILS_OVER = re.compile(r"\s*(?:over|above|boven|sur)\b")


def _winner(text: str) -> str | None:
    for verb in _PREVAILS.finditer(text):
        after = text[verb.end() : verb.end() + 130]
        if verb["split"] and not _COMPLETES.search(after) and not re.search(r"v[oó]{2}r\s*$", text[: verb.start()]):
            continue
        if _DENIED.match(after):
            continue
        before = text[: verb.start()]
        before = before[max(map(before.rfind, ",;:\t")) + 1 :]
        places = ((before, True), (after, False))
        behind = not _PREVAILS_OVER.match(after) and (_CONFLICT.search(before) or not _SOME.search(before))
        for place, last in reversed(places) if behind else places:
            if _CLAUSES.search(place) and not _THIS.search(place):
                break
            named = list(_SOME.finditer(place))
            if named and (not last or len(place) - named[-1].end() < 60):
                chosen = named[-1] if last and verb["closing"] else named[0]
                return "this_agreement" if chosen.lastgroup == "this" else "main_agreement"
    return None


RULES = (Rule("term-precedence", ("term.precedence",), _precedence),)
