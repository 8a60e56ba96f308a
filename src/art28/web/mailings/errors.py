"""What callers of mailings' actions may meet."""


class StateChanged(Exception):
    """The mailing no longer stands as it did when it was read: somebody else moved it."""


class OwnMailing(Exception):
    """Whoever prepared a mailing does not approve it: that takes a second person."""


class NotApproved(Exception):
    """The mailing needs a second person's approval before it is released."""


class ApprovalLapsed(Exception):
    """Drafts changed after the approval, so that what would leave is not what was approved."""


class ReasonsWanted(Exception):
    """Some limits will have passed when the mailing leaves: its notices carry the reasons for that, or don't leave."""


class NothingToSend(Exception):
    """No line of the mailing can leave."""


class TooLate(Exception):
    """The mailing has begun to leave; what is in the outbox is not called back."""
