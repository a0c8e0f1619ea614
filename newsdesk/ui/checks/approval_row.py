"""One approval: a sign for its state, who signed it, and a way to sign."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from newsdesk.domain.approvals import ApprovalKind
from newsdesk.ui.theme import current_tokens, interface_font
from newsdesk.ui.widgets.wrapped_button import WrappedButton

_HEIGHT, _SIGN = 34, 18


class Standing(Enum):
    """Where an approval stands."""

    NEEDED = ""
    SIGNED = "✓"
    STALE = "!"


class ApprovalRow(QFrame):
    """A line of the list of approvals."""

    requested = Signal(str)

    def __init__(self, kind: ApprovalKind, standing: Standing, who: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setProperty("role", "row")
        self.setFixedHeight(_HEIGHT)
        name, signer = QLabel(self._name(), self), QLabel(who, self)
        signer.setProperty("role", "hint")
        signer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        signer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        signer.setToolTip(who)
        if standing is Standing.STALE:
            signer.setText(self.tr("{who}, changed since").format(who=who))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(_Sign(standing, self))
        layout.addWidget(name)
        layout.addWidget(signer, 1)
        if standing is not Standing.SIGNED:
            sign = WrappedButton(self, self.tr("Sign"))
            sign.setAccessibleName(self.tr("Sign the approval: {name}").format(name=self._name()))
            sign.clicked.connect(self._on_sign_clicked)
            layout.addWidget(sign)

    def _name(self) -> str:
        return {
            ApprovalKind.COPY: self.tr("Copy"),
            ApprovalKind.FACT: self.tr("Facts"),
            ApprovalKind.LEGAL: self.tr("Legal"),
            ApprovalKind.PHOTO: self.tr("Photo"),
            ApprovalKind.STANDARDS: self.tr("Standards"),
        }[self._kind]

    def _on_sign_clicked(self) -> None:
        self.requested.emit(str(self._kind))


class _Sign(QWidget):
    """A disc with a tick, a disc with an exclamation mark, or an empty ring."""

    def __init__(self, standing: Standing, parent: QWidget) -> None:
        super().__init__(parent)
        self._standing = standing
        self.setFixedSize(QSize(_SIGN, _SIGN))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._standing is Standing.NEEDED:
            painter.setPen(QPen(QColor(tokens.faint), 1.5))
            painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.good if self._standing is Standing.SIGNED else tokens.warn))
        painter.drawEllipse(disc)
        painter.setPen(QColor(tokens.paper))
        painter.setFont(interface_font(11, 700))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._standing.value)
