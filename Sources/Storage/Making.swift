internal import GRDB
package import Sales
import Words

/// Making what a form names and the file does not hold yet, in the action of the form.
extension Transaction {
    /// Makes a reason, at the end of the list and before the one of imports; one of that name is taken as it is.
    package func make(_ reason: Reason) throws -> Int64 {
        let all = try fetchAll(Reason.self)
        if let same = all.first(where: { folded($0.name) == folded(reason.name) }) { return same.id }
        var made = reason
        made.position = (all.filter { $0.uid != Reason.importUID }.map(\.position).max() ?? 0) + 10
        return try insert(&made)
    }

    /// Makes an outcome with a letter of its own; one of that name is taken as it is.
    package func make(_ outcome: Outcome) throws -> Int64 {
        let all = try fetchAll(Outcome.self)
        if let same = all.first(where: { folded($0.name) == folded(outcome.name) }) { return same.id }
        var made = outcome
        let name = folded(outcome.name)
        let letters = Pinyin.initials(name, isName: false) + name + "abcdefghijklmnopqrstuvwxyz0123456789"
        made.key =
            letters.first { letter in
                letter.isASCII && (letter.isLetter || letter.isNumber) && !all.contains { $0.key == String(letter) }
            }.map(String.init) ?? ""
        made.position = (all.map(\.position).max() ?? 0) + 10
        return try insert(&made)
    }

    /// Makes a stage behind the others, as probable as the last of them; one of that name is taken as it is.
    package func makeStage(_ name: String) throws -> Int64 {
        let all = try fetchAll(Stage.self)
        if let same = all.first(where: { folded($0.name) == folded(name) }) { return same.id }
        var made = Stage()
        made.name = name
        made.position = (all.last?.position ?? 0) + 10
        made.probability = all.last?.probability ?? 50
        made.rottingDays = all.last?.rottingDays ?? 30
        return try insert(&made)
    }
}
