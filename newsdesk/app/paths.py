"""Where things lie on this machine."""

import hashlib
import re
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent.parent


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
    return re.match(r"postgres(ql)?(\+\w+)?://", address) is not None


def shared_folder(address: str) -> Path:
    """Return this machine's folder for a shared newsroom's pictures, named by the address without its password."""
    public = re.sub(r"://[^@/]*@", "://", address)
    name = hashlib.sha256(public.encode()).hexdigest()[:16]
    return Path(platformdirs.user_data_dir("Newsdesk", appauthor=False)) / "shared" / name
