"""Words as Markdown that is read as the same words, and blocks as Markdown to read."""

import re
from collections.abc import Iterable, Iterator

from interview_desk.guide.importer.document import Block, BlockKind, tidy

_MARK = re.compile(r"([\\`*_\[\]<>|~])|(&(?=#?\w+;))")
_START = re.compile(r"^(\s*)([-+#=>•‣◦▪▫●○■□➢➤]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """One line of plain words as Markdown."""
    line = _MARK.sub(lambda found: f"\\{found[0]}", tidy(text))
    return _START.sub(_escape_start, line)


def _escape_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark}\\" if mark.isdigit() else f"{found[1]}\\{mark}"


def as_reading(blocks: Iterable[Block], level: int) -> str:
    """Blocks as Markdown to read; headings in them stand at ``level`` and below."""
    return "\n\n".join(_pieces([*blocks], level))


def _pieces(blocks: list[Block], level: int) -> Iterator[str]:
    run: list[str] = []
    kind: tuple[BlockKind, int] | None = None
    for block in blocks:
        here = (block.kind, block.table) if block.kind in (BlockKind.ROW, BlockKind.ITEM) else None
        if run and (here != kind or here is None):
            yield "\n".join(run)
            run = []
        kind = here
        run += _lines(block, level, first=not run)
    if run:
        yield "\n".join(run)


def _lines(block: Block, level: int, *, first: bool) -> list[str]:
    match block.kind:
        case BlockKind.HEADING:
            return [f"{'#' * min(6, max(level, block.level))} {escaped(block.text)}"]
        case BlockKind.ITEM:
            depth = min(block.level, 8) if not first else 0
            return [f"{'  ' * depth}- {escaped(block.text)}"]
        case BlockKind.ROW:
            cells = " | ".join(escaped(cell) for cell in block.cells)
            rule = ["|" + " --- |" * len(block.cells)] if first else []
            return [f"| {cells} |", *rule]
        case BlockKind.CODE:
            fence = "```"
            while fence in block.text:
                fence += "`"
            return [fence, *block.text.split("\n"), fence]
        case _ if block.is_bold:
            return [f"**{escaped(block.lead)}**"]
        case _:
            return [escaped(block.text)]
