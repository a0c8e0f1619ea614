"""Where things lie on this machine."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import platformdirs

from newsdesk.domain.errors import InvalidValueError

ROOT = Path(__file__).resolve().parent.parent.parent
_SERVER = re.compile(r"postgres(?:ql)?(?:\+\w+)?://")


def resources() -> Path:
    """Return the folder of bundled fonts, icons, templates and the sample."""
    return ROOT / "resources"


def default_newsroom() -> Path:
    """Return the folder of the newsroom that opens when none is named."""
    return Path(platformdirs.user_data_dir("Newsdesk", appauthor=False)) / "newsroom"


def log_file() -> Path:
    """Return the file that the log goes to; it never holds text of stories."""
    return Path(platformdirs.user_log_dir("Newsdesk", appauthor=False)) / "newsdesk.log"


def is_shared(address: str) -> bool:
    """Tell whether an address names a shared newsroom (PostgreSQL) rather than a folder."""
    return _SERVER.match(address) is not None


def server_address(address: str) -> str:
    """Return the address of a shared newsroom in the one spelling that the storage takes, whatever driver it names."""
    return _SERVER.sub("postgresql+psycopg://", address, count=1)


def newsroom_folder(address: str) -> Path:
    """Return the folder that an address names, as a path or as ``file:///…``.

    Raises:
        InvalidValueError: if it is the address of something else.
    """
    parts = urlsplit(address) if "://" in address else None
    if parts is None:
        return Path(address).expanduser()
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    allowed = "a folder, or an address that begins with postgresql://"
    raise InvalidValueError(field="a newsroom", value=public_address(address), allowed=allowed)


def public_address(address: str) -> str:
    """Return an address without the name and the password in it."""
    return re.sub(r"://[^@/]*@", "://", address)


def shared_folder(address: str) -> Path:
    """Return this machine's folder for a shared newsroom's pictures, named by the address without its password."""
    # Imported here: most newsrooms are folders, and their window need not wait for it.
    import hashlib

    name = hashlib.sha256(public_address(server_address(address)).encode()).hexdigest()[:16]
    return Path(platformdirs.user_data_dir("Newsdesk", appauthor=False)) / "shared" / name
