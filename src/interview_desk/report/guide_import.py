"""A document of any kind that came from outside, read as a guide of ours or taken for one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from interview_desk.errors import UserError
from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.importer.proposal import Choices, Proposal, propose
from interview_desk.guide.importer.reading import MAX_DOCUMENT, read_document, read_pasted
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
from interview_desk.report.limited_reading import FileKind, content_of, read_limited

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
    more = {"length": length}
    answer = read_limited(kind, path, _LIMITS, more=more, cancellation=cancellation)
    try:
        return msgspec.json.decode(answer, type=ForeignGuide)
    except msgspec.DecodeError as error:
        raise UserError(f"“{path.name}” is damaged and was not read.") from error


def foreign_guide_bytes(length: int | None, path: Path, _password: str) -> bytes:
    """In the process: what the document is worth, as JSON. Raises UserError."""
    return msgspec.json.encode(judged(document_content(path), path.name, length))


@dataclass(frozen=True, slots=True)
class OutsideDocument:
    """What a document is proposed to become, or the guide that it is already.

    ``original`` are its bytes, ``ending`` that of a file that holds them.
    """

    name: str
    ending: str
    original: bytes
    own: ForeignGuide | None = None
    proposal: Proposal | None = None


def read_outside(path: Path, cancellation: Cancellation | None = None) -> OutsideDocument:
    """The document to be shown and changed, read in a process of its own.

    Raises UserError, in the user's words, for what cannot be read, and CancelledError.
    """
    return _outside(FileKind.DOCUMENT, path, {}, cancellation)


def read_pasted_text(
    text: str, html: str, name: Path, cancellation: Cancellation | None = None
) -> OutsideDocument:
    """What was pasted, as `read_outside` reads a file; ``name`` is what it is called."""
    return _outside(FileKind.PASTED, name, {"text": text, "html": html}, cancellation)


def _outside(
    kind: FileKind,
    path: Path,
    more: Mapping[str, int | str | None],
    cancellation: Cancellation | None,
) -> OutsideDocument:
    answer = read_limited(kind, path, _LIMITS, more=more, cancellation=cancellation)
    try:
        return msgspec.json.decode(answer, type=OutsideDocument)
    except msgspec.DecodeError as error:
        raise UserError(f"“{path.name}” is damaged and was not read.") from error


def outside_bytes(path: Path, _password: str) -> bytes:
    """In the process: the document as JSON. Raises UserError."""
    data, ending = document_content(path), path.suffix.lower()
    own = _own(data, path.name)
    proposal = None if own else propose(read_document(data, path.name))
    return msgspec.json.encode(OutsideDocument(path.name, ending, data, own, proposal))


def pasted_bytes(text: str, html: str, path: Path, _password: str) -> bytes:
    """In the process: what was pasted as JSON. Raises UserError."""
    data = text.encode("utf-8", "replace")
    if own := _own(data, ".md"):
        return msgspec.json.encode(OutsideDocument(path.name, ".md", data, own))
    document = read_pasted(text, html)
    rich = document.unit != "line"
    data, ending = (html.encode("utf-8", "replace"), ".html") if rich else (data, ".txt")
    return msgspec.json.encode(OutsideDocument(path.name, ending, data, None, propose(document)))


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


def document_content(path: Path) -> bytes:
    """The bytes of a file, as far as any document goes. Raises UserError."""
    return content_of(path, MAX_DOCUMENT, "Choose a document.")
