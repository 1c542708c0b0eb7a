"""How a guide's Markdown is parsed, the same for what is understood and what is only read.

markdown-it leaves some words out of its result: definitions of links, addresses, and all
that is nested deeper than its limit. Here they stay, since a writer meant them to be read.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 40
"""Levels of nesting that a guide may use; a list in a list is two more."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def parser() -> "MarkdownIt":
    """CommonMark, with definitions of links as the text that they are."""
    from markdown_it import MarkdownIt

    # Beyond its limit the parser drops text, so ours lies well above what we let pass.
    markdown = MarkdownIt("commonmark", {"maxNesting": 2 * DEEPEST}).disable("reference")
    vars(markdown)["normalizeLink"] = _as_written
    return markdown


def tell_addresses(tokens: Sequence["Token"]) -> Sequence["Token"]:
    """Give links and pictures among inline tokens their address as text behind their words.

    An address that is its own words, or a place in the same document, is not repeated.
    """
    opened: list[Token] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append(token)
        elif token.type == "link_close" and opened:
            start = opened.pop()
            address = _address(start, "href")
            own = start.markup == "autolink" or address.startswith("#")
            token.content = f" ({address})" if address and not own else ""
        elif token.type == "image":
            words, address = token.content, _address(token, "src")
            token.content = f"{words} ({address})" if words and address else words or address
    return tokens


def without_comments(html: str) -> str:
    """A block of HTML without its comments, which stay the writer's own."""
    return _COMMENT.sub("", html)


def _address(token: "Token", name: str) -> str:
    return ", ".join(str(token.attrs[key]) for key in (name, "title") if token.attrs.get(key))


def _as_written(address: str) -> str:
    return address
