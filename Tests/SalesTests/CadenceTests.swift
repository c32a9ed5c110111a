import Testing

@testable import Sales

/// Which row says how often one wants to be in touch.
struct CadenceTests {
    private static let rows = [("tier", "A", 30), ("tag", "fair", 14), ("tag", "展会", 60), ("tag", "quiet", 0)].map {
        of, name, days in
        var row = Cadence()
        (row.of, row.name, row.days) = (Cadence.Of(rawValue: of)!, name, days)
        return row
    }

    @Test(
        arguments: [
            ("A", [], 30), ("a", [], 30), ("Ａ", [], 30), ("B", [], nil), ("", [], nil), ("", ["Fair"], 14),
            ("A", ["fair", "展会"], 14), ("A", ["展会"], 30), ("C", ["展会"], 60), ("fair", [], nil), ("", ["A"], nil),
            ("A", ["quiet", "fair"], 0),
        ] as [(String, [String], Int?)])
    func theFewestDaysOfWhatAppliesHold(tier: String, tags: [String], days: Int?) {
        #expect(Self.rows.first(tier: tier, tags: tags)?.days == days)
        #expect(Array(Self.rows.reversed()).first(tier: tier, tags: tags)?.days == days)
    }
}
