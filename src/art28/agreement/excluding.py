"""The text of an agreement -> where it rejects any other processor agreement between the parties, in the document's words.

Such an agreement holds for every order under it, and stands against another one of the same parties until a person says
why both may stand.
"""

import re

_ENDS = re.compile(r"[.;!?](?=\s)|\n\s*\n")
_LONGEST = 1_200
_WORDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"verwerkersovereenkomst|bewerkersovereenkomst|process(?:or|ing) (?:agreement|addendum)|auftragsverarbeitung"
        r"|contrat de sous-traitance",
        r"uitdrukkelijk|nadrukkelijk|expressly|explicitly|ausdrücklich|expressément",
        r"afgewezen|van de hand|\bwijst\b|uitgesloten|niet van toepassing|verworpen|reject|exclude|not apply|zurückgewiesen"
        r"|ausgeschlossen|rejet|exclu[es]?\b",
    )
)


def rejection(text: str) -> str:
    """The first sentence that rejects other processor agreements; empty for none.

    >>> rejection("Dit geldt voor elke order. Verwerkersovereenkomsten van de klant worden uitdrukkelijk afgewezen.")
    'Verwerkersovereenkomsten van de klant worden uitdrukkelijk afgewezen.'
    >>> rejection("Partijen sluiten een verwerkersovereenkomst.")
    ''
    """
    start = 0
    for end in (*(match.end() for match in _ENDS.finditer(text)), len(text)):
        said = " ".join(text[start:end].split())
        if len(said) <= _LONGEST and all(words.search(said) for words in _WORDS):
            return said
        start = end
    return ""
