"""Which browser the tests and the pictures of the README are taken with (docs/decisions/0019)."""

from pathlib import Path

PLACES = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
CHROMIUM = next((place for place in PLACES if Path(place).exists()), None)
"""Without its window where there is one."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=IsolateOrigins,site-per-process,PaintHolding,BackForwardCache",
    "--in-process-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
