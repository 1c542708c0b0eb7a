"""Documents as text, for the clipboard and for systems that take no PDF."""

import re
from collections.abc import Callable
from enum import StrEnum
from html import escape as html_escape
from itertools import zip_longest

from interview_desk.interview.interview import Interview
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.document import Document
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.options import ReportOptions
from interview_desk.report.text.flat import Flat, Heading, Item, Items, Paragraph, Table, flat

# What CommonMark and its common extensions read anywhere, and what only opens a line.
_MARKDOWN_ANYWHERE = re.compile(r"[\\`*_\[\]<~|]|&(?=#?\w+;)")
_MARKDOWN_OPENING = re.compile(r"^(\s*)([#>]|[-+=](?=[-+= \t]|$)|\d{1,9}(?=[.)]))", re.MULTILINE)
_INDENT = "  "
_BETWEEN_COLUMNS = "  "
# The deepest heading that HTML has.
_HTML_DEEPEST = 6


class TextForm(StrEnum):
    """The forms of text; the value is what the user calls them."""

    MARKDOWN = "Markdown"
    PLAIN = "Plain text"
    HTML = "HTML"


def make_text(
    kind: DocumentKind, interview: Interview, options: ReportOptions, form: TextForm
) -> str:
    """The same contents as the PDF of that kind, ended by a line end.

    What the user wrote stays as it was written: what the form would read as a mark is escaped.
    """
    return as_text(kind.document(interview, options, checkpoint(never)), form)


def as_text(document: Document, form: TextForm) -> str:
    """A document in that form, likewise."""
    match form:
        case TextForm.MARKDOWN:
            return _markdown(document)
        case TextForm.PLAIN:
            return _plain(document)
        case TextForm.HTML:
            return _html(document)


# Markdown


def _markdown(document: Document) -> str:
    """A document as Markdown, ended by a line end."""
    return "\n\n".join(_markdown_part(each) for each in flat(document)) + "\n"


def escape_markdown(text: str) -> str:
    """The text with a backslash before all that Markdown would read as a mark."""
    text = _MARKDOWN_ANYWHERE.sub(r"\\\g<0>", text)
    return _MARKDOWN_OPENING.sub(_markdown_opening_escaped, text)


def _markdown_opening_escaped(match: re.Match[str]) -> str:
    mark = match[2]
    # Digits cannot be escaped; the dot or bracket after them can.
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"


def _markdown_part(part: Flat) -> str:
    match part:
        case Heading():
            return f"{'#' * part.level} {_markdown_line(part.text)}"
        case Paragraph():
            return " ".join(
                filter(None, (_markdown_strong(part.strong), _markdown_lines(part.text, "")))
            )
        case Items():
            return "\n".join(f"- {_markdown_item(each)}" for each in part.items)
        case Table():
            return _markdown_table(part)


def _markdown_item(item: Item) -> str:
    label = f"{_markdown_strong(item.label)}: " if item.label else ""
    lead = f"{escape_markdown(item.lead)} " if item.lead else ""
    aside = f" ({_markdown_lines(item.aside, _INDENT)})" if item.aside else ""
    return f"{label}{lead}{_markdown_lines(item.text, _INDENT)}{aside}"


def _markdown_table(table: Table) -> str:
    head, *rows = (" | ".join(map(_markdown_line, row)) for row in (table.head, *table.rows))
    side = "---:" if table.figures else "---"
    rule = " | ".join(["---", *(side for _ in table.head[1:])])
    return "\n".join(f"| {row} |" for row in (head, rule, *rows))


def _markdown_strong(text: str) -> str:
    return f"**{_markdown_line(text)}**" if text else ""


def _markdown_line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def _markdown_lines(text: str, indent: str) -> str:
    """Line ends kept as hard breaks (a backslash at the end), later lines indented."""
    kept = (line.strip() for line in text.split("\n"))
    return f"\\\n{indent}".join(escape_markdown(line) for line in kept if line)


# Plain text, for fields that take nothing else


def _plain(document: Document) -> str:
    """The document in lines, ended by a line end; what the user wrote stands as it is."""
    return "\n\n".join(_plain_part(each) for each in flat(document)) + "\n"


def _plain_part(part: Flat) -> str:
    match part:
        case Heading():
            line = " ".join(part.text.split())
            return line.upper() if part.level == 2 else line
        case Paragraph():
            return " ".join(filter(None, (part.strong, part.text.strip())))
        case Items():
            return "\n".join(f"- {_plain_item(each)}" for each in part.items)
        case Table():
            return _plain_table(part)


def _plain_item(item: Item) -> str:
    label = f"{item.label}: " if item.label else ""
    lead = f"{item.lead} " if item.lead else ""
    aside = f" ({item.aside})" if item.aside else ""
    return f"{label}{lead}{item.text.strip()}{aside}".replace("\n", f"\n{_INDENT}")


def _plain_table(table: Table) -> str:
    rows = (table.head, *table.rows)
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    side = str.rjust if table.figures else str.ljust
    lines = (_plain_cells(row, widths, side) for row in rows)
    return "\n".join(_BETWEEN_COLUMNS.join(cells).rstrip() for cells in lines)


def _plain_cells(
    row: tuple[str, ...], widths: list[int], side: Callable[[str, int], str]
) -> list[str]:
    """The first cell to the left, figures to the right."""
    first, *others = zip(row, widths, strict=True)
    return [first[0].ljust(first[1]), *(side(cell, width) for cell, width in others)]


# HTML to paste into other systems: simple tags, no style, nothing to load


def _html(document: Document) -> str:
    """A fragment of HTML. All text is escaped, and each part finds its own direction."""
    return "\n".join(_html_part(each) for each in flat(document)) + "\n"


def _html_part(part: Flat) -> str:
    match part:
        case Heading():
            tag = f"h{min(part.level, _HTML_DEEPEST)}"
            return f'<{tag} dir="auto">{_html_text(part.text)}</{tag}>'
        case Paragraph():
            words = " ".join(filter(None, (_html_strong(part.strong), _html_text(part.text))))
            return f'<p dir="auto">{words}</p>'
        case Items():
            return f"<ul>\n{''.join(map(_html_item, part.items))}</ul>"
        case Table():
            return _html_table(part)


def _html_item(item: Item) -> str:
    label = f"{_html_strong(item.label)}: " if item.label else ""
    lead = f"{_html_text(item.lead)} " if item.lead else ""
    aside = f" <em>({_html_text(item.aside)})</em>" if item.aside else ""
    return f'<li dir="auto">{label}{lead}{_html_text(item.text)}{aside}</li>\n'


def _html_table(table: Table) -> str:
    head = "".join(f"<th>{_html_text(each)}</th>" for each in table.head)
    rows = ("".join(f"<td>{_html_text(each)}</td>" for each in row) for row in table.rows)
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def _html_strong(text: str) -> str:
    return f"<strong>{_html_text(text)}</strong>" if text else ""


def _html_text(text: str) -> str:
    return "<br>".join(html_escape(line) for line in text.strip().split("\n"))
