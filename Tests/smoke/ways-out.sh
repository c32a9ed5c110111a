# Every way out: what was typed is a draft, and the terminal is as it was. Sourced by run.

"$kontor" --db "$office" --now $now add contact 王伟 --phone '138 0013 8000' >/dev/null
"$kontor" --db "$office" --now $now add contact 'Ada Lovell' >/dev/null
words="kept words"

# form KEYS: opens the form on the first contact and types words into it.
form() {
    rm -rf "$drafts"
    start && keys "2$1" && keys "$words" && sees "$words"
}

# Each form, when the line breaks.
for name in ci m M f N o n e gk; do
    check "words are typed into the form of $name" form $name && strike HUP
    check "HUP in the form of $name leaves, and the terminal is as before" left 129
    check "HUP in the form of $name keeps the words" kept "$words"
done

# Each signal, in a form.
for way in TERM:143 INT:130 QUIT:131; do
    form N && strike "${way%:*}"
    check "${way%:*} leaves with status ${way#*:}, and the terminal is as before" left "${way#*:}"
    check "${way%:*} keeps the words" kept "$words"
done
for way in SEGV:139 ABRT:134 ILL:132 BUS:135; do
    form N && within kept "$words" && strike "${way%:*}"
    check "a crash by ${way%:*} leaves the terminal as before" left "${way#*:}"
    check "a crash by ${way%:*} leaves the draft" kept "$words"
done

# No warning at all.
form N && sleep 2.2 && strike KILL
within gone
check "kill -9 two seconds after the last key loses nothing" kept "$words"
keys "reset" Enter "clear" Enter
sees 'ready$'
rm -rf "$drafts"
start && keys 2N
for letter in s t e a d y " " t y p i n g; do keys "$letter" && sleep 0.3; done
strike KILL
within gone
check "kill -9 in the middle of typing loses two seconds at most" kept "steady"
keys "reset" Enter "clear" Enter
sees 'ready$'
start && keys 2N && keys C-o
check "the draft is offered and taken up" sees "steady"
keys C-x && loses "steady" && keys Q
check "and is gone when it was discarded" left 0

# Out to the shell and back.
stopped() { sees "Stopped" && alternate 0 && cursor_is_shown && modes_are_off; }
start && keys 2 && sees "Lovell" && keys C-z
check "Ctrl-Z goes to the shell" stopped
t resize-window -t smoke -x 100 -y 30
keys fg Enter
check "fg comes back in the size of then" sees "Sat 21 Nov  14:05"
t resize-window -t smoke -x 80 -y 24
keys N && keys "$words" && sees "$words" && strike TSTP
check "TSTP in a form goes to the shell" stopped
keys clear Enter fg Enter
check "the form is still there" sees "$words"
strike STOP && sees 'Stopped' && keys "clear; fg" Enter
check "after STOP and CONT all is drawn anew" sees "$words"
keys C-x && loses "$words" && keys Q
check "and leaves the terminal as before" left 0

# An editor that is stopped, and one that is ended.
printf '#!/bin/sh\nkill -TSTP $$\necho from the editor >"$1"\n' >"$home/stops"
printf '#!/bin/sh\necho from the editor >"$1"\necho waiting\nsleep 30\n' >"$home/waits"
chmod +x "$home/stops" "$home/waits"
start "EDITOR=$home/stops" && keys 2N && keys "$words" && sees "$words" && keys C-e
check "an editor that stops lets the shell have the terminal" stopped
keys clear Enter fg Enter
check "its text comes back" sees "from the editor"
keys C-x && loses "from the editor" && keys Q
check "and the terminal is as before" left 0
start "EDITOR=$home/waits" && keys 2N && keys "$words" && sees "$words" && keys C-e && sees waiting && strike TERM
check "TERM while an editor runs ends both, and the terminal is as before" left 143
check "what the editor had written is kept" kept "from the editor"

# The terminal goes away, with a signal and without. It must end, not spin.
t new-window -d -n other "env TERM=screen-256color bash --norc --noprofile"
other() { t capture-pane -p -t other | grep -qF -- "$1"; }
# elsewhere COMMAND: opens the office in the other window and types into a form.
elsewhere() {
    rm -rf "$drafts"
    t send-keys -t other "$1" Enter
    within other "1 Today"
    t send-keys -t other 2N && t send-keys -t other "$words" && within other "$words"
}
elsewhere "'$kontor' --db '$office' --now $now"
if [ -r "/proc/$(pids)/stat" ]; then
    idle() {
        local before after
        before=$(cut -d' ' -f14 "/proc/$(pids)/stat")
        sleep 2
        after=$(cut -d' ' -f14 "/proc/$(pids)/stat")
        [ $((after - before)) -le 10 ]
    }
    check "it does nothing while nothing happens" idle
fi
rm -rf "$drafts"
t send-keys -t other more
kill -9 "$(t display-message -p -t other '#{pane_pid}')"
check "it ends with the shell that started it" within gone
check "and keeps the words" kept "${words}more"
if command -v setsid >/dev/null 2>&1; then
    t new-window -d -n other "env TERM=screen-256color bash --norc --noprofile"
    elsewhere "setsid -w '$kontor' --db '$office' --now $now <\$(tty) >\$(tty)"
    t kill-window -t other
    check "it ends with a terminal that goes without a signal" within gone
    check "and keeps the words then" kept "$words"
fi
rm -rf "$drafts"
