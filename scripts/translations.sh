#!/usr/bin/env bash
# Take every string of the code into the German catalogue and compile it. New strings stay empty until they are
# translated: scripts/check_translations.py names them.
set -eu
cd "$(dirname "$0")/.."
catalogue=app/translations/de/LC_MESSAGES/messages.po
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
.venv/bin/pybabel --quiet extract --mapping babel.cfg -k _l -k said -k lazy_gettext -k lazy_ngettext:1,2 \
    --no-location --sort-output --no-wrap --output-file "$folder/messages.pot" app
mkdir -p "$(dirname "$catalogue")"
if [ -e "$catalogue" ]; then cp "$catalogue" "$folder/de.po"; else echo >"$folder/de.po"; fi
.venv/bin/pybabel --quiet update --locale de --input-file "$folder/messages.pot" --output-file "$folder/de.po" \
    --no-fuzzy-matching --ignore-obsolete --no-wrap --omit-header
{
    cat <<'HEADER'
msgid ""
msgstr ""
"Language: de\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

HEADER
    cat "$folder/de.po"
} >"$folder/messages.po"
cmp --silent "$folder/messages.po" "$catalogue" || cp "$folder/messages.po" "$catalogue"
.venv/bin/pybabel --quiet compile --input-file "$catalogue" --output-file "${catalogue%.po}.mo"
