"""Markdown as blocks: CommonMark with tables and front matter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from interview_desk.guide.importer.answer_sides import is_side
from interview_desk.guide.importer.document import Block, BlockKind, BlockList, Document, tidy
from interview_desk.guide.importer.durations import time_in_title
from interview_desk.guide.importer.html import add_html
from interview_desk.guide.importer.vocabulary import Part, part_of
from interview_desk.guide.parse.tokens import DEEPEST, lines_of, parser, tell_addresses, words
from interview_desk.guide.text import plain_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TITLE = re.compile(r"^title\s*:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_BOX = re.compile(r"\[[ xX]?\]\s+|[☐☑☒□]\s*")
_BARE_LABEL = re.compile(r"[A-ZÀ-Ý][^\s:：.?!]*(?: [^\s:：.?!]+){0,3}[:：]")
_RULE = re.compile(r"[═─━▬=~_*\s-]{5,}")
_STEP = re.compile(r"\d{1,2}\s*[=–]\s*\S")
# What a line right under an item heads, though Markdown takes it for more of the item.
_FOLLOWING = frozenset({Part.STRONG, Part.RED_FLAGS, Part.DISQUALIFIERS, Part.QUESTIONS})
_LABEL = re.compile(r"[^\s:：][^:：.?!]{0,60}[:：]\s*\S")


def read_markdown(text: str, name: str = "") -> Document:
    """The blocks of a Markdown text, line ends as LF."""
    markdown = _parser()
    reader = _Reader(BlockList())
    for token in markdown.parse(plain_text(text)):
        reader.take(token)
    return reader.blocks.document(title=reader.title, title_line=reader.title_line, name=name)


def _parser() -> "MarkdownIt":
    from mdit_py_plugins.front_matter import front_matter_plugin

    return parser().enable("table").use(front_matter_plugin)


class _Reader:
    """Turns block tokens into blocks."""

    def __init__(self, blocks: BlockList) -> None:
        self.blocks = blocks
        self.title, self.title_line = "", 1
        self._level = 0
        self._lists: list[int] = []
        self._item: list[tuple[str, bool]] = []
        self._rows: list[tuple[int, list[str]]] | None = None

    def take(self, token: "Token") -> None:
        """Take the next token."""
        line = token.map[0] + 1 if token.map else 0
        if token.level > 2 * DEEPEST - 4:
            return
        match token.type:
            case "front_matter":
                self._take_front_matter(token.content)
            case "heading_open":
                self._level = int(token.tag[1:])
            case "inline":
                self._take_text(token, line)
            case "fence" | "code_block":
                self._take_code(token, line)
            case "html_block":
                add_html(self.blocks, token.content, line)
            case _:
                self._take_frame(token, line)

    def _take_frame(self, token: "Token", line: int) -> None:
        """Take what opens or closes a list or a table."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.blocks.lists += 1
                self._lists.append(self.blocks.lists)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._item.append((token.info, False))
            case "list_item_close":
                self._item.pop()
            case "table_open":
                self._rows = []
            case "tr_open" if self._rows is not None:
                self._rows.append((line, []))
            case "table_close" if self._rows is not None:
                self.blocks.add_table(self._rows)
                self._rows = None

    def _take_front_matter(self, content: str) -> None:
        if found := _TITLE.search(content):
            self.title = found[1].strip("\"'“”")
            self.title_line = content.count("\n", 0, found.start()) + 2
        for count, row in enumerate(content.split("\n"), start=2):
            if row.strip() and not _TITLE.match(row):
                self.blocks.add(Block(0, count, BlockKind.CODE, row.strip()))

    def _take_code(self, token: "Token", line: int) -> None:
        text = token.content.strip("\n")
        if self._item and self._item[-1][1]:
            self.blocks.extend_last(tidy(text))
        elif _tells_times(token.info, text):
            self.blocks.lists += 1
            for count, row in enumerate(text.split("\n"), start=line + (token.type == "fence")):
                item = Block(0, count, BlockKind.ITEM, tidy(row), listing=self.blocks.lists)
                self.blocks.add(item)
        elif text.strip():
            self.blocks.add(Block(0, line, BlockKind.CODE, text))

    def _take_text(self, token: "Token", line: int) -> None:
        inline = tell_addresses([each for each in token.children or () if not _is_anchor(each)])
        if self._rows is not None and self._rows:
            self._rows[-1][1].append(words(inline).plain)
        elif self._level:
            level, self._level = self._level, 0
            self.blocks.add(Block(0, line, BlockKind.HEADING, words(inline).plain, level))
        elif self._item:
            self._take_item(inline, line)
        else:
            for offset, part in _paragraphs(inline):
                said = words(part)
                if _RULE.fullmatch(said.plain):
                    continue
                block = Block(0, line + offset, BlockKind.PARAGRAPH, said.plain)
                self.blocks.add(replace(block, lead=said.lead, rest=said.rest))

    def _take_item(self, inline: Sequence["Token"], line: int) -> None:
        mark, begun = self._item[-1]
        if begun:
            self.blocks.extend_last(words(inline).plain)
            return
        inline, after = _until_label(inline)
        said = words(inline)
        self._item[-1] = (mark, True)
        box = _BOX.match(said.plain)
        text = said.plain[box.end() :] if box else said.plain
        block = Block(0, line, BlockKind.ITEM, text, len(self._item) - 1, mark=mark)
        if not box or said.lead:
            lead = _BOX.sub("", said.lead, count=1)
            block = replace(block, lead=lead, rest=said.rest)
        links = _links_only(inline)
        self.blocks.add(replace(block, box=bool(box), links=links, listing=self._lists[-1]))
        for offset, part in after:
            said = words(part)
            more = Block(0, line + offset, BlockKind.PARAGRAPH, said.plain)
            self.blocks.add(replace(more, lead=said.lead, rest=said.rest))


def _paragraphs(inline: Sequence["Token"]) -> Iterator[tuple[int, Sequence["Token"]]]:
    """A paragraph in pieces: a line that opens with a label begins a new one."""
    start, piece, before = 0, list["Token"](), False
    for offset, line in lines_of(inline):
        said = words(line)
        rule = _RULE.fullmatch(said.plain) is not None
        label = bool(said.lead) or _LABEL.match(said.plain) or _BARE_LABEL.fullmatch(said.plain)
        own = label or _STEP.match(said.plain) or _BOX.match(said.plain) or rule
        if piece and (own or before):
            yield start, piece
            start, piece = offset, []
        elif piece:
            piece.append(_space(line))
        piece += line
        before = (bool(said.lead) and not said.rest) or rule
    if piece:
        yield start, piece


def _until_label(
    inline: Sequence["Token"],
) -> tuple[Sequence["Token"], list[tuple[int, Sequence["Token"]]]]:
    """An item, and what follows it without a blank line but heads a part of its own."""
    pieces = [*_paragraphs(inline)]
    for number, (_, part) in enumerate(pieces[1:], 1):
        said = words(part)
        name = said.lead or said.plain.partition(":")[0]
        if part_of(name) in _FOLLOWING or (said.plain.rstrip().endswith(":") and is_side(name)):
            first, _ = pieces[number]
            begun = [line for offset, line in lines_of(inline) if offset < first]
            kept = [token for each in begun for token in (*each, _space(each))]
            return kept, pieces[number:]
    return inline, []


def _tells_times(info: str, text: str) -> bool:
    """Whether a block set as it stands is an agenda: most of its lines give a time."""
    rows = [row for row in text.split("\n") if row.strip()]
    timed = [row for row in rows if (time := time_in_title(tidy(row))) and time.rest]
    return info.strip() in ("", "text") and len(timed) >= 2 and len(timed) >= 0.7 * len(rows)


def _space(line: Sequence["Token"]) -> "Token":
    from markdown_it.token import Token

    return Token("softbreak", "", 0) if line else Token("text", "", 0)


def _is_anchor(token: "Token") -> bool:
    return token.type == "html_inline"


def _links_only(inline: Sequence["Token"]) -> bool:
    said = [each for each in inline if each.type != "text" or each.content.strip()]
    inside = bool(said) and said[0].type == "link_open" and said[-1].type == "link_close"
    return inside and str(said[0].attrs.get("href", "")).startswith("#")
