# Kinds of terminals and languages: drawn rightly, or refused in one sentence. Sourced by run.

for term in xterm-256color xterm screen-256color tmux-256color linux vt100; do
    infocmp "$term" >/dev/null 2>&1 || continue
    start "TERM=$term" && keys 2
    check "TERM=$term shows the contacts" sees "王伟"
    keys '?'
    check "TERM=$term floats" sees "Keys: Contacts"
    keys Escape && loses "Keys: Contacts" && keys Q
    check "TERM=$term is left as before" left 0
done

# Many programs that call themselves xterm do not know how to scroll rows (SU, SD): rows that moved are sent anew.
start TERM=xterm-256color && keys 2 && sees "王伟"
: >"$raw"
for letter in / w a n g; do keys "$letter" && sleep 0.1; done
check "narrowing shows who is left" loses "Walter"
scrolls() { LC_ALL=C grep -aqP '\x1b\[[0-9]*[ST]|\x1b\[[0-9]+;[0-9]+r' "$raw"; }
never() { ! "$@"; }
check "no row is scrolled" never scrolls
keys Escape && loses "/ wang" && keys Q
check "it is left as before" left 0

for locale in LC_ALL=C LC_ALL=POSIX "LC_ALL= LANG=zh_CN.UTF-8 KONTOR_LANGUAGE=en" "-u LC_ALL -u LANG -u LC_CTYPE"; do
    start "$locale" && keys 2
    check "$locale draws Han" sees "王伟"
    keys Q
    check "$locale is left as before" left 0
done

# refused NAME WORDS: starting with these words of env is refused with status 2 and one sentence.
refused() {
    rm -f "$home/status"
    keys "clear; env $1 '$kontor' --db '$office' 2>'$home/err'; echo \$? >'$home/status'" Enter
    within has "$home/status" && [ "$(cat "$home/status")" = 2 ] && [ "$(wc -l <"$home/err")" -eq 1 ]
}
for words in TERM=dumb TERM=nonsense TERM= "-u TERM" LC_ALL=zh_CN.GB18030 LC_ALL=en_US.ISO-8859-1; do
    check "$words is refused in one sentence, status 2" refused "$words"
done

no_terminal() {
    "$kontor" demo --now $now </dev/null >"$home/out" 2>"$home/err"
    [ $? -eq 2 ] && [ "$(wc -l <"$home/err")" -eq 1 ] && [ ! -s "$home/out" ]
}
check "without a terminal it is refused in one sentence, status 2" no_terminal
