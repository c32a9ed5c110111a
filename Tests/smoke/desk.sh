# What the smoke runs share: a place of their own, a shell in a pseudo-terminal (tmux), and ways to look at it.
# Sourced; $kontor is the program.

command -v tmux >/dev/null 2>&1 || sh Scripts/setup.sh --smoke || exit 1

home=$(mktemp -d)
now=2026-11-21T14:05+08:00
office=$home/office.db
drafts=$home/state/kontor/drafts
raw=$home/raw
passed=0
failed=0
export LC_ALL=C.UTF-8 TZ=Asia/Shanghai
# Nothing of the person who runs this is read or written.
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state
# The shell's own bracketed paste would hide whether ours is switched off.
export INPUTRC=$home/inputrc SWIFT_BACKTRACE=enable=no
echo 'set enable-bracketed-paste off' >"$INPUTRC"
unset KONTOR_DB KONTOR_NOW NO_COLOR COLORFGBG TMUX VISUAL EDITOR

t() { tmux -S "$home/tmux" -f /dev/null "$@"; }
finish() {
    t kill-server >/dev/null 2>&1
    if [ -n "${full:-}" ]; then umount "$full" 2>/dev/null; fi
    # The server may still be writing its last words.
    rm -rf "$home" 2>/dev/null || { sleep 0.5 && rm -rf "$home"; }
}
trap finish EXIT

screen() { t capture-pane -p -t smoke 2>/dev/null; }

# check NAME COMMAND…: counts how the command ended; on failure shows the screen. Its status is the command's.
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "smoke: FAILED: $name"
        screen | sed 's/^/    |/'
        return 1
    fi
}

# Waits up to 5 seconds until a command succeeds.
within() {
    local tries=100
    until "$@"; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.05
    done
}

shows() { screen | grep -qF -- "$1"; }
hides() { ! screen | grep -qF -- "$1"; }
sees() { within shows "$1"; }
loses() { within hides "$1"; }
has() { [ -s "$1" ]; }
keys() { t send-keys -t smoke "$@"; }
alternate() { [ "$(t display-message -p -t smoke '#{alternate_on}')" = "$1" ]; }

# A shell in 80×24, so that what the program leaves behind can be looked at. All that it sends is in $raw.
begin_shell() {
    t new-session -d -s smoke -x 80 -y 24 "env PS1='ready\$ ' TERM=screen-256color bash --norc --noprofile" || exit 1
    t pipe-pane -O -t smoke "cat >>'$raw'"
    check "a shell starts" sees 'ready$'
}

# start [VARIABLE=VALUE…]: opens the office in the shell.
start() {
    rm -f "$home/before"
    keys "clear; stty -g >'$home/before'" Enter
    within has "$home/before"
    keys "env $* '$kontor' --db '$office' --now $now" Enter
    sees "1 Today"
}

pids() { pgrep -f "^$kontor --db $office"; }
gone() { ! pids >/dev/null; }
running() { pids >/dev/null; }
strike() { pids | xargs kill "-$1"; }

# Every mode that was switched on is off again.
modes_are_off() {
    local mode last
    for mode in 1000 1002 1006 1049 2004; do
        last=$(grep -ao "\[?$mode[hl]" "$raw" | tail -n 1)
        [ "${last: -1}" = l ] || { echo "mode $mode is left on" && return 1; }
    done
}
cursor_is_shown() { [ "$(t display-message -p -t smoke '#{cursor_flag}')" = 1 ]; }
terminal_is_as_before() {
    rm -f "$home/after"
    keys "stty -g >'$home/after'" Enter
    within has "$home/after" && cmp -s "$home/before" "$home/after" && within alternate 0 && cursor_is_shown && modes_are_off
}

# left STATUS: it ended so, and left the terminal as it was.
left() {
    within gone || { echo "it still runs" && return 1; }
    rm -f "$home/status"
    keys "echo \$? >'$home/status'" Enter
    within has "$home/status" || return 1
    [ "$(cat "$home/status")" = "$1" ] || { echo "status $(cat "$home/status")" && return 1; }
    terminal_is_as_before
}

kept() { grep -rqF -- "$1" "$drafts" 2>/dev/null; }
