/// The sentences of the Chinese interface: the key, the Chinese under it, an empty line. `\n` is a line break; `{1}` the place of a
/// value, `{1*}` of one that is a word of ours.
let chineseSentences: StaticString = #"""
    Add the demo territory
    添加演示区域

    an event without a start: {1}
    日程没有开始时间：{1}

    only the first {1} times were taken in: {2}
    只导入了前 {1} 次：{2}

    no time from {1} to {2}: {3}
    {1} 至 {2} 期间没有日程：{3}

    Event
    日程

    {1} is not here and was left out
    系统中没有“{1}”，未导入

    Until {1}
    截至 {1}

    With: {1}
    参加人：{1}

    Call
    打电话

    Call {1}
    致电{1}

    Visit
    拜访

    Visit {1}
    拜访{1}

    Write an e-mail
    写邮件

    E-mail {1}
    给{1}发邮件

    Send something
    发资料

    Send something to {1}
    给{1}发资料

    Task
    任务

    {1} is a calendar, which cannot be {2}.
    {1} 是日历，不能导入为{2*}。

    There is no calendar in this file.
    此文件中没有日历。

    an older version of what stands again in the file: {1}
    旧版本，文件中另有更新的：{1}

    {1:meeting|meetings} of the past came in as held
    {1} 个过去的会议已按“已开”导入

    {1:repeating event|repeating events}: the times from {2} to {3} were taken in
    {1} 个重复日程：已导入 {2} 至 {3} 期间的各次

    {1:task|tasks} without a date: due today
    {1} 个任务没有日期：设为今天到期

    {1} is no time zone that is known; its times were read as those of {2}
    未知时区 {1}，其时间按 {2} 读取

    {1:alarm|alarms} that cannot be kept left out
    {1} 个提醒无法保留，未导入

    {1:attachment|attachments} left out
    {1} 个附件未导入

    left out: {1}
    未导入：{1}

    not read: {1}
    未读取：{1}

    There is no event and no task in this file
    此文件中没有日程，也没有任务

     and {1:other|others}
     及另外 {1} 项

    its {1} is not here and was left out
    系统中没有对应的{1*}，未导入

    DURATION is no length of time: {1}
    DURATION 不是有效时长：{1}

     (declined)
     （已拒绝）

    a changed occurrence of a task that repeats: {1}
    重复任务中改过的某一次：{1}

    a task that was cancelled: {1}
    已取消的任务：{1}

    its description was cut after {1} letters: {2}
    说明过长，只保留前 {1} 个字符：{2}

    RRULE was not read: {1}
    RRULE 未读取：{1}

    a journal entry that names no contact: {1}
    日记条目没有写明联系人：{1}

    {1} holds vCards, which cannot be {2}.
    {1} 是 vCard 文件，不能导入为{2*}。

    There is no card in this file.
    此文件中没有名片。

    a group of {1:card|cards}, not a person: {2}
    这是含 {1} 张名片的群组，不是个人：{2}

    {1}: {2} was left out: {3}
    {1*}：“{2}”未导入：{3}

    {1} is larger than what a record keeps (700 kB) and was left out
    {1} 超过记录的容量上限（700 kB），未导入

    there are no stages
    尚无任何阶段

    Stopped; nothing was changed.
    已停止，未作任何更改。

     and 
     和 

    {1} files hold {2}; write {3} as CSV or JSON.
    {1} 文件只能存放{2*}；{3*}请导出为 CSV 或 JSON。

    {1} is no table, so it has no columns to map.
    {1} 不是表格，没有可对应的列。

    {1} (a guess)
    {1}（推测）

    no headings
    无标题行

    headings in line {1}
    标题在第 {1} 行

    {1:row|rows}
    {1} 行

    {1}: {2} may be two numbers, and the column holds decimal points and commas; write it without a mark for thousands
    {1*}：{2} 有两种读法，且该列中小数点与小数逗号混用；请去掉千位分隔符

    several have the e-mail address {1}, so it is not clear which is meant
    邮箱 {1} 对应多条记录，无法确定是哪一条

    {1} {2} are called {3}, so it is not clear which is meant
    有 {1} 个{2*}名为“{3}”，无法确定是哪一个

    yes
    是

    no
    否

    {1}, line {2}: {3}
    {1} 第 {2} 行：{3}

    {1} was deleted here and changed in the file
    “{1}”在系统中已删除，但在文件中有改动

    {1}: {2} is {3} here and {4} in the file
    {1}：{2*}在系统中为“{3*}”，在文件中为“{4*}”

    empty
    空

    record {1}: {2}
    第 {1} 条记录：{2}

    it was merged into {1}
    已合并到“{1}”

    it is here already
    系统中已有

    its id is here already
    此 ID 在系统中已有

    it was deleted meanwhile
    在此期间已被删除

    its id stood before in this import, for {1}; it was added to that record
    此 ID 在本次导入中已用于“{1}”，内容已并入那条记录

    do not call: {1:follow-up|follow-ups} to call closed
    勿打电话：已关闭 {1} 个电话跟进

    no {1}
    缺少{1*}

    a lost deal without a reason
    输单商机没有原因

    a call with neither contact nor company
    通话既没有联系人也没有公司

    a note on nothing
    备注没有所属对象

    a promise to nobody
    承诺没有对象

    state and done at contradict each other
    状态与完成时间相互矛盾

    Import {1}
    导入 {1}

    {1} is a folder; name the files in it.
    {1} 是文件夹；请指定其中的文件。

    The file is empty.
    文件是空的。

    This is {1}, not a table, vCard, calendar or JSON.
    这是{1}，不是表格、vCard、日历或 JSON。

    This is not text.
    这不是文本。

    a picture (PNG)
    图片（PNG）

    a picture (JPEG)
    图片（JPEG）

    a picture (GIF)
    图片（GIF）

    a program
    程序

    More than 200 MB come from there; bring them in as a file.
    传入的数据超过 200 MB；请存成文件再导入。

    There is no file {1}.
    没有文件 {1}。

    {1} may not be read: check its permissions.
    无法读取 {1}：请检查文件权限。

    {1} cannot be read: {2}.
    无法读取 {1}：{2}。

    This JSON is no export of Kontor: its records have no uid.
    此 JSON 不是 Kontor 导出的：记录中没有 uid。

    This JSON is no export of Kontor: its members are those of no record.
    此 JSON 不是 Kontor 导出的：其成员不属于任何一种记录。

    not an object
    不是对象

    {1}: not an array
    {1}：不是数组

    {1}: not an object
    {1}：不是对象

    {1}: neither text nor number
    {1}：既不是文本也不是数字

    {1:company|companies} are called {2}, so it is not clear which is meant
    有 {1} 家公司名为“{2}”，无法确定是哪一家

     and {1} more
     及另外 {1} 个

    {1} of whom there are several, rows refused: {2}.
    以下{1*}有重名，相关行被拒：{2}。

    {1} not known, would be made: {2}.
    以下{1*}不在系统中，将新建：{2}。

    {1} not known, made: {2}.
    以下{1*}不在系统中，已新建：{2}。

    {1} not known, rows left out: {2}.
    以下{1*}不在系统中，相关行未导入：{2}。

    {1} not known, rows refused: {2}.
    以下{1*}不在系统中，相关行被拒：{2}。

    {1} read as another: {2}.
    以下{1*}按其他名称读取：{2}。

    no {1} is called {2}, which was to stand for {3}
    没有名为“{2}”的{1*}，无法用它代替“{3}”

    {1} {2} is not known
    系统中没有{1*}“{2}”

    no {1} is called {2}
    没有名为“{2}”的{1*}

    no {1} has the e-mail address {2}
    没有邮箱为 {2} 的{1*}

    no {1} with the id {2} is here; bring in the {3} first
    没有 ID 为 {2} 的{1*}；请先导入{3*}

    {1}: not a whole number: {2}
    {1*}：不是整数：{2}

    {1}: {2} is not between {3} and {4}
    {1*}：{2} 不在 {3} 到 {4} 之间

    {1}: neither yes nor no: {2}
    {1*}：既不是“是”也不是“否”：{2}

    {1}: {2} is none of {3}
    {1*}：“{2}”不在可选值之列：{3}

    {1}: not a percentage from 0 to 100: {2}
    {1*}：不是 0 到 100 的百分比：{2}

    {1}: not an amount of {2}: {3}
    {1*}：不是有效的 {2} 金额：{3}

    {1}: there is no such date: {2}
    {1*}：没有这个日期：{2}

    {1}: {2} may be two dates, and the column holds days both first and second; write it as 2026-12-01
    {1*}：{2} 有两种读法，且该列中有的日在前、有的月在前；请写成 2026-12-01

    {1}: {2} is none of {3} and was left out
    {1*}：“{2}”不在可选值之列（{3}），未导入

    currency: not a currency: {1}
    货币：不是货币代码：{1}

    {1}: {2} is not in {3}
    {1*}：{2} 的货币不是 {3}

    {1}: not a whole number up to {2}: {3}
    {1*}：不是 {2} 以内的整数：{3}

    {1} is not the name of a file.
    {1} 不是文件名。

    {1} is a file, not a folder; name a folder.
    {1} 是文件，不是文件夹；请指定文件夹。

    {1} is a symbolic link, which is never written through; name the file itself.
    {1} 是符号链接，不能通过链接写入；请指定文件本身。

    {1} is a folder; name a file.
    {1} 是文件夹；请指定文件。

    {1} is no ordinary file; name another.
    {1} 不是普通文件；请换一个。

    {1} exists already; name another file, or use --force to replace it.
    {1} 已存在；请换一个文件名，或用 --force 覆盖。

    The disk is full, so {1} was not written: make room and try again.
    磁盘已满，{1} 未写入：请腾出空间后重试。

    {1} may not be written here: check its permissions or name another place.
    无权写入 {1}：请检查权限或换个位置。

    The folder {1} does not exist.
    文件夹 {1} 不存在。

    {1} cannot be written: {2}.
    无法写入 {1}：{2}。

    its uid stands in a row above; empty it, and this row becomes a new record
    uid 与上面某行重复；清空 uid，本行即成为新记录

    it was deleted here since the export
    导出后已在系统中删除

    it was deleted here since the export, and changed in the file
    导出后已在系统中删除，但在文件中有改动

    There is no encoding {1}; there are {2} and others.
    没有编码 {1}；可用 {2} 等。

    comma
    逗号

    semicolon
    分号

    tab
    制表符

    bar
    竖线

    it was exported elsewhere, or too long ago to tell what was changed here since; the file counted
    此文件是在别处导出的，或导出时间过久，无法判断系统中此后的改动；已以文件为准

    day first
    日在前

    month first
    月在前

    {1}: the dates may be read two ways; they were read with the {2}
    {1}：日期有两种读法；已按{2}读取

    an empty row
    空行

    {1}: the numbers may be read two ways; 1.234 was read as one thousand and more
    {1}：数字有两种读法；1.234 已按一千二百三十四读取

    No column tells what the rows are: no name, company or e-mail was found. Say it with --as, and the columns with --map.
    看不出各行是什么记录：没有找到名称、公司或邮箱列。请用 --as 指定类型，用 --map 指定列。

    No column holds the name of the {1} yet.
    还没有列对应{1*}的名称。

    No column holds the name of the {1}; say which with --map COLUMN=name.
    没有列对应{1*}的名称；请用 --map COLUMN=name 指定。

    {1} has no column {2}; it has {3}.
    {1} 没有列“{2}”；现有的列：{3}。

    {1} have no field {2}.
    {1*}没有字段“{2}”。

    time of {1}
    {1*}的时间

    This is {1}, not a table.
    这是 {1}，不是表格。

    There is no table in this file.
    此文件中没有表格。

    This is not one table: most rows do not have the {1:column|columns} of the header.
    这不是一张完整的表格：多数行的列数与标题行的 {1} 列不符。

    This is text, not a table.
    这是普通文本，不是表格。

    a ZIP archive or an Excel workbook
    ZIP 压缩包或 Excel 工作簿

    a database
    数据库

    a quote is opened and never closed
    引号有开头，没有结尾

    a NUL byte, which no text holds
    含有 NUL 字节，文本中不应出现

    the row is longer than 1 MB; perhaps a quote is opened and never closed
    该行超过 1 MB；可能是引号没有结尾

    text after the closing quote of a cell
    单元格的结束引号后还有文本

    a comment, not a row
    这是注释，不是数据行

    the row has {1:cell|cells}, more than the {2} of the header
    该行有 {1} 个单元格，多于标题行的 {2} 个

    the row has {1:cell|cells}, fewer than the {2} of the header
    该行有 {1} 个单元格，少于标题行的 {2} 个

    {1} outside of any calendar
    {1} 不在任何日历之内

    more than 100 components inside one another
    组件嵌套超过 100 层

    END:{1} without its BEGIN
    END:{1} 没有对应的 BEGIN

    END:{1} is missing
    缺少 END:{1}

    text outside of any calendar
    日历之外有文本

    the component is too large; {1} was left out
    组件过大；{1} 未导入

    INTERVAL is a number from 1, not {1}.
    INTERVAL 须为 1 或更大的数，不能是 {1}。

    {1} takes numbers from 0 to {2}, not {3}.
    {1} 须为 0 到 {2} 的数，不能是 {3}。

    {1} was not read: {2}
    {1} 未读取：{2}

    {1} is no time: {2}
    {1} 不是有效时间：{2}

    unknown charset {1}
    未知字符集 {1}

    the characters of {1} are not {2} and no other charset is declared
    {1} 的字符不是 {2}，也没有声明其他字符集

    not a property: {1}
    不是属性：{1}

    {1} is too long and was left out
    {1} 过长，未导入

    expected an array of records
    此处应为记录数组

    more than {1} arrays and objects inside one another
    数组和对象嵌套超过 {1} 层

    the text ends inside a string
    文本在字符串中间结束

    a string is not valid UTF-8
    字符串不是有效的 UTF-8

    a control character inside a string
    字符串中有控制字符

    half of a surrogate pair
    代理对只有一半

    a record of more than 16 MB
    记录超过 16 MB

    the text ends too early
    文本提前结束

    unexpected {1}
    意外的字符 {1}

     at byte {1} of the line
     （该行第 {1} 字节）

    not valid {1}; unreadable characters became �
    不是有效的 {1}；无法识别的字符已替换为 �

    This system cannot read {1}.
    本系统无法读取 {1}。

    The file is UTF-32, which Kontor does not read; save it as UTF-8.
    文件编码为 UTF-32，Kontor 无法读取；请另存为 UTF-8。

    the card is too large; {1} was left out
    名片过大；{1} 未导入

    the photo is damaged and was left out
    照片已损坏，未导入

    the photo is larger than 20 MB and was left out
    照片超过 20 MB，未导入

    a further photo was left out
    多余的照片未导入

    the card has no VERSION
    名片没有 VERSION

    not a date: {1}
    不是日期：{1}

    not an e-mail address, only what is inside < > is: {1}
    不是邮箱地址，只有 < > 里面的才是：{1}

    END:VCARD without BEGIN:VCARD
    END:VCARD 没有对应的 BEGIN:VCARD

    text outside of any card
    名片之外有文本

    the file ends before END:VCARD
    文件在 END:VCARD 之前结束

    more than 100 cards inside one another
    名片嵌套超过 100 层

    {1} is not a card and was passed over
    {1} 不是名片，已略过

    Kontor needs a window of at least {1} by {2}; this one has {3} by {4}.
    Kontor 需要至少 {1} × {2} 的窗口，当前为 {3} × {4}。

    cancel
    取消

    The input method is on: {1} is no key here. Switch it off, or type / to search.
    输入法已开启：{1} 在这里不是有效按键。请关闭输入法，或按 / 搜索。

    Shows the keys of this pane.
    显示当前页面的按键。

    back
    返回

    Goes back.
    返回。

    Shows {1}.
    显示{1}。

    Shows the next tab.
    显示下一个标签页。

    Shows the previous tab.
    显示上一个标签页。

    Goes back to what one was doing.
    返回之前的操作。

    Goes back; on the first pane asks whether to quit.
    返回；在首页则询问是否退出。

    Quits.
    退出。

    command
    命令

    Finds a command by its name.
    按名称查找命令。

    help
    帮助

    Goes to the shell; `fg` there comes back.
    切到 shell；输入 `fg` 返回。

    Quit?
    退出吗？

    quit
    退出

    stay
    不退出

    {1} ended with status {2}, so the text stays as it was.
    {1} 以状态码 {2} 退出，文本保持不变。

    {1} is needed.
    请填写{1}。

    Cut: there is room for {1} characters here.
    已截断：这里最多 {1} 个字符。

    new
    新建

    meanwhile emptied
    他人已清空

    meanwhile: {1}
    他人已改为：{1}

    complete
    补全

    Completes the last word, where something is proposed.
    有建议时补全最后一个词。

    Nothing is proposed.
    没有建议。

    next
    下一个

    Goes to the next field.
    转到下一个字段。

    Goes to the previous field.
    转到上一个字段。

    take
    采用

    show
    显示

    Shows the fields behind the line.
    显示此行收起的字段。

    There is nothing behind this field.
    此字段下没有收起的内容。

    save
    保存

    Saves from a one-line field; breaks the line in a text area.
    在单行字段中保存；在文本区中换行。

    Here Enter breaks the line; Ctrl-S saves.
    这里 Enter 用于换行；保存请按 Ctrl-S。

    Saves from every field.
    在任何字段中都可保存。

    choose
    选择

    Chooses among what is proposed; Enter takes it.
    在建议中选择；按 Enter 采用。

    Nothing is proposed here.
    这里没有建议。

    yes, no
    是/否

    Refuses what the line under the cursor makes, or takes it again.
    不采用光标所在行的内容；再按恢复采用。

    There is nothing to refuse here.
    这里没有可取消采用的内容。

    take theirs
    采用对方

    Takes what somebody else wrote in this field meanwhile.
    采用他人在此期间对该字段的修改。

    Nobody else has changed this field.
    没有其他人改过此字段。

    show it
    查看

    Shows the record that a warning is about; what was typed stays, Esc comes back to it.
    显示警告所指的记录；已输入的内容会保留，按 Esc 返回。

    No warning names a record here.
    这里没有指向记录的警告。

    next free
    下一空档

    Puts in the next free time; again the one after it.
    填入下一个空闲时间；再按则换到再下一个。

    Nothing here is planned for a time.
    这里没有需要安排时间的内容。

    take up draft
    取回草稿

    Takes up the draft that was kept of this form.
    打开这个表单留存的草稿。

    No draft of this form is kept.
    这个表单没有草稿。

    Something is typed here already.
    这里已有输入内容。

    keep draft
    存草稿

    Goes back; what was typed is kept as a draft.
    返回；已输入的内容存为草稿。

    No draft is kept of this form.
    这个表单不存草稿。

    Nothing was typed.
    没有输入任何内容。

    Goes back from a form in which nothing was typed.
    没有输入内容时直接返回。

    Something was typed; Ctrl-X discards it.
    已有输入内容；按 Ctrl-X 丢弃。

    discard
    丢弃

    Throws away what was typed; in a fresh form the draft.
    丢弃已输入的内容；没有输入时丢弃草稿。

    There is nothing to throw away.
    没有可丢弃的内容。

    editor
    编辑器

    Edits the text of this field in $EDITOR.
    在 $EDITOR 中编辑这个字段的文本。

    This field holds no text to edit.
    这个字段没有可编辑的文本。

    Takes back what was typed in this field; Ctrl-Y does it again.
    撤销在这个字段中的输入；Ctrl-Y 重做。

    This field holds no text.
    这个字段不是文本。

    Changed meanwhile: {1}. Ctrl-S keeps yours, Ctrl-T takes theirs.
    期间已被他人修改：{1}。Ctrl-S 保留你的，Ctrl-T 采用对方的。

    Kept as a draft; Ctrl-O in the same form takes it up.
    已存为草稿；在同一表单中按 Ctrl-O 继续填写。

    The draft is not kept: {1}
    草稿未能保存：{1}

    Keys: {1}
    按键：{1}

    down
    向下

    Scrolls down.
    向下滚动。

    up
    向上

    Scrolls up.
    向上滚动。

    Scrolls down a page.
    向下翻一页。

    Scrolls up a page.
    向上翻一页。

    Scrolls to the first line.
    滚动到第一行。

    Scrolls to the last line.
    滚动到最后一行。

    narrow
    筛选

    Shows only the keys whose help holds what you type.
    只显示说明中含有输入内容的按键。

    show all
    显示全部

    Shows all keys again.
    重新显示全部按键。

    All are shown.
    已显示全部。

    Esc shows all first.
    先按 Esc 显示全部。

    No key does that; Esc shows all.
    没有这样的按键；按 Esc 显示全部。

    Writing down
    记录

    This record
    当前记录

    This list
    当前列表

    Moving
    移动

    Everywhere
    全局

    Moves to the next line.
    移到下一行。

    Moves to the line before.
    移到上一行。

    Moves down by a page.
    向下翻一页。

    Moves up by a page.
    向上翻一页。

    Moves to the first line.
    移到第一行。

    Moves to the last line.
    移到最后一行。

    pick
    选择

    Picks what is under the cursor.
    选择光标所在的项。

    Command
    命令

    run
    执行

    Runs the command, or says why it cannot act now.
    执行命令；现在不能执行时说明原因。

    No command is called that.
    没有这个命令。

    Stopping…
    正在停止…

    Working…
    处理中…

    Call with {1}
    与{1}的通话

    {1} min
    {1} 分钟

    they called
    对方来电

    cancelled: {1}
    取消原因：{1}

    done
    完成

    high priority
    高优先级

    low priority
    低优先级

    done {1}
    {1} 完成

    Note on {1}
    关于{1}的备注

    I owe
    我方承诺

    they owe
    对方承诺

    kept
    已兑现

    promised {1}
    {1} 承诺

    kept {1}
    {1} 兑现

    contact
    联系人

    company
    公司

    deal
    商机

    Today
    今天

    Contacts
    联系人

    Companies
    公司

    Comp.
    公司

    Calls
    通话

    Meetings
    会议

    Meet.
    会议

    Follow-ups
    跟进

    F-ups
    跟进

    Pipeline
    漏斗

    Pipe
    漏斗

    Reports
    报表

    Rep.
    报表

    Undoes the last action.
    撤销上一个操作。

    Does the last undone action again.
    重做刚撤销的操作。

    find
    查找

    Finds anything anywhere: by name, pinyin initials, phone, company, or words of a note.
    全局查找：姓名、拼音首字母、电话、公司或备注中的词。

    New contact.
    新建联系人。

    New company.
    新建公司。

    New deal.
    新建商机。

    Changes the lists that forms pick from: outcomes, stages, reasons, holidays, quotas, cadences, commission, rates, templates.
    修改表单中的选项列表：结果、阶段、原因、节假日、定额、联系周期、提成、汇率、模板。

    Imports an address book or a deal list.
    导入通讯录或商机列表。

    Lists the drafts: forms that were begun and not saved.
    列出草稿：已填写但未保存的表单。

    Lists duplicates: contacts and companies that are likely one.
    列出重复项：疑似同一个的联系人和公司。

    Reviews the pipeline: walks each open deal.
    回顾销售漏斗：逐个查看进行中的商机。

    Exports everything into a folder.
    全部导出到一个文件夹。

    {1} new under nothing planned: {2}
    新增 {1} 个未安排下一步：{2}

    read only
    只读

    all planned
    全部已安排

    {1} nothing planned
    {1} 个未安排下一步

    A list
    列表

    Saved views
    视图

    Meetings by week
    会议周历

    Find anything
    全局查找

    Pipeline as a table
    漏斗表格

    What changed in the pipeline
    漏斗变化

    A record
    单条记录

    Work the list
    逐个处理

    A pick list
    选项列表

    Importing: the columns
    导入：列对应

    Importing: what would come in
    导入：预览

    Importing: mappings that are kept
    导入：已存的列对应

    Duplicates
    重复项

    Merge
    合并

    A form
    表单

    Drafts
    草稿

    Today's copy of the file could not be made; `kontor backup` says why.
    今天未能备份文件；运行 `kontor backup` 查看原因。

    backup {1}
    备份于 {1}

    no backup yet
    尚未备份

    tier {1}
    等级 {1}

    do not call
    勿打电话

    won
    赢单

    lost: {1}
    输单：{1}

    close
    预计成交

    NEXT
    下一步

    nothing planned; f sets a follow-up
    未安排下一步；按 f 添加跟进

    Last contact
    上次联系

    attempts since
    此后尝试次数

    Never reached
    从未接通

    attempts
    尝试次数

    In touch
    联系周期

    every {1:day|days}
    每 {1} 天

    {1:day|days}
    {1} 天

    People
    联系人

    Deals
    商机

    Relations
    关系

    Timeline
    往来记录

    Nothing happened yet: c logs a call, m notes a meeting, N writes a note.
    还没有往来：按 c 记录通话，m 记录会议，N 写备注。

    older
    更早

    Sort and columns
    排序和列

    sort
    排序

    Sorts by this column; again the other way round.
    按此列排序；再按一次反向排序。

    Shows or hides this column.
    显示或隐藏此列。

    A list needs one column at least.
    列表至少要有一列。

    Moves to the next column.
    移到下一列。

    Moves to the column before.
    移到上一列。

    place
    移动列

    Moves this column to the left.
    将此列左移。

    Moves this column to the right.
    将此列右移。

    as at first
    恢复默认

    Columns and order as at first.
    恢复默认的列和顺序。

    Sorts by the column of that number.
    按对应编号的列排序。

    There is no such column.
    没有这一列。

    It is not shown; Space shows it.
    此列未显示；按 Space 显示。

    That day is not over yet.
    那天还没过完。

    which day? last monday, 2w, 11-02, 上周五
    哪一天？last monday、2w、11-02、上周五

    This is how it was on {1}; Esc returns to today.
    这是 {1} 的情况；按 Esc 回到今天。

    as of {1}
    截至 {1}

    when it ended; only to look at
    当天结束时的情况，仅供查看

    as of
    回看

    Shows the pipeline as it was on a day that is over.
    查看销售漏斗在过去某一天的情况。

    changes
    变化

    Shows what changed since last Monday: new, advanced, slipped, won, lost, amounts.
    查看上周一以来的变化：新增、推进、延期、赢单、输单、金额。

    leave
    退出

    No day is typed.
    没有在输入日期。

    today
    今天

    Returns to the pipeline as it is today.
    回到销售漏斗今天的情况。

    This is today.
    已经是今天。

    A day is being typed.
    正在输入日期。

    {1} d
    {1} 天

    closes {1}
    预计 {1}

    nothing planned
    未安排下一步

    no rate
    无汇率

    rates {1}
    汇率 {1}

    u undo
    u 撤销

    Deal
    商机

    Company
    公司

    Amount
    金额

    Stage
    阶段

    Weighted
    加权

    Close
    预计成交

    Next step
    下一步

    Age
    天数

    open
    打开

    Opens the deal.
    打开商机。

    board
    看板

    Shows the deals as a board.
    以看板显示商机。

    views
    视图

    Opens a saved view of the deals as a list.
    以列表形式打开已存的商机视图。

    new deal
    新建商机

    Adds a deal.
    添加商机。

    review
    回顾

    Walks the open deals: what changed since the last review, and one key a decision.
    逐个回顾进行中的商机：上次回顾以来有何变化，每个决定只按一键。

    There is no open deal to review.
    没有可回顾的进行中商机。

    export
    导出

    Exports the open deals.
    导出进行中的商机。

    {1:deal|deals}
    {1} 个商机

    No open deals: n adds one, o on a contact adds one for them.
    没有进行中的商机：按 n 添加，或在联系人上按 o 为其添加。

    No deal was open then.
    当时没有进行中的商机。

    There is no open deal here; o adds one.
    这里没有进行中的商机；按 o 添加。

    There is no closed deal here.
    这里没有已关闭的商机。

    Move which deal on?
    推进哪个商机？

    Move which deal back?
    退回哪个商机？

    Put off the close of which deal?
    推迟哪个商机的预计成交？

    There is no telephone number.
    没有电话号码。

    “{1}” is no number that can be dialled.
    “{1}”不是可拨打的号码。

    {1} is marked do not call
    {1}已标记为勿打电话

    Dial {1}
    拨打{1}

    , extension {1}
    ，分机 {1}

    Dialling {1} {2}{3}; the clock runs, c logs the call.
    正在拨打{1} {2}{3}；已开始计时，按 c 记录通话。

    {1} ended with status {2}: it may not have dialled {3}. y copies it.
    {1} 已退出，状态码 {2}：{3} 可能没有拨出。按 y 复制号码。

    First say what dials: kontor config dial 'PROGRAM {number}'
    请先设置拨号程序：kontor config dial 'PROGRAM {number}'

    copy
    复制

    {1} copied
    已复制 {1}

    The draft cannot be removed from {1}.
    无法从 {1} 删除草稿。

    No drafts are kept.
    没有草稿。

    take up
    继续填写

    Opens the form with what was typed in it.
    打开表单，恢复已输入的内容。

    Throws the draft away.
    丢弃草稿。

    Copies what was typed.
    复制已输入的内容。

    The text of the draft is copied.
    已复制草稿文本。

    The record of this draft is not there any more; undo may bring it back, y copies the text.
    这份草稿对应的记录已不存在；撤销也许能恢复，按 y 复制文本。

    Throw away the draft “{1}”?
    丢弃草稿“{1}”？

    Draft thrown away.
    已丢弃草稿。

    No drafts are kept. What you type into a form and do not save is listed here.
    没有草稿。在表单中输入而未保存的内容会列在这里。

    on another screen
    在另一个屏幕

    {1:draft|drafts}
    {1} 份草稿

    “{1}” was not saved last time, {2}: gd takes it up again.
    “{1}”上次未保存（{2}）：按 gd 继续填写。

    {1} forms were not saved last time: gd lists them.
    上次有 {1} 个表单未保存：按 gd 查看。

    One
    记录一

    The other
    记录二

    The same
    相同

    There is nothing under the cursor.
    光标处没有记录。

    compare
    对比

    Puts the two side by side, to merge them.
    并排对比这两条记录，以便合并。

    not the same
    不是重复

    Says that they are two, and proposes them no more.
    标记为两条不同的记录，不再提示。

    Opens the one at the left.
    打开左边的记录。

    Opens the one at the right.
    打开右边的记录。

    {1}, the most certain
    {1}（最可能的）

    Looking for records that are there twice
    正在查找重复记录

    Nothing looks as if it were there twice. Two selected with Space in a list are merged with =.
    没有疑似重复的记录。在列表中用 Space 选中两条，按 = 即可合并。

    Export what is shown
    导出当前内容

    File
    文件

    Export everything
    全部导出

    Folder
    文件夹

    Exporting to {1}
    正在导出到 {1}

    {1} is there already. Replace it?
    {1} 已存在，要覆盖吗？

    replace
    覆盖

    Cancelled: nothing was written.
    已取消：没有写入任何内容。

    A demo territory to look around in
    这是演示数据，可随意浏览

    u takes it out again
    按 u 移除

    No field begins so; words are looked for everywhere.
    没有以此开头的字段；将按词查找所有内容。

    No line is typed.
    没有在输入筛选条件。

    A filter line is being typed.
    正在输入筛选条件。

    {1}{2} found
    找到 {1}{2} 条

    Tab first goes to what was found.
    先按 Tab 进入查找结果。

    Opens the record under the cursor.
    打开光标所在的记录。

    Nothing was found.
    没有找到。

    act
    操作

    Goes to what was found, where the verb keys act; and back.
    进入查找结果，用按键操作记录；再按一次返回。

    type
    输入

    Goes back to the line that is typed.
    返回输入行。

    Opened lately
    最近打开

    Type a few letters: of a name, its pinyin initials, the last digits of a phone, a company.
    输入几个字：姓名、拼音首字母、电话末几位或公司。

    Here only words are looked for; a field narrows a list: 2 or another pane, then / and the same.
    这里只按词查找；字段条件用于筛选列表：按 2 或切到其他页，再按 / 输入同样内容。

    Nothing holds that; a word is found by its beginning, Chinese by any part.
    没有找到；英文按词首匹配，中文匹配任意部分。

    name, pinyin, phone, company, text
    姓名、拼音、电话、公司、文本

    Makes
    将生成

    no date in “{1}”: ! fri 10 send sample
    “{1}”中没有日期，应如：! fri 10 寄样品

    {1:follow-up|follow-ups}
    {1} 个跟进

    {1:promise|promises}
    {1} 个承诺

    That promise is kept already.
    这个承诺已经兑现。

    Kept: {1}
    已兑现：{1}

    What
    内容

    Who owes
    承诺方

    Made
    承诺时间

    Edit promise
    编辑承诺

    Promise changed
    已修改承诺

    They owe
    对方承诺

    Nobody to call: this belongs to no contact and no company.
    没有通话对象：未关联任何联系人或公司。

    Outcome
    结果

    Summary
    摘要

    When
    时间

    or type 3d, fri 10, 周五
    或输入 3d、fri 10、周五

    About
    说明

    Length
    时长

    minutes; begun {1}
    分钟；{1} 开始

    Number
    号码

    Also
    同时

    Say how the call went.
    请选择通话结果。

    minutes
    分钟

    Direction
    方向

    With
    对方

    somebody at {1}
    {1}（未指定联系人）

    Edit call
    编辑通话

    Say with whom the call was.
    请填写通话对象。

    Call changed
    已修改通话

    Reached
    接通

    whether that outcome means that you spoke
    此结果是否算接通

    A whole number of minutes, up to 1440.
    请输入整数分钟，最多 1440。

    That meeting is {1} already.
    这个会议{1*}。

    Why
    原因

    may stay empty
    可留空

    Cancel: {1}
    取消会议：{1}

    Cancelled: {1}
    已取消：{1}

    New company
    新建公司

    Edit {1}
    编辑{1}

    Phone
    电话

    E-mail
    邮箱

    Name
    名称

    Name of a person
    姓名

    Also called
    别名

    Industry
    行业

    Tier
    等级

    Website
    网站

    City
    城市

    More
    更多

    Street
    街道

    Postcode
    邮编

    Country
    国家

    Source
    来源

    Employees
    员工数

    A whole number of people.
    请输入整数人数。

    {1} added
    已添加{1}

    {1} saved
    已保存{1}

    new, made on saving
    新记录，保存时创建

    New contact
    新建联系人

    Position
    职位

    Status
    状态

    Birthday
    生日

    1980-11-27, or 11-27
    1980-11-27 或 11-27

    every so many days
    每隔多少天

    empty: every {1:day|days}, by {2}
    留空：每 {1} 天（{2}）

    Department
    部门

    Do not call
    勿打电话

    closes {1:follow-up|follow-ups} to call
    将关闭 {1} 个电话跟进

    A whole number of days, from 1 to 3650.
    请输入整数天数，1 到 3650。

    {1} saved, {2:follow-up|follow-ups} to call closed
    已保存{1}，关闭 {2} 个电话跟进

    Tags
    标签

    parted by commas
    用逗号分隔

    A date as 1980-11-27, or 11-27 without the year.
    请按 1980-11-27 格式输入日期，不含年份则为 11-27。

    New deal
    新建商机

    New deal with {1}
    新建{1}的商机

    {1} made on saving
    保存时新建 {1} 个

    王伟: decider, Ada: buyer
    王伟：决策人，李娜：采购人

    120000, 12万, EUR 86k
    120000、12万、EUR 86k

    not an amount
    不是金额

    月底, eom, 2026-12-31
    月底、eom、2026-12-31

    Probability
    概率

    in percent; empty for the stage's own
    百分比；留空则用阶段的概率

    Not an amount; write 120000, 12万 or EUR 86k.
    不是金额；请写成 120000、12万 或 EUR 86k。

    A whole number from 0 to 100.
    请填 0 到 100 的整数。

    {1} is in the last stage; W says it is won.
    {1}已在最后阶段；赢单请按 W。

    {1} is in the first stage.
    {1}已在第一阶段。

    Closes {1}, was {2}: {3}
    预计成交 {1}，原为 {2}：{3}

    Closes {1}: {2}
    预计成交 {1}：{2}

    No close is expected after today; + puts it a week later.
    没有今天以后的预计成交日期；按 + 推后一周。

    A close cannot be put later than the year 9999.
    预计成交不能晚于 9999 年。

    {1} is won
    {1}已赢单

    call again {1}
    {1} 再打电话

    other
    其他

    undo
    撤销

    {1} is lost because
    {1}输单的原因

    {1} is lost: {2}
    {1}已输单：{2}

    Reason
    原因

    Lost because?
    输单原因？

    new reason
    新原因

    {1} is open again
    {1}已重新打开

    Follow-up with {1}
    跟进{1}

    Edit follow-up with {1}
    编辑对{1}的跟进

    tomorrow, fri 10, 3d, 周五下午3点
    明天、3d、fri 10、周五下午3点

    To do
    事项

    Subject
    主题

    Priority
    优先级

    That follow-up is done already.
    该跟进已完成。

    Result
    结果

    Done: {1}
    完成：{1}

    again {1}
    下次 {1}

    Done: {1} {2}
    完成：{1} {2}

    Only a follow-up or a planned meeting can be done.
    只有跟进和已计划的会议才能标为完成。

    This draft is of a form that is not there any more; y copies its text.
    草稿所属的表单已不存在；按 y 复制文字。

    This record was deleted meanwhile. What you typed is kept as a draft (gd); undo brings the record back.
    此记录已被删除。你输入的内容已存为草稿（gd）；撤销可恢复记录。

    {1} are called {2}; pick one of those proposed.
    有 {1} 个“{2}”；请从列出的选项中选一个。

    That {1} was deleted meanwhile; pick another.
    该{1*}已被删除；请另选。

    none
    无

    high
    高

    normal
    普通

    low
    低

    lead
    线索

    prospect
    潜在客户

    customer
    客户

    partner
    合作伙伴

    former
    前客户

    out: I called
    呼出：我打的

    in: they called
    呼入：对方打的

    Plan a meeting with {1}
    安排与{1}的会议

    Edit meeting
    编辑会议

    Meeting with {1}
    与{1}的会议

    tue 10:00, 下周三 下午3点
    周二 10:00、下周三下午3点

    all day
    全天

    Title
    标题

    until {1}
    到 {1}

    minutes, or 11:30
    分钟数，或 11:30

    Place
    地点

    Notes
    纪要

    names, parted by commas
    姓名，用逗号分隔

    Held: {1}
    已开：{1}

    Template
    模板

    The notes are begun; empty them to start from another.
    纪要已有内容；清空后才能换模板。

    A whole number of minutes, up to a week, or the time of the end.
    请填整数分钟（最长一周）或结束时间。

    and {1} more
    另有 {1} 个

    then: {1} {2}
    时间冲突：{1} {2}

    {1} min for the way: {2} {3}, {4}
    路上只有 {1} 分钟：{2} {3}，{4}

    that day: {1} {2}
    当天已有：{1} {2}

    A whole number of minutes, up to a week.
    请填整数分钟，最长一周。

    No {1} min are free in the working hours of a year.
    一年的工作时间内找不到 {1} 分钟的空档。

    nothing planned then; type 3d, or none: why
    未安排下一步；请填 3d，或“无：原因”

    no next step
    无下一步

    no next step; none: why
    无下一步；可填“无：原因”

    no next step, because of that
    无下一步，原因已注明

    Say when: 3d, fri 10, 周五.
    请填写时间：3d、fri 10、周五。

    as planned already
    按已有安排

    Something is planned there, or it needs no next step.
    那里已有安排，或不需要下一步。

    {1:record|records}
    {1} 条记录

    {1} of {2}, as nothing is planned there
    {2} 条中未安排下一步的 {1} 条

    A note belongs to a contact, a company or a deal.
    备注只能写在联系人、公司或商机上。

    Note
    备注

    Note on {1} kept
    已保存{1}的备注

    Edit note
    编辑备注

    Note changed
    备注已修改

    Change which list?
    修改哪个列表？

    New row: {1}
    新建行：{1}

    {1} to {2}
    {1} 到 {2}

    2.5, of what is beyond the amount
    如 2.5，按超出金额的部分计

    2027-02-08, fri
    2027-02-08、周五

    The three capital letters of a currency, such as EUR.
    货币的三个大写字母，如 EUR。

    There is one of that name already.
    已有同名的项。

    The currency that is converted, not the one into which.
    填被换算的货币，不是换算成的货币。

    More than nothing; empty for no rate from that day on.
    须大于 0；留空表示从该日起没有汇率。

    One small letter or digit: the key that chooses it.
    一个小写字母或数字：选择时按的键。

    Who is not to be called cannot be called next.
    勿打电话的，下一步不能是电话。

    {1} is the key of {2} already.
    {1} 已是“{2}”的按键。

    {1}: former company, adviser to …
    {1}：前公司、顾问于…

    {1}: reports to, family …
    {1}：汇报给、家人…

    王伟: reports to, Ada: family
    王伟：汇报给，李娜：家人

    the same from both sides; or mentors/is mentored by
    双方相同；不同则写成：导师/学生

    Say behind a colon what the contact is to {1}: reports to, family …
    请在冒号后写明联系人与{1}的关系：汇报给、家人…

    Repeat
    重复

    weekly, every mon,thu, every 15th, 每月底
    每周，每周一、四，每月15号，每月底

    then {1}
    下次 {1}

    the last one
    最后一次

    Remind
    提醒

    15m, 1h, 1d before
    提前 15m、1h、1d

    or 15m, 1h, 1d before
    或提前 15m、1h、1d

    {1} is here already
    已有{1}

    {1} is here: the same?
    已有{1}：是同一个吗？

    {1} has this number
    {1}已用此号码

    {1} has this address
    {1}已用此地址

    Save what is shown
    保存当前视图

    Filter
    筛选

    city:shanghai last>30d; empty for all
    city:shanghai last>30d；留空为全部

    Sorted by
    排序

    name, amount,desc; empty for the usual
    name 或 amount,desc；留空为默认

    Columns
    列

    Who
    对象

    a contact, company or deal; a few letters are enough
    联系人、公司或商机；输入开头几个字即可

    There is no {1} yet. Add a contact of that name?
    还没有{1}。要添加为联系人吗？

    add
    添加

    Line
    行号

    Record
    记录

    This would come in
    将导入的内容

    import
    导入

    Brings in what is shown, as one action that u takes back.
    导入所示内容；整体算一步，可按 u 撤销。

    There is nothing new or changed to bring in.
    没有新增或变更的内容可导入。

    names
    名称

    Says what becomes of the names in the file that are not known here: which record each means, made, left out.
    决定文件中未识别的名称如何处理：对应哪条记录、新建或跳过。

    Every name in the file is known here.
    文件中的名称都已识别。

    update, skip, add
    更新/跳过/新增

    Says what happens to records that are here: they are updated, left as they are, or all are added.
    决定已有的记录如何处理：更新、保持不变，或全部新增。

    conflicts
    冲突

    Says which side counts where a record was changed both here and in the file.
    决定记录在两边都改过时以哪边为准。

    Nothing was changed on both sides.
    没有两边都改过的记录。

    write refused
    导出被拒

    Writes the refused rows down, each with its reason.
    把被拒的行连同原因导出到文件。

    Nothing would be refused.
    没有会被拒的行。

    encoding
    编码

    Says in which encoding the file is, where it was recognised wrongly.
    编码识别有误时，在此指定文件编码。

    Esc goes back to the columns; E there says the encoding.
    按 Esc 返回列对应，在那里按 E 指定编码。

    remarks
    说明

    Shows all that is to be said about the files.
    显示关于文件的全部说明。

    About the files
    文件说明

    read
    读取

    changed
    变更

    unchanged
    不变

    skipped
    跳过

    in conflict
    冲突

    refused
    被拒

    what is here stays
    保留已有记录

    all are added
    全部新增

    what is here is updated
    更新已有记录

    in conflict the file counts
    冲突时以文件为准

    in conflict what is here stays
    冲突时保留已有内容

    CSV, vCard, iCalendar, JSON
    CSV、vCard、iCalendar、JSON

    Import
    导入

    One file more
    再加一个文件

    There is no such file.
    没有这个文件。

    This is a folder; Tab lists what is in it.
    这是文件夹；按 Tab 列出其中的文件。

    This file is chosen already.
    此文件已选。

    Looking at {1}
    正在读取 {1}

    Nothing was imported.
    未导入任何内容。

    The file could not be read.
    无法读取文件。

    The encoding
    编码

    as it looks
    自动识别

    Importing {1}
    正在导入 {1}

    Cancelled: nothing was imported.
    已取消：未导入任何内容。

    Imported; u takes it all back
    已导入；按 u 全部撤销

    Nothing was imported
    未导入任何内容

    Write the refused rows
    导出被拒的行

    There is such a file already; name another one.
    已有同名文件；请换个名称。

    Writing {1}
    正在写入 {1}

    Nothing was written.
    未写入任何内容。

    The refused rows are in {1}; mend them there, then i.
    被拒的行已导出到 {1}；在文件里改好后按 i 导入。

    Mappings
    列对应

    None is kept yet; s keeps one.
    还没有保存的列对应；按 s 保存。

    put on
    套用

    Maps the columns so.
    按此对应各列。

    delete
    删除

    Deletes the mapping.
    删除此列对应。

    Promises
    承诺

    No contacts yet: n adds one, i imports an address book.
    还没有联系人：按 n 添加，按 i 导入通讯录。

    No companies yet: n adds one, i imports a list.
    还没有公司：按 n 添加，按 i 导入名单。

    No calls yet: n logs one, c on a contact does it at once.
    还没有通话：按 n 记录，或在联系人上直接按 c。

    No meetings yet: n plans one, M and m on a contact plan and note one.
    还没有会议：按 n 安排；在联系人上按 M 安排，按 m 记录。

    No open follow-ups: n sets one, f on a contact does it at once.
    没有待办的跟进：按 n 安排，或在联系人上直接按 f。

    No open promises: a line "-> text" in a note says what I owe, "<- text" what they owe.
    没有待兑现的承诺：在备注里写一行“-> 内容”是我的承诺，“<- 内容”是对方的承诺。

    Nothing here yet.
    还没有内容。

    {1} selected
    已选 {1} 个

    Adds a record of this list; asks whom it is about where that is needed.
    在此列表中添加记录；必要时先问对象是谁。

    Several are selected; Esc takes the selection back.
    已选多个；按 Esc 取消选择。

    Narrows the list as you type: words, city:shanghai, last>30d, next:none. What you type takes the place of what holds; a space adds to it.
    边输入边筛选：文字、city:shanghai、last>30d、next:none。输入的内容会替换现有条件；先输入空格则追加。

    Shows all records again.
    重新显示全部记录。

    week
    周

    Shows the meetings of a week.
    按周显示会议。

    Only meetings are shown by the week.
    只有会议能按周显示。

    Sorts by a column, and chooses the columns.
    按某列排序，并选择显示的列。

    Saved views: puts one on, or saves what is shown.
    已存视图：套用一个，或保存当前显示。

    work
    逐个处理

    Works through the list: one record a screen, the next after each call.
    逐个处理列表：每屏一条记录，打完电话接着下一条。

    Exports what is shown.
    导出所示内容。

    keep
    保留

    move
    移动

    Log a call
    记录通话

    Plan a meeting
    安排会议

    Set a follow-up
    安排跟进

    Nothing matches; Esc shows all.
    没有匹配的记录；按 Esc 显示全部。

    Column
    列

    Fills
    对应字段

    Holds
    内容

    field
    字段

    Says which field the column fills.
    选择此列对应的字段。

    go on
    继续

    Shows what would come in, before it does.
    先预览将导入的内容，再导入。

    read or not
    读/不读

    Leaves the column out, or reads it again.
    不读取此列，或重新读取。

    order
    格式

    Says how dates are read, day or month first, and numbers, with decimal point or comma.
    指定日期先日还是先月，数字的小数点用点还是逗号。

    kind
    类型

    Says what the rows are: contacts, companies …
    指定各行是什么：联系人、公司…

    separator
    分隔符

    Says what parts the cells: comma, semicolon, tab …
    指定单元格之间的分隔符：逗号、分号、制表符…

    headings
    表头

    Says whether the first row is one of headings or a record.
    指定首行是表头还是记录。

    Keeps this mapping under a name.
    给此列对应取名保存。

    mappings
    列对应

    Puts on a mapping that was kept, or deletes one.
    套用或删除已存的列对应。

    add file
    加文件

    Brings in another file with this one.
    再加一个文件一起导入。

    files
    文件

    Shows the next file.
    显示下一个文件。

    There is one file; n adds another.
    只有一个文件；按 n 再加。

    Shows the file before.
    显示上一个文件。

    now
    当前

    not read
    未读取

    What does {1} fill?
    “{1}”对应哪个字段？

    This column holds no dates or numbers.
    此列没有日期或数字。

    The rows are
    各行是

    The cells are parted by
    单元格分隔符

    put on when a file has the same headings
    遇到表头相同的文件时自动套用

    Keep this mapping
    保存列对应

    Mapping {1} kept
    已保存列对应“{1}”

    This mapping cannot be read.
    无法读取此列对应。

    file {1} of {2}
    第 {1} 个文件，共 {2} 个

    Nothing tells what the rows are; read as {1}. a changes it.
    看不出各行是什么，暂按{1*}读取。按 a 更改。

    mapped as
    列对应

    the headings look like a record: H
    表头像是一条记录：按 H

    {1:column|columns} may be read two ways: o
    {1} 列有两种读法：按 o

    {1:column is|columns are} not read
    {1} 列未读取

    each column has its field
    各列都有对应字段

    no heading
    无表头

    One of the two is not there any more; Esc goes back.
    两条中有一条已不存在；按 Esc 返回。

    Here both say the same.
    此处两边相同。

    merge
    合并

    Makes the two one; u takes it back.
    把两条合为一条；可按 u 撤销。

    take left, right
    取左/取右

    Takes the value at the left.
    取左边的值。

    Takes the value at the right.
    取右边的值。

    both
    都取

    Takes both values: of a list without repeats, of a text below.
    两边的值都取：列表去重，文字接在下面。

    Only one of the two can be here.
    此处只能取一个。

    swap
    对调

    Swaps which of the two stays and which goes into it.
    对调保留的一条和并入的一条。

    stays
    保留

    goes into it
    并入

    Different
    不同

    {1} merged into {2}
    {1}已并入{2}

    Nothing else belongs to {1}.
    {1} 没有其他关联记录。

    With {1} go over: {2}.
    随 {1} 一并转入：{2}。

    They are two; they are not proposed again
    不是同一个；不再提示

    Changes
    变动

    since
    起始日

    Shows what changed since another day.
    改换起始日，查看此后的变动。

    Exports the changes.
    导出变动。

    There is nothing to export.
    没有可导出的内容。

    Since {1}
    自 {1} 起

    Nothing happened to any deal since then; @ looks back to another day.
    此后没有商机变动；按 @ 选更早的日期。

    by {1:day|days} to {2}
    {1} 天，到 {2}

    was {1}
    原为 {1}

    was not known
    原来未知

    Kind
    类型

    Rows
    行数

    What becomes of it
    处理方式

    Names that are not known
    未识别的名称

    which
    指定

    Says which record the name means, of those that are here.
    从已有记录中指定此名称对应哪一条。

    make
    新建

    Makes a record of that name.
    用此名称新建记录。

    A name alone makes no deal.
    光有名称不能新建商机。

    leave out
    跳过

    Leaves the rows that name it out.
    跳过含此名称的行。

    refuse
    拒收

    Refuses the rows that name it, so that they can be put right.
    拒收含此名称的行，以便改正。

    all so
    全部照此

    All names of this kind that follow become of the same.
    后面同类的名称都照此处理。

    Shows what would come in so, before it does.
    按此预览将导入的内容，再导入。

    Each name means one record; m, Space and - hold of several.
    一个名称只能对应一条记录；m、Space 和 - 才能用于多个。

    Which {1} does {2} mean?
    “{2}”是哪个{1*}？

    No {1} is called {2}; m makes one.
    没有叫“{2}”的{1*}；按 m 新建。

    is made
    新建

    rows left out
    跳过这些行

    several have it: rows refused
    有多条同名：行被拒

    rows refused
    这些行被拒

    Another Kontor is writing; this goes on by itself. Esc gives up.
    另一个 Kontor 正在写入，稍后自动继续。按 Esc 放弃。

    The clock is stopped; nothing was logged.
    计时已停止，未记录通话。

    The clock runs; c logs the call with its length.
    正在计时；按 c 记录通话和时长。

    Outcomes of calls
    通话结果

    Stages of the pipeline
    销售漏斗阶段

    Reasons for losing
    输单原因

    Holidays and make-up days
    节假日与调休

    Quotas by month
    月度定额

    Currency rates
    汇率

    Cadences by tier or tag
    各等级或标签的联系周期

    Commission by steps
    阶梯提成

    Templates of meeting notes
    会议纪要模板

    There is nothing under the cursor; n adds one.
    光标处没有内容；按 n 新增。

    Adds a row.
    新增一行。

    edit
    编辑

    Edits the row under the cursor.
    编辑光标所在行。

    Deletes the row; one that records need is kept.
    删除该行；仍被记录使用的行会保留。

    Moves the row down.
    下移该行。

    Moves the row up.
    上移该行。

    These have an order of their own.
    这些内容的顺序是固定的。

    A pipeline needs one stage at least.
    销售漏斗至少需要一个阶段。

    A call needs an outcome; one is needed at least.
    通话必须有结果，至少要保留一个。

    None yet: n adds one.
    暂无内容：按 n 新增。

    {1} more
    还有 {1} 个

    Moves to the stage at the left.
    移到左边的阶段。

    Moves to the stage at the right.
    移到右边的阶段。

    Moves to the next deal.
    移到下一个商机。

    Moves to the deal before.
    移到上一个商机。

    Moves to the first deal of the stage.
    移到该阶段的第一个商机。

    Moves to the last deal of the stage.
    移到该阶段的最后一个商机。

    Moves down by a page of deals.
    向下翻一页商机。

    Moves up by a page of deals.
    向上翻一页商机。

    table
    表格

    Shows the board as a table.
    以表格显示看板。

    put back
    放回

    Puts a card back that the mouse drags.
    把鼠标拖动的卡片放回原处。

    No card is dragged.
    没有正在拖动的卡片。

    lost
    输单

    push
    改期

    {1} stays in {2}
    {1}留在{2}

    Opens what the line under the cursor leads to.
    打开光标所在行指向的内容。

    Move to a line with j first.
    先按 j 移到某一行。

    Adds a contact, to the company of this record.
    新建联系人，归入此记录的公司。

    Moves to the next line that leads somewhere.
    移到下一个可打开的行。

    Moves to the line before; the first is the record itself.
    移到上一行；第一行是记录本身。

    Moves to the record itself.
    移到记录本身。

    Moves to the last line, of all there are.
    移到全部内容的最后一行。

    Opens the next record of the list that one came from.
    打开来源列表中的下一条记录。

    Opens the record before in the list that one came from.
    打开来源列表中的上一条记录。

    J and K go through a list; this record was opened from another record.
    J 和 K 用于在列表中切换；此记录是从另一条记录打开的。

    That was the last one.
    已经是最后一条。

    That was the first one.
    已经是第一条。

    This record is not there any more; Esc goes back, u may bring it again.
    此记录已不存在；按 Esc 返回，或按 u 尝试恢复。

    Forecast
    预测

    Conversion
    转化

    Win rate
    赢率

    Lost by reason
    输单原因

    Won by source
    各来源赢单

    Won by tier
    各等级赢单

    Commission
    提成

    Losing touch
    疏远

    Attempts
    尝试次数

    Best hour
    最佳时段

    Activity
    活动

    Open deals by stage
    各阶段进行中的商机

    Forecast against quota
    预测与定额对比

    From stage to stage
    阶段转化

    Win rate and days to win
    赢率与赢单天数

    Won and lost by source
    各来源赢单与输单

    Won and lost by tier
    各等级赢单与输单

    My commission, earned and expected
    我的提成：已得与预计

    Losing touch by tier
    各等级疏远情况

    Calls by outcome
    通话结果分布

    Reached by attempt
    按尝试次数看接通率

    Reached by hour and weekday
    按时段和星期看接通率

    Activity week by week
    每周活动

    last 12 weeks
    近 12 周

    since Monday of last week
    上周一以来

    6 months
    6 个月

    last 12 months
    近 12 个月

    this week
    本周

    this month
    本月

    this quarter
    本季度

    this year
    今年

    all time
    全部时间

    No open deals: 7 n adds one, o on a contact adds one for them.
    没有进行中的商机：按 7 n 新建，或在联系人上按 o 为其新建。

    Nothing happened to any deal since then; p looks further back.
    此后商机没有变化；按 p 查看更早的时间。

    No deals with an amount: 7 n adds one, o on a contact adds one for them.
    还没有带金额的商机：按 7 n 新建，或在联系人上按 o 为其新建。

    No deal with an amount is expected in this time; p looks at another.
    这段时间没有带金额的商机预计成交；按 p 换个时段。

    No deal entered a stage yet: 7 n adds one, o on a contact adds one for them.
    还没有商机进入任何阶段：按 7 n 新建，或在联系人上按 o 为其新建。

    No deal entered a stage in this time; p looks at another.
    这段时间没有商机进入新阶段；按 p 换个时段。

    No deal was lost yet; L on a deal closes it as lost, with its reason.
    还没有输单；在商机上按 L 标记输单并注明原因。

    No deal was lost in this time; p looks at another.
    这段时间没有输单；按 p 换个时段。

    No deal was won or lost yet; W and L on a deal close it.
    还没有赢单或输单；在商机上按 W 或 L 标记。

    No deal was won or lost in this time; p looks at another.
    这段时间没有赢单或输单；按 p 换个时段。

    Nothing is earned or expected in this time; p looks at another, gl m keeps the percentages.
    这段时间没有已得或预计提成；按 p 换个时段，按 gl m 设置提成比例。

    No cadence holds for anybody: gl c sets one for a tier or a tag, e one for a contact.
    还没有生效的联系周期：按 gl c 为等级或标签设置，在联系人上按 e 单独设置。

    Nothing was done yet: c on a contact logs a call, m notes a meeting.
    还没有活动：在联系人上按 c 记录通话，按 m 记录会议。

    Nothing was done in this time; p looks at another.
    这段时间没有活动；按 p 换个时段。

    No calls yet: c on a contact logs one.
    还没有通话：在联系人上按 c 记录。

    No calls in this time; p looks at another.
    这段时间没有通话；按 p 换个时段。

    Total
    合计

    Month
    月份

    Won
    赢单

    Committed
    有把握

    Likely
    有望

    Quota
    定额

    Of quota
    达成率

    Entered
    进入

    Went on
    推进

    Share
    占比

    Lost
    输单

    There
    仍在

    Days
    天数

    Won for
    赢单额

    Lost for
    输单额

    Period
    期间

    Earned
    已得

    Expected
    预计

    Losing
    疏远

    To 7 d
    7 天内

    To 30 d
    30 天内

    Over 30
    30 天+

    Longest
    最长

    Week of
    周起始

    Attempt
    第几次

    Hour
    时段

    Mon
    一

    Tue
    二

    Wed
    三

    Thu
    四

    Fri
    五

    Sat
    六

    Sun
    日

    no amount
    无金额

    reached
    接通

    not reached
    未接通

    Mon to Sun: how many of a hundred calls reached
    周一至周日：每百次通话接通数

    committed
    有把握

    likely
    有望

    quota
    定额

    went on
    推进

    still there
    仍在

    earned
    已得

    expected
    预计

    days later
    推后天数

    days earlier
    提前天数

    being lost
    疏远

    in touch
    保持联系

    Nothing was refused.
    没有被拒的内容。

    scroll
    滚动

    Scrolls down by a page.
    向下滚动一页。

    Scrolls up by a page.
    向上滚动一页。

    records
    记录

    Opens the records behind the number under the cursor.
    打开光标处数字对应的记录。

    There is nothing behind this line.
    这一行没有对应的记录。

    period
    时段

    Looks at another period.
    查看其他时段。

    count all
    统计全部

    Counts all records again.
    重新统计全部记录。

    All are counted.
    已统计全部记录。

    Shows the next report.
    显示下一个报表。

    Shows the report before.
    显示上一个报表。

    reports
    报表

    Lists the reports, to pick one.
    列出报表以供选择。

    filter
    筛选

    Counts only what passes a filter line, as you type.
    只统计符合筛选条件的记录，边输入边更新。

    column
    列

    Moves to the number at the right.
    移到右边的数字。

    Moves to the number at the left.
    移到左边的数字。

    Exports the figures.
    导出数据。

    as before
    恢复原样

    This is shown as it is now.
    这里显示的是当前情况。

    This report counts several kinds; there is nothing to narrow.
    此报表统计多种记录，不能筛选。

    Each line has one number.
    每行只有一个数字。

    shown
    当前

    Changes since {1}
    {1}以来的变化

    Nothing passes the filter.
    没有符合筛选条件的记录。

    Select two contacts or two companies with Space, then = merges them; g= lists likely ones.
    先用 Space 选中两个联系人或两家公司，再按 = 合并；按 g= 列出疑似重复。

    deselect
    取消选择

    Takes the selection back.
    取消选择。

    Nothing is selected.
    没有选中任何记录。

    select
    选择

    Selects the record under the cursor, and moves on.
    选中光标处的记录并下移。

    Selects from here to where the cursor goes; again ends the range.
    从此处选到光标移到的位置；再按一次结束。

    Merges two selected contacts or companies, side by side.
    并排对照，合并选中的两个联系人或两家公司。

    Selects all that are shown.
    选中显示的全部记录。

    {1} are selected; at most {2} can be changed at once. Narrow the list.
    已选中 {1} 个，一次最多更改 {2} 个。请先筛选列表。

    Delete {1:record|records} and what belongs to them alone?
    删除 {1} 条记录及只属于它们的内容？

    {1:record|records} deleted
    已删除 {1} 条记录

    Follow-up with each of {1}
    为选中的 {1} 个各设跟进

    {1:follow-up|follow-ups} spread, the last on {2}
    已分摊 {1} 个跟进，最后一个在 {2}

    {1:follow-up|follow-ups}, how many a day?
    {1} 个跟进，每天安排几个？

    They are in the last stage.
    已在最后一个阶段。

    They are in the first stage.
    已在第一个阶段。

    {1:deal|deals} moved
    已移动 {1} 个商机

    Closes {1} to {2}: {3}
    预计成交 {1}至 {2}：{3}

    {1:deal|deals} won
    {1} 个商机赢单

    {1:deal|deals} lost because
    {1} 个商机的输单原因

    {1:deal|deals} lost: {2}
    {1} 个商机输单：{2}

    {1} are edited one at a time.
    {1}只能逐个编辑。

    Change {1}
    更改 {1*}

    Nothing is filled in; Esc goes back.
    尚未填写内容；按 Esc 返回。

    {1} changed
    已更改 {1*}

    {1} of {2} changed; the others had it already
    {2*} 中更改了 {1} 个，其余无需更改

    {1:follow-up|follow-ups} to call closed
    已关闭 {1} 个电话跟进

    Add tags
    添加标签

    Take tags away
    移除标签

    closes what is due to call them
    会关闭相应的电话跟进

    State
    状态

    cancelled
    已取消

    Brings in an address book or a deal list.
    导入通讯录或商机列表。

    demo
    演示

    Fills the file with a demo territory; u takes it out again.
    填入演示数据；按 u 可移除。

    new contact
    新联系人

    Adds your first contact.
    添加你的第一个联系人。

    Opens the record of whom the line is about.
    打开该行所涉对象的记录。

    Works through what is due, what is worth most first: one record a screen, one key a decision; below that, through the section.
    逐个处理到期事项，价值高的优先：一屏一条记录，一键一个决定；光标在下方其他分区时，处理该分区。

    There is nothing to work through here.
    这里没有要处理的事项。

    Spreads the overdue follow-ups, or those selected, over the coming working days.
    把逾期或选中的跟进分摊到接下来的工作日。

    Nothing is set here that could be put off; f sets a next step, c logs a call.
    这里没有可推迟的安排；按 f 设置下一步，按 c 记录通话。

    No follow-up is overdue; there is nothing to spread.
    没有逾期的跟进，无需分摊。

    Use `:` for that; the file is not empty.
    文件不是空的，请用 `:` 操作。

    Overdue
    逾期

    Next 7 days
    未来 7 天

    Nothing planned
    未安排下一步

    plan it
    待安排

    held?
    开了吗？

    {1} over
    超{1}天

    owes me
    欠我

    Welcome to Kontor.
    欢迎使用 Kontor。

    This file is empty. Begin with one of these:
    文件还是空的，可以这样开始：

    import an address book or a deal list (CSV, vCard)
    导入通讯录或商机列表（CSV、vCard）

    fill it with a demo territory to look around; u takes it out again
    填入演示数据，随便看看；按 u 可移除

    add your first contact
    添加你的第一个联系人

    ? shows the keys of a pane, : finds a command by its name.
    ? 显示当前窗格的按键，: 按名称查找命令。

    Nothing is due, and nothing is forgotten.
    没有到期事项，也没有遗漏。

    f on a contact sets a follow-up; c logs a call and proposes the next step.
    在联系人上按 f 设置跟进；按 c 记录通话并建议下一步。

    This belongs to nobody.
    这里没有关联的联系人或公司。

    Only a deal can do that.
    此操作仅适用于商机。

    Only a follow-up, a planned meeting or a promise can be done; f sets one.
    只有跟进、已计划的会议或承诺才能完成；按 f 设置跟进。

    Only a planned meeting can be cancelled.
    只能取消已计划的会议。

    Only a follow-up or a planned meeting can do that; f sets one.
    此操作仅适用于跟进或已计划的会议；按 f 设置跟进。

    Only a follow-up, a planned meeting or a promise is deleted here.
    这里只能删除跟进、已计划的会议或承诺。

    call
    电话

    Logs a call: outcome, summary, next step.
    记录通话：结果、摘要、下一步。

    note
    备注

    Notes a meeting, from your template (gl t); a planned one is marked held.
    用你的模板（gl t）写会议纪要；已计划的会议会标为已开。

    Plans a meeting.
    安排会议。

    follow-up
    跟进

    Sets a follow-up, for each of several when several are selected.
    设置跟进；选中多个时逐一设置。

    Writes a note.
    写备注。

    Done: the result and the next step; a promise is kept.
    完成：填写结果和下一步；承诺则记为已兑现。

    Cancels a planned meeting; asks why.
    取消已计划的会议，并询问原因。

    Edits the record under the cursor, or several that are selected.
    编辑光标处或选中的多条记录。

    Deletes the record under the cursor, or all that are selected.
    删除光标处或选中的全部记录。

    Moves a deal to the next stage.
    把商机移到下一阶段。

    Moves a deal to the stage before.
    把商机移到上一阶段。

    Puts the expected close of a deal off by a week.
    把预计成交日推后一周。

    Brings the expected close of a deal forward by a week.
    把预计成交日提前一周。

    Puts the expected close of a deal to the end of the month, then of the next.
    把预计成交日设为本月底，再按设为下月底。

    The deal is won.
    标记为赢单。

    Which deal is won?
    哪个商机赢单？

    The deal is lost; asks for the reason.
    标记为输单，并询问原因。

    Which deal is lost?
    哪个商机输单？

    Opens a won or lost deal again.
    重新打开赢单或输单的商机。

    Open which deal again?
    重新打开哪个商机？

    Times a call; `c` then logs its length.
    为通话计时；之后按 `c` 记录时长。

    Dials, by the program of the setting `dial`, and times the call.
    用设置 `dial` 指定的程序拨号，并为通话计时。

    Copies the telephone number.
    复制电话号码。

    snooze
    推迟

    Snoozes to so many days from today.
    按数字推迟到今天之后的第几天。

    Snoozes by a week.
    推迟一周。

    Snoozes to next Monday.
    推迟到下周一。

    These are of several kinds; select records of one kind.
    选中的记录种类不同；请只选同一种。

    {1} deleted
    已删除{1}

    Delete {1} and what belongs to it alone?
    删除{1}及只属于它的内容？

    That is done already; there is nothing to snooze.
    已经完成，无需推迟。

    Snoozed to {1}
    已推迟到 {1}

    {1} snoozed to {2}
    已将 {1} 个推迟到 {2}

    There is nothing to undo.
    没有可撤销的操作。

    There is nothing to redo.
    没有可重做的操作。

    Undone: {1}
    已撤销：{1}

    Done again: {1}
    已重做：{1}

    Ctrl-R redo
    Ctrl-R 重做

    Undo “{1}” ({2})?
    撤销“{1}”（{2}）？

    Do “{1}” again ({2})?
    重做“{1}”（{2}）？

    redo
    重做

    View
    视图

    Order
    排序

    Views of {1}
    {1}视图

    This is the list as at first, no view.
    这是默认列表，不是视图。

    A list has to be shown first: Enter opens one.
    需先显示一个列表：按 Enter 打开。

    Shows the list as this view has it.
    按此视图显示列表。

    save as
    另存为

    Saves what is shown under a name.
    将当前显示另存为视图。

    save here
    覆盖保存

    Saves what is shown over the view under the cursor.
    用当前显示覆盖光标处的视图。

    Edits name, filter, order and columns.
    修改名称、筛选、排序和列。

    Deletes the view.
    删除视图。

    Moves the view down.
    下移视图。

    Moves the view up.
    上移视图。

    Shows the list as at first.
    恢复列表的默认显示。

    Shows the view of that number.
    显示该编号的视图。

    There is no such view.
    没有这个视图。

    The view is as it is shown.
    视图与当前显示一致。

    No views yet: Enter, narrow the list, v n.
    还没有视图：按 Enter 打开列表并筛选，再按 v n。

    No views yet: n saves what is shown.
    还没有视图：按 n 保存当前显示。

    Week
    周历

    Opens the appointment.
    打开日程。

    list
    列表

    Shows all meetings as a list.
    以列表显示所有会议。

    Shows the next week.
    显示下一周。

    Shows the week before.
    显示上一周。

    Shows this week.
    显示本周。

    This week is shown.
    已显示本周。

    Moves to the day before.
    转到前一天。

    Moves to the next day.
    转到后一天。

    Moves to the next appointment.
    转到下一个日程。

    Moves to the appointment before.
    转到上一个日程。

    Moves to the first appointment of the day.
    转到当天第一个日程。

    Moves to the last appointment of the day.
    转到当天最后一个日程。

    plan
    安排

    Plans a meeting with the same people on the day under the cursor.
    在光标所在的日期，与相同的人安排会议。

    Nothing in this week: M on a contact plans a meeting.
    本周没有日程：在联系人上按 M 安排会议。

    Week {1}
    第 {1} 周

    {1:appointment|appointments}
    {1} 个日程

    none: {1}
    无：{1}

    Reminder: {1}
    提醒：{1}

    Reminder: {1}; and {2} more, see Today
    提醒：{1}；另有 {2} 条，见“今天”

    {1:meeting|meetings}
    {1} 次会议

    {1:call|calls}
    {1} 次通话

    {1:note|notes}
    {1} 条备注

    {1:contact|contacts}
    {1} 个联系人

    {1:relation|relations}
    {1} 条关系

    {1:relation to a company|relations to companies}
    {1} 条公司关系

    Since {1}, not reviewed before
    自 {1}以来，此前未回顾

    Since the review of {1}
    自 {1}回顾以来

    nothing changed
    无变化

    Review
    回顾

    {1} records are too many to work through; narrow the list to {2}.
    {1} 条记录太多，无法逐个处理，请筛选到 {2} 条以内。

    Go on with {1}, {2} of {3}?
    继续处理“{1}”（{2}/{3}）？

    begin this list
    处理此列表

    Keeps a deal of a review, or what is due, as it is, and goes on to the next.
    回顾中的商机或到期事项保持不变，转到下一个。

    Nothing is decided here.
    这里没有要决定的事项。

    This is no review.
    当前不是回顾。

    Goes on to the next record.
    转到下一条记录。

    Space keeps it, and goes on.
    按 Space 保持不变并继续。

    Goes back to the record before.
    回到上一条记录。

    Opens the record.
    打开记录。

    days
    天后

    Puts what is due off to so many days from today.
    把到期事项推迟到今天起的几天后。

    date
    改期

    drop
    放弃

    spread
    分摊

    Spreads the overdue follow-ups that are left over the coming working days.
    把剩余的逾期跟进分摊到接下来的工作日。

    No overdue follow-up is left to spread.
    没有可分摊的逾期跟进了。

    Only what is due is decided on so.
    只有到期事项才能这样处理。

    That is the first one.
    已经是第一个。

    That was the last of {1}; {2} were worked on.
    共 {1} 个，已到最后一个；处理了 {2} 个。

    Nothing is left of this list; Esc goes back.
    列表里没有剩余记录了，按 Esc 返回。

    {1} of {2}
    {1}/{2}

    {1} worked on
    已处理 {1} 个

    Contact
    联系人

    Relation
    关系

    From the other side
    对方角度

    “{1}” says no time to be reminded; try 15m, 1h, 1d or 提前半小时.
    “{1}”不是提醒时间，可输入 15m、1h、1d 或“提前半小时”。

    A reminder comes at most 28 days before; for one that is earlier set a follow-up.
    提醒最多提前 28 天；需要更早时，请另建跟进。

    Tier or tag
    等级或标签

    Which
    类型

    Every, days
    间隔天数

    Time zone
    时区

    Minutes
    分钟

    Every
    周期

    Currency
    币种

    From
    从

    Percent
    比例

    Added
    添加

    Given name
    名

    Family name
    姓

    Cadence, days
    联系周期（天）

    Nothing planned because
    未安排原因

    {1:day|days} over
    逾期 {1} 天

    last {1}
    最后一个{1}

    never yet
    从未联系

    due {1}
    {1}到期

    in {1} min
    {1} 分钟后

    {1} min ago
    {1} 分钟前

    in {1} h
    {1} 小时后

    {1} h ago
    {1} 小时前

    in {1:day|days}
    {1} 天后

    {1:day|days} ago
    {1} 天前

    Jan
    1月

    Feb
    2月

    Mar
    3月

    Apr
    4月

    May
    5月

    Jun
    6月

    Jul
    7月

    Aug
    8月

    Sep
    9月

    Oct
    10月

    Nov
    11月

    Dec
    12月

    Which day of {1}?
    “{1}”具体是哪一天？

    “{1}” is not a date; try tomorrow, fri 10:00, 3d, 12-01 or 下周二
    “{1}”不是日期，可输入“明天”“周五 10:00”“下周二”、3d 或 12-01

    There is no such date as {1}
    没有“{1}”这个日期

    {1} is too far away; a date lies in the years 1 to 9999
    “{1}”太远，年份须在 1 到 9999 之间

    Type a date, as tomorrow, fri 10:00, 3d or 12-01
    请输入日期，如“明天”“周五 10:00”、3d 或 12-01

    At which hour is {1}?
    “{1}”具体是几点？

    {1} is a {2}, not a {3}
    {1} 是{2}，不是{3}

    There is no such time as {1}
    没有“{1}”这个时间

    Other contact
    另一联系人

    Other company
    另一公司

    {1} must be a whole number from {2} to {3}, not {4}.
    “{1}”须为 {2} 到 {3} 的整数，不能是“{4}”。

    {1} is yes or no, not {2}.
    “{1}”只能填“是”或“否”，不能是“{2}”。

    {1} is one of {2}, not {3}.
    “{1}”只能是 {2} 之一，不能是“{3}”。

    {1} must be a date as 2026-11-27, not {2}.
    “{1}”须为日期，如 2026-11-27，不能是“{2}”。

    {1} must be a date as 1980-11-27, or --11-27 without the year, not {2}.
    “{1}”须为日期，如 1980-11-27，不含年份写 --11-27，不能是“{2}”。

    {1} must be a time as 2026-11-27T10:00:00Z, not {2}.
    “{1}”须为时间，如 2026-11-27T10:00:00Z，不能是“{2}”。

    {1} must be an amount in {2} as 120000.50, not {3}.
    “{1}”须为 {2} 金额，如 120000.50，不能是“{3}”。

    {1} must be a percentage from 0 to 100 as 2.5, not {2}.
    “{1}”须为 0 到 100 的百分比，如 2.5，不能是“{2}”。

    {1} must be the id of a record, not {2}.
    “{1}”须为记录编号，不能是“{2}”。

    any text
    任意文字

    a number, or a range as 10..20
    数字，或范围如 10..20

    an amount, or a range as 10000..20000
    金额，或范围如 10000..20000

    a date as today, 30d, 2026-12-01, or a range as today..eom
    日期如 today、30d、2026-12-01，或范围如 today..eom

    any text, and behind @ its days: proposal@30d
    任意文字，@ 后写天数：proposal@30d

    There is no field “{1}”; did you mean {2}? Fields are {3}
    没有字段“{1}”，是不是 {2}？可用字段：{3}

    There is no field “{1}”, and text with a colon goes in quotes; fields are {2}
    没有字段“{1}”；带冒号的文字请加引号。可用字段：{2}

    {1} is text: use {2}:value
    {1} 是文本，请写成 {2}:值

    {1} has no order: use {2}:value
    {1} 不能比大小，请写成 {2}:值

    Amounts of different currencies have no order
    不同币种的金额不能比大小

    {1} needs a value: {2}
    {1} 还缺值，可填：{2}

    {1} cannot be “{2}”; did you mean {3}? Possible: {4}
    {1} 不能是“{2}”，是不是 {3}？可填：{4}

    {1} cannot be “{2}”; possible: {3}
    {1} 不能是“{2}”，可填：{3}

    Due
    到期

    Due at
    到期时间

    Done
    完成

    Date
    日期

    Start
    开始

    End
    结束

    Text
    正文

    Probability, %
    概率（%）

    Lost because
    输单原因

    Reviewed
    上次回顾

    Kept
    兑现

    Meeting
    会议

    Units
    数量

    In
    折合币种

    Are worth
    折合金额

    every weekday
    每个工作日

    every {1}
    每{1}

    , {1:time|times}
    ，共 {1} 次

     until {1} {2} {3}
     到{3}年{2}{1}日止

    {1} on {2}
    {1}的{2}

    {1} on the {2}
    {1}{2}

    {1} on {2} {3}
    {1}{3}{2}日

    {1} on 29 {2}
    {1}{2}29日

    {1} on the {2} of {3}
    {1}{3}{2}

    every day
    每天

    every week
    每周

    every month
    每月

    every year
    每年

    every {1} days
    每{1}天

    every {1} weeks
    每{1}周

    every {1} months
    每{1}个月

    every {1} years
    每{1}年

    {1} or the last day
    {1}或最后一天

    last day
    最后一天

    {1} to last day
    倒数第{1}天

    first weekday
    第一个工作日

    last weekday
    最后一个工作日

    {1} to last {2}
    倒数第{1}个{2}

    Rotting after, days
    停滞天数

    Key
    按键

    In days
    几天后

    Effect
    效果

    Moves deal to
    商机移至

    To
    到

    Day
    日期

    Working day
    工作日

    From the month of
    起始月份

    Quota a month
    月定额

    Pane
    列表

    next sale
    下一单

    How it repeats is not understood, so it was not done; change its repeat first. {1}
    无法识别重复规则，因此没有完成；请先修改重复。{1}

    {1} is {2}; reopen it before moving it.
    {1}已{2*}，请先重新打开再移动。

    {1} is {2}, so no close is expected; reopen it first.
    {1}已{2*}，没有预计成交日期；请先重新打开。

    {1} is won already.
    {1}已是赢单。

    {1} is lost already.
    {1}已是输单。

    {1} is open already.
    {1}仍在进行中，无需重新打开。

    Cancel {1}
    取消会议：{1}

    Snooze {1:item|items} to {2}
    将 {1} 项推迟到 {2}

    Move {1} to {2}
    将{1}移至{2}

    Push the close of {1} to {2}
    将{1}的预计成交改到 {2}

    Win {1}
    赢单：{1}

    Lose {1}: {2}
    输单：{1}（{2}）

    Reopen {1}
    重新打开：{1}

    Add {1} {2}
    新建{1*}：{2}

    Edit {1} {2}
    编辑{1*}：{2}

    Delete {1}
    删除：{1}

    Action
    动作

    {1:link leads|links lead} nowhere
    {1} 处关联已失效

    {1} is there already; name another file or add --force.
    {1} 已存在，请换个文件名，或加 --force。

    The copy did not come out whole, so no backup was kept: check the disk.
    副本不完整，未保留备份，请检查磁盘。

    {1}.db and 98 more are there already; name a file.
    {1}.db 等 99 个文件都已存在，请指定文件名。

    {1} is {2}, so nothing was done; take it out of the selection.
    {1}已{2*}，因此未作任何更改；请将它移出选择。

    Change {1:record|records}
    修改 {1} 条记录

    Move {1}
    调整顺序：{1}

    Move {1:deal|deals}
    移动 {1} 个商机

    Push the close of {1:deal|deals}
    调整 {1} 个商机的预计成交

    Win {1:deal|deals}
    {1} 个商机赢单

    Lose {1:deal|deals}: {2}
    {1} 个商机输单：{2}

    {1} marked as a bad number
    {1} 标为无效号码

    do not call, closes {1:follow-up|follow-ups} to call
    勿打电话，同时关闭 {1} 个电话跟进

    Log call with {1}
    记录与{1}的通话

    In stage since
    进入阶段

    deals are in it; move them first
    其中还有商机，请先移走

    the history of deals needs it; rename it instead
    商机历史要用到它，可以改名

    calls have it; rename it instead
    已有通话使用，可以改名

    lost deals have it; rename it instead
    已有输单使用，可以改名

    This {1} cannot be deleted: {2}.
    无法删除该{1*}：{2}。

    forecast {1}
    预测 {1}

    {1} % of quota
    完成定额 {1}%

    quota {1}
    定额 {1}

    overdue
    逾期

    no date
    无日期

    no rate of {1} in {2}: gl x
    缺少 {1} 对 {2} 的汇率：gl x

    all ≈ {1}, rates of {2}
    合计 ≈ {1}，按 {2}汇率

    {1} cannot be undone: another program has changed the same records since.
    无法撤销“{1}”：其他程序后来改动了相同的记录。

    {1} cannot be done again: another program has changed the same records since.
    无法重做“{1}”：其他程序后来改动了相同的记录。

    e-mail
    邮箱

    phone
    电话

    name
    名称

    nearly the name
    名称相近

    city
    城市

    List
    列表

    {1} have no column {2}; columns are {3}.
    {1*}没有列 {2}；可用的列：{3}。

    No mapping is kept yet.
    还没有保存列对应。

    There is no mapping “{1}”; there are: {2}.
    没有列对应“{1}”；现有：{2}。

    Keep mapping {1}
    保存列对应：{1}

    These two are one record already.
    这两条已是同一条记录。

    Merge {1} into {2}
    将{1}合并到{2}

    Tell apart {1} and {2}
    标记{1}与{2}不重复

    Plan nothing with {1}
    不安排下一步：{1}

    the folder cannot be made
    无法创建文件夹

    it is a folder
    这是文件夹

    {1} holds triggers that Kontor did not make; it was left as it is.
    {1} 含有并非 Kontor 创建的触发器，未作改动。

    A {1} belongs to nobody.
    {1*}不属于任何人。

    Active
    活跃

    Last attempt
    上次尝试

    Touch due
    联系到期

    Open deals
    进行中商机

    Nobody has a relation to themselves.
    不能与自己建立关系。

    Say what the one is to the other, as in reports to.
    请填写两者的关系，如“汇报给”。

    This report counts several kinds and takes no filter
    此报表统计多种记录，不支持筛选

    New
    新增

    Reopened
    重新打开

    Advanced
    推进

    Moved back
    退回

    Slipped
    延期

    Closes earlier
    提前

    Amount changed
    金额变动

    Change
    变动

    Ref
    编号

    Was in
    原币种

    Before
    原金额

    losing {1} of {2}
    {2} 人中疏远 {1} 人

    longest {1:day|days}
    最长 {1} 天

    {1} reached
    接通 {1} 次

    By number
    按数量

    {1} lost
    输单 {1} 个

    {1} % won
    赢率 {1}%

    {1} d to win
    赢单用时 {1} 天

    earned {1}
    已得 {1}

    expected {1}
    预计 {1}

    best
    最佳

    best hour {1} to {2}
    最佳时段 {1} 点到 {2} 点

    {1} % reached
    接通率 {1}%

    {1} % at the first attempt
    首次接通率 {1}%

    slowest
    最慢

    {1} won
    赢单 {1} 个

    slowest {1}, {2} d
    最慢：{1}，{2} 天

    Still there
    仍停留

    Review {1:deal|deals}
    回顾 {1} 个商机

    No view of {1} is saved yet; v in the list saves one.
    还没有保存{1*}的视图；在列表中按 v 可保存。

    There is no view “{1}” of {2}; there are: {3}.
    {2*}没有视图“{1}”；现有：{3}。

    The order is a column, or a column and desc as in name,desc.
    排序请填列名，倒序加 desc，如 name,desc。

    There is no column {1}; did you mean {2}?
    没有列“{1}”，是不是 {2}？

    There is no column {1}; columns are {2}.
    没有列“{1}”；可用的列：{2}。

    Another Kontor is writing to the file; try again in a moment.
    另一个 Kontor 正在写入文件，请稍后再试。

    The disk is full, so nothing was saved to {1}: make room and try again.
    磁盘已满，未能保存到 {1}：请清理空间后再试。

    {1} may only be read here, so nothing was saved: check its permissions.
    {1} 为只读，未能保存：请检查权限。

    {1} cannot be used: {2}.
    无法使用 {1}：{2}。

    {1} is damaged and was left as it is: restore a backup with `kontor restore`.
    {1} 已损坏，未作改动：请用 `kontor restore` 还原备份。

    {1} is not a Kontor file; it was left as it is. Name another with --db.
    {1} 不是 Kontor 文件，未作改动。请用 --db 指定其他文件。

    {1} was written by a newer Kontor (file version {2}); install that version to open it.
    {1} 由更新版本的 Kontor 写入（文件版本 {2}），请安装该版本后再打开。

    {1} was changed elsewhere meanwhile, so nothing was saved; look again: 
    {1}已在别处被修改，因此未保存；请再核对： 

    {1} was deleted meanwhile, so it was not saved; undo brings it back.
    {1}已被删除，因此未保存；撤销可恢复。

    Nothing here is called {1}; look it up with `kontor find`.
    找不到“{1}”，可用 `kontor find` 查找。

    {1} fits several; say which: 
    “{1}”对应多条记录，请指明： 

    The data does not allow that: {1}.
    数据不允许这样做：{1}。

    Spread {1:follow-up|follow-ups}
    分摊 {1} 个跟进

    The full screen needs a terminal on standard input and output; use a command such as kontor today instead.
    全屏界面要求标准输入和输出都是终端；请改用命令，如 kontor today。

    TERM is not set; set it to what your terminal is, such as TERM=xterm-256color.
    未设置 TERM；请按你的终端设置，如 TERM=xterm-256color。

    The terminal {1} is not known here; set TERM to one that is, such as TERM=xterm-256color.
    无法识别终端 {1}；请把 TERM 设为可识别的终端，如 TERM=xterm-256color。

    A {1} terminal cannot show a full screen; use a command such as kontor today instead.
    {1} 终端无法显示全屏界面；请改用命令，如 kontor today。

    The screen needs a UTF-8 terminal, and the locale says {1}; try LC_ALL=C.UTF-8 kontor.
    界面需要 UTF-8 终端，而当前区域设置为 {1}；请试试 LC_ALL=C.UTF-8 kontor。

    {1:byte|bytes}
    {1} 字节

    {1} kB
    {1} kB

    {1} MB
    {1} MB

    {1}.{2} GB
    {1}.{2} GB

    or
    或

    on or off
    on 或 off

    the three letters of a currency, such as EUR
    货币的三位字母代码，如 EUR

    the three letters of a currency, such as EUR, or none
    货币的三位字母代码，如 EUR，或 none

    days of the week, such as mon-fri or sun,mon,wed
    星期几，如 mon-fri 或 sun,mon,wed

    a whole number from {1} to {2}
    {1} 到 {2} 之间的整数

    times of a day, such as 9:00-18:00 or 8:30-12:00,13:30-17:30
    一天中的时段，如 9:00-18:00 或 8:30-12:00,13:30-17:30

    none, or a program and its arguments, such as ["dialer", "tel:{1}"]
    none，或程序及其参数，如 ["dialer", "tel:{1}"]

    {1} is {2}, not “{3}”.
    {1} 的值应为：{2}；“{3}”无效。

    {1} more could not be understood.
    另有 {1} 处无法识别。

    there is no setting {1}; there are {2}.
    没有设置项 {1}；可用的有：{2}。

    {1} is not text in UTF-8, so the settings are as if it were not there.
    {1} 不是 UTF-8 文本，其中的设置未生效。

    {1} stands already in line {2}
    {1} 在第 {2} 行已经写过

    line {1}: {2}
    第 {1} 行：{2}

    a list begins with [
    列表要以 [ 开头

    a list stands in one line, each text of it in quotes: ["dialer", "{number}"]
    列表要写在同一行，每项加引号：["dialer", "{number}"]

    there are no [sections] among the settings
    设置文件里不能有 [sections]

    a setting is written as theme = "dark"
    设置要写成 theme = "dark"

    a value stands in quotes: {1} = "{2}"
    值要加引号：{1} = "{2}"

    “{1}” stands behind the value; a comment begins with #
    值后面多出“{1}”；注释要以 # 开头

    behind \\ in quotes only " and \\ may stand
    引号内 \\ 后面只能是 " 或 \\

    the quote is not closed
    引号没有闭合

    {1} holds one value: use {2}=…
    {1} 只能有一个值：请写成 {2}=…

    A {1} needs {2}, so it cannot be empty.
    {1*}必须有 {2}，不能为空。

    {1} must be an amount as 120000.50 or "CNY 86,000", not {2}.
    {1} 应为金额，如 120000.50 或 "CNY 86,000"，而不是 {2}。

    A {1} needs a date, so due cannot be empty.
    {1*}必须有日期，due 不能为空。

    currency is an ISO 4217 code as CNY or EUR, not {1}.
    currency 应为 ISO 4217 货币代码，如 CNY 或 EUR，而不是 {1}。

    {1} is no amount in {2}; set the amount too.
    {1} 不是有效的 {2} 金额；请同时设置金额。

    There is no {1} {2} to remove.
    没有可删除的 {1}：{2}。

    There is no {1} {2} yet; set that one first.
    还没有第 {2} 个 {1}，请先设置它。

    A {1} needs {2}.
    {1*}必须有 {2}。

    A lost deal needs a reason: use `kontor lost REF --reason R`, or set reason too.
    输单必须有原因：请用 `kontor lost REF --reason R`，或同时设置 reason。

    Done and its time go together: use `kontor done REF --result …`.
    完成状态和完成时间要一起设置：请用 `kontor done REF --result …`。

    A meeting ends after it starts: set due with a time before end_at.
    会议的结束时间要晚于开始时间：请把 due 设为早于 end_at 的时间。

    {1} sets nothing: write FIELD=VALUE, or FIELD= to empty it.
    {1} 没有设置任何内容：请写成 FIELD=VALUE，清空则写 FIELD=。

    A {1} has no field {2}; did you mean {3}? Its fields are {4}.
    {1*}没有字段 {2}；是不是 {3}？可用字段：{4}。

    A {1} has no field {2}; its fields are {3}.
    {1*}没有字段 {2}；可用字段：{3}。

    Kontor cannot be started again: {1}.
    Kontor 无法重新启动：{1}。

    The place of the program is not known.
    找不到程序所在的位置。

    {1} {2} {3} added.
    已添加{1*} {2} {3}。

    Follow-up {1} set: {2} {3}, {4}{5}.
    已安排跟进 {1}：{2*} {3}，{4}{5}。

    Note {1} on {2} added.
    已给{2}添加备注 {1}。

    --minutes is a number from 1 to 10080.
    --minutes 应为 1 到 10080 之间的数字。

    --minutes needs a time in --at, as "fri 10:00".
    使用 --minutes 时，--at 要写明时刻，如 "fri 10:00"。

    Meeting {1} planned: {2}, {3}{4}.
    已安排会议 {1}：{2}，{3}{4}。

    In its way: {1}.
    时间冲突：{1}。

    close {1}
    预计成交 {1}

    Opportunity {1} {2} added: {3}.
    已添加商机 {1} {2}：{3}。

    --daily, --list and the name of a file each go alone.
    --daily、--list 和文件名只能选其一。

    Backup {1} made: {2}.
    已备份到 {1}：{2}。

    There is no backup beside the file yet; `kontor backup` makes one.
    文件旁边还没有备份；用 `kontor backup` 可以创建。

    made
    时间

    occasion
    时机

    size
    大小

    file
    文件

    There is no file {1} to restore.
    要还原的文件 {1} 不存在。

    {1} is the file itself; name a backup of it.
    {1} 就是当前文件；请指定它的备份。

    Restored {1}: {2}.
    已从 {1} 还原：{2}。

    What was there is damaged; it is kept as {1}.
    原文件已损坏，另存为 {1}。

    What was there is kept as {1}.
    原文件另存为 {1}。

    asked for
    手动

    daily
    每日

    before an import
    导入前

    before an update of the file
    文件升级前

    before a restore
    还原前

    damaged, kept aside
    已损坏，另存

    {1} is whole; what is derived was not compared, as the file may only be read.
    {1} 完好；因为文件只读，没有核对派生数据。

    what is derived of {1} is out of date
    {1*}的派生数据已过期

    What you entered is whole; let what is derived be made anew with `kontor check --repair`.
    你录入的数据完好；请用 `kontor check --repair` 重建派生数据。

    It was made anew.
    已重建。

    {1} is whole.
    {1} 完好。

    {1} has {2:problem|problems}: restore a backup with `kontor restore`.
    {1} 有 {2} 处问题：请用 `kontor restore` 还原备份。

    --unset takes the name of one setting.
    --unset 后面要写一个设置项的名称。

    --json shows settings; it changes none.
    --json 只显示设置，不能修改。

    KEY
    设置项

    VALUE
    值

    FROM
    来源

    There is no setting {1}; there are {2}.
    没有设置项 {1}；可用的有：{2}。

    default
    默认

    {1}, line {2}
    {1}，第 {2} 行

    command line
    命令行

    HOME is not set, so the place of the settings is not known.
    未设置 HOME，无法确定设置文件的位置。

    {1} is {2} in {3}.
    {3} 中的 {1} 为 {2}。

    {1} is not in {2} now.
    {2} 中现在没有 {1}。

    {1} says {2} at present.
    目前环境变量 {1} 的值是 {2}。

    {1} cannot be read: check its permissions.
    无法读取 {1}：请检查文件权限。

    {1} is not text in UTF-8, so it is left as it is.
    {1} 不是 UTF-8 文本，未作改动。

    The folder {1} cannot be made: check the permissions above it.
    无法创建文件夹 {1}：请检查上级文件夹的权限。

    Opportunity {1} {2} is in {3}.
    已将商机 {1} {2} 移到阶段“{3}”。

    next: {1}
    下一步：{1}

    Opportunity {1} {2} won{3}{4}.
    商机 {1} {2} 已赢单{3}{4}。

    Opportunity {1} {2} lost: {3}.
    商机 {1} {2} 已输单：{3}。

    Opportunity {1} {2} is open again.
    已重新打开商机 {1} {2}。

    {1} {2} {3} deleted; `kontor undo` brings it back.
    已删除{1*} {2} {3}；用 `kontor undo` 可以恢复。

    `kontor demo` opens the full screen, which needs a terminal: run it in one; nothing of yours is touched.
    `kontor demo` 会打开全屏界面，请在终端里运行；不会动你的任何数据。

    Promise {1} {2} kept.
    承诺 {1} {2} 已兑现。

    Say with --result what came of it.
    请用 --result 写明结果。

    held
    已开

    next: as planned already
    下一步：按原计划

    again: {1} {2}
    下次：{1} {2}

    {1} {2} is {3} already.
    {1} {2} 的状态已经是“{3*}”。

    Duplicates are looked for among contacts or companies, not {1}.
    只能对联系人（contacts）或公司（companies）查重，而不是 {1}。

    There are more likely pairs of {1}; these are the most certain. Merge some, and look again.
    疑似重复的{1*}还有更多，这里只列出最可能的。请先合并一些，再查一次。

    Nothing looks as if it were there twice.
    没有发现疑似重复的记录。

    Both are {1}; a merge needs two.
    两个都是 {1}；合并需要两条不同的记录。

    goes over from {1}: {2} {3}
    从 {1} 转入：{2*} {3} 条

    Nothing was changed.
    未作任何更改。

    {1} {2} {3} merged into {4} {5}; `kontor undo` parts them.
    已将{1*} {2} {3} 合并到 {4} {5}；用 `kontor undo` 可以撤销。

    {1} {2} written to {3}.
    已将 {1} 个{2*}写入 {3}。

    A filter goes with one kind, not with all.
    筛选条件只能用于某一类记录，不能用于 all。

    All kinds need a folder: name it with -o.
    导出 all 需要一个文件夹：请用 -o 指定。

    no records
    没有记录

    Written to {1}: {2}.
    已写入 {1}：{2}。

    --limit is a number from 1.
    --limit 应为不小于 1 的数字。

    Nothing holds {1}.
    没有找到包含“{1}”的记录。

    {1} cannot be written.
    无法写入 {1}。

    --map {1} maps nothing: write COLUMN=FIELD.
    --map {1} 没有写明对应关系：请写成 COLUMN=FIELD。

    Name the files to bring in.
    请指定要导入的文件。

    No record of the file could be brought in.
    文件里没有一条记录能导入。

    {1} is {2}
    {1} 为 {2}

    {1}: no headings; read: {2}.
    {1}：没有表头；读取：{2}。

    ; name a field with --map COLUMN=FIELD
    ；请用 --map COLUMN=FIELD 指定字段

    {1}: not read: {2}
    {1}：未读取：{2}

     --encoding says another.
     可用 --encoding 指定其他编码。

    {1}: read as {2}, which is a guess; look at the text.
    {1}：编码推测为 {2}，请检查文字是否正常。

    and {1:more remark|more remarks}
    还有 {1} 条提示

    Nothing was changed; without --dry-run it will be.
    未作任何更改；去掉 --dry-run 才会导入。

    `kontor undo` takes all of it back.
    用 `kontor undo` 可以全部撤销。

    --name '{1}:{2}=KNOWN' says which is meant; --unknown make, skip or refuse, what becomes of them.
    --name '{1}:{2}=KNOWN' 指明对应哪一个；--unknown make、skip 或 refuse 决定如何处理未知名称。

    --dates dmy, mdy or ymd says how such dates are read.
    --dates dmy、mdy 或 ymd 指定这类日期怎么读。

    --decimal point or comma says how such numbers are read.
    --decimal point 或 comma 指定这类数字怎么读。

    {1:record was|records were} changed here since the export, which stays.
    导出之后，这里有 {1} 条记录改过，改动会保留。

    and {1:more conflict|more conflicts}
    还有 {1} 处冲突

    What the file says was taken; --conflicts here keeps what is here.
    已采用文件中的内容；用 --conflicts here 可保留这里的内容。

    What is here stays; --conflicts file takes what the file says.
    已保留这里的内容；用 --conflicts file 可采用文件中的内容。

    {1:refused row is|refused rows are} in {2} with the reason.
    被拒的 {1} 行已连同原因写入 {2}。

    and {1} more; --rejects FILE writes them all down
    还有 {1} 行；用 --rejects FILE 可全部写入文件

    {1} {2} read: {3} would be imported, {4} updated, {5} unchanged, {6} skipped, {7} refused.
    读取 {1} 个{2*}：将导入 {3}，更新 {4}，未变 {5}，跳过 {6}，被拒 {7}。

    {1} {2} read: {3} imported, {4} updated, {5} unchanged, {6} skipped, {7} refused.
    读取 {1} 个{2*}：已导入 {3}，更新 {4}，未变 {5}，跳过 {6}，被拒 {7}。

    Nothing tells what the rows are; --as says it. As {1}:
    看不出每行是什么记录；可用 --as 指定。按{1*}读取：

    The rows are {1}.
    每行是一条{1*}记录。

    (day or month first?)
    （日在前还是月在前？）

    (decimal point or comma?)
    （小数点用点还是逗号？）

    fills
    字段

    holds
    内容

    {1}: the mapping {2} was kept for other headings; those that are alike were mapped.
    {1}：列对应“{2}”是为另一种表头保存的；已对应其中相同的列。

    {1}: the mapping {2} fits and was not used, as --as or --map say otherwise; --mapping puts it on.
    {1}：列对应“{2}”适用但未采用，因为 --as 或 --map 另有指定；加上 --mapping 即可采用。

    {1}: mapped as kept under {2}; --mapping - reads it without.
    {1}：已采用保存的列对应“{2}”；用 --mapping - 可不采用。

    The mapping {1} cannot be read.
    无法读取列对应“{1}”。

    The mapping {1} is removed.
    已删除列对应“{1}”。

    Remove mapping {1}
    删除列对应“{1}”

    Say --headings or --no-headings, not both.
    --headings 和 --no-headings 只能用一个。

    --delimiter is comma, semicolon, tab, bar or one character, not {1}.
    --delimiter 应为 comma、semicolon、tab、bar 或单个字符，而不是 {1}。

    --decimal is point or comma, not {1}.
    --decimal 应为 point 或 comma，而不是 {1}。

    {1} cannot be made of a name alone.
    只凭名称不能新建{1*}。

    --unknown is make, skip or refuse, not {1}.
    --unknown 应为 make、skip 或 refuse，而不是 {1}。

    --name {1} says nothing: write KIND:NAME=KNOWN.
    --name {1} 没有写明对应关系：请写成 KIND:NAME=KNOWN。

    {1} is no kind to which a name leads: {2}.
    {1} 不是可按名称对应的类型；可用的有：{2}。

    Undone: {1} ({2:change|changes}); `kontor redo` does it again.
    已撤销：{1}（{2} 处更改）；用 `kontor redo` 可以重做。

    There is nothing to do again.
    没有可重做的操作。

    Done again: {1} ({2:change|changes}).
    已重做：{1}（{2} 处更改）。

    Nothing was done yet.
    还没有任何操作。

    A filter holds words and terms: 'city:shanghai tier:A stage:proposal amount>10000 last>30d next:none tag:fair'. The terms of each kind:
    筛选由文字和条件组成：'city:shanghai tier:A stage:proposal amount>10000 last>30d next:none tag:fair'。各类记录可用的条件：

    A view saved in a list (v) is named by --view; a filter then narrows it further. `list views` shows them.
    列表中保存的视图（v）用 --view 指定，再加筛选可进一步缩小范围。`list views` 列出所有视图。

    The columns of each kind:
    各类记录的列：

    There are no {1} yet.
    还没有{1*}。

    None of the {1} fits.
    没有符合条件的{1*}。

    There is no kind {1}; it is one of {2}.
    没有 {1} 这类记录；可用的有：{2}。

    Call {1} with {2} logged{3}: {4}; next: {5}
    已记录与{2}的通话 {1}{3}：{4}；下一步：{5}

    --number is one of the numbers of {1}: {2}.
    --number 应为{1}的号码之一：{2}。

    Arguments behind -- are for a program: name it with --exec.
    -- 后面的参数是给程序用的：请用 --exec 指定程序。

    ended with status {1}
    以状态码 {1} 退出

    {1} cannot be started ({2}), so the reminders count as not told.
    无法启动 {1}（{2}），这些提醒视为未发出。

    {1} {2}, so {3:reminder counts|reminders count} as not told: {4}.
    {1} {2}，{3} 条提醒视为未发出：{4}。

    {1:reminder|reminders}
    {1} 条提醒

     and {1} more; see kontor today
     还有 {1} 条；见 kontor today

    changes looks back to a day: give --since, or another --period.
    changes 要从某一天算起：请加 --since，或换一个 --period。

    There is nothing to report.
    没有可列出的数据。

    A table is for reading; write a file with --format csv or json.
    表格只供查看；要写入文件，请用 --format csv 或 json。

    {1:line|lines} written to {2}.
    已将 {1} 行写入 {2}。

    --since is for changes, in place of --period.
    --since 只用于 changes，代替 --period。

    FIELD= empties a field. phone, email and tag hold several values: phone=… sets the first, phone+=… adds one, phone-=… removes one, 'phone 2 label=mobile' labels the second, tag='a;b' sets all tags; of a contact 'relation+=Ada: reports to' says what it is to another or to a company ('relation+=Acme: former company'), relation-=Ada takes that away. The fields of each kind:
    FIELD= 清空字段。phone、email 和 tag 可以有多个值：phone=… 设置第一个，phone+=… 添加一个，phone-=… 删除一个，'phone 2 label=mobile' 给第二个加标注，tag='a;b' 设置全部标签；对联系人，'relation+=Ada: reports to' 写明与另一个人或公司的关系（'relation+=Acme: former company'），relation-=Ada 删除该关系。各类记录的字段：

    {1} is so already.
    {1} 没有变化。

    {1} saved: {2}.
    已保存 {1}：{2}。

    emptied
    已清空

    NEXT STEP
    下一步

    LAST CONTACT
    上次联系

    IN TOUCH
    联系周期

    PROMISES
    承诺

    I owe ->
    我承诺 ->

    they owe <-
    对方承诺 <-

    DEALS
    商机

    PEOPLE
    联系人

    RELATIONS
    关系

    TIMELINE
    往来记录

      and {1} more
      还有 {1} 条

    --format knows {overdue}, {today}, {week}, {losing}, {promises}, {nothing}, {next}, {first}, %o, %t, %w, %l, %p, %n and %%, not {1}.
    --format 支持 {overdue}、{today}、{week}、{losing}、{promises}、{nothing}、{next}、{first}、%o、%t、%w、%l、%p、%n 和 %%，不支持 {1}。

    OVERDUE
    逾期

    TODAY
    今天

    NEXT 7 DAYS
    未来 7 天

    LOSING TOUCH
    疏远

    NOTHING PLANNED
    未安排下一步

    The page of the file says nothing about {1}.
    文件格式说明页没有提到 {1}。

    The page of the file speaks of what is not there: {1}.
    文件格式说明页提到了不存在的内容：{1}。

    There is no folder {1}: make it first, or name another file with --db.
    没有文件夹 {1}：请先创建，或用 --db 指定其他文件。

    Another Kontor is writing to the file; waiting for it.
    另一个 Kontor 正在写入文件，请稍候。

    The file gets its index for searching; that is done once.
    正在为文件建立搜索索引，只需一次。

    --setting is written as theme=light, not {1}.
    --setting 要写成 theme=light 的形式，而不是 {1}。

    --now must be a time as 2026-11-21T14:05:00Z or 2026-11-21 14:05, not {1}.
    --now 应为时间，如 2026-11-21T14:05:00Z 或 2026-11-21 14:05，而不是 {1}。

    --db needs the name of a file.
    --db 后面要写文件名。

    HOME is not set, so the place of the file is not known: name it with --db.
    未设置 HOME，无法确定文件的位置：请用 --db 指定。

    Something that Kontor does not know stopped it; look at the file with `kontor check`.
    Kontor 遇到未知问题，已停止；请用 `kontor check` 检查文件。

    The full screen needs a terminal; use `kontor today` or another command (`kontor --help`) here instead.
    全屏界面需要终端；这里请改用 `kontor today` 或其他命令（`kontor --help`）。

    Follow-up set: {1} {2}
    已安排跟进：{1} {2}

    I owe: {1}
    我承诺：{1}

    They owe: {1}
    对方承诺：{1}

    No date in “{1}”: it is only text.
    “{1}”里没有日期，只存为文字。

    Company {1} {2} added, as there was none of that name.
    没有同名公司，已新建公司 {1} {2}。

     or 
     或 

    {1} is a {2}; here a {3} is needed.
    {1} 是{2*}；这里需要{3*}。

    Say with --next when the next step is due.
    请用 --next 写明下一步的时间。

    action is one of {1}, not {2}.
    action 应为 {1} 之一，而不是 {2}。

    --json and --format {1} exclude each other.
    --json 和 --format {1} 不能同时使用。

    --next none plans nothing, so --action and --subject have no place.
    --next none 表示不安排下一步，不能再用 --action 和 --subject。

    Standard output cannot be written: {1}.
    无法写入标准输出：{1}。

    No folder can be made for passing files: {1}.
    无法创建中转文件用的文件夹：{1}。

    `kontor {1}` needs to know what: {2}.
    `kontor {1}` 后面还要写明：{2}。

    That is not enough to go on
    内容不全，无法执行

    {1} See `{2}`.
    {1} 请看 `{2}`。

    {1} before
    提前 {1}

    A relation is written as 'relation+=Ada: reports to', not {1}.
    关系要写成 'relation+=Ada: reports to' 的形式，而不是 {1}。

    There is no relation {1} to remove.
    没有可删除的关系：{1}。

    no relation to {1}
    与{1}不再有关系

    Relations are added and removed: 'relation+=Ada: reports to', relation-=Ada.
    关系只能添加或删除：'relation+=Ada: reports to'、relation-=Ada。

    {1:action|actions} of more than 90 days ago can no longer be undone.
    90 天以前的 {1} 个操作已不能撤销。

    {1} {2}
    {1} {2*}

    {1}, {2}
    {1}，{2}

    Address
    地址

    External id
    外部编号

    Other properties
    其他属性

    Alarms
    提醒

    Follow-ups with {1:record|records}
    为 {1} 条记录安排跟进

    , or counted from the end with a minus
    ，或用负号从末尾数起

    “{1}” is no way to repeat; try weekly, every 2 weeks, every mon,thu, weekdays, every 15th, monthly, quarterly, yearly, 每周一 or 每月底
    “{1}”不是重复方式，可输入“每周”“每2周”“每周一、四”“每个工作日”“每月15号”“每月底”“每季度”“每年”

    BYMONTHDAY does not go with FREQ=WEEKLY; use FREQ=MONTHLY.
    BYMONTHDAY 不能与 FREQ=WEEKLY 一起用；请用 FREQ=MONTHLY。

    FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not {1}.
    FREQ 只能是 DAILY、WEEKLY、MONTHLY 或 YEARLY，不能是 {1}。

    Kontor repeats in the Gregorian calendar only, without {1}.
    Kontor 只按公历重复，请去掉 {1}。

    {1} takes numbers from {2} to {3}{4}, not {5}.
    {1} 须为 {2} 到 {3} 的数{4}，不能是 {5}。

    A repeat rule says how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.
    重复规则要写明频率：FREQ=DAILY、WEEKLY、MONTHLY 或 YEARLY。

    A repeat rule names {1} only once.
    重复规则中 {1} 只能写一次。

    A weekday is MO, TU, WE, TH, FR, SA or SU, not {1}.
    星期要写成 MO、TU、WE、TH、FR、SA 或 SU，不能是 {1}。

    “{1}” is no part of a repeat rule; write it as FREQ=WEEKLY;BYDAY=MO.
    “{1}”不是重复规则的一部分；请写成 FREQ=WEEKLY;BYDAY=MO。

    BYSETPOS chooses among days: name them with BYDAY or BYMONTHDAY.
    BYSETPOS 是从若干天中选取：请用 BYDAY 或 BYMONTHDAY 指定这些天。

    DTSTART must be a date as 20261127, not {1}.
    DTSTART 须为日期，如 20261127，不能是 {1}。

    A numbered weekday as 1MO is one of a month or of a year: use FREQ=MONTHLY or YEARLY.
    像 1MO 这样带序号的星期属于某月或某年：请用 FREQ=MONTHLY 或 YEARLY。

    A repeat rule ends by COUNT or by UNTIL, not by both.
    重复规则用 COUNT 或 UNTIL 结束，不能两个都用。

    A repeat rule has no part {1}.
    重复规则没有 {1} 这一部分。

    It would end before it begins: the end lies before {1}.
    结束早于开始：结束日期在 {1} 之前。

    UNTIL must be a date as 20261231, or a time as 20261231T150000Z, not {1}.
    UNTIL 须为日期，如 20261231，或时间，如 20261231T150000Z，不能是 {1}。

    Kontor repeats on days; the time is that of the item, so leave out {1}.
    Kontor 按天重复，时刻以该事项为准，请去掉 {1}。

    BYYEARDAY and BYWEEKNO go with FREQ=YEARLY only.
    BYYEARDAY 和 BYWEEKNO 只能与 FREQ=YEARLY 一起用。
    """#
