"""Every text twice as long, as a translation may be: in the guide and on the widgets."""

import re

from PySide6.QtWidgets import QWidget

from interview_desk.desk.widgets.button import TextButton
from interview_desk.desk.widgets.label import Label
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide

# Where the text of a line begins and ends that people read, after what the reader needs.
_READ = (
    r"^(\s*[-*] (?:\*\*[^*]+\*\*: )?)(.+?)()$",
    r"^(#### )(.+?)()$",
    r"^(### Phase \d+: )(.+?)( \(.*\))$",
    r"^(\*\*Objective\*\*: )(.+?)()$",
    r"^(### \d+\. )(.+?)()$",
    r"^(\*\*Rubric\*\*: )(.+?)()$",
)


def twice(text: str) -> str:
    """The text with each word twice as long."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0] + word[0][::-1].lower(), text)


def longer_guide(guide: Guide) -> Guide:
    """The guide with all that is read on the desk twice as long."""
    return read_guide("\n".join(map(_longer_line, guide.source.split("\n"))))


def _longer_line(line: str) -> str:
    for pattern in _READ:
        if found := re.match(pattern, line):
            return found[1] + twice(found[2]) + found[3]
    return line


def lengthen(page: QWidget) -> None:
    """Give what a page says itself twice as long texts, as they stand."""
    for button in page.findChildren(TextButton):
        button.set_text(_once(button.text().replace("&&", "&")))
        parent = button.parentWidget()
        if parent is not None and parent.layout() is None:  # it lays its parts out itself
            parent.updateGeometry()
    for label in page.findChildren(Label):
        label.setText(_once(label.text()))


def _once(text: str) -> str:
    """Twice the text, unless the guide has seen to it."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    done = any(len(word) > 1 and word == word[::-1] for word in words)
    return text if done else twice(text)
