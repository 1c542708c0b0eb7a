"""A document as plain text, for fields that take nothing else."""

from itertools import zip_longest

from interview_desk.report.document import Document
from interview_desk.report.text.flat import Flat, Heading, Item, Items, Paragraph, Table, flat

_BETWEEN_COLUMNS = "  "
_INDENT = "  "


def plain(document: Document) -> str:
    """The document in lines, ended by a line end; what the user wrote stands as it is."""
    return "\n\n".join(_part(each) for each in flat(document)) + "\n"


def _part(part: Flat) -> str:
    match part:
        case Heading():
            line = " ".join(part.text.split())
            return line.upper() if part.level == 2 else line
        case Paragraph():
            return " ".join(filter(None, (part.strong, part.text.strip())))
        case Items():
            return "\n".join(f"- {_item(each)}" for each in part.items)
        case Table():
            return _table(part)


def _item(item: Item) -> str:
    label = f"{item.label}: " if item.label else ""
    lead = f"{item.lead} " if item.lead else ""
    aside = f" ({item.aside})" if item.aside else ""
    return f"{label}{lead}{item.text.strip()}{aside}".replace("\n", f"\n{_INDENT}")


def _table(table: Table) -> str:
    rows = (table.head, *table.rows)
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return "\n".join(_BETWEEN_COLUMNS.join(_cells(row, widths)).rstrip() for row in rows)


def _cells(row: tuple[str, ...], widths: list[int]) -> list[str]:
    """The first cell to the left, the figures to the right."""
    first, *figures = zip(row, widths, strict=True)
    return [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in figures)]
