"""The tokens as a palette, so that Fusion's own widgets fit."""

from PySide6.QtGui import QColor, QPalette

from interview_desk.desk.theme.tokens import Tokens


def palette_of(tokens: Tokens) -> QPalette:
    """A palette for the Fusion style; disabled text takes the colour of hints."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunk),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.ink3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.bad),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.star),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.ink),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.sunk),
        (role.Mid, tokens.line),
        (role.Dark, tokens.ink3),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.ink3))
    return palette
