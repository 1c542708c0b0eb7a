"""Which key a command may have."""

import re

from PySide6.QtGui import QKeySequence

from interview_desk.desk.shortcuts.keymap import Keymap, written

# Nobody presses these in the middle of a note.
_NOT_TYPING = re.compile(r"(Meta\+|Ctrl\+|Alt\+).+|(Shift\+)?F[0-9]+")
# What every text field does with these is not to be taken from it.
_TEXT_KEYS = {
    "Ctrl+A": "Select all",
    "Ctrl+C": "Copy",
    "Ctrl+V": "Paste",
    "Ctrl+X": "Cut",
    "Ctrl+Backspace": "Delete the word before",
    "Ctrl+Del": "Delete the word after",
}
_NEVER = ("", "Tab", "Backtab")


def refusal(keymap: Keymap, name: str, key: QKeySequence) -> str:
    """Why the command cannot have the key, in the user's words; empty if it can."""
    text = _portable(key)
    if key.count() != 1 or text.removeprefix("Shift+") in _NEVER:
        return "That key cannot be used. Choose another."
    if not _NOT_TYPING.fullmatch(text) and _NOT_TYPING.fullmatch(_portable(keymap.first(name))):
        return f"{written(key)} is needed for typing. Hold Ctrl or Alt as well."
    text_key = _TEXT_KEYS.get(text)
    if text_key is not None:
        return f"{written(key)} is “{text_key}” wherever you type. Choose another."
    other = keymap.clash(name, key)
    if other is not None:
        return f"{written(key)} is “{other.title}” already. Choose another."
    return ""


def _portable(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
