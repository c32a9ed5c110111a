import Sales
import Testing

@testable import Storage

/// What a query finds comes as it would row by row, however much it is, and until somebody has enough.
struct IDQueryTests {
    private func ids(upTo last: Int64, until enough: Int = .max) throws -> (ids: [Int64], pieces: Int, isAll: Bool) {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        return try store.read { transaction in
            let query = try IDQuery(
                """
                WITH RECURSIVE numbers(n) AS (SELECT ? UNION ALL SELECT n - 1 FROM numbers WHERE n > 1)
                SELECT n AS id FROM numbers WHERE n > 0
                """, transaction.database)
            var (ids, pieces) = ([Int64](), 0)
            let isAll = try query.forEach([.integer(last)]) {
                ids += $0
                pieces += 1
                return ids.count < enough
            }
            return (ids, pieces, isAll)
        }
    }

    @Test(arguments: [0, 1, 1023, 1024, 1025, 5000] as [Int64])
    func findsAllInOrder(last: Int64) throws {
        let found = try ids(upTo: last)
        #expect(found.isAll && found.ids == Array((0..<last).map { last - $0 }))
    }

    @Test func stopsWhenThereIsEnough() throws {
        let found = try ids(upTo: 5000, until: 1500)
        #expect(!found.isAll && found.ids.count == 2048 && found.pieces == 2)
    }

    /// Who says enough at the last piece has had all: else one who never has time would never come to the end.
    @Test func theLastPieceIsTheEnd() throws {
        #expect(try ids(upTo: 10, until: 1).isAll)
    }

    @Test func aMistakeIsToldAndNothingIsLeftOfIt() throws {
        let store = try Store.inMemory(clock: RandomActions.clock, seed: 1)
        try store.read { transaction in
            for _ in 0..<2 {
                #expect(throws: (any Error).self) {
                    try IDQuery("SELECT abs(-9223372036854775808) AS id", transaction.database).forEach([]) { _ in true
                    }
                }
            }
        }
    }
}
