"""Streams that grow out of all proportion are found before PDFium unpacks them in memory."""

import re
import zlib

LARGEST_STREAM = 96 * 1024 * 1024
"""Bytes of the largest stream, unpacked, that is read; PDFium takes about twice that."""

GROWTH = 1032
"""How many bytes one byte of a deflated stream can become (RFC 1951)."""

STREAM = re.compile(rb"stream\r?\n")
PICTURE = re.compile(rb"/Subtype\s*/Image\b")
TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
"""Packed twice: no program does that, and it squares the growth."""

STEP = 1 << 14
LONGEST_DICTIONARY = 1000


def grows_too_large(data: bytes) -> bool:
    """Whether a stream of a PDF, unpacked, is larger than LARGEST_STREAM.

    Pictures are left out, for they are not unpacked to read text; so are streams that are too
    short to grow so large. What hides its size otherwise meets the memory limit of the process.
    """
    if TWICE.search(data):
        return True
    if len(data) * GROWTH <= LARGEST_STREAM:
        return False
    for found in STREAM.finditer(data):
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        if (end - start) * GROWTH <= LARGEST_STREAM:
            continue
        told = data[max(0, found.start() - LONGEST_DICTIONARY) : found.start()]
        if not PICTURE.search(told[told.rfind(b" obj") :]) and _unpacks(data, start, end):
            return True
    return False


def _unpacks(data: bytes, start: int, end: int) -> bool:
    """Whether a deflated stream unpacks to more than LARGEST_STREAM, counted piece by piece."""
    unpacker = zlib.decompressobj()
    total = 0
    for at in range(start, end, STEP):
        try:
            total += len(unpacker.decompress(data[at : min(at + STEP, end)]))
        except zlib.error:
            return False
        if total > LARGEST_STREAM or unpacker.eof:
            break
    return total > LARGEST_STREAM
