"""A link points to the web or to a mailbox, and nowhere else."""

import pytest

from newsdesk.ui.editor.link_targets import LinkRefusedError, clean_link


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("https://example.rs/a?b=1#c", "https://example.rs/a?b=1#c"),
        ("HTTP://example.rs", "http://example.rs"),
        ("  https://example.rs/a\n b ", "https://example.rs/ab"),
        ("example.rs", "https://example.rs"),
        ("www.example.co.uk/path", "https://www.example.co.uk/path"),
        ("example.rs:8080/x", "https://example.rs:8080/x"),
        ("info@example.rs", "mailto:info@example.rs"),
        ("<info@example.rs>", "mailto:info@example.rs"),
        ("mailto:info@example.rs?subject=a", "mailto:info@example.rs?subject=a"),
        ("вести.срб/данас", "https://вести.срб/данас"),
    ],
)
def test_address_is_completed(typed: str, href: str) -> None:
    assert clean_link(typed) == href


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "word",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.rs/",
        "https://",
        "https:///path",
        "http://[::1",
        "mailto:nobody",
        "vbscript:x",
        "/relative",
    ],
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(LinkRefusedError):
        clean_link(typed)
