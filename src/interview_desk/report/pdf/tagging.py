"""The structure tree, links and outline of a PDF (ISO 32000-1, 14.7 and 12.3.3)."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from interview_desk.report.pdf.appended import Appendix
from interview_desk.report.pdf.structure import Area, Bookmark, Element

_PRINTED = 4  # annotation flag: show it on paper too, which PDF/A wants


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
        self._appendix = Appendix(data, pdf)
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
