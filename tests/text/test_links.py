import pytest

from newsdesk.text.links import safe_href


@pytest.mark.parametrize(
    "href", ["https://e.rs/a?b=1&c=2#d", "http://e.rs", "mailto:a@e.rs", "/a/b", "a/b:c", "../x", "#part", "?q=a:b", "HTTPS://E.RS/"]
)  # fmt: skip
def test_web_mail_and_relative_addresses_are_safe(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\nscript:x", "\x01javascript:x",
        "java\u200bscript:x",        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "media:3", ":x", "x y:z",
    ],
)  # fmt: skip
def test_other_schemes_lead_nowhere(href: str) -> None:
    assert safe_href(href) == ""
