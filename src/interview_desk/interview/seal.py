"""The seal of a packet: a sum over all that it says, by which a slip or a hand-made change shows.

It is SHA-256, in hexadecimal, of the packet's JSON without ``seal``: keys sorted, no spaces,
UTF-8. Anyone can work it out anew, so it proves nothing of who wrote the packet.
"""

from collections.abc import Mapping
from enum import Enum, auto
from hashlib import sha256

import msgspec

MEMBER = "seal"


class Seal(Enum):
    """What the seal of a packet says."""

    MISSING = auto()
    FITS = auto()
    DIFFERS = auto()


def seal_of(packet: bytes) -> str:
    """The seal that fits the packet.

    Empty for one that holds what cannot be written again as it stood, such as the number 1e400.
    Raises msgspec.DecodeError and UnicodeDecodeError for what is no JSON object.
    """
    try:
        members = msgspec.json.decode(packet, type=dict[str, object])
    except msgspec.ValidationError:
        return ""
    members.pop(MEMBER, None)
    return digest_of(members)


def read_seal(packet: bytes) -> tuple[Seal, str]:
    """Whether the packet is as it was when it was sealed, and the seal that fits it.

    Raises as `seal_of` does.
    """
    seal, fitting = msgspec.json.decode(packet, type=_Sealed).seal, seal_of(packet)
    if not seal:
        return Seal.MISSING, fitting
    return (Seal.FITS if seal == fitting else Seal.DIFFERS), fitting


def digest_of(members: Mapping[str, object]) -> str:
    """The SHA-256 of a document: its JSON with sorted keys, no spaces, in UTF-8; hexadecimal."""
    return sha256(msgspec.json.encode(members, order="sorted")).hexdigest()


class _Sealed(msgspec.Struct):
    seal: str = ""
