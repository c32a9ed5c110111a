internal import GRDB
import Sales

/// What SQL needs of our own: text folded for comparison.
enum Functions {
    static func register(in database: Database) {
        database.add(
            function: DatabaseFunction("fold", argumentCount: 1, pure: true) { arguments in
                String.fromDatabaseValue(arguments[0]).map { folded($0) }
            })
    }
}
