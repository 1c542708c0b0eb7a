"""The manual that ships with the program: its pages, as text to read and to search.

They are the Markdown files of ``docs/manual``, in the order in which its ``README.md`` names them.
Pictures stay out: whoever reads here has the window itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from interview_desk.guide.render.blocks import Block, Style, markdown_blocks
from interview_desk.resources import resource

_INDEX = "README.md"
_NAMED = re.compile(r"\]\(([a-z-]+)\.md\)")
_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n*", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_TITLE = re.compile(r"\A# (.+)\n")
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManualSection:
    """A part of a page under a heading of its own; what opens the page has none."""

    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A page; ``name`` is that of its file, without its ending."""

    name: str
    title: str
    opening: str
    sections: tuple[ManualSection, ...]

    def blocks(self) -> Iterator[Block]:
        """All of it to set in type; each section is a chapter."""
        yield Block.of(Style.TITLE, self.title)
        yield from markdown_blocks(self.opening)
        for section in self.sections:
            yield Block.of(Style.CHAPTER, section.title)
            yield from markdown_blocks(section.markdown)


@dataclass(frozen=True, slots=True)
class Found:
    """A section that holds what was looked for, with its number in its page."""

    page: ManualPage
    number: int

    @property
    def section(self) -> ManualSection:
        """The section itself."""
        return self.page.sections[self.number]


def read_manual() -> tuple[ManualPage, ...]:
    """The pages, in the order in which they are to be read."""
    index = resource("manual", _INDEX)
    names = dict.fromkeys(_NAMED.findall(index.read_text(encoding="utf-8")))
    return tuple(manual_page(index.with_name(f"{name}.md")) for name in names)


def manual_page(path: Path) -> ManualPage:
    """The page in a file. Raises ValueError for one that does not begin with its title."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", path.read_text(encoding="utf-8")))
    title = _TITLE.match(text)
    if title is None:
        raise ValueError(f"{path.name} does not begin with a title")
    opening, *rest = _SECTION.split(text[title.end() :])
    sections = map(ManualSection, rest[::2], rest[1::2])
    return ManualPage(path.stem, title[1], opening, tuple(sections))


def find(pages: tuple[ManualPage, ...], query: str) -> tuple[Found, ...]:
    """The sections that hold all the words, as parts of longer ones too: first those named so."""
    words = query.casefold().split()
    found = [
        (not _holds(section.title, words), Found(page, number))
        for page in pages
        for number, section in enumerate(page.sections)
        if words and _holds(f"{page.title} {section.title} {section.markdown}", words)
    ]
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
