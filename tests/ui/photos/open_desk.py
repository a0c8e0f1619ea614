"""Working with the photo desk's page in tests."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView

from newsdesk.domain.photo import Photo
from newsdesk.ui.photos.photo_desk_page import PhotoDeskPage
from tests.ui.photos.desk_records import MILICA, MILICAS_LINE, row_of, uncredited
from tests.ui.records import child, named, settle

THREE = [uncredited(1), uncredited(2), uncredited(3)]


def show(page: PhotoDeskPage, *photos: Photo) -> None:
    """Show photos with the lines that they print."""
    page.show_photos([row_of(photo) for photo in photos])


def show_queue(page: PhotoDeskPage, *photos: Photo) -> None:
    """Show only photos without a credit, each of whose files names Milica."""
    page.show_missing(True)
    page.show_suggestions({photo.id: (MILICA, MILICAS_LINE) for photo in photos})
    show(page, *photos)
    grid(page).setFocus()


def grid(page: PhotoDeskPage) -> QListView:
    """Return the grid."""
    return child(page, QListView)


def current(page: PhotoDeskPage) -> int:
    """Return the id of the photo that is looked at."""
    index = grid(page).currentIndex()
    return int(str(index.data()).removeprefix("Photo ")) if index.isValid() else 0


def choose(page: PhotoDeskPage, row: int) -> None:
    """Click on a photo."""
    settle()
    place = grid(page).visualRect(grid(page).model().index(row, 0)).center()
    QTest.mouseClick(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=place)


def creator(page: PhotoDeskPage) -> QLineEdit:
    """Return the field for the photographer."""
    return named(page, "Photographer", QLineEdit)


def titles(page: PhotoDeskPage) -> list[str]:
    """Return what the photos of the grid are called."""
    model = grid(page).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
