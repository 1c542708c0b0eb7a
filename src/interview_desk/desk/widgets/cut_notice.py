"""What did not fit into a field, told in words where the user looks."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from interview_desk.desk.widgets.banner import Banner


@runtime_checkable
class _Page(Protocol):
    """What has a place for what the user must know, where it stays until it was seen."""

    banner: Banner


def pasted_words(kept: int, total: int, source: str) -> str:
    """How much of what was put in is there; ``source`` is where all of it still is."""
    return f"Pasted {kept:,} of {total:,} characters: the rest is left out; it is still {source}."


def full_words(most: str) -> str:
    """Why a letter that was typed is not there; ``most`` is what the field holds."""
    return f"Not typed: more than {most} do not fit in here."


def cut_words(name: str, most: int) -> str:
    """Why not all that was put into the line of that name is there."""
    return f"{name}: no more than {most:,} characters fit; the rest is left out."


def note_words(over: int) -> str:
    """Why a note is not saved, which is by so many characters too long."""
    return f"Not saved: the note is too long by {over:,} characters. It stays here until it fits."


def tell_left_out(field: QWidget, words: str) -> None:
    """Let the page that the field is on say it."""
    if (banner := _banner_of(field)) is not None:
        banner.show_message(words)


def forget_left_out(field: QWidget, words: str) -> None:
    """The text that it was said of is gone."""
    if (banner := _banner_of(field)) is not None and banner.text() == words:
        banner.clear()


def _banner_of(field: QWidget) -> Banner | None:
    around = field.parentWidget()
    while around is not None and not isinstance(around, _Page):
        around = around.parentWidget()
    return around.banner if around is not None else None
