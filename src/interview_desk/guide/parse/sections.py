"""Reads Markdown into parts: headings and bold labels, with their paragraphs and lists."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.parse.labels import plain_label
from interview_desk.guide.parse.parts import LABEL_LEVEL, Item, Part, Prose
from interview_desk.guide.parse.tokens import (
    DEEPEST,
    Words,
    lines_of,
    parser,
    tell_addresses,
    without_comments,
    without_short,
    words,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_TEXT = 4_000
MAX_HEADING = 300
MAX_ITEMS = 100

# A table, or the definition of a link: to be read as it stands, but no part of a structure.
_FOR_READING = re.compile(r"\|.*\n\s*\|?\s*:?-+|\[[^\]]+\]:\s")
_TASK_BOXES = ("[ ] ", "[x] ", "[X] ")


def parts_of(source: str, faults: list[Fault]) -> list[Part]:
    """The parts of a document; the first has level 0 and holds what precedes any heading.

    ``source`` has LF line ends and passed ``check_text``. Texts and lists of a size that no
    window can show are added to ``faults``.
    """
    markdown = parser().disable("inline")
    env: dict[str, object] = {}

    def inline(text: str) -> "Sequence[Token]":
        tokens: list[Token] = []
        markdown.inline.parse(text, markdown, env, tokens)
        return tell_addresses(tokens)

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

    def __init__(self, inline: Callable[[str], "Sequence[Token]"], faults: list[Fault]) -> None:
        self.parts = [Part(0, "", 1, 1, known=True)]
        self._parse_inline, self._faults = inline, faults
        self._heading, self._marks = 0, ""
        self._open: list[Item] = []
        self._too_deep = False

    def take(self, token: "Token") -> None:
        """Take the next block token."""
        line, end = (token.map[0] + 1, token.map[1] + 1) if token.map else (0, 0)
        if token.level > DEEPEST:
            self._tell_depth(line)
        match token.type:
            case "heading_open" if token.level == 0:
                self._heading, self._marks = int(token.tag[1:]), token.markup
            case "list_item_open":
                self._open_item(line, end)
            case "list_item_close":
                self._close_item()
            case "inline":
                self._take_text(token, line, end)
            case "fence" | "code_block":
                self._take_verbatim(token.content, line, end)
            case "html_block":
                self._take_html(token.content, line, end)

    def _take_text(self, token: "Token", line: int, end: int) -> None:
        level, self._heading = self._heading, 0
        if level and not _is_above_rule(self._marks, token.content):
            title = words(self._inline(token, line, MAX_HEADING)).plain
            self.parts.append(Part(level, title, line, end))
        elif self._open:
            self._take_item_text(token, line)
        elif not _is_for_reading(token.content):
            self._take_paragraph(token, line, end)
        else:
            self._fits(token.content, line, MAX_TEXT)

    def _tell_depth(self, line: int) -> None:
        if line and not self._too_deep:
            message = "Lists or quotes stand too deep in one another here"
            self._faults.append(Fault(line, message, "Use headings to group what is so deep."))
            self._too_deep = True

    def _open_item(self, line: int, end: int) -> None:
        item = Item(line, end)
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

    def _take_item_text(self, token: "Token", line: int) -> None:
        item = self._open[-1]
        tokens = self._inline(token, line, MAX_TEXT)
        said = words(tokens)
        first = not item.words.plain
        if first:
            item.words = _without_box(said)
        else:
            item.more.append(said.plain)
        # A second short form is words like any others: nothing may vanish.
        rest, short = without_short(tokens) if not item.short else (tokens, "")
        item.short = item.short or short
        told = words(rest)
        item.told.append((_without_box(told) if first else told).plain)

    def _take_paragraph(self, token: "Token", line: int, end: int) -> None:
        """A paragraph; each line of it that begins with a label begins a part."""
        start, prose = line, list[str]()
        for offset, tokens in lines_of(self._inline(token, line, MAX_TEXT)):
            said, here = _as_label(words(tokens)), line + offset
            if said.label:
                self._add_prose(prose, start, here)
                bare = not said.rest
                self.parts.append(Part(LABEL_LEVEL, said.lead, here, here + bare, bare=bare))
                start, prose = here + bare, [said.rest]
            else:
                prose.append(said.plain)
        self._add_prose(prose, start, end)

    def _take_html(self, html: str, line: int, end: int) -> None:
        if html.lstrip().startswith("<!--") and "-->" not in html:
            message = "The comment that begins here is never closed, so all after it is hidden"
            self._faults.append(Fault(line, message, "Write “-->” where the comment ends."))
            return
        seen = without_comments(html).strip()
        if not seen:
            self.parts[-1].hidden.update(range(line, end))
        elif self._open:  # Elsewhere it is kept for reading.
            self._take_verbatim(seen, line, end)

    def _take_verbatim(self, text: str, line: int, end: int) -> None:
        text = " ".join(text.split())
        if not text or not self._fits(text, line, MAX_TEXT):
            return
        if self._open:
            self._open[-1].more.append(text)
            self._open[-1].told.append(text)
        else:
            self._add_prose([text], line, end)

    def _add_prose(self, texts: list[str], line: int, end: int) -> None:
        if text := " ".join(filter(None, texts)):
            self.parts[-1].prose.append(Prose(line, end, text))

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


def _is_above_rule(marks: str, text: str) -> bool:
    """Whether it is a heading only by a rule that was meant to stand apart from a paragraph."""
    return marks == "-" and (text.endswith((".", "!", ";", ",")) or "\n" in text)


def _is_for_reading(text: str) -> bool:
    return _FOR_READING.match(text) is not None


def _as_label(said: Words) -> Words:
    return said if said.label or said.lead else plain_label(said.plain) or said


def _without_box(said: Words) -> Words:
    for box in _TASK_BOXES:
        if said.plain.startswith(box):
            return Words(said.plain.removeprefix(box))
    return said
