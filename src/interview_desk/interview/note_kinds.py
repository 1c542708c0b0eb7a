"""The kinds of note: one table of how each is typed, shown, said and coloured."""

from enum import StrEnum
from typing import Literal, NamedTuple

# Good or bad to see, or to be looked at again; what is none of these has no colour of its own.
KindTone = Literal["good", "bad", "accent"]


class NoteKind(StrEnum):
    """What a note is evidence of; the value is what is stored."""

    PLAIN = "plain"
    STRENGTH = "strength"
    CONCERN = "concern"
    COME_BACK = "come back"

    @property
    def sign(self) -> str:
        """What is typed before a note to make it one of this kind; empty for a plain one."""
        return _KINDS[self].sign

    @property
    def glyph(self) -> str:
        """The sign as it is shown."""
        return _KINDS[self].glyph

    @property
    def word(self) -> str:
        """The glyph in a word, for the legend and for those who do not see it."""
        return _KINDS[self].word

    @property
    def tone(self) -> KindTone | None:
        """The colour of the glyph; None for that of the words beside it."""
        return _KINDS[self].tone


class _Kind(NamedTuple):
    sign: str
    glyph: str
    word: str
    tone: KindTone | None


_KINDS = {
    NoteKind.STRENGTH: _Kind("+", "+", "strength", "good"),
    # U+2212: as wide and as high as the plus sign.
    NoteKind.CONCERN: _Kind("-", "−", "concern", "bad"),
    NoteKind.COME_BACK: _Kind("?", "?", "come back", "accent"),
    NoteKind.PLAIN: _Kind("", "·", "note", None),
}

# In the order in which they are offered.
OFFERED_KINDS = tuple(_KINDS)
