from newsdesk.text.blocks import (
    HARD_BREAK,
    figure,
    heading,
    paragraph,
    photos_in,
    plain_text,
    quote,
    raw,
    reading_seconds,
    rule,
    word_count,
)


def test_words_are_what_stands_between_spaces_and_has_a_letter_or_digit() -> None:
    assert word_count([paragraph("Three words – here"), heading("One")]) == 4


def test_captions_do_not_count_as_words() -> None:
    assert word_count([paragraph("Two words"), figure(1, "A caption of five words")]) == 2


def test_reading_takes_a_minute_for_200_words_and_is_rounded_up() -> None:
    assert (reading_seconds(0), reading_seconds(1), reading_seconds(200), reading_seconds(292)) == (0, 1, 60, 88)


def test_plain_text_keeps_words_and_breaks_and_leaves_marks_out() -> None:
    body = [paragraph(f"One{HARD_BREAK}two"), rule(), quote("Three"), raw("| a |")]
    assert plain_text(body) == "One\ntwo\n\nThree\n\n| a |"


def test_photos_are_listed_once_in_the_order_of_the_text() -> None:
    assert photos_in([figure(7), paragraph("x"), figure(3), figure(7)]) == (7, 3)
