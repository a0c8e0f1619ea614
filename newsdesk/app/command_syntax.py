"""The forms of the command line: what may be said, and nothing about what it does."""

import argparse
from pathlib import Path
from typing import TypeAlias

from newsdesk.domain.workflow import Kind, State

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_MOST_DIGITS = 18
_DESCRIPTION = "Newsdesk, a newsroom editor. Without a command it opens its window."


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; ``command`` is empty where the window is wanted."""
    main = argparse.ArgumentParser(prog="main.py", description=_DESCRIPTION)
    _add_shared(main)
    main.set_defaults(newsroom="", json=False, command="")
    # Parsers of their own for the commands: those of the program have defaults, which would undo
    # what was said before the command.
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_shared(shared)
    commands = main.add_subparsers(dest="command", metavar="COMMAND")
    for add in (_newsroom, _stories, _photos, _output, _keeping):
        add(_Adder(commands, shared, main))
    return main


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--newsroom", metavar="FOLDER_OR_URL", help="the newsroom to work in (default: your own)")
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")


def _id(text: str) -> int:
    """An id as the database gives them; anything else is wrong usage, not a thing that isn't there."""
    if not (text.isascii() and text.isdecimal() and 0 < len(text) <= _MOST_DIGITS):
        raise argparse.ArgumentTypeError(f"{text} is no id: ids are numbers such as 12")
    return int(text)


class _Adder:
    """Adds commands that all know the shared options."""

    def __init__(self, commands: "_Commands", shared: argparse.ArgumentParser, parser: argparse.ArgumentParser) -> None:
        self.parser = parser
        self._commands = commands
        self._shared = shared

    def command(self, name: str, words: str) -> argparse.ArgumentParser:
        return self._commands.add_parser(name, help=words, description=words, parents=[self._shared])

    def group(self, name: str, words: str, *, required: bool = True) -> "_Adder":
        made = self.command(name, words)
        steps = made.add_subparsers(dest="step", metavar="STEP", required=required)
        if not required:
            made.set_defaults(step="")
        return _Adder(steps, self._shared, made)


def _newsroom(add: _Adder) -> None:
    create = add.group("newsroom", "make a newsroom").command("create", "make an empty newsroom")
    create.add_argument("address", metavar="FOLDER_OR_URL", help="a folder, or a PostgreSQL address")
    create.add_argument("--photos", metavar="URL", default="", help="the folder that holds the originals")
    settings = add.command("settings", "list the settings, show one, or set it")
    settings.add_argument("key", nargs="?", default="", metavar="KEY")
    settings.add_argument("value", nargs="?", default=None, metavar="VALUE")
    demo = add.command("demo", "do the main job from an empty newsroom, with screenshots")
    demo.add_argument("out", type=Path, metavar="OUT", help="a new folder, or one that demo made before")
    demo.add_argument("--page", type=Path, metavar="FILE", help="the saved page to begin with (default: a sample page)")


def _stories(add: _Adder) -> None:
    bring = add.command("import", "bring stories in from saved pages, text or Markdown")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    listing = add.command("articles", "list the stories")
    listing.add_argument("--state", choices=[str(state) for state in State], default="")
    listing.add_argument("--query", default="", metavar="Q", help="words, in either script, with or without diacritics")
    show = add.command("show", "show one story")
    show.add_argument("id", type=_id, metavar="ID")
    move = add.command("move", "move a story to a state")
    move.add_argument("id", type=_id, metavar="ID")
    move.add_argument("state", choices=[str(state) for state in State], metavar="STATE")
    move.add_argument("--kind", choices=[str(kind) for kind in Kind], default="")
    for option, words in {
        "wrong": "what was wrong",
        "right": "what is right",
        "where": "where it stood",
        "reason": "the reason that the move asks for",
        "waive": "a written reason that stands for a second person",
        "at": "when to publish, such as 2026-11-21T16:34+01:00",
    }.items():
        move.add_argument(f"--{option}", default="", help=words)
    approve = add.command("approve", "sign an approval")
    approve.add_argument("id", type=_id, metavar="ID")
    approve.add_argument("kind", choices=["copy", "fact", "legal", "photo", "standards"], metavar="KIND")


def _photos(add: _Adder) -> None:
    desk = add.group("photos", "list photos, take them in, credit them", required=False)
    desk_add = desk.command("add", "take photos in")
    desk_add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    credit = desk.command("credit", "say who a photo is owed to")
    credit.add_argument("id", type=_id, metavar="ID")
    credit.add_argument("--creator", default="", metavar="C", help="the photographer")
    credit.add_argument("--agency", default="", metavar="A", help="the agency's code")
    credit.add_argument("--terms", default="", metavar="T", help="on what terms a photo without an agency came")
    desk.parser.add_argument("--missing-credit", action="store_true", help="only those without a credit")
    attach = add.command("attach", "attach a photo to a story")
    attach.add_argument("article", type=_id, metavar="ARTICLE")
    attach.add_argument("photo", type=_id, metavar="PHOTO")
    attach.add_argument("--caption", default=None, metavar="T")
    attach.add_argument("--alt", default=None, metavar="T", help="the alternative text")
    attach.add_argument("--lead", action="store_true", help="above the text")


def _output(add: _Adder) -> None:
    check = add.command("check", "say what stands against a story, or against all")
    check.add_argument("id", type=_id, nargs="?", metavar="ID")
    export = add.group("export", "write the site, a story or a briefing")
    export.command("site", "write the site").add_argument("out", type=Path, metavar="OUT")
    for step, words in {"article": "write one story", "briefing": "write one briefing"}.items():
        one = export.command(step, words)
        one.add_argument("id", type=_id, metavar="ID")
        one.add_argument("--format", required=True, metavar="F", help="html or md")
        one.add_argument("out", type=Path, metavar="OUT")
    briefing = add.group("briefing", "assemble a briefing")
    new = briefing.command("new", "open an edition")
    new.add_argument("series", metavar="SERIES")
    new.add_argument("--date", required=True, metavar="D", help="such as 2026-11-21")
    new.add_argument("articles", nargs="+", type=_id, metavar="ARTICLE")
    briefing.command("finish", "check, approve and fix an edition").add_argument("id", type=_id, metavar="ID")


def _keeping(add: _Adder) -> None:
    add.command("backup", "write a backup").add_argument("out", type=Path, metavar="OUT")
    add.command("restore", "unpack a backup into a new newsroom").add_argument("file", type=Path, metavar="FILE")
    add.command("verify", "look for damage in the newsroom")
