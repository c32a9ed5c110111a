import Testing

@testable import Storage

struct IDSetTests {
    @Test func holdsWhatASetHoldsWhateverTheIds() {
        var random = SplitMix64(state: 3)
        var ids = IDSet()
        var plain: Set<Int64> = []
        // A file that others made may hold any.
        for id in [0, 63, 64, 1 << 26, (1 << 26) - 1, .max, .min, -1]
            + (0..<3_000).map({ _ in
                Int64.random(in: 0...5_000, using: &random)
            })
        {
            ids.insert(id)
            plain.insert(id)
        }
        #expect(ids.count == plain.count)
        #expect(ids.all == plain.sorted())
        for id in plain { #expect(ids.contains(id)) }
        for id in 0...6_000 { #expect(ids.contains(Int64(id)) == plain.contains(Int64(id))) }
        for id in [1 << 27, -2, Int64.max - 1] { #expect(!ids.contains(id)) }
    }
}
