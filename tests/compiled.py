"""Templates, compiled once for all applications and processes of a run of tests."""

from jinja2 import FileSystemBytecodeCache

from app.text.language import language


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps them in a folder, in each language."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(f"{language()} {name}", filename)
