"""What French terms and annexes say in sentences of their own, as speech.py reads it; contracts.py has contracts."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_HANDS = (
    r"\bPROCESSOR (?:remet|fournit|transmet|communique|met à (?:la )?disposition|tient à (?:la )?disposition|donne)\b"
)
_WHAT_IS_NEEDED = r"\b(?:éléments|informations|documents|renseignements|pièces|documentation)\b[^.;]{0,20}\b(?:nécessaires?|utiles?|requis\w*)\b"
_HELP = r"assist|aide|coopér|collabor|accompagn"
_CHANGES = r"\bPROCESSOR (?:peut|pourra|se réserve le droit de)\b[^.;]{0,8}\b(?:la|les?) (?:modifier|faire évoluer|adapter|réviser|mettre à jour)\b"

_END = r"sort des|fin d|terme|restitution|suppression|résiliation|cessation"

TERMS = (
    Plain(
        "confidentiality.staff_bound",
        ("elles", "ils"),
        (
            r"^[\W\d]*(?:elles|ils) (?:y )?(?:sont|ont été|ont)\b[^.;]{0,20}\b(?:soumis|tenu|astrei|sign|engag)\w*\b[^.;]{0,40}(?:{secrecy})",
        ),
        after=r"{staff}",
    ),
    Plain(
        "processing.special_categories",
        ("données de santé", "données sensibles", "données biométriques"),
        (r"\b(?:constituent|sont) des données (?:de santé|sensibles|biométriques)\b",),
        value="listed",
        unless=(r"\bne (?:constituent|sont) pas\b",),
    ),
    Plain(
        "transfers.rule",
        ("exclusivement", "uniquement"),
        (
            r"\bdonnées\b[^.;]{0,60}\b(?:exclusivement|uniquement)\b[^.;]{0,12}\b(?:au sein de|dans|en)\b[^.;]{0,6}\b(?:espace économique européen|union européenne|eee|ue)\b",
        ),
        value="not_outside_eea",
        unless=(r"SUBPROCESSOR", r"\bsauf\b"),
    ),
    Plain(
        "processing.own_purposes",
        ("s'interdit", "propre compte", "besoins propres", "fins propres", "ses propres", "leur propre"),
        (
            r"\bs'interdit\b[^.;]{0,40}\b(?:utilis|exploit|trait|usage)\w*\b[^.;]{0,30}\b(?:autres? fins?|autres finalités|autre usage|propres?)\b|"
            r"\bn'(?:utilise|exploite)\b[^.;]{0,12}\b(?:pas|aucune?|jamais)\b[^.;]{0,40}\b(?:propre compte|besoins propres|propres besoins|fins propres|propres fins)\b|"
            r"\bne (?:traite|se sert)\b[^.;]{0,12}\b(?:pas|jamais)\b[^.;]{0,30}\b(?:propre compte|besoins propres|propres besoins|fins propres|propres fins)\b|"
            r"\b(?:réutilisation|utilisation|exploitation|usage)\b[^.;]{0,60}\b(?:propre compte|besoins propres|propres besoins|fins propres|propres fins|ses propres)\b[^.;]{0,20}\b(?:exclue?|interdite?|proscrite?|prohibée?)\b",
        ),
        value=False,
        unless=(r"{breach}", r"\bCONTROLLER (?:n'utilise|ne traite|n'exploite)\b"),
    ),
    Plain(
        "end.deadline",
        ("s'exécute", "y procède", "y satisfait"),
        (r"\b(?:PROCESSOR|il|elle) (?:s'exécute|y procède|y satisfait)\b[^.;]{0,12}\b(?:dans|sous|en|avant)\b",),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "assistance.dpia",
        ("analyse d'impact", "analyses d'impact", "analyse d’impact"),
        (rf"{_HANDS}[^.;]{{0,40}}{_WHAT_IS_NEEDED}", r"{dpia}"),
    ),
    Plain(
        "assistance.prior_consultation",
        ("consultation",),
        (
            rf"{_HANDS}[^.;]{{0,40}}{_WHAT_IS_NEEDED}",
            r"\bconsultation (?:préalable )?(?:de la cnil|de l'autorité|de l'apd|préalable)\b",
        ),
    ),
    Plain(
        "assistance.costs",
        ("facturé", "payant"),
        (
            r"\b(?:ce travail|cette (?:aide|assistance|prestation)|ces (?:prestations|travaux)|le temps passé)\b[^.;]{0,20}\b(?:est|sont|sera|seront) (?:facturée?s?|payante?s?)\b",
        ),
        value="controller",
        under=_HELP,
    ),
    Plain(
        "liability.regime",
        ("limitée", "plafonnée"),
        (
            r"\bresponsabilité\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,20}\b(?:est|sera) (?:limitée|plafonnée)\b[^.;]{0,40}\bau (?:montant|prix|total)\b[^.;]{0,30}\b(?:abonnement|redevances?|sommes|prix|services?)\b",
        ),
        value="capped",
    ),
    Plain(
        "term.amendment",
        ("en prévenant", "en avertissant", "en informant", "à condition de prévenir", "moyennant"),
        (rf"{_CHANGES}[^.;]{{0,20}}\b(?:en (?:prévenant|avertissant|informant)|à condition de prévenir|moyennant)\b",),
        value="processor_with_notice",
        unless=(r"{measures}", r"SUBPROCESSOR"),
    ),
)  # fmt: skip
"""Clauses whose words no usual cue has."""
