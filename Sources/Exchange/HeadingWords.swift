import Sales

/// The headings that other programs write, in English and Chinese: Google Contacts, Outlook, Salesforce, HubSpot,
/// Pipedrive and plain lists. A line is a field and the headings that mean it; `company.id` is the other program's id of
/// the company, `phone.work` a phone with that label.
enum HeadingWords {
    static let contact = table(
        """
        name: name, full name, display name, contact name, contact, customer name, client name, person, person name, 姓名, 名字, 全名, 显示名称, 显示名, 联系人, 联系人姓名, 客户姓名
        given_name: first name, given name, fname, forename, 名
        middle: middle name, additional name, 中间名
        family_name: last name, family name, surname, lname, 姓, 姓氏
        suffix: suffix, name suffix, 后缀
        nickname: nickname, nick name, short name, english name, 昵称, 英文名, 别名
        company: company, company name, account name, account, organization, organisation, organization name, organization 1 name, employer, firm, associated company, primary company, 公司, 公司名称, 单位, 单位名称, 企业名称, 组织, 所属公司, 客户名称
        company.id: account id, company id, associated company id, associated company ids, organization id, primary associated company id
        position: job title, title, position, role, organization title, organization 1 title, 职务, 职位, 职称, 头衔
        department: department, organization department, organization 1 department, unit, 部门
        status: status, contact status, lifecycle stage, contact type, customer type, 状态, 客户状态
        tier: tier, grade, 等级, 级别, 客户等级
        do_not_call: do not call, 勿扰, 请勿致电
        birthday: birthday, birth date, birthdate, date of birth, dob, 生日, 出生日期
        website: website, web site, web, url, website url, web page, homepage, website 1 value, 网站, 网址, 网页, 主页
        source: source, lead source, original source, 来源, 客户来源, 线索来源
        about: notes, note, about, description, comments, comment, remark, remarks, 备注, 描述, 说明, 附注
        created_at: created date, create date, created at, created, creation date, 创建时间, 创建日期
        tags: tags, tag, labels, label, categories, category, group membership, keywords, 标签, 类别, 分组
        id: id, contact id, lead id, record id, person id, customer id, employee id, client id, external id
        left: file as, e-mail display name, e-mail 2 display name, e-mail 3 display name
        """)

    static let company = table(
        """
        name: name, company name, account name, account, company, organization, organisation, organization name, customer name, 公司, 公司名称, 单位名称, 企业名称, 客户名称, 名称
        nickname: short name, english name, nickname, 简称, 英文名称, 英文名
        tier: tier, grade, 等级, 级别, 客户等级
        industry: industry, sector, 行业, 所属行业
        employees: employees, number of employees, num emp, employee count, headcount, 员工人数, 人数
        website: website, web site, web, url, website url, company domain name, domain, homepage, web page, 网站, 网址, 官网, 主页
        source: source, lead source, account source, original source, 来源, 客户来源
        about: description, notes, note, about, about us, comments, comment, remark, remarks, 备注, 描述, 说明, 附注, 简介
        created_at: created date, create date, created at, created, creation date, 创建时间, 创建日期
        tags: tags, tag, labels, label, categories, category, keywords, 标签, 类别, 分组
        id: id, account id, company id, organization id, record id, customer id, external id
        """)

    static let opportunity = table(
        """
        name: name, opportunity name, opportunity, deal name, deal title, deal, title, 商机, 商机名称, 机会名称, 项目名称, 名称
        company: company, company name, account name, account, organization, organisation, organization name, associated company, primary company, customer, customer name, client, 公司, 公司名称, 客户, 客户名称
        company.id: account id, company id, associated company id, associated company ids, organization id
        contact: contact, contact name, contact person, primary contact, associated contact, 联系人
        contact.email: contact email, contact e-mail
        contact.id: contact id, primary contact id, associated contact ids
        stage: stage, stage name, deal stage, sales stage, pipeline stage, 阶段, 销售阶段, 商机阶段
        state: status, state, deal status, 状态, 商机状态
        won: is won, won
        closed: is closed, closed
        amount: amount, value, deal value, deal amount, 金额, 预计金额, 商机金额, 合同金额
        currency: currency, deal currency, deal currency code, currency iso code, amount currency, 币种, 货币
        probability: probability, probability %, deal probability, 概率, 赢率, 成交概率, 可能性
        close_on: close date, closing date, expected close date, expected closing date, 预计成交日期, 成交日期, 预计签单日期, 结束日期, 关闭日期
        reason: lost reason, closed lost reason, loss reason, 输单原因, 丢单原因, 失败原因
        source: source, lead source, original source, deal source, 来源, 商机来源
        about: description, notes, note, about, deal description, comments, comment, 备注, 描述, 说明
        created_at: created date, create date, created at, created, deal created, creation date, 创建时间, 创建日期
        tags: tags, tag, labels, label, 标签
        id: id, opportunity id, deal id, record id, external id
        """)

    /// Telephone headings with their labels; a number may stand behind them.
    static let phones: [String: String] = labels(
        """
        : phone, telephone, phone number, telephone number, tel, 电话, 电话号码, 联系电话, 固定电话, 联系方式
        work: business phone, work phone, office phone, direct phone, contact phone, phone work, 商务电话, 办公电话, 单位电话, 公司电话, 工作电话
        mobile: mobile, mobile phone, mobile number, mobile phone number, cell, cell phone, phone mobile, 移动电话, 手机, 手机号, 手机号码
        home: home phone, phone home, 住宅电话, 家庭电话
        other: other phone, phone other, 其他电话
        main: primary phone, company main phone, main phone, 主要电话, 单位主要电话, 公司总机
        fax: fax, fax number, 传真
        work fax: business fax, work fax, 商务传真, 办公传真
        home fax: home fax, 住宅传真
        other fax: other fax, 其他传真
        pager: pager, 寻呼机
        car: car phone, 车载电话
        assistant: assistants phone, assistant phone, asst phone, 助理的电话
        """)

    static let emails: [String: String] = labels(
        """
        : email, e-mail, e-mail address, mail, mail address, contact e-mail, primary email, 电子邮件, 电子邮件地址, 邮箱, 邮件, 电邮
        work: work email, business email, email work, company email, 工作邮箱, 公司邮箱
        home: home email, personal email, private email, email home, 个人邮箱
        other: other email, secondary email, additional email, email other
        """)

    /// What stands before the part of an address, with the label that it means.
    static let addressPrefixes: [(word: String, label: String)] = [
        ("home", "home"), ("business", "work"), ("work", "work"), ("other", "other"), ("mailing", "mailing"),
        ("billing", "billing"), ("shipping", "shipping"), ("住宅", "home"), ("家庭", "home"), ("商务", "work"),
        ("公司", "work"),
        ("其他", "other"), ("primary", ""), ("organization", ""), ("", ""),
    ]

    static let addressParts: [String: String] = labels(
        """
        street: street, street address, street 1, line 1, address line 1, street line 1, 街道, 详细地址, 街道 1
        street 2: street 2, line 2, address line 2, street line 2, 街道 2
        street 3: street 3, line 3, address line 3, 街道 3
        box: po box, 邮政信箱
        extended: extended address
        whole: formatted, full address
        city: city, town, 市, 城市, 市县
        region: state, province, region, county, state province, state region, state/county, 省, 省份, 省市自治区, 省/市/自治区, 州
        postcode: zip, zip code, postal, postal code, post code, postcode, zip postal code, 邮编, 邮政编码
        country: country, country region, country/region, country/territory, 国家, 国家地区
        """)

    private static func lines(_ text: String) -> [(name: String, words: [String])] {
        text.split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts[1].split(separator: ",").map { plainHeading(String($0)) })
        }
    }

    private static func labels(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        for (label, words) in lines(text) { for word in words { found[word] = label } }
        return found
    }

    private static func table(_ text: String) -> [String: Target] {
        var found: [String: Target] = [:]
        for (name, words) in lines(text) {
            let target: Target =
                switch name {
                case "company", "stage", "reason": .link(name, .name)
                case "company.id": .link("company", .external)
                case "contact": .list("role", group: "contact", part: "contact", label: "")
                case "contact.email": .list("role", group: "contact", part: "contact email", label: "")
                case "contact.id": .list("role", group: "contact", part: "contact id", label: "")
                case "middle": .middleName
                case "suffix": .suffix
                case "won": .isWon
                case "closed": .isClosed
                case "tags": .tags
                case "id": .id
                case "left": .left
                default: .field(name)
                }
            for word in words { found[word] = target }
        }
        return found
    }
}
