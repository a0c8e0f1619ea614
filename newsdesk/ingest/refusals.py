"""Why a file can't become a story, each with a way out; ``file`` is the name of the file."""

from newsdesk.domain.errors import NewsdeskError


class EmptyFileError(NewsdeskError):
    """The file holds nothing, or nothing but spaces; field: ``file``."""

    sentence = "{file} is empty."
    way_out = "Save the page again, or choose another file."


class NotTextError(NewsdeskError):
    """The file's first bytes say that it is no text, whatever its name; fields: ``file``, ``found``."""

    sentence = "{file} is not a text: it holds {found}."
    way_out = "Choose a saved page (.html), a plain text (.txt) or a Markdown file (.md)."


class PageTooDeepError(NewsdeskError):
    """The elements of the page are nested beyond reason; fields: ``file``, ``limit``."""

    sentence = "{file} nests its elements more than {limit} deep, which no real page does."
    way_out = "Open it in a browser, copy the text and save that as a .txt file."


class NoStoryError(NewsdeskError):
    """The page holds no running text; field: ``file``."""

    sentence = "{file} holds no story: there is no running text in it."
    way_out = "Save the page of the story itself, complete, or copy its text into a .txt file."


class UnreadableFileError(NewsdeskError):
    """The file can't be opened or read; fields: ``file``, ``reason``."""

    sentence = "{file} can't be read: {reason}."
    way_out = "Check that it is there and that you may read it, or choose another file."


class FrontMatterError(NewsdeskError):
    """The fields at the head of a Markdown file are not valid; fields: ``file``, ``line``, ``reason``."""

    sentence = "The fields at the head of {file} can't be understood: line {line}, {reason}."
    way_out = "Correct that line, or take the fields away and import the text alone."


class ImportTooSlowError(NewsdeskError):
    """Reading took longer than an import may; fields: ``file``, ``seconds``."""

    sentence = "{file} was given up: reading it took more than {seconds} seconds."
    way_out = "Open it in a browser, copy the text and save that as a .txt file."


class ImportTooLargeError(NewsdeskError):
    """The file, or what reading it needs, is larger than an import may be; fields: ``file``, ``limit``."""

    sentence = "{file} is too large to import: the limit is {limit}."
    way_out = "Copy the text of the story into a file of its own and import that."
