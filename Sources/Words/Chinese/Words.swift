/// Words that the file and the command line know in English, in Chinese: kinds, states, and what a new file begins with.
let chineseWords: StaticString = #"""
    contact
    联系人

    contacts
    联系人

    company
    公司

    companies
    公司

    opportunity
    商机

    opportunities
    商机

    deal
    商机

    call
    通话

    call (action)
    电话

    calls
    通话

    meeting
    会议

    meetings
    会议

    follow-up
    跟进

    follow-ups
    跟进

    note
    备注

    notes
    备注

    promise
    承诺

    promises
    承诺

    stage
    阶段

    stages
    阶段

    outcome
    结果

    outcomes
    结果

    reason
    原因

    reasons
    原因

    relation
    关系

    relations
    关系

    affiliation
    公司关系

    affiliations
    公司关系

    difference
    非重复

    differences
    非重复

    deal-change
    商机变动

    deal-changes
    商机变动

    holiday
    节假日

    holidays
    节假日

    quota
    定额

    quotas
    定额

    cadence
    联系周期

    cadences
    联系周期

    commission
    提成

    commissions
    提成

    rate
    汇率

    rates
    汇率

    template
    模板

    templates
    模板

    view
    视图

    views
    视图

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

    open
    未结

    won
    赢单

    lost
    输单

    done
    完成

    undone
    已撤销

    dropped
    已作废

    planned
    已计划

    held
    已开

    cancelled
    已取消

    visit
    拜访

    email
    邮件

    send
    寄送

    task
    任务

    out
    呼出

    in
    呼入

    mine
    我方

    theirs
    对方

    Lead
    线索

    Qualified
    已确认

    Proposal
    报价

    Negotiation
    谈判

    answered
    已接听

    interested
    有兴趣

    no answer
    无人接听

    no answer (reason)
    没有回应

    voicemail
    语音信箱

    busy
    占线

    wrong number
    号码错误

    call back
    需回电

    not interested
    没兴趣

    meeting agreed
    已约会议

    price
    价格

    competitor
    竞争对手

    no budget
    没有预算

    no need
    没有需求

    timing
    时机不对

    product does not fit
    产品不合适

    not given (import)
    未说明（导入）

    Meeting note
    会议纪要

    Present: {with}\nSaid:\nDecided:\nOwed:
    参加：{with}\n讨论：\n决定：\n承诺：
    """#
