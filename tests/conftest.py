"""What holds for every test: no display, no network beneath Qt, no file of the person's own, no logged error."""

import logging
import os
import uuid
from collections.abc import Iterator

import hypothesis
import pytest

# Before Qt is loaded by anybody.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --disable-background-networking")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium refuses to run as root with its sandbox.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

# No deadlines, no complaints of slow input: a busy machine is no defect of the program.
# A machine that decides whether a change lands tries the same examples each time; people's machines go on looking.
hypothesis.settings.register_profile(
    "newsdesk",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    database=None if os.environ.get("CI") else hypothesis.settings.default.database,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("newsdesk")

# What Qt WebEngine says on a machine without a graphics driver, before it paints in software.
_NO_GRAPHICS_DRIVER = (
    "^QRhiGles2: Failed to create",
    "^Failed to create RHI for backend: OpenGL",
    "^GPUInfo not initialized on GpuInfoUpdate",
    # Drawn offscreen, a window with a least size says this once.
    "^This plugin does not support propagateSizeHints",
)


def pytest_configure(config: pytest.Config) -> None:
    """Let every other warning of Qt fail the test that causes it."""
    for pattern in _NO_GRAPHICS_DRIVER:
        config.addinivalue_line("qt_log_ignore", pattern)


@pytest.fixture(scope="session", autouse=True)
def homes_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the person's settings, data and caches out of the tests' reach."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            folder = home / name.lower()
            folder.mkdir()
            patch.setenv(f"XDG_{name}_HOME", str(folder))
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield


@pytest.fixture(autouse=True)
def no_logged_error(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test that logs an error; one that expects it looks at ``caplog`` and clears it."""
    yield
    records = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    errors = [record for record in records if record.levelno >= logging.ERROR]
    if errors:
        pytest.fail("logged as an error: " + "; ".join(record.getMessage() for record in errors))


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Return QApplication, ready to show web pages beside widgets."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    return QApplication


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Yield the SQLAlchemy address of a PostgreSQL database made for this run, or skip with the reason."""
    server = os.environ.get("NEWSDESK_TEST_POSTGRES")
    if not server:
        why = os.environ.get("NEWSDESK_TEST_POSTGRES_MISSING", "run python3 -m tests, which starts a PostgreSQL")
        pytest.skip(f"no PostgreSQL: {why}")
    import psycopg

    name = f"newsdesk_{uuid.uuid4().hex[:12]}"
    plain = server.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield f"{server.rpartition('/')[0]}/{name}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
