"""Turns of French on purposes of its own and special categories of data, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "processing.own_purposes",
        ("aucune autre finalité", "propres besoins", "propre compte"),
        (
            r"\b(?:n'utilise|ne traite|n'exploite)\b[^.;]{0,30}\bdonnées\b[^.;]{0,12}\b(?:pour|à) aucune autre (?:finalité|fin)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("aucune autre fin",),
        (
            r"\bdonnées\b[^.;]{0,20}\bne (?:sont|seront|peuvent être) (?:utilisées|traitées|exploitées) à aucune autre fin\w*\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("anonymis", "agrégé"),
        (
            r"\bPROCESSOR (?:peut|pourra|est autorisé)\b[^.;]{0,40}\bdonnées\b[^.;]{0,30}\b(?:anonymis|agrégé)\w*\b[^.;]{0,30}\b(?:améliorer|amélioration|statistiques?)\b",
        ),
    ),
    Plain(
        "processing.special_categories",
        ("données de santé", "données sensibles", "données biométriques"),
        (r"\b(?:constituent|sont) des données (?:de santé|sensibles|biométriques)\b",),
        value="listed",
        unless=(r"\bne (?:constituent|sont) pas\b",),
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
        "processing.own_purposes",
        ("propre compte", "propres besoins", "propres fins", "propre usage", "usage pour"),
        (
            r"\b(?:ne |n')[^.;]{0,40}\b(?:aucun usage|pas|aucune utilisation)\b[^.;]{0,40}\b(?:pour|à) (?:son|ses|leur|leurs) propres? (?:compte|besoins|fins|usage|intérêt)\b|"
            r"\b(?:interdit|défendu)\b[^.;]{0,60}\b(?:pour|à) (?:son|ses|leur|leurs) propres? (?:compte|besoins|fins|usage|intérêt)\b",
        ),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bsauf\b", r"\bCONTROLLER (?:n'utilise|ne traite|n'exploite)\b"),
    ),
    Plain(
        "processing.own_purposes",
        ("lui-même", "elle-même", "propre", "rien d'autre", "aucune autre"),
        (
            r"\b(?:ne |n')[^.;]{0,30}\b(?:emploie|utilise|exploite|traite|sert|servent)\b[^.;]{0,40}\b(?:rien d'autre|aucune autre (?:fin|finalité)|(?:pour|à) (?:lui|elle)-même|(?:son|ses) propres?)\b",
        ),
        value=False,
        unless=(
            r"SUBPROCESSOR",
            r"\bsauf\b",
            r"\binstructions?\b",
            r"\bCONTROLLER (?:n'utilise|n'emploie|ne traite|n'exploite)\b",
        ),
    ),
)
