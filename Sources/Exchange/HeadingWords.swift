import Sales

/// The headings that other programs write, in English, Chinese and German: Google Contacts, Outlook, Salesforce, HubSpot,
/// Pipedrive and plain lists. A line is a field and the headings that mean it; `company.id` is the other program's id of
/// the company, `contact.email` the address by which a contact is found.
enum HeadingWords {
    static let contact = table(
        """
        name: name, vollständiger name, kontakt, ansprechpartner, full name, display name, contact name, contact, customer name, client name, person, person name, 姓名, 名字, 全名, 显示名称, 显示名, 联系人, 联系人姓名, 客户姓名
        given_name: first name, vorname, given name, fname, forename, 名
        middle: middle name, additional name, 中间名
        family_name: last name, nachname, familienname, family name, surname, lname, 姓, 姓氏
        suffix: suffix, name suffix, 后缀
        nickname: nickname, nick name, short name, english name, 昵称, 英文名, 别名
        company: company, company name, firma, unternehmen, account name, account, organization, organisation, organization name, organization 1 name, employer, firm, associated company, primary company, 公司, 公司名称, 单位, 单位名称, 企业名称, 组织, 所属公司, 客户名称
        company.id: account id, company id, associated company id, associated company ids, organization id, primary associated company id
        position: job title, funktion, title, position, role, organization title, organization 1 title, 职务, 职位, 职称, 头衔
        department: department, abteilung, organization department, organization 1 department, unit, 部门
        status: status, contact status, lifecycle stage, contact type, customer type, 状态, 客户状态
        tier: tier, grade, 等级, 级别, 客户等级
        do_not_call: do not call, 勿扰, 请勿致电
        birthday: birthday, geburtstag, geburtsdatum, birth date, birthdate, date of birth, dob, 生日, 出生日期
        website: website, webseite, web site, web, url, website url, web page, homepage, website 1 value, 网站, 网址, 网页, 主页
        source: source, lead source, original source, 来源, 客户来源, 线索来源
        about: notes, notiz, notizen, bemerkung, bemerkungen, note, about, description, comments, comment, remark, remarks, 备注, 描述, 说明, 附注
        created_at: created date, create date, created at, created, creation date, 创建时间, 创建日期
        tags: tags, kategorien, tag, labels, label, categories, category, group membership, keywords, 标签, 类别, 分组
        id: id, contact id, lead id, record id, person id, customer id, employee id, client id, external id
        left: file as, e-mail display name, e-mail 2 display name, e-mail 3 display name
        """)

    static let company = table(
        """
        name: name, company name, firma, firmenname, unternehmen, account name, account, company, organization, organisation, organization name, customer name, 公司, 公司名称, 单位名称, 企业名称, 客户名称, 名称
        nickname: short name, english name, nickname, 简称, 英文名称, 英文名
        tier: tier, grade, 等级, 级别, 客户等级
        industry: industry, sector, 行业, 所属行业
        employees: employees, number of employees, num emp, employee count, headcount, 员工人数, 人数
        website: website, web site, web, url, website url, company domain name, domain, homepage, web page, 网站, 网址, 官网, 主页
        source: source, lead source, account source, original source, 来源, 客户来源
        about: description, notes, note, about, about us, comments, comment, remark, remarks, notiz, notizen, bemerkung, bemerkungen, 备注, 描述, 说明, 附注, 简介
        created_at: created date, create date, created at, created, creation date, 创建时间, 创建日期
        tags: tags, tag, labels, label, categories, category, keywords, 标签, 类别, 分组
        id: id, account id, company id, organization id, record id, customer id, external id
        """)

    static let opportunity = table(
        """
        name: name, opportunity name, opportunity, deal name, deal title, deal, title, 商机, 商机名称, 机会名称, 项目名称, 名称
        company: company, company name, account name, account, organization, organisation, organization name, associated company, primary company, customer, customer name, client, 公司, 公司名称, 客户, 客户名称
        company.id: account id, company id, associated company id, associated company ids, organization id
        role: contact, contact name, contact person, primary contact, associated contact, 联系人
        role.email: contact email, contact e-mail
        role.id: contact id, primary contact id, associated contact ids
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

    /// To whom a call, a follow-up, a note leads, in the words of other programs; what is their own follows.
    private static let links = """
        contact: contact name, full name, person, person name, customer name, client name, 联系人, 联系人姓名, 客户姓名, 姓名
        contact.email: contact email, contact e-mail, contact email address, email, e-mail, email address, e-mail address, 联系人邮箱, 电子邮件, 邮箱
        contact.id: contact id, who id, person id, associated contact ids
        company: company name, account name, account, organization, organisation, organization name, associated company, 公司, 公司名称, 单位, 企业名称
        company.id: account id, company id, organization id, associated company ids
        opportunity: deal, deal name, opportunity name, 商机, 商机名称
        opportunity.id: deal id, opportunity id, associated deal ids

        """

    static let call = table(
        links + """
            at: date, when, date time, time, start time, call time, call date, activity date, 日期, 时间, 通话时间, 通话日期
            direction: call direction, call type, 方向
            outcome: result, call result, call outcome, disposition, 结果, 通话结果
            minutes: duration, duration minutes, call duration, 时长, 通话时长, 分钟
            summary: notes, note, description, comments, comment, subject, call notes, body, 备注, 内容, 摘要, 说明, 沟通内容
            """)

    static let meeting = table(
        """
        attendee: attendee, attendees, contact, contact name, full name, person, person name, customer name, 联系人, 客户姓名, 与会人, 参会人
        attendee.email: attendee email, contact email, contact e-mail, email, e-mail, email address, e-mail address, 联系人邮箱, 电子邮件, 邮箱
        attendee.id: contact id, who id, person id, associated contact ids
        required: required attendees, guests, erforderliche teilnehmer, 必需的与会者, 必需与会者, 必选与会者, 必需的参与者
        optional: optional attendees, optionale teilnehmer, 可选的与会者, 可选与会者, 可选的参与者
        host: organizer, meeting organizer, organisator, besprechungsplanung, 会议组织者, 组织者
        company: company name, account name, account, organization, organisation, organization name, associated company, 公司, 公司名称, 单位, 企业名称
        company.id: account id, company id, organization id, associated company ids
        opportunity: deal, deal name, opportunity name, 商机, 商机名称
        opportunity.id: deal id, opportunity id, associated deal ids
        title: subject, meeting title, meeting name, name, event, summary, betreff, 主题, 标题, 会议主题, 会议名称
        due_on: date, start date, meeting date, beginnt am, datum, 日期, 会议日期
        due_at: start, start time, starts at, begin, from, 开始, 开始时间
        end_at: end, end time, ends at, to, until, 结束, 结束时间
        place: location, room, ort, 地点, 会议地点
        notes: note, description, comments, body, minutes, beschreibung, 备注, 内容, 纪要, 说明
        """)

    static let followUp = table(
        links + """
            action: type, task type, activity type, 类型
            subject: task, task name, title, name, description, notes, betreff, 主题, 事项, 任务, 内容, 备注
            due_on: due, due date, fällig am, date, reminder date, activity date, deadline, next date, 日期, 到期日, 截止日期, 提醒日期, 跟进日期
            state: status, 状态
            result: outcome, 结果
            """)

    static let note = table(
        links + """
            at: date, when, created, created at, created date, create date, 日期, 时间, 创建时间, 创建日期
            text: note, notes, body, content, comment, comments, description, note body, 备注, 内容, 说明
            """)

    /// Telephone headings with their labels; a number may stand behind them.
    static let phones: [String: String] = labels(
        """
        : phone, telefon, telefonnummer, telephone, phone number, telephone number, tel, 电话, 电话号码, 联系电话, 固定电话, 联系方式
        work: business phone, telefon geschäftlich, work phone, office phone, direct phone, contact phone, phone work, 商务电话, 办公电话, 单位电话, 公司电话, 工作电话
        mobile: mobile, mobiltelefon, handy, handynummer, mobilnummer, mobile phone, mobile number, mobile phone number, cell, cell phone, phone mobile, 移动电话, 手机, 手机号, 手机号码
        home: home phone, telefon privat, phone home, 住宅电话, 家庭电话
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
        street: street, straße, strasse, anschrift, street address, street 1, line 1, address line 1, street line 1, 街道, 详细地址, 街道 1
        street 2: street 2, line 2, address line 2, street line 2, 街道 2
        street 3: street 3, line 3, address line 3, 街道 3
        box: po box, 邮政信箱
        extended: extended address
        whole: formatted, full address
        city: city, ort, stadt, wohnort, town, 市, 城市, 市县
        region: state, bundesland, province, region, county, state province, state region, state/county, 省, 省份, 省市自治区, 省/市/自治区, 州
        postcode: zip, plz, postleitzahl, zip code, postal, postal code, post code, postcode, zip postal code, 邮编, 邮政编码
        country: country, land, country region, country/region, country/territory, 国家, 国家地区
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
                case "company", "opportunity", "stage", "outcome", "reason", "contact": .link(name, .name)
                case "company.id": .link("company", .external)
                case "opportunity.id": .link("opportunity", .external)
                case "contact.email": .link("contact", .email)
                case "contact.id": .link("contact", .external)
                case "role": .list("role", group: "contact", part: "contact", label: "")
                case "role.email": .list("role", group: "contact", part: "contact email", label: "")
                case "role.id": .list("role", group: "contact", part: "contact id", label: "")
                case "attendee": .list("attendee", group: "contact", part: "", label: "")
                case "attendee.email": .list("attendee", group: "contact", part: "contact email", label: "")
                case "attendee.id": .list("attendee", group: "contact", part: "contact id", label: "")
                case "required": .guests(.required)
                case "optional": .guests(.optional)
                case "host": .guests(.host)
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
