# What a user sees first, on the demo territory. Sourced by run.

keys "stty -g >'$home/before'; '$kontor' demo --now $now; echo left \$?; stty -g >'$home/after'" Enter
if ! check "the first screen is Today" sees "1 Today"; then
    # Keys would go to the shell: nothing more can be learned.
    echo "smoke: $passed passed, $failed failed"
    exit 1
fi
check "it is the alternate screen" within alternate 1
check "what is overdue is there" sees "OVERDUE"
check "Han names are drawn" sees "王伟"
keys 2
check "2 opens the contacts" sees "Lovell"
keys '?'
check "? opens help" sees "Keys: Contacts"
keys Escape
check "Esc closes help" loses "Keys: Contacts"
keys 1
check "1 goes back to Today" sees "OVERDUE"
t resize-window -t smoke -x 59 -y 19
check "a terminal too small asks for room" loses "OVERDUE"
t resize-window -t smoke -x 80 -y 24
check "and all is back when there is room" sees "OVERDUE"
keys Q
check "Q leaves, with exit status 0" sees "left 0"
check "the alternate screen is left" within alternate 0
within has "$home/after"
check "the terminal's settings are as before" cmp -s "$home/before" "$home/after"
