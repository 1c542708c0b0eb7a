"""In which order typing and the steps of the interview are taken back, and brought back."""

from PySide6.QtCore import QObject, Slot

from interview_desk.desk.live.notes.note_writer import NoteWriter
from interview_desk.desk.session import Session


class UndoOrder(QObject):
    """What was done last goes first: some typing, or a step of the interview since then.

    So a step that was taken in the middle of a note is undone without a letter of it lost, and
    redo brings everything back in the opposite order. `undo_typing` and `redo_typing` say
    whether it was the text's turn; if not, it is the interview's.
    """

    def __init__(self, session: Session, writer: NoteWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._writer = writer
        # How much had been typed at each step: of those that were done, and of those undone.
        # Steps from before there was anything typed are not among them.
        self._done: list[int] = []
        self._undone: list[int] = []
        self._journal = session.journal
        writer.begun_anew.connect(self._begin_anew)
        session.changed.connect(self._on_changed)

    def undo_typing(self) -> bool:
        """Take back typing, or the clearing of the field, if nothing else was done after it."""
        since = self._done[-1] if self._done else 0
        if self._writer.typed > since and self._writer.undo_typing():
            return True
        return not self._done and self._writer.bring_back()

    def redo_typing(self) -> bool:
        """Type again what was taken back, unless a step was taken back after it."""
        if self._undone and self._writer.typed >= self._undone[-1]:
            return False
        return self._writer.redo_typing()

    @Slot()
    def _on_changed(self) -> None:
        before, now = self._journal, self._session.journal
        if now is before:
            return  # no step: it happened by itself
        self._journal, typed = now, self._writer.typed
        if before.done and now.undone and now.undone[-1] is before.done[-1]:
            del self._done[-1:]
            self._undone.append(typed)
        elif before.undone and now.done and now.done[-1] is before.undone[-1]:
            del self._undone[-1:]
            self._done.append(typed)
        else:
            self._undone.clear()
            if len(now.done) <= len(before.done):
                del self._done[-1:]  # it is one step with the last, or undoes it
            if len(now.done) >= len(before.done):
                self._done.append(typed)
        # What is typed next is not one with what was typed before.
        self._writer.part_typing()

    @Slot()
    def _begin_anew(self) -> None:
        self._done.clear()
        self._undone = [0] * len(self._undone)
