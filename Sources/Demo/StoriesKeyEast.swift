/// What happened with the most important customers in China and Japan.

/// `who` is empty where it is the one above, `@acme` for a company alone; `ago` is days ago (before a weekend when it
/// falls on one). `what` is `call OUTCOME MINUTES` or `in OUTCOME MINUTES`, `meeting MINUTES`, a done `visit`, `email` or
/// `send`, or a `note`. `text` is the summary, title, subject or note; `more` the notes of a meeting or the result of
/// what was done.
let storiesKeyEast = """
    who | ago | what | deal | text | more
    wang.wei | 3 | call no-answer | retrofit | |
    | 4 | call voicemail | retrofit | asked him to call back about the quote |
    | 9 | call interested 8 | retrofit | two options wanted, budget is approved in December |
    | 16 | meeting 90 | retrofit | Site meeting: 参观三号线 | 需要CE认证,设备2021年安装,控制柜可保留外壳。王伟希望停机不超过四天。 ¶
        我方答应:两班制备件价格。对方答应:三号线图纸。
    | 24 | email | retrofit | Sent catalogue | drives and cabinets, Chinese edition
    | 37 | meeting 30 | retrofit | Trade fair, stand C12: first talk | Came with two colleagues. Line 3 stops twice a
        week; he wants a partner who also delivers spare parts.
    | 5 | in answered 4 | spare | wants the yearly spare parts as one order for 2027 |
    | 15 | note | retrofit | 三号线现状:传动 2009 年产,备件已停产。两班生产,周日检修。¶ 决策路线:王伟提交,刘明批准,周洁看付款。年底前必须走完流程,否则预算转到下一年。
    | 52 | call answered 6 | press | 冲压线合同细节,质保改为两年 |
    | 41 | in answered 3 | press | 问围栏颜色,按厂标黄色 |
    liu.ming | 12 | call answered 9 | retrofit | 认可方案二,但要求分两期付款 |
    | 16 | note | acme-cobot | 刘明看了同行视频,想带两位班长去宁波现场看协作机器人。答应他安排。
    | 22 | meeting 60 | acme-cobot | 二期装配线讨论 | 四个工位,节拍 42 秒。视觉由谁供货未定。刘明要求先做可行性测试,样件下周寄来。
    | 40 | call answered 12 | press | 冲压线安全升级,他同意节前安装 |
    | 3 | call answered 5 | press | 合同已盖章,感谢我们配合 |
    zhou.jie | 13 | call answered 6 | retrofit | 财务只接受 3-6-1 付款 |
    | 30 | email | retrofit | 发送公司资质和开户资料 | 她已收到,供应商编码下周下来
    li.lei | 1 | call meeting-agreed 7 | contract27 | meets us in the Beijing office, wants the contract terms settled |
    | 7 | meeting 75 | contract27 | Negotiation, first round | Price accepted with 3 percent rebate above CNY 150,000 a
        year. Open: they want 90 days, we offered 45. ¶ Next: bring a counter-proposal with a discount for early
        payment.
    | 19 | call answered 10 | contract27 | legal has read the draft, four remarks, none serious |
    | 31 | email | contract27 | Draft of the frame contract | sent in both languages
    | 38 | in answered 3 | yuanda-plc | order for the PLC spares is signed |
    | 59 | meeting 60 | contract27 | 年度框架合同启动会 | 两个基地合并采购,每季度一次对账。李蕾负责商务,欧阳修负责技术附件。
    | 75 | send | yuanda-plc | 备件报价,纸质三份 | 已签收
    | 100 | call interested 11 | yuanda-plc | 控制系统备件需要一年库存 |
    | 6 | note | contract27 | Li Lei is measured on payment terms, not on price. A longer warranty costs us little and
        gives her something to show.
    ouyang.xiu | 2 | call answered 8 | retrofit-b | 报价第一版漏了端子排,本周给第二版 |
    | 8 | meeting 50 | retrofit-b | 二号车间现场勘查 | 六面柜子,三面可利旧。夜班施工,每晚 22 点到 5 点。
    | 29 | call answered 14 | contract27 | 技术附件逐条过完,只剩响应时间 |
    | 47 | visit | contract27 | 拜访,讨论技术附件 | 同意把响应时间写成 24 小时
    gao.yuan | 28 | meeting 30 | contract27 | 与高总见面 | 他关心的是天津基地能否同步切换。给了我们三十分钟,态度积极。
    | 66 | email | contract27 | 寄送企业介绍 | 秘书转交
    fang.min | 6 | call answered 9 | hall-c | 预算第一笔已批,第二笔一月批 |
    | 18 | meeting 90 | hall-c | C 栋方案首次汇报 | 到场六人。对液冷泄漏检测问得最细,答应一周内补充方案。 ¶ 竞争对手报价低约百分之八,但没有本地服务。
    | 27 | send | hall-c | 泄漏检测样品 | 实验室已收
    | 54 | call interested 15 | hall-c | 机柜从八个改为十二个 |
    | 96 | in interested 6 | hall-c | C 栋要上液冷,问我们做不做 |
    | 110 | call answered 4 | yuncang-b | B 栋维护合同签了 |
    | 139 | meeting 60 | yuncang-b | B 栋维护报价 | 她要求备件放在深圳仓库,同意。
    liu.yang | 81 | meeting 45 | hall-c | 机房巡检 | 冷通道温度 23 度,回水温度偏高。刘洋想把水温提到 20 度试运行。
    | 120 | call answered 6 | yuncang-b | 维护窗口定在每月第一个周六 |
    | 20 | call no-answer | hall-c | |
    yu.haiyan | 2 | call answered 7 | brewery | 温控阀型号确认,等总监签字 |
    | 11 | meeting 80 | brewery | 发酵车间价格谈判 | 总价可以,要求增加一年质保。我们同意质保十八个月。
    | 24 | call voicemail | brewery | |
    | 36 | send | brewery | 正式报价和施工计划 | 含二十四个罐的停机排程
    | 54 | visit | brewery | 看温度曲线 | 主发酵期波动 0.8 度,目标 0.3 度
    | 79 | in interested 12 | brewery | 明年产量加三成,温控跟不上 |
    sun.jianguo | 11 | note | brewery | 孙总监是酿酒出身,看重口味一致性,不看参数。演示时带曲线对比,少讲控制算法。
    | 33 | call answered 10 | brewery | 旺季前要完工,五月一日是底线 |
    | 56 | meeting 40 | brewery | 与孙总监喝茶 | 介绍了丹麦同行的案例,他想要联系方式。
    tanaka.hiroshi | 28 | meeting 60 | tanaka-q | 四半期レビュー | 停止時間は前期比 12% 減。次は振動監視を広げたい。
    | 45 | call answered 9 | tanaka-q | 予防保全契約にサイン済み |
    | 66 | call answered 14 | tanaka-q | 価格は了承、支払いは月末締め翌月末 |
    | 84 | email | tanaka-q | 契約書案を送付 | 受領の返事あり
    | 110 | meeting 90 | tanaka-q | 名古屋工場見学 | ラインは七本、うち三本が対象。保全担当は四名。
    suzuki.aiko | 2 | in interested 6 | sensors | 振動センサー40台の見積依頼 |
    | 14 | call no-answer | | |
    | 62 | call answered 5 | tanaka-q | 注文書の書式を確認 |
    cao.zhen | 8 | call answered 11 | pujiang-cool | PUE 目标 1.25 可以写进标书 |
    | 20 | meeting 70 | pujiang-cool | 浦江一期技术交流 | 3 兆瓦分三步投产。曹总希望看参考机房,可约深圳云仓。
    | 35 | call busy | pujiang-cool | |
    miao.qing | 15 | email | pujiang-cool | 资格预审文件 | 已上传,回执编号 2207
    | 21 | call answered 6 | pujiang-cool | 资格预审要三个业绩 |
    """
