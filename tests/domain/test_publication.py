"""The publication: the gate in the reader's language, or in one that it has."""

from newsdesk.domain.publication import ENGLISH_GATE, SERBIAN_CYRILLIC_GATE, SERBIAN_LATIN_GATE, Publication


def test_the_gate_speaks_the_language_of_the_story() -> None:
    assert Publication().gate("sr-Cyrl") is SERBIAN_CYRILLIC_GATE


def test_a_language_without_a_gate_has_that_of_the_publication() -> None:
    assert Publication(language="sr-Latn").gate("cs") is SERBIAN_LATIN_GATE


def test_a_publication_in_a_language_without_a_gate_has_the_english_one() -> None:
    assert Publication(language="cs").gate("cs") is ENGLISH_GATE
