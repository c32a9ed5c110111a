import Sales
import Words

extension StoreError.Clash {
    /// What both changed since the record was opened, and differently.
    static func between<R: Sales.Record>(
        _ fields: [Field<R>], _ lists: [ListField<R>], old: R, ours: R, theirs: R
    ) -> [Self] {
        func text(_ field: Field<R>, _ record: R) -> String {
            let currency = R.field("currency")?.get(record).text ?? ""
            return field.type.text(of: field.get(record), currency: currency)
        }
        func text(_ list: ListField<R>, _ record: R) -> String {
            list.get(record).map { row in
                zip(list.parts, row).map { $0.type.text(of: $1, currency: "") }.filter { !$0.isEmpty }
                    .joined(separator: " ")
            }.joined(separator: ", ")
        }
        return fields.filter { $0.get(theirs) != $0.get(old) && $0.get(theirs) != $0.get(ours) }.map {
            .init(field: $0.name, label: say($0.label), theirs: text($0, theirs), ours: text($0, ours))
        }
            + lists.filter { $0.get(theirs) != $0.get(old) && $0.get(theirs) != $0.get(ours) }.map {
                .init(field: $0.name, label: say($0.label), theirs: text($0, theirs), ours: text($0, ours))
            }
    }
}
