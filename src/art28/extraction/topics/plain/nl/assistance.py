"""Turns of Dutch on help and what it costs, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "assistance.prior_consultation",
        ("raadple", "vooraf", "eerst naar"),
        (
            r"\braadple(?:egt|gen) (?:hij|zij|ze|deze|CONTROLLER)\b[^.;]{0,12}\b(?:vooraf|voorafgaand\w*)\b[^.;]{0,20}(?:{authority})|"
            r"(?:{authority})[^.;]{0,20}\bvooraf\b[^.;]{0,20}\b(?:om advies|raadplegen|te raadplegen)\b|"
            r"(?:{authority})[^.;]{0,12}\b(?:raadpleegt|raadplegen)\b[^.;]{0,12}\bvoordat\b|"
            r"\braadpleging\b[^.;]{0,20}\bvan (?:de )?(?:{authority})|"
            r"\beerst naar (?:de )?(?:{authority})[^.;]{0,12}\bmoet\b",
            r"{assist}",
        ),
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "assistance.prior_consultation",
        ("overleg met", "afstemming met"),
        (r"\b(?:overleg|afstemming) met (?:de )?(?:{authority})", r"{assist}", r"{dpia}"),
        unless=(r"{breach}",),
    ),
    Plain(
        "assistance.dpia",
        ("krijg", "verschaft", "levert", "verstrekt", "geeft"),
        (
            r"\bkrijgt? CONTROLLER van PROCESSOR\b[^.;]{0,30}\b(?:informatie|gegevens|hulp|medewerking)\b|"
            r"\bvoor (?:een|de) (?:{dpia}) (?:verschaft|levert|verstrekt|geeft) PROCESSOR\b[^.;]{0,20}\b(?:informatie|gegevens|inlichtingen)\b",
            r"{dpia}",
        ),
    ),
)
