"""Text -> verdict on confidentiality: whether the persons who process are bound (Art. 28(3)(b))."""

from art28.checking.judging import Judgement, met, missing, partial
from art28.checking.words.text import Questioned, cue, meeting

_OTHER_SECRETS = (
    r"\b(?:CONTROLLER|auditors?|derde|deskundige)\b (?:\w+ ){0,3}(?:zal|shall|dient|must|will|is verplicht|verplicht zich) … {secrecy}",
    r"\binloggegevens\b",
    r"\b(?:vertrouwelijkheid|confidentiality|vertraulichkeit),? (?:de )?(?:integriteit|integrity|integrität)",
)
_STAFF_BOUND = (
    cue("{staff}", "{secrecy}", "{bound}", unless=(*_OTHER_SECRETS, r"\b(?:audit|inspect)\w*\b")),
    cue(
        r"\b(?:geheimhoudings(?:verklaring|overeenkomst|beding)\w*|confidentiality (?:agreement|undertaking|declaration)s?)\b",
        "{staff}",
    ),
    cue(r"\b(?:arbeids(?:contract|overeenkomst)\w*|employment (?:contract|agreement)s?)\b", "{secrecy}"),
    cue(
        r"\bgeheimhoudings(?:verklaring|overeenkomst)\w*\b",
        r"\b(?:getekend|ondertekend|tekenen|ondertekenen)\b",
        unless=(r"\b(?:CONTROLLER|auditors?|derde|deskundige)\b",),
    ),
    cue("{staff}", r"\b(?:vertrouwelijkheidsverplichting|geheimhoudingsplicht)\w*\b"),
    cue(
        r"\b(?:zorgt|draagt … zorg|draagt … voor|ziet … op toe|waarborgt|garandeert|ensures?|procures?|stellt … sicher)\b … {staff} … {secrecy}",
        unless=_OTHER_SECRETS,
    ),
    cue("{staff}", "{secrecy}", r"\barbeids\w*\b|\bemployment (?:agreement|contract)s?\b"),
)
_PROCESSOR_BOUND = cue(
    "{secrecy}",
    r"\b(?:PROCESSOR|gegevens|data|informatie|information|daten|données)\b",
    unless=(*_OTHER_SECRETS, r"\bverklaring van vertrouwelijkheid\b"),
)
# "PROCESSOR sees to it that this duty is its employees' too", right behind its own.
_ALSO_THEIRS = cue(
    r"\b(?:zorg\w*|draagt … zorg|ziet … toe|waarborgt|garandeert|legt|verplicht|ensures?|procures?|stellt … sicher|verpflichtet|veille\w*|impose\w*)\b",
    r"\b(?:deze|die|dezelfde|dit|this|that|the same|diese\w*|dieselbe\w*|cette|la même|ces)\b (?:\w+ ){0,2}(?:plicht|verplichting\w*|geheimhouding\w*|duty|obligation|pflicht|verpflichtung|obligations?)\b",
    "{staff}",
)
_EXTENDED = cue(
    r"\b(?:verplichtingen|obligations|duties)\b … \b(?:gelden ook|eveneens|also apply|extend to|gelden tevens)\b … {staff}"
)


def persons_bound(text: Questioned) -> Judgement:
    """Art. 28(3)(b): the persons authorised to process are bound to confidentiality."""
    requirement = "b_confidentiality"
    among = text.about(
        "geheim", "vertrouwelijk", "confiden", "secre", "zwijg", "vertraulich", "verschwiegen", "disclos"
    )
    bound = meeting(among, *_STAFF_BOUND)
    if bound:
        return met(requirement, bound)
    alone = meeting(among, _PROCESSOR_BOUND)
    theirs = meeting((o for one in alone for o in text.around(one, after=2)), _ALSO_THEIRS)
    if theirs:
        return met(requirement, (*alone[:1], *theirs[:1]))
    extended = meeting(text.about("gelden ook", "tevens", "also apply", "extend to", "eveneens"), _EXTENDED)
    if alone and extended:
        return partial(requirement, (*alone[:2], *extended[:1]), "commitment")
    return partial(requirement, alone, "staff") if alone else missing(requirement)
