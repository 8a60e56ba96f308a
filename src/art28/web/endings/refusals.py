"""Why something about an ending is refused: what is so, by which clause, and the way on."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Why(StrEnum):
    """The refusals that there are."""

    SECOND_NOTICE = "second_notice"
    NOT_BY_ITSELF = "not_by_itself"
    BEFORE_NOTICE = "before_notice"
    IN_THE_PAST = "in_the_past"
    NO_TARGET = "no_target"
    CHOSEN_ALREADY = "chosen_already"
    NO_CHOICE_YET = "no_choice_yet"
    NO_DEFAULT = "no_default"
    WINDOW_OPEN = "window_open"
    ALREADY_DELETED = "already_deleted"
    HELD = "held"
    NOT_AGREED_TO_WITHHOLD = "not_agreed_to_withhold"
    WITHHELD = "withheld"
    DISPUTED = "disputed"
    NOT_WITHHELD = "not_withheld"
    NOT_RETURNED = "not_returned"
    NO_CHECKSUMS = "no_checksums"
    KEPT_BY_LAW = "kept_by_law"
    NOT_LATER = "not_later"
    NOT_TOLD = "not_told"
    OUTSTANDING = "outstanding"
    NOT_ATTESTED = "not_attested"
    CHANGED = "changed"
    NOTHING = "nothing"
    NO_ORDER = "no_order"
    ORDERED = "ordered"
    COMPLETED = "completed"
    NO_ADDRESS = "no_address"


_WORDS: Mapping[Why, str | Promise] = MappingProxyType(
    {
        Why.SECOND_NOTICE: _(
            "Notice of this agreement has been recorded already: it ends on %(day)s. Carry on with that ending, "
            "or take it back first."
        ),
        Why.NOT_BY_ITSELF: _(
            "By %(clause)s this agreement can't be ended by itself; it ends with the main agreement. Record the "
            "end of that one."
        ),
        Why.BEFORE_NOTICE: _(
            "The last day, %(day)s, lies before the notice. Where the term had run out already, say so as the one "
            "who ended it."
        ),
        Why.IN_THE_PAST: _(
            "The last day, %(day)s, is past. Every limit counts from then (%(clause)s), so some may be over at "
            "once. Say that it is right, or mend the day."
        ),
        Why.NO_TARGET: _(
            "The agreement gives no number for return or deletion (%(clause)s). Set the day by which it is to be done."
        ),
        Why.CHOSEN_ALREADY: _(
            "The choice has been made: %(how)s. A later one needs the controller's word, recorded by hand."
        ),
        Why.NO_CHOICE_YET: _(
            "The controller has not chosen (%(clause)s). Until then nothing is returned or deleted: remind the "
            "controller, or record what it chose."
        ),
        Why.NO_DEFAULT: _(
            "The agreement doesn't say what happens without a choice (%(clause)s); Article 28(3)(g) GDPR leaves "
            "it to the controller. The data stay until it has chosen: remind it, or record its choice."
        ),
        Why.WINDOW_OPEN: _("The controller may still choose until %(day)s (%(clause)s)."),
        Why.ALREADY_DELETED: _(
            "Deletion has begun; what is gone can't be returned. Record what the controller asks for, and tell it so."
        ),
        Why.HELD: _(
            "A legal hold stops deletion: “%(reason)s”, set by %(who)s on %(day)s. Whoever decides can lift it; "
            "then this can be done."
        ),
        Why.NOT_AGREED_TO_WITHHOLD: _(
            "The agreement doesn't allow data to be held back for unpaid bills, and Article 28(3)(g) GDPR gives "
            "the controller its data. Claim the money apart from the data."
        ),
        Why.WITHHELD: _(
            "Return is held back for %(amount)s unpaid (%(clause)s). Record the payment, or release the data: "
            "what is withheld is a risk of its own."
        ),
        Why.DISPUTED: _(
            "The controller disputes the bill: “%(reason)s”. Release the data and pursue the bill apart, or "
            "record why it is still held back."
        ),
        Why.NOT_WITHHELD: _("Nothing is held back here."),
        Why.NOT_RETURNED: _(
            "The controller chose return (%(clause)s): hand the data over first, with their checksums, and record "
            "it. Then delete."
        ),
        Why.NO_CHECKSUMS: _(
            "This is no list of SHA-256 checksums: a line holds 64 hexadecimal digits, then the file's name, as "
            "“sha256sum” writes it."
        ),
        Why.KEPT_BY_LAW: _("“%(what)s” is kept until %(day)s: %(provision)s. It is deleted after that day."),
        Why.NOT_LATER: _("A ground to keep it longer must end after %(day)s, on which it is due anyway."),
        Why.NOT_TOLD: _(
            "Before data are kept longer, the controller is told why and on which ground (%(clause)s). Say when "
            "it was told."
        ),
        Why.OUTSTANDING: _(
            "Still to be deleted: %(what)s. The certificate can be made once that is done, or stays on a ground."
        ),
        Why.NOT_ATTESTED: _("Say who at %(what)s attests that the data are gone."),
        Why.CHANGED: _("Somebody else was first; nothing was changed. This is how it stands."),
        Why.NOTHING: _("Nothing was chosen that is to be deleted."),
        Why.NO_ORDER: _(
            "“%(what)s” is deleted on the controller's order only (%(clause)s), and none is on file. Ask for it, or keep it "
            "once it was given."
        ),
        Why.ORDERED: _("The order to delete “%(what)s” is on file already."),
        Why.COMPLETED: _("This ending is completed or taken back; nothing changes any more."),
        Why.NO_ADDRESS: _(
            "There is no e-mail address to write to. Add a contact to the party, or record the answer by hand."
        ),
    }
)


class Refused(Exception):
    """What was asked is refused; `str` says why in the reader's language, with the clause and the way on."""

    def __init__(self, why: Why, **told: str) -> None:
        super().__init__(why.value)
        self.why = why
        self._told = told

    def __str__(self) -> str:
        return str(_WORDS[self.why]) % self._told
