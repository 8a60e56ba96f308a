"""What Dutch agreements say in turns of their own, each file for a kind of paper."""

from art28.extraction.topics.plain.nl.everyday import EVERYDAY
from art28.extraction.topics.plain.nl.formal import FORMAL
from art28.extraction.topics.plain.nl.homely import HOMELY
from art28.extraction.topics.plain.nl.notes import NOTES
from art28.extraction.topics.plain.nl.reworded import REWORDED
from art28.extraction.topics.plain.nl.spoken import SPOKEN
from art28.extraction.topics.plain.nl.turned import TURNED
from art28.extraction.topics.plain.nl.turns import TURNS

DUTCH = (*NOTES, *TURNS, *TURNED, *FORMAL, *EVERYDAY, *SPOKEN, *HOMELY, *REWORDED)
