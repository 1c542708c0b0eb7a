"""The field that owns the keyboard of the live page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from interview_desk.desk.live.notes.dimension_completer import DimensionCompleter
from interview_desk.desk.live.notes.note_edit import NoteEdit
from interview_desk.desk.theme.theme import Theme
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.chips import key_cap_size, paint_key_cap
from interview_desk.desk.widgets.label import ElidedLabel
from interview_desk.desk.widgets.painted import Painted
from interview_desk.desk.widgets.panel import Rule
from interview_desk.desk.widgets.text_field import TextField
from interview_desk.desk.widgets.text_painting import draw_line
from interview_desk.guide.model import Dimension
from interview_desk.interview.note_kinds import NoteKind
from interview_desk.interview.note_text import TEXT_LIMIT, command_in, read_note

_LEGEND = (
    ("Enter", "save"),
    *((kind.glyph, kind.word) for kind in NoteKind if kind.sign),
    ("#", "dimension"),
)
_LIST_LEGEND = (("Enter", "do it"), ("↑ ↓", "choose"), ("Esc", "leave"))
_MARK_WITHIN = 20
_HINT = "What did they say or do?"
_CAPTION_HINT = "What does the picture show? Enter leaves it without words."


class NoteField(TextField):
    """The lines of a note, what their keys do, and the moment that the note will have.

    ``keys`` are the lines themselves, and tell what is asked for in them. ``command`` are the
    letters of a command that is typed in place of a note, ``commanded`` tells of others, or None.
    """

    commanded = Signal(object)

    def __init__(
        self,
        theme: Theme,
        dimensions: Sequence[Dimension],
        over: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """``over`` is the widget that the list of dimensions lies on."""
        self.completer = DimensionCompleter(theme, dimensions, over)
        self.keys = NoteEdit(self.completer)
        super().__init__(theme, "Note", _HINT, max_lines=6, editor=self.keys, parent=parent)
        self._mark = ""
        self._following = self._resetting = False
        self.command: str | None = None
        self._length = self._broken = 0
        self._over = over
        self._always = _LEGEND if dimensions else _LEGEND[:-1]
        self._legend = _KeyLegend(theme, self._always)
        self.stamp = ElidedLabel(theme, "", "small", "ink3")
        self.commands = _CommandsButton(theme, "/", ButtonKind.PLAIN)
        self.commands.setAccessibleName("Commands")
        self.commands.setToolTip("Commands: type / first, or click")
        self._lay_out(theme)
        self.keys.focused.connect(self._close_list)
        self.completer.chosen.connect(self.keys.put_tag)
        theme.changed.connect(self._colour_kind)

    def is_empty(self) -> bool:
        """Whether nothing is in it, nor about to come from an input method."""
        return self.keys.is_empty()

    def reset(self, text: str = "") -> None:
        """Hold this text, with nothing to undo and the caret at its end."""
        self._mark = ""  # its colour goes with the old text
        self._resetting = True
        self.keys.setPlainText(text)
        self._look_for_command(anew=False)
        self._resetting = False
        self.keys.moveCursor(QTextCursor.MoveOperation.End)
        self.keys.in_words = False

    def ask_caption(self, asked: bool) -> None:
        """Whether it is the words to a picture that are asked for."""
        hint = _CAPTION_HINT if asked else _HINT
        if hint != self.keys.placeholderText():
            self.keys.setPlaceholderText(hint)

    def take_key(self, event: QKeyEvent) -> None:
        """Take over a key that was pressed elsewhere on the page."""
        self.keys.setFocus()
        self.keys.keyPressEvent(event)

    def offer(self, *entries: tuple[str, str]) -> None:
        """Show keys with a word each that mean something just now, before those of always."""
        self._legend.lead(entries)

    def show_list_open(self, opened: bool) -> None:
        """Whether the list of commands is open: then Enter, the arrows and Esc are its keys."""
        self.keys.list_is_open = opened
        self._legend.show_always(_LIST_LEGEND if opened else self._always)

    def undo_typing(self) -> bool:
        """Take back some typing; False if there was none."""
        return self._step(self.keys.document().isUndoAvailable, self.keys.undo)

    def redo_typing(self) -> bool:
        """Type again what was taken back; False if there was nothing."""
        return self._step(self.keys.document().isRedoAvailable, self.keys.redo)

    def _step(self, available: Callable[[], bool], go: Callable[[], None]) -> bool:
        """One step that changes words: Qt counts other fonts and the like as steps, too."""
        before = self.text()
        while available() and self.text() == before:
            go()
        return self.text() != before

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._legend, 1)
        row.addWidget(self.stamp)
        row.addWidget(self.commands)
        self.body.addWidget(Rule(theme))
        self.body.addLayout(row)

    @Slot()
    def _edited(self) -> None:
        document = self._document
        length, before = document.characterCount(), self._length
        self._length = length
        # Nearly all keys add one more letter to a line, and are to be painted at once.
        if self.keys.plain and length == before + 1 and document.lineCount() == self._broken:
            return
        super()._edited()
        if not self._resetting:
            self._look_for_command(anew=before <= 1)
        mark = document.characterAt(0)
        if mark != self._mark or mark.isspace():
            self._mark = mark
            self._colour_kind()
        in_words = self._offer() is None and not mark.isspace() and length < TEXT_LIMIT
        self.keys.in_words = in_words and self.command is None
        self._broken = document.lineCount()

    def _look_for_command(self, *, anew: bool) -> None:
        """A slash asks for a command where nothing was yet: none is made of words that stand."""
        before = self.command
        may_be = (anew or before is not None) and not self._resetting
        slash = self._document.characterAt(0) == "/"
        self.command = command_in(self.text()) if slash and may_be else None
        if self.command != before:
            self.commanded.emit(self.command)

    @Slot()
    def _colour_kind(self) -> None:
        """Give the mark in front the colour of the kind it makes the note."""
        block = self.keys.document().begin()
        start = block.text()[:_MARK_WITHIN]
        tone = read_note(start, ()).kind.tone
        marks = []
        if tone is not None:
            mark = QTextLayout.FormatRange()
            mark.start = len(start) - len(start.lstrip())
            mark.length = 1
            mark.format.setForeground(self._theme.colour(tone))
            marks.append(mark)
        # Not as an extra selection: with one, Qt draws the whole line twice for each letter.
        if marks or block.layout().formats():
            block.layout().setFormats(marks)
            self.keys.document().markContentsDirty(0, block.length())

    def _offer(self) -> str | None:
        """Open, change or close the list of dimensions for the tag before the caret, if any."""
        typed = self.keys.typed_tag()
        if typed is None and self.completer.isHidden():
            return None
        corner = self.keys.mapTo(self._over, QPoint(self.keys.cursorRect().left(), 0))
        self.completer.offer(typed, QPoint(corner.x(), corner.y() - self._theme.px(4)))
        if not self._following and not self.completer.isHidden():
            self._following = True
            self.keys.cursorPositionChanged.connect(self._moved)
        return typed

    @Slot()
    def _moved(self) -> None:
        # Heard only since the list opened: a caret that passes a tag opens nothing.
        if self.completer.isHidden():
            self._following = False
            self.keys.cursorPositionChanged.disconnect(self._moved)
        else:
            self._offer()

    @Slot()
    def _close_list(self) -> None:
        if not self.keys.hasFocus():
            self.completer.hide()


class _CommandsButton(TextButton):
    """As low as the line of keys that it stands in; the note keeps the focus."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(28), self._theme.px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _KeyLegend(Painted, QLabel):
    """Keys with a word each; those that find no room at the end are left out."""

    def __init__(
        self, theme: Theme, entries: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._always = self._entries = tuple(entries)
        self._lead = 0
        self._tell()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def lead(self, entries: Sequence[tuple[str, str]]) -> None:
        """Begin with these; there is room for them always."""
        self._show((*entries, *self._always), len(entries))

    def show_always(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these from now on, after what it begins with."""
        self._always = tuple(entries)
        self._show((*self._entries[: self._lead], *self._always), self._lead)

    def _show(self, entries: tuple[tuple[str, str], ...], lead: int) -> None:
        if entries != self._entries:
            self._entries, self._lead = entries, lead
            self._tell()
            self._restyle()

    def _tell(self) -> None:
        self.setAccessibleName(", ".join(f"{keys}: {word}" for keys, word in self._entries))

    def sizeHint(self) -> QSize:
        width = sum(self._width(keys, word) for keys, word in self._entries)
        return QSize(width, self._theme.px(18))

    def minimumSizeHint(self) -> QSize:
        lead = sum(self._width(keys, word) for keys, word in self._entries[: self._lead])
        return QSize(lead, self._theme.px(18))

    def draw(self, painter: QPainter) -> None:
        theme, left = self._theme, 0
        for keys, word in self._entries:
            width = self._width(keys, word)
            if left + width > self.width():
                break
            cap = key_cap_size(theme, keys)
            spot = QRect(left, (self.height() - cap.height()) // 2, cap.width(), cap.height())
            paint_key_cap(painter, theme, self._seen(spot), keys)
            words = QRect(spot.right() + 1 + theme.px(4), 0, width - cap.width(), self.height())
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink3"))
            draw_line(painter, self._seen(words), word, self)
            left += width

    def _width(self, keys: str, word: str) -> int:
        theme = self._theme
        words = theme.metrics("small").horizontalAdvance(word) + 1
        return key_cap_size(theme, keys).width() + theme.px(4) + words + theme.px(14)
