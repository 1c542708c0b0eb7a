"""Plain text as blocks: what stands alone in a line, what is indented, what has a bullet."""

import itertools
import re
import unicodedata
from dataclasses import replace

from interview_desk.guide.importer.document import Block, BlockKind, BlockList, Document, tidy

_BULLET = re.compile(r"(?:[•‣◦▪▫●○■□➢➤·\uf0b7\uf0a7*+–—-]|o(?=\s))[ \t\xa0]+")
_BOX = re.compile(r"\[[ xX]?\]\s+|[☐☑☒□]\s*")
_NUMBER = re.compile(r"\(?(\d{1,2}|[a-z])[.)][ \t\xa0]+")
_RULE = re.compile(r"\s*[-=_*~═─]{3,}\s*")
_LABEL = re.compile(r"([^:：.?!]{2,60})[:：]\s*(.*)")
_LONGEST_HEADING = 80
_MARK = re.compile(r"\s*\d{1,2}:\d{2}(?:\s*[-–—]\s*\d{1,2}:\d{2})?\s*[-–—:.]?\s*[^\W\d]")
_LONGEST_MARKED, _MOST_MARKED_HEADINGS = 10, 2
_MARKDOWN = re.compile(r"(?m)^#{1,6}\s+\S|^\s*\|.*\|\s*$|\*\*[^*\n]+\*\*|^---\n|^```|<[a-z]+[ >]")


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
        self._lines = lines
        self._marked = _marked(lines)
        self._rows: list[tuple[int, list[str]]] = []
        self._prose: list[Block] = []
        self._indents: list[int] = []

    def read(self) -> None:
        """Read all lines."""
        for count, line in enumerate(self._lines, start=1):
            said = line.strip()
            cells = [tidy(cell) for cell in said.split("\t")]
            if len(cells) > 1 and not _BULLET.match(said) and not _NUMBER.match(said):
                self._add_prose()
                self._rows.append((count, cells))
                continue
            self._add_rows()
            if not said or _RULE.fullmatch(line):
                self._add_prose()
            else:
                self._take(count, len(line) - len(line.lstrip()), said)
        self._add_rows()
        self._add_prose()

    def _take(self, count: int, indent: int, said: str) -> None:
        if bullet := _BULLET.match(said):
            self._add_item(count, indent, said[bullet.end() :])
        elif _BOX.match(said):
            self._add_item(count, indent, said)
        elif (number := _NUMBER.match(said)) and not _heads(self._lines, count):
            self._add_item(count, indent, said[number.end() :], number[1])
        elif self._is_alone(count) and _is_heading(self._lines, count, said):
            level = 1 if not self.blocks.blocks else 2 if _is_loud(said) or number else 3
            self._add(Block(0, count, BlockKind.HEADING, tidy(said), level))
        elif (marks := self._marked[count - 1]) > _MOST_MARKED_HEADINGS:
            self._add(Block(0, count, BlockKind.PARAGRAPH, tidy(said)))
        elif marks:
            self._add(Block(0, count, BlockKind.HEADING, tidy(said), 3))
        elif (label := _LABEL.fullmatch(said)) and not self._prose:
            block = Block(0, count, BlockKind.PARAGRAPH, tidy(said))
            self._add(replace(block, lead=tidy(label[1]), rest=tidy(label[2])))
        else:
            self._prose.append(Block(0, count, BlockKind.PARAGRAPH, tidy(said), indent))

    def _is_alone(self, count: int) -> bool:
        above = self._lines[count - 2] if count > 1 else ""
        return not above.strip() or _RULE.fullmatch(above) is not None

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
        box = _BOX.match(text)
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


def _heads(lines: list[str], count: int) -> bool:
    """Whether a numbered line heads what follows it, rather than being one of a list."""
    following = lines[count] if count < len(lines) else ""
    if not following.strip():
        after = next((each for each in lines[count:] if each.strip()), "")
        return not _NUMBER.match(after.strip())
    return not _NUMBER.match(following.strip())


def _marked(lines: list[str]) -> list[int]:
    """For each line how many in a row begin with a mark on the clock, with this one among them.

    Only rows that stand apart from what is above them count.
    """
    found = [0] * len(lines)
    for marked, group in itertools.groupby(range(len(lines)), key=lambda at: _is_mark(lines[at])):
        row = list(group)
        above = lines[row[0] - 1] if row[0] else ""
        if marked and (not above.strip() or _RULE.fullmatch(above)):
            found[row[0] : row[-1] + 1] = [len(row)] * len(row)
    return found


def _is_mark(line: str) -> bool:
    return len(line.split()) <= _LONGEST_MARKED and _MARK.match(line) is not None


def _is_heading(lines: list[str], count: int, said: str) -> bool:
    if len(said) > _LONGEST_HEADING or said.endswith((".", ";", ",", "?", "!")):
        return False
    following = lines[count] if count < len(lines) else ""
    ruled = bool(_RULE.fullmatch(following)) and following.strip() != ""
    before_list = bool(_BULLET.match(following.strip()))
    loud = _is_loud(said)
    return ruled or loud or (not said.endswith(":") and (not following.strip() or before_list))


def _is_loud(said: str) -> bool:
    letters = [char for char in said if char.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) / len(letters) > 0.8
