#!/usr/bin/env bash
# What the tests need beside Python's packages: Chromium, PostgreSQL, and a library of the browser's driver.
# Installed where we are root, otherwise named. Chromium without its window takes a third less time; the whole one does too.
set -eu
missing=()
[ -x /usr/bin/chromium-headless-shell ] || missing+=(chromium-headless-shell)
[ -n "${TEST_DATABASE_URL:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
compgen -G '/usr/lib/*/libatomic.so.1' >/dev/null || missing+=(libatomic1)
[ "${#missing[@]}" -gt 0 ] || exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update --quiet=2 || true
    apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}" >/dev/null && exit 0
fi
[ "${missing[*]}" = chromium-headless-shell ] && [ -x /usr/bin/chromium ] && exit 0
echo "The tests need: ${missing[*]}. Install with: sudo apt-get install ${missing[*]}" >&2
exit 1
