"""The logical structure of a document while it is laid out and painted.

PDF tells what text means in a tree beside the pages (ISO 32000-1, 14.7): elements such as
H1, P or TD, each pointing to pieces of page content by page and number.
"""

from collections.abc import Mapping
from dataclasses import dataclass


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
    the page and height at which the element was first painted.
    """

    def __init__(
        self,
        tag: str,
        *,
        actual: str = "",
        alternative: str = "",
        attributes: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.tag = tag
        self.actual = actual
        self.alternative = alternative
        self.attributes = attributes or {}
        self.kids: list[Element] = []
        self.marks: list[Mark] = []
        self.areas: list[Area] = []
        self.place: tuple[int, float] | None = None

    def add(
        self,
        tag: str,
        *,
        actual: str = "",
        alternative: str = "",
        attributes: Mapping[str, Mapping[str, str]] | None = None,
    ) -> "Element":
        """A new element after those inside this one."""
        kid = Element(tag, actual=actual, alternative=alternative, attributes=attributes)
        self.kids.append(kid)
        return kid


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of a viewer's outline: what it says, where it leads, what lies below it."""

    title: str
    target: Element
    kids: "tuple[Bookmark, ...]" = ()
