import Formats
import Testing

@Suite struct JSONTests {
    @Test func valuesByTheirKind() {
        let value: JSON = ["name": "王伟", "count": 3, "is": true, "none": nil, "list": [1, "a"]]
        #expect(value["name"]?.string == "王伟")
        #expect(value["count"]?.int == 3)
        #expect(value["is"]?.bool == true)
        #expect(value["none"] == .null)
        #expect(value["list"]?.array?.count == 2)
        #expect(value["other"] == nil)
        #expect(value.members?.map(\.name) == ["name", "count", "is", "none", "list"])
        #expect(JSON.number("1.5").int == nil)
        #expect(JSON.number("9223372036854775808").int == nil)
    }

    @Test func namesDifferByTheirScalars() {
        let value = JSON.object([.init("\u{E9}", 1), .init("e\u{301}", 2), .init("a", 3), .init("a", 4)])
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        #expect(value["a"] == 4)
    }
}
