import Testing

@testable import Screen

struct RectTests {
    private let area = Rect(x: 2, y: 1, width: 10, height: 5)

    @Test func splits() {
        #expect(area.splitLeft(4).rest == Rect(x: 6, y: 1, width: 6, height: 5))
        #expect(area.splitLeft(99).rest.isEmpty)
        #expect(area.splitTop(-1).rest == area)
        #expect(area.splitBottom(2).bottom == Rect(x: 2, y: 4, width: 10, height: 2))
        #expect(area.inset(x: 9, y: 9).isEmpty)
        #expect(area.centred(width: 4, height: 99) == Rect(x: 5, y: 1, width: 4, height: 5))
    }

    @Test func columnsFillTheRoom() {
        #expect(area.columns(3, gap: 1).map(\.width) == [3, 3, 2])
        #expect(area.columns(3, gap: 1).last?.right == area.right)
        #expect(area.columns(0, gap: 1).isEmpty)
    }
}
