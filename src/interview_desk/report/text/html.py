"""A document as HTML to paste into other systems: simple tags, no style, nothing to load."""

from html import escape

from interview_desk.report.document import Document
from interview_desk.report.text.flat import Flat, Heading, Item, Items, Paragraph, Table, flat

# The deepest heading that HTML has.
_DEEPEST = 6


def html(document: Document) -> str:
    """A fragment of HTML. All text is escaped, and each part finds its own direction."""
    return "\n".join(_part(each) for each in flat(document)) + "\n"


def _part(part: Flat) -> str:
    match part:
        case Heading():
            tag = f"h{min(part.level, _DEEPEST)}"
            return f'<{tag} dir="auto">{_text(part.text)}</{tag}>'
        case Paragraph():
            words = " ".join(filter(None, (_strong(part.strong), _text(part.text))))
            return f'<p dir="auto">{words}</p>'
        case Items():
            return f"<ul>\n{''.join(map(_item, part.items))}</ul>"
        case Table():
            return _table(part)


def _item(item: Item) -> str:
    label = f"{_strong(item.label)}: " if item.label else ""
    lead = f"{_text(item.lead)} " if item.lead else ""
    aside = f" <em>({_text(item.aside)})</em>" if item.aside else ""
    return f'<li dir="auto">{label}{lead}{_text(item.text)}{aside}</li>\n'


def _table(table: Table) -> str:
    head = "".join(f"<th>{_text(each)}</th>" for each in table.head)
    rows = ("".join(f"<td>{_text(each)}</td>" for each in row) for row in table.rows)
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def _strong(text: str) -> str:
    return f"<strong>{_text(text)}</strong>" if text else ""


def _text(text: str) -> str:
    return "<br>".join(escape(line) for line in text.strip().split("\n"))
