"""The headers of every kind of answer (R46, R47), typed by hand."""

import re

import pytest

from app.db import db
from app.factory import create_app
from app.web import assets
from tests.conftest import settings

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
ANSWERS = {
    200: ("GET", "/account/sign-ins", {}),
    303: ("POST", "/language", {"language": "de"}),
    400: ("GET", "/account/sign-ins?%00", {}),
    404: ("GET", "/gibt-es-nicht", {}),
    405: ("GET", "/sign-out", {}),
    413: ("POST", "/sign-in", {"identifier": "x" * 3_000_000}),
    422: ("POST", "/sign-in", {}),
}


def csp(header: str) -> dict[str, str]:
    return dict(rule.strip().split(" ", 1) for rule in header.split(";"))


@pytest.mark.parametrize("status", ANSWERS)
def test_every_kind_of_answer_is_protected_and_kept_by_nobody(client, cast, status):
    method, path, data = ANSWERS[status]

    response = client.sign_in(cast.ada).open(path, method=method, data=data or None)

    headers = response.headers
    assert response.status_code == status
    assert csp(headers["Content-Security-Policy"]) == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers
    assert "X-Powered-By" not in headers


def test_an_error_of_ours_is_protected_too(client, cast, monkeypatch):
    monkeypatch.setattr(client.application, "testing", False)
    monkeypatch.setitem(client.application.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(client.application.view_functions, "web.show_health", lambda: 1 / 0)

    response = client.get("/healthz")

    assert response.status_code == 500
    assert csp(response.headers["Content-Security-Policy"]) == POLICY
    assert response.headers["Cache-Control"] == "no-store"


def test_over_https_the_browser_is_told_to_stay_with_it(app, backend):
    node = create_app(settings(backend.url, BASE_URL="https://localhost"))

    secure, plain = node.test_client().get("/sign-in"), app.test_client().get("/sign-in")

    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in plain.headers
    with node.app_context():
        db.engine.dispose()


def test_only_the_pages_of_a_door_may_ask_for_the_camera(client):
    allowed = {path: client.get(path).headers["Permissions-Policy"] for path in ("/door", "/door/offline", "/sign-in")}

    assert {path for path, rule in allowed.items() if "camera=(self)" in rule} == {"/door", "/door/offline"}
    assert "camera=()" in allowed["/sign-in"]


class TestAssets:
    """Style sheets and pictures may be kept for ever, under a name that changes with them."""

    def test_with_the_right_hash_for_ever(self, client):
        response = client.get(assets.url("lotse.css"))

        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response.headers["Content-Type"] == "text/css; charset=utf-8"
        assert csp(response.headers["Content-Security-Policy"]) == POLICY
        assert "Set-Cookie" not in response.headers

    def test_with_another_hash_not_at_all(self, client):
        response = client.get("/assets/000000000000/lotse.css")

        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-cache"

    def test_compressed_for_browsers_that_can_read_it(self, client):
        zipped = client.get(assets.url("lotse.css"), headers={"Accept-Encoding": "gzip, br"})
        plain = client.get(assets.url("lotse.css"))

        assert zipped.headers["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in plain.headers
        assert len(zipped.data) < len(plain.data) / 2
        assert zipped.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"

    @pytest.mark.parametrize(
        "name",
        [
            "../views.py",
            "../../config.py",
            "..%2f..%2fconfig.py",
            "css/../../views.py",
            "%2e%2e/views.py",
            "/etc/passwd",
            "//etc/passwd",
            "css/",
            "css",
            ".",
            "..",
            "css/./tokens.css",
            "css//tokens.css",
            "nichts.css",
            "css\\tokens.css",
            "LOTSE.CSS",
            "x" * 5000,
            "%C0%AE%C0%AE/views.py",
        ],
        ids=lambda name: name[:30],
    )
    def test_nothing_but_what_lies_there(self, client, name):
        assert client.get(f"/assets/x/{name}").status_code in (308, 404)

    def test_every_address_in_the_style_sheet_leads_to_a_file(self, client):
        addresses = set(re.findall(r'url\("(\.\./[^"]+)"\)', client.get(assets.url("lotse.css")).text))

        assert addresses
        for address in addresses:
            response = client.get(f"/assets/{address.removeprefix('../')}")
            assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
