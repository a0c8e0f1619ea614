"""A changed field, as the Details panel tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEdit:
    """The name of an Article's attribute and its new value."""

    name: str
    value: object
