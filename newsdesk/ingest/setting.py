"""What a reading depends on beside the file: the publication, its clock and the agencies."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from newsdesk.domain.credit import Agency
from newsdesk.domain.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The newsroom that reads; ``agencies`` stand under their codes, ``file`` is the name for refusals."""

    publication: Publication
    agencies: Mapping[str, Agency]
    file: str

    @property
    def zone(self) -> ZoneInfo:
        """The clock of the publication, for times that name no zone."""
        return ZoneInfo(self.publication.time_zone)
