"""A foreign document as blocks: headings, paragraphs, items, rows of tables, code.

Whatever the document was written in, only this is looked at from here on. Words are plain: marks
of emphasis are gone, bold words that open a block are told apart, addresses stand behind links.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto


class BlockKind(StrEnum):
    """What a block was in its document."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``number`` is its place among all, from 0; ``line`` where it begins, from 1.

    ``level`` is that of a heading (1 to 6) or the depth of an item (0 for the outermost list).
    ``lead`` are the bold words that open it, with ``rest`` behind them. A row has its ``cells``,
    the number of its ``table``, and says whether it is the ``head`` of that. ``mark`` is what an
    item was counted by ("2"), ``listing`` the list it stands in, and ``links`` says that it is
    nothing but a link to a place in the same document.
    """

    number: int
    line: int
    kind: BlockKind
    text: str
    level: int = 0
    lead: str = ""
    rest: str = ""
    cells: tuple[str, ...] = ()
    table: int = -1
    head: bool = False
    mark: str = ""
    listing: int = -1
    box: bool = False
    links: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether it is a paragraph of bold words only."""
        return self.kind is BlockKind.PARAGRAPH and bool(self.lead) and not self.rest


@dataclass(frozen=True, slots=True)
class Document:
    """All blocks of a document in order, with the title that stands beside them.

    ``name`` is that of the file, without its ending. ``unit`` is what ``line`` counts: lines, or
    paragraphs where a document has no lines. ``told`` is what was left out in reading it.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    title_line: int = 1
    name: str = ""
    unit: str = "line"
    told: tuple[str, ...] = ()


@dataclass(slots=True)
class BlockList:
    """Collects blocks and numbers them; tables and lists are counted too."""

    blocks: list[Block] = field(default_factory=list)
    tables: int = 0
    lists: int = 0

    def add(self, block: Block) -> None:
        """Add a block that says something."""
        if block.text or block.cells:
            self.blocks.append(replace(block, number=len(self.blocks)))

    def extend_last(self, text: str) -> None:
        """Add more text to the block that was added last."""
        last = self.blocks[-1]
        more = " ".join(filter(None, (last.rest, text))) if last.lead else last.rest
        self.blocks[-1] = replace(last, text=f"{last.text} {text}".strip(), rest=more)

    def add_table(self, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Add the rows of a table, each with its line; the first is the head."""
        width = max((len(cells) for _, cells in rows), default=0)
        self.tables += 1
        for count, (line, cells) in enumerate(rows):
            if any(cells):
                padded = (*cells, *[""] * (width - len(cells)))
                text = " ".join(filter(None, cells))
                row = Block(0, line, BlockKind.ROW, text, cells=padded, table=self.tables)
                self.add(replace(row, head=count == 0))

    def document(self, **more: str | int | tuple[str, ...]) -> Document:
        """The blocks as a document."""
        return Document(tuple(self.blocks), **more)  # type: ignore[arg-type]


def tidy(text: str) -> str:
    """The text in one line, with single spaces."""
    return " ".join(text.split())
