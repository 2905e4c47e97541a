"""Office files in the older container: a Word document behind a password, or an old .doc."""

import io

from briefer.core.errors import UnreadableSource
from briefer.importers.package import damaged, locked

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds the document when it has a password (MS-OFFCRYPTO 2.3.4.4)."""


def unlocked(data: bytes, file: str, password: str) -> bytes:
    """The bytes of the document that a password opens.

    Raises UnreadableSource: unsupported for what is no such document, password_required without
    the right password, damaged.
    """
    if ENCRYPTED not in data:
        raise UnreadableSource(
            f"{file} is an older Office document, such as Word's .doc.",
            "Open it in Word or LibreOffice and save it as .docx.",
            "unsupported",
        )
    if not password:
        raise locked(file)
    from msoffcrypto import OfficeFile  # only locked documents need it, and it is slow to load
    from msoffcrypto.exceptions import InvalidKeyError

    plain = io.BytesIO()
    try:
        office = OfficeFile(io.BytesIO(data))
        office.load_key(password=password, verify_password=True)
        office.decrypt(plain)
    except InvalidKeyError as error:
        raise locked(file, wrong=True) from error
    except Exception as error:  # noqa: BLE001 - a library that reads what anybody may have altered
        raise damaged(file) from error
    return plain.getvalue()
