"""What the judge and a zygote agree upon; the judge loads nothing else of it."""

from __future__ import annotations

from typing import Literal

import msgspec

# What they send each other over the control socket, one datagram each
READY = b"ready"
FORK = b"fork"
FAILED = b"failed "

# Variables that a zygote has and its children have not: where libraries write, beside the user's
# files else; and without which some processors work out wrong numbers, read by libraries once
CACHES = ("MPLCONFIGDIR", "TORCHINDUCTOR_CACHE_DIR")
OF_THE_PROCESSOR = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


# What a zygote imports before it forks, with those before: each takes longer than all before it
Packages = Literal["numpy", "matplotlib", "torch"]


class Options(msgspec.Struct, frozen=True):
    """How a zygote is started; a JSON document, its only argument."""

    control: int
    up_to: Packages
    nesting: int
    cpu_seconds: int
    memory_bytes: int
    without: tuple[str, ...] = ()
