"""A count -> how it is written: as a number, a letter, a Roman numeral, a word, in the forms that Word, OpenDocument and
browsers name."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FOOTNOTE_SIGNS = "*†‡§"
_CARDINALS = {
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien twintig",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix- "
    "huit dix-neuf vingt",
}
_ORDINALS = {
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
    "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte "
    "fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième "
    "douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
}
_AROUND = {
    "decimalZero": "{:02d}",
    "numberInDash": "- {} -",
    "decimalEnclosedParen": "({})",
    "decimalEnclosedFullstop": "{}.",
}
_ENGLISH_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def written(count: int, form: str, language: str = "en") -> str:
    """`count` in a form such as decimal, lowerLetter, upperRoman or ordinalText; empty for the form none.

    After z come aa, bb and so on, as Word has it; in lowerAlphabet aa, ab. A form that isn't known counts in digits.
    """
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26 * 30:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerAlphabet", "upperAlphabet") and count > 0:
        return _alphabet(count) if form == "lowerAlphabet" else _alphabet(count).upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    if form in ("cardinalText", "ordinalText"):
        words = (_CARDINALS if form == "cardinalText" else _ORDINALS).get(language, "").split()
        return words[count - 1].capitalize() if 0 < count <= len(words) else str(count)
    if form == "ordinal":
        return f"{count}{_ending(count, language)}"
    if form == "chicago" and 0 < count <= 40:
        return _FOOTNOTE_SIGNS[(count - 1) % 4] * ((count - 1) // 4 + 1)
    if form == "none":
        return ""
    around = {
        "decimalZero": "{:02d}",
        "numberInDash": "- {} -",
        "decimalEnclosedParen": "({})",
        "decimalEnclosedFullstop": "{}.",
    }
    return around.get(form, "{}").format(count)


def _alphabet(count: int) -> str:
    letters = ""
    while count > 0:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(count: int) -> str:
    roman = ""
    for value, sign in _ROMAN:
        roman += sign * (count // value)
        count %= value
    return roman


def _ending(count: int, language: str) -> str:
    if language == "en":
        return "th" if count % 100 in (11, 12, 13) else _ENGLISH_ENDINGS.get(count % 10, "th")
    if language == "fr":
        return "er" if count == 1 else "e"
    return {"nl": "e", "de": "."}.get(language, "")
