"""HTML and pasted rich text as blocks. Nothing in it is run or fetched; pictures are left out."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from interview_desk.guide.faults import GuideError
from interview_desk.guide.importer.document import Block, BlockKind, BlockList, Document, tidy

_HEADING = re.compile(r"h[1-6]")
_SILENT = frozenset({"script", "style", "head", "template", "noscript", "svg", "iframe", "object"})
_BREAKS = frozenset(
    {
        "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "blockquote",
        "figure", "figcaption", "details", "summary", "dl", "dt", "dd", "address", "form", "body",
        "html", "hr", "fieldset", "legend", "center",
    }
)  # fmt: skip
_BOLD = frozenset({"b", "strong"})
_BOX = re.compile(r"[☐☑☒□]\s*|\[[ xX]?\]\s+")
_BULLET = re.compile(r"(?:[•‣◦▪▫●○■·§\uf0b7\uf0a7]|[-–—*]|o(?=\s))\s+")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+")
_BOLD_WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
MAX_TAGS = 20_000
_PICTURE = re.compile(r"data:[^\"'\s>]*")
_LONG_TAG = re.compile(r"<[a-zA-Z/!][^>]{10000}")
_DEEPEST = 200
"""Tags in one another; what is deeper is read as if it stood there."""


def read_html(text: str, name: str = "", *, unit: str = "line") -> Document:
    """The blocks of a page or of what was pasted.

    With ``unit`` paragraph a block's line is its own count, for text that has no lines.
    """
    blocks = BlockList()
    title = add_html(blocks, _checked(text), 1)
    if unit != "line":
        blocks.blocks = [replace(each, line=count) for count, each in enumerate(blocks.blocks, 1)]
    return blocks.document(title="" if blocks.blocks else title, name=name, unit=unit)


def _checked(text: str) -> str:
    """The text without pictures in it; raises GuideError where its tags would take too long."""
    text = _PICTURE.sub("", text)
    if (tags := text.count("<")) > MAX_TAGS:
        message = f"The page has {tags:,} tags; {MAX_TAGS:,} is the most"
        raise GuideError.single(None, message, "Copy the part that is the guide, and paste that.")
    if found := _LONG_TAG.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = "There is a tag without an end"
        raise GuideError.single(line, message, "Copy the text of the page, and paste that.")
    return text


def add_html(blocks: BlockList, text: str, line: int) -> str:
    """Add what a piece of HTML says that begins at that line; its title, if it has one."""
    parser = _Parser(blocks, line)
    parser.feed(text)
    parser.close()
    parser.flush()
    return tidy(parser.title)


@dataclass(slots=True)
class _Text:
    """What has been read of a block: its runs, each bold or not, and the line it began at."""

    line: int = 0
    runs: list[tuple[str, bool]] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self, blocks: BlockList, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks, self.title = blocks, ""
        self._first = line - 1
        self._text = _Text()
        self._bold: list[bool] = []
        self._open: list[str] = []
        self._silent = 0
        self._heading = 0
        self._pre = False
        self._lists: list[tuple[int, bool, int]] = []
        self._mark = ""
        self._item = False
        self._rows: list[tuple[int, list[str]]] | None = None
        self._cell = False
        self._href: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag in _SILENT:
            self._silent += tag != "head"
        if tag == "title":
            self._open.append(tag)
        if self._silent:
            return
        if tag in _BOLD or tag in ("span", "font"):
            heavy = tag in _BOLD or _BOLD_WEIGHT.search(dict(attrs).get("style") or "") is not None
            light = tag in _BOLD and "font-weight:normal" in (dict(attrs).get("style") or "")
            self._bold = [*self._bold[-_DEEPEST:], heavy and not light]
        elif tag == "a":
            self._href = [*self._href[-_DEEPEST:], dict(attrs).get("href") or ""]
        elif tag == "br":
            self._break()
        elif tag == "input":
            self._text.runs.append(("☐ ", False))
        else:
            self._open_block(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag == "title" and tag in self._open:
            self._open.remove(tag)
        if tag in _BOLD or tag in ("span", "font"):
            self._bold = self._bold[:-1]
        elif tag == "a" and self._href:
            address = self._href.pop()
            if re.match(r"https?://|mailto:", address) and not self._says(address):
                self._text.runs.append((f" ({address})", False))
        elif not self._silent:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if "title" in self._open:
            self.title += data
        elif not self._silent and data:
            if not self._text.runs:
                blank = len(data) - len(data.lstrip())
                self._text.line = self._line() + data.count("\n", 0, blank)
            self._text.runs.append((data, any(self._bold)))

    def flush(self) -> None:
        """Add what was read since the last block."""
        runs, self._text.runs = self._text.runs, []
        plain = "".join(run for run, _ in runs)
        if self._pre and plain.strip():
            self.blocks.add(Block(0, self._text.line, BlockKind.CODE, plain.strip("\n")))
            return
        if not tidy(plain):
            return
        lead, rest = _split(runs)
        block = Block(0, self._text.line, BlockKind.PARAGRAPH, tidy(plain), lead=lead, rest=rest)
        if self._heading:
            self.blocks.add(replace(block, kind=BlockKind.HEADING, level=self._heading, lead=""))
        elif self._lists:
            self._add_item(block)
        else:
            self.blocks.add(_as_item(block, self.blocks))

    def _line(self) -> int:
        return self._first + self.getpos()[0]

    def _says(self, address: str) -> bool:
        return address in "".join(run for run, _ in self._text.runs)

    def _break(self) -> None:
        if self._cell or self._lists or self._pre or self._heading:
            self._text.runs.append(("\n" if self._pre else " ", False))
        else:
            self.flush()

    def _open_block(self, tag: str, attrs: dict[str, str | None]) -> None:
        if self._cell and tag != "table":
            self._text.runs.append((" ", False))
            return
        match tag:
            case "ul" | "ol":
                self.flush()
                self.blocks.lists += 1
                start = attrs.get("start") or "1"
                count = int(start) if start.isascii() and start.isdigit() else 1
                self._lists = [*self._lists[-_DEEPEST:], (self.blocks.lists, tag == "ol", count)]
            case "li":
                self.flush()
                self._item = True
                self._count_item()
            case "table":
                self.flush()
                self._rows = []
            case "tr" if self._rows is not None:
                self._rows.append((self._line(), []))
            case "td" | "th" if self._rows is not None:
                self._text.runs, self._cell = [], True
            case "pre":
                self.flush()
                self._pre = True
            case _ if _HEADING.fullmatch(tag):
                self.flush()
                self._heading = int(tag[1])
            case _ if tag in _BREAKS:
                self.flush()

    def _close_block(self, tag: str) -> None:
        match tag:
            case "td" | "th" if self._rows is not None and self._cell:
                if not self._rows:
                    self._rows.append((self._line(), []))
                self._rows[-1][1].append(tidy("".join(run for run, _ in self._text.runs)))
                self._text.runs, self._cell = [], False
            case "table" if self._rows is not None:
                self.blocks.add_table([(line, cells) for line, cells in self._rows if cells])
                self._rows, self._cell = None, False
            case "ul" | "ol" if self._lists:
                self.flush()
                self._lists.pop()
            case "pre":
                self.flush()
                self._pre = False
            case _ if _HEADING.fullmatch(tag):
                self.flush()
                self._heading = 0
            case _ if (tag in _BREAKS or tag == "li") and not self._cell:
                self.flush()

    def _count_item(self) -> None:
        if self._lists:
            listing, ordered, count = self._lists[-1]
            self._lists[-1] = (listing, ordered, count + 1)
            self._mark = str(count) if ordered else ""

    def _add_item(self, block: Block) -> None:
        if not self._item and self.blocks.blocks:
            self.blocks.extend_last(block.text)
            return
        self._item = False
        listing, _, _ = self._lists[-1]
        item = replace(block, kind=BlockKind.ITEM, level=len(self._lists) - 1)
        self.blocks.add(_without_box(replace(item, mark=self._mark, listing=listing)))


def _as_item(block: Block, blocks: BlockList) -> Block:
    """A paragraph that a word processor has given a bullet, as an item of a list."""
    found = _BULLET.match(block.text)
    if not found or len(block.text) == found.end():
        return _without_box(block) if _BOX.match(block.text) else block
    last = blocks.blocks[-1] if blocks.blocks else None
    if last is None or last.kind is not BlockKind.ITEM:
        blocks.lists += 1
    text = block.text[found.end() :]
    lead = block.lead.removeprefix(found[0]).strip()
    return replace(block, kind=BlockKind.ITEM, text=text, lead=lead, listing=blocks.lists)


def _without_box(block: Block) -> Block:
    found = _BOX.match(block.text)
    if not found:
        return block
    text = block.text[found.end() :]
    lead = _BOX.sub("", block.lead, count=1)
    kind = BlockKind.ITEM if block.kind is BlockKind.PARAGRAPH else block.kind
    return replace(block, kind=kind, text=text, lead=lead, box=True)


def _split(runs: list[tuple[str, bool]]) -> tuple[str, str]:
    """The bold words that open a block, without a colon, and what follows them."""
    bold, following = "", list[str]()
    for text, heavy in runs:
        if not following and (heavy or not text.strip()):
            bold += text
        else:
            following.append(text)
    rest = tidy("".join(following))
    lead = tidy(bold)
    if not lead:
        return "", ""
    rest = rest if lead.endswith((":", "：")) else re.sub(r"^[:：–—-]\s*", "", rest)
    return lead.rstrip(":： "), rest
