"""Plain text as blocks: what stands alone in a line, what is indented, what has a bullet."""

import re
import unicodedata
from dataclasses import replace

from interview_desk.guide.importer.document import Block, BlockKind, BlockList, Document, tidy
from interview_desk.guide.importer.level_runs import inline_legend
from interview_desk.guide.importer.plain_lines import (
    BOX,
    BULLET,
    LABEL,
    NUMBER,
    QUESTION,
    RULE,
    Lines,
    ends_a_sentence,
    is_counted,
    is_level,
    is_loud,
)
from interview_desk.guide.importer.vocabulary import Part, part_of

_MOST_TIMED_HEADINGS = 2
_MARKDOWN = re.compile(r"(?m)^#{1,6}\s+\S|^\s*\|.*\|\s*$|\*\*[^*\n]+\*\*|^---\n|^```|<[a-z]+[ >]")
_OUTER = frozenset({Part.AFTER, Part.RUBRIC, Part.SCALE, Part.PITFALLS})


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text is written in Markdown."""
    return _MARKDOWN.search(text) is not None


def read_plain(text: str, name: str = "") -> Document:
    """The blocks of a text without any markup, line ends as LF."""
    reader = _Reader([unicodedata.normalize("NFC", line) for line in text.split("\n")])
    reader.read()
    return reader.blocks.document(name=name)


class _Reader:
    """Goes through the lines, with the rows and the prose that are not added yet."""

    def __init__(self, lines: list[str]) -> None:
        self.blocks = BlockList()
        self._all, self._lines = lines, Lines(lines)
        self._rows: list[tuple[int, list[str]]] = []
        self._prose: list[Block] = []
        self._indents: list[int] = []
        self._counts = False

    def read(self) -> None:
        """Read all lines."""
        for count, line in enumerate(self._all, start=1):
            said = line.strip()
            cells = [tidy(cell) for cell in said.split("\t")]
            if len(cells) > 1 and not BULLET.match(said) and not NUMBER.match(said):
                self._add_prose()
                self._rows.append((count, cells))
                continue
            self._add_rows()
            if not said or RULE.fullmatch(line):
                self._add_prose()
            else:
                self._take(count, len(line) - len(line.lstrip()), said)
        self._add_rows()
        self._add_prose()

    def _take(self, count: int, indent: int, said: str) -> None:
        times = self._lines.times_in_row(count)
        number = NUMBER.match(said)
        if bullet := BULLET.match(said):
            self._add_item(count, indent, said[bullet.end() :])
        elif BOX.match(said):
            self._add_item(count, indent, said)
        elif 0 < times <= _MOST_TIMED_HEADINGS:
            self._add_heading(count, said)
        elif times and not number:
            self._add(Block(0, count, BlockKind.PARAGRAPH, tidy(said)))
        elif QUESTION.match(said) and not self._lines.is_heading(count, said):
            self._add_prose()
            self._indents = []
            self._prose.append(Block(0, count, BlockKind.PARAGRAPH, tidy(said)))
        elif number and not self._lines.heads(count):
            self._add_item(count, indent, said[number.end() :], number[1])
        elif self._lines.is_alone(count) and self._lines.is_heading(count, said):
            self._add_heading(count, said)
        elif is_level(said):
            self._add_item(count, indent, said)
        else:
            self._take_words(count, indent, said)

    def _take_words(self, count: int, indent: int, said: str) -> None:
        """Take a line of words: a label, a question in a line of its own, or prose."""
        block = Block(0, count, BlockKind.PARAGRAPH, tidy(said))
        label = LABEL.fullmatch(said)
        announces = label is not None and self._announces(count, label[1], label[2])
        if label and (announces or not self._prose):
            self._add(replace(block, lead=tidy(label[1]), rest=tidy(label[2])))
            return
        own = inline_legend(said) or said.endswith(("?", "？"))
        if own and (not self._prose or ends_a_sentence(self._prose[-1].text)):
            self._add_prose()
            if not self._goes_on(count):
                self._add(block)
                return
        self._prose.append(replace(block, level=indent))

    def _announces(self, count: int, name: str, rest: str) -> bool:
        """Whether a label opens something new, rather than going on with the words above it."""
        return part_of(name) is not None or (
            not rest and bool(BULLET.match(self._lines.after(count)))
        )

    def _goes_on(self, count: int) -> bool:
        """Whether words in a line stand right under an item that they go on with."""
        last = self.blocks.blocks[-1] if self.blocks.blocks else None
        return bool(last and self._indents and last.line == count - 1) and not ends_a_sentence(
            last.text if last else ""
        )

    def _add_heading(self, count: int, said: str) -> None:
        counted = is_counted(said)
        if not self.blocks.blocks and not self._prose:
            level = 1
        elif is_loud(said) or counted or (self._counts and part_of(said) in _OUTER):
            level = 2
        else:
            level = 4 if is_level(self._lines.after(count)) else 3
        self._counts = self._counts or (counted and level == 2)
        self._add(Block(0, count, BlockKind.HEADING, tidy(said), level))

    def _add(self, block: Block) -> None:
        self._add_prose()
        self._indents = []
        self.blocks.add(block)

    def _add_item(self, count: int, indent: int, text: str, mark: str = "") -> None:
        """Add an item; it stands as deep as its indentation says beside those above it."""
        self._add_prose()
        if not self._indents:
            self.blocks.lists += 1
        self._indents = [other for other in self._indents if other < indent] + [indent]
        box = BOX.match(text)
        text = tidy(text[box.end() :] if box else text)
        depth = len(self._indents) - 1
        block = Block(0, count, BlockKind.ITEM, text, depth, mark=mark, box=bool(box))
        self.blocks.add(replace(block, listing=self.blocks.lists))

    def _add_rows(self) -> None:
        if len(self._rows) > 1:
            self._indents = []
            self.blocks.add_table(self._rows)
        for line, cells in self._rows if len(self._rows) == 1 else ():
            self._add(Block(0, line, BlockKind.PARAGRAPH, tidy(" ".join(cells))))
        self._rows = []

    def _add_prose(self) -> None:
        """Add the lines of a paragraph as one block, or to the item that they go on."""
        prose, self._prose = self._prose, []
        if not prose:
            return
        text = " ".join(block.text for block in prose)
        last = self.blocks.blocks[-1] if self.blocks.blocks else None
        if last and self._indents and last.line == prose[0].line - 1:
            self.blocks.extend_last(text)
        else:
            self._indents = []
            self.blocks.add(replace(prose[0], text=text, level=0))
