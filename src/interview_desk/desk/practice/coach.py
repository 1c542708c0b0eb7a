"""The strip over a practice: what the candidate says now, and the five things worth trying."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk.practice.script import Thing
from interview_desk.desk.shortcuts.keymap import Keymap
from interview_desk.desk.theme.theme import XL, XS, M, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.chips import KeyCap
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.layouts import FlowRow
from interview_desk.desk.widgets.panel import Panel

_ROOMY = 620
_OVER = "That was the practice. Try what is left, or leave: nothing of it is kept."
_ALL = "You have tried all five. Leave whenever you like: nothing of it is kept."


class _ThingLabel(QWidget):
    """One thing with its key, ticked once it was tried."""

    def __init__(self, theme: Theme, keymap: Keymap, thing: Thing) -> None:
        super().__init__()
        self.thing = thing
        self.done = False
        self._words = Label(theme, f"○ {thing.words}", "small", "ink2")
        self._cap = KeyCap(theme, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._words)
        row.addWidget(self._cap)
        self._cap.setVisible(bool(thing.command))
        if thing.command:
            keymap.follow(self._cap, thing.command, self._cap.setText)

    def tick(self) -> None:
        """It was tried; that stays so."""
        self.done = True
        self._words.setText(f"✓ {self.thing.words}")
        self._words.set_tone("good")


class Coach(Panel):
    """Beside a call only the next thing is shown: there is no room for five."""

    def __init__(self, theme: Theme, keymap: Keymap, candidate: str) -> None:
        super().__init__(theme, "sunk")
        self._speaker = Label(theme, f"{candidate.split(maxsplit=1)[0]} says", "label", "ink2")
        self.line = Label(theme, "", "body", wrap=True)
        self.leave_button = TextButton(theme, "Leave practice")
        self.things = [_ThingLabel(theme, keymap, thing) for thing in Thing]
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addLayout(FlowRow(*self.things, gap=M), 1)
        foot.addWidget(self.leave_button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._speaker)
        self._column.addWidget(self.line)
        self._column.addSpacing(XS)
        self._column.addLayout(foot)

    def say(self, words: str) -> None:
        """What the candidate says now; empty when they have said all."""
        over = _ALL if all(each.done for each in self.things) else _OVER
        self._speaker.setVisible(bool(words))
        self.line.setText(f"“{words}”" if words else over)

    def tick(self, tried: frozenset[Thing]) -> None:
        """Tick what was tried; nothing loses its tick."""
        for each in self.things:
            if each.thing in tried and not each.done:
                each.tick()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        roomy = self.width() >= self._theme.px(_ROOMY)
        side = XL if roomy else S
        self._column.setContentsMargins(side, S, side, S)
        self.leave_button.set_text("Leave practice" if roomy else "Leave")
        self.leave_button.setAccessibleName("Leave practice")
        following = next((each for each in self.things if not each.done), self.things[-1])
        for each in self.things:
            each.setVisible(roomy or each is following)
