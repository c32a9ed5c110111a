/// A line that finds records of every kind: words and no terms.
extension Filter {
    /// What is meant by a line in which no word is a term, as where records of every kind are looked for: `10:30`, `a=b` are
    /// words. Quotes, `or` and `-` mean what they do in a filter line. Never wrong.
    package init(finding line: String) {
        var groups: [[Term]] = [[]]
        for token in FilterLexer.tokens(line, knowsFields: false) {
            let word = folded(token.value)
            if !token.isQuoted, !token.isNegated, ["or", "或", "或者", "|"].contains(word) {
                groups.append([])
            } else if !word.isEmpty, word != "-" || token.isQuoted {
                let test = Test.word(word, isQuoted: token.isQuoted)
                groups[groups.count - 1].append(Term(isNegated: token.isNegated, test: test, range: token.range))
            }
        }
        self.init(groups: groups.filter { !$0.isEmpty })
    }
}
