"""Writing containers of older Office documents, as Outlook's messages are (MS-CFB)."""

import struct

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR, SMALL = 512, 64
ROOT_START = 116
"""Where the directory says in which sector the small streams begin."""


def ole(streams):
    """The bytes of a container with these small streams; a slash in a name parts off its folder."""
    folders = sorted({name.rpartition("/")[0] for name in streams} - {""})
    names = ["", *folders, *streams]
    data, table, starts = b"", [], {}
    for name, content in streams.items():
        count = -(-len(content) // SMALL)
        starts[name] = len(table) if count else END
        table += [*range(len(table) + 1, len(table) + count), END] if count else []
        data += content.ljust(count * SMALL, b"\0")
    directory = b"".join(
        entry(number, names, streams, starts, len(data)) for number in range(len(names))
    )
    parts = [padded(directory), padded(numbers(table)), padded(data)]
    chains, begins = [FAT], []
    for part in parts:
        at, count = len(chains), len(part) // SECTOR
        begins.append(at if count else END)
        chains += [*range(at + 1, at + count), END] if count else []
    parts[0] = parts[0][:ROOT_START] + numbers([begins[2]]) + parts[0][ROOT_START + 4 :]
    head = struct.pack(
        "<8s16x5H6x8I", bytes.fromhex("D0CF11E0A1B11AE1"), 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, begins[0], 0, 4096, begins[1], len(parts[1]) // SECTOR, END,
    )  # fmt: skip
    return head + numbers([0, 0, *[FREE] * 108]) + padded(numbers(chains)) + b"".join(parts)


def numbers(values):
    return b"".join(struct.pack("<I", value) for value in values)


def padded(data):
    return data + b"\xff" * (-len(data) % SECTOR)


def entry(number, names, streams, starts, size):
    """A directory entry; those of one folder are a chain of right-hand siblings."""
    folder, _, last = names[number].rpartition("/")
    inside = [n for n, one in enumerate(names) if n and one.rpartition("/")[0] == names[number]]
    later = [n for n in range(number + 1, len(names)) if names[n].rpartition("/")[0] == folder]
    is_stream = names[number] in streams
    kind = 5 if not number else 2 if is_stream else 1
    start, length = (END, 0 if number else size)
    if is_stream:
        start, length = starts[names[number]], len(streams[names[number]])
    last = last or "Root Entry"
    sibling = later[0] if number and later else FREE
    child = inside[0] if inside and not is_stream else FREE
    return struct.pack(
        "<64sHBB3I16xI16xIQ", last.encode("utf-16-le"), 2 * len(last) + 2, kind, 1,
        FREE, sibling, child, 0, start, length,
    )  # fmt: skip
