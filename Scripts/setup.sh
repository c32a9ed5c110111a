#!/bin/sh
# Installs the system packages that building Kontor needs: ncurses and SQLite with their headers.
# Says what it does; does nothing when they are there.
#
#   Scripts/setup.sh           install what is missing
#   Scripts/setup.sh --check   only say what is missing; exit status 1 when something is
#   Scripts/setup.sh --smoke   tmux too, for the smoke run
set -eu

mode=install
smoke=
for word in "$@"; do
    case $word in
    --check) mode=check ;;
    --smoke) smoke=tmux ;;
    *)
        echo "usage: Scripts/setup.sh [--check] [--smoke]" >&2
        exit 2
        ;;
    esac
done

if ! command -v swift >/dev/null 2>&1; then
    echo "Swift 6.1 or newer is needed and was not found: install it from https://www.swift.org/install" >&2
    exit 1
fi

# True when the C compiler that Swift uses finds the header.
has_header() {
    printf '#include <%s>\n' "$1" | "${CC:-clang}" -E -x c - >/dev/null 2>&1
}

if [ "$(uname -s)" = Darwin ]; then
    # SQLite comes with the system; its ncurses lacks the wide characters.
    missing=
    command -v brew >/dev/null 2>&1 && brew --prefix --installed ncurses >/dev/null 2>&1 || missing=ncurses
    if [ -n "$smoke" ] && ! command -v tmux >/dev/null 2>&1; then missing="$missing tmux"; fi
    [ -z "$missing" ] && exit 0
    echo "Missing: $missing. Install with: brew install $missing" >&2
    exit 1
fi

missing=
if ! has_header ncurses.h; then
    # Called libncursesw5-dev before Debian 10 and Ubuntu 19.
    name=libncurses-dev
    if command -v apt-cache >/dev/null 2>&1 && ! apt-cache show libncurses-dev >/dev/null 2>&1 \
        && apt-cache show libncursesw5-dev >/dev/null 2>&1; then
        name=libncursesw5-dev
    fi
    missing="$missing $name"
fi
has_header sqlite3.h || missing="$missing libsqlite3-dev"
if [ -n "$smoke" ] && ! command -v tmux >/dev/null 2>&1; then missing="$missing tmux"; fi
[ -z "$missing" ] && exit 0

if [ "$mode" = check ]; then
    echo "Missing system packages:$missing. Scripts/setup.sh installs them."
    exit 1
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Missing (by their Debian names):$missing. Install them with the package manager of this system." >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Missing:$missing. Run as root: apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "Installing$missing with ${as_root:+sudo }apt-get."
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# The names are words of their own.
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
