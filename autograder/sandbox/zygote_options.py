"""What the judge and a zygote agree upon; the judge loads nothing else of it."""

from __future__ import annotations

import msgspec

# What they send each other over the control socket, one datagram each
READY = b"ready"
FORK = b"fork"
FAILED = b"failed "

# Variables that a zygote has and its children have not: where libraries write, beside the user's
# files else; and without which some processors work out wrong numbers, read by libraries once
CACHES = ("MPLCONFIGDIR", "TORCHINDUCTOR_CACHE_DIR")
OF_THE_PROCESSOR = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


class Options(msgspec.Struct, frozen=True):
    """How a zygote is started; a JSON document, its only argument."""

    control: int
    torch: bool
    nesting: int
    cpu_seconds: int
    memory_bytes: int
    without: tuple[str, ...] = ()
