"""Running text -> the stray spaces in it: those that a PDF's extraction put inside words.

A space is stray when the word it would make stands elsewhere in the document or among the words that every processor
agreement uses, and one of its halves is no word by itself. Where both halves are words, nothing is mended.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from art28.document.pattern import compiled

# Letters in a row; those that are tried first are told from others without asking what sort they are.
_LETTERS = r"(?:[A-Za-zÀ-ÖØ-öø-ÿ]++|[^\W\d_])"
# A word, and the one behind it that may go on with it: none that an apostrophe ends ("le Client s'engage").
_WORD = re.compile(rf"({_LETTERS}++)(?: (?=([a-zà-öø-ÿ]{_LETTERS}*+)(?!['’])))?")
_PAIR = re.compile(rf"(?<![^\W\d_])({_LETTERS}++) (?=([a-zà-öø-ÿ]{_LETTERS}*+)(?!['’]))")
_HYPHEN_APART = compiled(r"(?: +- *|- +)(?=(?P<after>[^\W\d_]+))")
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
# Words so common that they stand by themselves even where the word before them would take them as an ending.
_SMALL_TEXT = """
    aan al als bij dan dat de den der des die dit door een en er had het hun in is maar mee met na naar niet of om ook op over
    per te ten ter tot uit van voor want wat zich zij zijn
    a an and any are as at be but by for from has he her his if it its may no not of off on or our out shall so such that the
    their then this to under up was we will with you
    am auf aus bei bis das dem ein eine er es für im ist mit nach nicht oder sie so um und vom von vor wie zu zum zur
    au aux ce ces dans du elle est et il la le les leur ne ou par pas pour que qui sa se ses si son sont sur un une
"""
SMALL_WORDS = frozenset(_SMALL_TEXT.split())
# Who opens a sentence: "Er hält die Daten getrennt".
_SPEAKS_OF = frozenset({"Er", "Es", "Il", "It", "We", "He", "Ik", "Je", "Du"})
_CONJUNCTIONS = frozenset({"en", "of", "and", "or", "und", "oder", "et", "ou"})
# No Dutch word begins so; the letters go on with a word that was broken off ("ge ïnformeerd").
_NEVER_FIRST = frozenset("ïë")
_ONE_LETTER_WORDS = frozenset("abciouxyàéèô")
_SHORTEST = 4
_SPLINTER = 3
_LONGEST = 40
_SCATTERED = 3
# Words of the Regulation and of agreements under it, long enough that no two words make them by accident.
_KNOWN_TEXT = """
    aansprakelijkheid aansprakelijk aanpassing afspraken algemene autoriteit bepalingen betrokkene betrokkenen beveiliging
    beveiligingsmaatregelen beveiligingsniveau bewaartermijn bewaren bewijzen bijlage bijlagen categorieën controle datalek
    datalekken derden diensten doeleinden doorgifte formaat garanties gebruik gebruikers gegevens geheimhouding
    hoofdovereenkomst inbegrepen inbreuk incident informatie instructie instructies leverancier maatregelen medewerkers
    medewerking melding meldplicht modelbepalingen onderaannemer onredelijke opdrachtgever opdrachtnemer
    organisatorische overeenkomst overeenkomstig partijen passende persoonsgegevens privacywetgeving rechtbank redelijke
    schriftelijk schriftelijke subverwerker subverwerkers technische tekortkoming toepassing toestemming toezichthouder
    uitdrukkelijk uitvoering verantwoordelijke vernietigen verordening verplicht verplichting verplichtingen vertraging
    vertrouwelijk vertrouwelijkheid verwerken verwerker verwerkers verwerkersovereenkomst verwerking verwerkingen
    verwerkingsdoeleinden verwerkingsverantwoordelijke verwijderen verzoek voorafgaand voorafgaande voorwaarden
    vroegtijdige waarschuwing wijziging wijzigingen wissen andere tijdige toepasselijk toepasselijke vermelding functies
    agreement appropriate authority breach categories confidentiality controller controllers customer liability measures
    notification obligations organisational organizational personal processing processor processors purposes regulation
    request security services subject subjects subprocessor subprocessors supervisory technical undue
    auftragsverarbeiter auftragsverarbeitung datenschutz personenbezogene personenbezogener verantwortliche
    verantwortlicher verarbeitung responsable traitement données personnelles
"""
_KNOWN = frozenset(_KNOWN_TEXT.split())
# Left halves that a hyphen joins to what follows, also when the extraction left spaces around it.
_PREFIXES = frozenset({"sub", "back", "e", "co", "non", "need", "multi", "anti", "e-mail"})


def stray_spaces(text: str, is_hyphen: Callable[[int], bool]) -> tuple[tuple[int, int], ...]:
    """The ranges of `text` to leave out, in order: spaces within words and around hyphens.

    `is_hyphen` tells whether the "-" at an offset is one, and not a dash that the flow writes alike.
    """
    found = _WORD.findall(text)
    words = Counter([word for word, _ in found])
    folded: Counter[str] = Counter()
    for word, count in words.items():
        folded[word.casefold()] += count
    within = _within_words(text, set(found), words, folded)
    around = _around_hyphens(text, folded, is_hyphen, len(within))
    return tuple(sorted({*within, *around}))


def _within_words(
    text: str, beside: Iterable[tuple[str, str]], words: Counter[str], folded: Counter[str]
) -> list[tuple[int, int]]:
    """The spaces within words; `beside` are the words with those behind them, empty where none may go on with it."""
    known = _KNOWN.union(folded)
    pairs = {
        (one, other)
        for one, other in beside
        if other
        and ((one + other).casefold() in known or other[0] in _NEVER_FIRST)
        and other not in SMALL_WORDS
        and one not in _SPEAKS_OF
        and _may_be_one_word(one + other, one, folded)
    }
    suspects = (
        [(pair[1], pair[2], pair.end()) for pair in _PAIR.finditer(text) if pair.groups() in pairs] if pairs else []
    )
    counts = Counter((one, other) for one, other, _ in suspects)
    found: list[tuple[int, int]] = []
    joined_until = -1
    for one, other, after in suspects:
        count = counts[one, other]
        whole = (one + other).casefold()
        halved = words[one] <= count or words[other] <= count
        splinter = min(len(one), len(other)) <= _SPLINTER and one not in SMALL_WORDS
        usual = whole in _KNOWN or folded[whole] > count or (splinter and folded[whole] == count)
        ending = len(other) == 1 and other not in _ONE_LETTER_WORDS
        if after - 1 - len(one) >= joined_until and ((halved and usual) or ending or other[0] in _NEVER_FIRST):
            found.append((after - 1, after))
            joined_until = after + len(other)
    return found


def _may_be_one_word(joined: str, left: str, folded: Counter[str]) -> bool:
    """Whether the two halves, the right one no small word, make a word that this document or every agreement uses."""
    if joined[len(left)] in _NEVER_FIRST:
        return True
    whole = joined.casefold()
    if len(whole) < _SHORTEST:
        return len(whole) == _SHORTEST - 1 and len(left) == 1 and folded[whole] > 2
    return whole in folded or whole in _KNOWN


def _around_hyphens(
    text: str, folded: Counter[str], is_hyphen: Callable[[int], bool], broken_words: int
) -> list[tuple[int, int]]:
    sure: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    for match in _HYPHEN_APART.finditer(text):
        hyphen = text.index("-", match.start())
        left, right = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST), match.start()), match["after"]
        if left is None or not is_hyphen(hyphen):
            continue
        before, after = (match.start(), hyphen), (hyphen + 1, match.end())
        one, other = left[0].casefold(), right.casefold()
        if other in _CONJUNCTIONS:
            likely.append(before)
        elif one in _PREFIXES or one + other in folded:
            sure.extend((before, after))
        elif left[0].isupper() and len(left[0]) > 1 and right[0].islower():
            likely.extend((before, after))
    # A hyphen between spaces may be meant as a dash; where the extraction scatters spaces, it isn't.
    found = sure + likely if len(sure) + broken_words > _SCATTERED else sure
    return [span for span in found if span[0] < span[1]]
