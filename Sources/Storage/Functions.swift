internal import GRDB
import Sales

/// What SQL needs of our own: text folded for comparison, and the forms in which a text is looked for.
enum Functions {
    static func register(in database: Database) {
        database.add(
            function: DatabaseFunction("fold", argumentCount: 1, pure: true) { arguments in
                String.fromDatabaseValue(arguments[0]).map { folded($0) }
            })
        database.add(
            function: DatabaseFunction("forms", argumentCount: 1, pure: true) { arguments in
                String.fromDatabaseValue(arguments[0]).map { SearchText.forms(of: $0).joined(separator: "\n") }
            })
    }
}
