"""The headers that every answer carries (R46, R47)."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, request

CSP = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    ]
)
ALWAYS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
CAMERA = {"Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"}
DOWNLOAD_CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
"""What is handed out as a file has nothing to do here, whatever a browser makes of it (R49)."""
LASTING = (200, 206, 304)
A_YEAR = 31_536_000


def init_app(app: Flask) -> None:
    """Add the headers to every answer, also to errors and assets."""
    app.after_request(_add)


def with_camera(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a page that reads codes with the camera: no other page may ask for it."""
    view.uses_camera = True  # type: ignore[attr-defined]
    return view


def lasting(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view whose answers say themselves how long they may be kept: files that nobody is named in."""
    view.is_lasting = True  # type: ignore[attr-defined]
    return view


def _lasts() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return request.endpoint == "web.show_asset" or getattr(view, "is_lasting", False)


def _add(response: Response) -> Response:
    response.headers.update(ALWAYS)
    if getattr(current_app.view_functions.get(request.endpoint or ""), "uses_camera", False):
        response.headers.update(CAMERA)
    if response.headers.get("Content-Disposition", "").startswith("attachment"):
        response.headers["Content-Security-Policy"] = DOWNLOAD_CSP
    if not (_lasts() and response.status_code in LASTING):
        response.headers["Cache-Control"] = "no-store"
    if current_app.config["BASE_URL"].startswith("https:"):
        response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}; includeSubDomains"
    return response
