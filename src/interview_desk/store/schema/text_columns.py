"""What a text column holds of the person who was interviewed.

Every format declares its text columns beside its tables. Anonymising goes by that alone, and a
test fails for a column that is not declared.
"""

from collections.abc import Mapping
from enum import StrEnum

TextColumns = Mapping[str, Mapping[str, "Holds"]]


class Holds(StrEnum):
    """What may stand in a column."""

    NAME = "the candidate’s name: it is emptied"
    WORDS = "typed words: names are taken out of them"
    ANYTHING = "what cannot be told: its row goes"
    FOLDED = "another text’s words as search compares them: they go when that text is changed"
    OTHERS = "words that are not about the candidate: they stay"
    PANEL = "what a panel has of its candidate: it goes with the panel"
    NOTHING = "no words that anybody typed"
