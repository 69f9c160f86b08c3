"""What students' code does in good faith: what must work in a locked child, and what can't."""

from __future__ import annotations

WORK = {
    "SGD and Adam": """
import torch
from torch import nn
X, Y = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1.0]]), torch.tensor([[0], [1], [1], [0.0]])
for optimizer in (torch.optim.SGD, torch.optim.Adam):
    model = nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid())
    step = optimizer(model.parameters(), lr=0.1)
    for _ in range(50):
        step.zero_grad()
        nn.BCELoss()(model(X), Y).backward()
        step.step()
""",
    "a DataLoader": """
import torch
from torch.utils.data import DataLoader, TensorDataset
value = len(list(DataLoader(TensorDataset(torch.rand(100, 2)), batch_size=10, shuffle=True)))
assert value == 10
""",
    "a progress bar": "from tqdm import trange\nfor _ in trange(100): pass",
    "figures": """
import io, numpy as np, matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.plot(np.random.rand(10), label='$x^2$')
axes.contourf(np.random.rand(5, 5))
axes.legend()
for kind in ('png', 'svg', 'pdf'):
    figure.savefig(buffer := io.BytesIO(), format=kind)
    assert buffer.tell() > 1000
plt.close('all')
""",
    "linear algebra": """
import numpy as np, torch
np.linalg.svd(np.random.rand(200, 200)); torch.linalg.svd(torch.rand(100, 100))
np.fft.fft(np.random.rand(100)); torch.fft.fft(torch.rand(100))
torch.nn.Conv2d(3, 8, 3)(torch.rand(4, 3, 32, 32)).sum().backward()
""",
    "threads": """
import threading, time
from concurrent.futures import ThreadPoolExecutor
import numpy as np, torch
workers = [threading.Thread(target=time.sleep, args=(0.05,)) for _ in range(32)]
[worker.start() for worker in workers]; [worker.join() for worker in workers]
with ThreadPoolExecutor(4) as pool:
    assert list(pool.map(abs, range(-3, 3))) == [3, 2, 1, 0, 1, 2]
torch.set_num_threads(2); torch.rand(500, 500) @ torch.rand(500, 500)
assert not threading.Event().wait(0.01)
""",
    "random numbers": """
import numpy as np, random, secrets, torch, uuid
np.random.default_rng().normal(); torch.seed(); secrets.token_hex(); uuid.uuid4()
random.SystemRandom().random(); open('/dev/urandom', 'rb').read(4)
""",
    "late imports": """
import importlib; importlib.invalidate_caches()
import numpy.polynomial, numpy.testing, torch.distributions, torch.nn.utils.prune
import csv, decimal, fractions, sqlite3, statistics, unittest, wave, xml.etree.ElementTree
from importlib import metadata; assert metadata.version('numpy'); metadata.packages_distributions()
import inspect, numpy as np; inspect.getsource(np.linalg.svd)
""",
    "clocks": """
import datetime, os, timeit, time, zoneinfo
time.sleep(0.001); time.process_time(); time.thread_time(); time.strftime('%c'); os.times()
datetime.datetime.now(zoneinfo.ZoneInfo('Asia/Seoul')); timeit.timeit('1', number=10)
""",
    "an asyncio loop": """
import asyncio
async def main():
    await asyncio.gather(asyncio.sleep(0.01), asyncio.to_thread(abs, 1))
    return await asyncio.wait_for(asyncio.sleep(0, 'done'), 1)
assert asyncio.run(main()) == 'done'
""",
    "much memory": """
import numpy as np, torch
x = np.ones(20_000_000); y = torch.ones(20_000_000); z = list(range(1_000_000)); del x, y, z
""",
    "signals and errors": """
import faulthandler, logging, os, signal, traceback, warnings
faulthandler.enable()
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: pass
logging.warning('x'); warnings.warn('x')
try: 1 / 0
except ZeroDivisionError: traceback.print_exc()
""",
    "questions about the machine": """
import getpass, locale, os, platform, shutil, sys, torch
platform.platform(); platform.processor(); os.cpu_count(); shutil.get_terminal_size()
os.path.expanduser('~'); os.path.realpath('/lib'); os.access('/tmp', os.R_OK); sys.stdout.isatty()
torch.__config__.show(); torch.get_num_threads(); locale.setlocale(locale.LC_ALL, 'C')
""",
    "nothing's file": """
import contextlib, os
with open(os.devnull, 'w') as nothing, contextlib.redirect_stdout(nothing):
    print('unseen')
""",
    "saving to memory": """
import copy, io, numpy as np, torch
torch.save({'a': torch.rand(3)}, buffer := io.BytesIO()); buffer.seek(0); torch.load(buffer)
np.save(io.BytesIO(), np.zeros(3)); copy.deepcopy(torch.nn.Linear(2, 2))
""",
}

# Code, and how the exception begins that it gets
REFUSED = [
    ("import subprocess; subprocess.run(['ls'])", "PermissionError: [Errno 1]"),
    ("import os; assert os.system('true') == 0", "AssertionError"),
    ("import multiprocessing as m; m.Pool(2)", "PermissionError: [Errno 1]"),
    ("import socket; socket.getaddrinfo('example.org', 80)", "gaierror"),
    ("import urllib.request as u; u.urlopen('http://example.org')", "URLError"),
    ("import torch; torch.save([], 'model.pt')", "RuntimeError"),
    (
        "import matplotlib.pyplot as p; p.figure().savefig('x.png')",
        "PermissionError: [Errno 1]",
    ),
    ("import tempfile; tempfile.TemporaryFile(dir='/tmp')", "PermissionError: [Errno 1]"),
    ("import torch; torch.load('/etc/passwd')", "PermissionError: [Errno 13]"),
    (
        "import torch; from torch.utils.data import DataLoader\n"
        "list(DataLoader(torch.rand(9), num_workers=2))",
        "PermissionError: [Errno 1]",
    ),
]
COMPILER = ("import torch; torch.compile(lambda x: x + 1)(torch.ones(1))", "")
