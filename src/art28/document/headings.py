"""A line of the flow -> what it is the title or number of: an article, a paragraph, an annex, recitals, signatures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from art28.document.pattern import lasting

_ANNEX = lasting(
    r"^(?P<label>(?:bijlagen?|annex|annexe|appendix|appendice|schedule|exhibit|anlage|anhang|beilage|beiblatt|aanhangsel|"
    r"addendum|attachment|pièce jointe)\s+"
    r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b)(?!\.\d)(?P<rest>.{0,140})$",
    re.IGNORECASE,
)
# The only annex has no number.
_ANNEX_ALONE = lasting(
    r"^(?:THE |The )?(?P<label>BIJLAGE|ANNEX|ANNEXE|APPENDIX|SCHEDULE|ANLAGE|ANHANG|AANHANGSEL|Bijlage|Annex|Annexe|Appendix|"
    r"Schedule|Anlage|Anhang)"
    r"(?P<rest>(?:\s*[-–—:]\s*[A-ZÀ-Þ][^.;?]{2,80})?)$"
)
_NOT_AN_ANNEX = lasting(
    r"^\s*(?:is|zijn|wordt|worden|bevat|van|bij|bis|en|of|and|or|are|to|of|shall|contains|und|oder|zu|et|ou|à|bedoelde?|"
    r"genoemde?|opgenomen|beschreven|vermeld|geeft|staat|kan|mag)\b",
    re.IGNORECASE,
)
# "Bijlage 1: Om welke gegevens gaat het?" asks, as titles may.
_ASKS = lasting(r"^\s*[-–—:.]\s*[A-ZÀ-Þ][^.;:?]{4,80}\?\s*$")
# "Bijlage 1 bij de verwerkersovereenkomst: Specificatie" says to what it is annexed, and goes on with no verb.
_TO_AN_AGREEMENT = lasting(
    r"^\s*(?:bij|van|to|of|zum?|zur|à) (?:de|het|deze|the|this|der|dem|la|le|l')\s?(?:\w+ ){0,2}?\w*"
    r"(?:overeenkomst|agreement|contract|addendum|vertrag|accord|contrat)"
    r"(?: [A-ZÀ-Þ][^:;.–—]{0,60})?(?:\s*[:–—-]\s*\S.{1,80})?$",
    re.IGNORECASE,
)
_WORDED = lasting(
    r"^(?:\d{1,2}\.?\s+)?(?:artikel|article|art\.?|clause|section|ziffer|§)\s*(?P<number>\d{1,2}|[IVXLC]{1,6})(?!\w|\.\d)"
    r"(?:\s+(?:lid|paragraph|abs\.?)\s+(?P<paragraph>\d{1,2})\b)?\s*[.:)\-]*\s*(?P<title>.*)$",
    re.IGNORECASE,
)
_NUMBERED = lasting(r"^(?P<number>\d{1,2})(?:\s*[.)]\s*|\s+-?\s*)(?P<title>[^\d\s.,;:)].{1,140})$")
_LETTERED = lasting(r"^(?P<letter>[A-Z])\.?(?P<number>\d{1,2})[.:)]?\s+(?P<title>[^\d\s.,;:)].{1,140})$")
_LETTER = lasting(r"^(?P<letter>[A-Z])\.?(?=\d{1,2}[.)]\s)")
_RUN_IN = lasting(
    r"^(?P<word>(?i:artikel|article|art\.?|clause|section|§)\s*)?(?P<number>\d{1,2})(?(word)[.):]?|[.)])\s+(?P<title>[A-ZÀ-Þ][^\d.:;?!]{2,70})"
    r"(?:\.\s+(?=[\"“(]?[A-ZÀ-Þ])|:\s+(?=\w)|\s[–—]\s(?=\w)|\.$)"
)
# An article that has no title: its sentence stands behind its number, "Article 4. Les données sont hébergées en France."
_UNTITLED = lasting(
    r"^(?:artikel|article|art\.?|clause|section|§)\s*(?P<number>\d{1,2})(?:\s*[.:)])?\s+[A-ZÀ-Þ\"“„«(].*[.;][\"”»)]?$",
    re.IGNORECASE,
)
# A few words without one of these are a title, whatever their case: "2. Waar het om gaat. Kasteel beheert …".
_VERB = lasting(
    r"\b(?:is|zijn|wordt|worden|zal|zullen|mag|kan|moet|heeft|hebben|verwerkt|stelt|meldt|are|was|shall|will|must|may|can|has|have|processes|"
    r"ist|sind|wird|werden|darf|muss|hat|haben|verarbeitet|est|sont|sera|doit|peut|traite)\b",
    re.IGNORECASE,
)
_PARAGRAPH = lasting(
    r"^(?:(?:artikel|article|clause|section|art\.|§)\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.):]?(?=\s|$)(?!\s*%)",
    re.IGNORECASE,
)
_OWN_PARAGRAPH = lasting(r"^(?:lid|paragraph|abs\.?) (?P<number>\d{1,2})[.:]?(?=\s)", re.IGNORECASE)
_DATED = lasting(r"^\S+\s+(?:\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{1,2}\s+\w+\s+\d{4})\b")
_RECITALS = lasting(
    r"^(?:(?:(?:en )?(?:in aanmerking nemende|overwegende|overwegingen|considerans|nemen (?:het volgende )?in "
    r"(?:aanmerking|overweging)|achtergrond|whereas|recitals|background|préambule|präambel|considérant)\b.{0,60})|"
    r"partijen (?:overwegen|nemen in aanmerking).{0,60})$",
    re.IGNORECASE,
)
_SIGNATURES = lasting(
    r"^(?:aldus\b.{0,120}|overeengekomen (?:te|op|in)\b.{0,90}|"
    r"(?:in (?:twee|drie)voud )?opgemaakt\b.{0,120}|done (?:at|in)\b.{0,80}|so vereinbart\b.{0,60}|"
    r"[a-zäöüß][a-zäöüß -]{2,30}, (?:den|am) \d{1,2}\. ?(?:\d{1,2}\.|[a-zä]{3,9}) ?\d{4}\b.{0,60}|"
    r"[a-z'][a-zà-ÿ' -]{2,30}, \d{1,2} [a-zà-ÿ]{3,9} \d{4},? +[a-z'][a-zà-ÿ' -]{2,30}, \d{1,2} [a-zà-ÿ]{3,9} \d{4}|"
    r"ondertekening(?:en)?\b.{0,40}|ondertekend\b.{0,40}|ter ondertekening\b.{0,60}|"
    r"handtekening(?:en)?\s*:?|"
    r"getekend\b.{0,60}|"
    r"voor akkoord\b.{0,40}|signed (?:by|for|on behalf)\b.{0,80}|signatures?\s*:?|signature page\b.{0,40}|"
    r"in witness whereof\b.{0,240}|agreed (?:and signed|by the parties)\b.{0,60}|unterschriften?\b.{0,40}|fait à\b.{0,60})$",
    re.IGNORECASE,
)
_PLACE_AND_DATE = lasting(r"^[A-ZÀ-Þ][\w'’ -]{2,30}, (?:(?:de|le|den|am|on) )?\d{1,2}\.? [a-zà-ÿA-Z]{3,9} \d{4}\.?$")
_SIGNS_FOR = lasting(r"^(?:namens|voor|for|on behalf of|für|im namen|pour|au nom)\s[^:,]{2,60}[:,]", re.IGNORECASE)
# "Namens de Klant": for whom is signed below, each side on a line of its own.
_FOR_A_SIDE = lasting(
    r"^(?:namens|voor|for(?: and on behalf of)?|on behalf of|für|im namen|pour|au nom de)\s[^.:;,]{2,50}$",
    re.IGNORECASE,
)
_DAY = lasting(
    r"\b(?:op|on|le|am|den|d\.d\.)\s+"
    r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{1,2}\.? [a-zà-ÿ]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4})\b",
    re.IGNORECASE,
)
_FIELD = lasting(
    r"^(?P<name>(?:voor|namens|for|on behalf of)\b[^:]{0,60}|(?:naam|name|vertegenwoordig\w*|functie|title|function|"
    r"datum|date|plaats|place|bedrijfsnaam|bedrijf|company|organisatie|handtekening|signature|by|paraaf|locatie|unterschrift|ort)"
    r"\b[^:\t]{0,30})\s*:",
    re.IGNORECASE,
)
_SIGNATURE_FIELD = lasting(r"^(?:handtekening|signature|paraaf|unterschrift|by)\b", re.IGNORECASE)
_ENDS_A_SENTENCE = lasting(r"[.;:,?]\s*$")
_ENDS_NO_TITLE = lasting(r"[.;:,]\s*$")
_LONGEST_TITLE = 110
FIELDS_WITHIN, _FIELDS_AT_LEAST = 9, 3
_LONGEST_HEADING = 200
_LONGEST_PLAIN_TITLE = 90
_MOST_WORDS = 11
_MOST_WORDS_RUN_IN = 8
_SHORTEST_RUN_IN = 60
_SENTENCE_AT_LEAST = 6
_FEW_WORDS, _SEVERAL_WORDS, _SHORT_WORD = 2, 4, 3
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class ArticleTitle:
    """The title of an article: its number as written and as a count, the paragraph it names, whether a word says article.

    `run_in` is the title where the first sentence stands on the same line: "7. DATA SUBJECT REQUESTS. Vendor shall …".
    """

    number: str
    count: int
    paragraph: str
    worded: bool
    run_in: str = ""


def annex_title(text: str) -> str | None:
    """The name of the annex that a line is the title of ("Bijlage 2"); None for any other line."""
    match = _ANNEX.match(text) or _ANNEX_ALONE.match(text)
    if match is None or (_ENDS_A_SENTENCE.search(match["rest"]) and not _ASKS.match(match["rest"])):
        return None
    if _NOT_AN_ANNEX.match(match["rest"]) and not _TO_AN_AGREEMENT.match(match["rest"]):
        return None
    return match["label"].strip()


def part_title(text: str) -> str | None:
    """The name of the part behind an agreement that a heading is the title of ("Part B – Security"); None for any other."""
    match = _PART.match(text)
    return match["label"].strip() if match else None


_PART = lasting(
    r"^(?P<label>(?:part|deel|teil|partie)\s+[A-Z](?=\s*[-–—:.]\s*\S.{0,90}$)|(?:privacy|product)?bijsluiter\b.{0,60}$|(?:beveiligings|privacy|product|verwerkings)bijlage\b.{0,60}$)",
    re.IGNORECASE,
)


def article_title(text: str, *, heading: bool) -> ArticleTitle | None:
    """The article that a line is the title of; `heading` tells that its type or mark-up makes it a heading."""
    worded = _WORDED.match(text)
    if worded is not None:
        title = worded["title"]
        longest = _LONGEST_HEADING if heading else _LONGEST_TITLE
        if len(title) > longest or (title[:1].islower() and not heading) or _NOT_AN_ANNEX.match(title):
            return None
        if title and _ENDS_A_SENTENCE.search(title) and not heading and len(title) > 60:
            return None
        return ArticleTitle(worded["number"], _count(worded["number"]), worded["paragraph"] or "", worded=True)
    numbered = _NUMBERED.match(text)
    if numbered is None:
        return None
    title = numbered["title"]
    if heading or _is_title(title):
        return ArticleTitle(numbered["number"], int(numbered["number"]), "", worded=False)
    return None


def lettered_title(text: str) -> ArticleTitle | None:
    """The article that a line is the title of, or begins with it, whose number has a letter before it ("V.1")."""
    letter = _LETTER.match(text)
    begun = run_in_title(text[letter.end() :]) if letter else None
    if letter and begun:
        return replace(begun, number=f"{letter['letter']}.{begun.number}", worded=False)
    match = _LETTERED.match(text)
    if match is None or len(match["title"]) > _LONGEST_PLAIN_TITLE or _ENDS_NO_TITLE.search(match["title"]):
        return None
    if not match["title"][:1].isupper() or match["title"].count(" ") >= _MOST_WORDS:
        return None
    return ArticleTitle(f"{match['letter']}.{match['number']}", int(match["number"]), "", worded=False)


def run_in_title(text: str) -> ArticleTitle | None:
    """The article whose title a line begins with, its first sentence behind it: "7. DATA SUBJECT REQUESTS. Vendor shall"."""
    match = _RUN_IN.match(text)
    # "8. Subverwerkers. Bureau maakt gebruik van:" leads in a list, however short it is.
    short = len(text) < _SHORTEST_RUN_IN and not text.rstrip(" *_").endswith(":")
    if match is None or (short and not match["title"].isupper()):
        return None
    words = match["title"].split()
    titled = (
        match["title"].isupper()
        or len(words) <= _FEW_WORDS
        or (len(words) <= _SEVERAL_WORDS and _VERB.search(match["title"]) is None)
        or all(word[0].isupper() for word in words if len(word) > _SHORT_WORD)
    )
    if not titled or len(words) > _MOST_WORDS_RUN_IN:
        return None
    return ArticleTitle(
        match["number"], int(match["number"]), "", worded=match["word"] is not None, run_in=match["title"]
    )


def title_below(texts: Sequence[str]) -> str | None:
    """The title of an article whose word and number stand alone on the line above it: "Clause 3", "Hierarchy"."""
    if len(texts) < _TWO or not _WORD_AND_NUMBER.match(texts[0]) or not _is_title(texts[1]):
        return None
    return None if _VERB.search(texts[1]) else f"{texts[0]} {texts[1]}"


def annex_with_title(texts: Sequence[str], annex: str) -> str | None:
    """The heading of an annex whose title stands on the line below its number: "ANNEX I", "LIST OF PARTIES"."""
    if len(texts) < _TWO or len(texts[0].strip(" :.-*_#")) > len(annex) + 1 or not _TITLE_OF_ANNEX.match(texts[1]):
        return None
    return f"{texts[0]} {texts[1]}"


_TITLE_OF_ANNEX = lasting(r"^[*_# ]*[A-ZÀ-Þ][^.:;|\t\n]{3,150}$")
_WORD_AND_NUMBER = lasting(
    r"^(?:artikel|article|art\.?|clause|klausel|section|ziffer|§)\s*\d{1,2}\s*[.:]?$", re.IGNORECASE
)
_TWO = 2


def in_chapters(texts: Sequence[str]) -> frozenset[int]:
    """The titles of an agreement in chapters ("IV. Obligations"), and those that count on within one behind what it lists.

    "9. Notification des violations" follows "8. …" of the same chapter, a title or a sentence. Empty where there are few.
    """
    chapters: list[int] = []
    within: list[int] = []
    last, goes_on = 0, False
    for index, text in enumerate(texts):
        chapter = _CHAPTER.match(text)
        if chapter and _is_next(chapter["number"], chapters, texts):
            chapters.append(index)
            last, goes_on = 0, False
            continue
        numbered = _NUMBERED_LINE.match(text) if chapters else None
        if numbered is None or int(numbered["number"]) != last + 1:
            continue
        said, last = numbered["said"], last + 1
        listed = index + 1 < len(texts) and _NUMBERED_LINE.match(texts[index + 1]) is not None
        if _is_title(said) and not goes_on and not listed:
            within.append(index)
        goes_on = said.rstrip().endswith((",", ":", ";"))
    return frozenset((*chapters, *within)) if len(chapters) >= _FEWEST_CHAPTERS else frozenset()


def _is_title(said: str) -> bool:
    return (
        len(said) <= _LONGEST_PLAIN_TITLE
        and said[:1].isupper()
        and not _ENDS_NO_TITLE.search(said)
        and said.count(" ") < _MOST_WORDS
    )


def _is_next(number: str, chapters: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether a chapter's number comes next: Roman where the first is "I", a letter where it is "A"."""
    if number == "A" if not chapters else texts[chapters[0]].startswith("A"):
        return number == chr(ord("A") + len(chapters))
    return set(number) <= set("IVX") and _count(number) == len(chapters) + 1


_FEWEST_CHAPTERS = 3
_CHAPTER = lasting(r"^(?P<number>[IVX]{1,5}|[A-Z])\s?[.)–-]\s*[A-ZÀ-Þ][^.;:]{2,100}$")
_NUMBERED_LINE = lasting(r"^(?P<number>\d{1,2})[.)]\s+(?P<said>[^\W\d_].*)$")


def untitled_article(text: str) -> str | None:
    """The number of the article that a line begins whose sentence follows at once: "Article 4. Les données …"; else None."""
    match = _UNTITLED.match(text)
    return match["number"] if match and len(text.split()) >= _SENTENCE_AT_LEAST else None


def paragraph_number(text: str) -> str | None:
    """The number of the paragraph that a line opens ("4.1"); None for any other line, a row of a list of versions too."""
    match = _PARAGRAPH.match(text)
    if match is None or match["number"].endswith(".0") or _DATED.match(text):
        return None
    return match["number"]


def is_short_title(text: str) -> bool:
    """Whether a heading with a number of two parts names a topic ("3.2 Personnel"), and is no provision set as a heading."""
    return len(text) <= _LONGEST_TOPIC and not text.rstrip().endswith((".", ";", ":", ","))


_LONGEST_TOPIC = 80


def of_topic(title: str, topic: str) -> str:
    """A title with that of what it stands in, which tells what it is about: "7.3 Changes (7. Sub-processors)"."""
    return f"{title} ({topic})" if topic and topic not in title else title


def topic_above(levels: Sequence[int], texts: Sequence[str], index: int) -> str:
    """The heading that line `index`, itself one, stands below; `levels` are those of headings, -1 of other lines.

    Empty without one: the title of the whole, which is outermost, is no topic.
    """
    above = next((at for at in range(index - 1, -1, -1) if 0 <= levels[at] < levels[index]), None)
    return texts[above] if above is not None and levels[above] else ""


def own_paragraph_number(text: str) -> str | None:
    """The number of the paragraph that a line names by a word ("Lid 3."); None for any other line."""
    match = _OWN_PARAGRAPH.match(text)
    return match["number"] if match else None


def opens_recitals(text: str) -> bool:
    """Whether the recitals start with this line."""
    return bool(_RECITALS.match(text))


def opens_signatures(text: str, following: str = "") -> bool:
    """Whether a line says that the signatures follow: by itself, or as a place and date over who signs for whom."""
    return bool(_SIGNATURES.match(text) or (_PLACE_AND_DATE.match(text) and _SIGNS_FOR.match(following)))


def opens_signing_form(texts: Sequence[str]) -> bool:
    """Whether the first of these lines opens a form to sign under: names, functions and dates, for either side its own."""
    if not texts or len(texts[0]) > _LONGEST_TITLE or paragraph_number(texts[0]) is not None:
        return False
    window = texts[:FIELDS_WITHIN]
    found = [signature_field(text) for text in window]
    fields = [field for field in found if field is not None]
    if len(fields) < _FIELDS_AT_LEAST or not any(found[:2]):
        return False
    return "signature" in fields or sum(_FOR_A_SIDE.match(text) is not None for text in window) > 1


def names_a_day(text: str) -> bool:
    """Whether a line says when something was done: "Getekend te Zwolle op 3 maart 2025"."""
    return _DAY.search(text) is not None


def signature_field(text: str) -> str | None:
    """What a line of a signature block asks for: "signature", or "field" for a name, a date and so on; None elsewhere."""
    match = _FIELD.match(text)
    if match is None:
        return None
    return "signature" if _SIGNATURE_FIELD.match(text) else "field"


def _count(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number.casefold()]
    return sum(-v if any(v < after for after in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


# A site's menu above an agreement: a few short lines.
_MENU_LINES, _MENU_LINE = 8, 60


def is_no_text(lines: Sequence[str]) -> bool:
    """Whether the lines before a title, if any, are no text: the menu of a site, the name of a file."""
    return len(lines) <= _MENU_LINES and not any(
        len(line) > _MENU_LINE or line.endswith((".", ":", ",", ";")) for line in lines
    )
