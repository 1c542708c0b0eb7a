"""The rubric as Markdown, for systems that take text."""

import re
from collections.abc import Iterable, Iterator

from interview_desk.interview.interview import Interview
from interview_desk.report.contents.privacy import without_private
from interview_desk.report.contents.rubric import rubric_document
from interview_desk.report.document import (
    Block,
    CheckGroup,
    Checks,
    Document,
    Entries,
    Entry,
    Facts,
    Grid,
    Prose,
    RatingRow,
    Ratings,
    Section,
    Times,
)
from interview_desk.report.options import ReportOptions

# What CommonMark and its common extensions read anywhere, and what only opens a line.
_ANYWHERE = re.compile(r"[\\`*_\[\]<~|]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\s*)([#>]|[-+=](?=[-+= \t]|$)|\d{1,9}(?=[.)]))", re.MULTILINE)


def rubric_markdown(interview: Interview, options: ReportOptions) -> str:
    """The same contents as the rubric PDF. What the user wrote stays as it was written."""
    shared = interview if options.include_private else without_private(interview)
    left_out = len(interview.notes) - len(shared.notes)
    return markdown(rubric_document(shared, options, left_out=left_out))


def markdown(document: Document) -> str:
    """A document as Markdown, ended by a line end."""
    blocks = [f"# {_line(document.name)}", _line(document.kind)]
    if document.verdict is not None:
        scale = f" ({_line(document.verdict.scale)})" if document.verdict.scale else ""
        blocks.append(f"**{document.verdict.label}: {_line(document.verdict.step)}**{scale}")
    if document.notice:
        blocks.append(f"**{_line(document.notice)}**")
    blocks.append(_block(document.facts))
    for section in document.sections:
        blocks += _section(section, 2)
    return "\n\n".join([*blocks, "Confidential."]) + "\n"


def escape(text: str) -> str:
    """The text with a backslash before all that Markdown would read as a mark."""
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return _OPENING.sub(_escape_opening, text)


def _escape_opening(match: re.Match[str]) -> str:
    mark = match[2]
    # Digits cannot be escaped; the dot or bracket after them can.
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {_line(section.title)}"
    yield from (_block(block) for block in section.blocks)
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> str:
    match block:
        case Prose():
            return _lines(block.text, "")
        case Facts():
            return _items(f"**{_line(f.label)}**: {_lines(f.text, '  ')}" for f in block.facts)
        case Ratings():
            return _items(_rating(row) for row in block.rows)
        case Times():
            return _line(block.words)
        case Entries():
            return _items(_entry(entry) for entry in block.entries)
        case Checks():
            return "\n\n".join(_group(group) for group in block.groups)
        case Grid():
            return _grid(block)


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _rating(row: RatingRow) -> str:
    reason = f". {_line(row.reason)}" if row.reason else ""
    return f"**{_line(row.title)}**: {_line(row.level)}{reason}"


def _group(group: CheckGroup) -> str:
    lines = (
        f"{'Seen' if item.seen else 'Not seen'}: {_line(item.text)}{_aside(item.aside)}"
        for item in group.items
    )
    return f"**{_line(group.title)}**\n\n{_items(lines)}"


def _grid(grid: Grid) -> str:
    head, *rows = (" | ".join(map(_line, row)) for row in (grid.head, *grid.rows))
    rule = " | ".join(["---", *("---:" for _ in grid.head[1:])])
    return "\n".join(f"| {row} |" for row in (head, rule, *rows))


def _aside(text: str) -> str:
    return f" ({_lines(text, '  ')})" if text else ""


def _entry(entry: Entry) -> str:
    marks = " ".join(part for part in (entry.time, entry.mark.value) if part)
    lead = f"{escape(marks)} " if marks else ""
    return f"{lead}{_lines(entry.text, '  ')}{_aside(entry.aside)}"


def _line(text: str) -> str:
    return escape(" ".join(text.split()))


def _lines(text: str, indent: str) -> str:
    """Line ends kept as hard breaks (a backslash at the end), later lines indented."""
    kept = (line.strip() for line in text.split("\n"))
    return f"\\\n{indent}".join(escape(line) for line in kept if line)
