"""The form of the database, one step a revision; run by ``newsdesk.storage.schema``."""
