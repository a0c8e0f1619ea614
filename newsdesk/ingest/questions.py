"""The questions of an import, in plain words; the answer to each is yes or no wherever that is possible."""

HEADLINE_MISSING = "Which line is the headline?"
_QUOTED_LIMIT = 80


def quoted(text: str) -> str:
    """Return a text in quotation marks, shortened at a word to about 80 characters."""
    line = " ".join(text.split())
    if len(line) > _QUOTED_LIMIT:
        cut = line[:_QUOTED_LIMIT]
        line = (cut.rsplit(" ", 1)[0] if " " in cut else cut) + " …"
    return f"“{line}”"


def is_headline(text: str) -> str:
    """Ask whether a line is the headline."""
    return f"Is {quoted(text)} the headline?"


def is_part_of_story(text: str) -> str:
    """Ask whether a paragraph belongs to the story."""
    return f"Is {quoted(text)} part of the story?"


def is_caption(text: str) -> str:
    """Ask whether a line is the caption of the photo."""
    return f"Is {quoted(text)} the caption of the photo?"


def is_photographer(text: str) -> str:
    """Ask whether a text names the photographer."""
    return f"Is {quoted(text)} the photographer?"


def is_published_at(text: str) -> str:
    """Ask whether a time is that of publication."""
    return f"Is {quoted(text)} when it was published?"


def is_spelled_right(text: str) -> str:
    """Ask whether the letters of a text came out right, where the file doesn't say its character set."""
    return f"Is {quoted(text)} spelled right?"


def is_language(name: str) -> str:
    """Ask whether the story is in a language."""
    return f"Is the story in {name}?"


def clock_twice(text: str) -> str:
    """Ask which of two equal clock times is meant, on the night when clocks go back."""
    return f"The clock showed {quoted(text)} twice that night: was it the first time?"


def clock_never(text: str) -> str:
    """Ask about a clock time that does not exist, on the night when clocks go forward."""
    return f"The clock never showed {quoted(text)} that night: was it published an hour later by the clock?"


def no_known_value(field: str, text: str) -> str:
    """Say that a field holds a value that Newsdesk does not know, and ask for one."""
    return f"What is {field} to be? {quoted(text)} is no value that Newsdesk knows."
