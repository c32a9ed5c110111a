internal import GRDB
import Sales

/// Who may be the same as somebody: the same number or e-mail address.
extension Transaction {
    /// A contact with that telephone number or e-mail address; nil when there is none.
    package func contact(reachedBy text: String, isPhone: Bool) throws -> (id: Int64, name: String)? {
        if isPhone {
            let wanted = PhoneDigits(text)
            guard wanted.digits.utf8.count >= 6 else { return nil }
            // The last six digits by the index, then the number as a whole.
            let tail = String(wanted.reversed.prefix(6))
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT contact_id, number, name FROM phone JOIN contact ON contact.id = contact_id
                        WHERE reversed_digits >= ? AND reversed_digits < ? LIMIT 50
                        """), arguments: [tail, tail + ":"])
            return rows.first { PhoneDigits($0[1]).isSame(as: wanted) }.map { ($0[0], $0[2]) }
        }
        return try Row.fetchOne(
            database.cachedStatement(
                sql:
                    "SELECT contact_id, name FROM email JOIN contact ON contact.id = contact_id WHERE lower(address) = lower(?)"
            ),
            arguments: [text]
        ).map { ($0[0], $0[1]) }
    }
}
