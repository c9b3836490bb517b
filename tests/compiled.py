"""Templates, compiled once for all applications that a process of tests makes."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from app.text.language import language


class CompiledTemplates(BytecodeCache):
    """Keeps them in memory, in each language."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(f"{language()} {name}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self.kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()
