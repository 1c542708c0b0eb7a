"""A case: one answer that everybody rates by the same guide, sent round as a file.

It is JSON (version 1, the fields of `Case`). What comes from outside is hostile until `read_case`
has checked it. Its ``sha256`` says which case an answer was given to; the day it is due and the
seal of the reference may be put in later, so these are left out of it. The format is that of
calibration in the specification of panels; rating one answer and comparing it with a reasoned
reference is frame-of-reference training (Roch and others 2012).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.model import Guide
from interview_desk.guide.text import MAX_BYTES
from interview_desk.interview.clock import WALL_LIMIT_MS
from interview_desk.interview.note_text import TEXT_LIMIT, clean
from interview_desk.interview.seal import digest_of

FORMAT = "interview-desk/case"
VERSION = 1
SIZE_LIMIT = 4_000_000
LONGEST_RECORDING_S = 12 * 3600
_LINE, _PARAGRAPH = 300, 10_000
_UID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LATER = ("due", "reference_sha256")
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class CaseError(UserError):
    """What was given is no case, reference or answer that can be used; the message says why."""


class MaterialKind(StrEnum):
    """What is rated: an answer to read, or a recording to play elsewhere."""

    TEXT = "text"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Material:
    """What everybody rates.

    A text stands in ``text``. Of a recording ``where`` says where it is, ``sha256`` which one it
    is (or empty), and ``from_s`` to ``to_s`` the seconds of it to play (0 and 0 for all of it).
    ``permission`` tells by what right it is passed round: ``invented``, or who agreed and when.
    """

    kind: MaterialKind
    text: str = ""
    where: str = ""
    sha256: str = ""
    from_s: int = 0
    to_s: int = 0
    permission: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The document. ``guide`` is Markdown; ``dimensions`` are numbers of its rubric.

    ``due`` is an ISO date or empty, ``reference_sha256`` the seal of the leader's own rating.
    """

    format: str = FORMAT
    version: int = VERSION
    uid: str
    created_ms: int
    title: str
    leader: str = ""
    guide: str
    dimensions: tuple[int, ...]
    material: Material
    instructions: str = ""
    due: str = ""
    reference_sha256: str = ""


class OpenCase(NamedTuple):
    """A case that was checked, and its guide as it is understood."""

    case: Case
    guide: Guide

    @property
    def sha256(self) -> str:
        """Which case it is."""
        return sha256_of_case(self.case)


def seconds_of(text: str) -> int:
    """``12:30`` as 750, and nothing as 0. Raises CaseError for anything else."""
    whole, _, rest = text.strip().partition(":")
    if not text.strip():
        return 0
    if not (whole.isdecimal() and rest.isdecimal() and len(rest) == 2 and len(whole) < 5):
        raise CaseError(f"“{text}” is no time such as 12:30.")
    return int(whole) * 60 + int(rest)


def write_case(case: Case) -> bytes:
    """The case as indented UTF-8 JSON."""
    return msgspec.json.format(msgspec.json.encode(case), indent=1) + b"\n"


def read_case(data: bytes) -> Case:
    """The case in a file. Raises CaseError, in the user's words.

    Whether its dimensions are the guide's is seen by `open_case`.
    """
    members = read_members(data, FORMAT, VERSION, "case")
    try:
        case = msgspec.convert(members, Case)
    except msgspec.ValidationError as error:
        raise CaseError(f"The case is damaged and was not read: {error}") from error
    if fault := _fault_in(case):
        raise CaseError(f"The case cannot be used: {fault}.")
    return case


def open_case(case: Case, guide: Guide) -> OpenCase:
    """The case with its guide. Raises CaseError if it asks for what the guide does not have."""
    numbers = {each.number for each in guide.dimensions}
    if not numbers:
        raise CaseError("The guide has no rubric, so nothing can be rated by it.")
    if not set(case.dimensions) <= numbers:
        raise CaseError(
            "The case asks for a dimension that its guide does not have. It has the numbers 1 to "
            f"{max(numbers)}."
        )
    return OpenCase(case, guide)


def sha256_of_case(case: Case) -> str:
    """Which case it is, as hexadecimal digits."""
    members: dict[str, object] = msgspec.to_builtins(case)
    return digest_of({key: each for key, each in members.items() if key not in _LATER})


def read_members(data: bytes, form: str, newest: int, what: str) -> dict[str, object]:
    """The members of a JSON document of that format, whatever they are.

    ``what`` names it in messages. Raises CaseError.
    """
    if len(data) > SIZE_LIMIT:
        raise CaseError(f"The {what} is larger than {SIZE_LIMIT // 1_000_000} MB; it was not read.")
    try:
        members = msgspec.json.decode(data, type=dict[str, object])
    except _UNREADABLE as error:
        raise CaseError(f"This is no {what} of Interview Desk.") from error
    version = members.get("version")
    if members.get("format") != form or not isinstance(version, int) or version < 1:
        raise CaseError(f"This is no {what} of Interview Desk.")
    if version > newest:
        raise CaseError(f"The {what} was made by a newer Interview Desk. Update it to read this.")
    return members


def fault_in_texts(texts: Mapping[str, tuple[str, int]]) -> str:
    """What is wrong with texts, each by its name with the most characters it may have."""
    for name, (text, most) in texts.items():
        if len(text) > most:
            return f"its {name} is longer than {most:,} characters"
        if text != clean(text):
            return f"its {name} has characters that are not text"
    return ""


def _fault_in(case: Case) -> str:
    """What is wrong with a case in words, or nothing."""
    material = case.material
    texts = {
        "title": (case.title, _LINE),
        "leader": (case.leader, _LINE),
        "guide": (case.guide, MAX_BYTES),
        "text": (material.text, TEXT_LIMIT),
        "place": (material.where, _LINE),
        "permission": (material.permission, _LINE),
        "instructions": (case.instructions, _PARAGRAPH),
    }
    wrong = {
        "its identity is missing": not _UID.fullmatch(case.uid),
        "it was made at an impossible time": not 0 <= case.created_ms <= WALL_LIMIT_MS,
        "it has no title": not case.title.strip(),
        "it has no guide": not case.guide.strip(),
        "it asks for no dimension, or twice for one": not _once(case.dimensions),
        "its due day is no date": bool(case.due) and not _is_day(case.due),
        "its seal is none": not _is_digest(case.reference_sha256),
        "the seal of its recording is none": not _is_digest(material.sha256),
    }
    return (
        fault_in_texts(texts)
        or next((fault for fault, is_so in wrong.items() if is_so), "")
        or _fault_in_material(material)
    )


def _fault_in_material(material: Material) -> str:
    if material.kind is MaterialKind.TEXT:
        return "" if material.text.strip() else "there is nothing in it to rate"
    if not material.where.strip():
        return "it does not say where the recording is"
    start, end = material.from_s, material.to_s
    sound = 0 <= start <= LONGEST_RECORDING_S and 0 <= end <= LONGEST_RECORDING_S
    sound = sound and (start < end or not (start or end))
    return "" if sound else "the times of its recording make no sense"


def _once(numbers: tuple[int, ...]) -> bool:
    return bool(numbers) and len({*numbers}) == len(numbers)


def _is_digest(text: str) -> bool:
    return not text or bool(_DIGEST.fullmatch(text))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
