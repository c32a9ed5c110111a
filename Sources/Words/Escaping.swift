extension String {
    /// With another text for each such scalar. `replacing` goes by what a reader sees as one character, and so passes over a quote
    /// on which an accent or the colour of an emoji stands; what a file or a query says must not hang on that.
    package func escaping(_ scalar: Unicode.Scalar, as text: String) -> String {
        if !unicodeScalars.contains(scalar) { return self }
        var result = String.UnicodeScalarView()
        for each in unicodeScalars {
            if each == scalar { result.append(contentsOf: text.unicodeScalars) } else { result.append(each) }
        }
        return String(result)
    }
}
