"""The keys that the user chose, kept among the settings."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from interview_desk.desk.settings import Settings, Words
from interview_desk.desk.shortcuts.keymap import COMMANDS, Keymap, refusal

_MOST = 20_000
KEYS = Words("keys", "Keys", "Keys of your own", "", longest=_MOST)


def read_keys(settings: Settings) -> dict[str, str]:
    """The user's keys by the names of their commands; what makes no sense is left out, and told.

    Raises StoreError.
    """
    text = settings.get(KEYS)
    if not text:
        return {}
    # Imported only where there is something to read: the window is on the screen sooner.
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        settings.log("the stored keys cannot be read")
        return {}
    names = {command.name for command in COMMANDS}
    own = {}
    for name, key in found.items():
        if name in names and isinstance(key, str) and QKeySequence(key).count() == 1:
            own[name] = key
        else:
            settings.log(f"the stored key of {name[:40]!r} makes no sense")
    return _without_clashes(own, settings)


def keep_keys(settings: Settings, own: Mapping[str, str]) -> None:
    """Keep the user's keys. Raises StoreError if they cannot be written."""
    import json

    settings.set(KEYS, json.dumps(dict(own)) if own else "")


def _without_clashes(own: dict[str, str], settings: Settings) -> dict[str, str]:
    """The keys without those that are another command's, or that no command may have."""
    for name in sorted(own):
        keymap = Keymap(own)
        if refusal(keymap, name, keymap.sequence(name)):
            settings.log(f"the stored key {own[name][:40]!r} of {name!r} cannot be used")
            # Its own key may in turn be one that was given away: looked at from the start.
            return _without_clashes({n: key for n, key in own.items() if n != name}, settings)
    return own
