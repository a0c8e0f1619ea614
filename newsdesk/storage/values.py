"""What a text must be before a database takes it: the same on both."""

from collections.abc import Iterable

from newsdesk.domain.errors import InvalidValueError


def require_storable(texts: Iterable[tuple[str, str]]) -> None:
    """Accept named texts that both databases can keep letter for letter.

    Raises:
        InvalidValueError: if one holds a zero character or half of a surrogate pair: PostgreSQL
            takes neither, and SQLite would cut or spoil them.
    """
    for name, text in texts:
        if "\x00" in text or not _is_whole(text):
            raise InvalidValueError(
                field=name, value="A text with a zero character or half a letter", allowed="whole Unicode letters"
            )


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
