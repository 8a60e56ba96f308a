"""Turns of French on data after the end, as speech.py reads them."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_END = r"sort des|fin d|terme|restitution|suppression|résiliation|cessation"
_FIN = r"fin\b|sort|terme|restitution|suppression|effacement|données|expiration"
_OR_GONE = r"(?:{delete}|\beffacer\b|\bsupprimer\b|\bdétruire\b|\bdestruction\b|\beffacement\b|\bsuppression\b)"
_OR_BACK = r"(?:{return}|\brendre\b|\bremise\b|\bremettre\b|\brestituer\b|\brestitution\b)"

TURNS: tuple[Plain, ...] = (
    Plain(
        "end.data",
        ("demande",),
        (
            r"\bPROCESSOR (?:restitue|renvoie|remet|fournit)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,12}\bsi (?:celui-ci|ce dernier|CONTROLLER) (?:le|la|en fait la) demande\b[^.]{0,80}(?:{delete})",
        ),
        value="return_on_request_then_delete",
    ),
    Plain(
        "end.deadline",
        ("qui suit", "qui suivent", "suivant"),
        (
            r"^[\W\d]*dans (?:le mois|les [^.;,]{3,20}) (?:qui sui(?:t|vent)|suivant) (?:la fin|l'expiration|le terme|la résiliation)\b[^.;]{0,60}(?:{return}|{delete})",
        ),
        value=PERIOD,
    ),
    Plain(
        "end.deadline",
        ("s'exécute", "y procède", "y satisfait"),
        (r"\b(?:PROCESSOR|il|elle) (?:s'exécute|y procède|y satisfait)\b[^.;]{0,12}\b(?:dans|sous|en|avant)\b",),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.data",
        ("selon instruction", "selon les instructions", "selon l'instruction"),
        (
            r"\bPROCESSOR (?:restitue|rend|remet)\b[^.;]{0,60}\bou (?:les |en )?(?:supprime|détruit|efface)\b[^.;]{0,60}\bselon (?:l'|les )?instructions? (?:du|de la|de l'|des) ?CONTROLLER\b",
        ),
        value="controller_chooses",
    ),
    *(
        Plain(
            key,
            ("choisir", "indique", "choix", "fait savoir", "fait connaître", "décide"),
            (
                r"\bCONTROLLER\b[^.;]{0,60}\b(?:choisir entre|indique\b[^.;]{0,40}\bs'il doit|fait (?:savoir|connaître)\b[^.;]{0,30}\bs'il doit|décide\b[^.;]{0,12}\bsi)\b",
                _OR_BACK,
                _OR_GONE,
            ),
            value=value,
            under=_FIN,
        )
        for key, value in (("end.data", "controller_chooses"), ("end.choice_window", PERIOD))
    ),
    Plain(
        "end.deadline",
        ("y procède", "achevée", "s'exécute", "l'opération"),
        (
            r"\b(?:y procède|s'exécute|l'opération est (?:achevée|terminée|effectuée)|est (?:achevée|exécutée|accomplie))\b[^.;]{0,40}\b(?:mois|jours?|semaines?)\b",
        ),
        value=PERIOD,
        under=r"sort|fin\b|restitution|suppression|terme",
        unless=(r"{breach}", r"{rights}"),
    ),
    Plain(
        "end.legal_retention_exception",
        ("loi", "légal"),
        (
            r"\b(?:hormis|excepté|sauf|à l'exception de|sous réserve de)\b[^.;]{0,40}\b(?:la loi|légales?)\b[^.;]{0,30}\b(?:oblige|impose|exige|conserv\w+|garder)\b",
        ),
        under=_FIN,
    ),
    Plain(
        "end.choice_window",
        ("choisit", "choisir", "choix"),
        (
            r"\bCONTROLLER (?:\w+ )?(?:choisit|choisir|indique)\b[^.;]{0,12}\bdans (?:le|les|un délai)\b[^.;]{0,60}\b(?:suivant|suit|suivent|à compter|après|jours?|mois)\b",
        ),
        value=PERIOD,
        under=_FIN,
    ),
    Plain(
        "end.deadline",
        ("cela doit", "ceci doit", "c'est fait", "doit être fait"),
        (
            r"\b(?:cela|ceci) (?:doit|devra) être (?:fait|achevé|effectué|accompli)\b[^.;]{0,12}\b(?:dans|sous|avant)\b[^.;]{0,20}\b(?:mois|jours?|semaines?)\b",
        ),
        value=PERIOD,
        under=r"sort|fin\b|restitution|suppression",
    ),
    Plain(
        "end.legal_retention_exception",
        ("loi", "légale", "légal"),
        (
            r"\b(?:conserv\w+|garder|gardés?|archiv\w+)\b[^.;]{0,60}\b(?:la loi|légale?s?|légalement)\b|\b(?:la loi|légale?s?|légalement)\b[^.;]{0,60}\b(?:conserv\w+|garder|gardés?|archiv\w+)\b",
            r"\b(?:sauf|hormis|excepté|exclus|ne sont pas|échappent|à l'exception|sous réserve|impose\w*|oblige\w*|peuvent|peut)\b",
        ),
        under=_FIN,
        unless=(r"\bfrais\b", r"{rights}"),
    ),
)
