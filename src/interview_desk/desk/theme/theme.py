"""The theme that the window hands to its widgets: colours, fonts, sizes, and their changes."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from interview_desk.desk.theme.fonts import FontRole, body_pixels, font_for, system_font
from interview_desk.desk.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, ColourName, Tokens


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


# Distances on a 4-px grid, for layouts.
XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
# As wide or high as a widget may be: Qt's own QWIDGETSIZE_MAX, which PySide does not have.
NO_LIMIT = (1 << 24) - 1

MIN_SCALE, MAX_SCALE = 1.0, 1.5


class Scheme(StrEnum):
    """What the user chose; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class Theme(QObject):
    """Colours, fonts and sizes. Made once an application exists, and handed to widgets.

    ``changed`` tells widgets to measure and paint themselves anew.
    """

    changed = Signal()

    def __init__(
        self,
        scheme: Scheme = Scheme.SYSTEM,
        scale: float = 1.0,
        font: QFont | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``scale`` is the size of text beside the system's, 1.0 to 1.5 (clamped).

        ``font`` is what text is set in, the desktop's general font if None.
        """
        super().__init__(parent)
        self._base = font or system_font()
        self._base_pixels = body_pixels(self._base)
        self._app: QApplication | None = None
        self._set(scheme, scale)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def scheme(self) -> Scheme:
        """What was chosen, which may be to follow the system."""
        return self._scheme

    @property
    def scale(self) -> float:
        """The size of text beside the system's."""
        return self._scale

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch the colours everywhere."""
        if scheme != self._scheme:
            self._set(scheme, self._scale)
            self._announce()

    def set_scale(self, scale: float) -> None:
        """Switch the size of text everywhere, 1.0 to 1.5 (clamped)."""
        if scale != self._scale:
            self._set(self._scheme, scale)
            self._announce()

    def colour(self, name: ColourName) -> QColor:
        """A colour by meaning."""
        return self._colours[name]

    def font(self, role: FontRole) -> QFont:
        """A font by role."""
        font = self._fonts.get(role)
        if font is None:
            font = self._fonts[role] = font_for(role, self._base, self._base_pixels * self._scale)
        return font

    def metrics(self, role: FontRole) -> QFontMetrics:
        """The measures of a role's font."""
        metrics = self._metrics.get(role)
        if metrics is None:
            metrics = self._metrics[role] = QFontMetrics(self.font(role))
        return metrics

    def width(self, role: FontRole, text: str) -> int:
        """The room that one line takes, in pixels."""
        # Letters stand on fractions of a pixel: a line that just fits would be cut.
        return self.metrics(role).horizontalAdvance(text) + 1

    def px(self, design: float) -> int:
        """A length drawn beside 13-px text, in pixels beside the text as it is now."""
        return max(1, round(design * self._base_pixels * self._scale / 13))

    def palette(self) -> QPalette:
        """The colours for the standard widgets of Fusion."""
        return palette_of(self._tokens)

    def apply(self, app: QApplication) -> None:
        """Dress the application, and keep it dressed when the theme changes."""
        self._app = app
        self._dress(app)

    def _dress(self, app: QApplication) -> None:
        palette = self.palette()
        app.setPalette(palette)
        app.setFont(self.font("body"))
        QToolTip.setPalette(palette)

    def _set(self, scheme: Scheme, scale: float) -> None:
        self._scheme = scheme
        self._scale = min(max(scale, MIN_SCALE), MAX_SCALE)
        self._tokens = _tokens_for(scheme)
        self._colours = _Colours(self._tokens)
        self._fonts: dict[FontRole, QFont] = {}
        self._metrics: dict[FontRole, QFontMetrics] = {}

    def _announce(self) -> None:
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM and _tokens_for(Scheme.SYSTEM) is not self._tokens:
            self._set(self._scheme, self._scale)
            self._announce()


class _Colours(dict[ColourName, QColor]):
    """Colours made from the tokens when first asked for."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens

    def __missing__(self, name: ColourName) -> QColor:
        colour = self[name] = QColor(getattr(self._tokens, name))
        return colour


def _tokens_for(scheme: Scheme) -> Tokens:
    if scheme is Scheme.SYSTEM:
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.HIGH_CONTRAST: HIGH_CONTRAST}[scheme]
