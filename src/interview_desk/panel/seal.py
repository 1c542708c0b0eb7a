"""Seals: a digest of a JSON document, by which slips are found.

Anyone can make one anew, so it is no signature.
"""

from collections.abc import Mapping
from hashlib import sha256

import msgspec


def digest_of_document(members: Mapping[str, object]) -> str:
    """The SHA-256 of a document: its JSON with sorted keys, no spaces, in UTF-8; hexadecimal."""
    return sha256(msgspec.json.encode(members, order="sorted")).hexdigest()
