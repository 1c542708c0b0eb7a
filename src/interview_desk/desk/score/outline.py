"""The outline at the side: the rubric, then what follows it, each with how it stands."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from interview_desk.desk.score.lock import ScoringSession
from interview_desk.desk.theme.theme import XL, L, M, S, Theme
from interview_desk.desk.theme.tokens import Tone, level_tone
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.label import SectionLabel
from interview_desk.desk.widgets.layouts import QUIET, quiet_row
from interview_desk.desk.widgets.nav_list import NavList, NavRow
from interview_desk.desk.widgets.panel import ScrollColumn
from interview_desk.guide.model import Dimension
from interview_desk.interview.actions.scoring import rating_words
from interview_desk.interview.concerns import Finding, concerns_found
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import NO_DECISION

CONCERNS = "concerns"
RECOMMENDATION = "recommendation"
FEEDBACK = "feedback"
AFTER = "after"
FINISH = "finish"  # the last stop of the walk, in no list


def dimension_key(number: int) -> str:
    """The key of a dimension in the list."""
    return f"d{number}"


def dimension_number(key: str) -> int | None:
    """The dimension that the key names, or None for another entry."""
    return int(key[1:]) if key[:1] == "d" and key[1:].isdigit() else None


def level_word(interview: Interview, dimension: Dimension) -> tuple[str, Tone]:
    """The rating of a dimension in words, and the colour that goes with it."""
    rating = interview.rating(dimension.number)
    height = dimension.height(rating.level)
    if not height:
        return rating_words(rating), "ink2" if rating.not_enough else "ink3"
    steps = len(dimension.levels)
    return rating.level, level_tone(height, steps) if steps > 1 else "accent"


def rubric_rows(interview: Interview) -> list[NavRow]:
    """A row for every dimension."""
    return [_dimension_row(interview, each) for each in interview.guide.dimensions]


def then_rows(interview: Interview) -> list[NavRow]:
    """Rows for what comes after the ratings, as far as the guide has it."""
    guide, verdict = interview.guide, interview.verdict
    rows = []
    if guide.concerns:
        unseen = len(concerns_found(interview, Finding.NOT_LOOKED_AT))
        looked = len(guide.concerns) - unseen
        rows.append(NavRow(CONCERNS, "Concerns", status=f"{looked} of {len(guide.concerns)}"))
    tone: Tone = "accent" if verdict.step and verdict.step != NO_DECISION else "ink3"
    rows.append(NavRow(RECOMMENDATION, "Recommendation", "", verdict.step or "Open", tone))
    written = "Written" if interview.feedback.text.strip() else "Empty"
    rows.append(NavRow(FEEDBACK, "Feedback for the candidate", status=written))
    if guide.after:
        done = sum(interview.ticked(item.key) for item in guide.after)
        rows.append(NavRow(AFTER, "After the interview", status=f"{done} of {len(guide.after)}"))
    return rows


def _dimension_row(interview: Interview, dimension: Dimension) -> NavRow:
    word, tone = level_word(interview, dimension)
    if interview.rating(dimension.number).not_enough:
        word = "Not enough"
    number = dimension.number
    return NavRow(dimension_key(number), dimension.brief, str(number), word, tone)


class Outline(ScrollColumn):
    """The rubric, then the rest. ``chosen`` carries the key of an entry the user went to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, scoring: ScoringSession) -> None:
        super().__init__(theme, "bg")
        self.walk_button = TextButton(theme, "One after another", ButtonKind.QUIET)
        self._scoring = scoring
        self._keys: list[str] = []
        self._current = ""
        self.rubric = NavList(theme, "Rubric")
        self.then = NavList(theme, "Then")
        # The words of the quiet button reach over its place, by more where all is larger.
        side = max(S, theme.px(QUIET))
        self.column.setContentsMargins(side, L, side, L)
        self.column.setSpacing(S)
        for heading, rows in (("Rubric", self.rubric), ("Then", self.then)):
            # The rows keep a margin of their own around their words.
            indented, label = QHBoxLayout(), SectionLabel(theme, heading)
            indented.setContentsMargins(M, 0, M, 0)
            indented.addWidget(label)
            self.column.addLayout(indented)
            self.column.addWidget(rows)
            self.column.addSpacing(L)
            if not scoring.interview.guide.dimensions:
                label.hide()  # nothing comes before what comes "then"
                rows.setHidden(rows is self.rubric)
        self.column.addLayout(quiet_row(theme, self.walk_button))
        self.column.addStretch(1)
        self.rubric.chosen.connect(self.chosen)
        self.then.chosen.connect(self.chosen)

    def refresh(self) -> None:
        """Show how each entry stands now."""
        rubric, then = rubric_rows(self._scoring.interview), then_rows(self._scoring.interview)
        self._keys = [row.key for row in (*rubric, *then)]
        self.rubric.set_rows(rubric)
        self.then.set_rows(then)

    def title(self, key: str) -> str:
        """What the entry of that key is called; empty for none."""
        rows = (*rubric_rows(self._scoring.interview), *then_rows(self._scoring.interview))
        return next((row.text for row in rows if row.key == key), "")

    def current(self) -> str:
        """The key of the entry on show."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark an entry in whichever list it stands."""
        self._current = key
        for rows in (self.rubric, self.then):
            rows.set_current(key)
            if (item := rows.currentItem()) is not None:
                spot = rows.visualItemRect(item).center() + rows.pos()
                self.ensureVisible(spot.x(), spot.y(), 0, XL)

    @property
    def first_list(self) -> NavList:
        """The list that the entries begin in: the rubric, unless nothing is rated."""
        return self.rubric if self._scoring.interview.guide.dimensions else self.then

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the entries, in order."""
        return tuple(self._keys)

    @Slot()
    def take_keyboard(self) -> None:
        """Give the keyboard to the list that the current entry stands in."""
        rows = self.rubric if self.rubric.current() is not None else self.then
        rows.setFocus()
