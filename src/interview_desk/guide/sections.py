"""The parts of a Markdown document: each heading or bold label with what stands under it.

The parts are a flat list in the order of the document, since guides mix headings and bold
labels freely ("**Areas to explore**:" followed by level-4 headings). A section is a part
and the parts after it up to the next one of its level or above.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.inline import Words, lines_of, words
from interview_desk.guide.labels import plain_label

if TYPE_CHECKING:
    from markdown_it.token import Token

LABEL_LEVEL = 7
MAX_TEXT = 4_000
MAX_HEADING = 300
MAX_ITEMS = 100

_TASK_BOXES = ("[ ] ", "[x] ", "[X] ")


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


def parts_of(source: str, faults: list[Fault]) -> list[Part]:
    """The parts of a document; the first has level 0 and holds what precedes any heading.

    ``source`` has LF line ends and passed ``check_text``. Texts and lists of a size that no
    window can show are added to ``faults``.
    """
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").disable("inline")
    env: dict[str, object] = {}

    def inline(text: str) -> list["Token"]:
        tokens: list[Token] = []
        markdown.inline.parse(text, markdown, env, tokens)
        return tokens

    blocks = markdown.parse(source, env)
    reader = _Reader(inline, faults)
    for token in blocks:
        reader.take(token)
    parts = reader.parts
    ends = [part.line for part in parts[1:]] + [source.count("\n") + 2]
    for part, end in zip(parts, ends, strict=True):
        part.end = end
    return parts


class _Reader:
    """Builds parts from block tokens, with the function that reads the text inside one."""

    def __init__(self, inline: Callable[[str], "list[Token]"], faults: list[Fault]) -> None:
        self.parts = [Part(0, "", 1, 1)]
        self._parse_inline, self._faults = inline, faults
        self._heading = 0
        self._open: list[Item] = []

    def take(self, token: "Token") -> None:
        """Take the next block token."""
        line = token.map[0] + 1 if token.map else self.parts[-1].line
        match token.type:
            case "heading_open" if token.level == 0:
                self._heading = int(token.tag[1:])
            case "list_item_open":
                self._open_item(line)
            case "list_item_close":
                self._open.pop()
            case "inline" if self._heading:
                self._take_heading(token, line)
            case "inline" if self._open:
                self._take_item_text(token, line)
            case "inline":
                self._take_paragraph(token, line)
            case "fence" | "code_block":
                self._take_code(token, line)

    def _open_item(self, line: int) -> None:
        item = Item(line)
        siblings = self._open[-1].children if self._open else self.parts[-1].items
        siblings.append(item)
        self._open.append(item)
        if len(siblings) == MAX_ITEMS + 1:
            message = f"The list has more than {MAX_ITEMS} items"
            remedy = "Keep what one interviewer can watch for, or use sub-headings."
            self._faults.append(Fault(line, message, remedy))

    def _take_heading(self, token: "Token", line: int) -> None:
        title = words(self._inline(token, line, MAX_HEADING)).plain
        body = token.map[1] + 1 if token.map else line + 1
        self.parts.append(Part(self._heading, title, line, body))
        self._heading = 0

    def _take_item_text(self, token: "Token", line: int) -> None:
        item = self._open[-1]
        said = words(self._inline(token, line, MAX_TEXT))
        if item.words.plain:
            item.more.append(said.plain)
        else:
            item.words = _without_box(said)

    def _take_paragraph(self, token: "Token", line: int) -> None:
        prose: list[str] = []
        for offset, tokens in lines_of(self._inline(token, line, MAX_TEXT)):
            said = _as_label(words(tokens))
            if said.label:
                self._add_prose(prose)
                prose = [said.rest]
                self.parts.append(Part(LABEL_LEVEL, said.lead, line + offset, line + offset))
            else:
                prose.append(said.plain)
        self._add_prose(prose)

    def _take_code(self, token: "Token", line: int) -> None:
        text = " ".join(token.content.split())
        if self._fits(text, line, MAX_TEXT) and text:
            where = self._open[-1].more if self._open else self.parts[-1].prose
            where.append(text)

    def _add_prose(self, lines: list[str]) -> None:
        if text := " ".join(filter(None, lines)):
            self.parts[-1].prose.append(text)

    def _inline(self, token: "Token", line: int, longest: int) -> "Sequence[Token]":
        if not self._fits(token.content, line, longest):
            return ()
        return self._parse_inline(token.content)

    def _fits(self, text: str, line: int, longest: int) -> bool:
        if len(text) <= longest:
            return True
        message = f"{excerpt(text)} is {len(text):,} characters long"
        remedy = f"Write at most {longest:,} in one piece; a blank line starts a new one."
        self._faults.append(Fault(line, message, remedy))
        return False


def _as_label(said: Words) -> Words:
    return said if said.label or said.lead else plain_label(said.plain) or said


def _without_box(said: Words) -> Words:
    for box in _TASK_BOXES:
        if said.plain.startswith(box):
            return Words(said.plain.removeprefix(box))
    return said
