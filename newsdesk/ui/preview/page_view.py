"""What the panel asks of whatever shows the page."""

from typing import Protocol


class PageView(Protocol):
    """A view of a page: Chromium's, or the plain one that stands in for it."""

    def show_page(self, html: str) -> None:
        """Show a page, in place of the one before without scrolling away from it."""
        ...

    def forget(self) -> None:
        """Take the next page as another one, shown from its top."""
        ...

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Give a stylesheet or a picture that was wanted."""
        ...

    def set_width(self, page_px: int, room_px: int) -> None:
        """Lay the page out ``page_px`` wide and show it ``room_px`` wide."""
        ...

    def set_dark(self, dark: bool) -> None:
        """Show the page as readers with a dark screen see it, or a light one."""
        ...
