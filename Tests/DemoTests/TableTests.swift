import Testing

@testable import Demo

/// Tables written as text.
struct TableTests {
    @Test func readsRowsAndCells() {
        let table = Table("a | b | c\n1 | | x y\n2")
        #expect(table.rows.count == 2)
        #expect(["a", "b", "c"].map { table.rows[0][$0] } == ["1", "", "x y"])
        #expect(["a", "b", "c"].map { table.rows[1][$0] } == ["2", "", ""])
    }

    @Test func goesOnInTheNextLine() {
        let table = Table("a | b\n1 | one\n2 | 一\n    二¶ 三")
        #expect(table.rows[1]["b"] == "一二\n\n三")
        #expect(Table("a | b\n1 | one\n    two").rows[0]["b"] == "one two")
        #expect(Table("a | b | c\n1 | x\n    | y").rows[0]["c"] == "y")
    }

    @Test func splitsLists() {
        #expect(Table("a\nx, y ,z").rows[0].list("a") == ["x", "y", "z"])
        #expect(Table("a | b\n1").rows[0].list("b") == [])
    }
}
