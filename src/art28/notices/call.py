"""Notice -> what a caller says, line by line, in the language of the agreement."""

from art28.notices.notice import Notice, NoticeKind
from art28.notices.texts import texts


def call_script(notice: Notice, *, caller: str, processor: str, asked_for: str) -> tuple[str, ...]:
    """What to say when the agreement wants to be told by telephone, in order.

    The facts that are known follow as the first answered questions of the report; nothing is said that it does not say.
    `asked_for` is the person or role that the agreement names, empty where it names nobody.
    """
    words = texts(notice.language)
    known = [section for section in notice.sections if section.answer is not None][:_SAID]
    lines = [
        words["call.ask_for"].format(who=asked_for) if asked_for else words["call.ask_for_somebody"],
        words["call.opening"].format(caller=caller, processor=processor.rstrip("."), agreement=notice.agreement),
        words["call.warning" if notice.kind is NoticeKind.EARLY_WARNING else "call.report"].format(
            reference=notice.reference
        ),
        *(f"{section.question.rstrip(':?. ')}: {_one_line(section.answer or '')}" for section in known),
        words["call.missing"] if not notice.is_complete else "",
        words["call.in_writing"],
        words["call.who"],
    ]
    return tuple(line for line in lines if line)


_SAID = 3


def _one_line(answer: str) -> str:
    return "; ".join(line.strip() for line in answer.splitlines() if line.strip())
