"""What the photo desk refuses to take in, keep or draw, and why."""

from newsdesk.domain.errors import NewsdeskError


class NotAnImageError(NewsdeskError):
    """A file holds something else than a picture; field: ``file``."""

    sentence = "{file} is not a JPEG, PNG or WebP image, whatever its name says."
    way_out = "Save the picture as JPEG, PNG or WebP, then add it again."


class EmptyImageError(NotAnImageError):
    """A file holds no bytes; field: ``file``."""

    sentence = "{file} is empty."
    way_out = "Copy the photo again from where it came, then add it again."


class DamagedImageError(NewsdeskError):
    """A picture can't be drawn to its last row; fields: ``file``, ``reason`` (the decoder's words)."""

    sentence = "{file} is damaged or incomplete ({reason})."
    way_out = "Ask for the photo again, or copy it again from where it came."


class ImageTooLargeError(NewsdeskError):
    """A picture has too many pixels; fields: ``file``, ``width``, ``height``, ``limit`` (millions)."""

    sentence = "{file} has {width} × {height} pixels; Newsdesk takes up to {limit} million."
    way_out = "Save a smaller copy, then add that."


class ImageFileTooLargeError(NewsdeskError):
    """A file has too many bytes; fields: ``file``, ``size``, ``limit`` (both in megabytes)."""

    sentence = "{file} has {size} MB; Newsdesk takes photos of up to {limit} MB."
    way_out = "Save a smaller copy, then add that."


class UnreadableImageError(NewsdeskError):
    """A file could not be read from its disk; fields: ``file``, ``reason``."""

    sentence = "{file} could not be read: {reason}."
    way_out = "See that the file is still there and that you may read it."


class WorkerFailedError(NewsdeskError):
    """A file stopped the process that reads photos; fields: ``file``, ``reason``."""

    sentence = "{file} could not be read safely: {reason}."
    way_out = "The file may be made to do harm. Ask for the photo again, or save it anew in an image program."


class OriginalMissingError(NewsdeskError):
    """An original is not where it was kept; field: ``sha256``."""

    sentence = "The original {sha256} is missing from the photo folder."
    way_out = "Bring it back from a backup, or add the photo again."


class OriginalDamagedError(NewsdeskError):
    """An original's bytes are not those that were kept; field: ``sha256``."""

    sentence = "The original {sha256} has changed on the disk since it was kept."
    way_out = "Bring it back from a backup, or add the photo again."


class OriginalNotKeptError(NewsdeskError):
    """An original could not be written; fields: ``folder``, ``reason``."""

    sentence = "The photo could not be kept in {folder}: {reason}."
    way_out = "See that the disk has room and that you may write there, then add the photo again."
