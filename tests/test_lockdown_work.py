"""A locked child does honest work, and what it may not do is an exception."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lockdown_client import MISSING, Zygote
from lockdown_work import COMPILER, REFUSED, WORK

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not on this machine: {', '.join(sorted(MISSING))}"
)


@pytest.fixture(scope="module")
def torch() -> Iterator[Zygote]:
    zygote = Zygote({}, "--torch")
    yield zygote
    zygote.close()


@pytest.mark.parametrize("name", WORK)
def test_honest_work_is_done(torch: Zygote, name: str) -> None:
    assert torch.run(WORK[name])["error"] is None


@pytest.mark.parametrize(
    ("code", "error"), [*REFUSED, pytest.param(*COMPILER, marks=pytest.mark.slow)]
)
def test_what_is_not_allowed_is_an_exception(torch: Zygote, code: str, error: str) -> None:
    answer = torch.run(code)
    assert answer["kinds"], "an exception, not the child's end"
    assert answer["error"].startswith(error)
