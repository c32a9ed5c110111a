/// The opportunities of the territory, open, won and lost, each with the way it came.

/// `path` is the stages with the days since each, oldest first; `=AMOUNT` where the amount changed, `>DAYS` where the
/// expected close did (days from today, negative for past). `end` is empty for an open deal, else `won@DAYS` or
/// `lost:REASON@DAYS`. `people` is contact:role, the first one the person to talk to.
let dealTable = """
    key | name | company | money | close | path | end | people | source | about
    spare | Spare parts 2027 | acme | CNY 18500 | 120 | lead@4 | | wang.wei:buyer | customer
        | Yearly set of seals, filters and bearings for lines 1 and 2.
    retrofit | Line 3 retrofit | acme | CNY 120000 | 30 | lead@37=90000>10 qualified@24 proposal@12=120000>30 |
        | wang.wei:buyer, liu.ming:decider, zhou.jie:finance | 上海展会
        | Drives, control cabinet and safety fence for line 3. The two-shift option doubles the spare set.
    acme-cobot | 装配线协作机器人 | acme | CNY 265000 | 95 | lead@25 qualified@9 | | liu.ming:decider | customer
        | 二期装配线,四台协作机器人加视觉。刘明希望先看同行案例。
    contract27 | Contract 2027 | yuanda | CNY 165000 | 33 | lead@88=140000>20 qualified@60 proposal@31=165000
        negotiation@7>33 | | li.lei:buyer, ouyang.xiu:technical, gao.yuan:decider | customer
        | Frame contract for the Beijing and Tianjin sites; open point is the payment term.
    retrofit-b | Retrofit B | yuanda | CNY 40000 | 75 | lead@8 | | ouyang.xiu:technical | customer
        | 二号车间老控制柜更换,与框架合同分开结算。
    mixer | Mixer | huamei | CNY 100000 | 50 | lead@33 qualified@5 | | huang.zhiqiang:decider, liang.xiaoyan:buyer
        | 广州食品展 | 2000 升真空乳化搅拌机,需要出口卫生证书。
    testbench-xg | 电源测试台 | xinguang | CNY 78000 | 41 | lead@52 qualified@30 proposal@10 |
        | jiang.hao:technical, wei.wang:decider | 展会 | 三工位,要求与现有 MES 对接。
    wire | 拉丝机联网改造 | wuwei | CNY 56000 | 62 | lead@40 qualified@17 | | qian.jun:decider | 电话 |
    coldroom | 冷库节能改造 | haina | CNY 88000 | 27 | lead@66 qualified@45 proposal@20>27 |
        | bao.guoqing:decider, chen.jing:quality | customer | 三号库氨改二氧化碳复叠,分两期施工。
    hall-c | C 栋液冷机房 | yuncang | CNY 480000 | 84 | lead@97=350000>60 qualified@54=480000>84 proposal@18 |
        | fang.min:buyer, liu.yang:technical | customer | 十二个机柜,单柜 40 千瓦。预算分两个财年。
    brewery | 发酵罐温控升级 | donghai | CNY 132000 | 19 | lead@80 qualified@55 proposal@36 negotiation@11 |
        | yu.haiyan:buyer, sun.jianguo:decider | customer | 二十四个罐,旺季前必须完工。
    cleanroom | 洁净间风量控制 | zhongrui | CNY 95000 | 70 | lead@28 qualified@13 | | hu.xiaofeng:decider,
        cai.wenjing:quality | 推荐 | 需要完整的 3Q 验证文件。
    waterworks | Water works | jinling | CNY 86000 | 45 | lead@49 qualified@22 | | zhu.wenzheng:tender, dai.hong:user
        | 招标 | 加药间自动化,公开招标,十二月发标。
    pujiang-cool | 浦江一期冷却系统 | pujiang | CNY 390000 | 110 | lead@21 | | cao.zhen:decider, miao.qing:tender | 招标
        | 一期 3 兆瓦,要求 PUE 低于 1.25。
    testbench | Test bench | lovell | CNY 120000 | 44 | lead@37 qualified@9 |
        | ada.lovell:decider, priya.nair:technical, tom.ashby:user | referral
        | Cold test bench for the V6 family, with torque logging.
    filters | Filters | rosaparks | CNY 56000 | 26 | lead@43 qualified@21 | | rosa.parkes:decider, daniel.reid:user
        | customer | Renewal of the filter contract, with two deliveries a year.
    datahall | Data hall | navydata | CNY 48500 | 38 | lead@47 qualified@24 proposal@6 |
        | grace.hopper:decider, marcus.hill:contracts, elena.ortiz:technical | customer
        | Rear-door coolers for hall 2. Their lawyers insist on their own contract form.
    compressor | Compressor hall | hansa | CNY 86000 | 58 | lead@34 | | walter.white:decider | Hannover
        | Waste heat from four compressors into the hall heating.
    pumpset | Pump set | mueller | CNY 64000 | 31 | lead@50 qualified@16 |
        | klaus.mueller:decider, sabine.mueller:buyer | tender | Sechs Pumpen mit Frequenzumrichtern, Angebot in zwei
        Losen.
    valves | Valves | oekonom | CNY 30000 | 22 | lead@29 qualified@14 proposal@3 |
        | anke.oekonom:decider, felix.brandt:technical | web | Vorführung vereinbart, vier Teilnehmer.
    coolingloop | Cooling loop | berg | CNY 42000 | 72 | lead@11 | | nils.berg:decider, ingrid.solheim:buyer | customer
        | Closed loop for the turbine hall at the Drammen plant.
    sensors | Sensors | tanaka | CNY 25500 | 64 | lead@2 | | suzuki.aiko:buyer, tanaka.hiroshi:decider | customer
        | 振動センサー 40 台、既設ラインへの後付け。
    serviceplan | Service plan | mensah | CNY 48000 | 24 | lead@101 qualified@77 proposal@60 negotiation@41 |
        | kofi.mensah:decider, akosua.boateng:user | customer | Three years, spare parts kept in Tema.
    spindle | Spindelprüfstand | helvetia | EUR 74000 | 52 | lead@26 qualified@12 | | reto.huber:decider | Messe |
    isar-line | Montagelinie 4 | isar | EUR 138000 | 36 | lead@84=110000>15 qualified@57 proposal@33=138000
        negotiation@14>36 | | thomas.huber:buyer, julia.wagner:technical | customer
        | Vier Stationen, Option auf eine fünfte bis März.
    mainwerk | Reinstdampf-Regelung | main | EUR 92000 | 66 | lead@38 qualified@19 proposal@8 |
        | petra.schaefer:decider, oliver.kern:quality | referral | Audit im Frühjahr, vorher muss qualifiziert sein.
    nordlys-cool | Frikjøling hall 1 | nordlys | EUR 210000 | 98 | lead@44 qualified@15 |
        | astrid.dahl:decider, per.johansen:technical | web | Sea water free cooling, 1.5 MW in the first step.
    fromage | Cave d'affinage | duval | EUR 36000 | 40 | lead@23 qualified@10 |
        | claire.duval:decider, mathieu.roche:user | salon | Régulation hygrométrique de deux caves.
    alnour-desal | محطة تحلية المرحلة الثانية | alnour | USD 320000 | 130 | lead@58 qualified@27 |
        | omar.haddad:decider, layla.mansour:buyer | project | Dosing and high pressure pumps for phase two.
    redwood-pilot | Pilot cell | redwood | USD 85000 | 47 | lead@35 qualified@20 proposal@9 |
        | rachel.stone:decider, kevin.wu:technical | web | One cell for ninety days, then a decision for six.
    kanto-line | 検査ライン自動化 | kanto | JPY 9800000 | 90 | lead@16 | | yamada.taro:decider | Tokyo fair
        | 年度内に予算化、四月発注の見込み。
    clyde-spares | Spare parts framework | clyde | EUR 28500 | 29 | lead@31 qualified@18 proposal@7 |
        | fiona.maclean:buyer, sean.obrien:user | customer |
    press | 冲压线安全升级 | acme | CNY 54000 | -3 | lead@92 qualified@70 proposal@40 negotiation@15 | won@3
        | wang.wei:buyer, liu.ming:decider | customer |
    yuanda-plc | 控制系统备件 | yuanda | CNY 72000 | -38 | lead@120 qualified@100 proposal@75 | won@38 | li.lei:buyer
        | customer |
    haina-line | 鱼丸线称重改造 | haina | CNY 46000 | -61 | lead@150 qualified@131 proposal@98 negotiation@80 | won@61
        | bao.guoqing:decider | 展会 |
    yuncang-b | B 栋冷却维护 | yuncang | CNY 96000 | -110 | lead@205 qualified@170 proposal@140 negotiation@121
        | won@110 | fang.min:buyer | customer |
    lovell-pumps | Oil pumps for cell 5 | lovell | EUR 31000 | -24 | lead@85 qualified@62 proposal@45 | won@24
        | ada.lovell:decider, tom.ashby:user | customer |
    isar-tools | Greifer-Set | isar | EUR 12800 | -52 | lead@90 proposal@70 | won@52 | thomas.huber:buyer | customer |
    berg-valves | Ventiler Drammen | berg | EUR 19500 | -75 | lead@133 qualified@112 proposal@93 | won@75
        | nils.berg:decider | customer |
    navy-rack | Rack sensors | navydata | USD 22400 | -18 | lead@76 qualified@58 proposal@37 | won@18
        | grace.hopper:decider, marcus.hill:contracts | customer |
    tanaka-q | 予防保全契約 | tanaka | JPY 4200000 | -45 | lead@140 qualified@110 proposal@84 negotiation@66 | won@45
        | tanaka.hiroshi:decider, suzuki.aiko:buyer | customer |
    fjord-belt | Transportbånd | fjord | EUR 41000 | -89 | lead@180 qualified@151 proposal@120 | won@89
        | kari.nordmann:decider | web |
    crane | 岸桥减速机 | tianlu | CNY 110000 | -12 | lead@99 qualified@68 proposal@39 | lost:price@12
        | jia.fugui:user | 电话 | 报价高出对手百分之十五,对方不肯谈服务年限。
    heli-gear | 齿轮箱测试线 | heli | CNY 130000 | -57 | lead@160 qualified@122 proposal@90 | lost:no-budget@57
        | ding.yi:buyer | 展会 |
    spree-keller | Gärkeller-Kühlung | spree | EUR 24000 | -70 | lead@128 qualified@101 | lost:timing@70
        | heike.lorenz:decider | Drinktec | Umbau um zwei Jahre verschoben.
    tamar-line | Valve test line | tamar | EUR 58000 | -34 | lead@117 qualified@86 proposal@55 | lost:competitor@34
        | hannah.pascoe:decider | fair | Went to a supplier forty miles away.
    prairie-dry | Dryer controls | prairie | USD 64000 | -130 | lead@210 qualified@188 proposal@161 | lost:no-need@130
        | frank.olsen:decider | web |
    loire-dose | Dosage chlore | aqualoire | EUR 17500 | -21 | lead@79 qualified@60 proposal@42 | lost:competitor@21
        | yann.legoff:technical | tender | Deuxième de l'appel d'offres, à neuf cents euros près.
    bodensee-cam | Kameraprüfung | bodensee | EUR 21000 | -96 | lead@145 qualified@125 | lost:product@96
        | ute.zeller:decider | web |
    """
