"""A text that came back beside ours -> what it brings that ours hadn't: findings, and positions towards the playbook."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from art28.agreement.model import Agreement, Value
from art28.checking.check import check
from art28.checking.model import Checked
from art28.checking.packs.pack import weight
from art28.checking.playbooks.judging import given_words, position, wanted
from art28.checking.playbooks.model import PlaybookRule, Position
from art28.web.agreements import rows
from art28.web.drafts.models import Returned
from art28.web.yardsticks.showing import POSITIONS
from art28.web.yardsticks.weighing import Yardstick

_LANGUAGES = ("nl", "en")


def brought(ours: Agreement, theirs: Agreement, yardstick: Yardstick, *, on: date) -> list[dict[str, Any]]:
    """What is kept with a file that came back; what counts, and how much, is the organisation's own."""
    before, after = check(ours), check(theirs)
    return [*_findings(before, after, yardstick), *_positions((ours, before), (theirs, after), yardstick, on)]


def _findings(before: Checked, after: Checked, yardstick: Yardstick) -> Iterator[dict[str, Any]]:
    known = {(each.message.key, each.requirement) for each in before.findings}
    for each in after.findings:
        severity = weight(yardstick.profile, each.id, each.severity)
        if severity is not None and (each.message.key, each.requirement) not in known:
            message = rows.of_message(each.message)
            yield {"severity": severity.value, "message": message, "article": each.article}


def _positions(
    ours: tuple[Agreement, Checked], theirs: tuple[Agreement, Checked], yardstick: Yardstick, on: date
) -> Iterator[dict[str, Any]]:
    """Rules that their text doesn't meet as preferred, where it says other than ours."""
    if yardstick.playbook is None:
        return
    for rule in yardstick.playbook.rules:
        was, given = _given(rule, *ours), _given(rule, *theirs)
        stands = position(rule, given, on=on)
        if was == given or stands is Position.PREFERRED:
            continue
        asked = rule.preferred or rule.required or rule.acceptable
        yield {
            "rule": rule.id,
            "fact": rule.fact,
            "position": stands.value,
            "title": dict(rule.title),
            "given": {each: given_words(rule, given, each) for each in _LANGUAGES},
            "wanted": {each: wanted(rule, asked, each) for each in _LANGUAGES} if asked is not None else {},
            "fallback": dict(rule.fallback),
        }


def _given(rule: PlaybookRule, agreement: Agreement, checked: Checked) -> Value | None:
    if rule.requirement:
        return next((each.status.value for each in checked.verdicts if each.requirement == rule.requirement), None)
    fact = agreement.facts.get(rule.fact)
    return fact.value if fact is not None else None


def positions(of: Returned, language: str) -> tuple[Mapping[str, Any], ...]:
    """Where the text that came back stands towards the playbook, in words; the wording in the language of the draft."""
    spoken = of.round.draft.language
    shown = []
    for each in of.findings:
        if "rule" in each:
            word, tone, icon = POSITIONS[Position(each["position"])]
            said = {name: _in(each[name], language) for name in ("title", "given", "wanted")}
            fallback = _in(each["fallback"], spoken)
            shown.append({**said, "fact": each["fact"], "word": word, "tone": tone, "icon": icon, "fallback": fallback})
    return tuple(shown)


def _in(texts: Mapping[str, str], language: str) -> str:
    """The words in a language, or in the one that there is."""
    return texts.get(language) or next(iter(texts.values()), "")
