"""OpenDocument packages behind a password, as ODF 1.2 and 1.3 (part 2, 4.8) encrypt them."""

import base64
import binascii
import hashlib
import hmac
import zlib
from collections.abc import Callable, Mapping

from lxml import etree
from msgspec import Struct

from briefer.importers.package import LARGEST_MEMBER, Package, damaged, locked, unsafe

MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#"
DSIG, XMLENC = "http://www.w3.org/2000/09/xmldsig#", "http://www.w3.org/2001/04/xmlenc#"
CHECKED = 1024
"""Bytes of the packed words that the checksum of a member is made of."""

MOST_ROUNDS = 2_000_000
"""Rounds that making a key may take, a second or two; word processors ask for 100,000."""

HASHES: Mapping[str, str] = {
    "SHA1": "sha1", f"{DSIG}sha1": "sha1", "SHA1/1K": "sha1", f"{NAMES}sha1-1k": "sha1",
    f"{DSIG}sha256": "sha256", f"{XMLENC}sha256": "sha256", f"{NAMES}sha256-1k": "sha256",
}  # fmt: skip
"""Names of the digests of passwords and members."""


class Lock(Struct, frozen=True):
    """How one member is encrypted."""

    cipher: str
    start: bytes
    password_hash: str
    salt: bytes
    rounds: int
    length: int
    checksum: bytes
    checksum_hash: str


def locks(manifest: "etree._Element", file: str) -> Mapping[str, Lock]:
    """The members that are encrypted, and how. Raises UnreadableSource: damaged."""
    found = {}
    for entry in manifest.iter(f"{MANIFEST}file-entry"):
        data = entry.find(f"{MANIFEST}encryption-data")
        if data is None:
            continue
        try:
            found[entry.get(f"{MANIFEST}full-path", "")] = _lock(data)
        except (binascii.Error, ValueError) as error:
            raise damaged(file) from error
    return found


def unlocked(package: Package, name: str, lock: Lock, password: str) -> bytes:
    """The bytes of a member that a password opens; none when there is no such member.

    Raises UnreadableSource: password_required without the right password or for a way of
    encrypting that is not known, unsafe_content.
    """
    file = package.file
    data = package.read(name)
    if not data:
        return b""
    decrypt, digest = CIPHERS.get(lock.cipher), HASHES.get(lock.password_hash)
    if decrypt is None or digest is None:
        raise locked(file, here=False)
    if not password:
        raise locked(file)
    if not 0 < lock.rounds <= MOST_ROUNDS or lock.length not in (16, 24, 32):
        raise unsafe(file)
    start = hashlib.new(digest, password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", start, lock.salt, lock.rounds, lock.length)
    try:
        packed = decrypt(key, lock.start, data)
    except ValueError as error:
        raise damaged(file) from error
    check = HASHES.get(lock.checksum_hash)
    if check and not hmac.compare_digest(
        hashlib.new(check, packed[:CHECKED]).digest(), lock.checksum
    ):
        raise locked(file, wrong=True)
    return _unpacked(packed, file, sure=bool(check))


def _unpacked(packed: bytes, file: str, sure: bool) -> bytes:
    """What was packed before it was encrypted; `sure` when the password is known to be right."""
    try:
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, LARGEST_MEMBER + 1)
    except zlib.error as error:
        raise (damaged(file) if sure else locked(file, wrong=True)) from error
    if len(data) > LARGEST_MEMBER:
        raise unsafe(file)
    return data


def _lock(data: "etree._Element") -> Lock:
    def said(element: str, name: str, otherwise: str = "") -> str:
        found = data.find(MANIFEST + element)
        return otherwise if found is None else found.get(MANIFEST + name, otherwise)

    return Lock(
        cipher=said("algorithm", "algorithm-name"),
        start=base64.b64decode(said("algorithm", "initialisation-vector")),
        password_hash=said("start-key-generation", "start-key-generation-name", "SHA1"),
        salt=base64.b64decode(said("key-derivation", "salt")),
        rounds=int(said("key-derivation", "iteration-count", "0")),
        length=int(said("key-derivation", "key-size", "16")),
        checksum=base64.b64decode(data.get(f"{MANIFEST}checksum", "")),
        checksum_hash=data.get(f"{MANIFEST}checksum-type", ""),
    )


def _aes(key: bytes, start: bytes, data: bytes) -> bytes:
    """AES in blocks that are chained; the last byte counts those that only fill up (XMLENC 5.2)."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    reader = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    plain = reader.update(data) + reader.finalize()
    return plain[: -plain[-1]] if plain and plain[-1] else plain


def _blowfish(key: bytes, start: bytes, data: bytes) -> bytes:
    """Blowfish in cipher feedback mode, as OpenOffice and ODF 1.1 have it."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher

    reader = Cipher(Blowfish(key), CFB(start)).decryptor()
    return reader.update(data) + reader.finalize()


CIPHERS: Mapping[str, Callable[[bytes, bytes, bytes], bytes]] = {
    **dict.fromkeys((f"{XMLENC}aes{bits}-cbc" for bits in (128, 192, 256)), _aes),
    "Blowfish CFB": _blowfish,
    f"{NAMES}blowfish": _blowfish,
}
"""Names of ways to encrypt, and what undoes them; it raises ValueError for a key that is none."""
