"""Sentence -> the limits that it puts on liability: on what basis, how much, for what period."""

import re
from dataclasses import dataclass

from art28.agreement.model import Record
from art28.extraction.values.amounts import amounts, foreign_amounts
from art28.extraction.words.search import AnyCase

_I = re.IGNORECASE
_LIMITS = AnyCase(
    r"beperkt tot|\bin tot (?:(?:ten hoogste|maximaal) )?(?=€|eur\b|een bedrag\b|\w+ (?:miljoen|duizend|euro)\b)|\bmax\b|gecapt|aansprakelijk(?:heid)? (?:is |blijft )?tot (?=€|eur\b|(?:het|een) bedrag\b)|beperkt (?:is|wordt|blijft)|gemaximeerd|maximale (?:aansprakelijkheid|vergoeding|schade\w*)|gelimiteerd|maximaal|maximum|ten hoogste|hoogstens|"
    r"(?:niet|nooit|nimmer) (?:\w+ ){0,4}?(?:meer|hoger)|"
    r"zal (?:nooit|nimmer|niet) (?:hoger|meer) (?:zijn|bedragen)|niet te boven|(?:niet|nooit|nimmer) tot (?:\w+ )?(?:meer|hogere?)|in geen geval[^.;]{0,160}(?:meer|hoger|overschrijd)|meer (?:bedragen |verschuldigd )?dan|(?:overstijgt|overschrijdt) (?:nooit|nimmer|niet|in geen geval)|bovengrens|plafond|tot een bedrag van|bis zu|haftet [^.;]{0,60}\bbis\b|ne dépasse(?:ra)? (?:pas|en aucun cas)|ne (?:saurait|peut|pourra) (?:\w+ ){0,2}?(?:excéder|dépasser)|n'excédera (?:pas|en aucun cas)|n'excède (?:pas|en aucun cas|jamais)|ne (?:peut|saurait|pourra) être tenue? (?:au-delà|au delà)|beträgt (?:maximal|höchstens)|au maximum|dans la limite d|plafonn\w*|limitée?(?:, [^.;,]{3,40},)? (?:à|au)\b|limited\b[^.;]{0,30}? to|"
    r"(?:not|never) exceed|(?:not|never) (?:be )?liable for more than|the most PROCESSOR (?:will|can)|in no (?:event|circumstances?)|cap(?:ped)?\b|up to|no more than|aggregate liability|"
    r"begrenzt|beschränkt|höchstens|gesteld op|vergoed(?:t|en)\b[^.;]{0,60}\btot (?:het|een) bedrag\b|"
    r"\b(?:limitée?|plafonnée?)(?:, par an(?:née)?,)? (?:à|au)\b|aansprakelijk(?:heid)?\b[^.;]{0,20} tot (?:\w+ )?(?:één|een|twee|drie|vier|vijf|zes|tien|twaalf|\d{1,2}) ?(?:maal|keer|x)\b",
)
_PER = (
    (
        "event",
        AnyCase(
            r"per (?:gebeurtenis|schade ?geval|schadegebeurtenis|incident|geval|event|occurrence|claim|aanspraak|"
            r"schadefall)|\bje (?:schadensfall|schadenfall|schadensereignis|ereignis|einzelfall)|par (?:sinistre|événement)|in (?:dat|het (?:betreffende|desbetreffende|voorkomende)) geval|(?:each|any one|for each) (?:event|occurrence|claim|incident)",
        ),
    ),
    (
        "year",
        AnyCase(
            r"per (?:kalender|contract|school|boek)?jaar|per (?:calendar |contract )?year|jaarlijks|per annum|annual aggregate|"
            r"(?:in|over) (?:any|each) (?:calendar |contract )?year|(?:pro|je|im) (?:kalender|vertrags)?jahr|par an(?:née)?\b|(?:in|for) (?:any|each) (?:calendar |contract )?year",
        ),
    ),
    (
        "total",
        AnyCase(
            r"\btota(?:le|al)\b|in geen geval|nooit meer|nimmer meer|in no event|aggregate|\btotal\b|"
            r"(?:gedurende|over) de (?:gehele |hele )?looptijd|all causes combined|toutes causes|pour la durée|sur la durée|cumulati|insgesamt",
        ),
    ),
)
_PRICE = AnyCase(
    r"(?:overeengekomen|bedongen|contractuele|contracts?-?|agreed) ?(?:prijs|price|som|sum|vergoeding)|(?:prijs|"
    r"price|vergoeding)\b[^.;]{0,40}(?:overeengekomen|bedongen)|(?:maal|keer) (?:het|de) (?:honorarium|opdrachtsom|koopsom)(?![^.;,]{0,60}(?:maand|jaar)\b)|contractprijs|contract value|factuurwaarde|"
    r"factuurbedrag",
)
_FEES = AnyCase(
    r"vergoeding\w*|betaald|betaalde|\bbetaalt\b|gefactureerd\w*|\bfees?\b|paid|payable|invoiced|omzet|abonnementskosten|"
    r"bedrag\w*|vergütung|entgelt\w*|honorarium|abonnementsgeld\w*|\bcharges\b|payments?|redevances?|abonnement annuel|sommes|montants? (?:payée?s?|versée?s?|facturée?s?|réglée?s?)|prijs",
)
_YEAR = AnyCase(
                   r"(?:één|een|1|eén) ?(?:\((?:één|een|1)\) )?(?:kalender)?jaar|(?:twaalf|12) ?(?:\((?:twaalf|"
                   r"12)\) )?maand(?:en|termijnen|bedragen|facturen)|afgelopen jaar|laatste jaar|lopende (?:kalender|contract)?jaar|het jaar daarvoor|(?:betreffende|desbetreffende|betrokken) (?:kalender|contract)?jaar|in het jaar (?:voor(?:afgaand)?|waarin|van|dat)\b|in that year|voorafgaande? (?:kalender)?jaar|jaarvergoeding|jaaromzet|"
                   r"jaarlijkse|"
                   r"(?:twelve|12|one|1) ?(?:\((?:twelve|12|one|1)\)[- ])?(?:-)?(?:months?|"
                   r"year)(?<!one month)(?<!1 month)|preceding year|annual fees?|abonnement annuel|redevances? annuelles?|zwölf (?:\(12\) )?monat|douze (?:\(12\) )?(?:derniers )?mois")  # fmt: skip
_MONTH = AnyCase(
    r"(?:één|een|1|de) ?(?:\(1\) )?(?:kalender)?maand\b|one month|per maand|monthly|voorafgaande maand",
)
_INSURANCE = AnyCase(
                        r"verzeker(?:aar|ing)\w*[^.;]{0,90}(?:uitkeert|uitkering|uitbetaalt|uitgekeerd|uitbetaald|"
                        r"gedekt|dekking)|(?:uitgekeerd|uitbetaald|gedekt|uitkering)[^.;]{0,90}verzeker|insur(?:er|"
                        r"ance)[^.;]{0,60}(?:pays|paid|covers?|covered)|"
                        r"(?:paid|covered)[^.;]{0,60}insur")  # fmt: skip
# A limit for when the insurer pays nothing, and what it is called as a scope.
_UNPAID = (
    (AnyCase(r"\bkeert\b[^.;]{0,60}verzekeraar[^.;]{0,60}\bniet\b[^.;]{0,20}\buit\b|verzekeraar\b[^.;]{0,60}\bniet\b[^.;]{0,40}"
                r"\buit(?:keert|betaalt)|geen (?:uitkering|uitbetaling)\b[^.;]{0,60}verzeker"), "verzekeraar keert niet uit"),
    (AnyCase(r"insurer\b[^.;]{0,60}\b(?:not|refuses to|declines to) pay|no payment[^.;]{0,60}insur"), "insurer does not pay"),
)  # fmt: skip
_DIRECT = AnyCase(r"directe schade|direct damages?|direct loss")
_DIRECT_ABROAD = AnyCase(r"dommages? directs?|(?:unmittelbare|direkte) schäden")
_LONG_RUNNING = AnyCase(r"duurovereenkomst[^.;,]{0,60}")
_MULTIPLE = AnyCase(r"boete|penalty|dwangsom")


# "ten minste € 1.000.000 verzekerd" is what is insured, and no limit.
_INSURED_FOR = AnyCase(r"\b(?:ten minste|tenminste|minimaal|minstens|at least|mindestens|au moins)\W*(?:eur|€)?\W*$")
_IS_INSURED = AnyCase(r"^[^.;]{0,60}(?:verzeker|insur|versicher|assur)")


# "… wat de verzekeraar uitkeert, met een minimum van € 1.000.000": what may be owed at least.
_AT_LEAST = AnyCase(r"\b(?:met een|with a|mit einem|avec un) minimum (?:van|of|von|de)\W*(?:eur|€)?\W*$")
# "… tot maximaal € 25.000 in totaal"
_IN_TOTAL = AnyCase(r"^\W*(?:in totaal|in total|insgesamt|au total)\b")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on liability; `amount` in euros where it is fixed, `per` event, year, total or None."""

    basis: str
    amount: int | None
    per: str | None
    scope: str | None

    def record(self) -> Record:
        """The limit as a record of the catalogue."""
        return {"basis": self.basis, "amount": self.amount, "per": self.per, "scope": self.scope}


# German puts the word that limits behind the amount: "auf 10.000 € begrenzt".
_LAST_WORD = AnyCase(r"niet te boven|begrenzt|beschränkt|beperkt\b(?! tot)|limited\b(?! to)")
_OWN_PART = re.compile(r"[,;]|\b(?:en|and|und|et)\b")
# "€ 1 per gebeurtenis … en per jaar tot € 2": what stands before another amount is counted for that one.
_NEXT_AMOUNT = re.compile(
    r"[\s,:]*(?:(?:tot|to|auf|bis|à|op|van|een bedrag|maximaal|ten hoogste|up)\s+){0,3}(?:€|eur\b)", _I
)
# "€ 1 per jaar, of zoveel meer als zijn verzekeraar uitkeert": what an amount is counted per is its own.
_AFTER_AN_AMOUNT = re.compile(r"(?:€|eur\b)[^;]*,\s+(?:of|or|oder|ou)\b(?!.*(?:€|eur\b))", _I)
_WITHIN = 70
_BLANK = AnyCase(r"(?:€|\beur\b)\s*(?:_{2,}|\.{3,}|…+|\[[^\]]{0,30}\])")


def limits_in(text: str) -> tuple[Limit, ...]:
    """The limits that a sentence on liability names, in order; empty where it limits nothing by itself."""
    opening = _LIMITS.search(text)
    if opening is None or _MULTIPLE.search(text):
        return ()
    start = opening.start()
    if _LAST_WORD.match(text, start) and not any(amounts(text[start:])):
        start = 0
    said = text[start:]
    scope = (
        "directe schade"
        if re.search(r"directe schade", text, _I)
        else ("direct damages" if _DIRECT.search(text) else None)
    )
    abroad = _DIRECT_ABROAD.search(text)
    scope = scope or (abroad[0].lower() if abroad else None)
    scope = scope or next((name for pattern, name in _UNPAID if pattern.search(text)), None)
    found: list[tuple[int, Limit]] = []
    if (price := _PRICE.search(said)) and not _YEAR.search(said):
        found.append((price.start(), Limit("contract_price", None, _per(text, None), scope)))
    fees = _FEES.search(said)
    if fees and (year := _YEAR.search(said)):
        found.append((year.start(), Limit("fees_of_year", None, _per(text, None), _with_occasion(scope, text))))
    elif fees and (month := _MONTH.search(said)):
        found.append((month.start(), Limit("fees_of_month", None, _per(text, None), scope)))
    if insurance := _INSURANCE.search(said):
        own = _AFTER_AN_AMOUNT.search(said[: insurance.start()])
        per = _per(said[own.end() :] if own else text, None)
        found.append((insurance.start(), Limit("insurance", None, per, scope)))
    if blank := _BLANK.search(said):
        at = (start + blank.start(), start + blank.end())
        found.append((blank.start(), Limit("fixed", None, _per(text, at), scope)))
    for amount in amounts(said):
        at = (start + amount.start, start + amount.end)
        if _AT_LEAST.search(said[: amount.start]):
            continue
        if _INSURED_FOR.search(said[max(0, amount.start - _WITHIN) : amount.start]) and _IS_INSURED.search(
            said[amount.end :]
        ):
            continue
        found.append((amount.start, Limit("fixed", amount.euros, _per(text, at), scope)))
    found += [
        (first, Limit("fixed", None, _per(text, (start + first, start + last)), scope))
        for first, last in foreign_amounts(said)
    ]
    return tuple(limit for _, limit in sorted(found, key=lambda f: f[0]))


def _with_occasion(scope: str | None, text: str) -> str | None:
    occasion = _LONG_RUNNING.search(text)
    return "; ".join(part for part in (scope, occasion and occasion[0].strip()) if part) or None


def _per(text: str, amount: tuple[int, int] | None) -> str | None:
    """What a limit is counted per: what stands right behind its amount or before it, else what the sentence says."""
    if amount is not None:
        near = text[amount[1] : amount[1] + 40]
        if _IN_TOTAL.search(near):
            return "total"
        for name, pattern in _PER[:2]:
            match = pattern.search(near)
            goes_on = match and re.search(r"\b(?:en|and|of|or|und|et)\b", near[: match.start()])
            if goes_on and match and _NEXT_AMOUNT.match(text, amount[1] + match.end()):
                continue
            if match and not re.search(r"\b(?:en|and|of|or|,)\b.*€", near[: match.start()]):
                return name
        own = _OWN_PART.split(text[: amount[0]])[-1]
        before = next((name for name, pattern in _PER if pattern.search(own[-_WITHIN:])), None)
        if before:
            return before
    return next((name for name, pattern in _PER if pattern.search(text)), None)
