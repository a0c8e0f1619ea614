"""Why an export was not made."""

from newsdesk.domain.errors import NewsdeskError


class NotASiteError(NewsdeskError):
    """The folder holds something that Newsdesk did not put there; field: ``folder``."""

    sentence = "{folder} is not empty, and what it holds is no site of Newsdesk's."
    way_out = "Name an empty or a new folder, or one that Newsdesk exported to before."


class SiteBusyError(NewsdeskError):
    """Another export writes to the same folder; field: ``folder``."""

    sentence = "Another export is writing to {folder}."
    way_out = "Wait until it has ended, then export again."


class ExportCancelledError(NewsdeskError):
    """Somebody stopped the export; the site that was live still is; field: ``folder``."""

    sentence = "The export to {folder} was stopped; the site there is as it was before."


class ExportFailedError(NewsdeskError):
    """The folder could not be written; fields: ``folder``, ``reason``."""

    sentence = "{folder} could not be written: {reason}."
    way_out = "Choose another folder, or make room and see that you may write there. The site there is as it was."
