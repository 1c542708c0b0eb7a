"""The guides: to read, to choose, and to write one's own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from interview_desk.desk.context import Desk
from interview_desk.desk.file_reading import FileReading
from interview_desk.desk.guides.collection import GuideCollection, ListedGuide, guide_key
from interview_desk.desk.guides.document_import import DocumentImport
from interview_desk.desk.guides.editor import GuideEditor
from interview_desk.desk.guides.guide_row import guide_rows
from interview_desk.desk.guides.incoming import IncomingDocuments, can_take
from interview_desk.desk.guides.new_guide import NewGuide
from interview_desk.desk.guides.shelf import GuideShelf
from interview_desk.desk.home_page import TitledPage
from interview_desk.desk.navigation import Page
from interview_desk.desk.settings import DEFAULT_GUIDE
from interview_desk.desk.shortcuts.keymap import written
from interview_desk.desk.widgets.button import ButtonKind, TextButton
from interview_desk.desk.widgets.messages import MessageKind
from interview_desk.errors import UserError
from interview_desk.report.files import write_new
from interview_desk.report.guide_file import GuideFile
from interview_desk.report.guide_import import ForeignGuide, OutsideDocument
from interview_desk.words import count

_KINDS = "Guides in Markdown (*.md *.markdown *.txt)"


class GuidesPage(TitledPage):
    """A list of the guides beside the one that is read; editing takes the whole page.

    A document dropped here is taken in; one in another shape is shown beside what it becomes.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Page.GUIDES, parent)
        theme = desk.theme
        self.collection = GuideCollection(desk.guides)
        paste = QKeySequence(QKeySequence.StandardKey.Paste)
        self._shelf = GuideShelf(theme)
        self.list, self.guide_view = self._shelf.list, self._shelf.guide_view
        self.new_button = TextButton(theme, "New guide", keys=desk.keymap.hint("guides.new"))
        self.import_button = TextButton(theme, "Import…", keys=desk.keymap.hint("guides.import"))
        self.done = TextButton(theme, "Done", ButtonKind.PRIMARY, desk.keymap.hint("guides.done"))
        self.paste_button = TextButton(theme, "Paste", ButtonKind.QUIET, written(paste))
        self.reading = FileReading(theme, self, self.banner)
        self.incoming = IncomingDocuments(desk, self.reading, self)
        self.editor: GuideEditor | None = None
        self.importing = DocumentImport(theme, desk.keymap, self.banner, self)
        self.new_guide = NewGuide(desk, self)
        self._edited: ListedGuide | None = None
        self.keep_button = TextButton(
            theme, "Keep this guide", ButtonKind.PRIMARY, desk.keymap.hint("guides.done")
        )
        self.leave_button = TextButton(theme, "Cancel", ButtonKind.QUIET, "Esc")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> ListedGuide | None:
        """The guide on show."""
        return self.collection.find(self.list.current() or "")

    def refresh(self) -> None:
        self._read(self.list.current())

    def flush(self) -> None:
        self.new_guide.flush()
        if self.editor is not None:
            self.editor.flush()

    # Files coming and going

    def take_in(self, path: Path) -> None:
        """Keep a guide; show what any other document becomes, to be put right and kept."""
        self.incoming.take_file(path)

    @Slot(str)
    def _refuse(self, words: str) -> None:
        self.flush()
        self.say(words)

    @Slot(OutsideDocument)
    def _look_at(self, found: OutsideDocument) -> None:
        self.new_guide.leave()
        self.flush()
        if (own := found.own) is not None:
            self._try(lambda: self._keep(found, own))
        else:
            self.importing.look_at(found)

    @Slot(QWidget)
    def _open_beside(self, view: QWidget) -> None:
        """An import or the form takes the whole page."""
        self._edited = None
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._show_bar()

    @Slot(QWidget)
    def _leave_beside(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(self._shelf)
        self._stack.removeWidget(view)
        self._show_bar()
        self.list.setFocus()

    @Slot()
    def keep_import(self) -> None:
        """Keep what the document became, with the document beside it."""
        document = self.importing.document
        if document and self._try(lambda: self._keep(document, self.importing.guide())):
            self.importing.drop()

    def _keep(self, document: OutsideDocument, guide: ForeignGuide) -> None:
        name = self.collection.take_in_foreign(guide, document.original, document.ending)
        self._read(guide_key(name))
        self.tell(f"{document.name} is one of your guides now.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.incoming.take(event.mimeData())

    def save_as(self, path: Path) -> None:
        """Write the guide on show to a file of the user's choice."""
        listed = self.current
        if listed is None:
            return
        source = self.collection.source
        if self._try(lambda: write_new(path, source(listed).encode(), replace=True)):
            self.tell(f"Exported to {path}")

    # Writing

    def edit(self, listed: ListedGuide) -> None:
        """Write in one of the user's own guides."""
        try:
            source = self.collection.source(listed)
        except UserError as error:
            self.say(str(error))
            return
        if self.editor is None:
            self.editor = GuideEditor(self.desk.theme)
            self.editor.save_asked.connect(self._save)
            self._stack.addWidget(self.editor)
        self._edited = listed
        self.editor.edit(source)
        self._stack.setCurrentWidget(self.editor)
        self._show_bar()
        self.editor.setFocus()

    @Slot()
    def finish_editing(self) -> None:
        """Back to the list, everything typed saved; what a document became is kept."""
        if self.importing.document is not None:
            self.keep_import()
            return
        if self.new_guide.view is not None:
            self._keep_form()
            return
        if self.editor is None or self._edited is None:
            return
        self.editor.flush()
        key, self._edited = self._edited.key, None
        self._stack.setCurrentWidget(self._shelf)
        self._show_bar()
        self._read(key)
        self.list.setFocus()

    @Slot()
    def write_new(self) -> None:
        """Open the form for a guide from nothing, as it was left."""
        if self.importing.document is None and self.new_guide.view is None and self._edited is None:
            self._try(self.collection.read)
            self.new_guide.open(self.collection.guides)

    def _keep_form(self) -> None:
        """Keep what the form holds as a guide, and go on in its text."""
        file = self.new_guide.guide()
        if file is not None and self._try(lambda: self._take_in_form(file)):
            self.tell(f"“{file.title}” is one of your guides now. This is its text.")

    def _take_in_form(self, file: GuideFile) -> None:
        name = self.collection.take_in_unfinished(file, file.title)
        self.new_guide.done()
        self._open(name)

    @Slot(str)
    def _save(self, text: str) -> None:
        if self._edited is not None:
            listed = self._edited
            if self._try(lambda: self.collection.save(listed, text)):
                self.banner.clear()

    # What is on show

    def _read(self, key: str | None) -> None:
        """Read the guides anew and show the one of that key, or the usual one."""
        if not self._try(self.collection.read):
            return
        usual = self.desk.settings.get(DEFAULT_GUIDE)
        self.list.set_rows(guide_rows(self.collection.guides, usual))
        found = self.collection.find(key or "") or self.collection.find(guide_key(usual))
        if found is None and self.collection.guides:
            found = self.collection.guides[0]
        if found is not None:
            self.list.set_current(found.key)
            self._shelf.bring_into_view()
            self._show(found.key)

    @Slot(str)
    def _show(self, key: str) -> None:
        listed = self.collection.find(key)
        if listed is not None:
            usual = self.desk.settings.get(DEFAULT_GUIDE)
            self.guide_view.show_guide(listed, usual=listed.entry.name == usual)

    def _show_bar(self) -> None:
        importing, forming = self.importing.document, self.new_guide.view is not None
        edited, beside = self._edited, importing is not None or forming
        title = edited.entry.title if edited else Page.GUIDES.entry.title
        title = "New guide" if forming else title
        self.title.setText(importing.name if importing else title)
        self.done.setVisible(edited is not None and not beside)
        for button in (self.keep_button, self.leave_button):
            button.setVisible(beside)
        self.leave_button.set_text("Back" if forming else "Cancel")
        for button in (self.new_button, self.paste_button, self.import_button):
            button.setVisible(not edited and not beside)

    # What can be done

    @Slot()
    def _start(self) -> None:
        if self.current is not None:
            self.new_requested.emit(self.current.entry.name)

    @Slot()
    def _make_usual(self) -> None:
        listed = self.current
        if listed is not None:
            self._try(lambda: self.desk.settings.set(DEFAULT_GUIDE, listed.entry.name))
            self._read(listed.key)

    @Slot()
    def _edit(self) -> None:
        if self.current is not None:
            self.edit(self.current)

    @Slot()
    def _copy(self) -> None:
        listed = self.current
        if listed is not None:
            self._try(lambda: self._open(self.collection.copy(listed)))

    @Slot()
    def _export(self) -> None:
        if self.current is None:
            return
        proposed = self.desk.documents / f"{self.current.entry.name}.md"
        name, _ = QFileDialog.getSaveFileName(self, "Export the guide", str(proposed), _KINDS)
        if name:
            self.save_as(Path(name))

    @Slot()
    def _archive(self) -> None:
        listed = self.current
        if listed is None:
            return
        move = self.collection.bring_back if listed.archived else self.collection.archive
        if self._try(lambda: move(listed)):
            self._read(guide_key(listed.entry.name, archived=not listed.archived))

    def _open(self, name: str) -> None:
        """Write in the guide of that name, new as it is."""
        self._read(guide_key(name))
        if self.current is not None:
            self.edit(self.current)

    @Slot(str, GuideFile)
    def _put_right(self, name: str, file: GuideFile) -> None:
        self._try(lambda: self._take_in_faulty(name, file))

    def _take_in_faulty(self, name: str, file: GuideFile) -> None:
        self._open(self.collection.take_in_unfinished(file, file.title))
        found = count(len(self._edited.entry.faults), "fault") if self._edited else ""
        text = f"{name} is not a guide yet: {found}. You can put it right here."
        self.banner.show_message(text, MessageKind.WARN)

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except UserError as error:
            self.say(str(error))
            return False
        return True

    def _connect(self) -> None:
        keymap = self.desk.keymap
        self.list.chosen.connect(self._show)
        self.import_button.clicked.connect(self.incoming.choose_file)
        self.paste_button.clicked.connect(self.incoming.paste)
        self.incoming.found.connect(self._look_at)
        self.incoming.refused.connect(self._refuse)
        self.done.clicked.connect(self.finish_editing)
        self.keep_button.clicked.connect(self.finish_editing)
        self.leave_button.clicked.connect(self.importing.leave)
        self.leave_button.clicked.connect(self.new_guide.leave)
        self.new_button.clicked.connect(self.write_new)
        for beside in (self.importing, self.new_guide):
            beside.opened.connect(self._open_beside)
            beside.left.connect(self._leave_beside)
        self.new_guide.told.connect(self.tell)
        self.new_guide.failed.connect(self.say)
        self.importing.faulty.connect(self._put_right)
        view = self.guide_view
        for asked, answer in (
            (view.interview_asked, self._start), (view.usual_asked, self._make_usual),
            (view.edit_asked, self._edit), (view.copy_asked, self._copy),
            (view.export_asked, self._export), (view.archive_asked, self._archive),
        ):  # fmt: skip
            asked.connect(answer)
        keymap.action(self, "guides.new", self.write_new)
        keymap.action(self, "guides.import", self.incoming.choose_file)
        # A field that has the focus takes the key first, and pastes into itself.
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Paste, self, self.incoming.paste, context=context)
        keymap.action(self, "guides.done", self.finish_editing)

    def _lay_out(self) -> None:
        self.bar.addWidget(self.new_button)
        self.bar.addWidget(self.paste_button)
        self.bar.addWidget(self.import_button)
        for button in (self.done, self.leave_button, self.keep_button):
            self.bar.addWidget(button)
            button.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._shelf)
        self.body.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
