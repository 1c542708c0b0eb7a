"""Everything held on one person, as one JSON document."""

from collections.abc import Iterator

import msgspec

from interview_desk.interview.journal import Journal
from interview_desk.interview.packet import write_packet
from interview_desk.interview.subject_data import HeldInterview, HeldOn
from interview_desk.report.options import without_private
from interview_desk.words import count

FORMAT = "interview-desk/person"
VERSION = 1


def person_file(held: HeldOn, *, with_private: bool) -> bytes:
    """The document. Private notes, drafts and what can be undone are in it if asked for."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "name": held.name,
        "interviews": [_interview(each, with_private) for each in held.interviews],
        "odd": [{"id": each.row, "why": each.why} for each in held.odd],
        "panels": [
            {
                "candidate": each.candidate,
                "packets": [_packet(data) for data in each.packets],
                "agreed": each.agreed,
            }
            for each in held.panels
        ],
        "mentions": [
            {"id": each.row, "where": each.where, "text": each.text}
            for each in held.mentions
            if with_private or not each.private
        ],
        "backups": [
            {"name": copy.name, "made_ms": copy.made_ms, "interviews": copy.interviews}
            for copy in held.copies
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def _packet(data: bytes) -> msgspec.Raw | str:
    """As it came; as text where that is damaged by now."""
    try:
        msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return data.decode(errors="replace")
    return msgspec.Raw(data)


def private_parts(held: HeldOn) -> tuple[str, ...]:
    """What is in the document only if it is asked for, in words."""
    return tuple(_private_parts(held))


def _private_parts(held: HeldOn) -> Iterator[str]:
    notes = sum(note.private for each in held.interviews for note in each.interview.notes)
    notes += sum(mention.private for mention in held.mentions)
    if notes:
        yield count(notes, "private note")
    if before := sum(bool(each.interview.preparation.text) for each in held.interviews):
        yield count(before, "note from before", "notes from before")
    if drafts := sum(each.draft is not None for each in held.interviews):
        yield count(drafts, "draft")
    if any(each.journal != Journal() for each in held.interviews):
        yield "what can be undone"


def _interview(held: HeldInterview, with_private: bool) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": held.row,
        "keep_until": held.keep_until.isoformat() if held.keep_until else None,
        "held": held.held,
        # What the person gave themselves is theirs.
        "resume": msgspec.to_builtins(held.resume),
    }
    if not with_private:
        return fields | {"packet": msgspec.Raw(write_packet(without_private(held.interview)))}
    return fields | {
        "packet": msgspec.Raw(write_packet(held.interview)),
        "draft": held.draft.text if held.draft else None,
        "undo": msgspec.to_builtins(held.journal),
    }
