"""The parts of a document: each heading or bold label with what stands under it.

The parts are a flat list in the order of the document, since guides mix headings and bold
labels freely ("**Areas to explore**:" followed by level-4 headings). A section is a part
and the parts after it up to the next one of its level or above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from interview_desk.guide.model import Topic
from interview_desk.guide.parse.tokens import Words

LABEL_LEVEL = 7
_EXAMPLE = re.compile(r"(?:for example|examples?|e\.\s?g\.)\s*[:：,]\s*", re.IGNORECASE)
# Marks that say nothing where they stand alone: a rule, an empty item, the edge of a quote.
_MARKS = " \t\n-–—*_=+#>|`~"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What an indicator is made of: its text, its short form and an example, if it has them."""

    text: str
    short: str = ""
    example: str = ""


@dataclass(slots=True)
class Prose:
    """A paragraph, from ``line`` up to, not with, line ``end``. Once ``taken`` it has a place."""

    line: int
    end: int
    text: str
    taken: bool = False


@dataclass(slots=True)
class Item:
    """An item of a list, with the lists inside it; its lines are counted as those of prose.

    ``short`` is the short form that it gives itself and ``told`` its paragraphs without it.
    That counts once it is taken as an indicator; for anything else the form is words like others.
    """

    line: int
    end: int = 0
    words: Words = field(default_factory=lambda: Words(""))
    more: list[str] = field(default_factory=list)
    children: list["Item"] = field(default_factory=list)
    taken: bool = False
    short: str = ""
    told: list[str] = field(default_factory=list)
    observable: bool = False

    @property
    def text(self) -> str:
        """All that the item says, in one line; of an indicator all but short form and example."""
        if not self.observable:
            return self._with_more(self.words.plain)
        inner = "; ".join(each.text for each in self.children if each not in self._aside())
        return " ".join(filter(None, (*self.told, inner)))

    def observe(self) -> Behaviour:
        """The item as an indicator: what it says of itself by short form or example is apart."""
        self.observable = True
        aside = self._aside()
        short = self.short or next((each.short for each in aside if each.short), "")
        examples = (_EXAMPLE.sub("", each.text, count=1) for each in aside if not each.short)
        return Behaviour(self.text, short, " ".join(examples))

    def _aside(self) -> list["Item"]:
        """The items in it that are its short form, where it has none yet, or an example."""
        shorts = [each for each in self.children if each.short and not any(each.told)]
        examples = [each for each in self.children if _EXAMPLE.match(each.text)]
        return [*shorts[: 0 if self.short else 1], *examples]

    @property
    def rest(self) -> str:
        """All that the item says after its bold words."""
        return self._with_more(self.words.rest)

    def _with_more(self, start: str) -> str:
        inner = "; ".join(child.text for child in self.children)
        return " ".join(filter(None, (start, *self.more, inner)))


@dataclass(slots=True)
class Part:
    """A heading (level 1 to 6), or a bold label (level 7), and what it holds itself.

    Its own content stands from line ``body`` up to, not with, line ``end``. Whoever finds a
    place for some of it takes that; the rest is kept for reading, so no word is lost.
    ``known`` says that the heading means something to the guide's structure, ``held`` that
    the structure shows its very words. ``bare`` is a heading with nothing behind it in its
    line. ``hidden`` are the lines of comments. ``opaque`` says that it is to be read whatever it
    says, as its author marked it.
    """

    level: int
    title: str
    line: int
    body: int
    prose: list[Prose] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    end: int = 0
    known: bool = False
    held: bool = False
    bare: bool = True
    hidden: set[int] = field(default_factory=set)
    opaque: bool = False
    phase: int | None = None
    topic: Topic | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading of the document, rather than a bold label."""
        return self.level < LABEL_LEVEL

    @property
    def text(self) -> str:
        """Its paragraphs in one line."""
        return " ".join(each.text for each in self.prose)

    @property
    def pieces(self) -> list[Prose | Item]:
        """Its paragraphs and the items of its list, in the order of the document."""
        both: list[Prose | Item] = [*self.prose, *self.items]
        return sorted(both, key=lambda each: each.line)

    def hold(self, title: str | None = None) -> str:
        """Its title, or what the structure shows of it, which now has a place."""
        self.known = self.held = True
        self.title = title or self.title
        return self.title

    def take_items(self) -> list[Item]:
        """Its list, which now has a place."""
        for item in self.items:
            item.taken = True
        self.known = True
        return self.items

    def take_prose(self) -> list[str]:
        """Its paragraphs, which now have a place."""
        for each in self.prose:
            each.taken = True
        self.known = True
        return [each.text for each in self.prose]

    def take_entries(self) -> list[str]:
        """Its list, or its paragraphs as the items of one."""
        if self.items:
            return [item.text for item in self.take_items()]
        return self.take_prose()

    def take_behaviours(self) -> list[Behaviour]:
        """Its list, or its paragraphs, to watch for; an example goes with the one before it."""
        if not self.items:
            return [Behaviour(text) for text in self.take_prose()]
        found: list[Behaviour] = []
        for said in (item.observe() for item in self.take_items()):
            example = _EXAMPLE.match(said.text)
            if example and found and not said.short:
                told = (found[-1].example, said.text[example.end() :])
                found[-1] = replace(found[-1], example=" ".join(filter(None, told)))
            else:
                found.append(said)
        return found

    def take_all(self) -> list[str]:
        """Its paragraphs and the items of its list, in the order of the document."""
        self.take_items()
        self.take_prose()
        return [each.text for each in self.pieces]

    def rest(self, lines: Sequence[str]) -> str:
        """What nobody took, as Markdown; ``lines`` are those of the document.

        A label stands before what is left under it, and is left itself where none knows it.
        """
        gone = set(self.hidden)
        for each in self.pieces:
            if each.taken:
                gone.update(range(each.line, each.end))
        below = _joined(lines, range(self.body, self.end), gone)
        if self.is_heading or not self.bare or (self.known and not below):
            return below
        return _joined(lines, range(self.line, self.end), gone)


def _joined(lines: Sequence[str], numbers: range, gone: set[int]) -> str:
    """The lines that are not gone; a blank line parts what did not stand together."""
    runs: list[list[str]] = [[]]
    for number in numbers:
        if number in gone:
            runs.append([])
        else:
            runs[-1].append(lines[number - 1])
    texts = ("\n".join(run).strip() for run in runs)
    return "\n\n".join(text for text in texts if text.strip(_MARKS))


def section(parts: Sequence[Part], start: int) -> Sequence[Part]:
    """The part at ``start`` and all parts under it."""
    level = parts[start].level
    for end in range(start + 1, len(parts)):
        if parts[end].level <= level:
            return parts[start:end]
    return parts[start:]
