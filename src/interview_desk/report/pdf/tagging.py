"""The structure tree, links and outline written into a PDF (ISO 32000-1, 14.7 and 12.3.3)."""

from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from interview_desk.report.pdf.structure import Area, Bookmark, Element

_PRINTED = 4  # annotation flag: show it on paper too, which PDF/A wants


def tag(pdf: pikepdf.Pdf, root: Element, headings: Mapping[str, Element]) -> None:
    """Writes the tree, with a link annotation for every area in it."""
    _Tagger(pdf, headings).write(root)


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


class _Tagger:
    def __init__(self, pdf: pikepdf.Pdf, headings: Mapping[str, Element]) -> None:
        self._pdf = pdf
        self._headings = headings
        self._pages = [page.obj for page in pdf.pages]
        # For each page its marked content's owners; after the pages, each link's owner.
        self._owners: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]
        self._link_owners: list[pikepdf.Object] = []

    def write(self, root: Element) -> None:
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._numbers()))
        tree.ParentTreeNextKey = len(self._pages) + len(self._link_owners)
        for i, page in enumerate(self._pages):
            page.StructParents = i
            page.Tabs = Name.S
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        node = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent)
        )
        kids: list[object] = []
        for mark in element.marks:
            self._owners[mark.page][mark.number] = node
            kids.append(Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number))
        kids += [self._link(area, node) for area in element.areas]
        kids += [self._element(kid, node) for kid in element.kids]
        node.K = Array(kids)
        if element.actual:
            node.ActualText = String(element.actual)
        if element.alternative:
            node.Alt = String(element.alternative)
        if element.attributes:
            node.A = Array([_attributes(owner, each) for owner, each in element.attributes.items()])
        return node

    def _link(self, area: Area, owner: pikepdf.Object) -> Dictionary:
        page = self._pages[area.page]
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(each, 2) for each in area.box]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=String(area.words),
                Dest=_place(self._pdf, self._headings[area.target]),
                StructParent=len(self._pages) + len(self._link_owners),
            )
        )
        self._link_owners.append(owner)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)

    def _numbers(self) -> Array:
        numbers: list[object] = []
        for i, owners in enumerate(self._owners):
            marks = Array([owners[number] for number in sorted(owners)])
            numbers += [i, self._pdf.make_indirect(marks)]
        for i, owner in enumerate(self._link_owners, start=len(self._pages)):
            numbers += [i, owner]
        return Array(numbers)


def _attributes(owner: str, values: Mapping[str, str]) -> Dictionary:
    pairs = {f"/{name}": Name("/" + value) for name, value in values.items()}
    return Dictionary({"/O": Name("/" + owner), **pairs})
