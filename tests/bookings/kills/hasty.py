"""A server that answers before it saves, as careless programs do: whoever kills it loses what people were told."""

import time
from collections.abc import Iterable
from queue import SimpleQueue
from threading import Thread
from typing import Any

from flask import Response, request, session

from app.factory import create_app

SAVES_AFTER_SECONDS = 0.2
lotse = create_app()


@lotse.after_request
def answer_and_save_later(response: Response) -> Response:
    """Registered last, so the first to see the answer: before the shell commits."""
    lotse.session_interface.save_session(lotse, session, response)
    request.environ["answers"].put(Response(response.get_data(), response.status, response.headers.copy()))
    time.sleep(SAVES_AFTER_SECONDS)
    return response


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Give the answer as soon as there is one; the rest of the request goes on."""
    answers = SimpleQueue[Response]()
    Thread(target=lotse, args=(environ | {"answers": answers}, lambda *_: None)).start()
    return answers.get()(environ, start_response)
