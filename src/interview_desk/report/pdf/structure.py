"""The logical structure of a document: as it is laid out and painted, and as a tree in its PDF.

The tree, links and outline are those of ISO 32000-1, 14.7 and 12.3.3.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_HEADINGS = frozenset({"H1", "H2", "H3"})
_NOTHING: Mapping[str, Mapping[str, str]] = MappingProxyType({})
_PRINTED = 4  # annotation flag: show it on paper too, which PDF/A wants
# Objects packed together in a stream (7.5.7); few enough that a viewer soon has the one it wants.
_TOGETHER = 200
_IN_STREAM, _AT_OFFSET = 2, 1
_ENTRY = struct.Struct(">BIH")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of page content; pages count from 0, numbers from 0 on each page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page (left, bottom, right, top) that leads to the heading of that key."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    words: str


class Element:
    """One node of the tree.

    ``actual`` is read out instead of what is painted, ``alternative`` describes a drawing,
    and ``attributes`` are PDF names by owner (``{"Table": {"Scope": "Row"}}``). ``place`` is
    the page and height at which a heading was first painted. There are half a dozen of them
    to a note, so they are kept small.
    """

    __slots__ = ("_kids", "actual", "alternative", "areas", "attributes", "marks", "place", "tag")

    def __init__(
        self,
        tag: str,
        *,
        actual: str = "",
        alternative: str = "",
        attributes: Mapping[str, Mapping[str, str]] = _NOTHING,
    ) -> None:
        self.tag = tag
        self.actual = actual
        self.alternative = alternative
        self.attributes = attributes
        self.marks: tuple[Mark, ...] = ()
        self.areas: tuple[Area, ...] = ()
        self.place: tuple[int, float] | None = None
        self._kids: list[Element] | None = None

    @property
    def kids(self) -> "Sequence[Element]":
        """The elements inside this one."""
        return self._kids or ()

    def add(
        self,
        tag: str,
        *,
        actual: str = "",
        alternative: str = "",
        attributes: Mapping[str, Mapping[str, str]] = _NOTHING,
    ) -> "Element":
        """A new element after those inside this one."""
        kid = Element(tag, actual=actual, alternative=alternative, attributes=attributes)
        if self._kids is None:
            self._kids = []
        self._kids.append(kid)
        return kid

    def paint(self, mark: Mark, top: float) -> None:
        """That piece of content is the element's; ``top`` is where it begins."""
        if self.place is None and self.tag in _HEADINGS:
            self.place = (mark.page, top)
        self.marks += (mark,)

    def all_inside(self) -> "Iterator[Element]":
        """The element and everything inside it, in the order in which it is read."""
        yield self
        for kid in self.kids:
            yield from kid.all_inside()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of a viewer's outline: what it says, where it leads, what lies below it."""

    title: str
    target: Element
    kids: "tuple[Bookmark, ...]" = ()


def prepare_tree(pdf: pikepdf.Pdf, root: Element, headings: Mapping[str, Element]) -> None:
    """Makes the pages ready for the tree, with a link annotation for every area in it."""
    pages = [page.obj for page in pdf.pages]
    for i, page in enumerate(pages):
        page.StructParents = i
        page.Tabs = Name.S
    for number, area in enumerate(_areas(root), start=len(pages)):
        page = pages[area.page]
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(_link(pdf, area, headings[area.target], number))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def with_tree(data: bytes, root: Element) -> bytes:
    """The PDF that was prepared for the tree, with the tree behind it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return data + _Tree(data, pdf).written(root)


def add_outline(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Writes the bookmarks that a viewer shows beside the pages."""
    with pdf.open_outline() as outline:
        outline.root.extend(_outline_item(pdf, each) for each in bookmarks)


def _outline_item(pdf: pikepdf.Pdf, bookmark: Bookmark) -> pikepdf.OutlineItem:
    item = pikepdf.OutlineItem(bookmark.title, destination=_place(pdf, bookmark.target))
    item.children.extend(_outline_item(pdf, each) for each in bookmark.kids)
    item.is_closed = True
    return item


def _place(pdf: pikepdf.Pdf, element: Element) -> Array:
    page, top = element.place or (0, 0.0)
    return Array([pdf.pages[page].obj, Name.XYZ, None, round(top + 6, 2), None])


def _link(pdf: pikepdf.Pdf, area: Area, target: Element, number: int) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(each, 2) for each in area.box]),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
            Contents=String(area.words),
            Dest=_place(pdf, target),
            StructParent=number,
        )
    )


def _areas(root: Element) -> Iterator[Area]:
    return (area for element in root.all_inside() for area in element.areas)


class _Tree:
    """The tree in PDF's words."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self._appendix = _Appendix(data, pdf)
        self._own = pdf.Root.StructTreeRoot.objgen[0]
        self._pages = [page.objgen[0] for page in pdf.pages]
        # The links of each page that are still to be given to their elements.
        self._links = [[each.objgen[0] for each in page.get("/Annots", ())] for page in pdf.pages]
        # For each page its marked content's owners; after the pages, each link's owner.
        self._owners: list[dict[int, int]] = [{} for _ in self._pages]
        self._link_owners: list[int] = []

    def written(self, root: Element) -> bytes:
        """The bytes that come behind the PDF."""
        top = self._element(root, self._own)
        parents = self._appendix.take_number()
        count = len(self._pages) + len(self._link_owners)
        self._appendix.put(parents, f"<</Nums[{' '.join(self._numbers())}]>>")
        self._appendix.put(
            self._own,
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {count}>>",
        )
        return self._appendix.finish()

    def _element(self, element: Element, parent: int) -> int:
        """Writes the element and all inside it; its number."""
        own = self._appendix.take_number()
        kids = []
        for mark in element.marks:
            self._owners[mark.page][mark.number] = own
            kids.append(f"<</Type/MCR/Pg {self._pages[mark.page]} 0 R/MCID {mark.number}>>")
        for area in element.areas:
            self._link_owners.append(own)
            link = self._links[area.page].pop(0)
            kids.append(f"<</Type/OBJR/Pg {self._pages[area.page]} 0 R/Obj {link} 0 R>>")
        kids += [f"{self._element(kid, own)} 0 R" for kid in element.kids]
        words = f"/Type/StructElem/S/{element.tag}/P {parent} 0 R/K[{' '.join(kids)}]"
        if element.actual:
            words += f"/ActualText{_string(element.actual)}"
        if element.alternative:
            words += f"/Alt{_string(element.alternative)}"
        if element.attributes:
            words += f"/A[{''.join(_attributes(*each) for each in element.attributes.items())}]"
        self._appendix.put(own, f"<<{words}>>")
        return own

    def _numbers(self) -> Iterator[str]:
        for i, owners in enumerate(self._owners):
            number = self._appendix.take_number()
            marks = " ".join(f"{owners[each]} 0 R" for each in sorted(owners))
            self._appendix.put(number, f"[{marks}]")
            yield f"{i} {number} 0 R"
        for i, owner in enumerate(self._link_owners, start=len(self._pages)):
            yield f"{i} {owner} 0 R"


def _string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _attributes(owner: str, values: Mapping[str, str]) -> str:
    pairs = "".join(f"/{name}/{value}" for name, value in values.items())
    return f"<</O/{owner}{pairs}>>"


class _Appendix:
    """Objects behind the end of a finished PDF (ISO 32000-1, 7.5.6: incremental updates).

    An object's number is taken first, and then given its content. A note has half a dozen
    elements in the structure tree. As objects of pikepdf they would take two kilobytes each,
    which is a gigabyte for what one file may hold; here they are packed as they come.
    """

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
