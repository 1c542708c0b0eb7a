"""A document as a plain run of headings, paragraphs, lists and tables, for every form of text."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview_desk.report.document import (
    Blanks,
    Block,
    CheckGroup,
    Checks,
    Choices,
    Document,
    Entries,
    Entry,
    Facts,
    Form,
    Grid,
    Prose,
    Ratings,
    Ruled,
    Section,
    Times,
)

# What stands for a line to write on.
_LINE = "________________"
_BOX_WORDS = {True: "Seen:", False: "Not seen:", None: "☐"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Strong words, then others; line ends are kept."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: a strong label, a sign or time, the text, and a quiet word."""

    text: str
    label: str = ""
    lead: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; all but the first column are figures, or else words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: bool = True


Flat = Heading | Paragraph | Items | Table


def flat(document: Document) -> Iterator[Flat]:
    """The document from its title to the foot of its first page."""
    yield Heading(document.name, 1)
    yield Paragraph(document.kind)
    if document.verdict is not None:
        scale = f"({document.verdict.scale})" if document.verdict.scale else ""
        yield Paragraph(scale, strong=f"{document.verdict.label}: {document.verdict.step}")
    if document.notice:
        yield Paragraph("", strong=document.notice)
    yield from _block(document.facts)
    for section in document.sections:
        yield from _section(section, 2)
    yield Paragraph(document.closing)


def _section(section: Section, level: int) -> Iterator[Flat]:
    yield Heading(section.title, level)
    for block in section.blocks:
        yield from _block(block)
    for part in section.parts:
        yield from _section(part, level + 1)


def _block(block: Block) -> Iterator[Flat]:
    match block:
        case Prose():
            yield Paragraph(block.text)
        case Facts():
            yield Items(tuple(Item(each.text, label=each.label) for each in block.facts))
        case Ratings():
            said = [(row, ". ".join(filter(None, (row.level, row.reason)))) for row in block.rows]
            yield Items(tuple(Item(words, label=row.title) for row, words in said))
        case Times():
            yield Paragraph(block.words)
        case Entries():
            yield Items(tuple(map(_entry, block.entries)))
        case Checks():
            for group in block.groups:
                yield from _group(group)
        case Grid():
            yield Table(block.head, block.rows, block.figures)
        case Choices() | Blanks() | Ruled():
            yield _form(block)


def _entry(entry: Entry) -> Item:
    glyph = entry.kind.glyph if entry.kind is not None else ""
    lead = " ".join(part for part in (entry.time, glyph) if part)
    pictured = "with a picture" if entry.picture is not None else ""
    aside = ", ".join(filter(None, (entry.aside, pictured)))
    return Item(entry.text, lead=lead, aside=aside)


def _group(group: CheckGroup) -> Iterator[Flat]:
    yield Paragraph("", strong=group.title)
    yield Items(
        tuple(Item(each.text, lead=_BOX_WORDS[each.seen], aside=each.aside) for each in group.items)
    )


def _form(block: Form) -> Items:
    match block:
        case Choices():
            named = (": ".join(filter(None, (each.name, each.text))) for each in block.choices)
            return Items(tuple(Item(words, lead=_BOX_WORDS[None]) for words in named))
        case Blanks():
            return Items(tuple(Item(_LINE, label=label) for label in block.labels))
        case Ruled():
            return Items((Item(_LINE, label=block.label),))
