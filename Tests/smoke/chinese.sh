# The same in Chinese, as the locale asks for it. Sourced by run.

# Kontor has no locale of the C library but for its characters: none need be installed.
keys "clear; LC_ALL= LANG=zh_CN.UTF-8 '$kontor' demo --now $now; echo left \$?" Enter
check "the first screen is Chinese" sees "1 今天"
check "what is overdue is there in Chinese" sees "逾期 4"
for pane in "2 上次联系" "3 下一步" "4 已接听" "5 已开" "6 到期" "7 已确认" "8 加权"; do
    keys "${pane%% *}"
    check "pane ${pane%% *} is Chinese" sees "${pane#* }"
done
keys 2 '?'
check "help is Chinese" sees "按键：联系人"
keys Escape
check "Esc closes help" loses "按键：联系人"
keys n
check "a form is Chinese" sees "新建联系人"
keys Escape
check "its title is gone" loses "新建联系人"
keys 1
check "1 goes back" sees "逾期 4"
keys c
check "a call is logged in Chinese, with the outcomes of the file" sees "无人接听"
keys Escape
check "and left" loses "无人接听"
keys Q
check "Q leaves, with exit status 0" sees "left 0"
