"""What several test files share."""

from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no defect: no example fails for the time it takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser):
    parser.addoption(
        "--update-goldens", action="store_true", help="write the golden files anew; then read the difference"
    )


@pytest.fixture
def golden(request):
    """Compares a whole output with the golden file of that name."""

    def compare(name, text):
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; --update-goldens writes it anew"

    return compare
