"""Markdown as tokens, parsed in one way wherever it is read, and the words inside them.

markdown-it leaves some words out of its result: definitions of links, addresses, and all
that is nested deeper than its limit. Here they stay, since a writer meant them to be read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SEPARATOR = re.compile(r"\s*[:：]\s*|\s*[–—]\s*|\s+-\s+")
_QUOTES = re.compile(r"\"([^\"]+)\"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』")
_SHORT = re.compile(r"short(?: form| label)? ?[:：] ?(.+)", re.IGNORECASE)
_LEAST_WORDS = 3
_LONGEST_LABEL = 80
DEEPEST = 40
"""Levels of nesting that a guide may use; a list in a list is two more."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, split at the bold words that open it.

    ``lead`` is the bold opening without its colon, empty where the text opens otherwise;
    ``rest`` is what follows it. ``label`` is True where the lead names what comes next.
    """

    plain: str
    lead: str = ""
    rest: str = ""
    label: bool = False


def words(tokens: Sequence["Token"]) -> Words:
    """The words of markdown-it's inline tokens; escapes are undone, HTML stays text."""
    opening: list[str] = []
    following: list[str] = []
    depth, target = 0, None
    for token in tokens:
        if token.type == "strong_open":
            target = opening if target is None else target
            depth += 1
        elif token.type == "strong_close":
            depth -= 1
            target = following if depth == 0 else target
        elif text := _text(token):
            target = following if target is None else target
            target.append(text)
    if depth > 0:  # The bold text goes on in the next line, so it names nothing here.
        return Words(_tidy("".join(opening + following)))
    return _split(_tidy("".join(opening)), "".join(following))


def lines_of(tokens: Sequence["Token"]) -> Iterator[tuple[int, list["Token"]]]:
    """The tokens of each source line, with its offset from the first line."""
    offset, line = 0, list["Token"]()
    for token in tokens:
        if _breaks(token):
            yield offset, line
            offset, line = offset + 1, []
        else:
            line.append(token)
    yield offset, line


def without_short(tokens: Sequence["Token"]) -> tuple[list["Token"], str]:
    """The tokens of an item without the short form that it gives itself, and that, or nothing.

    It stands behind a bold ``Short`` and a colon, up to the end of its line.
    """
    tokens = list(tokens)
    for start, token in enumerate(tokens[:-2]):
        if token.type != "strong_open" or tokens[start + 2].type != "strong_close":
            continue
        end = next((n for n, t in enumerate(tokens) if n > start and _breaks(t)), len(tokens))
        match = _SHORT.fullmatch(_tidy("".join(_text(each) for each in tokens[start + 1 : end])))
        if match:
            return [*tokens[:start], *tokens[end:]], match[1]
    return tokens, ""


def quoted(text: str) -> tuple[str, ...]:
    """The quoted phrases of a text that can be said to a candidate.

    Those are whole questions or tasks: three words at least, or a question mark; a pair of
    quotation marks around less only sets a word off.
    """
    found = (next(filter(None, match.groups())).strip() for match in _QUOTES.finditer(text))
    return tuple(each for each in found if _can_be_said(each))


def unquoted(text: str) -> str:
    """The text without quotation marks around the whole of it."""
    match = _QUOTES.fullmatch(text)
    return next(filter(None, match.groups())).strip() if match else text


def _split(lead: str, following: str) -> Words:
    rest = _tidy(following)
    plain = _tidy(f"{lead}{following}")
    if not lead:
        return Words(plain)
    closed = lead.endswith((":", "："))
    separator = None if closed else _SEPARATOR.match(following)
    if separator:
        rest = _tidy(following[separator.end() :])
    elif rest and not closed and plain.endswith((":", "：")) and len(plain) <= _LONGEST_LABEL:
        return Words(plain, plain[:-1].rstrip(), "", label=True)  # "**Strong signals** for us:"
    label = closed or not rest or separator is not None
    return Words(plain, lead.rstrip(":： ") or lead, rest, label)


def _breaks(token: "Token") -> bool:
    return token.type in ("softbreak", "hardbreak")


def _text(token: "Token") -> str:
    if _breaks(token):
        return " "
    if token.type == "html_inline" and token.content.startswith("<!--"):
        return ""
    return token.content


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _can_be_said(phrase: str) -> bool:
    return phrase.endswith(("?", "？")) or len(phrase.split()) >= _LEAST_WORDS


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
