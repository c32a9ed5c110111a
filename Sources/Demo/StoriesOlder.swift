/// What happened longer ago, and the small things between.

/// The columns are those of the stories of the most important customers in the east.
let storiesOlder = """
    who | ago | what | deal | text | more
    wang.wei | 130 | call answered 5 | | 线体备件到货,数量正确 |
    | 175 | meeting 40 | | 年中回访 | 一线二线运行正常,三线开始有故障。
    | 260 | send | | 备件手册 | 纸质版已收
    liu.ming | 68 | call answered 7 | press | 安全围栏的方案他自己改过,照做 |
    | 150 | visit | | 新装配楼 | 楼还没封顶
    | 240 | call busy | | |
    li.lei | 160 | call answered 6 | | 供应商年审通过,评分九十一 |
    | 210 | meeting 60 | | 供应商大会 | 三十家到场,我们坐第二排。李蕾介绍了新采购流程。
    | 300 | call interested 9 | | 想把两个基地的采购合起来 |
    ouyang.xiu | 85 | call answered 10 | contract27 | 响应时间二十四小时是底线 |
    | 170 | email | | 控制系统升级说明 | 已转给班组
    | 250 | call no-answer | | |
    fang.min | 170 | call answered 8 | yuncang-b | 维护范围包括水泵,不含冷机 |
    | 205 | in interested 5 | yuncang-b | B 栋出保,问维护价格 |
    | 290 | meeting 45 | | 深圳首次拜访 | 机房三栋,方敏管采购,刘洋管运行。
    liu.yang | 150 | meeting 60 | yuncang-b | B 栋交底 | 六台水泵,两台备用。控制逻辑文件不全。
    | 204 | call answered 9 | yuncang-b | 他要求维护人员必须持证 |
    yu.haiyan | 115 | call answered 6 | | 夏季产量高,没时间谈改造 |
    | 190 | email | | 旺季备件清单 | 采购已下单
    sun.jianguo | 128 | call call-back 2 | | 在酿造车间,晚点打 |
    | 200 | meeting 50 | | 青岛啤酒节 | 一起看了新品发布,聊到发酵温控。
    bao.guoqing | 131 | visit | haina-line | 鱼丸线现场 | 两台多头秤,误差三克
    | 220 | call answered 5 | | 展会后回访,先做称重 |
    tanaka.hiroshi | 140 | in interested 8 | tanaka-q | 予防保全の年間契約を相談したい |
    | 195 | meeting 60 | | 四半期レビュー | 停止三回、うち二回はセンサー故障。
    | 285 | call answered 6 | | 来期の計画を共有 |
    suzuki.aiko | 108 | email | tanaka-q | 見積書 | 受領
    | 180 | call answered 4 | | 支払条件の変更なし |
    dai.hong | 112 | call answered 5 | | 两台泵密封漏水,已派人 |
    | 111 | visit | | 更换密封 | 两小时完成,她很满意
    | 215 | call answered 6 | | 汛期前检查一遍 |
    zhong.hai | 120 | call answered 7 | | 二号船靠港,换了冷却泵叶轮 |
    | 230 | call no-answer | | |
    gu.yongkang | 140 | call answered 8 | | 两个水厂项目报备 |
    | 235 | meeting 60 | | 签代理协议 | 苏州和无锡归他,年目标八十万。
    jiang.hao | 145 | call answered 6 | | 校准证书寄出 |
    | 225 | email | | 电源测试台样本 | 收到
    ada.lovell | 150 | call answered 6 | | asks after pumps for cell 5, not urgent |
    | 225 | meeting 60 | | Open day at Lovell Engines | Ada showed the new block. Met Tom, who runs the works.
    | 310 | call interested 7 | | a customer of ours told her about us |
    tom.ashby | 125 | call answered 5 | | cell 4 runs, cell 5 leaks a little |
    | 226 | note | | Tom likes to be called before eight. Tea, no sugar. He keeps a list of every stop by hand; ask to
        see it.
    rosa.parkes | 133 | call answered 6 | | needs forty cartridges in a hurry, sent the same day |
    | 222 | meeting 40 | | Contract review | Two late deliveries in spring. Apologised and moved her to the second
        warehouse.
    | 305 | email | | Filter catalogue | chose the long version
    grace.hopper | 105 | call answered 8 | | hall 1 is stable, asks how others measure |
    | 180 | meeting 45 | | First visit, Arlington | Two halls, 4 MW. She wants data before she buys anything.
    | 240 | call interested 6 | | heard a talk of ours |
    marcus.hill | 57 | call answered 5 | navy-rack | wants their terms on the purchase order |
    | 185 | email | | Company papers | filed
    walter.white | 160 | call answered 6 | | Ersatzteile angekommen |
    | 230 | meeting 60 | | Hausmesse in Hamburg | Walter kam mit zwei Meistern und blieb bis zum Ende.
    | 320 | call answered 5 | | Wartung für die Ferien vereinbart |
    birgit.hansen | 140 | call answered 4 | | Rechnung war doppelt, eine storniert |
    | 240 | call busy | | |
    thomas.huber | 120 | call answered 7 | | Linie 3 läuft, Linie 4 wird ein Thema |
    | 200 | meeting 60 | | Jahresgespräch Isar | Lieferzeit gelobt, Dokumentation bemängelt. Neue Vorlage zugesagt.
    | 295 | email | | Neue Dokumentationsvorlage | angenommen
    julia.wagner | 130 | call answered 9 | | Greifer verliert Teile bei Kälte |
    | 129 | send | | Greiferbacken, weiche Ausführung | eingebaut, hält
    nils.berg | 170 | call answered 6 | | asks for valves that survive the winter |
    | 245 | meeting 60 | | Hydropower day in Oslo | Sat at his table. He runs three plants and one boat.
    ingrid.solheim | 131 | email | berg-valves | Supplier form | registered
    | 160 | call voicemail | | |
    kofi.mensah | 150 | call answered 7 | | the new room holds minus 24 |
    | 230 | meeting 60 | | Harbour visit, Tema | Fish in the morning, fruit at noon. He wants to double the space in
        two years.
    akosua.boateng | 145 | call answered 6 | | controller of room 7 replaced by her own people |
    | 231 | email | | Spare parts list | she keeps it on the wall
    ivan.petrov | 130 | call answered 6 | | seals changed, no more leaks |
    | 220 | email | | Drawings of the cylinders | checked
    claire.duval | 110 | call answered 7 | | contente de la régulation de l'atelier |
    | 190 | meeting 40 | | Salon de l'agriculture | Stand partagé avec deux fromagers. Parlé d'affinage.
    mathieu.roche | 112 | call answered 5 | | sonde remplacée, tout va bien |
    kari.nordmann | 180 | in interested 7 | fjord-belt | gammelt bånd ryker hver uke |
    | 240 | call no-answer | | |
    fiona.maclean | 95 | call answered 6 | | two pumps for the ferry, by Friday |
    | 200 | call answered 5 | | takes over from Brian |
    bud.tucker | 190 | send | | Dealer binder | got it
    khalid.otaibi | 180 | call answered 6 | | dealer agreement is running well |
    | 270 | email | | Dealer agreement | signed
    martin.hale | 190 | call answered 5 | | first joint project is finished |
    | 280 | meeting 60 | | Getting to know Vantage | Eight engineers, all ours to train.
    piotr.kowalski | 200 | call answered 8 | | chce być integratorem, trzy projekty rocznie |
    erik.lindqvist | 210 | meeting 45 | | Göteborg, återförsäljare | Fyra montörer, eget lager. Vill ha längre
        betalningstid.
    simone.bianchi | 170 | call interested 9 | | offers to look for factories that rebuild |
    shan.xiongxin | 160 | visit | | 港口首次拜访 | 设备老旧,预算少
    xiao.qiang | 170 | call answered 6 | | 他提醒减速机漏油 |
    ding.yi | 160 | in interested 5 | heli-gear | 来电询价测试线 |
    du.juan | 210 | call not-interested 2 | | 已离职,不要再打 |
    ma.chao | 190 | call wrong-number | | |
    svenja.kroeger | 220 | call answered 4 | | Förderband erst 2028 wieder ein Thema |
    hannah.pascoe | 117 | in interested 6 | tamar-line | needs a test line for valves |
    yann.legoff | 79 | in interested 5 | loire-dose | dosage chlore, appel d'offres en préparation |
    oskar.lind | 150 | call answered 6 | | wrote about our pumps, wants no more calls |
    maja.strom | 180 | call not-interested 2 | | har slutat |
    gao.yuan | 180 | meeting 30 | | 行业论坛 | 高总演讲后聊了十分钟,留了联系方式。
    cao.zhen | 90 | call answered 7 | | 一期土建开工,冷却明年招标 |
    chen.jing | 130 | call answered 5 | haina-line | 称重线验收标准定了 |
    zhou.jie | 90 | email | press | 付款资料 | 已收,三周内付
    wei.wang | 145 | meeting 30 | | 杭州初次拜访 | 公司上市准备中,投资要写进募投项目。
    qin.feng | 100 | call answered 5 | | 马超离职,由他接手 |
    hu.xiaofeng | 90 | email | | 洁净间控制样本 | 收到
    rachel.stone | 110 | call voicemail | | |
    astrid.dahl | 100 | note | | Saw her talk about data centres in the north. Cold air, cheap power, few people:
        everything must run without a visit for a month. Worth writing to when the web form comes in.
    layla.mansour | 58 | call answered 5 | alnour-desal | sends the enquiry documents |
    priya.nair | 120 | email | | Logger manual | read it
    elena.ortiz | 57 | call answered 9 | navy-rack | four sensors a rack, front and back |
    alan.whitaker | 140 | call answered 6 | | dairy asks for a check of the compressors |
    daniel.reid | 150 | call answered 3 | | counted wrong, needs ten more |
    @aqualoire | 90 | call answered 2 | | standard : M. Le Goff est joignable le matin |
    @prairie | 75 | call no-answer | | |
    @hengtai | 46 | call answered 3 | | 总机说老板只在上午接电话 |
    @hokkai | 37 | call answered 2 | | 代表電話、担当は来月交代 |
    """
