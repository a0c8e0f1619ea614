"""What an import brought: fields, answers, refusals, and what is kept."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ingest.imported import Imported, LeftOut
from newsdesk.ingest.refusals import EmptyFileError
from newsdesk.services.intake import ReadFile
from newsdesk.ui.start.import_page import ImportPage, KeptFile
from tests.ui.records import Heard, click, texts

ZONE = "Europe/Belgrade"
FIRST, SECOND = "Is “Beta” the source?", "Is “16:34” the clock?"
STORY = Imported(
    kind="page",
    headline="River Town Reopens Its Old Ferry",
    source="Beta",
    section="Archive / News",
    published_at=dt.datetime(2023, 11, 21, 15, 34, tzinfo=dt.UTC),
    body_markdown="The ferry ran again.\n\nIt carries twelve cars.\n",
    awaited_photo=AwaitedPhoto(caption="Jens Stoltenberg", creator="MILOS MISKOV", agency="BETAPHOTO"),
    questions=(FIRST, SECOND),
    left_out=(LeftOut(what="subscription offer", count=1), LeftOut(what="odd spaces", count=5)),
)


def read(imported: Imported | None = STORY, name: str = "ferry.html") -> ReadFile:
    refusal = None if imported is not None else EmptyFileError(file=name)
    return ReadFile(file=Path("/stories") / name, imported=imported, refusal=refusal)


@pytest.fixture
def page(qtbot: QtBot) -> ImportPage:
    made = ImportPage()
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show()
    made.activateWindow()
    made.show_results([read()], ZONE)
    return made


def kept(page: ImportPage, told: Heard) -> KeptFile:
    """Return the one file of the one wish."""
    ((file,),) = told.told
    assert isinstance(file, KeptFile)
    return file


def test_heading_counts_stories_and_questions(page: ImportPage) -> None:
    assert "Imported: 1 story, 2 questions" in texts(page, QLabel)


def test_fields_are_shown_as_they_were_read(page: ImportPage) -> None:
    shown = {
        "ferry.html",
        STORY.headline,
        "Beta",
        "Archive / News",
        "21.11.23, 16:34 (Belgrade)",
        "2 paragraphs, 8 words",
        "Jens Stoltenberg (BETAPHOTO/MILOS MISKOV)",
        "subscription offer, 5 odd spaces",
    }
    assert shown <= set(texts(page, QLabel))


def test_field_that_was_not_found_is_left_out(page: ImportPage) -> None:
    assert "Byline" not in texts(page, QLabel)


def test_story_without_headline_and_body_says_what_was_not_found(page: ImportPage) -> None:
    page.show_results([read(Imported(kind="text"))], ZONE)
    assert texts(page, QLabel).count("not found") == 2


def test_unanswered_questions_go_on_with_the_story(page: ImportPage) -> None:
    told = Heard(page.kept)
    click(page, "Open the story")
    assert kept(page, told).questions == (FIRST, SECOND)


def test_yes_settles_a_question(page: ImportPage) -> None:
    told = Heard(page.kept)
    click(page, "Yes")
    click(page, "Open the story")
    assert kept(page, told).questions == (SECOND,)


def test_story_that_is_kept_has_its_open_questions_only(page: ImportPage) -> None:
    told = Heard(page.kept)
    click(page, "Yes")
    click(page, "Open the story")
    imported = kept(page, told).read.imported
    assert imported is not None and imported.questions == (SECOND,)


def test_no_leaves_a_question_among_the_checks(page: ImportPage) -> None:
    told = Heard(page.kept)
    click(page, "No, I will change it")
    assert "Stays among the story's checks." in texts(page, QLabel)
    click(page, "Open the story")
    assert kept(page, told).questions == (FIRST, SECOND)


def test_answer_can_be_changed(page: ImportPage) -> None:
    told = Heard(page.kept)
    click(page, "Yes")
    click(page, "Change the answer")
    click(page, "Open the story")
    assert kept(page, told).questions == (FIRST, SECOND)


def test_refused_file_says_why(page: ImportPage) -> None:
    page.show_results([read(), read(None, "empty.txt")], ZONE)
    shown = texts(page, QLabel)
    assert "empty.txt" in shown and str(EmptyFileError(file="empty.txt")) in shown


def test_refused_file_does_not_keep_the_others_out(page: ImportPage) -> None:
    told = Heard(page.kept)
    page.show_results([read(None, "empty.txt"), read()], ZONE)
    click(page, "Open the story")
    assert kept(page, told).read.file.name == "ferry.html"


def test_several_stories_are_kept_together(page: ImportPage) -> None:
    told = Heard(page.kept)
    page.show_results([read(), read(name="second.html")], ZONE)
    click(page, next(text for text in texts(page, QAbstractButton) if text.startswith("Keep ")))
    assert [file.read.file.name for file in told.told[0]] == ["ferry.html", "second.html"]


def test_nothing_imported_can_only_be_closed(page: ImportPage) -> None:
    page.show_results([read(None)], ZONE)
    assert "Nothing could be imported" in texts(page, QLabel)
    assert texts(page, QAbstractButton) == ["Close"]


def test_discarding_is_told(page: ImportPage) -> None:
    told = Heard(page.discarded)
    click(page, "Discard")
    assert len(told.told) == 1


def test_escape_discards(page: ImportPage) -> None:
    told = Heard(page.discarded)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert len(told.told) == 1


def test_enter_keeps_at_once(page: ImportPage) -> None:
    told = Heard(page.kept)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert len(told.told) == 1


def test_words_of_a_page_are_no_markup(page: ImportPage) -> None:
    page.show_results([read(Imported(kind="text", headline="<b>Bold</b>"))], ZONE)
    label = next(label for label in page.findChildren(QLabel) if "Bold" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
