"""What a line of plain text is: a heading, a level, a question, one of a row of times."""

import itertools
import re

from interview_desk.guide.importer.document import tidy
from interview_desk.guide.importer.durations import time_in_title
from interview_desk.guide.importer.level_runs import inline_legend
from interview_desk.guide.importer.vocabulary import Part, part_of

BULLET = re.compile(r"(?:[•‣◦▪▫●○■□➢➤·\uf0b7\uf0a7*+–—-]|(?:->|=>|→|⇒|↳)|o(?=\s))[ \t\xa0]+")
BOX = re.compile(r"\[[ xX]?\]\s+|[☐☑☒□]\s*")
NUMBER = re.compile(r"\(?(\d{1,2}|[a-z])[.)][ \t\xa0]+")
QUESTION = re.compile(r"(?:[QFP]|Question|Frage|Pregunta|Pergunta) ?\d{1,2}[.:)]\s+\S")
RULE = re.compile(r"\s*[-=_*~═─]{3,}\s*")
LABEL = re.compile(r"([^:：.?!]{2,60})[:：]\s*(.*)")
_LONGEST_HEADING = 80
_LONGEST_TIMED = 9
_LONGEST_MARKED = 10
_MARK = re.compile(r"\s*\d{1,2}:\d{2}(?:\s*[-–—]\s*\d{1,2}:\d{2})?\s*[-–—:.]?\s*[^\W\d]")
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s")
_LEVEL = re.compile(r"(?:\(?\d{1,2}(?:\s*/\s*\d{1,2})?\)?|[A-F])\s*(?:[=:–—]|\s-)\s+\S")
_SENTENCE_END = (".", ";", ",", "?", "!")
_FULL_STOP = (".", "?", "!", ":", "：", "…", '"', "”", "»", "“")
_SECTIONS = frozenset(
    {Part.BEFORE, Part.AFTER, Part.RUBRIC, Part.SCALE, Part.PITFALLS, Part.AGENDA, Part.STRONG,
     Part.RED_FLAGS, Part.DISQUALIFIERS, Part.QUESTIONS, Part.EXPECTATIONS}
)  # fmt: skip
_LONGEST_SECTION = 4


class Lines:
    """The lines of a text, each judged by itself and by those around it; they count from 1."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._timed = _rows_of_times(lines)

    def after(self, count: int) -> str:
        """The line that comes next, without its spaces."""
        return self._lines[count].strip() if count < len(self._lines) else ""

    def is_alone(self, count: int) -> bool:
        """Whether nothing stands right above a line."""
        above = self._lines[count - 2] if count > 1 else ""
        return not above.strip() or RULE.fullmatch(above) is not None

    def times_in_row(self, count: int) -> int:
        """How many lines in a row give a time, with this one among them."""
        return self._timed[count - 1]

    def heads(self, count: int) -> bool:
        """Whether a numbered line heads what follows it, rather than being one of a list."""
        following = self.after(count)
        if not following:
            rest = (each.strip() for each in itertools.islice(self._lines, count, None))
            following = next((each for each in rest if each), "")
        return not NUMBER.match(following)

    def is_heading(self, count: int, said: str) -> bool:
        """Whether a line that stands alone is a heading."""
        if len(said) > _LONGEST_HEADING or said.endswith(_SENTENCE_END):
            return False
        after = self.after(count)
        if is_loud(said) or (after and RULE.fullmatch(after)) or self._names_a_section(said, after):
            return True
        return not said.endswith((":", "：")) and (
            not after or bool(BULLET.match(after)) or is_level(after)
        )

    def _names_a_section(self, said: str, after: str) -> bool:
        """Whether a few words announce a part, over a line that does not go on with them."""
        short = len(said.split()) <= _LONGEST_SECTION and not said.endswith((":", "："))
        return short and part_of(said) in _SECTIONS and not after[:1].islower()


def is_timed(said: str) -> bool:
    """Whether a line is a few words with a time set apart from them, as headings have it."""
    time = time_in_title(said)
    if time is None or not time.rest or time.share is not None or said.endswith(_SENTENCE_END):
        return False
    begins = said[:1].isupper() or not said[:1].isalpha()
    return begins and len(time.rest.split()) <= _LONGEST_TIMED and _is_apart(said, time.raw)


def _is_apart(said: str, raw: str) -> bool:
    """Whether a time stands in brackets, or behind or before a sign, and in no sentence."""
    if raw[:1] in "([（［":
        return True
    before, _, after = said.partition(raw)
    return before.rstrip().endswith(("-", "–", "—", ":", ",", "|", "·", "•", "~", "(", "[")) or (
        not before.strip() and re.match(r"\s*[-–—:|·]\s", after) is not None
    )


def is_level(said: str) -> bool:
    """Whether a line tells one level: “4 – text”, “A = text”, “1/5: text”."""
    return (
        _LEVEL.match(said) is not None
        and time_in_title(said) is None
        and not said.rstrip().endswith(("?", "？"))
        and not inline_legend(said)
    )


def is_counted(said: str) -> bool:
    """Whether a line begins with a number or a letter that counts parts."""
    return _COUNTED.match(said) is not None


def is_loud(said: str) -> bool:
    """Whether a line is set in capitals, a time in it aside."""
    time = time_in_title(said)
    letters = [char for char in (time.rest if time and time.rest else said) if char.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) / len(letters) > 0.8


def ends_a_sentence(said: str) -> bool:
    """Whether a line is complete, so that the next need not go on with it."""
    return said.endswith(_FULL_STOP)


def _rows_of_times(lines: list[str]) -> list[int]:
    """For each line how many in a row give a time, with this one among them.

    Only rows that stand apart from what is above them count.
    """
    found = [0] * len(lines)
    for timed, group in itertools.groupby(range(len(lines)), key=lambda at: _gives_time(lines[at])):
        row = list(group)
        above = lines[row[0] - 1] if row[0] else ""
        if timed and (not above.strip() or RULE.fullmatch(above)):
            found[row[0] : row[-1] + 1] = [len(row)] * len(row)
    return found


def _gives_time(line: str) -> bool:
    said = tidy(line)
    label = LABEL.fullmatch(said)
    if len(said.split()) > _LONGEST_MARKED + 4 or BULLET.match(said):
        return False
    if label and part_of(label[1]) in (Part.TIME, Part.LENGTH, Part.FORM):
        return False
    return (len(said.split()) <= _LONGEST_MARKED and _MARK.match(said) is not None) or is_timed(
        said
    )
