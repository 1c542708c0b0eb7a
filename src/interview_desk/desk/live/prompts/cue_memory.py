"""Which cues of the interview need not be shown any more, kept over a restart."""

import json
from collections.abc import Iterable

from interview_desk.errors import UserError
from interview_desk.store.store import Store

# One place for all interviews: what counts is the one that is on.
_NAME, _MOST = "cues spent", 200


def spent_cues(store: Store, uid: str) -> set[str]:
    """The keys of cues that were put away, or are over, in that interview."""
    try:
        kept = json.loads(store.setting(_NAME) or "{}")
    except (ValueError, RecursionError):
        return set()
    if not isinstance(kept, dict) or kept.get("interview") != uid:
        return set()
    keys = kept.get("spent")
    return {key for key in keys if isinstance(key, str)} if isinstance(keys, list) else set()


def keep_spent_cues(store: Store, uid: str, keys: Iterable[str]) -> None:
    """Keep them in the place of those of any other interview."""
    text = json.dumps({"interview": uid, "spent": sorted(keys)[:_MOST]})
    try:
        store.set_setting(_NAME, text)
    except UserError:
        return  # a cue that comes twice is no reason to disturb
