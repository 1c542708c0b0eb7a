"""Text broken into lines of a given width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from interview_desk.report.pdf.fonts import is_plain, printable, width
from interview_desk.report.pdf.painted_order import isolated, leftward_letters
from interview_desk.report.pdf.runs import Line, Run, Span, plain_text
from interview_desk.report.pdf.styles import Style

# A word may be broken after a hyphen, dash or slash that stands between letters. A space that
# does not break is no space here.
_LETTER = r"[^\W\d_]"
_CHUNK = re.compile(rf" +|[^ ]*?{_LETTER}[-‐–—/]+(?={_LETTER})|[^ ]+")
_DIGITS = "0123456789"


# No line is longer; what is cut to one is not looked at beyond it.
_LONGEST_LINE = 1_000


def break_lines(spans: Sequence[Span], measure: float) -> tuple[Line, ...]:
    """The spans, one after the other, in lines no wider than ``measure``.

    Line ends in the text are kept, and so is every space but those at the end of a line. A
    word wider than the measure is broken where it must be. There is always one line.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(_apart([(printable(text), style) for text, style in spans])):
        lines += _broken(paragraph, measure)
    while len(lines) > 1 and not lines[-1].runs:
        lines.pop()
    return tuple(lines)


def line_of(text: str, style: Style) -> Line:
    """The text on one line, however long; line ends in it become spaces."""
    shown = printable(" ".join(text.split()))
    if not is_plain(shown):
        return _shaped([(shown, style)], None)[0]
    return Line((Run(0.0, shown, style),), _advance(shown, style))


def fitted(text: str, style: Style, measure: float) -> Line:
    """The text on one line no wider than ``measure``, cut and ended by an ellipsis if need be."""
    line = line_of(text[:_LONGEST_LINE], style)
    if line.width <= measure:
        return line
    shown, room = printable(" ".join(text.split())), measure - _advance("…", style)
    if is_plain(shown):
        kept = _most(shown, style, room)
    else:
        kept = _shaped([(shown[:_LONGEST_LINE], style)], max(room, 0.0))[0].text
    return line_of(kept.rstrip() + "…", style)


def _apart(spans: list[Span]) -> list[Span]:
    """The spans so that a word of ours after a Hebrew or Arabic text is no part of it."""
    if len(spans) < 2 or not leftward_letters(plain_text(spans)):
        return spans
    return [spans[0], *((isolated(text), style) for text, style in spans[1:])]


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans between two line ends."""
    paragraph: list[Span] = []
    for text, style in spans:
        first, *others = text.split("\n")
        paragraph.append((first, style))
        for other in others:
            yield paragraph
            paragraph = [(other, style)]
    yield paragraph


def _broken(paragraph: Sequence[Span], measure: float) -> tuple[Line, ...]:
    if not is_plain(plain_text(paragraph)):
        return _shaped(paragraph, measure)
    setter = _Setter(measure)
    for text, style in paragraph:
        for chunk in _CHUNK.findall(text):
            setter.add(chunk, style)
    return setter.finish()


def _shaped(spans: Sequence[Span], measure: float | None) -> tuple[Line, ...]:
    # Qt is loaded for texts that need it, and for no others.
    from interview_desk.report.pdf.shaping import shape

    return shape(spans, measure)


def _digit_width(style: Style) -> float:
    """The width that every digit gets where figures stand in columns."""
    return max(width(digit, style.font, style.size) for digit in _DIGITS)


def glyphs(run: Run) -> Iterator[tuple[float, str]]:
    """The pieces of a run to print, each with its distance from the line's start."""
    if not run.style.figures:
        yield run.x, run.text
        return
    x, column = run.x, _digit_width(run.style)
    for char in run.text:
        own = width(char, run.style.font, run.style.size)
        taken = column if char in _DIGITS else own
        yield x + (taken - own) / 2, char
        x += taken


class _Setter:
    """Fills lines, chunk by chunk."""

    def __init__(self, measure: float) -> None:
        self._measure = measure
        self._lines: list[Line] = []
        self._start(soft=False)

    def add(self, chunk: str, style: Style) -> None:
        """One word or run of spaces more."""
        if chunk.startswith(" "):
            if self._runs or not self._soft:
                self._put(chunk, style)
        else:
            self._add_word(chunk, style)

    def finish(self) -> tuple[Line, ...]:
        """All lines."""
        if self._runs or not self._lines:
            self._end(soft=False)
        return tuple(self._lines)

    def _add_word(self, word: str, style: Style) -> None:
        if self._runs and self._x + _advance(word, style) > self._measure:
            self._end(soft=True)
        while _advance(word, style) > self._measure and len(word) > 1:
            part = _most(word, style, self._measure) or word[0]
            self._put(part, style)
            self._end(soft=True)
            word = word[len(part) :]
        if word:
            self._put(word, style)

    def _start(self, *, soft: bool) -> None:
        self._runs: list[tuple[float, list[str], Style]] = []
        self._soft = soft
        self._x = self._inked = 0.0

    def _put(self, text: str, style: Style) -> None:
        if self._runs and self._runs[-1][2] == style:
            self._runs[-1][1].append(text)
        else:
            self._runs.append((self._x, [text], style))
        self._x += _advance(text, style)
        if not text.isspace():
            self._inked = self._x

    def _end(self, *, soft: bool) -> None:
        runs = [Run(x, "".join(texts), style) for x, texts, style in self._runs]
        if runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
        self._lines.append(Line(tuple(run for run in runs if run.text), self._inked))
        self._start(soft=soft)


def _advance(text: str, style: Style) -> float:
    if not style.figures:
        return width(text, style.font, style.size)
    others = "".join(char for char in text if char not in _DIGITS)
    figures = len(text) - len(others)
    return width(others, style.font, style.size) + figures * _digit_width(style)


def _most(text: str, style: Style, measure: float) -> str:
    """As many characters from the beginning as fit, by halving."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _advance(text[:middle], style) <= measure:
            low = middle
        else:
            high = middle - 1
    return text[:low]
