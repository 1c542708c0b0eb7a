"""Objects added behind the end of a finished PDF (ISO 32000-1, 7.5.6: incremental updates).

A note has half a dozen elements in the structure tree. As objects of pikepdf they would take two
kilobytes each, which is a gigabyte for what one file may hold; here they are packed as they come.
"""

import hashlib
import struct
import zlib
from io import BytesIO

import pikepdf

# Objects packed together in a stream (7.5.7); few enough that a viewer soon has the one it wants.
_TOGETHER = 200
_IN_STREAM, _AT_OFFSET = 2, 1
_ENTRY = struct.Struct(">BIH")


class Appendix:
    """What comes behind a PDF. An object's number is taken first, and then given its content."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        """To be added to ``data``, which ``pdf`` was opened from."""
        trailer = pdf.trailer
        self._length = len(data)
        self._before = int(data[data.rindex(b"startxref") :].split()[1])
        self._root, self._info = trailer.Root.objgen[0], trailer.Info.objgen[0]
        self._id = bytes(trailer.ID[0])
        self._first = self._next = int(trailer.Size)
        self._file = BytesIO()
        self._waiting: list[tuple[int, bytes]] = []
        self._entries: dict[int, bytes] = {}

    def take_number(self) -> int:
        """The number of an object to come."""
        self._next += 1
        return self._next - 1

    def put(self, number: int, content: str) -> None:
        """An object in PDF's words, all of them ASCII; it may take the place of an old one."""
        self._waiting.append((number, content.encode("ascii")))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def finish(self) -> bytes:
        """The bytes to add. Nothing can be put after it."""
        if self._waiting:
            self._pack()
        number, at = self.take_number(), self._length + self._file.tell()
        self._entries[number] = _ENTRY.pack(_AT_OFFSET, at, 0)
        fresh = sorted(each for each in self._entries if each >= self._first)
        replaced = sorted(self._entries.keys() - fresh)
        index = [*(f"{each} 1" for each in replaced), f"{self._first} {len(fresh)}"]
        changed = hashlib.md5(self._file.getbuffer(), usedforsecurity=False).hexdigest()
        words = (
            f"/Type/XRef/Size {self._next}/Prev {self._before}/W[1 4 2]/Index[{' '.join(index)}]"
            f"/Root {self._root} 0 R/Info {self._info} 0 R/ID[<{self._id.hex()}><{changed}>]"
        )
        table = b"".join(self._entries[each] for each in (*replaced, *fresh))
        self._stream(number, words, table)
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % at)
        return self._file.getvalue()

    def _pack(self) -> None:
        """Writes what is waiting as one stream."""
        own, places, length = self.take_number(), [], 0
        for i, (number, content) in enumerate(self._waiting):
            self._entries[number] = _ENTRY.pack(_IN_STREAM, own, i)
            places.append(f"{number} {length}")
            length += len(content) + 1
        head = " ".join(places).encode("ascii") + b"\n"
        self._entries[own] = _ENTRY.pack(_AT_OFFSET, self._length + self._file.tell(), 0)
        words = f"/Type/ObjStm/N {len(self._waiting)}/First {len(head)}"
        self._stream(own, words, head + b"\n".join(content for _, content in self._waiting))
        self._waiting.clear()

    def _stream(self, number: int, words: str, content: bytes) -> None:
        packed = zlib.compress(content)
        # Some take a line end of the data and the one after it for one line end of two bytes.
        packed += b"\n" if packed.endswith(b"\r") else b""
        head = f"{number} 0 obj\n<<{words}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
        self._file.write(head.encode("ascii") + packed + b"\nendstream\nendobj\n")
