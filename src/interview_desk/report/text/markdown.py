"""A document as Markdown."""

import re

from interview_desk.report.document import Document
from interview_desk.report.text.flat import Flat, Heading, Item, Items, Paragraph, Table, flat

# What CommonMark and its common extensions read anywhere, and what only opens a line.
_ANYWHERE = re.compile(r"[\\`*_\[\]<~|]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(\s*)([#>]|[-+=](?=[-+= \t]|$)|\d{1,9}(?=[.)]))", re.MULTILINE)
_INDENT = "  "


def markdown(document: Document) -> str:
    """A document as Markdown, ended by a line end."""
    return "\n\n".join(_part(each) for each in flat(document)) + "\n"


def escape(text: str) -> str:
    """The text with a backslash before all that Markdown would read as a mark."""
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return _OPENING.sub(_escape_opening, text)


def _escape_opening(match: re.Match[str]) -> str:
    mark = match[2]
    # Digits cannot be escaped; the dot or bracket after them can.
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"


def _part(part: Flat) -> str:
    match part:
        case Heading():
            return f"{'#' * part.level} {_line(part.text)}"
        case Paragraph():
            return " ".join(filter(None, (_strong(part.strong), _lines(part.text, ""))))
        case Items():
            return "\n".join(f"- {_item(each)}" for each in part.items)
        case Table():
            return _table(part)


def _item(item: Item) -> str:
    label = f"{_strong(item.label)}: " if item.label else ""
    lead = f"{escape(item.lead)} " if item.lead else ""
    aside = f" ({_lines(item.aside, _INDENT)})" if item.aside else ""
    return f"{label}{lead}{_lines(item.text, _INDENT)}{aside}"


def _table(table: Table) -> str:
    head, *rows = (" | ".join(map(_line, row)) for row in (table.head, *table.rows))
    rule = " | ".join(["---", *("---:" for _ in table.head[1:])])
    return "\n".join(f"| {row} |" for row in (head, rule, *rows))


def _strong(text: str) -> str:
    return f"**{_line(text)}**" if text else ""


def _line(text: str) -> str:
    return escape(" ".join(text.split()))


def _lines(text: str, indent: str) -> str:
    """Line ends kept as hard breaks (a backslash at the end), later lines indented."""
    kept = (line.strip() for line in text.split("\n"))
    return f"\\\n{indent}".join(escape(line) for line in kept if line)
