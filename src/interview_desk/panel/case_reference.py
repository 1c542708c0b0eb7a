"""The leader's own reasoned rating of a case, kept back until everybody has rated.

Its seal stands in the case that is sent round, so that all can see afterwards that it was not
bent to what came in. The salt keeps anyone from finding it out by trying all levels.
"""

from dataclasses import dataclass, replace

import msgspec

from interview_desk.guide.model import Guide
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import TEXT_LIMIT
from interview_desk.interview.seal import digest_of
from interview_desk.panel.case import (
    Case,
    CaseError,
    OpenCase,
    fault_in_texts,
    read_members,
    sha256_of_case,
)

FORMAT = "interview-desk/case-reference"
VERSION = 1
_WHAT = "reference"
_MOST = 1_000
_LINE = 300


@dataclass(frozen=True, slots=True)
class ReferenceRating:
    """The level of one dimension or that the evidence is not enough, why, and the words for it."""

    dimension: int
    level: str = ""
    not_enough: bool = False
    reason: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The document. ``uid`` and ``case_sha256`` name the case, ``by`` whoever rated it."""

    format: str = FORMAT
    version: int = VERSION
    uid: str
    case_sha256: str
    by: str = ""
    salt: str
    ratings: tuple[ReferenceRating, ...]


def write_reference(reference: Reference) -> bytes:
    """The reference as indented UTF-8 JSON."""
    return msgspec.json.format(msgspec.json.encode(reference), indent=1) + b"\n"


def read_reference(data: bytes, case: OpenCase) -> Reference:
    """The reference in a file, as one for this case.

    Raises CaseError for what is none, or one of another case, or says what its guide does not.
    """
    members = read_members(data, FORMAT, VERSION, _WHAT)
    try:
        reference = msgspec.convert(members, Reference)
    except msgspec.ValidationError as error:
        raise CaseError(f"The reference is damaged and was not read: {error}") from error
    if reference.uid != case.case.uid:
        raise CaseError("This is the reference of another case.")
    if fault := _fault_in(reference, case.guide):
        raise CaseError(f"The reference cannot be used: {fault}.")
    return reference


def seal_of(reference: Reference) -> str:
    """What the case says of its reference, as hexadecimal digits."""
    return digest_of(msgspec.to_builtins(reference))


def sealed(case: Case, reference: Reference) -> Case:
    """The case as it is sent round: it names the reference without telling it."""
    return replace(case, reference_sha256=seal_of(reference))


def reference_of(interview: Interview, case: Case, salt: str) -> Reference:
    """What one's own answer to the case says, as its reference.

    ``salt`` is a random text. Raises CaseError if a dimension is not rated yet.
    """
    ratings = [interview.rating(each.number) for each in interview.guide.dimensions]
    open_ones = [each.dimension for each in ratings if not (each.level or each.not_enough)]
    if open_ones:
        names = ", ".join(interview.guide.dimension(number).title for number in open_ones)
        raise CaseError(f"The reference is not finished. Not rated yet: {names}.")
    return Reference(
        uid=case.uid,
        case_sha256=sha256_of_case(case),
        by=interview.setup.interviewer,
        salt=salt,
        ratings=tuple(
            ReferenceRating(
                number, each.level, each.not_enough, each.reason, _quotes(interview, each.dimension)
            )
            for number, each in zip(case.dimensions, ratings, strict=True)
        ),
    )


def _quotes(interview: Interview, dimension: int) -> tuple[str, ...]:
    return tuple(each.text for each in interview.notes if dimension in each.dimensions)


def _fault_in(reference: Reference, guide: Guide) -> str:
    numbers = [each.dimension for each in reference.ratings]
    wrong = {
        "it rates nothing, or a dimension twice": not numbers or len({*numbers}) != len(numbers),
        "it holds more than any reference has": len(numbers) > _MOST
        or any(len(each.quotes) > _MOST for each in reference.ratings),
        "a level in it is none of the guide’s": not all(
            _is_rating(each, guide) for each in reference.ratings
        ),
    }
    texts = {"name": (reference.by, _LINE), "salt": (reference.salt, _LINE)}
    texts["digest"] = (reference.case_sha256, _LINE)
    for each in reference.ratings:
        texts[f"reason {each.dimension}"] = (each.reason, TEXT_LIMIT)
        for place, quote in enumerate(each.quotes):
            texts[f"quote {each.dimension}.{place}"] = (quote, TEXT_LIMIT)
    return next((fault for fault, is_so in wrong.items() if is_so), "") or fault_in_texts(texts)


def _is_rating(rating: ReferenceRating, guide: Guide) -> bool:
    if not 1 <= rating.dimension <= len(guide.dimensions):
        return False
    if rating.not_enough:
        return not rating.level
    return guide.dimension(rating.dimension).height(rating.level) > 0
