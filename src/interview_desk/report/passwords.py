"""Passwords for PDFs: AES-256, and the form in which every viewer reads the same password."""

import unicodedata

import pikepdf

from interview_desk.errors import UserError

# The most that the encryption takes into account (ISO 32000-2, 7.6.4.3.3), in bytes.
_LONGEST = 127


class PasswordError(UserError):
    """A password that no PDF can be protected with."""


def prepared(password: str) -> str:
    """The password in the one form that a PDF is protected with, however it was typed.

    ISO 32000-2 asks for SASLprep (RFC 4013), of which this is the part that the same letters
    typed on two systems need.
    """
    return unicodedata.normalize("NFKC", password)


def encryption(password: str) -> pikepdf.Encryption:
    """AES-256 for everything in the PDF, its attachment and title included.

    Whoever has the password may do everything with it; programs that read aloud may always
    take the text out, as PDF/UA asks. Raises PasswordError for one that is too long or has
    characters that cannot be typed.
    """
    ready = prepared(password)
    if not ready.isprintable():
        raise PasswordError("The password has characters that cannot be typed. Choose another.")
    if len(ready.encode()) > _LONGEST:
        raise PasswordError("The password is too long for a PDF. Choose a shorter one.")
    everything = pikepdf.Permissions(accessibility=True, modify_assembly=True)
    return pikepdf.Encryption(owner=ready, user=ready, R=6, allow=everything)
