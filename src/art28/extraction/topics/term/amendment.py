"""Reading -> how this agreement is changed: by both in writing, in consultation, or by the processor with notice."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, Sentence
from art28.extraction.rule import Candidate, Rule, Strength, proposed
from art28.extraction.values.durations import durations
from art28.extraction.values.references import THIS
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_THIS = AnyCase(THIS)
_CHANGE = (
    r"(?:wijzig\w*|bijwerk\w*|bijgewerkt|afwijk\w*|aanvullen|afgeweken|aanvulling\w*|aanpass\w*|aan te passen|aangepast|gewijzigd|aangevuld|herzien\w*|"
    r"verander\w*|revis\w+|changes?|changed|amend\w*|modif\w*|évol\w*|vari(?:ed|ation\w*)|änder\w*|geändert|ergänz\w*|supplement\w*|anpass\w*|angepasst)"
)
_OPENS_WITH_CHANGE = AnyCase(
    r"^[\W\d]*(?:lid \d+\W*)?(?:otherwise,? |in all other cases,? |im übrigen )?(?:een |elke |iedere |any |an? |no |toute |jede )?(?:wijziging(?:en)?|verandering(?:en)?|aanpassing(?:en)?|amendments?|variations?|modifications?|afwijking(?:en)?|änderung(?:en)?|anpassung(?:en)?|"
    r"aanvulling(?:en)?)\b|^[\W\d]*(?:any )?changes? (?:must|shall|may only|(?:are|is) only|needs? to|ha(?:ve|s) to)\b[^.;]{0,30}\b(?:writing|written)\b|^[\W\d]*(?:wijzigen|aanpassen|afwijken) (?:van [^.;]{0,30})?kan\b",
)
_OBJECT = rf"(?:{THIS}|\bovereenkomst|\bdpa\b|hiervan|bijlage\w* bij)"
_CHANGE_OF_THIS = AnyCase(rf"\b{_CHANGE}\b[^.;]{{0,90}}?(?:{_OBJECT})|(?:{_OBJECT})[^.;]{{0,120}}?\b{_CHANGE}\b")
_WRITTEN = AnyCase(
    r"schriftelijk|op schrift|handtekening|\btekenen\b|op papier|in writing|\bwritten\b|getekend|ondertekend|signed|signée?s?\b|\bavenant\b|schriftform|textform|schriftlich|par écrit|écrite?|per e-mail overeen",
)
_TOGETHER = AnyCase(
    r"\bovereenstemming\b|\b(?:spreken|spreekt) PROCESSOR\b[^.;]{0,40}\bmet CONTROLLER\b[^.;]{0,20}\baf\b|agreed in writing|both (?:parties )?have signed|executed by both|partijen|beide|allebei|samen|wederzijds|gezamenlijk|overeengekomen|overeenkomen|both parties|parties|mutual|signed by|"
    r"agreed|agreement between|konsens|"
    r"schriftform|vereinbar|beider parteien|\bparties\b|d.un commun accord|avenant|des deux parties|CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER",
)
_ONLY = AnyCase(
                   r"\b(?:spreken|spreekt) PROCESSOR\b|\bdan (?:zetten|leggen|tekenen|spreken)\b|\b(?:spreken|leggen|komen) (?:partijen|CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER|zij)\b|vind(?:t|en)\b|slechts|alleen|uitsluitend|enkel|geldig|bindend|rechtsgeldig|only|no (?:\w+ )?(?:amendment|"
                   r"modification|variation|change)|valid|effective|binding|agreed (?:up)?on in writing|agreed in writing|"
                   r"\bwerden\b[^.;]{0,40}\bvereinbart\b|suppose|exige|nécessite|requiert|passe par|bedürfen|bedarf|behoeft|behoeven|geschiedt|geschieden|vereist|require|bind|ne peu|doit|fait l'objet|müssen|kan|kunnen|mogen|worden|are to be|may|must|shall")  # fmt: skip
_CONSULT = AnyCase(
    r"\bpartijen\b[^.;]{0,30}\bmedewerking\b[^.;]{0,12}\bom\b[^.;]{0,60}\baan te passen\b|\boverleggen (?:de )?(?:partijen|zij|PROCESSOR|CONTROLLER)|partijen (?:\w+ ){0,2}?overleggen|in (?:goed |onderling |gezamenlijk |nader )?overleg|overleg(?:gen)? (?:treden|plegen|voeren)|(?:in|"
    r"mutual) consultation|consult (?:with )?each|in good faith|good-faith|einvernehmlich",
)
_CHANGING = (
    r"(?:te )?(?:eenzijdig )?(?:wijzigen|veranderen|herzien|aan te passen|aanpassen|aan te vullen|aanvullen|bijwerken|bij te werken|updaten|gewijzigd|aangepast)|"
    r"amend|revise|modify|update|change|ändern|anzupassen|anpassen|modifier|faire évoluer"
)
_ALONE = AnyCase(
    r"\b(?:PROCESSOR|wij|we) (?:is|ist|kan|kann|kunnen|moet|moeten|mag|mogen|zal|zullen|behoudt|heeft|may|reserves|can|peut|shall be entitled|"
    r"darf)\b[^;]{0,40}?"
    rf"(?:gerechtigd|bevoegd|recht|eenzijdig|time to time|kan|mag|may|right|entitled|"
    rf"can)?[^;]{{0,60}}?(?:{THIS})[^;]{{0,80}}?\b(?:{_CHANGING})\b|"
    rf"\bPROCESSOR (?:may|can|peut|pourra|se réserve le droit de|reserves the right to|is entitled to|"
    rf"shall be entitled to)\b[^;]{{0,40}}?\b(?:{_CHANGING})\b[^;]{{0,40}}(?:{THIS})|"
    rf"\bPROCESSOR (?:needs?|ha[sv]e?|must|wants?) (?:to )?(?:{_CHANGING}) (?:{THIS})|"
    rf"\b(?:kan|kunnen|mag|mogen|moet|moeten) PROCESSOR\b[^;]{{0,60}}?(?:{THIS})[^;]{{0,60}}?\b(?:{_CHANGING})\b|"
    rf"\bPROCESSOR (?:past|passen|wijzigt|wijzigen|herziet|herzien) (?:{THIS})|\b(?:wijziging|aanpassing|herziening) van (?:{THIS}) door PROCESSOR\b|"
    rf"(?:{THIS})[^;]{{0,40}}(?:kan|mag|may)[^;]{{0,40}}(?:door|by) PROCESSOR[^;]{{0,60}}(?:gewijzigd|aangepast|"
    rf"amended|modified|updated)|"
    rf"\bPROCESSOR (?:informeert|informeren|bericht|informs|notifies|informiert|unterrichtet)\b[^.;]{{0,90}}\b(?:over|of|über|van)\b[^.;]{{0,20}}\b{_CHANGE}\b[^.;]{{0,20}}(?:{THIS})|"
    rf"\b{_CHANGE}\b[^.;]{{0,40}}(?:{THIS})[^.;]{{0,20}}\b(?:gaan|gaat|treden|treedt|gelden) [^.;]{{0,50}}\b(?:nadat|na)\b[^.;]{{0,30}}\b(?:PROCESSOR|aankondiging|bekendmaking|publicatie)\b|"
    rf"\b{_CHANGE}\b[^.;]{{0,40}}(?:{THIS})[^.;]{{0,60}}\b(?:est|sont|sera|seront|wordt|worden|is|are|will be|shall be|wird|werden)\b[^.;]{{0,40}}"
    r"\b(?:notifi\w+|meegedeeld|aangekondigd|announced|mitgeteilt|angekündigt)\b",
)
_THEM_ALONE = AnyCase(
    rf"^[\W\d]*PROCESSOR (?:informeert|informeren|informs|notifies|informiert|unterrichtet) (?:den |de |the )?CONTROLLER (?:\w+ )?(?:over|of|über) (?:any |alle |wesentliche |belangrijke |material )?(?:wijzigingen|changes|amendments|änderungen)(?: hiervan| daarvan)?(?! (?:in|van|of|to|an|der|de[rsn]?) )\b|"
    rf"^[\W\d]*PROCESSOR (?:kan|kunnen|mag|mogen|may|can) (?:ze|them|it)\b(?! not| niet)[^.;]{{0,40}}(?:{_CHANGING})\b|^[\W\d]*PROCESSOR (?:may|can) (?:change|amend|update|modify) (?:it|them)\b|^[\W\d]*PROCESSOR peut (?:les|la|le) modifier\b|^[\W\d]*PROCESSOR (?:kann|darf) (?:sie|diese|ihn)\b(?! nicht)[^.;]{{0,60}}\bändern\b"
)
_MEASURES = AnyCase(
    r"beveiligingsmaatregel|maatregelen|security measures|\bmeasures\b|TOMs?\b|subprocessor|lijst|instructie|"
    r"bezwaar|objection|verwerking(?:en)? wijzig|persoonsgegevens (?:te )?wijzig",
)


def _sentence_before(reading: Reading, sentence: Sentence) -> str:
    """The words of the two sentences before `sentence` in its clause, which "them" may refer to."""
    at = reading.sentences.index(sentence)
    return " ".join(s.text for s in reading.sentences[max(0, at - 2) : at] if s.clause is sentence.clause)


def _amendment(reading: Reading) -> Iterator[Candidate]:
    sentences = sentences_with(
        reading,
        "wijzig",
        "afwijk",
        "afgeweken",
        "aanvull",
        "aanpass",
        "aangepast",
        "herzien",
        "amend",
        "modif",
        "vari",
        "änder",
        "anpass",
        "anzupass",
        "ergänz",
        "verander",
        "bijwerk",
        "change",
        "évoluer",
        "past ",
        "passen ",
        "changed",
        "revise",
        "update",
    )
    for sentence in sentences:
        text = sentence.text
        them = _THEM_ALONE.match(text) is not None and _THIS.search(_sentence_before(reading, sentence))
        if not (_CHANGE_OF_THIS.search(text) or _OPENS_WITH_CHANGE.match(text) or them) or _MEASURES.search(text):
            continue
        alone = _ALONE.search(text)
        if them or (alone and not re.search(r"\bniet\b|\bnot\b(?! less)|\bnicht\b", text[: alone.end()], _I)):
            yield proposed("term.amendment", sentence, value="processor_with_notice")
            yield from _notice(reading, sentence)
        elif _WRITTEN.search(text) and _TOGETHER.search(text) and _ONLY.search(text):
            yield proposed("term.amendment", sentence, value="mutual_written")
        elif _CONSULT.search(text):
            yield proposed("term.amendment", sentence, value="in_consultation", strength=Strength.PASSING)


_AHEAD = AnyCase(
    r"(?:gaan|gaat|treden|treedt|take|come) (?:pas )?(?:in|in werking|effect|into force)\b[^.;]{0,40}\b(?:nadat|na|after)\b|van ?tevoren|vooraf|tevoren|voordat|voor(?:dat)? [^.;]{0,30}(?:ingang|ingaan|inwerking)|prior|advance|before|"
    r"notice|aankondig|à l'avance|au moins|mededel|voraus|vorher|\w*ankündigung|\bfrist von\b|préavis|avertir|\bavant\b",
)


def _notice(reading: Reading, amendment: Sentence) -> Iterator[Candidate]:
    """The notice of an amendment, in its own sentence or the next of its clause."""
    at = reading.sentences.index(amendment)
    for sentence in reading.sentences[at : at + 3]:
        if sentence.clause is not amendment.clause or not _AHEAD.search(sentence.text):
            continue
        named = list(durations(sentence.text))
        if named:
            yield proposed("term.amendment_notice", sentence, value=named[0].iso)
            return


RULES = (Rule("term-amendment", ("term.amendment", "term.amendment_notice"), _amendment),)
