"""Pictures among what is pasted or dropped, told from words."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QPixmap

from interview_desk.errors import UserError

# Those that cannot be read are among them: a reason is of more use than the path as words.
_ENDINGS = frozenset(
    f".{each}"
    for each in (
        *("png", "jpg", "jpeg", "jpe", "gif", "bmp", "webp", "tif", "tiff"),
        *("heic", "heif", "avif", "svg"),
    )
)
_FORMS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/tiff", "image/bmp")
# Of a hundred: quick to write, as it is written anew anyway.
_QUICK = 90

GivenPicture = Path | bytes | QImage


def picture_files(source: QMimeData) -> list[Path]:
    """The files, if all that is given are pictures on this laptop."""
    files = [Path(each.toLocalFile()) for each in source.urls() if each.isLocalFile()]
    all_are = len(files) == len(source.urls())
    return files if all_are and all(each.suffix.lower() in _ENDINGS for each in files) else []


def has_picture(source: QMimeData) -> bool:
    """Whether a picture was copied, beside words or alone; nothing of it is read yet."""
    return source.hasImage() or any(map(source.hasFormat, _FORMS))


def picture_itself(source: QMimeData) -> list[GivenPicture]:
    """The one picture that was copied: its bytes as they were written, else its pixels."""
    for form in _FORMS:
        data = bytes(source.data(form).data()) if source.hasFormat(form) else b""
        if data:
            return [data]
    found = source.imageData() if source.hasImage() else None
    image = found.toImage() if isinstance(found, QPixmap) else found
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def bytes_of(image: QImage) -> bytes:
    """The pixels as a file, for who reads pictures. Raises UserError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", _QUICK):  # type: ignore[call-overload]
        raise UserError("The picture that was copied cannot be read. Save it, and drop the file.")
    return bytes(buffer.data().data())
