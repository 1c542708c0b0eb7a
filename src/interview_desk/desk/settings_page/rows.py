"""The settings as rows: what each is called, what it does, and where to change it."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_desk.desk import settings as declared
from interview_desk.desk.autosave import Autosave
from interview_desk.desk.settings import (
    AnySetting,
    GuideName,
    Number,
    Setting,
    Settings,
    Toggle,
    Words,
)
from interview_desk.desk.theme.theme import NO_LIMIT, XL, XS, S, Theme
from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.check_row import CheckRow
from interview_desk.desk.widgets.fields import Choice, LineField, NumberField
from interview_desk.desk.widgets.label import Label
from interview_desk.desk.widgets.segmented import Segmented
from interview_desk.desk.widgets.text_painting import one_line
from interview_desk.errors import UserError
from interview_desk.guide.short_forms import telling_names
from interview_desk.store.guides import GuideFiles

T = TypeVar("T", bool, int, str)

_CONTROL, _BOX = 320, 23


class SettingRow(QWidget):
    """Title and help, and beside them the control that a subclass puts in ``place``.

    What is chosen applies at once; ``failed`` says why it could not be kept.
    """

    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        setting: AnySetting,
        title: QWidget | None = None,
    ) -> None:
        """``title`` takes the place of the plain one."""
        super().__init__()
        self.theme = theme
        self.group = setting.group
        self._settings = settings
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title or Label(theme, setting.title, wrap=True))
        if setting.help:
            hint = Label(theme, setting.help, "small", "ink2", wrap=True)
            # Below the words of a tick box, not below its box.
            hint.setContentsMargins(theme.px(_BOX) if title else 0, 0, 0, 0)
            words.addWidget(hint)
        holder = QWidget()
        self.place = QHBoxLayout(holder)
        self.place.setContentsMargins(0, 0, 0, 0)
        self.place.setSpacing(S)
        self._holder = holder
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(words, 1)
        if title is None:
            self._box.addWidget(holder)
        else:
            holder.setParent(self)
            holder.hide()
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """The control below its words, where there is no room for it beside them."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._box.setSpacing(XS if narrow else XL)
        width = self.theme.px(_CONTROL)
        self._holder.setMinimumWidth(0 if narrow else width)
        self._holder.setMaximumWidth(NO_LIMIT if narrow else width)

    def value(self, setting: Setting[T]) -> T:
        """The value in force; the default where the store cannot be read."""
        try:
            return self._settings.get(setting)
        except UserError as error:
            self.failed.emit(str(error))
            return setting.default

    def keep(self, setting: Setting[T], value: T) -> None:
        """Keep a value that the user chose."""
        try:
            if value != self._settings.get(setting):
                self._settings.set(setting, value)
        except UserError as error:
            self.failed.emit(str(error))

    def refresh(self) -> None:
        """Show the value in force."""

    def flush(self) -> None:
        """Keep what is still being typed."""


class ToggleRow(SettingRow):
    """Yes or no."""

    def __init__(self, theme: Theme, settings: Settings, setting: Toggle) -> None:
        self.box = CheckRow(theme, setting.title)
        super().__init__(theme, settings, setting, self.box)
        self._setting = setting
        self.box.clicked.connect(self._choose)

    def refresh(self) -> None:
        self.box.setChecked(self.value(self._setting))

    @Slot()
    def _choose(self) -> None:
        self.keep(self._setting, self.box.isChecked())


class NumberRow(SettingRow):
    """A number in its unit."""

    def __init__(self, theme: Theme, settings: Settings, setting: Number) -> None:
        super().__init__(theme, settings, setting)
        self._setting = setting
        bounds = range(setting.low, setting.high + 1, setting.step)
        self.field = NumberField(theme, setting.title, bounds, setting.unit)
        self.field.setSpecialValueText(setting.zero)
        self.field.setKeyboardTracking(False)  # half a number is none yet
        self.field.setMinimumWidth(theme.px(110))
        self.place.addWidget(self.field)
        self.place.addStretch(1)
        self.field.valueChanged.connect(self._choose)

    def refresh(self) -> None:
        self.field.set_number(self.value(self._setting))

    def flush(self) -> None:
        self.field.interpretText()

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.keep(self._setting, number)


class ChoiceRow(SettingRow):
    """One of a few words, side by side."""

    def __init__(self, theme: Theme, settings: Settings, setting: declared.Choice) -> None:
        super().__init__(theme, settings, setting)
        self._setting = setting
        self.choices = Segmented(theme, setting.title)
        self.choices.set_choices([word[:1].upper() + word[1:] for word in setting.words])
        self.place.addWidget(self.choices, 1)
        self.choices.chosen.connect(self._choose)

    def refresh(self) -> None:
        self.choices.set_current(self._setting.words.index(self.value(self._setting)))

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.keep(self._setting, self._setting.words[number])


class WordsRow(SettingRow):
    """A short text, kept while it is typed."""

    def __init__(self, theme: Theme, settings: Settings, setting: Words) -> None:
        super().__init__(theme, settings, setting)
        self._setting = setting
        self.field = LineField(theme, setting.title)
        self.field.setMaxLength(setting.longest)
        self._autosave = Autosave(self._keep_typed, self)
        self.place.addWidget(self.field, 1)
        self.field.textEdited.connect(self._autosave.touch)
        self.field.editingFinished.connect(self._autosave.flush)

    def refresh(self) -> None:
        if self.field.text() != self.value(self._setting):
            self.field.setText(self.value(self._setting))
            self.field.setCursorPosition(0)

    def flush(self) -> None:
        self._autosave.flush()

    @Slot()
    def _keep_typed(self) -> None:
        text = self.field.text().strip()
        if self._setting.read(text) is not None:
            self.keep(self._setting, text)


class FolderRow(WordsRow):
    """The path of a folder, to type or to look for."""

    def __init__(self, theme: Theme, settings: Settings, setting: Words, usual: Path) -> None:
        """``usual`` is the folder where nothing is chosen."""
        super().__init__(theme, settings, setting)
        self._usual = usual
        self.field.setPlaceholderText(str(usual))
        self.choose = TextButton(theme, "Choose…")
        self.choose.setAccessibleName(f"Choose: {setting.title}")
        self.place.addWidget(self.choose)
        self.choose.clicked.connect(self._choose_folder)

    @Slot()
    def _choose_folder(self) -> None:
        start = self.value(self._setting) or str(self._usual)
        if folder := QFileDialog.getExistingDirectory(self, self._setting.title, start):
            self.keep(self._setting, folder)
            self.refresh()


class GuideRow(SettingRow):
    """One of the guides that can be used now."""

    def __init__(
        self, theme: Theme, settings: Settings, setting: GuideName, guides: GuideFiles
    ) -> None:
        super().__init__(theme, settings, setting)
        self._setting = setting
        self._guides = guides
        self.list = Choice(theme, setting.title)
        self.place.addWidget(self.list, 1)
        self.list.activated.connect(self._choose)

    def refresh(self) -> None:
        try:
            entries = [each for each in self._guides.catalogue().entries if each.guide]
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.list.clear()
        for entry, words in zip(entries, telling_names(entries), strict=True):
            self.list.addItem(one_line(words), entry.name)
        chosen = self.list.findData(self.value(self._setting))
        if chosen < 0:
            self.list.addItem(
                f"{self.value(self._setting)} (not there any more)", self.value(self._setting)
            )
            chosen = self.list.count() - 1
        self.list.setCurrentIndex(chosen)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.keep(self._setting, self.list.itemData(number))
