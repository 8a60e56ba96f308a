"""Reading -> help with impact assessments and prior consultation (Art. 28(3)(f), 35, 36), and at whose cost."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.assistance.request_costs import general_costs
from art28.extraction.words.bearing import CONTROLLER, IF_AT_FAULT, PROCESSOR, bearer
from art28.extraction.words.cues import cue, phrase, reads, settled
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "effectbeoordeling",
    "beschermingsbeoordeling",
    "dpia",
    "gevolgen voor",
    "effecten",
    "pia",
    "privacy impact",
    "impact assessment",
    "raadpleging",
    "voorafgaande controle",
    "raadple",
    "vooraf",
    "consult",
    "artikel 35",
    "article 35",
    "art. 35",
    "36",
    "folgenabschätzung",
    "folgeabschätzung",
    "konsult",
    "impact",
    "voorafgaand overleg",
    "préalable",
    "vorab",
)
_REFUSED = r"\b(?:niet|not|nicht|pas)\b (?:\S+ ){0,3}(?:verplicht|gehouden|obliged|required|verpflichtet|tenue?)\b"
_DEFINED = (
    r"\b(?:wordt|worden) (?:\S+ )?verstaan\b|\bmeans\b|"
    r"^(?:\S++ ){0,3}\*{0,2}(?:\w*effectbeoordeling|dpia)\*{0,2} ?:|"
    r"\bals bedoeld in artikel 35 avg\.?$"
)
_READERS = (
    tuple(
        reads(
            key,
            cue(
                r"{assist}|\blever\w*\b[^.;]{0,30}\b(?:input|inbreng)\b|\bvoorzie(?:t|n) CONTROLLER van\b|\b(?:stellt|stellen|liefert|liefern|gibt|erteilt|überlässt)\b[^.;]{0,60}\b(?:angaben|informationen|auskünfte|unterlagen|(?:sie|diese) (?:\w+ )?(?:bereit|zur verfügung))\b|\b(?:lever\w*|verstrek\w*|verscha\w*|provide\w*|suppl\w+|furnish\w*|stell\w*)\b[^.;]{0,60}\b(?:benodigde|nodige|necessary|needed|erforderliche\w*)\b|\b(?:inlichtingen|informatie|information)\b[^.;]{0,40}\b(?:nodig|benodigd|necessary|needed|(?:reasonably )?needs?|required)\b",
                concept,
                *demanded,
                unless=refused,
                by=Role.PROCESSOR,
            ),
            strength=strength,
            value=value,
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
        for value, demanded, refused, strength in (
            (True, (), (_REFUSED, _DEFINED), Strength.EXPRESS),
            (False, (_REFUSED,), (_DEFINED,), Strength.EXPRESS),
        )
    )
    + tuple(
        reads(
            key,
            cue(
                r"\bop PROCESSOR (?:kunnen |mogen )?rekenen\b|\b(?:count|rely) on PROCESSOR\b|\bcompter sur PROCESSOR\b|\bberoep (?:te )?doen op PROCESSOR\b|\bberoep op PROCESSOR\b",
                concept,
            ),
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
    )
    + tuple(
        reads(key, cue(r"{assist}", r"{articles_32_36}", unless=_REFUSED, by=Role.PROCESSOR), strength=Strength.PASSING)
        for key in ("assistance.dpia", "assistance.prior_consultation")
    )
)


def _assistance(reading: Reading) -> Iterator[Candidate]:
    among = statements(reading, *_WORDS, headings=False)
    found = tuple(settled(reading, among, _READERS))
    yield from found
    yield from _likewise(among, found, reading.language)
    answered = tuple(_answered(among, reading.language))
    yield from answered
    yield from _same_costs(reading, among)
    promised = {p for candidate in found if candidate.value is True for p in candidate.passages}
    answers = {candidate.passages[-1] for candidate in answered}
    asked = tuple(s.following for s in among if s.following and (s.following.start, s.following.end) in answers)
    promises = (*(s for s in among if (s.start, s.end) in promised), *asked)
    said = tuple(cost for promise in promises for cost in _costs(reading, promise))
    yield from said
    if not said:
        yield from _costs_of_article(reading, promises)
    yield from general_costs(reading, "assistance.costs")


# "Hetzelfde geldt als CONTROLLER de toezichthouder vooraf moet raadplegen."
_LIKEWISE = r"^\W*+(?:\w[\w.]*\W+)?(?:hetzelfde|dat|dit|dezelfde hulp|the same|this|dasselbe|il en va de même) (?:geldt|applies|gilt|vaut|lorsque)\b"


def _likewise(among: Sequence[Statement], found: Sequence[Candidate], language: str) -> Iterator[Candidate]:
    """Help with a consultation that a sentence promises by pointing to the help that the one before promises."""
    promised = {p for candidate in found if candidate.value is True for p in candidate.passages}
    for statement in among:
        before = statement.before
        if (
            before is not None
            and (before.start, before.end) in promised
            and statement.search(phrase(_LIKEWISE, language))
            and statement.search(phrase(r"{prior_consultation}", language))
        ):
            passages = (*before.passages, *statement.passages)
            yield Candidate("assistance.prior_consultation", value=True, passages=passages)


# "Moet CONTROLLER een DPIA uitvoeren? PROCESSOR denkt mee en geeft de informatie."
_OFFERS = r"{assist}|\b(?:geeft|geven|levert|leveren|verstrekt|verstrekken|gives?|provides?)\b[^.;]{0,40}\b(?:informatie|inlichtingen|information)\b"
_MATTERS = (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))


def _answered(among: Sequence[Statement], language: str) -> Iterator[Candidate]:
    """Help that the answer to a question promises."""
    for statement in among:
        answer = statement.following
        if answer is None or not statement.text.rstrip(" *_").endswith("?"):
            continue
        if answer.subject is not Role.PROCESSOR or not answer.search(phrase(_OFFERS, language)):
            continue
        if answer.search(phrase(rf"{_REFUSED}|{{audit}}", language)):
            continue
        for key, concept in _MATTERS:
            if statement.search(phrase(concept, language)):
                yield Candidate(key, value=True, passages=(*statement.passages, *answer.passages))


def _costs(reading: Reading, statement: Statement) -> Iterator[Candidate]:
    """Who pays, said in the promise itself or in the sentences after it in the same clause."""
    current: Statement | None = statement
    for strength in (Strength.EXPRESS, Strength.EXPRESS, Strength.EXPRESS):
        if current is None or (
            current is not statement and current.search(phrase(rf"{{audit}}|{_FOR_REQUESTS}", reading.language))
        ):
            return
        who = bearer(current, reading.language)
        if who in (CONTROLLER, PROCESSOR, IF_AT_FAULT):
            value = PROCESSOR if who == PROCESSOR else CONTROLLER
            yield Candidate("assistance.costs", value, current.passages, strength)
            return
        current = current.following


# "… om op zulke verzoeken te beslissen, zonder daarvoor iets in rekening te brengen": help with requests has a price of its own.
_FOR_REQUESTS = r"\b(?:aan|op) (?:het|zulke|zo'n|deze|die|dat|dit) verzoek(?:en)? (?:te )?(?:voldoen|beslissen|reageren|antwoorden)\b"
# "PROCESSOR mag de kosten in rekening brengen. Hetzelfde geldt voor hulp bij een DPIA."
_SAME_HELP = r"^\W*+(?:\w[\w.]*\W+)?(?:hetzelfde|dat|dit|the same|this|dasselbe|il en va de même) (?:geldt|applies|gilt|vaut|pour)\b"


def _same_costs(reading: Reading, among: Sequence[Statement]) -> Iterator[Candidate]:
    """Help with an assessment, by a sentence that points to the help and its price which the one before names."""
    language = reading.language
    for statement in among:
        before = statement.before
        if (
            before is None
            or not statement.search(phrase(_SAME_HELP, language))
            or not statement.search(phrase(r"{dpia}", language))
        ):
            continue
        passages = (*before.passages, *statement.passages)
        yield Candidate("assistance.dpia", value=True, passages=passages, strength=Strength.PASSING)
        who = bearer(before, language)
        if who in (CONTROLLER, PROCESSOR):
            yield Candidate("assistance.costs", who, passages, Strength.PASSING)


_OF_THE_ARTICLE = r"\b(?:dit artikel|dit hoofdstuk|dit onderdeel|deze paragraaf|deze werkzaamheden|this chapter|this (?:clause|article|section)|hiervoor|daarvoor|(?:hiermee|daarmee) gemoeide?|bovenuit|de medewerking|deze medewerking|deze hulp|bijstand|such assistance|this assistance|nach dieser ziffer|diese[rn]? (?:unterstützung|leistungen)|cette (?:aide|assistance))\b"


def _costs_of_article(reading: Reading, promises: Sequence[Statement]) -> Iterator[Candidate]:
    """Who pays for all that an article promises, said once in it."""
    headings = {promise.heading for promise in promises if promise.heading}
    articles = "|".join(sorted({promise.clause.article for promise in promises if promise.clause.article.isdigit()}))
    named = re.compile(rf"\b(?:artikel(?:en)?|articles?|artikels?)\b[^.;]{{0,40}}\b(?:{articles or 'x^'})\b")
    for statement in statements(
        reading,
        "kosten",
        "rekening",
        "tarie",
        "cost",
        "charge",
        "begrepen",
        "factur",
        "vergoed",
        "belast",
        "berechnet",
        "prix",
        headings=False,
    ):
        if statement.search(phrase(_FOR_REQUESTS, reading.language)):
            continue
        of_it = statement.heading in headings and statement.search(phrase(_OF_THE_ARTICLE, reading.language))
        if of_it or (statement.search(named) and statement.search(phrase(r"{assist}", reading.language))):
            who = bearer(statement, reading.language)
            if who in (CONTROLLER, PROCESSOR):
                yield Candidate("assistance.costs", who, statement.passages, Strength.PASSING)


RULES = (Rule("assistance", ("assistance.dpia", "assistance.prior_consultation", "assistance.costs"), _assistance),)
