"""Which case an interview answers, as its packet says: ``"case": {"uid": "…", "sha256": "…"}``."""

import re

import msgspec

from interview_desk.interview.interview import Interview
from interview_desk.interview.unknown_members import members_of_packet, with_member

_MEMBER = "case"
_UID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class CaseMark(msgspec.Struct, frozen=True):
    """A case, and which version of it."""

    uid: str
    sha256: str


def mark_of(interview: Interview) -> CaseMark | None:
    """The case that an interview answers; None if it is about a person, or says it wrongly."""
    if not interview.unknown:
        return None
    raw = members_of_packet(interview.unknown).get(_MEMBER)
    if raw is None:
        return None
    try:
        mark = msgspec.json.decode(raw, type=CaseMark)
    except msgspec.DecodeError:
        return None
    return mark if _UID.fullmatch(mark.uid) and _DIGEST.fullmatch(mark.sha256) else None


def marked(mark: CaseMark) -> str:
    """What an interview keeps beside its records (`unknown_members`) to say so."""
    return with_member("", _MEMBER, msgspec.json.encode(mark))
