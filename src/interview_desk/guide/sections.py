"""Reads Markdown into parts: headings and bold labels, with their paragraphs and lists."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.inline import Words, lines_of, words
from interview_desk.guide.labels import plain_label
from interview_desk.guide.parts import LABEL_LEVEL, Item, Part

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_TEXT = 4_000
MAX_HEADING = 300
MAX_ITEMS = 100

_TASK_BOXES = ("[ ] ", "[x] ", "[X] ")


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
                self._close_item()
            case "inline" if self._heading:
                self._take_heading(token, line)
            case "inline" if self._open:
                self._take_item_text(token, line)
            case "inline":
                self._take_paragraph(token, line)
            case "fence" | "code_block":
                self._take_verbatim(token, line)
            case "html_block" if self._open and not token.content.startswith("<!--"):
                self._take_verbatim(token, line)

    def _open_item(self, line: int) -> None:
        item = Item(line)
        siblings = self._siblings()
        siblings.append(item)
        self._open.append(item)
        if len(siblings) == MAX_ITEMS + 1:
            message = f"The list has more than {MAX_ITEMS} items"
            remedy = "Keep what one interviewer can watch for, or use sub-headings."
            self._faults.append(Fault(line, message, remedy))

    def _close_item(self) -> None:
        if not self._open.pop().text:
            self._siblings().pop()

    def _siblings(self) -> list[Item]:
        return self._open[-1].children if self._open else self.parts[-1].items

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

    def _take_verbatim(self, token: "Token", line: int) -> None:
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
