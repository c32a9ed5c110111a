import Sales
import Testing

@testable import Storage

/// Where times hang in the tree of seconds.
struct DealStaysTests {
    @Test func aTimeHangsWhereEachInstantOfItLooksAndNoneLooksTwice() {
        var random = SplitMix64(state: 8)
        for _ in 0..<2_000 {
            let begins = Int64.random(in: 0...2_000_000_000, using: &random)
            let ends = begins + Int64.random(in: 1...(1 << Int64.random(in: 0...30, using: &random)), using: &random)
            let node = DealStays.node(begins: begins, ends: ends)
            #expect((begins..<ends).contains(node))
            for instant in [begins, ends - 1, Int64.random(in: begins..<ends, using: &random), node, begins - 1, ends] {
                let nodes = DealStays.nodes(around: instant)
                #expect(nodes.before.isDisjoint(with: nodes.after))
                #expect(nodes.before.allSatisfy { $0 <= instant } && nodes.after.allSatisfy { $0 > instant })
                // What is asked of the file: a number on the way, and the one condition that remains.
                let isFound =
                    nodes.before.contains(node) && ends > instant || nodes.after.contains(node) && begins <= instant
                #expect(isFound == (begins..<ends).contains(instant), "\(begins)..<\(ends) at \(instant)")
            }
        }
    }
}
