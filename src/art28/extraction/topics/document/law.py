"""Reading -> law: the law that governs, and the court as the agreement names it."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.pattern import lasting
from art28.extraction.rule import Candidate, Rule, proposed
from art28.extraction.values.references import THIS
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_COUNTRIES = (
    ("NL", r"nederlands(?:e)?|nl(?= recht\b)|dutch|(?:the )?netherlands|nederland|niederländisch\w*|néerlandaise?"),
    ("BE", r"belgisch\w*|belgian|belgium|belgië|belges?"),
    ("DE", r"duits(?:e)?|german|germany|duitsland|deutsch\w*|bundesrepublik deutschland|allemande?"),
    ("FR", r"frans(?:e)?|french|france|frankrijk|française?|französisch\w*"),
    ("IE", r"iers(?:e)?|irish|ireland|ierland|republic of ireland"),
    ("GB", r"engels(?:e)?|english|england(?: and wales)?|verenigd koninkrijk|united kingdom"),
    (
        "US",
        r"californi[aë]|delaware|new york|united states|state of \w+|massachusetts|virginia|pennsylvania|illinois|colorado|florida|utah|oregon",
    ),
)
_COUNTRY = "|".join(f"(?P<{code}>{words})" for code, words in _COUNTRIES)
_LAW = AnyCase(
    rf"\b(?:{_COUNTRY})[ \t]+(?:recht\b|law\b|wetgeving)|(?:laws?|recht|wetgeving|wetten|wet) (?:of|van|der|"
    rf"des) (?:the |de )?(?:state of |commonwealth of |republic of )?"
    rf"(?:{re.sub('P<', 'P<of_', _COUNTRY)})\b|^\W*(?:governing|applicable) law\W{{1,4}}(?:{re.sub('P<', 'P<gl_', _COUNTRY)})\b|laws? and courts? of (?:{re.sub('P<', 'P<wc_', _COUNTRY)})\b|het recht is (?:{re.sub('P<', 'P<is_', _COUNTRY)})|\brecht\b[^.;]{{0,50}} (?:geldt|is),? (?:is )?dat van (?:{re.sub('P<', 'P<that_', _COUNTRY)})\b|"
    rf"(?:droit|lois?) (?:{re.sub('P<', 'P<fr_', _COUNTRY)})",
)
_GOVERNS = AnyCase(
    r"van toepassing|toepasselijk|valt onder|vallen onder|beheerst|onderworpen aan|govern|construed|interpreted|applicable|anwendbar|subject to|"
    r"\b(?:kiezen|kiest|gekozen) (?:\w+ )?voor\b|\bvolg(?:en|t) (?:het )?\w+ recht\b|applies|apply|es gilt|gilt|unterliegt|findet|régi|soumis|\bdroit\b|\bgeldt\b|\bhet recht is\b|"
    r"^[\W\d]*(?:het )?\w+ recht(?:\W*$|[;,])",
)
_MODEL_CLAUSES = AnyCase(
    r"\bSCCs?\b|standard contractual|modelcontract|clauses? 1[78]|option 1|\b(?:the|these|such|model|contractual) clauses\b|standaardcontract|UK addendum",
)
_THIS_GOVERNED = AnyCase(
    rf"(?:{THIS})[^.;]{{0,80}}(?:govern|construed|interpreted|beheerst|toepassing|unterliegt|soumis|régi)"
)


def _is_on_model_clauses(text: str) -> bool:
    """Whether `text` speaks of model clauses alone, which name a law and a court of their own."""
    return bool(_MODEL_CLAUSES.search(text)) and not _THIS_GOVERNED.search(text)


_NOT_OTHER = AnyCase(r"\b(?:niet|nicht|not|excluding|uitgesloten|met uitsluiting)\b[^.;]{0,60}$")


_DEFINES = AnyCase(r"\b(?:means|betekent|wordt verstaan|bezeichnet|désigne|all laws applicable)\b")


def _governing(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(reading, "recht", "law", "wet", "droit", "loi"):
        text = sentence.text
        match = _LAW.search(text)
        if not match or not _GOVERNS.search(text) or _is_on_model_clauses(text):
            continue
        if _DEFINES.search(text):
            continue
        if _NOT_OTHER.search(text[: match.start()]) or re.search(
            r"privacy|gegevensbescherming|data protection", text[match.start() : match.end()], _I
        ):
            continue
        code = next(name for name, value in match.groupdict().items() if value)
        yield proposed("law.governing", sentence, value=code.rpartition("_")[2])


_PLACE = r"[A-ZÀ-Þ'][\w'’-]+(?:[ -](?:en|and|aan|den|de|het|the|of|am|[A-ZÀ-Þ'][\w'’-]+))*"
_COURT = lasting(
    rf"(?:[Dd]e )?(?:bevoegde )?(?:[Rr]echter|[Kk]amer) (?:van|bij) de (?P<named>[Rr]echtbank (?:te |"
    rf"van )?{_PLACE}(?:,? (?:locatie|zittingsplaats) {_PLACE})?)|"
    r"\b(?P<district>[Rr]echtbank (?:in|van) (?:het|de) (?:arrondissement|ressort|plaats|woonplaats|vestigingsplaats) (?:waar|van) [^.;:]{3,80})|"
    rf"\b(?P<bench>[Rr]echtbank(?:en)? (?:te |van |in )?(?:het (?:gerechtelijk )?arrondissement )?{_PLACE}(?:,? (?:locatie|afdeling|"
    rf"zittingsplaats) {_PLACE})?)|"
    rf"(?P<judge>(?:[Dd]e |[Hh]et )?(?:\w+ )?(?:bevoegde |burgerlijke |Nederlandse |gewone )*(?:[Kk]antonrechter|"
    rf"[Rr]echter|[Gg]erecht)"
    rf" (?:te|in|van|voor|bij|binnen) (?:[^.;:(]|\.(?=\w)|(?<=[A-Z])\.){{3,140}})|"
    rf"^(?i:\W*(?:bevoegde (?:rechter|rechtbank)|rechter|rechtbank|forum|competent court|courts?|venue|jurisdiction)\W{{0,3}}:\s+)(?P<label>{_PLACE})(?=\W*$)|"
    rf"(?P<dutch_english>(?:[A-Z][a-z]+ )?[A-Z][\w-]+ (?:District Court|Court of Appeal)(?! (?:of|in|at|for) ))|"
    rf"(?P<english>(?:the )?(?:[A-Z]\w+ ){{0,3}}(?:competent |exclusive |ordinary |district |state |federal |and |or )*[Cc]ourts? (?:of|in|at|"
    rf"for|located in|sitting in|seated in) (?:the )?(?:district (?:of|where) )?[A-Z][^.;:()]{{1,90}})|"
    r"(?P<where>(?:the )?(?:competent |exclusive )?[Cc]ourts? (?:in|of) the (?:district|place|city|jurisdiction|country) (?:where|in which|of) [^.;:()]{4,80})|"
    rf"(?P<national>(?:English|Irish|Scottish|Dutch|Belgian|German|French) [Cc]ourts?)\b|"
    rf"\bist (?P<seat>[A-ZÄÖÜ][\wäöüß-]+(?: (?:am|an der|im) [A-ZÄÖÜ][\wäöüß-]+)?) (?:als )?(?:der )?(?:alleiniger |ausschließlicher )?[Gg]erichtsstand|"
    rf"(?P<gericht>(?:Gerichte|Landgericht|Amtsgericht) (?:in |am |von )?[A-ZÄÖÜ][\wäöüß-]+(?: am \w+)?)(?= (?:sind|ist|zuständig))|"
    rf"\bist (?:\w+ )?(?:ausschließlicher |alleiniger )?[Gg]erichtsstand (?P<standing>[A-ZÄÖÜ][\wäöüß-]+(?: (?:am|an der|im) [A-ZÄÖÜ][\wäöüß-]+)?)|"
    rf"[Gg]erichtsstand[^.;]{{0,60}}? wird (?P<agreed>[A-ZÄÖÜ][\wäöüß-]+(?: (?:am|an der|im) [A-ZÄÖÜ][\wäöüß-]+)?) vereinbart|"
    rf"(?:[Aa]usschließlicher )?[Gg]erichtsstand[^.;]{{0,80}}? ist(?:, [^,]{{3,60}},)? (?P<german>[^.;,(]{{3,60}})|"
    rf"zuständig (?:ist|sind) (?:das |die )?(?P<zust>(?:Gerichte|Landgericht|Amtsgericht) (?:in |am |von )?[A-ZÄÖÜ][\wäöüß-]+(?: am \w+)?)|"
    rf"(?P<county>(?:[A-Z][\w'-]+ ){{1,2}}(?:County|Circuit|Crown|City|Commercial) Court)\b|"
    rf"(?P<french>[Tt]ribuna(?:l|ux) (?!compétent)[^.;:(]{{3,70}})"
)
_COURT_ENDS = lasting(
    r",? (?:tenzij|voor zover|bevoegd\b|is (?:exclusief|bij|bevoegd)|worden|zal|zullen|unless|shall|will|have|has|"
    r"to (?:settle|resolve|hear)|which|sauf|"
    r"om (?:in|van)|kennis|behoudens|met uitsluiting|onverminderd|and (?:each|the parties)|, ?(?:waarbij|waaraan)|"
    r"exclusief|seront|sont|est|en cas|nonobstant|même|y compris)\b|(?<=\w), (?!locatie|zittingsplaats|afdeling|[A-Z]|the [A-Z])",
)
_DISPUTE = AnyCase(
    r"geschil|\bruzies?\b|\bonenigheid\b|\bquarrels?\b|\bdisagreements?\b|\bgo(?:es)? to (?:the )?[^.;]{0,30}\bcourt|\ber (?:samen|onderling|met elkaar) (?:\w+ )?niet uit\b|dispute|\bconflict|\bleg(?:t|gen)\b[^.;]{0,40}\bvoor aan\b|bevoegd|\bbeslist\b|\boordeelt\b|zuständig|compéten|jurisdiction|streitig|litige|gerichtsstand|competent|voorgelegd|tribuna|\bcourts? (?:of|in)\b[^.;]{0,60}\b(?:will|shall) (?:decide|hear|settle)|"
    r"(?:^[\W\d]*(?:(?:bevoegde )?rechter|forum|geschillen)?:?\s?|\brecht[;,] ?)(?:de )?(?:bevoegde )?(?:rechtbank|rechter(?: (?:te|in))?) [^.;]{3,40}\.?$",
)
_ELSEWHERE = AnyCase(r"\b(?:conform|volgens|aangewezen in|designated in|referred to in|genoemd in) ")


def _court(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading, "rechter", "rechtbank", "gerecht", "court", "gerichtsstand", "gericht", "tribuna"
    ):
        if not _DISPUTE.search(sentence.text) or _is_on_model_clauses(sentence.text):
            continue
        words = reading.original(sentence.start, sentence.end).replace("\n", " ")
        match = _COURT.search(words)
        if not match:
            continue
        group = match.lastgroup or "judge"
        value = match[group]
        ends = _COURT_ENDS.search(value, 12)
        value = value[: ends.start()] if ends and group != "where" else value
        value = value.strip(" ,")
        if _ELSEWHERE.search(value) or "Member State" in value or re.search(r"[\[{<_]", value):
            continue
        at = reading.layer.starts[sentence.start] + match.start(group)
        yield Candidate("law.court", value, (reading.over(at, at + len(value)),))


RULES = (
    Rule("law-governing", ("law.governing",), _governing),
    Rule("law-court", ("law.court",), _court),
)
