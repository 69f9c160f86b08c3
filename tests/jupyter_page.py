"""A Jupyter server in a folder and a real browser that looks at it, for the tests."""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbgrader_class

CHROMIUM = shutil.which("chromium")
MISSING = (
    "no Chromium is installed"
    if CHROMIUM is None
    else "Playwright is not installed"
    if importlib.util.find_spec("playwright") is None
    else ""
)
TOKEN = "only-here"
_START_SECONDS = 60
_SETTINGS = {"apputils-extension/notification": '{"fetchNews": "false"}'}


@contextlib.contextmanager
def server(
    folder: Path, home: Path, program: str = "lab", settings: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The address of `jupyter <program>`, started in `folder`; it ends with the block.

    `settings`: JupyterLab's, as JSON, by `<extension>/<plugin>`.
    """
    for place, values in {**_SETTINGS, **(settings or {})}.items():
        file = home / "jupyter/lab/user-settings/@jupyterlab" / f"{place}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(values)
    port = _free_port()
    command = [
        str(nbgrader_class.PROGRAMS / "jupyter"), program, "--no-browser", "--allow-root",
        "--ip=127.0.0.1", f"--port={port}", f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.root_dir={folder}",
    ]  # fmt: skip
    with (home / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=nbgrader_class.environment(home), stdout=log, stderr=log,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, process, home / "server.log")
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(log.read_text(encoding="utf-8"))


@contextlib.contextmanager
def browser() -> Iterator[Any]:
    """A context of a headless Chromium; nothing outside of this machine is asked for."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        context = chromium.new_context(viewport={"width": 1280, "height": 860}, locale="en-US")
        context.route("**/*", _only_here)
        try:
            yield context
        finally:
            chromium.close()


def _only_here(route: Any) -> None:
    if route.request.url.startswith(("http://127.0.0.1", "file:", "data:", "blob:")):
        route.continue_()
    else:
        route.abort()
