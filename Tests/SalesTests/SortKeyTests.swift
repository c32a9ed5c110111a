import Testing

@testable import Sales

@Suite struct SortKeyTests {
    /// Each list is in the order in which a reader expects it.
    @Test(arguments: [
        ["Ada", "adam", "Ädelmann", "Bob"],
        ["!x", "1x", "a"],
        ["Line 9", "Line 10", "Line 100", "Lineage"],
        ["Line 007", "Line 8"],
        ["陈静", "李蕾", "刘洋", "欧阳修", "王薇", "王伟", "张三"],
        ["Walter White", "Wang Li", "王伟", "Wangler", "Wu"],
        ["西安", "先"],
        ["卢", "吕", "栾"],
        ["曾国藩", "查良镛", "张三"],
        ["任正非", "单雄信", "沈", "曾"],
        ["zz", "Иван", ""],
        ["Zebra", "가", ""],
        ["9", "10", "99999999999", "a"],
        ["a b", "ab"],
    ])
    func order(_ expected: [String]) {
        let sorted = expected.reversed().sorted {
            Array(SortKey.of($0).utf8).lexicographicallyPrecedes(Array(SortKey.of($1).utf8))
        }
        #expect(sorted == expected)
    }

    @Test func oneSurnameStaysTogether() {
        let names = ["汪洋", "王安", "王伟", "王郑", "旺财"]
        let sorted = names.sorted { SortKey.of($0) < SortKey.of($1) }.map { String($0.first!) }
        #expect(sorted == ["汪", "王", "王", "王", "旺"])
    }

    @Test func sameKey() {
        #expect(SortKey.of("Ｍüller") == SortKey.of("muller"))
        #expect(SortKey.of("王偉") == SortKey.of("王伟"))
        #expect(SortKey.of(" ") == SortKey.of(""))
        #expect(SortKey.of("王伟") != SortKey.of("王薇"))
    }
}
