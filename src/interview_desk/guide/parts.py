"""The parts of a document: each heading or bold label with what stands under it.

The parts are a flat list in the order of the document, since guides mix headings and bold
labels freely ("**Areas to explore**:" followed by level-4 headings). A section is a part
and the parts after it up to the next one of its level or above.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_desk.guide.inline import Words

LABEL_LEVEL = 7


@dataclass(slots=True)
class Item:
    """An item of a list, with the lists inside it."""

    line: int
    words: Words = field(default_factory=lambda: Words(""))
    more: list[str] = field(default_factory=list)
    children: list["Item"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that the item says, in one line."""
        return self._with_more(self.words.plain)

    @property
    def rest(self) -> str:
        """All that the item says after its bold words."""
        return self._with_more(self.words.rest)

    def _with_more(self, start: str) -> str:
        inner = "; ".join(child.text for child in self.children)
        return " ".join(filter(None, (start, *self.more, inner)))


@dataclass(slots=True)
class Part:
    """A heading (level 1 to 6), or a bold label (level 7), and what it holds itself.

    Its own content stands from line ``body`` up to, not with, line ``end``. ``taken`` says
    that the guide's structure holds it, so that the reading material need not.
    """

    level: int
    title: str
    line: int
    body: int
    prose: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    end: int = 0
    taken: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of the document, rather than a bold label."""
        return self.level < LABEL_LEVEL

    @property
    def text(self) -> str:
        """Its paragraphs in one line."""
        return " ".join(self.prose)

    def entries(self) -> list[Item]:
        """Its list, or its paragraphs as the items of one."""
        return self.items or [Item(self.line, Words(text)) for text in self.prose]


def section(parts: Sequence[Part], start: int) -> Sequence[Part]:
    """The part at ``start`` and all parts under it."""
    level = parts[start].level
    for end in range(start + 1, len(parts)):
        if parts[end].level <= level:
            return parts[start:end]
    return parts[start:]
