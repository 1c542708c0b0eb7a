"""Insights: how one rates, from one's own finished interviews, one rubric at a time."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from interview_desk.desk.background.jobs import Jobs
from interview_desk.desk.context import Desk
from interview_desk.desk.home_page import TitledPage, under_title
from interview_desk.desk.insights.insight_card import InsightCard
from interview_desk.desk.insights.shared_ratings import read_shared_ratings
from interview_desk.desk.navigation import Page
from interview_desk.desk.theme.theme import XL, L, M
from interview_desk.desk.widgets.fields import Choice
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.desk.widgets.panel import Rule, ScrollColumn
from interview_desk.errors import UserError
from interview_desk.insights.against_others import SharedRating, against_others
from interview_desk.insights.figures import CAUTION, insights_on
from interview_desk.insights.insight import Insight
from interview_desk.insights.past_interview import Rubric, by_rubric
from interview_desk.words import count

_NONE = (
    "Nothing to look at yet. Each interview of your own that is scored and finished adds to what "
    "stands here; most figures begin with five."
)
_WIDEST = 860


class InsightsPage(TitledPage):
    """A card for each figure. Nothing of it leaves the laptop."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.INSIGHTS, parent)
        theme = desk.theme
        self._rubrics: tuple[Rubric, ...] = ()
        self._shown: Rubric | None = None
        self.caution = Label(theme, CAUTION, "body", "ink2", wrap=True)
        self.rubric = Choice(theme, "Rubric")
        self.view = ScrollColumn(theme, "surface")
        self.view.column.setSpacing(L)
        self.view.column.setContentsMargins(M, M, M, XL)
        self.cards: list[InsightCard] = []
        self._inside: list[QWidget] = []
        self.bar.addWidget(self.rubric)
        self.body.addLayout(under_title(self.caution))
        self.body.addWidget(self.view, 1)
        self.setFocusProxy(self.rubric)
        self.rubric.activated.connect(self._choose)
        self._jobs = Jobs(self)
        self._against: Insight | None = None
        self.refresh()

    def refresh(self) -> None:
        try:
            found = self.desk.store.past_interviews()
        except UserError as error:
            self.say(str(error))
            return
        if found.unreadable:
            left = count(found.unreadable, "interview is", "interviews are")
            self.banner.show_message(
                f"{left} left out: something in them cannot be read.", MessageKind.WARN
            )
        self._rubrics = by_rubric(found.interviews)
        before = self._shown.name if self._shown is not None else ""
        names = [each.name for each in self._rubrics]
        self.rubric.clear()
        self.rubric.addItems(names)
        self.rubric.setCurrentIndex(max(0, names.index(before) if before in names else 0))
        self.rubric.setVisible(len(names) > 1)
        self._choose()
        # Each panel is read whole, so this takes longer than all the rest.
        self._jobs.run(partial(read_shared_ratings, self.desk.store.path), self._add_against)

    def _add_against(self, ratings: tuple[SharedRating, ...]) -> None:
        found = against_others(ratings)
        if found != self._against and ratings:
            self._against = found
            self._choose()

    @Slot()
    def _choose(self) -> None:
        number = self.rubric.currentIndex()
        there = 0 <= number < len(self._rubrics)
        self._show(self._rubrics[number] if there else None)

    def _show(self, rubric: Rubric | None) -> None:
        self._shown = rubric
        for each in self._inside:
            each.hide()
            each.deleteLater()
        while self.view.column.takeAt(0) is not None:
            pass
        theme = self.desk.theme
        if rubric is None:
            self.cards = []
            self._inside = [Label(theme, _NONE, "body", "ink2", wrap=True)]
        else:
            number = count(len(rubric.interviews), "finished interview")
            against = (self._against,) if self._against is not None else ()
            figures = (*insights_on(rubric), *against)
            self.cards = [InsightCard(theme, each) for each in figures]
            self._inside = [Label(theme, f"{rubric.name}: {number}", "strong", wrap=True)]
            for card in self.cards:
                card.opened.connect(self.open_requested)
                self._inside += [Rule(theme), card]
        for widget in self._inside:
            widget.setMaximumWidth(theme.px(_WIDEST))
            self.view.column.addWidget(widget)
        self.view.column.addStretch(1)
