"""Turns of French on confidentiality, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "confidentiality.staff_bound",
        ("elles", "ils"),
        (
            r"^[\W\d]*(?:elles|ils) (?:y )?(?:sont|ont été|ont)\b[^.;]{0,20}\b(?:soumis|tenu|astrei|sign|engag)\w*\b[^.;]{0,40}(?:{secrecy})",
        ),
        after=r"{staff}",
    ),
    Plain(
        "confidentiality.duty",
        ("secrète", "secret", "confidenti"),
        (
            r"\b(?:tenir|tient|garder|garde|conserver) (?:strictement )?(?:secrètes?|confidentielles?|sous le secret)\b[^.;]{0,40}\bdonnées\b|\bdonnées\b[^.;]{0,60}\b(?:tenues|gardées) (?:secrètes|confidentielles)\b",
        ),
        unless=(r"{staff}[^.;]{0,30}\b(?:tiennent|gardent)\b",),
    ),
    Plain(
        "confidentiality.staff_bound",
        (
            "engagement de confidentialité",
            "engagement de secret",
            "accord de confidentialité",
            "clause de confidentialité",
        ),
        (
            r"\b(?:fait|faire|a fait) (?:signer|souscrire)\b[^.;]{0,40}\b(?:engagement|accord|clause)\b[^.;]{0,20}\b(?:confidentialité|secret)\b[^.;]{0,20}\b(?:à|par) (?:quiconque|tou\w+|chaque|ses|son|l'ensemble)\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("confidentialité", "secret"),
        (
            r"\b(?:personnes?|collaborateurs?|salariés?|personnels?|préposés|équipes?|agents)\b",
            r"\b(?:promis|signé|souscrit|accepté|pris l'engagement|engagées?|engagés?|tenues?|tenus?|astreint\w*|liées?|liés?|soumis\w*)\b[^.;]{0,40}\b(?:confidentialité|secret)\b|\b(?:après|sans) avoir (?:signé|souscrit|accepté)\b[^.;]{0,30}\b(?:confidentialité|secret)\b",
            r"\b(?:accès|accèdent|accède|accéder|traite\w*|autorisées?|réservé)\b",
        ),
        unless=(r"\b(?:auditeurs?|tiers)\b", r"SUBPROCESSOR"),
    ),
)
