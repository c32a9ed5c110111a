/// What is planned in the territory: overdue, today, in the next seven days, later.

/// `when` is `-3` for three days ago (before a weekend when it falls on one), `0` for today, `+2` for the second working
/// day from now. `time` is `HH:MM` there, or on the same day minutes from now as `now+20`, `now-90`. A meeting has its
/// length in minutes behind the word, and its place; `who` may then be several. A text that begins with `!` is important.
let planTable = """
    when | time | what | who | deal | text | place
    -3 | | call | wang.wei | retrofit | ! send revised quote |
    -1 | | visit | ada.lovell | testbench | site survey, bring the gauge |
    -7 | | email | omar.haddad | alnour-desal | pump curves and the reference list |
    0 | now-90 | meeting 45 | thomas.huber, julia.wagner | isar-line | Terms for Montagelinie 4 | phone conference
    0 | now+20 | meeting 60 | li.lei, ouyang.xiu | contract27 | Beijing office, contract terms | 远大大厦 21 层
    0 | now+55 | call | anke.oekonom | valves | Demo call, 4 people |
    0 | | call | zhang.san | | after the trade fair |
    0 | | email | grace.hopper | datahall | contract draft |
    0 | | call | liang.xiaoyan | mixer | 确认卫生证书的版本 |
    +1 | | send | ouyang.xiu | retrofit-b | 报价第二版 |
    +1 | 10:00 | visit | nils.berg | coolingloop | visit with service engineer |
    +1 | | call | kofi.mensah | serviceplan | ! ask for the signed plan |
    +2 | | call | klaus.mueller | pumpset | call about tender |
    +2 | 09:30 | meeting 60 | hu.xiaofeng, cai.wenjing | cleanroom | 验证文件评审 | 武汉工厂 3 号会议室
    +3 | | send | chen.jing | coldroom | 寄样品 |
    +3 | 14:00 | call | rachel.stone | redwood-pilot | pilot scope, one open point |
    +4 | | call | rosa.parkes | filters | renewal talk |
    +4 | 15:30 | meeting 90 | fang.min, liu.yang | hall-c | C 栋方案评审 | 深圳科技南路 16 号
    +5 | 11:00 | meeting 60 | tanaka.hiroshi, suzuki.aiko | sensors | quarterly review | オンライン
    +5 | | call | ivan.petrov | | check delivery date |
    +6 | | visit | yu.haiyan | brewery | 看二号发酵车间的传感器位置 |
    +6 | | call | wei.wang | testbench-xg | 付款节点谈妥没有 |
    +7 | | email | petra.schaefer | mainwerk | Entwurf der Qualifizierung schicken |
    +7 | | call | fiona.maclean | clyde-spares | framework signed? |
    +8 | | call | astrid.dahl | nordlys-cool | sea water permit |
    +8 | 13:30 | meeting 120 | reto.huber | spindle | Abnahmekriterien durchgehen | Zürich
    +9 | | visit | qian.jun | wire | 带联网样机去现场 |
    +9 | | send | claire.duval | fromage | plan des deux caves |
    +10 | | call | zhu.wenzheng | waterworks | 标书发布日期 |
    +10 | 10:00 | meeting 60 | cao.zhen, miao.qing | pujiang-cool | 技术澄清会 | 江月路 1018 号
    +11 | | call | kari.nordmann | | hvordan går båndet i høysesong |
    +12 | | call | gu.yongkang | | 明年代理区域 |
    +12 | | email | yamada.taro | kanto-line | 事例集を送る |
    +13 | | visit | bao.guoqing | | 年底拜访,带日历 |
    +14 | | call | birgit.hansen | | price list 2027 |
    +15 | | call | zhong.hai | | 进坞时间和备件清单 |
    +16 | | call | martin.hale | | two projects he wants to share |
    +16 | | email | hassan.fathy | | drawing of the mixing hall |
    +17 | | call | jiang.hao | testbench-xg | MES 接口测试结果 |
    +18 | | call | lin.jianhui | | 包装展后再联系 |
    +18 | | call | deng.xiuying | | 年度采购计划下来没有 |
    +19 | | call | khalid.otaibi | | stock for the first quarter |
    +20 | | visit | alan.whitaker | | look at the ice bank together |
    +20 | | call | hugo.blanc | | salon de Lyon, stand commun |
    +21 | | call | leopold.gruber | | Ausschreibung Jänner |
    +22 | | call | pan.jiayi | | 新厂房设备清单 |
    +23 | | call | jorge.ramirez | | budget round in January |
    +24 | | call | sato.yumi | | 来年度の設備計画 |
    +25 | | call | jin.mingzhe | | 新船订单 |
    +26 | | call | dai.hong | | 夏季高峰总结 |
    +27 | | call | bud.tucker | | reorder of seal kits |
    +28 | | email | piotr.kowalski | | new price list for integrators |
    +30 | | call | erik.lindqvist | | stock agreement |
    +32 | | call | simone.bianchi | | who builds in Piedmont next year |
    +6 | | task | | | expenses of the Hannover trip |
    +1 | | call | wang.wei | spare | which bearings go into the yearly order |
    +15 | | email | tang.lin | | 年终对账单 |
    +29 | | call | jia.fugui | | 齿轮备件有没有机会 |
    +31 | | call | ding.yi | | 明年预算 |
    +33 | | call | yann.legoff | | prochain appel d'offres |
    +17 | | call | uwe.petersen | | nach der Messe noch einmal versuchen |
    +12 | | task | | | book the stand for the spring fair |
    """
