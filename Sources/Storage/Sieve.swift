internal import GRDB
import Sales

/// Remembers of many texts whether one may be among them: a yes may be wrong, a no never is (B. H. Bloom, 1970). An import asks for
/// every number, address and id whether it is here already, and mostly none is.
final class Sieve {
    enum Sort: String { case phone, email, external }

    /// Two megabytes: of a million texts one in twenty is said to be there when it is not.
    private var bits = [UInt64](repeating: 0, count: 1 << 18)

    func add(_ text: some Sequence<UInt8>) {
        let (a, b) = Self.places(text)
        bits[a >> 6] |= 1 << UInt64(a & 63)
        bits[b >> 6] |= 1 << UInt64(b & 63)
    }

    func mayHold(_ text: some Sequence<UInt8>) -> Bool {
        let (a, b) = Self.places(text)
        return bits[a >> 6] >> UInt64(a & 63) & bits[b >> 6] >> UInt64(b & 63) & 1 == 1
    }

    /// Two bits, by halves of an FNV-1a hash whose bits are mixed.
    private static func places(_ text: some Sequence<UInt8>) -> (Int, Int) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text {
            // Addresses agree whatever their case in ASCII, as lower() has it.
            hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01b3
        }
        hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
        hash ^= hash >> 32
        return (Int(hash & 0xFF_FFFF), Int(hash >> 24 & 0xFF_FFFF))
    }
}

extension Transaction {
    /// Reading what is here takes as long as some thousand questions, which are asked one by one where more is here.
    private static let mostRows: Int64 = 20_000
    private static let fewQuestions = 500

    /// Whether a text may be in the file: a number's digits from the last on, an address, an id of another program.
    func mayHold(_ text: String, _ sort: Sieve.Sort) throws -> Bool {
        guard underway != nil else { return true }
        if sieves[sort] == nil {
            questionsAsked += 1
            if questionsAsked < Self.fewQuestions { return true }
            sieves[sort] = .some(try sieve(sort))
        }
        guard let sieve = sieves[sort], let sieve else { return true }
        return sieve.mayHold(sort == .phone ? text.utf8.prefix(Self.digits) : text.utf8.prefix(text.utf8.count))
    }

    /// So many last digits of two numbers agree when they are the same.
    private static let digits = 7

    /// Nil: there is too much.
    private func sieve(_ sort: Sieve.Sort) throws -> Sieve? {
        let (table, column) =
            switch sort {
            case .phone: ("phone", "reversed_digits")
            case .email: ("email", "address")
            case .external: ("external_id", "value")
            }
        let last = try BoundStatement("SELECT max(id) FROM \(table)", database).integers([]).first ?? 0
        if last > Self.mostRows { return nil }
        let sieve = Sieve()
        try BoundStatement("SELECT \(column) FROM \(table)", database).forEach([]) { row in
            guard let text = row.utf8(0) else { return }
            sieve.add(sort == .phone ? text.prefix(Self.digits) : text.prefix(text.count))
        }
        return sieve
    }

    /// Notes the rows of a list that are about to be written.
    func sift(_ list: String, _ rows: [[Value]]) {
        if sieves.isEmpty { return }
        func add(_ sort: Sieve.Sort, _ text: (Value) -> String) {
            for row in rows { sieves[sort]??.add(text(row[0]).utf8.prefix(sort == .phone ? Self.digits : .max)) }
        }
        switch list {
        case "phone": add(.phone) { PhoneDigits($0.text ?? "").reversed }
        case "email": add(.email) { $0.text ?? "" }
        case "external_id": add(.external) { $0.text ?? "" }
        default: break
        }
    }
}
