"""The Checks panel: what stops publication, what needs a second person, what is worth a look."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.approvals import Approval, ApprovalKind
from newsdesk.domain.findings import Finding, Severity
from newsdesk.ui.checks.approval_row import ApprovalRow, Standing
from newsdesk.ui.checks.finding_card import FindingCard
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.layouts import clear_layout
from newsdesk.ui.widgets.panel_column import PanelColumn

QUESTION = "IM01"


class ChecksPanel(PanelColumn):
    """Cards in three groups, and the approvals; every card leads to the place that mends it."""

    place_requested = Signal(str)
    question_answered = Signal(str, bool)
    approval_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Checks"))
        self._shown: tuple[Finding, ...] | None = None
        self._signed: tuple[tuple[Approval, bool, str], ...] | None = None
        self._cards, self._approvals = QVBoxLayout(), QVBoxLayout()
        self._cards.setSpacing(8)
        self._approvals.setSpacing(0)
        self.column.setSpacing(4)
        self.column.addLayout(self._cards)
        self.column.addWidget(self.heading(self.tr("Approvals")))
        self.column.addLayout(self._approvals)
        self.column.addStretch(1)
        self.show_findings(())
        self.show_approvals(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings; the same ones again change nothing, so that a focused card keeps its focus."""
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        clear_layout(self._cards)
        groups = (
            (Severity.BLOCKS, self.tr("Stops publication")),
            (Severity.SECOND_PERSON, self.tr("Needs a second person")),
            (Severity.NOTICE, self.tr("Worth a look")),
        )
        for severity, heading in groups:
            members = [finding for finding in findings if finding.severity is severity]
            if members:
                self._cards.addWidget(self.heading(heading, first=self._cards.count() == 0))
            for finding in members:
                self._cards.addWidget(self._card(finding))
        if not findings:
            self._cards.addWidget(self._all_clear())

    def show_approvals(self, approvals: Sequence[tuple[Approval, bool, str]]) -> None:
        """Show each approval with who signed it, and whether what it covered changed since."""
        if tuple(approvals) == self._signed:
            return
        self._signed = tuple(approvals)
        clear_layout(self._approvals)
        signed = {approval.kind: (stale, who) for approval, stale, who in approvals}
        for kind in ApprovalKind:
            stale, who = signed.get(kind, (False, ""))
            standing = Standing.NEEDED if kind not in signed else Standing.STALE if stale else Standing.SIGNED
            row = ApprovalRow(kind, standing, who, self.body)
            row.requested.connect(self.approval_requested)
            self._approvals.addWidget(row)

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(finding, self.body, question=finding.code == QUESTION)
        card.place_requested.connect(self.place_requested)
        card.question_answered.connect(self.question_answered)
        return card

    def _all_clear(self) -> QWidget:
        box = QWidget(self.body)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        sign, words = QLabel(box), QLabel(self.tr("Nothing stands against it."), box)
        dress(sign, "circle-check", "good", 18)
        row.addWidget(sign)
        row.addWidget(words, 1)
        return box
