"""Style sheets for those of Qt's own widgets that need no painting of ours.

Each goes to the widget itself: one for the whole application would be matched against every
widget, and so keep the first page waiting.
"""

from interview_desk.desk.theme.theme import Theme

FIELD_RADIUS = 8  # design pixels
FIELD_PAD = 12  # design pixels, from the outer edge to the words

_LETTERS_IN = 2  # pixels that Qt itself leaves before the words of a line

# Without its arrows Qt leaves a number no room under a sheet; with arrows of no width it does.
_FIELD = """
QLineEdit, QSpinBox, QComboBox {{ background: {surface}; color: {ink};
    border: 1px solid {line}; border-radius: {radius}px; padding: 0;
    selection-background-color: {accent}; selection-color: {on_accent};
    placeholder-text-color: {ink3}; }}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ background: {sunk}; }}
QLineEdit {{ padding: 0 {pad}px; }}
QSpinBox::up-button, QSpinBox::down-button, QComboBox::drop-down {{ border: none; width: 0; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; }}
"""
# A bar painted by hand would run Python for each scrolled pixel.
_SCROLL_BAR = """
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 3px;
    min-height: 32px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def field_sheet(theme: Theme) -> str:
    """For a field of one line: a text, a number, or a choice."""
    pad = theme.px(FIELD_PAD) - 1 - _LETTERS_IN
    return _FIELD.format(radius=theme.px(FIELD_RADIUS), pad=pad, **theme.tokens._asdict())


def scroll_bar_sheet(theme: Theme) -> str:
    """For an upright scroll bar: slim, without arrows."""
    return _SCROLL_BAR.format(**theme.tokens._asdict())
