"""What is the same for every submission, kept for the next process and the next run.

What hidden checks drew, the trainings they compare with, and the calls they make are worked out
for a secret once. They lie in a folder of this user's alone, one file for each assignment and all
that it depends on, sealed with the secret: what somebody else has written there is not opened.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from autograder.course.files import write

VARIABLE: Final = "AUTOGRADER_CACHE"  # another folder; empty for none
_SEAL: Final = hashlib.sha256().digest_size
_SUFFIX: Final = ".worked-out"
_MOST_FILES: Final = 100
_MOST_BYTES: Final = 64 * 1024 * 1024  # of a file


def folder() -> Path | None:
    """Where it is kept; None for nowhere."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    cache = os.environ.get("XDG_CACHE_HOME")
    with contextlib.suppress(RuntimeError):  # this user has no home
        return (Path(cache) if cache else Path.home() / ".cache") / "autograder"
    return None


def picklable(entries: Mapping[Any, Any]) -> dict[Any, bytes]:
    """Each entry by itself, without those that hold functions, say."""
    found = {}
    for key, entry in entries.items():
        with contextlib.suppress(Exception):
            found[key] = pickle.dumps(entry)
    return found


def _unpickled(entries: Mapping[Any, bytes]) -> dict[Any, Any]:
    return {key: pickle.loads(entry) for key, entry in entries.items()}


def load(environment: bytes, secret: bytes) -> list[dict[Any, Any]] | None:
    """What was worked out where everything was as it is now; None if nothing was.

    `environment`: the digest of all that it depends on, the secret included.
    """
    place = folder()
    if place is None:
        return None
    with contextlib.suppress(Exception):  # whatever is wrong with it, it is worked out again
        file = place / _name(environment)
        if file.stat().st_uid != os.geteuid() or file.stat().st_size > _MOST_BYTES:
            return None
        data = file.read_bytes()
        seal, content = data[:_SEAL], data[_SEAL:]
        if hmac.compare_digest(seal, _sealed(environment, secret, content)):
            file.touch()
            return [_unpickled(entries) for entries in pickle.loads(content)]
    return None


def keep(environment: bytes, secret: bytes, content: Sequence[Mapping[Any, bytes]]) -> None:
    """Keep it; where that can't be done, it is worked out again next time."""
    place = folder()
    if place is None:
        return
    with contextlib.suppress(Exception):
        data = pickle.dumps(content)
        before = os.umask(0o077)
        try:
            write(place / _name(environment), _sealed(environment, secret, data) + data)
        finally:
            os.umask(before)
        _thin_out(place)


def _name(environment: bytes) -> str:
    return hashlib.sha256(b"worked out\0" + environment).hexdigest()[:32] + _SUFFIX


def _sealed(environment: bytes, secret: bytes, content: bytes) -> bytes:
    return hmac.digest(secret, b"worked out\0" + environment + content, "sha256")


def _thin_out(place: Path) -> None:
    """Leave the files that were used last."""
    files = sorted(place.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_MOST_FILES]:
        file.unlink(missing_ok=True)
