"""The seal of a packet: a sum over all that it says, by which a slip or a hand-made change shows.

It is SHA-256, in hexadecimal, of the packet's JSON without ``seal``: keys sorted, no spaces,
UTF-8. Anyone can work it out anew, so it proves nothing of who wrote the packet.
"""

import hashlib
from enum import Enum, auto

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
    written = msgspec.json.encode(members, order="sorted")
    return hashlib.sha256(written).hexdigest()


def seal_in(packet: bytes) -> Seal:
    """Whether the packet is as it was when it was sealed; raises likewise."""
    seal = msgspec.json.decode(packet, type=_Sealed).seal
    if not seal:
        return Seal.MISSING
    return Seal.FITS if seal == seal_of(packet) else Seal.DIFFERS


class _Sealed(msgspec.Struct):
    seal: str = ""
