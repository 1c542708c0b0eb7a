"""Files made to run their reader for hours, to take all the memory or to crash it."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from interview_desk.interview.packet import write_packet
from tests.helpers.samples import SMALL_GUIDE, scored

_AT = {"wall_ms": 1, "mono_ms": 1, "boot": ""}
_CATALOG = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 6 0 R>>>>"
_PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
_SPEC = b"<</Type/Filespec/F(interview.json)/UF(interview.json)/EF<</F 5 0 R>>>>"
_STREAM = b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream"


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects by number, with a table of where they stand."""
    out, places = bytearray(b"%PDF-1.7\n"), dict[int, int]()
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = places.get(number)
        out += b"%010d 00000 n \n" % at if at is not None else b"0000000000 00000 f \n"
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (size, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def carrying(tree: Mapping[int, bytes], packet: bytes = b"{}") -> bytes:
    """A PDF whose tree of attachments has these nodes; 6 is its root, 4 is the packet's entry."""
    stream = _STREAM % (len(packet), packet)
    return pdf({1: _CATALOG, 2: _PAGES, 4: _SPEC, 5: stream, **tree})


def shared_names(levels: int, packet: bytes = b"{}") -> bytes:
    """Each node of the tree lists the next one twice: 2 to the power of ``levels`` ways."""
    tree = {n: b"<</Kids[%d 0 R %d 0 R]>>" % (n + 1, n + 1) for n in range(6, 6 + levels)}
    return carrying({**tree, 6 + levels: b"<</Names[(a) 4 0 R]>>"}, packet)


def names_in_a_circle() -> bytes:
    return carrying({6: b"<</Kids[7 0 R]>>", 7: b"<</Kids[6 0 R 7 0 R]>>"})


def endless_names() -> bytes:
    return carrying({6: b"<</Names[%s]>>" % (b"(x) 4 0 R " * 2_000_000)})


def endless_kids() -> bytes:
    return carrying({6: b"<</Kids[%s]>>" % (b"<</Kids[]>> " * 2_000_000)})


def deep_names() -> bytes:
    return carrying({6: b"<</Kids[" * 200_000 + b"]>>" * 200_000})


@lru_cache
def packed(mb: int, char: bytes = b" ") -> bytes:
    """So many MB of one character, in about a thousandth of that."""
    maker, out = zlib.compressobj(9), bytearray()
    for _ in range(mb):
        out += maker.compress(char * 1_000_000)
    return bytes(out + maker.flush())


def object_stream_bomb(mb: int = 300) -> bytes:
    """Object 6 stands in a stream that unpacks to so many MB."""
    data = packed(mb)
    head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>" % len(data)
    # A table as a stream says that 6 is the first object in the stream 3.
    objects = {1: _CATALOG, 2: _PAGES, 3: b"%sstream\n%s\nendstream" % (head, data)}
    out, places = bytearray(b"%PDF-1.7\n"), dict[int, int]()
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    rows = [(0, 0, 0)] + [(1, places[n], 0) for n in (1, 2, 3)] + [(0, 0, 0)] * 2 + [(2, 3, 0)]
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + last.to_bytes(1, "big")
        for kind, place, last in [*rows, (1, at, 0)]
    )
    out += b"7 0 obj\n<</Type/XRef/Size 8/W[1 4 1]/Root 1 0 R/Length %d>>stream\n" % len(table)
    out += table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at
    return bytes(out)


def xref_bomb(mb: int = 300) -> bytes:
    """The table of objects is a stream that unpacks to so many MB."""
    data, out = packed(mb, b"\1"), bytearray(b"%PDF-1.7\n1 0 obj\n" + _CATALOG + b"\nendobj\n")
    at = len(out)
    size = mb * 1_000_000 // 6
    head = b"<</Type/XRef/Size %d/W[1 4 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>"
    out += b"2 0 obj\n" + head % (size, len(data)) + b"stream\n" + data
    out += b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at
    return bytes(out)


def tiny_objects(mb: int = 40) -> bytes:
    """Nothing but small objects, and no table: each has to be looked for."""
    count = mb * 1_000_000 // 24
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n<<>>\nendobj\n" % n for n in range(1, count))


def long_list(mb: int = 40) -> bytes:
    return carrying({6: b"<</Names[%s]>>" % (b"<<>>" * (mb * 250_000))})


def unpacks_to(mb: int = 300) -> bytes:
    """The packet itself unpacks to so many MB."""
    data = packed(mb)
    stream = b"<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    tree = {6: b"<</Names[(interview.json) 4 0 R]>>", 5: stream % (len(data), data)}
    return pdf({1: _CATALOG, 2: _PAGES, 4: _SPEC, **tree})


def packet(**members: object) -> bytes:
    """A good packet with other members in their place, or more of them."""
    good = json.loads(write_packet(scored().interview))
    return json.dumps({**good, **members}).encode()


def many_notes(count: int = 10_000) -> bytes:
    """A good packet of an interview with so many notes."""
    notes = json.loads(packet())["notes"]
    more = [{**notes[0], "id": 1_000 + n, "text": f"note {n}"} for n in range(count)]
    return packet(notes=[*notes, *more])


def _with(text: bytes) -> bytes:
    """A good packet with a member ``x`` that is this JSON."""
    return b'%s,"x":%s}' % (packet().rstrip()[:-1], text)


def _guide(body: str) -> bytes:
    return f"{SMALL_GUIDE}\n{body}"[:999_000].encode()


def calendar(*lines: str, zone: Sequence[str] = ()) -> bytes:
    """A calendar with one appointment that has these lines, and a time zone that has those."""
    within = ["BEGIN:VTIMEZONE", "TZID:X", *zone, "END:VTIMEZONE"] if zone else []
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", *within, "BEGIN:VEVENT", *lines, "END:VEVENT"]
    return "\r\n".join([*whole, "END:VCALENDAR", ""]).encode()


def _restless(rule: str, times: int = 2) -> bytes:
    zone = [
        "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
        f"RRULE:{rule}", "END:STANDARD",
    ]  # fmt: skip
    at = ("DTSTART;TZID=X:20261123T100000", "DTEND;TZID=X:20261123T104500")
    return calendar(*at, zone=zone * times)


def _every(most: int) -> str:
    return ",".join(map(str, range(most)))


PDFS: Mapping[str, Callable[[], bytes]] = {
    "shared names": lambda: shared_names(40),
    "names in a circle": names_in_a_circle,
    "endless names": endless_names,
    "endless kids": endless_kids,
    "deep names": deep_names,
    "object stream bomb": object_stream_bomb,
    "table bomb": xref_bomb,
    "packet bomb": unpacks_to,
    "tiny objects": tiny_objects,
    "long list": long_list,
}
PACKETS: Mapping[str, Callable[[], bytes]] = {
    "deep": lambda: _with(b"[" * 5_000_000 + b"]" * 5_000_000),
    "huge number": lambda: _with(b"9" * 25_000_000),
    "many members": lambda: _with(b"[%s{}]" % (b"{}," * 9_000_000)),
    "members of members": lambda: _with(b'{"a":[%s0]}' % (b'{"b":0},' * 3_500_000)),
    "long text": lambda: packet(guide="a" * 30_000_000),
    "many areas": lambda: packet(setup={"areas": ["ab"] * 3_500_000}),
    "many notes": lambda: packet(
        notes=[{"id": n, "at": _AT, "text": "a"} for n in range(1_000_000, 1_250_000)]
    ),
    "spaces": lambda: b"{" + b" " * 31_000_000 + packet()[1:],
}
GUIDES: Mapping[str, Callable[[], bytes]] = {
    "accents": lambda: _guide("a" + "\u0301\u0316" * 240_000),
    "headings": lambda: _guide("## a\n" * 19_000),
    "list items": lambda: _guide("- a\n" * 19_000),
    "nested lists": lambda: _guide("".join(f"{'  ' * (n % 18)}- a\n" for n in range(19_000))),
    "as many parts as may be": lambda: _guide("## a\n- b\n" * 1_480),
    "paragraphs": lambda: _guide("a\n\n" * 9_800),
    "brackets": lambda: _guide("[" * 19_000 + "](" * 1_000),
    "emphasis": lambda: _guide("a**b" + "c* " * 19_000),
    "table": lambda: _guide("| a | b |\n|---|---|\n" + "| a | b |\n" * 19_000),
    "escapes": lambda: _guide("\\&" * 490_000),
    "code marks": lambda: _guide(" ".join("`" * n for n in range(1, 1_390))),
    "html": lambda: _guide("a <!-- <a " * 95_000),
    "minutes": lambda: _guide("## Phase 2: " + "(1 - " * 190_000),
}
# In other shapes than the format of guides.
DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "marks on a clock": lambda: b"00:05 Talk about it\n" * 19_000,
    "numbered lines": lambda: b"# Interview\n\n" + b"1 = a\n" * 18_000,
    "wide table": lambda: b"|a" * 3_000 + b"|\n" + b"|-" * 3_000 + b"|\n" + b"|b" * 180_000,
    "one line": lambda: b"# Interview\n\n" + b"why? " * 190_000,
    "tags in one another": lambda: b"<html><body>" + b"<table><tr><td>" * 3_000 + b"x",
    "rubrics": lambda: (
        b"# Interview rubric\n\n" + b"### A\n\n- **Good**: x\n- **Bad**: y\n\n" * 900
    ),
    "no archive": lambda: b"PK\x03\x04" + bytes(4_000_000),
}
CALENDARS: Mapping[str, Callable[[], bytes]] = {
    "minutely": lambda: _restless("FREQ=MINUTELY"),
    "secondly, folded": lambda: _restless("FREQ=SECONDLY").replace(b"RRULE", b"RR\r\n ULE"),
    "every minute of each year": lambda: _restless(
        f"FREQ=YEARLY;BYYEARDAY={_every(366)};BYHOUR={_every(24)};BYMINUTE={_every(60)}"
    ),
    "many changes": lambda: _restless("FREQ=YEARLY", 800),
    "an odd end": lambda: calendar(
        "DTSTART;TZID=Nowhere/X:20261123T100000", "DTEND:20261123T110000Z"
    ),
    "no end": lambda: calendar("DTSTART:20261123T100000Z", f"DURATION:P{'9' * 5_000}D"),
    "nested": lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 4_000,
    "folded": lambda: calendar("DTSTART:20261123T100000Z", "SUMMARY:a" + "\r\n b" * 4_900),
    "long": lambda: calendar("DTSTART:20261123T100000Z", "SUMMARY:" + "\\," * 120_000),
}
