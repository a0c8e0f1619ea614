"""The Checks panel: what stops publication, what needs a second person, what is worth a look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.approvals import Approval, ApprovalKind
from newsdesk.domain.findings import Finding, Severity
from newsdesk.ui.checks.finding_card import FindingCard
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.layouts import clear_layout

QUESTION = "IM01"


class ChecksPanel(QScrollArea):
    """Cards in three groups, and the approvals; every card leads to the place that mends it."""

    place_requested = Signal(str)
    question_answered = Signal(str, bool)
    approval_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Checks"))
        self._shown: tuple[Finding, ...] | None = None
        self._signed: dict[str, tuple[bool, str]] = {}
        body = QWidget(self)
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(16, 14, 16, 16)
        self._layout.setSpacing(8)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._approvals = QVBoxLayout()
        self._approvals.setSpacing(0)
        self._layout.addLayout(self._cards)
        self._layout.addSpacing(8)
        self._layout.addWidget(self._heading(self.tr("Approvals")))
        self._layout.addLayout(self._approvals)
        self._layout.addStretch(1)
        self.setWidget(body)
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
                self._cards.addWidget(self._heading(heading))
            for finding in members:
                self._cards.addWidget(self._card(finding))
        if not findings:
            self._cards.addWidget(self._allclear_layout())

    def show_approvals(self, approvals: Sequence[tuple[Approval, bool, str]]) -> None:
        """Show each approval with who signed it, and whether what it covered changed since."""
        clear_layout(self._approvals)
        signed = {approval.kind: (stale, who) for approval, stale, who in approvals}
        for kind in ApprovalKind:
            self._approvals.addWidget(self._approval_row(kind, signed.get(kind)))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "section")
        return label

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(finding, self, question=finding.code == QUESTION)
        card.place_requested.connect(self.place_requested)
        card.question_answered.connect(self.question_answered)
        return card

    def _allclear_layout(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 8, 0, 8)
        sign, words = QLabel(box), QLabel(self.tr("Nothing stands against it."), box)
        dress(sign, "circle-check", "good", 18)
        row.addWidget(sign)
        row.addWidget(words, 1)
        return box

    def _approval_row(self, kind: ApprovalKind, signed: tuple[bool, str] | None) -> QWidget:
        names = {
            ApprovalKind.COPY: self.tr("Copy"),
            ApprovalKind.FACT: self.tr("Facts"),
            ApprovalKind.LEGAL: self.tr("Legal"),
            ApprovalKind.PHOTO: self.tr("Photo"),
            ApprovalKind.STANDARDS: self.tr("Standards"),
        }
        row = QFrame(self)
        row.setProperty("role", "row")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(9)
        sign, name, who = QLabel(row), QLabel(names[kind], row), QLabel(row)
        who.setProperty("role", "hint")
        if signed is None:
            dress(sign, "circle", "faint", 16)
        elif signed[0]:
            dress(sign, "circle-alert", "warn", 16)
            who.setText(self.tr("{who}, changed since").format(who=signed[1]))
        else:
            dress(sign, "circle-check", "good", 16)
            who.setText(signed[1])
        layout.addWidget(sign)
        layout.addWidget(name)
        layout.addStretch(1)
        layout.addWidget(who)
        if signed is None or signed[0]:
            button = QPushButton(self.tr("Sign"), row)
            button.setProperty("kind", "link")
            button.setAccessibleName(self.tr("Sign the approval: {name}").format(name=names[kind]))
            button.setProperty("approval", str(kind))
            button.clicked.connect(self._on_sign_clicked)
            layout.addWidget(button)
        return row

    def _on_sign_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.approval_requested.emit(button.property("approval"))
