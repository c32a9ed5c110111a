/// The people of the territory in China and Japan.

/// `ext` is the extension at the company's number; `more` holds `every DAYS` (cadence), `born DATE`, `no calls`,
/// `from SOURCE` and `#tag`, parted by commas.
let peopleEast = """
    key | name | also | company | position | status | tier | mobile | ext | more
    wang.wei | 王伟 | Wang Wei | acme | purchasing manager | customer | A | +86 138 0013 8000 | 812
        | every 21, born 1979-03-14, from 上海展会, #展会
    liu.ming | 刘明 | Liu Ming | acme | 生产总监 | customer | A | +86 139 1755 0146 | 801 | every 45, #决策人
    zhou.jie | 周洁 | Zhou Jie | acme | 财务经理 | prospect | B | +86 136 0166 0271 | |
    xu.peng | 徐鹏 | | acme | 设备工程师 | lead | C | +86 186 2100 0583 | | from 上海展会, #展会
    li.lei | 李蕾 | Li Lei | yuanda | head of procurement | customer | A | +86 137 0102 0094 | 2106
        | every 30, born --11-28, #重点
    ouyang.xiu | 欧阳修 | Ouyang Xiu | yuanda | 技术总工 | customer | A | +86 135 0118 0377 | 2130 | every 30, #重点
    gao.yuan | 高远 | Gao Yuan | yuanda | 副总经理 | prospect | A | +86 139 0110 0622 | |
    shen.yue | 沈悦 | | yuanda | 采购专员 | lead | C | +86 188 1101 0459 | 2112 |
    huang.zhiqiang | 黄志强 | Huang Zhiqiang | huamei | 厂长 | prospect | B | +86 138 2210 0715 | | every 60, #食品
    liang.xiaoyan | 梁晓燕 | | huamei | 采购经理 | prospect | B | +86 135 6001 0834 | 306 | #展会
    he.bin | 何斌 | | huamei | 工艺工程师 | lead | C | +86 159 8901 0127 | | from 广州食品展
    wei.wang | 王薇 | Wang Wei | xinguang | CFO | customer | B | +86 139 5710 0268 | 609 | born --06-02
    jiang.hao | 蒋浩 | Jiang Hao | xinguang | 研发经理 | customer | B | +86 137 3810 0491 | | every 60
    yu.fang | 余芳 | | xinguang | 采购 | lead | | +86 158 6810 0573 | | from 上海展会, #展会
    qian.jun | 钱军 | | wuwei | 总经理 | prospect | B | +86 139 5530 0186 | |
    sun.li | 孙丽 | | wuwei | 办公室主任 | lead | C | +86 138 5531 0742 | |
    chen.jing | 陈静 | Chen Jing | haina | 质量经理 | prospect | B | +86 136 5740 0355 | | #食品
    bao.guoqing | 鲍国庆 | | haina | 总经理 | customer | B | +86 139 5780 0619 | 100 | every 90, born 1966-10-01
    lu.xiaoming | 陆晓明 | | haina | 冷库主管 | lead | C | +86 187 5740 0923 | |
    liu.yang | 刘洋 | Liu Yang | yuncang | 基础设施总监 | customer | B | +86 138 2650 0437 | 552 | every 60, #数据中心
    fang.min | 方敏 | Fang Min | yuncang | 采购总监 | customer | A | +86 139 2370 0518 | 503 | every 30
    zeng.zhiwei | 曾志伟 | | yuncang | 暖通工程师 | lead | C | +86 186 7550 0664 | | #冷却
    gu.yongkang | 顾永康 | Gu Yongkang | sutong | 总经理 | partner | B | +86 139 6200 0751 | | every 60, #合作伙伴
    tang.lin | 唐琳 | | sutong | 销售内勤 | partner | C | +86 137 7170 0289 | 18 |
    zhang.san | 张三 | Zhang San | lihua | plant engineer | prospect | B | +86 138 8060 0316 | | from trade fair
        Chengdu, #fair
    deng.xiuying | 邓秀英 | | lihua | 采购部长 | prospect | B | +86 135 4000 0847 | 220 |
    luo.gang | 罗刚 | | lihua | 车间主任 | lead | | +86 159 2810 0135 | | from trade fair Chengdu, #fair
    yu.haiyan | 于海燕 | Yu Haiyan | donghai | 设备部经理 | customer | A | +86 138 6390 0204 | 415 | every 30, #啤酒
    sun.jianguo | 孙建国 | | donghai | 酿造总监 | customer | A | +86 139 6420 0776 | | every 60, born --01-19
    song.ting | 宋婷 | | donghai | 采购专员 | lead | C | +86 186 5320 0391 | 433 |
    hu.xiaofeng | 胡晓峰 | | zhongrui | 工程部长 | prospect | B | +86 138 7150 0658 | | #制药
    cai.wenjing | 蔡文静 | | zhongrui | 验证经理 | prospect | B | +86 137 0710 0142 | 208 |
    xie.tao | 谢涛 | | zhongrui | 采购 | lead | | +86 150 7110 0937 | |
    jia.fugui | 贾富贵 | | tianlu | 设备主管 | lead | C | +86 139 2000 0528 | |
    shan.xiongxin | 单雄信 | Shan Xiongxin | tianlu | 采购主任 | former | C | +86 138 2000 0464 | |
    qin.feng | 秦风 | | xibei | 运维总监 | prospect | B | +86 139 9180 0372 | | #风电
    bai.xue | 白雪 | Bai Xue | xibei | 采购经理 | lead | C | +86 137 2040 0819 | 31 |
    zhu.wenzheng | 朱文正 | | jinling | 招标办主任 | prospect | B | +86 139 5180 0247 | 9010 | #招标
    dai.hong | 戴虹 | Dai Hong | jinling | 水厂厂长 | customer | B | +86 138 5180 0693 | | every 90
    peng.chao | 彭超 | | changhong | 项目经理 | lead | C | +86 186 7310 0155 | |
    yi.na | 易娜 | | changhong | 商务 | lead | C | +86 137 8740 0486 | |
    lin.jianhui | 林建辉 | | hengtai | 老板 | prospect | C | +86 139 5920 0732 | | from 厦门包装展, #展会
    su.mei | 苏梅 | | hengtai | 财务 | lead | | +86 159 6020 0611 | |
    pan.jiayi | 潘佳怡 | | lumen | 采购主管 | prospect | B | +86 138 1690 0174 | 5208 | #展会
    ren.yifei | 任逸飞 | Ren Yifei | lumen | 自动化工程师 | lead | C | +86 187 2180 0345 | |
    cao.zhen | 曹震 | Cao Zhen | pujiang | 工程总监 | prospect | A | +86 139 1680 0907 | | #数据中心
    miao.qing | 缪青 | | pujiang | 招标经理 | prospect | A | +86 136 3640 0426 | 1108 | #招标
    wei.dong | 魏东 | | pujiang | 运行主管 | lead | B | +86 186 0210 0568 | |
    ding.yi | 丁一 | | heli | 采购员 | lead | C | +86 138 5510 0831 | |
    fan.bingwen | 范炳文 | | heli | 技术科长 | lead | | +86 139 5690 0279 | |
    zhong.hai | 钟海 | Zhong Hai | dalian | 轮机部长 | customer | B | +86 138 4110 0753 | | every 60, #船舶
    jin.mingzhe | 金明哲 | | dalian | 采购经理 | prospect | B | +86 139 4260 0198 | 66 |
    yang.liuqing | 杨柳青 | | kunming | 冷链经理 | lead | C | +86 137 0880 0642 | |
    duan.yu | 段誉 | | kunming | 总经理 | lead | C | +86 139 8710 0315 | | from 广州食品展
    tanaka.hiroshi | 田中 宏 | Tanaka Hiroshi | tanaka | 製造部長 | customer | A | +81 90 5555 0182 |
        | every 30, born 1968-05-05, #quarterly
    suzuki.aiko | 鈴木 愛子 | Suzuki Aiko | tanaka | 購買課長 | customer | B | +81 80 5555 0237 | 4122 | every 60
    mori.kenta | 森 健太 | | tanaka | 技術主任 | lead | C | +81 70 5555 0391 | |
    sato.yumi | 佐藤 由美 | Sato Yumi | sakura | 設備管理 | prospect | B | +81 90 5555 0446 | 2214 | #pharma
    ito.daisuke | 伊藤 大輔 | | sakura | 工場長 | lead | B | +81 80 5555 0518 | |
    kobayashi.jun | 小林 純 | Kobayashi Jun | hokkai | 冷蔵倉庫長 | lead | C | +81 90 5555 0653 | |
    watanabe.rie | 渡辺 理恵 | | hokkai | 総務 | lead | | +81 70 5555 0724 | |
    yamada.taro | 山田 太郎 | Yamada Taro | kanto | 開発部長 | prospect | B | +81 90 5555 0879 | | from Tokyo fair, #fair
    nakamura.sho | 中村 翔 | | kanto | 購買 | lead | C | +81 80 5555 0965 | 6143 | from Tokyo fair, #fair
    """
