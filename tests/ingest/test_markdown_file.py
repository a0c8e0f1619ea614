"""Markdown with and without front matter: fields as text, the body byte for byte."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ingest.imported import Imported, ImportedPhoto
from newsdesk.ingest.markdown_file import read_markdown_file
from newsdesk.ingest.refusals import EmptyFileError, FrontMatterError
from tests.ingest.pages import SETTING, left_out

FIELDS = """\
headline: "Bridge: opens in May"
standfirst: Two months early
slugline: bridge-opens
section: Archive / News
source: Beta
byline: Ana Petrovic
dateline: BELGRADE, May 2
language: sr-Latn
access: teaser
published_at: 2024-05-02T10:00:00+02:00
embargo_until: 2024-05-02T09:00:00Z
state: ready
"""


def read(text: str) -> Imported:
    return read_markdown_file(text, SETTING)


def test_named_fields_are_filled() -> None:
    record = read(f"---\n{FIELDS}---\n\nBody.\n")
    assert (record.headline, record.standfirst, record.slugline, record.section, record.source) == (
        "Bridge: opens in May",
        "Two months early",
        "bridge-opens",
        "Archive / News",
        "Beta",
    )


def test_other_named_fields_are_filled() -> None:
    record = read(f"---\n{FIELDS}---\n\nBody.\n")
    assert (record.byline, record.dateline, record.language, record.access, record.state) == (
        "Ana Petrovic",
        "BELGRADE, May 2",
        "sr-Latn",
        "teaser",
        "ready",
    )


def test_times_become_utc() -> None:
    record = read(f"---\n{FIELDS}---\n\nBody.\n")
    assert (record.published_at, record.embargo_until) == (
        datetime(2024, 5, 2, 8, 0, tzinfo=UTC),
        datetime(2024, 5, 2, 9, 0, tzinfo=UTC),
    )


def test_complete_fields_ask_nothing() -> None:
    assert read(f"---\n{FIELDS}---\n\nBody.\n").questions == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "body",
    ["Body.\n", "\nBody after two.\n", "  indented\u00a0\u00a0text  \n\n\n# One\n---\nnot fields\n---\n", "no end"],
)
def test_body_is_kept_byte_for_byte(body: str, end: str) -> None:
    text = f"---\nheadline: H\n---\n\n{body}".replace("\n", end)
    assert read(text).body_markdown == body.replace("\n", end)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_body_behind_fields_is_kept(body: str) -> None:
    assert read(f"---\nheadline: H\n---\n\n{body}").body_markdown == body


@given(st.text(alphabet="ab-:#[]{}&*!|>'\"%@`?, \n\t\r\u00a0č", min_size=1, max_size=60))
def test_any_fields_are_read_or_refused(source: str) -> None:
    try:
        record = read(f"---\n{source}\n---\nBody.")
    except FrontMatterError:
        return
    assert record.body_markdown.endswith("Body.")


def test_body_may_follow_the_fields_at_once() -> None:
    assert read("---\nheadline: H\n---\nBody.").body_markdown == "Body."


def test_text_without_fields_is_body_and_asks_for_the_headline() -> None:
    record = read("# Bridge opens\n\nBody.\n")
    assert (record.headline, record.body_markdown, record.questions) == (
        "",
        "# Bridge opens\n\nBody.\n",
        ("Which line is the headline?",),
    )


def test_rules_around_text_are_no_fields() -> None:
    text = "---\nJust a line between two rules.\n---\nMore.\n"
    assert read(text).body_markdown == text


def test_unknown_keys_become_extras_as_text() -> None:
    record = read("---\nheadline: H\ndesk: city\nkeywords: [a, b]\nmap: {x: 1}\n---\nB")
    assert record.extras == (("desk", "city"), ("keywords", '["a", "b"]'), ("map", '{"x": "1"}'))


def test_every_value_is_text() -> None:
    record = read("---\nheadline: 2024\nyes_no: yes\nnumber: 0x10\nday: 2024-01-01\nnothing:\n---\nB")
    assert (record.headline, dict(record.extras)) == (
        "2024",
        {"yes_no": "yes", "number": "0x10", "day": "2024-01-01", "nothing": ""},
    )


def test_title_without_a_headline_is_asked_about() -> None:
    record = read("---\ntitle: Bridge opens\n---\nB")
    assert (record.headline, record.questions, record.extras) == (
        "Bridge opens",
        ("Is “Bridge opens” the headline?",),
        (("title", "Bridge opens"),),
    )


@pytest.mark.parametrize(("name", "value"), [("access", "secret"), ("state", "lost"), ("published_at", "tomorrow")])
def test_unknown_value_becomes_an_extra_and_a_question(name: str, value: str) -> None:
    record = read(f"---\nheadline: H\n{name}: {value}\n---\nB")
    assert (record.extras, record.questions) == (
        ((name, value),),
        (f"What is {name} to be? “{value}” is no value that Newsdesk knows.",),
    )


def test_numbers_of_another_newsroom_are_left_out() -> None:
    record = read("---\nheadline: H\nid: 17\nrevision: 3\nword_count: 90\n---\nB")
    assert (record.extras, left_out(record)) == ((), {"id": 1, "revision": 1, "word_count": 1})


PHOTOS = """\
photos:
- file: ilic.jpg
  lead: true
  caption: Vesna Ilic
  credit: (BETAPHOTO/JOVANA DJURIC)
  alt: A woman at a desk
- file: bridge.jpg
  lead: false
  caption: The bridge
"""


def test_photos_are_listed_with_their_use() -> None:
    assert read(f"---\nheadline: H\n{PHOTOS}---\nB").photos == (
        ImportedPhoto(file="ilic.jpg", lead=True, caption="Vesna Ilic", alt="A woman at a desk"),
        ImportedPhoto(file="bridge.jpg", lead=False, caption="The bridge", alt=""),
    )


def test_lead_photo_is_awaited_with_its_credit() -> None:
    wanted = AwaitedPhoto(caption="Vesna Ilic", creator="JOVANA DJURIC", agency="BETAPHOTO")
    assert read(f"---\nheadline: H\n{PHOTOS}---\nB").awaited_photo == wanted


def test_photos_with_keys_of_their_own_are_kept_as_an_extra_too() -> None:
    record = read("---\nheadline: H\nphotos:\n- file: a.jpg\n  shutter: 1/60\n---\nB")
    assert json.loads(dict(record.extras)["photos"]) == [{"file": "a.jpg", "shutter": "1/60"}]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("headline: a: b", 2),
        ("headline: H\nphotos: [a", 4),
        ("headline: H\n\tx: y", 3),
        ("headline: &a H\nmore: *a", 3),
        ("x: " + "[" * 60 + "]" * 60, 2),
    ],
)
def test_broken_fields_are_refused_with_their_line(source: str, line: int) -> None:
    with pytest.raises(FrontMatterError) as refusal:
        read(f"---\n{source}\n---\nB")
    assert (refusal.value.fields["file"], refusal.value.fields["line"]) == ("story.txt", line)


def test_yaml_that_grows_is_refused() -> None:
    bomb = "a: &a [x, x, x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}, *{before}, *{before}]\n"
        for before, name in zip("abcdefghijklm", "bcdefghijklmn", strict=True)
    )
    with pytest.raises(FrontMatterError):
        read(f"---\n{bomb}---\nB")


def test_yaml_tags_build_no_objects() -> None:
    record = read('---\nheadline: !!python/object/apply:os.system ["true"]\n---\nB')
    assert record.headline == '["true"]'


def test_twenty_thousand_brackets_are_kept_as_text() -> None:
    body = "[" * 20_000 + "a" + "]" * 20_000
    assert read(body).body_markdown == body


@pytest.mark.parametrize("text", ["---\n---\n", "---\n---\n\n \n"])
def test_fields_without_anything_are_an_empty_file(text: str) -> None:
    with pytest.raises(EmptyFileError):
        read(text)
