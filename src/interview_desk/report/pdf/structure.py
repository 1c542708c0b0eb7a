"""The logical structure of a document while it is laid out and painted.

PDF tells what text means in a tree beside the pages (ISO 32000-1, 14.7): elements such as
H1, P or TD, each pointing to pieces of page content by page and number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

_HEADINGS = frozenset({"H1", "H2", "H3"})
_NOTHING: Mapping[str, Mapping[str, str]] = MappingProxyType({})


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
