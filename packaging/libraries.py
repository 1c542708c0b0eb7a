"""Which shared libraries go into the bundle: Python's, Qt's as far as used, and few others.

What every desktop has stays the desktop's own. The bundle's folder comes before the system's
when libraries are looked for, so an older copy in it would break drivers and themes that expect
a newer one.
"""

from fnmatch import fnmatch
from pathlib import PurePosixPath

_QT = {
    "Core", "DBus", "Gui", "Network", "OpenGL", "Pdf", "PdfWidgets", "PrintSupport", "Svg",
    "Test", "WaylandClient", "WlShellIntegration", "Widgets", "XcbQpa",
}  # fmt: skip
_PLUGINS = (
    # What notes and resumes may show beside PNG and BMP, which Qt reads without more.
    "imageformats/libqgif.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqtiff.so",
    "imageformats/libqwebp.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "platformthemes/*",
    "platforminputcontexts/libcompose*",
    "platforminputcontexts/libibus*",
    "printsupport/*",
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/*",
)
# From the system: what Python is made of, and the X libraries that desktops do without.
_BROUGHT = (
    "libpython*", "libbz2*", "libffi*", "libmpdec*", "libsqlite3*",
    "libxcb-cursor*", "libxcb-icccm*", "libxcb-image*", "libxcb-keysyms*",
    "libxcb-render-util*", "libxcb-util*",
)  # fmt: skip


def belongs(entry: tuple[str, str, str]) -> bool:
    """Whether a file found by PyInstaller goes in; (path in the bundle, path here, kind)."""
    path = PurePosixPath(entry[0])
    if path.name.startswith("libQt6"):
        return path.name.removeprefix("libQt6").split(".")[0] in _QT
    if "translations" in path.parts:
        return False  # Qt would speak the user's language where we do not
    if "plugins" in path.parts:
        return any(fnmatch("/".join(path.parts[-2:]), pattern) for pattern in _PLUGINS)
    # At the top are the system's own, and links to those that wheels bring in their folders.
    if len(path.parts) == 1 and entry[2] == "BINARY":
        return any(fnmatch(path.name, pattern) for pattern in _BROUGHT)
    return True


def belongs_elsewhere(entry: tuple[str, str, str]) -> bool:
    """Likewise on macOS and Windows, where nothing is the desktop's own.

    Of Qt goes in what is used; a library is named ``Qt6Core.dll`` or lies in ``QtCore.framework``.
    """
    path = PurePosixPath(entry[0].replace("\\", "/"))
    if "translations" in path.parts:
        return False
    for part in path.parts:
        name = part.removesuffix(".framework")
        if part.startswith("Qt6") and part.endswith(".dll"):
            return part.removeprefix("Qt6").removesuffix(".dll") in _QT
        if name != part and name.startswith("Qt"):
            return name.removeprefix("Qt") in _QT
    return True
