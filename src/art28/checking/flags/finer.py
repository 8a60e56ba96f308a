"""Verdicts -> finer verdicts: a clause that only repeats the Regulation, and a matter that is left to another document."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from art28.checking.flags.flag import Said
from art28.checking.flags.flagging import found_in
from art28.checking.judging import elsewhere
from art28.checking.judging import verdict as cited
from art28.checking.model import Message, Status, Verdict
from art28.checking.words.phrases import folded
from art28.checking.words.text import Text

# Requirements that the Regulation words in the same sentence.
_SAME_SENTENCE: Mapping[str, str] = {
    "a_legal_exception_notice": "a_instructions",
    "f_breach_assist": "f_security_assist",
    "f_dpia": "f_security_assist",
    "f_prior_consultation": "f_security_assist",
    "g_existing_copies": "g_delete_or_return_at_choice",
    "h_audit_and_inspection": "h_information",
}
_WORD = re.compile(r"[a-z]{4,}")
_NUMBER = re.compile(r"\b\d+ (?:uur|uren|dag\w*|week|weken|maand\w*|jaar|hours?|days?|weeks?|months?|years?)\b")
_STEM = 6
_FEWEST = 12
_LEAST = 0.9

_LEFT = r"\b(?:geregeld|opgenomen|vastgelegd|beschreven|omschreven|bepaald|uitgewerkt|governed|set out|described|laid down|addressed|dealt with|specified|regulated)\b"
_TOPICS: Mapping[str, str] = {
    "subject_matter": r"\b(?:onderwerp|subject[ -]?matter)\b",
    "duration": r"\b(?:duur|looptijd|duration|term)\b",
    "nature_and_purpose": r"\b(?:aard en doel|doel\w*|nature and purpose|purposes?)\b",
    "b_confidentiality": "{secrecy}",
    "c_security": "{security}",
    "d_prior_authorisation": "SUBPROCESSOR",
    "d_change_notice_and_objection": "SUBPROCESSOR … {change}",
    "d_liability_for_sub": "SUBPROCESSOR … {liable}",
    "e_data_subject_rights": "{rights}",
    "g_delete_or_return_at_choice": "(?:{delete}|{return})",
    "h_information": "{information} … {show_compliance}",
    "h_audit_and_inspection": "{audit}",
    "breach_without_undue_delay": "{breach}",
    "breach_content": "{breach}",
}


def finer(text: Text, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, with what only restates the law and what is covered elsewhere told apart."""
    return tuple(_finer(text, verdict) for verdict in verdicts)


def _finer(text: Text, verdict: Verdict) -> Verdict:
    if verdict.status is Status.MET and _only_restates(text, verdict):
        return replace(verdict, status=Status.RESTATED_ONLY, reason=Message("shared.restated"))
    if verdict.status is Status.MISSING and verdict.requirement in _TOPICS:
        pointing = found_in(text, (_left(verdict.requirement),))
        if pointing:
            return cited(text, elsewhere(verdict.requirement, pointing))
    return verdict


@cache
def _left(requirement: str) -> Said:
    """What leaves a matter to another document."""
    return Said(all=("{elsewhere}", _TOPICS[requirement], _LEFT))


def _only_restates(text: Text, verdict: Verdict) -> bool:
    """Whether every passage that the verdict rests on says nothing that the Regulation doesn't say itself."""
    language = "nl" if text.agreement.reading.language == "nl" else "en"
    own = _stems_of(_SAME_SENTENCE.get(verdict.requirement, verdict.requirement), language)
    if not own:
        return False
    passages = [citation.text for citation in verdict.citations]
    stems = [_stems(passage) for passage in passages]
    said = frozenset[str]().union(*stems)
    if len(said) < _FEWEST or any(_NUMBER.search(folded(passage.lower())) for passage in passages):
        return False
    return len(said & own) / len(said) >= _LEAST


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(folded(words.lower())))


@cache
def _stems_of(requirement: str, language: str) -> frozenset[str]:
    table = tomllib.loads(files("art28.checking").joinpath("regulation.toml").read_text(encoding="utf-8"))
    return _stems(table[requirement][language]) if requirement in table else frozenset()
