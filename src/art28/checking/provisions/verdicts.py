"""Every requirement of `packs/article-28.toml` with the rule that judges it."""

from art28.checking.judging import Rule
from art28.checking.provisions import (
    assistance,
    audit,
    breach,
    confidentiality,
    contents,
    described,
    ending,
    instructions,
    purpose,
    security,
    subprocessors,
)
from art28.checking.provisions.otherwise import IN_EVERYDAY_WORDS, otherwise

_RULES: tuple[Rule, ...] = (
    contents.subject_matter,
    contents.duration,
    purpose.nature_and_purpose,
    described.data_types,
    described.data_subject_categories,
    contents.rights_and_duties,
    instructions.documented_instructions,
    instructions.transfers_on_instruction,
    instructions.legal_exception_with_notice,
    confidentiality.persons_bound,
    security.appropriate_measures,
    subprocessors.prior_authorisation,
    subprocessors.change_notice_and_objection,
    subprocessors.same_duties,
    subprocessors.liable_for_subs,
    assistance.data_subject_rights,
    assistance.helps_with_security,
    assistance.helps_with_notification,
    assistance.helps_with_dpia,
    assistance.helps_with_consultation,
    ending.delete_or_return,
    ending.existing_copies,
    audit.information,
    audit.audits,
    instructions.infringement_warning,
    breach.without_undue_delay,
    breach.breach_content,
)
JUDGING: tuple[Rule, ...] = tuple(map(otherwise, _RULES))
JUDGING_PLAIN_WORDS: tuple[Rule, ...] = tuple(otherwise(rule, IN_EVERYDAY_WORDS) for rule in _RULES)
