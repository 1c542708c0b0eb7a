"""A document of any kind that came from outside, read as a guide of ours or taken for one."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.importer.document import Document
from interview_desk.guide.importer.proposal import Choices, Proposal, propose
from interview_desk.guide.importer.reading import MAX_DOCUMENT, read_document
from interview_desk.guide.importer.roles import Doubt
from interview_desk.guide.importer.understanding import (
    Understood,
    understood_of_draft,
    understood_of_guide,
)
from interview_desk.guide.parse.reader import read_guide
from interview_desk.guide.text import MAX_BYTES, decode_guide
from interview_desk.limited_process import Cancellation, Limits
from interview_desk.report.guide_file import Counts, counts
from interview_desk.report.limited_reading import FileKind, read_limited

_LIMITS = Limits(seconds=6, memory=250_000_000, answer=12 * MAX_BYTES)


@dataclass(frozen=True, slots=True)
class ForeignGuide:
    """What a document is worth as a guide.

    ``text`` is the guide in the format of the product. ``own`` says that the document is that
    text already; any other was understood as ``understood`` says, and of that ``doubts`` should be
    looked at first. ``told`` is what was done that nobody need decide. With ``faults`` it is none.
    """

    text: str = ""
    title: str = ""
    own: bool = False
    unit: str = "line"
    counts: Counts = field(default_factory=dict)
    understood: Understood | None = None
    doubts: tuple[Doubt, ...] = ()
    told: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def require_guide(self) -> None:
        """Raise GuideError where it is none."""
        if self.faults:
            raise GuideError(self.faults)


def read_foreign_guide(
    path: Path, length: int | None = None, cancellation: Cancellation | None = None
) -> ForeignGuide:
    """The document read in a process of its own, with limits of time and memory.

    ``length`` are the minutes of the whole interview, for a document that gives none. Raises
    UserError, in the user's words, for what cannot be read at all, and CancelledError.
    """
    kind = FileKind.FOREIGN_GUIDE
    answer = read_limited(kind, path, _LIMITS, length=length, cancellation=cancellation)
    try:
        return msgspec.json.decode(answer, type=ForeignGuide)
    except msgspec.DecodeError as error:
        raise UserError(f"“{path.name}” is damaged and was not read.") from error


def foreign_guide_bytes(length: int | None, path: Path, _password: str) -> bytes:
    """In the process: what the document is worth, as JSON. Raises UserError."""
    return msgspec.json.encode(judged(content_of(path), path.name, length))


@dataclass(frozen=True, slots=True)
class OutsideDocument:
    """A document as blocks, or the guide that it is already; ``original`` are its bytes."""

    own: ForeignGuide | None = None
    document: Document | None = None
    original: bytes = b""


def read_outside(path: Path, cancellation: Cancellation | None = None) -> OutsideDocument:
    """The document to be shown and changed, read in a process of its own.

    Raises UserError, in the user's words, for what cannot be read, and CancelledError.
    """
    answer = read_limited(FileKind.DOCUMENT, path, _LIMITS, cancellation=cancellation)
    try:
        return msgspec.json.decode(answer, type=OutsideDocument)
    except msgspec.DecodeError as error:
        raise UserError(f"“{path.name}” is damaged and was not read.") from error


def outside_bytes(path: Path, _password: str) -> bytes:
    """In the process: the document as JSON. Raises UserError."""
    data = content_of(path)
    own = _own(data, path.name)
    if own is not None:
        return msgspec.json.encode(OutsideDocument(own, original=data))
    document = read_document(data, path.name)
    # What takes too long or too much to be understood is given up here, not in the window.
    propose(document)
    return msgspec.json.encode(OutsideDocument(document=document, original=data))


def judged(data: bytes, filename: str, length: int | None = None) -> ForeignGuide:
    """What the bytes of a document are worth as a guide."""
    own = _own(data, filename)
    if own is not None:
        return own
    try:
        return taken(propose(read_document(data, filename), Choices(length=length)), length)
    except GuideError as error:
        return ForeignGuide(faults=error.faults)


def _own(data: bytes, filename: str) -> ForeignGuide | None:
    """The document if it is a guide in the format of the product, None for any other."""
    if not filename.lower().endswith((".md", ".markdown", ".txt")):
        return None
    try:
        text = decode_guide(data)
        guide = read_guide(text)
    except GuideError:
        return None
    told = understood_of_guide(guide)
    return ForeignGuide(text, guide.title, own=True, counts=counts(guide), understood=told)


def taken(proposal: Proposal, length: int | None, *, anyway: bool = False) -> ForeignGuide:
    """What a proposal is worth; ``anyway`` takes what looks like no guide for one."""
    unit = proposal.document.unit
    if proposal.fault is not None and not anyway:
        return ForeignGuide(unit=unit, faults=(proposal.fault,))
    if proposal.faults:
        return ForeignGuide(unit=unit, faults=proposal.faults)
    text = proposal.text(length)
    guide = read_guide(text)
    found = counts(guide) | _minutes(proposal)
    return ForeignGuide(
        text,
        guide.title,
        unit=unit,
        counts=found,
        understood=understood_of_draft(proposal.draft),
        doubts=proposal.doubts,
        told=proposal.told,
    )


def _minutes(proposal: Proposal) -> Counts:
    """The minutes as the document gives them: what is shared out is not counted."""
    given = [phase.minutes for phase in proposal.draft.phases if phase.minutes]
    if not given:
        return {"minutes": []}
    return {"minutes": [sum(each.low for each in given), sum(each.high for each in given)]}


def content_of(path: Path) -> bytes:
    """The bytes of a file, as far as any document goes. Raises UserError."""
    try:
        # A pipe would never end; opening a device may do anything.
        if path.exists() and not path.is_file():
            raise UserError(f"{path} is no file. Choose a document.")
        with path.open("rb") as file:
            # One byte more than a document may have shows that it is too large.
            return file.read(MAX_DOCUMENT + 1)
    except (OSError, ValueError) as error:
        # A ValueError is a name that no file can have.
        reason = getattr(error, "strerror", None) or error
        raise UserError(f"{path} cannot be read: {reason}.") from error
