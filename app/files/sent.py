"""A file of any size as it was sent, for the few who may send recordings."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True)
class Sent:
    """A name, and bytes that nobody has looked at yet."""

    name: str
    stream: IO[bytes]

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Where the bytes lie for a moment; nothing stays of them."""
        with tempfile.NamedTemporaryFile(prefix="lotse-") as file:
            shutil.copyfileobj(self.stream, file)
            file.flush()
            yield Path(file.name)
