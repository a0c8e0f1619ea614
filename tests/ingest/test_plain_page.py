"""Plain texts that are no agency page: a headline, paragraphs, and honest questions."""

import pytest

from newsdesk.ingest.imported import Imported
from newsdesk.ingest.plain_page import read_plain_page
from newsdesk.ingest.refusals import EmptyFileError
from tests.ingest.pages import SETTING, left_out, paragraphs

STORY = "The mayor said that the bridge would open in May.\n\nShe added that the lamps had come."


def read(text: str) -> Imported:
    return read_plain_page(text, SETTING)


def test_short_first_line_alone_is_the_headline() -> None:
    record = read(f"Bridge to open in May\n\n{STORY}")
    assert (record.headline, record.questions) == ("Bridge to open in May", ())


def test_headline_is_not_repeated_in_the_body() -> None:
    assert paragraphs(read(f"Bridge to open in May\n\n{STORY}")) == STORY.split("\n\n")


@pytest.mark.parametrize(
    "text",
    ["The bridge opens in May.\n\nShe said so.", "Bridge opens\nThe mayor said so.", "Bridge\nopens\n\nShe said so."],
)
def test_first_line_that_may_be_text_is_asked_about(text: str) -> None:
    record = read(text)
    assert record.questions == (f"Is “{record.headline}” the headline?",)


def test_long_first_paragraph_stays_in_the_body() -> None:
    text = ("The mayor said that the bridge would open in May, " * 5).strip() + "\n\nShe added more."
    record = read(text)
    assert (record.headline, record.questions, len(paragraphs(record))) == ("", ("Which line is the headline?",), 2)


def test_single_line_is_body_and_asks_for_a_headline() -> None:
    record = read("The bridge opens in May.")
    assert (record.headline, record.body_markdown.strip()) == ("", "The bridge opens in May.")


def test_lines_broken_at_a_width_are_joined() -> None:
    text = (
        "Bridge to open\n\n"
        "The mayor said on Monday that the bridge would open in May, two\n"
        "months earlier than had been planned, and that the lamps of the\n"
        "bridge had come.\n"
    )
    assert paragraphs(read(text))[0].endswith(
        "two months earlier than had been planned, and that the lamps of the bridge had come."
    )


def test_lines_that_end_early_stay_apart() -> None:
    assert (
        len(
            paragraphs(
                read("Programme\n\nMonday: choir\nTuesday: chess\nWednesday: rest and a very long walk by the river")
            )
        )
        == 3
    )


def test_typewriter_signs_become_typographic() -> None:
    body = read('Bridge opens\n\nThe mayor said: "It\'s done" -- and left for the town hall.').body_markdown
    assert "“It’s done” —" in body


def test_typographic_signs_stay_as_they_are() -> None:
    text = "Мост се отвара\n\nГрадоначелник је рекао да „мост стоји“ и да ће бити отворен."
    assert "„мост стоји“" in read(text).body_markdown


def test_signs_of_markdown_are_kept_as_text() -> None:
    body = read("Stars\n\n*Ten* of them _said_ [so](here) and # more.").body_markdown
    assert "\\*Ten\\*" in body


def test_odd_spaces_are_counted() -> None:
    assert left_out(read("Bridge opens\n\nThe\u00a0mayor  said it.\u200b"))["odd spaces"] == 3


def test_space_alone_is_an_empty_file() -> None:
    with pytest.raises(EmptyFileError):
        read(" \n\u00a0\n\t\n")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2029"])
def test_every_kind_of_line_end_parts_lines(end: str) -> None:
    assert len(paragraphs(read(f"Bridge to open in May\n\n{STORY}".replace("\n", end)))) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Naslov\n\nOn je rekao da će doći i da se na to ne može uticati, ali su svi za to.", "sr-Latn"),
        ("Наслов\n\nОн је рекао да ће доћи и да се на то не може утицати.", "sr-Cyrl"),
        ("Title\n\nHe said that the bridge was on the way to the market and that it is late.", "en"),
    ],
)
def test_language_is_told_by_its_words(text: str, language: str) -> None:
    assert read(text).language == language
