"""How a page of a PDF is held: which way its text runs and where its edges lie -> places as a reader sees them.

A landscape page may be written sideways and turned when it is shown; a few are written sideways and never turned. Either
way most of the text runs in one direction, and that direction is to the right.
"""

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The page's edges in the file's points, and how often its text is turned by a quarter, anti-clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def height(self) -> float:
        """How high the page is as it is read."""
        return (self.right - self.left if self.turns % 2 else self.top - self.bottom) or 1.0

    @property
    def plain(self) -> bool:
        """Whether places in the file are places as read."""
        return not (self.turns or self.left or self.bottom)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place in the file as a place on the page as read, from its lower left corner."""
        if self.turns == 0:
            return x - self.left, y - self.bottom
        if self.turns == 1:
            return y - self.bottom, self.right - x
        if self.turns == 2:
            return self.right - x, self.top - y
        return self.top - y, x - self.left

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The edges of a box in the file (left, bottom, right, top) as they lie on the page as read."""
        one, other = self.point(left, bottom), self.point(right, top)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
