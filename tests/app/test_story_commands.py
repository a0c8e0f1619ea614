"""Stories at the command line: import, list, show, move, approve, check, settings."""

import pytest

from newsdesk.app.command_line import DONE, REFUSED
from newsdesk.domain.article import LANGUAGES
from tests import corpus
from tests.app.terminal import STORY, Terminal, keys_of

_PAGES = corpus.ROOT / "tests" / "data" / "pages"
_FINDING = ("code", "severity", "article", "photo", "text")
_WHY = ("--reason", "The ministry asked twice.")
_CORRECTION = ("--kind", "correction", "--wrong", "twelve", "--right", "ten", "--where", "Third paragraph")


def test_import_answers_with_ids_headlines_and_questions(either: Terminal) -> None:
    record = either.ask("import", _PAGES / "agency_page.txt", either.file("doubt.txt", f"Is it?\n\n{STORY}"))
    assert list(record) == ["articles", "refused"] and record["refused"] == []
    assert keys_of(record["articles"]) == {("id", "headline", "questions")}
    assert [story["questions"] for story in record["articles"]] == [[], ["Is “Is it?” the headline?"]]


def test_a_question_is_no_refusal(terminal: Terminal) -> None:
    said = terminal.run("import", terminal.file("doubt.txt", f"Is it?\n\n{STORY}"))
    assert (said.status, said.err) == (DONE, "") and "? Is “Is it?” the headline?" in said.out


def test_of_several_files_the_good_ones_are_kept(either: Terminal) -> None:
    good, bad = _PAGES / "agency_page.html", either.file("empty.html", b"")
    said = either.run("--json", "import", bad, good, either.folder / "absent.txt")
    assert said.status == REFUSED
    assert [story["id"] for story in said.record["articles"]] == [1]
    assert keys_of(said.record["refused"]) == {("file", "reason")}
    assert [refused["file"] for refused in said.record["refused"]] == [str(bad), str(either.folder / "absent.txt")]
    assert either.ask("articles")["total"] == 1


def test_a_refused_file_is_named_with_its_reason_for_people_too(terminal: Terminal) -> None:
    bad = terminal.file("empty.html", b"")
    said = terminal.run("import", bad, _PAGES / "agency_page.txt")
    assert said.status == REFUSED and said.out.startswith("1  ")
    assert said.err == f"{bad}: empty.html is empty. Save the page again, or choose another file.\n"


def test_show_prints_the_whole_record_and_nothing_else(either: Terminal) -> None:
    (story,) = either.ask("import", _PAGES / "agency_page.txt")["articles"]
    record = either.ask("show", story["id"])
    assert list(record) == [
        "id", "uri", "state", "headline", "standfirst", "slugline", "section", "source", "byline", "dateline",
        "language", "access", "published_at", "embargo_until", "body_markdown", "word_count", "revision", "photos",
    ]  # fmt: skip
    assert (record["state"], record["section"], record["source"]) == ("draft", "Archive / News", "Beta")
    assert (record["language"], record["access"], record["revision"], record["photos"]) == ("en", "open", 1, [])
    assert record["uri"].startswith("urn:") and record["embargo_until"] is None


def test_show_gives_the_seed_as_its_page_has_it(terminal: Terminal) -> None:
    terminal.ask("import", corpus.files("seeds", pattern="*.txt")[0])
    record = terminal.ask("show", 1)
    assert (record["published_at"], record["word_count"]) == ("2023-11-21T16:34:00+01:00", 292)
    assert record["headline"].endswith("Joint Military Exercises")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2023-07-01T12:00:00+02:00", "2023-07-01T12:00:00+02:00"),
        ("2023-12-01T11:00:00Z", "2023-12-01T12:00:00+01:00"),
        ("2023-07-01 12:00", "2023-07-01T12:00:00+02:00"),
    ],
)
def test_times_are_shown_in_the_newsrooms_zone(terminal: Terminal, said: str, shown: str) -> None:
    id_ = terminal.story(published_at=said, embargo_until=said)
    record = terminal.ask("show", id_)
    assert (record["published_at"], record["embargo_until"]) == (shown, shown)


def test_times_follow_the_setting_of_the_zone(terminal: Terminal) -> None:
    id_ = terminal.story(published_at="2023-12-01T12:00:00+01:00")
    terminal.ask("settings", "publication.time_zone", "America/New_York")
    assert terminal.ask("show", id_)["published_at"] == "2023-12-01T06:00:00-05:00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_are_shown_as_bcp_47_tags(terminal: Terminal, language: str) -> None:
    assert terminal.ask("show", terminal.story(language=language))["language"] == language


def test_letters_are_printed_as_they_are(terminal: Terminal) -> None:
    id_ = terminal.story(headline="Ђаци и šљиве — “čaj” 🚢", language="sr-Cyrl")
    said = terminal.run("show", id_, "--json")
    assert "Ђаци и šљиве — “čaj” 🚢" in said.out and "\\u" not in said.out


def test_show_for_people_has_facts_questions_and_the_text(terminal: Terminal) -> None:
    terminal.run("import", terminal.file("doubt.txt", f"Is it?\n\n{STORY}"))
    said = terminal.run("show", 1).out
    assert all(line in said for line in ("headline: Is it?", "? Is “Is it?” the headline?", "eleven years after"))


def test_the_list_has_its_rows_and_their_total(either: Terminal) -> None:
    first, second = either.story(headline="One"), either.published(headline="Two")
    record = either.ask("articles")
    assert keys_of([record]) == {("articles", "total")} and record["total"] == 2
    assert keys_of(record["articles"]) == {("id", "headline", "state", "section", "published_at")}
    assert {row["id"]: row["state"] for row in record["articles"]} == {first: "draft", second: "published"}


def test_the_list_can_be_cut_to_a_state(terminal: Terminal) -> None:
    terminal.story()
    id_ = terminal.published()
    assert [row["id"] for row in terminal.ask("articles", "--state", "published")["articles"]] == [id_]
    assert terminal.ask("articles", "--state", "killed") == {"articles": [], "total": 0}


@pytest.mark.parametrize(
    "query", ["ćuprija", "cuprija", "ЋУПРИЈА", "ćuprij", "šabački", "sabacki", "шабачки ћу", "cupriju Sabac"]
)
def test_a_query_folds_script_and_marks_and_matches_stems_and_beginnings(either: Terminal, query: str) -> None:
    id_ = either.story(headline="Šabačka ćuprija se otvara", language="sr-Latn")
    either.story(headline="Nothing of the kind")
    assert [row["id"] for row in either.ask("articles", "--query", query)["articles"]] == [id_]


def test_a_text_in_cyrillic_is_found_by_latin_words(either: Terminal) -> None:
    id_ = either.story(headline="Ђорђе отвара мост", language="sr-Cyrl")
    for query in ("Đorđe", "Djordje", "djordje most", "mostom"):
        assert [row["id"] for row in either.ask("articles", "--query", query)["articles"]] == [id_], query


def test_a_query_in_english_matches_stems(terminal: Terminal) -> None:
    id_ = terminal.story(headline="Ferries cross the river")
    assert [row["id"] for row in terminal.ask("articles", "--query", "ferry crossing")["articles"]] == [id_]


@pytest.mark.parametrize(
    "query", ['"', "(((", "AND OR NOT", "a* -b", "headline:x", "%_%", "'; DROP TABLE articles;--", "…", "\\", "*", "^"]
)
def test_a_query_that_can_not_be_understood_is_words_and_no_error(either: Terminal, query: str) -> None:
    either.story()
    assert set(either.ask("articles", f"--query={query}")) == {"articles", "total"}


def test_an_empty_query_lists_everything(terminal: Terminal) -> None:
    terminal.story()
    assert terminal.ask("articles", "--query", "")["total"] == 1


def test_people_see_when_there_is_nothing(terminal: Terminal) -> None:
    assert terminal.run("articles").out == "No stories.\n"


def test_a_move_answers_with_the_state_and_what_was_found(either: Terminal) -> None:
    id_ = either.story(standfirst="")
    record = either.ask("move", id_, "published")
    assert (list(record), record["id"], record["state"]) == (["id", "state", "findings"], id_, "published")
    assert keys_of(record["findings"]) == {_FINDING}
    assert [(found["code"], found["severity"], found["photo"]) for found in record["findings"]] == [
        ("TX11", "notice", None)
    ]


def test_a_move_that_needs_a_reason_says_so(terminal: Terminal) -> None:
    id_ = terminal.published()
    said = terminal.run("move", id_, "killed")
    assert said.status == REFUSED and "say: reason" in said.err
    assert terminal.ask("move", id_, "killed", *_WHY)["state"] == "killed"


def test_a_move_that_does_not_exist_names_those_that_do(terminal: Terminal) -> None:
    said = terminal.run("move", terminal.story(), "archived")
    assert said.status == REFUSED and "From here it can become: review, spiked." in said.err


def test_a_correction_is_opened_with_its_words_and_published_again(either: Terminal) -> None:
    id_ = either.published()
    assert either.run("move", id_, "correcting", *_CORRECTION).status == REFUSED
    assert either.ask("move", id_, "correcting", *_CORRECTION, "--reason", "A slip.")["state"] == "correcting"
    assert either.ask("move", id_, "published")["state"] == "published"


@pytest.mark.parametrize("kind", ["update", "refile"])
def test_a_published_story_is_opened_for_another_reason(terminal: Terminal, kind: str) -> None:
    assert terminal.ask("move", terminal.published(), "correcting", "--kind", kind)["state"] == "correcting"


def test_a_kind_that_opens_nothing_is_refused(terminal: Terminal) -> None:
    said = terminal.run("move", terminal.story(), "published", "--kind", "update")
    assert said.status == REFUSED and "correcting" in said.err


def test_a_story_is_scheduled_and_goes_out_with_the_export_of_its_hour(terminal: Terminal) -> None:
    id_ = terminal.story()
    terminal.ask("move", id_, "ready")
    assert terminal.run("move", id_, "scheduled").status == REFUSED
    assert terminal.run("move", id_, "scheduled", "--at", "1999-01-01T00:00").status == REFUSED
    assert terminal.ask("move", id_, "scheduled", "--at", "2199-01-01T00:00+01:00")["state"] == "scheduled"
    terminal.ask("export", "site", terminal.folder / "site")
    assert terminal.ask("show", id_)["state"] == "scheduled"


def test_a_second_person_is_asked_for_and_a_written_reason_stands_for_one(terminal: Terminal) -> None:
    terminal.ask("settings", "desk.second_person", "yes")
    id_ = terminal.story()
    said = terminal.run("move", id_, "published")
    assert said.status == REFUSED and f"main.py move {id_} published --waive REASON" in said.err
    assert terminal.ask("move", id_, "published", "--waive", "Alone tonight.")["state"] == "published"


def test_check_finds_what_a_second_person_is_for(terminal: Terminal) -> None:
    terminal.ask("settings", "desk.second_person", "yes")
    found = terminal.ask("check", terminal.story())["findings"]
    assert [(finding["code"], finding["severity"]) for finding in found] == [("WF01", "second_person")]


def test_an_approval_is_signed(either: Terminal) -> None:
    assert either.ask("approve", either.story(), "legal") == {"done": True}


def test_check_of_a_story_in_order_ends_with_0(either: Terminal) -> None:
    id_ = either.story()
    assert either.ask("check", id_) == {"findings": []}
    assert either.run("check", id_).out == "Nothing stands against it.\n"


def test_check_ends_with_1_where_something_blocks(either: Terminal) -> None:
    id_ = either.story(headline="", standfirst="")
    said = either.run("--json", "check", id_)
    assert said.status == REFUSED and keys_of(said.record["findings"]) == {_FINDING}
    found = {finding["code"]: finding for finding in said.record["findings"]}
    assert found["TX01"]["severity"] == "blocks" and found["TX01"]["article"] == id_
    assert found["TX11"]["severity"] == "notice" and said.record["findings"][0]["severity"] == "blocks"


def test_check_without_an_id_looks_at_every_story(terminal: Terminal) -> None:
    terminal.story()
    bad = terminal.story(headline="")
    said = terminal.run("--json", "check")
    assert said.status == REFUSED and {found["article"] for found in said.record["findings"]} == {bad}


def test_check_with_notices_alone_ends_with_0(terminal: Terminal) -> None:
    terminal.story(standfirst="")
    assert terminal.run("check").status == DONE


def test_settings_are_listed_shown_and_set(either: Terminal) -> None:
    assert either.ask("settings", "publication.name") == {"publication.name": "Beta Briefing"}
    assert either.ask("settings", "publication.name", "Бета Брифинг") == {"done": True}
    assert either.ask("settings")["publication.name"] == "Бета Брифинг"
    assert either.run("settings", "publication.name").out == "publication.name = Бета Брифинг\n"


def test_an_awaited_photo_is_a_notice_with_caption_and_credit(terminal: Terminal) -> None:
    terminal.ask("import", _PAGES / "agency_page.txt")
    (finding,) = [found for found in terminal.ask("check", 1)["findings"] if found["code"] == "PN10"]
    assert finding["severity"] == "notice" and "BETAPHOTO/" in finding["text"]


def test_a_markdown_file_keeps_its_record_and_its_bytes(either: Terminal) -> None:
    body = "# Not a headline\r\n\r\n![x](y.jpg)\n\nBELGRADE –  two  spaces\t\n"
    fields = "headline: T\nsection: Sport / Rowing\naccess: teaser\nslugline: row\nbyline: Ana\ndateline: KOVIN\n"
    (story,) = either.ask("import", either.file("s.md", f"---\n{fields}---\n\n{body}"))["articles"]
    record = either.ask("show", story["id"])
    assert (record["section"], record["access"], record["slugline"]) == ("Sport / Rowing", "teaser", "row")
    assert (record["byline"], record["dateline"], record["body_markdown"]) == ("Ana", "KOVIN", body)


def test_a_story_leaves_as_markdown_and_comes_back_the_same(either: Terminal) -> None:
    id_ = either.story(byline="Ana Petrović", access="members", embargo_until="2020-01-01T00:00:00+01:00")
    either.ask("export", "article", id_, "--format", "md", either.folder / "out.md")
    (again,) = either.ask("import", either.folder / "out.md")["articles"]
    old, new = either.ask("show", id_), either.ask("show", again["id"])
    differ = {name for name in old if old[name] != new[name]}
    assert differ <= {"id", "uri", "revision"}


def test_the_newsroom_survives_between_commands(terminal: Terminal) -> None:
    id_ = terminal.published()
    terminal.ask("move", id_, "held", *_WHY)
    assert terminal.ask("show", id_)["state"] == "held" and terminal.ask("verify") == {"done": True}
