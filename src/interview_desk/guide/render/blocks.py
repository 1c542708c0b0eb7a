"""A guide's text as blocks to set in type: headings, paragraphs and items, nothing else.

What a guide's author wrote stays text here: no markup of theirs reaches a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from interview_desk.guide.parse.tokens import parser, tell_addresses, without_comments

if TYPE_CHECKING:
    from markdown_it.token import Token

_RULE = re.compile(r"[|:\s]*-[|:\s-]*")  # the line below the head of a table
_DEEPEST = 4  # items further in are shown at this depth


class Style(Enum):
    """What a block is."""

    TITLE = auto()
    CHAPTER = auto()
    SECTION = auto()
    GOOD = auto()  # a label over what speaks for a candidate
    BAD = auto()  # and over what speaks against one
    LABEL = auto()
    BODY = auto()
    QUOTE = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text, strong or not."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block; ``depth`` counts from 0 for the items of an outermost list."""

    style: Style
    spans: tuple[Span, ...]
    depth: int = 0

    @classmethod
    def of(cls, style: Style, text: str, depth: int = 0) -> "Block":
        """A block of one plain run."""
        return cls(style, (Span(text),), depth)

    @property
    def text(self) -> str:
        """All it says."""
        return "".join(span.text for span in self.spans)


def markdown_blocks(markdown: str) -> Iterator[Block]:
    """The blocks of a piece of Markdown; its headings are sections and labels."""
    depth, style = 0, Style.BODY
    for token in parser().parse(markdown):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case "heading_open":
                style = Style.SECTION if token.tag in ("h1", "h2", "h3") else Style.LABEL
            case "heading_close":
                style = Style.BODY
            case "inline" if spans := tuple(_spans(tell_addresses(token.children or ()))):
                found = Style.ITEM if depth and style is Style.BODY else style
                yield Block(found, spans, min(max(depth - 1, 0), _DEEPEST))
            case "fence" | "code_block":
                yield Block.of(Style.BODY, token.content.rstrip("\n"))
            case "html_block" if seen := without_comments(token.content).strip():
                yield Block.of(Style.BODY, seen)


def _spans(tokens: "Sequence[Token]") -> Iterator[Span]:
    strong, parting = 0, ""
    table = next((token.content.startswith("|") for token in tokens), False)
    for token in tokens:
        if token.type == "strong_open":
            strong += 1
        elif token.type == "strong_close":
            strong -= 1
        elif token.type in ("softbreak", "hardbreak"):
            parting = "\n" if table else " "
        elif _is_seen(token) and not (table and _RULE.fullmatch(token.content)):
            if parting:
                yield Span(parting)
            yield Span(token.content, strong > 0)
            parting = ""


def _is_seen(token: "Token") -> bool:
    hidden = token.type == "html_inline" and token.content.startswith("<!--")
    return token.content != "" and not hidden
