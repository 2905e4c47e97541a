"""Members of a zip file that lie about their size, or are encrypted in ways that are not read."""

import zlib
from zipfile import ZIP_DEFLATED, ZipInfo

AES = 99
"""The method of members that are encrypted with AES (APPNOTE 4.4.5, WinZip's)."""

STRONG = 0x40
"""The flag of members that PKWARE's own way encrypts (APPNOTE 4.4.4)."""

STEP = 1 << 16


def is_strongly_encrypted(member: ZipInfo) -> bool:
    """Whether a member is encrypted in a way that the standard library cannot undo."""
    return member.compress_type == AES or bool(member.flag_bits & STRONG)


def packed(data: bytes, member: ZipInfo) -> bytes:
    """The bytes of a member as they lie in the file, behind its own header (APPNOTE 4.3.7)."""
    start = member.header_offset
    lengths = (data[start + at : start + at + 2] for at in (26, 28))
    start += 30 + sum(int.from_bytes(length, "little") for length in lengths)
    return data[start : start + member.compress_size]


def outgrows(data: bytes, member: ZipInfo) -> bool:
    """Whether a deflated member unpacks to more than its directory says, as harmful ones do.

    zipfile stops at the size that is said, and calls the rest a wrong checksum.
    """
    if member.compress_type != ZIP_DEFLATED or member.flag_bits & 1:
        return False
    unpacker, rest, total = zlib.decompressobj(-zlib.MAX_WBITS), packed(data, member), 0
    try:
        while not unpacker.eof and total <= member.file_size:
            piece = unpacker.decompress(rest, STEP)
            rest = unpacker.unconsumed_tail
            if not piece and not rest:
                return False
            total += len(piece)
    except zlib.error:
        return False
    return total > member.file_size
