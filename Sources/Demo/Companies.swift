/// The companies of the territory: where they are, what they make, how they are reached.

/// `address` is street; city; region; postcode; country.
let companyTable = """
    key | name | also | tier | industry | staff | domain | phone | address | tags
    acme | 上海艾克米 | Acme Shanghai | A | machinery | 850 | acme.example | +86 21 5012 4400
        | 金桥路 1288 号; 上海; 上海市; 201206; 中国 | 展会, 汽车
    yuanda | 北京远大 | Yuanda Beijing | A | automation | 2400 | yuanda.example | +86 10 6590 2100
        | 建国路 88 号; 北京; 北京市; 100022; 中国 | 重点, 框架合同
    huamei | 广州华美 | Huamei Food | B | food | 620 | huamei.example | +86 20 3820 7700
        | 开发大道 360 号; 广州; 广东省; 510730; 中国 | 展会, 食品
    xinguang | 杭州新光 | Xinguang Electric | B | electronics | 410 | xinguang.example | +86 571 8670 3300
        | 江南大道 588 号; 杭州; 浙江省; 310052; 中国 | 展会
    wuwei | 无为电缆厂 | Wuwei Cable | B | cables | 330 | wuwei-cable.example | +86 553 652 1188
        | 高新大道 21 号; 芜湖; 安徽省; 238300; 中国 | 电缆
    haina | 宁波海纳食品 | Haina Foods | B | food | 540 | haina.example | +86 574 8791 2600
        | 港口路 77 号; 宁波; 浙江省; 315800; 中国 | 食品, 冷链
    yuncang | 深圳云仓数据 | Yuncang Data | A | data centres | 780 | yuncang.example | +86 755 2690 5500
        | 科技南路 16 号; 深圳; 广东省; 518057; 中国 | 数据中心, 冷却
    sutong | 苏通泵业 | Sutong Pumps | B | pumps | 290 | sutong.example | +86 512 6280 1900
        | 星湖街 328 号; 苏州; 江苏省; 215123; 中国 | 水泵
    lihua | 成都力华机械 | Lihua Machinery | B | machinery | 460 | lihua.example | +86 28 8513 6600
        | 天府大道 1366 号; 成都; 四川省; 610041; 中国 | 机械
    donghai | 青岛东海酿造 | Donghai Brewing | A | food | 1300 | donghai.example | +86 532 8597 4000
        | 香港中路 40 号; 青岛; 山东省; 266071; 中国 | 啤酒, 展会
    zhongrui | 武汉中瑞制药 | Zhongrui Pharma | B | pharma | 950 | zhongrui.example | +86 27 8792 3100
        | 高新二路 129 号; 武汉; 湖北省; 430205; 中国 | 制药
    tianlu | 天津天路港机 | Tianlu Port Cranes | C | machinery | 700 | tianlu.example | +86 22 6621 8800
        | 新港大道 9 号; 天津; 天津市; 300456; 中国 | 港口
    xibei | 西安西北风电 | Northwest Wind | B | energy | 380 | xbwind.example | +86 29 8888 6200
        | 锦业路 69 号; 西安; 陕西省; 710065; 中国 | 风电
    jinling | 南京金陵水务 | Jinling Water | B | water | 1100 | jinling-water.example | +86 25 8471 9000
        | 中山东路 300 号; 南京; 江苏省; 210016; 中国 | 水务, 招标
    changhong | 长沙长虹工程 | Changhong Engineering | C | engineering | 260 | changhong-eng.example
        | +86 731 8890 4500 | 岳麓大道 57 号; 长沙; 湖南省; 410205; 中国 | 工程
    hengtai | 厦门恒泰包装 | Hengtai Packaging | C | packaging | 210 | hengtai.example | +86 592 577 3600
        | 火炬路 56 号; 厦门; 福建省; 361006; 中国 | 包装, 展会
    lovell | Lovell Engines | | A | engines | 340 | lovell.example | +44 1632 960 200
        | Analytical Way 12; Sheffield; South Yorkshire; S9 2RX; United Kingdom | engines, fair
    rosaparks | Rosa Parks Ltd | | B | filters | 95 | rosaparks.example | +44 1632 960 310
        | 4 Cleveland Court; Birmingham; West Midlands; B1 1AA; United Kingdom | filters, renewal
    navydata | Navy Data | | A | data centres | 520 | navydata.example | +1 202-555-0143
        | 1906 Harbor Street; Arlington; VA; 22202; United States | data centre, cooling
    hansa | Hansa Tools | | A | machinery | 230 | hansatools.example | +49 40 66969-100
        | Speicherstraße 18; Hamburg; Hamburg; 20457; Deutschland | fair, compressors
    mueller | Müller & Söhne | Mueller | B | pumps | 140 | mueller-soehne.example | +49 221 4710-220
        | Deutzer Ring 44; Köln; Nordrhein-Westfalen; 50679; Deutschland | pumps, tender
    oekonom | Ökonom GmbH | Oekonom | B | automation | 85 | oekonom.example | +49 30 23125-300
        | Hallesches Ufer 30; Berlin; Berlin; 10963; Deutschland | valves, demo
    berg | Berg AS | | B | energy | 160 | berg.example | +47 22 00 41 20
        | Havnegata 7; Oslo; Oslo; 0150; Norge | cooling, hydropower
    tanaka | 田中工業 | Tanaka Industries | A | automation | 670 | tanaka.example | +81 52 555 4100
        | 名駅 4-7-1; 名古屋; 愛知県; 450-0002; 日本 | sensors, quarterly
    mensah | Mensah Cold Stores | | A | food | 190 | mensah.example | +233 30 255 0140
        | 14 Harbour Road; Tema; Greater Accra; GT-020; Ghana | cold chain, service
    petrov | Petrov Hydraulik | | B | hydraulics | 120 | petrov.example | +359 2 900 5510
        | Iskarsko Shose 7; Sofia; ; 1528; Bulgaria | hydraulics
    alnour | النور للمياه | Al Nour Water | B | water | 310 | alnour.example | +971 4 555 7300
        | Sheikh Zayed Road 210; Dubai; Dubai; ; United Arab Emirates | water, project
    duval | Duval & Fils | | B | food | 150 | duval.example | +33 4 65 71 20 10
        | 28 quai Rambaud; Lyon; Auvergne-Rhône-Alpes; 69002; France | fromage, salon
    aqualoire | Aqua Loire | | C | water | 75 | aqualoire.example | +33 2 61 91 44 00
        | 3 rue du Port; Nantes; Pays de la Loire; 44000; France | eau, tender
    mistral | Mistral Froid | | B | refrigeration | 60 | mistralfroid.example | +33 4 65 71 88 30
        | 15 chemin des Aygalades; Marseille; Provence; 13015; France | froid, salon
    fjord | Fjordmat AS | | B | food | 210 | fjordmat.example | +47 55 00 73 30
        | Strandkaien 22; Bergen; Vestland; 5013; Norge | laks, cold chain
    nordlys | Nordlys Data AS | | A | data centres | 90 | nordlysdata.example | +47 76 00 18 80
        | Teknologiveien 5; Narvik; Nordland; 8517; Norge | data centre, cooling
    isar | Isar Automation | | A | automation | 280 | isar.example | +49 89 99998-410
        | Leopoldstraße 236; München; Bayern; 80807; Deutschland | automation, fair
    main | Mainwerk Pharma | | B | pharma | 430 | mainwerk.example | +49 69 90009-500
        | Industriepark 12; Frankfurt am Main; Hessen; 65929; Deutschland | pharma, audit
    spree | Spree Brauerei | | C | food | 70 | spreebrauerei.example | +49 30 23125-640
        | Rungestraße 20; Berlin; Berlin; 10179; Deutschland | bier
    alster | Alster Logistik | | C | logistics | 320 | alster-logistik.example | +49 40 66969-720
        | Am Sandtorkai 60; Hamburg; Hamburg; 20457; Deutschland | conveyors
    bodensee | Bodensee Optik | | C | electronics | 110 | bodensee-optik.example | +49 7531 555 80
        | Reichenaustraße 81; Konstanz; Baden-Württemberg; 78467; Deutschland | sensors
    helvetia | Huber Präzision AG | Huber | B | machinery | 95 | huber-praezision.example | +41 44 555 23 10
        | Hardturmstrasse 120; Zürich; ZH; 8005; Schweiz | spindles
    donau | Donau Pumpen | | B | pumps | 180 | donaupumpen.example | +43 732 555 410
        | Industriezeile 36; Linz; Oberösterreich; 4020; Österreich | pumps, tender
    tamar | Tamar Valves | | C | valves | 65 | tamar.example | +44 1632 960 455
        | Unit 9, Estover Park; Plymouth; Devon; PL6 7PL; United Kingdom | valves
    clyde | Clyde Marine | | B | marine | 240 | clydemarine.example | +44 1632 960 518
        | 77 Dock Street; Glasgow; ; G51 4JR; United Kingdom | marine, spare parts
    pennine | Pennine Dairies | | B | food | 380 | pennine.example | +44 1632 960 602
        | Mill Lane 3; Leeds; West Yorkshire; LS10 1QP; United Kingdom | dairy, cooling
    lakeside | Lakeside Hosting | | B | data centres | 130 | lakeside.example | +1 312-555-0178
        | 350 East Cermak; Chicago; IL; 60616; United States | data centre, fair
    redwood | Redwood Robotics | | A | automation | 260 | redwood.example | +1 408-555-0119
        | 2100 Alameda Avenue; San Jose; CA; 95126; United States | robots, pilot
    gulfpump | Gulf Pump Supply | | C | pumps | 55 | gulfpump.example | +1 713-555-0162
        | 6100 Navigation Boulevard; Houston; TX; 77011; United States | pumps, dealer
    prairie | Prairie Grain | | C | food | 480 | prairie.example | +1 515-555-0137
        | 900 Locust Street; Des Moines; IA; 50309; United States | grain
    sakura | さくら製薬 | Sakura Pharma | B | pharma | 890 | sakura-pharma.example | +81 6 5555 2200
        | 道修町 2-6-8; 大阪; 大阪府; 541-0045; 日本 | pharma
    hokkai | 北海冷蔵 | Hokkai Cold | C | food | 240 | hokkai.example | +81 11 555 8300
        | 北三条西 7; 札幌; 北海道; 060-0003; 日本 | cold chain
    kanto | 関東電機 | Kanto Denki | B | electronics | 1500 | kanto.example | +81 3 5555 6100
        | 芝浦 3-4-1; 東京; 東京都; 108-0023; 日本 | sensors, fair
    nile | شركة النيل للأغذية | Nile Foods | B | food | 720 | nilefoods.example | +20 2 2555 0180
        | 90th Street South; Cairo; Cairo; 11835; Egypt | food, mixer
    atlas | Atlas Ciment | أطلس | C | building materials | 610 | atlasciment.example | +212 522 55 01 40
        | Boulevard Moulay Slimane; Casablanca; ; 20250; Maroc | cement
    dammam | مصنع الدمام للمضخات | Dammam Pumps | B | pumps | 170 | dammampumps.example | +966 13 555 4120
        | Industrial City 2; Dammam; ; 34326; Saudi Arabia | pumps, dealer
    lumen | 上海流明光电 | Lumen Photonics | B | electronics | 320 | lumen.example | +86 21 6879 5200
        | 张江路 368 号; 上海; 上海市; 201203; 中国 | 光电, 展会
    pujiang | 浦江数据港 | Pujiang Data Port | A | data centres | 450 | pujiang.example | +86 21 3860 7100
        | 江月路 1018 号; 上海; 上海市; 201114; 中国 | 数据中心, 招标
    heli | 合肥合力传动 | Heli Drives | C | machinery | 270 | heli.example | +86 551 6535 2700
        | 望江西路 800 号; 合肥; 安徽省; 230088; 中国 | 传动
    dalian | 大连北港船舶 | Beigang Marine | B | marine | 1800 | beigang.example | +86 411 8459 3300
        | 沿海街 1 号; 大连; 辽宁省; 116021; 中国 | 船舶
    kunming | 昆明春城花卉 | Spring City Flowers | C | food | 130 | chuncheng.example | +86 871 6516 8800
        | 彩云北路 188 号; 昆明; 云南省; 650200; 中国 | 冷链
    vantage | Vantage Systems | | C | automation | 45 | vantage.example | +44 1632 960 733
        | 21 Temple Quay; Bristol; ; BS1 6DZ; United Kingdom | integrator, partner
    kowalski | Kowalski Technika | | C | automation | 38 | kowalski.example | +48 22 555 41 90
        | ul. Domaniewska 44; Warszawa; Mazowieckie; 02-672; Polska | integrator, partner
    lindqvist | Lindqvist Kyl | | C | refrigeration | 52 | lindqvistkyl.example | +46 31 55 02 10
        | Lindholmsallén 9; Göteborg; ; 417 55; Sverige | refrigeration, dealer
    """
