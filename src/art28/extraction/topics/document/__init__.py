"""The document itself: title, kind, state, model, what it goes with and which of two texts prevails."""

from art28.extraction.rule import Rule
from art28.extraction.topics.document import document, law, main_agreement, precedence, questionnaire, title

RULES: tuple[Rule, ...] = (
    *title.RULES,
    *document.RULES,
    *main_agreement.RULES,
    *questionnaire.RULES,
    *precedence.RULES,
    *law.RULES,
)
