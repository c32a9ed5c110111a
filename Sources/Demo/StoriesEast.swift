/// What happened with the other contacts in China and Japan.

/// The columns are those of the stories of the most important customers.
let storiesEast = """
    who | ago | what | deal | text | more
    huang.zhiqiang | 5 | call interested 10 | mixer | 董事会原则同意,要看出口卫生证书 |
    | 17 | visit | mixer | 看老搅拌车间 | 地面承重够,蒸汽管要改
    | 33 | in interested 7 | mixer | 食品展后主动来电,问 2000 升设备 |
    liang.xiaoyan | 4 | call call-back 2 | mixer | 正在开会,让我周后再打 |
    | 12 | email | mixer | 发送设备参数表 | 她转给工艺
    wei.wang | 10 | call answered 8 | testbench-xg | 付款节点希望 2-5-2-1 |
    | 31 | meeting 45 | testbench-xg | 与王总谈投资回报 | 三班制下十四个月回本,她要求把电费单列。
    | 70 | call voicemail | | |
    jiang.hao | 9 | call answered 12 | testbench-xg | MES 接口用 REST,文档周五给 |
    | 29 | meeting 90 | testbench-xg | 测试台需求评审 | 三工位,节拍 25 秒,需要条码追溯。接口由他们信息部配合。
    | 51 | in interested 9 | testbench-xg | 老测试台校准不过,想换新的 |
    | 88 | visit | | 研发楼回访 | 现有两台运行正常
    qian.jun | 16 | call interested 7 | wire | 拉丝机十二台,先联四台 |
    | 39 | call answered 5 | wire | 厂里没有网络,问无线方案 |
    | 60 | call no-answer | | |
    chen.jing | 8 | call answered 6 | coldroom | 样品要带检验报告 |
    | 20 | email | coldroom | 材质证明 | 已发,她确认收到
    | 43 | meeting 60 | coldroom | 质量要求沟通 | 内壁材料须符合食品接触标准,温度记录保存三年。
    bao.guoqing | 19 | call answered 9 | coldroom | 两期施工同意,春节前做第一期 |
    | 45 | visit | coldroom | 三号库现场 | 测了保温层,两处破损
    | 61 | call answered 4 | haina-line | 称重线签了,九月装 |
    | 80 | meeting 60 | haina-line | 价格商谈 | 鲍总要八折,最后九二折加一年备件。
    | 98 | send | haina-line | 称重线报价 | 快递已签收
    | 150 | in interested 8 | haina-line | 鱼丸线称重误差大,客户投诉 |
    gu.yongkang | 41 | call answered 13 | | 华东水泵市场一般,他手上有两个水厂项目 |
    | 73 | meeting 60 | | 代理年度回顾 | 完成七成,第四季度要补。约定联合拜访金陵水务。
    tang.lin | 34 | in answered 3 | | 催一份发票,已补寄 |
    zhang.san | 6 | call voicemail | | left word that I saw his talk at the fair |
    | 26 | email | | Brochure after the fair | he asked for the version with gear data
    | 32 | call interested 5 | | met at the fair, wants a price idea for a tooling line |
    deng.xiuying | 32 | call answered 6 | | 明年计划十二月底定 |
    | 64 | call answered 4 | | 采购流程换了系统,要重新注册 |
    luo.gang | 33 | note | | 展会上聊了二十分钟。车间有三台老加工中心,想加自动上下料,自己没有预算权,要通过邓秀英。
    hu.xiaofeng | 4 | call meeting-agreed 6 | cleanroom | 同意开验证文件评审会 |
    | 13 | call answered 11 | cleanroom | 风量波动来自老风阀,数量三十六个 |
    | 27 | in interested 8 | cleanroom | 检查中发现压差不稳,要整改 |
    cai.wenjing | 12 | email | cleanroom | 3Q 文件目录 | 她要求加电子签名一章
    | 25 | call answered 7 | cleanroom | 验证周期至少六周 |
    shan.xiongxin | 100 | call not-interested 3 | crane | 他已调岗,以后找贾富贵 |
    jia.fugui | 12 | call answered 5 | crane | 结果出来了,价格差太多 |
    | 39 | email | crane | 减速机报价 | 已收
    | 68 | visit | crane | 港口现场 | 四台岸桥,齿面磨损明显
    qin.feng | 25 | call answered 9 | | 变桨轴承监测想做试点,先选两台 |
    | 50 | call interested 6 | | 风场在榆林,冬天不能吊装 |
    zhu.wenzheng | 22 | call answered 6 | waterworks | 招标文件还在审,十二月发 |
    | 48 | meeting 45 | waterworks | 加药间项目摸底 | 预算约九十万,公开招标,技术分占六成。业绩要求近三年两项。
    | 71 | call busy | | |
    dai.hong | 22 | note | waterworks | 戴厂长私下提醒:评标时很看重响应时间和本地备件库。可以写南京有驻点。
    | 53 | visit | | 水厂回访 | 两台泵密封换过,运行稳定
    lin.jianhui | 58 | meeting 30 | | 厦门包装展洽谈 | 老板自己来的,想换一条瓦楞线,明年再说。
    | 40 | call answered 5 | | 资金紧,春节后谈 |
    pan.jiayi | 20 | call answered 8 | | 新厂房二季度封顶,设备清单年底出 |
    | 44 | meeting 40 | | 展会:流明光电 | 两位工程师一起来,问超净环境传输。潘佳怡留了名片。
    | 43 | email | | 展后资料 | 发了三份样本
    ren.yifei | 44 | note | | 展会认识的自动化工程师,技术很熟,可以帮忙推动,喜欢看实测数据而不是样本。
    zhong.hai | 30 | call answered 10 | | 三条船明年三月进坞,备件清单年前给 |
    | 59 | meeting 60 | | 大连船厂拜访 | 参观机舱,主机冷却泵异响。钟部长希望我们先做测振。
    jin.mingzhe | 29 | call answered 6 | | 新船订单谈判中,年底有结果 |
    sato.yumi | 23 | call answered 7 | | 来年度の設備計画は一月に決まる |
    | 49 | email | | 会社案内を送付 | 受領
    yamada.taro | 15 | call interested 12 | kanto-line | 検査ラインの自動化を検討中、事例が欲しい |
    | 36 | meeting 30 | | 東京展示会で面談 | 開発部長と技術者二名。現行は目視検査、一日二万個。
    ding.yi | 57 | call not-interested 4 | heli-gear | 今年没有预算了 |
    | 91 | send | heli-gear | 测试线方案 | 图纸两套
    | 122 | call interested 8 | heli-gear | 齿轮箱噪声要在线检测 |
    zeng.zhiwei | 26 | note | hall-c | 曾工提供了机房平面图,冷源在西侧,管廊够宽。注意二层有消防卷帘,管道要绕行。
    fang.min | 40 | meeting 30 | hall-c | 电话会:增加机柜 | 荷载复核由设计院做,两周出结果。
    wang.wei | 70 | call answered 5 | press | 安装时间定在检修周 |
    | 91 | in interested 6 | press | 老冲压线安全检查不合格,要升级 |
    li.lei | 120 | meeting 40 | yuanda-plc | 年度备件会 | 清单四十项,其中十一项停产,给出替代型号。
    """
