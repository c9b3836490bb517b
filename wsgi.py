"""What a server imports: the application."""

import gc

gc.disable()  # what is loaded now stays: looking for what could go takes a seventh of the time meanwhile

from app.factory import create_app  # noqa: E402

app = create_app()
gc.enable()
