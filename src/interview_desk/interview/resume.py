"""A candidate's resume: read before the interview, kept with it, and never rated."""

from dataclasses import dataclass
from enum import StrEnum

RESUME_LIMIT = 10_000_000
"""Bytes of its file."""
RESUME_TEXT_LIMIT = 200_000
"""Characters of its text that are kept."""
JUDGE_TODAY = "Judge what they say today, not what stands here."


class ResumeKind(StrEnum):
    """How it is shown."""

    PDF = "pdf"
    TEXT = "text"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Resume:
    """The file as it came (of a picture the pixels alone), its name, and its words.

    ``text`` is empty where there are none to be read, as in a picture.
    """

    name: str
    kind: ResumeKind
    data: bytes
    text: str = ""
