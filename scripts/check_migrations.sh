#!/usr/bin/env bash
# Whether the migrations lead to the tables that the models describe, on an empty SQLite file.
set -eu
cd "$(dirname "$0")/.."
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export LOTSE_ENV=development LOTSE_DATABASE_URL="sqlite:///$folder/check.db"
.venv/bin/alembic upgrade head
.venv/bin/alembic check
