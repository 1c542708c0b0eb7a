"""The lines of a calendar file (RFC 5545, 3.1), whoever wrote them: its components by name.

Programs differ in how they end a line, in the characters, in capital letters and in what they
leave out. Only the lines that tell of a time are looked at later, so nothing else can be wrong.
"""

import codecs
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_desk.errors import UserError

_MOST_LINES = 5_000
_LINE_END = re.compile(rb"\r*\n|\r")
# A zone may be “tzone://…” or “+01:00”, and no quotes around it.
_CHAR = r'(?:[^":;]|:(?=//|\d\d:\d{8}))'
_LINE = re.compile(rf'([A-Za-z0-9-]+)((?:;{_CHAR}*(?:"[^"]*"{_CHAR}*)*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([^"=;]+)=?((?:[^";]*(?:"[^"]*"[^";]*)*))')
# vCalendar 1.0 writes text so; a line of it goes on behind an equals sign.
_QUOTED = re.compile(rb"(?i)\A[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\b")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"B\0", "utf-16-le"),  # the B of BEGIN, without a mark of the order
    (b"\0B", "utf-16-be"),
)
_WESTERN = "cp1252"
# Of the letters in a title of a Western language no more have accents.
_MOST_ACCENTS = 1 / 3


class CalendarError(UserError):
    """A file that holds no slot; nothing was taken from it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its value as it stands, and its parameters by name in capitals."""

    value: str
    parameters: dict[str, str]
    in_utf8: bool = True


@dataclass(slots=True, eq=False)
class Component:
    """What stands between a BEGIN and its END, but for what is within another one there."""

    name: str
    within: "Component | None" = None
    lines: dict[str, list[Line]] = field(default_factory=dict)

    def all(self, name: str) -> Sequence[Line]:
        """The lines of that name, in their order."""
        return self.lines.get(name, ())

    def first(self, name: str) -> Line | None:
        """The first line of that name."""
        return next(iter(self.all(name)), None)

    def value(self, name: str) -> str:
        """What the first line of that name says, in capitals; empty if there is none."""
        line = self.first(name)
        return line.value.strip().upper() if line else ""

    def above(self, name: str) -> "Component | None":
        """The nearest component of that name that this one is in."""
        each = self.within
        while each is not None and each.name != name:
            each = each.within
        return each


def read_components(data: bytes) -> list[Component]:
    """Every component of a file, in the order of their beginnings. Raises CalendarError."""
    found: list[Component] = []
    inside: Component | None = None
    for raw in _unfolded(_in_one_encoding(data)):
        text, in_utf8 = _decoded(raw)
        match = _LINE.match(text)
        if match is None:
            continue
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            inside = Component(value.strip().upper(), inside)
            found.append(inside)
        elif inside is not None and name == "END":
            if value.strip().upper() == inside.name:
                inside = inside.within
        elif inside is not None:
            parameters = {each[1].upper(): each[2] for each in _PARAMETER.finditer(match[2])}
            inside.lines.setdefault(name, []).append(Line(value, parameters, in_utf8))
    return found


def text_of(line: Line) -> str:
    """A text as it was meant, in one line; empty where its characters cannot be told."""
    value, in_utf8 = line.value, line.in_utf8
    if "QUOTED-PRINTABLE" in (line.parameters.get("ENCODING", "").upper(), *line.parameters):
        raw = quopri.decodestring(value.encode())
        try:
            value = raw.decode(line.parameters.get("CHARSET", "utf-8").strip('"'))
            in_utf8 = True
        except (LookupError, ValueError):
            value, in_utf8 = _decoded(raw)
    if not in_utf8 and not _is_western(value):
        return ""
    plain = _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value)
    return " ".join(plain.split())


def _in_one_encoding(data: bytes) -> bytes:
    """Likewise, with one byte or more for each letter and none of them zero."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8)


def _unfolded(data: bytes) -> Iterator[bytes]:
    """The lines; a long one goes on in the next behind a space."""
    lines = _LINE_END.split(data)
    if len(lines) > _MOST_LINES:
        raise CalendarError("The calendar file is too large. Export the one appointment alone.")
    whole, quoted = bytearray(), False
    for line in lines:
        if quoted and whole.endswith(b"="):
            del whole[-1]
            whole += line
        elif line[:1] in (b" ", b"\t") and whole:
            whole += line[1:]
        else:
            yield bytes(whole)
            whole, quoted = bytearray(line), _QUOTED.match(line) is not None
    yield bytes(whole)


def _decoded(raw: bytes) -> tuple[str, bool]:
    """The text of one line, and whether it is UTF-8, as the standard asks for."""
    try:
        return raw.decode(), True
    except UnicodeDecodeError:
        return raw.decode(_WESTERN, "replace"), False


def _is_western(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    accents = [char for char in text if not char.isascii()]
    return (
        all(char.isalpha() or char in "‘’“”–—… " for char in accents)
        and len(accents) <= len(letters) * _MOST_ACCENTS
    )
