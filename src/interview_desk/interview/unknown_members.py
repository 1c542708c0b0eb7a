"""What a packet says that this version does not know: kept as it came, and written again.

A newer version may add members to a packet of the same format. They are kept beside the
interview as one JSON text: ``{"packet": {"": {...}}, "notes": {"3": {...}}}`` has the members of
the packet itself and those of the note numbered 3, each as it stood in the packet.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

import msgspec

from interview_desk.interview.records import Numbered, Record, key_of

PACKET = "packet"
_Members = dict[str, msgspec.Raw]
_Kept = dict[str, dict[str, _Members]]


def unknown_in(data: bytes, known: Mapping[str, Sequence[Record]], own: Collection[str]) -> str:
    """The unknown members of a packet that was read, or nothing.

    ``known`` are the records read of it, in their order, by the packet's member that holds them;
    ``own`` names all the members of a packet. Raises msgspec.DecodeError and UnicodeDecodeError.
    """
    members = msgspec.json.decode(data, type=_Members)
    kept: _Kept = {}
    if more := {name: raw for name, raw in members.items() if name not in own}:
        kept[PACKET] = {"": more}
    for name, records in known.items():
        for record, raw in zip(records, _objects(members.get(name)), strict=True):
            theirs = msgspec.json.decode(raw, type=_Members)
            ours = {each.name for each in fields(record)}
            if more := {key: value for key, value in theirs.items() if key not in ours}:
                kept.setdefault(name, {})[_key(record)] = more
    return _text(kept)


def together(unknown: Iterable[str]) -> str:
    """The unknown members of several parts of one packet."""
    texts = [*filter(None, unknown)]
    if len(texts) < 2:
        return "".join(texts)
    whole: _Kept = {}
    for name, members in (item for text in texts for item in _kept(text).items()):
        whole.setdefault(name, {}).update(members)
    return _text(whole)


def members_of_packet(unknown: str) -> Mapping[str, msgspec.Raw]:
    """Those of the packet itself."""
    return _kept(unknown).get(PACKET, {}).get("", {})


def with_member(unknown: str, name: str, value: bytes) -> str:
    """What is kept, and one more member of the packet itself, its value as JSON."""
    kept = _kept(unknown)
    kept.setdefault(PACKET, {}).setdefault("", {})[name] = msgspec.Raw(value)
    return _text(kept)


def with_unknown(records: Sequence[Record], name: str, unknown: str) -> list[dict[str, object]]:
    """The records as JSON objects, each with the unknown members that it came with."""
    kept = _kept(unknown).get(name, {})
    return [{**kept.get(_key(each), {}), **msgspec.to_builtins(each)} for each in records]


def highest_number(unknown: str) -> int:
    """The highest number of a record that came with unknown members.

    No other record may be given that number when this one is gone: it would inherit them.
    """
    numbers = (int(key) for name in _kept(unknown).values() for key in name if key.isdecimal())
    return max(numbers, default=0)


def _text(kept: _Kept) -> str:
    # The same text for the same members, however their packet was laid out.
    return msgspec.json.format(msgspec.json.encode(kept), indent=-1).decode() if kept else ""


def _kept(unknown: str) -> _Kept:
    return msgspec.json.decode(unknown, type=_Kept) if unknown else {}


def _objects(raw: msgspec.Raw | None) -> Iterator[msgspec.Raw]:
    """The objects of a list, or the one object that stands alone."""
    if raw is None or bytes(raw) == b"null":
        return
    if bytes(raw).lstrip().startswith(b"["):
        yield from msgspec.json.decode(raw, type=list[msgspec.Raw])
    else:
        yield raw


def _key(record: Record) -> str:
    """What tells the record from others of its type; a number only for those numbered together."""
    _, key = key_of(record)
    return str(key) if isinstance(record, Numbered) else f"={key}"
